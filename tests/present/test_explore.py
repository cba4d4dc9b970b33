"""Explorers: a concordance aligned on its mentions, and widgets that leave a static form behind."""

import pandas as pd
import pytest
from samestory.annotate.quotes import quotes
from samestory.present import explore

TEXT = "They agreed a truce <today>. Then the truce, at $5, broke. No truce again."
ARTICLES = pd.DataFrame({"article_id": ["a"], "outlet": ["A & B"], "text": [TEXT]})
STARTS = [k for k in range(len(TEXT)) if TEXT.startswith("truce", k)]
MENTIONS = pd.DataFrame(
    {"article_id": "a", "start": STARTS, "end": [k + 5 for k in STARTS], "text": "truce", "voice": "narrator"}
)
QUOTES = quotes(ARTICLES)


@pytest.mark.parametrize(
    ("sort", "first", "why"),
    [
        ("right", " again.", "again < at < today"),
        ("left", " <today>. Then the truce, at", "a < no < the"),
        ("place", " <today>. Then the truce, at", "as it stands"),
    ],
)
def test_in_context(sort, first, why):
    assert explore.in_context(MENTIONS, ARTICLES, sort=sort, width=28)["right"].iloc[0] == first, why


def test_an_unknown_order_is_named():
    with pytest.raises(ValueError, match="sort = 'random' is not known"):
        explore.in_context(MENTIONS, ARTICLES, sort="random")


def test_a_concordance_escapes_what_it_shows():
    html = explore.concordance(MENTIONS, ARTICLES).data
    assert "&lt;today&gt;" in html
    assert "A &amp; B" in html
    assert "<span>$</span>5" in html


def test_of_many_lines_some_are_shown_from_the_first_to_the_last():
    assert "2 of 3, at even steps, sorted" in explore.concordance(MENTIONS, ARTICLES, limit=2).data
    lines = pd.DataFrame({"right": list("abcdefgh")})
    assert "".join(explore.spread(lines, 3)["right"]) == "aeh"
    assert "".join(explore.spread(lines, 8)["right"]) == "abcdefgh"


def test_the_genitive_of_a_mention_is_no_word_after_it():
    assert explore._words("’s plan – it's off") == ["plan", "it's", "off"]


def test_a_widget_leaves_its_static_form_and_answers_anew():
    explorer = explore.terms(ARTICLES, QUOTES, term="truce")
    bundle = explorer._repr_mimebundle_()
    assert bundle["text/html"].count("<mark>") == 3
    assert "application/vnd.jupyter.widget-view+json" in bundle
    explorer.controls[0].value = "agree*"
    assert explorer.shown.value.count("<mark>") == 1


def test_the_labels_of_a_referent():
    labels = MENTIONS.assign(referent=["stopping", "stopping", "other"])
    compared = pd.DataFrame({"referent": ["other", "stopping"]})
    assert explore.labels(labels, compared, ARTICLES).static().count("<mark>") == 1, "the first that can be compared"
    alone = explore.labels(labels, compared.iloc[:0], ARTICLES)
    assert alone.static().count("<mark>") == 0, "what one outlet alone names is shown when it is chosen"
    assert alone.controls[0].options == ("", "stopping", "other")


ORDERS = [
    ("", False, [3, 1, 2, 4], "as given"),
    ("n", False, [1, 2, 3, 4], "numbers by size"),
    ("n", True, [4, 3, 2, 1], "largest first"),
    ("when", False, [2, 3, 1, 4], "dates in time, a month from its first day, none last"),
    ("name", False, [4, 1, 3, 2], "without regard to capitals"),
]


@pytest.mark.parametrize(("column", "falling", "expected", "why"), ORDERS)
def test_a_table_is_sorted_by_any_column(column, falling, expected, why):
    when = [pd.Period("2025-07", "M"), pd.Period("2025-07-07", "D"), pd.Period("2024-01-01", "D"), None]
    rows = pd.DataFrame({"n": [3, 1, 2, 4], "when": when, "name": ["c", "B", "d", "A"]})
    assert explore.in_order_of(rows, column, falling=falling)["n"].tolist() == expected, why


def test_a_table_to_sort_leaves_its_static_form():
    shown = explore.table(pd.DataFrame({"n": [2, 1]}), caption="<C>")
    assert shown.controls[0].options == (("order given", ""), ("number", "n")), "as the heads of the table say"
    first = shown._repr_mimebundle_()["text/html"]
    shown.controls[0].value = "n"
    assert "&lt;C&gt;" in first and first.index(">2<") < first.index(">1<")
    assert shown.shown.value.index(">1<") < shown.shown.value.index(">2<")
