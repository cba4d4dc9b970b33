"""How numbers are written: one expression for numerals, dates, times, labels, telephone numbers and web addresses.

`candidates()` is passed once over a text in small letters. Its forms stand in order of precedence, so that a date is a
date before its day is a number. Every repetition is bounded, so the pass is linear in the text.

Rules are regular expressions with two shorthands: `<name>` is the part of that name, a blank is any blank character.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from samestory.annotate.figures import words
from samestory.calendar import MONTHS, SHORT, WEEKDAYS
from samestory.corpus import known

DASH = "[-‐‑‒–—−]"
BLANK = r"[ \t\xa0\u2009\u202f]"


def _any(choices: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(choice) for choice in sorted(choices, key=len, reverse=True)) + ")"


PARTS = {
    "dash": DASH,
    "scale": _any(words.SCALES),
    "short": _any(words.SHORT_SCALES),
    "ones": _any(words.ONES),
    "teens": _any(words.TEENS),
    "tens": _any(words.TENS),
    "ordinals": _any(words.ORDINALS),
    "multiples": _any(words.MULTIPLES),
    "glyph": _any(words.GLYPHS),
    "denominator": _any([word + s for word in words.DENOMINATORS for s in ("", "s")]),
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9]|[.,:][0-9])",
    "year": r"(?:1[0-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])",
    "month": _any(MONTHS)[:-1] + rf"|(?:{'|'.join(SHORT)})\b\.?)",
    "length": "(?:millimet(?:re|er)s?|centimet(?:re|er)s?|kilomet(?:re|er)s?|met(?:re|er)s?|mm|cm|km|m|feet|foot|ft|"
    "inches|inch|in|yards?|miles?)",
    "clock": r"(?:[01]?[0-9]|2[0-4])",
    "weekday": _any(WEEKDAYS),
    "zone_code": "(?:gmt|utc|bst|est|edt|cet|cest|pst|pdt|cst|cdt|ist|jst|et|pt|ct)",
    "integer": r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}|[0-9]{1,2}(?:,[0-9]{2}){1,4},[0-9]{3}"
    r"|[1-9][0-9]{0,2}(?:[ \xa0\u2009\u202f][0-9]{3}){1,5}(?![\s-]?[0-9]|-\w)|[0-9]{1,18})(?![0-9])",
    "pointed": r"[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,5}|\.000)(?:,[0-9]{1,2})?(?![0-9]|[.,][0-9])",
}


def _rule(rule: str) -> str:
    return re.sub(r"<(\w+)>", lambda m: PARTS.get(m[1], m[0]), rule.replace(" ", BLANK))


for _name, _part in {
    "scales": "<scale>(?: <scale>)?",
    "decimal_comma": r"[0-9]{1,3},[0-9]{1,2}(?= ?%| (?:per ?cent|<scale>|bn|mn)\b|(?:bn|m|tn|k)\b)",
    "digits": r"(?:<pointed>|<decimal_comma>|<integer>(?:\.[0-9]{1,18}(?![0-9]))?(?!,[0-9]{3}(?![0-9]))"
    r"|\.[0-9]{1,18}(?![0-9]))",
    "cents": r"(?:(?<=€)|(?<=€ ))[0-9]{1,3},[0-9]{2}(?![0-9,])",
    "simple": r"(?:<tens>(?:<dash>? ?<ones>\b)?|<teens>|<ones>|zero)\b",
    "zone": r"(?: ?\(?<zone_code>\b(?:[+-][0-9]{1,2})?|"
    r" (?:local|eastern|central|pacific|mountain) (?:standard |daylight )?time\b| local\b)",
    "hundreds": r"(?:<simple>|an?) hundred\b(?:(?:-| )(?:and )?<simple>)?",
    "below": r"(?: (?:and )?(?:<simple> hundred\b(?: (?:and )?<simple>)?|<simple>))?",
    "parts": r"(?:(?:an?|one|two|three|four|five|seven)[\s-])<denominator>\b",
    "half_day": r" ?(?:[ap]\.m\.?|[ap]m\b)",
    "magnitude": r"(?:tens(?= of)|dozens|scores(?= of)|hundreds|thousands)",
    "large": "(?:thousands|millions|billions|trillions)",
    "sign": r"(?:(?<!plus or )(?<!plus and )minus[\s-]|(?<![\w%)°/])[-−](?=[.0-9]))",
}.items():
    PARTS[_name] = _rule(_part)

ATOM = (
    rf"(?:{PARTS['pointed']}|{PARTS['integer']}(?:\.[0-9]{{1,18}}(?![0-9]))?(?!,[0-9])"
    r"|[0-9]{1,3},[0-9]{1,2}|\.[0-9]{1,18})"
)

FORMS: dict[str, list[str]] = {
    "url": [
        r"(?:https?://|www\.)[^\s<>\"”]{1,300}(?<![.,;:)!?])",
        r"[\w.+-]{1,60}@[\w-]{1,60}\.[a-z.]{2,20}",
        r"[@#](?=\w{0,40}[0-9])\w{2,40}",
    ],
    "date": [
        r"<month> <day>(?: ?(?:<dash>|to|and|or) ?(?:<month> )?<day>)?(?:,? <year>)?",
        r"<day>(?: ?(?:<dash>|to|and) ?<day>)? (?:of )?<month>(?:,? <year>)?(?!\w|\.? [0-3]?[0-9] [a-z])",
        r"<month>,?(?: of)? <year>",
        r"<month>, <day>, <year>",
        r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?(?![0-9-])",
        r"[0-3]?[0-9]/[0-3]?[0-9]/(?:19|20)?[0-9]{2}(?![0-9/])",
        r"(?:9/11|7/7)(?![0-9/])",
        r"(?:19|20)[0-9]{2} ?[-–/] ?(?:(?:19|20)[0-9]{2}|[0-9]{1,2})(?![0-9,]|\.[0-9]|[-–/])",
        r"(?:mid-|early-|late-)?(?:1[0-9]|20)[0-9]0'?s\b",
        r"'[0-9]0s\b",
        r"(?:fy|q[1-4]|h[12])(?:'|\s)?(?:(?:19|20)?[0-9]{2})?\b(?<=[0-9])",
    ],
    "time": [
        r"<clock>(?:[:.][0-5][0-9]){0,2}<half_day><zone>?",
        r"<clock>[:.][0-5][0-9]<zone>",
        r"<clock>:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])",
        r"[0-2][0-9][0-5][0-9](?: ?(?:gmt|utc)\b| hours\b)",
        r"(?:[0-9]{1,2}|<simple>) o'clock",
        r"<clock> <weekday> (?:morning|afternoon|evening|night)\b",
    ],
    "money": [
        r"<currency> ?(?P<amount>[-−]?(?:<cents>|<digits>(?!,[0-9]{1,2}(?![0-9])))"
        r"(?: ?<short>\b|[\s-]<scales>\b| (?:hundred|thousand)\b(?: <scale>\b)?)?)"
    ],
    "phone": [
        r"\+[0-9](?:[\s().-]{0,2}[0-9]){7,14}(?![0-9])",
        r"\(?[0-9]{3}\)?[\s.-][0-9]{3}[.-][0-9]{4}(?![0-9])",
        r"[0-9]{3}-[0-9]{4}(?![0-9])",
        r"1-[0-9]{3}-[0-9a-z]{3}-[0-9a-z]{4}",
        r"0[0-9]{2,4}(?: [0-9]{3,4}){1,3}(?![0-9])",
    ],
    "label": [
        r"(?!(?:mid|pre|post|non|sub|over|then|now|late|early|than|and|or|to|a|the|all|us|every|per|anti|some|"
        r"nearly|about|minus)-)"
        r"[a-z]\w{0,20}(?:-[a-z]\w{0,20}){0,2}-[0-9]\w{0,12}(?![,.][0-9])(?!-(?:year|month|week|day|hour|minute))",
        r"[a-z]{1,12}[0-9]\w{0,12}(?:[-.][0-9]\w{0,8}){0,2}",
        r"[0-9]{1,6}\.[a-z]{2}(?![a-z])",
        r"[a-z]{2,6}-[a-z]{1,3}[0-9]\w{0,8}",
        r"#[0-9]{1,6}\w?",
        r"nos?\.?\s?[0-9]{1,4}\b",
        r"24/7\b|50-50\b|fifty-fifty\b|20/20\b",
        r"[0-9]{1,4}(?:\.[0-9])? ?<length>?(?: ?[x×] ?| by )[0-9]{1,4}(?:\.[0-9])? ?<length>(?!\w)",
        r"[0-9]{1,4}(?:\.[0-9])?(?:<dash>by<dash>|x|(?<=[0-9]{3})×)[0-9]{1,4}(?:\.[0-9])?(?![\w.])",
        r"\[[0-9]{1,3}\]",
    ],
    "ratio": [
        r"(?:<simple>|[0-9]{1,3})-in-(?:(?:<simple>|an?|[0-9]{1,3}(?:,[0-9]{3}){0,2})"
        r"(?:[\s-](?:hundred|thousand|million)\b|(?![0-9]))|(?:hundred|thousand|million)\b)",
        r"(?:<simple>|[0-9]{1,3})-to-(?:one|1)\b(?![.,][0-9])",
        r"(?:<simple>|[0-9]{1,3}) to (?:one|1)(?= (?:odds|margin|majority|ratio|against|in favou?r)\b|[.,;](?![0-9]))",
        r"(?:<simple>|[0-9]{1,3}) ?(?:in|out of)(?: every)? "
        r"(?:(?:<simple>|a) (?:hundred|thousand|million)\b|<simple>|[0-9]{1,3}(?:,[0-9]{3}){0,2}(?![0-9,.:/%]|"
        r"\.[0-9]))"
        r"(?! (?:<month>|years|months|weeks|days|hours|minutes)\b)",
    ],
    "fraction": [
        r"(?:<digits> ?)?<glyph>",
        r"[0-9]{1,3} [0-9]{1,2}[/⁄][0-9]{1,3}(?![0-9/])",
        r"[0-9]{1,3}[/⁄][0-9]{1,3}(?![0-9/])",
        r"(?:<simple>|an?)(?:[-‐‑]| )<denominator>\b(?![\s-](?:dozen|<scale>)| of an? <scale>\b)",
    ],
    "vague": [
        r"(?:<magnitude>|<large>)(?:,? (?:and|upon|on|after) (?:hundreds|thousands|dozens|<large>)){1,4}\b",
        r"(?:<magnitude>(?: of (?:hundreds of )?<large>)?|<large>(?: of <large>)?)\b",
        r"(?:several|a few|many|a couple(?: of)?|couple) (?:dozen|hundred|thousand|million|billion)\b"
        r"(?: (?:thousand|million)\b)?",
        r"a couple(?= of\b)|couple(?= of \w)",
    ],
    "multiple": [
        r"<multiples>\b(?= (?:as [a-z]{3,12}|(?:the|that|those|its|their|his|her|what|this|last)\b))",
        r"(?:<ones>|ten|hundred)<dash>?fold\b",
        r"[0-9]{1,4}(?:\.[0-9]{1,2})?(?:x|<dash>?fold)\b",
    ],
    "ordinal": [r"(?:[0-9]{1,3}(?:,[0-9]{3})?(?:st|nd|rd|th)|(?:<tens>-)?<ordinals>)\b"],
    "unreadable": [
        r"(?!(?:<pointed>|<digits>)(?![.,]?[0-9]))[0-9]+(?:[.,][0-9]+){2,}",
        r"(?!<digits>(?![.,]?[0-9]))[0-9]{1,4},[0-9]{1,2}(?![0-9])",
        r"[0-9]{2,3},[0-9]{4,}(?![,.]?[0-9])",
        r"[0-9]{1,8}(?:-[0-9]{1,8}){2,8}(?![\w-])",
    ],
    "numeral": [
        r"(?:<simple>|<digits>)[\s-]and[\s-]<parts>(?:[\s-]<scale>\b)?",
        r"an? <scale> and (?:a half|a quarter|three[\s-]quarters)\b",
        r"<parts> of an? <scale>\b",
        r"<sign>?<digits>(?:×10<dash>?[0-9]{1,3}|<short>(?![\w-])"
        r"|<short>(?=-(?:euro|dollar|pound|yen)s?\b)| (?:mn|mln|bn|bln|tn|trn)\b"
        r"|[\s-](?:hundred |thousand )?<scales>\b|[\s-](?:hundred|dozen)\b)?",
        r"(?:a )?half[\s-](?:an? )?(?:<scale>|dozen)\b",
        r"(?:a )?quarter(?: of a |-| )<scale>\b",
        r"(?:<hundreds>|<simple>)(?:[\s-]<scales>\b<below>){0,3}(?:[\s-]dozen\b)?",
        r"an? (?:hundred <scale>|dozen|<scales>)\b",
        r"(?:hundred <scales>|hundred|dozen|<scales>)\b",
    ],
    "half": [r"half\b"],
}


@lru_cache(maxsize=1)
def candidates() -> re.Pattern[str]:
    """The expression that finds every number of a text in small letters; the group that matched names the form."""
    PARTS["currency"] = _currency()
    rules = "|".join(f"(?P<{form}>{'|'.join(map(_rule, choices))})" for form, choices in FORMS.items())
    return re.compile(rf"(?<!\w)(?={_openings()})(?:{rules})")


def _signs() -> list[str]:
    rows = known.table("units.csv", ["surface", "unit", "kind", "place", "source"])
    return list(rows.loc[rows["place"].eq("before"), "surface"])


def _currency() -> str:
    """Signs and codes before a sum; PS, the ASCII form of £, only before a sum written as one."""
    signs = _any(sign for sign in _signs() if sign != "ps")
    return rf"(?:{signs}|ps(?=[0-9]+(?:\.[0-9]+)?(?:m|bn|k)\b|[0-9]{{1,3}},[0-9]{{3}}))"


def _openings() -> str:
    """What a number can begin with: a cheap test that spares most words the whole expression."""
    spoken = {*words.SIMPLE, *words.SCALES, *words.MAGNITUDES, *words.ORDINALS, *words.MULTIPLES, *words.FACTORS,
              "minus", "half", "quarter"}  # fmt: skip
    codes = [sign for sign in _signs() if sign[0].isalpha()]
    after_a = _trie([*words.SCALES, *words.DENOMINATORS, *words.FACTORS, "couple", "few"])
    marks = "".join(sorted({sign[0] for sign in _signs() if not sign[0].isalpha()} | set(words.GLYPHS)))
    months = _trie(month[:3] for month in MONTHS)
    return (
        rf"[0-9{marks}]|[-−.+(\['](?=[.0-9])|[@#]\w|an?{BLANK}{after_a}|{_trie(spoken)}(?:\b|fold|{PARTS['ones']})"
        rf"|(?:several|many|couple){BLANK}|{_trie(codes)}{BLANK}?[-−.0-9]|{months}[a-z]*+\.?,?(?: of)?{BLANK}[0-9]"
        r"|nos?\.?\s?[0-9]|http|www|[a-z]++(?:-[a-z]++){0,3}+-?[0-9]"
    )


def _trie(choices: Iterable[str]) -> str:
    """A pattern for any of the words that shares their beginnings: it fails on most words after a letter or two."""
    tails: dict[str, set[str]] = {}
    for word in choices:
        tails.setdefault(word[:1], set()).add(word[1:])
    branches = (
        re.escape(head) + (_trie(rest) if rest != {""} else "") for head, rest in sorted(tails.items(), reverse=True)
    )
    return "(?:" + "|".join(branches) + ")"
