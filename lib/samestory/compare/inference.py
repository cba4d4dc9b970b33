"""What chance alone would do: intervals of shares, permutation of articles, floors, corrections, and power.

The unit is the article (or the event that several outlets tell), never the word. A permutation test gives its p with
the labels themselves counted among the permutations (Phipson & Smyth 2010), so p is never 0 and the test is valid at
any number of permutations.
"""

import math
from itertools import combinations
from statistics import NormalDist

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from samestory.compare import groups

SMALLEST_USEFUL_P = 0.05
LEVEL = 0.02  # family-wise: of 200 placebo comparisons then at most 10 show any difference, with 99 % certainty
ROWS_AT_ONCE = 256


def wilson(successes: ArrayLike, n: ArrayLike, *, level: float = 0.95) -> tuple[np.ndarray, np.ndarray]:
    """The lower and upper bound of a share `successes / n` (Wilson 1927); missing where n is 0.

    Works on numbers and arrays alike. The interval treats the n cases as independent; mentions within one article are
    not, so it errs towards being too narrow.
    """
    return wilson_at(successes, n, NormalDist().inv_cdf(0.5 + level / 2))


def wilson_at(successes: ArrayLike, n: ArrayLike, z: float | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Wilson's interval at z standard errors instead of a level."""
    k, n = np.asarray(successes, float), np.asarray(n, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        share, spread = k / n, z * z / n
        middle = (share + spread / 2) / (1 + spread)
        half = np.sqrt(share * (1 - share) * spread + spread**2 / 4) / (1 + spread)
    return np.clip(middle - half, 0, 1), np.clip(middle + half, 0, 1)


def smallest_p(n: int, other_n: int) -> float:
    """The smallest two-sided p that permuting n against other_n articles can give: 2 / C(2n, n) for equal sides.

    With unequal sides no other split is the mirror of the one observed: 1 / C(n + other_n, n). 1 at the most.
    """
    return min(1.0, (2 if n == other_n else 1) / math.comb(n + other_n, n))


def smallest_p_paired(events: int) -> float:
    """The smallest two-sided p that swapping the two outlets within each event can give: 2 / 2^events, at most 1."""
    return min(1.0, 2.0 ** (1 - events))


def smallest_p_within(in_group: ArrayLike, blocks: ArrayLike) -> float:
    """The smallest two-sided p that permuting these labels within these blocks can give."""
    table = pd.DataFrame({"labels": np.asarray(in_group, bool), "block": np.asarray(blocks)})
    sizes = table.groupby("block")["labels"].agg(["size", "sum"]).astype(int)
    mirrored = bool((2 * sizes["sum"] == sizes["size"]).all())
    ways = math.prod(math.comb(size, chosen) for size, chosen in sizes.itertuples(index=False))
    return min(1.0, (2 if mirrored else 1) / ways)


def benjamini_hochberg(p: ArrayLike) -> np.ndarray:
    """The p values adjusted so that rejecting those up to q keeps the false discovery rate at q (1995)."""
    ordered, order, known = _ascending(p)
    scaled = ordered * len(ordered) / np.arange(1, len(ordered) + 1)
    return _back(np.minimum.accumulate(scaled[::-1])[::-1], order, known)


def holm(p: ArrayLike, looked_for: int | None = None) -> np.ndarray:
    """The p values adjusted so that rejecting those up to a keeps the family-wise error at a (Holm 1979).

    `looked_for` counts every test made, also those whose p is not given; ValueError where it is fewer than are.
    """
    ordered, order, known = _ascending(p)
    tests = len(ordered) if looked_for is None else looked_for
    if tests < len(ordered):
        raise ValueError(f"looked_for is {tests}, fewer than the {len(ordered)} p-values given")
    scaled = ordered * (tests - np.arange(len(ordered)))
    return _back(np.maximum.accumulate(scaled), order, known)


def strata(groups: ArrayLike, blocks: ArrayLike) -> np.ndarray:
    """The number of the block within which each unit may be permuted.

    Units of an event that several groups tell are permuted within the event; all units of events told by one group
    only, or of no event, are permuted among themselves (block 0).
    """
    table = pd.DataFrame({"group": np.asarray(groups, object), "block": np.asarray(blocks, object)})
    shared = table.groupby("block")["group"].transform("nunique").fillna(0).to_numpy() > 1
    codes = pd.factorize(table["block"])[0]
    return np.where(shared, codes + 1, 0)


def shuffles(in_group: ArrayLike, blocks: ArrayLike | None = None, *, n: int = 2000, seed: int = 1) -> np.ndarray:
    """The labels as observed in row 0, then n random permutations of them within blocks, as 0 and 1 in single bytes."""
    labels = np.asarray(in_group, np.int8)
    within = np.zeros(len(labels)) if blocks is None else np.asarray(blocks, float)
    by_block = labels[np.argsort(within, kind="stable")]
    random = np.random.default_rng(seed)
    shuffled = np.empty((n + 1, len(labels)), np.int8)
    shuffled[0] = labels
    for first in range(1, n + 1, ROWS_AT_ONCE):
        rows = shuffled[first : first + ROWS_AT_ONCE]
        order = np.argsort(within + random.random(rows.shape), axis=1)
        np.put_along_axis(rows, order, by_block[None, :], axis=1)
    return shuffled


def sums(labels: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The sum of the group's values under each row of labels (see `shuffles`); `values` has a row for each unit."""
    parts = range(0, len(labels), ROWS_AT_ONCE)
    return np.concatenate([labels[first : first + ROWS_AT_ONCE].astype(float) @ values for first in parts])


def permutation_p(
    values: ArrayLike,
    in_group: ArrayLike,
    blocks: ArrayLike | None = None,
    *,
    permutations: int = 2000,
    seed: int = 1,
) -> float:
    """The two-sided p of a difference in means between the units in the group and the others, by permutation.

    `values` has one number a unit (an article's share, say); missing values are left out. Missing where a side is
    empty.
    """
    x, labels = np.asarray(values, float), np.asarray(in_group, bool)
    known = ~np.isnan(x)
    if not labels[known].any() or labels[known].all():
        return math.nan
    within = None if blocks is None else np.asarray(blocks)[known]
    chosen = shuffles(labels[known], within, n=permutations, seed=seed)
    return p_value(np.abs(sums(chosen, centred(x[known], within))))


def centred(values: np.ndarray, blocks: ArrayLike | None = None) -> np.ndarray:
    """Values (one row a unit) minus the mean of their block, so that a sum over permuted units is 0 on average."""
    if blocks is None:
        return values - values.mean(axis=0)
    result = np.array(values, float)
    for block in np.unique(blocks):
        result[blocks == block] -= result[blocks == block].mean(axis=0)
    return result


def p_value(statistics: np.ndarray) -> float:
    """The share of the statistics, the observed one (the first) among them, that are at least as large as it."""
    return float(np.mean(statistics >= statistics[0] - 1e-9 * max(1.0, abs(statistics[0]))))


def floor(maxima: np.ndarray, level: float) -> float:
    """The null floor: what the largest of many statistics exceeds by chance in at most a share `level` of shuffles.

    `maxima` are the largest statistics, the observed labels' first; a statistic above the floor has a family-wise p
    of at most `level` (Westfall & Young 1993). Infinite where too few shuffles were made to tell.
    """
    allowed = math.floor(level * len(maxima) + 1e-9)
    return float(np.sort(maxima)[-allowed - 1]) if allowed else math.inf


def power(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What the collection can support: a row for each two groups with the smallest p they could ever reach.

    Columns `group, other, articles, other_articles, paired_events` (events with an article in both), `smallest_p`
    (articles permuted), `smallest_p_paired` (swapped within events), `testable` (either at most .05). With one article
    a side the smallest p is 1: no difference can be tested, whatever the texts say.
    """
    told = articles.assign(group=groups.of(articles, by))
    rows = [_support(told, group, other) for group, other in combinations(groups.names(articles, by), 2)]
    return pd.DataFrame(rows, columns=_SUPPORT)


_SUPPORT = [
    "group", "other", "articles", "other_articles", "paired_events", "smallest_p", "smallest_p_paired", "testable",
]  # fmt: skip


def _support(articles: pd.DataFrame, group: str, other: str) -> tuple:
    side, far = articles[articles["group"] == group], articles[articles["group"] == other]
    events = set(side["event"].dropna()) & set(far["event"].dropna()) if "event" in articles else set()
    free, paired = smallest_p(len(side), len(far)), smallest_p_paired(len(events))
    testable = min(free, paired) <= SMALLEST_USEFUL_P
    return group, other, len(side), len(far), len(events), free, paired, testable


def _ascending(p: ArrayLike) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    given = np.asarray(p, float)
    known = ~np.isnan(given)
    order = np.argsort(given[known], kind="stable")
    return given[known][order], order, known


def _back(adjusted: np.ndarray, order: np.ndarray, known: np.ndarray) -> np.ndarray:
    result = np.full(len(known), np.nan)
    places = np.flatnonzero(known)[order]
    result[places] = np.minimum(adjusted, 1.0)
    return result
