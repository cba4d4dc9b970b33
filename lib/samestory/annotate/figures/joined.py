"""Numbers that belong together: ranges (20 to 30), pairs (231-192), lists that share a unit (13, 20 or 30 percent)."""

import re
from itertools import pairwise
from typing import Any

from samestory.annotate.figures import words

Row = dict[str, Any]
CARRIED = {"percent", "money", "measure", "duration"}
JOINED = CARRIED | {"count", "age"}
_SIGN = r"(?:[$£€]|US\$)?"
_LISTED = re.compile(r"(?!\s*$)(?:[\s,;]|[-–—]|\band\b|\bor\b|\bto\b|\beven\b|\bthen\b|\$|£|€){1,6}", re.I)
_DASH = re.compile(rf"\s?[-‐‑‒–—−]\s?{_SIGN}")
_TO = re.compile(rf"\s(?:to|and|or)\s(?:about |around |nearly |as much as |up to |more than )?{_SIGN}", re.I)
_UP_TO = re.compile(rf"\sto\s{_SIGN}")
_AND = re.compile(r"\s(?:and|to)\s[$£€]?")
_BETWEEN = re.compile(r"\b(?:between|anywhere from)\s(?:about |the |roughly |the ages of |ages )?[$£€]?$", re.I)
_AGES = re.compile(r"\s(?:and|to|or|through)\s|[-–]|,(?: (?:and|or))? ")
_BY = re.compile(r"\bby\s(?:about |around )?[$£€]?$")
_FROM = re.compile(r"\bfrom\s(?:about |around )?[$£€]?$")
_CONTESTED = re.compile(
    r"\s(?:[\w-]+ )?(?:votes?|decision|ruling|wins?|victory|loss|defeat|majority|margin|lead|draw|record|"
    r"split|tie|score)\b",
    re.I,
)
_TO_RANGE = re.compile(rf"\sto\s{_SIGN}[0-9.,]+(?:-|\sto\s){_SIGN}[0-9]")  # from 5 to 7 percent to 3 to 5
_SETS = re.compile(r"(?:,\s|\s\(|,\s\()")
_VOTED = re.compile(r"\b(?:voted|vote (?:of|was)|passed|approved|rejected|beat|won|lost|ruled)(?: by)? $", re.I)
_BROKEN = re.compile(r"\d[-–]\d+[-–]$")
_CONVERTED = re.compile(r"\s?[(/]\s?(?:[A-Z]{0,3}\s?[$£€¥]?)")
_OPENED = re.compile(rf"\s?\({_SIGN}")
_BARE = re.compile(r"\s(?:in|from|a|this|last|for|by|on|at|the|and|or|but)\b|[,.;:)]|$")
_COMPARED = re.compile(r"\b(?:to|from|versus|vs\.?|against|compared (?:with|to)|than|at)\s(?:about |around |just )?$")
CHANGE = re.compile(
    r"\b(?:rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|increas\w+|decreas\w+|declin\w+|drop\w*|jump\w*|grew|grow\w*|"
    r"climb\w*|slip\w*|rais\w+|cut\w*|lower\w*|went|slid\w*|shr[aiu]nk|up|down|soar\w*|surg\w+|plung\w+|tumbl\w+|"
    r"widen\w*|narrow\w*|mov\w+|chang\w+|expand\w*|reduc\w+|boost\w*|edg\w+|improv\w+|swell\w*|swollen|ballooned|"
    r"doubled|tripled|quadrupled|halved|eas(?:es|ed|ing)|weaken\w*|strengthen\w*|dwindl\w*|dip(?:s|ped|ping)?|slash\w*|"
    r"trimm\w*|crept|creeps?|inched|skyrocketed|rocketed|plummet\w*|retreated|mushroomed|revis\w+|corrected)\b",
    re.I,
)
_CONTEST = re.compile(
    r"\b(?:vot\w+|passed|approved|rejected|beat|beaten|win|won|wins|winning|lost|lose|lead\w*|led|victory|defeat\w*|"
    r"score\w*|draw|drew|tie|tied|record|majority|margin|ruling|ruled|ahead|down|fail\w*)\b",
    re.I,
)


def together(rows: list[Row], text: str) -> list[Row]:
    """The same figures with shared units handed on and the two ends of each range made one row."""
    rows = _without_repeats(_outside_units(rows), text)
    _hand_over(rows, text)
    _hand_back(rows, text)
    _hand_on(rows, text)
    _hand_scale(rows, text)
    _convert(rows, text)
    joined: list[Row] = []
    for row in rows:
        if joined and _is_range(joined[-1], row, text):
            joined[-1] = _one(joined[-1], row, text)
        elif joined and _is_score(joined[-1], row, text):
            joined[-1] = _score(joined[-1], row)
            if len(joined) > 1 and _next_set(joined[-2], joined[-1], text):
                last = joined.pop()
                joined[-1] |= {"end": last["end"], "right": last["right"]}
        else:
            joined.append(row)
    return joined


