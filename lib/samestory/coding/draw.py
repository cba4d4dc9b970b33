"""Which items people read: a random sample of each kind, stratified, under names that tell nothing."""

import hashlib
from collections.abc import Iterable
from functools import reduce

import numpy as np
import pandas as pd

VERDICTS = ("right", "wrong", "unsure")
STRATA: tuple[list[str], ...] = (
    ["part", "certainty", "group"],
    ["part", "certainty"],
    ["part"],
    [],
)  # the finest that leaves EACH a stratum
EACH = 2  # items of a stratum at least, so that its share can be told
LETTERS = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")  # no digits: a spreadsheet would read 3e10 as a number


def drawn(items: pd.DataFrame, n: int, *, seed: int = 1) -> pd.DataFrame:
    """The items with `stratum` and, for those drawn, `item`: n of each kind, all where there are no more.

    `items` is a table of `coding.items` (or several, one below the other). The strata of a kind are its parts, how
    surely each was read, and its groups, as far as the sample reaches EACH of them; they are drawn from in proportion
    to their size (Cochran 1977). `item` is a name of eight letters that tells neither place nor order.
    """
    random = np.random.default_rng(seed)
    table = items.assign(stratum=_strata(items, n), _chance=random.random(len(items)))
    turn = table.groupby(["kind", "stratum"])["_chance"].rank(method="first")
    chosen = turn.le(_allotted(table, n))
    told = table.loc[chosen, ["kind", "sha256", "sides", "claim"]]
    names = [_name(seed, row) for row in told.itertuples(index=False)]
    table["item"] = pd.Series(names, index=told.index, dtype="str")
    return table.drop(columns="_chance")


def in_turn(items: Iterable[str], coder: str) -> list[str]:
    """The items in an order of the coder's own, which no table has."""
    return sorted(items, key=lambda item: hashlib.sha256(f"{coder}\0{item}".encode()).hexdigest())


def _strata(items: pd.DataFrame, n: int) -> pd.Series:
    """The name of each item's stratum, of the finest strata of its kind that the sample reaches."""
    found = pd.Series("", index=items.index)
    for columns in STRATA[::-1]:
        told = (items[column].astype("object").fillna("").astype("str") for column in columns)
        names = reduce(lambda one, other: one + " / " + other, told, pd.Series("", index=items.index))
        reached = names.groupby(items["kind"]).nunique().mul(EACH).le(n)
        found = found.where(~items["kind"].map(reached), names.str.removeprefix(" / "))
    return found


def _allotted(table: pd.DataFrame, n: int) -> pd.Series:
    """How many of each item's stratum are drawn."""
    sizes = table.groupby(["kind", "stratum"]).size()
    each = [pd.Series(allotment(of.to_numpy(), n), index=of.index) for _, of in sizes.groupby(level=0)]
    places = pd.MultiIndex.from_frame(table[["kind", "stratum"]])
    given = pd.concat(each).reindex(places).to_numpy() if each else 0
    return pd.Series(given, index=table.index)


def allotment(sizes: np.ndarray, n: int) -> np.ndarray:
    """How many to draw from strata of these sizes: EACH where there are so many, the rest in proportion, n in all.

    >>> allotment(np.array([90, 9, 1]), 20)
    array([16,  3,  1])
    """
    n = min(n, int(sizes.sum()))
    least = np.minimum(sizes, EACH if EACH * len(sizes) <= n else 0)
    left = sizes - least
    share = left * (n - least.sum()) / max(left.sum(), 1)
    given = np.floor(share).astype(int)
    largest = np.argsort(given - share, kind="stable")[: n - least.sum() - given.sum()]
    given[largest] += 1
    return least + given


def _name(seed: int, row: tuple) -> str:
    told = "\0".join(map(str, (seed, *row)))
    return hashlib.sha256(told.encode()).hexdigest()[:8].translate(LETTERS)
