"""Who the article is about: people, organisations, places and peoples, with every mention of each.

An actor goes by its fullest name in this article; surnames, titles and pronouns are traced to it where that is safe,
and left out where it is not. Nothing is identified from outside the article: that is for `compare.actors`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.actors import genders, headlines, lookup, mentions, people, pronouns
from samestory.annotate.actors.forms import Words
from samestory.annotate.actors.mentions import Mention
from samestory.annotate.actors.names import Name, kinds, names
from samestory.corpus.parser import REMEMBERED, parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COLUMNS = {"actor": "str", "kind": "str", "mention": "str", "reached": "str", "descriptor": "str"}
LONGEST_APPOSITION = 16


def actors(articles: pd.DataFrame, *, pipeline: str = "") -> pd.DataFrame:
    """The mentions of actors in the articles as spans of the bare name, title phrase or pronoun.

    Columns: `actor` (its fullest name in this article); `kind` (person, organisation, place, people; missing where
    nothing tells); `mention` (name, title, pronoun); `reached`, how surely the mention is that actor (`named` here by
    its name, or by `surname` or first name alone, `title`, `pronoun`; missing for a people or body that goes by its
    description); `descriptor` (title before a name, apposition or clause with who after it; for a title the words
    themselves). Spans may lie in one another ("Israel" in "Israel’s prime minister").
    """
    return spans.table(articles, lambda text: find(text, pipeline), COLUMNS, overlap=True)


def find(text: str, pipeline: str = "") -> tuple[dict, ...]:
    """The mentions of actors in one text, as rows of the span table."""
    return _rows(parse(text, pipeline))


@lru_cache(maxsize=REMEMBERED)
def _rows(doc: Doc) -> tuple[dict, ...]:
    """The rows of one parse, remembered: speakers are told by them, too."""
    return tuple(_mentions(doc))


class _Cast(NamedTuple):
    """The names of a parse, the fullest name of each, the kind of each fullest name, and who is meant by a title."""

    found: list[Name]
    full: dict[Name, str]
    kind_of: dict[str, str | None]
    titled: list[Mention]


@lru_cache(maxsize=REMEMBERED)
def _cast(doc: Doc) -> _Cast:
    """Whom a parse names, remembered: its mentions and its pronouns are both told by that."""
    found = list(headlines.without_strays(doc, names(doc)))
    kind = kinds(doc, found)
    full = people.fullest(found, kind)
    kind_of = _kind_of_actors(kind, full)
    titled = list(mentions.titles(doc, found, full))
    persons = {actor for actor, what in kind_of.items() if what == "person"}
    called = dict(people.with_bodies(doc, found, full, persons))
    theirs = {actor for name, actor in called.items() if full.get(name) != actor}
    return _Cast(list(called), called, kind_of | dict.fromkeys(theirs, "organisation"), titled)


def _mentions(doc: Doc) -> Iterator[dict]:
    found, full, kind_of, titled = _cast(doc)
    for name in found:
        mention = Mention(name.start, name.end, full[name], "name")
        alone = len(name.words) == 1 and kind_of[full[name]] in ("person", None)
        reached = "surname" if alone else "named"
        yield _row(doc, mention, kind_of, _descriptor(doc, name)) | {"reached": reached}
    for mention in titled:
        yield _row(doc, mention, kind_of, doc[mention.start : mention.end].text)
    for meant in antecedents(doc).values():
        if meant.who and meant.named:
            yield _row(doc, Mention(meant.start, meant.start + 1, meant.who, "pronoun"), kind_of, None)
    yield from bodies(doc)


@lru_cache(maxsize=REMEMBERED)
def antecedents(doc: Doc) -> dict[int, pronouns.Referent]:
    """Each *he* and *she* of the narrator, by token number, with the person it means: named, unnamed or open."""
    found, full, kind_of, titled = _cast(doc)
    people_ = [name for name in _persons(doc, found, full, kind_of) if not _names_a_thing(doc, name)]
    named = [(name.start, name.end, full[name]) for name in people_]
    named += [(mention.start, mention.end, mention.actor) for mention in titled]
    taken = {i for name in found for i in range(name.described, name.end)}
    return {meant.start: meant for meant in pronouns.pronouns(doc, named, _genders(found, full), taken)}


def _persons(doc: Doc, found: list[Name], full: dict[Name, str], kind_of: dict[str, str | None]) -> list[Name]:
    """The names that are a person's or may be one: one word of no kind only where it does something somewhere."""
    acting = {full[name] for name in found if doc[name.start : name.end].root.dep_ in pronouns.SUBJECTS}
    return [
        name
        for name in found
        if kind_of[full[name]] == "person"
        or (kind_of[full[name]] is None and (len(name.words) > 1 or full[name] in acting))
    ]


