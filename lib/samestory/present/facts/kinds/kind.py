"""What a kind of difference needs to stand in a brief."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from samestory.present.facts import innocent

FUSED = re.compile(r"\b([A-Z][A-Za-z]+)\b(?: \S+){1,6} \1(?=[A-Z])")  # a page’s links: “McCaw Bo McCawEk”
STAMP = re.compile(r"\bupdated? (?:at|on)\b|\b\d{1,2}:\d\d (?:[ap]\.?m\.?|E[DS]?T)\b", re.IGNORECASE)


class Kind(NamedTuple):
    """One kind: its theme among the findings, what is said of it, and what a difference of it must be to be said."""

    theme: str
    title: str
    caveat: str
    room: int
    sentence: Callable[[pd.DataFrame, pd.DataFrame, str], str]
    innocent: Callable[[pd.DataFrame, pd.DataFrame, pd.DataFrame], str] = innocent.nothing
    clears: Callable[[pd.DataFrame], bool] = lambda sides: True
    phrase: str = ""  # what the accounts differ in, if it is not the title


def readable(sides: pd.DataFrame) -> bool:
    """Whether no words of the sides are furniture of a page: links run into a name, stamps of a running log."""
    told = sides[sides["start"].notna()]
    texts = [str(words) for words in (*told["text"], *told.get("source", ()))]
    return not any(FUSED.search(text) or STAMP.search(text) for text in texts)
