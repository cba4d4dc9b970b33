"""Charts of figures: what each outlet's wording allows, figures nested in figures, and a series over time."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from samestory.compare.figures import intervals
from samestory.compare.figures.intervals import BOUNDS
from samestory.compare.figures.ledger import interval
from samestory.compare.figures.reconcile import MAYBE, side_by_side
from samestory.present import show
from samestory.present.figures import amounts
from samestory.present.figures.chosen import GRAVEST, LIMIT, chosen, surely_one
from samestory.present.style import PAPER, RULE, SMALL, SOFT, WASH, Chart, Mark, figure, largest, outlet_marks

ROW = 0.52  # inches a row of an interval chart or of nested parts
OUTLETS = 12  # rows of an interval chart
LETTERS = 52  # of a quotation on a chart
LETTER = 0.0175  # of the width of the axes that a letter takes, about
TICK = 0.021  # of the width of the axes that a letter of a tick's label takes, about
LABEL_GAP = 0.065  # of the height of the axes, between the names beside a series
DATES = 3  # days or months with reports that make a series
SAID = ["group", "quotation", "allows", "published", "source"]


def intervals_of_each(
    ledger: pd.DataFrame, verdicts: pd.DataFrame, *, limit: int = LIMIT, sure: bool = False
) -> list[Chart]:
    """A chart of what each group's words allow, for each of the `chosen` figures; with `sure`, of surely one figure."""
    verdicts = surely_one(verdicts) if sure else verdicts
    return [figure_intervals(ledger, verdicts, referent) for referent in chosen(ledger, verdicts, limit=limit)]


def nested_in_each(ledger: pd.DataFrame, parts: pd.DataFrame, *, limit: int = LIMIT) -> list[Chart]:
    """A chart of parts within parts for each of the outermost wholes, at most `limit`."""
    return [nested(ledger, parts, whole) for whole in roots(parts)[:limit]]


def series_of_each(ledger: pd.DataFrame, *, limit: int = LIMIT) -> list[Chart]:
    """A chart over time for each figure with reports of several days, at most `limit`."""
    return [series(ledger, referent) for referent in series_to_draw(ledger, limit=limit)]


def _numbers(rows: pd.DataFrame) -> pd.DataFrame:
    """The table beside a chart."""
    return rows.assign(allows=[amounts.allowed(row) for _, row in rows.iterrows()])[SAID].reset_index(drop=True)


# One figure, every outlet


def figure_intervals(ledger: pd.DataFrame, verdicts: pd.DataFrame, referent: int) -> Chart:
    """What each outlet's words allow of one figure: a row an outlet, hollow where the number itself is excluded.

    An arrow means "or more"; the numbers that satisfy every row are shaded. Of an outlet's several reports one is
    drawn, all of about the same time (`reconcile.side_by_side`). At most twelve outlets are drawn, those with most
    reports; the subtitle says of how many.
    """
    reports = ledger[ledger["referent"].eq(referent)]
    rows = side_by_side(reports)
    shared = _shared(rows)
    drawn = _most_reports(rows, reports)
    chart, axes = figure(
        title=_title(reports, verdicts[verdicts["referent"].eq(referent)], ledger),
        subtitle=_subtitle(rows, drawn, reports),
        alt=_alt(rows, shared),
        table=_numbers(rows),
        height=ROW * len(drawn) + 0.8,
    )
    limits = _limits(drawn)
    axes.set_xlim(*limits)
    axes.set_ylim(len(drawn) - 0.45, -0.75)
    _shade(axes, shared, limits, len(rows))
    marks = outlet_marks(ledger["group"])
    for y, (_, row) in enumerate(drawn.iterrows()):
        _draw_interval(axes, y, row, limits, marks[str(row["group"])])
    _name_rows(axes, drawn["group"].astype(str), marks)
    _scale(axes, drawn.iloc[0])
    return chart


