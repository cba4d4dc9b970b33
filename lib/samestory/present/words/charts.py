"""Charts of words: labels of referents, keyness above its null floor, and where in the articles a term stands."""

from itertools import count
from typing import Any, NamedTuple

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator, PercentFormatter
from matplotlib.transforms import blended_transform_factory

from samestory.compare.inference import TERMS
from samestory.present import show
from samestory.present.style import (
    CLOSE,
    PAPER,
    RC,
    RULE,
    SMALL,
    SOFT,
    WASH,
    Chart,
    Mark,
    aside,
    figure,
    lanes,
    largest,
    name_rows,
    outlet_marks,
    tall,
)
from samestory.present.words.findings import longest

ROWS = 30
MANY = 5  # articles a group from which shares say more than counts
ENOUGH = 10  # mentions of the referent from which an interval is drawn
LINE, HEAD = 0.25, 0.35  # inches a row, at least, and of a heading above rows
TERM = ["term", "group", "count", "other_count", "log_ratio", "log_ratio_low", "log_ratio_high", "statistic", "floor"]
TOGETHER = 3  # groups whose intervals stand on one line; more have a panel each
WITHOUT = {"no listed word": "no listed word", "other voice": "only in another voice", "other events": None}
BESIDE = 1.01  # times as far apart as marks have to be stand those of groups that use other labels
FEW = 2  # mentions of each of two groups from which their places are drawn
NAMED = 40  # characters of a heading up to which groups are named in it, not only their signs


def choices(table: pd.DataFrame, *, title: str = "", rows: int = ROWS) -> Chart:
    """Dots on a line a label, grouped by referent: how often each group uses it.

    `table` is that of `compare.choices`. Mentions where a group has fewer than five articles, else shares of the
    referent's mentions with Wilson intervals. Filled marks are the outlet's words, hollow ones another's voice; a group
    that has no word listed for a referent has no mark, and its heading says so where another has one in an article of
    the same event. The first referents are drawn, with at most `rows` labels; all are in the table beside the chart.
    """
    near = table.loc[table["status"].ne("other events"), "group"]
    told, cut = largest(table[table["group"].isin(near)])
    lines = told.groupby(["referent", "label", "voice"])
    told = told[lines["n"].transform("sum").gt(0)]  # what a group that is drawn says
    shares = bool(len(told)) and int(told["group_articles"].min()) >= MANY
    drawn = _first_referents(told, rows)
    marks = outlet_marks(told["group"])
    panels = [[name] for name in marks] if shares and len(marks) > TOGETHER else [list(marks)]
    lines = _lines(drawn, "share" if shares else "n", together=len(panels) == 1)
    chart = Chart(
        title=title or "What they call the same things",
        subtitle=_choices_subtitle(told, drawn, shares) + cut,
        alt=_choices_alt(drawn, shares),
        table=in_words(table),
        height=float(lines["bottom"].max() if len(lines) else LINE) + 0.7,
    )
    with matplotlib.rc_context(RC):
        every = chart.subplots(1, len(panels), sharey=True, squeeze=False)[0]
    _label_rows(every[0], lines, [_heading(drawn, referent, shares, marks) for referent in lines["referent"].unique()])
    for axes, groups in zip(every, panels, strict=True):
        _draw_panel(axes, lines, groups, shares, marks)
    if len(panels) == 1:
        _choices_axis(every[0], shares, lines)
    else:
        _name_scale(every[0])
    chart.marks = marks
    return chart


def _draw_panel(axes: Axes, lines: pd.DataFrame, groups: list[str], shares: bool, marks: dict[str, Mark]) -> None:
    """The marks of some groups, on every line; a group alone stands under its sign, on a scale of 0 to 100 %."""
    for line in lines.itertuples():
        _draw_label(axes, line.y, [at for at in line.marks if str(at.row["group"]) in groups], line.voice, marks)
    axes.grid(axis="y", visible=False)
    if len(groups) == 1 and shares:
        axes.set_xlim(-0.25, 1.25)  # a mark at either end stays whole
        axes.set_xticks([0, 1], ["", ""])
        axes.set_title(marks[groups[0]].sign, color=marks[groups[0]].colour, fontsize=11)


