"""Words that make a figure a bound or an approximation (`data/qualifiers.csv`): at least, nearly, up to, or more."""

import re
from functools import lru_cache
from typing import NamedTuple

from samestory.annotate.figures.context import Context
from samestory.corpus import known

SKIPPED = known.words("between a qualifier and its number")
PLACING = known.words("qualifiers that may be prepositions")
BEFORE_DURATION = known.words("before over a duration")
BEFORE_PLACE = known.words("before over as a preposition")
PASSING = known.words("verbs of passing a number")
ABBREVIATED = ("approx.", "c.", "ca.")
REACH = 60
_TOKENS = re.compile(r"[^\W_]+(?:-[^\W_]+)*\.?|[~≈<>≥≤±]|\+/-")
_THING = re.compile(
    r"\s(?!mark|threshold|milestone|barrier|in|on|at|by|for|from|as|and|or|but|while|with|after|before|during|since|last|this|late|early|earlier|worldwide|globally|nationwide|overall|annually)[a-z-]{2,}"
)
_OF_THE = re.compile(r"\b(?:than|above|below) the(?: ?[$£€])?$")
_MARK = re.compile(r"[\s-](?:mark|threshold|milestone|barrier)\b")
_BEHIND_NOUN = re.compile(r"(?:[\s-][a-z]+){1,2}\s(or (?:less|fewer|more))\b(?=[.,;:)]|$|\s(?!likely|important))")
_AFTER = re.compile(r"[-–—\s]{0,2}(\+|[a-z]+(?: [a-z]+)?)")


_TO_A_LEVEL = re.compile("add(?:s|ed|ing)?|go(?:es|ing|ne)?|went|back")  # the rate went up to 42, the cuts add up to 9


_LIFTING = re.compile(r"(?:push|driv|lift|mov|bring|brought|drove|revis)\w*")  # they push inflation up to 2 percent


_TURNED = {"more than": "not more than", "less than": "not less than", "fewer than": "not fewer than"}
_DENIED = re.compile(
    r"(?:\bnot|n[’']t|\bnever|\bcannot|\b(?:refus|declin)\w+ to)(?: [a-z]+){1,3} (?:more|less|fewer) than [$£€]?$"
)


class Qualifier(NamedTuple):
    """What a phrase does: its class (at_least, about …) and the relation it makes of a value."""

    name: str
    relation: str


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[str, Qualifier]]:
    rows = known.table("qualifiers.csv", ["phrase", "place", "class", "relation", "source"])
    found: dict[str, dict[str, Qualifier]] = {"before": {}, "after": {}}
    for phrase, place, name, relation in rows[["phrase", "place", "class", "relation"]].itertuples(index=False):
        found[place][phrase] = Qualifier(name, relation)
    return found


@lru_cache(maxsize=1)
def _lengths() -> dict[str, list[int]]:
    """How many words the phrases that stand before a number have, the longest first, by their last word."""
    found: dict[str, set[int]] = {}
    for phrase in _phrases()["before"]:
        found.setdefault(phrase.split()[-1], set()).add(len(phrase.split()))
    return {last: sorted(lengths, reverse=True) for last, lengths in found.items()}


def relation(phrase: str | None) -> str:
    """The relation a qualifier makes: `>=` for at least, `>` for more than, `~` for about and nearly, else `=`."""
    found = _known(phrase)
    return found.relation if found else "="


def kind(phrase: str | None) -> str | None:
    """The class of a qualifier: at_least, more_than, nearly, less_than, up_to, about, plus_minus, or None."""
    found = _known(phrase)
    return found.name if found else None


def _known(phrase: str | None) -> Qualifier | None:
    both = _phrases()
    return None if phrase is None else both["before"].get(phrase) or both["after"].get(phrase)


def turned(qualifier: str | None, left: str) -> str | None:
    """The bound that a verb denied makes of another: “will not accept more than” is not more than; else None.

    `left` is what stands before the number in its sentence.
    """
    if qualifier not in _TURNED or not _DENIED.search(left.lower()):
        return None
    return _TURNED[qualifier]


def of(context: Context, kind: str, prefix: str = "", unit_length: int = 0) -> str | None:
    """The qualifier of a number as written in small letters, before it or after it; None where there is none.

    `prefix` is a currency sign before the number, `unit_length` the characters its unit takes after it.
    """
    left = context.left[-REACH:].lower().rstrip()
    found = _before(left.removesuffix(prefix).rstrip(), kind)
    if found in PASSING and _THING.match(context.right[unit_length:]):
        found = None  # passed two laws, crossed three borders
    if found is not None and _OF_THE.search(left) and not _MARK.match(context.right[unit_length:]):
        found = None  # above the 213,000 average, more than the 60 needed: so many are the average, are needed
    after = _after(context.right) or _after(context.right[unit_length:]) or _behind_noun(context.right)
    return after if relation(found) == "~" and relation(after) in (">=", "<=") else found or after


def _before(left: str, kind: str) -> str | None:
    if left.endswith("sub-"):
        return "sub-"
    if not left or (left[-1] in ".,;:!?)" and not left.endswith(ABBREVIATED)):
        return None
    words = _TOKENS.findall(left)
    for skipped in range(3):
        kept = words[: len(words) - skipped]
        if any(word not in SKIPPED for word in words[len(kept) :]):
            return None
        for length in _lengths().get(kept[-1], []) if kept else []:
            phrase = " ".join(kept[-length:])
            if phrase in _phrases()["before"] and not _placing(
                phrase, kept[:-length], skipped, kind, "the" in words[len(kept) :]
            ):
                return phrase
    return None


def _placing(phrase: str, earlier: list[str], skipped: int, kind: str, definite: bool) -> bool:
    """True where the words place and do not bound: over three days, presided over two hearings, about the 40 men."""
    if phrase in PASSING and skipped and not definite:
        return True  # passed a $3 trillion bill
    if phrase == "up to":
        return any(map(_TO_A_LEVEL.fullmatch, earlier[-1:])) or any(map(_LIFTING.fullmatch, earlier[-3:]))
    if phrase not in PLACING:
        return phrase.endswith("short of") and skipped > 0  # short of the 1,237 needed: that many are needed
    if phrase == "within":
        return kind not in ("percent", "measure", "money")
    if skipped and (phrase != "about" or definite):
        return True
    last = earlier[-1] if earlier else ""
    return last not in BEFORE_DURATION if phrase == "over" and kind == "duration" else last in BEFORE_PLACE


def _behind_noun(right: str) -> str | None:
    """The bound behind what is counted: of `10 people or fewer` and `10-person or less` the last two words."""
    found = _BEHIND_NOUN.match(right[:REACH].lower())
    return found[1] if found and found[1] in _phrases()["after"] else None


def _after(right: str) -> str | None:
    found = _AFTER.match(right[:REACH].lower())
    if not found:
        return None
    phrases = _phrases()["after"]
    return next((phrase for phrase in (found[1], found[1].split(" ")[0]) if phrase in phrases), None)
