"""Which clauses tell an act of harm, by the sourced list `data/harm.csv`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samestory.annotate.clauses.grammar import child, preposition
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT_VERBS = set("carry conduct commit launch mount perpetrate stage unleash wage execute".split())
AGAINST = {"on", "against", "upon", "of", "into"}


@lru_cache(maxsize=1)
def terms() -> dict[str, dict[str, frozenset[str]]]:
    """The terms of `data/harm.csv` by kind (verb, undergo, state, event), each with the objects that rule harm out."""
    table = known.table("harm.csv", ["term", "kind", "act", "not_with", "source"])
    found: dict[str, dict[str, frozenset[str]]] = {"verb": {}, "undergo": {}, "state": {}, "event": {}}
    for term, kind, excluded in zip(table["term"], table["kind"], table["not_with"].fillna(""), strict=True):
        found[kind][term] = frozenset(excluded.split())
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

    A verb with other senses (strike, hit, beat) needs a target, none of those the list rules out ("strike a deal").
    """
    excluded = terms()["verb"].get(verb.lemma_.lower())
    if excluded is None:
        return struck_by(verb) is not None
    return not excluded or (target is not None and target.lemma_.lower() not in excluded)


def struck_by(verb: Token) -> Token | None:
    """The event noun of a light verb ("launch an attack", "wage war"); None where the verb is none."""
    noun = child(verb, "obj", "nsubj:pass") if verb.lemma_.lower() in LIGHT_VERBS else None
    return noun if is_event(noun) else None


def against(verb: Token) -> Token | None:
    """Whom an event told with a light verb is directed at ("launched strikes on Iran")."""
    event = struck_by(verb)
    places = [*event.children, *verb.children] if event is not None else []
    return next((c for c in places if c.dep_ in ("nmod", "obl") and preposition(c) in AGAINST), None)
