"""Which differences a brief shows: how far the accounts differ, then how surely, with room for every kind."""

from collections import Counter

import pandas as pd

from samestory.compare.facts.across import EVERY
from samestory.present.facts import gate
from samestory.present.facts.kinds import HEADS, KINDS, readable
from samestory.present.facts.words import looked_for

MOST = 12
WHOLE = (*HEADS, "opening", "speakers")  # of whole accounts: what rests on one of their sentences is not the same
TRIVIAL = 0.45  # nearer than this is no finding: a name spelled out, a rounded year, a stock word
BACKGROUND = 0.6  # nearer than this one thing left out is no news of a collection of several stories
EACH = 3  # differences of a story in the brief of several
TURN = 0.8  # what each further difference of a kind is worth beside the one before it


def ranked(differences: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """The differences that a brief shows, in its order: the same table with a column `rank` from 1.

    Of several stories one of each before a second of any, and at most EACH, but of what is said across all; what heads
    its accounts stands before the first, beside the `most`. First what is furthest apart and surest (`far` × `sure`; of
    several stories × how often its kind was telling), each further one of a kind for a little less, so that a second
    word never stands before a first number; no more of a kind and story than it has room; nothing TRIVIAL, and nothing
    that misses the bar of its kind; of differences that rest on the same sentences, or of which the same is said not to
    be told, the first only.
    """
    waiting = differences.drop_duplicates("difference")[["difference", "story", "kind", "far", "sure"]]
    background = waiting["kind"].isin(["left out", "never named"]) & waiting["far"].lt(BACKGROUND)
    waiting = waiting[waiting["far"].ge(TRIVIAL) & ~(background & (waiting["story"].nunique() > 1))]
    sides = {k: rows for k, rows in differences.groupby("difference", sort=False) if _clears(rows)}
    waiting = waiting[waiting["difference"].isin(sides.keys())]
    several = differences["story"].nunique() > 1
    heads = waiting[waiting["kind"].isin(HEADS) & several]
    left = list(waiting.drop(heads.index).itertuples(index=False))
    places = {k: _places(rows) for k, rows in sides.items()}
    looked = {k: _looked_for(rows) for k, rows in sides.items()}
    each = EACH if several else most
    had: Counter[str] = Counter()
    told: Counter[str] = Counter()
    room: Counter[tuple[str, str]] = Counter()
    taken: list[int] = []
    while left and len(taken) < most:
        best = min(left, key=lambda row: (told[row.story], -_worth(row, several) * TURN ** had[row.kind]))
        left.remove(best)
        again = any(_same(places[best.difference], places[k]) or looked[best.difference] & looked[k] for k in taken)
        enough = told[best.story] >= each and best.story != EVERY
        full = enough or room[best.story, best.kind] >= KINDS[best.kind].room
        if not full and not again:
            taken.append(best.difference)
            had[best.kind] += 1
            told[best.story] += 1
            room[best.story, best.kind] += 1
    order = {difference: rank for rank, difference in enumerate(_headed(taken, heads, waiting), 1)}
    shown = differences[differences["difference"].isin(order)]
    return shown.assign(rank=shown["difference"].map(order)).sort_values("rank", kind="stable", ignore_index=True)


def _headed(taken: list[int], heads: pd.DataFrame, every: pd.DataFrame) -> list[int]:
    """The first difference of each story, behind what heads its accounts; then other heads, and second differences."""
    story = dict(zip(every["difference"], every["story"], strict=True))
    best = heads.sort_values("far", ascending=False, kind="stable").drop_duplicates("story")
    over = dict(zip(best["story"], best["difference"], strict=True))
    first: dict[str, int] = {}
    for number in taken:
        first.setdefault(story[number], number)
    headed = [one for name, number in first.items() for one in (over.pop(name, None), number) if one is not None]
    return [*headed, *over.values(), *(number for number in taken if number not in first.values())]


def _worth(row, several: bool) -> float:
    """How far apart and how sure a difference is; of several stories also how often its kind was telling when read."""
    return row.far * row.sure * (gate.telling(row.kind) if several else 1.0)


def _clears(sides: pd.DataFrame) -> bool:
    return readable(sides) and KINDS[sides["kind"].iloc[0]].clears(sides)


def _places(rows: pd.DataFrame) -> frozenset:
    has = rows[rows["start"].notna() & ~rows["kind"].isin(WHOLE)]
    return frozenset(zip(has["article_id"], has["sentence_start"], strict=True))


def _looked_for(sides: pd.DataFrame) -> frozenset:
    """What articles were searched for, where something is left out."""
    return frozenset(filter(None, looked_for(sides["differs"].iloc[0]).split(" · ")))


def _same(one: frozenset, other: frozenset) -> bool:
    """Whether two differences rest on the same sentences: the same one, or two in common."""
    return bool(one) and (one == other or len(one & other) > 1)
