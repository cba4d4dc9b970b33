"""The same words given to two people: said only where nothing else explains it.

Most of both quotations must be the same words, six or more; the articles tell one story; nobody passes the words on;
and each speaker is named in the sentence of the quotation, under a name that is not the other's misspelt or shortened.
"""

from itertools import combinations

import pandas as pd

from samestory.annotate.actors.forms import alike
from samestory.compare.voices.wording import shared, words
from samestory.corpus import language

FEWEST = 6  # words: shorter wordings may be two people's own
MOST = 0.75  # of the words of each of the two quotations


def conflicting(rows: pd.DataFrame) -> bool:
    """Whether rows of one quotation, with their `story` and whether they are `sure`, name different speakers."""
    told = rows[rows["sure"]].itertuples(index=False)
    return any(_differ(one, other) and _is_same(one.text, other.text) for one, other in combinations(told, 2))


def _differ(one, other) -> bool:
    one_story = one.story == other.story != ""
    return one_story and one.article_id != other.article_id and not alike(one.speaker, other.speaker)


def _is_same(one: str, other: str) -> bool:
    first, second = words(one), words(other)
    longest = max(len(first), len(second))
    return min(len(first), len(second)) >= FEWEST and shared(first, second) >= MOST * longest


def sure(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Which quotations name their speaker, a person, in their own sentence, with nobody between them and the reader."""
    named = quotes["source_class"].eq("named") & quotes["reached"].eq("named") & quotes["relay"].isna()
    named &= quotes["speaker"].notna()
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    beside = [
        bool(held) and _is_beside(texts[row.article_id], row)
        for held, row in zip(named, quotes.itertuples(index=False), strict=True)
    ]
    return pd.Series(beside, index=quotes.index, dtype="bool")


def _is_beside(text: str, row) -> bool:
    """Whether a quotation and its source stand in one sentence."""
    within = [span for span in language.sentence_spans(text) if span[0] <= row.source_start < span[1]]
    return bool(within) and row.start < within[0][1] and within[0][0] < row.end
