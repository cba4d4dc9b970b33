"""What a notebook shows: tables and text as HTML in which every character of an article stays text."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from numbers import Integral, Real
from typing import Any

import pandas as pd
from IPython.display import HTML

from samestory.encode import attribute as escape_attribute
from samestory.encode import html as escape

LIMIT = 12  # rows of a table
CELL = 140  # characters of a cell
WIDE, SOME = 36, 14  # characters from which a cell of several words asks for a wide column, or for some width
UNBROKEN = 32  # characters of a word that may be broken: a hash, an address
WIDEST = {"wide": 27, "some": 15, "long": 18}  # characters that a cell of a class takes at least: those of style.css
PAGE = 140  # characters of a table beside each other on a page; of more, its last column would be off the page
TIGHT = 118  # characters from which the columns of a table stand closer together
PHONE = 48  # characters beside each other on a phone; a row of a wider table becomes a paragraph there
SAME = 3  # rows from which a value that all have is said once
STORY = {"story", "event"}  # said once however few the rows
OVER = STORY | {"referent", "actor"}  # said once above the rows of each
LISTED = {"referent"}  # named by a table of ours, not in words of an article
SEVERAL = 6  # names that a sentence lists; of more it says how many
KINDS = 4  # kinds by which the rows that are not shown are counted
TABLES = "../tables"  # where the files of the tables stand, seen from an executed notebook
LOOK = """div.table.table > table :is(th, td) { text-align: left; vertical-align: top; white-space: normal }
div.table.table > table :is(th, td) { padding: .3em 1em .3em 0 }
div.table.table > table :is(th.n, td.n) { text-align: right }
div.table.table > table.kwic td:nth-child(2) { text-align: right }
div.table.table > table caption { text-align: left; opacity: .8 } div.table.table > table tbody th { padding-top: .9em }
.finding { border-left: 3px solid #9aa0a6; padding-left: 1em; margin: 1.4em 0 }
p.statement { font-size: 1.15em; margin: 0 0 .2em } .why, .where, .rest { opacity: .8 }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15em, 1fr)); gap: .5em 1.2em }
.side { border-left: 3px solid #9aa0a6; padding-left: .8em } .side p { margin: .2em 0 } .who { font-weight: 600 }
.difference, .pair { margin: 1.4em 0 } figure.chart { margin: 0 } figcaption strong { display: block }
.marks { display: block } .marks span { margin-right: 1em }
"""  # of what a notebook shows in JupyterLab; a page has a style sheet of its own
MISSING = "–"
NOTHING = "rest none"  # the classes of what stands where there is nothing to show
HEADINGS = {  # names of columns that are no words
    "article_id": "article", "chi2": "χ²", "clears_floor": "clears the floor", "count": "uses",
    "cue_class": "class of verb", "day_known": "day known", "documents": "articles", "dp": "DP",
    "first_day": "first day", "four_cells": "four cells", "g2": "G²", "group_a": "one", "group_b": "the other",
    "high": "to", "in_none_of_articles": "in none of its articles", "jsd": "JSD", "last_day": "last day",
    "log_dice": "logDice",
    "low": "from", "n": "number", "ngram": "words", "of": "out of", "other_per_1000": "the others", "other_share":
    "share of the others", "outlet_a": "one", "outlet_b": "the other", "own": "in own voice", "p_adjusted":
    "p, corrected", "per_1000": "in 1,000 words", "pmi": "PMI", "sha256": "SHA-256", "statistic": "test statistic",
    "sure": "how sure", "words_a": "one writes", "words_b": "the other writes",
}  # fmt: skip
SHARES = {"share", "other_share", "share_of_words", "low", "high"}  # columns of shares, shown in percent
_LETTER = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
FOLDED = re.compile(r"<details\b.*?<summary>(?P<summary>.*?)</summary>.*?</details>", re.DOTALL)
TAG, WORD = re.compile(r"<[^>]*>"), re.compile(r"\w")
QUOTED = re.compile("(“[^”]*”)")
STRAIGHT = [(r"(?<=[\w.,])'", "’"), ("'", "‘"), (r'(?<![^\s(–])"', "“"), ('"', "”")]  # marks, and what they become
RIGHT_TO_LEFT = re.compile(f"{_LETTER}(?:[^<>&A-Za-z]*{_LETTER})?")


def table(rows: pd.DataFrame, *, caption: str = "", limit: int = LIMIT, file: str = "", counts: str = "") -> HTML:
    """A table as HTML: numbers to the right, missing values as a dash, at most `limit` rows and a line that says so.

    A column without any value, and one with the same words or a 0 in every row, is named below instead. `file`: the
    name of the file in which all rows stand; `counts`: the column by whose values the rows not shown are counted.
    """
    return HTML(table_html(rows, caption=caption, limit=limit, file=file, counts=counts))


def reading(sentence: str) -> HTML:
    """One computed sentence of reading, as a paragraph."""
    return HTML(f'<p class="reading">{prose(sentence)}</p>' if sentence else "")


def nothing(sentence: str = "") -> str:
    """What stands, as HTML, where there is nothing to show: one sentence that nothing was found, or none.

    A page leaves it out, with the heading and the prose of a part in which there is nothing else.
    """
    return f'<p class="{NOTHING}">{prose(sentence)}</p>'


def seen(markup: str) -> int:
    """How many words of some HTML are seen while its folds are closed."""
    open_only = FOLDED.sub(lambda fold: f"<p>{fold['summary']}</p>", markup)
    return sum(map(bool, map(WORD.search, TAG.sub(" ", open_only).split())))


def fold(summary: str, markup: str) -> str:
    """Some HTML behind a line that opens it."""
    return f"<details><summary>{prose(summary)}</summary>{markup}</details>"


def together(shown: Iterable[Any]) -> HTML:
    """Several things that have an HTML form, one below the other."""
    return HTML("".join(one._repr_html_() for one in shown) or nothing())


def prose(sentence: object) -> str:
    """A sentence of ours as HTML, in which names written from right to left do not turn the words around them."""
    return RIGHT_TO_LEFT.sub(r"<bdi>\g<0></bdi>", escape(curly(sentence)))


def curly(sentence: object) -> str:
    """A sentence of ours with marks of one kind: ’ and “ ”; what stands in “…” is an article's, letter by letter."""
    parts = QUOTED.split(str(sentence))
    for straight, becomes in STRAIGHT:
        parts[::2] = [re.sub(straight, becomes, part) for part in parts[::2]]
    return "".join(parts)


def table_html(rows: pd.DataFrame, *, caption: str = "", limit: int = LIMIT, file: str = "", counts: str = "") -> str:
    """The HTML of `table`, for use inside other HTML; of one without rows a line that says so, under its caption."""
    if rows.empty:
        return nothing(f"{caption}: nothing was found." if caption else "")
    told, once = _said_once(rows, limit)
    shown = told.head(limit)
    numeric = {column: pd.api.types.is_numeric_dtype(told[column]) for column in told}
    shown = shown.assign(
        **{name: shown[name].map(percent) for name in _shares(told)},
        **{name: shown[name].map(curly) for name in shown if name in LISTED},
    )
    over = _over(shown)
    columns = [column for column in told if column != over]
    head = "".join(_cell("th", _heading(column), numeric[column], ' scope="col"') for column in columns)
    least = _least(shown[columns])
    stacked = least > PHONE
    classes = f' class="stack{" tight" * (least > TIGHT)}"' * stacked
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        '<div class="table" role="region" tabindex="0" aria-label="' + escape_attribute(caption or "Table") + '">'
        f"<table{classes}>{title}<thead><tr>{head}</tr></thead>"
        f"{_bodies(shown, over, numeric, named=stacked)}</table></div>"
        + _below([*once, _rest(rows, len(shown), counts)], file)
    )


