"""The span table: the one contract of everything the program says about a text.

A span table is a DataFrame whose first columns are `article_id, start, end, text` (offsets into the article's text,
half-open; `text` is exactly that slice), followed by the columns of its kind. Here is what works on every kind: to make
and check one, and to show, place and join its spans.
"""

import re
from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from samestory.corpus import fold, language, reading

SPAN = {"article_id": "str", "start": "int64", "end": "int64", "text": "str"}
QUOTED = ("direct", "partial")  # forms of quotations in marks, or in the turn of whoever speaks
VOICES = ("narrator", "attributed", "quoted", "scare")  # the later prevails where regions overlap
_MARKS = re.compile(r"“[^”]*”?|\"[^\"]*\"?|‘[^’]*’(?!\w)")


def table(
    articles: pd.DataFrame,
    find: Callable[[str], Iterable[dict]],
    columns: dict[str, str],
    *,
    overlap: bool = False,
) -> pd.DataFrame:
    """The span table of what `find` sees in what is read of each article, in the order of the articles and the text.

    `find(text)` gives dicts with `start`, `end` and the kind's `columns` (name to pandas dtype; a key left out is
    missing). Raises ValueError where a span lies outside its text or, unless `overlap`, two spans share a character.
    """
    rows = [
        {"article_id": article_id, **row, "text": read.text[row["start"] : row["end"]]}
        for article_id, read in zip(articles["article_id"], reading.readings(articles), strict=True)
        for row in sorted(find(read.text), key=lambda row: (row["start"], row["end"]))
    ]
    spans = pd.DataFrame(rows, columns=[*SPAN, *columns]).astype(SPAN | columns)
    return reading.delivered(checked(spans, reading.read(articles), overlap=overlap), articles)


def checked(spans: pd.DataFrame, articles: pd.DataFrame, *, overlap: bool = False) -> pd.DataFrame:
    """The same span table, once every span holds its text and, unless `overlap`, no two share a character.

    Raises ValueError naming the article and the offsets of the first span that is wrong.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    for article_id, start, end, text in zip(*(spans[column].tolist() for column in SPAN), strict=True):
        if not 0 <= start < end <= len(texts[article_id]) or texts[article_id][start:end] != text:
            raise ValueError(f"The span {start}-{end} of article {article_id!r} does not hold {text!r}.")
    if not overlap and len(spans):
        ordered = spans.sort_values(["article_id", "start"], kind="stable")
        same = ordered["article_id"].eq(ordered["article_id"].shift())
        clash = ordered[same & ordered["start"].lt(ordered["end"].shift())]
        if len(clash):
            first = clash.iloc[0]
            raise ValueError(
                f"The span {first['start']}-{first['end']} of article {first['article_id']!r} overlaps another."
            )
    return spans


def places(spans: pd.DataFrame) -> pd.Series:
    """Where each span stands, `(article_id, start, end)`, on the index of `spans`: what a count keeps as evidence."""
    found = spans[["article_id", "start", "end"]].itertuples(index=False, name=None)
    return pd.Series(list(found), index=spans.index, dtype="object")


def within(inner: pd.DataFrame, outer: pd.DataFrame) -> pd.DataFrame:
    """The containment join: a row for each span of `inner` that lies inside a span of `outer`.

    Columns `inner`, `outer`: the index labels of the two tables.
    """
    found = [_contained(inner, outer, *rows) for rows in _by_article(inner, outer)]
    pairs = np.concatenate([np.empty((2, 0), dtype="int64"), *found], axis=1)
    return pd.DataFrame({"inner": inner.index[pairs[0]], "outer": outer.index[pairs[1]]})


def voice(spans: pd.DataFrame, quotes: pd.DataFrame) -> pd.Series:
    """In whose voice each span stands: `narrator`, `quoted`, `attributed` or `scare`, on the index of `spans`.

    Inside quotation marks a span is `quoted` (or `scare`, where the marks attribute nothing to anyone); in reported
    words outside them it is `attributed`; everything else is the narrator's.
    """
    regions = voiced_regions(quotes)
    found = within(spans, regions)
    strength = regions["voice"].map(VOICES.index).astype("int64")
    strongest = found["outer"].map(strength).groupby(found["inner"].to_numpy()).max()
    codes = strongest.reindex(spans.index, fill_value=0).astype("int64")
    return codes.map(dict(enumerate(VOICES))).astype("str").rename("voice")


def speech(quotes: pd.DataFrame) -> pd.Series:
    """Which rows of a `quotes` table give somebody's words: those in marks, and those reported of a source who speaks.

    What somebody is said to want or favour (“backs a truce”, “is expected to meet”) is told in the narrator's words: no
    speech. Nor is a statement that nobody makes, or a silence.
    """
    nobodys = quotes["form"].isin(["indirect", "act"]) & quotes["source"].isna()
    unsaid = quotes["form"].isin(["attitude", "silence"]) | nobodys
    return (~unsaid).rename("speech")


def statements(quotes: pd.DataFrame) -> pd.DataFrame:
    """The statements of a `quotes` table, one row each: what a source that can speak says, quoted or reported.

    This is what every page counts: a quotation, or a clause of what is said; what is only done with words (an act:
    “rejected the plan”) is none. The pieces of an attribution are one statement (its first row stands for it), and so
    are a quotation and the clause of the same speaker that holds it.
    """
    said = quotes[speech(quotes) & quotes["form"].ne("scare") & quotes["source_class"].notna()]
    first = said[~said["form"].isin(["partial", "act"])].drop_duplicates(["article_id", "attribution"])
    pairs = within(first, first)
    apart = pairs[pairs["inner"].ne(pairs["outer"])]
    speaker = first["speaker"].astype("object").fillna("")
    again = apart[speaker.loc[apart["inner"]].to_numpy() == speaker.loc[apart["outer"]].to_numpy()]
    return first.drop(index=again["inner"].unique())


def voiced_regions(quotes: pd.DataFrame) -> pd.DataFrame:
    """The stretches of text that are not the narrator's: `article_id, start, end, voice`.

    A direct quotation is `quoted` whole; of a mixed or indirect one the parts between marks are `quoted`, the rest
    `attributed`. Attitudes without speech (see `speech`) stay with the narrator.
    """
    quotes = quotes[speech(quotes)]
    whole = quotes["form"].map(dict.fromkeys(QUOTED, "quoted") | {"scare": "scare"}).fillna("attributed")
    contents = quotes[["article_id", "start", "end"]].assign(voice=whole.astype("str"))
    marked = quotes.loc[whole.eq("attributed"), ["article_id", "start", "text"]]
    pieces = [
        (article_id, start + m.start(), start + m.end(), "quoted")
        for article_id, start, text in marked.itertuples(index=False)
        for m in _MARKS.finditer(text)
    ]
    quoted = pd.DataFrame(pieces, columns=["article_id", "start", "end", "voice"]).astype(contents.dtypes.to_dict())
    return pd.concat([contents, quoted], ignore_index=True)


def position(spans: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Where each span stands in its article, on the index of `spans`.

    Columns: `paragraph` k of `paragraphs` K and `sentence` (from 1); `sentence_start`, `sentence_end` (offsets of the
    sentence the span begins in); `share` of the article's text that comes before it (0 to 1).
    """
    wanted = articles[articles["article_id"].isin(spans["article_id"].unique())]
    layout = {
        article_id: _layout(text, read)
        for article_id, text, read in zip(wanted["article_id"], wanted["text"], reading.readings(wanted), strict=True)
    }
    rows = [
        _place(start, *layout[article_id])
        for article_id, start in zip(spans["article_id"], spans["start"], strict=True)
    ]
    columns = ["paragraph", "paragraphs", "sentence", "sentence_start", "sentence_end", "share"]
    types = dict.fromkeys(columns[:-1], "int64") | {"share": "float64"}
    return pd.DataFrame(rows, columns=columns, index=spans.index).astype(types)


