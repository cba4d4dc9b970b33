"""Which articles report one piece of news: what is set side by side must be of one, also where nobody has said so.

In a collection on one topic the articles of a week share words, people and figures; those that report one thing share
the words of their headlines and openings, and the day. How much each speaks for it is in `data/news_weights.csv`.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory import known
from samestory.compare.facts import pieces
from samestory.corpus import stories

JOINS = 0.5  # how likely it is in the mean of two groups of articles, from which they are one
ONE = 0.65  # how likely two articles report one piece of news, from which they are set side by side
DAYS = 1  # between them, at most
LEAST = 0.1  # how alike their words are, at the least
OPENING = 1200  # letters of a text that say what its news is
LEAST_OPENED = 0.01  # openings that share nothing are taken to be so alike


def likely(articles: pd.DataFrame, of_event: dict[frozenset[str], float]) -> dict[frozenset[str], float]:
    """How likely the articles of each near pair report one piece of news: from 0 to 1; pairs that are missing do not.

    Near: at most DAYS apart, and LEAST alike in their words. Of articles whose event was given it is how likely they
    are of it (`of_event`, of `pieces.likely`): who gave it has read them. Errors: two turns of one matter on one day.
    """
    unknown = articles[articles["event_by"].ne("given")]
    rows = {row.article_id: row for row in unknown.itertuples()}
    near = stories.near(unknown, days=DAYS, least=LEAST, opening=OPENING)
    found = {
        frozenset((pair.article_a, pair.article_b)): _likely(rows[pair.article_a], rows[pair.article_b], pair)
        for pair in near.itertuples()
    }
    return found | {pair: share for pair, share in of_event.items() if not pair & rows.keys()}


def of_one(likely: dict[frozenset[str], float]) -> pieces.Pairs:
    """The pairs of articles that surely report one piece of news, from how likely that is (`likely`)."""
    return frozenset(pair for pair, share in likely.items() if share >= ONE)


def _likely(one, other, pair) -> float:
    known_as = weights()
    shown = {
        "always": 1.0,
        "words": math.log(pair.alike),
        "opened": math.log(max(pair.opened, LEAST_OPENED)),
        "headed": 0.5 * (pieces.headed(one, other) + pieces.headed(other, one)),
        "days": pair.days,
        "weekday": float(not set(pieces.weekdays(one)).isdisjoint(pieces.weekdays(other))),
        "comment": float(pieces.comment(one) or pieces.comment(other)),
    }
    return 1 / (1 + math.exp(-sum(known_as[name] * value for name, value in shown.items())))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature in the logarithm of the odds, from `data/news_weights.csv`."""
    table = known.table("news_weights.csv", ["feature", "weight", "source"])
    return dict(zip(table["feature"], table["weight"].astype(float), strict=True))


def reports(
    articles: pd.DataFrame, likely: dict[frozenset[str], float], *, by: str = "outlet"
) -> Iterator[pd.DataFrame]:
    """The articles of each piece of news that several groups report, one a group: that most like those of the others.

    The rows of `articles` with their `group`. Each article is surely of one piece of news (ONE) with another of them,
    and rather than not with each (JOINS).
    """
    table = articles.assign(group=articles[by]).set_index("article_id", drop=False)
    order = {article: k for k, article in enumerate(table.index)}
    for ids in sorted(
        (sorted(found, key=order.__getitem__) for found in _joined(likely)), key=lambda ids: order[ids[0]]
    ):
        rows = table.loc[ids]
        among = [sum(_share(likely, a, b) for b in ids if table["group"][b] != table["group"][a]) for a in ids]
        one = rows.iloc[np.argsort(-np.array(among), kind="stable")].drop_duplicates("group")
        one = one.loc[_with_each(list(one["article_id"]), likely)]
        sure = [any(_share(likely, a, b) >= ONE for b in one["article_id"] if b != a) for a in one["article_id"]]
        if sum(sure) > 1:
            yield one[sure].iloc[np.argsort([order[a] for a in one.index[sure]])].reset_index(drop=True)


def _with_each(ids: list[str], likely: dict[frozenset[str], float]) -> list[str]:
    """The articles without those that are rather not of one piece of news with another, the least likely gone first."""

    def least(article: str) -> tuple[float, float]:
        """How likely it is with the article it is least likely with, and with all together."""
        shares = [_share(likely, article, other) for other in ids if other != article]
        return min(shares), sum(shares)

    while len(ids) > 1 and least(worst := min(ids, key=least))[0] < JOINS:
        ids = [article for article in ids if article != worst]
    return ids


def _joined(likely: dict[frozenset[str], float]) -> list[list[str]]:
    """The articles of each piece of news: two groups are one where a pair surely is, and their mean reaches JOINS."""
    held = {article: [article] for pair in likely for article in pair}
    for pair, share in sorted(likely.items(), key=lambda found: (-found[1], sorted(found[0]))):
        one, other = (held[article] for article in sorted(pair))
        if share >= ONE and one is not other:
            mean = sum(_share(likely, a, b) for a in one for b in other) / (len(one) * len(other))
            held |= dict.fromkeys(one + other, one + other) if mean >= JOINS else {}
    return list({id(found): found for found in held.values() if len(found) > 1}.values())


def _share(likely: dict[frozenset[str], float], one: str, other: str) -> float:
    return likely.get(frozenset((one, other)), 0.0)
