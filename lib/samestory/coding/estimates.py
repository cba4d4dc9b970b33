"""How often each kind was right, and the counts corrected for it: estimates of the design, with their intervals.

The sample is drawn from strata whose sizes are known, so every stratum weighs what it holds (Cochran 1977). Intervals
are Wilson's at the effective size of the sample, the finite population allowed for (Kish 1965; Dean & Pagano 2015): no
interval is a point because no error was met, unless everything was read. Where sentences
in which nothing was found were sampled too, a corrected count is of what was found and right and of what was missed;
else of the former alone.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from samestory.coding.items import MISSED
from samestory.compare.inference import wilson

LARGE = 1e18  # the effective size where all was read
SHARES = ["found", "read", "right", "unsure", "share", "low", "high"]
CORRECTED = ["kind", "group", "counted", "of", "read", "missed", "corrected", "low", "high"]
BY_LABEL = ["referent", "label", "group", "counted", "read", "corrected", "low", "high"]
RECALLED = ["kind", "read", "right", "missed", "share", "low", "high"]
SHARED = ("anonymous",)  # kinds compared as shares of all: of what was taken for one and what was taken for none


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
    """How many there are of what was counted for each group: the counts corrected for measured error.

    Columns `kind, group, counted`; `of`, all that was looked at, of kinds that are compared as shares; `read`, how many
    of those counted; `missed`, the estimate of what was not counted and should have been (missing where that was not
    sampled); and the estimate `corrected`, of what was right and what was missed, with its interval `low` to `high`
    (the sum of two estimates: MOVER, Zou & Donner 2008). A sentence with something missed counts once. The estimates
    are missing where none of a group's was read. Kinds that belong to no group (pairs of accounts) are left out.
    """
    rows = judged(codings[codings["group"].notna()])
    right, missed = _right_and_missed(shares(rows, ["kind", "group"], level=level).reset_index())
    sampled = set(missed.loc[missed["read"].gt(0), "kind"])
    both = right.merge(missed[missed["kind"].isin(sampled)].drop(columns="read"), on=["kind", "group"], how="outer")
    none = both["counted"].isna()  # of this group: so none was wrong
    both.loc[none, ["counted", "read", "corrected", "low", "high"]] = 0
    more, least, most = (both[name].where(both["kind"].isin(sampled), 0) for name in ("missed", "least", "most"))
    total = both["corrected"] + more
    table = both.assign(
        of=(both["counted"] + both["looked"]).where(both["kind"].isin(SHARED)),
        low=(total - np.hypot(both["corrected"] - both["low"], more - least)).clip(lower=0),
        high=total + np.hypot(both["high"] - both["corrected"], most - more),
        corrected=total,
    )
    order = {kind: number for number, kind in enumerate(rows["kind"].unique())}
    table = table.sort_values("kind", key=lambda kinds: kinds.map(order), kind="stable", ignore_index=True)
    return table.astype({"counted": "int64", "read": "int64"})[CORRECTED]


def corrected_labels(
    codings: pd.DataFrame, labels: pd.DataFrame, articles: pd.DataFrame, *, level: float = 0.95
) -> pd.DataFrame:
    """How often each group uses each label, less what is wrong: a row for each referent, label and group.

    Columns BY_LABEL: `counted`, `read` of those, and the estimate `corrected` with its interval `low` to `high`, from
    what was read of this label in this group alone (a domain of the sample: Cochran 1977, 5A.14); missing where none
    was. Mentions worded in a way that no row of the table of referents knows are in neither count.
    """
    texts = articles[["article_id", "sha256"]]
    means = labels.merge(texts, on="article_id")[["sha256", "start", "end", "referent", "label"]].drop_duplicates()
    rows = judged(codings[codings["kind"].eq("labels")]).merge(means, on=["sha256", "start", "end"])
    told = shares(rows, ["referent", "label", "group"], level=level).reset_index()
    counts = {new: told["found"] * told[old] for new, old in (("corrected", "share"), ("low", "low"), ("high", "high"))}
    table = told.assign(counted=told["found"], **counts)
    return table.sort_values(["referent", "label", "group"], ignore_index=True)[BY_LABEL]


def recalled(codings: pd.DataFrame, *, level: float = 0.95) -> pd.DataFrame:
    """How much of what is there was found, of each kind whose misses were sampled: a row a kind.

    Columns `kind`; `read`, of that in which nothing was found; the estimates of what was found and is `right` and of
    what was `missed`; `share`, right of both, with its interval `low, high` (from the ratio of two estimates: MOVER-R,
    Donner & Zou 2012). A sentence with something missed counts once, and what is missed beside something found not at
    all: the share is an upper estimate.
    """
    right, missed = _right_and_missed(shares(judged(codings), ["kind"], level=level).reset_index())
    both = right.drop(columns="read").merge(missed[missed["read"].gt(0)], on="kind")
    both = both[both["corrected"].gt(0)]
    rows = [
        (row.kind, row.read, row.corrected, row.missed, row.corrected / (row.corrected + row.missed), *_share(row))
        for row in both.itertuples()
    ]
    return pd.DataFrame(rows, columns=RECALLED)


def _right_and_missed(told: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What was found and is right, and what is wrong among the nothings that were found, each with its interval.

    `told` are the `shares` by kind, or by kind and group. Columns `counted, read, corrected, low, high` of the one,
    `looked, read, missed, least, most` of the other.
    """
    by = [name for name in ("kind", "group") if name in told]
    nothing = told["kind"].str.endswith(MISSED)
    scaled = {new: told["found"] * told[old] for new, old in (("corrected", "share"), ("low", "low"), ("high", "high"))}
    right = told.assign(counted=told["found"], **scaled)[~nothing]
    wrong = {"missed": "share", "least": "high", "most": "low"}
    missed = told.assign(
        kind=told["kind"].str.removesuffix(MISSED),
        looked=told["found"],
        **{new: told["found"] * (1 - told[old]) for new, old in wrong.items()},
    )[nothing]
    found, lost = ["counted", "read", "corrected", "low", "high"], ["looked", "read", "missed", "least", "most"]
    return right[[*by, *found]], missed[[*by, *lost]]


def _share(row) -> tuple[float, float]:
    """The interval of right / (right + missed): that of missed / right by MOVER-R, turned over."""
    product = row.corrected * row.missed
    fewest = product**2 - row.least * row.high * (2 * row.missed - row.least) * (2 * row.corrected - row.high)
    many = product**2 - row.most * row.low * (2 * row.missed - row.most) * (2 * row.corrected - row.low)
    least = (product - np.sqrt(max(fewest, 0))) / (row.high * (2 * row.corrected - row.high))
    most = (product + np.sqrt(max(many, 0))) / (row.low * (2 * row.corrected - row.low)) if row.low > 0 else np.inf
    return float(1 / (1 + most)), float(1 / (1 + max(least, 0)))


def answers(corrected: pd.DataFrame) -> pd.DataFrame:
    """Whether the correction changes which of two groups has more: a row for each kind and two groups.

    Columns `kind, group, other`; `counted` and `corrected`, group less other (in percentage points, of kinds compared
    as shares), with the interval `low` to `high` of the latter (difference of two estimates: MOVER, Zou & Donner 2008);
    `answer`: `stands`, `open` (either may have more),
    `alike` or `reversed`. Missing estimates leave it open; groups counted alike have no answer to change.
    """
    told = ["counted", "corrected", "low", "high"]
    scaled = corrected.assign(**corrected[told].mul((100 / corrected["of"]).fillna(1), axis=0))
    rows = [
        _answer(kind, one, other)
        for kind, of in scaled.groupby("kind", sort=False)
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
