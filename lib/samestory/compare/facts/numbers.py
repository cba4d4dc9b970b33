"""Another figure for the same: two accounts of one event that give it otherwise, and surely.

What only may be one figure stays a question in the figures room. Here stand those of which several signs together say
it: both accounts are of one event; each number is the nearest to the other there (`counterparts`) and neither is told
in the other account too; they count the same, of the same time, place, owner and part (`framed`); and they say how many
died, were hurt or taken, where it is the first that either says of it or the toll of one people, or their sentences
surely tell one fact, or the numbers are large and near.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from samestory import calendar
from samestory.compare.facts.alignment import PROPOSE
from samestory.compare.facts.counterparts import Pair, counterparts, weights
from samestory.compare.facts.framed import WORD, Framed, reports
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.figures import intervals
from samestory.compare.figures.coreference import HANDFUL, vague
from samestory.compare.figures.counted import same_words, telling
from samestory.compare.figures.reconcile import CHANGES, joined, outgrown
from samestory.compare.figures.ties import FAR as TIMES
from samestory.compare.figures.ties import NEAR, SHOWN, WITHIN, aligned_reports, peoples

FAR, HARMED, CERTAIN = 0.7, 1.0, 0.9  # the second where both say first how many people died, were hurt or taken
COMPARED = ("count", "money", "measure", "duration")  # two shares are two polls
LIKE, SURELY = 0.3, 0.5  # how likely two accounts are of one event, and where they tell of a handful of things
DAYS, TOLL_DAYS = 2, 1  # between two accounts of one matter, and of one toll: later ones know more
CLOSE = 8  # words from both numbers, within which a word that both have says of what they are
GROWN = 1.1  # times a toll that was given as a bound, from which it is no longer that toll
ABOUT = 0.05  # of a number that is told as about so many, from which another is not that, unless it rounds to it
SUMS = 1.5  # times a sum of which nothing is said but what is done with it, from which it is another
BESIDE = frozenset({"other", "others", "more", "another", "total"})  # than the dead: 527 others are all the hurt
WHOLE = re.compile(r"\b(?:tolls?|totals?)\b", re.IGNORECASE)
DAY = re.compile(rf"\b(?:{'|'.join(day.capitalize() for day in calendar.WEEKDAYS)}|today|yesterday|tonight)\b")
NOBODY = frozenset({"government", "official", "officials"})  # sources that any source may be
LATER = "the later account may know more"
ONE_MORE = "one account may count somebody whom the other does not"
COULD = "one tells of what could be"
PLAIN = "no number is both"


class Found(NamedTuple):
    """Two reports of one matter with different numbers, by their labels in the ledger."""

    report_a: int
    report_b: int
    toll: bool


def numbers(
    framed: pd.DataFrame, articles: pd.DataFrame, scores: pd.DataFrame, likely: Mapping[frozenset[str], float]
) -> Iterator[Difference]:
    """Figures that accounts of one event surely give otherwise: one difference each, a report of every outlet a side.

    `framed` is the ledger as `framed.framed` gives it, `scores` those of sentences, `likely` how likely two articles
    are of one event. No difference are equal, rounded and compatible numbers, but for the dead, hurt or taken where the
    one has outgrown the bound of the other; nor magnitudes, shares, and what is said of another span of time, part,
    place or owner. Errors run one way: of one thing in other words nothing is said.
    """
    told = reports(framed, articles)
    placed = aligned_reports(framed, scores[scores["score"].ge(PROPOSE)])
    aligned = {frozenset(framed.index[[i, j]]): tied for (i, j), tied in placed.items()}
    weighs = weights(told)
    apart = []
    for one, other in _pairs(told, likely):
        for pair in counterparts(told[one], told[other], weighs, aligned):
            a, b = pair.one, pair.other
            settled = _settled(a, told[other]) or _settled(b, told[one])
            if not settled and _differ(a, b) and _of_one(pair, likely[frozenset((one, other))]):
                apart.append(Found(a.label, b.label, a.toll))
        apart += [Found(a.label, b.label, True) for a, b in _wholes(told[one], told[other]) if _grown(a, b)]
    yield from _differences(apart, framed, articles, {r.label: r for found in told.values() for r in found})


def _pairs(
    reports: Mapping[str, Sequence[Framed]], likely: Mapping[frozenset[str], float]
) -> Iterator[tuple[str, str]]:
    """The articles of one event by different outlets that give any number."""
    for pair, share in likely.items():
        one, other = sorted(pair)
        told = one in reports and other in reports and share >= LIKE
        if told and reports[one][0].row["group"] != reports[other][0].row["group"]:
            yield one, other


def _wholes(mine: Sequence[Framed], theirs: Sequence[Framed]) -> Iterator[tuple[Framed, Framed]]:
    """What two accounts give as all the dead, hurt or taken of one people or place, where one calls it the toll."""
    one, other = _whole_of_each(mine), _whole_of_each(theirs)
    for people in one.keys() & other.keys():
        a, b = one[people], other[people]
        if _as_whole(a) or _as_whole(b):
            yield a, b


def _whole_of_each(told: Sequence[Framed]) -> dict[tuple[str, str], Framed]:
    """For each act and people the largest count of an article that is no part, no day’s and no change."""
    names = frozenset(" ".join(str(report.row["names"]) for report in told).replace(";", "").split())
    found: dict[tuple[str, str], Framed] = {}
    for report in told:
        daily = bool(report.rates or report.spans or DAY.search(" ".join(report.clause))) and not _as_whole(report)
        people = _people(report, names) if report.toll and not (report.part or daily) else ""
        if people and report.row["named"] > HANDFUL and pd.isna(report.row["whole_start"]):
            key = (report.what.act, people)
            found[key] = max(found.get(key, report), report, key=lambda one: one.row["named"])
    return found


def _as_whole(report: Framed) -> bool:
    """Whether its clause calls a count the toll or total, or says that it has come to that."""
    return report.row["change"] == "to" or bool(WHOLE.search(report.clause[0]))


def _people(report: Framed, names: frozenset[str]) -> str:
    """Whose dead, hurt or taken are counted: a people, or all in the one place of the clause; '' where neither is said.

    A people of one place is that place (`data/counted.csv`: Palestinians of Gaza), where the article names it.
    """
    if len(report.who) == 1:
        word = next(iter(report.who))
        places = [where for _, _, where in same_words().get(word, []) if where in names]
        return (places or [word if report.who <= peoples() else ""])[0]
    where = report.places & frozenset(WORD.findall(" ".join(report.clause)))
    return next(iter(where)) if not report.who and len(where) == 1 else ""


def _grown(a: Framed, b: Framed) -> bool:
    """Whether two wholes differ as two counts of one toll do, of about one time and by no two sides."""
    smaller, larger = sorted((a.row["named"], b.row["named"]))
    near = _days_apart(a, b) <= DAYS and larger <= SUMS * smaller
    of_now = not (a.of_another_year or b.of_another_year)
    return near and of_now and _differ(a, b) and _stated_alike(a, b) and not _sided(a, b)


def _settled(report: Framed, theirs: Sequence[Framed]) -> bool:
    """Whether the other account gives the number of a report too, of the same or of what it does not say."""
    return any(_as_told(report, other) for other in theirs)


def _as_told(report: Framed, other: Framed) -> bool:
    one, another, heads = report.row, other.row, (report.what.head, other.what.head)
    equal = one["named"] == another["named"] or _rounded(one["named"], another["named"])
    of_one = one["named"] > HANDFUL or not all(heads) or heads[0] == heads[1]
    return report.measure == other.measure and equal and of_one


def _rounded(one: float, other: float) -> bool:
    return intervals.rounds_to(one, other) or intervals.rounds_to(other, one)


def _differ(a: Framed, b: Framed) -> bool:
    """Whether two reports give two numbers that no rounding or bound makes one, or one toll has outgrown another."""
    if a.row["kind"] not in COMPARED or any(vague(r.row["relation"], r.row["named"], r.row["high"]) for r in (a, b)):
        return False
    smaller, larger = sorted((a.row["named"], b.row["named"]))
    if not 1 < smaller < larger <= TIMES * smaller or _rounded(smaller, larger):
        return False
    apart = intervals.empty(intervals.meet(_allowed(a), _allowed(b)))
    return apart or (a.toll and b.toll and outgrown(a.row, b.row) and larger >= GROWN * smaller)


def _allowed(report: Framed) -> intervals.Interval:
    """The numbers that a report allows; beside another of the same matter “about 52,000” is no 45,000."""
    named = report.row["named"]
    if report.row["relation"] != "~" or report.interval.high_open:
        return report.interval
    off = max(ABOUT * named, intervals.grain(named) / 2)
    return intervals.Interval(named - off, named + off)


def _of_one(pair: Pair, share: float) -> bool:
    """Whether two reports are surely of one matter: stated alike, and a toll, a thing or a sum of the same."""
    a, b = pair.one, pair.other
    if not _stated_alike(a, b) or _elsewhere(a, b) or a.needed or b.needed:
        return False
    if a.toll and b.toll and a.what.act == b.what.act:
        return _one_toll(pair)
    if _days_apart(a, b) > DAYS or not _framed_alike(a, b):
        return False
    if a.what.head and a.what.head == b.what.head:
        return _one_thing(pair, share)
    return _one_sum(pair)


def _stated_alike(a: Framed, b: Framed) -> bool:
    """Whether both are stated as levels, and as fact or as planned; or of one month, for one of which it is past."""
    of_a_month = a.month and a.month == b.month and {a.told_as, b.told_as} == {"", "past"}
    if (a.told_as != b.told_as and not of_a_month) or {"denied", "corrected"} & {a.told_as, b.told_as}:
        return False
    return "by" not in (a.row["change"], b.row["change"]) and pd.isna(a.row["whole_start"]) == pd.isna(
        b.row["whole_start"]
    )


def _elsewhere(a: Framed, b: Framed) -> bool:
    """Whether words say that two reports are of another place, year, month or rate."""
    months = bool(a.months and b.months and not a.months & b.months)
    places = bool(a.places and b.places and not a.places & b.places)
    return months or places or a.of_another_year or b.of_another_year or a.rates != b.rates


def _one_toll(pair: Pair) -> bool:
    """Whether both say, within TOLL_DAYS, how many died, were hurt or taken.

    Where it is the first that either says of it, or their sentences surely tell one fact.
    """
    a, b = pair.one, pair.other
    beside = BESIDE if a.what.act == "injured" else frozenset()
    parts = a.part - beside == b.part - beside and a.spans | a.at_hand == b.spans | b.at_hand
    hurt = a.what.act != "injured" or a.state == b.state
    near = _days_apart(a, b) <= TOLL_DAYS and ((a.first and b.first) or pair.tied == SHOWN)
    return near and parts and hurt and _same_people(pair) and not _sided(a, b)


def _same_people(pair: Pair) -> bool:
    """Whether those counted are the same: nobody in particular, a people, or some of one description.

    The last with a word beside both that says of which event, as either side of a war has its civilians.
    """
    a, b = pair.one, pair.other
    said = stems(" ".join([*a.who, str(a.row["act"]), str(b.row["act"])]))
    of_one = not a.who or a.who <= peoples() or pair.tied > 0 or bool(_close(pair) - said)
    return a.who == b.who and of_one


def _sided(a: Framed, b: Framed) -> bool:
    """Whether two sources are named that have nothing in common: what either side of a war says is of its own dead."""
    if pd.isna(a.row["source"]) or pd.isna(b.row["source"]):
        return False
    mine, theirs = (
        {word.lower() for word in set().union(*telling(str(report.row["source"])))} - NOBODY for report in (a, b)
    )
    return bool(mine and theirs and not mine & theirs)


def _framed_alike(a: Framed, b: Framed) -> bool:
    """Whether whose number it is, of which span, which part and with what else are the same on both sides."""
    mine, theirs = a.what.modifiers, b.what.modifiers
    modified = bool(mine and theirs) and not (mine <= theirs or theirs <= mine)
    named = bool(a.names and b.names and not a.names & b.names)
    return not (
        modified or named or a.owner != b.owner or a.spans != b.spans or a.part != b.part or a.joined != b.joined
    ) and not (a.row["kind"] == "money" and a.all_names and b.all_names and not a.all_names & b.all_names)


def _one_thing(pair: Pair, share: float) -> bool:
    """Whether the same noun is counted in sentences that surely tell one fact, or by large and near numbers.

    The latter with a word in common right beside both. A handful only in accounts that surely tell of one event.
    """
    a, b = pair.one, pair.other
    smaller, larger = sorted((a.row["named"], b.row["named"]))
    if pair.tied == SHOWN:
        return larger <= WITHIN * smaller and (smaller > HANDFUL or share >= SURELY)
    near = larger <= NEAR * smaller and smaller > HANDFUL and a.row["kind"] != "duration"
    return near and bool(_close(pair) - stems(a.what.head))


def _one_sum(pair: Pair) -> bool:
    """Whether sums or measures of which no noun is said are of the same, in sentences that surely tell one fact.

    Or may tell one, of near sums of one month with a word in common right beside both. Measures only with the same
    names beside them: so many miles from two towns are two.
    """
    a, b = pair.one, pair.other
    smaller, larger = sorted((a.row["named"], b.row["named"]))
    if a.row["kind"] not in ("money", "measure") or (a.what.head and b.what.head):
        return False
    if pair.tied == SHOWN and larger <= SUMS * smaller:
        return a.row["kind"] == "money" or a.names == b.names
    of_a_month = a.month and a.month == b.month and larger <= NEAR * smaller and a.row["kind"] == "money"
    return bool(pair.tied and of_a_month and _close(pair) - stems(a.month))


def _close(pair: Pair) -> frozenset[str]:
    """The stems that stand near both numbers."""
    return frozenset(w for w in pair.shared if max(pair.one.near[w], pair.other.near[w]) <= CLOSE)


def _days_apart(a: Framed, b: Framed) -> int:
    """The days between two accounts; more than any bound where a day is not known."""
    days = [report.row["published"] for report in (a, b)]
    if not all(isinstance(day, pd.Period) for day in days):
        return DAYS + 1
    return abs((days[0].end_time - days[1].end_time).days)


def _differences(
    apart: list[Found], framed: pd.DataFrame, articles: pd.DataFrame, reports: Mapping[int, Framed]
) -> Iterator[Difference]:
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    for found in joined(apart):
        labels = dict.fromkeys(label for row in found for label in (row.report_a, row.report_b))
        sides = framed.loc[list(labels)].drop_duplicates("group")
        sides = sides.sort_values("named", kind="stable") if found[0].toll else sides
        why = _why([(reports[row.report_a], reports[row.report_b]) for row in found])
        subject = reports[found[0].report_a].row
        yield Difference(
            "number", str(subject["event"]), str(subject["label"]),
            tuple(_side(row, texts[row.article_id]) for row in sides.itertuples()),
            f"the numbers differ: {why}", CERTAIN, HARMED if found[0].toll else FAR,
        )  # fmt: skip


def _why(pairs: list[tuple[Framed, Framed]]) -> str:
    """Why the numbers of one matter may differ."""
    if any(a.possible != b.possible for a, b in pairs):
        return COULD
    toll = pairs[0][0].toll
    if toll and all(abs(a.row["named"] - b.row["named"]) == 1 for a, b in pairs):
        return ONE_MORE
    return LATER if any(_days_apart(a, b) for a, b in pairs) else CHANGES if toll else PLAIN


def _side(report, text: str) -> Side:
    """A report's quotation, from its qualifier to what it counts, as a span; its number alone where that is broken.

    Of “59 dead and injured hundreds” what stands before the next thing told.
    """
    start, end = int(report.start), int(report.end)
    at = text.find(report.quotation, max(0, start - len(report.quotation)))
    whole = 0 <= at <= start and end <= at + len(report.quotation)
    until = end + len(text[end : at + len(report.quotation)].partition(" and ")[0])
    span = (at, until) if whole else (start, end)
    return Side(report.article_id, *span, None if pd.isna(report.source) else report.source)
