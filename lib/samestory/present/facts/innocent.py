"""Why accounts may differ without intent: only what the articles themselves show, and only where it fits."""

import pandas as pd

from samestory.present.facts import words

SHORTER = 0.75  # an article of less than this part of the other's words is called shorter


def nothing(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """No explanation."""
    return ""


def lacking(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What an article lacks: that it is older than the one that has it, or, written no earlier, shorter.

    Said only where it holds for each article that lacks it.
    """
    about = articles.set_index("article_id")
    mine = about.loc[has["article_id"].iloc[0]]
    found = [(str(row.group), *_why(about.loc[row.article_id], mine)) for row in lacks.itertuples()]
    if not all(reason for _, reason, _ in found):
        return ""
    older = [name for name, reason, _ in found if reason == "older"]
    said = [f"{words.listed([f'{name}’s' for name in older])} article{'s are' if len(older) > 1 else ' is'} older."]
    said = said if older else []
    said += [f"{name}’s article is {less:.0f} % shorter." for name, reason, less in found if reason == "shorter"]
    return " ".join(said)


def _why(other: pd.Series, mine: pd.Series) -> tuple[str, float]:
    days = other["published"], mine["published"]
    if all(isinstance(day, pd.Period) for day in days) and days[0].end_time < days[1].start_time:
        return "older", 0.0
    counts = [len(article["text"].split()) for article in (other, mine)]
    less = 1 - counts[0] / counts[1]
    return ("shorter", 100 * less) if less > 1 - SHORTER else ("", 0.0)


def wire(has: pd.DataFrame, lacks: pd.DataFrame, articles: pd.DataFrame) -> str:
    """What two word otherwise: that one of them, and no other, credits an agency."""
    credit = articles.set_index("article_id")["credit"]
    credits = [f"{row.group} credits {credit[row.article_id]}" for row in has.itertuples()
               if pd.notna(credit[row.article_id])]  # fmt: skip
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
