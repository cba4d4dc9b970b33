"""Charts of framing: where things first stand, and how often cues of each family are used."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from samestory.present import show
from samestory.present.style import (
    CLOSE,
    RULE,
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

ROWS = 16
APART = 0.3  # of the length of an article, from which a title says that two places are far apart
LINE = 0.3  # inches a row, at least
ROOM = 0.7  # inches for the axis below


def first_mentions(emphasis: pd.DataFrame, *, what: str = "item", rows: int = ROWS) -> Chart:
    """A line an item, with each group's mark where the item is first mentioned, from the first word to the last.

    `emphasis` is the table of `compare.emphasis.comparable`: a group's mark is the median over its articles that
    mention the item; a group that does not mention it has no mark. `what` names the items (figure, subject). At most
    `rows` items, those that most groups mention and whose places differ most; all are in the table.
    """
    several = emphasis.groupby("term")["group"].transform("nunique").gt(1)
    told = emphasis[several]
    of_groups, cut = largest(told)
    order = _widest(of_groups)
    drawn = of_groups[of_groups["term"].isin(order[:rows])]
    rest = f"{cut} {rows} of {len(order)} are drawn; all are in the table." if len(order) > rows else cut
    chart, axes = figure(
        title=_furthest(drawn, order) or f"Where each {what} is first mentioned",
        subtitle=f"First mention of each {what}, from the first word to the last. n = "
        f"{show.many(int(drawn['articles'].sum()), 'first mention')}.{rest}",
        alt=_places_alt(drawn),
        table=_in_words(told),
        height=ROOM,
    )
    chart.marks = outlet_marks(of_groups["group"])
    _lines(chart, axes, {term: drawn[drawn["term"].eq(term)] for term in order[:rows]}, "first")
    axes.set_xticks([0, 0.5, 1], ["first word", "middle", "last word"])
    axes.set_xlim(-0.02, 1.02)
    return chart


def _in_words(emphasis: pd.DataFrame) -> pd.DataFrame:
    """Where each group first mentions each item, in words, and the p of what was tested."""
    places = [
        f"{_paragraph(row)}, {row['first']:.0%} into the article{'' if row['articles'] == 1 else 's (medians)'}"
        for _, row in emphasis.iterrows()
    ]
    said = emphasis[["term", "group", "articles"]].assign(first_mention=pd.Series(places, emphasis.index, dtype="str"))
    return said.assign(p_adjusted=emphasis["p_adjusted"]) if emphasis["p"].notna().any() else said


def cue_rates(rates: pd.DataFrame, *, title: str = "") -> Chart:
    """A line a family of cues, with each group's rate in its own voice, in 1,000 words (the mean over its articles).

    `rates` is the table of `compare.cues.telling`.
    """
    drawn, cut = largest(rates)
    families = list(dict.fromkeys(drawn["family"]))
    shown = ["family", "group", "own", "articles", "of", "words", "per_1000", "other_per_1000", "p_adjusted"]
    chart, axes = figure(
        title=title or "How often the cues of each family are used",
        subtitle=f"In 1,000 words, in the outlet’s own voice. n = "
        f"{show.many(int(drawn['own'].sum()), 'cue')} in own voice.{cut}",
        alt="; ".join(f"{row.family} in {row.group}: {row.per_1000:.1f}" for row in drawn.itertuples()),
        table=rates[[name for name in shown if name in rates]],
        height=ROOM,
    )
    chart.marks = outlet_marks(drawn["group"])
    _lines(chart, axes, {family: drawn[drawn["family"].eq(family)] for family in families}, "per_1000")
    axes.set_xlim(left=min(0.0, axes.get_xlim()[0]))
    axes.set_xlabel("cues in 1,000 words")
    return chart


def _lines(chart: Chart, axes: Axes, told: Mapping[str, pd.DataFrame], column: str) -> None:
    """A named line for each item, and the chart as tall as they are together."""
    top = max((rows[column].max() for rows in told.values()), default=1.0)
    placed = [
        lanes(zip(rows[column], rows[column], strict=True), close=CLOSE * max(top, 1.0)) for rows in told.values()
    ]
    heights = [tall(max(at, default=0) + 1, LINE) for at in placed]
    for y, at, rows in zip(middles(heights), placed, told.values(), strict=True):
        _line(axes, y, at, rows, column, chart.marks)
    chart.set_figheight(ROOM + max(sum(heights), 3 * LINE))
    name_rows(axes, told, at=middles(heights))
    axes.set_ylim(max(sum(heights), LINE), 0)


def _line(axes: Axes, y: float, at: list[int], told: pd.DataFrame, column: str, marks: dict[str, Mark]) -> None:
    """The marks of the groups on one line, each in its lane."""
    axes.plot([told[column].min(), told[column].max()], [y, y], color=RULE, linewidth=2, zorder=1)
    for lane, row in zip(at, told.to_dict("records"), strict=True):
        mark = marks[str(row["group"])]
        height = y + aside(lane, max(at) + 1)
        axes.plot([row[column]], [height], marker=mark.shape, color=mark.colour, markersize=7, zorder=2)


def _furthest(drawn: pd.DataFrame, order: list[str]) -> str:
    """A title that states the finding: the first item, if its places are far apart; else nothing."""
    told = drawn[drawn["term"].eq(order[0])].sort_values("first") if order else drawn
    if len(told) < 2 or told["first"].iloc[-1] - told["first"].iloc[0] < APART:
        return ""
    early, late = told.iloc[0], told.iloc[-1]
    name = order[0][:1].upper() + order[0][1:]
    return f"{name}: {_paragraph(early)} in {early['group']}, {_paragraph(late)} in {late['group']}"


def _paragraph(row: pd.Series) -> str:
    return f"paragraph {row['first_paragraph']:.0f} of {row['paragraphs']:.0f}"


def _widest(emphasis: pd.DataFrame) -> list[str]:
    """The items, those that most groups mention first, then those whose places differ most."""
    told = emphasis.groupby("term", sort=False)["first"].agg(groups="size", least="min", most="max")
    told["apart"] = told["most"] - told["least"]
    return [str(term) for term in told.sort_values(["groups", "apart"], ascending=False, kind="stable").index]


def _places_alt(drawn: pd.DataFrame) -> str:
    said = [
        f"{row.term} in {row.group}: paragraph {row.first_paragraph:.0f} of {row.paragraphs:.0f}"
        for row in drawn.itertuples()
    ]
    return "First mentions. " + ("; ".join(said) or "Nothing of this kind is mentioned") + "."
