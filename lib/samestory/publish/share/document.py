"""The brief as a Word document to go on from: the words of its page, its charts as images, the sentences at the end."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from samestory import encode

MADE = (1980, 1, 1, 0, 0, 0)  # as in a workbook: a document does not say when it was written
HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3"}
STYLES = {
    **HEADINGS,
    "p": "Normal",
    "li": "List Bullet",
    "figcaption": "Caption",
    "footer": "Caption",
    "summary": "Normal",
}
CLASSES = {"subject": "Heading 3", "where": "Caption"}  # of paragraphs that have a style of their own
LEFT_OUT = {"nav", "style", "header", "caption"}
Piece = tuple[str, frozenset[str], str]
LEFT_OUT_CLASSES = {"code", "numbers", "back", "to-sentences", "skip"}
VOID = {"br", "hr", "img", "wbr", "col"}
LOOKS = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "mark": "mark", "ins": "bold", "del": "strike"}
LINE = 6.0  # inches a picture is wide
SIDES, ABREAST = "sides", 3


class Reader(HTMLParser):
    """A page as blocks: paragraphs, each a style and pieces of text with looks and link; tables; pictures by their alt;
    the sides of a difference, each a list of blocks.

    `body` is the page itself, `folded` what stands in its folds of sentences, under the subject of each difference.
    """

    def __init__(self) -> None:
        """Begin before the page."""
        super().__init__(convert_charrefs=True)
        self.body: list[tuple[str, Any]] = []
        self.folded: list[tuple[str, Any]] = []
        self.subject: list[Piece] = []  # of the difference whose sentences come next
        self.open: list[tuple[str, str, str]] = []  # the elements one stands in, each with its class and link

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        given = {name: value or "" for name, value in attrs}
        href = given.get("href", "")
        inside = set(self._names())
        if tag not in VOID:
            self.open.append((tag, given.get("class", ""), href if href.startswith(("http://", "https://")) else ""))
        if not self._shown():
            return
        if tag == "svg":
            self._to().append(("picture", " ".join(given.get("aria-label", "").split())))
        elif tag == "table":
            self._to().append(("table", []))
        elif tag in ("tr", "td", "th") and "table" in inside:
            rows = self._to()[-1][1]
            (rows if tag == "tr" else rows[-1]).append([])
        elif tag == "div" and "sides" in self._classes():
            self._sides(given.get("class", "").split())
        elif tag in STYLES:
            self._begun(tag, given.get("class", ""), "Quote" if tag == "p" and "blockquote" in inside else STYLES[tag])

    def handle_endtag(self, tag: str) -> None:
        """An element ends; one left open within it ends with it."""
        if tag in self._names():
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Words of the paragraph or the cell that is open."""
        names, to = self._names(), self._to()
        if not to or not self._shown() or "svg" in names or to[-1][0] == "picture":
            return
        looks = frozenset(LOOKS[name] for name in names if name in LOOKS)
        piece = (data, looks, next((link for _, _, link in reversed(self.open) if link), ""))
        if to[-1][0] == "table":
            if {"td", "th"} & set(names):
                to[-1][1][-1][-1].append(piece)
        elif set(STYLES) & set(names):
            to[-1][1].append(piece)

    def _sides(self, classes: list[str]) -> None:
        """The sides of a difference begin, or one of them."""
        if "sides" in classes:
            self.body.append((SIDES, []))
        elif "side" in classes:
            self.body[-1][1].append([])

    def _begun(self, tag: str, given: str, style: str) -> None:
        """A paragraph begins; the sentences of a difference stand under its subject."""
        if tag == "summary" and self.subject:
            self.folded.append((CLASSES["subject"], self.subject))
        told: list[Piece] = []
        self._to().append((CLASSES.get(given, style), told))
        if given == "subject":
            self.subject = told

    def _classes(self) -> set[str]:
        return {one for _, given, _ in self.open for one in given.split()}

    def _names(self) -> list[str]:
        return [name for name, _, _ in self.open]

    def _shown(self) -> bool:
        """Whether one stands in the page itself, in nothing that is left out."""
        names, classes = set(self._names()), self._classes()
        left_out = names & LEFT_OUT or classes & LEFT_OUT_CLASSES or ("details" in names and "evidence" not in classes)
        return "main" in names and not left_out

    def _to(self) -> list[tuple[str, Any]]:
        """The blocks to which what comes next belongs."""
        if "side" in self._classes():
            return self.body[-1][1][-1]
        return self.folded if "details" in self._names() else self.body