def _name_scale(axes: Axes) -> None:
    """The ends of the scale are named below one panel, outwards: names below each would leave no room for marks."""
    axes.set_xticks([0, 1], ["0", "100 %"], fontsize=SMALL)
    start, end = axes.get_xticklabels()
    start.set_horizontalalignment("right")
    end.set_horizontalalignment("left")
    end.set_in_layout(False)


def _first_referents(table: pd.DataFrame, rows: int) -> pd.DataFrame:
    """The first whole referents that fill at most `rows` lines; at least one, cut to `rows` where it is longer."""
    lines = table.drop_duplicates(["referent", "label", "voice"]).groupby("referent", sort=False).size().cumsum()
    fitting = lines[lines.le(rows)].index
    if len(fitting) or not len(lines):
        return table[table["referent"].isin(fitting)]
    first = table[table["referent"].eq(lines.index[0])]
    return first.head(rows * first["group"].nunique())


class _Place(NamedTuple):
    """Where the mark of a group stands on a line: its row of the table, where on the scale, how far below the middle.

    `interval`: from where to where its interval reaches, where it has one.
    """

    row: dict[str, Any]
    x: float
    below: float
    interval: tuple[float, float] | None


def _lines(drawn: pd.DataFrame, column: str, *, together: bool) -> pd.DataFrame:
    """One line a label and voice: how many inches from the top its middle `y`, `top` and `bottom` are; its `marks`.

    There is room for each referent's heading, and for marks that would cover each other where all groups stand
    `together` on one scale; where each has a panel none does.
    """
    most = 1.0 if column == "share" else max(float(drawn["n"].fillna(0).max()), 1.0) if len(drawn) else 1.0
    lines: list[dict] = []
    top = 0.0
    for referent, group in drawn.groupby("referent", sort=False):
        top += HEAD
        for (label, voice), rows in group.groupby(["label", "voice"], sort=False):
            marks, of = _placed(rows, column, CLOSE * most if together else 0.0)
            bottom = top + tall(of, LINE)
            lines.append({"referent": referent, "label": label, "voice": voice, "top": top, "bottom": bottom,
                          "y": (top + bottom) / 2, "marks": marks})  # fmt: skip
            top = bottom
    return pd.DataFrame(lines, columns=["referent", "label", "voice", "top", "bottom", "y", "marks"])


def _placed(rows: pd.DataFrame, column: str, close: float) -> tuple[list[_Place], int]:
    """The marks of a line, each in a lane in which no other is as `close`, and how many lanes there are.

    Those of groups that use other labels stand beside each other, from zero to the left, where mentions are counted.
    """
    known = [row for row in rows.to_dict("records") if row["status"] in ("mentioned", "other label")]
    left = count()
    at = [float(row[column]) if row[column] or column == "share" else -BESIDE * close * next(left) for row in known]
    bounds = [(row["low"], row["high"]) if column == "share" and row["of"] >= ENOUGH else None for row in known]
    found = (
        lanes([bound or (x, x) for bound, x in zip(bounds, at, strict=True)], close=close) if close else [0] * len(at)
    )
    of = max(found, default=0) + 1
    places = [_Place(row, x, aside(k, of), bound) for row, x, k, bound in zip(known, at, found, bounds, strict=True)]
    return places, of


def _heading(drawn: pd.DataFrame, referent: str, shares: bool, marks: dict[str, Mark]) -> str:
    """The referent, each group's mentions where shares are drawn, and who lacks a word for it in the same event."""
    rows = drawn[drawn["referent"].eq(referent)]
    silent = [str(group) for group in rows.loc[rows["status"].eq("no listed word"), "group"].unique()]
    naming = rows.groupby("group", sort=False, observed=True)["n"].sum().loc[lambda counts: counts.gt(0)]
    said = [f"{marks[str(group)].sign} {n}" for group, n in naming.items()]
    parts = [show.curly(referent), *([" ".join(said)] if shares else [])]
    if silent:
        names = show.listed(silent)
        room = NAMED - sum(map(len, parts))
        parts.append(
            f"no listed word in {names if len(names) <= room else ' '.join(marks[group].sign for group in silent)}"
        )
    return "  –  ".join(parts)


