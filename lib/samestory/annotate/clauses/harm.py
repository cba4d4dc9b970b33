"""Which clauses tell an act of harm, by the sourced list `data/harm.csv`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate.clauses.grammar import child, preposition
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT_VERBS = set("carry conduct commit launch mount perpetrate stage unleash wage execute".split())
AGAINST = {"on", "against", "upon", "of", "into"}


class Term(NamedTuple):
    """A term of `data/harm.csv` with the objects that make it one of harm, or rule harm out."""

    only_with: frozenset[str]
    not_with: frozenset[str]


@lru_cache(maxsize=1)
def terms() -> dict[str, dict[str, Term]]:
    """The terms of `data/harm.csv` by kind: verb, undergo, state, event."""
    table = known.table("harm.csv", ["term", "kind", "act", "only_with", "not_with", "source"]).fillna("")
    found: dict[str, dict[str, Term]] = {"verb": {}, "undergo": {}, "state": {}, "event": {}}
    for row in table.itertuples(index=False):
        found[row.kind][row.term] = Term(frozenset(row.only_with.split()), frozenset(row.not_with.split()))
    return found


def is_event(noun: Token | None) -> bool:
    """Whether a noun names an event that can harm (attack, campaign, war), not someone who acts."""
    return noun is not None and noun.pos_ in ("NOUN", "VERB") and noun.lemma_.lower() in terms()["event"]


def undergoes(verb: Token) -> bool:
    """Whether a verb tells what becomes of its subject, with nobody acting (die, perish)."""
    return verb.lemma_.lower() in terms()["undergo"]


def is_state(predicate: Token) -> bool:
    """Whether a predicate after *be* is a state of harm (dead, wounded, displaced)."""
    return predicate.lemma_.lower() in terms()["state"] or predicate.lower_ in terms()["state"]


def is_harm(verb: Token, target: Token | None) -> bool:
    """Whether a verb with this target is an act of harm.

    A verb with other senses (strike, hit, beat) needs a target, none of those the list rules out ("strike a deal"); one
    that is harm only with some objects needs one of them ("take hostages", "taken captive").
    """
    term = terms()["verb"].get(verb.lemma_.lower())
    if term is None:
        return struck_by(verb) is not None
    if term.only_with:
        nouns = [*verb.rights] if target is None else [target, *verb.rights]
        return any(_is_one_of(noun, term.only_with) for noun in nouns)
    return not term.not_with or (target is not None and not _is_one_of(target, term.not_with))


def _is_one_of(noun: Token, words: frozenset[str]) -> bool:
    """Whether a noun is one of the words, in the singular or plural (also where a capital hides its lemma)."""
    return noun.lemma_.lower() in words or noun.lower_.removesuffix("s") in words


def struck_by(verb: Token) -> Token | None:
    """The event noun of a light verb ("launch an attack", "wage war"); None where the verb is none."""
    noun = child(verb, "obj", "nsubj:pass") if verb.lemma_.lower() in LIGHT_VERBS else None
    return noun if is_event(noun) else None


def against(verb: Token) -> Token | None:
    """Whom an event told with a light verb is directed at ("launched strikes on Iran")."""
    event = struck_by(verb)
    places = [*event.children, *verb.children] if event is not None else []
    return next((c for c in places if c.dep_ in ("nmod", "obl") and preposition(c) in AGAINST), None)
