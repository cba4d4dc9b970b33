"""Charts of voices: whose words an outlet gives, how often its sources stay unnamed, who acts on whom."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter

from samestory.compare.voices.agency import left_out
from samestory.present import show
from samestory.present.style import PAPER, RULE, SOFT, Chart, Mark, figure, largest, name_rows, outlet_marks

SPEAKERS = 14
ACTORS = 8  # drawn in each role
ROLES = {"actor": "who acts", "target": "who is acted upon"}
LINE = 0.27  # inches a row
OUTLETS = 16  # drawn where each has a row


def sources(table: pd.DataFrame, *, speakers: int = SPEAKERS) -> Chart:
    """Dots on a line a speaker: how many of their words each group gives, the most quoted first.

    `table` is that of `compare.sources`. A filled mark counts the words between quotation marks, a hollow one all
    words given, reported ones included. At most `speakers` are drawn, and the subtitle says of how many.
    """
    told, cut = largest(table)
    given = told.assign(given=told["words_quoted"] + told["words_reported"])
    order = given.groupby("speaker")["given"].sum().sort_values(ascending=False, kind="stable")
    drawn = given[given["speaker"].isin(order.index[:speakers])]
    names = list(order.index[:speakers])
    marks = outlet_marks(told["group"])
    chart, axes = figure(
        title="Whose words are given",
        subtitle=f"Words given to each speaker; filled: between quotation marks, hollow: with those only reported. "
        f"{len(names)} of {show.many(len(order), 'speaker')}, "
        f"n = {show.many(int(given['attributions'].sum()), 'attribution')}.{cut}",
        alt=_sources_in_words(drawn),
        table=table.drop(columns="evidence"),
        height=0.9 + LINE * len(names),
    )  # fmt: skip
    for y, name in enumerate(names):
        _draw_speaker(axes, y, drawn[drawn["speaker"].eq(name)], marks)
    name_rows(axes, [_with_class(drawn, name) for name in names])
    axes.set_ylim(len(names) - 0.4, -0.8)
    axes.set_xlabel("words")
    axes.set_xlim(left=-0.02 * max([*given["given"], 1]))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    axes.grid(axis="y", visible=False)
    chart.marks = marks
    return chart


def anonymity(table: pd.DataFrame) -> Chart:
    """One line a group: the share of its attributions that go to an anonymous source, with its Wilson interval."""
    drawn, cut = largest(table, OUTLETS)
    marks = outlet_marks(drawn["group"])
    chart, axes = figure(
        title="How often sources stay unnamed",
        subtitle=f"Share of attributions to an anonymous source, with 95 % Wilson interval; "
        f"n = {show.many(int(drawn['attributions'].sum()), 'attribution')}.{cut}",
        alt="; ".join(
            f"{row.group}: {row.anonymous} of {row.attributions} attributions" for row in drawn.itertuples(index=False)
        )
        + ".",
        table=table,
        height=0.7 + 0.36 * len(drawn),
    )  # fmt: skip
    for y, row in enumerate(drawn.itertuples(index=False)):
        mark = marks[row.group]
        axes.plot([row.low, row.high], [y, y], color=mark.colour, linewidth=1.4, alpha=0.6)
        axes.plot([row.share], [y], mark.shape, color=mark.colour, markersize=7)
        axes.annotate(
            f"{row.anonymous} of {row.attributions}", (row.share, y), (0, 8), textcoords="offset points",
            ha="center", color=mark.colour, fontsize=9,
        )  # fmt: skip
    name_rows(axes, drawn["group"].astype("str"))
    axes.set_ylim(len(drawn) - 0.4, -0.8)
    axes.set_xlim(-0.03, min(1.03, max(0.25, float(drawn["high"].fillna(0).max()) * 1.1)))
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=0))
    axes.grid(axis="y", visible=False)
    return chart


def agency(table: pd.DataFrame, *, actors: int = ACTORS) -> Chart:
    """Dots on a line an actor: in how many clauses each group names it as who acts, and as who is acted upon.

    `table` is that of `compare.agency`. Those whom most clauses name are drawn, at most `actors` in each role; a
    passive without agent counts as “nobody named”.
    """
    told, cut = largest(table)
    named = told[told["who"].notna() | left_out(told)]
    named = named.assign(who=named["who"].fillna("nobody named"))
    counts = named.groupby(["role", "who", "group"], sort=False, observed=True)["n"].sum().reset_index()
    lines = _most_named(counts, actors)
    drawn = counts.merge(lines[["role", "who"]])
    marks = outlet_marks(told["group"])
    chart, axes = figure(
        title="Who acts, and who is acted upon",
        subtitle=f"Clauses that name each as the grammatical actor or target; {len(lines)} of "
        f"{len(counts.drop_duplicates(['role', 'who'])):,} are drawn.{cut}",
        alt="; ".join(f"{row.group}: {row.who} as {row.role} in {row.n} clauses" for row in drawn.itertuples()) + ".",
        table=table.drop(columns="evidence"),
        height=1.0 + LINE * (len(lines) + 1.6 * lines["role"].nunique()),
    )  # fmt: skip
    ticks = _draw_roles(axes, lines, counts, marks)
    name_rows(axes, [name for _, name in ticks], at=[y for y, _ in ticks])
    bottom = max((y for y, _ in ticks), default=0)
    axes.set_ylim(bottom + 0.7, -1.6)
    axes.set_xlabel("clauses")
    axes.set_xlim(left=0)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=7))
    axes.grid(axis="y", visible=False)
    chart.marks = marks
    return chart


def _most_named(counts: pd.DataFrame, actors: int) -> pd.DataFrame:
    """One row a role and actor, those in most clauses first, at most `actors` a role."""
    totals = counts.groupby(["role", "who"], sort=False)["n"].sum().reset_index()
    ordered = totals.sort_values(["role", "n"], ascending=[True, False], kind="stable")
    return ordered.groupby("role", sort=False).head(actors).reset_index(drop=True)


def _draw_roles(axes: Axes, lines: pd.DataFrame, counts: pd.DataFrame, marks: dict[str, Mark]) -> list[tuple]:
    """The marks of every line, under a heading for each role; returns the (y, name) of the lines."""
    ticks: list[tuple[float, str]] = []
    y = -1.0
    for role, heading in ROLES.items():
        mine = lines[lines["role"].eq(role)]
        y += 0.6 if ticks else 0
        if len(mine):
            place = axes.get_yaxis_transform()
            axes.text(0, y + 0.15, heading, transform=place, style="italic", color=SOFT, va="center")
        for who in mine["who"]:
            y += 1
            _draw_counts(axes, y, counts[counts["role"].eq(role) & counts["who"].eq(who)], marks)
            ticks.append((y, who))
        y += 1
    return ticks


def _draw_counts(axes: Axes, y: float, rows: pd.DataFrame, marks: dict[str, Mark]) -> None:
    axes.plot([0, rows["n"].max()], [y, y], color=RULE, linewidth=1.6, zorder=1)
    for turn, row in enumerate(rows.itertuples()):
        mark = marks[str(row.group)]
        same = rows["n"].eq(row.n).sum() > 1
        axes.plot([row.n], [y + (turn - 0.5) * 0.3 * same], mark.shape, color=mark.colour, markersize=6.5, zorder=3)


def _draw_speaker(axes: Axes, y: float, rows: pd.DataFrame, marks: dict[str, Mark]) -> None:
    for row in rows.itertuples(index=False):
        mark = marks[row.group]
        axes.plot([row.words_quoted, row.given], [y, y], color=RULE, linewidth=1.6, zorder=1)
        if row.words_reported:
            axes.plot([row.given], [y], mark.shape, color=mark.colour, markerfacecolor=PAPER, markersize=6, zorder=2)
        if row.words_quoted:
            axes.plot([row.words_quoted], [y], mark.shape, color=mark.colour, markersize=6.5, zorder=3)


def _with_class(rows: pd.DataFrame, name: str) -> str:
    kind = rows.loc[rows["speaker"].eq(name), "source_class"].iloc[0]
    return name if kind == "named" or pd.isna(kind) else f"{name} ({kind})"


def _sources_in_words(rows: pd.DataFrame) -> str:
    said = (
        f"{row.group}: {row.speaker}, {row.words_quoted} words quoted and {row.words_reported} reported"
        for row in rows.itertuples(index=False)
    )
    return "; ".join(said) + "."
