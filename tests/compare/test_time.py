"""Over time: shares of articles, none where there is no article, and a trend only where it was tested."""

import pandas as pd
import pytest
from samestory.compare import time


def articles(*days, outlet="North", event=None):
    """An article a day, in the order given."""
    return pd.DataFrame(
        {
            "article_id": [f"{outlet}{k}" for k in range(len(days))],
            "outlet": outlet,
            "event": event if event is not None else [None] * len(days),
            "published": [None if day is None else pd.Period(day) for day in days],
        }
    )


def spans(*ids, item="war", within="fight"):
    return pd.DataFrame({"article_id": list(ids), "start": 0, "end": 3, "text": "war", "item": item, "of": within})


@pytest.mark.parametrize(
    ("day", "per", "period", "why"),
    [
        ("2031-05-04", "month", "2031-05", "a day lies in one month"),
        ("2031-05-04", "week", "2031-04-28/2031-05-04", "a Sunday ends its week"),
        ("2031-05", "month", "2031-05", "a month is one"),
        ("2031-05", "year", "2031", "and lies in one year"),
        ("2031-05", "week", None, "but in no one week"),
        ("2031", "month", None, "a year lies in no one month"),
        (None, "year", None, "no date, no period"),
    ],
)
def test_the_period_of_an_article(day, per, period, why):
    (found,) = time.of(articles(day), per)
    assert (None if found is None else str(found)) == period, why


def test_another_period_is_refused():
    with pytest.raises(ValueError, match="per = 'decade' is no period; valid: 'day', 'week', 'month', 'year'"):
        time.of(articles("2031-05-04"), "decade")


NORTH = articles("2031-01-02", "2031-01-09", "2031-03-01", "2031")
SOUTH = articles("2031-01-02", "2031-03-05", outlet="South")
BOTH = pd.concat([NORTH, SOUTH], ignore_index=True)


def test_a_share_is_one_of_articles_and_a_period_without_any_has_none():
    table = time.over_time(spans("North0", "North0", "South1", "North3"), BOTH, per="month")
    rows = table.set_index(["group", table["period"].map(str)])[["n", "articles", "of_articles", "share"]]
    assert rows.loc[("North", "2031-01")].tolist() == [2, 1, 2, 0.5], "two mentions in one article are one article"
    assert rows.loc[("North", "2031-03")].tolist() == [0, 0, 1, 0.0], "an article without it: 0 %"
    assert ("North", "2031-02") not in rows.index, "no article, no share"
    assert rows.loc[("South", "2031-03")].tolist() == [1, 1, 1, 1.0]
    assert list(rows.index) == [(name, month) for name in ("North", "South") for month in ("2031-01", "2031-03")]
    assert table["n"].sum() == 3, "the article of which only the year is known is left out"
    assert (table["low"].dropna() <= table["share"].dropna()).all()


def test_within_a_referent_only_articles_that_mention_it_count():
    told = pd.concat([spans("North0"), spans("North1", item="conflict")])
    table = time.over_time(told, BOTH, per="year", item="item", within="of")
    shown = table[table["group"].eq("North")].set_index("item")
    assert shown["articles"].to_dict() == {"war": 1, "conflict": 1}
    assert set(shown["of_articles"]) == {2}, "the third does not speak of the fight at all"


def test_without_a_period_or_a_span_there_is_nothing():
    assert time.over_time(spans("North0"), BOTH, per="").empty
    assert list(time.trends(spans(), BOTH, per="month")) == time.TRENDS
    assert time.over_time(spans(), BOTH, per="month").empty


def development(early: int, late: int, each: int = 10, event=None):
    """Articles of two months, `early` and `late` of each with the word."""
    days = [f"2031-01-{k + 1:02}" for k in range(each)] + [f"2031-02-{k + 1:02}" for k in range(each)]
    told = articles(*days, event=event)
    return spans(*told["article_id"][:early], *told["article_id"][each : each + late]), told


@pytest.mark.parametrize(
    ("early", "late", "stands", "why"),
    [
        (0, 10, True, "in none of ten, then in all"),
        (10, 0, True, "and the other way"),
        (4, 6, False, "chance does as much"),
    ],
)
def test_a_trend_is_tested_by_article(early, late, stands, why):
    told, all_ = development(early, late)
    (row,) = time.trends(told, all_, per="month").itertuples()
    assert (row.earlier, row.of_earlier, row.later, row.of_later) == (early, 10, late, 10)
    assert str(row.until) == "2031-01"
    assert (row.p_adjusted <= 0.05) == stands and (row.statistic > 0) == (late > early), why


def test_ten_reports_of_one_story_are_one_unit_and_no_trend():
    told, all_ = development(0, 10, event=["rain"] * 10 + ["snow"] * 10)
    (row,) = time.trends(told, all_, per="month").itertuples()
    assert (row.earlier, row.later) == (0, 10) and pd.isna(row.p_adjusted)


def test_articles_of_one_period_have_no_trend():
    (row,) = time.trends(spans("North0"), NORTH, per="year").itertuples()
    assert row.of_later + row.of_earlier == 4 and pd.isna(row.p_adjusted) and pd.isna(row.statistic)


def test_of_many_items_the_most_told_are_shown():
    told = pd.concat([spans(*["North0", "North1"][: 1 + (k > 0)], item=f"item {k}") for k in range(13)])
    shown = set(time.over_time(told, NORTH, per="year", item="item")["item"])
    assert shown == {f"item {k}" for k in range(1, 13)}, "twelve lines can be told apart"
