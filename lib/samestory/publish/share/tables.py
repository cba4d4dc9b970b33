"""The tables of a report as workbooks, one a theme: sentences and links where the tables themselves have offsets."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from samestory.corpus import known
from samestory.publish import workbook
from samestory.story import Story

SPANS = {  # the columns that name an article, with those of the place in it, and what is put behind their names
    "article_id": ("start", "end", ""),
    "article_a": ("start_a", "end_a", "_a"),
    "article_b": ("start_b", "end_b", "_b"),
    "other": ("other_start", "other_end", "_other"),
}
ABOUT = {"outlet": "outlet", "published": "date", "headline": "headline", "url": "link"}
PLACES = (  # meant for programs
    "sentence_start", "sentence_end", "report_a", "report_b", "source_start", "source_end", "whole_start", "act_start",
)  # fmt: skip
SHOWN = 5  # sentences of a row that rests on many
LONGEST = 5_000  # rows of a sheet; the whole table stands in the .csv beside it
COLUMNS = "table_columns.csv"
Sentences = Callable[[str, float, float], str]


def write(story: Story, folder: Path) -> None:
    """`THEME.xlsx` of every theme of which the run computed a table stands in the folder."""
    sentences = sentences_of(story.articles, story["sentences"])
    themes: dict[str, list[workbook.Sheet]] = {}
    for row, table in story.kept():
        if len(table):
            shown = readable(table.head(LONGEST), story.articles, sentences)
            sheet = workbook.Sheet(row.kept, shown, _says(row.says, len(table)), meanings(row.kept, shown))
            themes.setdefault(row.theme, []).append(sheet)
    for theme, sheets in themes.items():
        workbook.write(sheets, folder / f"{theme}.xlsx", says=f"{story!r}: {theme}, from Same Story.")


def readable(table: pd.DataFrame, articles: pd.DataFrame, sentences: Sentences) -> pd.DataFrame:
    """The table with the sentence of each span, and outlet, date, headline and link of its article, for its offsets."""
    about = articles.set_index("article_id")
    told = {
        name: [_sentences(one, about, sentences) for one in table[name]] if name == "evidence" else table[name]
        for name in table
        if name not in PLACES
    }
    for article, (start, end, suffix) in SPANS.items():
        if article not in told or (article == "other" and start not in told):  # else it is the other group
            continue
        ids = table[article]
        if start in told:
            spans = zip(ids, table[start], table[end], strict=True)
            told["sentence" + suffix] = [sentences(*span) for span in spans]
            del told[start], told[end]
        told |= {
            new + suffix: ids.map(about[old])
            for old, new in ABOUT.items()
            if old in about and old + suffix not in told and about[old].notna().any()
        }
        told[article] = told.pop(article)  # last: it only ties the rows to other tables
    return pd.DataFrame(told, index=table.index).rename(columns={"evidence": "sentences"})


def sentences_of(articles: pd.DataFrame, sentences: pd.DataFrame) -> Sentences:
    """A function that gives the sentence that holds a span of an article: as far as its end, should it go further."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    starts = {name: rows["start"].tolist() for name, rows in sentences.groupby("article_id", sort=False)}
    ends = {name: rows["end"].tolist() for name, rows in sentences.groupby("article_id", sort=False)}

    def sentence(article: str, start: float, end: float) -> str:
        """The sentence around a span, on one line; empty where there is none."""
        if pd.isna(article) or pd.isna(start):
            return ""
        k = bisect_right(starts.get(article, []), start) - 1
        held = k >= 0 and start < ends[article][k]
        first, last = (starts[article][k], max(ends[article][k], int(end))) if held else (int(start), int(end))
        return " ".join(texts[article][first:last].split())

    return sentence


def meanings(name: str, table: pd.DataFrame) -> dict[str, str]:
    """What each column of a table holds, as `data/table_columns.csv` says: of this table, else of any."""
    rows = known.table(COLUMNS, ["table", "column", "meaning"])
    mine = rows[rows["table"].eq(name) | rows["table"].isna()].sort_values("table", na_position="first")
    found = dict(zip(mine["column"], mine["meaning"], strict=True))
    return {column: found.get(str(column), "") for column in map(str, table)}


def _sentences(evidence: Iterable[Any], about: pd.DataFrame, sentences: Sentences) -> str:
    """The first sentences a row rests on, each on a line with its outlet, and how many more there are."""
    lines = list(dict.fromkeys(f"{about.at[one[0], 'outlet']}: {sentences(*one)}" for one in evidence))
    more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return "\n".join([*lines[:SHOWN], *more])


def _says(what: str, rows: int) -> str:
    return f"{what} The first {LONGEST:,} of {rows:,} rows; all in the .csv." if rows > LONGEST else what
