"""The same fact in each account's own words."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “…”. South: “…”.”"""
    return words.sentences(sides)


TELLING = Kind("edit", "The same, told otherwise", "Paired by the words the sentences share.", 8, sentence,
               innocent.wire)  # fmt: skip
