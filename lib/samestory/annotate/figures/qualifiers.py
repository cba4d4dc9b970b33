"""Words that make a figure a bound or an approximation: at least, more than, nearly, up to, about, or more."""

import re

from samestory.annotate.figures.context import Context

# class: (relation, phrases before the number, phrases after it)
CLASSES: dict[str, tuple[str, str, str]] = {
    "at_least": (
        ">=",
        "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|upwards of|upward of|as low as"
        "|at a minimum|≥",
        "or more|or above|or higher|or greater|or older|or over|or better|and over|and above|and older|and up|plus|at least|minimum",
    ),
    "more_than": (
        ">",
        "more than|over|above|greater than|in excess of|exceeding|exceeds|exceed|exceeded|surpassing|surpassed|surpasses"
        "|topping|topped|tops|well over|just over|slightly more than|higher than|larger than|north of|well above|just above"
        "|far more than|over than|older than|longer than|bigger than|better than|>",
        "and counting",
    ),
    "nearly": (
        "~",
        "nearly|almost|close to|approaching|just short of|just shy of|shy of|virtually|next to|not quite|nearing",
        "",
    ),
    "less_than": (
        "<",
        "sub-|less than|fewer than|under|below|lower than|just under|slightly less than|slightly under|well under|well below"
        "|smaller than|short of|just below|younger than|shorter than|not even|<",
        "",
    ),
    "up_to": (
        "<=",
        "within|up to|as many as|as much as|as high as|at most|no more than|not more than|a maximum of|maximum of|up to about"
        "|no higher than|no greater than|a maximum|to a maximum of|not exceeding|as far as|as long as|≤",
        "or less|or fewer|or under|or below|or younger|and under|at most|maximum|tops",
    ),
    "plus_minus": ("=", "plus or minus|plus-or-minus|plus and minus|give or take|±|+/-", ""),
    "about": (
        "~",
        "about|near|around|approximately|roughly|some|approx|approx.|circa|an estimated|estimated|an approximate|in the region of|in the order of|on the order of|in the neighborhood of|more or less|somewhere around"
        "|in the vicinity of|something like|perhaps|maybe|or so|~|≈|c.|ca.",
        "or so|odd|ish|or thereabouts|give or take|approximately|roughly|something",
    ),
}  # fmt: skip
BEFORE = {phrase: name for name, (_, left, _) in CLASSES.items() for phrase in left.split("|") if phrase}
AFTER = {phrase: name for name, (_, _, right) in CLASSES.items() for phrase in right.split("|") if phrase}
LONGEST = max(len(phrase.split()) for phrase in BEFORE)
SKIPPED = frozenset(
    "a an the another additional total of his her its their our my your further extra last first next $".split()
)
_TOKENS = re.compile(r"[^\W_]+(?:-[^\W_]+)*\.?|[~≈<>≥≤±]|\+/-")
_OPEN = re.compile(r"[-–—\s]{0,2}(\+|[a-z]+(?: [a-z]+)?)")


def relation(qualifier: str | None) -> str:
    """The relation a qualifier makes: `>=` for at least, `>` for more than, `~` for about and nearly, else `=`."""
    name = kind(qualifier)
    return CLASSES[name][0] if name else "="


def kind(qualifier: str | None) -> str | None:
    """The class of a qualifier: at_least, more_than, nearly, less_than, up_to, about, plus_minus, or None."""
    if qualifier is None:
        return None
    return BEFORE.get(qualifier) or AFTER.get(qualifier) or ("at_least" if qualifier == "+" else None)


def of(context: Context, kind: str, prefix: str = "", unit_length: int = 0) -> str | None:
    """The qualifier of a number as written in small letters, before it or after it; None where there is none."""
    left = context.left.removesuffix(" ")
    left = left[: len(left) - len(prefix)] if prefix and left.lower().endswith(prefix) else left
    return _before(left, kind, context) or _after(context.right[unit_length:])


def _before(left: str, kind: str, context: Context) -> str | None:
    tail = left[-60:].lower().rstrip()
    if tail.endswith("sub-"):
        return "sub-"
    if not tail or (tail[-1] in ".,;:!?)" and not tail.endswith(("approx.", "c.", "ca."))):
        return None
    words = _TOKENS.findall(tail)
    for skip in range(3):
        if skip and (len(words) < skip or words[-skip] not in SKIPPED):
            return None
        kept = words[: len(words) - skip]
        for length in range(min(LONGEST, len(kept)), 0, -1):
            phrase = " ".join(kept[-length:])
            if phrase in BEFORE and not _otherwise(phrase, kept[:-length], skip, kind):
                return phrase
    return None


def _otherwise(phrase: str, earlier: list[str], skipped: int, kind: str) -> bool:
    """True where the words place and do not bound: over three days, presided over two hearings, near the two."""
    if phrase not in PLACING:
        return False
    if phrase == "within":
        return kind not in ("percent", "measure", "money")
    last = earlier[-1] if earlier else ""
    if skipped and phrase != "about":
        return True
    if phrase == "over" and kind == "duration":
        return last not in BEFORE_DURATION
    return last in BEFORE_PLACE


def _after(right: str) -> str | None:
    found = _OPEN.match(right.lower())
    if not found:
        return None
    words = found[1]
    return next((phrase for phrase in (words, words.split(" ")[0]) if phrase == "+" or phrase in AFTER), None)


PLACING = frozenset("within over under above below near about around some close to beyond".split())
BEFORE_DURATION = frozenset(
    "for of after is was were been be well just lasting lasted than took takes spent with and a at to has have".split()
)
BEFORE_PLACE = frozenset(
    "presided presides presiding handed took taken take talk talked talks spoke information concerns worried arguing argued fight "
    "fought turned look looked spread control questions all dispute won victory win".split()
)
