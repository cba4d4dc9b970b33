"""Who has the floor: whose words stand in quotation marks in one account and in no other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from samestory.compare.facts.firsts import story
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.unnamed import first_names, reports

SPEAKERS, SURE = 0.55, 0.9  # how far apart that leaves accounts, and how sure it is
LONGEST = 4  # words of a name
TWO, MORE = 2, 1  # voices of each group that are named, where two groups are compared, and where more are
LEAST = 3  # of all groups together: one here and one there say little of who has the floor
WORDS = 10  # quoted words from which somebody has the floor
NEAR = 300  # letters around a name within which quotation marks may hold its words
MARKS = re.compile('[“”"]')
PERSON = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?[A-Z][\w’'-]+")  # if its first word is a first name


def speakers(reports: Iterable[pd.DataFrame], quotes: pd.DataFrame) -> Iterator[Difference]:
    """Who has the floor in one report of a piece of news and is not quoted in another: for each its own main sources.

    `reports` is what `news.reports` yields. Each speaker is a side's `source`, with the role that the article gives.
    Only people with a first and a last name, whose last name stands beside their words with no other person between
    them, and near no quotation marks in the others' articles. Every report that is shown has somebody, all together
    LEAST, or nothing is said.
    """
    said = quotes[quotes["form"].isin(["direct", "partial"]) & quotes["speaker"].notna()]
    names = said["speaker"].astype("str").str.split(n=1)
    said = said[names.str.len().eq(2) & names.str[0].isin(first_names()) & _written(said) & _one_name(said["speaker"])]
    said = said.assign(who=said["speaker"].str.split().str[-1], words=said["text"].str.split().str.len())
    for report in reports:
        heard = said[said["article_id"].isin(report["article_id"])]
        heard = heard[_nobody_between(heard, report) & ~_of_the_newsroom(heard, report)].merge(
            report[["article_id", "group"]], on="article_id"
        )
        texts = dict(zip(report["group"], report["text"], strict=True))
        own = {group: _own(group, heard[heard["group"].eq(group)], texts) for group in texts}
        sides = tuple(side for found in own.values() for side in found)
        if sum(map(bool, own.values())) > 1 and len(sides) >= LEAST:
            yield Difference("speakers", story(report), "who is quoted", sides, "quoted here only", SURE, SPEAKERS)


def _with_role(row, text: str) -> str:
    """A speaker with what the article says of the speaker: “Governor Ada Lind”, or “Ada Lind, a pilot from Osk”."""
    name, role = str(row.speaker), row.role
    if pd.isna(role):
        return name
    return f"{role} {name}" if f"{role} {name}" in text else f"{name}, {role}"


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


def _of_the_newsroom(said: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Whether a text says that a speaker is a reporter of its own."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    pairs = zip(said["speaker"].astype("str"), said["article_id"], strict=True)
    ours = [reports(name, texts[article]) for name, article in pairs]
    return pd.Series(ours, index=said.index, dtype="bool")


def _one_name(speakers: pd.Series) -> pd.Series:
    """Whether a speaker is of at most LONGEST words, none twice or in small letters: else links run into a name."""
    words = speakers.astype("str").str.split()
    one = [len(set(name)) == len(name) <= LONGEST and not any(word.islower() for word in name) for name in words]
    return pd.Series(one, index=speakers.index, dtype="bool")


def _own(group: object, told: pd.DataFrame, texts: dict) -> list[Side]:
    """Whom (TWO, or MORE) a group quotes most of those that no other has near quotation marks, from WORDS words on."""
    floor: Counter[str] = Counter()
    for row in told.itertuples():
        floor[row.who] += row.words
    others = [text for other, text in texts.items() if other != group]
    alone = [who for who, n in floor.most_common() if n >= WORDS and not any(_quoted(who, text) for text in others)]
    voices = TWO if len(texts) == 2 else MORE
    return [_longest(told[told["who"].eq(who)], texts[group]) for who in alone[:voices]]


def _quoted(who: str, text: str) -> bool:
    """Whether a last name stands near quotation marks."""
    places = (m.start() for m in re.finditer(rf"\b{re.escape(who)}", text, re.IGNORECASE))
    return any(MARKS.search(text, max(0, at - NEAR), at + NEAR) for at in places)


def _longest(rows: pd.DataFrame, text: str) -> Side:
    row = rows.loc[rows["words"].idxmax()]
    return Side(row["article_id"], int(row["start"]), int(row["end"]), _with_role(row, text))
