"""Numbers inside names and addresses: Phase 2, Boeing 737, Apollo 11, 10 Downing Street, the Five Eyes."""

import re

from samestory import known
from samestory.annotate.figures.context import Context
from samestory.annotate.figures.numerals import Number
from samestory.annotate.figures.words import SIMPLE
from samestory.calendar import MONTHS, SHORT, WEEKDAYS

NUMBERED = known.words("things with a number as name")
NUMBERED_NAMES = known.words("names that end in a number")
PLACED = ("on", "in", "of", "for", "after", "by", "at", "from", "into", "until", "through", "during")
DIALLED = known.words("numbers that are dialled")
BY_NUMBER = known.words("things called by their number")
COUNTED_OUT = known.words("counted out with a number behind")
_ROAD = re.compile(
    r"(?:[-–][0-9]{1,4})?\s(?:[NSEW]\.?\s)?(?:(?:[A-Z]|[0-9]{1,3}(?:st|nd|rd|th))[\w’'.-]*\s){1,3}"
    r"(?:(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Parkway|Crescent|Terrace)\b"
    r"|(?:Place|Square|Way|Court|Row|Gate|Hill|Wharf)(?=[,.;)]))"
)
_ABBREVIATED = re.compile(
    r"\b(?:[Nn]os?|[Ss]ec|[Aa]rt|[Cc]h|[Ff]ig|[Vv]ol|pp?)\.\s?$|[§#]\s?$|"
    r"\b[HSAL]\.\s?(?:[BFR]|[CJ]\.?\s?(?:R|Res))\.\s?$"  # H.B. 12, S.J.Res. 3
)
_GROUP_OF = re.compile(r"\b(?:Gang|Group|Council|League|Committee|Band) of $")
_ACRONYM = re.compile(r"\b[A-Z]{2,} $")
_LISTED_AFTER = re.compile(rf"(\w+) (?:[0-9]{{1,4}}|{'|'.join(SIMPLE)})(?:[-–/]| (?:and|or|to|through) )$")
_LISTING = ("-", "–", "/", " or ", " and ", " to ", " through ")
_CAPITAL_LAST = re.compile(r"(?<![\w-])[A-Z][^\s]*\s*$")
_CAPITAL_NEXT = re.compile(r"[ -][A-Z]")
_SHOUTED = re.compile(r"\s[A-Z]+\b")
_WORD_BEFORE = re.compile(r"[\w’'] $")
_HYPHENED = re.compile(r"(\w+)[-/]$")
FREE_PREFIXES = known.words("prefixes before a number")
_NAME = re.compile(r"([.!?:]?\s?)(?<![\w’'-])([A-Z][\w&’'-]*|i[A-Z]\w+) $")
_PAIR = re.compile(r"\s?(?:to|and|or|[-–—])\s?[0-9]")
_LIST = re.compile(r"[,;]? (?:and )?(?:[A-Z]\w+ ){1,2}[0-9]")
_LIST_BEFORE = re.compile(r"[0-9][,;]? (?:and )?(?:[A-Z]\w+ ){1,2}$")
_MODEL = re.compile(
    r"\s(?:[A-Z][\w-]{0,20} ){0,3}([A-Z][a-z]+)"
    r"(?=[,.;:]|\s(?:in|on|at|of|to|from|for|with|and|or|was|is|has|that|which|[a-z]+ing)\b)"
)
_NOUN = re.compile(r"\s([a-z]\w+)")
NEAR = 30  # characters before the number in which a name that it belongs to ends
NOT_NOUNS = known.words("no noun after a number")
NOT_NAMES = {day.capitalize() for day in WEEKDAYS} | known.words("capitals that name nothing before a number")


