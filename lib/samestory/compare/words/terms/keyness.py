"""Which words and n-grams one group of articles uses more than the others, and which of that chance cannot explain."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.words.terms import effects, housestyle, null
from samestory.compare.words.terms.profile import Profile, profiles, without
from samestory.corpus import counting

REST = "the rest"
FEW = 12  # articles up to which sentences are shuffled where shuffling articles could show nothing
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
    """A group and another: the articles of both, their running words, and which of the articles are the group's."""

    group: object
    other: object
    articles: pd.DataFrame
    running: counting.Words
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
    level: float = inference.LEVEL,
    seed: int = 1,
) -> pd.DataFrame:
    """Which terms each group uses more, with counts, effect, and whether chance explains it: a row a group and term.

    Two groups: a row for each term, under the group that uses it more. More groups: each against `the rest`, over- and
    under-used terms, or with `pairwise` each two, again under the one that uses it more. Terms used fewer than
    `min_count` times in all are left out, and those of `house_style` unless `drop_housestyle` is off. One group only:
    an empty table.

    Columns: `count, documents` of `words` (n-grams of that length) in `group`, `other_…` in `other`; `statistic`, the
    excess in standard deviations under shuffling (or the signed root of `g2`), `floor`, what its largest value over
    all terms passes by chance in a share `level` of shuffles (infinite where `permutations` are too few to tell), and
    `clears_floor`: only then is it a difference. `p` is the term's own, `p_adjusted` family-wise over all terms and
    comparisons. `unit` is what was shuffled: articles (within events that both sides tell), whole events where only
    one side tells them, or sentences in collections too small for that to show anything: then p speaks of these
    articles and not of the outlets. `log_ratio` (Hardie) is bounded by `log_ratio_low` and `log_ratio_high`: Wilson's
    interval of the group's share of the uses, widened by the design effect of the unit and taken at the floor, so it
    holds for all terms at once and errs towards width. `g2, chi2, pmi, z` (log-odds), `jsd` are those of `measures`;
    `dp` is the dispersion over the group's articles. `background` names a CSV (`term,count`) to be the prior of `z`.
    """
    if statistic not in STATISTICS:
        raise ValueError(f"statistic = {statistic!r} is not known; use {' or '.join(STATISTICS)}.")
    pairs = list(_comparisons(articles.reset_index(drop=True), by, pairwise, lemmas))
    both_ways = pairwise or len(pairs) == 1
    chance = Chance(statistic, permutations, seed, level, len(pairs))
    terms = Terms(ngrams, min_count, housestyle.pattern(articles) if drop_housestyle else None)
    prior = effects.background_prior(background) if background else None
    tables = [table for pair in pairs for table in _compared(pair, terms, chance, prior, both_ways)]
    if not tables:
        return pd.DataFrame(columns=COLUMNS)
    table = _ordered(pd.concat(tables, ignore_index=True), len(pairs))
    return table.assign(group=groups.in_order(table["group"], articles, by, REST))


def _comparisons(articles: pd.DataFrame, by: str, pairwise: bool, lemmas: bool) -> Iterator[Comparison]:
    found = groups.names(articles, by)
    if len(found) < 2:
        return
    running = counting.words(articles, lemmas=lemmas)
    belongs = {group: groups.of(articles, by).eq(group).to_numpy() for group in found}
    if pairwise or len(found) == 2:
        for group, other in combinations(found, 2):
            both = belongs[group] | belongs[other]
            yield Comparison(group, other, articles[both], _words_of(running, both), belongs[group][both])
    else:
        for group in found:
            yield Comparison(group, REST, articles, running, belongs[group])


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
    unit, place, labels, blocks = _units(pair, chance.level)
    by_article, by_unit = _profiles(pair, terms, place, len(labels))
    shuffled = inference.shuffles(labels, blocks, n=chance.permutations, seed=chance.seed)
    nulls = [STATISTICS[chance.statistic](counts, shuffled, blocks) for counts in by_unit]
    maxima = null.together(nulls)
    floor = inference.floor(maxima, chance.level / chance.comparisons)
    for counts, n, one in zip(by_article, terms.ngrams, nulls, strict=True):
        judged = {"p": one.p, "p_adjusted": null.family_wise(one.statistic, maxima), "floor": floor, "unit": unit}
        for sign, side in ((1, pair.target), (-1, ~pair.target)) if both_ways else ((1, pair.target),):
            table = effects.table(counts, n, side, prior).assign(**judged, statistic=sign * one.statistic)
            table["group"], table["other"] = (pair.group, pair.other)[::sign]
            table = effects.bounded(table, one.design_effect)
            yield table[_more(table, sign)] if both_ways else table


def _more(table: pd.DataFrame, sign: int) -> pd.Series:
    """Which terms the group uses more; what both use alike goes to the first (sign 1)."""
    own = table["count"] / table["words"].clip(lower=1)
    others = table["other_count"] / table["other_words"].clip(lower=1)
    return own >= others if sign > 0 else own > others


def _units(pair: Comparison, level: float) -> tuple[str, np.ndarray, np.ndarray, np.ndarray]:
    """What is shuffled: its name, the unit of each running word, the group's units, and the blocks of units."""
    events = pair.articles["event"] if "event" in pair.articles else pd.Series([None] * len(pair.target))
    blocks = inference.strata(pair.target, events)
    unit = _together(events, blocks)
    first = np.unique(unit, return_index=True)[1]
    if len(unit) > FEW or inference.smallest_p_within(pair.target[first], blocks[first]) <= level:
        name = "article" if len(first) == len(unit) else "event"
        return name, unit[pair.running.article], pair.target[first], blocks[first]
    _, first, place = np.unique(pair.running.sentence, return_index=True, return_inverse=True)
    article = pair.running.article[first]
    return "sentence", place, pair.target[article], blocks[article]


def _together(events: pd.Series, blocks: np.ndarray) -> np.ndarray:
    """The unit of each article: itself, or its event where only one side tells it: those articles tell one story."""
    alone = (blocks != 0) | events.isna().to_numpy()
    keys = np.where(alone, np.arange(len(events)), len(events) + pd.factorize(events)[0])
    return pd.factorize(keys)[0]


def _profiles(pair: Comparison, terms: Terms, place: np.ndarray, units: int) -> tuple[list[Profile], list[Profile]]:
    """The counts of the terms by article and by the unit that is shuffled, a profile for each length of n-gram."""
    by_article, by_unit = [], []
    for n in terms.ngrams:
        counts = profiles(pair.running, pair.running.article, len(pair.target), n, terms.min_count)
        dropped = housestyle.matches(counts.terms, terms.housestyle)
        by_article.append(without(counts, dropped))
        by_unit.append(without(profiles(pair.running, place, units, n, terms.min_count), dropped))
    return by_article, by_unit


def _ordered(table: pd.DataFrame, comparisons: int) -> pd.DataFrame:
    table["p_adjusted"] = (table["p_adjusted"] * comparisons).clip(upper=1.0)
    table["clears_floor"] = table["statistic"].abs() > table["floor"] * (1 + 1e-9)
    size = table["statistic"].abs().round(9)
    table = table.assign(size=size).sort_values(
        ["clears_floor", "size", "count", "term"], ascending=[False, False, False, True], kind="stable"
    )
    return table[COLUMNS].reset_index(drop=True)
