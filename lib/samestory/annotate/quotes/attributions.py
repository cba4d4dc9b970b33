"""The attributions of a text: the likely candidates, the quotations that run on from them, and what is left over."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from samestory.annotate import marks, reporting
from samestory.annotate.quotes.candidates import Candidate, Piece, candidates
from samestory.annotate.quotes.ends import before, before_comment, comment, ended, past_comment, past_programme
from samestory.annotate.quotes.places import Places
from samestory.annotate.quotes.sources import can_speak
from samestory.annotate.quotes.weights import probabilities
from samestory.corpus import parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LIKELY = 0.33
# Less is asked of a verb of saying with a subject and a clause, whatever the parse hangs it on.
SPOKEN = 0.2
# What stands between quotation marks nearly always belongs to someone, so less is asked of a cue beside it.
BESIDE_MARKS = 0.08
SAME = 0.7
SHORT = 4
NEAR = 40  # characters around a run that are looked at
SO_CALLED = ("so-called ", "so called ")


@dataclass
class Attribution:
    """One statement: its pieces, and the cue, source and head of the source where the text gives them.

    `relation` is the syntax that ties the pieces to the cue, as in `candidates`.
    """

    pieces: list[Piece]
    cue_span: Piece | None = None
    cue: Token | None = None
    source: Piece | None = None
    head: Token | None = None
    relation: str = ""
    scare: bool = False
    runs_on_from: Attribution | None = field(default=None, repr=False)


@lru_cache(maxsize=parser.REMEMBERED)
def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Every attribution of the text in order; a run in marks that belongs to nobody is one of its own.

    Remembered for each parse: quotations need them, and so do the sources of figures.
    """
    text = parser.text_of(doc)
    runs = marks.spoken(text)
    groups = [(group, probabilities(group)) for group in candidates(doc, runs)]
    found = _likely(groups)
    chances = _by_place(groups)
    for run in _uncovered(runs, found):
        _beside(text, run, chances, found)
    _part_neighbours(doc, found)
    _end_reports(doc, runs, found)
    found = _apart(doc, runs, found)
    marked = sorted((max(a.pieces)[1], k, a) for k, a in enumerate(found) if not a.scare and _has_marks(text, a))
    for run in _uncovered(runs, found):
        before = bisect_left(marked, (run.start + 1,))
        running = _running_on(text, run, marked[before - 1][2]) if before else None
        found.append(running or _left_over(text, run))
        if running is not None:
            insort(marked, (run.end, len(found), running))
    return tuple(sorted(found, key=lambda attribution: min(attribution.pieces)))


def _likely(groups: list[tuple[list[Candidate], list[float]]]) -> list[Attribution]:
    """The best candidate of each cue that is likely enough, without those that tell the same words twice."""
    best = sorted(
        ((max(zip(chances, range(len(chances)), strict=True)), group) for group, chances in groups),
        key=_chance,
        reverse=True,
    )
    found: list[Attribution] = []
    places: Places[Attribution] = Places()
    for (chance, place), group in best:
        candidate = group[place]
        if chance < (SPOKEN if _is_spoken(candidate) else LIKELY):
            continue
        if not any(_tells_again(candidate, other) for other in places.near(_around(candidate))):
            found.append(_attribution(candidate))
            places.add(found[-1], _around(candidate))
    return found


def _is_spoken(candidate: Candidate) -> bool:
    """Whether somebody who can speak says a clause, by a verb of saying: “27 people Y says are dead”."""
    clause = candidate.relation.startswith(("ccomp", "gap")) and reporting.is_saying(candidate.cue.lemma_)
    return clause and candidate.head is not None and can_speak(candidate.head)


def _around(told: Candidate | Attribution) -> list[Piece]:
    """Where the words of a candidate or an attribution lie, and its cue."""
    return [*told.pieces, *([told.cue_span] if told.cue_span is not None else [])]


def _tells_again(candidate: Candidate, other: Attribution) -> bool:
    """Whether a candidate reports the words of another attribution; not where one of them reports the other."""
    if other.cue is None or _reports(candidate.pieces, other.cue) or _reports(other.pieces, candidate.cue):
        return False
    in_marks = candidate.relation.startswith("run") or other.relation.startswith("run")
    pairs = [(one, two) for one in candidate.pieces for two in other.pieces]
    return any(_same(one, two) or (in_marks and _contains(one, two)) for one, two in pairs)


def _contains(one: Piece, other: Piece) -> bool:
    """Whether one of two spans lies within the other."""
    return _overlap(one, other) == min(one[1] - one[0], other[1] - other[0])


