"""What a number is: a short cascade of rules by precedence, labels, dates and ages before counts.

Each rule looks only at the words beside the number. The first that holds decides.
"""

import re
from collections.abc import Callable
from itertools import takewhile

from samestory import known
from samestory.annotate.figures import ages, names, saying
from samestory.annotate.figures.context import Context
from samestory.annotate.figures.numerals import Number
from samestory.annotate.figures.units import Unit
from samestory.annotate.figures.words import SCALES, SIMPLE
from samestory.calendar import MONTHS

REPORTED = frozenset({"count", "money", "percent", "fraction", "ratio", "measure", "multiplier"})
NOTHING = "nothing"
BY_FORM = {"url": "label", "phone": "label", "label": "label", "time": "time", "date": "date"}  # whatever stands beside
YEAR_BEFORE = frozenset(MONTHS) | known.words("before a year")
QUANTITY_BEFORE = known.words("before a quantity")
COMPARING = known.words("compared after times")
PRONOUN_BEFORE = known.words("before one as a pronoun")
PRONOUN_AFTER = known.words("after one as a pronoun")
LINKS = known.words("between one and a participle")  # to one focused on growth
ABSTRACT = known.words("idioms of one")
GUNS = known.words("guns with a bore")
DAYTIMES = known.words("times of one day")
INDEFINITE = known.words("before one that dates")
ONLY = known.words("before one as a number")
LOOSELY = known.words("before a year loosely")
CHOOSING = known.words("before a recent number")
AFTER_SHARE = known.words("after a third as a share") | {""}
WHEN = frozenset({"last", "this", "next", "over", "during", "since", "between", "as"})
HALVES = known.words("halves of a whole")
BEFORE_HALF = known.words("before half as a share")
AFTER_HALF = known.words("after half as a share")
RANKED = known.words("before a place in a ranking")  # in the bottom three: a place, no count
TESTED = known.words("before scores that are results")
PLURALS = known.words("plurals that news counts")
WITH_ORDINAL = known.words("titles and terms with an ordinal")
REMARKS = known.words("what is called by a number in it")
_NAMING = re.compile(r"(?:%|[\s-]per ?cent)?[”\"’'] ([a-z]+(?: [a-z]+)?)\b")
_SINGULAR_ENDS = ("ss", "us", "is", "'s", "was", "has", "does")
_MARKED_LIST = re.compile(r"[.)\]](?:\s|$)")
_LETTERS = re.compile(r"[^\W\d_]|[/_@]|\([a-z]\)")
_ONE_COMPOUND = re.compile(r"-(?:on|time|sided|way|off|size|to|two|note|upmanship)\b")
_NO_COUNT = re.compile(
    r"-(?:ways?|ball|faced|dimensional|sum|star|pounder|shooters?|packs?|and-outs?|pronged|edged|tiered|letter)\b(?!-)"
    r"|\sways about (?:it|that)\b|\sthe story\b|\samong many\b"
    r"|[-\s]figures?\b(?=[-\s](?:jobs?|salar\w+|sums?|incomes?|amounts?|settlements?|bonus\w*|deals?)\b|[.,;]|$)"
)
_APART = re.compile(r"\b(?:split\w*|cut\w*|br[eo]ak\w*|broken|divid\w+|tor[en]|snapped|fold\w*)(?: \w+){0,3} in $")
_SHARE_BEFORE = re.compile(r"(?:%|\bper ?cent|\bpoints?|\btimes) over $")
_OR_TWO = re.compile(r"\b(?:second|minute|hour|day|week|month|year|decade) or $")
_EACH_ONE = re.compile(r"\s(?:man|woman|person|citizen|adult|member|people|country), one \w+")
_AFTER_ONE = re.compile(r"\bone \w+, $", re.I)
_MAGNITUDE = re.compile(r"-magnitude\b")
_TITLED = re.compile(r"[\s-][A-Z][a-z]")
_AFTER_CAPITAL = re.compile(r"(?<![.!?:] )(?<![.!?:”] )\b[A-Z][a-z]+ $")
_AND_A_HALF = re.compile(
    r"\b(?:an?|one|two|three|four|five|six|[0-9]{1,2}) [a-z]{3,10}s? and $", re.I
)  # a year and a half
_CALIBRE = re.compile(r"[\s-]?(?:mm[\s-])?cal(?:iber|ibre)\b", re.I)
_BORE = re.compile(r"\.[0-9]{2,3}")
_STATUTE = re.compile(r"\s(?:U\.?S\.?C|C\.?F\.?R)\b")
_DIMENSIONS = re.compile(r"[-\s]D\b")
_GUN = re.compile(r"(?:-?mm)?[\s-](\w+)")
_DECADE = re.compile(r"\b(?:mid|early|late)[-\s]$|\bthe (?:mid-?)?$", re.I)
_OF_DECADE = re.compile(r"['’]s\b")
_DAY = re.compile(r"(?:1[0-2]|0?[1-9])/(?:[12][0-9]|3[01]|0?[1-9])")  # on 8/23
_SENTENCE_OPENS = re.compile(r"(?:^|[.:;!?—–][”\"’']?)\s*[“\"]?$")
_NEXT_REASON = re.compile(r";\s(?:and\s)?$")
_SOME_OF_THEM = re.compile(r",\s(?:or|perhaps|maybe|including|all|both|two|three|four|five|six|[0-9]+)\b", re.I)
_SHORT_YEAR = re.compile(r"(?<!\w)['’‘]$")
_NO_FRACTION = re.compile(
    r"[\s-](?:time|part|final|day|way|hour|year|month|week|of july|person|man|woman|straight|consecutive|place)"
)


