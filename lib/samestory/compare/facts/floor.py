"""Who has the floor: whose words stand in quotation marks in one account and in no other."""

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts import pieces
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import stories
from samestory.compare.facts.unnamed import first_names

SPEAKERS, SURE = 0.55, 0.9  # how far apart that leaves accounts, and how sure it is
LONGEST = 4  # words of a name
VOICES = 3  # of each group that are named
LEAST = 3  # of all groups together: one here and one there say little of who has the floor
WORDS = 10  # quoted words from which somebody has the floor
NEAR = 300  # letters around a name within which quotation marks may hold its words
MARKS = re.compile('[“”"]')
PERSON = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?[A-Z][\w’'-]+")  # if its first word is a first name


def speakers(
    quotes: pd.DataFrame, articles: pd.DataFrame, news: pieces.Pairs, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Who has the floor in one account of a story and is not quoted in another: for each group its own main sources.

    Only people with a first and a last name, whose last name stands beside their words with no other person between
    them, and near no quotation marks in the others' articles.
    Only articles of one news with one of each other group have a voice (`news`: `pieces.of_one_news`). Every group has
    somebody, all together LEAST, or nothing is said.
    """
    about = articles[["article_id", "text"]].assign(story=stories(articles), group=articles[by])
    said = quotes[quotes["form"].isin(["direct", "partial"]) & quotes["speaker"].notna()]
    names = said["speaker"].astype("str").str.split(n=1)
    said = said[names.str.len().eq(2) & names.str[0].isin(first_names()) & _written(said) & _one_name(said["speaker"])]
    said = said[_nobody_between(said, articles)].merge(about.drop(columns="text"), on="article_id")
    said = said.assign(who=said["speaker"].str.split().str[-1], words=said["text"].str.split().str.len())
    for name, told in said[said["story"].ne("no event")].groupby("story", sort=False):
        accounts = about[about["story"].eq(name)].set_index("article_id")
        texts = accounts.groupby("group", sort=False)["text"].agg("\n".join).to_dict()
        heard = told[told["article_id"].isin(pieces.with_each_group(accounts["group"], news))]
        own = {group: _own(group, heard[heard["group"].eq(group)], texts) for group in texts}
        sides = tuple(side for found in own.values() for side in found)
        if len(texts) > 1 and all(own.values()) and len(sides) >= LEAST:
            yield Difference("speakers", str(name), "who is quoted", sides, "quoted here only", SURE, SPEAKERS)


def _written(said: pd.DataFrame) -> pd.Series:
    """Whether the last name of a speaker stands in the source beside the words: no pronoun, no title, no alias."""
    pairs = zip(said["speaker"].astype("str"), said["source"].astype("str"), strict=True)
    return pd.Series([speaker.split()[-1] in source for speaker, source in pairs], index=said.index)


def _nobody_between(said: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Whether no other person is named between a source and its words: then they may be that person's."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = ["article_id", "start", "end", "source_start", "source_end"]
    between = (
        texts[article][int(min(source_end, end)) : int(max(start, source_start))]
        for article, start, end, source_start, source_end in said[columns].itertuples(index=False, name=None)
    )
    named = [any(m[1] in first_names() for m in PERSON.finditer(text)) for text in between]
    return ~pd.Series(named, index=said.index, dtype="bool")


def _one_name(speakers: pd.Series) -> pd.Series:
    """Whether a speaker is of at most LONGEST words, none twice: what is longer is links of a page run into a name."""
    words = speakers.astype("str").str.split()
    return pd.Series([len(set(name)) == len(name) <= LONGEST for name in words], index=speakers.index, dtype="bool")


def _own(group: object, told: pd.DataFrame, texts: dict) -> list[Side]:
    """The VOICES whom a group quotes most of those that no other has near quotation marks, from WORDS words on."""
    floor: Counter[str] = Counter()
    for row in told.itertuples():
        floor[row.who] += row.words
    others = [text for other, text in texts.items() if other != group]
    alone = [who for who, n in floor.most_common() if n >= WORDS and not any(_quoted(who, text) for text in others)]
    return [_longest(told[told["who"].eq(who)]) for who in alone[:VOICES]]


def _quoted(who: str, text: str) -> bool:
    """Whether a last name stands near quotation marks."""
    places = (m.start() for m in re.finditer(rf"\b{re.escape(who)}", text, re.IGNORECASE))
    return any(MARKS.search(text, max(0, at - NEAR), at + NEAR) for at in places)


def _longest(rows: pd.DataFrame) -> Side:
    row = rows.loc[rows["words"].idxmax()]
    return Side(row["article_id"], int(row["start"]), int(row["end"]), row["speaker"])
