"""A parsed text and its quoted runs, each looked up by the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from samestory.annotate.marks import Run
from samestory.corpus import parser

if TYPE_CHECKING:
    from spacy.tokens import Doc

Piece = tuple[int, int]
EDGE = ",;:.–—-"


class Layout:
    """The quoted runs of a parsed text by token, so that each is looked up once."""

    def __init__(self, doc: Doc, runs: list[Run]) -> None:
        self.doc = doc
        self.text = parser.text_of(doc)
        self.runs = runs
        self.stops = [run.end for run in runs]
        self.words = [token.lower_ if token.is_alpha else "" for token in doc]
        self.run_of: list[int] = [-1] * len(doc)
        self.tokens: list[Piece] = []
        place = 0
        for number, run in enumerate(runs):
            while place < len(doc) and doc[place].idx < run.start:
                place += 1
            first = place
            while place < len(doc) and doc[place].idx < run.end:
                self.run_of[place] = number
                place += 1
            self.tokens.append((first, place))


def quoted(layout: Layout, spans: tuple[Piece, ...]) -> str:
    """How a stretch lies to quotation marks: none, whole (all in marks), inside (part of a run), contains (a run)."""
    start, end = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    for run in layout.runs[bisect_right(layout.stops, start) :]:
        if run.start >= end:
            break
        if run.start < end and start < run.end:
            if start >= run.start and end <= run.end:
                return "whole" if end - start > 0.9 * (run.end - run.start) else "inside"
            return "contains"
    return "none"


def char_span(layout: Layout, first: int, stop: int) -> Piece | None:
    """The offsets of a token range without the blanks and commas around it, quotation marks kept whole."""
    doc, text = layout.doc, layout.text
    start, end = doc[first].idx, doc[stop - 1].idx + len(doc[stop - 1])
    inside = layout.run_of[stop - 1]
    while start < end and (text[start].isspace() or text[start] in EDGE):
        start += 1
    if inside >= 0 and layout.run_of[first] != inside:
        return start, max(end, layout.runs[inside].end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in EDGE) and not _closes(layout, end):
        end -= 1
    if inside >= 0 and end >= layout.runs[inside].inner_end - 1:
        end = layout.runs[inside].end
    opened = layout.run_of[first]
    if opened >= 0 and not text[layout.runs[opened].inner_start : start].strip() and end >= layout.runs[opened].end:
        start = layout.runs[opened].start
    return (start, end) if start < end else None


def _closes(layout: Layout, end: int) -> bool:
    place = bisect_left(layout.stops, end)
    return place < len(layout.stops) and layout.stops[place] == end