def _reports(pieces: tuple[Piece, ...] | list[Piece], cue: Token) -> bool:
    return any(start <= cue.idx < end for start, end in pieces)


def _chance(entry: tuple[tuple[float, int], list[Candidate]]) -> float:
    return entry[0][0]


def _attribution(candidate: Candidate) -> Attribution:
    return Attribution(
        list(candidate.pieces), candidate.cue_span, candidate.cue, candidate.source, candidate.head, candidate.relation
    )


def _by_place(groups: list[tuple[list[Candidate], list[float]]]) -> Places[tuple[float, Candidate]]:
    """The candidates with their chances, by where their words lie."""
    places: Places[tuple[float, Candidate]] = Places()
    for group, chances in groups:
        for chance, candidate in zip(chances, group, strict=True):
            if chance >= BESIDE_MARKS:
                places.add((chance, candidate), candidate.pieces)
    return places


def _beside(text: str, run: marks.Run, chances: Places[tuple[float, Candidate]], found: list[Attribution]) -> None:
    """Gives a run that no likely candidate covers to the likeliest cue beside it, in place of what that cue had."""
    if text.endswith(SO_CALLED, 0, run.start):
        return
    short = marks.words(text[run.start : run.end]) <= SHORT
    covering = [
        (chance, candidate)
        for chance, candidate in chances.near([(run.start, run.end)])
        if chance >= (LIKELY if short and not reporting.is_saying(candidate.cue.lemma_) else BESIDE_MARKS)
        and _covers(candidate.pieces, run)
        and not run.start <= candidate.cue.idx < run.end
        and not _does_something_else(candidate)
    ]
    if not covering:
        return
    candidate = max(covering, key=lambda entry: entry[0])[1]
    holder = next((other for other in found if other.cue is not None and other.cue.i == candidate.cue.i), None)
    if holder is None:
        found.append(_attribution(candidate))
    else:
        apart = [piece for piece in holder.pieces if not any(_overlap(piece, other) for other in candidate.pieces)]
        holder.pieces = sorted({*apart, *candidate.pieces})


def _does_something_else(candidate: Candidate) -> bool:
    """Whether the sentence after a quotation tells what its subject did or does: ““Nothing.” He declined to run”."""
    deeds = (c for c in candidate.cue.children if c.dep_ == "xcomp" and c.i > candidate.cue.i)
    return candidate.relation.startswith("run<<") and any(t.tag_ == "TO" for deed in deeds for t in deed.lefts)


def _part_neighbours(doc: Doc, found: list[Attribution]) -> None:
    """Ends reported words where the same source goes on with another verb: “said X and called Z …”."""
    same = defaultdict(list)
    for one in found:
        if one.head is not None:
            same[one.head.i].append(one)
    for one, other in (pair for group in same.values() for pair in permutations(group, 2)):
        if other.cue is not None and other.cue_span is not None:
            cue = other.cue_span[0]
            if one.cue_span is not None and one.cue_span[0] < cue:
                one.pieces = [
                    _ended(doc, piece, other.cue) if piece[0] < cue < piece[1] else piece for piece in one.pieces
                ]


def _end_reports(doc: Doc, runs: list[marks.Run], found: list[Attribution]) -> None:
    """Ends each indirect statement where its narrator, or another source, goes on."""
    vouched = [a for a in found if a.relation.startswith("according")]
    places: Places[Attribution] = Places()
    for one in vouched:
        places.add(one, one.pieces)
    text = parser.text_of(doc)
    for one in found:
        if one.relation.startswith(("run", "according", "colon", "host", "tail", "sentence<")) or not one.pieces:
            continue
        one.pieces[-1] = ended(doc, one.pieces[-1], runs)
        others = [a for a in places.near(one.pieces[-1:]) if not _same_source(a, one)]
        for piece in (piece for other in others for piece in other.pieces):
            one.pieces[-1] = before(doc, text, one.pieces[-1], piece)


