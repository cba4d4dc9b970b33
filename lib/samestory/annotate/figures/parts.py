"""Figures that are parts of another: `of the 251 captives, 49 are still held, including 27 who are dead`."""

import re
from typing import Any

Row = dict[str, Any]
_INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|of them|of whom|of which|of these|of those|counting)\b[^.;:]{0,40}$", re.I
)
_OF_THEM = re.compile(r"\sof (?:them|whom|which|these|those)\b")
_WHOLE = r"(?:the |its |their |all |these |those |some |about |around |more than |at least )*$"
_OPENS = re.compile(rf"(?:^|[,;:“\"—–]\s?)(?:out of|of|among)\s{_WHOLE}", re.I)
_OUT_OF = re.compile(rf"\s?(?:(?:[\w’'-]+\s){{0,3}}(?:out of|among)|(?:[\w’'-]+\s)?of)\s{_WHOLE}", re.I)


def parent(row: Row, text: str, sentence: tuple[int, int], here: list[Row]) -> Row | None:
    """The earlier figure of the sentence this one is a part of, or None. Parts are smaller and of the same kind."""
    wholes = [other for other in here if other["kind"] == row["kind"] == "count" and _top(other) > _top(row)]
    if not wholes:
        return None
    if _INCLUDING.search(text[sentence[0] : row["start"]]) or _OF_THEM.match(text[row["end"] : row["end"] + 12]):
        return wholes[-1]
    opened = [whole for whole in wholes if _OPENS.search(text[sentence[0] : whole["start"]])]
    return opened[-1] if opened else None


def whole_after(row: Row, following: Row, text: str) -> bool:
    """True for `nine of the 12 jurors`: the figure is a part of the one that follows."""
    between = text[row["end"] : following["start"]]
    same = row["kind"] == following["kind"] == "count" and _top(following) > _top(row)
    return same and len(between) < 60 and bool(_OUT_OF.fullmatch(between))


def _top(row: Row) -> float:
    return row["high"] if row["high"] is not None else row["low"]
