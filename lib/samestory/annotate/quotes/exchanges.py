"""A piece of a transcript within an article: the words behind “Lund: … Berg: …”, in one paragraph or several.

A label is the surname or name of a person of the article before a colon, at the start of a paragraph or of a sentence.
Labels are turns where two people take them in one paragraph or in neighbouring ones, and at least half of the turns
ask, or say I, we or you: a list of people (“Lund: 45 percent”) does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samestory.annotate.quotes.speakers import ABBREVIATED
from samestory.annotate.quotes.turns import named

SHORT = "|".join(re.escape(title) for title in sorted(ABBREVIATED) if title.endswith("."))
PART = rf"(?:{SHORT}|[A-Z]\.|[A-Z][\w’'-]*)"
LABEL = re.compile(rf"(?:^|(?<=[.?!…\]”\"’'–—-])\s+|(?<=\n))((?:{PART}\s){{0,3}}[A-Z][\w’'-]+):\s+(?=\S)")
SPEAKING = re.compile(r"\?|\b(?:I|we|you|my|our|your|me|us|let['’]s)\b", re.I)
ASIDE = re.compile(r"\s*(?:\[[^\]]{1,60}\]|\([A-Z ]{3,40}\))\s*$")  # “[audience cheers]”, “(APPLAUSE)”
MARKED = re.compile(r"[“”\"«»]")
HALF = 0.5  # of the turns
GOES_ON = 3  # paragraphs of one turn before the next label


class Said(NamedTuple):
    """The words of one turn, its label, and the person it names; None where that is open."""

    start: int
    end: int
    label: tuple[int, int]
    speaker: str | None


def exchanges(text: str, paragraphs: Sequence[tuple[int, int]], people: Sequence[str]) -> Iterator[Said]:
    """The turns of each piece of a transcript in a text, in order; `people` are the full names of the article."""
    neighbours: list[Said] = []
    last = 0
    for place, (start, end) in enumerate(paragraphs):
        told = _turns(text, start, end, people)
        if not told:
            continue
        between = [_going_on(text, neighbours, *piece) for piece in paragraphs[last + 1 : place]] if neighbours else []
        if None in between or len(between) > GOES_ON:
            yield from _exchange(text, neighbours)
            neighbours, between = [], []
        neighbours, last = [*neighbours, *filter(None, between), *told], place
    yield from _exchange(text, neighbours)


def _going_on(text: str, before: list[Said], start: int, end: int) -> Said | None:
    """A paragraph without a label that goes on with the turn before it: it says I, we or you, and quotes nobody."""
    goes_on = SPEAKING.search(text, start, end) and not MARKED.search(text, start, end)
    return before[-1]._replace(start=start, end=end) if goes_on else None


def _turns(text: str, start: int, end: int, people: Sequence[str]) -> list[Said]:
    """The turns of a paragraph that begins with a label of a person, up to its end; else none."""
    if ":" not in text[start:end]:
        return []
    labels = [(match, named(match[1], people)) for match in LABEL.finditer(text[start:end])]
    labels = [(match, who) for match, who in labels if who in people or match[1].isupper()]
    if not labels or labels[0][0].start():
        return []
    ends = [start + match.start() for match, _ in labels[1:]] + [end]
    return [
        Said(start + match.end(), _without_asides(text, start + match.end(), stop), _at(match, start), who)
        for (match, who), stop in zip(labels, ends, strict=True)
    ]


def _exchange(text: str, told: list[Said]) -> Iterator[Said]:
    """Turns, where two take them, of whom one is named, and speak to each other; else none."""
    speaking = sum(bool(SPEAKING.search(text, one.start, one.end)) for one in told)
    several = len({text[slice(*one.label)].split()[-1].casefold() for one in told}) > 1
    if several and any(one.speaker for one in told) and speaking >= HALF * len(told):
        yield from (one for one in told if one.start < one.end)


def _at(match: re.Match[str], start: int) -> tuple[int, int]:
    return start + match.start(1), start + match.end(1)


def _without_asides(text: str, start: int, end: int) -> int:
    """Where the words of a turn end, without what is told of the hall behind them."""
    words = text[start:end].rstrip()
    while (shorter := ASIDE.sub("", words)) != words:
        words = shorter
    return start + len(words)
