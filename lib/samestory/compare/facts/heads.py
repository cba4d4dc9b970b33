"""Headlines of one piece of news that are unlike: what each outlet puts over it."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from samestory.compare.facts import news, pieces
from samestory.compare.facts.alignment import ENDS
from samestory.compare.facts.firsts import SURE, story
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import NO_EVENT, stories

HEADLINE, UNLIKE = 0.4, 0.25  # how far apart unlike headlines are, and how much further with no word in common
ONE = 0.85  # how likely two articles report one piece of news, from which their headlines are set beside each other
MATTER, KNOWN = (0.5, 0.0), (0.4, 0.7)  # how likely one news, and one event, from which two surely are of one matter
TURN = 0.1  # how much nearer headlines are that may be of two turns of it
ALIKE = 0.5  # of the words of two headlines, beyond which they say the same
LONGEST = 22  # words of a headline; what is longer is a summary
TOP = 1000  # letters of a text in which what its headline says is mostly told
SUPPORTS = 2  # words of its headline that a sentence has which tells what it says
TITLE, HALF = 3, 0.5  # words of a line that may be a title; of them in the text, in capitals, and in the headline
COMING = re.compile(r"\b(?:to|will|won[’']t)\s*$", re.IGNORECASE)  # before the first verb of what is still to come
VOTES_TO = re.compile(r"\b[a-z]+s to\s*$")  # a verb that was read as a noun: “Council votes to”
STOPS = re.compile(r"[.!?…]['\"”’)]*\s+| \| ")
STOPPED = re.compile(r"[.…:]['\"”’)]*\s*$")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")


class Head(NamedTuple):
    """A headline: its article, what it puts first, and the sentence that tells what it says."""

    row: Any
    first: str
    side: Side


def headlines(
    reports: Iterable[pd.DataFrame],
    sentences: pd.DataFrame,
    clauses: pd.DataFrame,
    likely: dict[frozenset[str], float],
) -> Iterator[Difference]:
    """Headlines of one piece of news that are unlike, each with the sentence that tells what it says.

    `reports` is what `news.reports` yields, `likely` the shares of `news.likely`, `clauses` those of the headlines.
    Every two are surely of one piece of news and of one turn of it: of the same days, and both of what has happened or
    both of what is to come; of an event that was given all stand together, whatever their days. Two at least are not
    nearly the same. Left out are headlines of a list or guide, of a text that has another title of its own, summaries,
    and such as are headed as comment beside others. They are the further apart, the fewer of their words two have in
    common, in the mean of all pairs.
    """
    held = dict(iter(sentences.groupby("article_id", sort=False)))
    verbs = clauses.groupby("article_id")["start"].min().to_dict()
    for every in reports:
        headed = [row for row in every.itertuples() if pd.notna(row.headline) and not _of_another_text(row)]
        one = [row for row in headed if not pieces.labelled(row)] or headed
        heads = [Head(row, _first(row, verbs), side) for row in one if (side := _told(row, held.get(row.article_id)))]
        beside = _most(heads, likely)
        if any(_unlike(one, other) for one, other in combinations(beside, 2)):
            far = HEADLINE + UNLIKE * _apart([stems(head.row.headline) for head in beside])
            sides = tuple(head.side for head in beside)
            yield Difference("headline", story(every), "the headlines", sides, "headed otherwise", SURE, far)


def turns(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    likely: dict[frozenset[str], float],
    of_event: dict[frozenset[str], float],
    *,
    but: Collection[Difference],
    by: str = "outlet",
) -> Iterator[Difference]:
    """Headlines of one matter, perhaps of two turns or sides of it, of each story of which none are in `but`.

    One a group, those likeliest of one news: of every two it is as likely as MATTER or KNOWN says. Of 134 such pairs
    that two people read, five were of a topic only. Guides and comment are as good as others; not a text that has
    another title of its own. Two at least are not nearly the same.
    """
    held = dict(iter(sentences.groupby("article_id", sort=False)))
    of_one = _matters(likely, of_event)
    said = {side.article_id for one in but for side in one.sides}
    headed = articles.assign(group=articles[by])[articles["headline"].notna()]
    for name, rows in headed.groupby(stories(headed), sort=False):
        if name == NO_EVENT or said & set(rows["article_id"]):
            continue
        best = _likeliest([row for row in rows.itertuples() if not _is_summary(row)], likely, of_one)
        heads = [Head(row, "", side) for row in best if (side := _told(row, held.get(row.article_id)))]
        if any(_unlike(one, other) for one, other in combinations(heads, 2)):
            far = HEADLINE + UNLIKE * _apart([stems(head.row.headline) for head in heads]) - TURN
            sides = tuple(head.side for head in heads)
            yield Difference("turn", str(name), "the headlines", sides, "perhaps of two turns", SURE, far)


def _matters(likely: dict[frozenset[str], float], of_event: dict[frozenset[str], float]) -> pieces.Pairs:
    """The pairs of articles that are surely of one matter."""
    return frozenset(
        pair
        for pair, share in likely.items()
        if any(share >= one and of_event.get(pair, 0.0) >= event for one, event in (MATTER, KNOWN))
    )


def _likeliest(rows: list, likely: dict[frozenset[str], float], of_one: pieces.Pairs) -> list:
    """One article a group, every two of one matter: the likeliest two, and those that join them; in their order."""
    pairs = {frozenset((a.article_id, b.article_id)): (a, b) for a, b in combinations(rows, 2) if a.group != b.group}
    found: list = []
    for pair in sorted(pairs.keys() & of_one, key=lambda pair: (-likely[pair], sorted(pair))):
        for row in pairs[pair]:
            others = [one for one in found if one.article_id != row.article_id]
            joins = all(frozenset((row.article_id, one.article_id)) in of_one for one in others)
            if len(others) == len(found) and joins and row.group not in {one.group for one in others}:
                found.append(row)
    return [row for row in rows if row in found] if len(found) > 1 else []


def _of_another_text(row) -> bool:
    """Whether a headline need not say what its text tells: of a list or guide, of a text with another title, or it is
    none, but a summary.
    """
    return pieces.guide(row) or _is_summary(row)


def _is_summary(row) -> bool:
    """Whether a headline is none, but a summary, or of a text with another title."""
    return len(str(row.headline).split()) > LONGEST or _titled_otherwise(row)


def _titled_otherwise(row) -> bool:
    """Whether a text begins with a title that has less than HALF of its words in common with the headline.

    A title: the end of the first line that no stop ends, or a line in capitals, of what the text goes on to tell.
    """
    line, _, rest = row.text.lstrip().partition("\n")
    end = STOPS.split(line)[-1]
    words = LONG_WORD.findall(end)
    capitals = sum(word[0].isupper() for word in words) > (1 + HALF) / 2 * len(words)
    title, headline = stems(end), stems(row.headline)
    if STOPPED.search(end) or len(title) < TITLE or (end == line and not capitals):
        return False
    told = len(title & stems(rest)) >= HALF * len(title)
    return told and len(title & headline) < HALF * min(len(title), len(headline))


def _first(row, verbs: dict[str, int]) -> str:
    """What a headline puts first: its words up to its first verb, all where none is found or it begins with it."""
    return str(row.headline)[: verbs.get(row.article_id) or None]


def _most(heads: list[Head], likely: dict[frozenset[str], float]) -> list[Head]:
    """The most headlines of which every two are of one turn of the news, in their order."""
    best: list[Head] = []
    for k in range(len(heads)):
        held: list[Head] = []
        for head in heads[k:] + heads[:k]:
            if all(_of_one_turn(head, other, likely) for other in held):
                held.append(head)
        best = max(best, held, key=len)
    return [head for head in heads if head in best]


def _of_one_turn(one: Head, other: Head, likely: dict[frozenset[str], float]) -> bool:
    """Whether two articles are of one turn of the news, or of an event that was given and surely are of it.

    Who gave it has read them: there a text of another day is an earlier state, as its date says.
    """
    share = likely.get(frozenset((one.row.article_id, other.row.article_id)), 0.0)
    as_far = pieces.ahead(one.row) == pieces.ahead(other.row) and is_coming(one.first) == is_coming(other.first)
    if _given(one.row, other.row):
        return share >= news.ONE and (as_far or one.row.published != other.row.published)
    return share >= ONE and as_far and not pieces.of_other_days(one.row, other.row)


def _given(one, other) -> bool:
    return one.event_by == other.event_by == "given"


def _unlike(one: Head, other: Head) -> bool:
    """Whether two headlines are not nearly the same."""
    return 1 - _apart([stems(one.row.headline), stems(other.row.headline)]) <= ALIKE


def is_coming(first: str) -> bool:
    """Whether a headline that begins so is of what is still to come."""
    return bool(COMING.search(first)) and not VOTES_TO.search(first)


def _apart(words: list[frozenset[str]]) -> float:
    """The share of their words that two headlines have not in common, in the mean of all pairs."""
    shares = [1 - len(a & b) / max(len(a | b), 1) for a, b in combinations(words, 2)]
    return sum(shares) / len(shares)


def _told(row, told: pd.DataFrame | None) -> Side | None:
    """The sentence of an article that has most words of its headline, SUPPORTS at least, and is not that line.

    One of its TOP where one there has so many, else any: what a headline says is mostly told at once.
    """
    top = told if told is None else told[told["start"].lt(TOP)]
    return _of_most(row, top) or _of_most(row, told)


def _of_most(row, told: pd.DataFrame | None) -> Side | None:
    if told is None or told.empty:
        return None
    headed, words = stems(row.headline), told["text"].map(stems)
    again = pd.Series([said <= headed for said in words], index=told.index)
    whole = told["text"].str.contains(ENDS) & ~again
    shared = pd.Series([len(said & headed) for said in words], index=told.index).where(whole, -1)
    best = told.loc[shared.idxmax()]
    return Side(row.article_id, int(best["start"]), int(best["end"])) if shared.max() >= SUPPORTS else None
