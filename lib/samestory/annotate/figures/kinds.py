"""What a number is: a short cascade of rules by precedence, labels, dates and ages before counts.

Each rule looks only at the words beside the number. The first that holds decides.
"""

import re
from collections.abc import Callable

from samestory.annotate.figures.context import Context
from samestory.annotate.figures.numerals import SIMPLE, Number
from samestory.annotate.figures.units import Unit

REPORTED = frozenset({"count", "money", "percent", "fraction", "measure", "multiplier"})
PERSON = frozenset(
    "man woman boy girl child baby infant toddler son daughter mother father brother sister husband wife grandmother "
    "grandfather teenager teen student suspect victim driver gunman player resident native pensioner youth lad kid "
    "patient teacher worker officer soldier singer actor actress striker midfielder defender veteran star male female "
    "nephew niece cousin grandson granddaughter pupil widow widower lawyer farmer refugee migrant".split()
)
NUMBERED = frozenset(
    "no no. nos number numbers phase section sections article articles chapter title route highway interstate flight room channel "
    "level tier stage season episode game round group pier terminal unit area district precinct ward zone amendment "
    "proposition resolution formula category type class grade volume version page pages paragraph clause rule exhibit "
    "gate platform building apartment suite box line studio vol part step schedule appendix item verse psalm act "
    "windows iphone galaxy boeing airbus apollo falcon soyuz pixel playstation xbox fortune stoxx ftse nasdaq nikkei russell s&p "
    "asx cac dax ibex topix bowl code codes week".split()
)
ROADS = re.compile(
    r"\s(?:[NSEW]\.?\s)?(?:[A-Z][\w’'.-]*\s){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Lane|Drive|Place|Square|Way|Court|Terrace|Parkway|Crescent|Row|Gate|Hill|Wharf|Embankment)"
)
YEAR_BEFORE = frozenset(
    "in since by of from until till before after during early late mid between through throughout to fiscal year years and "
    "circa season calendar the spring summer autumn fall winter election elections class as january february march april may june july august "
    "september october november december until born c. 's".split()
)
QUANTITY_BEFORE = frozenset(
    "than least about around nearly almost approximately roughly over under some only just up total estimated exactly "
    "additional another every another killed killing injured injuring wounded".split()
)
COMPARING = frozenset(
    "as more less the that higher larger bigger greater faster likelier lower smaller what its their his her longer better stronger".split()
)
SPEECH = frozenset(
    "said says told tells asked wrote recalled added explained replied noted described called reported suggested indicates "
    "indicated shows showed found put quipped tweeted complained commented shouted claimed argued asks proposed admitted "
    "acknowledged warned estimated predicted lamented conceded insisted remarked posted".split()
)
PRONOUN_BEFORE = frozenset(
    "the this that no any every each another which first last only next previous new old big good same other right wrong some".split()
)
PRONOUN_AFTER = frozenset(
    "of another such thing way 's ’s who that which is was has had could would should can will may might must does did in on at with for and or but "
    'by to from , . ; : ? ! ” " ’ ) - – — the a an i you we they he she it'.split()
)
_NAME_COMMA = re.compile(r"[A-Z][\w’'-]+,? (?:Jr\.|Sr\.)?,?\s?$|[A-Z][\w’'-]+, $")
_LIST_NUMBER = re.compile(r"^\s*\(?$")
_GLUED = re.compile(r"[^\W\d_]|[/_]")


def kind(number: Number, unit: Unit | None, context: Context) -> str | None:
    """The kind of a number in its context; None where it is no number at all (one of the terms, seconds)."""
    for decides in RULES:
        found = decides(number, unit, context)
        if found:
            return None if found == "none" else found
    return "count"


def _by_form(number: Number, unit: Unit | None, context: Context) -> str | None:
    """Dates, times, addresses and labels are recognised as they are written."""
    if number.form == "ordinal":
        return _ordinal(number, context)
    if number.form == "date" and _modal(number, context):
        return "none"
    return {"url": "label", "phone": "label", "label": "label", "date": "date", "time": "time"}.get(number.form)


def _ordinal(number: Number, context: Context) -> str:
    if number.low == 2 and (
        context.before[0] in SIMPLE or context.before[0][-1:].isdigit() or context.before[0] in ("per", "a-", "split")
    ):
        return "none"
    return "date" if context.after[0] == "of" and context.after[1] == "july" else "ordinal"


def _modal(number: Number, context: Context) -> bool:
    """`may 20` and `march 5` in small letters are verbs."""
    return False


def _list_number(number: Number, unit: Unit | None, context: Context) -> str | None:
    opens = (
        _LIST_NUMBER.match(context.left)
        and context.right[:1] in (".", ")", "]")
        and context.right[1:2] in (" ", "\t", "")
    )
    return "label" if opens and number.low is not None and number.low < 100 else None


