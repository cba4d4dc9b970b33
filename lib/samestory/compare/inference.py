"""What chance alone would do: intervals of shares, and permutation tests of groups, corrected for all of a report.

The unit is the article, or the story where the articles of one side alone tell it; never the sentence or the word. A
permutation test gives its p with the labels themselves counted among the permutations (Phipson & Smyth 2010), so p is
never 0 and the test is valid at any number of permutations. The tests of a family share their shuffles and are
corrected together by the largest statistic of each shuffle (max-T, Westfall & Young 1993); a report has four families
of them (terms, labels, voices, framing), and every p_adjusted allows for all four, whichever page it stands on.
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, compress
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from samestory.compare import groups

ALPHA = 0.05  # what a whole report may err: a difference stands where p_adjusted is at most this
LEVEL = 0.01  # its part of a family: labels, voices, framing; a test that could never reach it is none, but a reading
RARE = 0.02  # an item whose largest statistic comes up in more of the shuffles than this can never stand
TERMS = 0.02  # the part of single terms, which are many
REST = "the rest"
ROWS_AT_ONCE = 256
VALUES = ["test", "item", "article_id", "value"]
TESTS = [
    "test", "item", "group", "other", "unit", "units", "other_units", "statistic", "smallest_p", "p", "p_adjusted",
]  # fmt: skip


class Design(NamedTuple):
    """What is permuted: the unit of each article; of each unit, whether the group’s and in which block."""

    unit: np.ndarray
    in_group: np.ndarray
    block: np.ndarray


class Comparison(NamedTuple):
    """Tests of one group on the same articles: the tests’ numbers, the articles’ rows, and what is summed by unit."""

    group: str
    other: str
    tests: list[int]
    rows: np.ndarray
    design: Design
    deviations: np.ndarray


# Shares


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


# Units and blocks


def stories(articles: pd.DataFrame) -> pd.Series:
    """The story that each article tells, missing where none is known."""
    return articles["event"] if "event" in articles else pd.Series(None, index=articles.index, dtype="object")


def design(in_group: ArrayLike, stories: ArrayLike) -> Design:
    """The units of some articles, and the blocks within which they are permuted between a group and the others.

    A story that both sides tell is a block of its articles. The articles of a story that one side alone tells are one
    unit: several reports of one thing are no more than one. Those units and the articles of no story form block 0.
    """
    chosen, story = np.asarray(in_group, bool), pd.factorize(np.asarray(stories, object))[0]
    told, tellers = np.bincount(story + 1), np.bincount(story + 1, chosen)
    shared = ((tellers > 0) & (tellers < told))[story + 1] & (story >= 0)
    alone = ~shared & (story >= 0)
    rows = np.arange(len(chosen))
    unit = pd.factorize(np.where(alone, len(rows) + story, rows))[0]
    first = np.unique(unit, return_index=True)[1]
    return Design(unit, chosen[first], np.where(shared, story + 1, 0)[first])


def smallest_p(design: Design) -> float:
    """The smallest two-sided p that permuting these units can give.

    2 / C(2n, n) for n units a side, 2 / 2^k for k stories that each side tells once; half of that where no other split
    is the mirror of the one observed; 1 where nothing can be permuted.
    """
    sizes, chosen = _blocks(design)
    ways = math.prod(map(math.comb, sizes.tolist(), chosen.tolist()))
    return min(1.0, (2 if (2 * chosen == sizes).all() else 1) / ways)


def _blocks(design: Design) -> tuple[np.ndarray, np.ndarray]:
    """How many units each block has, and how many of them are the group’s."""
    block = np.unique(design.block, return_inverse=True)[1]
    return np.bincount(block), np.bincount(block, design.in_group).astype(int)


def unit(design: Design) -> str:
    """What is permuted: `article`, or `story` where one side alone tells some in several articles."""
    return "article" if len(design.block) == len(design.unit) else "story"


def power(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What the collection can support: a row for each two groups with the smallest p any test of them could reach.

    Columns `group, other, articles, other_articles`, `units, other_units` (articles, or stories that one side alone
    tells), `paired_stories` (told by both), `smallest_p`, `testable` (at most LEVEL: it could then stand after
    correction for all tests of a report). With one article a side the smallest p is 1, whatever the texts say.
    """
    group, story = groups.of(articles, by).to_numpy(str), stories(articles).to_numpy(object)
    rows_of = pd.Series(group).groupby(group).indices
    pairs = combinations(groups.names(articles, by), 2)
    rows = [_support(one, other, rows_of[one], rows_of[other], story) for one, other in pairs]
    return pd.DataFrame(rows, columns=_SUPPORT)


