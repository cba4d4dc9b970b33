"""The grammar of written numbers: which strings are numerals, dates, times, labels, and what a numeral is worth.

One compiled expression (`CANDIDATE`) is passed once over the text; its alternatives stand in order of precedence, so
that a date is a date before its day is a number. Every repetition in it is bounded, so the pass is linear.
"""

import re
import string
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SIMPLE = {"zero": 0, **ONES, **TEENS, **TENS}
SCALES = {"thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SHORT_SCALES = {"k": 1e3, "mn": 1e6, "mln": 1e6, "m": 1e6, "bn": 1e9, "bln": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
GLYPHS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
    "⅕": 1 / 5,
}
VAGUE = {"dozens": 12.0, "scores": 20.0, "tens": 10.0, "hundreds": 100.0, "thousands": 1e3, "millions": 1e6,
         "billions": 1e9, "trillions": 1e12}  # fmt: skip
VAGUE_FACTORS = {"several": (2, 10), "few": (2, 10), "many": (2, 10), "couple": (2, 2)}
MULTIPLES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "quadruple": 4}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
     "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 1_000_000}  # fmt: skip

LOWER = str.maketrans(string.ascii_uppercase + "’", string.ascii_lowercase + "'")
DASH = "[-‐‑‒–—−]"
SPACE = r"[ \t\xa0\u2009\u202f]"


def _any(words) -> str:
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"


_month = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
_day = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9])"
_year = r"(?:1[0-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])"
_clock = r"(?:[01]?[0-9]|2[0-4])"
_half_day = rf"{SPACE}?(?:[ap]\.m\.?|[ap]m\b)"
_zone = (
    rf"(?:{SPACE}?\(?(?:gmt|utc|bst|est|edt|cet|cest|pst|pdt|cst|cdt|ist|jst|et|pt|ct)\b(?:[+-][0-9]{{1,2}})?"
    rf"|{SPACE}(?:local|eastern|central|pacific|mountain){SPACE}(?:standard{SPACE}|daylight{SPACE})?time\b|{SPACE}local\b)"
)
_integer = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}"
    r"|[0-9]{1,3}(?:[\xa0\u2009\u202f][0-9]{3}){1,5}|[0-9]{1,18})(?![0-9])"
)
_digits = rf"(?:{_integer}(?:\.[0-9]{{1,18}}(?![0-9]))?(?!,[0-9]{{3}}(?![0-9]))|\.[0-9]{{1,18}}(?![0-9]))"
_scale = _any(SCALES)
_ones = _any(ONES)
_simple = rf"(?:{_any(TENS)}(?:{DASH}?{SPACE}?{_ones}\b)?|{_any(TEENS)}|{_ones}|zero)\b"
_below_thousand = (
    rf"(?:(?:{_simple}{SPACE}|an?{SPACE})?hundred(?:{SPACE}(?:and{SPACE})?{_simple})?|{_simple})\b(?!{SPACE}hundred)"
)
_spelled = (
    rf"(?:(?:{_simple}|an?){SPACE}hundred\b(?:[ -](?:and{SPACE})?{_simple})?|{_simple})"
    rf"(?:[\s-]{_scale}\b(?:{SPACE}(?:and{SPACE})?(?:{_simple}{SPACE}hundred\b(?:{SPACE}(?:and{SPACE})?{_simple})?|{_simple}))?){{0,3}}"
    rf"(?:[\s-]dozen\b)?"
)
_MILLIONS = re.compile(
    rf"(?={SPACE}(?:[a-z]{{2,15}}{SPACE})?(?!was|has|is|his|this|across|hurdles|finals|races|less)(?:people|[a-z]{{2,15}}s)\b)"
)
_glyph = "[" + "".join(GLYPHS) + "]"
_denominator = _any(
    [
        *(d for d in DENOMINATORS if d != "halves"),
        *(d + "s" for d in DENOMINATORS if d not in ("half", "halves")),
        "halves",
    ]
)

