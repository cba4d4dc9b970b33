"""How a report of a figure is written out as a line."""

import pandas as pd
import pytest
from samestory.present.figures import amounts


@pytest.mark.parametrize(
    ("label", "status", "line", "why"),
    [
        ("seats lost", "asserted", "North: “12 seats” – seats lost", "what is counted, and what befell it"),
        ("“12 seats”", "asserted", "North: “12 seats”", "a figure that is called by its own words is said once"),
        ("seats, proposed", "proposed", "North: “12 seats” – seats, proposed", "proposed once"),
        ("seats lost", "proposed", "North: “12 seats” – seats lost; proposed", "and where the name does not say so"),
    ],
)
def test_a_report_is_a_line_that_says_nothing_twice(label, status, line, why):
    row = pd.Series(
        {"group": "North", "quotation": "12 seats", "label": label, "status": status, "source": None, "as_of": None}
    )
    assert amounts._line(row) == line, why


def test_reports_of_one_line_stand_in_one_fold_and_the_rest_in_their_file():
    texts = [f"In Arden {word} people died. Later it said that {word} people died." for word in ("12", "15")]
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"], "event": "e", "text": texts})
    rows = [("a", "North", 9, "12"), ("a", "North", 46, "12"), ("b", "South", 9, "15"), ("b", "South", 46, "15")]
    ledger = pd.DataFrame(rows, columns=["article_id", "group", "start", "text"])
    ledger = ledger.assign(
        end=ledger["start"] + 2, quotation=ledger["text"] + " people", label="deaths", voice="narrator"
    )
    ledger = ledger.assign(status="asserted", source=None, as_of=None)
    both = amounts.opened(ledger, articles).data
    assert both.count("<details") == 2 and "deaths (2)" in both and "reports are shown" not in both
    first = amounts.opened(ledger, articles, limit=1).data
    assert "2 of 4 reports are shown. All of them: <a" in first and "tables/figures.csv" in first
