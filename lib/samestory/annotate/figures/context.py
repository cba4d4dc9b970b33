"""What stands around a number in its line: the words before and after it, nearest first."""

import re
from typing import NamedTuple

from samestory.annotate.figures import words
from samestory.annotate.figures.numerals import Number

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*['’]?|[^\w\s]")
REACH = 110
NEAR = 80  # characters in which the five words to either side stand


class Context(NamedTuple):
    """The line around a number: `left` and `right` as written, and their words in small letters, nearest first."""

    left: str
    right: str
    before: list[str]
    after: list[str]


def around(text: str, number: Number) -> Context:
    """The words around a number, no further than its line and 110 characters."""
    left = text[max(0, number.start - REACH) : number.start]
    right = text[number.end : number.end + REACH]
    left = left[left.rfind("\n") + 1 :]
    right = right.split("\n", 1)[0]
    return Context(left, right, _words(left[-NEAR:])[::-1] + [""] * 5, _words(right[:NEAR]) + [""] * 6)


def _words(line: str) -> list[str]:
    return _WORD.findall(words.small(line))
