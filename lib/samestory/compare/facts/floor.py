"""Who has the floor: whose words stand in quotation marks in one account and in no other."""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.actors import genders
from samestory.annotate.quotes.roles import COURTESIES
from samestory.compare.facts import pieces, spellings
from samestory.compare.facts.firsts import story
from samestory.compare.facts.people import surname
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.unnamed import reports
from samestory.compare.voices import standings, wording
from samestory.corpus import language

SPEAKERS, SURE = 0.55, 0.9  # how far apart that leaves accounts, and how sure it is
LONGEST = 4  # words of a name
NAME = re.compile(r"(?![a-z]+$)[^\W\d_][\w.'’-]*")  # a word of a name that no marks or links run into
TWO, MORE = 2, 1  # standings of each group that are named, where two groups are compared, and where more are
WITNESSES = 2  # voices of each group that are named, for each of these
SEVERAL = 2  # voices of a group from which they are named where the other has none of its own
LEAST = 3  # of all groups together, where it is not known in whose names they speak
LESS = 0.05  # taken where it is not known
RUN = 6  # words in a row of a quotation, with which it stands in another account, whoever says it there
WORDS = 10  # quoted words from which somebody has the floor
PART = 4  # letters of a part of a double name under which its bearer may be known too
NEAR = 300  # letters around a name within which quotation marks may hold its words
MARKS = re.compile('[“”"]')
COURTESY = "|".join(sorted(word.capitalize() for word in COURTESIES))
INITIAL = r"\w\.?"
# “group's director”, “economist for the job site”: of whom, only the sentences before tell.
ELSEWHERE = re.compile(
    r"^(?:[a-z]+ )?[a-z-]+[’']s\b|\b(?:at|for|from|in|of|to|with) (?:her|his|its|that|the|their|this) [a-z -]+$"
)
PERSON = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?[A-Z][\w’'-]+")  # if its first word is a first name


class _Text(NamedTuple):
    """The text of an account, its words in capitals, and each RUN words in a row: taken once for all speakers."""

    whole: str
    capitals: frozenset[str]
    runs: frozenset[tuple[str, ...]]


def speakers(
    reports: Iterable[pd.DataFrame], quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Who has the floor in one report of a piece of news and is not heard in another: quoted there, nor reported.

    `reports` is what `news.reports` yields. Each speaker is a side's `source`, with the role that the article gives;
    the subject names the standings (`standings`), one speaker for each of a group, before others whom that group alone
    quotes; `differs` says where there are others: how many, only a reader knows. Only people (`_people`) with a first
    and a last name, whose last name stands beside their words with no other person between them, and near no quotation
    marks in the others' articles, nor in what else these published that day (`articles`). Every group that is shown has
    somebody, two groups at least; where there are no such standings, LEAST people of any, or nothing is said.
    """
    day = articles["published"].astype("str")  # days, months and years of dates known so far do not sort together
    that_day = articles.groupby([articles[by].astype("str"), day])["text"].agg("\n\n".join)
    for report in reports:
        heard = _heard(report, quotes)
        texts = {
            row.group: _read(that_day.get((str(row.group), str(row.published)), row.text))
            for row in report.itertuples()
        }
        by_standing = _of_each(heard, texts, by_standing=True)
        alone = _of_each(heard, texts, by_standing=False)
        if len(by_standing) > 1:
            each = {group: _before_others(found, alone[group]) for group, found in by_standing.items()}
            yield _apart(report, each, _whom(by_standing, _shown(report)), SPEAKERS)
        elif len(alone) > 1 and _several(alone):
            yield _apart(report, alone, "who is quoted", SPEAKERS - LESS)
        elif len(alone) == 1:
            yield from _in_one_only(report, heard, *next(iter(alone.items())))


def _apart(report: pd.DataFrame, alone: dict, subject: str, far: float) -> Difference:
    """The difference between groups each of which quotes people alone."""
    most = WITNESSES * _shown(report)
    found = [rows for those in alone.values() for rows in those[:most]]
    rest = [f"others at {group}" for group, those in alone.items() if len(those) > most]
    differs = "; ".join(["quoted in one only", *rest])
    return Difference("speakers", story(report), subject, tuple(map(_longest, found)), differs, SURE, far)


def _before_others(first: list[pd.DataFrame], every: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """What some say, and then what the others of all say."""
    named = {rows["who"].iloc[0] for rows in first}
    return [*first, *(rows for rows in every if rows["who"].iloc[0] not in named)]


def _shown(report: pd.DataFrame) -> int:
    """How many standings of each group are named."""
    return TWO if report["group"].nunique() == 2 else MORE


def _read(text: str) -> _Text:
    return _Text(text, spellings.capitals(text), frozenset(_runs(text)))


def _in_one_only(
    report: pd.DataFrame, heard: pd.DataFrame, group: object, found: list[pd.DataFrame]
) -> Iterator[Difference]:
    """Whom one account alone quotes, SEVERAL people, where each other is no much shorter one and quotes somebody."""
    mine = next(row for row in report.itertuples() if row.group == group)
    others = [row for row in report.itertuples() if row.group != group]
    quotes_too = set(heard.loc[heard["clear"], "article_id"])
    full = all(row.article_id in quotes_too and not pieces.much_shorter(row, mine) for row in others)
    if full and len(found) >= SEVERAL:
        names = ", ".join(rows["who"].iloc[0] for rows in found[: WITNESSES * TWO])
        sides = (*map(_longest, found[: WITNESSES * TWO]), *(Side(row.article_id) for row in others))
        differs = f"quoted in one only; looked for: {names}"
        yield Difference("speakers", story(report), "who is quoted", sides, differs, SURE, SPEAKERS - 2 * LESS)


def _heard(report: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Whose words a report gives, as a quotation or not: with `standing`, and whether it is `clear` who speaks.

    Clear is it of people who are quoted, with their names beside the words.
    """
    said = quotes[quotes["article_id"].isin(report["article_id"]) & quotes["speaker"].notna()]
    whole = report[["article_id", "group", "text"]].rename(columns={"text": "whole"})
    said = said.assign(speaker=said["speaker"].astype("str")).merge(whole, on="article_id")
    said = said.assign(who=said["speaker"].map(surname))
    quoted = said[said["form"].isin(spans.QUOTED) & said["source"].notna()]
    clear = _people(quoted) & _written(quoted) & _one_name(quoted["speaker"])
    clear &= _nobody_between(quoted, report) & ~_of_the_newsroom(quoted) & _speaks(quoted) & _marked(quoted)
    words = said["text"].str.split().str.len()
    return _standing(said.assign(words=words, clear=clear.reindex(said.index, fill_value=False)))


def _people(quoted: pd.DataFrame) -> pd.Series:
    """Which speakers are surely people: by first name, by role or courtesy beside the name, or by the surname alone."""
    by_surname = quoted["source"].eq(quoted["who"]).groupby([quoted["article_id"], quoted["speaker"]]).transform("any")
    rows = quoted[["speaker", "role", "whole", "who"]].itertuples(index=False, name=None)
    sure = pd.Series([_is_person(*row) for row in rows], index=quoted.index, dtype="bool")
    whole = quoted["speaker"].str.contains(" ", regex=False) & ~quoted["who"].str.fullmatch(INITIAL)
    return (sure | by_surname) & whole


def _is_person(name: str, role: object, text: str, last: str) -> bool:
    beside = pd.notna(role) and (f"{role} {name}" in text or f"{name}, {role}" in text)  # type: ignore[call-overload]
    courtesy = re.search(rf"\b(?:{COURTESY})\.? {re.escape(last)}\b", text)
    return name.split()[0] in genders.first_names() or bool(beside or courtesy)


def _of_each(heard: pd.DataFrame, texts: dict[object, _Text], *, by_standing: bool) -> dict:
    """Whom each group that has any quotes alone (`_own`)."""
    each = {group: _own(group, heard, texts, by_standing=by_standing) for group in texts}
    return {group: found for group, found in each.items() if found}


def _several(own: dict) -> bool:
    """Whether two groups quote people of other standings, or all together LEAST people.

    Of these not all are of one standing, nor most politicians.
    """
    each = [[rows["standing"].iloc[0] for rows in found] for found in own.values()]
    named = pd.Series([one for found in each for one in found], dtype="object")
    apart = any(
        all(pd.notna([one, other]).all() and not standings.clash(one, other) for one in some for other in others)
        for some, others in combinations(each, 2)
    )
    alike = named.notna().all() and named.nunique() == 1
    few = 2 * named.isin(standings.POLITICIANS).sum() <= len(named)
    return apart or (len(named) >= LEAST and not alike and bool(few))


def _standing(heard: pd.DataFrame) -> pd.DataFrame:
    """The quotations with the `standing` of their speakers, one a speaker and article."""
    rows = heard[["role", "speaker", "whole"]].itertuples(index=False, name=None)
    found = pd.Series([standings.standing(*row) for row in rows], index=heard.index, dtype="object")
    by = [heard["article_id"], heard["who"]]
    return heard.assign(standing=found.groupby(by).transform("first") if len(heard) else found)


def _whom(own: dict, shown: int) -> str:
    """Who is quoted, by standing: “who is quoted: relatives at North, police at South”."""
    each = [f"{' and '.join(dict.fromkeys(rows['standing'].iloc[0] for rows in found[:shown]))} at {group}"
            for group, found in own.items()]  # fmt: skip
    return f"who is quoted: {', '.join(each)}"


def _with_role(row) -> str:
    """A speaker with what the article says of the speaker: “Governor Ada Lind”, or “Ada Lind, a pilot from Osk”.

    With the capitals of a body before it: of “ORA President Ada Lind” “President Ada Lind” would be another. Without
    what only the sentences before it make whole.
    """
    name, role = str(row["speaker"]), row["role"]
    if pd.isna(role) or ELSEWHERE.search(role):
        return name
    before = re.search(rf"(?:\b[A-Z]{{2,}} )?{re.escape(f'{role} {name}')}", row["whole"])
    return before[0] if before else f"{name}, {role}"


def _written(quoted: pd.DataFrame) -> pd.Series:
    """Whether the last name of a speaker stands in the source beside the words, or right behind it: no pronoun."""
    columns = ["speaker", "who", "whole", "source_start", "source_end"]
    beside = [
        last in text[int(start) : int(end) + len(name) + 1]
        for name, last, text, start, end in quoted[columns].itertuples(index=False, name=None)
    ]
    return pd.Series(beside, index=quoted.index, dtype="bool")


def _marked(quoted: pd.DataFrame) -> pd.Series:
    """Whether words stand in quotation marks: not what was copied from another outlet without any."""
    places = quoted[["whole", "start", "end"]].itertuples(index=False, name=None)
    marked = [bool(MARKS.search(text, max(0, int(start) - 1), int(end) + 1)) for text, start, end in places]
    return pd.Series(marked, index=quoted.index, dtype="bool")


def _nobody_between(said: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Whether no other person is named between a source and its words: then they may be that person's."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    columns = ["article_id", "start", "end", "source_start", "source_end"]
    between = (
        texts[article][int(min(source_end, end)) : int(max(start, source_start))]
        for article, start, end, source_start, source_end in said[columns].itertuples(index=False, name=None)
    )
    named = [any(m[1] in genders.first_names() for m in PERSON.finditer(text)) for text in between]
    return ~pd.Series(named, index=said.index, dtype="bool")


def _of_the_newsroom(quoted: pd.DataFrame) -> pd.Series:
    """Whether a text says that a speaker is a reporter of its own, or the role names the outlet: “TNN analyst”."""
    ours = [
        reports(name, text) or (pd.notna(role) and _called(str(group)) in str(role))
        for name, role, group, text in quoted[["speaker", "role", "group", "whole"]].itertuples(index=False, name=None)
    ]
    return pd.Series(ours, index=quoted.index, dtype="bool")


def _called(group: str) -> str:
    """What an outlet is called in a text: by its letters, where its name begins with such, else without its article."""
    name = group.partition(" (")[0].removeprefix("The ")
    return name.split()[0] if name.split()[0].isupper() else name


def _speaks(quoted: pd.DataFrame) -> pd.Series:
    """Whether a source speaks itself: it is not whom the words are of (“said of Ek”), nor a body (“The Ada Post”)."""
    itself = [
        not text[: int(start)].endswith(" of ") and not str(source).startswith(f"The {name}")
        for text, source, start, name in quoted[["whole", "source", "source_start", "speaker"]].itertuples(
            index=False, name=None
        )
    ]
    return pd.Series(itself, index=quoted.index, dtype="bool")


def _one_name(speakers: pd.Series) -> pd.Series:
    """Whether a speaker is of at most LONGEST words, none twice, in small letters or of marks: else links run in."""
    words = speakers.astype("str").str.split()
    one = [len(set(name)) == len(name) <= LONGEST and all(map(NAME.fullmatch, name)) for name in words]
    return pd.Series(one, index=speakers.index, dtype="bool")


def _own(group: object, heard: pd.DataFrame, texts: dict[object, _Text], *, by_standing: bool) -> list[pd.DataFrame]:
    """What those say whom a group quotes, from WORDS words on, and no other hears: whom it quotes most first.

    No other gives words of theirs, has their names near quotation marks, or these words from whomever. `by_standing`
    they are of one that no other quotes, and of each who is quoted most. For a party nobody is said to speak where the
    standing of any whom another quotes is not known.
    """
    mine, theirs = heard[heard["group"].eq(group)], heard[heard["group"].ne(group)]
    quoted = theirs.loc[theirs["form"].isin(spans.QUOTED), "standing"]
    elsewhere = [*quoted.dropna().unique(), *(standings.PARTIES.values() if quoted.isna().any() else ())]
    others = [text for other, text in texts.items() if other != group]
    found: list[pd.DataFrame] = []
    spoken = mine[mine["clear"] & (mine["standing"].notna() | (not by_standing)) & ~mine["who"].isin(theirs["who"])]
    for who in spoken.groupby("who")["words"].sum().sort_values(ascending=False, kind="stable").index:
        rows = spoken[spoken["who"].eq(who)]
        one = rows["standing"].iloc[0]
        met = [*elsewhere, *(held["standing"].iloc[0] for held in found)]
        new = not by_standing or not any(standings.clash(one, other) for other in met)
        if new and rows["words"].sum() >= WORDS and not any(_heard_there(who, rows["text"], text) for text in others):
            found.append(rows)
    return found


def _heard_there(who: str, said: Iterable[str], there: _Text) -> bool:
    """Whether a last name, in any spelling, stands near quotation marks, or RUN words of what it says anywhere."""
    parts = (part for part in who.split("-") if len(part) >= PART)
    names = "|".join(map(re.escape, {who, *parts, *spellings.alike(who, there.capitals)}))
    places = (m.start() for m in re.finditer(rf"\b(?:{names})", there.whole, re.IGNORECASE))
    if any(MARKS.search(there.whole, max(0, at - NEAR), at + NEAR) for at in places):
        return True
    return not there.runs.isdisjoint(run for words in said for run in _runs(words))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Each RUN words of a text in a row, in small letters."""
    return language.runs(wording.words(text), RUN)


def _longest(rows: pd.DataFrame) -> Side:
    row = rows.loc[rows["words"].idxmax()]
    return Side(row["article_id"], int(row["start"]), int(row["end"]), _with_role(row))
