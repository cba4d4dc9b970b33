"""Alone: a contested label that one account has in its own words, and the others of its story never in theirs.

`naming.listed` tells of groups without any label in common. Here one says *terrorists* and *militants*, the others say
*militants* only: what they share hides what one of them says besides.
"""

from collections.abc import Iterable, Iterator

import pandas as pd

from samestory.compare.facts import pieces
from samestory.compare.facts.naming import CONTESTED, in_names, weights
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stories import in_stories
from samestory.corpus import known

MENTIONS = 2  # of a label from which it is a group’s own, and of a thing from which another could have had it
SURE, FAR = 0.95, 0.8  # how sure that is, and how far apart it leaves the accounts


def alone(
    labels: pd.DataFrame,
    actors: pd.DataFrame,
    articles: pd.DataFrame,
    like: pieces.Pairs,
    *,
    but: Iterable[Difference] = (),
    by: str = "outlet",
) -> Iterator[Difference]:
    """Contested labels of `data/referents.csv` that one group alone has in its own words, one for each label.

    Its own: MENTIONS by the narrator. The others, whose articles report the same, name the thing as narrators too, one
    of them MENTIONS times, and not so anywhere outside quotation marks. The first side is the label, the others what
    each of them says most; `differs` says how often each stands. Not what `but` tells, nor of referents that are
    many acts, where a word may mean another of them.
    """
    own = labels[labels["voice"].isin(OWN) & labels["use"].eq("mention")]
    own = own[own["referent"].map(weights()).eq(CONTESTED) & ~own.index.isin(in_names(own, actors))]
    own = in_stories(own[~own["referent"].isin(known.words("referents of many acts"))], articles, by=by)
    said = {(one.story, one.subject) for one in but}
    for (story, referent), told in own.groupby(["story", "referent"], sort=False):
        if (story, referent) not in said:
            uses = dict(iter(told.groupby("group", sort=False)))
            elsewhere = labels[labels["referent"].eq(referent) & labels["voice"].eq("scare")]
            yield from _of_one(str(story), str(referent), uses, set(elsewhere["label"]), like)


def _of_one(story: str, referent: str, uses: dict, marked: set[str], like: pieces.Pairs) -> Iterator[Difference]:
    """The labels of a referent that are one group's alone; not those that somebody has in scare quotes."""
    for group, rows in uses.items():
        theirs = {label for name, found in uses.items() if name != group for label in found["label"]}
        narrated = {name: told for name, found in uses.items() if name != group and len(told := _narrated(found))}
        named = max(map(len, narrated.values()), default=0) >= MENTIONS
        for label, mine in _narrated(rows).groupby("label", sort=False):
            told = [mine, *map(_most, narrated.values())]
            sides = tuple(map(_plainest, told))
            near = all(frozenset((sides[0].article_id, side.article_id)) in like for side in sides[1:])
            if named and len(mine) >= MENTIONS and near and label not in theirs | marked:
                every = [_narrated(rows), *narrated.values()]
                counts = "; ".join(
                    f"{len(one)} of {len(all_of)} times" for one, all_of in zip(told, every, strict=True)
                )
                yield Difference("own label", story, referent, sides, counts, SURE, FAR)


def _narrated(told: pd.DataFrame) -> pd.DataFrame:
    return told[told["voice"].eq("narrator")]


def _most(told: pd.DataFrame) -> pd.DataFrame:
    """The mentions under the label that a group has most."""
    return told[told["label"].eq(told["label"].value_counts().idxmax())]


def _plainest(told: pd.DataFrame) -> Side:
    """The first place of a label where it stands as it is listed, and not before another noun; else its first."""
    noun = str(told["label"].iloc[0]).lower().split()[-1]
    plain = told[told["text"].str.lower().str.endswith(noun)]
    row = (plain if len(plain) else told).iloc[0]
    return Side(row["article_id"], int(row["start"]), int(row["end"]))
