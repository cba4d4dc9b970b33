"""One matter's figures over a collection: what several outlets give as the number of one thing, side by side.

Where articles are of several days and hardly two of one event, no figure contradicts another; a reader still wants
those of one matter in one row. A matter is found by a number that outlets have in common: its core is the reports that
give it with one word of what is counted. Every other report is held against the core, never against one that joined it,
so nothing is chained, and time grows with the reports that have a word and a kind in common with a core.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from samestory import calendar, known
from samestory.compare.facts.framed import ANYBODY, Framed, reports
from samestory.compare.facts.naming import CONTESTED, weights
from samestory.compare.facts.numbers import BESIDE
from samestory.compare.facts.stems import stems
from samestory.compare.figures.coreference import HANDFUL, vague
from samestory.corpus.likeness import likeness

KINDS = ("count", "money")
OUTLETS = 3  # that give a number of a matter, from which it has a row
COMMON = 2  # outlets that give one number: the core
CLOSE, NEAR = 5, 10  # words from a sum that say of what it is, and from any number that say of what event
ALIKE = 0.69  # cosine of two nouns’ vectors from which one number of both counts one thing: workers, employees
TIMES, TOLL_TIMES = 1.2, 1.6  # the smaller of two numbers, up to which both may be of one matter, and of one toll
DAYS, BEYOND = 30, 15  # from the first report of a core to its last, and to others: a later year has its own figures
MANY = 1000  # of fewer things, but for tolls, nothing is said: 60 votes are a rule of a house
SHOWN = 12  # matters that are told
COLUMNS = ["matter", "about", "group", "article_id", "start", "end", "text", "named", "report"]
DIGITS = re.compile(r"[$€£\d]")
ANOTHER = r"(?:, [A-Z][\w.]+)?,? and (?:in )?[A-Z]"  # behind a place
BROKEN = re.compile(r"[/“”\"]")  # in words that are no phrase of their own: two in one, half a quotation
PERSON = frozenset().union(*map(stems, ANYBODY | known.words("anybody of a sex or body")))


class Matter(NamedTuple):
    """The reports of one matter, those of its core first, and the words that its core has beside its number."""

    core: Sequence[Framed]
    others: Sequence[Framed]
    words: frozenset[str]

    @property
    def reports(self) -> list[Framed]:
        """All of them."""
        return [*self.core, *self.others]


def matters(framed: pd.DataFrame, articles: pd.DataFrame, labels: pd.DataFrame) -> pd.DataFrame:
    """The matters of which OUTLETS groups or more give a number: a row for each number, group and matter.

    `framed` is the ledger as `framed.framed` gives it. Columns: `matter` (number, from 1: those of most groups first,
    those with several numbers before others); `about` (what it is of: in words of the core, or as
    `data/referents.csv` calls it, where a contested label stands in them); `group`; the span of the number in
    the group's first article that gives it; `named` (the number) and `report` (its row in the ledger). Counts and sums
    only, stated as levels: no magnitudes, bare changes, rates, parts or spans of time, nothing denied or past. Matters
    that stand in one referent of the ledger are left out: `verdicts` has them. Errors run one way: of one matter in
    other words nothing is said.
    """
    levels = [report for told in reports(framed, articles).values() for report in told if _level(report)]
    found = _apart(_several(_found(levels)))
    contested = labels[labels["referent"].map(weights()).eq(CONTESTED)]
    labelled = dict(iter(contested.groupby("article_id", sort=False)))
    named = [(about, matter) for matter in found for about in [_about(matter, labelled)] if about]
    rows = [
        (k, about, *(report.row[name] for name in COLUMNS[2:8]), report.label)
        for k, (about, matter) in enumerate(named, 1)
        for report in _firsts(matter.reports)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _level(report: Framed) -> bool:
    """Whether a report gives the whole of something as it is or is planned."""
    row = report.row
    few = row["named"] < MANY if row["kind"] == "count" and not report.toll else row["named"] <= HANDFUL
    if few or row["kind"] not in KINDS or row["relation"] == "range":
        return False
    part = report.part - (BESIDE if report.what.act == "injured" else frozenset())
    other = report.rates or report.spans or report.of_another_year or report.joined or _of_two_places(report)
    whole = not (part or other) and pd.isna(row["whole_start"])
    stated = row["change"] != "by" and report.told_as in ("", "planned")
    return bool(whole and stated and not vague(row["relation"], row["named"], row["high"]))


def _of_two_places(report: Framed) -> bool:
    """Whether a toll is that of several places: in El Paso, Texas, and Dayton, Ohio."""
    places = _split(report.row["places"]) if report.toll else ()
    return any(re.search(rf"\b{re.escape(place)}{ANOTHER}", report.sentence) for place in places)


def _beside(report: Framed) -> frozenset[str]:
    """The stems that say of what a number is: the noun counted, of a sum what stands CLOSE, of a toll its place."""
    said = _noun(report)
    if report.toll:
        said = stems(" ".join(report.places or report.all_names), parts=True)
    if report.row["kind"] == "money":
        left, right = report.clause
        around = [*DIGITS.split(left)[-1].split()[-CLOSE:], *DIGITS.split(right)[0].split()[: CLOSE + 1]]
        said |= stems(" ".join(around), parts=True)
    return frozenset(word for word in said if word.isalpha() and len(word) > 2) - _of_any()


def _noun(report: Framed) -> frozenset[str]:
    """The stems of what is counted."""
    return stems(" ".join([*report.what.modifiers, report.what.head]), parts=True) - PERSON


@lru_cache(maxsize=1)
def _of_any() -> frozenset[str]:
    """The stems of words that any sum has beside it: billion, fund, request."""
    return frozenset().union(*map(stems, known.words("words of any sum")))


def _found(levels: Sequence[Framed]) -> Iterator[Matter]:
    """The matters of each word and kind: a core of one number, and what is alike with another."""
    beside = {report.label: _beside(report) for report in levels}
    by_word, by_number = defaultdict(list), defaultdict(list)
    for report in levels:
        by_number[_kind(report), report.row["named"]].append(report)
        for word in beside[report.label]:
            by_word[_kind(report), word].append(report)
    for (kind, word), told in by_word.items():
        for number, giving in _by_number(told).items():
            core = _of_one(giving, word)
            if _outlets(core) >= COMMON:
                words = _common(core, beside)
                around = _shared(core).difference(*map(_noun, core))
                then = [r for r in by_number[kind, number] if r not in core and _about_then(r, core)]
                same = [r for r in then if _alike(r, core, around)]
                near = [r for r in told if _another(r, number) and words <= beside[r.label] and _about_then(r, core)]
                others = [r for r in near if _joins(r, core, around)]
                yield Matter([*core, *same], others, words)


def _of_one(giving: Sequence[Framed], word: str) -> list[Framed]:
    """The reports of one number and word that have another word near it in common with another outlet.

    Sums of the same noun need no other: $2 trillion packages.
    """
    giving = _of_one_time(giving)
    if _outlets(giving) < COMMON:
        return []
    shared = _shared(giving) - {word}
    return [r for r in giving if shared & _near(r) or (r.row["kind"] == "money" and word in _noun(r))]


def _of_one_time(giving: Sequence[Framed]) -> list[Framed]:
    """The reports of those DAYS in which most outlets give the number, or else of no known day."""
    days = sorted({day for report in giving if (day := _day(report))})
    spans = [[report for report in giving if first <= _day(report) <= first + DAYS] for first in days]
    return max(spans, key=_outlets, default=list(giving))


def _about_then(report: Framed, core: Sequence[Framed]) -> bool:
    """Whether a report is of the days of a core, or BEYOND before or after them."""
    days = [_day(one) for one in core]
    return min(days) - BEYOND <= _day(report) <= max(days) + BEYOND


def _day(report: Framed) -> int:
    """The day of a report as a number; 0 where it is not known."""
    published = report.row["published"]
    return published.end_time.toordinal() if isinstance(published, pd.Period) else 0


def _shared(core: Sequence[Framed]) -> frozenset[str]:
    """The words that COMMON outlets have near their number."""
    held = Counter(word for word, _ in {(word, r.row["group"]) for r in core for word in _near(r)})
    return frozenset(word for word, n in held.items() if n >= COMMON)


def _near(report: Framed) -> frozenset[str]:
    """The stems within NEAR words of a number, but those that any has."""
    return frozenset(word for word, away in report.near.items() if away < NEAR and word.isalpha()) - _of_any()


def _kind(report: Framed) -> Hashable:
    """What two reports must have in common to be held against each other."""
    return report.measure, report.what.act if report.toll else ""


def _by_number(told: Iterable[Framed]) -> dict[float, list[Framed]]:
    found = defaultdict(list)
    for report in told:
        found[report.row["named"]].append(report)
    return found


def _outlets(reports: Iterable[Framed]) -> int:
    return len({report.row["group"] for report in reports})


def _common(core: Sequence[Framed], words: Mapping[int, Iterable[str]]) -> frozenset[str]:
    """The words that most outlets of a core have, COMMON at least."""
    held = Counter(word for word, _ in {(word, r.row["group"]) for r in core for word in words[r.label]})
    return frozenset(word for word, n in held.items() if n >= max(COMMON, _outlets(core) / 2))


def _alike(report: Framed, core: Sequence[Framed], around: frozenset[str]) -> bool:
    """Whether a report of the core's number counts the same, in a word used alike: workers, employees.

    Of a sum, which may be that of many a plan, only with a word more in common.
    """
    heads = {one.what.head for one in core}
    noun = report.what.head
    like = bool(noun) and any(noun == head or likeness(noun, head) >= ALIKE for head in heads if head)
    return not report.toll and like and (report.row["kind"] != "money" or bool(around & _near(report)))


def _another(report: Framed, number: float) -> bool:
    """Whether a report has another number, and near enough."""
    smaller, larger = sorted((report.row["named"], number))
    return bool(smaller < larger <= (TOLL_TIMES if report.toll else TIMES) * smaller)


def _joins(report: Framed, core: Sequence[Framed], around: frozenset[str]) -> bool:
    """Whether a report of another number is of the core's matter: the same noun, act and owner, and a word more."""
    if report.row["kind"] == "money":
        return any(report.owner == one.owner for one in core)
    return bool(around & _near(report)) and any(_counts_the_same(report, one) for one in core)


