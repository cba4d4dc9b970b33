"""Told otherwise: the sentences in which accounts surely tell one fact, each with words that the other has not.

What differs is for who reads: nothing is claimed but that both sentences tell one thing.
"""

import re
from collections.abc import Collection, Iterator
from itertools import combinations

import pandas as pd

from samestory.compare.facts import partners, pieces
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems

GIVEN = partners.SURE, 0.0  # the odds from which two sentences surely tell one fact, and what they share of the shorter
FOUND = 5.0, 0.38  # the same in stories that were found by machine
READ = 0.75  # how sure that is taken to be; as shown only 14 of 40 were right when read (data/findings.csv)
MEANT = 3  # of the words shared are no names and titles
OWN = 3  # words that each side has and the others have not, from which the telling is another
FAR = 0.46  # how far apart such tellings are, and what is added: see `retold`
JUDGED, LABELLED, VOICED, HIGH = 0.04, 0.08, 0.03, 0.03
EARLY = 5  # paragraphs of an article in which stands what it is about
SMALL = re.compile(r"(?<![\w-])[a-z][\w-]+")  # a word written small
JUDGING = frozenset({"morality and law", "conflict", "intensifiers", "whole", "part"})  # cues of judging and limiting


def retold(
    tellings: pd.DataFrame,
    cues: pd.DataFrame,
    labels: pd.DataFrame,
    articles: pd.DataFrame,
    like: pieces.Pairs,
    *,
    but: Collection[Difference] = (),
) -> Iterator[Difference]:
    """Facts that like pieces surely share, with the sentence in which each group tells it best, none a near copy.

    `tellings` are those of `partners.partners`. Surely: by the score of each sentence and the words that every two
    share (GIVEN where the event of all was given, else FOUND). Further apart where one thing has another label, where
    cues of JUDGING or the voices are not the same, and where all stand early. Not where all quote: of one speech
    `speech` knows more; nor where somebody is quoted who is not known, and what is said already (`but`).
    """
    judging = cues[cues["family"].isin(JUDGING)]
    said = {side[:3] for one in but for side in one.sides}
    given = set(articles.loc[articles["event_by"].eq("given"), "article_id"])
    sure = tellings[tellings["level"].eq("show") & tellings["score"].ge(min(GIVEN, FOUND)[0])]
    for fact, rows in sure.groupby("fact", sort=False):
        best = rows.sort_values("score", ascending=False, kind="stable").drop_duplicates("group").sort_index()
        told = list(best.itertuples())
        sides = tuple(Side(one.article_id, one.start, one.end) for one in told)
        least, shared = GIVEN if given.issuperset(best["article_id"]) else FOUND
        alike = len(told) > 1 and best["score"].ge(least).all() and all(pieces.with_all(best["article_id"], like))
        otherwise = alike and not _only_quoted(best) and _told_otherwise(best["text"], shared)
        if not otherwise or said.issuperset(side[:3] for side in sides):
            continue
        judged, labelled = (
            len({_within(one, *held) for one in told}) > 1 for held in ((judging, "family"), (labels, "label"))
        )
        voiced = best["voice"].nunique() > 1
        far = FAR + JUDGED * judged + LABELLED * labelled + VOICED * voiced + HIGH * best["paragraph"].le(EARLY).all()
        differs = "in another voice" if voiced else "in other words"
        yield Difference("telling", told[0].story, "", sides, differs, READ, far, int(fact))


def _only_quoted(told: pd.DataFrame) -> bool:
    """Whether all tellings are quotations, or one of somebody who is not known."""
    quoted = told["voice"].eq("quoted")
    return bool(quoted.all() or (quoted & told["speaker"].isna()).any())


def _told_otherwise(texts: pd.Series, shared: float) -> bool:
    """Whether of every two sentences each has OWN words that the other has not, and the shorter enough in common.

    Where it must share some, MEANT of the words in common are written small: no names and titles.
    """
    small = (SMALL.findall(text) for text in texts)
    words = [(stems(text), stems(" ".join(found))) for text, found in zip(texts, small, strict=True)]
    return all(
        min(len(one - other), len(other - one)) >= OWN
        and len(one & other) >= shared * min(len(one), len(other))
        and len(meant & others) >= MEANT * bool(shared)
        for (one, meant), (other, others) in combinations(words, 2)
    )


def _within(telling, spans: pd.DataFrame, column: str) -> frozenset[str]:
    """What the spans in a telling are, by one of their columns."""
    inside = spans[spans["article_id"].eq(telling.article_id) & spans["start"].between(telling.start, telling.end - 1)]
    return frozenset(inside[column])
