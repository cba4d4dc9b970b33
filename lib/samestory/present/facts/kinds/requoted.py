"""One utterance that two accounts quote in other words."""

import pandas as pd

from samestory.present.facts import words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“Both quote Ada Lind, in other words: North “…”, South “…”.”"""
    each = ", ".join(f"{row.group} {words.quoted(row.text)}" for row in sides.itertuples())
    return f"Both quote {sides['subject'].iloc[0]}, in other words: {each}."


def _twice(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    return "It may have been said twice, or shortened, or taken down by two hands."


REQUOTED = Kind(
    "source", "{subject}", "Words inside quotation marks; only a recording shows which were said.", 3, sentence, _twice
)
