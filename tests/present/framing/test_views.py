"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from samestory.present.framing import views


def test_each_headline_with_what_was_found_in_it():
    articles = pd.DataFrame(
        {
            "article_id": ["n", "s", "e"],
            "outlet": ["North", "South", "East"],
            "event": "the bridge",
            "headline": ["Bridge attack kills six", "Bridge reopens", None],
        }
    )
    found = pd.DataFrame({"article_id": ["n"], "start": [18], "end": [21], "text": ["six"]})
    table = views.headlines(articles, found.iloc[:0], found, found.iloc[:0])
    assert table["group"].tolist() == ["North", "South"]
    assert table["figures"].iloc[0] == "six" and pd.isna(table["figures"].iloc[1])
    assert "labels" not in table, "a column of which nothing was found is not shown"