def kind(number: Number, unit: Unit | None, context: Context) -> str | None:
    """The kind of a number in its context, none of `BY_FORM`; None where it counts nothing: a split second."""
    found = next((name for decides in RULES if (name := decides(number, unit, context))), "count")
    return None if found == NOTHING else found


def _ordinal(number: Number, unit: Unit | None, context: Context) -> str | None:
    if number.form != "ordinal":
        return None
    second = number.written == "second" and (context.before[0] in SIMPLE or context.before[0][-1:].isdigit())
    if second or context.before[:2] in (["split", "a"], ["per", "a"]) or context.before[0] == "per":
        return NOTHING
    if number.written[0].isupper() and (re.match(r"\s[A-Z]", context.right) or _AFTER_CAPITAL.search(context.left)):
        return "label"  # the Fifth Amendment; America First
    if context.after[0] in WITH_ORDINAL:
        return "label"  # the first lady, the 6th district
    return "date" if context.after[:2] == ["of", "july"] else "ordinal"


def _scale_alone(number: Number, unit: Unit | None, context: Context) -> str | None:
    """`thousand of them` is a misprint, and counts nothing; a thousand of them are 1,000."""
    return NOTHING if number.written.lower() in SCALES and context.right.startswith(" of ") else None


def _remark(number: Number, unit: Unit | None, context: Context) -> str | None:
    """The “47 percent” remark is called by a number, and tells of none."""
    named = _NAMING.match(context.right) if context.left.endswith(("“", '"', "‘", "'")) else None
    return "label" if named and REMARKS & set(named[1].split()) else None


def _list_number(number: Number, unit: Unit | None, context: Context) -> str | None:
    """`1.` or `2)` at the beginning of a line."""
    opens = context.left.strip(" \t([") == "" and number.written.isdigit() and len(number.written) < 3
    return "label" if opens and _MARKED_LIST.match(context.right) else None


def _money(number: Number, unit: Unit | None, context: Context) -> str | None:
    if number.prefix.isalpha() and context.right[:1].isalpha():
        return NOTHING  # letters of an address
    return "money" if unit and unit.kind == "money" else None


def _age(number: Number, unit: Unit | None, context: Context) -> str | None:
    return ages.kind(number, unit is not None, context)


def _label(number: Number, unit: Unit | None, context: Context) -> str | None:
    if number.form == "vague" and number.written.lower() == "scores" and context.before[0] in TESTED:
        return NOTHING
    if _calibre(number, context) or _STATUTE.match(context.right) or _DIMENSIONS.match(context.right):
        return "label"
    if unit is None and context.after[0] in ("zip", "postcode"):
        return "label"
    return "label" if (unit is None or unit.kind == "count") and names.named(number, context) else None


def _calibre(number: Number, context: Context) -> bool:
    """A .22 pistol, a 9mm handgun, a Smith & Wesson M&P 15 .223: the bore of a gun counts nothing; 22 pistols do."""
    if number.form != "numeral" or not number.written[-1].isdigit():
        return False
    if _CALIBRE.match(context.right):
        return True
    gun = _GUN.match(context.right)
    sized = gun is not None and gun[1].lower() in GUNS
    if _BORE.fullmatch(number.written):
        return sized or bool(GUNS & set(context.before)) or bool(names.GUN_MODEL.search(context.left[-names.NEAR :]))
    return sized and (context.right.startswith(("mm", "-mm", " mm")) or (number.low or 0) > 1)


