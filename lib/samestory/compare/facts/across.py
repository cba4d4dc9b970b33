"""What outlets call one thing across a collection: the label each prefers in its own words, where they are not one."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import pandas as pd

from samestory import known
from samestory.annotate.spans import places
from samestory.compare import groups
from samestory.compare.facts.naming import CONTESTED, in_names, weights
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stories import stories

EVERY = "all articles"  # the story of what is counted over a whole collection
SURE = 0.97
MENTIONS, ARTICLES = 3, 2  # of a label in a group’s own words, and of all that prefer it, from which it is a choice
MOST = 2 / 3  # of a group's mentions of the thing
OFTEN = 2  # of words outside a group's quotation marks, from which it is counted: once may be a slip of the reading
GROUPS = 3  # that name a thing there, from which it is told how each does
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
    """What each group calls a contested referent or a death outside quotation marks, where GROUPS do and not all alike.

    The spans are those of `labels_across`; what a group reports in other words than its source's counts too. A row for
    each `referent`, `words` and `group` that has them OFTEN: `words` (singular and plural are one; in the form that is
    commonest), `mentions`, `articles`, `evidence`. Referents of most groups first, of each the words of most groups,
    then as pages name groups. Not alike: two groups have other words most often. Counts, and no choice is claimed.
    """
    own = _own(labels, deaths, actors, articles, by, OWN)
    own = own.assign(evidence=places(own), form=own["text"].str.casefold().str.split().str.join(" "))
    own = own.assign(words=_commonest(own, own["form"].str.removesuffix("s")))
    keys = ["referent", "words", "group"]
    table = own.groupby(keys, sort=False, observed=True, as_index=False).agg(
        mentions=("article_id", "size"), articles=("article_id", "nunique"), evidence=("evidence", list)
    )
    table = table[table["mentions"].ge(OFTEN)].sort_values("mentions", ascending=False, kind="stable")
    most = table.drop_duplicates(["referent", "group"])
    apart = most.groupby("referent").agg(groups=("group", "size"), words=("words", "nunique"))
    table = table[table["referent"].isin(apart.index[apart["groups"].ge(GROUPS) & apart["words"].gt(1)])]
    of_words = table.groupby(["referent", "words"])
    table = table.assign(
        group=groups.in_order(table["group"], articles, by), _of=table["referent"].map(apart["groups"]),
        _groups=of_words["group"].transform("size"), _mentions=of_words["mentions"].transform("sum"),
    )  # fmt: skip
    order = ["_of", "referent", "_groups", "_mentions", "words", "group"]
    table = table.sort_values(order, ascending=[False, True, False, False, True, True], ignore_index=True)
    return table[[*keys, "mentions", "articles", "evidence"]]


def _commonest(own: pd.DataFrame, key: pd.Series) -> pd.Series:
    """For each mention the commonest form, as it stands somewhere, of its referent's words of one key."""
    told = own.assign(key=key)
    forms = told.groupby(["referent", "key", "form"], sort=False, as_index=False).agg(
        n=("text", "size"), text=("text", "first")
    )
    first = forms.sort_values("n", ascending=False, kind="stable").drop_duplicates(["referent", "key"])
    found = told[["referent", "key"]].merge(first, on=["referent", "key"], how="left")["text"]
    return found.set_axis(own.index)


def _own(
    labels: pd.DataFrame,
    deaths: pd.DataFrame,
    actors: pd.DataFrame,
    articles: pd.DataFrame,
    by: str,
    voices: Collection[str] = ("narrator",),
) -> pd.DataFrame:
    """The labels of contested referents, and the words for deaths, in some voices, each with its `group`."""
    listed = labels[labels["use"].eq("mention") & ~labels.index.isin(in_names(labels, actors))]
    told = pd.concat([listed, deaths], ignore_index=True)
    contested = told["referent"].astype("str").map(weights()).fillna(CONTESTED).eq(CONTESTED)
    whole = ~told["referent"].isin(known.words("referents that are another thing in another story"))
    read = told["article_id"].isin(articles["article_id"])
    return groups.beside(told[told["voice"].isin(list(voices)) & contested & whole & read], articles, by)


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
