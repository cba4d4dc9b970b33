"""Dates as exports and people write them become Periods of a day, a month or a year, or are refused by name."""

import re
from datetime import UTC, date, datetime

import pandas as pd

from samestory.calendar import MONTHS

NONE = {
    "",
    "-",
    "–",
    "—",
    "n.d.",
    "n.d",
    "nd",
    "n/a",
    "na",
    "none",
    "null",
    "nan",
    "nat",
    "undated",
    "unknown",
    "no date",
}
MONTH = r"(?P<month>[a-z]{3,9})\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)"
TIME = (
    r"(?:[T ,_-]+(?:at )?(?:\d{1,2}[:.h]\d\d.*|\d{1,2}\s*[ap]\.?m\.?.*|\d{4}(?:\d\d)?Z?)"
    r"|[ ,]+(?:bst|gmt|utc|[ecmp][ds]?t))?"
)
LEAD = re.compile(
    r"^(?:(?:first |last )?(?:published|updated|posted|modified|date)(?: on| at)?[: ]+)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?",
    re.IGNORECASE,
)
WEEKDAY = r"(?:,? +(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)?"
WRITTEN = [
    re.compile(rf"{YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?{TIME}", re.IGNORECASE),
    re.compile(rf"{YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{6}}Z?)?", re.IGNORECASE),
    re.compile(rf"{DAY}(?: of)?[ -]{MONTH},?[ -]{YEAR}{WEEKDAY}{TIME}{WEEKDAY}", re.IGNORECASE),
    re.compile(rf"{MONTH} {DAY},? {YEAR}{WEEKDAY}{TIME}{WEEKDAY}", re.IGNORECASE),
    re.compile(rf"{MONTH} {DAY} \d\d:\d\d:\d\d(?: \S+)? {YEAR}", re.IGNORECASE),  # as `date` and Twitter write it
    re.compile(rf"{MONTH},? {YEAR}", re.IGNORECASE),
    re.compile(YEAR),
]
NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2((?:1[6-9]|20)\d\d|\d\d)" + TIME, re.IGNORECASE)
ORDERS = {
    "day, month, year": (2, 1, 0),
    "month, day, year": (2, 0, 1),
    "year, month, day": (0, 1, 2),
}  # where y, m, d are
CENTURY = 50  # a year of two digits below it is of this century, as spreadsheets and POSIX read it
EPOCH = re.compile(r"(?P<seconds>\d{10})(?:\.\d+|\d{3})?")
VALID = "write YYYY-MM-DD, YYYY-MM or YYYY"


def period(value: object, *, order: str = "") -> pd.Period | None:
    """The day, month or year that a value names, with its precision; None where it says that there is none.

    `2025-07` is a month, never a guessed day. Dates of numbers with the year last or of two digits (03/04/2026) are
    read where only one order of day, month and year makes them a date, or all make the same, or in the `order` their
    table is known to have. Seconds since 1970 are read in UTC. ValueError names the value where it cannot be read.
    """
    if isinstance(value, pd.Period):
        return value
    if isinstance(value, datetime | date):
        return pd.Period(value.isoformat()[:10], freq="D")
    text = " ".join(str(value).split())
    if text.casefold() in NONE:
        return None
    bare = LEAD.sub("", text)
    if match := EPOCH.fullmatch(bare):
        return pd.Period(datetime.fromtimestamp(int(match["seconds"]), UTC).date().isoformat(), freq="D")
    if ways := orders(text):
        return _numeric(text, ways, order)
    for pattern in WRITTEN:
        if match := pattern.fullmatch(bare):
            return _period(text, match.groupdict())
    raise ValueError(f"the date {text!r:.60} cannot be read; {VALID}")


def _period(text: str, parts: dict[str, str | None]) -> pd.Period:
    """The Period of a day, month or year written out; ValueError where no calendar has it."""
    month = parts.get("month")
    try:
        number = int(month) if month and month.isdecimal() else _month(month) if month else 1
        found = date(int(parts["year"] or 0), number, int(parts.get("day") or 1))
    except ValueError:
        raise ValueError(f"the date {text!r:.60} cannot be read; {VALID}") from None
    return pd.Period(found.isoformat(), freq="D" if parts.get("day") else "M" if month else "Y")


def _month(name: str) -> int:
    """The number of a month by its name or an abbreviation of three letters or more (“Sept”)."""
    found = [k for k, month in enumerate(MONTHS, 1) if month.startswith(name.lower())]
    if len(found) != 1:
        raise ValueError(name)
    return found[0]


def orders(value: object) -> dict[str, str]:
    """The orders of day, month and year in which a date of three numbers is a day of the calendar, and that day."""
    match = NUMERIC.fullmatch(LEAD.sub("", str(value).strip()))
    found = {}
    for order, places in ORDERS.items() if match else ():
        parts = [(match[1], match[3], match[4])[place] for place in places] if match else []
        if len(parts[0]) in (2, 4) and len(parts[1]) < 3 and len(parts[2]) < 3:
            year = int(parts[0]) + (0 if len(parts[0]) == 4 else 2000 if int(parts[0]) < CENTURY else 1900)
            try:
                found[order] = date(year, int(parts[1]), int(parts[2])).isoformat()
            except ValueError:
                continue  # the calendar has no such day
    return found


def _numeric(text: str, ways: dict[str, str], order: str) -> pd.Period:
    """A date of three numbers."""
    days = sorted(set(ways.values()))
    if len(days) > 1 and order not in ways:
        raise ValueError(f"the date {text!r} may be {' or '.join(days)}; write YYYY-MM-DD")
    return pd.Period(ways.get(order, days[0]), freq="D")


def column(values: pd.Series, *, one_hand: bool = True) -> tuple[list[pd.Period | None], list[str], str]:
    """The Periods of a table's dates, what is wrong with each (empty where nothing is), and what was assumed.

    Dates of numbers are read in the one order in which all of the table's are days of the calendar (25/03/2026 shows it
    for 03/04/2026), where they were written by one hand.
    """
    ways = [found for value in values if (found := orders(value))] if one_hand else []
    shared = set.intersection(*map(set, ways)) if ways else set()
    order = shared.pop() if len(shared) == 1 else ""
    read = [_read(value, order) for value in values]
    needed = order and any(len(set(found.values())) > 1 for found in ways)
    return [one for one, _ in read], [wrong for _, wrong in read], f"dates read as {order}" if needed else ""


def _read(value: object, order: str) -> tuple[pd.Period | None, str]:
    """The Period, or what is wrong."""
    if value is None or value != value:
        return None, ""
    try:
        return period(value, order=order), ""
    except ValueError as error:
        return None, str(error)