def _glued(number: Number, unit: Unit | None, context: Context) -> str | None:
    """Letters run into the digits (737-800ER, 5G, 20s) make a label, unless they are a unit or a plus."""
    if unit or number.form not in ("numeral",) or not context.right or not _GLUED.match(context.right):
        return None
    if re.match(r"s\b", context.right):
        return "age" if {"his", "her", "their", "my", "your"} & set(context.before[:2]) else "label"
    return "label"


def _money(number: Number, unit: Unit | None, context: Context) -> str | None:
    return "money" if unit and unit.kind == "money" else None


def _age(number: Number, unit: Unit | None, context: Context) -> str | None:
    old = re.match(
        r"(?:[\s-]{0,2}(?:and-a-half-)?(year|month|week|day)s?)?[\s-]{1,2}olds?\b[- ]?([^\W\d_]*)", context.right
    )
    if old and old[1]:
        return "age" if (old[1] == "year" and _person(context)) or _person(context, strict=True) else "duration"
    before = context.before
    if before[0] in ("aged", "age", "ages") or (
        before[0] in ("of", "than") and before[1] in ("age", "ages", "older", "younger")
    ):
        return "age"
    if number.low is None or not 0 < number.low < 116 or unit:
        return None
    if before[0] in ("turned", "turns", "turning") and context.after[0] in (
        ".",
        ",",
        "in",
        "on",
        "this",
        "last",
        "next",
        "",
    ):
        return "age"
    return _appended_age(context)


def _person(context: Context, strict: bool = False) -> bool:
    words = [
        word
        for word in context.after[:8]
        if word not in ("-", "year", "years", "month", "months", "week", "day", "old", "olds", "weeks", "days")
    ]
    people = [
        word for word in words[:3] if word in PERSON or word.endswith(("er", "or", "ist", "ian", "man", "woman", "ant"))
    ]
    return bool(people) or (
        not strict
        and (
            words[0] in (",", ".", "", "who", "from", "and", "was", "is")
            or context.right.lstrip(" -").startswith(("year-olds", "years old", "year olds", "years-old"))
        )
    )


def _appended_age(context: Context) -> str | None:
    """A name, a comma and a number between commas: `Mary Doe, 34, said`."""
    named = re.search(r"[A-Z][\w’'-]+(?:,? Jr\.)?(, | \()$", context.left)
    if not named:
        return None
    closes = (
        context.right[:1] == ")"
        if named[1] == " ("
        else re.match(r",(?! [A-Z][\w’'-]+,? [0-9])|\.(?:\s|$)|[;)]| and\b", context.right)
    )
    return "age" if closes else None


def _measured(number: Number, unit: Unit | None, context: Context) -> str | None:
    if unit is None or number.form in ("ratio", "multiple"):
        return None
    if (
        unit.kind == "duration"
        and number.low == 1
        and context.before[0] in ("the", "this", "that", "day", "no", "another")
    ):
        return "none"
    return unit.kind


def _year(number: Number, unit: Unit | None, context: Context) -> str | None:
    """A bare year: four digits without a comma, not followed by a unit and not clearly counting something."""
    if (
        number.form != "numeral"
        or number.low is None
        or not 1000 <= number.low < 2100
        or number.end - number.start != 4
        or not float(number.low).is_integer()
    ):
        return None
    before, after = context.before[0], context.after[0]
    if before in QUANTITY_BEFORE and not (
        before in ("about", "around", "over", "just") and context.before[1] in ("in", "from", "since", "until")
    ):
        return None
    if number.low < 1900:
        return "date" if before in YEAR_BEFORE and not _plural(after) else None
    return (
        None
        if _plural(after)
        and (before not in YEAR_BEFORE or after in ("people", "men", "women", "children", "troops", "soldiers"))
        and not before == "s"
        else "date"
    )


def _plural(word: str) -> bool:
    return word in ("people", "men", "women", "children", "police") or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "was", "has", "does"))
    )


def _ratio(number: Number, unit: Unit | None, context: Context) -> str | None:
    if number.form == "multiple":
        return "multiplier"
    if number.form == "half":
        return _half(context)
    if number.form == "fraction" and unit is None:
        return "fraction" if _whole(number, context) else "ordinal"
    if number.form == "ratio":
        return "fraction"
    if context.after[0] in ("times", "x") and (context.after[1] in COMPARING or context.after[1].endswith("er")):
        return "multiplier"
    return "multiplier" if context.after[0] == "fold" or context.right.startswith("-fold") else None


