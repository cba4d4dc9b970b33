"""What proposals are made of, and when two labels are the same words or no labels at all."""

import re
from functools import lru_cache
from typing import NamedTuple

from samestory import known

FUNCTION = known.words("words that tell no naming apart")
AFTER_HEAD = re.compile(r"\s(?:of|in|for|on|at|from|to|with|by|over|against|between|about)\s")
ABBREVIATIONS = {
    "rep": "representative",
    "sen": "senator",
    "gov": "governor",
    "gen": "general",
    "lt": "lieutenant",
    "pres": "president",
    "sgt": "sergeant",
    "col": "colonel",
    "secy": "secretary",
    "atty": "attorney",
    "congressman": "representative",
    "congresswoman": "representative",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "chairwoman": "chairman",
    "u.s": "american",
    "us": "american",
    "united": "american",
    "states": "american",
    "percent": "%",
}


class Side(NamedTuple):
    """A label where it stands in an article."""

    label: str
    article_id: str
    start: int
    end: int


class Pair(NamedTuple):
    """Two labels that may be names of one thing: in which story, by which way, for whom, and how sure this one is."""

    story: str
    way: str
    referent: str
    a: Side
    b: Side
    sure: float


def plain(text: str) -> str:
    """Text on one line with plain apostrophes."""
    return re.sub(r"\s+", " ", text.replace("’", "'"))


def head(label: str) -> str:
    """The head of a label, in small letters: its last word before a preposition.

    >>> head("Democrat from North Carolina"), head("the attack")
    ('democrat', 'attack')
    """
    return (AFTER_HEAD.split(plain(label).casefold())[0].split() or [""])[-1].strip(".,'\"")


@lru_cache(maxsize=100_000)
def content(label: str) -> frozenset[str]:
    """The content words of a label in small letters, abbreviated titles written out, plurals as singulars."""
    words = (word.strip(".,'\"“”()").removesuffix("'s") for word in plain(label).casefold().split())
    written = (ABBREVIATIONS.get(word, word) for word in words if word and word not in FUNCTION)
    return frozenset(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word for word in written
    )


def alike(a: str, b: str) -> bool:
    """Whether the words of one label are all in the other: not two names, but one and a part of it."""
    first, second = content(a), content(b)
    return first <= second or second <= first
