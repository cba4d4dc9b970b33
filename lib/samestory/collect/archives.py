"""Exports of news archives, as far as their layouts are known from public samples: Nexis, Factiva, ProQuest.

Nexis .txt: “1 of 10 DOCUMENTS”, the outlet, the date, the headline, fields in capitals, the text, LOAD-DATE, ©.
Nexis Uni .docx, .rtf: headline, outlet, date, ©, fields, “Body”, the text, Load-Date, “End of Document”.
ProQuest .txt: documents between lines of underscores, fields such as “Publication title:”, “Full text:”.
Factiva .html, .rtf: headline, author, “877 words”, the date, the outlet, a code …, the text, “Document ABC0000…”.
(JBGruber/LexisNexisTools and koheiw/newspapers with their samples; chennesy/pq_parser; nalimilan/R.TeMiS.)
"""

import re

from samestory.collect import dates
from samestory.collect.registry import Rows

Found = tuple[str, Rows]

NEXIS_START = re.compile(r"^[ \t]*\d+ of \d+ DOCUMENTS?[ \t]*$", re.MULTILINE)
UNI_END = re.compile(r"^\s*End of Document\s*$", re.MULTILINE)
UNI_BODY = re.compile(r"^\s*Body\s*$", re.MULTILINE)
PROQUEST_RULE = re.compile(r"^_{20,}\s*$", re.MULTILINE)
PROQUEST_FIELD = re.compile(r"^(?P<name>[A-Z][A-Za-z /]{2,30}): (?=\S)", re.MULTILINE)
FACTIVA_END = re.compile(r"^\s*Document [A-Z]{3,}[A-Za-z0-9]{12,}\s*$", re.MULTILINE)
WORDS = re.compile(r"^\s*(?:LENGTH: |Length: )?[\d,.]+ words\s*$", re.MULTILINE)
NEXIS_FIELD = re.compile(r"^(?P<name>[A-Z][A-Z-]{3,24}): *(?P<value>(?:.+\n?)*)", re.MULTILINE)
NEXIS_TAIL = re.compile(
    r"^(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|JOURNAL-CODE|SUBJECT|ORGANIZATION|COMPANY|PERSON|CITY|STATE|COUNTRY"
    r"|GEOGRAPHIC|INDUSTRY|DOCUMENT-TYPE|GRAPHIC|NOTES|CORRECTION-DATE|TICKER|UPDATE|DISTRIBUTION|ACC-NO|TYPE|URL"
    r"|LOAD DATE):|^[ \t]*(?:Copyright|©) ?(?:\(c\) )?\d{4}",
    re.MULTILINE,
)
UNI_TAIL = re.compile(r"^\s*(?:Load-Date: |Classification\s*$|Graphic\s*$|Notes\s*$|Correction\s*$)", re.MULTILINE)


def articles(whole: str) -> Found | None:
    """The articles of an archive's export, or None where a text is none."""
    for layout in (_nexis, _nexis_uni, _proquest, _factiva):
        if found := layout(whole.replace("\r\n", "\n").replace("\xa0", " ")):
            return found
    return None


def numbered(rows: Rows, place: str = "document") -> Rows:
    """Documents, each with its number as its place."""
    return [{**row, "_where": f"{place} {k}"} for k, row in enumerate(rows, 1)]


def _nexis(whole: str) -> Found | None:
    """Nexis as .txt."""
    starts = list(NEXIS_START.finditer(whole))
    if not starts:
        return None
    ends = [one.start() for one in starts[1:]] + [len(whole)]
    return "Nexis export", numbered([_nexis_document(whole[a.end() : b]) for a, b in zip(starts, ends, strict=True)])


def _nexis_document(part: str) -> dict[str, str]:
    """One document of a Nexis .txt: the fields up to LENGTH are its head, those from LOAD-DATE on its foot."""
    length = WORDS.search(part)
    head, body = (part[: length.start()], part[length.end() :]) if length else _parted(part)
    tail = NEXIS_TAIL.search(body)
    blocks = _blocks(NEXIS_FIELD.sub("", head))
    outlet, date, rest = _outlet_and_date(blocks)
    fields = {field["name"]: " ".join(field["value"].split()) for field in NEXIS_FIELD.finditer(head)}
    headline = " ".join([*rest[:1], *([] if rest[:1] else [fields.get("HEADLINE", "")])]).strip()
    row = {"outlet": outlet, "date": date, "headline": headline, "section": fields.get("SECTION", "")}
    return row | {"text": body[: tail.start() if tail else None].strip("\n")}


def _parted(part: str) -> tuple[str, str]:
    """Head and body of a document that does not say its length: the body follows the last field or the headline."""
    fields = [f for f in NEXIS_FIELD.finditer(part) if not NEXIS_TAIL.match(f[0])]
    if fields:
        return part[: fields[-1].end()], part[fields[-1].end() :]
    blocks = list(re.finditer(r"\S(?:.*\S)?(?:\n.*\S.*)*", part))
    end = blocks[2].end() if len(blocks) > 3 else 0
    return part[:end], part[end:]


