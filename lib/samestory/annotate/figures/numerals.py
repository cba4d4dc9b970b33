"""What a written number is worth: numerals in digits and words, shares, vague plurals, ordinals."""

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from samestory.annotate.figures import forms, words

UNVALUED = ("date", "time", "label", "url", "phone", "unreadable")
CODES = ("Rs", "Rs.", "Kr", "kr", "Ksh", "KSh", "Tk")
_MONTH_VERB = re.compile(r"(?:may|march|mar)\s")
_OUT_OF = re.compile(r"\b(?:in|out of|to)(?: every)?\b")
_TOKEN = re.compile(rf"{forms.ATOM}|{forms.PARTS['glyph']}|×10{forms.DASH}?[0-9]{{1,3}}|[a-z]+")
_MIXED = re.compile(
    rf"(?P<whole>.{{1,40}}?)[\s-]and[\s-](?P<part>{forms.PARTS['parts']})(?:[\s-](?P<scale>[a-z]{{4,8}}))?"
)
_SLASH = re.compile(rf"(?:([0-9]{{1,3}}){forms.BLANK})?([0-9]{{1,3}})[/⁄]([0-9]{{1,3}})")
_NO_GROUPING = {ord(mark): None for mark in ", \xa0\u2009\u202f"}
_POINTED = re.compile(r"[0-9]{1,3}(?:(?:\.[0-9]{3}){2,5}|\.000)(?:,[0-9]{1,2})?")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_REPEATED = re.compile(r",? (?:and|upon|on|after) ")
PLURAL = 2  # a plural is of two or more, whatever their number: thousands are 2,000 or more
_PLURAL_AHEAD = re.compile(
    rf"{forms.BLANK}(?:[a-z]{{2,15}}{forms.BLANK})?(?!was|has|is|his|this|across|hurdles|finals|races|less)"
    r"(?:people|[a-z]{2,15}s)\b"
)
_CROWD_BEFORE = re.compile(
    r"\b(?:population|city|country|town|nation|state|region|territory|island|community|audience|crowd|circulation|"
    r"membership|electorate|workforce|total)\b[^.,;:]{0,20}\s$"
)


class Number(NamedTuple):
    """A numeral, date, time or label: where it stands, as written, its form, the interval it names, the currency."""

    start: int
    end: int
    written: str
    form: str
    low: float | None
    high: float | None
    prefix: str


def numbers(text: str, small: str | None = None) -> Iterator[Number]:
    """Every number expression of the text in order, none overlapping; dates, times and labels have no value here.

    `small` is the text in small letters (`words.small`), where it is there already.
    """
    lower, pattern, place = words.small(text) if small is None else small, forms.candidates(), 0
    while found := pattern.search(lower, place):
        form, prefix = str(found.lastgroup), ""
        start, place = found.span(form)
        if form == "date" and (verb := _MONTH_VERB.match(text, start)):
            place = verb.end()
            continue
        if form == "money":
            start = found.start("amount")
            prefix = text[found.start() : start].strip()
            form, prefix = ("numeral", "") if _word_not_code(prefix) else ("money", words.small(prefix))
        end = place - 1 if form == "numeral" and _unit_letter(text[start:place], lower, place) else place
        if form == "unreadable":
            continue
        low, high = _interval(lower[start:end], form)
        yield Number(start, end, text[start:end], form, low, high, prefix)


def _word_not_code(prefix: str) -> bool:
    """`try 5 times` is no Turkish lira: codes of letters alone are written large."""
    return prefix.rstrip(".").isalpha() and not prefix.isupper() and prefix not in CODES


def _unit_letter(written: str, lower: str, end: int) -> bool:
    """37m and 45t end in a unit; 4.3M, 1.2m before people or things and a city of 1.3m are in millions."""
    if written[-1] not in "mbt" or not written[-2:-1].isdigit():
        return False
    if written[-1] != "m":
        return True
    crowd = _CROWD_BEFORE.search(lower, max(0, end - len(written) - 40), end - len(written))
    return not (crowd or _PLURAL_AHEAD.match(lower, end) or lower.startswith(("-euro", "-dollar", "-pound"), end))


def interval(written: str, form: str = "numeral") -> tuple[float | None, float | None]:
    """The lowest and highest value a written number names: equal for an exact one, a magnitude for a vague plural.

    >>> interval("1.5 million"), interval("thousands", "vague"), interval("one in five", "ratio")
    ((1500000.0, 1500000.0), (2000.0, inf), (0.2, 0.2))
    """
    return _interval(words.small(written), form)


