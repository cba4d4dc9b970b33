"""Which articles of one story are like pieces: what one has and the other lacks says something only between such.

Two stories of one day, a profile and the news, a guide and a report share a topic and hardly a fact. A column, and what
is written ahead of an event, tell other things than a report of it; which of them an article is, its words show.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from samestory import known
from samestory.calendar import WEEKDAYS
from samestory.compare.facts.alignment import PROPOSE, SHOW

Pairs = frozenset[frozenset[str]]  # of articles, by their ids
SHARE = 0.1  # of the sentences of the shorter article, more than so many have a near one in the other
OPENING = 220  # letters of a text that say when it was written
QUOTATION = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|$)", re.MULTILINE)
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\b(?!\.)")
PARAGRAPHS = 2  # of an article in which its writer speaks of himself, from which it is comment
LABELLED = re.compile(r"(?:opinion|commentary|editorial|column|op-ed)\b", re.IGNORECASE)  # as outlets head comment


def alike(scores: pd.DataFrame, sentences: pd.DataFrame) -> Pairs:
    """The pairs of articles that surely tell one fact in common, and near ones in more than SHARE of their sentences.

    `scores` is the table of `alignment.scores`.
    """
    near = scores[scores["score"].ge(PROPOSE)]
    pairs = near.groupby(["article_id", "other_id"], sort=False)
    told = pairs.agg(score=("score", "max"), start=("start", "nunique"), other=("other_start", "nunique")).reset_index()
    length = sentences["article_id"].value_counts()
    lengths = [told[name].map(length).astype("float64") for name in ("article_id", "other_id")]
    shorter = pd.concat(lengths, axis=1).min(axis=1)
    enough = told["score"].ge(SHOW) & told[["start", "other"]].min(axis=1).gt(SHARE * shorter)
    return frozenset(frozenset(pair) for pair in told.loc[enough, ["article_id", "other_id"]].to_numpy())


def has_like(articles: Iterable[str], like: Pairs) -> list[bool]:
    """For each of some articles whether at least one other of them is a like piece."""
    ids = list(articles)
    return [any(frozenset((one, other)) in like for other in ids if other != one) for one in ids]


def with_all(articles: Iterable[str], like: Pairs) -> list[bool]:
    """For each of some articles whether all others of them are like pieces."""
    ids = list(articles)
    return [all(frozenset((one, other)) in like for other in ids if other != one) for one in ids]


def ahead(article) -> bool:
    """Whether an article is written ahead of the event, as its headline says, or without one its opening.

    Under a headline of what has happened the opening may still say what is to come next.
    """
    return bool(_coming().search(_headline(article) or article.text[:OPENING]))


def weekdays(article) -> list[str]:
    """The days of the week that the opening of an article names: what it reports is of these."""
    return [day for day in WEEKDAYS if re.search(rf"\b{day.capitalize()}\b", article.text[:OPENING])]


def of_other_days(one, other) -> bool:
    """Whether the openings of two articles name days of the week, and none in common."""
    days = weekdays(one), weekdays(other)
    return all(days) and not set(days[0]) & set(days[1])


def comment(article) -> bool:
    """Whether an article is comment: its headline says so, or its writer says “I”, outside quotation marks."""
    lines = (QUOTATION.sub("", line) for line in article.text.split("\n"))
    return bool(LABELLED.match(_headline(article))) or sum(map(bool, map(FIRST_PERSON.search, lines))) >= PARAGRAPHS


def _headline(article) -> str:
    return "" if pd.isna(article.headline) else str(article.headline)


@lru_cache(maxsize=1)
def _coming() -> re.Pattern[str]:
    """The wordings of `data/ahead.csv`."""
    said = known.table("ahead.csv", ["words", "source"])["words"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)", re.IGNORECASE)


def older(other, mine) -> bool:
    """Whether an article is surely older than another, its day or month over before the other’s begins."""
    days = other.published, mine.published
    return all(isinstance(day, pd.Period) for day in days) and days[0].end_time < days[1].start_time
