"""Text becomes paragraphs, sentences and words, each as character offsets into the article's text.

Sentence boundaries are NLTK's Punkt (Kiss & Strunk 2006) with our own abbreviations (`data/abbreviations.csv`) and
four repairs that news needs. A sentence never crosses a paragraph, so a crosshead stands alone, and is never longer
than 1,500 characters, so that whatever looks at sentences takes time in proportion to the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import pandas as pd
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from samestory.corpus import known, reading

Offsets = tuple[tuple[int, int], ...]

WORD = re.compile(r"\d+(?:[.,:/]\d+)*(?:-\w+)*|[^\W\d_]+(?:[’'\-.][^\W_]+)*", re.UNICODE)
POSSESSIVE = re.compile(r"[’']s?$")
BLANK_LINE = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
LINE = re.compile(r"\r?\n")
STARTERS = known.words("words that begin a sentence")
RUNS_ON = re.compile(r"[\"'“‘(\[—–-]*\s*[a-z]")
CLOSED_QUOTE = re.compile(r"[.!?…][”’\"']+\s*$")
WIDEST = 100  # characters; lines of more are paragraphs
EVEN = 0.75  # of the width; a line shorter than that was not broken because it was full
LONGEST = 1_500  # characters of a sentence: of 28,805 in news the longest had 1,281
LISTED = re.compile(r"\W*(?:\d{1,2}|[A-Za-z])[.)]")  # the number of a list's item is no sentence
INITIALS = re.compile(r"(?<!\S)((?:[A-Z]\.){2,})$")
NUMBERED = re.compile(r"\b(?:No|Nos|Art|Sec|Fig|pp?)\.\s*$")


def runs(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    """The runs of `size` words of a text, one beginning at each word that has as many behind it.

    >>> list(runs(["a", "b", "c"], 2))
    [('a', 'b'), ('b', 'c')]
    """
    return zip(*(words[k:] for k in range(size)), strict=False)


def paragraph_spans(text: str) -> Offsets:
    """The paragraphs of a text: split at blank lines, or at every line break where there are no blank lines.

    Lines of even width are one paragraph up to a short line that ends a sentence.
    """
    if BLANK_LINE.search(text.strip()):
        return _split(text, BLANK_LINE.finditer(text))
    width = _wrapped_at(text)
    return _split(text, (m for m in LINE.finditer(text) if not width or _ends_paragraph(text, m.start(), width)))


@lru_cache(maxsize=16384)
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


def sentences(articles: pd.DataFrame) -> pd.DataFrame:
    """The sentences read of the articles as spans, numbered from 1: `article_id, start, end, text, sentence`."""
    return _spans(articles, sentence_spans, "sentence")


def sizes(articles: pd.DataFrame) -> pd.DataFrame:
    """How long each article is: `article_id`, `words` that are read of it, `characters` of its text as delivered."""
    words = [len(token_spans(read.text)) for read in reading.readings(articles)]
    return articles[["article_id"]].assign(words=words, characters=articles["text"].str.len())


def words(articles: pd.DataFrame) -> pd.DataFrame:
    """The words read of the articles as spans, numbered from 1: `article_id, start, end, text, word`."""
    return _spans(articles, token_spans, "word")


def _spans(articles: pd.DataFrame, split: Callable[[str], Offsets], number: str) -> pd.DataFrame:
    rows = [
        (article_id, start, end, text[start:end], k)
        for article_id, text, read in zip(
            articles["article_id"], articles["text"], reading.readings(articles), strict=True
        )
        for k, (start, end) in enumerate(reading.places(read, split), 1)
    ]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "text", number]).astype(
        {"article_id": "str", "start": "int64", "end": "int64", "text": "str", number: "int64"}
    )


def _wrapped_at(text: str) -> int:
    """The width at which the lines of a text are broken wherever they are full; 0 where lines are paragraphs."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    width = max(map(len, lines), default=0)
    full = sum(len(line) >= EVEN * width for line in lines[:-1])
    goes_on = sum(line[0].islower() for line in lines[1:])
    wrapped = len(lines) >= 3 and width <= WIDEST and 2 * min(full, goes_on) >= len(lines) - 1
    return width if wrapped else 0


def _ends_paragraph(text: str, place: int, width: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place].strip()
    return len(line) < EVEN * width and line.endswith(tuple('.!?"”’'))


def _split(text: str, breaks: Iterable[re.Match[str]]) -> Offsets:
    edges = [0, *(edge for m in breaks for edge in m.span()), len(text)]
    pieces = (trimmed(text, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return tuple((a, b) for a, b in pieces if a < b)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return frozenset(known.table("abbreviations.csv", ["abbreviation"])["abbreviation"])


@lru_cache(maxsize=1)
def _punkt() -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(_abbreviations())
    parameters.sent_starters = set(STARTERS)
    return PunktSentenceTokenizer(parameters)


def _sentences_of_paragraph(paragraph: str) -> list[tuple[int, int]]:
    """Punkt's sentences, rejoined where the break is none: before a small letter, or between No. and its number."""
    joined: list[tuple[int, int]] = []
    for start, end in _cut(paragraph, _punkt().span_tokenize(paragraph)):
        fits = joined and end - joined[-1][0] <= LONGEST
        if fits and _runs_on(paragraph[joined[-1][0] : joined[-1][1]], paragraph[start:end]):
            joined[-1] = (joined[-1][0], end)
        elif start < end:
            joined.append((start, end))
    return joined


def _cut(paragraph: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans without white space at their ends, those that no sentence can be cut at their blanks."""
    for start, end in spans:
        while end - start > LONGEST:
            blank = paragraph.rfind(" ", start + 1, start + LONGEST)
            edge = blank if blank > 0 else start + LONGEST
            yield trimmed(paragraph, start, edge)
            start = edge
        yield trimmed(paragraph, start, end)


def _runs_on(before: str, after: str) -> bool:
    if NUMBERED.search(before) and after[:1].isdigit():
        return True
    if LISTED.fullmatch(before) or _ends_in_initials(before, after):
        return True
    if before.count("(") > before.count(")") and ")" in after:
        return True
    if not any(letter.isalnum() for letter in after):
        return True
    return bool(RUNS_ON.match(after)) and (bool(CLOSED_QUOTE.search(before)) or not before.endswith((".", "…")))


def _ends_in_initials(before: str, after: str) -> bool:
    """Whether a break parts initials from the name: “J.R.R. | Reel”, but not “the U.S. | The”."""
    initials = INITIALS.search(before)
    return initials is not None and initials[1][:-1].lower() not in _abbreviations() and after[:1].isupper()
