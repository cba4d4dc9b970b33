"""Numbers that belong together: ranges (20 to 30), pairs (231-192), and lists that share one unit (13, 20 or 30 percent)."""

import re
from typing import Any

from samestory.annotate.figures.words import SCALES

Row = dict[str, Any]
_LISTED = re.compile(r"(?:[\s,;]|[-–—]|\band\b|\bor\b|\bto\b|\beven\b|\bthen\b|\$|£|€){1,6}", re.I)
_DASH = re.compile(r"\s?[-‐‑‒–—−]\s?(?:[$£€]|US\$)?")
_TO = re.compile(r"\s(?:to|and|or)\s(?:about |around |nearly |as much as |up to |more than )?(?:[$£€]|US\$)?", re.I)
_CONVERTED = re.compile(r"\s?[(/]\s?(?:[A-Z]{0,3}\s?[$£€¥]?)")
_CHANGE = re.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|increas\w+|decreas\w+|declin\w+|drop\w*|jump\w*|grew|grow\w*|climb\w*|slip\w*|rais\w+|cut\w*|"
    r"lower\w*|went|slid\w*|shr[aiu]nk|up|down|soar\w*|surg\w+|plung\w+|tumbl\w+|widen\w*|narrow\w*|mov\w+|chang\w+|expand\w*|reduc\w+|boost\w*|edg\w+|improv\w+|swell\w*|swollen|ballooned|doubled|tripled)\b",
    re.I,
)
_VOTES = re.compile(
    r"\b(?:vot\w+|passed|approved|rejected|beat|beaten|win|won|wins|winning|lost|lose|lead\w*|led|victory|defeat\w*|score\w*|scored|draw|drew|tie|tied|record|majority|margin|ruling|ruled|ahead|down)\b",
    re.I,
)
_CARRIED = {"percent", "money", "measure", "duration"}


def together(rows: list[Row], text: str) -> list[Row]:
    """The same figures with shared units handed on and the two ends of each range made one row."""
    _hand_back(rows, text)
    _hand_on(rows, text)
    _convert(rows, text)
    joined: list[Row] = []
    for row in rows:
        if joined and _range(joined[-1], row, text):
            joined[-1] = _one(joined[-1], row, text)
        else:
            joined.append(row)
    return joined


def _hand_back(rows: list[Row], text: str) -> None:
    """13, 20, even 30 percent: each takes the unit of the last."""
    for row, following in zip(reversed(rows[:-1]), reversed(rows[1:]), strict=True):
        between = text[row["end"] : following["start"]]
        shared = row["kind"] == "count" and following["kind"] in _CARRIED and _LISTED.fullmatch(between)
        if shared and not (following["kind"] == "money" and re.search(r"[$£€]", between)):
            row["kind"], row["unit"] = following["kind"], following["unit"]


def _hand_on(rows: list[Row], text: str) -> None:
    """From 8.1 percent to 7.9: the second takes the unit of the first."""
    for row, following in zip(rows, rows[1:], strict=False):
        between = text[row["end"] : following["start"]]
        if (
            following["kind"] != "count"
            or row["kind"] not in ("percent", "money")
            or len(between) > 90
            or "\n" in between
        ):
            continue
        bare = re.match(
            r"\s(?:in|from|a|this|last|for|by|on|at|the|and|or|but)\b|[,.;:)]|$",
            text[following["end"] : following["end"] + 12],
        )
        compared = re.search(
            r"\b(?:to|from|versus|vs\.?|against|compared (?:with|to)|than|at)\s(?:about |around |just )?$", between
        )
        if (
            bare
            and compared
            and following["low"] is not None
            and row["low"]
            and 0.1 < following["low"] / row["low"] < 10
        ):
            following["kind"], following["unit"] = row["kind"], row["unit"]


def _convert(rows: list[Row], text: str) -> None:
    """Just under 296 hp (224 kW): what an amount is in other units has the same bound."""
    for row, following in zip(rows, rows[1:], strict=False):
        between = text[row["end"] + row["unit_length"] : following["start"]]
        same = row["kind"] == following["kind"] in ("money", "measure") and row["unit"] != following["unit"]
        if same and following["qualifier"] is None and _CONVERTED.fullmatch(between):
            following["qualifier"], following["relation"] = row["qualifier"], row["relation"]


def _range(first: Row, second: Row, text: str) -> bool:
    between = text[first["end"] : second["start"]]
    if (
        len(between) > 40
        or first["relation"] == "range"
        or not {first["kind"], second["kind"]} <= _CARRIED | {"count", "age"}
    ):
        return False
    if first["low"] is None or second["low"] is None or first["high"] is None:
        return False
    core = between[first["unit_length"] :] if first["unit_length"] <= len(between) else between
    left = text[max(0, first["start"] - 50) : first["start"]].rsplit("\n", 1)[-1]
    low, high = _scaled(first, second, text)
    if not low < high or first["kind"] not in (second["kind"], "count"):
        return False
    if re.search(r"\b(?:between|anywhere from)\s(?:about |the |roughly )?[$£€]?$", left, re.I) and re.fullmatch(
        r"\s(?:and|to)\s(?:[$£€])?", core
    ):
        return True
    if _DASH.fullmatch(core):
        return not _VOTES.search(left) and (
            second["kind"] != "count" or bool(re.match(r"\s[^\W\d]", text[second["end"] : second["end"] + 3]))
        )
    if not _TO.fullmatch(core):
        return False
    if " to " in core:
        return (
            not re.search(r"\bby\s(?:about |around )?[$£€]?$", left)
            and not (re.search(r"\bfrom\s(?:about |around )?[$£€]?$", left) and _CHANGE.search(left))
            and (first["unit"] is not None or second["unit"] is not None or second["kind"] == "count")
        )
    return (
        " or " in core
        and high - low <= max(1, low)
        and first["end"] - first["start"] < 12
        and first["unit_length"] == 0
    )


def _scaled(first: Row, second: Row, text: str) -> tuple[float, float]:
    """Both ends in full: 1.5 to 2 million is 1,500,000 to 2,000,000."""
    words = text[second["start"] : second["end"]].lower()
    scale = next((worth for word, worth in SCALES.items() if word in words), None) or (
        1e9 if words.endswith("bn") else 1e6 if words.endswith("m") else None
    )
    own = text[first["start"] : first["end"]].lower()
    bare = not re.search(r"[a-z]", own) or not any(word in own for word in (*SCALES, "bn", "m", "k"))
    if scale and bare and second["low"] >= scale and first["low"] * scale < second["low"]:
        return first["low"] * scale, second["high"]
    return first["low"], second["high"]


def _one(first: Row, second: Row, text: str) -> Row:
    low, high = _scaled(first, second, text)
    return second | {
        "start": first["start"],
        "low": low,
        "high": high,
        "relation": "range",
        "qualifier": first["qualifier"] or second["qualifier"],
        "left": first["left"],
    }