def _counts_the_same(a: Framed, b: Framed) -> bool:
    mine, theirs = a.what, b.what
    modified = mine.modifiers <= theirs.modifiers or theirs.modifiers <= mine.modifiers
    return mine.head == theirs.head and mine.act == theirs.act and modified and a.owner == b.owner


def _several(found: Iterable[Matter]) -> Iterator[Matter]:
    """The matters of OUTLETS or more that are not one figure of the ledger."""
    for matter in found:
        one = len({report.row["referent"] for report in matter.reports}) == 1
        if _outlets(matter.reports) >= OUTLETS and not one:
            yield matter


def _apart(found: Iterable[Matter]) -> Iterator[Matter]:
    """The matters of most outlets first, those of several numbers before others; each report and number in one only."""
    taken: set[int] = set()
    told: list[Matter] = []
    for matter in sorted(found, key=lambda m: (-_outlets(m.reports), not m.others, -len(m.reports))):
        labels = {report.label for report in matter.reports}
        if not (taken & labels or any(_again(matter, one) for one in told)):
            taken |= labels
            told.append(matter)
            yield matter


def _again(matter: Matter, told: Matter) -> bool:
    """Whether a matter is told already: its number for the same words on other days, or that sum in the same days."""
    first, another = matter.core[0], told.core[0]
    if _kind(first) != _kind(another):
        return False
    if first.row["named"] == another.row["named"] and matter.words & told.words:
        return True
    given = first.row["named"] in {report.row["named"] for report in told.reports} and _about_then(first, told.core)
    return given and (first.row["kind"] == "money" or bool(matter.words & told.words))


