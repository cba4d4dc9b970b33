"""What was done to those a figure counts (`data/acts.csv`): killed, taken, held, displaced.

The participle or adjective that hangs on them (captives taken, 300 dead), the verb whose object or subject they are, or
what the noun itself says (49 deaths), in that order.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from samestory.annotate.figures.ages import PERSON
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
STATES = ("held", "displaced", "evacuated")  # captives and refugees may also be taken, freed, killed
HELPING = ("AUX", "ADV", "PART")
UNDERGOING = ("obj", "nsubj:pass", "nsubj", "obl", "conj", "nmod", "appos")


@lru_cache(maxsize=1)
def _acts() -> dict[tuple[str, str], tuple[str, bool]]:
    rows = known.table("acts.csv", ["lemma", "pos", "act", "done_to", "source"])
    return {
        (lemma, pos): (act, done_to == "people")
        for lemma, pos, act, done_to in rows[["lemma", "pos", "act", "done_to"]].itertuples(index=False)
    }


def act(noun: "Token | None", amount: "Token | None") -> str | None:
    """The act for a figure, from the noun it counts (or the number itself where the noun is left out)."""
    own = _acts().get((noun.lemma_.lower(), "noun")) if noun is not None else None
    if own and own[0] not in STATES:
        return own[0]
    elided = noun is None or (amount is not None and noun.i < amount.i)
    heads = [token for token in ((amount, noun) if elided else (noun, amount)) if token is not None]
    ways = (_on, _above, _itself)
    pairs = (
        [(head, way) for head in heads for way in ways] if elided else [(head, way) for way in ways for head in heads]
    )
    whose = noun if noun is not None else amount
    return next((act for head, way in pairs for token in way(head) if (act := _named(token, whose))), None)


def _named(token: "Token", head: "Token | None") -> str | None:
    found = _acts().get((token.lemma_.lower(), POS.get(token.pos_, "")))
    if found is None:
        return None
    act, people = found
    passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.children) or (
        token.dep_ == "acl" and token.tag_ == "VBN"
    )
    return act if not people or passive or (head is not None and _people(head)) else None


def _people(head: "Token") -> bool:
    words = {head.lemma_.lower(), head.lower_}
    held = _acts().get((head.lemma_.lower(), "noun"), ("", False))[0] in ("held", "killed", "dead")
    return bool(words & PERSON) or held or (head.pos_ == "PROPN" and head.lower_.endswith("s"))


def _above(head: "Token") -> Iterator["Token"]:
    """The verb or adjective the figure is subject or object of; through `and` and `including` upwards."""
    token = head
    for _ in range(4):
        if token.dep_ not in UNDERGOING and not token.dep_.startswith("nummod"):
            return
        token = token.head
        if token.pos_ in ("VERB", "AUX", "ADJ"):
            yield token
            return


def _on(head: "Token") -> Iterator["Token"]:
    """Participles and relative clauses on the noun, and adjectives: captives taken, people who died, 27 dead."""
    if head.pos_ == "NUM":
        yield from islice((token for token in head.doc[head.i + 1 : head.sent.end] if token.pos_ not in HELPING), 1)
    if head.dep_ == "obj":
        yield from (
            child for child in head.head.children if child.dep_ == "xcomp" and child.pos_ == "ADJ" and child.i > head.i
        )
    for child in head.children:
        if child.dep_.startswith("acl") or (child.dep_ in ("amod", "xcomp") and child.pos_ in ("ADJ", "VERB")):
            yield child
            yield from (inner for inner in child.children if inner.dep_ in ("ccomp", "xcomp"))


def _itself(head: "Token") -> Iterator["Token"]:
    yield head
    yield from (child for child in head.children if child.dep_ in ("compound", "nmod") and child.i < head.i)
