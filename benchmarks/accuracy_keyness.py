"""Keyness against reference values of independent implementations, and what clears its null floor on the two seeds.

`gold/keyness` holds counts of two corpora with the values of six measures.
"""

from pathlib import Path

import numpy as np
import pandas as pd
from samestory import corpus
from samestory.compare import words
from samestory.compare.words.terms import measures

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
    """`(measure, reached, target)`: the share of reference values that are equal, and of terms of the seeds not key."""
    seeds = words.keyness(corpus.articles("seeds"))
    return [*parity(gold), ("seeds: terms that do not clear the floor", float((~seeds["clears_floor"]).mean()), 1.0)]


def parity(gold: Path) -> list[tuple[str, float, float]]:
    """For each measure and corpus the share of terms whose value equals the reference to 1e-9 relative."""
    found = []
    for file in sorted((gold / "keyness").glob("*.tsv")):
        table = pd.read_csv(file, sep="\t", keep_default_na=False)
        counts = table["n_target"].to_numpy(), table["n_reference"].to_numpy()
        sizes = counts[0].sum(), counts[1].sum()
        for name, (measure, options) in MEASURES.items():
            equal = np.isclose(measure(*counts, *sizes, **options), table[name].to_numpy(float), rtol=1e-9, atol=0)
            found.append((f"{file.stem}: {name} equal to 1e-9", float(equal.mean()), 1.0))
    return found