def concordance(spans: pd.DataFrame, articles: pd.DataFrame, *, width: int = 40) -> pd.DataFrame:
    """Each span as a key word in context: its span columns and voice, `left` and `right` of `width` characters at most.

    A word that would be cut is left out.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    shown = spans[[c for c in [*SPAN, "voice"] if c in spans]].copy()
    where = list(zip(spans["article_id"], spans["start"], spans["end"], strict=True))
    shown.insert(3, "left", [_one_line(_before(texts[a], start, width)) for a, start, _ in where])
    shown.insert(5, "right", [_one_line(_after(texts[a], end, width)) for a, _, end in where])
    return shown


def _by_article(inner: pd.DataFrame, outer: pd.DataFrame) -> Iterable[tuple[np.ndarray, np.ndarray]]:
    """The row numbers of the two tables, article by article, for the articles that both have."""
    mine = inner.groupby("article_id", sort=False).indices
    theirs = outer.groupby("article_id", sort=False).indices
    return ((np.asarray(mine[a]), np.asarray(theirs[a])) for a in mine if a in theirs)


def _contained(inner: pd.DataFrame, outer: pd.DataFrame, i: np.ndarray, j: np.ndarray) -> np.ndarray:
    """The row numbers, among `i` and `j`, of the spans that lie in others (first row) and of those (second row)."""
    starts = outer["start"].to_numpy()[j] <= inner["start"].to_numpy()[i][:, None]
    ends = outer["end"].to_numpy()[j] >= inner["end"].to_numpy()[i][:, None]
    a, b = np.nonzero(starts & ends)
    return np.stack([i[a], j[b]])


def _layout(text: str, read: fold.Folded) -> tuple[np.ndarray, np.ndarray, int]:
    paragraphs, sentences = (
        np.array(reading.places(read, split)) for split in (language.paragraph_spans, language.sentence_spans)
    )
    return paragraphs, sentences, len(text)


def _place(start: int, paragraphs: np.ndarray, sentences: np.ndarray, length: int) -> tuple:
    k = int(np.searchsorted(paragraphs[:, 0], start, side="right"))
    s = int(np.searchsorted(sentences[:, 0], start, side="right"))
    return k, len(paragraphs), s, *sentences[s - 1], start / length


def past_blanks(text: str, end: int) -> int:
    """Where what stands before a place ends: the place, past blanks before it.

    >>> past_blanks("He said:  “No.”", 10)
    8
    """
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _before(text: str, start: int, width: int) -> str:
    """The whole words before a place."""
    first = max(0, start - width)
    return text[first:start] if not first else re.sub(r"^\S*\s*", "", text[first - 1 : start])


def _after(text: str, end: int, width: int) -> str:
    """The whole words after a place."""
    return text[end : end + width] if end + width >= len(text) else re.sub(r"\s*\S*$", "", text[end : end + width + 1])


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text)
