"""Words that no choice about the story explains: courtesy titles, bylines, spellings, and an outlet's own name."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory.compare import groups
from samestory.corpus import counting, known, language, reading

FILE = "housestyle.csv"
_MARKED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)", re.MULTILINE)  # what stands in quotation marks


def house_style(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What of house style the groups use: `term, kind, group, count, documents, note`, a row a term and group.

    The terms of `data/housestyle.csv`, which can be edited, that say how they are `written`: where that stands outside
    quotation marks (a courtesy title before a name). Others (names of agencies and outlets, words of the page) are left
    out of keyness as well, but are no style.
    """
    listed = _listed().dropna(subset=["written"])
    texts = [_MARKED.sub(" ", text) for text in reading.read(articles)["text"]]
    belongs = groups.of(articles, by).astype("str").to_numpy()
    found = [
        (row.term, row.kind, group, uses, row.note)
        for row in listed.itertuples()
        for pattern in [re.compile(row.written)]
        for text, group in zip(texts, belongs, strict=True)
        if (uses := sum(1 for _ in pattern.finditer(text)))
    ]
    table = pd.DataFrame(found, columns=["term", "kind", "group", "uses", "note"])
    keys = ["term", "kind", "group", "note"]
    told = table.groupby(keys, sort=False, dropna=False).agg(count=("uses", "sum"), documents=("uses", "size"))
    told = told.reset_index()[["term", "kind", "group", "count", "documents", "note"]]
    told = told.assign(group=groups.in_order(told["group"], articles, by))
    return told.sort_values(["kind", "term", "group"], ignore_index=True, kind="stable")


def own_names(articles: pd.DataFrame) -> list[str]:
    """The outlets' names in small letters, and those words of them that mostly stand in the name (“jazeera”)."""
    running = counting.words(articles)
    number = {word: k for k, word in enumerate(running.vocabulary)}
    often = np.bincount(running.ids, minlength=len(number))
    names = []
    for outlet in articles["outlet"].dropna().unique():
        words = [outlet[a:b].lower() for a, b in language.token_spans(outlet)]
        words = words[1:] if words[:1] == ["the"] else words
        ids = [number.get(word, -1) for word in words]
        whole = 2 * _in_a_row(ids, running.ids) if len(words) > 1 else 0
        names += [" ".join(words), *(word for word, k in zip(words, ids, strict=True) if k >= 0 and whole > often[k])]
    return list(dict.fromkeys(filter(None, names)))


def _in_a_row(ids: list[int], running: np.ndarray) -> int:
    """How often words follow each other."""
    starts = np.flatnonzero(running[: max(len(running) - len(ids) + 1, 0)] == ids[0])
    for step, one in enumerate(ids[1:], 1):
        starts = starts[running[starts + step] == one]
    return len(starts)


def matches(terms: np.ndarray, pattern: re.Pattern[str] | None) -> np.ndarray:
    """Which of the terms are, or hold, a word of house style (see `pattern`); none where there is no pattern."""
    if pattern is None:
        return np.zeros(len(terms), bool)
    return np.fromiter((pattern.search(term) is not None for term in terms), bool, len(terms))


@lru_cache(maxsize=1)
def _listed() -> pd.DataFrame:
    return known.table(FILE, ["term", "kind", "written", "note", "source"])


def pattern(articles: pd.DataFrame) -> re.Pattern[str]:
    """What finds house style in a term: the words listed, and the outlets' own names."""
    words = [*_listed()["term"], *own_names(articles)]
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, words)) + r")(?!\S)")
