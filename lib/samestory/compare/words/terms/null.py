"""What shuffling the labels does to a keyness statistic: the null floor and the p of each term.

The statistic is the term's excess in the group (its count minus the group's share of the words times all its uses) in
standard deviations: those that shuffling whole units gives it, or those of independent uses where they are larger. A
word that sits in two articles only has a large deviation and needs a large excess; one spread over all articles has a
small one. That puts all words on one scale, so the largest value of any word under shuffling (max-T, Westfall & Young
1993) is a fair floor for each of them. Raw G² has no such scale: its largest values under shuffling come from words
that one article repeats. Without the deviation of independent uses as a minimum, rare words used once by everybody
would be key for whoever writes shorter articles.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from samestory.compare import inference
from samestory.compare.words.terms.profile import Profile, used, without

CELLS_AT_ONCE = 256


class Null(NamedTuple):
    """For each term its statistic, its p and how its deviation compares to that of single words; and the maxima."""

    statistic: np.ndarray
    p: np.ndarray
    design_effect: np.ndarray
    maxima: np.ndarray


class Scale(NamedTuple):
    """What makes uses of a term an excess: its share of all words, the mean of the excess and its deviation."""

    share: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray

    def values(self, term: np.ndarray, uses: ArrayLike, words: ArrayLike) -> np.ndarray:
        """The standardised excess of terms, used so often by a group of so many words."""
        return (uses - self.share[term] * words - self.mean[term]) / self.deviation[term]

    def idle(self, words: np.ndarray, least: np.ndarray) -> np.ndarray:
        """For each term in how many shuffles, by the group's words in each, not using it would reach its `least`."""
        ordered, far = np.sort(words), least * self.deviation
        few = np.searchsorted(ordered, (-far - self.mean) / self.share, side="right")
        many = len(words) - np.searchsorted(ordered, (far - self.mean) / self.share, side="left")
        return np.minimum(few + many, len(words)).astype(float)


def excess(profile: Profile, labels: np.ndarray, blocks: np.ndarray) -> Null:
    """The standardised excess of each term in the group, with its p from shuffled `labels` (row 0 as observed).

    A group uses few of the terms, so their excess is computed where it uses them; elsewhere it depends on the group's
    words alone, and is counted by a sort of these.
    """
    mean, variance, independent = moments(profile, labels[0], blocks)
    share = used(profile, np.ones(len(blocks))) / profile.sizes.sum()
    scale = Scale(share, mean, np.sqrt(np.maximum(variance, independent)))
    words = inference.sums(labels, profile.sizes)
    statistic = scale.values(np.arange(len(share)), used(profile, labels[0]), words[0])
    least = np.abs(statistic) - 1e-9 * np.maximum(1.0, np.abs(statistic))
    reached, maxima = scale.idle(words, least), np.zeros(len(labels))
    for term, shuffle, uses in sparse_uses(profile, labels):
        size, idle = (np.abs(scale.values(term, n, words[shuffle])) for n in (uses, 0))
        np.maximum.at(maxima, shuffle, size)
        more = (size >= least[term]).astype(float) - (idle >= least[term])
        reached += np.bincount(term, more, minlength=len(reached))
    unused = np.abs([scale.values(np.arange(len(share)), 0, edge) for edge in (words.min(), words.max())]).max(axis=0)
    often = unused > maxima.min()  # of few terms is it remarkable that the group does not use them at all
    for some, uses in shuffled_uses(without(profile, ~often), labels):
        term = np.flatnonzero(often)[some, None]
        np.maximum(maxima, np.abs(scale.values(term, uses, words)).max(axis=0), out=maxima)
    return Null(statistic, reached / len(labels), np.maximum(variance / independent, 1.0), maxima)


def g2(profile: Profile, labels: np.ndarray, blocks: np.ndarray) -> Null:
    """The signed root of the four-cell G² of each term, with its p from shuffled `labels` (row 0 as observed)."""
    _, variance, independent = moments(profile, labels[0], blocks)
    term = used(profile, np.ones(len(blocks))).astype(int)
    words = inference.sums(labels, profile.sizes).astype(int)
    xlogx = _xlogx(profile.sizes.sum())
    values = (
        _root_g2(uses.astype(int), term[some, None], words, xlogx) for some, uses in shuffled_uses(profile, labels)
    )
    return _null(values, np.maximum(variance / independent, 1.0), len(labels))


def untested(profile: Profile, target: np.ndarray, fraction: float) -> Null:
    """The excess of each term in deviations of independent uses, and no p: what too few units allow to say.

    `target` says which articles are the group’s, `fraction` is its part of the units.
    """
    uses = used(profile, np.ones(len(target)))
    beyond = used(profile, target) - uses / profile.sizes.sum() * (target @ profile.sizes)
    independent = _independent(uses, fraction)
    unknown = np.full(len(uses), np.nan)
    return Null(beyond / np.sqrt(independent), unknown, unknown, np.array([np.inf]))


def together(nulls: list[Null]) -> np.ndarray:
    """The largest statistic of any term in each shuffle, over several lengths of n-gram."""
    return np.max([null.maxima for null in nulls], axis=0)


