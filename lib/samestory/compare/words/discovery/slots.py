"""Two phrases in one place: the same part in aligned sentences, or the same part in the same act."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Any

import pandas as pd

from samestory import known
from samestory.calendar import MONTHS, WEEKDAYS
from samestory.compare.words.discovery.words import Pair, Side, alike, content, plain

LIGHT = known.words("light verbs")
TIMES = re.compile(
    rf"\b(?:{'|'.join(word for word in (*WEEKDAYS, *MONTHS) if word != 'may')}|"
    r"today|yesterday|tomorrow|week|weekend|month|year|day|hour|minute|morning|afternoon|evening|night|"
    r"decade|moment|time|season)s?\b|\d",
    re.IGNORECASE,
)
EMPTY = known.words("nouns that name nothing")
PREPOSITIONS = frozenset("in on at by of to for from with after before during as".split())
NEAR = 80  # characters within which a subject and an object of one verb belong to one act
BESIDE = 4  # phrases before and after an act that count as its surroundings
CLOSELY, SWAPPED, LIGHTLY, ACT = 0.9, 0.75, 0.45, 0.6  # how sure each way is, read off the proposals it makes
ROLES = {"subject", "object", "oblique", "modifier", "possessor"}


def aligned(phrases: pd.DataFrame, pairs: pd.DataFrame, edits: pd.DataFrame) -> Iterator[Pair]:
    """Pairs of phrases in the same place of two aligned sentences.

    `pairs` is the table of `facts.align`, `edits` that of `framing.edits` made from it: a phrase that stands where
    the other stands in the other wording is in the same place too, if its surroundings agree.
    """
    held = dict(iter(phrases[phrases["role"].isin(ROLES)].groupby("article_id", sort=False)))
    replaced = dict(iter(edits[edits["change"].eq("replaced")].groupby("pair")))
    for number, pair in enumerate(pairs.itertuples()):
        first = _within(held.get(pair.article_a), pair.start_a, pair.end_a)
        second = _within(held.get(pair.article_b), pair.start_b, pair.end_b)
        swapped = {(edit.end_a, edit.end_b) for edit in replaced[number].itertuples()} if number in replaced else set()
        free_a = [p for p in first if not content(p.head) & content(pair.text_b)]
        free_b = [p for p in second if not content(p.head) & content(pair.text_a)]
        for a, b in product(free_a, free_b):
            fit = _fit(a, b, (a.end, b.end) in swapped)
            if fit and _may_be_one(a, b):
                yield Pair(pair.story, "same place", "", _side(a), _side(b), fit * pair.score)


def acts(phrases: pd.DataFrame, pairs: pd.DataFrame) -> Iterator[Pair]:
    """Pairs of phrases that do the same to the same, or to which the same is done by the same, in two articles."""
    compared = {*pairs["article_a"], *pairs["article_b"]}
    deeds = _deeds(phrases[phrases["article_id"].isin(compared)])
    for pair in pairs.itertuples():
        theirs = defaultdict(list)
        for verb, kept, role, phrase, around in deeds.get(pair.article_b, ()):
            theirs[verb, kept, role].append((phrase, around))
        for verb, kept, role, phrase, around in deeds.get(pair.article_a, ()):
            for other, beside in theirs.get((verb, kept, role), ()):
                apart = not content(phrase.head) & beside and not content(other.head) & around
                if apart and _may_be_one(phrase, other):
                    yield Pair(pair.story, "same act", "", _side(phrase), _side(other), ACT)


def _within(rows: pd.DataFrame | None, start: int, end: int) -> list:
    return [] if rows is None else list(rows[rows["start"].ge(start) & rows["end"].le(end)].itertuples())


def _fit(a, b, swapped: bool) -> float:
    """How closely two phrases stand in the same place: by the word they depend on, their part, and what was swapped."""
    if a.role != b.role or pd.isna(a.governor) or pd.isna(b.governor):
        return 0.0
    same = a.governor == b.governor
    if a.role not in ("subject", "object"):
        same = same and (a.preposition == b.preposition or a.role == "possessor")
    if same:
        return LIGHTLY if a.governor in LIGHT else CLOSELY
    return SWAPPED if swapped and content(a.text) & content(b.text) else 0.0


def _deeds(phrases: pd.DataFrame) -> dict[str, list[tuple]]:
    """For each article the two parties of each act: (verb, head of the other party, role, phrase, words around it)."""
    return {str(article): list(_acts(list(rows.itertuples()))) for article, rows in phrases.groupby("article_id")}


def _acts(phrases: list) -> Iterator[tuple]:
    """The parties of the acts of one article, whose phrases stand in order."""
    objects: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for n, phrase in enumerate(phrases):
        if phrase.role == "object" and pd.notna(phrase.governor):
            objects[phrase.governor].append((n, phrase))
    subjects = [(k, p) for k, p in enumerate(phrases) if p.role == "subject" and pd.notna(p.governor)]
    for k, s in (party for party in subjects if party[1].governor not in LIGHT):
        for n, o in objects.get(s.governor, ()):
            if abs(o.start - s.end) < NEAR:
                beside = phrases[max(0, min(k, n) - BESIDE) : max(k, n) + BESIDE + 1]
                around = frozenset().union(*(content(p.text) for p in beside))
                yield s.governor, o.head.casefold(), "subject", s, around
                yield s.governor, s.head.casefold(), "object", o, around


def _may_be_one(a, b) -> bool:
    """Whether two phrases can name one thing: other words, neither a time nor empty, alike in number, not two names."""
    if {a.text.split()[0].casefold(), b.text.split()[0].casefold()} & PREPOSITIONS:
        return False
    if alike(a.text, b.text) or TIMES.search(a.text) or TIMES.search(b.text):
        return False
    if a.head.casefold() in EMPTY or b.head.casefold() in EMPTY or len(a.head) < 3 or len(b.head) < 3:
        return False
    named = pd.notna(a.name), pd.notna(b.name)
    return not all(named) and (_plural(a) == _plural(b) or any(named))


def _plural(phrase) -> bool:
    last = phrase.text.split()[-1].casefold()
    return pd.isna(phrase.name) and last != phrase.head and last.endswith(("s", "men", "people"))


def _side(phrase) -> Side:
    label = re.sub(
        r"^(?:an?|the|his|her|their|its|this|that|these|those)\s+", "", plain(phrase.text), flags=re.IGNORECASE
    )
    return Side(label, phrase.article_id, phrase.start, phrase.end)
