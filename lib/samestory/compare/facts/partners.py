"""Which tellings surely tell one fact: each sentence the other's best partner, and not two people's statements."""

from itertools import combinations
from typing import Any

import pandas as pd

from samestory.annotate.actors.forms import SUFFIXES
from samestory.compare.facts.manner import SAID

SURE = 3.0  # the odds from which two sentences surely tell one fact: 53 of 55 in six events read by hand
SPAN = ["article_id", "start", "end"]
OTHER = ["other_id", "other_start", "other_end"]
SAYING = SAID | {"saying"}
Place = tuple[Any, ...]


def partners(tellings: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """Of each fact that may be shown the surest telling of each group, where all of them surely tell it.

    `pairs` are those of `alignment.pairs` or `scores`. Surely: of each two sentences (SURE) neither has a better
    partner in the other's article, and nobody speaks in one whom the other, which gives it to somebody too, does not
    name (`_two_speak`). A sentence that is as near to two others tells one fact with neither. Columns: those of
    `tellings`.
    """
    sure = tellings[tellings["level"].eq("show") & tellings["score"].ge(SURE)]
    best = sure.sort_values("score", ascending=False, kind="stable").drop_duplicates(["fact", "group"])
    nearest = _nearest(pairs)
    kept = [
        rows for _, rows in best.sort_index().groupby("fact", sort=False) if len(rows) > 1 and _agree(rows, nearest)
    ]
    return pd.concat(kept) if kept else tellings.iloc[:0]


def _nearest(pairs: pd.DataFrame) -> dict[tuple[Place, str], Place]:
    """The best partner of each sentence in each other article; none where two others are as near."""
    back = pairs.rename(columns=dict(zip([*SPAN, *OTHER], [*OTHER, *SPAN], strict=True)))
    both = pd.concat([pairs, back], ignore_index=True)[[*SPAN, *OTHER, "score"]]
    top = both[both["score"].eq(both.groupby([*SPAN, "other_id"])["score"].transform("max"))]
    rows = top.drop_duplicates([*SPAN, "other_id"], keep=False).itertuples(index=False, name=None)
    return {(row[:3], row[3]): row[3:6] for row in rows}


def _agree(rows: pd.DataFrame, nearest: dict[tuple[Place, str], Place]) -> bool:
    """Whether of each two tellings each is the other's best partner and of no other speaker."""
    told = [(row, tuple(getattr(row, name) for name in SPAN)) for row in rows.itertuples()]
    return all(
        nearest.get((a, other.article_id)) == b
        and nearest.get((b, one.article_id)) == a
        and not _two_speak(one, other)
        and not _two_speak(other, one)
        for (one, a), (other, b) in combinations(told, 2)
    )


def _two_speak(one, other) -> bool:
    """Whether one gives its words to somebody named, and the other gives its own to somebody else.

    The other does, where it speaks of saying, or has a source, and does not have that name.
    """
    if pd.isna(one.speaker):
        return False
    words = [word.strip(".,;:’'“”\"") for word in other.text.split()]
    named = [word for word in str(one.speaker).split() if word.lower().strip(".") not in SUFFIXES]
    gives = pd.notna(other.source) or bool({word.lower() for word in words} & SAYING)
    person = bool(named) and named[-1][:1].isupper()
    return gives and person and not any(word.startswith(named[-1]) for word in words) and not _one(one, other)


def _one(one, other) -> bool:
    """Whether both name one speaker: he said, where his name stands before."""
    return pd.notna(other.speaker) and str(one.speaker).split()[-1] == str(other.speaker).split()[-1]
