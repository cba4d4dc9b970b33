"""Which articles of one story are like pieces: what one has and the other lacks says something only between such.

Two stories of one day, a profile and the news, a guide and a report share a topic and hardly a fact. A column, and what
is written ahead of an event, tell other things than a report of it; which of them an article is, its words show.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from samestory import known
from samestory.calendar import WEEKDAYS
from samestory.compare.facts.alignment import CARRIES
from samestory.compare.facts.stems import stems

Pairs = frozenset[frozenset[str]]  # of articles, by their ids
LIKE = 0.3  # how likely one event is, from which accounts are not of another
ABOUT = 1500  # letters of a text that say what it is about
UNHEADED = 0.5  # what the headlines of two articles are taken to share where one has none
HALF = 0.5  # of the length of an article, from which another may be expected to tell what it tells
HOURS = {"morning": 1, "afternoon": 2, "evening": 3, "night": 4}  # parts of a day, in their order
EVENING = 3  # from which news may come that an article of the day’s morning cannot have
APART = 5  # days from which articles are no further apart
OPENING, DATED = 220, 600  # letters of a text that say whether it is written ahead, and of which day it is
QUOTATION = re.compile(r"[“\"][^“”\"\n]*(?:[”\"]|$)", re.MULTILINE)
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y)\b(?!\.)")
ARGUING = known.words("words of a writer who argues")
CITING = known.words("words that give a source")
ASKS = re.compile(r"[?!]")
ARGUES, CITES = 1.0, 0.5  # of them in 100 words, from which an article argues, and below which it cites hardly anybody
LONG = 1.5  # hundreds of words of an article from which that shows
PARAGRAPHS = 2  # of an article in which its writer speaks of himself, from which it is comment
LABELLED = re.compile(r"(?:opinion|commentary|editorial|column|op-ed)\b", re.IGNORECASE)  # as outlets head comment
NOTED = re.compile(  # as a text says it of itself: above its first words, or in a note
    r"\A\W*(?:analysis ?/ ?)?(?:opinion|commentary|editorial|op-ed)s?:?\s*\n"
    r"|\b(?:opinions|views) expressed (?:here |in (?:this|these) (?:article|column|commentar(?:y|ies)|essay|piece)s? )?"
    r"(?:are|belong to|do not|don[’']t)\b",
    re.IGNORECASE,
)
ANALYSIS = re.compile(r"(?:news )?analysis\b", re.IGNORECASE)
SECTION = re.compile(r"\b(?:opinions?|editorials?)\b", re.IGNORECASE)  # in the name of an outlet
FOLDER = re.compile(r"/(?:(opinions?|commentary|editorials?|op-?eds?|columnists?)|(?:news-?)?analysis)/", re.IGNORECASE)


def likely(scores: pd.DataFrame, articles: pd.DataFrame) -> dict[frozenset[str], float]:
    """How likely the articles of each pair that has a fact in common are of one event: from 0 to 1.

    What speaks for it: that the event of both was given, how many words of the headline of one the other opens with,
    and how many facts both surely tell; against it: days between them. Weighed by `data/event_weights.csv`.
    """
    sure = scores.loc[scores["score"].ge(CARRIES), ["article_id", "other_id"]]
    facts = sure.value_counts(sort=False)
    rows = {row.article_id: row for row in articles.itertuples()}
    pairs = ((rows[a], rows[b], int(n)) for (a, b), n in facts.items() if a in rows and b in rows)
    return {frozenset((one.article_id, other.article_id)): _likely(one, other, n) for one, other, n in pairs}


def _likely(one, other, facts: int) -> float:
    known_as = weights()
    shared = 0.5 * (headed(one, other) + headed(other, one))
    told = known_as["facts"] * math.log1p(facts)
    odds = known_as["always"] + known_as["headed"] * shared + told + known_as["days"] * _days(one, other)
    odds += known_as["given"] * _given(one, other)
    return 1 / (1 + math.exp(-odds))


def headed(one, other) -> float:
    """The share of the words of one's headline in the headline and the opening of the other."""
    if not _headline(one) or not _headline(other):
        return UNHEADED
    words = stems(_headline(one))
    return len(words & (stems(_headline(other)) | _about(other.text))) / max(len(words), 1)


@lru_cache(maxsize=4096)
def _about(text: str) -> frozenset[str]:
    """The words of what a text says it is about: once for all pairs of its article, in whichever table they are."""
    return stems(text[:ABOUT])