def _apart(doc: Doc, runs: list[marks.Run], found: list[Attribution]) -> list[Attribution]:
    """The attributions without the programmes that they are told to, and what others remark within them.

    A remark covers the clause it stands in: of “X, Y said, and, as Z notes, W” only W.
    """
    text = parser.text_of(doc)
    named = [run for run in marks.runs(text) if run not in set(runs)]
    for one in found:
        if named and one.cue is not None and one.cue.lemma_ == "tell":
            one.pieces = [kept for piece in one.pieces if (kept := past_programme(text, piece, named))]
    remarks = [(one, one.cue.sent, told) for one in found if one.cue is not None and (told := comment(one.cue))]
    for remark, sentence, told in remarks:
        start, end = sentence.start_char, sentence.end_char
        remark.pieces = [kept for piece in remark.pieces if (kept := past_comment(piece, told))]
        for other in (one for one in found if one is not remark):
            other.pieces = [
                kept
                for piece in other.pieces
                if (kept := piece if piece[1] <= start or piece[0] >= end else before_comment(text, piece, told))
            ]
    return [one for one in found if one.pieces]


def _same_source(one: Attribution, other: Attribution) -> bool:
    return one.head is not None and other.head is not None and one.head.i == other.head.i


def _ended(doc: Doc, piece: Piece, cue: Token) -> Piece:
    """A piece cut before the clause of a later cue, with its conjunction and comma."""
    end = cue.i
    while (
        end > 0
        and (doc[end - 1].head == cue or doc[end - 1].dep_ == "cc" or doc[end - 1].is_punct)
        and doc[end - 1].i > 0
    ):
        if doc[end - 1].text in ("”", '"', "''", "’"):
            break
        end -= 1
    stop = doc[end - 1].idx + len(doc[end - 1])
    return (piece[0], stop) if stop > piece[0] else piece


def _uncovered(runs: list[marks.Run], found: list[Attribution]) -> list[marks.Run]:
    """The runs that no attribution has, those apart that are reported within them (“they say …”)."""
    places: Places[Attribution] = Places()
    for one in found:
        places.add(one, one.pieces)
    near = ((run, places.near([(run.start, run.end)])) for run in runs)
    return [run for run, those in near if not any(not _is_within(a, run) and _covers(a.pieces, run) for a in those)]


def _is_within(attribution: Attribution, run: marks.Run) -> bool:
    return attribution.cue_span is not None and run.start <= attribution.cue_span[0] < run.end


def _covers(pieces: tuple[Piece, ...] | list[Piece], run: marks.Run) -> bool:
    return 2 * sum(_overlap(piece, (run.start, run.end)) for piece in pieces) >= run.end - run.start


def _running_on(text: str, run: marks.Run, last: Attribution) -> Attribution | None:
    """The attribution that a run without a cue continues: `last`, that of the words in marks before it.

    Within a paragraph any run but a short one goes on; in the next paragraph only one that was left open or that is the
    whole paragraph.
    """
    between = text[max(last.pieces)[1] : run.start]
    if "\n" in between.strip(" ") and not (run.continues or (not between.strip() and whole_paragraph(text, run))):
        return None
    if not _begins_sentence(text, run) and marks.words(text[run.start : run.end]) <= SHORT:
        return None
    return Attribution([(run.start, run.end)], last.cue_span, last.cue, last.source, last.head, runs_on_from=last)


def _has_marks(text: str, attribution: Attribution) -> bool:
    return any(marks.MARK.match(text, start) for start, _ in attribution.pieces)


def _begins_sentence(text: str, run: marks.Run) -> bool:
    before = text[max(0, run.start - NEAR) : run.start]
    ended = before.rstrip()
    return not ended or ended[-1] in ".!?…”\"’':" or "\n" in before[len(ended) :]


def whole_paragraph(text: str, run: marks.Run) -> bool:
    """Whether a run is all of its paragraph."""
    before = text[max(0, run.start - NEAR) : run.start].rstrip(" ")
    after = text[run.end : run.end + NEAR].lstrip(" ")
    return (not before or before[-1] == "\n") and (not after or after[0] == "\n")


def _left_over(text: str, run: marks.Run) -> Attribution:
    """A run nobody is given as having said: scare quotes when short or a title, else a quotation without source."""
    inner = text[run.inner_start : run.inner_end]
    short = marks.words(inner) <= SHORT and not is_sentence(text, run)
    return Attribution([(run.start, run.end)], scare=short or marks.is_title(inner))


def is_sentence(text: str, run: marks.Run) -> bool:
    """Whether the words in marks look said, not just named: longer than a phrase, or a sentence of their own."""
    inner = text[run.inner_start : run.inner_end]
    return marks.words(inner) > SHORT or (inner[:1].isupper() and inner[-1:] in ".!?,")


def _same(one: Piece, other: Piece) -> bool:
    shared = _overlap(one, other)
    return shared > SAME * (one[1] - one[0] + other[1] - other[0] - shared)


def _overlap(one: Piece, other: Piece) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
