"""What outlets call one thing across a collection: the label each prefers in its own words, where they are not one."""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from samestory import known
from samestory.annotate.spans import places
from samestory.compare import groups
from samestory.compare.facts.naming import CONTESTED, in_names, weights
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories

EVERY = "all articles"  # the story of what is counted over a whole collection
SURE = 0.97
MENTIONS, ARTICLES = 3, 2  # of a label in a group’s own words, and of all that prefer it, from which it is a choice
MOST = 2 / 3  # of a group's mentions of the thing
OFTEN = 2  # of one wording in a group's own words, from which it is counted: once may be a slip of the reading
GROUPS = 3  # that name a thing in their own words, from which it is told how each does
NAMED = 6  # groups that are named beside the first with a label


class Chosen(NamedTuple):
    """The `mentions` of a group under the label it prefers, and how many it has `of` the thing in all."""

    mentions: pd.DataFrame
    of: int


def labels_across(
    labels: pd.DataFrame, deaths: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Contested referents of `data/referents.csv`, and deaths, for which groups prefer other labels in their own words.

    `labels` and `actors` are span tables, `deaths` is that of `facts.deaths`; what stands in no article is passed over.
    A side a label that some groups prefer (MENTIONS of each at least, and MOST), together in ARTICLES at least: at the
    first mention of the one that has it most. `differs` counts for each side in turn, and names the other groups. Only
    of collections of several stories; a label in a body's name, in a quotation, in reported speech or before another
    noun is not counted.
    """
    if stories(articles).nunique() < 2:
        return
    for referent, named in _own(labels, deaths, actors, articles, by).groupby("referent", sort=False):
        sides = _sides([found for _, rows in named.groupby("group", sort=False) if (found := _chosen(rows))])
        if len({_choice(side[0].mentions["label"].iloc[0]) for side in sides}) > 1:
            counts = "; ".join(map(_count, sides))
            first = tuple(_first(side[0].mentions) for side in sides)
            yield Difference("naming", EVERY, str(referent), first, counts, SURE, CONTESTED)


def own_labels(
    labels: pd.DataFrame, deaths: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """What each group calls a contested referent or a death in its own words, where GROUPS do and not all the same.

    The spans are those of `labels_across`. A row for each `referent`, `label` and `group` that has it OFTEN in one
    wording: `words` (the commonest, as it stands there), `mentions` (in these words), `articles`, `evidence`. Referents
    of most groups first, of each the label of most groups, then as pages name groups. Not all the same: two groups have
    another label most often. Counts, and no choice is claimed.
    """
    own = _own(labels, deaths, actors, articles, by)
    own = own.assign(evidence=places(own), folded=own["text"].str.casefold().str.split().str.join(" "))
    keys = ["referent", "label", "group"]
    table = own.groupby([*keys, "folded"], sort=False, observed=True, as_index=False).agg(
        words=("text", "first"), mentions=("article_id", "size"), articles=("article_id", "nunique"),
        evidence=("evidence", list),
    )  # fmt: skip
    table = table.sort_values("mentions", ascending=False, kind="stable").drop_duplicates(keys)
    table = table[table["mentions"].ge(OFTEN)]
    most = table.drop_duplicates(["referent", "group"])
    apart = most.groupby("referent").agg(groups=("group", "size"), labels=("label", "nunique"))
    told = apart.index[apart["groups"].ge(GROUPS) & apart["labels"].gt(1)]
    table = table[table["referent"].isin(told)]
    of_label = table.groupby(["referent", "label"])
    table = table.assign(
        group=groups.in_order(table["group"], articles, by), _of=table["referent"].map(apart["groups"]),
        _groups=of_label["group"].transform("size"), _mentions=of_label["mentions"].transform("sum"),
    )  # fmt: skip
    order = ["_of", "referent", "_groups", "_mentions", "label", "group"]
    table = table.sort_values(order, ascending=[False, True, False, False, True, True], ignore_index=True)
    return table[[*keys, "words", "mentions", "articles", "evidence"]]


def _own(
    labels: pd.DataFrame, deaths: pd.DataFrame, actors: pd.DataFrame, articles: pd.DataFrame, by: str
) -> pd.DataFrame:
    """The labels of contested referents, and the words for deaths, in the groups’ own words, each with its `group`."""
    listed = labels[labels["use"].eq("mention") & ~labels.index.isin(in_names(labels, actors))]
    told = pd.concat([listed, deaths], ignore_index=True)
    contested = told["referent"].astype("str").map(weights()).fillna(CONTESTED).eq(CONTESTED)
    whole = ~told["referent"].isin(known.words("referents that are another thing in another story"))
    read = told["article_id"].isin(articles["article_id"])
    return groups.beside(told[told["voice"].eq("narrator") & contested & whole & read], articles, by)


def _chosen(told: pd.DataFrame) -> Chosen | None:
    """What a group prefers to call a thing; none where it prefers no label."""
    rows = told[told["label"].eq(told["label"].value_counts().idxmax())]
    return Chosen(rows, len(told)) if len(rows) >= max(MENTIONS, MOST * len(told)) else None


def _sides(chosen: list[Chosen]) -> list[list[Chosen]]:
    """The groups that prefer each label, those with most mentions first; only labels that are a choice."""
    by_label: dict[str, list[Chosen]] = {}
    for one in sorted(chosen, key=lambda one: -len(one.mentions)):
        by_label.setdefault(one.mentions["label"].iloc[0], []).append(one)
    return [side for side in by_label.values() if sum(one.mentions["article_id"].nunique() for one in side) >= ARTICLES]


def _choice(label: str) -> str:
    """What is chosen with a label: the word before its noun, where it has one: the noun alone is seldom contested."""
    return label.lower().split()[0]


def _first(rows: pd.DataFrame) -> Side:
    """The first mention in the wording that is commonest."""
    words = rows["text"].str.lower()
    row = rows[words.eq(words.value_counts().idxmax())].iloc[0]
    return Side(row["article_id"], int(row["start"]), int(row["end"]))


def _count(side: list[Chosen]) -> str:
    """How often a group has its label, and who else prefers it: “9 of 10 times, in 6 articles, also North, South”.

    “9 times” where it has no other label. Of them those in the very words shown are counted apart: “9 of 10 times, 7 in
    these words”.
    """
    rows, of = side[0]
    words = rows["text"].str.lower()
    times = f"{len(rows)} times" if len(rows) == of else f"{len(rows)} of {of} times"
    exact = int(words.value_counts().max())
    so = f", {exact} in these words" if exact < len(rows) else ""
    articles = rows["article_id"].nunique()
    where = f", in {articles} articles" if articles > 1 else ""
    others = [str(one.mentions["group"].iloc[0]) for one in side[1:]]
    rest = [f"{len(others) - NAMED} more"] if len(others) > NAMED else []
    return f"{times}{so}{where}{', also ' if others else ''}{', '.join([*others[:NAMED], *rest])}"
