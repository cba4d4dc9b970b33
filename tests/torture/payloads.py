"""Thirty hostile payloads in every field of an article: wherever a report writes them, none of them acts."""

import contextlib
import csv
import io
import re
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
from samestory import cli

from torture.texts import base

PAYLOADS = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg onload=alert(1)>", "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "<iframe src=//example.org></iframe>", "</style><style>*{display:none}",
    "<a href=javascript:alert(1)>x</a>", "<form action=//example.org><input></form>", "]]><!--", "<base href=//example.org>",
    "<meta http-equiv=refresh content='0;url=//example.org'>", "' onmouseover='alert(1)", "<details open ontoggle=alert(1)>",
    "<math><mtext><style><img src=x onerror=alert(1)>", "&lt;script&gt;alert(1)&lt;/script&gt;", "=HYPERLINK(\"//example.org\")",
    "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|' /C calc'!A0", r"\(\href{javascript:alert(1)}{x}\)", r"$\text{x}$ \begin{x}",
    "{{7*7}} {% x %}", "\x1b]0;title\x07\x1b[31m", "\u202egnp.exe\u2066", "![x](javascript:alert(1)) [x](javascript:alert(1))",
    "../../etc/passwd", "%s%n {0} ${x} `x`",
]  # fmt: skip
FIELDS = ("outlet", "headline", "event", "url", "credit", "desk", "text")
LIVE = {"script", "iframe", "object", "embed", "form", "input", "base", "link", "frame", "math", "foreignobject"}
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?[\d.,]+(?:e[+-]?\d+)?")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def articles() -> pd.DataFrame:
    """An article a payload, two to a story, with the payload in every field; in the text as words of several speakers."""
    rows = []
    for number, payload in enumerate(PAYLOADS):
        told = base()[0].partition("army said.")
        said = f"{told[0]}army said.\n\n“{payload} We stay,” said Dana {payload} Levi. {payload} told reporters that 7 {payload} came.{told[2]}"
        row = dict.fromkeys(FIELDS, payload) | {"text": said, "url": f"https://a.example/{number}?{payload}"}
        row |= {
            "outlet": f"{payload} {number % 6}",
            "event": f"{payload} {number // 2 % 5}",
            "date": f"2031-05-0{1 + number % 9}",
        }
        rows.append(row)
    return pd.DataFrame(rows)


class _Page(HTMLParser):
    """Collects what could act on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        leads = {
            name: value for name, value in given.items() if name in ("href", "src", "xlink:href", "action", "poster")
        }
        far = [
            f"{n}={v[:60]}"
            for n, v in leads.items()
            if not re.match(r"https?://|#|data:image/|mailto:|[\w./%-]*(?:#|$)", v)
        ]
        loads = [f"{n}={v[:60]}" for n, v in leads.items() if n != "href" and not v.startswith(("data:image/", "#"))]
        on = [name for name in given if name.startswith("on")]
        refresh = tag == "meta" and given.get("http-equiv", "").lower() == "refresh"
        if tag in LIVE or far or loads or on or refresh:
            self.acts.append(f"<{tag}> {far + loads + on}")


def published() -> Iterator[tuple[str, list[str]]]:
    """Each file of a report on them all, and what was said on the way: what of it could act."""
    with tempfile.TemporaryDirectory() as above:
        given, out, said = Path(above) / "hostile.json", Path(above) / "reports", io.StringIO()
        articles().to_json(given, orient="records")
        with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
            code = cli.main(["report", str(given), "--out", str(out), "--single"])
        yield "a report on payloads", [] if code == 0 else [f"exit {code}: {said.getvalue()!r:.300}"]
        yield "what it says", shown(said.getvalue())
        for file in sorted((out / "latest").resolve().rglob("*.*")):
            yield file.name, list(live(file))


def live(file: Path) -> Iterator[str]:
    """What of a file of a report could act: a page, a table, a workbook, a document."""
    if file.suffix == ".html":
        page = _Page()
        page.feed(file.read_text(encoding="utf-8"))
        yield from (f"{file.name}: {one}" for one in page.acts)
    elif file.suffix == ".csv":
        yield from (f"{file.name}: {one!r:.60}" for one in _formulas(file))
    elif file.suffix == ".xlsx":
        yield from (f"{file.name}: {one!r:.60}" for one in _cells(file))
    elif file.suffix == ".docx":
        held = ZipFile(file).read("word/_rels/document.xml.rels").decode()
        yield from (f"{file.name}: {one}" for one in re.findall(r'Target="((?!https?:)\w+:[^"]*)"', held))


def _formulas(file: Path) -> Iterator[str]:
    with file.open(newline="", encoding="utf-8-sig") as table:
        for row in csv.reader(table):
            yield from (cell for cell in row if FORMULA.match(cell) and not NUMBER.fullmatch(cell))


def _cells(file: Path) -> Iterator[object]:
    for page in openpyxl.load_workbook(file).worksheets:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f" or (
                    cell.hyperlink and not str(cell.hyperlink.target or "https://").startswith(("http://", "https://"))
                ):
                    yield cell.value


def shown(lines: str) -> list[str]:
    """What of the lines that a command says would command a terminal, or turn a line around."""
    return CONTROL.findall(lines)
