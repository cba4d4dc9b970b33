"""What is compared: counts, dates with their precision, agencies; and the sentences computed from them."""

import pandas as pd
import pytest
from samestory.compare import collection as compare
from samestory.compare import inference
from samestory.corpus import language
from samestory.present.collection import charts as collection_charts
from samestory.present.collection import findings as collection


def articles(*rows: tuple) -> pd.DataFrame:
    columns = ["outlet", "published", "credit", "text"]
    table = pd.DataFrame(rows, columns=columns).assign(event="one")
    table["published"] = [pd.Period(p) if p else None for p in table["published"]]
    return table.assign(article_id=[f"a{k}" for k in range(len(table))])


PAIR = articles(("North", "2025-07", "AFP", "One two."), ("South", "2025-07-07", None, "One two three four."))


def test_overview_of_the_seeds(seeds):
    rows = compare.overview(seeds, language.sizes(seeds)).set_index("group")
    assert rows.loc["The Journal", ["words", "day_unknown", "agencies"]].tolist() == [351, 1, "AFP"]
    assert rows.loc["Al Jazeera", "day_unknown"] == 0


def test_a_month_is_a_stretch_of_days_never_a_day():
    rows = compare.dates(PAIR)
    assert (rows["last_day"] - rows["first_day"]).dt.days.tolist() == [30, 0]
    assert rows["day_known"].tolist() == [False, True]


def test_the_calendar_says_which_day_is_unknown():
    chart = collection_charts.calendar(compare.dates(PAIR))
    assert chart.title == "The day is unknown for North"
    assert chart.alt == "North: one article, July 2025 (day unknown). South: one article, 7 July 2025."


def test_a_calendar_without_a_date_says_so():
    chart = collection_charts.calendar(
        compare.dates(articles(("North", None, None, "One."), ("South", None, None, "Two.")))
    )
    assert (chart.title, chart.alt) == ("No article has a date", "An empty calendar: no article has a date.")
    assert "n = 0 dated articles" in chart.subtitle


def test_who_is_compared_in_one_line():
    line = collection.compared(compare.overview(PAIR, language.sizes(PAIR)))
    assert "North (AFP credited), July 2025 (day unknown), 2 words · " in line and "South, 7 July 2025, 4 words" in line


def test_sentences_follow_their_tables():
    overview = compare.overview(PAIR, language.sizes(PAIR))
    assert "North’s article is 50% shorter than South’s (2 against 4 words)" in collection.length(overview)
    assert collection.credits(overview).startswith("Agencies credited: North: AFP in 1 of 1.")
    assert collection.dates(overview).startswith("Only the month is known for 1 of North’s 1 article.")
    alike = articles(("N", "2025-07-01", None, "One."), ("S", "2025-07-01", None, "Two."))
    same = compare.overview(alike, language.sizes(alike))
    assert collection.length(same) == "The groups’ articles are of the same length."
    assert collection.credits(same).startswith("No article credits an agency")
    assert "known for" not in collection.dates(same)


POWER = [
    (1, "With one article per outlet no difference can be tested"),
    (3, "With at most 3 articles a group the smallest p any test could reach is 0.1"),
    (4, "With at most 4 articles a group the smallest p any test could reach is 0.0286"),
    (5, "The smallest p any test could reach is 0.00794"),
]


@pytest.mark.parametrize(("n", "statement"), POWER)
def test_the_power_statement(n, statement):
    side = [("North", "2025-07-01", None, "One.")] * n + [("South", "2025-07-01", None, "One.")] * n
    assert collection.power(inference.power(articles(*side))).startswith(statement)


def test_what_is_set_aside_is_counted_by_group_and_class_with_an_example():
    lines = [("a", 0, "body", None, "A body."), ("a", 9, "furniture", "an invitation", "Sign up for our newsletter"),
             ("b", 0, "furniture", "an invitation", "Sign up today"), ("b", 9, "credit", "a photo credit", "Photo: EPA")]  # fmt: skip
    spans = pd.DataFrame(lines, columns=["article_id", "start", "kind", "why", "text"])
    told = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"]})
    rows = compare.set_aside(spans, told)[["group", "kind", "paragraphs", "example"]].to_dict("split")["data"]
    assert rows == [
        ["North", "furniture", 1, "Sign up for our newsletter"],
        ["South", "credit", 1, "Photo: EPA"],
        ["South", "furniture", 1, "Sign up today"],
    ]


def test_corrections_are_listed_in_their_own_words_with_the_figures_they_name():
    wrong = "Correction: An earlier version said that 1,200 people, or 5%, came. It was 120."
    lines = [("a", 0, 7, "body", None, "A body."), ("a", 8, 90, "correction", "wording", wrong),
             ("b", 0, 38, "correction", "wording", "Correction: The mayor is Anna Berg now.")]  # fmt: skip
    spans = pd.DataFrame(lines, columns=["article_id", "start", "end", "kind", "why", "text"])
    told = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"]})
    rows = compare.corrections(spans, told)
    assert rows["text"].tolist() == [wrong, "Correction: The mayor is Anna Berg now."]
    assert rows["figures"].fillna("").tolist() == ["1,200, 5%, 120", ""]


def test_stories_are_listed_that_more_than_one_tells():
    headed = PAIR.assign(event_by="given", headline=["Bridge reopens", "A bridge, open again"])
    table = pd.concat([headed, headed.head(1), headed.assign(event="alone", event_by="found").head(1)])
    listed = compare.stories(table)
    assert listed[["story", "named", "articles", "groups"]].to_numpy().tolist() == [["one", "given", 3, 2]]
    assert listed["headlines"].tolist() == ["North: Bridge reopens · South: A bridge, open again"]


@pytest.mark.parametrize(("letters", "cut"), [(80, False), (81, True), (120, True)])
def test_an_example_is_a_line_long(letters, cut):
    text = ("abc " * 40)[: letters - 1] + "x"
    found = compare._beginning(text)
    assert found == text if not cut else (found.endswith(" …") and 70 < len(found) <= 82)