def _bodies(shown: pd.DataFrame, over: object, numeric: Mapping[object, bool], *, named: bool) -> str:
    """The rows as HTML, under each value of the column `over` those that have it; `named`: cells name their column."""
    columns = [column for column in shown if column != over]
    kinds = [(numeric[column], f' data-name="{escape_attribute(called(column))}"' * named) for column in columns]
    runs = (shown[over] != shown[over].shift()).cumsum() if over else pd.Series(0, index=shown.index)
    bodies = []
    for _, rows in shown.groupby(runs, sort=False):
        above = (
            f'<tr><th scope="rowgroup" colspan="{len(columns)}">{escape(short(text(rows[over].iloc[0])))}</th></tr>'
            if over
            else ""
        )
        each = (
            "<tr>" + "".join(_value(value, *kind) for value, kind in zip(row, kinds, strict=True)) + "</tr>"
            for row in rows[columns].itertuples(index=False, name=None)
        )
        bodies.append(f"<tbody>{above}{''.join(each)}</tbody>")
    return "".join(bodies)


def _over(shown: pd.DataFrame) -> str:
    """The column whose value stands once above its rows: the story or thing, where rows of one follow each other.

    Every row has one, and none stands above rows twice.
    """
    for name in (name for name in shown if name in OVER and len(shown.columns) > 1):
        values = shown[name].map(text)
        runs = values.ne(values.shift()).sum()
        if runs == values.nunique() and runs <= len(shown) / 2 and shown[name].notna().all():
            return name
    return ""


