"""Quotations of one speech: which part of what somebody said on one occasion each outlet chose to quote."""

from collections.abc import Iterator

import pandas as pd

from samestory.annotate import spans
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import stories
from samestory.compare.voices import wording

SPEECH, SURE = 0.5, 0.9  # how far apart that leaves the accounts, and how sure it is
SAME = 4  # words in a row that are one person's in two quotations only where both quote one occasion
OWN = 8  # quoted words that are a choice
REMARK = 0.5  # of the words of a quotation in another’s, from which both are one remark, written down twice
NEAR = 600  # letters from what both quote within which the rest is of one occasion
Words = frozenset[tuple[str, ...]]


def speech(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> Iterator[Difference]:
    """What each outlet alone quotes of somebody whom another quotes on the same occasion: a side a group.

    One occasion: the same SAME words in a row of one person, named in full, stand in quotation marks in both articles
    of one day, and the rest near them. None of a side's words, SAME in a row, stands in the others' articles, nor the
    same remark in other words. Errors: a writer who goes from one speech to another within a few sentences.
    """
    about = articles[["article_id", "text", "published"]].assign(story=stories(articles), group=articles[by])
    said = quotes[quotes["form"].isin(spans.QUOTED) & quotes["speaker"].notna()]
    said = said[said["speaker"].str.contains(" ", regex=False)].merge(
        about.rename(columns={"text": "whole"}), on="article_id"
    )
    said = said[said["published"].notna() & said["story"].ne("no event")]
    who = said["speaker"].str.split().str[-1].str.casefold() + said["speaker"].str[0].str.casefold()
    keys = ["story", said["published"].astype("str").rename("day"), who.rename("who")]
    for (story, _, _), told in said.groupby(keys, sort=False):
        if told["group"].nunique() > 1 and len(sides := _chosen(told)) > 1:
            speaker = max(told["speaker"], key=len)
            yield Difference("speech", str(story), speaker, tuple(sides), "another part of it", SURE, SPEECH)


def _chosen(told: pd.DataFrame) -> list[Side]:
    """For each group that quotes what another does the longest quotation near it whose words no other has."""
    told = told.assign(runs=[_runs(text) for text in told["text"]])
    common = told.loc[[_common(row, told) for row in told.itertuples()]]
    texts = common.drop_duplicates("article_id").groupby("group", sort=False)["whole"].agg("\n".join)
    found = {}
    for group, rows in told[told["group"].isin(texts.index)].groupby("group", sort=False):
        others = _runs("\n".join(text for other, text in texts.items() if other != group))
        heard = [stems(text) for text in told.loc[told["group"].ne(group), "text"]]
        own = [row for row in rows.itertuples() if not row.runs & others and _near(row, common)]
        own = [row for row in own if not any(_one_remark(stems(row.text), said) for said in heard)]
        if own:
            found[group] = max(own, key=lambda row: len(row.runs))
    return [
        Side(row.article_id, row.start, row.end, row.speaker) for row in found.values() if len(row.runs) > OWN - SAME
    ]


def _one_remark(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two quotations are one remark as two have written it down, or translated it."""
    return len(one & other) >= REMARK * min(len(one), len(other))


def _common(row, told: pd.DataFrame) -> bool:
    """Whether another group quotes some of the same words."""
    others = told.loc[told["group"].ne(row.group), "runs"]
    return any(row.runs & runs for runs in others)


def _near(row, common: pd.DataFrame) -> bool:
    """Whether a quotation stands within NEAR letters of one that another group has too."""
    beside = common[common["article_id"].eq(row.article_id)]
    return bool((beside["start"].sub(row.end).lt(NEAR) & beside["end"].rsub(row.start).lt(NEAR)).any())


def _runs(text: str) -> Words:
    """The runs of SAME words of a text."""
    words = wording.words(text)
    return frozenset(tuple(words[k : k + SAME]) for k in range(len(words) - SAME + 1))
