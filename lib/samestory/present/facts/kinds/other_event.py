"""Accounts that are hardly of one event, and so are not compared."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North and South tell of two events, or of two sides of one: North “…”, South “…”.”, and what follows."""
    names, others = list(sides["group"].astype("str")), words.rest(sides, articles, by)
    each = ", ".join(f"{row.group} {words.quoted(row.text)}" for row in sides.itertuples())
    if others:
        tell, they = ("tells", "it") if len(names) == 1 else ("tell", "they")
        said = f"{words.listed(names)} {tell} of another event than {words.listed(others)}, or of another side of it"
        return f"{said}: {each}. What {they} {'leaves' if they == 'it' else 'leave'} out was not looked for."
    many = "two" if len(names) == 2 else "different"
    said = f"{words.listed(names)} tell of {many} events, or of {many} sides of one: {each}."
    return f"{said} What one of them leaves out was not looked for."


OTHER_EVENT = Kind("agreement", "What is told", "By their headlines, their days and the facts they share.", 1, sentence,
                   innocent.days, phrase="which event they tell of")  # fmt: skip
