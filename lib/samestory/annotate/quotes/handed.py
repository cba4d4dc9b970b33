"""What is somebody's words without quotation marks: posts with their signature, pieces of a transcript and its answers,
and what a colon at the end of the paragraph before hands over.

Where they end is read only as far as it is sure: a post before its signature, an answer at the last paragraph that
speaks of I and we before one that names the speaker, a block after its first paragraph. What may go on beyond that, or
may begin before it, is quoted, and whose words it is stays open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate import marks, reporting, spans
from samestory.annotate.actors import genders
from samestory.annotate.quotes.exchanges import exchanges
from samestory.annotate.quotes.sources import phrase, source_of
from samestory.corpus import language, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
SIGNED = re.compile(rf"(?:[—–]| -) ?(?P<name>[^\n()—–]{{1,60}}?) ?\(@\w{{1,20}}\)(?: on)? {MONTH} \d{{1,2}}, ?\d{{4}}")
LINKS = re.compile(r"(?:(?:pic\.twitter\.com|https?://t\.co)/\w+\s*)+$")
LONGEST = 320  # characters of a post, its links included
OF_ANOTHER = re.compile(r"[“”\"]|\bRT\b|^(?:[A-Z]\S*\s+){0,3}[A-Z@]\S*:\s")  # in a post, before another's words
ANSWER = re.compile(
    r"(THE (?:VICE )?PRESIDENT|M(?:R|S|RS)\. [A-Z’'-]{2,}|(?:SEN|REP|GOV|GEN|DR)\. [A-Z’'-]{2,}): (?=\S)"
)
FIRST = re.compile(r"(?:\b[Ww]e|\b[Oo]ur|\bus|\b[Mm]y|\bI|\bme)(?![\w-])")
GOES_ON = 8  # paragraphs of one answer at most
WORDS = 6  # of a paragraph that a colon hands over; fewer are a heading, or one of a list


class Given(NamedTuple):
    """Words that are somebody's: where they stand, the words that say whose with their place, and who that is."""

    start: int
    end: int
    source: tuple[int, int] | None
    speaker: str | None


def given(text: str, actors: Iterable[dict], pipeline: str = "") -> list[Given]:
    """The stretches of a text that are somebody's words without marks, in order, none within another."""
    rows = list(actors)
    people = sorted({row["actor"] for row in rows if row["kind"] == "person"})
    paragraphs = language.paragraph_spans(text)
    found: list[Given] = []
    full = [name for name in people if " " in name]
    turns = [Given(one.start, one.end, one.label, one.speaker) for one in exchanges(text, paragraphs, full)]
    for one in [*turns, *_posts(text, paragraphs, people), *_answers(text, paragraphs, rows)]:
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    taken = {start for start, end in paragraphs for one in found if one.start < end and start < one.end}
    blocks = _blocks(text, paragraphs, people, pipeline)
    return sorted([*found, *(one for one in blocks if one.start not in taken)])


def _posts(text: str, paragraphs: Sequence[tuple[int, int]], people: list[str]) -> Iterator[Given]:
    """The posts that are signed with a name, a handle and a day: what stands before that in the paragraph.

    Where only the signature and its links do, the paragraph before. Whose words a post gives that quotes stays open.
    """
    begins = [start for start, _ in paragraphs]
    last = 0
    for match in SIGNED.finditer(text):
        place = bisect_right(begins, match.start()) - 1
        start, end = _bare(text, max(begins[place], last), match.start())
        if start >= end and place and paragraphs[place - 1][0] >= last:
            start, end = _bare(text, *paragraphs[place - 1])
        last = match.end()
        if start < end:
            sure = end - start <= LONGEST and not OF_ANOTHER.search(text[start:end])
            yield Given(
                start, end, match.span("name") if sure else None, _account(match["name"], people) if sure else None
            )


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks around it and the links at its end."""
    told = LINKS.sub("", text[start:end].rstrip()).rstrip()
    return start + len(told) - len(told.lstrip()), start + len(told)


def _account(name: str, people: list[str]) -> str | None:
    """The person whose name an account bears: one of the article's, or a full name with a first name; else None."""
    bare = name.split(",")[0].strip()
    known = [person for person in people if " " in person and bare.casefold().endswith(person.casefold())]
    if known:
        return max(known, key=len)
    first, _, rest = bare.partition(" ")
    return bare if rest and genders.of_first_name(first) else None


