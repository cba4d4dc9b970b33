"""Keyness against reference values of independent implementations, and what chance and a planted word do to it.

`gold/keyness` holds counts of two corpora with the values of six measures; `gold/../corpora/three_outlets` is news of
three outlets, for placebo splits (an outlet against itself) and for a word whose rate is doubled.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from samestory import compare, corpus
from samestory.compare.terms import measures
from samestory.corpus import counting

FOUR_TERMS = {"four_terms": True}
MEASURES = {
    "g2_exact_signed": (measures.g2, {}),
    "chi2": (measures.chi2, {}),
    "pmi": (measures.pmi, {}),
    "log_odds_z_pooled_prior_2term": (measures.log_odds, {}),
    "log_odds_z_pooled_prior_4term": (measures.log_odds, FOUR_TERMS),
    "jsd_contribution_bits": (measures.jsd_contribution, {}),
}
SPLITS = PLANTED = 200


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """`(measure, reached, target)`; for errors and for placebo differences the target is the most allowed."""
    outlets = corpus.articles(gold.parent / "corpora" / "three_outlets")
    return [
        *parity(gold),
        *(
            (f"placebo: splits of {name} with a difference", placebo(one), 0.05)
            for name, one in outlets.groupby("outlet")
        ),
        ("planted: doubled rate of one of the ten commonest words found", planted(outlets), 0.9),
        ("seeds: terms that clear the floor", float(seeds()["clears_floor"].sum()), 0),
        ("seeds: largest G² that shuffled sentences pass in 1 of 20", seeds_g2_floor(), 9.3),
    ]


def parity(gold: Path) -> list[tuple[str, float, float]]:
    """The largest relative error of each measure over all terms of a corpus."""
    found = []
    for file in sorted((gold / "keyness").glob("*.tsv")):
        table = pd.read_csv(file, sep="\t", keep_default_na=False)
        counts = table["n_target"].to_numpy(), table["n_reference"].to_numpy()
        sizes = counts[0].sum(), counts[1].sum()
        for name, (measure, options) in MEASURES.items():
            reference = table[name].to_numpy(float)
            error = np.abs(measure(*counts, *sizes, **options) - reference) / np.abs(reference)
            found.append((f"{file.stem}: {name}, relative error", float(np.nanmax(error)), 1e-9))
    return found


def placebo(articles: pd.DataFrame, splits: int = SPLITS) -> float:
    """The share of random halvings of one outlet's articles in which any term is called a difference."""
    rng = np.random.default_rng(1)
    half = np.arange(len(articles)) % 2
    shown = [
        compare.keyness(articles.assign(half=rng.permutation(half)), by="half", seed=seed)["clears_floor"].any()
        for seed in range(splits)
    ]
    return float(np.mean(shown))


def planted(articles: pd.DataFrame, trials: int = PLANTED, least: float = 0.015, most: float = 1.0) -> float:
    """The share of trials in which a word said twice wherever it stands in half of 40 articles is found.

    Forty of the articles, their halves and the word (of those that make up between `least` and `most` of all words)
    are drawn anew in each trial. Rarer words vary too much between articles: of those of 5 to 15 in 1,000 four in ten
    are found.
    """
    rng = np.random.default_rng(2)
    words = counting.frequencies(([text] for text in articles["text"]), ngrams=[1])
    rate = words["count"] / words["count"].sum()
    candidates = words.loc[rate.between(least, most), "term"]
    found = []
    for seed in range(trials):
        some = articles.sample(40, random_state=seed).drop(columns="event")
        some["half"] = rng.permutation(np.arange(40) % 2)
        word = rng.choice(candidates)
        twice = some["text"].str.replace(rf"\b({word})\b", r"\1 \1", case=False, regex=True)
        some["text"] = some["text"].where(some["half"] == 0, twice)
        table = compare.keyness(some, by="half", seed=seed)
        found.append(word in set(table.loc[table["clears_floor"] & (table["group"] == 1), "term"]))
    return float(np.mean(found))


def seeds() -> pd.DataFrame:
    """Keyness of the two seeds."""
    return compare.keyness(corpus.articles("seeds"))


def seeds_g2_floor() -> float:
    """The 95th percentile of the largest G² of any word of the seeds after shuffling their sentences."""
    table = compare.keyness(corpus.articles("seeds"), ngrams=[1], min_count=1, statistic="g2", level=0.05)
    return float(table["floor"].iloc[0] ** 2)
