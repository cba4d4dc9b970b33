"""Text of others, made harmless for each place it is written to: one function for each.

`html` for pages and JupyterLab, `attribute` for a value in its markup, `cell` for a table that a spreadsheet opens,
`xml` for workbooks and documents, `bibtex` for a field of a bibliography, `terminal` for a line on a terminal,
`portable` for what is published and names no folder of this machine.
"""

import html as stdlib
import re
import sys
import unicodedata
from pathlib import Path

from samestory import places

TEX = re.compile(r"[$\\]")
LONE = re.compile(r"\r(?!\n)")
FORMULA = re.compile(r"[=+\-@\t\r]")
ABSOLUTE = re.compile(r"(?<![\w:/.])(?:/[^\s/:'\"]+)+/([^\s/:'\"]+)")
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
READ_BY_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "$&%#_"},
}  # fmt: skip
HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")  # control, format (direction marks among them), half a pair, line ends


def html(text: object) -> str:
    """Text as HTML that shows exactly that text, in JupyterLab too.

    JupyterLab typesets `$…$`, `\\(…\\)`, `\\begin` and the like even in HTML output, so each dollar sign and backslash
    stands in an element of its own, which MathJax never reads across.
    """
    return TEX.sub(r"<span>\g<0></span>", stdlib.escape(str(text)))


def drawn(svg: str) -> str:
    """A drawing whose words are shown as they are, in JupyterLab too: see `html`."""
    return re.sub(r"(?<=>)[^<]+", lambda words: TEX.sub(r"<tspan>\g<0></tspan>", words[0]), svg)


def plain(markup: str) -> str:
    """HTML for a published page, where nothing is typeset: without the elements that `html` adds."""
    return re.sub(r"<span>([$\\])</span>", r"\1", markup)


def attribute(text: object) -> str:
    """Text as the value of a quoted HTML attribute."""
    return stdlib.escape(str(text)).replace("$", "&#36;").replace("\n", " ")


def cell(value: object) -> object:
    """A value as a cell of a CSV table: a text that a spreadsheet would take for a formula begins with `'`.

    A carriage return alone, at which a spreadsheet begins another row, becomes a line feed.
    """
    if not isinstance(value, str):
        return value
    return ("'" if FORMULA.match(value) else "") + LONE.sub("\n", value)


def xml(text: object) -> str:
    """Text for a library that writes XML and escapes it: a sign that no XML holds, escaped or not, becomes U+FFFD."""
    return UNWRITABLE.sub("\ufffd", str(text))


def bibtex(text: object) -> str:
    """Text as the value of a field: on one line, and no sign of it is read as TeX or ends the field."""
    line = " ".join(xml(text).split())
    return "".join(READ_BY_TEX.get(sign, sign) for sign in line)


def terminal(text: object) -> str:
    """Text as one line that only shows on a terminal: characters that would act there are written as `\\x1b`."""
    return "".join(_shown(sign) if unicodedata.category(sign) in HIDDEN else sign for sign in str(text))


def _shown(sign: str) -> str:
    return sign.encode("ascii", "backslashreplace").decode() if ord(sign) > 0x7F else f"\\x{ord(sign):02x}"


def portable(text: str) -> str:
    """A message in which an absolute path shrinks to its last names, and none says where things are on this machine."""
    ours = (Path.cwd(), places.ROOT, Path(sys.prefix), Path(sys.base_prefix))
    for folder in sorted({str(folder) for folder in ours} - {"/"}, key=len, reverse=True):
        text = text.replace(f"{folder}/", "").replace(folder, Path(folder).name)
    return ABSOLUTE.sub(r"\1", text)