def _measured(number: Number, unit: Unit | None, context: Context) -> str | None:
    """What its unit makes it: a share, a duration, a measure; that one day is none."""
    strong = context.before[0] == "magnitude" or context.before[:2] == ["-", "magnitude"]
    if number.form == "numeral" and (strong or _MAGNITUDE.match(context.right)):
        return "measure"
    if unit is None or number.form in ("ratio", "multiple"):
        return None
    if unit.kind == "duration" and _TITLED.match(context.right) and names.in_prose(context):
        return "label"  # on “60 Minutes”
    one = number.written.lower() == "one"
    if one and unit.name == "foot" and context.after[1] in ("in", "on", "out"):
        return NOTHING  # not one foot in the country
    indefinite = one and ((unit.kind == "duration" and context.before[0] in INDEFINITE) or unit.name == "bit")
    return NOTHING if indefinite else unit.kind


def _letters(number: Number, unit: Unit | None, context: Context) -> str | None:
    """Letters run into the digits (737-800ER, 5G) make a label; in her 20s is an age."""
    if number.form != "numeral" or not (_LETTERS.match(context.right) or _OF_DECADE.match(context.right)):
        return None
    if (
        number.written.endswith("0")
        and len(number.written) == 2
        and _DECADE.search(context.left)
        and _OF_DECADE.match(context.right)
    ):
        return "date"
    if re.match(r"s\b", context.right) and {"his", "her", "their", "my", "your"} & set(context.before[:2]):
        return "age"
    return "label" if _LETTERS.match(context.right) else None


def _year(number: Number, unit: Unit | None, context: Context) -> str | None:
    """A bare year: four digits without a comma, no unit after it, not clearly counting something; or ’08."""
    if (
        context.left.endswith(("'", "’", "‘"))
        and _SHORT_YEAR.search(context.left[-2:])
        and number.written.isdigit()
        and len(number.written) == 2
    ):
        alone = context.after[0] in names.NOT_NOUNS or not context.after[0].isalpha()
        return "date" if alone or _TITLED.match(context.right) else None  # the ’99 Honda
    if number.form != "numeral" or len(number.written) != 4 or not number.written.isdigit() or number.low is None:
        return None
    recent = 1980 <= number.low < 2040
    if not 1000 <= number.low < 2200 or _counting(context, recent):
        return None
    before, after = context.before[0], context.after[0]
    if recent and after not in PLURALS:
        return "date"
    if not 1900 <= number.low < 2100:
        return "date" if before in YEAR_BEFORE and not _plural(after) else None
    counted = _plural(after) and before != "s" and (before not in YEAR_BEFORE or after in PLURALS)
    return None if counted else "date"


def _counting(context: Context, recent: bool) -> bool:
    """More than 2000 is a number; by at least 2025, since about 1950, up 5% over 2018, some 2016 wines hold years."""
    before = context.before
    if before[0] not in QUANTITY_BEFORE:
        return False
    dated = {"in", "from", "since", "until", "till", "by"} & set(before[1:3])
    if recent and before[0] in ("about", "around") and not _plural(context.after[0]):
        return False
    if recent and before[0] == "over" and not context.after[0].isalpha() and _SHARE_BEFORE.search(context.left):
        return False
    return not (before[0] in LOOSELY and dated) and not (recent and before[0] in CHOOSING)


def _plural(word: str) -> bool:
    return word in PLURALS or (len(word) > 3 and word.endswith("s") and not word.endswith(_SINGULAR_ENDS))


def _share(number: Number, unit: Unit | None, context: Context) -> str | None:
    """Shares (two thirds, one in five, half of) and multiples (ten times the number, twice as many, fivefold)."""
    if number.form == "half":
        return _half(context)
    if number.form == "multiple":
        return NOTHING if re.match(r"\sas\s[A-Z]", context.right) else "multiplier"
    if number.form == "ratio":
        return "label" if context.right.startswith("-year") else "ratio"
    if number.form == "fraction":
        return _fraction(number, context)
    if context.after[0] in ("times", "x") and (context.after[1] in COMPARING or context.after[1].endswith("er")):
        return "multiplier"
    return None


def _fraction(number: Number, context: Context) -> str | None:
    """A third of, one-third: a share; a third visit, a fifth man: no share but an ordinal; 1 1/2 books: a count."""
    written = number.written.lower()
    if number.low is not None and number.low >= 1:
        return None
    if _AND_A_HALF.search(context.left):
        return NOTHING
    if context.before[0] in ("on", "since", "until", "before", "after") and _DAY.fullmatch(written):
        return "date"
    ambiguous = written.startswith(("a ", "a-", "an ")) and not written.endswith(("half", "quarter"))
    by = context.before[0] == "by" and (context.after[0] in names.NOT_NOUNS | WHEN or not context.after[0].isalpha())
    loose = ambiguous and context.after[0] not in AFTER_SHARE and not by  # fell by a fifth last year
    return "ordinal" if loose or _NO_FRACTION.match(context.right) else "fraction"


