"""What the article says a speaker is: the title before the name or its apposition, as it stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.actors import lookup
from samestory.annotate.actors.names import COURTESIES
from samestory.annotate.content import FUNCTION_WORDS

# Where the words end that say what somebody is: of “a strategist at Lund Bank”, “the mayor, who is ill”.
FURTHER = re.compile(r"\s*[,(;–—].*|\s(?:of|at|in|for|from|with|on|to|and|who|whose|that|which)\s.*", re.DOTALL)
FIELD = re.compile(r"\b[A-Z][\w’'-]+ (?:and|&) $")  # before words that go on a name
BEFORE = re.compile(r"(?:\b(of|for) the|(?:^|(?<=\s))(\S+)) $")
ENDING = frozenset({"and", "&", "of", "for"})  # a phrase that a title goes on
OF_A_TITLE = known.words("words before a title that belong to it")
NEAR = 60  # letters before a role that are looked at
MARKED = frozenset('“”"‘')
AGED = re.compile(r"[\w-]+-year-old", re.IGNORECASE)
ARTICLES = re.compile(r"^(?:an?|the|one of (?:the|his|her|their|its|our)) ", re.IGNORECASE)

Roles = Mapping[str, list[tuple[int, str]]]


def roles(text: str, actors: Iterable[dict]) -> Roles:
    """For each person of a text, the roles it is given with its name, in order: where that name stands, and the role.

    `actors` are the rows of `annotate.actors` for the text. A role ends before a comma. None is an age, a courtesy
    (Mr.), a plural, a clause, or what may be half of one (`is_cut`).
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in sorted(actors, key=_start):
        role = (row["descriptor"] or "").partition(",")[0]
        named = row["kind"] == "person" and row["mention"] == "name"
        if named and is_role(role) and not is_cut(role, text, row["start"]):
            found[row["actor"]].append((row["start"], role))
    return found


def role_of(told: Roles, speaker: str | None, source: str | None, start: int = 0) -> str | None:
    """The role of a speaker: the one given in the words for the source, else the first of the article, else None.

    Where neither is, the words before the name in the `source`, which starts at `start`, where a comma parts them: of
    “A spokesman for Lund, Ada Lind” a spokesman for Lund.
    """
    every, words = told.get(speaker or "", []), source or ""
    beside = next((role for where, role in every if start <= where < start + len(words)), None)
    if beside or every:
        return beside or every[0][1]
    before, _, after = words.rpartition(f", {speaker}")
    return before[:1].lower() + before[1:] if not after and ARTICLES.match(before) and is_role(before) else None


def is_cut(role: str, text: str, start: int) -> bool:
    """Whether a role right before a name, which starts at `start`, is only the end of a longer one.

    So is a title behind a capital, a noun that belongs to titles, or a phrase that it goes on.

    >>> is_cut("Secretary", "the Health and Human Services Secretary Ek", 40), is_cut("Sen.", "the state Sen. Ek", 15)
    (True, True)
    >>> is_cut("Means Chairman", "the Ways and Means Chairman Ek", 28), is_cut("Mayor", "But Mayor Ek", 10)
    (True, False)
    """
    before = text[max(0, start - NEAR - len(role)) : start].rstrip()
    if not before.endswith(role):
        return False
    before = before.removesuffix(role)
    last = BEFORE.search(before)
    if last is None or not role[:1].isupper():
        return bool(FIELD.search(before))
    word = (last[1] or last[2]).lstrip("“\"‘'(")
    capital = word[:1].isupper() and word[-1] not in ",.;:" and word.lower() not in FUNCTION_WORDS
    return capital or word in ENDING or word in OF_A_TITLE


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
