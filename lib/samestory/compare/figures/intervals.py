"""Intervals with open and closed bounds: what a reported figure allows, and whether two of them can both hold.

A death toll is not a digit string. "More than 57,500" allows every number above it, "about 300" allows the numbers that
round to it, "between 20 and 30" allows what lies between, bounds included. The functions here are pure arithmetic on
such intervals; the words for the results stand in `compare.ledger`.
"""

import math
from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from samestory import known

APPROACHING = known.words("qualifiers of approaching")
BELOW = 0.1  # nearly so many is no further below
HUNDRED, CLOSE = 100, 0.06  # rounding to one digit is seen from a hundred up, and by no more than this share


class Interval(NamedTuple):
    """The numbers from `low` to `high`; an open bound is not itself among them."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


BOUNDS = list(Interval._fields)
EVERYTHING = Interval(-math.inf, math.inf, True, True)


def grain(number: float) -> float:
    """The place value of the last digit that is not a trailing zero: 57,500 -> 100, 2.5 -> 0.1, 20 -> 10."""
    if number == 0 or not math.isfinite(number):
        return 1.0
    exponent = Decimal(repr(float(number))).normalize().as_tuple().exponent
    return float(Decimal(10) ** int(exponent))


def allowed(low: float | None, high: float | None, relation: str, qualifier: str | None = None) -> Interval:
    """The interval a figure allows, from its value and the relation of its wording.

    ==========  ==============================================================================
    `=`         the number itself
    `>=`, `>`   from the number up, with it or without it ("at least", "more than")
    `<=`, `<`   up to the number ("up to", "fewer than"), not below zero for a number above it
    `~`         the numbers near it: its last digit's place to either side ("about 57,500": 57,400 to 57,600), half
                of that for a number of one digit ("about 300": 250 to 350); only the lower side for "nearly" and
                its like, at most a tenth ("nearly 300": from 270 up); with two (several hundred: 200 to 1,000)
                what lies between them; without a higher one (thousands) from the number up
    `range`     from the lower number to the higher, both included
    ==========  ==============================================================================
    """
    floor, ceiling = _bounds(low, high)
    if floor is None or ceiling is None:
        return EVERYTHING
    approaching = (str(qualifier).lower() if qualifier else "") in APPROACHING
    near = grain(floor) / (2 if digits(floor) < 2 else 1)
    under = min(near, BELOW * ceiling)
    if relation in (">=", ">") or (relation == "~" and pd.isna(high)):
        return Interval(floor, math.inf, relation == ">", True)
    if approaching and relation in ("~", "<", "<="):
        return Interval(ceiling - under, ceiling, False, True)
    if relation in ("<=", "<"):
        return Interval(min(0.0, ceiling), ceiling, False, relation == "<")
    if relation == "~" and floor == ceiling:
        return Interval(floor - near, floor + near)
    return Interval(floor, ceiling)


def _bounds(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Both bounds as numbers, a missing one taken from the other; (None, None) where there is no number at all."""
    known = [float(x) for x in (low, high) if x is not None and not pd.isna(x)]
    return (min(known), max(known)) if known else (None, None)


def empty(a: Interval) -> bool:
    """Whether no number lies in the interval."""
    return a.low > a.high or (a.low == a.high and (a.low_open or a.high_open))


def opposite(a: Interval, b: Interval) -> bool:
    """Whether one allows only numbers just below what the other lies above: nearly 20, and more than 20."""
    low, high = sorted((a, b), key=lambda each: each.low)
    return low.low > 0 and low.high == high.low and low.high_open and math.isinf(high.high)


def contains(a: Interval, number: float) -> bool:
    """Whether the number lies in the interval."""
    above = number > a.low or (number == a.low and not a.low_open)
    return above and (number < a.high or (number == a.high and not a.high_open))


def meet(a: Interval, b: Interval) -> Interval:
    """The numbers in both intervals (possibly none: `empty`)."""
    low = max(a.low, b.low)
    high = min(a.high, b.high)
    low_open = any(x.low_open for x in (a, b) if x.low == low)
    high_open = any(x.high_open for x in (a, b) if x.high == high)
    return Interval(low, high, low_open, high_open)


def minus(a: Interval, b: Interval) -> Interval:
    """What is left of a whole in `a` without a part in `b`: every difference the two allow, never below zero."""
    low, low_open = a.low - b.high, a.low_open or b.high_open
    low, low_open = (low, low_open) if low >= 0 else (0.0, False)
    return Interval(low, a.high - b.low, low_open, a.high_open or b.low_open)


def is_point(a: Interval) -> bool:
    """Whether the interval is one number."""
    return a.low == a.high and not empty(a)


def named(low: float | None, high: float | None) -> float:
    """The number the wording names: its one number, or the lower of two; NaN where there is none."""
    floor, _ = _bounds(low, high)
    return math.nan if floor is None else floor


def digits(number: float) -> int:
    """How many digits a number is given in, without trailing zeros: 57,523 -> 5, 57,500 -> 3, 20 -> 1."""
    return len(Decimal(repr(float(number))).normalize().as_tuple().digits) if math.isfinite(number) else 0


def rounds_to(exact: float, rounded: float) -> bool:
    """Whether `rounded` is `exact` rounded (either way) to the place `rounded` is given in.

    57,523 is 57,500 to the hundreds; 58,000 has two digits as well. With one digit it must be near: 49,000 is called
    50,000, 24,000 is not called 20,000, and no number below a hundred is called another.
    """
    place = grain(rounded)
    if exact == rounded or place <= grain(exact):
        return False
    if abs(rounded) < 10 * place and (abs(rounded) < HUNDRED or abs(exact - rounded) > CLOSE * abs(rounded)):
        return False
    return abs(exact - rounded) < place / 2 or math.isclose(abs(exact - rounded), place / 2)


def number(value: float) -> str:
    """The number with thousands separators and no more decimals than it has: 57523.0 -> "57,523", 2.5 -> "2.5"."""
    if not math.isfinite(value):
        return "any number"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6f}".rstrip("0")


def in_words(a: Interval) -> str:
    """The interval in words: "from 57,523 up", "above 57,500", "from 20 to 30", "at 251", "nowhere"."""
    if empty(a):
        return "nowhere"
    if is_point(a):
        return f"at {number(a.low)}"
    if math.isinf(a.high):
        return (
            "everywhere"
            if math.isinf(a.low)
            else ("above " if a.low_open else "from ") + number(a.low) + ("" if a.low_open else " up")
        )
    upper = ("below " if a.high_open else "up to ") + number(a.high)
    if math.isinf(a.low) or (a.low == 0 and not a.low_open):
        return upper
    if a.low_open or a.high_open:
        return f"{'above' if a.low_open else 'from'} {number(a.low)} and {upper}"
    return f"from {number(a.low)} to {number(a.high)}"