_MODEL_CHAIN = re.compile(r"(?<![\w.,])[A-Z]?-?[0-9]{2,4} (?:[A-Z][A-Za-z]+ )$")
_TIED_CAPITAL = re.compile(r"-[A-Z][a-z]+\b(?!-)")
_TIED_BEFORE = re.compile(r"(?:(?<![\w’'])[A-Z][\w&’'-]* |\b[0-9]{1,2}-)$")
_JET = re.compile(r"7[0-9]7")
GUN_MODEL = re.compile(r"\b[A-Z]\w*&[A-Z]\w* [0-9]{1,4} $|\b(?:AR|AK|M)-?[0-9]{1,3} $")
_CODE = re.compile(r"(?:-[A-Z]{1,3}[0-9]+|-(?:cv|cr|mc|md|mj|ap|bk)-[0-9]{2,}|\s[A-Z]{2,3}[0-9]{1,3})\b(?!\s[a-z])")
_AMONG_TOP = re.compile(r"\b(?:among|in|into|out of|one of|outside) (?:the|its|their|our|his|her) (?:\w+ )?top $")
_EMERGENCY = re.compile(r"\b(?:call\w*|dial\w*|phon\w*|rang|ring)\s$", re.I)
_NET = re.compile(r"\b[Nn]et[- ]$")
_LETTERED = re.compile(r"-[A-Z]{2,}(?:-[A-Z]{2,})*\b")
_FREE_CALL = re.compile(r"-8[0-9]{2}-[A-Z0-9]")
_CALLED = re.compile(r"\s(?:calls?|dispatch\w*|operators?|emergenc\w+|recordings?|tapes?|system|number|hotline|line)\b")


def named(number: Number, context: Context) -> bool:
    """True where the number is part of a name or an address and counts nothing."""
    if number.form != "numeral":
        return False
    near = context.left[-NEAR:]
    if f"{number.written.lower()} {context.after[0]}" in BY_NUMBER or (number.written == "zero" and _NET.search(near)):
        return True
    abbreviated = near.rstrip().endswith((".", "§", "#")) and _ABBREVIATED.search(near)
    if abbreviated or (near.endswith(" of ") and _GROUP_OF.search(near)) or _AMONG_TOP.search(near):
        return True
    if number.written[0] in "-−":
        return bool(_ACRONYM.search(near))
    if number.written[0].isdigit():
        return any(part(number, context) for part in PARTS_OF_NAMES)
    numbered = number.written[0].isupper() and (context.before[0] in NUMBERED or _after_name(context))
    numbered |= _article_two(context)
    paged = context.before[0] in ("grades", "pages", "chapters")
    return numbered or paged or _counted_out(context) or _capital_amid(number, context)


def _article_two(context: Context) -> bool:
    """Article two, on obstruction, passed: a noun with a capital and its number behind, no noun after it."""
    bare = not context.after[0].isalpha() or context.after[0] in NOT_NOUNS
    return bare and context.before[0] in NUMBERED and bool(_CAPITAL_LAST.search(context.left))


def _counted_out(context: Context) -> bool:
    """On day two, in phase three of the trial; not: this week two of them."""
    alone = not context.after[0].isalpha() or context.after[0] in NOT_NOUNS
    return alone and context.before[0] in COUNTED_OUT and context.before[1] in PLACED


def _address(number: Number, context: Context) -> bool:
    return bool(_ROAD.match(context.right))


def _identity(number: Number, context: Context) -> bool:
    """Nine digits and more without a comma are nobody's count but a number something goes by."""
    return len(number.written) > 8 and number.written.isdigit()


def _after_noun(number: Number, context: Context) -> bool:
    """Section 2, Flight 370; nouns that also have another use only with a capital: Group 4, but a group 4 strong."""
    near = context.left[-NEAR:]
    listed = near.endswith(_LISTING) and _LISTED_AFTER.search(near)
    word = listed[1].lower() if listed else context.before[0]
    return (
        word in NUMBERED
        or word.removesuffix("s") in NUMBERED
        or (word in NUMBERED_NAMES and bool(_CAPITAL_LAST.search(context.left)))
    )


def _hyphened(number: Number, context: Context) -> bool:
    """last-32, under-21: a label; mid-20s and pairs of digits are not."""
    word = _HYPHENED.search(context.left[-NEAR:]) if context.left.endswith(("-", "/")) else None
    return word is not None and len(number.written) < 4 and word[1].isalpha() and word[1].lower() not in FREE_PREFIXES


def _in_name(number: Number, context: Context) -> bool:
    """Digits right after a capitalised word and not before a small-letter noun: Apollo 11, iPhone 11 Pro."""
    if len(number.written) > 4 or not context.left.endswith(" ") or context.right[:1] not in " ,.;:)’'\"”":
        return False
    name = _NAME.search(context.left[-2 * NEAR :])
    if name is None or name[2] in NOT_NAMES:
        return False
    opens_sentence = len(context.left) == len(name[2]) + 1 or name[1].strip() != ""
    noun = _NOUN.match(context.right)
    shouted = len(name[2]) > 1 and name[2].isupper() and bool(_SHOUTED.match(context.right))
    if opens_sentence or shouted or (noun and noun[1] not in NOT_NOUNS):
        return False
    listed = _LIST.match(context.right) or _PAIR.match(context.right) or _LIST_BEFORE.search(context.left[-2 * NEAR :])
    return not listed


