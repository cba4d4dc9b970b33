"""Figures that are parts of another: `of the 251 captives, 49 are still held, including 27 who are dead`."""

import re
from typing import Any

Row = dict[str, Any]
_INCLUDING = re.compile(
    r"\b(?:including|among them|among whom|of them|of whom|of which|of these|of those|counting)\b[^.;:]{0,40}$", re.I
)
_INCLUDES = re.compile(r"(?:\s[\w’'-]+){0,3}\sinclude[sd]?(?:\s(?:the|at least|about|some|more than))?\s")
REACH = 300  # characters before a figure in which its whole may stand
_LISTED = re.compile(r"(?:\s[\w’'-]+){0,5}(?:,|,? and)\s")
_OWN_VERB = re.compile(r"(?:\s(?:others|people|more))?\s(?:were|was|have|had|has|are|is|died)\b")
_RATES = re.compile(r"\b(?:average[ds]?|rates?|median|votes?|voted|per)\b", re.I)
_OF_THEM = re.compile(r"\sof (?:them|whom|which|these|those)\b")
_SO = re.compile(r"\s(?:fatally|mortally|critically|gravely|seriously|severely|badly|slightly|lightly)(?=[.,;)—–]|$)")
_WHOLE = r"(?:the |its |their |all |these |those |some |about |around |more than |at least )*$"
_OPENS = re.compile(rf"(?:^|[,;:“\"—–]\s?)(?:out of|of|among)\s{_WHOLE}", re.I)
_OUT_OF = re.compile(rf"\s?(?:(?:[\w’'-]+\s){{0,3}}(?:out of|among)|(?:[\w’'-]+\s)?of)\s{_WHOLE}", re.I)


def parent(row: Row, text: str, sentence: tuple[int, int], here: list[Row]) -> Row | None:
    """The earlier figure of the sentence this one is a part of, or None. Parts are smaller and of the same kind.

    `here` are the figures before it with their `whole_start`: members of one list (six, including two men, two
    women and one child) have one whole. Averages, votes and rates have no parts.
    """
    wholes = [other for other in here if _countable(row, other, text) and _top(other) > _top(row)]
    if not wholes:
        return None
    opens = max(sentence[0], row["start"] - REACH)
    including = _INCLUDING.search(text, opens, row["start"])
    if including and not any(other["start"] > including.start() for other in here):
        before = [whole for whole in wholes if whole["end"] <= including.start()]
        return before[-1] if before else None
    if _OF_THEM.match(text, row["end"]):
        return wholes[-1]
    if here[-1] is wholes[-1] and wholes[-1]["act"] and _SO.match(text, row["end"]):
        return wholes[-1]
    if here[-1] is wholes[-1] and _INCLUDES.fullmatch(text[wholes[-1]["end"] : row["start"]]):
        return wholes[-1]
    listed = here[-1] if _LISTED.fullmatch(text[here[-1]["end"] : row["start"]]) else None
    if listed is not None and listed["whole_start"] is not None and not _OWN_VERB.match(text, row["end"]):
        return next((whole for whole in wholes if whole["start"] == listed["whole_start"]), None)
    opened = [whole for whole in wholes if _OPENS.search(text[opens : whole["start"]])]
    return opened[-1] if opened else None


def of_them(row: Row, text: str) -> bool:
    """Whether a part says no noun and counts those told of just before: 12 of them; eight were shot, four fatally."""
    return bool(_OF_THEM.match(text, row["end"]) or _SO.match(text, row["end"]))


def _countable(row: Row, earlier: Row, text: str) -> bool:
    """Both are counts, and neither is an average, a vote or a rate."""
    counts = row["kind"] == earlier["kind"] == "count" and not (row["unit"] or earlier["unit"])
    return counts and not _RATES.search(text[max(0, earlier["start"] - 30) : row["end"] + 30])


def whole_after(row: Row, following: Row, text: str) -> bool:
    """True for `nine of the 12 jurors`: the figure is a part of the one that follows."""
    between = text[row["end"] : following["start"]]
    same = _countable(following, row, text) and _top(following) > _top(row)
    return same and len(between) < 60 and bool(_OUT_OF.fullmatch(between))


def _top(row: Row) -> float:
    return row["high"] if row["high"] is not None else row["low"]