def write(page: str, pictures: Mapping[str, Path], path: Path) -> None:
    """The document of a page stands in the file; `pictures`: the image file of a chart, by its alternative text."""
    reader = Reader()
    reader.feed(page)
    whole = docx.Document()
    for style, told in reader.body:
        _paragraph(whole, style, told, pictures)
    if reader.folded:
        whole.add_paragraph("The sentences", style="Heading 1")
    for style, told in reader.folded:
        _paragraph(whole, style, told, pictures)
    title: list[Piece] = next((told for style, told in reader.body if style == "Title"), [])
    about = whole.core_properties
    about.title, about.author, about.comments = _words(title)[:255], "Same Story", ""
    about.created = about.modified = datetime(*MADE)
    path.write_bytes(_packed(whole))


def _paragraph(whole: Document, style: str, told: Any, pictures: Mapping[str, Path]) -> None:
    """One paragraph, or one picture, at the end of the document; nothing where it is empty."""
    if style == "picture":
        if told in pictures:
            whole.add_picture(str(pictures[told]), width=Inches(LINE))
            whole.inline_shapes[-1]._inline.docPr.set("descr", encode.xml(told))
    elif style == SIDES:
        _beside(whole, told)
    elif style == "table":
        _table(whole, told)
    elif _words(told):
        _filled(whole.add_paragraph(style=style), told)


def _table(whole: Document, rows: list[list[list[Piece]]]) -> None:
    """The table, a cell a paragraph; nothing where it has no cell."""
    columns = max(map(len, rows), default=0)
    if columns:
        table = whole.add_table(0, columns, style="Light List")
        for row in rows:
            for cell, told in zip(table.add_row().cells, row, strict=False):
                _filled(cell.paragraphs[0], told)


def _beside(whole: Document, sides: list[list[tuple[str, list[Piece]]]]) -> None:
    """The sides of a difference beside each other, ABREAST a row, without lines."""
    for abreast in (sides[k : k + ABREAST] for k in range(0, len(sides), ABREAST)):
        (row,) = whole.add_table(1, len(abreast)).rows
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, told in zip(row.cells, abreast, strict=True):
            for k, (style, words) in enumerate(told):
                paragraph = cell.add_paragraph() if k else cell.paragraphs[0]
                paragraph.style = style
                _filled(paragraph, words)


def _filled(paragraph: Paragraph, told: list[Piece]) -> None:
    """The pieces stand in the paragraph, with their looks and links."""
    for words, looks, link in _joined(told):
        _look(_linked(paragraph, words, link) if link else paragraph.add_run(words), looks)


def _joined(told: list[Piece]) -> list[Piece]:
    """The pieces with single spaces, none at the beginning of the paragraph or after another."""
    pieces, space = [], True
    for words, looks, link in told:
        words = encode.xml(" ".join(f"x{words}x".split())[1:-1])
        words = words.lstrip(" ") if space else words
        space = words.endswith(" ") if words else space
        pieces += [(words, looks, link)] if words else []
    return pieces


def _words(told: list[Piece]) -> str:
    return " ".join("".join(words for words, _, _ in told).split())


def _look(run: Run, looks: frozenset[str]) -> None:
    run.bold, run.italic = "bold" in looks or None, "italic" in looks or None
    run.font.strike = "strike" in looks or None
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW if "mark" in looks else None


def _linked(paragraph: Paragraph, words: str, address: str) -> Run:
    """The words as a link, which python-docx reads but does not write."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(encode.xml(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
    return run


def _packed(whole: Document) -> bytes:
    """The bytes of the document: the same for the same words, whenever it is written."""
    given, packed = io.BytesIO(), io.BytesIO()
    whole.save(given)
    with zipfile.ZipFile(given) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            out.writestr(zipfile.ZipInfo(name, MADE), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