def _firsts(reports: Sequence[Framed]) -> list[Framed]:
    """The first report of each number and group, in order of the numbers and of publication."""
    ordered = sorted(reports, key=lambda r: (r.row["named"], str(r.row["published"]), str(r.row["article_id"])))
    return list({(r.row["named"], r.row["group"]): r for r in reversed(ordered)}.values())[::-1]


def _about(matter: Matter, labelled: Mapping[str, pd.DataFrame]) -> str:
    """What a matter is of: the commonest words for it in the core, that have the words of the core; a toll by act.

    With the place that most outlets of the core have beside it. Where most have a contested label (those of an article
    in `labelled`) it is the name of its referent, which is no side's word; what only some call so is called as the
    others do. '' for one bare noun that no place says more of: payments, immigrants.
    """
    referents = {report.label: _referents(report, labelled) for report in matter.core}
    where = _of_most(matter.core, {report.label: _split(report.row["places"]) for report in matter.core})
    if matter.core[0].toll:
        said = _called([str(report.row["label"]) for report in matter.core])
    elif listed := _of_most(matter.core, referents):
        return listed
    else:
        neutral = [_of(report) for report in matter.core if not referents[report.label]]
        said = max(neutral, key=lambda words: _worth(words, neutral, matter.words), default="")
        if len(said.split()) < 2 and not where:
            return ""
    return f"{said} ({where})" if where and where not in said else said


