"""What stands around a number and says of what it is: the words of its clause, whose it is, of when, and which part.

Two numbers are of one matter only where this is the same on both sides, so it is read off each report once.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from samestory import calendar, known
from samestory.annotate import content, spans
from samestory.compare.facts.stems import stems
from samestory.compare.figures.coreference import GROWING, told_as
from samestory.compare.figures.counted import Counted, counted
from samestory.compare.figures.intervals import Interval
from samestory.compare.figures.ledger import interval

Report = dict[str, Any]  # a row of the ledger
REACH = 90  # letters of its sentence on either side of a number, at most, that are its clause
ENDS = re.compile(
    r"[;:()—–]|--|,\s(?=(?:but|and|while|when|where|which|who|with|as|including|an?|the)\s)|\s(?:but|while|whereas)\s"
)
WORD = re.compile(r"[^\W\d_][\w’'-]*")
NAME = re.compile(r"(?<![\w’'.])[A-Z][\w’'.-]*\w")
OWNER = re.compile(r"([A-Z][\w.]+)[’']s\s+[^A-Za-z]*\Z")
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
MONTH = re.compile(rf"\b(?:{'|'.join(month.capitalize() for month in calendar.MONTHS)})\b")
LASTING = re.compile(r"\b(?:in|for|after|over|than|within|of)\s\Z")  # in a week of fighting: no so many a week
AGO = re.compile(r"\s(?:ago|after|before|earlier|later|of)\b")
JOINED = re.compile(r"\s(?:and|or)\s(?!(?:were|was|are|is|had|have|has|will)\b)(?!\w+(?:ed|ing)\b)[a-z]")
NEEDED = re.compile(r"\b(?:needs?|needed|requires?|required)\b", re.IGNORECASE)
POSSIBLE = re.compile(r"\b(?:could|may|might|can)\b")
BOUND = re.compile(r"\bmore than\b", re.IGNORECASE)  # no more of them beside others
ANYBODY = known.words("anybody")
WHOEVER = ANYBODY | known.words("the dead whoever they are")
TITLES = content.TITLES | {"House", "Mr", "Mrs", "Ms", "Vice"}


TIME = r"(?:\s(?:\w+\s)?(?:hour|day|week|month|year|decade)s?\b)?"


def _any_of(words: frozenset[str], then: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words))})\b{then}", re.IGNORECASE)


RATE = _any_of(known.words("words of a rate"))
SPAN = _any_of(known.words("words of another span or share"), TIME)  # in the past week, in the past two months
AT_HAND = _any_of(known.words("words of the span at hand"))
PART = _any_of(known.words("words of a part beside a number"))
STATE = _any_of(known.words("words of what became of the hurt"))


@dataclass(eq=False)
class Framed:
    """A report of a number (a row of the ledger, by its label) with its sentence, and where the number stands there."""

    label: int
    row: Report
    sentence: str
    start: int
    end: int

    @cached_property
    def what(self) -> Counted:
        """What is counted, and what was done to it."""
        names = frozenset(str(self.row["names"]).split("; "))
        return counted(_text(self.row["counted"]), _text(self.row["act"]), names)

    @cached_property
    def who(self) -> frozenset[str]:
        """The words that say who is counted, of those the act was done to; none of people at large."""
        return frozenset([*self.what.modifiers, self.what.head]) - WHOEVER - {""}

    @property
    def first(self) -> bool:
        """Whether no such count of the dead, hurt or taken stands before it in its article."""
        return bool(self.row["first"])

    @property
    def measure(self) -> tuple[str, str]:
        """The kind of a number and its unit: two that have not the same are never of one matter."""
        return self.row["kind"], str(self.row["unit"])

    @property
    def toll(self) -> bool:
        """Whether those are counted who died, were hurt or taken."""
        return self.row["kind"] == "count" and self.what.act in GROWING

    @cached_property
    def interval(self) -> Interval:
        """The numbers that its wording allows."""
        return interval(self.row)

    @property
    def told_as(self) -> str:
        """Whether it is planned, denied or past; nothing where it is so."""
        return told_as(self.row["status"])

    @cached_property
    def clause(self) -> tuple[str, str]:
        """What stands left and right of the number in its clause."""
        left = ENDS.split(self.sentence[max(0, self.start - REACH) : self.start])[-1]
        right = ENDS.split(self.sentence[self.end : self.end + REACH])[0]
        return left, right

    @cached_property
    def near(self) -> dict[str, int]:
        """The stems of its sentence with how many words each stands from the number."""
        sides = WORD.findall(self.sentence[: self.start])[::-1], WORD.findall(self.sentence[self.end :])
        found: dict[str, int] = {}
        for side in sides:
            for away, word in enumerate(side):
                found |= {stem: min(away, found.get(stem, away)) for stem in _stems(word)}
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of names in its clause, without those of its source."""
        known_as = set(" ".join(self.all_names).split())
        found = {re.sub(r"[’']s?\Z", "", name) for name in NAME.findall(" # ".join(self.clause))}
        source = set(WORD.findall(_text(self.row["source"]) or ""))
        return frozenset((found & known_as) - source - TITLES)

    @cached_property
    def all_names(self) -> frozenset[str]:
        """The words of all names of its sentence, without titles."""
        return _words(self.row["names"]) - TITLES

    @cached_property
    def places(self) -> frozenset[str]:
        """The words of the places of its sentence."""
        return _words(self.row["places"])

    @cached_property
    def owner(self) -> str:
        """Whose number it is: Romney of “Romney’s $40 million”; '' where that is not said before it."""
        found = OWNER.search(self.sentence[: self.start])
        return found[1] if found else ""

    @cached_property
    def months(self) -> frozenset[str]:
        """The months its sentence names."""
        return frozenset(MONTH.findall(self.sentence))

    @cached_property
    def month(self) -> str:
        """The month that stands nearest to it in its clause; '' where none does."""
        left, right = self.clause
        found = [(len(left) - m.end(), m[0]) for m in MONTH.finditer(left)]
        return min([*found, *((m.start(), m[0]) for m in MONTH.finditer(right))], default=(0, ""))[1]

    @cached_property
    def of_another_year(self) -> bool:
        """Whether its sentence names years, and not that of its article."""
        years = set(YEAR.findall(self.sentence))
        day = self.row["published"]
        return bool(years) and isinstance(day, pd.Period) and str(day.year) not in years

    @cached_property
    def rates(self) -> frozenset[str]:
        """The words of its clause that make it a rate, or one of several: a day, each, another."""
        return _said(RATE, " # ".join(self.clause))

    @cached_property
    def spans(self) -> frozenset[str]:
        """The words of its clause that say of which span of time it is."""
        return _said(SPAN, " # ".join(self.clause))

    @cached_property
    def at_hand(self) -> frozenset[str]:
        """The words of its clause that say that it is of the year or month at hand."""
        return _said(AT_HAND, " # ".join(self.clause))

    @cached_property
    def part(self) -> frozenset[str]:
        """The words right beside it that make it a part: two others, the first eight, 43 remained."""
        left, right = self.clause
        quoted = str(self.row["quotation"])
        behind = right.split(" and ")[0].split()[: len(quoted.partition(str(self.row["text"]))[2].split()) + 1]
        beside = " ".join([*left.split()[-2:], quoted.split(" and ")[0], *behind])
        return _said(PART, BOUND.sub("", beside))

    @cached_property
    def state(self) -> bool:
        """Whether its clause says what became of those hurt: so many are still in hospital."""
        return bool(STATE.search(" # ".join(self.clause)))

    @cached_property
    def needed(self) -> bool:
        """Whether its clause says that so many are needed: for what, another account may see otherwise."""
        return bool(NEEDED.search(self.clause[0]))

    @cached_property
    def possible(self) -> bool:
        """Whether its clause tells of what could be done, not of what is: 19 steps that he could take."""
        return bool(POSSIBLE.search(" # ".join(self.clause)))

    @cached_property
    def joined(self) -> bool:
        """Whether something else is counted with what it counts: teachers and support staff."""
        noun = (_text(self.row["counted"]) or "").split()[-1:]
        between, _, behind = self.sentence[self.end :].partition(noun[0]) if noun else ("", "", "")
        return bool(noun) and (" and " in between or bool(JOINED.match(behind)))


