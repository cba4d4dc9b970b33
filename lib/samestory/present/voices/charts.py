"""Charts of voices: whose words an outlet gives, how often its sources stay unnamed, who acts on whom."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from samestory.compare.voices.anonymity import comparable
from samestory.present import show
from samestory.present.style import (
    CLOSE,
    PAPER,
    RULE,
    SMALL,
    Chart,
    Mark,
    aside,
    figure,
    lanes,
    largest,
    middles,
    name_rows,
    outlet_marks,
    tall,
)

SPEAKERS = 14
LINE = 0.27  # inches a row
OUTLETS = 16  # drawn where each has a row


def sources(table: pd.DataFrame, *, speakers: int = SPEAKERS) -> Chart:
    """Dots on a line a speaker: how many of their words each group gives, the most quoted first.

    `table` is that of `compare.sources`. A filled mark counts the words between quotation marks, a hollow one all
    words given, reported ones included. Drawn are people and named organisations, at most `speakers` of them; the
    subtitle says of how many.
    """
    table = table[_speaks(table)]
    told, cut = largest(table)
    given = told.assign(given=told["words_quoted"] + told["words_reported"])
    order = given.groupby("speaker")["given"].sum().sort_values(ascending=False, kind="stable")
    drawn = given[given["speaker"].isin(order.index[:speakers])]
    names = list(order.index[:speakers])
    marks = outlet_marks(told["group"])
    rows = [drawn[drawn["speaker"].eq(name)] for name in names]
    most = max([*given["given"], 1])
    placed = [lanes(zip(each["words_quoted"], each["given"], strict=True), close=CLOSE * most) for each in rows]
    heights = [tall(max(at) + 1, LINE) for at in placed]
    chart, axes = figure(
        title="Whose words are given",
        subtitle=f"Words found of each speaker; filled: between quotation marks, hollow: with those only reported. "
        f"The {len(names)} with most of {show.many(len(order), 'speaker')} of these outlets: people, and organisations "
        f"by name.{cut}",
        alt=_sources_in_words(drawn),
        table=_found(table),
        height=0.9 + sum(heights),
    )  # fmt: skip
    for y, at, each in zip(middles(heights), placed, rows, strict=True):
        _draw_speaker(axes, y, at, each, marks)
    name_rows(axes, [_with_class(drawn, name) for name in names], at=middles(heights))
    axes.set_ylim(max(sum(heights), LINE), 0)
    axes.set_xlabel("words")
    axes.set_xlim(left=-0.02 * most)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    axes.grid(axis="y", visible=False)
    chart.marks = marks
    return chart


def _speaks(table: pd.DataFrame) -> pd.Series:
    """Which rows are of people, or of organisations by name."""
    organisations = table["kind"].eq("organisation") & table["speaker"].str[:1].str.isupper()
    return table["kind"].isin(["person", "unnamed"]) | organisations.fillna(False).astype("bool")


def anonymity(table: pd.DataFrame) -> Chart:
    """One line a group: the share of its attributions that go to people without a name, with its Wilson interval.

    Left out are groups of which too little was found, and all of several stories that nothing tests (see
    `compare.voices.anonymity.comparable`).
    """
    table = comparable(table)
    drawn, cut = largest(table, OUTLETS)
    marks = outlet_marks(drawn["group"])
    chart, axes = figure(
        title="How often sources stay unnamed",
        subtitle=f"Share of attributions found to people or groups without a name (“officials”, “critics”), with "
        f"95 % Wilson interval; n = {show.many(int(table['attributions'].sum()), 'attribution')}.{cut}",
        alt="; ".join(
            f"{row.group}: {row.anonymous} of {row.attributions} attributions" for row in drawn.itertuples(index=False)
        )
        + ".",
        table=table[["group", "attributions", "named", "body", "anonymous", "share", "low", "high", "open"]],
        height=0.7 + 0.36 * len(drawn),
    )  # fmt: skip
    for y, row in enumerate(drawn.itertuples(index=False)):
        mark = marks[row.group]
        axes.plot([row.low, row.high], [y, y], color=mark.colour, linewidth=1.4, alpha=0.6)
        axes.plot([row.share], [y], mark.shape, color=mark.colour, markersize=7)
        axes.annotate(
            f"{row.anonymous} of {row.attributions}", (row.share, y), (0, 8), textcoords="offset points",
            ha="center", color=mark.colour, fontsize=SMALL,
        )  # fmt: skip
    name_rows(axes, drawn["group"].astype("str"))
    axes.set_ylim(len(drawn) - 0.4, -0.8)
    axes.set_xlim(-0.03, min(1.03, max(0.25, float(drawn["high"].fillna(0).max()) * 1.1)))
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.grid(axis="y", visible=False)
    return chart


def _found(table: pd.DataFrame) -> pd.DataFrame:
    """The numbers of a chart of sources, people first, of them those whom most groups give words to, and most words.

    Of which kind of words none was found is missing, not said to be none.
    """
    words = table[["words_quoted", "words_reported"]].astype("Int64")
    by_speaker = table.assign(given=words.sum(axis=1), group=table["group"].astype("str")).groupby("speaker")
    wide, given = by_speaker["group"].transform("nunique"), by_speaker["given"].transform("sum")
    keys = {"person": table["kind"].eq("person"), "wide": wide, "given": given}
    ordered = table.assign(**words.mask(words.eq(0)), **keys).sort_values(
        [*keys, "speaker", "group"], ascending=[False] * 3 + [True] * 2, kind="stable", ignore_index=True
    )
    return ordered.drop(columns=["evidence", "share", "role", *keys])


def _draw_speaker(axes: Axes, middle: float, at: list[int], rows: pd.DataFrame, marks: dict[str, Mark]) -> None:
    for lane, row in zip(at, rows.itertuples(index=False), strict=True):
        mark, y = marks[row.group], middle + aside(lane, max(at) + 1)
        axes.plot([row.words_quoted, row.given], [y, y], color=RULE, linewidth=1.6, zorder=1)
        if row.words_reported:
            axes.plot([row.given], [y], mark.shape, color=mark.colour, markerfacecolor=PAPER, markersize=6, zorder=2)
        if row.words_quoted:
            axes.plot([row.words_quoted], [y], mark.shape, color=mark.colour, markersize=6.5, zorder=3)


def _with_class(rows: pd.DataFrame, name: str) -> str:
    kind = rows.loc[rows["speaker"].eq(name), "kind"].iloc[0]
    return f"“{name}”" if kind == "unnamed" else name


def _sources_in_words(rows: pd.DataFrame) -> str:
    said = (
        f"{row.group}: {row.speaker}, {row.words_quoted} words quoted and {row.words_reported} reported"
        for row in rows.itertuples(index=False)
    )
    return "; ".join(said) + "."
