"""What the tables of notebook 4, and the brief, say of facts and stories."""

import pandas as pd
import pytest
from samestory.present.facts import views


def a_collection(*stories):
    """Articles, each of a story, an outlet and a headline of its own."""
    rows = [(f"{story}{outlet}", outlet, story, f"{story} of {outlet}") for story, outlet in stories]
    return pd.DataFrame(rows, columns=["article_id", "outlet", "event", "headline"]).assign(published=pd.NaT)


TWO, VOTE = [("fire", "North"), ("fire", "South")], [("vote", "North"), ("vote", "South")]
HEADED = "“vote of North” (North) / “vote of South” (South)"
NOT, APART = "Nothing sure enough to stand here was found between: ", "Hardly of one event: "
MANY = [(f"n{k}", outlet) for k in range(15) for outlet in ("A", "B")]


def many(*numbers):
    return "; ".join(f"“n{k} of A” (A) / “n{k} of B” (B)" for k in numbers)


@pytest.mark.parametrize(
    ("articles", "told", "apart", "says", "why"),
    [
        (TWO + VOTE, ["fireNorth"], [], f"{NOT}{HEADED}.", "one has a difference"),
        (TWO + VOTE, ["fireNorth"], ["vote"], f"{APART}{HEADED}.", "two events under one name"),
        (TWO + VOTE, ["fireNorth", "voteSouth"], [], "", "both have"),
        (TWO, [], [], "", "one story only: the brief says so itself"),
        ([*TWO, ("rain", "North")], ["fireNorth"], [], "", "one outlet tells the other"),
        ([*TWO, (None, "North"), (None, "South")], ["fireNorth"], [], "", "of no event"),
        (TWO + MANY, ["fireNorth"], [], f"{NOT}{many(*range(6))}; 9 more.", "as many as 60 words hold"),
        (TWO + MANY, ["fireNorth"], ["n0", "n1", "n2", "n3"],
         f"{NOT}{many(*range(4, 10))}; 5 more. {APART}{many(0, 1, 2)}; 1 more.", "some so, three of those apart"),
    ],
)  # fmt: skip
def test_the_stories_of_which_a_brief_has_no_difference_are_named(articles, told, apart, says, why):
    found = pd.DataFrame(
        {"difference": [1.0, None], "evidence": [[(one, 0, 1) for one in told], [("voteNorth", 0, 1)]]}
    )
    differences = pd.DataFrame({"kind": "other event", "story": apart})
    assert views.without(found, differences, a_collection(*articles)) == says, why


def test_a_story_of_many_words_is_named_alone_and_each_with_its_day():
    assert views._some([" ".join("a" * 100)] * 4, most=60).endswith("; 3 more")
    rows = a_collection(*VOTE).assign(group=["North", "South"], published=pd.Period("2031-05-04"))
    assert views._headed(rows) == f"{HEADED}, 4 May 2031"
    assert views._headed(rows.assign(published=list(pd.period_range("2031-05-04", periods=2)))) == HEADED, "of two days"
