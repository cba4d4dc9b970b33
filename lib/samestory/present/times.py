"""Lines over time: in how many of a group's articles of each period something is told, with intervals and n."""

from collections.abc import Mapping

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from samestory.compare.inference import ALPHA
from samestory.compare.time import COLUMNS
from samestory.present import show
from samestory.present.style import RC, RULE, SMALL, SOFT, Chart, Mark, largest, outlet_marks

HEIGHT = 1.15  # inches a group
CHARTS = 4
LEAST = 2  # periods with articles that make a line
ENOUGH = 2  # articles of a period on average: the share of a single one is 0 or 100 %
TICKS, NUMBERS = 8, 28  # names below an axis, and numbers of articles, that do not touch each other
EACH = {"D": "day", "W": "week", "M": "month", "Y": "year"}
LABELS: Mapping[str, str] = {}  # are called what they are
USED = "that use it outside quotation marks"
SOURCES = {  # kinds of source, as a page names them
    "named": "people by name", "role": "people by what they are", "anonymous": "people without a name",
    "collective": "groups of people", "organisation": "organisations", "document": "documents",
    "own reporter": "reporters of one’s own",
}  # fmt: skip
FIGURES = {  # kinds of figures, as a page names them
    "count": "counts", "money": "sums of money", "percent": "percentages", "fraction": "fractions", "ratio": "ratios",
    "multiplier": "multiples", "measure": "measures", "score": "results", "duration": "durations", "age": "ages",
}  # fmt: skip


def lines_of_each(
    times: pd.DataFrame, *, names: Mapping[str, str] = LABELS, does: str = USED, limit: int = CHARTS
) -> list[Chart]:
    """A chart for each of the first items that are told in two periods or more; none without a time axis.

    `names`: what a page calls the items, where they are kinds; `does`: what an article does that counts.
    """
    known = drawn(times)
    told = known[known["articles"].gt(0)].groupby("item", sort=False)["period"].nunique()
    return [
        lines(known[known["item"].eq(item)], name=names.get(item, item), does=does, table=times[times["item"].eq(item)])
        for item in told.index[told.ge(LEAST)][:limit]
    ]


def drawn(times: pd.DataFrame) -> pd.DataFrame:
    """The rows of the groups that have a line: of periods with articles at least LEAST, ENOUGH of them in each."""
    if times.empty:
        return pd.DataFrame(columns=COLUMNS)
    of = times.groupby(["item", "group"], observed=True)["of_articles"]
    periods = of.transform(lambda each: each.gt(0).sum())
    return times[periods.ge(LEAST) & of.transform("sum").ge(ENOUGH * periods)]


