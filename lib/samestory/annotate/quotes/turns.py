"""The turns of an interview or a transcript: whose words a paragraph is, where a label before it says so.

A label is a name on a line of its own, or a name or Q and A with a colon before the words. Only what cannot be anything
else is read so: at least two labels that come again and take turns.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from samestory.annotate.actors import genders

LABEL = r"(?:[A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,3}"
OWN_LINE = re.compile(rf"({LABEL}):?")
BEFORE_WORDS = re.compile(rf"[\"“]?(?:({LABEL}):|([QA])[.:])\s+(?=\S)")
PARAGRAPH = re.compile(r"[^\n]+")
FEWEST = 4  # turns
AGAIN = 2  # turns of each label
CHANGING = 0.5  # of the turns follow another speaker's
ASKING, ANSWERING = 0.5, 0.3  # of the turns of who asks, and of who answers, end in a question
LETTERS = ("Q", "A")


class Turn(NamedTuple):
    """Somebody's words: the label, its offsets, and the stretches of the text that they are."""

    label: str
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]


def turns(text: str) -> list[Turn]:
    """The turns of a text, in order; none where nothing is surely a turn."""
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text) if match.group().strip()]
    for labels in (_on_own_lines, _before_words):
        found = _known(list(labels(text, paragraphs)))
        if found:
            return [_own(turn, text) for turn in _with_words(found, paragraphs)]
    return []


def _own(turn: Turn, text: str) -> Turn:
    """A turn up to a later paragraph that names its speaker, as only the narrator does: “While Berg spoke …”."""
    if turn.label in LETTERS:
        return turn
    name = re.compile(rf"\b{re.escape(turn.label.split()[-1])}\b", re.IGNORECASE)
    stop = next((k for k, piece in enumerate(turn.pieces) if k and name.search(text, *piece)), len(turn.pieces))
    return turn._replace(end=turn.pieces[stop - 1][1], pieces=turn.pieces[:stop])


def spoken(text: str, people: Iterable[str]) -> list[Turn]:
    """The turns of a text whose labels all are letters, or name one of the `people`, or begin with a first name."""
    told = turns(text)
    known = list(people)
    labels = {turn.label for turn in told} - set(LETTERS)
    return told if all(_is_somebody(label, known) for label in labels) else []


def _is_somebody(label: str, people: list[str]) -> bool:
    first, _, rest = label.partition(" ")
    named_so = any(f" {name} ".casefold().endswith(f" {label} ".casefold()) for name in people)
    return named_so or bool(rest and genders.of_first_name(first.title()))


def asker(told: list[Turn], text: str) -> str | None:
    """The label of the interviewer: Q, or the one of two who asks where the other answers."""
    labels = sorted({turn.label for turn in told})
    if set(labels) <= set(LETTERS):
        return "Q" if "Q" in labels else None
    if len(labels) != 2:
        return None
    asked = {label: _asking([turn for turn in told if turn.label == label], text) for label in labels}
    first, second = sorted(labels, key=asked.__getitem__, reverse=True)
    return first if asked[first] >= ASKING and asked[second] <= ANSWERING else None


def named(label: str, people: Iterable[str]) -> str | None:
    """The person of an article whom a label names, in full or by the surname; the label itself where it is a full name.

    None for a letter, and for a surname that nobody or several of the article have.
    """
    if label in LETTERS:
        return None
    end = label.casefold()
    fitting = {name for name in people if name.casefold() == end or name.casefold().endswith(f" {end}")}
    if len(fitting) == 1:
        return fitting.pop()
    return label if " " in label and not label.isupper() else None


def _asking(told: list[Turn], text: str) -> float:
    return sum("?" in text[turn.pieces[-1][0] : turn.pieces[-1][1]] for turn in told) / len(told)


def _on_own_lines(text: str, paragraphs: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """Each label that is a paragraph of its own, with where it starts and ends."""
    for start, end in paragraphs:
        if match := OWN_LINE.fullmatch(text[start:end].strip()):
            yield match.group(1), start, end


def _before_words(text: str, paragraphs: list[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """Each label that stands before words, with where it starts and the words begin."""
    for start, end in paragraphs:
        if match := BEFORE_WORDS.match(text, start, end):
            label = 1 if match.group(1) else 2
            yield match.group(label), match.start(label), match.end()


def _known(labels: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The labels that come again, where two or more of them take turns; else none."""
    counts = Counter(label for label, _, _ in labels)
    again = [one for one in labels if counts[one[0]] >= AGAIN]
    changes = sum(one[0] != other[0] for one, other in pairwise(again))
    several = len({label for label, _, _ in again}) > 1 and len(again) >= FEWEST
    return again if several and changes >= CHANGING * (len(again) - 1) else []


def _with_words(labels: list[tuple[str, int, int]], paragraphs: list[tuple[int, int]]) -> list[Turn]:
    """The labels with the paragraphs up to the next; of the last turn only the first, as the article may go on."""
    ends = [start for _, start, _ in labels[1:]]
    told = []
    for number, (label, start, words) in enumerate(labels):
        inside = [(max(words, begin), end) for begin, end in paragraphs if end > words]
        pieces = inside[:1] if number == len(ends) else [piece for piece in inside if piece[0] < ends[number]]
        if pieces:
            told.append(Turn(label, start, pieces[-1][1], tuple(pieces)))
    return told
