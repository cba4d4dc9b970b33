"""Which persons *he* or *she* cannot mean: by title, noun or first name.

`data/first_names.csv` has first names, with the sex that nearly all go with (US Social Security Administration),
`data/genders.csv` the titles, nouns and pronouns that say it. A gender only ever bars an antecedent.
"""

from functools import lru_cache

from samestory.corpus import known


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    rows = known.table("genders.csv", ["word", "gender", "source"])
    return dict(zip(rows["word"], rows["gender"], strict=True))


@lru_cache(maxsize=1)
def _first_names() -> dict[str, str]:
    rows = known.table("first_names.csv", ["name", "gender", "share"])
    rows = rows[rows["gender"].notna()]
    return dict(zip(rows["name"], rows["gender"], strict=True))


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """The first names that are known to be some, those of both sexes too: what begins otherwise may be no name."""
    return frozenset(known.table("first_names.csv", ["name"])["name"].str.capitalize())


def of_word(word: str) -> str | None:
    """The gender that a title, noun or pronoun in small letters says; None where it says none."""
    return _words().get(word)


def of_first_name(word: str) -> str | None:
    """The gender a first name nearly always has; None for one of both, and for any other word."""
    return _first_names().get(word)


def of_name(name: str) -> str | None:
    """The gender that the first name of a full name nearly always has; None for a surname alone."""
    first, *rest = name.split()
    return of_first_name(first) if rest else None
