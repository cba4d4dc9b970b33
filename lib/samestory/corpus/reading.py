"""What is read of an article: its text without what is set aside, folded, with the way back to the text as delivered.

Sentences that a page has run together (“ended.The”) are parted by a space.

Whatever matches or counts words reads this; every offset that anybody keeps is one of the text as delivered. The column
`aside` of the articles says which stretches are not read (see `corpus.paragraphs`); without it everything is.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory.corpus import fold

OFFSET = re.compile(r"(?:.*_)?(?:start|end)")
NOTHING = "[]"
RUN_TOGETHER = re.compile(  # “ended.The next”, but no address
    r"(?<![/@.\w])[A-Za-z]?[a-z]{2,}[.!?][\"”’)]*(?=[\"“‘(]?(?!Com|Org|Net)[A-Z][a-z]*[ ,])"
)


@lru_cache(maxsize=16384)
def of(text: str, aside: str = NOTHING) -> fold.Folded:
    """What is read of one text, with the map back; `aside` is the cell of the articles table."""
    gone = [(start, _next_word(text, start, end), "") for start, end, *_ in json.loads(aside)]
    parted = [(m.end(), m.end(), " ") for m in RUN_TOGETHER.finditer(text)]
    return fold.applied(text, sorted([*gone, *parted, *fold.edits(text)], key=lambda edit: (edit[0], -edit[1])))


def read(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles with what is read of each as its `text`, the `sha256` of that, and nothing set aside any more."""
    texts = [reading.text for reading in readings(articles)]
    hashes = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
    kept = articles.drop(columns="aside", errors="ignore")
    return kept.assign(text=pd.Series(texts, articles.index, dtype="str"), sha256=hashes)


def readings(articles: pd.DataFrame) -> list[fold.Folded]:
    """What is read of each article, in their order."""
    asides = articles["aside"] if "aside" in articles else [NOTHING] * len(articles)
    return [of(text, aside) for text, aside in zip(articles["text"], asides, strict=True)]


def delivered(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Spans of what is read as spans of the text as delivered: every column of offsets, and the words they hold.

    `text`, and each column X beside an `X_start` and `X_end`, is the slice of the text as delivered; other columns of
    words keep them as read, so that they can be compared across articles.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    maps = dict(zip(articles["article_id"], readings(articles), strict=True))
    rows = spans.groupby("article_id", sort=False).indices
    changed = {article: where for article, where in rows.items() if maps[article].text != texts[article]}
    if not changed:
        return spans
    moved = spans.assign(**{name: _moved(spans[name], changed, maps) for name in spans if OFFSET.fullmatch(name)})
    for name in ["text", *(name for name in spans if {f"{name}_start", f"{name}_end"} <= set(spans))]:
        moved[name] = _held(moved, "" if name == "text" else f"{name}_", changed, texts)
    return moved


def places(reading: fold.Folded, split: Callable[[str], Iterable[tuple[int, int]]]) -> list[tuple[int, int]]:
    """Where the pieces that `split` makes of what is read stand in the text as delivered."""
    starts, ends = reading.starts, reading.ends
    return [(int(starts[start]), int(ends[end - 1])) for start, end in split(reading.text)]


def _moved(values: pd.Series, changed: dict[str, np.ndarray], maps: dict[str, fold.Folded]) -> pd.Series:
    """Offsets of one column, moved in the rows of the articles that are `changed`; missing ones stay missing."""
    known, ends = values.notna().to_numpy(), str(values.name).endswith("end")
    places = values.fillna(0).to_numpy("int64", copy=True)
    for article, rows in changed.items():
        told = rows[known[rows]]
        if len(told):
            places[told] = maps[article].ends[places[told] - 1] if ends else maps[article].starts[places[told]]
    return pd.Series(places, values.index).astype(values.dtype).where(known)


def _held(spans: pd.DataFrame, of: str, changed: dict[str, np.ndarray], texts: dict[str, str]) -> pd.Series:
    """The words that stand between `of`start and `of`end in the rows of the articles that are `changed`."""
    column = spans[of.removesuffix("_") or "text"]
    known = (column.notna() & spans[f"{of}end"].notna()).to_numpy()
    starts, ends = (spans[f"{of}{edge}"].fillna(0).to_numpy("int64") for edge in ("start", "end"))
    places = {article: rows[known[rows]] for article, rows in changed.items()}
    words = [texts[article][starts[row] : ends[row]] for article, rows in places.items() for row in rows.tolist()]
    of_row = np.arange(len(column))
    of_row[np.concatenate([*places.values()])] = len(column) + np.arange(len(words))
    both = pd.concat([column, pd.Series(words, dtype=column.dtype)], ignore_index=True)
    return both.take(of_row).set_axis(column.index)


def _next_word(text: str, start: int, end: int) -> int:
    """Where the text goes on after a stretch that is set aside: behind the space after it, if one stands before it."""
    within_word = start and not text[start - 1].isspace()
    return end if within_word else end + len(text[end:]) - len(text[end:].lstrip())
