"""Told here, not there: a sentence that can be read by itself, and what was looked for where it is not told."""

import re

import pandas as pd

from samestory.compare.facts.firsts import LEANS
from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind

FIGURES = 4  # a sentence of so many figures is a list
LIST = re.compile(r"\d[\d,.]*")
POINTS_BACK = re.compile(r"\b(?:also|too|instead|however|meanwhile|earlier|later)\b", re.IGNORECASE)
SAID = re.compile(r"[“\"][^”\"]*[”\"]")
SPEAKS = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|my|we|our|you|your)\b")  # the outlet in its own person: no fact


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “…”. South: not told (looked for: pilot · 40).”, then the others."""
    has, also, lacks = words.split(sides)
    looked = words.looked_for(has["differs"])
    too = f" ({words.listed(also)} too)" if also else ""
    others = words.rest(sides, articles, by)
    unsure = f" Of {words.listed(others)} it is not sure." if others else ""
    told = words.quoted(has["text"])
    return f"{has['group']}{too}: {told}. {words.listed(lacks)}: not told (looked for: {looked}).{unsure}"


def clears(sides: pd.DataFrame) -> bool:
    """Whether the sentence stands by itself: leans on none before it, no list of figures, not of the newsroom."""
    has, _, _ = words.split(sides)
    text = str(has["text"])
    leans = LEANS.search(text) or POINTS_BACK.search(text) or text[:1] in '“"'
    house = re.sub(r"\W", "", str(has["group"]).partition("(")[0]).casefold()
    ours = house in re.sub(r"\W", "", text).casefold() or SPEAKS.search(SAID.sub("", text))
    return not leans and not ours and len(LIST.findall(text)) < FIGURES


LEFT_OUT = Kind(
    "omission", "Told here, not there", "Looked for in these articles only, by its names, figures and rare words.", 4,
    sentence, innocent.lacking, clears,
)  # fmt: skip
