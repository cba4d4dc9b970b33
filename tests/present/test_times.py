"""Lines over time: drawn from two periods on, with the number of articles; what is said of a trend is its test."""

import pandas as pd
import pytest
import samestory
from samestory.compare import time
from samestory.present import times


def table(*counts, group="North", item="war"):
    """A row a month: articles with the item, of how many."""
    rows = pd.DataFrame(
        {"item": item, "group": group, "period": pd.period_range("2031-01", periods=len(counts), freq="M")}
    )
    rows = rows.assign(n=[n for n, _ in counts], articles=[n for n, _ in counts], of_articles=[of for _, of in counts])
    share = rows["articles"] / rows["of_articles"].where(rows["of_articles"].gt(0))
    return rows.assign(share=share, low=share, high=share)[time.COLUMNS]


def test_a_chart_says_its_numbers():
    (chart,) = times.lines_of_each(table((1, 4), (0, 0), (2, 3)), names={"war": "wars"}, does="that tell of any")
    assert chart.alt == "North: January 2031 1 of 4, March 2031 2 of 3."
    assert "n = 7 articles" in chart.subtitle and "no trend" in chart.subtitle
    words = [text.get_text() for axes in chart.axes for text in axes.texts]
    assert words == ["4", "3"], "below each point the articles it is a share of"
    assert chart.title == "Wars over time"
    assert chart.subtitle.startswith("Share of the articles of each month that tell of any, with its 95 % interval;")


@pytest.mark.parametrize(
    ("more", "groups", "why"),
    [
        (table((1, 2), (1, 2), group="South"), 2, "two months with two articles each"),
        (table((1, 1), (0, 1), (1, 1), group="South"), 1, "the share of one article is 0 or 100 %: no line"),
        (table((1, 3), (0, 1), group="South"), 2, "two articles a month on average"),
        (table((4, 9), (0, 0), group="South"), 1, "one month is a point"),
    ],
)
def test_a_line_needs_two_periods_with_two_articles_each_on_average(more, groups, why):
    (chart,) = times.lines_of_each(pd.concat([table((1, 4), (0, 0), (2, 3)), more], ignore_index=True))
    assert len(chart.axes) == groups, why
    assert set(chart.table["group"]) == {"North", "South"}, "its numbers stand in the table"


def test_numbers_below_many_periods_do_not_touch():
    told = times._apart(pd.Series({0: 3, 1: 2, 2: 5, 40: 1}), 56)
    assert told == [(0, 3), (2, 5), (40, 1)]
    assert times._apart(pd.Series({0: 3, 1: 2}), 28) == [(0, 3), (1, 2)]


def test_every_kind_of_source_and_figure_has_its_words():
    kinds = {kind for name in ("seeds",) for kind in samestory.read(name)["sourced_statements"]["source_class"]}
    assert kinds and kinds <= set(times.SOURCES)


def test_a_group_without_a_dated_article_has_no_empty_panel():
    undated = table((0, 0), (0, 0), (0, 0), group="South")
    (chart,) = times.lines_of_each(pd.concat([table((1, 4), (0, 0), (2, 3)), undated], ignore_index=True))
    assert len(chart.axes) == 1
    assert set(chart.table["group"]) == {"North", "South"}, "its numbers stand in the table"


def test_the_panels_of_eight_groups_have_room():
    """Where one had no point, they once collapsed into each other, with a warning."""
    eight = [table((1, 2), (0, 0), (k % 2, 2 * (k % 2)), (0, 0), (1, 2), group=f"G{k}") for k in range(8)]
    (chart,) = times.lines_of_each(pd.concat(eight, ignore_index=True))
    chart.svg()
    heights = [axes.get_window_extent().height for axes in chart.axes]
    assert len(heights) == 8 and min(heights) > 0.45 * chart.get_figheight() * chart.dpi / 8


@pytest.mark.parametrize(
    ("rows", "why"),
    [(pd.DataFrame(), "no time axis was asked for"), (table((1, 4), (0, 2)), "told in one month only")],
)
def test_no_line_through_one_point(rows, why):
    assert times.lines_of_each(rows) == [], why


def trend(p):
    return pd.DataFrame([("war", "North", pd.Period("2031-01"), 0, 10, 9, 10, 4.0, p, p)], columns=time.TRENDS)


@pytest.mark.parametrize(
    ("trends", "said"),
    [
        (pd.DataFrame(), ""),
        (
            trend(None),
            "No trend can be tested: there are too few articles, or nothing changes. The lines are readings.",
        ),
        (
            trend(0.4),
            "Of 1 change from earlier to later articles that can be tested, chance explains every rise and fall.",
        ),
        (
            trend(0.01),
            "North: war in 0 of 10 articles until January 2031, in 9 of 10 after, more than chance explains.",
        ),
    ],
)
def test_what_is_said_of_a_trend(trends, said):
    assert times.reading(trends, table((1, 4), (2, 3))) == said


@pytest.mark.parametrize("p", [None, 0.4])
def test_where_no_line_is_drawn_none_is_called_a_reading(p):
    said = times.reading(trend(p), table((1, 1), (1, 1)), by="region")
    assert said.endswith(
        " No line is drawn: it takes 2 articles of one region a month on average, in 2 months or more."
    )
    assert "readings" not in said


def test_a_kind_has_its_words_in_what_is_said_of_a_trend():
    assert times.reading(trend(0.01), table((1, 4)), names={"war": "wars"}).startswith("North: wars in 0 of 10")
