"""Sources without a name whom the article names beside them: whose words they are stays open, and nobody is anonymous.

A lead says “a top lawmaker” or “three lawmakers”, and the next sentence who that is; a line of highlights says “senator
says”, and the text which. What is looked for is a name that the article has not had before and whose office fits
(`data/word_sets.csv`: lawmakers, officials, scholars), right after a source of its first paragraphs; for lawmakers,
whom news nearly always names, anywhere after any source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.quotes.writers import is_told
from samestory.corpus import language

LAWMAKERS = known.words("nouns for lawmakers")
FAMILIES = (LAWMAKERS, known.words("nouns for officials"), known.words("nouns for scholars"))
NEAR = 2  # paragraphs behind that of the source
LEAD = 6  # paragraphs of a text that may tell of somebody before naming them
PARTY = re.compile(r",? ?\(?(?:[DRI]|Rep|Dem)\.?[-–,]")  # “Ida Moss (D-Calif.)”
FURTHER = re.compile(r"(?:another|other|a second|a third)\b", re.I)
COUNTED = re.compile(r"(?:the )?(?:top )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.I)
SET_OFF = re.compile(r"\s*(?:--|[–—:(,])\s*(?:including\s+|among them\s+)?$")
WORD = re.compile(r"[\w’'-]+")


class Person(NamedTuple):
    """A person where the article first has the name: the words said of them there, and the paragraph."""

    start: int
    actor: str
    described: frozenset[str]
    paragraph: int


class Names:
    """Whom a text names, where first, and as what: asked of each source without a name."""

    def __init__(self, text: str, people: Sequence[tuple[int, int, str, str]]) -> None:
        """`people` are the mentions by name in the order of the text: start, end, actor, descriptor."""
        self.text = text
        self._paragraphs = language.paragraph_spans(text)
        self._begins = [start for start, _ in self._paragraphs]
        self._told = [is_told(text[slice(*paragraph)]) for paragraph in self._paragraphs]
        first: dict[str, Person] = {}
        for start, end, actor, descriptor in people:
            place = self._place(start)
            if actor not in first and self._told[place]:
                said = set(WORD.findall(descriptor.lower()))
                said |= {"lawmaker"} if PARTY.match(text, end) else set()
                first[actor] = Person(start, actor, frozenset(map(_plain, said)), place)
        self._first = list(first.values())
        self._starts = [one.start for one in self._first]
        self._of_noun: dict[str, list[Person]] = {}

    def hold(self, source: tuple[int, int], noun: str) -> bool:
        """Whether one whom a source without a name means may be named: in its line, beside it, or behind it."""
        place = self._place(source[0])
        words = self.text[slice(*source)]
        if not self._told[place] or self._names_behind(source):
            return True
        if FURTHER.match(words) or not COUNTED.match(words):
            return False  # “another lawmaker”; “lawmakers”, of whom some may be named
        if place >= LEAD and _plain(noun) not in LAWMAKERS:
            return False
        fitting = self._fitting(_plain(noun))
        behind = bisect_right(fitting, source[0], key=_start_of)
        near = len(self._begins) if _plain(noun) in LAWMAKERS else place + NEAR
        return behind < len(fitting) and fitting[behind].paragraph <= near

    def _fitting(self, noun: str) -> list[Person]:
        """The persons whom a noun may mean, in order, told once a noun."""
        if noun not in self._of_noun:
            family = frozenset().union(*(kind for kind in FAMILIES if noun in kind))
            self._of_noun[noun] = [one for one in self._first if _fits(one, noun, family)]
        return self._of_noun[noun]

    def _names_behind(self, source: tuple[int, int]) -> bool:
        """Whether a name is set off right behind a source: “three lawmakers – Ida Moss of Lund and …”."""
        after = bisect_right(self._starts, source[0])
        return any(
            SET_OFF.search(self.text, source[0], one.start)
            if one.start < source[1]
            else SET_OFF.match(self.text, source[1], one.start)
            for one in self._first[after : after + 1]
        )

    def _place(self, start: int) -> int:
        return bisect_right(self._begins, start) - 1


def _start_of(one: Person) -> int:
    return one.start


def _fits(one: Person, noun: str, family: frozenset[str]) -> bool:
    """Whether a person may be whom a noun means: of the same office, or nothing else is said of them."""
    if family:
        return not family.isdisjoint(one.described)
    return noun in one.described or not any(map(reporting.mostly_person, one.described))


def _plain(word: str) -> str:
    """A noun in the singular: the form that is in a family, else the word without its s."""
    forms = reporting.singular(word)
    return next((form for form in sorted(forms) if any(form in kind for kind in FAMILIES)), word.lower())
