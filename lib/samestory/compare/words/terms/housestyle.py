"""Words that no choice about the story explains: courtesy titles, bylines, spellings, and an outlet's own name."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory.compare import groups
from samestory.compare.words.terms.profile import profiles
from samestory.corpus import counting, known, language

FILE = "housestyle.csv"
OWN_NAME = "an outlet names itself more often than others do"


def house_style(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What keyness leaves out as house style: `term, kind, group, count, documents, note`, a row a term and group.

    Only terms of up to three words that the articles use; `kind` and `note` come from `data/housestyle.csv`, which can
    be edited; the names of the outlets are added.
    """
    belongs = groups.of(articles, by)
    listed = pd.concat([_listed(), pd.DataFrame({"term": own_names(articles), "kind": "own name", "note": OWN_NAME})])
    running = counting.words(articles)
    lengths = sorted(set(listed["term"].str.split().str.len()) & set(counting.BITS))
    uses = pd.concat([_uses_of(set(listed["term"]), running, len(articles), n) for n in lengths])
    uses = uses.assign(group=belongs.astype("str").to_numpy()[uses["article"]])
    told = uses.groupby(["term", "group"], sort=False).agg(count=("uses", "sum"), documents=("uses", "size"))
    table = listed.merge(told.reset_index(), on="term")[["term", "kind", "group", "count", "documents", "note"]]
    table = table[table["kind"].ne("own name") | _of_its_own(table, articles["outlet"], belongs)]
    table = table.sort_values("group", key=lambda name: name.map(belongs.cat.categories.get_loc), kind="stable")
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.astype({"count": int, "documents": int}).sort_values(
        ["kind", "term"], ignore_index=True, kind="stable"
    )


def _of_its_own(uses: pd.DataFrame, outlets: pd.Series, belongs: pd.Series) -> pd.Series:
    """Whether each term is in the name of an outlet of the group that uses it."""
    names = outlets.astype("str").str.lower().groupby(belongs.astype("str").to_numpy()).agg(" | ".join)
    return pd.Series(
        [term in names[str(group)] for term, group in zip(uses["term"], uses["group"], strict=True)],
        index=uses.index,
        dtype="bool",
    )


def _uses_of(terms: set[str], running: counting.Words, articles: int, n: int) -> pd.DataFrame:
    """How often each article uses each of the terms of n words: `term, article, uses`."""
    counts = profiles(running, running.article, articles, n, 1)
    kept = pd.Index(counts.terms).isin(terms)[counts.term]
    table = {"term": counts.terms[counts.term[kept]], "article": counts.unit[kept], "uses": counts.uses[kept]}
    return pd.DataFrame(table)


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
    return known.table(FILE, ["term", "kind", "note", "source"])


def pattern(articles: pd.DataFrame) -> re.Pattern[str]:
    """What finds house style in a term: the words listed, and the outlets' own names."""
    words = [*_listed()["term"], *own_names(articles)]
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, words)) + r")(?!\S)")