def _most_reports(rows: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """The rows of the twelve outlets with most reports, in their order; all where there are no more."""
    most = reports["group"].value_counts(sort=False).sort_values(ascending=False, kind="stable").index[:OUTLETS]
    return rows[rows["group"].isin(most)]


def _shared(rows: pd.DataFrame) -> intervals.Interval:
    """The numbers that every row allows."""
    both = intervals.EVERYTHING
    for _, row in rows.iterrows():
        both = intervals.meet(both, interval(row))
    return both


STANDING = {
    "equal": "all reports are equal",
    "rounded": "one figure, given rounded by some",
    "compatible": "the reports are compatible",
    "stale": "one series, reported at different times",
    MAYBE: "the numbers differ, and whether it is one figure is open",
    "contradictory": "{of} contradict each other",
    "opposed": "{of} are opposed",
}  # what a title says of the gravest verdict there is


def _title(reports: pd.DataFrame, pairs: pd.DataFrame, ledger: pd.DataFrame) -> str:
    label = show.capital(str(reports["label"].iloc[0]))
    if pairs.empty:
        return f"{label}: one account"
    gravest = max(pairs["verdict"], key=GRAVEST.__getitem__)
    if len(pairs) == 1 and gravest in ("equal", "rounded", "compatible"):
        return f"{label}: {gravest}, {amounts.derivation(pairs.iloc[0], ledger)}"
    n = int(pairs["verdict"].eq(gravest).sum())
    return f"{label}: {STANDING[gravest].format(of=_of_pairs(n, len(pairs)))}"


def _of_pairs(n: int, pairs: int) -> str:
    if pairs == 1:
        return "the two reports"
    return f"all {n} pairs of reports" if n == pairs else f"{n} of {pairs} pairs of reports"


def _subtitle(rows: pd.DataFrame, drawn: pd.DataFrame, reports: pd.DataFrame) -> str:
    cut = f" The {len(drawn)} outlets with most reports of {len(rows)} are drawn." if len(drawn) < len(rows) else ""
    open_ended = any(math.isinf(high) for high in rows["high"])
    arrow = " An arrow means “or more”; a hollow mark leaves the number itself out." if open_ended else ""
    several = (
        " Of several reports of an outlet one is drawn, all of about the same time." if len(reports) > len(rows) else ""
    )
    return f"What each outlet’s words allow; n = {len(reports)} reports.{several}{arrow}{cut}"


def _alt(rows: pd.DataFrame, shared: intervals.Interval) -> str:
    said = "; ".join(
        f"{row['group']}: “{row['quotation']}”, {amounts.bounds(*row[BOUNDS])}" for _, row in rows.iterrows()
    )
    both = "No number satisfies all." if intervals.empty(shared) else f"All hold {intervals.in_words(shared)}."
    return f"Intervals by outlet. {said}. {both if len(rows) > 1 else ''}".strip()


def _limits(rows: pd.DataFrame) -> tuple[float, float]:
    """The stretch of the scale that shows every finite bound, with room for arrows and words to the right."""
    finite = [x for x in [*rows["low"], *rows["high"], *rows["named"]] if math.isfinite(x)] or [0.0]
    low, high = min(finite), max(finite)
    span = (high - low) or max(abs(high) * 0.2, 1.0)
    left = max(low - 0.25 * span, 0.0) if low >= 0 and low - 0.25 * span < 0 else low - 0.25 * span
    return left - 0.02 * span, high + (2.6 if rows["high"].map(math.isinf).any() else 0.6) * span


def _shade(axes: Axes, shared: intervals.Interval, limits: tuple[float, float], n: int) -> None:
    """The region every row allows, and its name."""
    if intervals.empty(shared) or n < 2:
        return
    left, right = max(shared.low, limits[0]), min(shared.high, limits[1])
    if left == right:
        axes.axvline(left, color=RULE, linewidth=3, zorder=0)
    else:
        axes.axvspan(left, right, color=WASH, zorder=0)
    name = "both hold here" if n == 2 else f"all {n} hold here"
    beside, side = (4, "left") if left == right else (-4, "right")
    axes.annotate(name, (right, 1), xycoords=("data", "axes fraction"), xytext=(beside, -3),
                  textcoords="offset points", ha=side, va="top", fontsize=SMALL, color=SOFT)  # fmt: skip


def _draw_interval(axes: Axes, y: int, row: pd.Series, limits: tuple[float, float], mark: Mark) -> None:
    """A line from bound to bound, an arrow where there is none, the article's words above it."""
    allowed = interval(row)
    left, right = max(allowed.low, limits[0]), min(allowed.high, limits[1])
    if right > left:
        axes.plot([left, right], [y, y], color=mark.colour, linewidth=2, zorder=2)
    if math.isinf(allowed.high):
        axes.plot([right], [y], ">", color=mark.colour, markersize=6, clip_on=False, zorder=3)
    spread = row["relation"] == "range" or (row["relation"] == "~" and row["named"] == row["low"])
    ends = [row["low"], row["high"]] if spread else [row["named"]]
    if math.isfinite(row["named"]):
        face = mark.colour if intervals.contains(allowed, row["named"]) else PAPER
        axes.plot(ends, [y] * len(ends), mark.shape, color=mark.colour, markerfacecolor=face, markersize=7,
                  markeredgewidth=1.5, linestyle="none", zorder=4)  # fmt: skip
    said = _short(row["quotation"])
    room = limits[1] - len(said) * LETTER * (limits[1] - limits[0])
    axes.annotate(said, (max(min(left, room), limits[0]), y), xytext=(0, 7), textcoords="offset points",
                  color=mark.colour, fontsize=9.5, parse_math=False)  # fmt: skip


def _short(quotation: str) -> str:
    return quotation if len(quotation) <= LETTERS else quotation[: LETTERS - 1].rstrip() + "…"


def _name_rows(axes: Axes, names: Iterable[str], marks: dict[str, Mark]) -> None:
    """The outlets beside their rows, in their colours."""
    said = list(names)
    axes.set_yticks(range(len(said)), [_short(name) for name in said], parse_math=False)
    for tick, name in zip(axes.get_yticklabels(), said, strict=True):
        tick.set_color(marks[name].colour)
    axes.grid(axis="y", visible=False)


def _scale(axes: Axes, row: pd.Series) -> None:
    """Ticks in the figure's own unit: a count, a percentage or a currency."""
    kind = str(row["kind"])
    unit = "" if pd.isna(row["unit"]) or kind == "percent" else str(row["unit"])
    label = FuncFormatter(lambda x, _: amounts.number(round(x, 6), kind, unit))
    axes.xaxis.set_major_locator(_apart(axes.get_xlim(), label, whole=kind == "count"))
    axes.xaxis.set_major_formatter(label)
    axes.set_xlabel(_short(str(row["label"])), parse_math=False)


def _apart(limits: tuple[float, float], label: FuncFormatter, *, whole: bool) -> MaxNLocator:
    """At most five steps, and no more than leave two letters between one tick's label and the next's."""
    for steps in range(5, 1, -1):
        locator = MaxNLocator(steps, integer=whole, min_n_ticks=1)
        ticks = [x for x in locator.tick_values(*limits) if limits[0] <= x <= limits[1]]
        longest = max((len(label(x)) for x in ticks), default=0)
        room = min((b - a for a, b in pairwise(ticks)), default=math.inf) / (limits[1] - limits[0]) / TICK
        if longest + 2 <= room:
            return locator
    return MaxNLocator(1, integer=whole, min_n_ticks=1)


# Figures within figures


def nested(ledger: pd.DataFrame, parts: pd.DataFrame, whole: int) -> Chart:
    """A figure and the figures that are part of it, as bars from one zero: 27 of 49 of 251; never summed.

    `whole` is the row label of the outermost figure in the ledger. What a bar has beside its one part stands in
    outline, with the number derived for it where one is valid; how several parts of one whole lie in it nobody says.
    """
    chain = parts[parts["outermost"].eq(whole)].sort_values(["level", "part_report"], kind="stable")
    labels = [whole, *chain["part_report"]]
    rows = ledger.loc[labels]
    said = amounts.nested(ledger, chain)
    derived = chain["derivation"].dropna().map(lambda words: words.replace(" - ", " − "))
    chart, axes = figure(
        title=f"{rows['group'].iloc[0]}: {said}",
        subtitle="Each bar is part of the one above it and is never added to it."
        if chain["level"].is_unique
        else "Each bar is part of one above it and is never added to it.",
        alt=f"Nested figures: {said}. {'; '.join(derived)}".strip(),
        table=_numbers(rows),
        height=ROW * len(rows) + 0.5,
    )
    mark = outlet_marks(ledger["group"])[str(rows["group"].iloc[0])]
    alone = chain[~chain["whole_report"].duplicated(keep=False)]
    rests = dict(
        zip(alone["whole_report"], zip(alone["part_low"], derived.reindex(alone.index), strict=True), strict=True)
    )
    for y, (label, row) in enumerate(rows.iterrows()):
        _draw_bar(axes, y, row, rests.get(label), mark)
    top = float(rows["named"].max())
    axes.set_xlim(0, top * 1.02)
    axes.set_ylim(len(rows) - 0.5, -0.75)
    axes.set_yticks([])
    _scale(axes, rows.iloc[0])
    axes.set_xlabel("")
    return chart


def roots(parts: pd.DataFrame) -> list[int]:
    """The row labels of the outermost wholes, those with most parts within first."""
    return parts["outermost"].value_counts(sort=True).index.tolist()


def _draw_bar(axes: Axes, y: int, row: pd.Series, rest: tuple[float, str] | None, mark: Mark) -> None:
    """One bar with the article's words above it; the rest beside its part in outline, with its derivation."""
    size = float(row["named"])
    axes.add_patch(Rectangle((0, y - 0.12), size, 0.24, facecolor=mark.colour, edgecolor=mark.colour, linewidth=1.2))
    if rest:
        part, derivation = rest
        axes.add_patch(
            Rectangle((part, y - 0.12), size - part, 0.24, facecolor=PAPER, edgecolor=mark.colour, linewidth=1.2)
        )
        if isinstance(derivation, str):
            axes.annotate(f"{derivation}, derived", (size, y), xytext=(6, 0), textcoords="offset points", va="center",
                          fontsize=SMALL, color=SOFT, annotation_clip=False)  # fmt: skip
    axes.annotate(_short(amounts.said(row)), (0, y - 0.12), xytext=(0, 4), textcoords="offset points",
                  color=mark.colour, fontsize=9.5, parse_math=False)  # fmt: skip


# A figure over time


def series_to_draw(ledger: pd.DataFrame, *, limit: int = LIMIT) -> list[int]:
    """The referents with reports of at least three days or months and not all of one number, most reports first.

    At most `limit`. What never moved is no series.
    """
    moved = ledger.groupby("referent")["named"].nunique().loc[lambda numbers: numbers > 1].index
    dated = ledger[ledger["published"].notna()]
    days = dated.groupby("referent")["published"].agg(lambda found: len(set(map(str, found))))
    sizes = dated["referent"].value_counts().loc[lambda n: n.index.isin(days[days >= DATES].index.intersection(moved))]
    return sorted(sizes.index, key=lambda referent: (-sizes[referent], referent))[:limit]


def series(ledger: pd.DataFrame, referent: int) -> Chart:
    """One figure over time: a step line through the largest number reported so far, and each outlet's reports on it.

    A report dated by its month lies across that month. Reports without a date are left out; the subtitle says so.
    """
    reports = ledger[ledger["referent"].eq(referent)]
    dated = reports.loc[[isinstance(day, pd.Period) for day in reports["published"]]]
    dated = dated.assign(_day=[day.end_time.normalize() for day in dated["published"]]).sort_values(
        "_day", kind="stable"
    )
    undated = len(reports) - len(dated)
    label = show.capital(str(reports["label"].iloc[0]))
    chart, axes = figure(
        title=f"{label}: from {amounts.in_a_sentence(dated.iloc[0])} to {amounts.in_a_sentence(dated.iloc[-1])}",
        subtitle=f"The largest number reported so far, and each report; n = {len(dated)} dated reports."
        + (f" {undated} without a date are not drawn." if undated else ""),
        alt="Reports over time: "
        + "; ".join(f"{row['published']} {row['group']} {amounts.in_a_sentence(row)}" for _, row in dated.iterrows()),
        table=_numbers(dated),
        height=3.2,
    )
    axes.step(dated["_day"], dated["named"].cummax(), where="post", color=RULE, linewidth=1.6, zorder=1)
    marks = outlet_marks(ledger["group"])
    for _, row in dated.iterrows():
        _draw_report(axes, row, marks[str(row["group"])])
    named, _ = largest(dated.drop_duplicates("group", keep="last"))
    _name_lines(axes, named, marks)
    _dates_and_scale(axes, dated.iloc[0])
    return chart


def _draw_report(axes: Axes, row: pd.Series, mark: Mark) -> None:
    face = mark.colour if intervals.contains(interval(row), row["named"]) else PAPER
    if row["published"].freqstr != "D":
        axes.plot(
            [row["published"].start_time, row["_day"]], [row["named"]] * 2, color=mark.colour, linewidth=1, zorder=2
        )
    axes.plot(
        [row["_day"]], [row["named"]], mark.shape, color=mark.colour, markerfacecolor=face, markersize=6, zorder=3
    )


def _name_lines(axes: Axes, last: pd.DataFrame, marks: dict[str, Mark]) -> None:
    """Each outlet's name to the right, at the height of its last report or as near as the others allow."""
    low, high = axes.get_ylim()
    rows = last.sort_values("named", kind="stable")
    heights = _spread([(value - low) / (high - low) for value in rows["named"]])
    for (_, row), height in zip(rows.iterrows(), heights, strict=True):
        mark = marks[str(row["group"])]
        axes.annotate(f"{mark.sign} {row['group']}", (1.01, height), xycoords="axes fraction", color=mark.colour,
                      fontsize=SMALL, va="center", parse_math=False)  # fmt: skip


def _spread(heights: Sequence[float]) -> list[float]:
    """Heights in rising order moved up until none is nearer to the one below than a label is high."""
    moved: list[float] = []
    for height in heights:
        moved.append(max(height, moved[-1] + LABEL_GAP) if moved else height)
    return moved


def _dates_and_scale(axes: Axes, row: pd.Series) -> None:
    kind = str(row["kind"])
    unit = "" if pd.isna(row["unit"]) or kind == "percent" else str(row["unit"])
    axes.yaxis.set_major_locator(MaxNLocator(5, integer=kind == "count"))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda x, _: amounts.number(round(x, 6), kind, unit)))
    axes.grid(axis="y", visible=True, color=RULE, linewidth=0.6)
    locator = mdates.AutoDateLocator(minticks=2, maxticks=6)
    axes.xaxis.set_major_locator(locator)
    axes.xaxis.set_major_formatter(mdates.ConciseDateFormatter(locator))
