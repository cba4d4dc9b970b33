"""Which articles are held against each other, found by sorting: the pairs that comparing every two would give."""

import random
from itertools import combinations

import clock
import pandas as pd
from samestory.compare import facts

DAYS = [pd.Period(day, "D") for day in pd.date_range("2031-01-01", "2031-03-01")]
DATES = [*DAYS, pd.Period("2031-01", "M"), pd.Period("2031", "Y"), None, pd.NaT]


def articles(n, event=None):
    draw = random.Random(1)
    return pd.DataFrame(
        {
            "article_id": [f"a{k}" for k in range(n)],
            "outlet": [draw.choice("ABCDE") for _ in range(n)],
            "event": pd.Series([event and draw.choice([None, *event]) for _ in range(n)], dtype="str"),
            "published": pd.Series([draw.choice(DATES) for _ in range(n)], dtype="object"),
        }
    )


def near(a, b, days):
    """Whether two dates may be so near, by their definition."""
    if pd.isna(a) or pd.isna(b):
        return False
    reach = pd.Timedelta(days=days)
    return a.start_time - reach <= b.end_time and b.start_time - reach <= a.end_time


def by_definition(table, days=3):
    story = facts.stories(table)
    rows = [
        (name, a["article_id"], b["article_id"])
        for name, told in table.groupby(story, sort=False)
        for a, b in combinations(told.to_dict("records"), 2)
        if a["outlet"] != b["outlet"] and (name != "no event" or near(a["published"], b["published"], days))
    ]
    return pd.DataFrame(rows, columns=["story", "article_a", "article_b"], dtype="str")


def test_the_pairs_are_those_of_their_definition_in_its_order():
    cases = [articles(0), articles(1), articles(60), articles(60, event=["the flood", "the vote"])]
    found = [facts.article_pairs(table) for table in cases]
    assert [len(pairs) > 0 for pairs in found] == [False, False, True, True]
    for pairs, table in zip(found, cases, strict=True):
        pd.testing.assert_frame_equal(pairs, by_definition(table))


def test_articles_far_apart_are_never_looked_at():
    """Ten times the articles of ten times the days have ten times the pairs, and take no more than that."""

    def year(n):
        days = pd.Series(pd.period_range("2001-01-01", periods=n, freq="D"), dtype="object")
        names = [f"a{k}" for k in range(n)]
        return pd.DataFrame(
            {"article_id": names, "outlet": ["A", "B"] * (n // 2), "event": pd.Series(index=range(n), dtype="str")}
        ).assign(published=days)

    small, large = year(500), year(5000)
    assert len(facts.article_pairs(large)) < 11 * len(facts.article_pairs(small))
    assert clock.seconds(lambda: facts.article_pairs(large)) < 15 * clock.seconds(lambda: facts.article_pairs(small))
