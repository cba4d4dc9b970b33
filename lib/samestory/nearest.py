"""Which of the words that are valid somebody meant who wrote another."""

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """The valid words to end an error message with: the nearest one, or else all of them."""
    valid = list(valid)
    near = difflib.get_close_matches(word, valid, n=1)
    if not valid:
        return "there is none"
    return f"did you mean {near[0]!r}?" if near else f"valid: {', '.join(map(repr, valid))}"
