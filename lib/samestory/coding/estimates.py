"""How often each kind was right, and the counts corrected for it: estimates of the design, with their intervals.

The sample is drawn from strata whose sizes are known, so every stratum weighs what it holds (Cochran 1977). Intervals
are Wilson's at the effective size of the sample, the finite population allowed for (Kish 1965; Dean & Pagano 2015): no
interval is a point because no error was met, unless everything was read. What was not found at all is no item: a
corrected count is that of what was found and right.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from samestory.compare.inference import wilson

LARGE = 1e18  # the effective size where all was read
SHARES = ["found", "read", "right", "unsure", "share", "low", "high"]
CORRECTED = ["kind", "group", "counted", "read", "corrected", "low", "high"]


def judged(codings: pd.DataFrame) -> pd.DataFrame:
    """Each item found, once: with `right` (1 or 0) and `unsure`, both missing where nobody read it.

    Right is what more coders call right than not; “unsure” is not right.
    """
    said = codings[codings["verdict"].notna()]
    said = said.assign(_right=said["verdict"].eq("right"), _unsure=said["verdict"].eq("unsure"))
    told = said.groupby("item").agg(given=("_right", "size"), right=("_right", "sum"), unsure=("_unsure", "any"))
    right = (2 * told["right"] > told["given"]).astype("float64")
    unsure = told["unsure"].astype("float64") * (1 - right)
    once = codings[codings["item"].isna() | ~codings["item"].duplicated()]
    return once.assign(right=once["item"].map(right), unsure=once["item"].map(unsure))


def shares(judged: pd.DataFrame, by: Sequence[str], *, level: float = 0.95) -> pd.DataFrame:
    """The share that is right, by some columns: SHARES with `by` as the index, every stratum weighing what it holds.

    `found` are all items, `read` those judged, `right` and `unsure` how many of them; `share` is the weighted share,
    `low` to `high` its interval (Wilson at the effective size). Strata of which nobody read any weigh as the others do.
    """
    cells = judged.groupby([*by, "stratum"], sort=False, dropna=False)["right"].agg(["size", "count", "sum"])
    told = cells[cells["count"].gt(0)]
    levels = list(range(len(by)))
    weight = told["size"] / told.groupby(level=levels, dropna=False)["size"].transform("sum")
    variance = weight**2 * (1 - told["count"] / told["size"]) / told["count"]
    share = (weight * told["sum"] / told["count"]).groupby(level=levels, sort=False, dropna=False).sum()
    size = 1 / variance.groupby(level=levels, sort=False, dropna=False).sum().clip(lower=1 / LARGE)
    low, high = wilson(share * size, size, level=level)
    counts = judged.groupby(list(by), sort=False, dropna=False).agg(
        found=("right", "size"), read=("right", "count"), right=("right", "sum"), unsure=("unsure", "sum")
    )
    estimate = pd.DataFrame({"share": share, "low": low, "high": high})
    return counts.join(estimate)[SHARES].astype(dict.fromkeys(SHARES[:4], "int64"))


def audited(codings: pd.DataFrame) -> pd.DataFrame:
    """How often each kind was right on these articles: a row a kind, and below it one for each of its parts.

    `codings` is the table of `record.codings`. Columns `kind, part` (missing for the kind as a whole), `found, read,
    right, unsure`, and the weighted `share` with its interval `low, high`; kinds of which nobody read any are left out.
    """
    rows = judged(codings)
    whole = shares(rows, ["kind"]).reset_index().assign(part=None)
    parts = shares(rows[rows["part"].notna()], ["kind", "part"]).reset_index()
    table = pd.concat([whole, parts], ignore_index=True) if len(parts) else whole
    order = {kind: k for k, kind in enumerate(whole["kind"])}
    table = table.sort_values("kind", key=lambda kind: kind.map(order), kind="stable", ignore_index=True)
    return table.loc[table["read"].gt(0), ["kind", "part", *SHARES]].reset_index(drop=True)


def corrected(codings: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """How many of what was counted for each group are right: the counts corrected for measured error.

    Columns `kind, group, counted`, `read` of them, and the estimate `corrected` with its interval `low` to `high`
    (missing where none of a group's was read). Kinds that belong to no group (pairs of accounts) are left out.
    """
    rows = judged(codings[codings["group"].notna()])
    told = shares(rows, ["kind", "group"], level=level).reset_index()
    scaled = {name: told["found"] * told[of] for name, of in (("corrected", "share"), ("low", "low"), ("high", "high"))}
    return told.rename(columns={"found": "counted"}).assign(**scaled)[CORRECTED]


def answers(corrected: pd.DataFrame) -> pd.DataFrame:
    """Whether the correction changes which of two groups has more: a row for each kind and two groups.

    Columns `kind, group, other`; `counted` and `corrected`, group less other, with the interval `low` to `high` of the
    latter (from the two intervals: MOVER, Zou & Donner 2008); `answer`: `stands`, `open` (either may have more),
    `alike` or `reversed`. Missing estimates leave it open; groups counted alike have no answer to change.
    """
    rows = [
        _answer(kind, one, other)
        for kind, of in corrected.groupby("kind", sort=False)
        for one, other in combinations(of.itertuples(index=False), 2)
        if one.counted != other.counted
    ]
    return pd.DataFrame(rows, columns=["kind", "group", "other", "counted", "corrected", "low", "high", "answer"])


def _answer(kind: str, one, other) -> tuple:
    apart, found = one.counted - other.counted, one.corrected - other.corrected
    low = found - np.hypot(one.corrected - one.low, other.high - other.corrected)
    high = found + np.hypot(one.high - one.corrected, other.corrected - other.low)
    sure = low > 0 or high < 0
    answer = "open" if not sure else "stands" if found * apart > 0 else "reversed"
    if low > -0.5 and high < 0.5:
        answer = "alike"
    return kind, one.group, other.group, apart, found, low, high, answer
