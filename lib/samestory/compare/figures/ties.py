"""Which figures of two outlets may be of one thing, pair by pair within a story.

`coreference` ties what the words of both sentences show; this module adds what the story shows: sentences that tell one
fact, rare words, the same class of people or act, numbers that agree. What each sign is worth was set on events told by
several outlets (`benchmarks/accuracy_ties.py`); where the signs are enough and the numbers agree, a tie is sure; where
they are likely, or the numbers differ, it is a question.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Any, NamedTuple

import pandas as pd

from samestory.compare.figures import intervals
from samestory.compare.figures.coreference import FEW, HANDFUL, told_as, vague
from samestory.compare.figures.counted import Counted, apart
from samestory.compare.figures.intervals import BOUNDS, Interval
from samestory.corpus import known
from samestory.corpus.likeness import likeness

Report = dict[str, Any]
SURE, LIKELY = 3.9, 2.0  # from which a tie is sure where the numbers agree, and a question
AT_ODDS = 4.9  # from which a tie is sure although the numbers differ
NEVER = -99.0
EQUAL, PRECISE, SUM, AGREE = 2.0, 1.0, 1.0, 1.0  # the same number; in three digits; of money or a measure; compatible
SHARP = 0.5  # in two digits, and no round number
NEAR, WITHIN, FAR = 1.25, 2.0, 4.0  # how many times one number is the other
SAME_NOUN, LIKE_NOUN, OTHER_NOUN = 2.0, 0.5, -2.5
SAME_ACT, SHOWN, PROPOSED, RARE = 1.5, 2.0, 1.2, 0.8  # the last for the weight of one rare word of the story
OTHER_PLACE = -2.0  # their sentences name places, and no place in common
GENERIC = {"person", "man", "individual"}  # whoever is counted may be called so
ROLES = known.words("roles in an attack")
HOLDERS = [set(words.split()) for words in sorted(known.words("holders and what they stand for"))]
REST = re.compile(r"\b(?:others?|another|additional|more(?! than))\b")
ALIKE, UNLIKE = 0.6, 0.4  # cosine of nouns' vectors from which they may be one thing, and below which they are two
WORDS = 2.0  # rare words weigh no more than this together
STORY = 24  # in a story of fewer figures every word is rare
UNREPORTED = ("duration", "ordinal")  # what is denied of them is no other report: no talk of a second wave
HOUSE = 50  # votes of a committee and sets of a match are alike by chance, those of so many are not
LIST = 60  # letters between two counts of one list
COMMITTEE = 20  # a result of so many is one by any noun: a vote, a margin
DAYS = 1  # of two numbers told further apart in time one is another day's, unless the sentences tell one fact
SMALL, SEED = 250, 12  # reports of a story that are all looked at; of a larger one those that share a word this rare


class Tie(NamedTuple):
    """What speaks for two reports being of one thing."""

    value: float
    noun: float
    act: float
    aligned: float
    words: float
    place: float


def ties(
    rows: pd.DataFrame, keys: Sequence[Counted], around: pd.DataFrame, pairs: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The ties between reports of different outlets, strongest first: `one`, `other` (row numbers), `score`, `sure`.

    A tie that is not sure is kept only where each is the nearest to the other in its outlet and no sure tie stands.
    """
    reports = rows.to_dict("records")
    told = [frozenset().union(*row) for row in around[["places", "names", "words"]].itertuples(index=False)]
    aligned = aligned_reports(rows, pairs)
    weights = _weights(told)
    beside = _beside(reports, keys)
    found = []
    for i, j in _candidates(reports, told, aligned):
        if keys[i] != keys[j] and (_sort(keys[j]) in beside[i] or _sort(keys[i]) in beside[j]):
            continue
        tie = signs(reports[i], reports[j], keys[i], keys[j], aligned.get((i, j), 0.0))
        shared = (told[i] & told[j]) - {keys[i].head, keys[j].head, keys[i].act}
        mine, theirs = around["places"].iloc[i], around["places"].iloc[j]
        elsewhere = OTHER_PLACE if mine and theirs and not mine & theirs else 0.0
        tie = tie._replace(words=RARE * min(WORDS, sum(weights[word] for word in shared)), place=elsewhere)
        score, both = sum(tie), bool(keys[i].head and keys[j].head)
        named = bool(around["names"].iloc[i] & around["names"].iloc[j])
        if score < LIKELY or not _enough(tie, reports[i], reports[j], named):
            continue
        strong = _sure(tie, score, reports[i], reports[j], both)
        sure = strong and _alike(tie, reports[i], reports[j]) and _text(reports[i]["unit"]) == _text(reports[j]["unit"])
        sure = sure and not (_other_words(keys[i], keys[j]) and tie.value == EQUAL and tie.aligned < SHOWN)
        whole = _whole(keys[i], keys[j]) and tie.noun == SAME_NOUN
        if sure or (strong and reports[i]["kind"] not in UNREPORTED) or _asks(tie, reports[i], reports[j], both, whole):
            found.append((i, j, score, sure))
    table = pd.DataFrame(found, columns=["one", "other", "score", "sure"]).astype({"sure": bool})
    return _nearest(table.sort_values("score", ascending=False, kind="stable"), reports)


