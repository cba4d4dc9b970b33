"""Readers of documents: text, Markdown, Word, OpenDocument text, RTF. One article each, or an archive's export."""

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from samestory.collect import archives, bounds, columns, decode, tables
from samestory.collect.registry import Rows, needs, reader

DATE_LINE = re.compile(
    r"\s*date:? +(?P<date>\d\S*(?: [A-Z][a-z]+ \d{4})?|(?:[A-Z][a-z]+ \d{1,2},? )?\d{4})(?:\s|$)", re.I
)
MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DATELINE = re.compile(
    rf"^[ \t]*[A-Z][A-Z'’. -]{{2,40}}(?:,[ ][\w.' -]{{2,30}}?)?,?[ ]\(?(?P<date>\d{{1,2}} {MONTHS} \d{{4}}|"
    rf"{MONTHS} \d{{1,2}},? \d{{4}})\)?[ ]*(?:\([^()\n]{{2,40}}\)[ ]*)?(?:--|[–—]|- )",
    re.MULTILINE,
)
DAY = rf"(?:[A-Z][a-z]+day,? )?(?:\d{{1,2}} {MONTHS} \d{{4}}|{MONTHS} \d{{1,2}},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
NAME = r"(?:The )?[A-Z][\w'’&-]*(?: (?:of|the|and|&|[A-Z][\w'’&-]*)){0,5}"
# Lines above an article that sign it: “The Harbour Gazette, March 13 2026”, “12 March 2026”, “By Ida Berg, The Post”.
SIGNED = re.compile(
    rf"[ \t]*(?:(?:(?!By )(?P<outlet>{NAME}),? (?:[–—|-] )?)?(?P<date>{DAY})"
    rf"|By [A-Z][^\n,]{{3,60}}(?:, (?P<paper>The {NAME.removeprefix('(?:The )?')})|, [^\n]{{3,60}})?)[ \t]*(?:\n\s*|$)"
)
SIGNATURES = 3  # lines, at most
OPENING = 600  # characters of a text in which its dateline stands
HEADLINE = 25  # words that a first line without a full stop at most has as a headline
FIELD = re.compile(r"[ \t]*(?P<name>[A-Za-z][\w ./-]{1,24}):[ \t]+(?P<value>\S.*?)[ \t]*(?:\n|$)")
TITLE = re.compile(r"\s*(?P<title>[^\n:]{10,160}?[^\n:.])[ \t]*\n\s*")
EMPTY = re.compile(r"(?:[ \t]*\r?\n)+")
FENCE = re.compile(r"\s*---[ \t]*\n")
ABOUT = {"outlet", "date", "headline", "url", "event", "credit"}
SPACE = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


@reader(".txt", ".text")
def text_file(file: Path, content: bytes) -> tuple[str, Rows]:
    """A plain text: an article, an archive's export of several, or a table under the name .txt."""
    whole, encoding = decode.decoded(content)
    if _is_table(whole):
        return tables.delimited(file, content)
    words = f"text{f', {encoding}' if encoding else ''}"
    return archives.articles(whole) or (words, [article(whole)])


def _is_table(whole: str) -> bool:
    """Whether a text is a table: its first line has the names of a text and of two other columns of ours."""
    cells = re.split(r"[\t;,|]", whole.lstrip("\ufeff").split("\n", 1)[0].replace('"', ""))
    return columns.known_names(cells) > 2 and "text" in map(columns.meant, cells)


def article(whole: str, headline: str | None = None) -> dict:
    """One article as a row: what its first lines say of it (`Outlet: …`, `Date: …`), and its text from `_start` on.

    The lines of the head have names of our columns or of known exports, and end at an empty line or a fence of three
    hyphens; or the text begins with `date 2025-07`.
    """
    about, start = _head(whole)
    if not about:
        about, start = _under_title(whole)
    if not about and (line := DATE_LINE.match(whole)):
        about, start = {"date": line["date"]}, line.end()
    if not about:
        about, start = _signed(whole)
    head = {"headline": headline, **about}
    row: dict = {name: value for name, value in head.items() if value}
    return _with_dateline(row, whole[start:]) | {"text": whole[start:], "_start": start, "_where": ""}


def _signed(whole: str) -> tuple[dict[str, str], int]:
    """What the lines that sign a text at its top say of it, and where it begins; none, and 0, where none has a date."""
    about: dict[str, str] = {}
    place = len(whole) - len(whole.lstrip("\ufeff \t\r\n"))
    for _ in range(SIGNATURES):
        if not (line := SIGNED.match(whole, place)):
            break
        found = {"date": line["date"], "outlet": line["outlet"] or line["paper"]}
        about |= {name: value for name, value in found.items() if value and name not in about}
        place = line.end()
    if "date" not in about or place == len(whole):
        return {}, 0
    return about | {"_said": f"{' and '.join(about)} taken from the lines above the text"}, place


def _with_dateline(row: dict, text: str) -> dict:
    """A row with the date of the dateline (“MALIN, 4 May 2031 — …”) where the head of the text gives none."""
    found = None if "date" in row else DATELINE.search(text, 0, OPENING)
    return row if found is None else row | {"date": found["date"], "_said": "date taken from the dateline"}