def _days(one, other) -> int:
    """The days between two articles, APART at most; none where a day is not known."""
    days = [article.published for article in (one, other)]
    if not all(isinstance(day, pd.Period) and day.freqstr == "D" for day in days):
        return 0
    return min(abs(days[0].ordinal - days[1].ordinal), APART)


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature in the logarithm of the odds, from `data/event_weights.csv`."""
    table = known.table("event_weights.csv", ["feature", "weight", "source"])
    return dict(zip(table["feature"], table["weight"].astype(float), strict=True))


def alike(likely: dict[frozenset[str], float]) -> Pairs:
    """The pairs of articles of one event, from how likely that is (`likely`)."""
    return frozenset(pair for pair, share in likely.items() if share >= LIKE)


def _given(one, other) -> bool:
    return one.event_by == other.event_by == "given"


def with_all(articles: Iterable[str], like: Pairs) -> list[bool]:
    """For each of some articles whether all others of them are like pieces."""
    ids = list(articles)
    return [all(frozenset((one, other)) in like for other in ids if other != one) for one in ids]


def kind(article) -> str:
    """What kind of piece an article is: `comment`, `guide` or `ahead` (of the event), else `report`."""
    holds = {"comment": comment, "guide": guide, "ahead": ahead}
    return next((name for name, is_one in holds.items() if is_one(article)), "report")


def ahead(article) -> bool:
    """Whether an article is written ahead of the event, as its headline says, or without one its opening.

    Under a headline of what has happened the opening may still say what is to come next.
    """
    return bool(_coming().search(_headline(article) or article.text[:OPENING]))


def guide(article) -> bool:
    """Whether the headline of an article promises a list, a guide or a log (`data/guides.csv`), and not one event."""
    return bool(_guides().search(_headline(article)))


def weekdays(article) -> list[str]:
    """The days of the week that the opening of an article names: what it reports is of these."""
    return [day for day in WEEKDAYS if re.search(rf"\b{day.capitalize()}\b", article.text[:DATED])]


def of_other_days(one, other) -> bool:
    """Whether the openings of two articles name days of the week, and none in common."""
    days = weekdays(one), weekdays(other)
    return all(days) and not set(days[0]) & set(days[1])


def comment(article) -> bool:
    """Whether an article is comment or analysis: by its headline, by “I”, or as it argues and cites hardly anybody.

    Only what stands outside quotation marks counts. Of 276 articles that US outlets publish as opinion it says so of
    more than half, of 665 in their news of 4 in 100, most of them editorials, blogs and guides as well.
    """
    own = QUOTATION.sub("", article.text)
    first_person = sum(map(bool, map(FIRST_PERSON.search, own.split("\n")))) >= PARAGRAPHS
    return labelled(article) or first_person or _argues(own)


def labelled(article) -> bool:
    """Whether an article is headed as comment, stands in a folder of comment, or says of itself that it is."""
    return published_as(article) == "opinion"


def published_as(article) -> str:
    """What an outlet publishes an article as: `opinion` or `analysis`, by headline, address, note or its own name."""
    url = getattr(article, "url", None)
    folder = FOLDER.search("" if pd.isna(url) else str(url))
    section = SECTION.search(str(getattr(article, "outlet", "")))
    if section or LABELLED.match(_headline(article)) or (folder and folder[1]) or NOTED.search(article.text):
        return "opinion"
    return "analysis" if folder or ANALYSIS.match(_headline(article)) else ""


def _argues(text: str) -> bool:
    words = len(text.split()) / 100
    argues = len(_any_of(ARGUING).findall(text)) + len(ASKS.findall(text))
    return words >= LONG and argues >= ARGUES * words and len(cited(text)) < CITES * words


def cited(text: str) -> list[str]:
    """The words of a text that give a source."""
    return _any_of(CITING).findall(text)


@lru_cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
    return re.compile(rf"(?<!\w)(?:{said})(?!\w)", re.IGNORECASE)


def _headline(article) -> str:
    return "" if pd.isna(article.headline) else str(article.headline)


@lru_cache(maxsize=1)
def _guides() -> re.Pattern[str]:
    """The headlines of `data/guides.csv`."""
    patterns = known.table("guides.csv", ["pattern", "source"])["pattern"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@lru_cache(maxsize=1)
def _coming() -> re.Pattern[str]:
    """The wordings of `data/ahead.csv`."""
    said = known.table("ahead.csv", ["words", "source"])["words"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)", re.IGNORECASE)


def much_shorter(other, mine) -> bool:
    """Whether an article has less than HALF of the letters of another: of a short one nobody expects all."""
    return len(other.text) < HALF * len(mine.text)


def older(other, mine) -> bool:
    """Whether an article is surely older than another: its day or month was over before the other’s began, or, of one
    day, the last hour of it that it names is the morning or afternoon, that of the other the evening or night.
    """
    days = other.published, mine.published
    if not all(isinstance(day, pd.Period) for day in days):
        return False
    if days[0] == days[1] and days[0].freqstr == "D":
        last, theirs = (_last_hour(article.text, WEEKDAYS[days[0].day_of_week]) for article in (other, mine))
        return 0 < last < EVENING <= theirs
    return days[0].end_time < days[1].start_time


@lru_cache(maxsize=4096)
def _last_hour(text: str, weekday: str) -> int:
    """The latest part of a day of the week that a text names, from 1 (“Thursday morning”) to 4; 0 where it names none.

    >>> _last_hour("Early Thursday morning a ship sank; by Thursday evening it was raised.", "thursday")
    3
    """
    named = re.findall(rf"\b(?:(late) )?{weekday}(?: ({'|'.join(HOURS)})\b)?", text, re.IGNORECASE)
    return max((HOURS.get(hour.lower(), HOURS["night"] if late else 0) for late, hour in named), default=0)