def _whole(number: Number, context: Context) -> bool:
    """A third of, two thirds: a share; but a third visit, a quarter earlier: not."""
    if number.low is None or context.right.lstrip(" -").startswith(
        ("time", "party", "parties", "final", "day", "way", "hour")
    ):
        return False
    ambiguous = number.low in (1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9, 1 / 10) and not any(
        c.isdigit() or c in "½¼¾⅓⅔/" for c in context.right[:0]
    )
    return not ambiguous or context.after[0] in (
        "of",
        "the",
        ",",
        ".",
        "",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "from",
        "in",
        "to",
        "are",
        "were",
        "said",
    )


def _half(context: Context) -> str:
    """Half of the homes, more than half: a share; the first half, half-brother, half an hour's walk: not."""
    before, after = context.before[0], context.after[0]
    if context.right[:1] in "-‐" or (
        before
        in (
            "first",
            "second",
            "other",
            "opening",
            "both",
            "each",
            "the",
            "this",
            "that",
            "final",
            "latter",
            "and",
            "better",
        )
        and after != "of"
    ):
        return "none"
    if before in (
        "than",
        "about",
        "nearly",
        "almost",
        "around",
        "roughly",
        "some",
        "by",
        "in",
        "over",
        "just",
        "only",
        "least",
        "to",
        "under",
        "cut",
        "up",
    ):
        return "fraction"
    return (
        "fraction"
        if after in ("of", "the", "its", "their", "his", "her", "a", "an", "that", "those", "all", "as", "what")
        else "none"
    )


def _label(number: Number, unit: Unit | None, context: Context) -> str | None:
    """Names that hold a number: Phase 2, Boeing 737, 10 Downing Street, Five Eyes."""
    if number.form != "numeral":
        return None
    if ROADS.match(context.right):
        return "label"
    if (
        context.before[0] in NUMBERED
        or (context.before[0] in ("#", "§"))
        or (context.before[0] == "." and context.before[1] in ("no", "nos", "sec", "art", "ch"))
    ):
        return (
            None
            if context.before[0]
            in ("class", "group", "act", "game", "line", "part", "box", "item", "week", "type", "level")
            and not _capital(context)
            else "label"
        )
    if context.left[-1:] in "-/" and context.left[-2:-1].isalpha() and number.end - number.start < 4:
        return None if re.search(r"(?:mid|pre|post|sub|over|under|then|now)[-/]$", context.left.lower()) else "label"
    return "label" if _name(number, context) else None


def _capital(context: Context) -> bool:
    word = re.search(r"(\S+)\s?$", context.left)
    return bool(word) and word[1][:1].isupper()


def _name(number: Number, context: Context) -> bool:
    """Digits right after a capitalised word and not before a small-letter noun: Apollo 11, iPhone 11 Pro."""
    name = re.search(r"([.!?:“\"‘(]?\s?)\b([A-Z][\w&’'-]*|i[A-Z]\w+) $", context.left)
    if not name or number.end - number.start > 4 or context.right[:1] not in " ,.;:)’'\"”":
        return False
    opens_sentence = name.start(2) == 0 or name[1].strip() != ""
    following = re.match(r"\s([a-z]\w+)", context.right)
    if opens_sentence or (following and following[1] not in STOPS) or name[2] in _NOT_NAMES:
        return False
    return not re.match(r"[,;]? (?:and )?(?:[A-Z]\w+ ){1,2}[0-9]", context.right) and not re.search(
        r"[0-9][,;]? (?:and )?(?:[A-Z]\w+ ){1,2}$", context.left
    )


STOPS = frozenset(
    "in on at of to from for with by and or but is was were are has have had will would could that which who as than when while "
    "after before during until since into over under about where because if the a an this his her its their it they he she we "
    "said says also not".split()
)
_NOT_NAMES = frozenset(
    "The A An In On At By Of To From For With And Or But About Around Nearly Over Under Some Only Just All Another These Those Its His Her Their Our My "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Democrats Republicans AND OF THE FOR IN TO AT BY ON".split()
)


def _capital_word(number: Number, unit: Unit | None, context: Context) -> str | None:
    return None


def _one(number: Number, unit: Unit | None, context: Context) -> str | None:
    """`one` as a pronoun or as somebody (one witness said) counts nothing."""
    if (
        number.low != 1
        or number.form != "numeral"
        or number.end - number.start != 3
        or context.before[0] in ("$", "£", "€")
    ):
        return None
    before, after = context.before[0], context.after[0]
    if before in ("only", "just", "least", "than", "exactly") and after not in ("of", "another"):
        return None
    if before in PRONOUN_BEFORE or after in PRONOUN_AFTER or after == "":
        return "none"
    return "none" if after == "day" or _speaks(context) else None


def _speaks(context: Context) -> bool:
    """One witness said: somebody unnamed, no count."""
    return any(word in SPEECH for word in context.after[1:4])


RULES: list[Callable[[Number, Unit | None, Context], str | None]] = [
    _by_form,
    _list_number,
    _money,
    _age,
    _label,
    _measured,
    _glued,
    _year,
    _ratio,
    _one,
]
