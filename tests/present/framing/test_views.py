"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from samestory.present.framing import views


def test_headlines_of_stories_that_several_tell_stand_first():
    articles = pd.DataFrame(
        {
            "article_id": ["w", "n", "s", "e"],
            "outlet": ["West", "North", "South", "East"],
            "event": ["a fair", "the bridge", "the bridge", "the bridge"],
            "headline": ["Fair opens", "Bridge attack kills six", "Bridge reopens", None],
        }
    )
    assert views.headlines(articles)["group"].tolist() == ["North", "South", "West"]
