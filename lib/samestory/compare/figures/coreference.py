"""Which reports of figures speak of the same thing.

A false merge would claim that two newsrooms confirm each other, so reports share a referent only where the words show
it: the same event, kind and unit, the same head counted and the same act (`compare.counted`), and a place or name, or
the same number and a telling word, in both sentences. In doubt they stay apart. Reports are tied through what they
share, never compared pair by pair, so the time grows with their number only.
"""

from collections.abc import Hashable, Iterable, Iterator
from itertools import product

import pandas as pd

from samestory.compare.figures import intervals
from samestory.compare.figures.counted import Counted, sides, telling
from samestory.compare.figures.intervals import BOUNDS, Interval

SERIES_STEPS = (2.0, 1.5, 1.25)  # figures further apart than the factor are not taken for one series
AT_ODDS = 0.2  # share of articles that may contradict themselves before a series is given up as ambiguous
TOLD = 12  # how many of a sentence's names and words are looked at for a pair
FEW = 3  # a count so small is shared by many things
HANDFUL = 12  # so many of anything are counted often
GROWING = {"died", "injured", "taken"}  # a count of these since an event can only grow
WIDE = 5.0  # a number whose upper end is further away is a magnitude: hundreds, millions
TOLD_AS = {
    "proposed": "planned", "forecast": "planned", "possible": "planned", "negated": "denied", "denied": "denied",
    "false": "denied", "past": "past", "corrected": "corrected",
}  # fmt: skip
SIDES = {">=": "=>", ">": ">", "<=": "=<", "<": "<"}  # a bound includes its number, lies above or below it


def coreferent(rows: pd.DataFrame, keys: list[Counted], around: pd.DataFrame) -> list[Hashable]:
    """A mark for each report; reports of one mark speak of the same thing.

    `rows` are the reports with their intervals, `keys` what each counts, `around` its sentence's `places`, `names` and
    `words`. Two reports are tied (1) by the same number of the same thing, with a place or else a name or telling word
    in common; (2) by the same number in two digits, where a noun and two places, names or words are in common, or in
    three digits or more, where one is; (3) by the same act done to the same in the same place, or by the same source
    and name where there is no act, both proposed or both past, with numbers a series could hold. Where articles would
    contradict themselves, a series is looked for in smaller steps, and at last given up for ties (1) and (2).
    """
    blocks = _blocks(rows, keys)
    equal, alike = _ties(rows, keys, around, blocks)
    marks: list[Hashable] = [None] * len(rows)
    left = list(range(len(rows)))
    for step in SERIES_STEPS:
        series = _series(left, equal, alike, _chains(rows, blocks, step))
        ambiguous = _ambiguous(rows.iloc[left], [series.root(i) for i in left])
        for i in left:
            marks[i] = (step, series.root(i))
        left = [i for i in left if series.root(i) in ambiguous]
    agreeing = _series(left, equal, [()] * len(rows), [0] * len(rows))
    for i in left:
        marks[i] = agreeing.root(i)
    return marks


def _ties(rows: pd.DataFrame, keys: list[Counted], around: pd.DataFrame, blocks: list[tuple]) -> tuple[list, list]:
    """For each report its ties by an equal number (1 and 2), and its ties within a series (3)."""
    told = around[["places", "names", "words"]].itertuples(index=False)
    equal, alike = [], []
    for row, key, block, (places, names, words) in zip(rows.itertuples(), keys, blocks, told, strict=True):
        equal.append(_same_number(row, key, block, places, names, words))
        alike.append({(block, str(row.status), tie) for tie in _same_series(row, key, places or names)})
    return equal, alike


def _same_number(row, key: Counted, block: tuple, places: frozenset, names: frozenset, words: frozenset) -> set:
    """What a report shares with every other that gives the same number of the same thing (ties 1 and 2).

    A magnitude shows nothing, nor do two or three things to which nothing was done.
    """
    few = row.kind == "count" and row.named <= FEW and not key.act
    if few or vague(row.relation, row.named, row.high):
        return set()
    said = sorted(names) + sorted(words - {key.head}, key=lambda word: (-len(word), word))
    firsts = places or said
    ties: set[Hashable] = {(block, token) for token in firsts} if key.head else set()
    precision = 1 if row.kind in ("fraction", "multiplier") else intervals.digits(row.named)
    if precision > 2:
        ties |= {(block[:3], key.act, token) for token in {*firsts, key.head, key.act, row.article_id} - {""}}
    elif precision == 2:
        nouns = {key.head, *key.modifiers} - {""} or words
        pairs = {frozenset(pair) for pair in product(sorted(firsts)[:TOLD], said[:TOLD])}
        ties |= {(block[:3], key.act, pair, noun) for pair in pairs if len(pair) == 2 for noun in nouns}
    number = (row.low, row.high) if row.relation == "range" else row.named
    return {(number, side, tie) for side in SIDES.get(row.relation, "=") for tie in ties}


