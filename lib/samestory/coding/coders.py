"""Whether coders agree by more than chance: Krippendorff's α with its interval, and the items on which they part."""

from collections.abc import Callable, Hashable, Iterable, Iterator

import numpy as np
import pandas as pd
from nltk.metrics import agreement as nltk_agreement
from nltk.metrics.distance import binary_distance, interval_distance

METRICS = ("nominal", "ordinal", "interval")
ORDER = {"wrong": 0.0, "unsure": 0.5, "right": 1.0}  # what is ordinal or interval about verdicts
RESAMPLES = 1000
COLUMNS = ["kind", "coders", "items", "metric", "alpha", "low", "high"]
Coding = tuple[Hashable, Hashable, Hashable]  # coder, item, value


def alpha(codings: Iterable[Coding], *, metric: str = "nominal") -> float:
    """Krippendorff's α of codings `(coder, item, value)`; missing where nothing varies, or no item has two.

    NLTK's `AnnotationTask` computes it; what a coder left out is simply not among the codings. `metric` is `nominal`,
    `ordinal` or `interval`, the last two of numbers (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability).
    ValueError for another metric.
    """
    paired = _paired(list(codings))
    if len({value for *_, value in paired}) < 2:
        return float("nan")
    task = nltk_agreement.AnnotationTask(data=paired, distance=_distance(metric, [value for *_, value in paired]))
    return float(task.alpha())


def agreement(codings: pd.DataFrame, *, seed: int = 1, resamples: int = RESAMPLES) -> pd.DataFrame:
    """How far coders agree on the verdicts of each kind: a row for each kind and metric, none of one coder.

    `codings` is the table of `record.codings`. Columns `kind, coders`; `items` that two or more coded; `metric`,
    `alpha`, and `low, high`, the 95 % percentile interval over items drawn anew (bootstrap, Hayes & Krippendorff 2007).
    """
    given = codings[codings["verdict"].notna()]
    rows = [
        (kind, of["coder"].nunique(), *_with_interval(of, metric, seed, resamples))
        for kind, of in given.groupby("kind", sort=False)
        if of["coder"].nunique() > 1
        for metric in METRICS
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def parting(codings: pd.DataFrame) -> pd.DataFrame:
    """The items that coders judged otherwise: `kind, part, item`, and each coder’s verdict in a column of its own."""
    given = codings[codings["verdict"].notna()]
    apart = given[given.groupby("item")["verdict"].transform("nunique").gt(1)]
    wide = apart.pivot(index=["kind", "part", "item"], columns="coder", values="verdict")
    return wide.rename_axis(columns=None).reset_index()


def _with_interval(codings: pd.DataFrame, metric: str, seed: int, resamples: int) -> tuple:
    """The items coded twice, the metric, α, and the interval of α over items drawn anew."""
    values = codings["verdict"] if metric == "nominal" else codings["verdict"].map(ORDER)
    paired = _paired(list(zip(codings["coder"], codings["item"], values, strict=True)))
    counts = (
        pd.crosstab(*(pd.Series(part, dtype="object") for part in list(zip(*paired, strict=True))[1:]))
        if paired
        else pd.DataFrame()
    )
    known = [one for one in _drawn_anew(counts, metric, seed, resamples) if not np.isnan(one)]
    low, high = np.quantile(known, [0.025, 0.975]) if known else (np.nan, np.nan)
    return len(counts), metric, alpha(paired, metric=metric), float(low), float(high)


def _drawn_anew(counts: pd.DataFrame, metric: str, seed: int, resamples: int) -> Iterator[float]:
    """α of each resample of items, from their coincidences (Krippendorff 2011); `counts` has an item a row."""
    given = counts.to_numpy(float)
    within = given[:, :, None] * given[:, None, :] - given[:, :, None] * np.eye(given.shape[1])
    coincidences = within / (given.sum(axis=1) - 1)[:, None, None]
    random = np.random.default_rng(seed)
    for _ in range(resamples if len(given) else 0):
        observed = coincidences[random.integers(len(given), size=len(given))].sum(axis=0)
        of_each = observed.sum(axis=0)
        apart = _apart(metric, list(counts), of_each)
        expected = (np.outer(of_each, of_each) * apart).sum()
        yield 1 - (of_each.sum() - 1) * (observed * apart).sum() / expected if expected else np.nan


def _apart(metric: str, values: list, counts: np.ndarray) -> np.ndarray:
    """What each two values differ by, squared; of the ordinal metric it depends on how often each was given."""
    if metric == "nominal":
        return 1 - np.eye(len(values))
    place = np.cumsum(counts) - counts / 2 if metric == "ordinal" else np.array(values, float)
    return (place[:, None] - place[None, :]) ** 2


def _paired(codings: list[Coding]) -> list[Coding]:
    """The codings of items that at least two coders judged: the others can agree with nobody."""
    items = pd.Series([item for _, item, _ in codings], dtype="object")
    several = set(items[items.duplicated(keep=False)])
    return [one for one in codings if one[1] in several]


def _distance(metric: str, values: list) -> Callable[..., float]:
    """What two values differ by, squared, as NLTK asks for it."""
    if metric == "ordinal":
        counts = pd.Series(values).value_counts().sort_index()
        ranks = dict(zip(counts.index, np.cumsum(counts) - counts / 2, strict=True))
        return lambda one, other: float((ranks[one] - ranks[other]) ** 2)
    if metric not in METRICS:
        raise ValueError(f"metric = {metric!r} is not known; use {', '.join(map(repr, METRICS))}.")
    return {"nominal": binary_distance, "interval": interval_distance}[metric]