def _sort(key: Counted) -> tuple[str, frozenset[str]]:
    return key.head, key.modifiers


def _beside(reports: Sequence[Report], keys: Sequence[Counted]) -> list[frozenset]:
    """What is counted right beside each report: of 12 grey ships and 14 armed ones the 12 are no armed ships elsewhere.

    People are called by many words, and so are not told apart by them.
    """
    near: list[set] = [set() for _ in reports]
    for one, other in pairwise(range(len(reports))):
        a, b = reports[one], reports[other]
        close = a["article_id"] == b["article_id"] and abs(b.get("start", 0) - a.get("start", 0)) <= LIST
        if close and a["kind"] == b["kind"] == "count" and keys[one].act == keys[other].act:
            for here, there in ((one, other), (other, one)):
                if keys[there].head and not _person(keys[there].head):
                    near[here].add(_sort(keys[there]))
    return [frozenset(kinds) for kinds in near]


def _other_words(one: Counted, other: Counted) -> bool:
    """Whether both phrases describe what they count, by no word in common."""
    return bool(one.modifiers and other.modifiers) and not one.modifiers & other.modifiers


def _weights(told: Sequence[frozenset[str]]) -> dict[str, float]:
    """How rare each word near the figures is among them: from 1 for one that stands once to 0 for one everywhere."""
    counts = Counter(word for words in told for word in words)
    size = max(len(told), STORY)
    return {word: math.log(size / n) / math.log(size) for word, n in counts.items()}


def aligned_reports(rows: pd.DataFrame, pairs: pd.DataFrame | None) -> dict[tuple[int, int], float]:
    """What aligned sentences say for each two reports that stand in them."""
    found: dict[tuple[int, int], float] = {}
    if pairs is None:
        return found
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, (article, start) in enumerate(zip(rows["article_id"], rows["start"], strict=True)):
        places[article].append((start, place))
    ordered = {article: sorted(inside) for article, inside in places.items()}
    for pair in pairs.itertuples(index=False):
        for i in _inside(ordered.get(pair.article_id, []), pair.start, pair.end):
            for j in _inside(ordered.get(pair.other_id, []), pair.other_start, pair.other_end):
                both = (min(i, j), max(i, j))
                found[both] = max(found.get(both, 0.0), SHOWN if pair.level == "show" else PROPOSED)
    return found


def _inside(ordered: list[tuple[int, int]], start: int, end: int) -> list[int]:
    return [place for _, place in ordered[bisect_left(ordered, (start, -1)) : bisect_left(ordered, (end, -1))]]


