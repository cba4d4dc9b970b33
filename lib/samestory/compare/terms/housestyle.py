"""Words that follow from a stylebook and not from a choice about the story: courtesy titles, bylines, spellings."""

import re
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory.compare import inference
from samestory.compare.terms.profile import found_in, profiles, used
from samestory.corpus import counting, known

FILE = "housestyle.csv"


def house_style(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What keyness leaves out as house style: `term, kind, group, count, documents, note`, a row a term and group.

    Only terms that the articles use; `kind` and `note` come from `data/housestyle.csv`, which can be edited.
    """
    inference.column(articles, by)
    told = articles.dropna(subset=[by]).reset_index(drop=True)
    listed = _listed()
    running = counting.words(told)
    rows = []
    for n in sorted(set(listed["term"].str.split().str.len())):
        counts = profiles(running, running.article, len(told), n, 1)
        for group in inference.groups(told, by):
            chosen = (told[by] == group).to_numpy()
            some = pd.DataFrame(
                {"term": counts.terms, "count": used(counts, chosen), "documents": found_in(counts, chosen)}
            )
            rows.append(listed.merge(some[some["count"] > 0], on="term").assign(group=group))
    table = pd.concat(rows)[["term", "kind", "group", "count", "documents", "note"]]
    return table.astype({"count": int, "documents": int}).sort_values(
        ["kind", "term"], ignore_index=True, kind="stable"
    )


def matches(terms: np.ndarray) -> np.ndarray:
    """Which of the terms are, or hold, a word of house style."""
    pattern = _pattern()
    return np.fromiter((pattern.search(term) is not None for term in terms), bool, len(terms))


@lru_cache(maxsize=1)
def _listed() -> pd.DataFrame:
    return known.table(FILE, ["term", "kind", "note", "source"])


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)(?:" + "|".join(map(re.escape, _listed()["term"])) + r")(?!\S)")
