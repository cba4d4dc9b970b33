"""Charts of words: every number is in the alternative text, silence is said, odd names survive."""

import warnings

import pandas as pd
import pytest
from samestory.compare.words.choices import choices
from samestory.present import style
from samestory.present.words import charts as words_charts

NAMES = ["$Daily_Mail$", "<b>Times</b>", "العربية"]
ARTICLES = pd.DataFrame({"article_id": list("abc"), "outlet": NAMES, "event": ["e"] * 3})


def mentions(*rows):
    table = pd.DataFrame(rows, columns=["article_id", "referent", "label", "voice"])
    return table.assign(start=range(len(table)), end=range(1, len(table) + 1), text=table["label"])


@pytest.fixture
def table():
    spoken = mentions(
        ("a", "the $war$", "war_on <x>", "narrator"),
        ("b", "the $war$", "war_on <x>", "quoted"),
        ("b", "the $war$", "conflict", "narrator"),
        ("b", "the toll", "dead", "narrator"),
    )
    return choices(spoken, ARTICLES)


def drawn(chart):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return chart.svg().replace("<tspan>$</tspan>", "$")


def test_choices_says_every_number_and_every_silence(table):
    chart = words_charts.choices(table)
    assert "war_on <x>: $Daily_Mail$ 1, <b>Times</b> 0, العربية no listed word" in chart.alt
    assert "war_on <x> (quoted)" in chart.alt
    assert "n = 4 mentions; 3 articles read" in chart.subtitle
    assert set(NAMES) <= set(chart.table.columns)
    assert chart.table.loc[0, "العربية"] == "no listed word"


def test_what_no_group_that_is_drawn_mentions_has_no_line():
    outlets = [f"Paper {k}" for k in range(9)]
    articles = pd.DataFrame({"article_id": [f"a{k}" for k in range(9)], "outlet": outlets, "event": "e"})
    rows = [("a8", "the toll", "dead", "narrator"), *((f"a{k}", "the act", "raid", "narrator") for k in range(8))]
    chart = words_charts.choices(choices(mentions(*rows), articles))
    assert "raid" in drawn(chart) and "dead" not in drawn(chart)
    assert "dead" in set(chart.table["label"]), "all are in the table"


def test_eight_groups_have_a_panel_each_that_is_wide_enough_for_its_marks():
    ids = [f"{outlet}{k}" for outlet in "ABCDEFGH" for k in range(5)]
    articles = pd.DataFrame({"article_id": ids, "outlet": [f"Paper {name[0]}" for name in ids], "event": "e"})
    chart = words_charts.choices(
        choices(mentions(*((each, "the act", "undocumented", "narrator") for each in ids)), articles)
    )
    drawn(chart)
    widths = [axes.get_position().width * chart.get_figwidth() * 72 for axes in chart.axes]
    assert len(widths) == 8 and min(widths) > 15, "points; a mark has seven"


def counted(outlets):
    """The numbers of labels in one article of each outlet, the first with one label and the second with another."""
    ids = [f"a{k}" for k in range(len(outlets))]
    articles = pd.DataFrame({"article_id": ids, "outlet": outlets, "event": "e"})
    rows = [("a0", "the act", "raid", "narrator"), ("a1", "the act", "rescue", "narrator")]
    return words_charts.in_words(choices(mentions(*rows), articles))


def test_of_more_groups_than_a_page_has_room_for_the_numbers_are_a_row_each_that_uses_the_label():
    found = counted([f"The {k}. Morning Paper" for k in range(8)])
    assert found[["label", "group"]].to_numpy().tolist() == [
        ["raid", "The 0. Morning Paper"],
        ["rescue", "The 1. Morning Paper"],
    ]
    assert list(counted([f"Paper {k}" for k in range(4)]))[3:] == [f"Paper {k}" for k in range(4)], "a column each"


def test_only_who_tells_of_the_events_compared_is_named_above_a_chart():
    outlets = ["Near", "Far", *(f"Paper {k}" for k in range(8))]
    articles = pd.DataFrame(
        {"article_id": [f"a{k}" for k in range(10)], "outlet": outlets, "event": list("eeffffffff")}
    )
    style.assign_marks(articles["outlet"].iloc[::-1])  # the others have marks before them
    rows = [("a0", "the act", "raid", "narrator"), ("a1", "the act", "rescue", "narrator")]
    chart = words_charts.choices(choices(mentions(*rows), articles))
    assert set(chart.marks) == {"Near", "Far"} and "n = 2 mentions" in chart.subtitle


