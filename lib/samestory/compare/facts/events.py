"""Accounts of one story that are hardly of one event: what one has and the other lacks then says nothing."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from samestory.annotate import spans
from samestory.compare.facts import pieces
from samestory.compare.facts.firsts import first_whole
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories
from samestory.compare.voices import wording
from samestory.corpus import language

RUN = 8  # words in a row that are hardly said on two occasions
SURE, FAR = 0.9, 0.7  # how sure that is, and how far apart it leaves accounts


def other_events(
    sentences: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, like: pieces.Pairs, *, by: str = "outlet"
) -> Iterator[Difference]:
    """The groups of a story of whose articles none is of one event with another group's: one difference a story.

    `like` are the pairs of `pieces.alike`. Who quotes RUN words in a row that another group quotes too writes of what
    was said, whatever else is told. Each group stands with the first whole sentence of its first article.
    """
    about = articles.assign(story=stories(articles), group=articles[by])
    groups = about.set_index("article_id")["group"]
    told = about.merge(first_whole(sentences), on="article_id")
    paired = frozenset(article for pair in like if groups.reindex(list(pair)).nunique() > 1 for article in pair)
    for name, rows in told[told["story"].ne("no event")].groupby("story", sort=False):
        compared = set(rows.loc[rows["article_id"].isin(paired), "group"]) | _quoting_alike(quotes, rows)
        apart = rows[~rows["group"].isin(compared)].drop_duplicates("group")
        if len(apart) and rows["group"].nunique() > 1:
            sides = tuple(Side(row.article_id, row.start, row.end) for row in apart.itertuples())
            yield Difference("other event", str(name), "what is told", sides, "hardly of one event", SURE, FAR)


def _quoting_alike(quotes: pd.DataFrame, articles: pd.DataFrame) -> set[object]:
    """The groups that have RUN words in a row in quotation marks which another has in them too."""
    group = articles.set_index("article_id")["group"]
    said = quotes[quotes["article_id"].isin(group.index) & quotes["form"].isin(spans.QUOTED)]
    by_run: dict[tuple[str, ...], set[object]] = defaultdict(set)
    for article, text in zip(said["article_id"], said["text"], strict=True):
        for run in language.runs(wording.words(text), RUN):
            by_run[run].add(group[article])
    return {one for groups in by_run.values() if len(groups) > 1 for one in groups}
