"""What is said of the collection itself."""

import pandas as pd
import pytest
from samestory.present.collection import charts, findings, views

TAKEN = "outlet taken from the name of the file"
SAID = [
    ([TAKEN, f"{TAKEN}; no date"], ["a", "b"], "The outlets of 2 files are taken from the name of the file; articles.csv "
     "sets them right. So each article counts as an outlet of its own.", "every file its own"),
    (["outlet taken from the name of the folder", ""], ["a", "a"], "The outlets of 1 file are taken from the name of the "
     "folder; articles.csv sets them right.", "one of two is given"),
    (["", "no date"], ["a", "b"], "", "all are given"),
]  # fmt: skip


@pytest.mark.parametrize(("assumed", "outlets", "says", "why"), SAID)
def test_where_the_outlets_come_from_is_said_where_nobody_gave_them(assumed, outlets, says, why):
    assert findings.outlets(pd.DataFrame({"assumed": assumed}), pd.DataFrame({"outlet": outlets})) == says, why


def test_articles_that_share_copy_are_named():
    articles = pd.DataFrame({"article_id": ["a", "b"], "headline": ["Rain", None], "path": ["a.txt", "b.txt"]})
    shares = pd.DataFrame({"article_id": ["a", "b"], "group": ["A", "B"], "shared": [3, 5], "share": [0.1, 0.3]})
    table = views.shares(shares, articles)
    assert table["article"].tolist() == ["b.txt", "Rain"] and "article_id" not in table


def test_days_on_the_axis_are_dates_with_their_year():
    day = pd.Timestamp("2031-07-07")
    dates = pd.DataFrame({"group": ["A", "B"], "article_id": ["a", "b"], "first_day": [day, day + pd.Timedelta("9D")],
                          "last_day": [day, day + pd.Timedelta("9D")], "day_known": True})  # fmt: skip
    drawn = charts.calendar(dates)
    drawn.svg()
    (axes,) = drawn.axes
    named = [label.get_text() for label in axes.get_xticklabels()]
    assert len(named) >= 2 and all(name.endswith(" Jul\n2031") for name in named)
    assert axes.xaxis.get_offset_text().get_text() == ""
