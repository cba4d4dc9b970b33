"""Explorers: concordance and labels to turn over by hand in JupyterLab; a published page keeps their static form."""

from typing import Any

import ipywidgets
import pandas as pd
from IPython.display import HTML

from samestory.annotate import spans
from samestory.annotate.occurrences import occurrences
from samestory.compare import groups
from samestory.present.show import LIMIT, called, escape, escape_attribute, fold, nothing, table_html, text
from samestory.present.style import outlet_marks

SORTS = {"right": "word after", "left": "word before", "place": "place in the article"}
ENDINGS = frozenset({"’s", "'s", "’", "'"})
WIDTH, WIDTHS = 40, (20, 40, 60, 80)  # characters on either side, and those to choose from
LIVE = 60  # rows of an answer in JupyterLab; a page has fewer


def concordance(
    mentions: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    sort: str = "right",
    width: int = WIDTH,
    limit: int = LIMIT,
) -> HTML:
    """Each mention as a key word in context, aligned on it, with its group and voice.

    `mentions` is any span table; `sort` is `right` (the words after), `left` (the words before, from the last), or
    `place` (as they stand in the articles). Of more than `limit` lines as many are shown, taken at even steps from the
    first to the last, and the caption says of how many.
    """
    return HTML(concordance_html(mentions, articles, by=by, sort=sort, width=width, limit=limit))


def concordance_html(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, by: str, sort: str, width: int = WIDTH, limit: int = LIMIT
) -> str:
    """The HTML of `concordance`."""
    if mentions.empty:
        return nothing("None of these words stands in these articles.")
    lines = in_context(mentions, articles, by=by, sort=sort, width=width)
    marks = outlet_marks(groups.names(articles, by))
    body = "".join(_line(row, marks) for row in spread(lines, limit).itertuples())
    of = f"{limit} of {len(lines):,}, at even steps," if len(lines) > limit else f"{len(lines):,} mentions"
    caption = f"Concordance: {of} sorted by {SORTS[sort]}"
    head = "".join(f'<th scope="col">{name}</th>' for name in (escape(by), "before", "mention", "after", "voice"))
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{escape_attribute(caption)}"><table class="kwic">'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def spread(rows: pd.DataFrame, limit: int) -> pd.DataFrame:
    """At most `limit` rows, at even steps from the first to the last: the first alone would all begin alike."""
    return (
        rows.iloc[[round(k * (len(rows) - 1) / max(limit - 1, 1)) for k in range(limit)]] if len(rows) > limit else rows
    )


def in_context(
    mentions: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", sort: str = "right", width: int = WIDTH
) -> pd.DataFrame:
    """The lines of a concordance in order: `group, left, text, right, voice` beside the span's own columns.

    Raises ValueError for a `sort` that there is not.
    """
    _known(sort)
    lines = spans.concordance(mentions, articles, width=width).reset_index(drop=True)
    lines = groups.beside(lines, articles, by)
    keys = {
        "right": lambda: lines["right"].map(_words),
        "left": lambda: lines["left"].map(lambda text: _words(text)[::-1]),
        "place": lambda: pd.Series(range(len(lines))),
    }
    order = keys[sort]().sort_values(kind="stable").index
    return lines.loc[order].reset_index(drop=True)


def _words(text: str) -> list[str]:
    """The words by which lines are sorted, without what only ends the mention (’s)."""
    words = "".join(c if c.isalnum() or c in "’'-" else " " for c in text.casefold()).split()
    return [word for word in words if word not in ENDINGS]


def _line(row: Any, marks: dict) -> str:
    sign = marks[row.group].sign if row.group in marks else ""
    voice = escape(getattr(row, "voice", ""))
    return (
        f"<tr><td>{sign} <bdi>{escape(row.group)}</bdi></td>"
        f'<td dir="auto">{escape(row.left)}</td><td dir="auto"><mark>{escape(row.text)}</mark></td>'
        f'<td dir="auto">{escape(row.right)}</td><td>{voice}</td></tr>'
    )


