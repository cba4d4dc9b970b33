"""Measures of keyness, association and dispersion: arrays of counts in, one number a term out.

Throughout, `a` and `b` are a term's counts in the target and the reference, `size_a` and `size_b` all words (or all
n-grams of that length) of each side.
"""

import numpy as np
from nltk.metrics import BigramAssocMeasures

PMI_SMOOTHING = 1e-9


def g2(a, b, size_a, size_b) -> np.ndarray:
    """The log-likelihood ratio of the four-cell table (Dunning 1993), positive where the target over-uses the term.

    2 * sum of observed * ln(observed / expected) over term and not-term in target and reference.
    """
    a, b, rest_a, rest_b, total = _cells(a, b, size_a, size_b)
    used, unused = a + b, rest_a + rest_b
    value = (
        _part(a, used * size_a / total)
        + _part(b, used * size_b / total)
        + _part(rest_a, unused * size_a / total)
        + _part(rest_b, unused * size_b / total)
    )
    return _sign(a, b, size_a, size_b) * 2 * value


def chi2(a, b, size_a, size_b) -> np.ndarray:
    """Pearson's chi-squared of the four-cell table, uncorrected, positive where the target over-uses the term."""
    a, b, rest_a, rest_b, total = _cells(a, b, size_a, size_b)
    margins = size_a * size_b * (a + b) * (rest_a + rest_b)
    return _sign(a, b, size_a, size_b) * total * (a * rest_b - b * rest_a) ** 2 / margins


def pmi(a, b, size_a, size_b) -> np.ndarray:
    """Pointwise mutual information of term and target, ln(observed / expected), in nats.

    1e-9 is added to the ratio, as quanteda does, so that a term the target never uses has a finite value (-20.7).
    """
    a, b, _, _, total = _cells(a, b, size_a, size_b)
    return np.log(a / ((a + b) * size_a / total) + PMI_SMOOTHING)


def log_ratio(a, b, size_a, size_b) -> np.ndarray:
    """How many times as often the target uses the term, as a power of two (Hardie 2014): 1 is twice, -1 is half.

    A count of 0 is taken as 0.5, as Hardie does.
    """
    a, b, *_ = _cells(a, b, size_a, size_b)
    return np.log2(np.where(a > 0, a, 0.5) / size_a) - np.log2(np.where(b > 0, b, 0.5) / size_b)


def log_odds(a, b, size_a, size_b, prior=None, prior_size=None, *, four_terms: bool = False) -> np.ndarray:
    """The z of the weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, eq. 16-22).

    `prior` has a pseudo-count for each term, `prior_size` is their sum over the whole vocabulary; by default the pooled
    counts a + b. The variance is 1/(a + prior) + 1/(b + prior), the paper's approximation, or with `four_terms` also
    the terms of all other words.
    """
    a, b, *_ = _cells(a, b, size_a, size_b)
    prior = a + b if prior is None else np.asarray(prior, float)
    whole = size_a + size_b if prior_size is None else prior_size
    y, other = a + prior, b + prior
    rest, other_rest = size_a + whole - y, size_b + whole - other
    variance = 1 / y + 1 / other
    if four_terms:
        variance = variance + 1 / rest + 1 / other_rest
    return (np.log(y / rest) - np.log(other / other_rest)) / np.sqrt(variance)


def jsd_contribution(a, b, size_a, size_b) -> np.ndarray:
    """Each term's share, in bits, of the Jensen-Shannon divergence between target and reference (Lin 1991).

    With p and q the term's shares and m their mean: p/2 * log2(p/m) + q/2 * log2(q/m). The sum over all terms is 0
    where both sides use words alike and 1 where they share none.
    """
    p, q = np.asarray(a, float) / size_a, np.asarray(b, float) / size_b
    log_m = _log2((p + q) / 2)
    return 0.5 * p * (_log2(p) - log_m) + 0.5 * q * (_log2(q) - log_m)


def log_dice(together, node, collocate) -> np.ndarray:
    """How exclusively words stand together (Rychlý 2008): 14 + log2(2 together / (node + collocate)), at most 14."""
    n_ii, n_ix, n_xi = (np.asarray(count, float) for count in (together, node, collocate))
    return 14 + np.log2(BigramAssocMeasures.dice(n_ii, (n_ix, n_xi), np.nan))


def dp(counts, sizes) -> float:
    """Gries's deviation of proportions (2008): 0 where a term is spread as the words are, near 1 where in one part.

    `counts` of the term and `sizes` in words, one a part (article). Missing where the term is not used.
    """
    counts, sizes = np.asarray(counts, float), np.asarray(sizes, float)
    if not counts.sum():
        return float("nan")
    return float(np.abs(counts / counts.sum() - sizes / sizes.sum()).sum() / 2)


def _cells(a, b, size_a, size_b) -> tuple[np.ndarray, ...]:
    a, b = np.asarray(a, float), np.asarray(b, float)
    return a, b, size_a - a, size_b - b, size_a + size_b


def _sign(a, b, size_a, size_b) -> np.ndarray:
    return np.where(a * size_b >= b * size_a, 1.0, -1.0)


def _part(observed, expected) -> np.ndarray:
    filled = np.where(observed > 0, observed, 1.0)
    return np.where(observed > 0, observed * np.log(filled / np.where(observed > 0, expected, 1.0)), 0.0)


def _log2(x) -> np.ndarray:
    return np.log(np.where(x > 0, x, 1.0)) / np.log(2)
