"""Told otherwise: the sentences in which accounts surely tell one fact, each with words that the other has not.

What differs is for who reads: nothing is claimed but that both sentences tell one thing, and by whom each is said.
"""

import re
from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts import pieces
from samestory.compare.facts.partners import SURE
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems

READ = 0.75  # how sure that is among stories of a day that were found by machine: 19 of 26, by who wrote this
OWN = 3  # words that each side has and the others have not, from which the telling is another
FAR, JUDGED, SOURCED, HIGH = 0.46, 0.04, 0.04, 0.03  # how far apart such tellings are, and what is added: see `retold`
EARLY = 5  # paragraphs of an article in which stands what it is about
SAYS = re.compile(r"\w(?:ed|id|nd|s) that\b|\baccording\b")  # found that, shows that: who, may not have been seen
JUDGING = frozenset({"morality and law", "conflict", "intensifiers", "whole", "part"})  # cues of judging and limiting


def retold(tellings: pd.DataFrame, cues: pd.DataFrame, like: pieces.Pairs) -> Iterator[Difference]:
    """Facts that like pieces surely share, with the sentence in which each group tells it best, none a near copy.

    `tellings` are those of `partners.partners`. Surely: each sentence has a score of SURE or more with another.
    Further apart where cues of JUDGING are not the same, where one gives it to a source that no other has and another
    to nobody, and where all stand early. Not where all quote: of one speech `speech` knows more.
    """
    judging = cues[cues["family"].isin(JUDGING)]
    sure = tellings[tellings["level"].eq("show") & tellings["score"].ge(SURE)]
    for fact, rows in sure.groupby("fact", sort=False):
        best = rows.sort_values("score", ascending=False, kind="stable").drop_duplicates("group").sort_index()
        told = list(best.itertuples())
        alike = all(pieces.with_all(best["article_id"], like))
        if len(told) < 2 or not alike or best["voice"].eq("quoted").all() or not _each_has_own(best["text"]):
            continue
        judged, sourced = len({_families(one, judging) for one in told}) > 1, _sourced(told)
        far = FAR + JUDGED * judged + SOURCED * sourced + HIGH * best["paragraph"].le(EARLY).all()
        sides = tuple(Side(one.article_id, one.start, one.end) for one in told)
        differs = "given to a source here, to nobody there" if sourced else "in other words"
        yield Difference("telling", told[0].story, "", sides, differs, READ, far, int(fact))


def _each_has_own(texts: pd.Series) -> bool:
    """Whether each of some sentences has OWN words or more that stand in none of the others."""
    words = list(map(stems, texts))
    others = [frozenset().union(*words[:k], *words[k + 1 :]) for k in range(len(words))]
    return all(len(one - rest) >= OWN for one, rest in zip(words, others, strict=True))


def _families(telling, cues: pd.DataFrame) -> frozenset[str]:
    """The families of the cues in a telling."""
    inside = cues[cues["article_id"].eq(telling.article_id) & cues["start"].between(telling.start, telling.end - 1)]
    return frozenset(inside["family"])


def _sourced(told: list) -> bool:
    """Whether one telling is given to a source of which the others have no word, and another to nobody.

    What is said, found or shown “that …” may be somebody's who was not seen.
    """
    given = [one for one in told if one.voice == "attributed" and stems(one.source)]
    rest = [stems(one.text) for one in told if pd.isna(one.source) and not SAYS.search(one.text)]
    return bool(rest) and any(not any(stems(str(one.source).split()[-1]) & other for other in rest) for one in given)
