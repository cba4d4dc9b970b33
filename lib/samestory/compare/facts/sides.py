"""A difference and its sides, and the one table in which all kinds of differences stand."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from samestory.annotate import spans
from samestory.compare.facts.pieces import cited

KINDS = (
    "naming", "own label", "called", "other word", "description", "number", "quantity",
    "left out", "never named", "denial", "wording", "voice", "agency", "headline", "turn", "opening", "order",
    "speakers", "speech", "requoted", "other event",
)  # fmt: skip
COLUMNS = [
    "story", "difference", "kind", "fact", "subject", "group", "article_id", "start", "end", "text",
    "sentence_start", "sentence_end", "voice", "source", "paragraph", "paragraphs", "differs", "sure", "far",
]  # fmt: skip
HEADED = ("headline", "turn")  # whose span is the sentence that tells what a headline says
MOSTLY = 0.8  # of its sentence, from which a side is the sentence
HALF = 0.5  # of its letters, beyond which a side is not in part somebody's words but theirs
OWN = ("narrator", "attributed")  # the voices in which words are an outlet’s own
WHOLE = ["difference", "start", "end", "sentence_start", "sentence_end", "paragraph", "paragraphs", "fact"]


class Side(NamedTuple):
    """What one article has of a difference: a span of its words, or, without start, that it has nothing."""

    article_id: str
    start: int | None = None
    end: int | None = None
    source: str | None = None


class Difference(NamedTuple):
    """One difference between accounts: what of, how it differs, how sure (0 to 1) and how far apart (0 to 1)."""

    kind: str
    story: str
    subject: str
    sides: tuple[Side, ...]
    differs: str
    sure: float
    far: float
    fact: int | None = None


def table(
    found: Iterable[Difference], articles: pd.DataFrame, quotes: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """The table of differences: a row for each difference and side, a side that has nothing without `start`.

    Columns: `story`; `difference` (number, from 1); `kind`; `fact` (of the table of facts, missing where it rests on
    none); `subject`; `group` and `article_id` of the side; its words as a span (`start, end, text`) and the sentence
    around them; their `voice`, `partly` where somebody's words are some of them and no more than half, and missing of a
    headline, whose span is the sentence that tells what it says; the `source` where somebody is given; `paragraph` of
    `paragraphs`; `differs`, in words; `sure` and `far` (0 to 1).
    """
    sides = _rows(found)
    sides["group"] = sides["article_id"].map(dict(zip(articles["article_id"], articles[by], strict=True)))
    words = sides.loc[sides["start"].notna(), ["article_id", "start", "end"]].astype({"start": "int64", "end": "int64"})
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    sides["text"] = pd.Series(
        [texts[a][start:end] for a, start, end in words.itertuples(index=False)], index=words.index, dtype="object"
    )
    place = spans.position(words, articles).reindex(sides.index)
    sides = sides.join(place[["sentence_start", "sentence_end", "paragraph", "paragraphs"]])
    sides["sentence_end"] = sides[["sentence_end", "end"]].astype("Float64").max(axis=1)
    voice = _voice(sides.loc[words.index], words, quotes)
    sides["voice"] = voice.reindex(sides.index).mask(sides["kind"].isin(HEADED))
    return sides[COLUMNS].astype(dict.fromkeys(WHOLE, "Int64"))


def _rows(found: Iterable[Difference]) -> pd.DataFrame:
    """A row for each difference, by its number, and side."""
    rows = [
        (d.story, k, d.kind, d.fact, d.subject, *side, d.differs, d.sure, d.far)
        for k, d in enumerate(found, 1)
        for side in d.sides
    ]
    names = ["story", "difference", "kind", "fact", "subject", "article_id", "start", "end", "source"]
    return pd.DataFrame(rows, columns=[*names, "differs", "sure", "far"])


def _voice(sides: pd.DataFrame, words: pd.DataFrame, quotes: pd.DataFrame) -> pd.Series:
    """In whose voice the words of each side stand, whether or not it is the sentence around them."""
    said = quotes[spans.speech(quotes)]
    held = spans.within(said, words)
    told = said.loc[held["inner"], ["start", "end", "source"]].set_axis(held["outer"])
    return spans.voice(words, quotes).mask(_given(sides, told), "attributed").mask(_in_part(words, told), "partly")


def _given(sides: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
    """Which sides are a sentence of the narrator's that gives what it tells to a source, in whichever part of it.

    `told` are the statements that stand in a side, by its index.
    """
    whole = sides["end"] - sides["start"] >= MOSTLY * (sides["sentence_end"] - sides["sentence_start"])
    cites = sides["text"].map(lambda words: bool(cited(str(words))))
    return whole.astype("bool") & (sides.index.isin(told.index[told["source"].notna()]) | cites)


def _in_part(sides: pd.DataFrame, told: pd.DataFrame) -> pd.Series:
    """Which sides are somebody's words (`told`) in some of their letters, but not in more than half."""
    letters = {
        side: len(set().union(*(range(start, end) for start, end in rows.itertuples(index=False))))
        for side, rows in told[["start", "end"]].groupby(level=0)
    }
    share = pd.Series(letters, dtype="float64") / (sides["end"] - sides["start"])
    return share.le(HALF).reindex(sides.index, fill_value=False)
