"""How much of the same thing: all here, nearly all there."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“How much of the same: North “all ships”, South “nearly all ships”.”"""
    each = words.listed([f"{row.group} {words.quoted(row.text)}" for row in sides.itertuples()], joint=", ")
    return f"How much of the same: {each}."


QUANTITY = Kind("figure", "How much of the same", "Paired by the words the sentences share.", 2, sentence,
                innocent.wire)  # fmt: skip