FORMS = {
    "url": r"(?:https?://|www\.)[^\s<>\"”]{1,300}|[\w.+-]{1,60}@[\w-]{1,60}\.[a-z.]{2,20}|[@#](?=\w{0,40}[0-9])\w{2,40}",
    "date": "|".join([
        rf"{_month}{SPACE}{_day}(?:{SPACE}?(?:{DASH}|to|and|or){SPACE}?(?:{_month}{SPACE})?{_day})?(?:,?{SPACE}{_year})?",
        rf"{_day}(?:{SPACE}?(?:{DASH}|to|and){SPACE}?{_day})?{SPACE}(?:of{SPACE})?{_month}(?:,?{SPACE}{_year})?(?!\w)",
        rf"{_month},?(?:{SPACE}of)?{SPACE}{_year}",
        r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?(?![0-9-])",
        r"(?:[0-3]?[0-9])/(?:[0-3]?[0-9])/(?:19|20)?[0-9]{2}(?![0-9/])",
        r"(?:9/11|7/7)(?![0-9/])",
        rf"(?:19|20)[0-9]{{2}}{SPACE}?[-–/]{SPACE}?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![0-9,]|\.[0-9])",
        r"(?:mid-|early-|late-)?(?:1[0-9]|20)[0-9]0'?s\b",
        r"'[0-9]0s\b",
        r"(?:fy|q[1-4]|h[12])(?:'|\s)?(?:(?:19|20)?[0-9]{2})?\b(?<=[0-9])",
    ]),
    "time": "|".join([
        rf"{_clock}(?:[:.][0-5][0-9]){{0,2}}{_half_day}(?:{_zone})?",
        rf"{_clock}[:.][0-5][0-9]{_zone}",
        rf"{_clock}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])",
        rf"[0-2][0-9][0-5][0-9](?:{SPACE}?(?:gmt|utc)\b|{SPACE}hours\b)",
        rf"(?:[0-9]{{1,2}}|{_simple}){SPACE}o'clock",
    ]),
    "money": rf"(?:(?:us|au?|nz|ca?|hk|s|r|nt|mx)?\$|\$(?:us|a|nz|c)|[£€¥₹₽₩₪₺₦₫₱₴฿]|y=|(?:usd|aud|cad|nzd|eur|gbp|jpy|cny|rmb|chf|inr|rs\.?|rm|sek|nok|dkk|zar|hkd|sgd|aed|sar|krw|brl|mxn|rub|try|pln|kr|ps(?=[0-9]+(?:[.][0-9]+)?(?:m|bn|k)\b|[0-9]{{1,3}},[0-9]{{3}})))"
             rf"{SPACE}?(?P<amount>[-−]?{_digits}(?:{SPACE}?(?:{_any(SHORT_SCALES)}|t)\b|[\s-]{_scale}\b|(?:{SPACE}(?:hundred|thousand|lakh)\b)(?:{SPACE}{_scale}\b)?)?)",
    "phone": r"\+[0-9](?:[\s().-]{0,2}[0-9]){7,14}(?![0-9])|\(?[0-9]{3}\)?[\s.-][0-9]{3}[.-][0-9]{4}(?![0-9])|[0-9]{3}-[0-9]{4}(?![0-9])|1-[0-9]{3}-[0-9a-z]{3}-[0-9a-z]{4}",
    "label": "|".join([
        r"(?!(?:mid|pre|post|non|sub|over|then|now|late|early|than|and|or|to|a|the|all|us|every|per|anti|some|nearly|about|about)-)"
        r"[a-z]\w{0,20}(?:-[a-z]\w{0,20}){0,2}-[0-9]\w{0,12}(?![,.][0-9])(?!-(?:year|month|week|day|hour|minute))",
        r"[a-z]{1,12}[0-9]\w{0,12}(?:[-.][0-9]\w{0,8}){0,2}",
        r"[0-9]{1,6}\.[a-z]{2}(?![a-z])",
        r"#[0-9]{1,6}\w?",
        r"no\.?\s?[0-9]{1,4}\b|nos\.\s?[0-9]{1,4}\b",
        r"24/7\b|50-50\b|fifty-fifty\b|20/20\b",
        r"[0-9]{1,4}x[0-9]{1,4}\b",
        r"\[[0-9]{1,3}\]",
    ]),
    "ratio": rf"(?:{_simple}|[0-9]{{1,3}}){SPACE}?(?:in(?:{SPACE}every)?|out{SPACE}of(?:{SPACE}every)?){SPACE}(?:{_simple}(?:{SPACE}(?:hundred|thousand|million)\b)?|[0-9]{{1,3}}(?:,[0-9]{{3}}){{0,2}}(?![0-9,.:/%]|\.[0-9]))"
             rf"(?!{SPACE}(?:{_month}|years|months|weeks|days|hours|minutes)\b)",
    "fraction": "|".join([
        rf"(?:{_digits}{SPACE}?)?{_glyph}",
        rf"[0-9]{{1,3}}{SPACE}[0-9]{{1,2}}[/⁄][0-9]{{1,3}}(?![0-9/])",
        r"[0-9]{1,3}[/⁄][0-9]{1,3}(?![0-9/])",
        rf"(?:{_simple}|an?)[-‐‑ ]{_denominator}\b(?![\s-](?:dozen|{_scale}))",
    ]),
    "vague": "|".join([
        rf"(?:(?:tens(?= of)|dozens|scores(?= of)|hundreds|thousands)(?:{SPACE}(?:and{SPACE}(?:hundreds|thousands|dozens)|of{SPACE}(?:hundreds{SPACE}of{SPACE})?(?:thousands|millions|billions|trillions)))?|millions|billions|trillions)\b",
        rf"(?:several|a{SPACE}few|many|a{SPACE}couple(?:{SPACE}of)?|couple){SPACE}(?:dozen|hundred|thousand|million|billion)\b(?:{SPACE}(?:thousand|million)\b)?",
        rf"a{SPACE}couple(?={SPACE}of\b)|couple(?={SPACE}of{SPACE}\w)",
    ]),
    "multiple": rf"{_any(MULTIPLES)}\b(?={SPACE}(?:as{SPACE}[a-z]{{3,12}}{SPACE}?(?:as\b|[a-z]*|[,.;])|(?:the|that|those|its|their|his|her|what|this|last)\b))|(?:{_any(ONES)}|ten|hundred){DASH}?fold\b|[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?:x|{DASH}?fold)\b",
    "ordinal": rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})?(?:st|nd|rd|th)|(?:{_any(TENS)}-)?{_any(ORDINALS)})\b",
    "numeral": "|".join([
        rf"(?:(?<!plus or )(?<!plus and )minus[\s-]|(?<![\w%)°])[-−](?=[.0-9]))?{_digits}(?:×10{DASH}?[0-9]{{1,3}}|(?:k|mn|mln|bn|bln|tn|trn)(?![\w-])|[mbt](?![\w-])|{SPACE}(?:mn|mln|bn|bln|tn|trn)\b|[\s-](?:hundred{SPACE}|thousand{SPACE})?{_scale}\b|[\s-](?:hundred|dozen)\b)?",
        rf"(?:a{SPACE})?half[\s-](?:an?{SPACE})?(?:{_scale}|dozen)\b",
        rf"(?:a{SPACE})?quarter(?:{SPACE}of{SPACE}a{SPACE}|-|{SPACE}){_scale}\b",
        rf"(?:{_simple}|{_digits}|an?)[\s-]and[\s-]a[\s-](?:half|quarter)(?:[\s-]{_scale}\b)?",
        _spelled,
        rf"an?{SPACE}(?:hundred\b(?:{SPACE}(?:and{SPACE})?{_simple})?|dozen|hundred{SPACE}{_scale}|{_scale})\b",
        rf"(?:hundred|dozen|{_scale})\b",
    ]),
    "half": r"half\b",
}  # fmt: skip


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings: it fails on most words after a letter or two."""
    tails: dict[str, set[str]] = {}
    for word in words:
        tails.setdefault(word[:1], set()).add(word[1:])
    branches = (
        re.escape(head) + _trie(rest) if rest != {""} else re.escape(head)
        for head, rest in sorted(tails.items(), reverse=True)
    )
    return "(?:" + "|".join(branches) + ")"


_MONTHS = "january february march april may june july august september october november december".split()
_OPENING_WORDS = {
    *SIMPLE, *SCALES, *VAGUE, *ORDINALS, *MULTIPLES, "minus", "half", "quarter", "hundred", "dozen", "several", "couple", "many",
    *(m[:3] for m in _MONTHS), "no",
    "us", "a$", "au$", "nz", "c$", "ca$", "hk", "s$", "r$", "nt", "mx", "y=", "ps", "usd", "aud", "cad", "nzd", "eur", "gbp", "jpy", "cny", "rmb", "chf", "inr", "rs", "rm", "sek", "nok", "dkk", "zar", "hkd",
    "sgd", "aed", "sar", "krw", "brl", "mxn", "rub", "try", "pln", "kr", "http", "www",
}  # fmt: skip
_OPENS = (
    r"[-−](?=[.0-9])|[0-9.$£€¥₹₽₩₪₺₦₫₱₴฿@#+(\['½¼¾⅓⅔⅛⅜⅝⅞⅕]"
    rf"|an?{SPACE}(?:few|half|{_trie([*SCALES, *DENOMINATORS, 'hundred', 'dozen', 'couple'])})|{_trie(_OPENING_WORDS)}"
    r"|[a-z]{1,12}-?[0-9]|[a-z][a-z.]{0,3} ?[0-9]|[a-z]\w{0,20}(?:-\w{1,20}){1,2}-[0-9]|[\w.+-]{1,60}@"
)
CANDIDATE = re.compile(
    rf"(?<!\w)(?={_OPENS})(?:" + "|".join(f"(?P<{form}>{rule})" for form, rule in FORMS.items()) + ")"
)


class Number(NamedTuple):
    """A numeral, date, time or label as written: where it stands, which form it has and the interval it names."""

    start: int
    end: int
    written: str
    form: str
    low: float | None
    high: float | None
    prefix: str


def numbers(text: str) -> Iterator[Number]:
    """Every number expression of the text in order, none overlapping; dates, times and labels have no value here."""
    lower = text.translate(LOWER)
    place = 0
    while found := CANDIDATE.search(lower, place):
        form, prefix = str(found.lastgroup), ""
        start, end = found.span(form)
        place = end
        if form == "date" and (verb := _MONTH_VERB.match(text, start)):
            place = verb.end()
            continue
        if form == "money":
            start, end = found.span("amount")
            prefix = text[found.start() : start].strip()
            form = "numeral" if _word_not_code(prefix) else "money"
            prefix = prefix.translate(LOWER) if form == "money" else ""
        elif form == "numeral" and _metres(text, end, lower):
            end -= 1
        low, high = interval(lower[start:end], form)
        yield Number(start, end, text[start:end], form, low, high, prefix)


_MONTH_VERB = re.compile(r"(?:may|march|mar)\s")


def _word_not_code(prefix: str) -> bool:
    """`try 5 times` is no Turkish lira: codes of letters alone are written large."""
    return prefix.isalpha() and not prefix.isupper() and prefix not in ("Rs", "Kr", "kr")


def _metres(text: str, end: int, lower: str) -> bool:
    """37m and 45t: small letters are units, unless people or things follow (1.2m people); 4.3M is millions."""
    letter = text[end - 1]
    if letter not in "mbt" or not (text[end - 2].isdigit() and lower[end - 2].isdigit()):
        return False
    return letter != "m" or not _MILLIONS.match(lower, end)


def interval(written: str, form: str = "numeral") -> tuple[float | None, float | None]:
    """The lowest and highest value a written number names: equal for an exact one, a magnitude for a vague plural.

    >>> interval("1.5 million"), interval("thousands", "vague"), interval("one in five", "ratio")
    ((1500000.0, 1500000.0), (1000.0, 10000.0), (0.2, 0.2))
    """
    if form in ("date", "time", "label", "url", "phone"):
        return None, None
    written = written.translate(LOWER)
    if form == "vague":
        return _vague(written)
    if form == "ratio":
        part, whole = re.split(r"\b(?:in|out of)(?: every)?\b", written, maxsplit=1)
        known = value(whole) or 0.0
        exact = value(part) / known if known else None
    elif form == "ordinal":
        exact = _ordinal(written)
    else:
        exact = value(written)
    return exact, exact


def _vague(written: str) -> tuple[float, float]:
    words = re.findall("[a-z]+", written)
    factors = [VAGUE_FACTORS[word] for word in words if word in VAGUE_FACTORS]
    magnitude = 1.0
    for word in words:
        magnitude *= VAGUE.get(word) or SCALES.get(word) or {"dozen": 12, "hundred": 100}.get(word, 1)
    if " and " in written:
        magnitude = VAGUE[words[-1]]
    low, high = factors[0] if factors else (1, 10)
    return low * magnitude, high * magnitude


def _ordinal(written: str) -> float:
    digits = re.match(r"[0-9,]+", written)
    if digits:
        return float(digits[0].replace(",", ""))
    tens, _, ones = written.rpartition("-")
    return float(TENS.get(tens, 0) + ORDINALS[ones])


_TOKEN = re.compile(rf"{_digits}|{_glyph}|×10{DASH}?[0-9]{{1,3}}|[a-z]+")
_SLASH = re.compile(r"(?:([0-9]{1,3})[ \t\xa0\u2009\u202f])?([0-9]{1,3})[/⁄]([0-9]{1,3})")
_FACTORS = {"hundred": 100.0, "dozen": 12.0}


def value(written: str) -> float | None:
    """What a numeral is worth, in digits or words; None for a string that holds none.

    >>> value("57,523"), value("two hundred and fifty thousand"), value("three-quarters"), value("1 1/2")
    (57523.0, 250000.0, 0.75, 1.5)
    """
    written = written.translate(LOWER)
    slash = _SLASH.fullmatch(written)
    if slash:
        whole, over, under = (float(part or 0) for part in slash.groups())
        return whole + over / under if under else None
    if written[:1] in ("-", "−") or written.startswith("minus"):
        rest = value(written.removeprefix("minus").lstrip("-− \t\xa0\n"))
        return None if rest is None else -rest
    total, current, added = 0.0, None, False
    for token in _TOKEN.findall(written):
        if token in SCALES or token in SHORT_SCALES or token in ("t", "tn"):
            total += (1.0 if current is None else current) * (SCALES.get(token) or SHORT_SCALES.get(token, 1e12))
            current, added = None, True
        elif token in ("a", "an", "of"):
            continue
        elif token == "and":
            added = True
        else:
            current, added = _joined(current, token, added), False
    return total + (current or 0.0) if current is not None or total else None


def _joined(current: float | None, token: str, added: bool) -> float | None:
    """The number so far with one more word: `two` and `dozen` multiply, `twenty` and `six` add, `and a half` adds."""
    if token.startswith("×10"):
        return (current or 0.0) * 10.0 ** int(re.sub(DASH, "-", token[3:]))
    if token in _FACTORS:
        return (1.0 if current is None else current) * _FACTORS[token]
    denominator = DENOMINATORS.get(token) or DENOMINATORS.get(token.removesuffix("s"))
    if denominator:
        return (current or 0.0) + 1 / denominator if added or current is None else current / denominator
    word = token.removesuffix("fold")
    worth = SIMPLE[word] if word in SIMPLE else GLYPHS.get(token, MULTIPLES.get(token))
    if worth is None and not token[-1].isdigit():
        return current
    return (current or 0.0) + (float(token.translate(_NO_GROUPING)) if worth is None else float(worth))


_NO_GROUPING = {ord(mark): None for mark in ",\xa0\u2009\u202f"}