def _interval(written: str, form: str) -> tuple[float | None, float | None]:
    if form in UNVALUED:
        return None, None
    if form == "vague":
        return _magnitude(written)
    worth = _ratio if form == "ratio" else _ordinal if form == "ordinal" else _worth
    exact = worth(written)
    return exact, exact


def _magnitude(written: str) -> tuple[float, float]:
    """Of `thousands` 2,000 and any number above; of `several hundred` 200 to 1,000; of `dozens upon dozens` once."""
    spoken = re.findall("[a-z]+", _REPEATED.split(written)[-1])
    magnitude = 1.0
    for word in spoken:
        magnitude *= words.MAGNITUDES.get(word) or words.SCALES.get(word) or words.FACTORS.get(word, 1.0)
    low, high = next((words.SOME[word] for word in spoken if word in words.SOME), (PLURAL, math.inf))
    return low * magnitude, high * magnitude


def _ratio(written: str) -> float | None:
    part, whole = (_worth(side.strip("- ")) for side in _OUT_OF.split(written, maxsplit=1))
    return part / whole if part is not None and whole else None


def _ordinal(written: str) -> float:
    if written[0].isdigit():
        return float(re.sub("[^0-9]", "", written))
    tens, _, ones = written.rpartition("-")
    return float(words.TENS.get(tens, 0) + words.ORDINALS[ones])


def value(written: str) -> float | None:
    """What a numeral is worth, in digits or words; None for a string that holds none.

    >>> value("57,523"), value("two hundred and fifty thousand"), value("three-quarters"), value("1 1/2")
    (57523.0, 250000.0, 0.75, 1.5)
    """
    return _worth(words.small(written))


def _worth(written: str) -> float | None:
    plain = float(written) if written.isdecimal() else words.SIMPLE.get(written)
    if plain is not None:
        return float(plain)
    mixed = _MIXED.fullmatch(written)
    if mixed:
        return _mixed(mixed)
    slash = _SLASH.fullmatch(written)
    if slash:
        whole, over, under = (float(part or 0) for part in slash.groups())
        return whole + over / under if under else None
    if written[:1] in ("-", "−") or written.startswith("minus"):
        rest = _worth(written.removeprefix("minus").lstrip("-− \t\xa0\n"))
        return None if rest is None else -rest
    return _sum(_TOKEN.findall(written))


def _mixed(mixed: re.Match[str]) -> float | None:
    """One and one-half, two and three-quarter million; of a million and a half the half is one of a million."""
    whole, part = _worth(mixed["whole"]), _sum(_TOKEN.findall(mixed["part"]))
    if whole is None or part is None:
        return None
    scale = words.SCALES.get(mixed["scale"] or mixed["whole"].split()[-1], 1.0)
    return whole + part * scale if mixed["scale"] is None else (whole + part) * scale


def _sum(tokens: list[str]) -> float | None:
    """Scales close a group (two hundred and fifty | thousand), the rest builds it; lakh crore is a product."""
    total, current, added, closed = 0.0, None, False, 0.0
    for token in tokens:
        scale = words.SCALES.get(token) or words.SHORT_SCALES.get(token)
        if scale:
            total -= closed if current is None else 0.0
            closed = ((closed or 1.0) if current is None else current) * scale
            total, current, added = total + closed, None, True
        elif token == "and":
            added = True
        elif token not in ("a", "an", "of"):
            current, added = _joined(current, token, added), False
    return total + (current or 0.0) if current is not None or total else None


def _joined(current: float | None, token: str, added: bool) -> float | None:
    """The group with one more word: `two` and `dozen` multiply, `twenty` and `six` add, `and a half` adds."""
    if token.startswith("×10"):
        return (current or 0.0) * float(f"1e{re.sub(forms.DASH, '-', token[3:])}")
    if token in words.FACTORS:
        return (1.0 if current is None else current) * words.FACTORS[token]
    denominator = words.DENOMINATORS.get(token) or words.DENOMINATORS.get(token.removesuffix("s"))
    if denominator:
        return (current or 0.0) + 1 / denominator if added or current is None else current / denominator
    worth = _single(token)
    return current if worth is None else (current or 0.0) + worth


def _digits(written: str) -> float:
    """1.000.000 and 2,5 million as most of Europe writes them, everything else with the point before decimals."""
    if _POINTED.fullmatch(written):
        return float(written.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(written):
        return float(written.replace(",", "."))
    return float(written.translate(_NO_GROUPING))


def _single(token: str) -> float | None:
    if token[-1].isdigit():
        return _digits(token)
    word = token.removesuffix("fold")
    return words.SIMPLE.get(word, words.GLYPHS.get(token, words.MULTIPLES.get(token)))
