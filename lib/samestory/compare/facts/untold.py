"""Told by two or more accounts and not by another: what they share tells what to look for there.

Of a sentence that one account alone has nobody knows which of its words make the fact. Of two that tell one thing the
words they share do: where most of their weight stands nowhere in another article, it does not tell it.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pandas as pd

from samestory.compare.facts import missing, pieces
from samestory.compare.facts.alignment import CARRIES, Sentence
from samestory.compare.facts.missing import Accounts
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems

TOLD, NAMED = 0.7, 2  # odds of one fact from which two tellings count, and names or figures looked for that make up for
LACKING, HEAVY = 0.7, 1.7  # of the weight of what the tellings share, how much another has not: a part, and at least
NEAR = 1.0  # odds from which a sentence of another article may tell it too
SURE, FAR, QUOTED = 0.97, 0.4, 0.6  # how sure that is, and how far apart it leaves accounts, and what is quoted
SHORT, MARKED = 4, ("direct", "partial", "scare")  # words of a quotation that two accounts have of one speech


def untold(told: Iterable[Accounts], tellings: pd.DataFrame) -> Iterator[Difference]:
    """Facts that two or more groups tell and another's articles do not, as differences of the kind `left out`.

    `tellings` is the table of `tellings.tellings`. Two sentences tell one fact from the odds CARRIES, or from TOLD
    where NAMED names or figures that both have are what another lacks. Of six events read by hand 14 of 14 such
    absences that the reading can judge were right; of what is only shared speech as well.
    """
    facts = dict(iter(tellings[tellings["score"].ge(TOLD)].groupby("story", sort=False)))
    for about in told:
        lines = {(line.article_id, line.start): line for article in about.own for line in about.read.get(article, [])}
        for fact, rows in facts.get(about.name, tellings.iloc[:0]).groupby("fact", sort=False):
            places = zip(rows["article_id"], rows["start"], strict=True)
            sentences = [lines[place] for place in places if place in lines]
            if len({about.own[line.article_id].group for line in sentences}) > 1:
                yield from _lacked(int(fact), sentences, rows["score"].max() >= CARRIES, about)


def _lacked(fact: int, told: list[Sentence], sure: bool, about: Accounts) -> Iterator[Difference]:
    """The difference between those who tell a fact and the articles that lack it, a group as a whole."""
    own = about.own
    tell = {own[line.article_id].group for line in told}
    apart = (pair for pair in combinations(told, 2) if pair[0].article_id != pair[1].article_id)
    shared = frozenset(term for one, other in apart for term in one.told & other.told)
    looked = {a: _looked_for(shared, told, a, about) for a, row in own.items() if row.group not in tell}
    unsure = {own[a].group for a, terms in looked.items() if not _absent(terms, shared, told, a, sure, about)}
    lacks = [a for a in looked if own[a].group not in unsure]
    if lacks:
        terms = frozenset.intersection(*(looked[article] for article in lacks))
        first = max(told, key=lambda line: about.story.weight(terms & line.told))
        terms &= first.told
        rest = {line.article_id: line for line in reversed(told) if line.article_id != first.article_id}
        words = ", ".join(missing.looked_for(terms, first, about))
        far = FAR + missing.worth(terms, first, about)
        far -= missing.PAST * any(pieces.of_other_days(own[article], own[first.article_id]) for article in lacks)
        sides = (*(Side(line.article_id, line.start, line.end) for line in (first, *rest.values())), *map(Side, lacks))
        yield Difference("left out", about.name, words, sides, f"not told; looked for: {words}", SURE, far, fact)


def _looked_for(shared: frozenset[str], told: list[Sentence], other: str, about: Accounts) -> frozenset[str]:
    """What tellings share and another article has not, in whichever spelling."""
    return shared - frozenset().union(*(missing.found(line, other, about) for line in told))


def _absent(
    terms: frozenset[str], shared: frozenset[str], told: list[Sentence], other: str, sure: bool, about: Accounts
) -> bool:
    """Whether an article that could tell a fact lacks most of what its tellings share, and nothing in it comes near."""
    weight = about.story.weight(terms)
    named = [term for term in terms if any(missing.is_proper(term, line, about) for line in told)]
    near = (about.best.get((line.article_id, line.start), {}).get(other, missing.NOTHING)[0] for line in told)
    return (
        (sure or len(named) >= NAMED)
        and weight >= max(HEAVY, LACKING * about.story.weight(shared))
        and max(near) < NEAR
        and all(missing.comparable(about.own[other], about.own[line.article_id], about) for line in told)
    )


def quoted(told: Iterable[Accounts], quotes: pd.DataFrame, *, but: Iterable[Difference] = ()) -> Iterator[Difference]:
    """Words that two or more groups quote, SHORT at most, and another's articles have in no form: as `left out`.

    Each word of the quotation that tells anything is lacking there. Sides: the sentences of those who quote it, then
    the articles that lack it. What `but` says is not said again.
    """
    met = {(side.article_id, side.start) for one in but for side in one.sides if side.start is not None}
    short = quotes[quotes["form"].isin(MARKED) & quotes["text"].str.split().str.len().le(SHORT)]
    held = dict(iter(short.groupby("article_id", sort=False)))
    for about in told:
        said: dict[frozenset[str], dict[str, Sentence]] = {}
        for article in about.own:
            for row in held[article].itertuples() if article in held else ():
                line = next((one for one in about.read.get(article, []) if one.start <= row.start < one.end), None)
                terms = line.told & stems(row.text) if line else frozenset()
                if terms and line and (article, line.start) not in met:
                    said.setdefault(terms, {}).setdefault(str(about.own[article].group), line)
        for terms, lines in said.items():
            yield from _unquoted(terms, list(lines.values()), about)


def _unquoted(terms: frozenset[str], lines: list[Sentence], about: Accounts) -> Iterator[Difference]:
    """The difference between those who quote some words and the groups that have none of them, if there are."""
    own, tell = about.own, {about.own[line.article_id].group for line in lines}
    rest = {row.group for row in own.values()} - tell
    lacks = [a for a, row in own.items() if row.group in rest and _looked_for(terms, lines, a, about) == terms]
    whole = [a for a in lacks if all(b in lacks for b, row in own.items() if row.group == own[a].group)]
    like = [a for a in whole if all(missing.comparable(own[a], own[line.article_id], about) for line in lines)]
    if len(tell) > 1 and like:
        words = ", ".join(lines[0].written[term] for term in sorted(terms))
        sides = (*(Side(line.article_id, line.start, line.end) for line in lines), *map(Side, like))
        yield Difference("left out", about.name, words, sides, f"not told; looked for: {words}", SURE, QUOTED)
