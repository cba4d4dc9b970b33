"""When the articles compared were published, and how exactly that is known."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

from samestory.present import show
from samestory.present.style import Chart, figure, largest, name_rows, outlet_marks

OUTLETS = 16
FEW = 3  # groups that a title names
ROOM = pd.Timedelta(days=2)
AXIS = ["%Y", "%b %Y", "%-d %b\n%Y"]  # years, months and days, each as a date of its own


def calendar(dates: pd.DataFrame) -> Chart:
    """One row a group, a mark for each article on its day; one dated by its month is a line across that month."""
    drawn, cut = largest(dates, OUTLETS)
    marks = outlet_marks(drawn["group"])
    lines = int((~drawn["day_known"]).sum())
    chart, axes = figure(
        title=_title(dates),
        subtitle=f"Publication dates, n = {show.many(len(drawn), 'dated article')}"
        + (f"; a line is an article whose day is unknown ({lines:,})" if lines else "") + f".{cut}",
        alt=". ".join(_words(name, drawn[drawn["group"].astype(str).eq(name)]) for name in marks) + "."
        if marks
        else "An empty calendar: no article has a date.",
        table=dates,
        height=0.7 + 0.42 * len(marks),
    )  # fmt: skip
    for row, (name, mark) in enumerate(marks.items()):
        mine = drawn[drawn["group"].astype(str).eq(name)]
        days, months = mine[mine["day_known"]], mine[~mine["day_known"]]
        axes.plot(days["first_day"], [row] * len(days), mark.shape, color=mark.colour, alpha=0.75, markersize=7)
        axes.hlines(
            [row] * len(months), months["first_day"], months["last_day"], color=mark.colour, linewidth=3, alpha=0.75
        )
    name_rows(axes, marks)
    axes.set_ylim(max(len(marks), 1) - 0.5, -0.5)
    axes.axison = bool(marks)
    _span(axes, drawn)
    locator = AutoDateLocator(minticks=2, maxticks=5, interval_multiples=True)
    axes.xaxis.set_major_locator(locator)
    named = [*AXIS, *AXIS[-1:] * 3]
    axes.xaxis.set_major_formatter(ConciseDateFormatter(locator, formats=named, zero_formats=named, show_offset=False))
    return chart


def _span(axes: Axes, dates: pd.DataFrame) -> None:
    """The days of the articles with some room on either side, a few days at least: a day is not drawn as years."""
    if dates.empty:
        return
    first, last = dates["first_day"].min(), dates["last_day"].max()
    room = max(0.06 * (last - first), ROOM)
    axes.set_xlim(first - room, last + room)


def _title(dates: pd.DataFrame) -> str:
    if dates.empty:
        return "No article has a date"
    known = dates[dates["day_known"]]
    if len(known) < len(dates):
        unknown = list(dict.fromkeys(dates.loc[~dates["day_known"], "group"].astype(str)))
        named = ", ".join(unknown) if len(unknown) <= FEW else f"{len(dates) - len(known):,} articles"
        return f"The day is unknown for {named}"
    days = (known["first_day"].max() - known["first_day"].min()).days
    return "All articles are of one day" if days == 0 else f"The articles span {days + 1:,} days"


def _words(name: str, mine: pd.DataFrame) -> str:
    if len(mine) == 1:
        precision = "D" if mine["day_known"].iloc[0] else "M"
        return f"{name}: one article, {show.date(pd.Period(mine['first_day'].iloc[0], precision))}"
    first, last = mine["first_day"].min(), mine["last_day"].max()
    return (
        f"{name}: {len(mine):,} articles from {show.date(pd.Period(first, 'D'))} to {show.date(pd.Period(last, 'D'))}"
    )
