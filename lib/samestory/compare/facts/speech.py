"""What each outlet chose to quote of one person: of one speech, and in one piece of news."""

from collections.abc import Iterable, Iterator

import pandas as pd

from samestory.annotate import spans
from samestory.compare.facts.firsts import story
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
    keys = ["story", said["published"].astype("str").rename("day"), _person(said["speaker"]).rename("who")]
    for (event, _, _), told in said.groupby(keys, sort=False):
        if told["group"].nunique() > 1 and len(sides := _chosen(told)) > 1:
            speaker = max(told["speaker"], key=len)
            yield Difference("speech", str(event), speaker, tuple(sides), "another part of it", SURE, SPEECH)


def of_one_person(
    reports: Iterable[pd.DataFrame], quotes: pd.DataFrame, *, but: Iterable[Difference]
) -> Iterator[Difference]:
    """What each account of one piece of news quotes of a person whom all of them quote: a side a group.

    `reports` is what `news.reports` yields. A side is the first quotation of OWN words of the person, named in full, of
    which no other account has SAME words in a row, nor the same remark in other words. Left out are persons of whom
    `but`, what `speech` found, tells as much.
    """
    told = {(side.article_id, one.subject) for one in but for side in one.sides}
    said = quotes[quotes["form"].isin(spans.QUOTED) & quotes["speaker"].str.contains(" ", regex=False, na=False)]
    for report in reports:
        texts = report[["article_id", "group", "text"]].rename(columns={"text": "whole"})
        for _, rows in (heard := said.merge(texts, on="article_id")).groupby(_person(heard["speaker"]), sort=False):
            sides = [side for group in report["group"] if (side := _first(group, rows, texts))]
            speaker = max(rows["speaker"], key=len)
            if len(sides) > 1 and not any((side.article_id, speaker) in told for side in sides):
                yield Difference("quoted", story(report), speaker, tuple(sides), "quoted otherwise", SURE, SPEECH)


def _first(group: str, rows: pd.DataFrame, texts: pd.DataFrame) -> Side | None:
    """The first quotation of a group of which no other has the words, nor the remark."""
    others = _runs("\n".join(texts.loc[texts["group"].ne(group), "whole"]))
    heard = [stems(text) for text in rows.loc[rows["group"].ne(group), "text"]]
    for row in rows[rows["group"].eq(group)].itertuples():
        runs = _runs(row.text)
        if len(runs) > OWN - SAME and not runs & others and not any(_one_remark(stems(row.text), one) for one in heard):
            return Side(row.article_id, row.start, row.end, row.speaker)
    return None


def _person(speakers: pd.Series) -> pd.Series:
    """By which names of one person are told from others’: the last name and how the first one begins."""
    return speakers.str.split().str[-1].str.casefold() + speakers.str[0].str.casefold()


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
