"""What the article says a speaker is: the title before the name or its apposition, as it stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.actors import lookup

COURTESIES = known.words("courtesies before a name")
# Where the words end that say what somebody is: of “a strategist at Lund Bank”, “the mayor, who is ill”.
FURTHER = re.compile(r"\s*[,(;–—].*|\s(?:of|at|in|for|from|with|on|to|and|who|whose|that|which)\s.*", re.DOTALL)
HALF = re.compile(r"\b[A-Z][\w’'-]+ (?:and|&) $")  # before words that go on a name
MARKED = frozenset('“”"‘')
AGED = re.compile(r"[\w-]+-year-old", re.IGNORECASE)
ARTICLES = re.compile(r"^(?:an?|the|one of (?:the|his|her|their|its|our)) ", re.IGNORECASE)

Roles = Mapping[str, list[tuple[int, str]]]


def roles(text: str, actors: Iterable[dict]) -> Roles:
    """For each person of a text, the roles it is given with its name, in order: where that name stands, and the role.

    `actors` are the rows of `annotate.actors` for the text. No role is an age, a courtesy (Mr.), a plural, a clause, or
    what may be half of one (“Means Committee Chairman” of “Ways and Means Committee Chairman”).
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in sorted(actors, key=_start):
        if row["kind"] == "person" and row["mention"] == "name" and is_role(row["descriptor"] or ""):
            begins = text.rfind(row["descriptor"], 0, row["start"])
            if begins < 0 or not HALF.search(text, 0, begins):
                found[row["actor"]].append((row["start"], row["descriptor"]))
    return found


def role_of(told: Roles, speaker: str | None, source: tuple[int, int] | None) -> str | None:
    """The role of a speaker: the one given in the words for the source, else the first of the article, else None."""
    every = told.get(speaker or "", [])
    start, end = source or (0, 0)
    return next((role for where, role in every if start <= where < end), every[0][1] if every else None)


@lru_cache(maxsize=4096)
def is_role(words: str) -> bool:
    """Whether words tell what one person is: they are headed by a title or a noun for persons, in the singular.

    >>> is_role("president of the Lund Harbour Union"), is_role("Mr."), is_role("44"), is_role("Democrats")
    (True, False, False, False)
    """
    if not MARKED.isdisjoint(words) or not words[:1].isalnum():
        return False
    member = words.lower().startswith("one of ")
    head = FURTHER.sub("", ARTICLES.sub("", words)).split()
    noun = head[-1].lower().rstrip(".") if head else ""
    if not noun or noun in COURTESIES:
        return False
    titled = any(word in lookup.load().titles for word in (noun, " ".join(head).lower(), noun.split("-")[-1]))
    return titled or bool(AGED.fullmatch(noun)) or reporting.mostly_person(noun.removesuffix("s") if member else noun)


def _start(row: dict) -> int:
    return row["start"]
