"""The table of the articles: what each is, and which tell one event."""

import pandas as pd
import pytest
from samestory.present.collection import views


def articles(*rows):
    """Rows of headline, event and url."""
    table = pd.DataFrame(rows, columns=["headline", "event", "url"])
    return table.assign(
        article_id=list("abcd")[: len(rows)], outlet="North", path="a.txt", text="Rain fell in Osk. " * 9
    )


@pytest.mark.parametrize(
    ("headline", "url", "piece"),
    [
        ("OPINION: The bridge must go", None, "opinion"),
        ("The bridge must go", "https://north.example/opinion/bridge", "opinion"),
        ("Five things to know about the bridge", None, "list or guide"),
        ("Council closes the bridge", None, None),
    ],
)
def test_what_is_no_report_is_said(headline, url, piece):
    shown = views.articles(articles((headline, "the bridge", url), ("Bridge closed", "the bridge", None)))
    found = shown["piece"].iloc[0] if "piece" in shown else None
    assert (None if pd.isna(found) else found) == piece


def test_an_event_is_named_where_several_articles_tell_it():
    rows = ("Bridge closed", "the bridge", None), ("Bridge is shut", "the bridge", None), ("Rain", "the rain", None)
    shown = views.articles(articles(*rows))
    assert list(shown["event"].fillna("")) == ["the bridge", "the bridge", ""]
    assert "event" not in views.articles(articles(rows[0], rows[2]))
