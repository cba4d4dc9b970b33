"""What shuffling the labels does to a keyness statistic: the null floor and the p of each term.

The statistic is the term's excess in the group (its count minus the group's share of the words times all its uses) in
standard deviations: those that shuffling whole units gives it, or those of independent uses where they are larger. A
word that sits in two articles only has a large deviation and needs a large excess; one spread over all articles has a
small one. That puts all words on one scale, so the largest value of any word under shuffling (max-T, Westfall & Young
1993) is a fair floor for each of them. Raw G² has no such scale: its largest values under shuffling come from words
that one article repeats. Without the deviation of independent uses as a minimum, rare words used once by everybody
would be key for whoever writes shorter articles.
"""

from typing import NamedTuple

import numpy as np

from samestory.compare import inference
from samestory.compare.terms.profile import Profile, blocks_of_terms


class Null(NamedTuple):
    """For each term its statistic, its p and how its deviation compares to that of single words; and the maxima."""

    statistic: np.ndarray
    p: np.ndarray
    design_effect: np.ndarray
    maxima: np.ndarray


def excess(profile: Profile, labels: np.ndarray, blocks: np.ndarray) -> Null:
    """The standardised excess of each term in the group, with its p from shuffled `labels` (row 0 as observed)."""
    parts = [_excess(counts, profile.sizes, labels, blocks) for _, counts in blocks_of_terms(profile)]
    return _joined(parts, len(labels))


def g2(profile: Profile, labels: np.ndarray, blocks: np.ndarray) -> Null:
    """The signed root of the four-cell G² of each term, with its p from shuffled `labels` (row 0 as observed)."""
    parts = [_root_g2(counts, profile.sizes, labels, blocks) for _, counts in blocks_of_terms(profile)]
    return _joined(parts, len(labels))


def together(nulls: list[Null]) -> np.ndarray:
    """The largest statistic of any term in each shuffle, over several lengths of n-gram."""
    return np.max([null.maxima for null in nulls], axis=0)


def _excess(counts: np.ndarray, sizes: np.ndarray, labels: np.ndarray, blocks: np.ndarray) -> Null:
    residual = inference.centred(_residual(counts, sizes), blocks)
    effect, independent = _design_effect(counts, sizes, labels[0], blocks)
    signed = inference.sums(labels, residual / np.sqrt(effect * independent))
    return _null(np.abs(signed), effect)._replace(statistic=signed[0])


def _root_g2(counts: np.ndarray, sizes: np.ndarray, labels: np.ndarray, blocks: np.ndarray) -> Null:
    root = np.sqrt(np.maximum(_g2(counts, sizes, labels), 0))
    null = _null(root, _design_effect(counts, sizes, labels[0], blocks)[0])
    expected = counts.sum(axis=0) * (labels[0] @ sizes) / sizes.sum()
    return null._replace(statistic=np.where(labels[0] @ counts >= expected, 1, -1) * null.statistic)


def _residual(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    return counts - np.outer(sizes, counts.sum(axis=0) / sizes.sum())


def _design_effect(counts, sizes, in_group, blocks) -> tuple[np.ndarray, np.ndarray]:
    """How many times the variance of independent uses the shuffled excess has, at least 1; and that variance."""
    share = np.mean(in_group)  # of the units, not of their words: the same whichever units are drawn
    independent = counts.sum(axis=0) * share * (1 - share)
    residual = inference.centred(_residual(counts, sizes), blocks)
    return np.maximum(1.0, inference.shuffled_variance(residual, in_group, blocks) / independent), independent


def _g2(counts: np.ndarray, sizes: np.ndarray, labels: np.ndarray) -> np.ndarray:
    total = int(sizes.sum())
    xlogx = np.arange(total + 1, dtype=float)
    xlogx[1:] *= np.log(xlogx[1:])
    term = counts.sum(axis=0).astype(int)
    size = inference.sums(labels, sizes).round().astype(int)
    value = np.repeat((xlogx[total] - xlogx[size] - xlogx[total - size])[:, None], len(term), axis=1)
    value -= xlogx[term] + xlogx[total - term]
    a = inference.sums(labels, counts).round().astype(int)
    rest = size[:, None] - a
    value += xlogx[a] + xlogx[term - a] + xlogx[rest] + xlogx[total - term - rest]
    return 2 * value


def _null(values: np.ndarray, effect: np.ndarray) -> Null:
    reached = values >= values[0] - 1e-9 * np.maximum(1.0, values[0])
    return Null(values[0], reached.mean(axis=0), effect, values.max(axis=1))


def _joined(parts: list[Null], shuffles: int) -> Null:
    if not parts:
        nothing = np.zeros(0)
        return Null(nothing, nothing, nothing, np.zeros(shuffles))
    statistic, p, effect = (np.concatenate([part[k] for part in parts]) for k in range(3))
    return Null(statistic, p, effect, together(parts))


def family_wise(statistic: np.ndarray, maxima: np.ndarray) -> np.ndarray:
    """For each statistic the share of shuffles whose largest statistic is at least as large."""
    ordered = np.sort(maxima)
    size = np.abs(statistic)
    return 1 - np.searchsorted(ordered, size - 1e-9 * np.maximum(1.0, size)) / len(maxima)
