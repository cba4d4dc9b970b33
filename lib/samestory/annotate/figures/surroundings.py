"""What stands around a figure, kept with its span: the words that say it, the places, names and telling words near it.

Later steps compare figures by these columns and never read the text again.
"""

import re
from typing import Any

from samestory import known
from samestory.annotate.figures.nouns import lemma
from samestory.calendar import MONTHS, WEEKDAYS

Row = dict[str, Any]
_SPOKEN = r"(?<!said )(?<!says )(?<!announced )(?<!reported )(?<!reporters )(?<!said on )"
_OF_DAY = re.compile(
    rf"{_SPOKEN}\b(?:{'|'.join(map(str.capitalize, WEEKDAYS))})\b|\b(?:today|yesterday|overnight|tonight)\b"
)
_OF_PERIOD = re.compile(
    r"\b(?:(?:this|last|past|each|every|per) (?:week|month|year|season|quarter|decade|summer|winter)|"
    r"since (?:[A-Z]|\d|the )|(?:past|last) (?:[\w-]+ )?(?:days|weeks|months|years|decades)|in (?:19|20)\d\d|"
    r"in all|in total|to date|overall|a (?:week|month|year)|over the (?:week|month|year)|annually|so far)\b"
)
REACH = 60  # characters to either side of a number in which its qualifier, its noun and telling words stand
NAME = r"[A-Z][\w’'.-]*\w(?: (?:(?:of|the|al|de|la) )?[A-Z][\w’'.-]*\w)*"
PLACE = re.compile(rf"\b(?i:in|at|near|outside|inside|across|throughout) (?:the |her |his |their |its |an? )?({NAME})")
NAMES = re.compile(rf"(?<![\w’'.])({NAME})")
INNER = re.compile(rf"(?<=[\w,;] )(?:{NAME})")
DIVISIONS = re.compile(r" (?:Strip|Territory|Province|County|State|Republic|region|area)$")
NOT_NAMES = {word.capitalize() for word in (*MONTHS, *WEEKDAYS)} | known.words("capitals that are no names")
EMPTY_WORDS = known.words("words that tie no figures")
_UNIT_AFTER = re.compile(
    r"\s?(?:%|percent\b|per cent\b)|(?:-\w+)+|\s(?:second|minute|hour|day|week|month|year|decade)s?\b|"
    r"\sof (?:them|whom)\b"
)
_TOP = re.compile(r"(?:\b(?:top|bottom|richest|poorest|wealthiest)\s)?\Z")  # the top 2 percent
_AS = re.compile(r" as [a-z]+")  # twice as likely
_SIGN = re.compile(r"[$£€¥₪₹]?\Z")


def inner_names(text: str) -> frozenset[str]:
    """The names that a text writes inside its sentences: a first word is one only where it is among them."""
    return frozenset(INNER.findall(text))


def beside(row: Row, text: str, sentence: tuple[int, int], inner: frozenset[str]) -> Row:
    """The columns `quotation`, `places`, `names` and `near` of a figure; several are joined by "; "."""
    start, end = row["start"], row["end"]
    low, high = max(sentence[0], start - 4 * REACH), min(sentence[1], end + 4 * REACH)
    around = text[max(low, start - REACH) : start] + " " + text[end : min(high, end + REACH)]
    return {
        "quotation": _quotation(text, row, sentence[1]),
        "places": "; ".join(sorted(_places(text[low:high]))),
        "names": "; ".join(sorted(names(text[low:high], inner))),
        "near": "; ".join(sorted(_words(around))),
        "over": _over(around),
    }


def _over(around: str) -> str | None:
    """Whether the words around say that a figure is of one day, or of a period; None for neither, or both.

    >>> _over("killed 12 on Monday"), _over("killed 12 this year"), _over("officials said on Monday 12 have died")
    ('day', 'period', None)
    """
    found = [name for name, words in (("day", _OF_DAY), ("period", _OF_PERIOD)) if words.search(around)]
    return found[0] if len(found) == 1 else None


def _quotation(text: str, row: Row, until: int) -> str:
    """The unbroken words of the article's sentence that hold qualifier, number, unit, what is counted and per what."""
    start, end, qualifier, noun = row["start"], row["end"], row["qualifier"], row["counted"]
    before, after = text[max(0, start - REACH) : start], text[end : max(end, min(until, end + REACH))]
    stands_behind = qualifier and re.match(rf"[-–—\s]{{0,2}}{re.escape(qualifier)}", after)
    ahead = qualifier and not stands_behind and qualifier in before.lower()
    behind = None if ahead else qualifier
    opens = before.lower().rfind(qualifier) if ahead else len(before)
    opens -= len(_SIGN.search(before[:opens])[0])  # type: ignore[index]
    opens -= len(_TOP.search(before[:opens])[0])  # type: ignore[index]
    tails = [re.search(rf"(?<!\w){re.escape(phrase)}", after) for phrase in (behind, noun) if phrase]
    closes = max((tail.end() for tail in tails if tail), default=_opening(noun or "", after))
    unit = _UNIT_AFTER.match(after)
    so = _AS.match(after) if row.get("kind") == "multiplier" else None
    closes = max(closes, unit.end() if unit else 0, so.end() if so else 0, row.get("unit_length", 0))
    per = str(row.get("unit") or "").rpartition("per ")
    rate = re.match(rf"[\s-](?:per|an?|each|every)[\s-]{re.escape(per[2])}", after[closes:]) if per[1] else None
    closes += rate.end() if rate else 0
    return re.sub(r"\s+", " ", before[opens:] + text[start:end] + after[:closes])


def _opening(noun: str, after: str) -> int:
    """How much of what follows a number are the first words of what is counted: in `12 red, 14 blue marbles` red."""
    words = noun.split()
    openings = (" " + " ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((len(said) for said in openings if re.match(rf"{re.escape(said)}\b", after)), 0)


def names(sentence: str, inner: frozenset[str]) -> frozenset[str]:
    """The proper names of a sentence, possessives and "Strip", "Province" … taken off.

    Its first word is one only where the article writes it with a capital inside a sentence too (`inner`).
    """
    found = (_plain_name(m[1]) for m in NAMES.finditer(sentence) if m.start() > 2 or _plain_name(m[1]) in inner)
    return frozenset(name for name in found if name)


def _places(sentence: str) -> frozenset[str]:
    found = (_plain_name(m[1]) for m in PLACE.finditer(sentence))
    return frozenset(name for name in found if name)


def _plain_name(name: str) -> str:
    words = re.sub(r"[’']s?(?= |$)", "", name).split()
    while words and words[0].rstrip(".") in NOT_NAMES:
        words = words[1:]
    plain = DIVISIONS.sub("", " ".join(words))
    return "" if plain.rstrip(".") in NOT_NAMES else plain


def _words(near: str) -> frozenset[str]:
    found = (lemma(word) for word in re.findall(r"(?<!\w)[^\W\d_]{4,}(?!\w)", near))
    return frozenset(found) - EMPTY_WORDS