def lines(times: pd.DataFrame, *, name: str, does: str, table: pd.DataFrame) -> Chart:
    """One item over time, the groups one below the other: a line through the periods that have articles.

    Bars are Wilson's 95 % intervals; below each point stands the number of articles it is a share of, where there is
    room. `table` has the numbers of all groups.
    """
    drawn, cut = largest(times)
    names, marks = list(drawn["group"].unique()), outlet_marks(drawn["group"])
    chart = Chart(
        title=f"{show.capital(name)} over time",
        subtitle=f"Share of the articles of each {EACH[times['period'].iloc[0].freqstr[0]]} {does}, with its 95 % "
        f"interval; below, their number. n = {show.many(int(drawn['of_articles'].sum()), 'article')}. A line is no "
        f"trend: see the test.{cut}",
        alt=_in_words(drawn),
        table=table.drop(columns="item"),
        height=0.5 + HEIGHT * len(names),
    )
    with matplotlib.rc_context(RC):
        panels = chart.subplots(len(names), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    periods = list(pd.period_range(table["period"].min(), table["period"].max()))
    for axes, group in zip(panels, names, strict=True):
        rows = drawn[drawn["group"].eq(group)].set_index("period").reindex(periods).reset_index()
        _panel(axes, rows, str(group), marks[str(group)])
    shown = range(0, len(periods), -(-len(periods) // TICKS))
    panels[-1].set_xticks(list(shown), [_on_axis(periods[k]) for k in shown], fontsize=SMALL)
    return chart


def reading(trends: pd.DataFrame, times: pd.DataFrame, *, by: str = "outlet", names: Mapping[str, str] = LABELS) -> str:
    """What the tests of trends allow to be said, and whether lines are drawn; nothing without a time axis."""
    if trends.empty:
        return ""
    known = trends[trends["p_adjusted"].notna()]
    each = EACH[times["period"].iloc[0].freqstr[0]]
    least = f"{ENOUGH} articles of one {by.replace('_', ' ')} a {each} on average, in {LEAST} {each}s or more"
    untold = f"No line is drawn: it takes {least}." if drawn(times).empty else ""
    if known.empty:
        untested = "No trend can be tested: there are too few articles, or nothing changes."
        return f"{untested} {untold or 'The lines are readings.'}"
    clear = known[known["p_adjusted"].le(ALPHA)]
    if clear.empty:
        tested = show.many(len(known), "change")
        said = f"Of {tested} from earlier to later articles that can be tested, chance explains every rise and fall."
        return f"{said} {untold}".rstrip()
    return " ".join(
        f"{row.group}: {names.get(row.item, row.item)} in {row.earlier} of {row.of_earlier} articles until "
        f"{_named(row.until)}, in {row.later} of {row.of_later} after, more than chance explains."
        for row in clear.itertuples()
    )


def _panel(axes: Axes, rows: pd.DataFrame, name: str, mark: Mark) -> None:
    """The line of one group; where a period has no article the line is broken."""
    axes.plot(rows.index, rows["share"], color=mark.colour, linewidth=1.4, zorder=2)
    known = rows[rows["of_articles"].gt(0)]
    axes.vlines(known.index, known["low"], known["high"], color=mark.colour, alpha=0.45, linewidth=2, zorder=1)
    axes.plot(known.index, known["share"], mark.shape, color=mark.colour, markersize=5, zorder=3, clip_on=False)
    for at, n in _apart(known["of_articles"], len(rows)):
        axes.annotate(str(n), (at, -0.1), xycoords=axes.get_xaxis_transform(), ha="center", va="top", fontsize=SMALL,
                      color=SOFT)  # fmt: skip
    axes.set_ylim(0, 1)
    axes.set_xlim(-0.5, len(rows) - 0.5)
    axes.yaxis.set_major_locator(MaxNLocator(2))
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.grid(axis="x", visible=False)
    axes.grid(axis="y", visible=True, color=RULE)
    axes.tick_params(axis="x", pad=15)
    axes.set_title(f"{mark.sign} {name}", loc="left", fontsize=9.5, color=mark.colour, parse_math=False)


def _apart(numbers: pd.Series, periods: int) -> list[tuple[int, int]]:
    """Where on an axis of so many periods a number stands, and the number: those that would touch the last left out."""
    told: list[tuple[int, int]] = []
    for at, n in numbers.astype("int64").items():
        if not told or at - told[-1][0] >= periods / NUMBERS:
            told.append((at, n))
    return told


def _in_words(times: pd.DataFrame) -> str:
    """The numbers of a chart as its alternative text."""
    told = times[times["of_articles"].gt(0)]
    said = [f"{_named(row.period)} {row.articles} of {row.of_articles}" for row in told.itertuples()]
    of_group = pd.Series(said, index=told.index, dtype="object").groupby(told["group"], sort=False, observed=True)
    return "; ".join(f"{group}: {', '.join(parts)}" for group, parts in of_group) + "."


def _named(period: pd.Period) -> str:
    """A period as an axis names it: 4 May 2031 (a week by its first day), May 2031, 2031."""
    first = period.start_time
    kind = period.freqstr[0]
    return f"{first:%Y}" if kind == "Y" else f"{first:%B %Y}" if kind == "M" else f"{first.day} {first:%B %Y}"


def _on_axis(period: pd.Period) -> str:
    """The same on two lines, short: 4 May / 2031."""
    first, kind = period.start_time, period.freqstr[0]
    within = {"Y": "", "M": f"{first:%b}\n"}.get(kind, f"{first.day} {first:%b}\n")
    return f"{within}{first:%Y}"
