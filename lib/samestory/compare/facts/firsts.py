"""What comes first: first sentences, and facts that one account tells at once and another late."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import pandas as pd

from samestory.compare.facts.alignment import ENDS, PROPOSE
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import stories

EARLY, LATE = 2, 0.55  # a telling in the first paragraphs, and one after this part of an article of LONG paragraphs
LONG = 8
SAME = 5.0  # the odds from which two sentences surely tell one fact
COPY = 12  # equal words in a row from which a sentence is a copy of another
SAME_COPY = 8  # equal words in a row from which two first sentences are nearly one
OPENING, ORDER = 0.5, 0.45  # how far apart each kind is
SURE = 0.9
WORDS = 8  # a shorter first sentence says too little to be set beside another
DATELINE = re.compile(r"^(?:\([^)]{2,30}\)\s*(?:[-–—]+\s*)?|[A-Z][A-Z ,.]{3,40}\|\s*)")  # “(CNN) ”, “OSK, BRIN | ”
HEADED = 3  # words of its headline that a first sentence has
Copies = dict[tuple[str, int, str], set[int]]
LOOKED_AT = 8  # lines among which an article's first sentence is looked for
TITLED = 1 / 3  # of the words of a fact that a headline may have before the fact counts as told there
TICKS = 2  # time stamps before a text is a running log, which has no first and no last
LOG = re.compile(r"^\W*(?:updated?\b|update at\b|\d{1,2}:\d\d ?[ap]\.?m)", re.IGNORECASE | re.MULTILINE)
STOPPED = re.compile(r"[.!?…]['\"”’)\]]*\s*$")  # bullets and picture lines often end otherwise, or not at all
BESIDE = re.compile(r"^[(\[•*]| \| |\b(?:No|[A-Z])\.\W*$")  # notes, picture lines, a point that ends nothing
LEANS = re.compile(  # a first sentence that leans on one before it: the text begins in the middle
    r"^\W*(?:(?:and|but|so|yet|now|also|watch|he|she|it|they)\b|(?:th(?:at|is|ese|ose)|such|his|her|their|its)\b|"
    r"M(?:r|s|rs)\. |(?-i:[A-Z][a-z]+, who )|the (?-i:[A-Z][a-z]+) (?:republican|democrat|conservative|liberal)\b)",
    re.IGNORECASE,
)


def story(report: pd.DataFrame) -> str:
    """What a piece of news is called: its event, where that was given or is named by one of its headlines, else the
    headline of its first article: of an event that was found it may be one of several.
    """
    first, event = report.iloc[0], stories(report).iloc[0]
    other = first["event_by"] == "found" and pd.notna(first["headline"]) and event not in set(report["headline"])
    return str(first["headline"] if other else event)


def openings(reports: Iterable[pd.DataFrame], sentences: pd.DataFrame, scores: pd.DataFrame) -> Iterator[Difference]:
    """The first sentences of the reports of one piece of news (`news.reports`), where no two are nearly the same.

    Each shares HEADED words with its headline: what does not may be a summary, a promotion or a note on the writer.

    The first sentence is the first whole one of the text, past picture lines, bullets and notes; of running logs, and
    of texts that begin in the middle, there is none, and then nothing is said of the article.
    """
    columns = ["article_id", "start", "other_id", "other_start", "run"]
    near = {row[:4]: row[4] for row in scores[columns].itertuples(index=False, name=None)}
    for every in reports:
        held = leads(sentences[sentences["article_id"].isin(every["article_id"])], every)
        one = every.merge(held, on="article_id")
        one = one[pd.Series([_as_headed(row) for row in one.itertuples()], index=one.index, dtype="bool")]
        places = list(zip(one["article_id"], one["start"], strict=True))
        copied = max((near.get((*a, *b), 0) for a in places for b in places if a != b), default=0) >= SAME_COPY
        if len(one) > 1 and not copied:
            sides = tuple(Side(row.article_id, row.start, row.end) for row in one.itertuples())
            yield Difference("opening", story(one), "the first sentence", sides, "another opening", SURE, OPENING)


def _as_headed(row) -> bool:
    """Whether an opening tells what the headline over it says."""
    return len(stems(row.text[row.start : row.end]) & stems(row.headline)) >= HEADED


def order(tellings: pd.DataFrame, scores: pd.DataFrame, articles: pd.DataFrame) -> Iterator[Difference]:
    """Facts with which one article opens and to which another comes late, and neither earlier nor in its headline.

    Anything in the late article that comes near the fact counts as telling it, so that little is found; but for copies
    of another sentence of the early article, which tell what that tells.
    """
    about = articles.set_index("article_id")
    copied = _copied(scores)
    nearest = _nearest(scores, copied)
    for fact, rows in tellings[tellings["level"].eq("show") & tellings["score"].ge(SAME)].groupby("fact", sort=False):
        for one, other in combinations(rows.sort_values("paragraph", kind="stable").itertuples(), 2):
            late = other.paragraphs >= LONG and other.paragraph > LATE * other.paragraphs
            if one.group == other.group or one.paragraph > EARLY or not late:
                continue
            before = nearest.get((one.article_id, one.start, other.article_id), other.start) < other.start
            if not before and not _at_the_top(one, other, about, copied) and not any(map(_is_log, about["text"])):
                sides = (Side(one.article_id, one.start, one.end), Side(other.article_id, other.start, other.end))
                yield Difference("order", one.story, "", sides, "first here, late there", SURE, ORDER, int(fact))
                break


def leads(sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The span of the first sentence of each article that has one: `article_id, start, end`."""
    about = articles.set_index("article_id")[["text", "headline"]]
    rows = [
        (article, *place)
        for article, told in sentences.groupby("article_id", sort=False)
        if (place := _lead(str(about["text"][article]), about["headline"][article], told)) is not None
    ]
    return pd.DataFrame(rows, columns=["article_id", "start", "end"])