def _answers(text: str, paragraphs: Sequence[tuple[int, int]], actors: list[dict]) -> Iterator[Given]:
    """The paragraphs of each answer of a transcript, by the label in capitals before its first."""
    for place, (start, end) in enumerate(paragraphs):
        label = ANSWER.match(text, start, end)
        if label is None:
            continue
        who = _titled(text, label[1], actors)
        yield Given(label.end(), end, label.span(1), who)
        following = paragraphs[place + 1 : place + 1 + GOES_ON]
        ours = _until(text, following, who)
        last = max((k for k, piece in enumerate(ours) if FIRST.search(text, *piece)), default=-1)
        closed = len(ours) < len(following)
        for k, piece in enumerate(ours if closed else ours[: last + 1]):
            sure = closed and k <= last
            yield Given(*piece, label.span(1) if sure else None, who if sure else None)


def _until(text: str, paragraphs: Sequence[tuple[int, int]], who: str | None) -> list[tuple[int, int]]:
    """The paragraphs before the first that names the speaker, is labelled or quotes: where the article goes on."""
    surname = (who or "").split()[-1:] or ["\n"]
    told = []
    for start, end in paragraphs:
        words = text[start:end]
        if ANSWER.match(words) or words.startswith("Q ") or SIGNED.search(words) or surname[0] in words:
            break
        told.append((start, end))
    return told


def _titled(text: str, label: str, actors: list[dict]) -> str | None:
    """The one person of the article whom a label in capitals means, by surname or title; else None."""
    title, _, surname = label.lower().partition(". ")
    people = [row for row in actors if row["kind"] == "person"]
    if surname:
        meant = {row["actor"] for row in people if row["actor"].lower().split()[-1] == surname}
    else:
        office = title.removeprefix("the ")
        told = [row for row in people if text[row["start"] : row["end"]].lower().removeprefix("the ") == office]
        held = [row for row in people if (row.get("descriptor") or "").lower().endswith(office)]
        meant = {row["actor"] for row in [*told, *held]}
    return meant.pop() if len(meant) == 1 else None


def _blocks(text: str, paragraphs: Sequence[tuple[int, int]], people: list[str], pipeline: str) -> Iterator[Given]:
    """The paragraph after one that ends in a colon, with a verb of saying in its last sentence: whose it is."""
    pairs = [(spans.past_blanks(text, end), other) for (_, end), other in pairwise(paragraphs)]
    after = [(end, other) for end, other in pairs if text[max(0, end - 1) : end] == ":" and _is_block(text, other)]
    doc = parser.parse(text, pipeline) if after else None
    for end, block in after:
        last = _sentence(doc, end - 1) if doc is not None else None
        told = next(_saying(last), None) if last is not None else None
        if told is not None:
            source, name = told
            speaker = next((one for one in people if " " in one and name in (one, one.split()[-1])), None)
            yield Given(*block, source if speaker else None, speaker)


def _is_block(text: str, paragraph: tuple[int, int]) -> bool:
    """Whether a paragraph can be what somebody wrote: a sentence without marks before it, no item of a list."""
    bare = text[slice(*paragraph)].strip()
    return bool(re.match(r"[A-Z…\[]", bare)) and bare[-1:] in ".!?…" and marks.words(bare) >= WORDS


def _sentence(doc: Doc, place: int) -> Span | None:
    """The sentence that holds a place of the text."""
    span = doc.char_span(place, place + 1, alignment_mode="expand")
    return None if span is None else span[0].sent


def _saying(sentence: Span) -> Iterator[tuple[tuple[int, int], str]]:
    """Who says, by the verbs of saying of a sentence or *according to*, the last first: where that stands, the name.

    Of a pronoun, and of several, the name is empty.
    """
    for token in reversed(list(sentence)):
        head = None
        if token.lower_ == "according":
            head = next((t for t in sentence if t.i > token.i and t.pos_ == "PROPN"), None)
        elif token.pos_ == "VERB" and reporting.is_saying(token.lemma_):
            head = source_of(token)[1]
        if head is None:
            continue
        first, stop = phrase(head, token)[0]
        words = sentence.doc[min(first, head.i) : token.i if head.i < token.i else stop]
        # “Ida Berg, one of Lund Council’s members, asked”
        apart = next((t.i for t in words if t.text == ","), words.end)
        names = [t.text for t in words if t.pos_ == "PROPN" and t.i < apart]
        names = names or [t.text for t in words if t.pos_ == "PROPN"]
        if names or head.pos_ == "PRON":
            several = any(t.lower_ == "and" for t in words)
            yield (words.start_char, words.end_char), "" if several or not names else names[-1]
