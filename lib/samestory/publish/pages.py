"""Executed notebooks become pages: one self-contained file each, through our template over nbconvert's base."""

import html
import re
from pathlib import Path
from typing import Any

from samestory.publish import lean  # noqa: F401  (before nbconvert imports nbformat)

# isort: split
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters.ansi import strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.lexers import PythonLexer
from pygments.token import Comment, Keyword, Literal

from samestory.present import reader
from samestory.publish import changes, clean, idle, manifest, notebooks
from samestory.publish.seal import sealed

HERE = Path(__file__).parent
HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
Entry = tuple[str, str, str]  # a page's file, its short name and its title
INJECTED = "injected-parameters"  # papermill's tag; the values stand in the table of parameters, portably
CANNOT = ("<p><strong>What this cannot tell you", '<p class="note"><strong>What this cannot tell you')
READER = '<section class="reader">'
KEPT = '<p class="kept">'  # what `present.keep` shows of a table that is only kept for publishing
READ = re.compile(r'<span id="(read-[^"]*)"')  # the sentences of a reader, and the offsets that may lead to them
OFFSETS = re.compile(r'<span data-read="([^"]*)">([^<]*)</span>')
UP = 'href="../'  # from an executed notebook, in a folder of its own, to what stands beside the pages
PYTHON = PythonLexer(stripnl=False, ensurenl=False)
COLOURED = {Comment: "c", Keyword: "k", Literal.String: "q"}  # kinds of words in code, and their classes


class PageExporter(TemplateExporter):
    """nbconvert's template exporter with our template: what the page shows is laid out by `template/index.html.j2`."""

    output_mimetype = "text/html"

    def default_filters(self) -> Any:
        """nbconvert's filters, and code in colour."""
        yield from super().default_filters()
        yield "python", _coloured


def _coloured(source: str) -> str:
    """Code as HTML, with comments, keywords and strings told apart and nothing else."""
    parts = []
    for kind, text in PYTHON.get_tokens(source):
        name = next((name for parent, name in COLOURED.items() if kind in parent), None)
        parts.append(f'<span class="{name}">{html.escape(text)}</span>' if name else html.escape(text, quote=False))
    return "".join(parts).replace('</span><span class="q">', "")


def exporter() -> PageExporter:
    """One exporter for all pages of a run."""
    return PageExporter(template_name="template", extra_template_basedirs=[str(HERE)], template_file="index.html.j2")


def short(notebook: str) -> str:
    """The short name of a notebook's page: `2_terminology` is Terminology."""
    return re.sub(r"^\d+_", "", notebook).replace("_", " ").capitalize()


def write(executed: list[Any], told: dict[str, Any], changed: dict[str, Any], folder: Path) -> None:
    """A page for every notebook, and `index.html` where none of them is the brief, stand in the folder."""
    pages, page = entries(executed), exporter()
    texts = {
        notebooks.page(one.name): render(page, one, pages, told, changed if one.name == notebooks.BRIEF else {})
        for one in executed
    }
    for file, text in to_reader(texts).items():
        (folder / file).write_text(text, encoding="utf-8")
    if not any(one.name == notebooks.BRIEF for one in executed):
        (folder / "index.html").write_text(contents(pages, told), encoding="utf-8")


def to_reader(texts: dict[str, str]) -> dict[str, str]:
    """The pages by file, every offset a link to its sentence where one of them shows the articles whole."""
    there = {name: file for file, text in texts.items() for name in READ.findall(text)}

    def link(found: re.Match[str]) -> str:
        """One place in an article, linked to the reader's page where there is one."""
        return f'<a href="{there[found[1]]}#{found[1]}">{found[2]}</a>' if found[1] in there else found[2]

    return {file: OFFSETS.sub(link, text) for file, text in texts.items()}


def entries(executed: list[Any]) -> list[Entry]:
    """The pages in their order: the brief, which a reader opens first, and the others as they were asked for."""
    pages = [(notebooks.page(one.name), short(one.name), title(one.notebook) or one.name) for one in executed]
    return sorted(pages, key=lambda entry: entry[0] != "index.html")


def render(page: PageExporter, one: Any, pages: list[Entry], told: dict[str, Any], changed: dict[str, Any]) -> str:
    """The page of one executed notebook: the same text whenever it is made from the same run."""
    styles = clean.Styles()
    if one.cell is not None:
        one.notebook.cells[one.cell].metadata["failed"] = True
    headings, unanswered = _rendered(one.notebook, styles)
    at = [file for file, _, _ in pages].index(notebooks.page(one.name))
    resources = {
        "page": {
            "file": notebooks.page(one.name),
            "name": one.name,
            "headings": headings,
            "unanswered": unanswered,
            "error": one.error,
            "cell": one.cell,
        },
        "pages": pages,
        "next": pages[(at + 1) % len(pages)] if len(pages) > 1 else None,
        "told": told,
        "changed": changes.told(changed),
        "provenance": _provenance(told),
        "global_content_filter": dict.fromkeys(
            ["include_code", "include_input", "include_output", "include_markdown", "include_raw"], True
        ),
    }
    text, _ = page.from_notebook_node(one.notebook, resources)
    rules = styles.sheet() + (reader.STYLE if READER in text else "")
    return sealed(text, rules, title=title(one.notebook) or one.name, description=_description(one.notebook))


