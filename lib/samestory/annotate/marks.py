"""Quoted runs: the stretches of a text that stand between quotation marks.

Marks may be curly, straight (also as primes or full-width), doubled single ('' or ``), single (British), low („ “) or
angle, pointing out or in (« », » «, ‹ ›). An apostrophe opens nothing. A run
never leaves its paragraph; one that is reopened in the next paragraph without being closed is one running quotation.
"""

import re
from typing import NamedTuple

from samestory import known
from samestory.corpus import language

MARK = re.compile("''|``|[\"“”„‟«»‹›″＂‘’'`]")
DOUBLE = {"“", "”", "„", "‟", '"', "″", "＂", "''", "``", "«", "»"}
STRAIGHT = {'"', "″", "＂", "''"}
ANGLES = re.compile("[«»‹›]")
OPENERS, CLOSERS = {"“", "„", "``", "«"}, {"”", "»"}
# Words that begin with an apostrophe: 'tis, 'em, '90s.
ELISION = re.compile(r"(?:tis|twas|em|til|cause|cos|bout|n|neath|round|\d\ds?)\b", re.I)
AFTER_OPEN = re.compile(r"[\w$£€#@(\[…—–.‘“'\"-]")
SMALL = known.words("small words of titles")  # in titles
WORKS = known.words("nouns for works with a title")
SHOWS = re.compile(rf"\s(?:{'|'.join(sorted(known.words('nouns for programmes')))})\b")
TOLD = known.words("verbs of telling a programme")
LONGEST_BEFORE = 40  # characters before a title that tell what it names
NAMES_WORK = re.compile(r"(?:(?:[’']s|s[’'])|\b(?P<kind>\w+(?: of)?)),?\s+$")
WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


class Run(NamedTuple):
    """One stretch between quotation marks: `start:end` with its marks, `inner_start:inner_end` without them."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    single: bool
    closed: bool
    continues: bool


def runs(text: str) -> list[Run]:
    """Every quoted run of the text in reading order, outermost marks only.

    A mark that is never closed ends with its paragraph when the quotation runs on (the next paragraph opens with a
    mark) or when nothing but the mark itself is missing at the end; otherwise it is passed over, so an odd mark costs
    one quotation and never the article.
    """
    found: list[Run] = []
    paragraphs = language.paragraph_spans(text)
    for number, (start, end) in enumerate(paragraphs):
        following = (
            text[paragraphs[number + 1][0] : paragraphs[number + 1][0] + 2] if number + 1 < len(paragraphs) else ""
        )
        double = _paired(text, start, end, single=False, runs_on=_is_opening(following, double=True))
        double = [*_left_open(text, start, end, found), *double]
        single = _paired(text, start, end, single=True, runs_on=_is_opening(following, double=False))
        outer = [run for run in single if run.closed and _holds(text, run, double)]
        kept = [run for run in double if not any(one.start < run.start and run.end < one.end for one in outer)]
        taken = [(run.start, run.end) for run in kept]
        found += kept + [run for run in single if not _crosses(run, taken)]
    found.sort()
    return [
        run._replace(continues=index > 0 and _reopens(text, found[index - 1], run)) for index, run in enumerate(found)
    ]


def _left_open(text: str, start: int, end: int, before: list[Run]) -> list[Run]:
    """What ends a quotation that a paragraph before left open, where this one begins without a mark, and closes it."""
    last = max(before, default=None)
    first = next((mark for mark in MARK.finditer(text, start, end) if mark.group() in DOUBLE), None)
    if last is None or last.closed or first is None or text[last.end : start].strip():
        return []
    if _sides(text, start, end, first) != (False, True):
        return []
    words = text[start : first.start()]
    return [Run(start, first.end(), start, first.start(), False, True, False)] if words.strip() else []


def spoken(text: str) -> list[Run]:
    """The quoted runs of a text without those that name a programme or work: “told NBC’s “Meet the Press.””."""
    return [run for run in runs(text) if not _is_named(text, run)]


def _is_named(text: str, run: Run) -> bool:
    """Whether a run is set as a title, behind its owner, a verb of telling or a noun for works, or before a programme.

    So is one word where the programme is told or called one: “told “Morning.””, “the “Morning” show”.
    """
    inner = text[run.inner_start : run.inner_end].rstrip(",.")
    before = NAMES_WORK.search(text, max(0, run.start - LONGEST_BEFORE), run.start)
    kind = (before.group("kind") or "").lower() if before else None
    told, shown = kind in TOLD, SHOWS.match(text, run.end) is not None
    if (told or shown) and inner.istitle() and inner.isalpha():
        return True
    return (kind == "" or kind in WORKS or told or shown) and is_title(inner)


def nested(text: str, run: Run) -> list[Run]:
    """The runs in the other kind of marks within a run: what a speaker quotes somebody else as saying."""
    return [
        inner
        for inner in _paired(text, run.inner_start, run.inner_end, single=not run.single, runs_on=False)
        if inner.closed and inner.start > run.inner_start
    ]


def outside(text: str, found: list[Run]) -> str:
    """The text with every quoted run blanked out, offsets unchanged: what the narrator says in own words."""
    pieces, last = [], 0
    for run in found:
        pieces += [text[last : run.start], " " * (run.end - run.start)]
        last = run.end
    return "".join(pieces) + text[last:]


def words(text: str) -> int:
    """The number of words in a stretch of text."""
    return len(WORD.findall(text))


def is_title(inner: str) -> bool:
    """Whether the words are set as a title: all but small words capitalised, two at least, and no sentence's end."""
    lexical = [word for word in re.findall(r"[^\W\d_][\w’'-]*", inner) if word not in SMALL]
    capitals = sum(word[0].isupper() for word in lexical)
    return inner[-1:] not in ".!?" and inner[:1].isupper() and capitals > 1 and capitals >= 0.8 * len(lexical)


