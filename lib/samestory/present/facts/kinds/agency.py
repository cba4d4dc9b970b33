"""Who did it is said here, and not there."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “guards shot two”. South: “two were shot”. Who did it is said in the first only.”"""
    return f"{words.sentences(sides)} Who did it is said in the first only."


AGENCY = Kind("agency", "Who does it", "A grammatical class is not blame.", 2, sentence, innocent.wire)
