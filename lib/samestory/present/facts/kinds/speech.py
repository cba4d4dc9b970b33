"""What each account quotes of one person: which part of a speech, and which words in one piece of news."""

import pandas as pd

from samestory.present.facts import words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North and South quote Ada Lind: North also “…”, South also “…”. Neither has the other’s words.”"""
    names = words.listed(list(dict.fromkeys(sides["group"].astype("str"))))
    also = ", ".join(f"{row.group} also {words.quoted(row.text)}" for row in sides.itertuples())
    return f"{names} quote {sides['subject'].iloc[0]}: {also}. {_neither(sides)}."


def quoted(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“Of Ada Lind, North quotes “…”; South “…”. Neither has the other’s words.”"""
    verbs = [" quotes"] + [""] * (len(sides) - 1)
    said = zip(sides["group"], verbs, sides["text"], strict=True)
    each = "; ".join(f"{group}{verb} {words.quoted(text)}" for group, verb, text in said)
    return f"Of {sides['subject'].iloc[0]}, {each}. {_neither(sides)}."


def _neither(sides: pd.DataFrame) -> str:
    return "Neither has the other’s words" if len(sides) == 2 else "None has another’s words"


SPEECH = Kind("source", "What {subject} said", "Words inside quotation marks, in these articles only.", 2, sentence,
              phrase="what is quoted of {subject}")  # fmt: skip
QUOTED = Kind("source", "What each quotes of {subject}", "Words inside quotation marks, in these articles only.", 2,
              quoted, phrase="what is quoted of {subject}")  # fmt: skip
