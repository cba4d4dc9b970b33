"""One folding of a text for whatever matches or counts, with a map back to the text as delivered.

Same letters, other code points are the same words: accents are composed (NFC), ligatures spelled out, hyphens of all
kinds one hyphen, apostrophes inside words and double quotation marks straight, spaces of all widths a space, and what
nobody sees (soft hyphens, zero-width marks) is gone. Two things keep what tells them apart: no-break and thin spaces
between digits stay one no-break space, which groups the digits of a number; single quotation marks keep their
direction, which tells a quotation from an apostrophe.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np

Edit = tuple[int, int, str]

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
SPACES = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
GROUPING = "\u202f"
ONE_FOR_ONE = {
    **dict.fromkeys("\u2010\u2011\ufe63\uff0d\u2212", "-"),
    **dict.fromkeys("ʼʹ′", "'"),
    **dict.fromkeys("“”‟″„", '"'),
    **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"},
}
MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
FOLDED = re.compile(
    rf"(?<=\d)(?P<grouping>[{SPACES}])(?=\d)|(?P<space>[{SPACES}])|(?P<unseen>[{UNSEEN}]+)"
    rf"|(?P<apostrophe>(?<=[^\W\d_]|[{UNSEEN}{MARKS}])’(?=[^\W\d_]|[{UNSEEN}]))"
    rf"|(?P<letter>[^\W\d_](?:[{UNSEEN}]*[{MARKS}])+)|(?P<sign>[{''.join(map(re.escape, ONE_FOR_ONE))}])"
)


class Folded(NamedTuple):
    """A text as read, and for each of its characters where it begins and ends in the text as delivered.

    `pieces` are those of which it is made, in columns: how many characters, where the piece starts and ends as
    delivered, and 1 where they are the same there, 0 where something else stands.
    """

    text: str
    pieces: np.ndarray

    @property
    def starts(self) -> np.ndarray:
        """Where each character begins in the text as delivered."""
        size, start, _, same = self.pieces
        return self._counted(start, size, same)

    @property
    def ends(self) -> np.ndarray:
        """Where each character ends in the text as delivered."""
        size, start, end, same = self.pieces
        return self._counted(np.where(same, start + 1, end), size, same)

    def _counted(self, first: np.ndarray, size: np.ndarray, same: np.ndarray) -> np.ndarray:
        """The numbers from the first of each piece on, going up where it is the same."""
        begun = np.cumsum(size) - size
        return np.repeat(first - same * begun, size) + np.repeat(same, size) * np.arange(len(self.text))


def plain(text: str) -> str:
    """The text folded, where nobody asks for its offsets.

    >>> plain("the con\\u00adﬁdent “cease‑fire”")
    'the confident "cease-fire"'
    """
    return text if text.isascii() else FOLDED.sub(_instead, text)


def edits(text: str) -> list[Edit]:
    """What folding changes, in order: the stretch of the text and what stands there instead."""
    if text.isascii():
        return []
    return [(m.start(), m.end(), _instead(m)) for m in FOLDED.finditer(text)]


def applied(text: str, changes: Iterable[Edit]) -> Folded:
    """The text after changes in order, with the map back; a change inside an earlier one is passed over.

    What is put in place of a stretch stands for all of it: each of its characters begins and ends with the stretch.
    """
    words, pieces, last = [], [], 0
    for start, end, instead in changes:
        if start < last:
            continue
        words += [text[last:start], instead]
        pieces += [(start - last, last, start, 1), (len(instead), start, end, 0)]
        last = end
    pieces.append((len(text) - last, last, len(text), 1))
    return Folded("".join([*words, text[last:]]), np.array(pieces).T)


@lru_cache(maxsize=1024)
def folded(text: str) -> Folded:
    """The text folded, with the map back."""
    return applied(text, edits(text))


def _instead(match: re.Match[str]) -> str:
    if match.lastgroup == "letter":
        return unicodedata.normalize("NFC", re.sub(f"[{UNSEEN}]", "", match[0]))
    if match.lastgroup == "sign":
        return ONE_FOR_ONE[match[0]]
    return {"grouping": GROUPING, "space": " ", "apostrophe": "'"}.get(str(match.lastgroup), "")
