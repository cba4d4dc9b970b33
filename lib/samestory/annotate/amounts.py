"""Amounts without a number: "nearly all the population", "most of the territory", "for months".

They say something about size that no interval can hold, so they are listed beside the figures and never charted.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd

from samestory.annotate import spans
from samestory.corpus import known

COLUMNS = {"amount": "str"}


def amounts(articles: pd.DataFrame) -> pd.DataFrame:
    """The unquantified amounts of the articles: each phrase of quantity, with its class in `amount`.

    Classes and phrases, each with its source, stand in `data/amounts.csv`: nearly all, most, much, many, some, few,
    time (for months). A bare "all" says no size and is left out.
    """
    return spans.table(articles, find, COLUMNS)


def find(text: str) -> Iterator[dict]:
    """The phrases of quantity in a text, the longest where one holds another."""
    expression, classes = _expression()
    for m in expression.finditer(text):
        yield {"start": m.start(), "end": m.end(), "amount": classes[re.sub(r"\s+", " ", m[0].lower())]}


@lru_cache(maxsize=1)
def _expression() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = known.table("amounts.csv", ["phrase", "amount", "source"])
    classes = dict(zip(rows["phrase"], rows["amount"], strict=True))
    longest = sorted(classes, key=len, reverse=True)
    any_of = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest)
    guard = r"(?<![\w’'-])(?<!\bnot )(?<!\bhow )(?<!\bas )(?<!\bso )(?<!\btoo )"
    return re.compile(rf"{guard}(?:{any_of})(?![\w’'-])", re.IGNORECASE), classes
