"""Lines over time: in how many of a group's articles of each period something is told, with intervals and n."""

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from samestory.compare.inference import ALPHA
from samestory.present import show
from samestory.present.style import RC, RULE, SOFT, Chart, Mark, largest, outlet_marks

HEIGHT = 1.15  # inches a group
CHARTS = 4
LEAST = 2  # periods with articles that make a line
TICKS = 8


def lines_of_each(times: pd.DataFrame, *, limit: int = CHARTS) -> list[Chart]:
    """A chart for each of the first items that are told in two periods or more; none without a time axis."""
    if times.empty:
        return []
    told = times[times["articles"].gt(0)].groupby("item", sort=False)["period"].nunique()
    return [lines(times[times["item"].eq(item)]) for item in told.index[told.ge(LEAST)][:limit]]


def lines(times: pd.DataFrame) -> Chart:
    """One item over time, the groups one below the other: a line through the periods that have articles.

    A group none of whose articles has a date that is exact enough has no line. Bars are Wilson's 95 % intervals; below
    each point stands the number of articles it is a share of.
    """
    item = str(times["item"].iloc[0])
    dated = times.groupby("group", observed=True)["of_articles"].transform("sum").gt(0)
    drawn, cut = largest(times[dated])
    names, marks = list(drawn["group"].unique()), outlet_marks(drawn["group"])
    chart = Chart(
        title=f"{show.capital(item)} over time" if item != "all" else "Over time",
        subtitle="Share of the articles of each period that have it, with its 95 % interval; below, their number. "
        f"n = {show.many(int(drawn['of_articles'].sum()), 'article')}. A line is no trend: see the test.{cut}",
        alt=_in_words(drawn),
        table=times.drop(columns="item"),
        height=0.5 + HEIGHT * len(names),
    )
    with matplotlib.rc_context(RC):
        panels = chart.subplots(len(names), 1, sharex=True, sharey=True, squeeze=False)[:, 0]
    for axes, name in zip(panels, names, strict=True):
        _panel(axes, drawn[drawn["group"].eq(name)].reset_index(drop=True), str(name), marks[str(name)])
    periods = sorted(times["period"].unique())
    shown = range(0, len(periods), -(-len(periods) // TICKS))
    panels[-1].set_xticks(list(shown), [_on_axis(periods[k]) for k in shown], fontsize=9)
    return chart


def reading(trends: pd.DataFrame) -> str:
    """What the tests of trends allow to be said; nothing without a time axis."""
    if trends.empty:
        return ""
    known = trends[trends["p_adjusted"].notna()]
    if known.empty:
        return "No trend can be tested: there are too few articles, or nothing changes. The lines are readings."
    clear = known[known["p_adjusted"].le(ALPHA)]
    if clear.empty:
        return f"Of {show.many(len(known), 'line')} that can be tested, chance explains every rise and fall."
    return " ".join(
        f"{row.group}: {row.item} in {row.earlier} of {row.of_earlier} articles until {_named(row.until)}, "
        f"in {row.later} of {row.of_later} after, more than chance explains."
        for row in clear.itertuples()
    )


def _panel(axes: Axes, rows: pd.DataFrame, name: str, mark: Mark) -> None:
    """The line of one group; where a period has no article the line is broken."""
    axes.plot(rows.index, rows["share"], color=mark.colour, linewidth=1.4, zorder=2)
    known = rows[rows["of_articles"].gt(0)]
    axes.vlines(known.index, known["low"], known["high"], color=mark.colour, alpha=0.45, linewidth=2, zorder=1)
    axes.plot(known.index, known["share"], mark.shape, color=mark.colour, markersize=5, zorder=3, clip_on=False)
    for at, n in known["of_articles"].items():
        axes.annotate(str(n), (at, -0.06), xycoords=axes.get_xaxis_transform(), ha="center", va="top", fontsize=8,
                      color=SOFT)  # fmt: skip
    axes.set_ylim(0, 1)
    axes.set_xlim(-0.5, len(rows) - 0.5)
    axes.yaxis.set_major_locator(MaxNLocator(2))
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.grid(axis="x", visible=False)
    axes.grid(axis="y", visible=True, color=RULE)
    axes.tick_params(axis="x", pad=12)
    axes.set_title(f"{mark.sign} {name}", loc="left", fontsize=9.5, color=mark.colour, parse_math=False)


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