def _model(number: Number, context: Context) -> bool:
    """The 787 Dreamliner: more than one, yet the capitalised noun is no plural and no other noun follows."""
    model = _MODEL.match(context.right)
    if (
        model is None
        or model[1].lower() in {*MONTHS, *SHORT}
        or len(number.written) > 4
        or model[1].endswith(("s", "ese", "ish", "men", "en", "ch"))
    ):
        return False
    return context.before[0] in ("the", "own", "a", "an", "new", "s")


def _after_model(number: Number, context: Context) -> bool:
    """737 MAX 8: what follows a name that follows a model's number belongs to it."""
    return len(number.written) < 3 and context.left.endswith(" ") and bool(_MODEL_CHAIN.search(context.left[-NEAR:]))


def _by_itself(number: Number, context: Context) -> bool:
    """A 360, “The 360”, a 911 call, the 747: three bare digits after a or an, before no plural, count nothing."""
    if number.written.isdigit() and len(number.written) in (5, 6) and context.before[0] in ("text", "call", "dial"):
        return True
    if not (number.written.isdigit() and len(number.written) == 3):
        return False
    if context.left.endswith(_OPENS_NAME) and context.right.startswith(("”", '"', "’", "'")):
        return True
    plural = (context.after[0].endswith("s") and context.after[0] not in NOT_NOUNS) or context.after[0] in (
        "people",
        "men",
        "women",
        "children",
        "or",
    )
    if context.before[0] in ("a", "an"):
        return not plural and context.right[:1] != "-"
    if _JET.fullmatch(number.written) and _CAPITAL_NEXT.match(context.right):
        return True
    if context.before[0] == "the" and _JET.fullmatch(number.written):
        return not plural and (
            context.after[0] in NOT_NOUNS or not context.after[0].isalpha() or _verb(context.after[0])
        )
    alone = not plural or context.after[0] == "or"
    return bool(_EMERGENCY.search(context.left[-NEAR:]) and (alone or _CALLED.match(context.right))) or (
        number.written in DIALLED and bool(_CALLED.match(context.right))
    )


def _verb(word: str) -> bool:
    return word.endswith("ed") or word in ("took", "fell", "came", "went", "flew")


_OPENS_NAME = ("“The ", '"The ', "‘The ", "'The ")


def _brand(number: Number, context: Context) -> bool:
    """7-Eleven: digits tied to a word with a capital, in a sentence that writes others small."""
    return bool(_TIED_CAPITAL.match(context.right)) and in_prose(context)


def _coded(number: Number, context: Context) -> bool:
    """316-ES9, 316 ES9: digits, then letters and digits, are a plate or a number something goes by."""
    return bool(_CODE.match(context.right))


def _lettered(number: Number, context: Context) -> bool:
    """1-800-HELP-NOW: digits behind and letters with dashes are a telephone number."""
    dialled = context.left[-2:-1].isdigit() and context.left.endswith("-") and _LETTERED.match(context.right)
    return bool(dialled or (number.written == "1" and _FREE_CALL.match(context.right)))


def _after_name(context: Context) -> bool:
    """Capital One, Air Force One, 7-Eleven: a number word with a capital right behind a capital or digits."""
    return bool(_TIED_BEFORE.search(context.left)) and in_prose(context)


def in_prose(context: Context) -> bool:
    """Whether most longer words around a number are small, so that a capital says something."""
    words = re.findall(r"[^\W\d_]{4,}", context.left + context.right)
    return len(words) > 3 and sum(word[0].isupper() for word in words) <= 0.6 * len(words)


def _capital_amid(number: Number, context: Context) -> bool:
    """A number word with a capital amid a sentence in small letters: the Five Eyes, the Three Gorges."""
    if not number.written[0].isupper() or number.written.isupper() or not _CAPITAL_NEXT.match(context.right):
        return False
    return in_prose(context) and bool(_WORD_BEFORE.search(context.left))


PARTS_OF_NAMES = (
    _address,
    _identity,
    _after_noun,
    _hyphened,
    _in_name,
    _model,
    _after_model,
    _by_itself,
    _brand,
    _coded,
    _lettered,
)
