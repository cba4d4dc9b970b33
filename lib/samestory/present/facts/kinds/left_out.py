"""Told here, not there: a sentence that can be read by itself, and what was looked for where it is not told."""

import re

import pandas as pd

from samestory.compare.facts.firsts import LEANS
from samestory.present.facts import innocent, words
from samestory.present.facts.kinds.kind import Kind

FIGURES = 4  # a sentence of so many figures is a list
LIST = re.compile(r"\d[\d,.]*")
POINTS_BACK = re.compile(  # to what was said before, or at a picture
    r"\b(?:also|too|instead|however|meanwhile|earlier|later|those|these|such|the two|did so)\b|"
    r"\b(?:for instance|for example|aside from)\b|"
    r"\b(?:of|in|at|on|for|by|with|from|after|before|about|to|\w+ly) (?:that|this) (?!(?:the|a|an|it|he|she|they|there|"
    r"we|week|weekend|month|year|morning|afternoon|evening|spring|summer|fall|autumn|winter|season)\b)[a-z]+|"
    r"^(?:from left|pictured|together|both|back in)\b|^\W*\w{1,4}\.,",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\b(?:he|she|his|her|they|their|him|them)\b", re.IGNORECASE)
NAME = re.compile(r"(?<!^)(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Oo]n )(?<!\bfrom )(?<!\bof )\b[A-Z][a-z]+")  # no place
SAID = re.compile(r"[“\"][^”\"]*[”\"]")
PLURAL = re.compile(r"\b(?:police|people|\w{3,}s)\b", re.IGNORECASE)  # those who may be meant
SPEAKS = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Oo]ur|[Yy]ou|[Yy]our|[Ll]et[’']s)\b"
)  # the outlet in its own person: no fact


def sentence(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> str:
    """“North: “…”. South: not told (looked for: pilot · 40).”, then the others."""
    has, also, lacks = words.split(_readable_first(sides))
    looked = words.looked_for(has["differs"])
    too = f" ({words.listed(also)} too)" if also else ""
    others = words.rest(sides, articles, by)
    unsure = f" Of {words.listed(others)} it is not sure." if others else ""
    told = words.quoted(has["text"])
    return f"{has['group']}{too}: {told}. {words.listed(lacks)}: not told (looked for: {looked}).{unsure}"


def clears(sides: pd.DataFrame) -> bool:
    """Whether a sentence that tells it stands by itself."""
    has, _, _ = words.split(_readable_first(sides))
    return _stands_alone(str(has["group"]), str(has["text"]))


def _readable_first(sides: pd.DataFrame) -> pd.DataFrame:
    """The sides of what two tell with the telling first that stands by itself, if the first of them does not."""
    told = sides[sides["start"].notna()]
    alone = [_stands_alone(str(row.group), str(row.text)) for row in told.itertuples()]
    return pd.concat([told[alone], sides.drop(told.index[alone])])


def _stands_alone(group: str, text: str) -> bool:
    """Whether a sentence leans on none before it, and is no list of figures and not of the newsroom."""
    leans = LEANS.search(text) or POINTS_BACK.search(text) or text[:1] in '“"•*–—-' or _half_quoted(text)
    leans = leans or _leaves_open(SAID.sub("", text))
    ours = _names_itself(group, text) or SPEAKS.search(SAID.sub("", text))
    return not leans and not ours and len(LIST.findall(text)) < FIGURES


def _half_quoted(text: str) -> bool:
    """Whether a quotation begins or ends outside a text."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def _leaves_open(text: str) -> bool:
    """Whether a text says he, she or they before it has named anybody, or begun with whom it is about."""
    said = PRONOUN.search(text)
    before = text[: said.start()] if said else ""
    return said is not None and not NAME.search(before) and not PLURAL.search(before)


def _names_itself(group: str, text: str) -> bool:
    """Whether an outlet's name stands in a text, as a whole or, where it begins with initials, by them."""
    whole = re.sub(r"\W", "", group.partition("(")[0]).casefold()
    initials = group.split()[0]
    short = initials.isupper() and re.search(rf"\b{re.escape(initials)}\b", text)
    return whole in re.sub(r"\W", "", text).casefold() or bool(short)


LEFT_OUT = Kind(
    "omission", "Told here, not there", "Looked for in these articles only, by its names, figures and rare words.", 2,
    sentence, innocent.lacking, clears,
    "what is told of {subject}",
)  # fmt: skip
