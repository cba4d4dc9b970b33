"""Nouns that mean nearly one thing and are described by the same words: Internet security *firm* and *company*.

What describes a thing often stays when its noun is another. In two tellings of one fact a likeness of the nouns is
enough; anywhere in the two accounts it must be great. Only words outside quotation marks count, and only nouns that the
other account does not have with the same words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts.instead import NOTHING_OF_ITS_OWN, ROOT, TIMES, definite
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import stories
from samestory.corpus import known, likeness

SHOWN, PROPOSED, ANYWHERE = 0.35, 0.5, 0.65  # likeness of nouns described alike, in tellings of one fact and elsewhere
FAR, SURE, LESS_SURE = 0.3, 0.9, 0.8
PLAIN = frozenset(map(content.stem, known.words("words that describe things of every kind")))
INDEFINITE = ("a", "an")


class Thing(NamedTuple):
    """A noun phrase where it stands: its noun, and what describes it, whether it is plural and one of several."""

    article_id: str
    start: int
    end: int
    group: object
    noun: str
    like: tuple[frozenset[str], bool, bool]


def alike(
    phrases: pd.DataFrame,
    tellings: pd.DataFrame,
    labels: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    but: Iterable[Difference] = (),
) -> Iterator[Difference]:
    """What groups call a thing that they describe by the same words, one difference for each description.

    Phrases with a label are left to `naming.listed`, and what is a side of `but` is said already.
    Errors: two parts of one body (its case, its decision), two steps of one affair.
    """
    of_story = dict(zip(articles["article_id"], stories(articles), strict=True))
    group = dict(zip(articles["article_id"], articles[by], strict=True))
    told: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row in tellings.itertuples():
        told[row.article_id].append((row.start, row.end, int(row.fact)))
    shown = set(tellings.loc[tellings["level"].eq("show"), "fact"])
    said = {(side.article_id, side.end) for one in but for side in one.sides}
    found: dict[tuple, list[Thing]] = defaultdict(list)
    for thing in _things(phrases[~phrases.index.isin(spans.within(labels, phrases)["outer"])], group):
        if (thing.article_id, thing.end) not in said:
            found[of_story[thing.article_id], thing.like].append(thing)
    for (story, _), things in found.items():
        for one, other, fact in _called_otherwise(things, told, shown):
            sides = tuple(Side(t.article_id, t.start, t.end) for t in (one, other))
            sure = LESS_SURE if fact is None else SURE
            yield Difference("other word", str(story), "one thing", sides, "another word", sure, FAR, fact)


def _called_otherwise(
    things: list[Thing], told: dict[str, list[tuple[int, int, int]]], shown: set[int]
) -> Iterator[tuple[Thing, Thing, int | None]]:
    """The first two of some things described alike that mean nearly one, with the fact that both tell, if one is."""
    uses = {group: Counter(t.noun for t in things if t.group == group) for group in {t.group for t in things}}
    for one, other in combinations(things, 2):
        if one.group == other.group or one.noun in uses[other.group] or other.noun in uses[one.group]:
            continue
        fact = min(_facts(one, told) & _facts(other, told), default=None)
        if _near(one.noun, other.noun) >= (ANYWHERE if fact is None else SHOWN if fact in shown else PROPOSED):
            yield one, other, fact
            return


def _things(phrases: pd.DataFrame, group: dict) -> Iterator[Thing]:
    """The noun phrases that are no names, the outlet's own words, and described by more than plain words."""
    own = phrases[phrases["name"].isna() & phrases["voice"].isin(OWN) & phrases["descriptor"].notna()]
    for row in own[own["head"].notna() & own["text"].map(definite).astype(bool)].itertuples():
        noun, said = str(row.head).lower(), str(row.text).lower().split()
        stem = content.stem(noun)
        words = stems(row.descriptor, parts=True) - PLAIN - {stem}
        counted = words & TIMES or any(any(map(str.isdigit, word)) for word in words)
        if words and not counted and stem not in NOTHING_OF_ITS_OWN and said[-1][:3] == noun[:3]:
            like = (words, said[-1] != noun, said[0] in INDEFINITE)
            yield Thing(row.article_id, row.start, row.end, group[row.article_id], noun, like)


def _facts(thing: Thing, tellings: dict[str, list[tuple[int, int, int]]]) -> set[int]:
    """The facts that a thing stands in a telling of."""
    return {fact for start, end, fact in tellings.get(thing.article_id, []) if start <= thing.start < end}


def _near(one: str, other: str) -> float:
    """How alike two nouns are; not at all where they are of one root."""
    return 0.0 if one[:ROOT] == other[:ROOT] else likeness.likeness(one, other)
