"""What each account of one piece of news quotes of one person."""

import pandas as pd

from samestory.present.facts import words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“Of Ada Lind, North quotes “…”; South “…”. Neither has the other’s words.”"""
    verbs = [" quotes"] + [""] * (len(sides) - 1)
    said = zip(sides["group"], verbs, sides["text"], strict=True)
    each = "; ".join(f"{group}{verb} {words.quoted(text)}" for group, verb, text in said)
    neither = "Neither has the other’s words" if len(sides) == 2 else "None has another’s words"
    return f"Of {sides['subject'].iloc[0]}, {each}. {neither}."


SPEECH = Kind("source", "What each quotes of {subject}", "Words inside quotation marks, in these articles only.", 2,
              sentence, phrase="what is quoted of {subject}")  # fmt: skip