def _names_a_thing(doc: Doc, name: Name) -> bool:
    """Whether a name only tells which thing is meant: “the Berg administration”, “Berg supporters”."""
    head = doc[name.start : name.end].root
    return head.dep_ == "compound" and head.head.i >= name.end and head.head.pos_ == "NOUN"


def _row(doc: Doc, mention: Mention, kind_of: dict[str, str | None], descriptor: str | None) -> dict:
    span = doc[mention.start : mention.end]
    row = {"start": span.start_char, "end": span.end_char, "actor": mention.actor, "mention": mention.mention}
    return row | {"kind": kind_of[mention.actor], "reached": mention.mention, "descriptor": descriptor}


def _kind_of_actors(kind: dict[Words, str | None], full: dict[Name, str]) -> dict[str, str | None]:
    """The kind of an actor: that of its fullest name, else of any name it has."""
    found: dict[str, str | None] = {}
    for name in sorted(full, key=lambda name: len(name.words)):
        found[full[name]] = kind[name.words] or found.get(full[name])
    return found


def _genders(found: list[Name], full: dict[Name, str]) -> dict[str, str]:
    """The gender of each actor that a title before its name tells, else its first name."""
    titled = {full[name]: gender for name in found if (gender := genders.of_word(name.title))}
    first = {actor: gender for actor in full.values() if (gender := genders.of_name(actor))}
    return first | titled


def _descriptor(doc: Doc, name: Name) -> str | None:
    """What the article says a name is: the words before it with a title in them, else its apposition."""
    if name.described < name.start:
        return doc[name.described : name.start].text.strip()
    head = doc[name.start : name.end].root
    apposed = next((c for c in head.children if c.dep_ == "appos" and c.i >= name.end), None)
    if apposed is None or apposed.pos_ == "PROPN":
        clauses = (c for c in head.children if c.dep_ == "acl:relcl")
        apposed = next((c for c in clauses if any(left.lower_ == "who" for left in c.lefts)), None)
    if apposed is None or apposed.left_edge.i < name.end:
        return None
    words = doc[apposed.left_edge.i : apposed.right_edge.i + 1]
    return words.text.strip(" ,—–-\n") if len(words) <= LONGEST_APPOSITION else None


def bodies(doc: Doc) -> Iterator[dict]:
    """Bodies and members of a country without a name: "the Israeli military", "US officials", "Qatari mediators"."""
    for token in doc:
        kind = lookup.load().collectives.get(token.lower_)
        country = _country_before(token) if kind else None
        if country is not None:
            start = country.left_edge if country.dep_ != "nmod:poss" else country
            text = doc[start.i : token.i + 1]
            row = {"start": text.start_char, "end": text.end_char, "actor": text.text, "kind": kind}
            reached = "named" if kind == "organisation" else None
            yield row | {"mention": "title", "reached": reached, "descriptor": text.text}


def _country_before(token: Token) -> Token | None:
    """The demonym or country that modifies a collective noun directly."""
    nearby = (c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod", "nmod:poss") and token.i - c.i <= 4)
    return next((c for c in nearby if lookup.country(c.text)), None)
