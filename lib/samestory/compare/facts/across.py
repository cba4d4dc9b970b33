"""What outlets call one thing across a collection: the label each prefers in its own words, where they are not one."""

from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts.naming import CONTESTED, in_names, weights
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories

EVERY = "all articles"  # the story of what is counted over a whole collection
SURE = 0.97
MENTIONS, ARTICLES = 3, 2  # of a label in a group’s own words, from which it is its choice
MOST = 2 / 3  # of its mentions of the thing


def labels_across(
    labels: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Contested referents of `data/referents.csv` for which groups prefer different labels in their own words.

    A side a group that prefers one: MOST of its mentions, MENTIONS at least, in ARTICLES at least; at its first one.
    `differs` counts for each side in turn. Only of collections of several stories; a label in a body's name, in a
    quotation, in reported speech or before another noun is not counted.
    """
    if stories(articles).nunique() < 2:
        return
    own = labels[labels["voice"].eq("narrator") & labels["use"].eq("mention")]
    own = own[~own.index.isin(in_names(own, actors))]
    own = own.merge(articles[["article_id", by]].rename(columns={by: "group"}), on="article_id")
    for referent, told in own.groupby("referent", sort=False):
        if weights().get(str(referent), CONTESTED) == CONTESTED:
            chosen = [found for _, rows in told.groupby("group", sort=False) if (found := _chosen(rows)) is not None]
            if len({_choice(rows["label"].iloc[0]) for rows, _ in chosen}) > 1:
                ordered = sorted(chosen, key=lambda one: -len(one[0]))
                sides = tuple(_first(rows) for rows, _ in ordered)
                counts = "; ".join(_count(*one) for one in ordered)
                yield Difference("naming", EVERY, str(referent), sides, counts, SURE, CONTESTED)


def _chosen(told: pd.DataFrame) -> tuple[pd.DataFrame, int] | None:
    """The mentions of a group under the label it prefers, and how many it has in all; none where it prefers none."""
    rows = told[told["label"].eq(told["label"].value_counts().idxmax())]
    enough = len(rows) >= max(MENTIONS, MOST * len(told)) and rows["article_id"].nunique() >= ARTICLES
    return (rows, len(told)) if enough else None


def _choice(label: str) -> str:
    """What is chosen with a label: the word before its noun, where it has one: the noun alone is seldom contested."""
    return label.lower().split()[0]


def _first(rows: pd.DataFrame) -> Side:
    row = rows.iloc[0]
    return Side(row["article_id"], int(row["start"]), int(row["end"]))


def _count(rows: pd.DataFrame, of: int) -> str:
    """How often a group has its label: “9 of 10 times, in 6 articles”, or “9 times” where it has no other.

    Of them those in the very words shown are counted apart: “9 of 10 times, 7 in these words”.
    """
    words = rows["text"].str.lower()
    times = f"{len(rows)} times" if len(rows) == of else f"{len(rows)} of {of} times"
    exact = int(words.eq(words.iloc[0]).sum())
    so = f", {exact} in these words" if exact < len(rows) else ""
    return f"{times}{so}, in {rows['article_id'].nunique()} articles"