def _is_opening(following: str, *, double: bool) -> bool:
    mark = MARK.match(following)
    return mark is not None and (mark.group() in DOUBLE) == double and mark.group() not in CLOSERS | {"’"}


def _holds(text: str, run: Run, double: list[Run]) -> bool:
    """Whether a British quotation holds whole ones in double marks, and ends as speech ends: ', "…" and I ran,'."""
    inside = [one for one in double if run.start < one.start and one.end < run.end]
    crossed = any(one.start < run.start < one.end or one.start < run.end < one.end for one in double)
    return bool(inside) and not crossed and text[run.inner_end - 1] in ",.?!"


def _crosses(run: Run, taken: list[tuple[int, int]]) -> bool:
    return any(run.start < end and start < run.end for start, end in taken)


def _reopens(text: str, before: Run, run: Run) -> bool:
    between = text[before.end : run.start]
    return not before.closed and before.single == run.single and not between.strip() and "\n" in between


def _paired(text: str, start: int, end: int, *, single: bool, runs_on: bool) -> list[Run]:
    """The runs of one paragraph made of one kind of mark (double, or single)."""
    found: list[Run] = []
    opened: re.Match[str] | None = None
    marks = [mark for mark in MARK.finditer(text, start, end) if (mark.group() not in DOUBLE) == single]
    for place, mark in enumerate(marks):
        opens, closes = _sides(text, start, end, mark)
        closes |= opened is not None and opened.group() == "„" and mark.group() == "“"
        if opened is not None and closes and not (single and _is_possessive(text, mark, marks[place + 1 :], end)):
            found.append(_run(opened, mark.start(), mark.end(), single=single, closed=True))
            opened = None
        elif opens and (opened is None or mark.group() in OPENERS):
            opened = mark
    if opened is not None and (runs_on or (not single and _lacks_only_its_close(text, opened, start, end))):
        found.append(_run(opened, end, end, single=single, closed=False))
    return found


def _run(opened: re.Match[str], inner_end: int, end: int, *, single: bool, closed: bool) -> Run:
    return Run(opened.start(), end, opened.end(), inner_end, single, closed, False)


def _lacks_only_its_close(text: str, opened: re.Match[str], start: int, end: int) -> bool:
    """Whether an unclosed mark still opens a quotation: it begins the paragraph or follows a comma or colon."""
    before = text[start : opened.start()].rstrip()
    return not before or (before[-1] in ",:" and text[end - 1] in ".!?")


def _sides(text: str, start: int, end: int, mark: re.Match[str]) -> tuple[bool, bool]:
    """Whether a mark can open a run, and whether it can close one."""
    sign = mark.group()
    if ANGLES.match(sign):
        first = ANGLES.search(text, start, end)
        opens = sign in "«‹" if first is None or first.group() in "«‹" else sign in "»›"
        return opens, not opens
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    free = before.isspace() or before in "([{—–-/“\"‘'…" or (sign in {"“", "‘", "„"} and not before.isalnum())
    if sign in {"“", "„", "‟", "``"}:
        return True, False
    if sign == "”":
        wrong = mark.start() == start  # a closing mark that begins a paragraph should open it
        return wrong, not wrong
    if sign in STRAIGHT:
        opens = free and bool(AFTER_OPEN.match(after))
        return opens or (free and not after.isspace()), not opens and not (
            sign != "''" and before.isspace() and after.isalnum()
        )
    word_after = after.isalnum()
    opens = sign != "’" and free and bool(AFTER_OPEN.match(after)) and not ELISION.match(text, mark.end(), end)
    closes = sign != "‘" and not before.isspace() and not word_after
    return opens, closes


def _is_possessive(text: str, mark: re.Match[str], later: list[re.Match[str]], end: int) -> bool:
    """Whether a closing single mark after s is rather a plural possessive (players’ union): a later mark closes too."""
    after = text[mark.end() : mark.end() + 2]
    if text[mark.start() - 1] not in "sS" or not re.match(r" [a-z]", after):
        return False
    for other in later:
        opens, closes = _sides(text, 0, end, other)
        if opens:
            return False
        if closes:
            return True
    return False
