"""Which differences a brief shows: how far the accounts differ, then how surely, with room for every kind."""

from collections import Counter
from typing import NamedTuple

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


class Candidate(NamedTuple):
    """A difference that may stand in a brief: its number, what it is worth, and what it rests on."""

    number: int
    story: str
    kind: str
    far: float
    worth: float
    background: bool
    places: frozenset
    looked: frozenset[str]


def ranked(differences: pd.DataFrame, *, most: int = MOST) -> pd.DataFrame:
    """The differences that a brief shows, in its order: the same table with a column `rank` from 1.

    Of several stories one of each before a second of any, and at most EACH, but of what is said across all; what heads
    its accounts stands before the first, beside the `most`. First what is furthest apart and surest (`far` × `sure`; of
    several stories × how often its kind was telling), each further one of a kind for a little less, so that a second
    word never stands before a first number; no more of a kind and story than it has room; nothing TRIVIAL, and nothing
    that misses the bar of its kind; one thing left out that is no news (BACKGROUND) only of a story of which there is
    nothing else; of differences that rest on the same sentences, or of which the same is said not to be told, the first
    only.
    """
    several = differences["story"].nunique() > 1
    waiting = _waiting(differences, several)
    heads = [one for one in waiting if one.kind in HEADS and several]
    headed = {one.story for one in heads}
    rest = [one for one in waiting if one not in heads and not (one.background and one.story in headed)]
    taken = _taken(rest, most, EACH if several else most)
    order = {number: rank for rank, number in enumerate(_headed(taken, heads), 1)}
    shown = differences[differences["difference"].isin(order)]
    return shown.assign(rank=shown["difference"].map(order)).sort_values("rank", kind="stable", ignore_index=True)


def _waiting(differences: pd.DataFrame, several: bool) -> list[Candidate]:
    """The differences that are not TRIVIAL and meet the bar of their kind."""
    found = []
    for number, sides in differences.groupby("difference", sort=False):
        row = sides.iloc[0]
        if row["far"] >= TRIVIAL and _clears(sides):
            worth = row["far"] * row["sure"] * (gate.telling(row["kind"]) if several else 1.0)
            background = several and row["kind"] in ("left out", "never named") and row["far"] < BACKGROUND
            rests = _places(sides), _looked_for(sides)
            found.append(Candidate(number, row["story"], row["kind"], row["far"], worth, background, *rests))
    return found


def _taken(waiting: list[Candidate], most: int, each: int) -> list[Candidate]:
    """At most `most` differences by turns of their stories, `each` at most of one."""
    had: Counter[str] = Counter()
    told: Counter[str] = Counter()
    room: Counter[tuple[str, str]] = Counter()
    left, taken = list(waiting), list[Candidate]()
    while left and len(taken) < most:
        best = min(left, key=lambda one: (told[one.story], one.background, -one.worth * TURN ** had[one.kind]))
        left.remove(best)
        again = any(_same(best.places, one.places) or best.looked & one.looked for one in taken)
        enough = told[best.story] >= (1 if best.background else each) and best.story != EVERY
        if not again and not enough and room[best.story, best.kind] < KINDS[best.kind].room:
            taken.append(best)
            had[best.kind] += 1
            told[best.story] += 1
            room[best.story, best.kind] += 1
    return taken


def _headed(taken: list[Candidate], heads: list[Candidate]) -> list[int]:
    """The first difference of each story, behind what heads its accounts; then other heads, and second differences."""
    over: dict[str, Candidate] = {}
    for one in sorted(heads, key=lambda one: -one.far):
        over.setdefault(one.story, one)
    first: dict[str, Candidate] = {}
    for one in taken:
        first.setdefault(one.story, one)
    opened = [one for name, best in first.items() for one in (over.pop(name, None), best) if one is not None]
    return [one.number for one in (*opened, *over.values(), *(one for one in taken if one not in first.values()))]


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
