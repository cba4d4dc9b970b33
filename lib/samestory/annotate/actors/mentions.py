"""Mentions without a name: titles ("the Israeli leader"), pronouns and bodies of a country, where they are safe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate.actors import lookup
from samestory.annotate.actors.forms import Words
from samestory.annotate.actors.names import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LEADERS = {
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "supreme leader",
    "emir",
    "chief executive",
}
PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
GENDERS = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "king": "m",
    "prince": "m",
    "spokesman": "m",
    "congressman": "m",
    "chairman": "m",
} | {
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "lady": "f",
    "dame": "f",
    "queen": "f",
    "princess": "f",
    "spokeswoman": "f",
    "congresswoman": "f",
}
QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?")


class Mention(NamedTuple):
    """A mention of a person: token numbers, the person's fullest name, how it is mentioned."""

    start: int
    end: int
    actor: str
    mention: str


def titles(doc: Doc, found: list[Name], fullest: dict[Words, str]) -> Iterator[Mention]:
    """Titles that stand for one person of the article: "the US president", "Israel’s leader", "the minister".

    Safe only where exactly one person here bears that title, of that country if one is named.
    """
    held = {(fullest[name.words], name.title, name.country) for name in found if name.title}
    covered = {i for name in found for i in range(name.described, name.end)}
    for token in doc:
        if token.lower_ in _heads() and token.i not in covered and token.dep_ not in ("compound", "appos", "flat"):
            phrase = _title_phrase(token)
            bearers = {actor for actor, title, country in held if phrase and _bears(phrase, title, country)}
            if phrase and len(bearers) == 1:
                yield Mention(phrase.start, token.i + 1, bearers.pop(), "title")


@lru_cache(maxsize=1)
def _heads() -> set[str]:
    return {title.split()[-1] for title in lookup.load().titles if len(title) > 3}


class _Phrase(NamedTuple):
    start: int
    title: str
    country: str | None


def _title_phrase(token: Token) -> _Phrase | None:
    """A definite phrase that ends in a title; None where it is indefinite or goes on ("the president of …")."""
    left = [
        c
        for c in token.lefts
        if c.dep_ in ("det", "nmod:poss", "compound", "amod", "nmod") or c.pos_ in ("ADJ", "PROPN")
    ]
    definite = any(c.lower_ == "the" or (c.dep_ == "nmod:poss" and lookup.country(c.text)) for c in left)
    if not definite or any(c.dep_ in ("nmod", "appos", "flat") and c.i > token.i for c in token.children):
        return None
    start = min(c.left_edge.i for c in left)
    inside = token.doc[start : token.i + 1]
    words = [t.lower_ for t in inside if not t.is_punct and t.lower_ not in ("the", "’s", "'s")]
    known = [" ".join(words[i:]) for i in range(len(words)) if " ".join(words[i:]) in lookup.load().titles]
    rest = [w for w in words if w not in (known[0].split() if known else [])]
    country = lookup.first_country(inside)
    if not known or (rest and country is None):
        return None
    return _Phrase(start, known[0], country)


def _bears(phrase: _Phrase, title: str, country: str | None) -> bool:
    same = title == phrase.title or (phrase.title == "leader" and title in LEADERS)
    return same and (phrase.country is None or country == phrase.country)


def pronouns(doc: Doc, people: list[Mention], genders: dict[str, str]) -> Iterator[Mention]:
    """He, she, his and her, where only one person can be meant.

    That is the one person named before it in its sentence; else the one person in the sentence before it, or that
    sentence's subject. Pronouns inside quotation marks are left alone, and nobody is both he and she.
    """
    quoted = [m.span() for m in QUOTED.finditer(doc.text)]
    sentences = list(doc.sents)
    known = sorted(people)
    for number, sentence in enumerate(sentences):
        for token in sentence:
            gender = PRONOUNS.get(token.lower_)
            if gender is None or any(start <= token.idx < end for start, end in quoted):
                continue
            before = sentences[number - 1] if number else None
            actor = _meant(token, sentence, before, known, {a: g for a, g in genders.items() if g != gender})
            if actor:
                genders.setdefault(actor, gender)
                known.append(Mention(token.i, token.i + 1, actor, "pronoun"))
                yield known[-1]


def _meant(
    token: Token, sentence: Span, before: Span | None, people: list[Mention], excluded: dict[str, str]
) -> str | None:
    here = _within(people, sentence.start, token.i, excluded)
    if here or before is None:
        return here.pop() if len(here) == 1 else None
    previous = _within(people, before.start, before.end, excluded)
    if len(previous) == 1:
        return previous.pop()
    subject = next((c for c in before.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    own = _within(people, subject.left_edge.i, subject.i + 1, excluded) if subject is not None else set()
    return own.pop() if len(own) == 1 and token.dep_.startswith("nsubj") else None


def _within(people: list[Mention], start: int, end: int, excluded: dict[str, str]) -> set[str]:
    return {m.actor for m in people if start <= m.start and m.end <= end and m.actor not in excluded}