class Explorer(ipywidgets.VBox):
    """Controls above an answer in HTML, which is also what stands where there is no kernel to turn them."""

    def __init__(self, controls: list[ipywidgets.Widget], answer: Any) -> None:
        """Show `answer(*values, limit)`, an HTML string, anew whenever one of the controls changes."""
        self.controls, self.answer = controls, answer
        self.shown = ipywidgets.HTML(self.static(LIVE))
        for control in controls:
            control.observe(self.turned, names="value")
        super().__init__([ipywidgets.HBox(controls), self.shown])

    def static(self, limit: int = LIMIT) -> str:
        """The answer to the controls as they stand, in at most so many rows."""
        return self.answer(*(control.value for control in self.controls), limit)

    def turned(self, change: Any) -> None:
        """Answer anew."""
        self.shown.value = self.static(LIVE)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """The live widget, and beside it the static answer for pages without a kernel."""
        return {**super()._repr_mimebundle_(**kwargs), "text/html": self.static()}


def terms(
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    *,
    term: str,
    by: str = "outlet",
    sort: str = "right",
    width: int = WIDTH,
) -> Explorer:
    """A concordance of any words: type them (several with commas, `*` for any letters); choose order and width.

    Raises ValueError for a `sort` that there is not.
    """

    def answer(wanted: str, sort: str, width: int, limit: int) -> str:
        """The concordance of the words asked for, parted by commas."""
        if not wanted.strip():
            return nothing()
        found = occurrences(articles, (part.strip() for part in wanted.split(",")))
        told = found.assign(voice=spans.voice(found, quotes))
        return concordance_html(told, articles, by=by, sort=sort, width=width, limit=limit)

    typed = ipywidgets.Text(value=term, description="words", continuous_update=False)
    wide = ipywidgets.Dropdown(options=sorted({*WIDTHS, width}), value=width, description="width")
    return Explorer([typed, _sorting(sort), wide], answer)


def labels(labels: pd.DataFrame, compared: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> Explorer:
    """The mentions of each referent in context: choose the referent and how to sort.

    At first the most mentioned of those that can be `compared`; none where there are none.
    """
    found = list(labels["referent"].value_counts().index)
    first = str(compared["referent"].iloc[0]) if len(compared) else ""

    def answer(referent: str, sort: str, limit: int) -> str:
        """The concordance of the labels of one referent."""
        if not referent:
            return nothing()
        return concordance_html(labels[labels["referent"].eq(referent)], articles, by=by, sort=sort, limit=limit)

    chosen = ipywidgets.Dropdown(options=["", *found], value=first, description="referent")
    return Explorer([chosen, _sorting()], answer)


def table(
    rows: pd.DataFrame, *, caption: str = "", limit: int = LIMIT, file: str = "", folded: bool = False
) -> Explorer:
    """A table to sort by any of its columns; where there is no kernel, in the order given. `folded`: behind a line."""

    def answer(column: str, falling: bool, most: int) -> str:
        """The table in the order asked for."""
        ordered = in_order_of(rows, column, falling=falling)
        shown = table_html(ordered, caption=caption, limit=limit if most == LIMIT else most, file=file)
        return fold(f"{caption} ({len(rows):,})", shown) if folded else shown

    columns = [("order given", ""), *((called(name), name) for name in rows)]
    falling = ipywidgets.Checkbox(description="largest first", value=False, indent=False)
    return Explorer([ipywidgets.Dropdown(options=columns, description="sorted by"), falling], answer)


def in_order_of(rows: pd.DataFrame, column: str, *, falling: bool = False) -> pd.DataFrame:
    """The rows sorted by a column (numbers by size, anything else as it reads), missing values last; "" leaves them."""
    if not column:
        return rows
    values = rows[column]
    known = values[values.notna()]
    keys = known if pd.api.types.is_numeric_dtype(values) else known.map(_as_read)
    order = keys.sort_values(ascending=not falling, kind="stable").index
    return rows.loc[[*order, *values[values.isna()].index]]


def _as_read(value: Any) -> str:
    return str(value.start_time) if isinstance(value, pd.Period) else text(value).casefold()


def _sorting(sort: str = "right") -> ipywidgets.Dropdown:
    _known(sort)
    options = [(name, order) for order, name in SORTS.items()]
    return ipywidgets.Dropdown(options=options, value=sort, description="sorted by")


def _known(sort: str) -> None:
    if sort not in SORTS:
        raise ValueError(f"sort = {sort!r} is not known; use {', '.join(map(repr, SORTS))}.")