def _label_rows(axes: Axes, lines: pd.DataFrame, headings: list[str]) -> None:
    names = [_row_name(row.label, row.voice) for row in lines.itertuples()]
    name_rows(axes, names, at=lines["y"])
    tops = lines.groupby("referent", sort=False)["top"].min()
    for top, heading in zip(tops, headings, strict=True):
        place = blended_transform_factory(axes.figure.transFigure, axes.transData)
        text = axes.text(0.01, top - HEAD / 3, heading, transform=place, style="italic", color=SOFT, va="center")
        text.set_in_layout(False)  # from the edge of the chart, over the labels
    if len(lines):
        axes.set_ylim(lines["bottom"].max(), 0)


def _row_name(label: str, voice: str) -> str:
    said = {"quoted": " (quoted)", "inside marks": " (quoted)", "scare": " (in marks)", "attributed": " (reported)"}
    return label + said.get(voice, "")


def _draw_label(axes: Axes, y: float, places: list[_Place], voice: str, marks: dict[str, Mark]) -> None:
    """The marks of one label: an interval where there are enough mentions, else a line between them."""
    if len(places) > 1 and not any(place.interval for place in places):
        axes.plot([min(at.x for at in places), max(at.x for at in places)], [y, y], color=RULE, linewidth=1.6, zorder=1)
    hollow = voice not in ("narrator", "outside marks")
    for row, x, below, interval in places:
        mark, height = marks[str(row["group"])], y + below
        if interval:
            axes.plot(interval, [height, height], color=mark.colour, linewidth=1, alpha=0.55, zorder=2)
        size = 6.0 if row["n"] else 4.0
        face = PAPER if hollow else mark.colour
        axes.plot([x], [height], mark.shape, color=mark.colour, markerfacecolor=face, markersize=size, zorder=3)


def _choices_axis(axes: Axes, shares: bool, lines: pd.DataFrame) -> None:
    axes.set_xlabel("share of the referent’s mentions in that voice" if shares else "mentions")
    if shares:
        axes.set_xlim(-0.03, 1.03)
        axes.xaxis.set_major_formatter(PercentFormatter(1.0))
        return
    places = [place.x for marks in lines["marks"] for place in marks]
    beside = 0.05 * max([*places, 1.0])
    axes.set_xticks(MaxNLocator(integer=True, nbins=8).tick_values(0.0, max([*places, 1.0])))
    axes.set_xlim(min([*places, 0.0]) - beside, max([*places, 1.0]) + beside)


def _choices_subtitle(table: pd.DataFrame, drawn: pd.DataFrame, shares: bool) -> str:
    mentions, articles = _totals(table)
    measure = "Share of each referent’s mentions, with 95 % intervals" if shares else "Mentions of each label"
    all_of, some_of = table["referent"].nunique(), drawn["referent"].nunique()
    rest = f" The {some_of} most mentioned of {all_of} referents; all are in the table." if some_of < all_of else ""
    return (
        f"{measure}; hollow marks stand in another’s voice, small ones at zero{'' if shares else ' and left of it'} "
        f"mean that other labels are used. n = {show.many(mentions, 'mention')}; "
        f"{show.many(articles, 'article')} read.{rest}"
    )


def _totals(table: pd.DataFrame) -> tuple[int, int]:
    groups = table.drop_duplicates("group")
    return int(table["n"].fillna(0).sum()), int(groups["group_articles"].sum())


def _choices_alt(drawn: pd.DataFrame, shares: bool) -> str:
    """The numbers of the chart in words, label by label."""
    said = [
        f"{label}{_row_name('', voice)}: " + ", ".join(_said(row, shares) for _, row in rows.iterrows())
        for (_, label, voice), rows in drawn[drawn["status"].ne("other events")].groupby(
            ["referent", "label", "voice"], sort=False
        )
    ]
    return f"Dot plot of labels by {show.listed(list(drawn['group'].astype(str).unique()))}. " + "; ".join(said) + "."


def _said(row: pd.Series, shares: bool) -> str:
    if row["status"] in ("no listed word", "other voice"):
        return f"{row['group']} {'none' if row['status'] == 'other voice' else 'no listed word'}"
    return f"{row['group']} {row['n']} of {row['of']}" if shares else f"{row['group']} {row['n']}"