def _called(labels: Sequence[str]) -> str:
    """What the dead or hurt of a core are called most often, rather by a noun than as others."""
    nouns = [
        " / ".join(noun for noun in label.split(" / ") if noun.split()[0].lower() not in BESIDE) for label in labels
    ]
    return max(nouns if any(nouns) else labels, key=lambda said: (bool(said), nouns.count(said)))


def _worth(words: str, said: Sequence[str], of: frozenset[str]) -> tuple[bool, int, int, int]:
    """How good a name some words are: one phrase, how many words of the core, how often they are said, their length.

    A phrase that begins with what any sum has is none: dollar stimulus bill.
    """
    whole = not (BROKEN.search(words) or stems(words.partition(" ")[0]) & _of_any())
    return whole, len(of & stems(words, parts=True)), said.count(words), len(words)


def _of_most(core: Sequence[Framed], names: Mapping[int, frozenset[str]]) -> str:
    """The name that most outlets of a core have, the first by the alphabet of equals; '' where none is."""
    by_outlet = {(report.row["group"], name) for report in core for name in names[report.label]}
    counts = sorted(Counter(name for _, name in by_outlet).items(), key=lambda one: (-one[1], one[0]))
    return next((name for name, n in counts if 2 * n > _outlets(core)), "")


def _referents(report: Framed, labelled: Mapping[str, pd.DataFrame]) -> frozenset[str]:
    """The referents of the contested labels that stand in the words of a report for what it counts."""
    told = labelled.get(report.row["article_id"])
    if told is None:
        return frozenset()
    start, end = report.row["start"], report.row["end"] + len(report.row["quotation"])
    near = told[told["start"].between(start, end)]
    return frozenset(row.referent for row in near.itertuples() if row.text.lower() in _of(report).lower())


def _split(places: object) -> frozenset[str]:
    """The places of a sentence; no month."""
    months = (*calendar.MONTHS, *calendar.SHORT)
    return frozenset(name for name in str(places).split("; ") if name and name.rstrip(".").lower() not in months)


def _of(report: Framed) -> str:
    """The words of a report for what it counts."""
    return str(report.row["label"] if pd.isna(report.row["counted"]) else report.row["counted"])
