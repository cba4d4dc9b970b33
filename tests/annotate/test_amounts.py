"""Amounts without a number, as a table of cases."""

import pandas as pd
import pytest
from samestory.annotate.amounts import amounts, find

CASES = [
    ("Floods displaced nearly all the villagers.", [("nearly all", "nearly all")], "an approximator and all"),
    ("It left most of the town in ruins.", [("most of", "most")], "a part of a whole"),
    ("The dead were mostly farmers.", [("mostly", "most")], "an adverb of quantity"),
    ("The bridge has been closed for months.", [("for months", "time")], "a time without a number"),
    ("The bridge has been closed for six months.", [], "a time with a number is a figure"),
    ("Quite a few of them, and a lot of goats.", [("Quite a few", "many"), ("a lot of", "many")], "phrases of number"),
    ("All survivors were brought down.", [], "a bare all says no size"),
    ("Not many came, and so many left.", [], "negated or compared"),
    ("As many as 40 goats and how many sheep?", [], "the qualifier of a figure, and a question"),
    ("Many\nfeared the worst.", [("Many", "many")], "a pronoun of number"),
    ("The almost smallest, manyfold, formost.", [], "parts of words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_amounts(text, expected, why):
    assert [(text[row["start"] : row["end"]], row["amount"]) for row in find(text)] == expected, why


def test_amounts_are_a_span_table():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Several of the huts burnt for days."]})
    table = amounts(articles)
    assert table.columns.tolist() == ["article_id", "start", "end", "text", "amount"]
    assert table["text"].tolist() == ["Several of", "for days"]
