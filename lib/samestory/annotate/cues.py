"""Cues: words tied to a frame, a hedge or a degree (`data/cues.csv`).

A hit is a cue, never a frame: a topic is not a frame, and a word is not a stance. Each stands with its sentence and its
voice. A row of the table without a term is a trap: what it matches is no cue of that family.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from samestory.annotate import beginnings, spans
from samestory.corpus import known

COLUMNS = {"family": "str", "term": "str"}
AFTER = re.compile(r" [A-Z][a-z]")  # the word after begins in a capital
BEFORE = re.compile(r"[A-Za-z,] ?[A-Z][a-z'-]+ $")  # and so does the one before, which does not begin the sentence
NEAR = 24  # characters before a word in which the word before stands
WORD = re.compile(r"[A-Za-z]{4,}")
LINE = 60  # characters around a word that tell whether a headline stands there
BEFORE_IT, AFTER_IT = r"(?<![\w'-])", r"(?![\w-])"  # the edges of a word
TITLE = 0.6  # of the longer words in capitals: more are a headline set in capitals
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-", "\u00a0": " ", "\n": " ", "\t": " "})

Family = tuple[str, re.Pattern[str], list[str | None]]  # its name, a pattern of all its rows, the term of each row


def cues(articles: pd.DataFrame) -> pd.DataFrame:
    """The cues of each family as a span table with `family` and `term` (the row of `data/cues.csv` that matched).

    Families: conflict, human interest, responsibility, morality and law, economy (Semetko & Valkenburg 2000),
    humanitarian, hedges, certainty (Hyland 2005), intensifiers, whole, part (Quirk et al. 1985). A word may be a cue of
    two families; a word within a name (“the Affordable Care Act”) is none. Misses what is worded otherwise; the
    precision of each family on news stands in `data/README.md`.
    """
    return spans.table(articles, _find, COLUMNS, overlap=True)


def _find(text: str) -> Iterator[dict]:
    """The cues of one text; within a family the first row that matches counts and a trap hides what it covers."""
    plain, (anywhere, families) = text.translate(_PLAIN), _families()
    held = dict.fromkeys((name for name, *_ in families), 0)
    for place in (match.start() for match in anywhere.finditer(beginnings.small(plain))):
        for name, pattern, terms in families:
            match = pattern.match(plain, place) if place >= held[name] else None
            if match is None:
                continue
            held[name] = match.end()
            term, end = terms[int(str(match.lastgroup)[1:])], place + len(match[0].rstrip())
            if term is not None and not _in_name(plain, place, end):
                yield {"start": place, "end": end, "family": name, "term": term}


def _in_name(plain: str, start: int, end: int) -> bool:
    """Whether words in capitals have a neighbour in capitals: a part of a name, unless the whole line is set so."""
    if not plain[start].isupper() or not (AFTER.match(plain, end) or BEFORE.search(plain, max(0, start - NEAR), start)):
        return False
    words = WORD.findall(plain[max(0, start - LINE) : end + LINE])
    return sum(word[0].isupper() for word in words) <= len(words) * TITLE


@lru_cache(maxsize=1)
def _families() -> tuple[re.Pattern[str], list[Family]]:
    """Where some row may match, and each family with one pattern of all its rows, traps first."""
    rows = known.table("cues.csv", ["family", "term", "pattern", "source"])
    rows = rows.assign(pattern=rows["pattern"].fillna(rows["term"].map(lambda term: re.escape(str(term)))))
    traps_first = rows.sort_values("term", key=lambda terms: terms.notna(), kind="stable")
    families = [_family(str(name), group) for name, group in traps_first.groupby("family", sort=False)]
    return beginnings.anywhere(rows["pattern"], BEFORE_IT, AFTER_IT), families


def _family(name: str, rows: pd.DataFrame) -> Family:
    parts = [f"(?P<r{k}>{pattern})" for k, pattern in enumerate(rows["pattern"])]
    whole = re.compile(rf"{BEFORE_IT}(?:{'|'.join(parts)}){AFTER_IT}|(?!)", re.IGNORECASE)
    return name, whole, [term if isinstance(term, str) else None for term in rows["term"]]
