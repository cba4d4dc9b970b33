"""Which pairs of sentences may tell one fact: those alike, in articles that are alike; and which articles are."""

import pandas as pd

from samestory.compare.facts import pieces
from samestory.compare.facts.alignment import CERTAIN, PROPOSE


def proposed(scores: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Of all the `scores` the pairs that may tell one fact: the table of `alignment.pairs`.

    Between articles that are hardly of one event (`pieces.alike`) only those that share a run which is no chance: what
    else two sentences on one topic share are its words. Errors: one fact that two events have in common is not seen.
    """
    like = pieces.alike(pieces.likely(scores, articles))
    of_one = pd.Series(
        [frozenset(pair) in like for pair in zip(scores["article_id"], scores["other_id"], strict=True)],
        index=scores.index,
        dtype="bool",
    )
    found = scores["score"].ge(PROPOSE) & (of_one | scores["score"].ge(CERTAIN))
    return scores[found].reset_index(drop=True)


def one_event(scores: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The articles of which one may be expected to tell what the other tells: `told`, `other_id`, a row each way.

    Both are of one event (`pieces.alike`); the other is neither older nor much shorter.
    """
    like = pieces.alike(pieces.likely(scores, articles))
    rows = {row.article_id: row for row in articles.itertuples()}
    found = [
        (one, other)
        for pair in like
        for one, other in (sorted(pair), sorted(pair)[::-1])
        if not pieces.older(rows[other], rows[one]) and not pieces.much_shorter(rows[other], rows[one])
    ]
    return pd.DataFrame(sorted(found), columns=["told", "other_id"], dtype="str")
