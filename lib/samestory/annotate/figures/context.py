"""What stands around a number in its line: the words before and after it, nearest first."""

import re
from typing import NamedTuple

from samestory.annotate.figures.numerals import Number

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*['’]?|[^\w\s]")
REACH = 110
NEAR = 60  # characters in which the five words to either side stand


class Context(NamedTuple):
    """The line around a number: `left` and `right` as written, and their words in small letters, nearest first."""

    left: str
    right: str
    before: list[str]
    after: list[str]


def line(text: str, number: Number) -> tuple[int, int]:
    """Where the line around a number begins and ends, no further than 110 characters from it."""
    opens = max(text.rfind("\n", max(0, number.start - REACH), number.start) + 1, number.start - REACH, 0)
    closes = text.find("\n", number.end, number.end + REACH)
    return opens, min(number.end + REACH, len(text)) if closes < 0 else closes


def around(text: str, small: str, number: Number) -> Context:
    """The words around a number, no further than its line and 110 characters; `small` is the text in small letters."""
    opens, closes = line(text, number)
    before = _WORD.findall(small, max(opens, number.start - NEAR), number.start)
    after = _WORD.findall(small, number.end, min(closes, number.end + NEAR))
    before.reverse()
    return Context(text[opens : number.start], text[number.end : closes], before + [""] * 5, after + [""] * 6)
