"""Which articles may tell the same story: those of one event, else those published within a few days of each other."""

import numpy as np
import pandas as pd

from samestory.compare import groups

DAYS = 3
NO_EVENT = "no event"
COLUMNS = ["story", "article_a", "article_b"]


def stories(articles: pd.DataFrame) -> pd.Series:
    """The story of each article, by its row label: its event, else "no event" (then only `near` in time may pair)."""
    return articles["event"].fillna(NO_EVENT)


def told_by_several(articles: pd.DataFrame, *, by: str = "outlet") -> pd.Series:
    """Whether the story of each article is told by several groups; only then are there accounts to compare."""
    return groups.of(articles, by).groupby(stories(articles)).transform("nunique").gt(1)


def in_stories(spans: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The spans that stand in articles of a story, each with the `group` of its article and the `story`."""
    about = articles.assign(group=articles[by], story=stories(articles)).set_index("article_id")[["group", "story"]]
    held = spans.join(about, "article_id")
    return held[held["story"].notna() & held["story"].ne(NO_EVENT)]


def article_pairs(articles: pd.DataFrame, *, by: str = "outlet", days: int = DAYS) -> pd.DataFrame:
    """Pairs of articles of different `by` that may tell the same story: `story, article_a, article_b`, a row each.

    Articles of one event pair whatever their dates; articles without an event pair when their days are at most `days`
    apart (a month counts as all its days); without event and date they pair with none. A is the article that stands
    first in the articles table: no side is the original. Found by sorting, so the time taken is that of the pairs.
    """
    story, group = stories(articles).reset_index(drop=True), groups.of(articles, by).cat.codes.to_numpy()
    told = story.groupby(story, sort=False).indices
    found = [
        _near(articles["published"], rows, days) if name == NO_EVENT else _each_two(rows)
        for name, rows in told.items()
        if len(rows) > 1
    ]
    a, b = np.concatenate([np.empty((2, 0), int), *found], axis=1)
    apart = group[a] != group[b]
    first, second = (articles["article_id"].to_numpy()[rows[apart]] for rows in (a, b))
    pairs = dict(zip(COLUMNS, (story.to_numpy()[a[apart]], first, second), strict=True))
    return pd.DataFrame(pairs, columns=COLUMNS, dtype="str")


def _each_two(rows: np.ndarray) -> np.ndarray:
    """Every two of some rows, in their order: two rows of numbers."""
    return rows[np.stack(np.triu_indices(len(rows), 1))]


def _near(published: pd.Series, rows: np.ndarray, days: int) -> np.ndarray:
    """Those two of some rows whose dates, each a day or a month, may be at most `days` days apart; unknown: never.

    Sorted by their first days, the partners of each row are those that follow it up to its last day and `days` more.
    """
    dates = published.iloc[rows]
    known = dates.notna().to_numpy()
    rows, dates = rows[known], dates[known]
    first, last = (np.array([getattr(p, at).value for p in dates], "int64") for at in ("start_time", "end_time"))
    order = np.argsort(first, kind="stable")
    reach = np.searchsorted(first[order], last[order] + pd.Timedelta(days=days).value, side="right")
    partners = reach - np.arange(len(order)) - 1
    a = np.repeat(np.arange(len(order)), partners)
    b = a + 1 + np.arange(len(a)) - np.repeat(np.cumsum(partners) - partners, partners)
    pairs = np.sort(rows[order[np.stack([a, b])]], axis=0)
    return pairs[:, np.lexsort(pairs[::-1])]
