"""Who says what, in which words: quotations and reported statements with their source and cue."""

from collections.abc import Iterator

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.quotes import attributions, marks

COLUMNS = {
    "attribution": "Int64",
    "form": "str",
    "source": "str",
    "source_start": "Int64",
    "source_end": "Int64",
    "source_class": "str",
    "cue": "str",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "cue_class": "str",
    "speaker": "str",
}


def quotes(articles: pd.DataFrame) -> pd.DataFrame:
    """Every quotation and reported statement of each article, one row for each unbroken piece of its content.

    Columns beside the span: `attribution` (the pieces of one statement share its number), `form` (direct: whole words
    in marks; mixed: reported words that contain some in marks; partial: those words in marks, inside a mixed row or
    alone; indirect: reported without marks; scare: in marks, and nobody is said to have said it), `source`, `cue` and
    `speaker` as the article has them, with `source_class` and `cue_class` (see `data/cue_verbs.csv`).
    """
    return spans.table(articles, find, COLUMNS, overlap=True)


def find(text: str) -> Iterator[dict]:
    """The rows of `quotes` for one text."""
    yield from attributions.find(text, marks.runs(text))
