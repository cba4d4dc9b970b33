"""Mentions by title ("the Israeli leader", "the minister"), where they are safe."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from samestory import known
from samestory.annotate.actors import lookup
from samestory.annotate.actors.names import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTIES = known.words("adjectives of parties")
LEADERS = known.words("titles of leaders")
OF_ANOTHER = known.words("words that make an office another one")  # a vice presidential nominee is not the nominee


class Mention(NamedTuple):
    """A mention of a person: token numbers, the person's fullest name, how it is mentioned."""

    start: int
    end: int
    actor: str
    mention: str


def titles(doc: Doc, found: list[Name], fullest: dict[Name, str]) -> Iterator[Mention]:
    """Titles that stand for one person of the article: "the US president", "Israel’s leader", "the minister".

    Safe only where exactly one person here bears that title, of that country if one is named.
    """
    held = {(fullest[name], title, name.country) for name in found for title in _titles_of(doc, name)}
    covered = {i for name in found for i in range(name.described, name.end)}
    for token in doc:
        if token.lower_ in _heads() and token.i not in covered and token.dep_ not in ("compound", "appos", "flat"):
            phrase = _title_phrase(token)
            bearers = {actor for actor, title, country in held if phrase and _bears(phrase, title, country)}
            if phrase and len(bearers) == 1:
                yield Mention(phrase.start, token.i + 1, bearers.pop(), "title")


def _titles_of(doc: Doc, name: Name) -> Iterator[str]:
    """The titles a name stands with: before it, or as its apposition ("Kari Berg, the mayor of Oslo").

    Not one that a word before it makes another office: “vice presidential nominee”.
    """
    before = {token.lower_ for token in doc[name.described : name.start]}
    if name.title and not before & OF_ANOTHER - set(name.title.split()):
        yield name.title
    apposed = (c for c in doc[name.start : name.end].root.children if c.dep_ == "appos" and c.i >= name.end)
    yield from (title for c in apposed if c.pos_ == "NOUN" and (title := lookup.load().titles.get(c.lower_)))


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
    titles = lookup.load().titles
    known = [" ".join(words[i:]) for i in range(len(words)) if " ".join(words[i:]) in titles]
    rest = [w for w in words if w not in (known[0].split() if known else [])]
    country = lookup.first_country(inside)
    if not known or (country is None and not PARTIES.issuperset(rest)):
        return None
    return _Phrase(start, titles[known[0]], country)


def _bears(phrase: _Phrase, title: str, country: str | None) -> bool:
    same = title == phrase.title or (phrase.title == "leader" and title in LEADERS)
    return same and (phrase.country is None or country == phrase.country)
