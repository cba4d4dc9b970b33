"""Which articles may tell the same story: those of one event, else those published within a few days of each other."""

from itertools import combinations

import pandas as pd

from samestory.compare import groups

DAYS = 3


def stories(articles: pd.DataFrame) -> pd.Series:
    """The story of each article, by its row label: its event, else "no event" (then only `near` in time may pair)."""
    return articles["event"].fillna("no event")


def article_pairs(articles: pd.DataFrame, *, by: str = "outlet", days: int = DAYS) -> pd.DataFrame:
    """Pairs of articles of different `by` that may tell the same story: `story, article_a, article_b`, a row each.

    Articles of one event pair whatever their dates; articles without an event pair when their days are at most `days`
    apart (a month counts as all its days); without event and date they pair with none. A is the article that stands
    first in the articles table: no side is the original.
    """
    rows = [
        (story, a["article_id"], b["article_id"])
        for story, told in articles.assign(_story=stories(articles), group=groups.of(articles, by)).groupby(
            "_story", sort=False
        )
        for a, b in combinations(told.to_dict("records"), 2)
        if a["group"] != b["group"] and (story != "no event" or near(a["published"], b["published"], days))
    ]
    return pd.DataFrame(rows, columns=["story", "article_a", "article_b"], dtype="str")


def near(first: pd.Period | None, second: pd.Period | None, days: int) -> bool:
    """Whether two dates, each a day or a month, may be at most `days` days apart; an unknown date never is."""
    if first is None or second is None or pd.isna(first) or pd.isna(second):
        return False
    reach = pd.Timedelta(days=days)
    return first.start_time - reach <= second.end_time and second.start_time - reach <= first.end_time
