"""Figures: every number an article gives, as an interval with what it counts, who says so and how it is qualified.

`figures(articles)` is the span table; `find(text)` the same for one text. The span is the number expression (numeral
and scale word; a date or time whole). Columns:

- `kind`: count, money, percent, fraction, multiplier, measure, duration, age, ordinal, date, time, label (names,
  telephone numbers, web addresses, list numbers).
- `low`, `high`, `relation`: the interval. `=` and `~`: low = high; `>=` `>`: high missing; `<=` `<`: low missing;
  `range`: both ends. A vague plural (thousands) has relation `~`, low its magnitude and high ten times that.
  Shares and percentages keep their own scale (62.6 percent is 62.6, three-quarters is 0.75).
- `qualifier`: the words that make the relation (at least, or more), in small letters.
- `unit`: as in `data/units.csv` (`USD`, `percent`, `mile`); `counted`: the noun phrase counted, also one left out
  here and said before; `act`: what was done to those counted (`data/acts.csv`).
- `source` (`source_start`, `source_end`): who says so, if the sentence says. `as_of`: the date it holds for, if said.
- `part_of`: where the figure it is a part of starts (`including 27`), an offset into the same text.
- `status`: `proposed` (a plan, demand or forecast) or `past` (said to be so).
- `reported`: belongs in a chart: a count, sum, share or measure, not a date, duration, age or name.
"""

import math
import re
from typing import Any

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.figures import acts, attribution, context, counted, joined, kinds, numerals, qualifiers, units
from samestory.corpus import language

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
    "part_of": "Int64",
    "status": "str",
    "reported": "boolean",
}
Row = dict[str, Any]
_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|(?:the )?(?:end|start|beginning|close) of [\w ,]{3,20}|(?:early |late |mid-?)?"
    r"(?:(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?: \d{1,2})?(?:,? \d{4})?|\d{4}))"
)
AS_OF = re.compile(rf"\b(?:as of|as at|as on|up to|by)\s(?P<day>{_DAY})")
PARTS = re.compile(
    r"(?:\b(?:including|of whom|of which|among them|of them|among whom|of these|of those|them)\b)[^.;:]{0,40}$", re.I
)
PROPOSED = re.compile(
    r"\b(?:propos\w+|plan(?:s|ned|ning)?|would|will|envisag\w+|demand\w*|call(?:s|ed|ing)? for|seek\w*|offer\w*|target\w*|could|"
    r"expect\w*|forecast\w*|project(?:ed|s|ions?)|pledg\w+|promis\w+|draft|bid|aim\w*|want\w*|if)\b",
    re.I,
)


def figures(articles: pd.DataFrame) -> pd.DataFrame:
    """Every figure of the articles as a span table with the columns of `COLUMNS`."""
    return spans.table(articles, find, COLUMNS)


def find(text: str) -> list[Row]:
    """Every figure of a text in order: dicts with `start`, `end` and the columns of `COLUMNS`."""
    rows = joined.together([row for number in numerals.numbers(text) if (row := _row(text, number))], text)
    _describe(rows, text)
    return [{key: row[key] for key in ("start", "end", *COLUMNS)} for row in rows]


def _row(text: str, number: numerals.Number) -> Row | None:
    around = context.around(text, number)
    unit = units.of(number.prefix, around)
    kind = kinds.kind(number, unit, around)
    if kind is None:
        return None
    valued = kind not in ("date", "time", "label")
    qualifier = qualifiers.of(around, kind, number.prefix) if valued and kind != "ordinal" else None
    relation = qualifiers.relation(qualifier) if valued else "="
    low, high = (number.low, number.high) if valued else (None, None)
    if valued and (low is None or not math.isfinite(low)):
        return None
    return {
        "start": number.start, "end": number.end, "kind": kind, "relation": relation, "qualifier": qualifier,
        "low": low, "high": high, "unit": unit.name if unit and kind == unit.kind else None,
        "unit_length": unit.length if unit else 0, "left": around.left, "right": around.right, "form": number.form,
    }  # fmt: skip


def _describe(rows: list[Row], text: str) -> None:
    """Adds to each figure what the sentence says of it: the counted, the act, the source, the whole it is part of."""
    sentences = iter(language.sentence_spans(text))
    sentence, here, before = (0, 0), [], None
    for row in rows:
        while sentence[1] <= row["start"]:
            sentence, here = next(sentences, (row["start"], len(text))), []
        _bound(row)
        row |= _said(row, text, sentence, here, before)
        here.append(row)
        before = row if row["counted"] else before


def _bound(row: Row) -> None:
    """The interval a qualifier leaves: at least 49 is open above, up to 49 below."""
    if row["form"] == "vague" and row["relation"] == "=":
        row["relation"] = "~"
    if row["relation"] in (">", ">="):
        row["high"] = None
    if row["relation"] in ("<", "<="):
        row["low"], row["high"] = None, row["high"]


def _said(row: Row, text: str, sentence: tuple[int, int], here: list[Row], before: Row | None) -> Row:
    reported = row["kind"] in kinds.REPORTED
    left, right = text[sentence[0] : row["start"]], text[row["end"] : sentence[1]]
    found = attribution.source(text, sentence, row["start"], row["end"]) if reported else None
    parent = _parent(row, left, right, here) if reported else None
    as_of = AS_OF.search(text, *sentence) if reported else None
    return {
        "counted": _counted(row, text, here) if reported or row["kind"] in ("duration", "age") else None,
        "act": acts.act(left[-80:], right[:80]) if row["kind"] == "count" else None,
        "source": text[found[0] : found[1]] if found else None,
        "source_start": found[0] if found else None,
        "source_end": found[1] if found else None,
        "as_of": as_of["day"] if as_of else None,
        "part_of": parent["start"] if parent else None,
        "status": "proposed"
        if PROPOSED.search(left[-90:]) or re.match(r"[-\w\s]{0,30}\b(?:proposal|plan)\b", right)
        else "past",
        "reported": reported,
    }


def _counted(row: Row, text: str, here: list[Row]) -> str | None:
    right = text[row["end"] + (row["unit_length"] if row["kind"] != "count" else 0) :][:120].split("\n", 1)[0]
    place = counted.phrase(right)
    if place:
        return right[place[0] : place[1]]
    same = [other for other in here if other["counted"] and other["kind"] == row["kind"]]
    return same[-1]["counted"] if same else None


def _parent(row: Row, left: str, right: str, here: list[Row]) -> Row | None:
    """The figure this one is a part of: `of the 251, 49 are held, including 27`; `nine of the 12`."""
    wholes = [
        other for other in here if other["kind"] == row["kind"] == "count" and (_top(other) or 0) > (_top(row) or 0)
    ]
    if not wholes:
        return None
    opened = re.search(r"\bof (?:the |its |their |more than |some |about )*$", text_before(wholes[0], left), re.I)
    if PARTS.search(left) or (opened and here and wholes):
        return wholes[-1]
    return None


def text_before(row: Row, left: str) -> str:
    """The sentence up to a figure."""
    return left[: max(0, len(left) - 0)] if row is None else row["left"]


def _top(row: Row) -> float | None:
    return row["high"] if row["high"] is not None else row["low"]
