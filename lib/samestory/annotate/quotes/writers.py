"""Who wrote an article, where its own text shows that: the writer of an essay is no source of it.

Shown are a line with nothing but a name, or “By” and a name, where its person is else only in lines that no stop ends
(highlights, captions) and never in the running text; and an editor's note that begins with whom the article is by.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from samestory.corpus import language

STOPPED = re.compile(r"[.!?…:;][”\"’')\]]*$")
NOTE = re.compile(r"editor['’]s note:\s*$", re.I)
IS = re.compile(r"(?:,[^.\n]{2,80},)? is ")


def is_told(paragraph: str) -> bool:
    """Whether a paragraph is running text: a stop ends it, as none ends headlines, highlights and captions."""
    return bool(STOPPED.search(paragraph.rstrip()))


def writers(text: str, people: Iterable[tuple[int, int, str]]) -> set[str]:
    """The persons who wrote the article; `people` are the mentions by name: start, end, person."""
    paragraphs = language.paragraph_spans(text)
    begins = [start for start, _ in paragraphs]
    told = [is_told(text[slice(*paragraph)]) for paragraph in paragraphs]
    noted, alone, running = set(), set(), set()
    for start, end, who in people:
        place = bisect_right(begins, start) - 1
        first, last = paragraphs[place]
        before, after = text[first:start].strip(), text[end:last].strip()
        if NOTE.match(before) and IS.match(text, end):
            noted.add(who)
        elif not after and before.lower() in ("", "by"):
            alone.add(who)
        elif told[place]:
            running.add(who)
    return noted | (alone - running)