def _lead(text: str, headline: object, told: pd.DataFrame) -> tuple[int, int] | None:
    """The first sentence of a text: the first of the first line that ends as a sentence does and is no side matter."""
    title = stems(headline)
    if _is_log(text):
        return None
    for line in list(re.finditer(r"[^\n]*\S[^\n]*", text))[:LOOKED_AT]:
        held = told[told["start"].ge(line.start()) & told["end"].le(line.end())]
        words = DATELINE.sub("", line[0].strip())
        if held.empty or not STOPPED.search(words) or BESIDE.search(words) or frozenset() < stems(words) <= title:
            continue
        first = held.iloc[0]
        said = DATELINE.sub("", text[first["start"] : first["end"]])
        enough = len(said.split()) >= WORDS and ENDS.search(said)
        whole = enough and not LEANS.search(said) and not BESIDE.search(said)
        return (int(first["end"]) - len(said), int(first["end"])) if whole else None
    return None


def _is_log(text: str) -> bool:
    return len(LOG.findall(text)) >= TICKS


def first_whole(sentences: pd.DataFrame) -> pd.DataFrame:
    """The first sentence of each article that ends as one and says enough: `article_id, start, end`."""
    whole = sentences[sentences["text"].str.contains(ENDS) & sentences["text"].str.split().str.len().ge(WORDS)]
    return whole.drop_duplicates("article_id")[["article_id", "start", "end"]]


def _copied(scores: pd.DataFrame) -> Copies:
    """Of each sentence, by its article and start, and each other article the sentences that are copies of it, or it."""
    sure = scores[scores["run"].ge(COPY)]
    copies: Copies = defaultdict(set)
    columns = ["article_id", "start", "other_id", "other_start"]
    for a, start, b, other in sure[columns].itertuples(index=False, name=None):
        copies[a, start, b].add(other)
        copies[b, other, a].add(start)
    return copies


def _nearest(scores: pd.DataFrame, copied: Copies) -> dict[tuple[str, int, str], int]:
    """For each sentence and other article where the first sentence that may tell the same fact starts.

    A copy of another sentence tells what that tells.
    """
    near = scores[scores["score"].ge(PROPOSE)]
    columns = ["article_id", "start", "other_id", "other_start"]
    first: dict[tuple[str, int, str], int] = {}
    for a, start, b, other in near[columns].itertuples(index=False, name=None):
        for one, place, there, at in ((a, start, b, other), (b, other, a, start)):
            if copied.get((there, at, one), {place}) & {place}:
                first[one, place, there] = min(at, first.get((one, place, there), at))
    return first


def _at_the_top(one, other, about: pd.DataFrame, copied: Copies) -> bool:
    """Whether the headline or first line of the late article has more of a fact's words than chance gives it."""
    late = about.loc[other.article_id]
    text = late["text"].lstrip()
    another = copied.get((other.article_id, len(late["text"]) - len(text), one.article_id), {one.start}) - {one.start}
    top = stems(late["headline"]) | (frozenset() if another else stems(text.partition("\n")[0]))
    shared = stems(one.text) & stems(other.text)
    return len(shared & top) > TITLED * len(shared)
