"""Ages: an 18-year-old man, aged 34, Mary Doe, 34, said; and the 21-month-old war that is none."""

import re

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.figures.context import Context
from samestory.annotate.figures.nouns import lemma
from samestory.annotate.figures.numerals import Number

PERSON = known.words("persons with an age")
THINGS = known.words("things with an age")
_AGENT = ("er", "or", "ist", "ian", "man", "woman", "ant", "eer")
_OLD = re.compile(
    r"(?:[\s-]{0,2}(?:and-a-half-)?(year|month|week|day)s?)[\s-]{1,2}olds?\b[- ]?((?:[^\W\d_]+[ -]?){0,3})",
    re.I,
)
_OR_OLDER = re.compile(r"\s(?:and|or) (?:older|younger|over|under|up)\b|-and-(?:over|under)|-something", re.I)
INFANT = 5  # a bare number so small is no age by its verb alone
NEAR = 60  # characters before the number in which the name ends that it is appended to
_APPENDED = re.compile(r"[A-Z][\w’'-]+(?:,? (?:Jr|Sr)\.)?(, | \()$")
_CLOSES = re.compile(r",(?! [A-Z][\w’'-]+,? [0-9])|\.(?:\s|$)|[;)]|\)| and\b(?! [0-9])")
_OF_THOSE = PERSON | frozenset("those adult voter anyone everyone".split())
_AGE_MOVED = re.compile(r"\bage\b[^.;]{0,100}\bfrom (?:[0-9]{1,2} (?:years old )?to )?$")
_AGE_RAISED = re.compile(
    r"\b(?:rais|lower|increas|lift|mov|chang|reduc|cut|bump|set)\w*\b[^.;]{0,40}\bage\b[^.;]{0,70}\bto "
    r"(?:[0-9]{1,2} to )?$"
)
_DONE_AT = re.compile(
    rf"\b(?:{'|'.join(sorted(known.words('done at an age')))})\b[^.;:]{{0,40}}"
    r"\bat (?:[0-9]{1,2},? (?:or |and )?){0,4}$",
    re.I,
)
_PERSON_WAS = re.compile(
    rf"\b(?:the|a|an|this|that|one|whose) (?:[\w-]+ )?(?:{'|'.join(sorted(PERSON))})\b(?! of\b)"
    r"[^;:“”]{0,90}\bwas $",
    re.I,
)
_AGE_IS = re.compile(r"\bage\b[^.;]{0,90}\b(?:is|was)\s$")
_PERSON_IS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Yy]ou|I|who)(?:[’']s|[’']m|[’']re| is| was| am| are)"
    r"(?: (?:now|then|only|just|still|about|almost))? $"
)
_AT_AGE = re.compile(r"(?:^|[.:;!?”\"—–]\s?|\b(?:today|now),?\s)at $", re.I)
_SOMEBODY = re.compile(r",\s(?:he|she|they|I|you|[A-Z][a-z’'-]+)\b")
_BOTH, _ENDS = re.compile(r"\bboth $", re.I), re.compile(r"\s?[,.;)—–-]")
_NOUN_BEFORE = re.compile(r"\b([a-z]{3,}), $")
_GOES_ON = re.compile(r",\s(?:was|is|who|whose|has|had|said|says|told|died|of|from)\b")
_NAMED_WAS = re.compile(r"\b[A-Z][\w’'-]+ was (?:just |only )?$")
_BACK_WHEN = re.compile(r"\s(?:when|at the time)\b")
_ALONE = frozenset([",", ".", ";", "or", "and", "when", "over", "by", "in", "on", "this", "last", "next", "to", ""])


def kind(number: Number, measured: bool, context: Context) -> str | None:
    """`age` where the number is somebody's age, `duration` where it is the age of a thing, else None."""
    old = _OLD.match(context.right)
    if old:
        return "age" if _somebody(old[1].lower(), old[2].lower().replace("-", " ").split()) else "duration"
    if number.low is None or measured or not 0 <= number.low < 116 or not float(number.low).is_integer():
        return None
    told = _said_of_age(number, context) or _appended(context) or _of_somebody(number, context)
    return "age" if told else None


def _somebody(unit: str, words: list[str]) -> bool:
    """Years are somebody's age unless a thing follows; months and weeks are a thing's unless a child follows."""
    if unit == "year":
        return not THINGS & set(words[:2])
    return any(word in PERSON or word.endswith(_AGENT) for word in words)


def _said_of_age(number: Number, context: Context) -> bool:
    """Aged 34; over the age of 21; raising the retirement age to 69; 58 and older; she was 16 and at school."""
    before, alone = context.before, context.after[0] in _ALONE
    if before[0] in ("aged", "age", "ages") or (
        before[0] in ("of", "than") and before[1] in ("age", "ages", "older", "younger")
    ):
        return True
    if _OR_OLDER.match(context.right):
        return not context.left.rstrip().endswith(("$", "%"))
    if before[0] in ("under", "over", "above") and lemma(before[1]) in _OF_THOSE:
        return True
    if before[0] in ("turn", "turned", "turns", "turning"):
        return alone or context.after[0] in ("prior", "before", "after", "later", "soon", "until")
    to_age = before[0] in ("to", "at", "is", "was", "from") and "age" in before[1:3]
    to_age |= bool(_AGE_IS.search(context.left) or _AGE_MOVED.search(context.left))
    to_age |= number.written.lower() != "one" and bool(_PERSON_IS.search(context.left[-NEAR:]))
    if (alone or context.after[0] in ("for", "from", "before", "—")) and _AGE_RAISED.search(context.left):
        return True
    to_age |= number.written.isdigit() and _of_a_person(number, context)
    return (alone or context.after[0] == "at") and to_age


def _of_somebody(number: Number, context: Context) -> bool:
    """At 26, he went; two girls, both 14; the trader, 67, said; Doe was 12 when."""
    if not number.written.isdigit() or number.low is None or number.low <= INFANT:
        return False
    left, right = context.left[-NEAR:], context.right
    if (_AT_AGE.search(left) and _SOMEBODY.match(right)) or (_BOTH.search(left) and _ENDS.match(right)):
        return True
    noun = _NOUN_BEFORE.search(left) if _GOES_ON.match(right) else None
    person = noun is not None and (noun[1] in PERSON or reporting.mostly_person(noun[1]))
    return person or bool(_NAMED_WAS.search(left) and _BACK_WHEN.match(right))


def _of_a_person(number: Number, context: Context) -> bool:
    """What somebody does at 18, 19 or 20; the person charged was 19."""
    grown = number.low is not None and number.low > INFANT
    return grown and bool(
        _DONE_AT.search(context.left) or (context.after[0] in (".", ",", ")", ";") and _PERSON_WAS.search(context.left))
    )


def _appended(context: Context) -> bool:
    """A name, a comma and a number between commas: `Mary Doe, 34, said`; or in brackets."""
    named = context.left.endswith((", ", " (")) and _APPENDED.search(context.left[-NEAR:])
    if not named:
        return False
    return context.right[:1] == ")" if named[1] == " (" else bool(_CLOSES.match(context.right))