_SUPPORT = [
    "group", "other", "articles", "other_articles", "units", "other_units", "paired_stories", "smallest_p", "testable",
]  # fmt: skip


def _support(group: str, other: str, own: np.ndarray, others: np.ndarray, story: np.ndarray) -> tuple:
    both = np.sort(np.concatenate([own, others]))
    mine = np.isin(both, own)
    found = design(mine, story[both])
    paired = len(np.unique(found.block[found.block > 0]))
    p, units = smallest_p(found), int(found.in_group.sum())
    return group, other, int(mine.sum()), int((~mine).sum()), units, len(found.block) - units, paired, p, p <= LEVEL


# Shuffles


def random_keys(articles: int, n: int, seed: int) -> Iterator[np.ndarray]:
    """A random number for each article in each of n shuffles, some shuffles at a time; it orders them in every test."""
    random = np.random.default_rng(seed)
    for first in range(0, n, ROWS_AT_ONCE):
        yield random.random((min(ROWS_AT_ONCE, n - first), articles))


def permuted(design: Design, keys: np.ndarray) -> np.ndarray:
    """The labels of the units, permuted within blocks in the order of the keys (shuffles × articles)."""
    shuffled = np.zeros((len(keys), len(design.block)), np.int8)
    np.put_along_axis(shuffled, drawn(design, keys, np.argsort(keys, axis=1)), np.int8(1), axis=1)
    return shuffled


def drawn(design: Design, keys: np.ndarray, order: np.ndarray) -> np.ndarray:
    """The units that are the group’s in each shuffle (rows), drawn within blocks in the order of the keys.

    `order` sorts the articles by their keys. It is the same for all groups, and what a group’s own blocks leave of it
    stays in order: so many groups cost one sort.
    """
    unit, first = design.unit, np.zeros(len(design.unit), bool)
    first[np.unique(unit, return_index=True)[1]] = True
    free = first & (design.block[unit] == 0)
    left = order if free.all() else order[free[order]].reshape(len(order), -1)
    parted = np.flatnonzero(first & ~free)
    block = design.block[unit[parted]]
    by_block = np.argsort(block, kind="stable")
    within = unit[parted][np.argsort(block + keys[:, parted], axis=1)]
    mine = design.in_group[unit]
    return np.hstack([unit[left[:, mine[free]]], within[:, mine[parted][by_block]]])


def shuffles(design: Design, *, n: int = 2000, seed: int = 1) -> np.ndarray:
    """The labels of the units as observed in row 0, then n random permutations of them, as 0 and 1 in single bytes."""
    random = (permuted(design, keys) for keys in random_keys(len(design.unit), n, seed))
    return np.concatenate([design.in_group[None, :].astype(np.int8), *random])