def _head(whole: str) -> tuple[dict[str, str], int]:
    """The fields at the head of a text under our names, and where the text begins; none, and 0, where it has none."""
    start = len(whole) - len(whole.lstrip("\ufeff\r\n"))
    fenced = FENCE.match(whole, start)
    place = fenced.end() if fenced else start
    about: dict[str, str] = {}
    while field := FIELD.match(whole, place) or _apart(whole, place, about):
        ours = columns.meant(field["name"])
        if ours not in ABOUT and not fenced:
            break
        if ours in ABOUT:
            about.setdefault(str(ours), field["value"].strip("\"'"))
        place = field.end()
    if fenced and (end := FENCE.match(whole, place)):
        return about, end.end()
    after = whole[place:].lstrip(" \t\r")
    return (about, place) if about and (after.startswith("\n") or len(about) > 1) else ({}, 0)


def _apart(whole: str, place: int, about: dict[str, str]) -> re.Match[str] | None:
    """A further field of the head behind an empty line, as word processors part lines."""
    gap = EMPTY.match(whole, place) if about else None
    field = FIELD.match(whole, gap.end()) if gap else None
    return field if field and columns.meant(field["name"]) in ABOUT - about.keys() else None


def _under_title(whole: str) -> tuple[dict[str, str], int]:
    """The fields under a first line that is the headline (“Source: …”, “Date: …”); none where neither stands there."""
    first = TITLE.match(whole)
    about, start = _head(whole[first.end() :]) if first else ({}, 0)
    if first is None or about.keys().isdisjoint({"outlet", "date"}):
        return {}, 0
    return {"headline": first["title"].strip(), **about}, first.end() + start


@reader(".md", ".markdown")
def markdown(file: Path, content: bytes) -> tuple[str, Rows]:
    """A Markdown text: its first heading is the headline; links and marks leave their words."""
    whole, _ = decode.decoded(content)
    row = article(whole)
    body = row["text"].strip()
    title = re.match(r"#\s+(?P<title>[^\n]+?)\s*#*\n", body)
    if title:
        body = body[title.end() :]
        row.setdefault("headline", title["title"])
    return "Markdown", [row | {"text": _unmarked(body), "_start": 0}]


def _unmarked(text: str) -> str:
    """Markdown without its marks."""
    for pattern, with_ in (
        (r"!\[[^\]]*\]\([^)]*\)", ""),
        (r"\[([^\]]+)\]\([^)]*\)", r"\1"),
        (r"(?m)^#{1,6}\s+|^>\s?", ""),
        (r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2"),
        (r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?!\w)|(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)", r"\1\2"),
    ):
        text = re.sub(pattern, with_, text)
    return text


@reader(".docx", ".docm")
def word(file: Path, content: bytes) -> tuple[str, Rows]:
    """A Word document: an article whose title or first heading is its headline, or an archive's export of several."""
    docx = needs("docx", ".docx")
    bounds.check_packed(content, "Word document")
    with bounds.foreign("Word document"):
        paragraphs = docx.Document(io.BytesIO(content)).paragraphs
        styled = [(one.text.strip(), str(one.style.name if one.style else "")) for one in paragraphs]
    return _document("Word", styled)


@reader(".odt")
def open_document(file: Path, content: bytes) -> tuple[str, Rows]:
    """An OpenDocument text."""
    bounds.check_packed(content, "OpenDocument text")
    with bounds.foreign("OpenDocument text"):
        root = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("content.xml"))
    blocks = [one for one in root.iter() if one.tag in (f"{SPACE}p", f"{SPACE}h")]
    styled = [("".join(b.itertext()).strip(), "Heading 1" if b.tag.endswith("h") else "") for b in blocks]
    return _document("OpenDocument text", styled)


def _document(words: str, styled: list[tuple[str, str]]) -> tuple[str, Rows]:
    """The rows of a document of paragraphs with styles."""
    whole = "\n\n".join(text for text, _ in styled if text)
    if export := archives.articles(whole):
        return export
    first = next(((text, style) for text, style in styled if text), ("", ""))
    title = first[0] if first[1] in ("Title", "Heading 1") or _is_headline(first[0], whole) else None
    return words, [article(whole.removeprefix(title or "").lstrip("\n"), title) | {"_start": 0}]


def _is_headline(line: str, whole: str) -> bool:
    """Whether the first line of a document without a title is its headline: short, without a stop, and no field."""
    short = 1 < len(line.split()) <= HEADLINE and line[-1:] not in '.!?:;,”"' and not FIELD.match(f"{line}\n")
    return short and not DATELINE.match(line) and whole.count("\n\n") > 1


@reader(".rtf")
def rich_text(file: Path, content: bytes) -> tuple[str, Rows]:
    """An RTF text: an article, or an archive's export of several."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise ValueError("is no RTF text")
    striprtf = needs("striprtf.striprtf", ".rtf")
    with bounds.foreign("RTF text"):
        whole = striprtf.rtf_to_text(content.decode("cp1252", "replace"), errors="replace")
    whole = re.sub(r"[ \t]*\n[ \t]*", "\n", whole)
    return archives.articles(whole) or ("RTF", [article(whole) | {"_start": 0}])
