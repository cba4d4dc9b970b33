"""How alike two words are used, read off word vectors (GloVe; Pennington, Socher & Manning 2014; `corpus.vectors`).

Words used alike need not mean the same: *gunman* and *attacker* are (.78), *Monday* and *Tuesday* are more so (.98),
and so are opposites. Likeness proposes; something else must decide.
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory.corpus import parser, vectors


def likeness(one: str, other: str) -> float:
    """The cosine of two words' vectors, −1 to 1, whatever their case; missing (NaN) where a word has no vector."""
    table = _table()
    rows = [table.row.get(word.lower()) for word in (one, other)]
    if None in rows:
        return np.nan
    return float(table.rows[rows[0]] @ table.rows[rows[1]])


def nearest(word: str, among: Iterable[str]) -> pd.Series:
    """The likeness of a word to each of the given ones, most alike first; those without a vector are left out."""
    alike = pd.Series({other: likeness(word, other) for other in among}, dtype="float64", name="likeness")
    return alike.dropna().sort_values(ascending=False, kind="stable")


@lru_cache(maxsize=1)
def _table() -> vectors.Table:
    """The word vectors shipped with the pipeline, each of length one."""
    table = vectors.read(parser.SHIPPED / vectors.FILE)
    return vectors.Table(table.row, table.rows / np.linalg.norm(table.rows, axis=1, keepdims=True))
