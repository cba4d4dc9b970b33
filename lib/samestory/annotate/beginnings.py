"""Where in a text one of many patterns may match: one pass over it, where each pattern for itself would make one."""

import re
from collections.abc import Iterable
from types import ModuleType

_PIECE = re.compile(r"\\.|[^\\]", re.DOTALL)


def anywhere(patterns: Iterable[str], before: str, after: str, engine: ModuleType = re) -> re.Pattern[str]:
    """One pattern for every place of a text in `small` letters where one of some patterns may match, using up no text.

    `before` and `after` are what all of them stand between. Small letters, because matching without regard to case
    takes several times as long; so whether, and how, a pattern matches at a place is asked of that pattern itself.
    """
    either = "|".join(f"(?:{_in_small(pattern)})" for pattern in patterns)
    return engine.compile(f"{before}(?=(?:{either}){after})")


def small(text: str) -> str:
    """The text in small letters, character for character: those that would become two stay as they are."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _in_small(pattern: str) -> str:
    """A pattern without names that matches a text in small letters wherever this one matches it in any letters."""
    plain = re.sub(r"\(\?P<\w+>|\(\?-i:", "(?:", pattern)
    return _PIECE.sub(lambda piece: piece[0] if piece[0][0] == "\\" else piece[0].lower(), plain)
