"""The gate of the brief: how often each kind was right when people read it, and what may stand in it."""

from functools import lru_cache

import pandas as pd

from samestory import known

NEEDED, FEWEST = 0.85, 10  # of those read must have been right; fewer read say nothing yet
LEAST = 4  # read, from which a kind may be called wrong
COLUMNS = ["kind", "read", "right", "telling", "source"]


@lru_cache(maxsize=1)
def kinds() -> pd.DataFrame:
    """`data/findings.csv`: for each kind of difference how many were `read`, `right` and `telling`, and `passes`."""
    table = known.table("findings.csv", COLUMNS).set_index("kind")
    counts = table[["read", "right", "telling"]].astype("int64")
    return table.assign(**counts, passes=counts["right"].ge(NEEDED * counts["read"]) & counts["read"].ge(FEWEST))


def stands(kind: str) -> bool:
    """Whether a kind of finding may stand in a brief."""
    return bool(kinds()["passes"].get(kind, False))


def passed(differences: pd.DataFrame) -> pd.DataFrame:
    """The differences of the kinds that may stand in a brief."""
    return differences[differences["kind"].map(kinds()["passes"]).eq(True)]


def mostly_wrong(kind: str) -> bool:
    """Whether a kind was wrong more often than right in LEAST or more that were read."""
    row = kinds().loc[kind] if kind in kinds().index else {"read": 0, "right": 0}
    return 2 * row["right"] < row["read"] and row["read"] >= LEAST


def telling(kind: str) -> float:
    """The share of those read of a kind that were telling, one of two further ones counted among them."""
    row = kinds().loc[kind] if kind in kinds().index else {"read": 0, "telling": 0}
    return (row["telling"] + 1) / (row["read"] + 2)


def certainty(kind: str) -> str:
    """How often a kind was right when read, in words: “right in 27 of 30 read”, and that it is unsure where it is."""
    if kind not in kinds().index or not kinds().loc[kind, "read"]:
        return "not read yet"
    row = kinds().loc[kind]
    return f"{'' if row['passes'] else 'unsure: '}right in {row['right']} of {row['read']} read"
