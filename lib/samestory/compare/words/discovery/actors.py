"""Two descriptions of one actor: what stands beside its name, or for it, in articles of different groups."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pandas as pd

from samestory.annotate import reporting
from samestory.compare.words.discovery.words import ABBREVIATIONS, Pair, Side, alike, content, head, plain

LONGEST = 9  # words; longer ones are sentences, not labels
BOTH, ONE, TITLES, NAMED = 0.85, 0.75, 0.4, 0.35  # how sure: both say more than an office, one does, neither, name only
CUT = re.compile(r"\s(?:who|whose|that|which|where|when|and|but|as|in an?|on)\s.*$|[,;:()\[\]—–“”\"].*$")
NO_LABEL = re.compile(r"\b(?:mr|mrs|ms|miss|dr|messrs|percent)\b|[\d%]", re.IGNORECASE)
SHORT = tuple(f"{word.title()}." for word in ABBREVIATIONS)
PLACED = re.compile(
    r"^(?:in|at|near|after|before|with|by|for|from|to|calling|elect|including|like|when|where|who|whose|which|that)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """What one article says of an actor: its fullest name there, where it is named, and its descriptions, each once."""

    name: str
    named: Side
    descriptions: dict[str, Side]


def described(actors: pd.DataFrame, pairs: pd.DataFrame) -> Iterator[Pair]:
    """Pairs of names or descriptions of the same actor in two articles of a story, from their tables of actors.

    `pairs` has the articles that tell one story (`story, article_a, article_b`). An actor is the same where its last
    name and, if both have one, its first initial agree. Two descriptions are paired, and a telling description on one
    side with the bare name on the other.
    """
    told = _told(actors[actors["kind"].eq("person")])
    for pair in pairs.itertuples():
        first, second = told.get(pair.article_a, {}), told.get(pair.article_b, {})
        for key in first.keys() & second.keys():
            if _one_person(first[key].name, second[key].name):
                yield from _of_one(pair.story, first[key], second[key])


def _of_one(story: str, first: Told, second: Told) -> Iterator[Pair]:
    """The pairs for one actor in two articles."""
    full = max(first.name, second.name, key=len)
    mine = [side for side in first.descriptions.values() if not _named(full, side.label)]
    theirs = [side for side in second.descriptions.values() if not _named(full, side.label)]
    for a, b in product(mine, theirs):
        if not (_says(first, b.label) or _says(second, a.label)):
            yield Pair(story, "apposition", full, a, b, _sure(a.label, b.label))
    for a, others in [(a, second) for a in mine] + [(b, first) for b in theirs]:
        if len(content(a.label)) > 1 and not _says(others, a.label):
            yield Pair(story, "apposition", full, a, others.named, NAMED)


def _says(told: Told, label: str) -> bool:
    """Whether an article has the label, or one like it, for an actor, besides any other: then it is no choice."""
    return any(alike(label, own) for own in told.descriptions)


def _told(persons: pd.DataFrame) -> dict[str, dict[str, Told]]:
    """For each article and person (by last name) what it says of them."""
    found: dict[str, dict[str, Told]] = {}
    for row in persons[persons["mention"].eq("name")].itertuples():
        named = Side(row.text, row.article_id, row.start, row.end)
        found.setdefault(row.article_id, {}).setdefault(_last(row.actor), Told(row.actor, named, {}))
    for row in persons[persons["descriptor"].notna()].itertuples():
        label = description(row.descriptor)
        person = found.get(row.article_id, {}).get(_last(row.actor))
        if label and person:
            person.descriptions.setdefault(label, Side(label, row.article_id, row.start, row.end))
    return found


def description(descriptor: str) -> str:
    """A descriptor as a label: without article, punctuation and what follows the noun phrase; empty if nothing is left.

    >>> description(", a Democrat from North Carolina, who was first elected in 1996")
    'Democrat from North Carolina'
    """
    if descriptor.lstrip().startswith(":"):
        return ""  # what a headline says of whom it names before a colon, or what somebody says
    text = CUT.sub("", plain(descriptor.strip(" ,;—–-(")))
    text = re.sub(r"^(?:an?|the|his|her|their|its)\s+", "", text, flags=re.IGNORECASE).strip(" ,")
    text = text if text.endswith(SHORT) else text.rstrip(".")
    refused = NO_LABEL.search(text) or PLACED.match(text) or len(text.split()) > LONGEST or not content(text)
    return "" if refused or not _is_person(text) else text


def _is_person(label: str) -> bool:
    """Whether the head of a label may name a person for what he or she is: not a nation beside a name, nor kin."""
    known_as = dict(reporting.senses(head(label), "NOUN"))
    return head(label) not in reporting.KIN and (not known_as or known_as.get("person", 0.0) > 0)


def _sure(a: str, b: str) -> float:
    """How sure two descriptions are: an office alone is soon another person's, or the stylebook's."""
    telling = sum(len(content(label)) > 1 for label in (a, b))
    return (TITLES, ONE, BOTH)[telling]


def _last(name: str) -> str:
    words = [word for word in name.split() if word not in {"Jr.", "Jr", "Sr.", "II", "III"}]
    return words[-1].casefold() if words else name.casefold()


def _one_person(name: str, other: str) -> bool:
    first, second = name.split(), other.split()
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]


def _named(full: str, *labels: str) -> bool:
    """Whether a label holds a part of the name itself."""
    parts = {part.casefold() for part in full.split()}
    return any(parts & set(label.casefold().split()) for label in labels)
