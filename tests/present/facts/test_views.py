"""What the tables of notebook 4, and the brief, say of facts and stories."""

import pandas as pd
import pytest
from samestory.present.facts import views


def a_collection(*stories):
    """Articles, each of a story, an outlet and a headline of its own."""
    rows = [(f"{story}{outlet}", outlet, story, f"{story} of {outlet}") for story, outlet in stories]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "event", "headline"])


TWO, THREE = [("fire", "North"), ("fire", "South")], [("vote", "North"), ("vote", "South"), ("vote", "East")]
NOT = "Nothing sure enough to stand here was found between the accounts of: "


@pytest.mark.parametrize(
    ("articles", "told", "says", "why"),
    [
        (TWO + THREE, ["fireNorth"], f"{NOT}“vote of North” (North, South and East).", "one has a difference"),
        (TWO + THREE, ["fireNorth", "voteEast"], "", "both have"),
        (TWO, [], "", "one story only: the brief says so itself"),
        ([*TWO, ("rain", "North")], ["fireNorth"], "", "one outlet tells the other"),
        ([*TWO, (None, "North"), (None, "South")], ["fireNorth"], "", "of no event"),
        (TWO + [(f"n{k}", o) for k in range(6) for o in ("A", "B")], ["fireNorth"],
         NOT + "; ".join(f"“n{k} of A” (A and B)" for k in range(4)) + "; 2 more.", "four are named"),
    ],
)  # fmt: skip
def test_the_stories_of_which_a_brief_has_no_difference_are_named(articles, told, says, why):
    found = pd.DataFrame(
        {"difference": [1.0, None], "evidence": [[(one, 0, 1) for one in told], [("voteNorth", 0, 1)]]}
    )
    assert views.without(found, a_collection(*articles)) == says, why