def _half(context: Context) -> str:
    """Half of the homes, more than half: a share; the first half, half-brother, the half hour: not."""
    before, after = context.before[0], context.after[0]
    if context.left.endswith("-and-a-"):
        return NOTHING  # a decade-and-a-half
    if after == "of":
        return NOTHING if before in HALVES else "fraction"
    if before == "by" and "too" in context.before[1:4]:
        return NOTHING
    if context.right[:1] in ("-", "‐", "‑") or before in HALVES | {"the", "this", "that", "each", "both", "and"}:
        return NOTHING
    return "fraction" if before in BEFORE_HALF or after in AFTER_HALF else NOTHING


def _compound(number: Number, unit: Unit | None, context: Context) -> str | None:
    """A two-way race, an 8-ball, zero tolerance and zero-rated plans count nothing; nor do no two ways about it."""
    if number.written.lower() in ("a thousand", "a million") and context.after[0] == "other":
        return NOTHING  # what about a thousand other things?
    zero = number.written.lower() == "zero" and re.match(r"[-\s](?:tolerance|sum)\b|-\w+ed\b", context.right)
    return NOTHING if zero or _loose(number, context) or _NO_COUNT.match(context.right) else None


def _loose(number: Number, context: Context) -> bool:
    """A week or two, split in two, the bottom three: no count of anything."""
    ranked = not context.after[0].isalpha() or context.after[0] in names.NOT_NOUNS
    if context.before[0] in RANKED and ranked:
        return True
    return number.form == "numeral" and bool(_OR_TWO.search(context.left) or _APART.search(context.left))


def _enumerating(number: Number, unit: Unit | None, context: Context) -> str | None:
    """`Two, everyone assumed that …`, `; and three, that …`: a reason; `Two, including a child, died` counts."""
    opens = number.written.lower() in ("one", "two", "three", "four", "five") and context.right.startswith(", ")
    begins = number.written[0].isupper() and _SENTENCE_OPENS.search(context.left)
    told = opens and (begins or _NEXT_REASON.search(context.left)) and not _SOME_OF_THEM.match(context.right)
    return NOTHING if told else None


def _per(number: Number, unit: Unit | None, context: Context) -> str | None:
    """Per 1,000 people, per 100,000: what a rate is per counts nobody."""
    return "denominator" if context.before[0] == "per" and (unit is None or unit.kind == "count") else None


def _one(number: Number, unit: Unit | None, context: Context) -> str | None:
    """`one` as a pronoun or as somebody (one witness said) counts nothing."""
    if number.written.lower() != "one":
        return None
    if _EACH_ONE.match(context.right) or (_AFTER_ONE.search(context.left) and context.right[1:5] == "vote"):
        return NOTHING  # one man, one vote
    if context.after[0] == "to" and context.after[1] in ("two", "three"):
        return None  # one to two points
    before, after = context.before[0], context.after[0].split("'")[0]
    either = ["or", "another"] in (context.after[:2], context.after[1:3])
    if before == "number" or after == "last" or either:
        return NOTHING
    alone = context.before[:2] == ["only", "the"]
    if before in ONLY and after not in ("of", "another") and not (alone and after in PRONOUN_AFTER):
        return None
    if context.left[-1:] == "-" or saying.said(before) or _ONE_COMPOUND.match(context.right):
        return NOTHING
    pronoun = before in PRONOUN_BEFORE or after in PRONOUN_AFTER or not after
    pronoun |= before in LINKS and after.endswith(("ed", "ing")) and not number.written[0].isupper()
    idiom = after in ABSTRACT or context.after[1] in DAYTIMES or (before == "for" and not after.isalpha())
    return NOTHING if pronoun or idiom or _speaks(context) else None


def _speaks(context: Context) -> bool:
    """One witness said, one anonymous State Department official told: somebody unnamed, no count."""
    phrase = takewhile(
        lambda word: word.isalpha() and word not in names.NOT_NOUNS - {"said", "says"}, context.after[1:]
    )
    return any(saying.said(word) for word in (*context.after[1:4], *phrase))


RULES: list[Callable[[Number, Unit | None, Context], str | None]] = [
    _ordinal,
    _scale_alone,
    _remark,
    _list_number,
    _per,
    _money,
    _age,
    _label,
    _compound,
    _measured,
    _letters,
    _year,
    _share,
    _enumerating,
    _one,
]