def in_words(table: pd.DataFrame) -> pd.DataFrame:
    """A table of `compare.choices` as a reader wants it: a row a label and voice, a column a group.

    Of more groups than a page has room for a row each that uses the label, in a column `uses`.
    """
    keys = ["referent", "label", "voice"]
    long = table[keys].assign(group=table["group"].astype(str), uses=[_cell(row) for row in table.itertuples()])
    order = table[keys].drop_duplicates(ignore_index=True)
    said = long.pivot(index=keys, columns="group", values="uses").rename_axis(columns=None)
    wide = order.join(said[list(long["group"].unique())], on=keys)
    return wide if show.fits(wide) else long[table["status"].eq("mentioned")].reset_index(drop=True)


def _cell(row) -> str | None:
    if row.status in WITHOUT:
        return WITHOUT[row.status]
    bounds = f", {row.low:.0%} to {row.high:.0%}" if row.of >= ENOUGH else ""
    before_noun = f", {row.modifiers} before a noun" if row.modifiers else ""
    return f"{row.n:,} of {row.of:,} ({row.share:.0%}{bounds}){before_noun}"


def _bound(value: float) -> str:
    return f"{value:.2f}".replace("-inf", "without bound").replace("inf", "without bound")


def keyness(table: pd.DataFrame, *, rows: int = ROWS) -> list[Chart]:
    """A sorted dot plot of the terms that chance does not explain: log ratio with its interval, excess over the floor.

    `table` is that of `compare.terms.keyness`; of its terms that clear the null floor (dashed), folded into the longest
    that hold them, the first `rows` are drawn, sorted by log ratio for each group. No chart where none clears it.
    """
    clear = longest(table[table["clears_floor"].astype(bool)])
    if clear.empty:
        return []
    drawn = clear.head(rows).sort_values(["group", "log_ratio"], ascending=[True, False], kind="stable")
    chart = Chart(
        title=_keyness_title(clear),
        subtitle=f"{len(drawn)} of {len(table):,} terms, with the uses on both sides. Left: log ratio (1 is twice as "
        "frequent, 2 four times) with its interval. Right: the excess over shuffled labels, and dashed the floor that "
        f"some term passes by chance in 1 of {round(1 / TERMS)} shuffles.",
        alt=_keyness_alt(drawn, len(table)),
        table=drawn[TERM].reset_index(drop=True),
        height=0.8 + 0.23 * len(drawn),
    )
    with matplotlib.rc_context(RC):
        left, right = chart.subplots(1, 2, sharey=True, width_ratios=[3, 2])
    marks = outlet_marks(table["group"])
    chart.marks = {name: marks[name] for name in marks if drawn["group"].astype(str).eq(name).any()}
    _draw_keyness(left, right, drawn, chart.marks)
    return [chart]


def _draw_keyness(left: Axes, right: Axes, drawn: pd.DataFrame, marks: dict[str, Mark]) -> None:
    """Both panels, a line a term: the log ratio with its interval (cut at the edge), the statistic and its floor."""
    finite = drawn[["log_ratio", "statistic", "floor"]].abs().replace(float("inf"), float("nan")).max().fillna(1.0)
    edge = finite["log_ratio"] + 3
    for y, row in enumerate(drawn.itertuples()):
        mark = marks[str(row.group)]
        ends = [max(row.log_ratio_low, -edge), min(row.log_ratio_high, edge)]
        left.plot(ends, [y, y], color=mark.colour, linewidth=1, alpha=0.55)
        for axes, value in ((left, row.log_ratio), (right, abs(row.statistic))):
            axes.plot([value], [y], mark.shape, color=mark.colour, markersize=5.5, zorder=3)
        right.plot([row.floor, row.floor], [y - 0.5, y + 0.5], color=SOFT, linewidth=1.2, linestyle=(0, (3, 2)))
    left.set_xlim(-edge, edge)
    left.axvline(0, color=SOFT, linewidth=0.8)
    names = [f"{row.term}  ({row.count}:{row.other_count})" for row in drawn[TERM].itertuples(index=False)]
    name_rows(left, names)
    left.set_ylim(len(drawn) - 0.4, -0.6)
    left.set_xlabel("log ratio")
    right.set_xlabel("excess (SD)")
    right.set_xlim(0, 1.06 * max(finite["statistic"], finite["floor"], 1.0))


def _keyness_title(clear: pd.DataFrame) -> str:
    """The finding: how many terms clear the floor, and in which groups."""
    counts = [f"{len(rows)} in {group}" for group, rows in clear.groupby("group", sort=False, observed=True)]
    noun = "term stands" if len(clear) == 1 else "terms stand"
    return f"{len(clear)} {noun} out by more than chance would: {show.listed(counts)}"


