"""What was done to those a figure counts (`data/acts.csv`): killed, taken, held, displaced."""

import re
from functools import lru_cache

from samestory.annotate.figures.numerals import LOWER
from samestory.corpus import known

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@lru_cache(maxsize=1)
def _acts() -> dict[str, str]:
    rows = known.table("acts.csv", ["form", "act", "source"])
    return dict(zip(rows["form"], rows["act"], strict=True))


def act(left: str, right: str) -> str | None:
    """The act nearest to a number in its clause: in the words after it, else in those before it."""
    lower_left, lower_right = left.translate(LOWER), right.translate(LOWER)
    after = [(m.start(), _acts()[m[0]]) for m in _WORD.finditer(lower_right) if m[0] in _acts()]
    before = [(len(left) - m.end(), _acts()[m[0]]) for m in _WORD.finditer(lower_left) if m[0] in _acts()]
    nearest = sorted([*after[:1], *before[-1:]])
    return nearest[0][1] if nearest else None
