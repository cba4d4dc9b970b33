"""Charts of framing: where things first stand, and how often cues of each family are used."""

import pandas as pd

from samestory.present.charts.style import RULE, SOFT, Chart, figure, outlet_marks

ROWS = 16


def first_mentions(emphasis: pd.DataFrame, *, title: str = "", rows: int = ROWS) -> Chart:
    """A line an item, with each group's mark where the item is first mentioned, from the first word to the last.

    `emphasis` is the table of `compare.emphasis.emphasis`: a group's mark is the median over its articles that mention
    the item; a group that does not mention it has no mark. At most `rows` items, those that most groups mention and
    whose places differ most; all are in the table.
    """
    order = _widest(emphasis)
    drawn = emphasis[emphasis["term"].isin(order[:rows])]
    lines = {term: y for y, term in enumerate(order[:rows])}
    rest = f" {len(lines)} of {len(order)} items; all are in the table." if len(lines) < len(order) else ""
    articles = int(emphasis.groupby("group", observed=True)["of"].max().sum())
    chart, axes = figure(
        title=title or "Where each is first mentioned",
        subtitle=f"From the first word to the last. n = {articles} articles.{rest}",
        alt=_places_alt(drawn),
        table=emphasis,
        height=0.9 + 0.3 * max(len(lines), 1),
    )
    marks = outlet_marks(emphasis["group"])
    for term, told in drawn.groupby("term", sort=False):
        y = lines[term]
        axes.plot([told["first"].min(), told["first"].max()], [y, y], color=RULE, linewidth=2, zorder=1)
        for row in told.itertuples():
            mark = marks[str(row.group)]
            axes.plot([row.first], [y], marker=mark.shape, color=mark.colour, markersize=7, linestyle="none", zorder=2)
    _named(axes, marks, len(lines))
    axes.set_yticks(list(lines.values()), list(lines))
    axes.set_ylim(len(lines) - 0.4, -0.6 - 0.5 * (len(marks) > 0))
    axes.set_xticks([0, 0.5, 1], ["first word", "middle", "last word"])
    axes.set_xlim(-0.02, 1.02)
    return chart


def cue_rates(rates: pd.DataFrame, *, title: str = "") -> Chart:
    """A line a family of cues, with each group's rate in its own voice, in 1,000 words (the mean over its articles).

    `rates` is the table of `compare.cues.rates`.
    """
    families = list(dict.fromkeys(rates["family"]))
    chart, axes = figure(
        title=title or "How often the cues of each family are used",
        subtitle=f"In 1,000 words, in the outlet’s own voice. n = {int(rates['own'].sum()):,} cues in own voice.",
        alt="; ".join(f"{row.family} in {row.group}: {row.per_1000:.1f}" for row in rates.itertuples()),
        table=rates,
        height=0.9 + 0.3 * max(len(families), 1),
    )
    marks = outlet_marks(rates["group"])
    for y, family in enumerate(families):
        told = rates[rates["family"].eq(family)]
        axes.plot([told["per_1000"].min(), told["per_1000"].max()], [y, y], color=RULE, linewidth=2, zorder=1)
        for row in told.itertuples():
            mark = marks[str(row.group)]
            axes.plot(
                [row.per_1000], [y], marker=mark.shape, color=mark.colour, markersize=7, linestyle="none", zorder=2
            )
    _named(axes, marks, len(families))
    axes.set_yticks(range(len(families)), families)
    axes.set_ylim(len(families) - 0.4, -1.1)
    axes.set_xlim(left=min(0.0, axes.get_xlim()[0]))
    axes.set_xlabel("cues in 1,000 words")
    return chart


def _named(axes, marks, lines: int) -> None:
    """The groups with their marks, in a row above the first line: direct labels, no legend."""
    if not lines:
        return
    text = "   ".join(f"{mark.sign} {name}" for name, mark in marks.items())
    axes.text(0.0, 1.0, text, transform=axes.transAxes, ha="left", va="bottom", color=SOFT, fontsize=9)


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
    return "First mentions. " + "; ".join(said) + "."
