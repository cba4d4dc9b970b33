"""What a coder sees of an item: its passage, with what is claimed between ⟦ ⟧, and nothing that names its outlet."""

import hashlib
import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

from samestory.coding.items import Side

BEFORE = 2  # sentences before a passage that are shown with it
MARKS = "⟦⟧"
OUTLET, REPORTER, ADDRESS = "[outlet]", "[reporter]", "[address]"
LONGEST = 32_000  # characters that a cell of a spreadsheet holds
COLUMNS = ["item", "kind", "before", "passage", "claim"]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+")
_HOST = re.compile(r"\w+://(?:www\.)?([^\s/:?#@\[\]]+)")
_ENDINGS = re.compile(r"\s+(?:News|Online|International|Newspaper|English)$|\.(?:com|org|net|co\.\w+|\w{2})$")


def shown(drawn: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame, *, seed: int = 1) -> pd.DataFrame:
    """What is shown of each item drawn: COLUMNS, outlets, reporters and addresses masked, sides in an order of chance.

    `drawn` is the table of `draw.drawn`, `sentences` the span table of what is read of the articles. An account in
    which nothing was found is shown whole, in `texts`.
    """
    names = masks(articles)
    told = {a: (list(of["start"]), list(of["end"])) for a, of in sentences.groupby("article_id", sort=False)}
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = [
        (row.item, row.kind, *(masked(part, names) for part in _parts(row, texts, told, articles)))
        for row in drawn[drawn["item"].notna()].itertuples()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def texts(drawn: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """What is read of the accounts in which something was looked for and not found: `text` (its name), `sentence`."""
    names = masks(articles)
    rows = [
        (text_name(row.item, side.article_id), masked(_line(sentence), names))
        for row in drawn[drawn["item"].notna()].itertuples()
        for side in row.sides
        if not side.marks
        for sentence in sentences.loc[sentences["article_id"].eq(side.article_id), "text"]
    ]
    return pd.DataFrame(rows, columns=["text", "sentence"])


def digest(passage: object, claim: object) -> str:
    """By what a row is known to show what it showed: 12 letters of its passage and claim, white space aside."""
    told = "\0".join(_line(str(part)) for part in (passage, claim))
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def masks(articles: pd.DataFrame) -> dict[str, re.Pattern[str]]:
    """What is hidden, by what stands in its place: addresses, the outlets under their usual names, reporters."""
    outlets = {form for name in articles["outlet"].dropna().unique() for form in _forms(str(name))}
    hosts = articles["url"].str.extract(_HOST, expand=False).dropna().unique() if "url" in articles else []
    outlets |= {form for host in hosts for form in _forms(host)}
    bylines = articles["reporters"].dropna() if "reporters" in articles else []
    reporters = {name.strip() for names in bylines for name in re.split(r",|;| and | & ", str(names)) if name.strip()}
    return {ADDRESS: _LINK, OUTLET: _any(outlets), REPORTER: _any(reporters)}


def masked(text: str, masks: dict[str, re.Pattern[str]]) -> str:
    """The text without what is hidden, as a cell holds it."""
    for instead, pattern in masks.items():
        text = pattern.sub(instead, text)
    return _CONTROL.sub("", text)[:LONGEST]


def text_name(item: str, article_id: str) -> str:
    """The name of a text in the sheet, which no other item shares."""
    return f"text {hashlib.sha256(f'{item}{article_id}'.encode()).hexdigest()[:4]}-{item}"


def _forms(name: str) -> set[str]:
    """A name as texts write it: without article or ending, as one word, and by its first letters.

    >>> sorted(_forms("The Northern Post"))
    ['NP', 'Northern Post', 'NorthernPost', 'TNP', 'The Northern Post']
    """
    bare = re.sub(r"^[Tt]he\s+", "", name)
    short = {_ENDINGS.sub("", form) for form in (name, bare)}
    initials = {"".join(word[0] for word in form.split()).upper() for form in (name, bare) if " " in form}
    joined = {form.replace(" ", "") for form in (bare, *short) if " " in form}
    return {form for form in {name, bare, *short, *initials, *joined} if len(form) > 1}


def _any(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as a whole word, with its capitals, all in capitals, or, of one word, in none but the first."""
    forms = {form for name in names for form in (name, name.upper())}
    forms |= {form for name in names if name.isalpha() and len(name) > 4 for form in (name.lower(), name.capitalize())}
    found = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<!\w)@?(?:{found})(?!\w)" if found else r"(?!)")


def _parts(row, texts: dict[str, str], told: dict, articles: pd.DataFrame) -> tuple[str, str, str]:
    """What stands before, the passage, and the claim of an item."""
    if len(row.sides) == 1:
        return (*_passage(row.sides[0], texts, told), row.claim)
    ordered = sorted(row.sides, key=lambda side: text_name(row.item, side.article_id))
    names = dict(zip(articles["article_id"], articles["outlet"], strict=True))
    claim, lines = row.claim, []
    for letter, side in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 9, ordered, strict=False):
        claim = claim.replace(str(names[side.article_id]), letter)
        said = f" ({side.said})" if side.said else ""
        passage = _passage(side, texts, told)[1] or f"nothing found; see {text_name(row.item, side.article_id)}"
        lines.append(f"{letter}{said}: {passage}")
    return "", "\n".join(lines), claim


def _passage(side: Side, texts: dict[str, str], told: dict) -> tuple[str, str]:
    """The sentences before the marked ones, and those with the marks in them; both empty where nothing is marked."""
    if not side.marks:
        return "", ""
    text, (starts, ends) = texts[side.article_id], told[side.article_id]
    low, high = side.marks[0][0], max(end for _, end in side.marks)
    first, last = (max(int(np.searchsorted(starts, place, side="right")) - 1, 0) for place in (low, high - 1))
    start, end = min(starts[first], low), max(ends[last], high)
    before = " ".join(text[a:b] for a, b in list(zip(starts, ends, strict=True))[max(0, first - BEFORE) : first])
    return _line(before), _line(_between(text, start, end, side.marks))


def _between(text: str, start: int, end: int, marks: tuple[tuple[int, int], ...]) -> str:
    """`text[start:end]` with the marks set in it."""
    out, at = [], start
    for left, right in sorted(marks):
        left = max(left, at)
        if left < right:
            out += [text[at:left], MARKS[0], text[left:right], MARKS[1]]
            at = right
    return "".join([*out, text[at:end]])


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
