"""Words in marks that a source gives to others: “Y said the men shouted “…”” tells no words of Y's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.clauses.grammar import antecedent, surface_subject
from samestory.annotate.marks import Run
from samestory.annotate.quotes.attributions import Attribution
from samestory.annotate.quotes.layout import Piece
from samestory.annotate.quotes.places import runs_within
from samestory.annotate.quotes.sources import heard, heard_saying

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

GROUNDS = known.words("prepositions of a ground")
MEANING = known.words("verbs of meaning")
NEAR = 12  # steps up the parse, from words in marks to the verb that governs them


def of_others(doc: Doc, runs: list[Run], attribution: Attribution) -> Iterator[tuple[Run, Token]]:
    """The words in marks within reported ones that somebody else is told there to have said, with the verb for it.

    The verb is one of saying, other than that of the source, and its subject names people: no pronoun that may be the
    source (“he said he had called it “a shame””), no letter of theirs. What such words mean (““…,” which translates to
    “…””) goes with them.
    """
    for start, end in attribution.pieces:
        last: tuple[Run, Token] | None = None
        for run in runs_within(runs, start, end):
            said = doc.char_span(run.inner_start, run.inner_end, alignment_mode="expand")
            verb = None if said is None else _saying_above(said, attribution, start, end)
            if verb is None and last is not None and _is_meant(doc, last[0], run):
                verb = last[1]
            last = (run, verb) if verb is not None and _is_of_others(verb) else None
            if last is not None:
                yield last


def closed_before(runs: list[Run], attribution: Attribution, told: Mapping[Piece, list[Attribution]]) -> Iterator[Run]:
    """The words in marks within reported ones behind which stands who said them: ““…,” Y said, according to X”.

    `told` are the attributions of the text by their pieces.
    """
    for start, end in attribution.pieces:
        for run in runs_within(runs, start, end):
            others = [one for one in told.get((run.start, run.end), []) if one.head != attribution.head]
            if any(one.head and one.cue_span and run.end <= one.cue_span[0] < end for one in others):
                yield run


def tells_of_another(attribution: Attribution) -> bool:
    """Whether a source only tells what another said: Y's words in ““…,” X recalled Y saying”, “X quotes Y: “…””."""
    cue = attribution.cue
    if cue is None or cue.pos_ != "VERB":
        return False
    heard_of = min(attribution.pieces)[0] < cue.idx and heard_saying(cue) is not None
    return heard_of or cue.lemma_.lower() == "quote" or _is_blamed_claim(attribution, cue)


def _is_blamed_claim(attribution: Attribution, verb: Token) -> bool:
    """Whether a clause tells the claim somebody is praised or blamed for: Y's in “slammed Y for his claims that …”."""
    start = min(attribution.pieces)[0]
    claims = (
        t
        for t in verb.subtree
        if verb.idx < t.idx < start and t.pos_ == "NOUN" and t.head in (verb, _child(verb, "obj", "nsubj:pass"))
    )
    blamed = _child(verb, "obj", "nsubj:pass") is not None and attribution.relation.startswith("ccomp")
    return blamed and any(_is_owned_claim(noun) for noun in claims)


def _is_owned_claim(noun: Token) -> bool:
    """Whether a noun names somebody's words as the ground of something: “for his claims”, “over Y's remark”."""
    grounds = any(c.dep_ == "case" and c.lower_ in GROUNDS for c in noun.lefts)
    return (
        grounds
        and _child(noun, "nmod:poss") is not None
        and dict(reporting.senses(noun.lemma_.lower(), "NOUN")).get("communication", 0) > 0.5
    )


def _child(token: Token, *labels: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def _is_meant(doc: Doc, one: Run, other: Run) -> bool:
    """Whether words in marks tell what those before them mean: only a verb of meaning stands between."""
    between = doc.char_span(one.end, other.start, alignment_mode="contract")
    return between is not None and any(t.lemma_.lower() in MEANING for t in between)


def _saying_above(said: Span, attribution: Attribution, start: int, end: int) -> Token | None:
    """The nearest verb of saying within what is reported that words in marks stand right behind, or hang on."""
    heard_of = None if attribution.cue is None else heard_saying(attribution.cue)
    if heard_of is not None and start <= heard_of.idx < said.start_char:
        return heard_of  # “recalled Y telling him, “…””
    before = said.doc[max(0, said.start - 2) : said.start]
    ancestors = islice(said.root.ancestors, NEAR)
    for above in (*(t for t in before if not t.is_punct), *ancestors):
        if above == attribution.cue:
            return None
        if above.pos_ == "VERB" and above.i < said.start and reporting.is_saying(above.lemma_):
            return above if start <= above.idx < end else None
    return None


def _is_of_others(verb: Token) -> bool:
    """Whether the subject of a verb names people: by a name, a noun or number for them, or *they*."""
    subject = heard(verb) or surface_subject(verb)
    if subject is None or any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children):
        return False
    who = antecedent(subject)
    if who.pos_ == "PRON":
        return who.lower_ == "they"
    return who.pos_ in ("PROPN", "NUM") or reporting.is_people(who.lower_)