def _keyness_alt(drawn: pd.DataFrame, terms: int) -> str:
    said = [
        f"{row.term} ({row.group}): {row.count} against {row.other_count}, log ratio {row.log_ratio:.2f} "
        f"({_bound(row.log_ratio_low)} to {_bound(row.log_ratio_high)}), {abs(row.statistic):.1f}, "
        f"floor {row.floor:.1f}"
        for row in drawn[TERM].itertuples(index=False)
    ]
    return f"Sorted dot plot of keyness: {len(drawn)} of {terms:,} terms. " + "; ".join(said) + "."


def barcode(places: pd.DataFrame, *, title: str = "", rows: int = ROWS) -> Chart:
    """A line for each group and term, with a stroke wherever in its articles the term stands, first word to last.

    `places` is that of `compare.dispersion` or `compare.places`: `group`, `term`, `position` (0 to 1) and `article_id`,
    a row a mention. Where a group has several articles their strokes lie over one another. At most `rows` lines, those
    with the most mentions; all are in the table, which is empty where not two groups have FEW mentions: a single
    stroke is no pattern.
    """
    counted = _counted(places)
    counted = counted if counted.groupby("group", observed=True)["mentions"].sum().ge(FEW).sum() > 1 else counted[:0]
    drawn = counted.head(rows)
    mentions, articles = len(places), places["article_id"].nunique()
    rest = f" {len(drawn)} of {len(counted)} lines; all are in the table." if len(drawn) < len(counted) else ""
    chart, axes = figure(
        title=title or "Where in the articles the terms stand",
        subtitle=f"From first word to last. n = {show.many(mentions, 'mention')} in "
        f"{show.many(articles, 'article')}.{rest}",
        alt=_barcode_alt(drawn),
        table=counted,
        height=0.8 + 0.3 * max(len(drawn), 1),
    )
    marks = outlet_marks(places["group"])
    for y, row in enumerate(drawn.itertuples()):
        strokes = places.loc[places["term"].eq(row.term) & places["group"].eq(row.group), "position"]
        axes.barh(y, 1, height=0.32, color=WASH, zorder=1)
        colour, alpha = marks[str(row.group)].colour, 0.6 if row.articles > 1 else 1.0
        axes.vlines(strokes, y - 0.36, y + 0.36, color=colour, linewidth=1.6, alpha=alpha, zorder=2)
    name_rows(axes, [f"{row.term} · {row.group}" for row in drawn.itertuples()])
    axes.set_ylim(len(drawn) - 0.4, -0.6)
    axes.set_xticks([0, 0.5, 1], ["first word", "middle", "last word"])
    axes.set_xlim(-0.01, 1.01)
    axes.grid(visible=False)
    return chart


def _counted(places: pd.DataFrame) -> pd.DataFrame:
    """The lines of a barcode, a row each: mentions, articles, and in words how far into the articles they stand."""
    lines = places.groupby(["term", "group"], sort=False, observed=True)["position"]
    counted = lines.agg(mentions="size", far_into_the_article=_far_into).reset_index()
    articles = places.groupby(["term", "group"], observed=True)["article_id"].nunique().rename("articles")
    counted = counted.join(articles, on=["term", "group"])
    most = counted.groupby("term")["mentions"].transform("sum")
    order = counted.assign(most=most).sort_values(["most", "term"], ascending=[False, True], kind="stable").index
    return counted.loc[order, ["term", "group", "mentions", "articles", "far_into_the_article"]].reset_index(drop=True)


def _far_into(positions: pd.Series) -> str:
    """How far into the text some mentions stand: each of a few, else the first, the middle and the last of them."""
    if len(positions) <= FEW + 1:
        return show.listed([f"{position:.0%}" for position in sorted(positions)])
    return f"{positions.min():.0%} to {positions.max():.0%}, half of them before {positions.median():.0%}"


def _barcode_alt(counted: pd.DataFrame) -> str:
    said = [
        f"{row.term} in {row.group}: {row.mentions} in {show.many(row.articles, 'article')}, "
        f"{row.far_into_the_article} of the way through the text"
        for row in counted.itertuples()
    ]
    return "Where terms stand, from the first word to the last. " + "; ".join(said) + "."
