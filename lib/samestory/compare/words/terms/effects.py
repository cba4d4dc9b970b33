"""Counts and effect sizes of terms, target articles against the others."""

import numpy as np
import pandas as pd

from samestory.compare import inference
from samestory.compare.words.terms import measures
from samestory.compare.words.terms.profile import Profile, deviation_of_proportions, found_in, used
from samestory.corpus import known


def table(counts: Profile, n: int, target: np.ndarray, prior: pd.Series | None = None) -> pd.DataFrame:
    """Both counts, document frequencies and all measures of the terms of one length; a row a term."""
    a, b = used(counts, target), used(counts, ~target)
    sizes = int(counts.sizes[target].sum()), int(counts.sizes[~target].sum())
    pseudo, whole = _prior(prior, counts.terms, sum(sizes))
    cells = a, b, max(sizes[0], 1), max(sizes[1], 1)
    return pd.DataFrame(
        {
            "term": pd.array(counts.terms, "str"),
            "ngram": n,
            "count": a.astype(int),
            "other_count": b.astype(int),
            "words": sizes[0],
            "other_words": sizes[1],
            "documents": found_in(counts, target).astype(int),
            "other_documents": found_in(counts, ~target).astype(int),
            "log_ratio": measures.log_ratio(*cells),
            "g2": measures.g2(*cells),
            "chi2": measures.chi2(*cells),
            "pmi": measures.pmi(*cells),
            "z": measures.log_odds(*cells, pseudo, whole),
            "jsd": measures.jsd_contribution(*cells),
            "dp": deviation_of_proportions(counts, target),
        }
    )


def bounded(effects: pd.DataFrame, design_effect: np.ndarray) -> pd.DataFrame:
    """The table with bounds of the log ratio at the floor, in columns `log_ratio_low` and `log_ratio_high`.

    Given all uses of a term, the group's share of them has Wilson's interval; the uses count for fewer than they are
    where the units repeat the term (its design effect). Infinite where a side may not use the term at all.
    """
    uses = effects["count"] + effects["other_count"]
    errors = np.minimum(effects["floor"].to_numpy(), 1e6)
    low, high = inference.wilson_at(effects["count"] / design_effect, uses / design_effect, errors)
    size = np.log2(effects["other_words"].clip(lower=1) / effects["words"].clip(lower=1))
    with np.errstate(divide="ignore"):
        return effects.assign(
            log_ratio_low=np.log2(low / (1 - low)) + size, log_ratio_high=np.log2(high / (1 - high)) + size
        )


def background_prior(path: str) -> pd.Series:
    """Counts of terms in a background collection, from a CSV with the columns `term` and `count`."""
    rows = known.table(path, ["term", "count"])
    counts = pd.to_numeric(rows["count"], errors="coerce")
    wrong = rows[counts.isna() | (counts < 0)]
    if len(wrong):
        raise ValueError(
            f"{path} row {wrong.index[0] + 2} has the count {wrong['count'].iloc[0]!r}; a number is needed."
        )
    return counts.groupby(rows["term"].str.lower()).sum()


def _prior(background: pd.Series | None, terms: np.ndarray, whole: int) -> tuple[np.ndarray | None, int | None]:
    """Pseudo-counts from the background, as many in all as there are words compared; none where it lacks all terms.

    Half a count is added to every term, so that one the background lacks has a prior too.
    """
    if background is None or not background.index.isin(terms).any():
        return None, None
    counts = background.reindex(terms).fillna(0).to_numpy(float) + 0.5
    every = background.sum() + 0.5 * (len(background) + np.sum(~np.isin(terms, background.index)))
    return counts * whole / every, whole
