"""Why accounts may differ without intent: only what the articles themselves show, and only where it fits."""

import pandas as pd

from samestory.compare.facts import pieces
from samestory.present.facts import words

SHORTER = 0.75  # an article of less than this part of the other's words is called shorter
ROOM = 400  # words of an article from which it had the room for one thing more
THESE = "Of these standings nobody was found quoted in the other articles of this row; others they may quote alike."
ANY = "Each is quoted in none of the other articles of this row; others they may quote alike."
SAYS = {  # what kind of piece an article is
    "ahead": "written ahead of the event",
    "comment": "comment or analysis, by its headline or its words",
    "guide": "a list or guide",
}


def nothing(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """No explanation."""
    return ""


def lacking(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What an article lacks: that it is older than the one that has it, of another kind, or, of the same day, shorter.

    Said only where it holds for each article that lacks it.
    """
    about = articles.set_index("article_id", drop=False)
    mine = about.loc[has["article_id"].iloc[0]]
    found = [(str(row.group), *_why(about.loc[row.article_id], mine)) for row in lacks.itertuples()]
    if not all(reason for _, reason, _ in found):
        return ""
    older = [name for name, reason, _ in found if reason == "older"]
    said = [f"{words.listed([f'{name}’s' for name in older])} article{'s are' if len(older) > 1 else ' is'} older."]
    said = said if older else []
    said += [f"{name}’s article is {SAYS[reason]}." for name, reason, _ in found if reason in SAYS]
    said += [f"{name}’s article is {less:.0f} % shorter." for name, reason, less in found if reason == "shorter"]
    return " ".join(said)


def _why(other: pd.Series, mine: pd.Series) -> tuple[str, float]:
    """Why one article may lack what another has: the first reason that holds, and how much shorter it is."""
    if pieces.older(other, mine):
        return "older", 0.0
    kinds = pieces.kind(other), pieces.kind(mine)
    if kinds[0] in SAYS and kinds[0] != kinds[1]:
        return kinds[0], 0.0
    counts = [len(article["text"].split()) for article in (other, mine)]
    less = 1 - counts[0] / counts[1]
    short = less > 1 - SHORTER and counts[0] < ROOM and not pieces.of_other_days(other, mine)
    return ("shorter", 100 * less) if short else ("", 0.0)


def unlike(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What accounts are headed or open with: the kinds of pieces they are, else the weekdays they name."""
    told = has.drop_duplicates("article_id")
    days = words.days(has, articles)
    return piece(has, lacks, articles) or (
        "" if days else _weekdays(told, articles.set_index("article_id", drop=False))
    )


def piece(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What kinds of pieces accounts are, where they are not of one kind: comment, or a guide.

    Which of two is written ahead only one wording of many says, so that the other may be as well.
    """
    about = articles.set_index("article_id", drop=False)
    kinds = {
        str(row.group): pieces.kind(about.loc[row.article_id]) for row in has.drop_duplicates("article_id").itertuples()
    }
    said = [f"{name}’s article is {SAYS[kind]}." for name, kind in kinds.items() if kind in ("comment", "guide")]
    return " ".join(said) if len(set(kinds.values())) > 1 else ""


def others(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Who is quoted: why these, and the kinds of pieces that accounts are."""
    these = THESE if ":" in str(has["subject"].iloc[0]) else ANY
    return " ".join(filter(None, (these, piece(has, lacks, articles))))


def _weekdays(told: pd.DataFrame, about: pd.DataFrame) -> str:
    """The days of the week that two accounts name in their openings, where none is in common."""
    rows = [about.loc[article] for article in told["article_id"]]
    if len(rows) != 2 or not pieces.of_other_days(*rows):
        return ""
    named = [words.listed([day.capitalize() for day in pieces.weekdays(row)]) for row in rows]
    first, second = told["group"].astype("str")
    return f"{first} opens with {named[0]}, {second} with {named[1]}."


def wire(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What two word otherwise: that one of them, and no other, credits an agency, which it is not itself."""
    credit = articles.set_index("article_id")["credit"]
    credits = [f"{row.group} credits {credit[row.article_id]}" for row in has.itertuples()
               if pd.notna(credit[row.article_id]) and str(credit[row.article_id]) not in str(row.group)]  # fmt: skip
    return f"{credits[0]}, whose wording it may be." if len(set(credits)) == 1 else ""


def days(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What may have changed in between: the days of the articles, where all are known and not all are one."""
    published = has["article_id"].map(articles.set_index("article_id")["published"])
    if not all(isinstance(day, pd.Period) and day.freqstr == "D" for day in published) or published.nunique() < 2:
        return ""
    said = []
    for day, rows in has.groupby(published.tolist(), sort=True):
        names = list(dict.fromkeys(rows["group"].astype("str")))
        said.append(f"{words.listed(names)} {'are' if len(names) > 1 else 'is'} of {day.day} {day:%B %Y}")
    return f"{', '.join(said)}."
