"""Which part of what somebody said on one occasion each account quotes."""

import pandas as pd

from samestory.present.facts import words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North and South quote Ada Lind: North also “…”, South also “…”. Neither has the other’s words.”"""
    names = words.listed(list(dict.fromkeys(sides["group"].astype("str"))))
    also = ", ".join(f"{row.group} also {words.quoted(row.text)}" for row in sides.itertuples())
    neither = "Neither has the other’s words" if len(sides) == 2 else "None has another’s words"
    return f"{names} quote {sides['subject'].iloc[0]}: {also}. {neither}."


SPEECH = Kind("source", "What {subject} said", "Words inside quotation marks, in these articles only.", 2, sentence,
              phrase="what is quoted of {subject}")  # fmt: skip
