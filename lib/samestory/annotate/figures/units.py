"""Units of measure and currencies (`data/units.csv`): which unit a number carries."""

import re
from functools import lru_cache
from typing import NamedTuple

from samestory.annotate.figures import words
from samestory.annotate.figures.context import Context
from samestory.annotate.figures.numerals import Number
from samestory.corpus import known


class Unit(NamedTuple):
    """A unit, the kind of figure it makes, and how many characters after the number it takes."""

    name: str
    kind: str
    length: int


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    rows = known.table("units.csv", ["surface", "unit", "kind", "place", "source"])
    found: dict[str, dict[str, tuple[str, str]]] = {"before": {}, "after": {}}
    for surface, unit, kind, place in rows[["surface", "unit", "kind", "place"]].itertuples(index=False):
        found[place][surface] = (unit, kind)
    return found["before"], found["after"]


def before(prefix: str) -> Unit | None:
    """The currency a sign or code before the amount stands for."""
    found = _tables()[0].get(prefix)
    return Unit(found[0], found[1], 0) if found else None


_PIECE = re.compile(r"[\s-]?(%-points|(?!′s\b)[%°″′€£¢][CFcf]?\b|(?!′s\b)[%°″′€£¢]|[^\W\d_][\w.²³/]*)")
_RATE = re.compile(
    r"(?:[\s-](?:per|an?|each|every)[\s-]|/)(?!half|quarter|third|dozen|hundred|few|couple|lot|bit)"
    r"((?:[0-9][0-9,]*\s)?[^\W\d_]+)\b(?!\s(?:later|earlier|ago|before|after)\b)"
)
_OFTEN = re.compile(
    r"\s(?:per|an?|each|every)\s(second|minute|hour|day|night|week|month|quarter|season|year)\b"
    r"(?![\s-](?:later|earlier|ago|before|after|old|on)\b)"
)
_NO_NOUN = "(?!(?:in|of|to|and|or|on|at|from|for|by|than|is|was)\\b)"
_PER_SO_MANY = re.compile(rf"\sper\s([0-9]{{1,3}}(?:,[0-9]{{3}})*(?: {_NO_NOUN}[a-z]{{3,}})?)")
_EACH = re.compile(r"\seach\b(?=[.,;)]|$|\s(?:to|toward|towards|for|in|from|on|at|and|by|with|of them|per)\b)")
_YEARLY = re.compile(
    r"\s(?:per|an?)\s(year|annum|month|week|day|quarter|decade)\b(?![\s-](?:later|earlier|ago|before|after)\b)"
)


def after(right: str) -> Unit | None:
    """The unit that follows a number, the longest known one: `percentage points` before `percent`.

    A rate keeps what it is of: `$10 per gram`, `a barrel`. Length counts the characters the unit takes.
    """
    found = _longest(right)
    if found is None:
        rated = _OFTEN.match(right) or _PER_SO_MANY.match(right)
        return Unit(f"per {rated[1]}", "count", rated.end()) if rated else None
    per = _yearly(right[found.length :]) if found.kind == "percent" else rate(right[found.length :])
    return found._replace(name=f"{found.name} {_of_each(per)}") if per and found.kind != "duration" else found


def _yearly(right: str) -> str | None:
    """The period in which a share changes so much: of `5 percent` with ` a year` behind it `year`."""
    found = _YEARLY.match(right)
    return found[1] if found else None


def rate(right: str) -> str | None:
    """What an amount without unit words is per: `$80 per sq m` gives `sq`; of `$80 each towards it` `each`."""
    if _EACH.match(right):
        return "each"
    found = _RATE.match(right)
    return found[1] if found else None


def _of_each(per: str) -> str:
    return per if per == "each" else f"per {per}"


def often(right: str) -> str | None:
    """How often so many are counted, in the words behind them: of `hundreds of rounds` with ` a minute` `per minute`.

    >>> often(" a minute"), often(" per 100,000 people, far"), often(" a day later")
    ('per minute', 'per 100,000 people', None)
    """
    found = _OFTEN.match(right) or _PER_SO_MANY.match(right)
    return f"per {found[1]}" if found else "each" if _EACH.match(right) else None


def _longest(right: str) -> Unit | None:
    surfaces, place, best = "", 0, None
    known_units = _tables()[1]
    for _ in range(3):
        piece = _PIECE.match(right, place)
        if not piece:
            break
        place = piece.end()
        written = piece[1].rstrip("./")
        surfaces = f"{surfaces} {written}".strip()
        found = known_units.get(surfaces) or (len(surfaces) > 1 and known_units.get(words.small(surfaces)))
        if found:
            best = Unit(*found, place - len(piece[1]) + len(written))
    return best


SUMS = known.words("words beside pounds that are money")


def _sterling(unit: Unit | None, context: Context) -> Unit | None:
    """Pounds are money beside words of sums (spent, a fine), weight beside what is weighed: of cocaine."""
    if unit is None or unit.name.split()[0] != "pound" or context.right.startswith(" of ", unit.length):
        return unit
    beside = {*context.before[:4], *re.findall(r"[a-z]+", context.right[unit.length : unit.length + 20])[:1]}
    return unit._replace(name=f"GBP{unit.name[5:]}", kind="money") if beside & SUMS else unit


_OR_MORE = re.compile(r"(?:-plus|-odd|\+)(?=[\s-]?[^\W\d])")
_OF = re.compile(r"\sof(?=\s)")
_OF_A = re.compile(r"\s(?:of\s)?(?:an?|one|1)(?=\s)")


def of(number: Number, context: Context) -> Unit | None:
    """The unit of a number: the currency before it, else the unit after it, also past `of` (millions of dollars)."""
    currency = before(number.prefix)
    if currency is not None:
        per = rate(context.right)
        return currency._replace(name=f"{currency.name} {_of_each(per)}") if per else currency
    part = number.form in ("fraction", "half")
    link = (_OF_A if part else _OF).match(context.right) if part or number.form == "vague" else None
    link = link or _OR_MORE.match(context.right)
    if link is None:
        return _sterling(after(context.right), context)
    beyond = after(context.right[link.end() :])
    return beyond._replace(length=beyond.length + link.end()) if beyond else None