def _candidates(
    reports: Sequence[Report], told: Sequence[frozenset[str]], aligned: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Two reports of one story, kind and unit by different outlets: all in a small story, else by a rare word."""
    stories: dict[tuple, list[int]] = defaultdict(list)
    for place, report in enumerate(reports):
        stories[report["event"], *_family(report)].append(place)
    looked = {both for both in aligned if _family(reports[both[0]]) == _family(reports[both[1]])}
    for (event, *_), places in stories.items():
        if event != "":
            looked |= set(combinations(places, 2)) if len(places) <= SMALL else set(_seeded(places, told))
    for i, j in sorted(looked):
        if reports[i]["group"] != reports[j]["group"]:
            yield i, j


def _seeded(places: list[int], told: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for place in places:
        for word in told[place]:
            holders[word].append(place)
    return (pair for held in holders.values() if len(held) <= SEED for pair in combinations(held, 2))


def _family(report: Report) -> tuple[str, str]:
    """Kind and unit; a fraction and a ratio are shares alike."""
    kind = "fraction" if report["kind"] == "ratio" else report["kind"]
    return str(kind), _text(report["unit"]).removesuffix(" per year")  # a salary of so much is one of so much a year


def signs(a: Report, b: Report, one: Counted, other: Counted, aligned: float) -> Tie:
    """What value, noun, act and aligned sentences say of two reports."""
    value, noun = _value(a, b), _noun(one, other)
    whole = noun == SAME_NOUN and _whole(one, other)
    if told_as(a["status"]) != told_as(b["status"]) and value < EQUAL and not _then_done(a, b, value, aligned, whole):
        value = NEVER
    if a["kind"] != "count" and (a["status"] == "past") != (b["status"] == "past"):
        value = NEVER
    if {_text(a["over"]), _text(b["over"])} == {"day", "period"}:
        value = NEVER  # a day's toll and a year's
    if a["kind"] in UNREPORTED and told_as(a["status"]) != told_as(b["status"]):
        value = NEVER
    if _text(a["change"]) != _text(b["change"]) and "by" in (a["change"], b["change"]):
        value = NEVER
    if value < EQUAL and _rest(a) != _rest(b):
        value = NEVER  # three others, and all eight
    act = NEVER if one.act and other.act and one.act != other.act else SAME_ACT if one.act and other.act else 0.0
    if one.head == other.head and one.head in ROLES and not act:
        act = SAME_ACT  # those who did it
    scored = a["kind"] == "score" and a["named"] + a["high"] >= COMMITTEE  # whether votes or a margin are said
    return Tie(value, max(noun, LIKE_NOUN) if scored else noun, act, aligned, 0.0, 0.0)


def _rest(a: Report) -> bool:
    """Whether a count is of those left beside others: three other men."""
    return bool(REST.search(_text(a.get("quotation"))))


def _whole(one: Counted, other: Counted) -> bool:
    """Whether two phrases describe what they count by the same words: executive actions, jobless rates."""
    return bool(one.modifiers) and one.modifiers == other.modifiers


def _then_done(a: Report, b: Report, value: float, aligned: float, whole: bool) -> bool:
    """Whether what one plans or foresees the other tells as done, in a sentence that surely tells one fact or of things
    named alike (`whole`).

    So many steps to be taken and nearly as many taken may be one; a handful may be anything.
    """
    planned = {told_as(a["status"]), told_as(b["status"])} == {"", "planned"}
    return planned and (aligned == SHOWN or whole) and value >= 0 and min(a["named"], b["named"]) > HANDFUL


def _value(a: Report, b: Report) -> float:
    """What the numbers say: equal, compatible, near, far, or never of one thing."""
    low, high = sorted((a["named"], b["named"]))
    if a["kind"] == "score":
        return EQUAL + 2 * PRECISE if (a["named"], a["high"]) == (b["named"], b["high"]) else NEVER
    if low == high and _vague(a, b):
        return AGREE
    if low == high:
        precise = PRECISE if a["kind"] not in ("fraction", "ratio") and intervals.digits(low) >= 3 else 0.0
        precise = precise or (SHARP if a["kind"] == "count" and not _common(a) else 0.0)
        return EQUAL + precise + (SUM if a["kind"] in ("money", "measure") else 0.0)
    if a["kind"] == "ordinal" or low <= 0 or high / low > FAR:
        return NEVER
    ratio = high / low
    if agree(a, b) and (ratio <= NEAR or _rounded(low, high)):
        return AGREE
    return 0.0 if ratio <= NEAR else -1.0 if ratio <= WITHIN else -1.5


def agree(a: Report, b: Report) -> bool:
    """Whether some number is allowed by both, or one is the other rounded."""
    one, other = (Interval(*(report[name] for name in BOUNDS)) for report in (a, b))
    return not intervals.empty(intervals.meet(one, other)) or _rounded(a["named"], b["named"])


def _rounded(one: float, other: float) -> bool:
    return intervals.rounds_to(one, other) or intervals.rounds_to(other, one)


def _noun(one: Counted, other: Counted) -> float:
    """The same thing counted, people by any description, words used alike, or two things; one left out says little."""
    if apart(one, other):
        return OTHER_NOUN
    if not one.head or not other.head:
        return LIKE_NOUN
    if one.head == other.head:
        return OTHER_NOUN if _peoples_apart(one, other) else SAME_NOUN
    if _person(one.head) and _person(other.head):
        return LIKE_NOUN if GENERIC & {one.head, other.head} else OTHER_NOUN if _peoples_apart(one, other) else 0.0
    if {one.head, other.head} in HOLDERS:
        return LIKE_NOUN
    alike = likeness(one.head, other.head)
    if alike >= ALIKE and one.modifiers and one.modifiers == other.modifiers:
        return SAME_NOUN  # average teacher salary, teachers' average pay
    return LIKE_NOUN if alike >= ALIKE else 0.0 if alike >= UNLIKE else OTHER_NOUN


def _peoples_apart(one: Counted, other: Counted) -> bool:
    """Israeli and Palestinian dead are two counts, whatever the noun."""
    mine, theirs = ({*words.modifiers, words.head} & peoples() for words in (one, other))
    return bool(mine and theirs and mine != theirs)


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """The words for the people of a country, in small letters: palestinian, israelis."""
    rows = known.table("actors.csv", ["actor", "kind", "name", "form", "source"])
    words = rows.loc[rows["form"].isin(["adjective", "people"]), "name"].str.lower()
    return frozenset(words) | frozenset(words + "s")


@lru_cache(maxsize=1)
def _persons() -> frozenset[str]:
    rows = known.table("word_senses.csv", ["lemma", "pos", "sense", "share"])
    chosen = rows["sense"].eq("person") & rows["pos"].eq("noun") & rows["share"].astype(float).ge(0.5)
    return frozenset(rows.loc[chosen, "lemma"]) | {"person", "man", "woman", "child", "ppl"}


def _person(noun: str) -> bool:
    return noun in _persons() or noun in peoples()


def _vague(*reports: Report) -> bool:
    return any(vague(report["relation"], report["named"], report["high"]) for report in reports)


def _enough(tie: Tie, a: Report, b: Report, named: bool) -> bool:
    """An equal number alone, of things not alike, is chance; so is an ordinal of anything but one noun, with a
    name in common (`named`).

    Nor are magnitudes, ones, and other numbers of things to which nothing was done compared without more than a noun.
    """
    if a["kind"] == "ordinal":
        return tie.noun == SAME_NOUN and (named or tie.aligned > 0)
    if (min(a["named"], b["named"]) <= 1 and a["kind"] == "count") or _vague(a, b):
        return tie.aligned > 0 and tie.noun > 0
    if tie.value < 0:
        return tie.aligned > 0 or tie.act > 0
    return tie.noun > 0 or tie.aligned > 0 or tie.value >= EQUAL + PRECISE


def _asks(tie: Tie, a: Report, b: Report, nouns: bool, whole: bool) -> bool:
    """Whether two reports that are not surely of one thing are worth a question.

    `nouns`: both say what they count; `whole`: in the same words, modifiers too (two jobless rates). Durations and
    ordinals are asked about only in sentences that surely tell one fact; numbers that differ only where the noun or the
    act is the same, or sums and measures are near; small equal numbers only where the act or the sentence helps too.
    """
    if a["kind"] in ("duration", "ordinal"):
        return tie.value >= EQUAL and tie.aligned == SHOWN
    if tie.value >= EQUAL:
        few = a["kind"] == "count" and a["named"] <= HANDFUL
        return (nouns or tie.aligned == SHOWN) and tie.noun > 0 and (tie.aligned + tie.act > 0 or not few)
    if whole and tie.value >= 0:
        return True
    if nouns and tie.noun == SAME_NOUN and tie.value >= 0 and tie.words >= 2 * RARE:
        return a["kind"] != "count" or min(a["named"], b["named"]) > HANDFUL  # 293 workers, 240 workers of one plant
    near = a["kind"] in ("money", "measure") and tie.value >= 0
    shown = tie.aligned == SHOWN or (tie.aligned > 0 and a["kind"] != "percent")
    by_one = max(a["named"], b["named"]) <= HANDFUL and abs(a["named"] - b["named"]) == 1  # two gunmen, three men
    alike = a["kind"] == "count" and tie.aligned == SHOWN and tie.noun > 0 and (tie.value >= 0 or by_one)
    one_noun = nouns and ((shown and tie.noun == SAME_NOUN) or alike)
    return (tie.aligned > 0 and near) or one_noun or (tie.act == SAME_ACT and (tie.aligned > 0 or _of_days(a, b)))


def _of_days(a: Report, b: Report) -> bool:
    """Whether two reports are of articles at most DAYS apart, or of no known day."""
    days = [report["published"] for report in (a, b)]
    return (
        not all(isinstance(day, pd.Period) for day in days) or abs((days[0].end_time - days[1].end_time).days) <= DAYS
    )


def _bare(tie: Tie, a: Report, nouns: bool) -> bool:
    """Whether an equal number is too common to tie two reports: two bills, 25 percent, 50 percent of what is not said.

    Two or three things are one only where noun and sentence say so, a share of nothing named never, a duration where
    the sentences surely tell one fact or both say of what, a number of two digits where a rare word, the act or the
    sentence helps.
    """
    if a["kind"] == "count" and a["named"] <= FEW and not tie.act:
        return tie.aligned < SHOWN if tie.noun == LIKE_NOUN else tie.noun <= 0 or not tie.aligned
    if a["kind"] == "duration":
        return tie.aligned < (PROPOSED if nouns and tie.noun == SAME_NOUN else SHOWN)
    if a["kind"] in ("percent", "fraction", "ratio") and not nouns:
        return True
    return intervals.digits(a["named"]) < 3 and not tie.aligned and not tie.act and tie.words < RARE


def _common(a: Report) -> bool:
    """Whether a number is given of many things: a handful, a round one, a span of time."""
    return a["kind"] == "duration" or a["named"] <= HANDFUL or a["named"] % 5 == 0


def _alike(tie: Tie, a: Report, b: Report) -> bool:
    """Whether more than the number speaks for one thing: the noun, the act, the fact told, or the number's own length.

    Two votes of 5 to 4 in sentences that may tell one fact are not yet one, nor two rates of 35 percent without a rare
    word in common.
    """
    if tie.value < EQUAL and a["kind"] == "count" and b["named"] <= HANDFUL:
        return False  # 9, and 8 to 9
    if {told_as(a["status"]), told_as(b["status"])} == {"", "denied"} and (tie.place or tie.aligned < SHOWN):
        return tie.act > 0 and not tie.place
    if _house(a):
        return tie.value > EQUAL
    if tie.noun < SAME_NOUN and _common(a) and not (tie.words or tie.act > 0):
        return False
    if tie.value == EQUAL + SHARP and tie.noun > 0 and tie.aligned:
        return True  # 23 steps, 23 measures
    long = tie.value > EQUAL + SHARP and tie.words >= RARE
    return tie.noun == SAME_NOUN or tie.act > 0 or tie.aligned == SHOWN or long


def _house(a: Report) -> bool:
    """Whether a score is the vote of a house: so many are not alike by chance, wherever it is told."""
    return bool(a["kind"] == "score" and a["named"] + a["high"] >= HOUSE)


def _sure(tie: Tie, score: float, a: Report, b: Report, nouns: bool) -> bool:
    """Whether the reports are of one thing: the numbers agree, or noun, act and sentence all do."""
    if _house(a) and tie.value > EQUAL:
        return told_as(a["status"]) == told_as(b["status"])
    if (tie.place and tie.aligned < SHOWN) or (a["named"] == b["named"] and _bare(tie, a, nouns)):
        return False
    if told_as(a["status"]) != told_as(b["status"]) and {told_as(a["status"]), told_as(b["status"])} != {"", "denied"}:
        return score >= AT_ODDS and tie.value >= EQUAL
    if tie.value >= AGREE:
        return score >= SURE and (tie.noun > 0 or tie.aligned == SHOWN or tie.value > EQUAL)
    return score >= AT_ODDS and tie.noun == SAME_NOUN and tie.act == SAME_ACT and tie.aligned > 0


def _nearest(table: pd.DataFrame, reports: Sequence[Report]) -> pd.DataFrame:
    """Sure ties, and of the others those in which each is the nearest to the other and neither is surely tied there."""
    taken: set[tuple[int, str]] = set()
    kept = []
    for sure in (True, False):
        for row in table[table["sure"].eq(sure)].itertuples():
            ends = {(row.one, reports[row.other]["article_id"]), (row.other, reports[row.one]["article_id"])}
            if sure or not ends & taken:
                kept.append(row.Index)
            taken |= ends
    return table.loc[kept].reset_index(drop=True)


def _text(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]
