"""Keyness against reference values of independent implementations, and its null floor on the two seeds.

`gold/keyness` holds counts of two corpora with the values of six measures.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from samestory import compare, corpus
from samestory.compare.terms import measures

FOUR_TERMS = {"four_terms": True}
MEASURES = {
    "g2_exact_signed": (measures.g2, {}),
    "chi2": (measures.chi2, {}),
    "pmi": (measures.pmi, {}),
    "log_odds_z_pooled_prior_2term": (measures.log_odds, {}),
    "log_odds_z_pooled_prior_4term": (measures.log_odds, FOUR_TERMS),
    "jsd_contribution_bits": (measures.jsd_contribution, {}),
}


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """`(measure, reached, target)`; for errors the target is the most allowed."""
    return [
        *parity(gold),
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


def seeds() -> pd.DataFrame:
    """Keyness of the two seeds."""
    return compare.keyness(corpus.articles("seeds"))


def seeds_g2_floor() -> float:
    """The 95th percentile of the largest G² of any word of the seeds after shuffling their sentences."""
    table = compare.keyness(corpus.articles("seeds"), ngrams=[1], min_count=1, statistic="g2", level=0.05)
    return float(table["floor"].iloc[0] ** 2)
