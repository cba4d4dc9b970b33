"""Which pairs of sentences may tell one fact: those alike, in articles that are alike."""

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
