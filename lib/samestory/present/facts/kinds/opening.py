"""The first sentences of the accounts of one story."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North opens: “…”. South opens: “…”.”"""
    return " ".join(f"{row.group} opens: {words.quoted(row.text, words.LEDE)}." for row in sides.itertuples())


OPENING = Kind("emphasis", "The first sentence", "Each is the first whole sentence of the text.", 1, sentence,
               innocent.unlike)  # fmt: skip
