"""A change planted in an article is among the first three differences; where nothing is changed, nothing differs."""

import hashlib

import pandas as pd
import pytest
from samestory.present.facts import ranking
from story_made_up import read

ARTICLE = """The Varna shipyard in Osk dismissed 430 welders in the spring and sold three cranes to a rival.

Mayor Ada Lind opened the new bridge over the Tarn before a crowd of families from both banks.

“Nobody will miss the old one,” Lind said.

A gunman fired on passengers of the morning ferry from the roof of the harbour office.

Two smugglers were shot by border guards near the mill on the road to Brin that same night.

Fishermen of the southern islands landed the largest catch of herring in living memory.

The museum bought a painting of the harbour in winter from a collector abroad.

Farmers on the slopes fear that a late frost could ruin the cherry harvest again.

The library will open on Sundays from autumn, with a room for children and a garden.

A cyclist crossed the country in nineteen hours on a bicycle of his own making.
"""
FIRST, REST = ARTICLE.split("\n\n", 1)


def beside(one, other):
    """The first three differences between two texts."""
    articles = pd.DataFrame(
        {
            "article_id": ["a", "b"], "outlet": ["North", "South"], "event": "the town", "event_by": "found",
            "published": [pd.Period("2031-05-04")] * 2, "headline": [None] * 2, "credit": None, "text": [one, other],
            "sha256": [hashlib.sha256(text.encode()).hexdigest() for text in (one, other)],
        }
    )  # fmt: skip
    return ranking.ranked(read(articles)[1], most=3)


PLANTED = {
    "number": ({"number"}, ARTICLE.replace("430 welders", "860 welders")),
    "name": ({"other word", "description"}, ARTICLE.replace("Ada Lind", "Petra Novak").replace("Lind", "Novak")),
    "word": ({"other word"}, ARTICLE.replace("A gunman", "An attacker")),
    "voice": ({"voice"}, ARTICLE.replace("in living memory.", "in living memory, according to a trade union.")),
    "agent": ({"agency"}, ARTICLE.replace(" by border guards", "")),
    "order": ({"order"}, f"{REST}\n{FIRST}\n"),
}


@pytest.mark.parametrize(("kinds", "changed"), PLANTED.values(), ids=PLANTED)
def test_a_planted_change_is_among_the_first_three_differences(kinds, changed):
    assert kinds & set(beside(ARTICLE, changed)["kind"])


def test_swapping_the_outlets_swaps_their_words():
    _, changed = PLANTED["agent"]
    found, back = beside(ARTICLE, changed), beside(changed, ARTICLE)
    assert [words(found, name) for name in ("North", "South")] == [words(back, name) for name in ("South", "North")]


def words(found, outlet):
    return set(found.loc[found["group"].eq(outlet), "text"].dropna())


def test_an_article_beside_itself_does_not_differ(seeds):
    text = seeds["text"].iloc[0]
    assert beside(text, text).empty


def test_of_an_article_of_another_story_only_that_is_said(seeds):
    assert set(beside(seeds["text"].iloc[0], ARTICLE)["kind"]) == {"other event"}