def fits(rows: pd.DataFrame) -> bool:
    """Whether all columns of a table stand beside each other on a page."""
    return _least(rows.head(LIMIT)) <= PAGE


def _least(shown: pd.DataFrame) -> int:
    """The width below which a table is wider than its page, in characters: that of the widest words of its columns."""
    return sum(2 + max(_narrowest(words) for words in (called(name), *map(text, shown[name]))) for name in shown)


def _narrowest(words: str) -> int:
    """The characters that a cell takes at least: its longest word, and what its class asks for."""
    longest = min(max(map(len, words.split()), default=0), UNBROKEN)
    return max(longest, WIDEST.get(_kind_of_cell(short(words)), 0))


def _shares(rows: pd.DataFrame) -> list[str]:
    """The columns of a table that are shares, from 0 to 1: only beside a share an interval is one of shares."""
    named = [name for name in rows if name in SHARES and pd.api.types.is_float_dtype(rows[name])]
    return named if {"share", "share_of_words"} & set(named) else []


def _said_once(rows: pd.DataFrame, limit: int) -> tuple[pd.DataFrame, list[str]]:
    """The table without the columns that say nothing in the rows shown, or one thing in all; these in words."""
    words = [name for name in rows if not pd.api.types.is_numeric_dtype(rows[name])]
    nought = [name for name in rows if name not in words and len(rows) > 1 and rows[name].eq(0).all()]
    empty = [name for name in rows if len(rows) and rows[name].head(limit).isna().all()]
    read = {name: rows[name].map(text) for name in (*words, *nought) if name not in empty}
    least = {name: 2 if name in STORY or name in nought else SAME for name in read}
    same = [name for name in read if len(rows) >= least[name] and read[name].nunique() == 1]
    alike: dict[str, list[str]] = {}
    for name in same:
        alike.setdefault(read[name].iloc[0], []).append(called(name))
    values = "; ".join(f"{several(names, 'column')}: {value}" for value, names in alike.items())
    once = [f"In every row, {values}."] if same else []
    told = rows.drop(columns=[*empty, *same])
    return (told, once) if len(told.columns) else (rows, [])