def _blocks(text: str) -> list[str]:
    """The pieces of a text between empty lines, each on one line."""
    return [" ".join(one.split()) for one in re.split(r"\n[ \t]*\n", text) if one.strip()]


def _outlet_and_date(blocks: list[str]) -> tuple[str, str, list[str]]:
    """The outlet (the block before the first date), the date, and the blocks after it."""
    for k, block in enumerate(blocks):
        if k and (date := _date(block)):
            return blocks[k - 1], date, blocks[k + 1 :]
    return blocks[0] if blocks else "", "", blocks[1:]


def _date(block: str) -> str:
    """The date that a block begins with, whatever follows (a weekday, a time, an edition); empty where none does."""
    for words in range(min(5, len(block.split())), 0, -1):
        start = " ".join(block.split()[:words]).rstrip(",;")
        try:
            if any(c.isdigit() for c in start) and (found := dates.period(start)) and found.freqstr != "Y-DEC":
                return start
        except ValueError:
            continue
    return ""


def _nexis_uni(whole: str) -> Found | None:
    """Nexis Uni (Lexis Advance) as .docx or .rtf: one document or many, each with its “Body”."""
    parts = [part for part in UNI_END.split(whole) if UNI_BODY.search(part)]
    if not parts or not re.search(r"^\s*(?:Load-Date|Length):", whole, re.MULTILINE):
        return None
    return "Nexis export", numbered([_uni_document(part) for part in parts])


def _uni_document(part: str) -> dict[str, str]:
    """One document of a Nexis Uni export."""
    body = UNI_BODY.search(part)
    assert body is not None
    lines = [line.strip() for line in part[: body.start()].split("\n") if line.strip()]
    k = next((k for k, line in enumerate(lines) if k and _date(line)), None)
    text = part[body.end() :]
    tail = UNI_TAIL.search(text)
    text = text[: tail.start() if tail else None].strip("\n")
    if k is None or k < 1:
        return {"headline": lines[0] if lines else "", "text": text}
    headline = lines[k - 2] if k >= 2 else ""
    return {"outlet": lines[k - 1], "date": _date(lines[k]), "headline": headline, "text": text}


def _proquest(whole: str) -> Found | None:
    """ProQuest as .txt."""
    if "Publication title: " not in whole:
        return None
    parts = [part for part in PROQUEST_RULE.split(whole) if "Publication title: " in part]
    rows = [_proquest_document(part) for part in parts]
    return "ProQuest export", numbered(rows)


def _proquest_document(part: str) -> dict[str, str]:
    """One document of ProQuest: its fields; the full text may run over empty lines up to the next field."""
    marks = list(PROQUEST_FIELD.finditer(part))
    ends = [one.start() for one in marks[1:]] + [len(part)]
    fields = {m["name"].lower(): part[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)}
    full = _full_text(part)
    wanted = {"outlet": "publication title", "date": "publication date", "headline": "title", "url": "document url"}
    row = {ours: " ".join(fields.get(name, "").split()) for ours, name in wanted.items()}
    return row | {"text": full}


def _full_text(part: str) -> str:
    """What follows “Full text:”, up to the first field of those that ProQuest writes after it."""
    start = re.search(r"^Full text: ", part, re.MULTILINE)
    if not start or part[start.end() :].lstrip().lower().startswith("not available"):
        return ""
    after = part[start.end() :]
    end = re.search(
        r"^(?:Subject|Business indexing term|Location|People|Company / organization|Title|Publication title|Links|URL"
        r"|Identifier / keyword|Credit|Illustration|Copyright|Author|Publication year|Number of pages|Section): ",
        after,
        re.MULTILINE,
    )
    return after[: end.start() if end else None].strip()


def _factiva(whole: str) -> Found | None:
    """Factiva as .rtf or text, each document ending with its number."""
    ends = list(FACTIVA_END.finditer(whole))
    if not ends:
        return None
    starts = [0, *(one.end() for one in ends[:-1])]
    parts = [whole[a : b.start()] for a, b in zip(starts, ends, strict=True)]
    return "Factiva export", numbered(
        [factiva_document([x.strip() for x in p.split("\n") if x.strip()]) for p in parts]
    )


def factiva_document(lines: list[str], text: str | None = None) -> dict[str, str]:
    """One document of Factiva: the date follows the number of words, the outlet the date (and the time), then ©."""
    k = next((k for k, line in enumerate(lines) if WORDS.match(line)), None)
    if k is None:
        return {"text": "\n\n".join(lines) if text is None else text}
    after = lines[k + 1 :]
    date = _date(after[0]) if after else ""
    outlet = 2 if len(after) > 2 and re.fullmatch(r"\d\d:\d\d(?: [A-Z]+)?", after[1]) else 1
    copyright = next((n for n, line in enumerate(after) if re.match(r"(?:Copyright|\(c\)|©)", line, re.I)), None)
    body = (
        "\n\n".join(after[copyright + 1 :] if copyright is not None else after[outlet + 3 :]) if text is None else text
    )
    before = [line for line in lines[:k] if not re.match(r"By ", line)]
    headline = next((line for line in reversed(before) if not line.startswith("Special to")), "")
    return {"outlet": after[outlet] if len(after) > outlet else "", "date": date, "headline": headline, "text": body}
