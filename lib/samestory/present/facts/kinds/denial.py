"""Denied here: who denies something in one account, and is named in another that has no denial of theirs."""

import pandas as pd

from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “…”. South names Ada Lind, and has no denial of theirs.”"""
    has, also, lacks = words.split(sides)
    too = f" ({words.listed(also)} too)" if also else ""
    verbs = "names {0} and has" if len(lacks) == 1 else "name {0} and have"
    told = f"{words.listed(lacks)} {verbs.format(has['subject'])} no denial"
    return f"{has['group']}{too}: {words.quoted(words.around(has.to_dict(), articles))}. {told}."


DENIAL = Kind(
    "omission", "Denied here, no denial there",
    "Looked for in these articles only, near every mention of who denies and in all they are said to say.", 2, sentence,
    innocent.lacking, phrase="whose denial is told",
)  # fmt: skip