def _rest(rows: pd.DataFrame, shown: int, counts: str) -> str:
    """How many rows are shown, and what the others are: of which kind how many."""
    if shown == len(rows):
        return ""
    said = f"{shown} of {len(rows):,} rows are shown."
    if counts not in rows:
        return said
    kinds = rows[counts].iloc[shown:].map(lambda value: _kind(text(value), counts)).value_counts()
    more = [f"{n:,} {kind}" for kind, n in kinds.head(KINDS).items()]
    more += [f"{kinds[KINDS:].sum():,} of another kind"] if len(kinds) > KINDS else []
    return f"{said} The others: {', '.join(more)}."


def _kind(value: str, column: str) -> str:
    """The kind of a verdict or a difference (what stands before its derivation), or the reason for an absence."""
    first, _, after = value.partition(": ")
    return after.partition(";")[0].partition(" (")[0] if column == "why" and after else first


def _below(said: Iterable[str], file: str) -> str:
    """The line under a table: what holds for all its rows, how many are shown, and where all of them stand."""
    all_of = f'All of it: <a href="{TABLES}/{escape_attribute(file)}">{escape(file)}</a>.' if file else ""
    words = " ".join(part for part in (*map(prose, said), all_of) if part)
    return f'<p class="rest">{words}</p>' if words else ""


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
        return "no bound"
    if isinstance(value, Real):
        return f"{float(value):,.0f}" if abs(float(value)) >= 1000 else f"{value:.3g}"
    return str(value)


def percent(share: float) -> str:
    """A share in percent, with a digit after the point below ten: `38%`, `2.8%`, `0%`; a dash where there is none."""
    if pd.isna(share):
        return MISSING
    return f"{share:.0%}" if share >= 0.0995 or not share else f"{share:.1%}"


def many(n: int, noun: str) -> str:
    """So many of them: `1 article`, `2 articles`."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def listed(parts: Iterable[str], joint: str = "and") -> str:
    """Parts as a list in words: `a`, `a and b`, `a, b and c`; nothing where there are none."""
    words = list(parts)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}" if len(words) > 1 else "".join(words)


def several(names: Iterable[str], noun: str) -> str:
    """Names as a list in words, or how many they are where a sentence would hold too many: `38 outlets`."""
    known = list(names)
    return listed(known) if len(known) <= SEVERAL else many(len(known), noun.replace("_", " "))


def first(parts: Sequence[str], most: int) -> list[str]:
    """The first parts and, as the last, how many more there are: `[a, b, 12 more]`; all of them where that is none."""
    return [*parts[:most], f"{len(parts) - most:,} more"] if len(parts) > most else list(parts)


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


def short(words: str, most: int = CELL) -> str:
    """The first words of a text, and … where more follow."""
    if len(words) <= most:
        return words
    return f"{words[:most].rsplit(' ', 1)[0].rstrip(' ,;:–')} …"


def _heading(column: object) -> str:
    return escape(called(column))


def called(column: object) -> str:
    """The name of a column in words; an outlet that is one keeps its own."""
    name = str(column)
    return HEADINGS.get(name, name.replace("_", " ") if name.isidentifier() and name.islower() else name)


def _value(value: object, numeric: bool, attributes: str = "") -> str:
    said = short(text(value))
    return _cell("td", escape(said), numeric, attributes, kind=_kind_of_cell(said))


def _kind_of_cell(said: str) -> str:
    """The class of a cell by what it says: with a long word, wide, of some width, without a value, or none."""
    if max(map(len, said.split()), default=0) > UNBROKEN:
        return "long"
    return (
        "wide" if len(said) > WIDE else "some" if len(said) > SOME and " " in said else "no" if said == MISSING else ""
    )


def _cell(tag: str, content: str, numeric: bool, attributes: str = "", kind: str = "") -> str:
    classes = "n" if numeric and kind != "no" else "n no" if numeric else kind
    named = f' class="{classes}"' if classes else ""
    sort = named if numeric else f'{named} dir="auto"'
    return f"<{tag}{attributes}{sort}>{content}</{tag}>"
