import pandas as pd
from samestory.present.framing import charts as framing_charts

EMPHASIS = pd.DataFrame(
    {
        "term": ["the toll", "the toll", "the court"],
        "group": ["North", "South", "North"],
        "articles": [1, 1, 1],
        "of": [1, 1, 1],
        "mentions": [1, 1, 2],
        "first_paragraph": [7.0, 18.0, 10.0],
        "paragraphs": [14.0, 18.0, 14.0],
        "first": [0.42, 0.95, 0.6],
        "share_of_words": [0.1, 0.06, 0.1],
        "lead": [0, 0, 0],
        "last": [0, 1, 0],
        "p": [float("nan")] * 3,
        "p_adjusted": [float("nan")] * 3,
    }
)
RATES = pd.DataFrame(
    {"family": ["hedges", "hedges"], "group": ["North", "South"], "own": [3, 1], "per_1000": [4.0, 1.0]}
)


def test_first_mentions_say_their_numbers_in_words():
    chart = framing_charts.first_mentions(EMPHASIS)
    assert "the toll in North: paragraph 7 of 14" in chart.alt
    assert "2 first mentions" in chart.subtitle
    assert chart.title == "The toll: paragraph 7 of 14 in North, paragraph 18 of 18 in South"
    assert chart.svg().startswith("<svg")


def test_the_table_says_places_in_words_and_a_p_only_of_what_was_tested():
    table = framing_charts.first_mentions(EMPHASIS).table
    assert list(table.columns) == ["term", "group", "articles", "first_mention"]
    assert list(table["first_mention"]) == [
        "paragraph 7 of 14, 42% into the article",
        "paragraph 18 of 18, 95% into the article",
    ]
    tested = framing_charts.first_mentions(EMPHASIS.assign(articles=3, p=0.01, p_adjusted=0.04)).table
    assert list(tested["p_adjusted"]) == [0.04, 0.04]
    assert tested["first_mention"].iloc[0] == "paragraph 7 of 14, 42% into the articles (medians)"


def test_items_beyond_the_rows_are_in_the_table():
    both = pd.concat([EMPHASIS, EMPHASIS.iloc[2:].assign(group="South")], ignore_index=True)
    chart = framing_charts.first_mentions(both, rows=1)
    assert "1 of 2 are drawn" in chart.subtitle
    assert len(chart.table) == 4


def test_what_one_group_alone_mentions_is_silent():
    """A mark alone compares nothing, in a chart or a table."""
    chart = framing_charts.first_mentions(EMPHASIS)
    assert [label.get_text() for label in chart.axes[0].get_yticklabels()] == ["the toll"]
    assert len(chart.table) == 2 and "court" not in chart.alt
    assert framing_charts.first_mentions(EMPHASIS.iloc[1:]).table.empty


def test_nothing_to_draw_is_drawn_empty():
    assert framing_charts.first_mentions(EMPHASIS.iloc[:0]).svg().startswith("<svg")
    assert framing_charts.cue_rates(RATES.iloc[:0]).svg().startswith("<svg")


def test_a_chart_of_many_outlets_draws_some_and_its_table_has_all():
    many = pd.concat([RATES.assign(group=f"Outlet {k}") for k in range(20)], ignore_index=True)
    chart = framing_charts.cue_rates(many)
    assert len(chart.marks) == 8 and len(chart.table) == len(many)
    assert "Drawn are the 8 with most articles of 20" in chart.subtitle


def test_cue_rates():
    chart = framing_charts.cue_rates(RATES)
    assert "hedges in North: 4.0" in chart.alt
    assert "4 cues" in chart.subtitle