def test_odd_names_survive_the_drawing(table):
    svg = drawn(words_charts.choices(table))
    assert "&lt;b&gt;Times&lt;/b&gt;" in svg
    assert "<b>" not in svg
    assert "$Daily_Mail$" in svg


def test_shares_with_intervals_when_there_are_many_articles():
    ids = [f"{outlet}{k}" for outlet in "AB" for k in range(6)]
    articles = pd.DataFrame({"article_id": ids, "outlet": [name[0] for name in ids], "event": "e"})
    rows = [(article, "r", "x" if k % 3 else "y", "narrator") for k, article in enumerate(ids * 3)]
    chart = words_charts.choices(choices(mentions(*rows), articles))
    assert "Share" in chart.subtitle
    assert "of 18" in chart.alt
    assert "% to" in chart.table["A"].iloc[0]


def test_first_referents_only_and_it_says_so():
    rows = [("a", f"referent {k:02}", f"label {k}", "narrator") for k in range(60)]
    chart = words_charts.choices(choices(mentions(*rows), ARTICLES), rows=10)
    assert "The 10 most mentioned of 60 referents" in chart.subtitle
    assert len(chart.table) == 60


def test_nothing_to_draw_is_an_empty_chart():
    chart = words_charts.choices(choices(mentions(), ARTICLES))
    assert "n = 0 mentions; 0 articles read" in chart.subtitle
    drawn(chart)


KEY = ["term", "group", "count", "other_count", "log_ratio", "log_ratio_low", "log_ratio_high", "statistic", "floor"]


def test_keyness_draws_only_what_clears_the_floor():
    rows = [("$x", "A", 9, 0, 4.0, 1.0, float("inf"), 4.1, 3.0), ("y", "B", 3, 1, -1.0, -3.0, 1.0, -1.0, 3.0)]
    table = pd.DataFrame(rows, columns=KEY).assign(clears_floor=[True, False], p=[0.001, 0.5])
    (chart,) = words_charts.keyness(table)
    assert chart.title == "1 term stands out by more than chance would: 1 in A"
    assert "1 of 2 terms" in chart.alt and "∞" not in chart.alt
    assert "$x" in drawn(chart)
    assert words_charts.keyness(table.iloc[1:]) == [], "no chart where nothing clears"


def test_keyness_folds_a_term_into_the_longest_that_holds_it():
    terms = ["military", "israeli military", "the israeli military", "truce"]
    rows = [(term, "A", 9, 0, 4.0, 1.0, 6.0, 4.1, 3.0) for term in terms]
    (chart,) = words_charts.keyness(pd.DataFrame(rows, columns=KEY).assign(clears_floor=True, p=0.001))
    assert chart.table["term"].tolist() == ["the israeli military", "truce"]


def placed(*rows):
    return pd.DataFrame(rows, columns=["term", "group", "position"]).assign(article_id=lambda t: t["group"])


def test_barcode_has_a_line_for_each_group_and_term_and_says_places_in_words():
    few = [("t", "A", 0.664), ("u", "A", 0.05), ("t", "B", 0.2), ("t", "B", 0.1), ("t", "B", 0.9), ("t", "B", 0.3)]
    chart = words_charts.barcode(placed(*few))
    assert chart.table[["term", "group", "mentions", "far_into_the_article"]].to_numpy().tolist() == [
        ["t", "A", 1, "66%"],
        ["t", "B", 4, "10% to 90%, half of them before 25%"],
        ["u", "A", 1, "5%"],
    ]
    assert "t in A: 1 in 1 article, 66% of the way through the text" in chart.alt
    drawn(chart)


def test_single_strokes_are_no_pattern():
    assert words_charts.barcode(placed(("t", "A", 0.1), ("t", "A", 0.9), ("t", "B", 0.5))).table.empty
    assert len(words_charts.barcode(placed(*[("t", "A", 0.1), ("t", "B", 0.5)] * 2)).table) == 2
