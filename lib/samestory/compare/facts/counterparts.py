"""Which reports of numbers in two accounts are each other's counterparts: each the nearest to the other there.

Where two sums stand in one sentence the words right around each decide which of them the other account gives: both
words and nearness to the number weigh, the noun and the act more, and a number that is the same most.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from samestory.compare.facts.framed import Framed

HALVED = 6  # words from a number at which a word weighs half as much on its side
NOUN, OTHER_NOUN = 2.0, -1.0  # the same thing counted, another
ACT, OTHER_ACT = 1.5, -1.5
MONTH, OTHER_MONTH = 2.0, -1.0
EQUAL, CHANGED, OWNED, LATER = 2.0, -0.5, -1.5, -0.5  # the same number; a change of it; somebody else’s; a later toll
LEAST = 1.0


class Pair(NamedTuple):
    """Two reports, each the nearest to the other in its article.

    `shared`: the stems that stand in both sentences; `tied`: what aligned sentences say of them (`figures.ties`).
    """

    one: Framed
    other: Framed
    shared: frozenset[str]
    tied: float


def weights(articles: Mapping[str, Sequence[Framed]]) -> dict[str, float]:
    """How rare each word of a sentence with a number is among the articles: the logarithm of their share."""
    counts = Counter(word for reports in articles.values() for word in {w for report in reports for w in report.near})
    return {word: math.log((len(articles) + 1) / n) for word, n in counts.items()}


def counterparts(
    mine: Sequence[Framed],
    theirs: Sequence[Framed],
    weighs: Mapping[str, float],
    aligned: Mapping[frozenset[int], float],
) -> Iterator[Pair]:
    """The pairs of reports of two articles in which each is the nearest to the other, the first of equals.

    `aligned`: what aligned sentences say of two reports, by their labels.
    """
    tied = {
        (i, j): aligned.get(frozenset((a.label, b.label)), 0.0)
        for (i, a), (j, b) in product(enumerate(mine), enumerate(theirs))
        if a.measure == b.measure
    }
    near = {(i, j): _nearness(mine[i], theirs[j], weighs) + told for (i, j), told in tied.items()}
    best: dict[tuple[str, int], tuple[float, int, int]] = {}
    for (i, j), score in near.items():
        for end in (("mine", i), ("theirs", j)):
            best[end] = max(best.get(end, (-math.inf, 0, 0)), (score, -i, -j))
    for (i, j), score in near.items():
        if score >= LEAST and best["mine", i] == best["theirs", j] == (score, -i, -j):
            shared = frozenset(mine[i].near.keys() & theirs[j].near.keys())
            yield Pair(mine[i], theirs[j], shared, tied[i, j])


def _nearness(a: Framed, b: Framed, weighs: Mapping[str, float]) -> float:
    """How much speaks for two reports being of one matter: the words that both have, the nearer the more."""
    score = sum(
        weighs[word] / math.sqrt((1 + a.near[word] / HALVED) * (1 + b.near[word] / HALVED))
        for word in a.near.keys() & b.near.keys()
    )
    score += EQUAL * (a.row["named"] == b.row["named"])
    score += MONTH * bool(a.month and a.month == b.month) + OTHER_MONTH * bool(
        a.month and b.month and a.month != b.month
    )
    score += CHANGED * (str(a.row["change"]) != str(b.row["change"])) * (not a.toll) + OWNED * (a.owner != b.owner)
    return score + _of_one_thing(a, b)


def _of_one_thing(a: Framed, b: Framed) -> float:
    """What noun and act say; of the dead and hurt who they are, and whether they are told of first."""
    act = 0.0 if not a.what.act or not b.what.act else ACT if a.what.act == b.what.act else OTHER_ACT
    if a.toll and act > 0:
        return act + (NOUN if a.who == b.who else -NOUN) + LATER * ((not a.first) + (not b.first))
    if not a.what.head or not b.what.head:
        return act
    return act + (NOUN if a.what.head == b.what.head else OTHER_NOUN)
