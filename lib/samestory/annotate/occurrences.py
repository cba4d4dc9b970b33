"""Occurrences of words a reader asks for, wherever they stand: the spans of a concordance or a barcode."""

import re
from collections.abc import Iterable
from functools import partial

import pandas as pd

from samestory.annotate import spans

COLUMNS = {"term": "str"}
BETWEEN = r"(?:['’]s)?[^\S\n]*[-,;:]?[^\w.!?;“”\"]+"


def occurrences(articles: pd.DataFrame, terms: Iterable[str]) -> pd.DataFrame:
    """Where each term stands: a span table with the column `term`, as it was asked for.

    A term is one or more words, read without regard to case; `*` stands for any letters (`captive*`). The words of a
    term may have a possessive ’s or white space between them, but no end of a sentence. Where two terms overlap, the
    one asked for first is found.
    """
    patterns = {term: pattern(term) for term in dict.fromkeys(terms) if term.strip(" *")}
    return spans.table(articles, partial(find, patterns=patterns), COLUMNS)


def find(text: str, patterns: dict[str, re.Pattern[str]]) -> list[dict]:
    """The occurrences in one text; no two overlap."""
    taken: list[tuple[int, int]] = []
    found = []
    for term, wanted in patterns.items():
        for match in wanted.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                found.append({"start": match.start(), "end": match.end(), "term": term})
    return found


def pattern(term: str) -> re.Pattern[str]:
    """What matches a term: its words in order, `*` any letters, either apostrophe."""
    words = (re.escape(word).replace("'", "['’]").replace(r"\*", r"[\w’'-]*") for word in term.split())
    return re.compile(rf"(?<!\w)(?:{BETWEEN.join(words)})(?!\w)", re.IGNORECASE)