def title(notebook: Any) -> str:
    """The notebook's first heading, as text; empty where there is none."""
    sources = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    found = re.search(r"^# +(.+)$", sources, re.MULTILINE)
    return _text(_html(found[1])).strip() if found else ""


def _rendered(notebook: Any, styles: clean.Styles) -> tuple[list[tuple[str, str]], list[str]]:
    """Second-level headings (id, text) and those left out; the HTML of each cell stands in its metadata then."""
    headings, seen = [], set()

    def anchored(found: re.Match[str]) -> str:
        """One heading with a name of its own, noted where it is of the second level."""
        level, text = int(found[1]), _text(found[2])
        name = re.sub(r"\W+", "-", text.lower()).strip("-")[:60] or "part"
        while name in seen:
            name += "-"
        seen.add(name)
        if level == 2:
            headings.append((name, text))
        return f'<h{level} id="{html.escape(name)}">{found[2]}</h{level}>'

    notebook.cells[_opening(notebook) - 1].metadata["opens"] = True
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        output.setdefault("metadata", {})["html"] = _shown(output, styles)
    left_out = idle.prose(notebook.cells)
    code: list[str] = []
    quiet = False  # of a part that is left out its code is left out too
    for number, (cell, after) in enumerate(zip(notebook.cells, [*notebook.cells[1:], None], strict=True)):
        if cell.cell_type == "markdown":
            quiet = number in left_out
            prose = "" if quiet else HEADING.sub(anchored, _html(cell.source)).replace(*CANNOT)
            cell.metadata["html"] = clean.output(prose, styles)
        code += [cell.source] if cell.cell_type == "code" and INJECTED not in cell.metadata.get("tags", []) else []
        if after is None or after.cell_type == "markdown":
            cell.metadata["code"], code = "" if quiet else "\n\n".join(filter(str.strip, code)), []
    return headings, idle.headings(notebook.cells, left_out)


def _opening(notebook: Any) -> int:
    """How many cells open the notebook: prose before the first code and the first question; the contents follow."""
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type != "markdown" or cell.source.startswith("## "):
            return max(number, 1)
    return len(notebook.cells)


def _html(markdown: str) -> str:
    """Markdown as HTML, without anchors."""
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True)
    return MarkdownWithMath(renderer=renderer).render(markdown)


def _shown(output: Any, styles: clean.Styles) -> str:
    """One output as HTML; nothing for what is kept for publishing only, and for warnings, which the run reports."""
    if output.output_type == "error":
        return ""
    if output.output_type == "stream":
        return f"<pre>{html.escape(output.text)}</pre>" if output.name == "stdout" else ""
    data = output.data
    if data.get("text/html", "").startswith(KEPT):
        return ""
    markup = next((data[kind].replace(UP, 'href="') for kind in ("text/html", "image/svg+xml") if kind in data), None)
    if markup is not None:
        return clean.output(markup, styles)
    if "text/markdown" in data:
        return clean.output(_html(data["text/markdown"]), styles)
    if "image/png" in data:
        alt = (
            output.get("metadata", {})
            .get("image/png", {})
            .get("alt", "Chart; its numbers stand in the table beside it")
        )
        source = f"data:image/png;base64,{data['image/png'].strip()}"
        return f'<img alt="{html.escape(alt)}" src="{source}">'
    return f"<pre>{html.escape(strip_ansi(data.get('text/plain', '')))}</pre>"


def _text(markup: str) -> str:
    """HTML as plain text."""
    return html.unescape(TAG.sub("", markup))


def _description(notebook: Any) -> str:
    """The first paragraph of the notebook's prose."""
    for cell in notebook.cells:
        found = PARAGRAPH.search(cell.metadata.get("html", ""))
        if found:
            return " ".join(_text(found[1]).split())[:200]
    return "How news outlets tell the same story."


def _provenance(told: dict[str, Any]) -> dict[str, Any]:
    """What the end of every page states: parameters, articles as read, versions, hash of the inputs."""
    articles = {name.partition("/")[2]: sha for name, sha in told["files"].items() if name.startswith("articles/")}
    parameters = {name: manifest.portable(value) for name, value in told["parameters"].items()}
    return {"parameters": parameters, "articles": articles, "versions": told["versions"], "hash": told["inputs_hash"]}


def contents(pages: list[Entry], told: dict[str, Any]) -> str:
    """A page that lists the pages, for a report without the brief."""
    rows = "\n".join(f'<li><a href="{html.escape(file)}">{html.escape(title)}</a></li>' for file, _, title in pages)
    text = (HERE / "template" / "contents.html").read_text(encoding="utf-8")
    whole = {"title": "The pages of this report", "description": "The pages of this report."}
    return sealed(text.replace("%ROWS%", rows), **whole)