def framed(ledger: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The ledger in the order of the texts, under its labels, with what has to be read off the articles once.

    Columns more: `sentence_start`, `sentence_end` (offsets of the sentence in which the number begins) and `first`
    (whether no count of the same people dead, hurt or taken stands before it in its article).
    """
    where = spans.position(ledger, articles)[["sentence_start", "sentence_end"]]
    ordered = ledger.join(where).sort_values(["article_id", "start"], kind="stable")
    told = (Framed(label, row, "", 0, 0) for label, row in zip(ordered.index, ordered.to_dict("records"), strict=True))
    return ordered.assign(first=pd.Series(_first(told), index=ordered.index, dtype="bool"))


def _first(told: Iterable[Framed]) -> list[bool]:
    """For each report whether no such toll was told before it in its article."""
    heard: set[tuple] = set()
    first = []
    for report in told:
        done = (report.row["article_id"], report.what.act, report.who)
        first.append(done not in heard)
        heard |= {done} if report.toll else set()
    return first


def reports(framed: pd.DataFrame, articles: pd.DataFrame) -> dict[str, list[Framed]]:
    """The reports of each article with what stands around them, in the order of the text; `framed` is the table."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    found: dict[str, list[Framed]] = {}
    for label, row in zip(framed.index, framed.to_dict("records"), strict=True):
        start, end = int(row["sentence_start"]), int(row["sentence_end"])
        sentence = texts[row["article_id"]][start:end]
        report = Framed(label, row, sentence, row["start"] - start, row["end"] - start)
        found.setdefault(row["article_id"], []).append(report)
    return found


@lru_cache(maxsize=65536)
def _stems(word: str) -> frozenset[str]:
    return stems(word, parts=True)


def _said(wanted: re.Pattern[str], text: str) -> frozenset[str]:
    """The wanted words of a text in small letters; not a week of “in a week of fighting”, or of a week ago."""
    found = (
        m[0].lower()
        for m in wanted.finditer(text)
        if not (m[0][:2].lower() == "a " and (LASTING.search(text[: m.start()]) or AGO.match(text[m.end() :])))
    )
    return frozenset(found)


def _words(joined: object) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _text(joined) or ""))


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]