def sparse_uses(profile: Profile, labels: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Where the group uses a term under a row of labels: terms, rows and uses, some terms at a time."""
    unit, row = np.nonzero(labels.T)
    first = np.searchsorted(unit, np.arange(labels.shape[1] + 1))
    for _, cells in _parts(profile):
        units, term = profile.unit[cells], profile.term[cells]
        rows = np.diff(first)[units]
        place = np.repeat(first[units] - (np.cumsum(rows) - rows), rows) + np.arange(rows.sum())
        key = np.repeat((term - term[0]) * len(labels), rows) + row[place]
        uses = np.bincount(key, np.repeat(profile.uses[cells], rows))
        there = np.flatnonzero(uses > 0)
        yield term[0] + there // len(labels), there % len(labels), uses[there]


def shuffled_uses(profile: Profile, labels: np.ndarray) -> Iterator[tuple[slice, np.ndarray]]:
    """How often the group uses each term (in rows) under each row of labels, some terms at a time.

    The counts stay sparse: for each term only the units that use it are added up.
    """
    columns = np.ascontiguousarray(labels.T)
    small = np.min_scalar_type(-1 - int(used(profile, np.ones(len(columns))).max(initial=0)))
    for some, cells in _parts(profile):
        uses = columns[profile.unit[cells]] * profile.uses[cells, None].astype(small)
        first = np.searchsorted(profile.term[cells], np.arange(some.start, some.stop))
        yield some, np.add.reduceat(uses, first, axis=0, dtype=small)


def _parts(profile: Profile) -> Iterator[tuple[slice, slice]]:
    """Some terms at a time, and their cells."""
    first = np.searchsorted(profile.term, np.arange(len(profile.terms) + 1))
    start = 0
    while start < len(profile.terms):
        stop = max(start + 1, int(np.searchsorted(first, first[start] + CELLS_AT_ONCE, side="right")) - 1)
        yield slice(start, stop), slice(first[start], first[stop])
        start = stop


def moments(profile: Profile, in_group: np.ndarray, blocks: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean and variance of each term's excess under shuffling within blocks, and the variance of independent uses.

    The excess of a unit is its count less its words times the term's share of all words; sampling a fixed number of
    units from each block gives the moments (Cochran 1977, stratified sampling without replacement).
    """
    block = np.unique(blocks, return_inverse=True)[1]
    units, chosen, words = (
        np.bincount(block, by).astype(float) for by in (np.ones(len(block)), in_group, profile.sizes)
    )
    drawn = chosen / units
    weight = drawn * (units - chosen) / np.maximum(units - 1, 1)
    uses = used(profile, np.ones(len(block)))
    share = uses / profile.sizes.sum()
    mean = used(profile, drawn[block]) - share * (drawn @ words)
    within = _squares(profile, profile.term, profile.unit, profile.uses, weight[block], profile.sizes, share)
    pair, inverse = np.unique(profile.term * len(units) + block[profile.unit], return_inverse=True)
    in_block = np.bincount(inverse, profile.uses)
    between = _squares(profile, pair // len(units), pair % len(units), in_block, weight / units, words, share)
    return mean, within - between, _independent(uses, in_group.sum() / max(len(in_group), 1))


def _independent(uses: np.ndarray, fraction: float) -> np.ndarray:
    """The variance of independent uses, by the group’s part of the units: the same whichever units are drawn."""
    return uses * fraction * (1 - fraction)


def _squares(profile, term, place, uses, weight, words, share) -> np.ndarray:
    """For each term the weighted sum over all places of (uses - words * share)², from the places that use it."""
    terms = len(profile.terms)
    squares = np.bincount(term, weight[place] * uses**2, minlength=terms)
    products = np.bincount(term, weight[place] * uses * words[place], minlength=terms)
    return squares - 2 * share * products + share**2 * (weight @ np.square(words, dtype=float))


def _null(values: Iterator[np.ndarray], design_effect: np.ndarray, shuffles: int) -> Null:
    """The null of signed statistics, given some terms (rows) at a time."""
    statistic, p, maxima = [np.zeros(0)], [np.zeros(0)], np.zeros(shuffles)
    for signed in values:
        size = np.abs(signed)
        statistic.append(signed[:, 0])
        p.append(np.mean(size >= size[:, :1] - 1e-9 * np.maximum(1.0, size[:, :1]), axis=1))
        np.maximum(maxima, size.max(axis=0), out=maxima)
    return Null(np.concatenate(statistic), np.concatenate(p), design_effect, maxima)


def _xlogx(largest: int) -> np.ndarray:
    numbers = np.arange(largest + 1, dtype=float)
    numbers[1:] *= np.log(numbers[1:])
    return numbers


def _root_g2(a: np.ndarray, term: np.ndarray, words: np.ndarray, xlogx: np.ndarray) -> np.ndarray:
    """The signed root of G² by sums of n ln n, where all n are whole numbers looked up in a table."""
    total = len(xlogx) - 1
    rest = words - a
    half = xlogx[a] + xlogx[term - a] + xlogx[rest] + xlogx[total - term - rest] + xlogx[total]
    half -= xlogx[words] + xlogx[total - words] + xlogx[term] + xlogx[total - term]
    return np.where(a * total >= term * words, 1.0, -1.0) * np.sqrt(2 * np.maximum(half, 0))
