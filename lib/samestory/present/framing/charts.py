"""Charts of framing: where things first stand, and how often cues of each family are used."""

import pandas as pd
from matplotlib.axes import Axes

from samestory.present import show
from samestory.present.style import RULE, Chart, Mark, figure, largest, name_rows, outlet_marks

ROWS = 16
APART = 0.3  # of the length of an article, from which a title says that two places are far apart
LINE = 0.3  # inches a row
CLOSE = 0.02  # of the axis: marks closer than this would cover each other


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
        height=_height(len(order[:rows])),
    )
    marks = outlet_marks(of_groups["group"])
    for y, term in enumerate(order[:rows]):
        _line(axes, y, drawn[drawn["term"].eq(term)], "first", marks)
    chart.marks = marks
    name_rows(axes, order[:rows])
    axes.set_ylim(len(order[:rows]) - 0.4, -0.9)
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
        height=_height(len(families)),
    )
    marks = outlet_marks(drawn["group"])
    for y, family in enumerate(families):
        _line(axes, y, drawn[drawn["family"].eq(family)], "per_1000", marks)
    chart.marks = marks
    name_rows(axes, families)
    axes.set_ylim(len(families) - 0.4, -0.9)
    axes.set_xlim(left=min(0.0, axes.get_xlim()[0]))
    axes.set_xlabel("cues in 1,000 words")
    return chart


def _height(lines: int) -> float:
    """Inches for so many lines and the axis below."""
    return 0.7 + LINE * max(lines, 3)


def _line(axes: Axes, y: int, told: pd.DataFrame, column: str, marks: dict[str, Mark]) -> None:
    """The marks of the groups on one line; marks that would cover each other stand one above the other."""
    axes.plot([told[column].min(), told[column].max()], [y, y], color=RULE, linewidth=2, zorder=1)
    for row in told.to_dict("records"):
        mark = marks[str(row["group"])]
        same = told[told[column].sub(row[column]).abs().lt(CLOSE * max(told[column].max(), 1.0))]["group"].tolist()
        aside = (same.index(row["group"]) - (len(same) - 1) / 2) * 0.26
        axes.plot([row[column]], [y + aside], marker=mark.shape, color=mark.colour, markersize=7, zorder=2)


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
