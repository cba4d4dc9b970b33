"""An article that stands on another outlet's site is not set beside others as its own outlet's."""

import pandas as pd
import pytest
from samestory.compare.facts import addresses
from samestory.present.facts import views
from story_made_up import read, story

NORTH, SOUTH = "https://www.north.example/2031/{}", "http://news.southpost.co.uk/{}"


def told(*rows):
    return pd.DataFrame(rows, columns=["outlet", "url"])


MOSTLY = [("North", NORTH.format(k)) for k in range(3)]


@pytest.mark.parametrize(
    ("rows", "found", "why"),
    [
        ([("North", SOUTH.format(1)), ("South Post", SOUTH.format(2))], ["southpost.co.uk", None], "the name of another"),
        ([("South Post (Web)", SOUTH.format(2)), ("North", NORTH.format(1))], [None, None], "each on its own"),
        ([*MOSTLY, ("North", "https://east.example/a")], [None] * 3 + ["east.example"], "three of four stand elsewhere"),
        ([*MOSTLY[:1], ("North", "https://east.example/a")], [None, None], "of two nobody knows which is its own"),
        ([*MOSTLY, *MOSTLY[:1], *[("North", f"https://east.example/{k}") for k in range(4)]], [None] * 8, "half is no more than half"),
        ([("South Online Post", SOUTH.format(1)), ("South Post", SOUTH.format(2))], [None, None], "it bears both names"),
        ([("South Post - Comments", SOUTH.format(1)), ("South Post", SOUTH.format(2))], [None, None], "it begins with the site's"),
        ([("South Bay Times", SOUTH.format(1)), ("South Post", SOUTH.format(2))], ["southpost.co.uk", None], "one word of three"),
        ([*MOSTLY, ("North", None)], [None] * 4, "without an address nothing is known"),
        ([*MOSTLY, ("North", "north/a.html")], [None] * 4, "no address"),
    ],
)  # fmt: skip
def test_articles_on_the_site_of_another(rows, found, why):
    at = addresses.elsewhere(told(*rows))
    assert [None if pd.isna(site) else site for site in at] == found, why


def test_without_a_column_of_addresses_nothing_is_known():
    assert addresses.elsewhere(told(*MOSTLY).drop(columns="url")).isna().all()


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("http://www1.north.example/a", "north.example"),
        ("https://user:1@north.example:80/a", "north.example"),
        ("https://news.north.co.uk?x=1", "north.co.uk"),
        ("localhost/a", None),
        ("", None),
    ],
)
def test_the_site_of_an_address(url, site):
    assert addresses.site(url) == site


def test_what_stands_elsewhere_is_said():
    said = "Not compared, as each stands on the site of another outlet: an article of North at east.example."
    assert views.elsewhere(told(*MOSTLY, ("North", "https://east.example/a"))) == said
    assert views.elsewhere(told(*MOSTLY)) == ""
    many = told(*MOSTLY * 3, *[("North", f"https://{site}.example/a") for site in ("east", "west", "hill", "lake")])
    assert views.elsewhere(many).endswith("an article of North at west.example and 2 more.")


def test_what_stands_elsewhere_is_in_no_difference():
    said = "The ferry to Osk sank on Monday. “We have {} a great deal of news about the harbour and its walls,” Ada Lind said."
    articles = story(said.format("gathered"), said.format("collected"))
    assert set(read(articles)[1]["article_id"]) == {"north", "south"}
    moved = articles.assign(url=["https://north.example/a", "https://north.example/b"], outlet=["North", "South"])
    assert read(moved)[1].empty


def test_a_fact_of_which_one_article_is_left_that_tells_it_twice_is_no_error():
    """The other told it on North's site, so nobody else tells it: two sentences of one article are no two accounts."""
    said = "The ferry to Osk sank on Monday after a fire in the engine room of the ship."
    again = "On Monday the ferry to Osk sank, after a fire in the engine room of the ship."
    articles = story(f"{said}\n\n{again}", f"{said} Nobody was hurt.")
    assert read(articles.assign(url=["https://north.example/a", "https://north.example/b"]))[1].empty