def tolls(rows: pd.DataFrame, keys: list[Counted], around: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """The reports of one toll across stories: so many dead, injured or taken in one place, told as background too.

    The same number above HANDFUL, the same act and a place of the sentence in common, or where it has none a name that
    is a place elsewhere; a toll that is planned, denied or only a change of another is none.
    """
    known = frozenset().union(*around["places"])
    first: dict[Hashable, int] = {}
    told = zip(rows.itertuples(), keys, around["names"], around["places"], strict=True)
    for report, (row, key, names, places) in enumerate(told):
        if row.kind != "count" or key.act not in GROWING or row.named <= HANDFUL or str(row.change) == "by":
            continue
        if row.relation == "=" and not told_as(row.status):
            shared = [(row.named, key.act, name) for name in sorted(places or names & known)]
            yield from ((first.setdefault(toll, report), report) for toll in shared)


def vague(relation: str, named: float, high: float) -> bool:
    """Whether a number is only a magnitude: millions, dozens."""
    return relation == "~" and high > WIDE * named


def _same_series(row, key: Counted, names: frozenset) -> set:
    """What a report shares with every other of the same series, whatever the number (tie 3)."""
    if key.head and key.act and row.kind == "count":
        return set(names)
    if not key.head or pd.isna(row.source):
        return set()
    whose = set().union(*telling(row.source))
    return set(product(names - whose, whose))


def _blocks(rows: pd.DataFrame, keys: list[Counted]) -> list[tuple]:
    """What must be equal before two reports are looked at together."""
    units = rows["unit"].astype("object").where(rows["unit"].notna(), "")
    told = [
        (unit, told_as(status), change, over == "period", sides(key))
        for unit, status, change, over, key in zip(
            units, rows["status"], rows["change"], rows["over"], keys, strict=True
        )
    ]
    return list(zip(rows["event"], rows["kind"], told, keys, strict=True))


def told_as(status: object) -> str:
    """Reports are of one thing only where both assert it, plan or foresee it, deny it, or give an earlier level."""
    return TOLD_AS.get(str(status), "")


def _chains(rows: pd.DataFrame, blocks: list[tuple], step: float) -> list[int]:
    """A chain number for each report: in a block, from the smallest figure up, more than a step starts anew."""
    named = rows["named"].fillna(0).tolist()
    number = {block: k for k, block in enumerate(dict.fromkeys(blocks))}
    order = sorted(range(len(rows)), key=lambda i: (number[blocks[i]], named[i]))
    chains, chain = [0] * len(rows), 0
    for before, i in zip([-1, *order], order, strict=False):
        near = before >= 0 and blocks[before] == blocks[i] and one_step(named[before], named[i], step)
        chain += not near
        chains[i] = chain
    return chains


def one_step(smaller: float, larger: float, step: float = SERIES_STEPS[0]) -> bool:
    """Whether two figures, the smaller first, are near enough to be of one series."""
    return smaller == larger or (smaller > 0 and larger / smaller <= step)


def _series(among: Iterable[int], equal: list, alike: list, chains: list[int]) -> "Union":
    """The reports tied by an equal number, or within a series and chain."""
    union = Union(len(chains))
    seen: dict[Hashable, int] = {}
    for i in among:
        for tie in [*equal[i], *((chains[i], tie) for tie in alike[i])]:
            union.join(seen.setdefault(tie, i), i)
    return union


def _ambiguous(rows: pd.DataFrame, roots: list[int]) -> set[int]:
    """The groups in which too many articles would contradict themselves: their words do not tell one referent."""
    met: dict[tuple[int, str], Interval] = {}
    for root, (article, *bounds) in zip(roots, rows[["article_id", *BOUNDS]].itertuples(index=False), strict=True):
        met[root, article] = intervals.meet(met.get((root, article), intervals.EVERYTHING), Interval(*bounds))
    at_odds = pd.Series([intervals.empty(both) for both in met.values()], dtype=bool)
    shares = at_odds.groupby([root for root, _ in met]).mean()
    return set(shares[shares > AT_ODDS].index)


class Union:
    """Disjoint sets of row numbers (path halving)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def root(self, i: int) -> int:
        """The member that stands for the set of `i`."""
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make one set of the sets of `i` and `j`."""
        a, b = sorted((self.root(i), self.root(j)))
        self.parent[b] = a
