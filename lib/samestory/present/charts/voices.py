"""Charts of voices: whose words an outlet gives, and how often its sources stay unnamed."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from samestory.present.charts.style import PAPER, RULE, Chart, figure, outlet_marks
from samestory.present.charts.words import _name_groups

SPEAKERS = 14
LINE = 0.27  # inches a row


def sources(table: pd.DataFrame, *, speakers: int = SPEAKERS) -> Chart:
    """Dots on a line a speaker: how many of their words each group gives, the most quoted first.

    `table` is that of `compare.sources`. A filled mark counts the words between quotation marks, a hollow one all
    words given, reported ones included. At most `speakers` are drawn, and the subtitle says of how many.
    """
    by = str(table.columns[0])
    given = table.assign(given=table["words_quoted"] + table["words_reported"])
    order = given.groupby("speaker")["given"].sum().sort_values(ascending=False, kind="stable")
    drawn = given[given["speaker"].isin(order.index[:speakers])]
    names = list(order.index[:speakers])
    marks = outlet_marks(table[by])
    chart, axes = figure(
        title="Whose words are given",
        subtitle=f"Words given to each speaker; filled: between quotation marks, hollow: with those only reported. "
        f"{len(names)} of {len(order):,} speakers, n = {int(given['attributions'].sum()):,} attributions.",
        alt=_sources_in_words(drawn, by),
        table=table.drop(columns="evidence"),
        height=0.9 + LINE * len(names),
    )  # fmt: skip
    for y, name in enumerate(names):
        _draw_speaker(axes, y, drawn[drawn["speaker"].eq(name)], by, marks)
    axes.set_yticks(range(len(names)), [_with_class(drawn, name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.8)
    axes.set_xlabel("words")
    axes.set_xlim(left=-0.02 * max(float(given["given"].max()), 1))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    axes.grid(axis="y", visible=False)
    _name_groups(axes, marks, LINE * len(names))
    return chart


def anonymity(table: pd.DataFrame) -> Chart:
    """One line a group: the share of its attributions that go to an anonymous source, with its Wilson interval."""
    by = str(table.columns[0])
    marks = outlet_marks(table[by])
    chart, axes = figure(
        title="How often sources stay unnamed",
        subtitle=f"Share of attributions to an anonymous source, with 95 % Wilson interval; "
        f"n = {int(table['attributions'].sum()):,} attributions.",
        alt="; ".join(
            f"{row[0]}: {row.anonymous} of {row.attributions} attributions" for row in table.itertuples(index=False)
        )
        + ".",
        table=table,
        height=0.7 + 0.36 * len(table),
    )  # fmt: skip
    for y, row in enumerate(table.itertuples(index=False)):
        mark = marks[str(row[0])]
        axes.plot([row.low, row.high], [y, y], color=mark.colour, linewidth=1.4, alpha=0.6)
        axes.plot([row.share], [y], mark.shape, color=mark.colour, markersize=7)
        axes.annotate(
            f"{row.anonymous} of {row.attributions}", (row.share, y), (0, 8), textcoords="offset points",
            ha="center", color=mark.colour, fontsize=9,
        )  # fmt: skip
    axes.set_yticks(range(len(table)), [str(group) for group in table[by]])
    axes.set_ylim(len(table) - 0.4, -0.8)
    axes.set_xlim(-0.03, min(1.03, max(0.25, float(table["high"].fillna(0).max()) * 1.1)))
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.grid(axis="y", visible=False)
    return chart


def _draw_speaker(axes: Axes, y: float, rows: pd.DataFrame, by: str, marks: dict) -> None:
    for row in rows.itertuples(index=False):
        mark = marks[str(getattr(row, by))]
        axes.plot([row.words_quoted, row.given], [y, y], color=RULE, linewidth=1.6, zorder=1)
        if row.words_reported:
            axes.plot([row.given], [y], mark.shape, color=mark.colour, markerfacecolor=PAPER, markersize=6, zorder=2)
        if row.words_quoted:
            axes.plot([row.words_quoted], [y], mark.shape, color=mark.colour, markersize=6.5, zorder=3)


def _with_class(rows: pd.DataFrame, name: str) -> str:
    kind = rows.loc[rows["speaker"].eq(name), "source_class"].iloc[0]
    shown = name if len(name) <= 34 else name[:33].rstrip() + "…"
    return shown if kind == "named" or pd.isna(kind) else f"{shown} ({kind})"


def _sources_in_words(rows: pd.DataFrame, by: str) -> str:
    said = (
        f"{getattr(row, by)}: {row.speaker}, {row.words_quoted} words quoted and {row.words_reported} reported"
        for row in rows.itertuples(index=False)
    )
    return "; ".join(said) + "."
