"""Where the words of an indirect statement end and the narrator goes on.

A reported clause is over at “…, and the army advanced” (a further clause with a subject of its own), at “…, which has
killed ten” (a relative clause set off by a comma), at a relative clause that somebody else vouches for (“…, according
to the ministry”), and at “…, his latest threat” (a remark of the narrator's). Words in quotation marks are never cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate import marks
from samestory.annotate.quotes.layout import Piece
from samestory.annotate.quotes.places import runs_within

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RELATIVES = {"WDT", "WP", "WP$", "WRB"}
BACKSHIFTED = {"would", "could", "should", "might", "had"}
PRONOUNS = {"he", "she", "they", "it", "we", "i"}
JOINING = {"and", "but", "while", "as"}
RANKED = known.words("words of a remark that ranks")


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
