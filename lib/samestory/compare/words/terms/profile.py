"""How often each term is used in each unit (article or sentence), as sparse triplets."""

from typing import NamedTuple

import numpy as np

from samestory.corpus import counting


class Profile(NamedTuple):
    """Counts of the terms of one length: term k is used `uses` times in unit `unit`; `sizes` n-grams in each unit."""

    terms: np.ndarray
    term: np.ndarray
    unit: np.ndarray
    uses: np.ndarray
    sizes: np.ndarray


def profiles(running: counting.Words, unit: np.ndarray, units: int, n: int, min_count: int) -> Profile:
    """The counts of all n-grams used at least `min_count` times, by unit (given for each running word)."""
    position, gram, ids = counting.grams(running, n)
    kept = np.flatnonzero(np.bincount(gram, minlength=len(ids)) >= min_count)
    renumbered = np.full(len(ids), -1, np.int64)
    renumbered[kept] = np.arange(len(kept))
    term, where = renumbered[gram], unit[position].astype(np.int64)
    cells, count = np.unique((term * units + where)[term >= 0], return_counts=True)
    names = counting.spelled(ids[kept], running.vocabulary).to_numpy(dtype=object)
    return Profile(names, cells // units, cells % units, count, np.bincount(where, minlength=units))


def by_unit(profile: Profile, unit: np.ndarray) -> Profile:
    """The profile of articles as one of larger units, given the unit of each article."""
    units = unit.max(initial=-1) + 1
    if units == len(unit):
        return profile
    cells, cell = np.unique(profile.term * units + unit[profile.unit], return_inverse=True)
    uses = np.bincount(cell, profile.uses).astype(profile.uses.dtype)
    sizes = np.bincount(unit, profile.sizes).astype(profile.sizes.dtype)
    return Profile(profile.terms, cells // units, cells % units, uses, sizes)


def without(profile: Profile, dropped: np.ndarray) -> Profile:
    """The profile without the terms marked; the sizes stay, since the words were used."""
    renumbered = np.cumsum(~dropped) - 1
    kept = ~dropped[profile.term]
    return Profile(
        profile.terms[~dropped], renumbered[profile.term[kept]], profile.unit[kept], profile.uses[kept], profile.sizes
    )


def used(profile: Profile, chosen: np.ndarray) -> np.ndarray:
    """How often each term is used in the chosen units."""
    return np.bincount(profile.term, profile.uses * chosen[profile.unit], minlength=len(profile.terms))


def found_in(profile: Profile, chosen: np.ndarray) -> np.ndarray:
    """In how many of the chosen units each term is used."""
    return np.bincount(profile.term, chosen[profile.unit].astype(float), minlength=len(profile.terms))


def deviation_of_proportions(profile: Profile, chosen: np.ndarray) -> np.ndarray:
    """Gries's DP of each term over the chosen units (see `measures.dp`); missing where none uses it."""
    kept = chosen[profile.unit]
    term, unit = profile.term[kept], profile.unit[kept]
    share = (profile.sizes / max(profile.sizes[chosen].sum(), 1))[unit]
    uses = used(profile, chosen)
    gap = np.abs(profile.uses[kept] / uses[term] - share) - share
    total = 1 + np.bincount(term, gap, minlength=len(profile.terms))
    return np.where(uses > 0, total / 2, np.nan)