def sums(labels: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The sum of the group's values under each row of labels (see `shuffles`); `values` has a row for each unit."""
    parts = range(0, len(labels), ROWS_AT_ONCE)
    return np.concatenate([labels[first : first + ROWS_AT_ONCE].astype(float) @ values for first in parts])


def floor(maxima: np.ndarray, level: float) -> float:
    """The null floor: what the largest of many statistics exceeds by chance in at most a share `level` of shuffles.

    `maxima` are the largest statistics, the observed labels' first; a statistic above the floor has a family-wise p
    of at most `level` (Westfall & Young 1993). Infinite where too few shuffles were made to tell.
    """
    allowed = math.floor(level * len(maxima) + 1e-9)
    return float(np.sort(maxima)[-allowed - 1]) if allowed else math.inf


def family_wise(statistic: np.ndarray, maxima: np.ndarray) -> np.ndarray:
    """For each statistic the share of shuffles whose largest statistic is at least as large."""
    size = np.abs(statistic)
    return 1 - np.searchsorted(np.sort(maxima), size - 1e-9 * np.maximum(1.0, size)) / len(maxima)


def over_the_report(p: ArrayLike, level: float = LEVEL) -> np.ndarray:
    """Family-wise p values that allow for all families of a report: ALPHA where they are `level`, the family’s part."""
    return np.minimum(np.asarray(p, float) * ALPHA / level, 1.0)


# Families of tests


def values(table: pd.DataFrame, test: str, *, item: str, value: str) -> pd.DataFrame:
    """A table with a row an article and item as what `tests` reads: `test, item, article_id, value`."""
    told = table.assign(test=test, item=table[item].astype("str"), value=table[value].astype("float64"))
    return told[VALUES]


def tests(
    values: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", permutations: int = 2000, seed: int = 1
) -> pd.DataFrame:
    """One family of tests, corrected together: does a group differ from the others in the mean of an item’s values?

    `values` has the columns `test` (what is measured), `item`, `article_id`, `value`: a row for each article that the
    item can be measured in (see `inference.values`; several tables are one family when concatenated). A row a test: two
    groups are one test, of more each that has such an article is held against `the rest`. Columns `test, item, group,
    other`; `unit` (article, or story where some are), `units, other_units`; `statistic`, the difference within blocks
    in standard deviations of what permuting gives, positive where the group’s values are larger; `smallest_p` that the
    test could reach with these units (and values, where the units allow a test); `p`; and `p_adjusted`, family-wise by
    max-T and over all families of a report. Both are missing where nothing could have stood, whatever the articles say
    (Tarone 1990): with too few units or shuffles to reach LEVEL, or for an item of so few articles that its largest
    statistic is not RARE.
    """
    told = values[values["value"].notna() & values["article_id"].isin(articles["article_id"])]
    items = told.groupby(["test", "item"], sort=False, observed=True)
    names = list(items.groups)
    measured = _measured(items.ngroup(), told, articles)
    story = stories(articles).to_numpy(object)
    pairs = _against(groups.of(articles, by))
    compared = [one for pair in pairs for one in _comparisons(measured, *pair, story)]
    if not compared:
        return pd.DataFrame(columns=TESTS)
    sizes = [_sizes(one.design) for one in compared]
    rows = [(*names[k], one.group, one.other, *n) for one, n in zip(compared, sizes, strict=True) for k in one.tests]
    table = pd.DataFrame(rows, columns=[*TESTS[:7], "smallest_p"])
    return _judged(table, compared, len(articles), permutations, seed)[TESTS]


def beside(table: pd.DataFrame, tests: pd.DataFrame, test: str, *, item: str) -> pd.DataFrame:
    """A table with a row an item and group, with `statistic`, `p`, `p_adjusted` of its test; two groups share one."""
    mine = tests[tests["test"].eq(test)]
    mirror = mine[mine["other"].ne(REST)]
    mirror = mirror.assign(group=mirror["other"], statistic=-mirror["statistic"])
    judged = pd.concat([mine, mirror])[["item", "group", "statistic", "p", "p_adjusted"]]
    keys = pd.DataFrame({"item": table[item].astype("str"), "group": table["group"].astype("str")})
    found = keys.merge(judged.astype({"item": "str", "group": "str"}), on=["item", "group"], how="left")
    return table.assign(**{name: found[name].astype("float64").to_numpy() for name in ("statistic", "p", "p_adjusted")})


def _against(group: pd.Series) -> list[tuple[str, str, np.ndarray]]:
    """Each group, what it is held against, and which articles are its; two groups are one test."""
    names = list(group.cat.categories)
    if len(names) == 2:
        return [(names[0], names[1], group.eq(names[0]).to_numpy())]
    return [(name, REST, group.eq(name).to_numpy()) for name in names if len(names) > 2]


class Measured(NamedTuple):
    """The numbers of tests that are measured in the same articles, the rows of these, and a column of values a test."""

    tests: list[int]
    rows: np.ndarray
    values: np.ndarray


def _measured(test: pd.Series, values: pd.DataFrame, articles: pd.DataFrame) -> list[Measured]:
    """The tests by the articles they are measured in, each test’s number given beside its values."""
    row = pd.Index(articles["article_id"]).get_indexer(values["article_id"])
    order = np.lexsort([row, test])
    ends = np.flatnonzero(np.diff(test.to_numpy()[order])) + 1
    parts = (np.split(of[order], ends) for of in (test.to_numpy(), row, values["value"].to_numpy(float)))
    together: dict[bytes, list[tuple]] = defaultdict(list)
    for number, rows, measured in zip(*parts, strict=True) if len(order) else ():
        together[rows.tobytes()].append((int(number[0]), rows, measured))
    return [
        Measured([test for test, _, _ in same], same[0][1], np.column_stack([measured for _, _, measured in same]))
        for same in together.values()
    ]


def _comparisons(
    measured: list[Measured], group: str, other: str, inside: np.ndarray, story: np.ndarray
) -> Iterator[Comparison]:
    """The tests of one group against the others, where it has something that can be measured."""
    for tests, rows, values in measured:
        if inside[rows].any():
            found = design(inside[rows], story[rows])
            yield Comparison(group, other, tests, rows, found, _deviations(values, found))


def _deviations(values: np.ndarray, found: Design) -> np.ndarray:
    """The units’ values less the mean of their block, in standard deviations of their sum over permuted units.

    The deviation is that of drawing the group’s number of units from each block (Cochran 1977, stratified sampling
    without replacement). All 0 where permuting changes nothing.
    """
    block = np.unique(found.block, return_inverse=True)[1]
    units = _means(values, found.unit)
    centred = units - _means(units, block)[block]
    size, chosen = _blocks(found)
    weight = chosen * (size - chosen) / np.maximum(size * (size - 1), 1)
    spread = np.sqrt((centred**2 * weight[block, None]).sum(axis=0))
    return np.divide(centred, spread, out=np.zeros_like(centred), where=spread > 1e-9)


def _means(values: np.ndarray, of: np.ndarray) -> np.ndarray:
    """The mean of the rows of each number."""
    sums = np.zeros((of.max() + 1, values.shape[1]))
    np.add.at(sums, of, values)
    return sums / np.bincount(of)[:, None]


def _statistics(compared: list[Comparison], articles: int, permutations: int, seed: int) -> np.ndarray:
    """The statistic of each test (columns) for the labels observed (row 0) and under each shuffle of the articles."""
    shuffled = (_under(compared, keys) for keys in random_keys(articles, permutations, seed))
    return np.vstack([_observed(compared), *shuffled])


def _observed(compared: list[Comparison]) -> np.ndarray:
    return np.hstack([one.deviations[one.design.in_group].sum(axis=0) for one in compared])


def _under(compared: list[Comparison], keys: np.ndarray) -> np.ndarray:
    """The statistics of all tests under some shuffles (rows); tests on the same articles share the order of these."""
    orders: dict[bytes, np.ndarray] = {}
    found = []
    for one in compared:
        own = keys[:, one.rows]
        if (same := one.rows.tobytes()) not in orders:
            orders[same] = np.argsort(own, axis=1)
        units = drawn(one.design, own, orders[same])
        found += [deviation[units].sum(axis=1) for deviation in one.deviations.T]
    return np.stack(found, axis=1)


def _sizes(found: Design) -> tuple[str, int, int, float]:
    units = int(found.in_group.sum())
    return unit(found), units, len(found.block) - units, smallest_p(found)


def _judged(
    table: pd.DataFrame, compared: list[Comparison], articles: int, permutations: int, seed: int
) -> pd.DataFrame:
    """The tests with their p: those that could reach LEVEL are one family, the others are none, and not shuffled."""
    enough = [LEVEL * (permutations + 1) >= 1 and smallest_p(one.design) <= LEVEL for one in compared]
    tried = np.repeat(enough, [len(one.tests) for one in compared])
    table = table.assign(
        statistic=_observed(compared), smallest_p=table["smallest_p"].clip(lower=1 / (permutations + 1))
    )
    table = table.assign(p=np.nan, p_adjusted=np.nan)
    if tried.any():
        shuffled = _statistics(list(compress(compared, enough)), articles, permutations, seed)
        table.loc[tried, ["smallest_p", "p", "p_adjusted"]] = _against_chance(shuffled, table.loc[tried, "smallest_p"])
    return table


def _against_chance(found: np.ndarray, least: pd.Series) -> np.ndarray:
    """For each test (column of statistics, as observed in row 0) the smallest p, its p and its adjusted p."""
    size = np.abs(found).round(9)
    largest = size.max(axis=0)
    reached = np.where(largest > 0, (size >= largest).mean(axis=0), 1.0)
    common = reached <= RARE
    adjusted = over_the_report(family_wise(size[0], size[:, common].max(axis=1, initial=0.0)))
    p = (size >= size[0]).mean(axis=0)
    judged = [np.maximum(least, np.where(common, 0.0, reached)), *(np.where(common, q, np.nan) for q in (p, adjusted))]
    return np.column_stack(judged)
