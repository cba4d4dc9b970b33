"""Which words and n-grams one group of articles uses more than the others, and which of that chance cannot explain.

A row says how often each side uses a term (`count, documents` of `words`, the n-grams of that length, in `group`;
`other_…` in `other`), how surprising that is, and how large:

- `statistic`: the excess in standard deviations under shuffling (or the signed root of `g2`); `floor`, what its largest
  value over all terms passes by chance in a share `level` of shuffles (infinite where these are too few to tell);
  `clears_floor`: only then is it a difference. `p` is the term's own, `p_adjusted` family-wise over all terms and
  comparisons, and over the other families of a report.
- `unit`, what was shuffled: articles (within stories that both sides tell), or stories where one side alone tells some
  (`inference.design`). With too few of them, or too few shuffles, for any term to reach the `level`, the words are a
  reading: counts, and as `statistic` the excess in standard deviations of independent uses; p and bounds are missing.
- `log_ratio` (Hardie) with `log_ratio_low, log_ratio_high`: Wilson's interval of the group's share of the uses, widened
  by the design effect of the unit and taken at the floor, so it holds for all terms at once and errs towards width.
- `g2, chi2, pmi, z` (log-odds), `jsd`: those of `measures`; `dp`: the dispersion over the group's articles.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.words.terms import effects, housestyle, null
from samestory.compare.words.terms.profile import Profile, by_unit, profiles, used, without
from samestory.corpus import counting

STATISTICS = {"excess": null.excess, "g2": null.g2}
COLUMNS = [
    "term", "ngram", "group", "other", "count", "other_count", "words", "other_words", "documents", "other_documents",
    "statistic", "floor", "clears_floor", "p", "p_adjusted", "log_ratio", "log_ratio_low", "log_ratio_high", "g2",
    "chi2", "pmi", "z", "jsd", "dp", "unit",
]  # fmt: skip


class Terms(NamedTuple):
    """Which terms are compared."""

    ngrams: Sequence[int]
    min_count: int
    housestyle: re.Pattern[str] | None


class Chance(NamedTuple):
    """How labels are shuffled: for which statistic, how often, from which seed, to which level over all comparisons."""

    statistic: str
    permutations: int
    seed: int
    level: float
    comparisons: int


class Comparison(NamedTuple):
    """A group and another: the articles of both, how often they use each term, and which of them are the group's.

    `counts` holds a profile for each length of n-gram.
    """

    group: object
    other: object
    articles: pd.DataFrame
    counts: list[Profile]
    target: np.ndarray


def keyness(
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    ngrams: Sequence[int] = (1, 2, 3),
    lemmas: bool = False,
    pairwise: bool = False,
    drop_housestyle: bool = True,
    background: str = "",
    min_count: int = 3,
    statistic: str = "excess",
    permutations: int = 2000,
    level: float = inference.TERMS,
    seed: int = 1,
) -> pd.DataFrame:
    """Which terms each group uses more, with counts, effect, and whether chance explains it: a row a group and term.

    Two groups: a row for each term, under the group that uses it more. More groups: each against `the rest`, over- and
    under-used terms (those that the group uses, or by its length would use, `min_count` times, and those that clear the
    floor), or with `pairwise` each two, again under the one that uses it more. Terms used fewer than `min_count` times
    in all are left out, and those of `house_style` unless `drop_housestyle` is off. One group only: an empty table.

    The columns are those of this module's docstring. `background` names a CSV (`term,count`) to be the prior of `z`.
    """
    if statistic not in STATISTICS:
        raise ValueError(f"statistic = {statistic!r} is not known; use {' or '.join(STATISTICS)}.")
    terms = Terms(ngrams, min_count, housestyle.pattern(articles) if drop_housestyle else None)
    pairs = list(_comparisons(articles.reset_index(drop=True), by, terms, pairwise, lemmas))
    both_ways = pairwise or len(pairs) == 1
    chance = Chance(statistic, permutations, seed, level, len(pairs))
    prior = effects.background_prior(background) if background else None
    tables = [table for pair in pairs for table in _compared(pair, terms, chance, prior, both_ways)]
    if not tables:
        return pd.DataFrame(columns=COLUMNS)
    table = _ordered(pd.concat(tables, ignore_index=True))
    return table.assign(group=groups.in_order(table["group"], articles, by, inference.REST))


def _comparisons(articles: pd.DataFrame, by: str, terms: Terms, pairwise: bool, lemmas: bool) -> Iterator[Comparison]:
    found = groups.names(articles, by)
    if len(found) < 2:
        return
    running = counting.words(articles, lemmas=lemmas)
    belongs = {group: groups.of(articles, by).eq(group).to_numpy() for group in found}
    if pairwise or len(found) == 2:
        for group, other in combinations(found, 2):
            both = belongs[group] | belongs[other]
            counts = _counts(_words_of(running, both), int(both.sum()), terms)
            yield Comparison(group, other, articles[both], counts, belongs[group][both])
    else:
        counts = _counts(running, len(articles), terms)
        for group in found:
            yield Comparison(group, inference.REST, articles, counts, belongs[group])


def _counts(running: counting.Words, articles: int, terms: Terms) -> list[Profile]:
    """How often each article uses each term that is compared, a profile for each length of n-gram."""
    counts = [profiles(running, running.article, articles, n, terms.min_count) for n in terms.ngrams]
    return [without(one, housestyle.matches(one.terms, terms.housestyle)) for one in counts]


def _words_of(running: counting.Words, chosen: np.ndarray) -> counting.Words:
    """The running words of the chosen articles only, articles and sentences renumbered."""
    kept = chosen[running.article]
    sentence = np.unique(running.sentence[kept], return_inverse=True)[1]
    article = (np.cumsum(chosen) - 1)[running.article[kept]]
    return counting.Words(running.ids[kept], sentence, article, running.vocabulary)


def _compared(
    pair: Comparison, terms: Terms, chance: Chance, prior: pd.Series | None, both_ways: bool
) -> Iterator[pd.DataFrame]:
    """The tables of one comparison, one for each length of n-gram, or two where both groups are to have their rows."""
    permuted = inference.design(pair.target, inference.stories(pair.articles))
    level = chance.level / chance.comparisons
    nulls = list(_nulls(pair, permuted, chance, level))
    maxima = null.together(nulls)
    floor = inference.floor(maxima, level)
    for counts, n, one in zip(pair.counts, terms.ngrams, nulls, strict=True):
        if not both_ways:
            counts, one = _worth_a_row(counts, one, pair.target, floor, terms.min_count)
        adjusted = inference.over_the_report(inference.family_wise(one.statistic, maxima), level)
        for sign, side in ((1, pair.target), (-1, ~pair.target)) if both_ways else ((1, pair.target),):
            table = effects.table(counts, n, side, prior).assign(
                statistic=sign * one.statistic,
                floor=floor,
                p=one.p,
                p_adjusted=np.where(np.isnan(one.p), np.nan, adjusted),
                unit=inference.unit(permuted),
            )
            table["group"], table["other"] = (pair.group, pair.other)[::sign]
            table = effects.bounded(table, one.design_effect)
            yield table[_more(table, sign)] if both_ways else table


def _worth_a_row(
    counts: Profile, found: null.Null, target: np.ndarray, floor: float, min_count: int
) -> tuple[Profile, null.Null]:
    """The terms that the group uses, or would use if it used them as all do, `min_count` times; and what stands."""
    share = counts.sizes[target].sum() / max(counts.sizes.sum(), 1)
    expected = share * used(counts, np.ones(len(target)))
    kept = (np.maximum(used(counts, target), expected) >= min_count) | (np.abs(found.statistic) > floor)
    of_terms = (found.statistic[kept], found.p[kept], found.design_effect[kept])
    return without(counts, ~kept), null.Null(*of_terms, found.maxima)


def _more(table: pd.DataFrame, sign: int) -> pd.Series:
    """Which terms the group uses more; what both use alike goes to the first (sign 1)."""
    own = table["count"] / table["words"].clip(lower=1)
    others = table["other_count"] / table["other_words"].clip(lower=1)
    return own >= others if sign > 0 else own > others


def _nulls(pair: Comparison, design: inference.Design, chance: Chance, level: float) -> Iterator[null.Null]:
    """What chance does to the terms of each length; nothing is known of it where no term could reach the level."""
    if inference.smallest_p(design) > level or level * (chance.permutations + 1) < 1:
        yield from (null.untested(one, pair.target, design.in_group.mean()) for one in pair.counts)
        return
    shuffled = inference.shuffles(design, n=chance.permutations, seed=chance.seed)
    units = (by_unit(one, design.unit) for one in pair.counts)
    yield from (STATISTICS[chance.statistic](one, shuffled, design.block) for one in units)


def _ordered(table: pd.DataFrame) -> pd.DataFrame:
    table["clears_floor"] = table["statistic"].abs() > table["floor"] * (1 + 1e-9)
    size = table["statistic"].abs().round(9)
    table = table.assign(size=size).sort_values(
        ["clears_floor", "size", "count", "term"], ascending=[False, False, False, True], kind="stable"
    )
    return table[COLUMNS].reset_index(drop=True)
