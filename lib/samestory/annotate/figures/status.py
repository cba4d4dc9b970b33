"""Whether a figure is told as having been so or as proposed, and the day it is said to hold for."""

import re

from samestory.annotate.figures import words

_PROPOSING = re.compile(
    r"\b(?:propos\w+|plan(?:s|ned|ning)?|would|will|could|(?-i:may)|might|should|must|if|unless|envisag\w+|demand\w*|"
    r"call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|seek\w*|offer\w*|target\w*|aim\w*|want\w*|bid|draft|expect\w*|"
    r"forecast\w*|project(?:ed|s|ions?)|predict\w*|pledg\w+|promis\w+|potential|possible)\b",
    re.I,
)
_PLAN = re.compile(
    r"(?:[-\s](?!the\b|a\b|an\b|to\b|of\b|that\b)[\w-]{1,20}){0,2}[-\s](?:proposal|plan|offer|target|forecast|projection)\b",
    re.I,
)
_BREAK = re.compile(r"[;:]|,\s(?!including\b|with\b)|[—–]\s|\b(?:after|while|because|although|since)\b")
_MONTH = "(?:" + "|".join(month.title() for month in words.MONTHS) + r"|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_DAY = "|".join([
    rf"(?:early |late |mid-?)?(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}(?!\d))?(?:,? \d{{4}})?",
    r"\d{4}(?!\d)",
    r"(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?",
    r"yesterday|today|now|(?:this|last) (?:week|month|year|morning|evening)",
    r"(?:the )?(?:end|start|beginning|close|middle) of (?:the )?[\w ,]{3,20}?(?=[,.;]|$)",
])  # fmt: skip
_AS_OF = re.compile(rf"\b(?:[Aa]s of|[Aa]s at|[Aa]s on|[Bb]y)\s(?P<day>{_DAY})")


def status(left: str, right: str) -> str:
    """`proposed` where the clause before the figure plans, demands or foresees it, else `past`."""
    clause = left[-110:]
    breaks = list(_BREAK.finditer(clause))
    clause = clause[breaks[-1].end() :] if breaks else clause
    return "proposed" if _PROPOSING.search(clause) or _PLAN.match(right) else "past"


def as_of(text: str, sentence: tuple[int, int]) -> str | None:
    """The day a sentence gives its figures for, as written: `as of Monday`, `by the end of June`."""
    found = _AS_OF.search(text, *sentence)
    return found["day"] if found else None
