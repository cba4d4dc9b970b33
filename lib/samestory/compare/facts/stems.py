"""The words of a phrase that mean something, as stems: what two phrases have in common."""

import re

import pandas as pd

from samestory.annotate import content

JOINED = re.compile(r"[-–—/]")
MARKS = ".,’'\"“”:;?!()[]"


def stems(phrase: object, *, parts: bool = False) -> frozenset[str]:
    """The stems of a phrase that are no function words; with `parts` also those of the parts of joined words.

    >>> sorted(stems("the anti-abortion rallies")), sorted(stems("anti-abortion", parts=True))
    (['anti-abort', 'ralli'], ['abort', 'anti', 'anti-abort'])
    """
    if pd.isna(phrase):  # type: ignore[call-overload]
        return frozenset()
    words = str(phrase).split() + (JOINED.sub(" ", str(phrase)).split() if parts else [])
    plain = {word.strip(MARKS).lower() for word in words} - content.FUNCTION_WORDS
    return frozenset(content.stem(word) for word in plain if word)
