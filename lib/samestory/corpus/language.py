"""Text becomes paragraphs, sentences and words, each as character offsets into the article's text.

Sentence boundaries are NLTK's Punkt (Kiss & Strunk 2006) with our own abbreviations (`data/abbreviations.csv`) and
four repairs that news needs. A sentence never crosses a paragraph, so a crosshead stands alone.
"""

import re
from functools import lru_cache

import pandas as pd
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from samestory.corpus import known

Offsets = tuple[tuple[int, int], ...]

WORD = re.compile(r"\d+(?:[.,:/]\d+)*(?:-\w+)*|[^\W\d_]+(?:[’'\-.][^\W_]+)*", re.UNICODE)
POSSESSIVE = re.compile(r"[’']s?$")
BLANK_LINE = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
LINE = re.compile(r"\r?\n")
STARTERS = (
    "the a an this that these those he she it they we i you his her its their our but and in on at for with as if when "
    "while after before since although however meanwhile there no not what who why how many some most one all"
).split()
RUNS_ON = re.compile(r"[\"'“‘(\[—–-]*\s*[a-z]")
CLOSED_QUOTE = re.compile(r"[.!?…][”’\"']+\s*$")
NUMBERED = re.compile(r"\b(?:No|Nos|Art|Sec|Fig|pp?)\.\s*$")


def paragraph_spans(text: str) -> Offsets:
    """The paragraphs of a text: split at blank lines, or at every line break where there are no blank lines."""
    breaks = BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE
    return _split(text, breaks)


@lru_cache(maxsize=4096)
def sentence_spans(text: str) -> Offsets:
    """The sentences of a text, in order; none crosses a paragraph."""
    return tuple(
        (start + left, start + right)
        for start, end in paragraph_spans(text)
        for left, right in _sentences_of_paragraph(text[start:end])
    )


def token_spans(text: str) -> Offsets:
    """The words of a text: letters with inner hyphens, points and apostrophes, or a number; without a possessive ’s.

    >>> text = "Israel’s 21-month-old war killed 57,523."
    >>> [text[a:b] for a, b in token_spans(text)]
    ['Israel', '21-month-old', 'war', 'killed', '57,523']
    """
    return tuple((m.start(), m.start() + len(POSSESSIVE.sub("", m[0]))) for m in WORD.finditer(text))


def paragraphs(articles: pd.DataFrame) -> pd.DataFrame:
    """The paragraphs of the articles as spans, numbered from 1: `article_id, start, end, text, paragraph`."""
    return _spans(articles, paragraph_spans, "paragraph")


def sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """The sentences of the articles as spans, numbered from 1: `article_id, start, end, text, sentence`."""
    return _spans(articles, sentence_spans, "sentence")


def words(articles: pd.DataFrame) -> pd.DataFrame:
    """The words of the articles as spans, numbered from 1: `article_id, start, end, text, word`."""
    return _spans(articles, token_spans, "word")


def _spans(articles, split, number: str) -> pd.DataFrame:
    rows = [
        (article_id, start, end, text[start:end], k)
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for k, (start, end) in enumerate(split(text), 1)
    ]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "text", number]).astype(
        {"article_id": "str", "start": "int64", "end": "int64", "text": "str", number: "int64"}
    )


def _split(text: str, breaks: re.Pattern[str]) -> Offsets:
    edges = [0, *(edge for m in breaks.finditer(text) for edge in m.span()), len(text)]
    pieces = (_trim(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return tuple((a, b) for a, b in pieces if a < b)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


@lru_cache(maxsize=1)
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(known.table("abbreviations.csv", ["abbreviation"])["abbreviation"])
    parameters.sent_starters = set(STARTERS)
    return PunktSentenceTokenizer(parameters)


def _sentences_of_paragraph(paragraph: str) -> list[tuple[int, int]]:
    """Punkt's sentences, rejoined where the break is none: before a small letter, or between No. and its number."""
    joined: list[tuple[int, int]] = []
    for start, end in _punkt().span_tokenize(paragraph):
        start, end = _trim(paragraph, start, end)
        if joined and _runs_on(paragraph[joined[-1][0] : joined[-1][1]], paragraph[start:end]):
            joined[-1] = (joined[-1][0], end)
        elif start < end:
            joined.append((start, end))
    return joined


def _runs_on(before: str, after: str) -> bool:
    if NUMBERED.search(before) and after[:1].isdigit():
        return True
    if not any(letter.isalnum() for letter in after):
        return True
    return bool(RUNS_ON.match(after)) and (bool(CLOSED_QUOTE.search(before)) or not before.endswith((".", "…")))
