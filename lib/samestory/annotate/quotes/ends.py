"""Where the words of an indirect statement end and the narrator goes on.

A reported clause is over at “…, and the army advanced” (a further clause with a subject of its own), at “…, which has
killed ten” (a relative clause set off by a comma), at a relative clause that somebody else vouches for (“…, according
to the ministry”), at “…, and, as the paper notes, …” (what another remarks), and at “…, his latest threat” (a remark of
the narrator's). It begins behind the programme it is told to. Words in quotation marks are never cut.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate import marks
from samestory.annotate.quotes.layout import Piece
from samestory.annotate.quotes.places import runs_within
from samestory.calendar import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVES = {"WDT", "WP", "WP$", "WRB"}
BACKSHIFTED = {"would", "could", "should", "might", "had"}
PRONOUNS = {"he", "she", "they", "it", "we", "i"}
JOINING = {"and", "but", "while", "as"}
RANKED = known.words("words of a remark that ranks")
OWNER = re.compile(r"(?:the )?(?:[\w.&-]+ )?(?:[\w.&-]+[’']s? )?", re.IGNORECASE)
DAYS = "|".join((*WEEKDAYS, "morning", "evening", "night", "week", "month", "year"))
WHEN = re.compile(rf"(?:,? (?:(?:on|in|late|early|last|this|earlier) )*(?:{DAYS}))*", re.IGNORECASE)


def ended(doc: Doc, piece: Piece, runs: list[marks.Run]) -> Piece:
    """A piece of indirect speech without what its narrator adds after a comma."""
    start, end = piece
    tokens = doc.char_span(start, end, alignment_mode="expand")
    if tokens is None:
        return piece
    commas = (t for t in tokens if t.text == "," and t.i > tokens.start + 2 and t.i + 1 < tokens.end)
    last = max((run.end for run in runs_within(runs, start, end)), default=start)
    free = (t for t in commas if t.idx >= last)
    cut = next((t for t in free if _goes_on(t, tokens.start, tokens.end)), None)
    return piece if cut is None else (start, cut.idx)


def before(doc: Doc, text: str, piece: Piece, vouched: Piece) -> Piece:
    """A piece without the relative clause at its end, or what follows a comma, that somebody else vouches for."""
    first = doc.char_span(*vouched, alignment_mode="expand")
    held = text[piece[0] : vouched[0]].rstrip()
    if first is None or not (piece[0] < vouched[0] and vouched[1] <= piece[1]):
        return piece
    apart = held.endswith(",") or first[0].tag_ in RELATIVES or first[0].lower_ == "that"
    return (piece[0], piece[0] + len(held.removesuffix(","))) if apart and held else piece


def past_programme(text: str, piece: Piece, named: list[marks.Run]) -> Piece | None:
    """A piece of what is told without the programme it is told to: “Z’s “Morning” show on Friday” before “that …”.

    `named` are the marks that name programmes and works. None where nothing else is told.
    """
    start, end = piece
    first = next((run for run in named if start <= run.start and run.end <= end), None)
    if first is None or not OWNER.fullmatch(text, start, first.start):
        return piece
    shown = marks.SHOWS.match(text, first.end, end)
    when = WHEN.match(text, shown.end() if shown else first.end, end)
    begins = when.end() if when else first.end
    begins += len(text[begins:end]) - len(text[begins:end].lstrip(" ,"))
    return (begins, end) if re.search(r"\w", text[begins:end]) else None


def comment(cue: Token) -> tuple[int, int] | None:
    """Where a remark behind *and* stands, from that word to past its comma: “and, as Z notes,”; else None."""
    doc, first = cue.doc, next((c.i for c in cue.lefts if c.lower_ == "as"), 0)
    if first < cue.sent.start + 2:
        return None
    joining = first - 2 if doc[first - 1].text == "," else first - 1
    closed = next((t.i for t in doc[cue.i : cue.sent.end] if t.text == ","), None)
    if doc[joining].dep_ != "cc" or closed is None or closed > cue.i + 3 or closed + 1 == cue.sent.end:
        return None
    return doc[joining].idx, doc[closed + 1].idx


def past_comment(piece: Piece, told: tuple[int, int]) -> Piece | None:
    """The part of a piece behind a remark that stands in it or follows it; None where there is none."""
    return None if piece[1] <= told[1] else (max(piece[0], told[1]), piece[1])


def before_comment(text: str, piece: Piece, told: tuple[int, int]) -> Piece | None:
    """The part of a piece before the clause that another remarks on; None where there is none."""
    if piece[1] <= told[0] or told[1] < piece[0]:
        return piece
    held = text[piece[0] : told[0]].rstrip(" ,")
    return (piece[0], piece[0] + len(held)) if held else None


def _goes_on(comma: Token, start: int, end: int) -> bool:
    """Whether the narrator goes on after a comma, in a piece from `start` up to `end`."""
    after = comma.nbor(1)
    if after.tag_ in RELATIVES:
        clause = next((t for t in (after, *after.ancestors) if t.dep_ == "acl:relcl"), None)
        return clause is not None and clause.head.i < comma.i and clause.right_edge.i >= end - 2
    if after.lower_ in JOINING and after.dep_ == "cc":
        return _has_subject_of_its_own(after.head, comma)
    if after.lower_ == "while" and after.dep_ == "mark" and after.head.head.i < start:
        return any(c.dep_ == "nsubj" and c.lower_ not in PRONOUNS for c in after.head.children)
    rest = comma.doc[comma.i + 1 : end]
    ranked = after.tag_ in ("PRP$", "DT") and rest[1:2].text.lower() in RANKED
    return ranked and not any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in rest)


def _has_subject_of_its_own(verb: Token, comma: Token) -> bool:
    """Whether a clause after *and* is told by the narrator: with a noun as subject, and no *that* or shifted tense."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i > comma.i), None)
    if verb.dep_ not in ("conj", "parataxis") or subject is None or subject.lower_ in PRONOUNS:
        return False
    return not any(c.dep_ == "mark" or c.lower_ in BACKSHIFTED for c in verb.children)
