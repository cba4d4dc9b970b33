"""In which forms a word may stand: with a hyphen, a space or neither (e-mail, email; hot shot, hotshot), one or many;
and a name, spelled nearly so (Morsi, Morsy).

Where something is said not to stand in an article, none of these forms of it may stand there.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import pairwise

from samestory.corpus import fold

PARTS = re.compile(r"[^\s–—]+")  # what spaces and dashes part, hyphens do not
POSSESSIVE = re.compile(r"'s\b|'(?!\w)")
MARKS = re.compile(r"[\W_]")
CAPITAL = re.compile(r"\b[A-Z][\w’'-]{3,}")
ALIKE = 0.75  # how much of two spellings of one name is the same


def spelled(text: str) -> frozenset[str]:
    """The words of a text, and every two neighbours as one word: in small letters, no marks in them, without final s.

    >>> sorted(spelled("Hot Shots’ e-mails"))
    ['email', 'hotshot', 'hotshotsemail', 'shot']
    """
    words = _words(text)
    return frozenset(map(_one, words)) | frozenset(_one(a + b) for a, b in pairwise(words))


def around(word: str, text: str) -> frozenset[str]:
    """The forms in which a word of a text, of a name its last, may stand elsewhere: alone, and with each neighbour."""
    words, wanted = ["", *_words(text), ""], set(map(_one, _words(word)[-1:]))
    places = [k for k, other in enumerate(words) if _one(other) in wanted and other]
    joined = {_one(a + b) for k in places for a, b in pairwise(words[k - 1 : k + 2]) if a and b}
    return frozenset(wanted | joined)


def capitals(text: str) -> frozenset[str]:
    """The words of a text, of four letters or more, that begin with a capital."""
    return frozenset(CAPITAL.findall(text))


def alike(name: str, words: Iterable[str]) -> list[str]:
    """The words that may be a last name in another spelling."""
    return get_close_matches(name, words, cutoff=ALIKE)


def _words(text: str) -> list[str]:
    parts = (POSSESSIVE.sub("", fold.plain(part).lower()) for part in PARTS.findall(text))
    return [word for word in (MARKS.sub("", part) for part in parts) if word]


def _one(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word