def _outside_units(rows: list[Row]) -> list[Row]:
    """One-half of 1 percent is one figure: numbers inside the unit of the one before are no figures of their own.

    But for what a rate is per, which is marked as such.
    """
    kept: list[Row] = []
    for row in rows:
        if row["kind"] == "denominator" or not kept or row["start"] >= kept[-1]["end"] + kept[-1]["unit_length"]:
            kept.append(row)
    return kept


def _without_repeats(rows: list[Row], text: str) -> list[Row]:
    """Two million (2m), five hundred (500): what brackets say again is the same figure, its span ends with them."""
    kept: list[Row] = []
    for row in rows:
        if kept and _repeats(kept[-1], row, text):
            kept[-1] |= {"end": row["end"] + row["unit_length"] + 1, "right": row["right"][row["unit_length"] + 1 :]}
        else:
            kept.append(row)
    return kept


def _repeats(first: Row, second: Row, text: str) -> bool:
    """Whether the second, alone in brackets behind the first, is the same number, also as 2m without a noun."""
    between = text[first["end"] + first["unit_length"] : second["start"]]
    closed = text[second["end"] + second["unit_length"] :][:1] == ")" and _OPENED.fullmatch(between)
    if not closed or first["low"] is None or second["low"] is None or first["unit_length"] > 0:
        return False
    scale = _scale(text[second["end"] : second["end"] + second["unit_length"]]) if second["kind"] == "measure" else 1.0
    plain = second["kind"] == first["kind"] or scale > 1
    return plain and second["low"] * scale == first["low"] and second["high"] * scale == first["high"]


def _hand_over(rows: list[Row], text: str) -> None:
    """£2-3bn, £2m to 3m: the currency before a range is that of both ends."""
    for row, following in pairwise(rows):
        between = text[row["end"] : following["start"]]
        bare = row["kind"] == "money" and following["kind"] in ("count", "measure") and row["unit_length"] == 0
        short = following["kind"] == "count" or text[following["end"] : following["end"] + 1] in "mbt"
        if bare and short and (_DASH.fullmatch(between) or between == " to ") and not re.search(r"[$£€]", between):
            if following["kind"] == "measure":
                scale = words.SHORT_SCALES[text[following["end"]].lower()]
                following["end"], following["unit_length"] = following["end"] + 1, 0
                following["low"], following["high"] = following["low"] * scale, following["high"] * scale
            following["kind"], following["unit"] = row["kind"], row["unit"]


def _hand_back(rows: list[Row], text: str) -> None:
    """13, 20, even 30 percent: each takes the unit of the last."""
    for following, row in pairwise(reversed(rows)):
        between = text[row["end"] : following["start"]]
        shared = row["kind"] == "count" and following["kind"] in CARRIED and _LISTED.fullmatch(between)
        share = following["kind"] == "percent" and row["kind"] == "count" and (row["low"] or 0) >= 1000
        if shared and not share and not (following["kind"] == "money" and re.search(r"[$£€]", between)):
            row["kind"], row["unit"] = following["kind"], following["unit"]


def _hand_on(rows: list[Row], text: str) -> None:
    """From 8.1 percent to 7.9: the second takes the unit of the first, where it is of its size."""
    for row, following in pairwise(rows):
        between = text[row["end"] : following["start"]]
        if row["kind"] == "age" and following["kind"] == "count" and _AGES.fullmatch(between):
            following["kind"] = "age"
        wanting = following["kind"] == "count" and row["kind"] in ("percent", "money")
        if not wanting or len(between) > 90 or "\n" in between:
            continue
        compared = _COMPARED.search(between) and _BARE.match(text[following["end"] : following["end"] + 12])
        if compared and row["low"] and following["low"] and 0.1 < following["low"] / row["low"] < 10:
            following["kind"], following["unit"] = row["kind"], row["unit"]


def _hand_scale(rows: list[Row], text: str) -> None:
    """From $350 to $500 billion, from 24 to 33-35 billion: the scale behind the last is that of all."""
    carried = 1.0
    for following, row in pairwise(reversed(rows)):
        between = text[row["end"] : following["start"]]
        sums = row["kind"] == following["kind"] == "money" and row["unit"] == following["unit"]
        carried = max(carried, _scale(text[following["start"] : following["end"]])) if sums else 1.0
        bare = sums and carried > 1 and _scale(text[row["start"] : row["end"]]) == 1 and row["form"] != "vague"
        up_to = bool(_UP_TO.fullmatch(between))
        if bare and row["low"] and following["low"] and (up_to or _DASH.fullmatch(between)):
            below = row["low"] * carried < max(
                following["low"], following["low"] * carried * (following["low"] < carried)
            )
            row["low"] = row["high"] = row["low"] * (carried if below and up_to else 1.0)
        else:
            carried = 1.0


def _convert(rows: list[Row], text: str) -> None:
    """Just under 296 hp (224 kW): what an amount is in other units has the same bound."""
    for row, following in pairwise(rows):
        if following["qualifier"] is None and converts(row, following, text):
            following["qualifier"], following["relation"] = row["qualifier"], row["relation"]


