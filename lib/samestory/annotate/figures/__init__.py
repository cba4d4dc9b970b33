"""Figures: every number an article gives, as an interval with what it counts, who says so and how it is qualified.

`figures(articles)` is the span table; `find(text)` the same for one text. The span is the number expression (numeral
and scale word; a date or time whole). Columns:

- `kind`: count, money, percent, fraction, ratio (one in five, 2-to-1), multiplier, measure, score (a vote of 231-192,
  the sets of a match), denominator (what a rate is per: 1,000 people), duration, age, ordinal, date, time, label
  (names, models, telephone numbers, web addresses, list numbers).
- `low`, `high`, `relation`: the interval. `=` and `~`: low = high; `>=` `>`: high missing; `<=` `<`: low missing;
  `range`: both ends. A vague plural (thousands) has relation `~`, low twice its magnitude and no high.
  Shares and percentages keep their own scale (62.6 percent is 62.6, three-quarters is 0.75). A score is one value of
  two parts: `low` the first, `high` the second, as written.
- `qualifier`: the words that make the relation (at least, or more), in small letters.
- `unit`: as in `data/units.csv` (`USD`, `percent`, `mile`), a rate with what it is per (`USD per barrel`, `per day`).
- `counted`: the noun phrase counted, also one left out here and said just before; `act`: what was done to those
  counted (`data/acts.csv`).
- `source` (`source_start`, `source_end`): who says so, if the sentence says. `as_of`: the date it holds for, if said.
- `whole_start`: where the figure it is a part of starts (`including 27`), an offset into the same text.
- `status`: `asserted`, `negated` (none of, not), `denied`, `false` (rumour, hoax), `possible` (may, if, feared),
  `proposed`, `forecast`, `past` (an earlier level) or `corrected` (withdrawn by the article itself).
- `change`: `by` (the size of a change), `to` (the level it leads to), `from` (an earlier level), else missing.
- `quotation`: the article's own words from the qualifier to what is counted; `places`, `names` and telling words `near`
  it in its sentence, several joined by `; `; `over`: whether words around it say that it is of one `day` or a `period`.
- `reported`: belongs in a chart: a count, sum, share or measure, not a date, duration, age or name.
"""

import math
from functools import partial
from typing import Any

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.figures import context, described, joined, kinds, numerals, qualifiers, units, words
from samestory.corpus import parser

COLUMNS = {
    "kind": "str",
    "low": "Float64",
    "high": "Float64",
    "relation": "str",
    "qualifier": "str",
    "unit": "str",
    "counted": "str",
    "act": "str",
    "source": "str",
    "source_start": "Int64",
    "source_end": "Int64",
    "as_of": "str",
    "whole_start": "Int64",
    "status": "str",
    "change": "str",
    "quotation": "str",
    "places": "str",
    "names": "str",
    "near": "str",
    "over": "str",
    "reported": "boolean",
}
UNVALUED = {"low": None, "high": None, "relation": "=", "qualifier": None, "unit": None, "unit_length": 0}
Row = dict[str, Any]


def figures(articles: pd.DataFrame, *, pipeline: str = "") -> pd.DataFrame:
    """Every figure of the articles as a span table with the columns of `COLUMNS`.

    `pipeline` names another spaCy pipeline than the one shipped.
    """
    parser.parse_all(articles["text"], pipeline)
    return spans.table(articles, partial(find, pipeline=pipeline), COLUMNS)


def find(text: str, pipeline: str = "") -> list[Row]:
    """Every figure of a text in order: dicts with `start`, `end` and the columns of `COLUMNS`."""
    rows = described.described(extract(text), text, pipeline)
    return [{key: row[key] for key in ("start", "end", *COLUMNS)} for row in rows]


def extract(text: str) -> list[Row]:
    """The figures of a text with kind, interval, qualifier and unit alone: needs no parse, linear in the text."""
    small = words.small(text)
    rows = joined.together(
        [row for number in numerals.numbers(text, small) if (row := _row(text, small, number))], text
    )
    return [_bounded(row) for row in rows]


def _row(text: str, small: str, number: numerals.Number) -> Row | None:
    row = {"start": number.start, "end": number.end, "form": number.form}
    if (kind := kinds.BY_FORM.get(number.form)) is not None:
        opens, closes = context.line(text, number)
        return row | UNVALUED | {"kind": kind, "left": text[opens : number.start], "right": text[number.end : closes]}
    around = context.around(text, small, number)
    unit = units.of(number, around)
    kind = kinds.kind(number, unit, around)
    row |= UNVALUED | {"kind": kind, "left": around.left, "right": around.right}
    if kind in ("date", "label"):
        return row
    if kind is None or number.low is None or not math.isfinite(number.low):
        return None
    taken = unit.length if unit else 0
    qualifier = qualifiers.of(around, kind, number.prefix, taken) if kind != "ordinal" else None
    return row | {
        "low": number.low, "high": number.high, "relation": qualifiers.relation(qualifier), "qualifier": qualifier,
        "unit": unit.name if unit and kind == unit.kind else None, "unit_length": taken,
    }  # fmt: skip


def _bounded(row: Row) -> Row:
    """The interval a qualifier leaves: at least 49 is open above, up to 49 below; so is thousands above 2,000."""
    if row["form"] == "vague" and row["relation"] == "=":
        row = row | {"relation": "~"}
    if row["high"] == math.inf:
        return row | {"high": None, "relation": "~" if row["relation"] == "range" else row["relation"]}
    if row["relation"] in (">", ">="):
        return row | {"high": None}
    return row | {"low": None} if row["relation"] in ("<", "<=") else row
