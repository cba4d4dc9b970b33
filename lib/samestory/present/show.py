"""What a notebook shows: tables and text as HTML in which every character of an article stays text."""

import math
import re
from collections.abc import Iterable
from numbers import Integral, Real
from typing import Any

import pandas as pd
from IPython.display import HTML

from samestory.encode import attribute as escape_attribute
from samestory.encode import html as escape

LIMIT = 60
MISSING = "–"
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
RIGHT_TO_LEFT = re.compile(f"{_LETTER}(?:[^<>&A-Za-z]*{_LETTER})?")


def table(rows: pd.DataFrame, *, caption: str = "", limit: int = LIMIT) -> HTML:
    """A table as HTML: numbers to the right, missing values as a dash, at most `limit` rows and a line that says so."""
    return HTML(table_html(rows, caption=caption, limit=limit))


def reading(sentence: str) -> HTML:
    """One computed sentence of reading, as a paragraph."""
    return HTML(f'<p class="reading">{prose(sentence)}</p>' if sentence else "")


def together(shown: Iterable[Any]) -> HTML:
    """Several things that have an HTML form, one below the other."""
    return HTML("".join(one._repr_html_() for one in shown))


def prose(sentence: object) -> str:
    """A sentence of ours as HTML, in which names written from right to left do not turn the words around them."""
    return RIGHT_TO_LEFT.sub(r"<bdi>\g<0></bdi>", escape(sentence))


def table_html(rows: pd.DataFrame, *, caption: str = "", limit: int = LIMIT) -> str:
    """The HTML of `table`, for use inside other HTML."""
    shown = rows.head(limit)
    numeric = [pd.api.types.is_numeric_dtype(rows[column]) for column in rows]
    head = "".join(_cell("th", _heading(column), n, ' scope="col"') for column, n in zip(rows, numeric, strict=True))
    body = "".join(
        "<tr>" + "".join(_cell("td", escape(text(value)), n) for value, n in zip(row, numeric, strict=True)) + "</tr>"
        for row in shown.itertuples(index=False, name=None)
    )
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    rest = f'<p class="rest">{limit} of {len(rows):,} rows are shown.</p>' if len(rows) > limit else ""
    return (
        '<div class="table" role="region" tabindex="0" aria-label="' + escape_attribute(caption or "Table") + '">'
        f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{rest}"
    )


def text(value: object) -> str:
    """A value as a reader expects it: thousands separated, three significant digits, a dash where there is none."""
    if isinstance(value, (list, tuple, set)):
        return ", ".join(text(item) for item in value)
    if isinstance(value, pd.Period):
        return date(value)
    if pd.isna(value):
        return MISSING
    if isinstance(value, (bool,)):
        return "yes" if value else "no"
    if isinstance(value, Integral):
        return f"{value:,}"
    if isinstance(value, float) and math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if isinstance(value, Real):
        return f"{float(value):,.0f}" if float(value).is_integer() and abs(float(value)) >= 1000 else f"{value:.3g}"
    return str(value)


def many(n: int, noun: str) -> str:
    """So many of them: `1 article`, `2 articles`."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def listed(parts: Iterable[str], joint: str = "and") -> str:
    """Parts as a list in words: `a`, `a and b`, `a, b and c`; nothing where there are none."""
    words = list(parts)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else "".join(words)


def capital(text: str) -> str:
    """The text with its first letter in capitals, the rest as it is."""
    return text[:1].upper() + text[1:]


def date(published: pd.Period | None) -> str:
    """A date in words, with its precision: `7 July 2025`, `July 2025 (day unknown)`, or `2025 (day unknown)`."""
    if published is None or pd.isna(published):
        return "date unknown"
    if published.freqstr != "D":
        return f"{published:{'%B %Y' if published.freqstr == 'M' else '%Y'}} (day unknown)"
    return f"{published.day} {published:%B %Y}"


def _heading(column: object) -> str:
    name = str(column)
    return escape(name.replace("_", " ") if name.isidentifier() and name.islower() else name)  # an outlet keeps its _


def _cell(tag: str, content: str, numeric: bool, attributes: str = "") -> str:
    kind = ' class="n"' if numeric else ' dir="auto"'
    return f"<{tag}{attributes}{kind}>{content}</{tag}>"