def converts(row: Row, following: Row, text: str) -> bool:
    """Whether an amount is the one before it in other units: 296 hp (224 kW)."""
    same = row["kind"] == following["kind"] in ("money", "measure") and row["unit"] != following["unit"]
    return same and bool(_CONVERTED.fullmatch(text[row["end"] + row["unit_length"] : following["start"]]))


def _is_range(first: Row, second: Row, text: str) -> bool:
    """Two ends of one interval: the first lower, of one kind, and joined by a dash, to, or, or between … and."""
    between = text[first["end"] : second["start"]]
    if len(between) > 40 or first["relation"] == "range" or not {first["kind"], second["kind"]} <= JOINED:
        return False
    if first["low"] is None or first["high"] is None or second["low"] is None:
        return False
    low, high = _ends(first, second, text)
    if first["unit"] and second["unit"] and first["unit"] != second["unit"]:
        return False
    if not low < high or first["kind"] not in (second["kind"], "count"):
        return False
    left = text[max(0, first["start"] - 50) : first["start"]].rsplit("\n", 1)[-1]
    link = between[first["unit_length"] :] if first["unit_length"] <= len(between) else between
    if _BETWEEN.search(left) and _AND.fullmatch(link):
        return True
    if _DASH.fullmatch(link):
        noun = second["kind"] != "count" or re.match(r"\s[^\W\d]", text[second["end"] : second["end"] + 3])
        contested = _CONTEST.search(left) or _CONTESTED.match(text, second["end"])
        return bool(noun) and not (contested and second["kind"] == "count")
    if not _TO.fullmatch(link):
        return False
    if " to " in link:
        if second["kind"] == "count" and _VOTED.search(left):
            return False
        return not _two_states(left, low / high) or bool(_TO_RANGE.match(text, second["end"] + second["unit_length"]))
    return " or " in link and high - low <= max(1, low) and first["end"] - first["start"] < 12 and not first["unit"]


def _two_states(left: str, ratio: float) -> bool:
    """Rose from 4 to 5 percent, rose by 43 to 419: before and after, or change and outcome; no interval.

    Of the latter the change is less than half the outcome: raised by $100 to $150 billion is an interval.
    """
    return bool((_BY.search(left) and ratio < 0.5) or (_FROM.search(left) and CHANGE.search(left)))


def _ends(first: Row, second: Row, text: str) -> tuple[float, float]:
    """Both ends in full: 1.5 to 2 million is 1,500,000 to 2,000,000."""
    scale = _scale(text[second["start"] : second["end"]])
    unscaled = _scale(text[first["start"] : first["end"]]) == 1 and first["form"] != "vague"
    if scale > 1 and unscaled and second["low"] >= scale and first["low"] * scale < second["low"]:
        return first["low"] * scale, second["high"]
    return first["low"], second["high"]


def _scale(written: str) -> float:
    """What the scale words at the end of a number multiply by: of three hundred thousand 100,000; 1 where none."""
    scale = 1.0
    for word in reversed(re.findall("[a-z]+", written.lower())):
        worth = words.SCALES.get(word) or words.SHORT_SCALES.get(word) or words.FACTORS.get(word)
        if worth is None:
            break
        scale *= worth
    return scale


def _is_score(first: Row, second: Row, text: str) -> bool:
    """Two numbers tied by a dash that are no interval: a vote of 252-173, a match won 6-4; not 64 to 36 percent."""
    between = text[first["end"] : second["start"]]
    told = between == " to " and _VOTED.search(text[max(0, first["start"] - 30) : first["start"]])
    if not (_DASH.fullmatch(between) or between == "-to-" or told) or not first["kind"] == second["kind"] == "count":
        return False
    if not (text[first["start"] : first["end"]].isdigit() and text[second["start"] : second["end"]].isdigit()):
        return False
    left = re.split(r"[.;!?]\s|\n", text[max(0, first["start"] - 50) : first["start"]])[-1]
    right = text[second["end"] : second["end"] + 40]
    if _BROKEN.search(text[max(0, first["start"] - 8) : second["start"]]) or re.match(r"[-–]\d", right):
        return False
    return first["low"] >= second["low"] or bool(_CONTEST.search(left) or _CONTESTED.match(right))


def _score(first: Row, second: Row) -> Row:
    """One value of two parts: `low` the first, `high` the second, in the order written."""
    parts = {"start": first["start"], "left": first["left"], "low": first["low"], "high": second["low"]}
    return second | parts | {"form": "score", "kind": "score", "relation": "=", "qualifier": first["qualifier"]}


def _next_set(first: Row, second: Row, text: str) -> bool:
    """6-4, 3-6 and a tie-break in brackets: the sets of one match are one score."""
    scores = first["kind"] == second["kind"] == "score"
    return scores and bool(_SETS.fullmatch(text[first["end"] : second["start"]]))


def _one(first: Row, second: Row, text: str) -> Row:
    low, high = _ends(first, second, text)
    qualifier = first["qualifier"] or second["qualifier"]
    ends = {"start": first["start"], "low": low, "high": high, "left": first["left"]}
    return second | ends | {"relation": "range", "qualifier": qualifier}
