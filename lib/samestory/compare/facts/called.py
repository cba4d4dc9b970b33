"""Called: by which word of a class (`data/namings.csv`) the reports of one event name its matter where they begin.

What stands in the first paragraphs of articles that report one piece of news is its matter: a massacre here, a shooting
there, also where no two of their sentences tell one fact.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from samestory.annotate import spans
from samestory.compare.facts import naming, pieces
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stories import in_stories

PARAGRAPHS = 3  # of an article that name its matter
SURE, FAR = 0.9, {"contested": 0.7, "style": 0.46}  # how sure one matter is, and how far apart two words leave it


def called(
    phrases: pd.DataFrame,
    labels: pd.DataFrame,
    articles: pd.DataFrame,
    like: pieces.Pairs,
    *,
    but: Iterable[Difference] = (),
    by: str = "outlet",
) -> Iterator[Difference]:
    """Classes of words of which the reports of one event have each another in their first PARAGRAPHS.

    A group's word is the one of the class that it has most outside quotation marks, if it stands there in its own
    voice; the others have it nowhere outside quotation marks, in no other number. `differs` says how often each has its
    word of all of the class. Not what has a label, nor what `but` tells. Errors: two acts of one class in one event.
    """
    held = naming.words(phrases)
    held = in_stories(held[held["voice"].isin(OWN)], articles, by=by)
    held = held[~held.index.isin(spans.within(labels, held)["outer"])]
    held = held.assign(
        top=spans.position(held, articles)["paragraph"].le(PARAGRAPHS) & held["voice"].eq("narrator"),
        plural=held["text"].str.split().str[-1].str.lower().ne(held["word"]),
    )
    said = {(one.story, one.subject) for one in but}
    for (story, what), rows in held.groupby(["story", "what"], sort=False):
        if (story, what) not in said:
            yield from _partition(str(story), str(what), rows, like)


def _partition(story: str, what: str, rows: pd.DataFrame, like: pieces.Pairs) -> Iterator[Difference]:
    """The difference between the groups that have each a word of a class which another has not, if there are."""
    uses = {group: Counter(found["word"]) for group, found in rows.groupby("group", sort=False)}
    each = {group: _chosen(rows[rows["group"].eq(group)], found) for group, found in uses.items()}
    chosen = {group: row for group, row in each.items() if row is not None}
    apart = [g for g in chosen if any(_apart(chosen[g], chosen[o], uses[g], uses[o], like) for o in chosen if o != g)]
    if len(apart) > 1:
        sides = tuple(Side(row["article_id"], int(row["start"]), int(row["end"])) for row in (chosen[g] for g in apart))
        counts = "; ".join(f"{uses[g][chosen[g]['word']]} of {sum(uses[g].values())} times" for g in apart)
        yield Difference("called", story, what, sides, counts, SURE, FAR[rows["weight"].iloc[0]])


def _chosen(rows: pd.DataFrame, uses: Counter) -> pd.Series | None:
    """The first place of the word that a group has most, if it stands where its articles begin; None if it does not."""
    top = rows[rows["top"] & rows["word"].map(uses).eq(max(uses.values()))]
    return None if top.empty else top.iloc[0]


def _apart(one: pd.Series, other: pd.Series, uses: Counter, theirs: Counter, like: pieces.Pairs) -> bool:
    """Whether two words are of reports of one event and of one number, and neither group has the other's."""
    alike = frozenset((one["article_id"], other["article_id"])) in like and one["plural"] == other["plural"]
    return alike and one["word"] not in theirs and other["word"] not in uses
