"""What kind of piece an article is, and which articles are like pieces."""

from types import SimpleNamespace

import pandas as pd
import pytest
from samestory.compare.facts import pieces

PLAIN = "Ferries left the harbour of Osk in the rain. "


def article(text="", headline=None, day=None, url=None):
    published = None if day is None else pd.Period(f"2031-05-{day:02}", freq="D")
    return SimpleNamespace(article_id="a", headline=headline, text=text, published=published, url=url, event_by="found")


def filled(letters, words):
    """A text of so many letters of no account, and then these words."""
    return "x " * (letters // 2) + words


@pytest.mark.parametrize(("share", "like"), [(0.3, True), (0.29, False), (0.2, False)])
def test_accounts_are_like_pieces_unless_they_are_rather_of_two_events(share, like):
    pair = frozenset("ab")
    assert pieces.alike({pair: share}) == ({pair} if like else set())


@pytest.mark.parametrize(
    ("letters", "shared", "why"),
    [(0, 1.0, "it opens with them"), (1300, 1.0, "still in what it is about"), (1700, 0.0, "far down")],
)
def test_what_an_article_is_about_stands_in_its_first_letters(letters, shared, why):
    one, other = article(headline="Harbour closes"), article(filled(letters, "The harbour closes."), "Osk votes")
    assert pieces.headed(one, other) == shared, why


def test_a_missing_headline_counts_as_one_of_which_half_is_shared():
    five = article(headline="Harbour pilots lose old ferries")
    some, most = (pieces.headed(five, article(text, "Osk")) for text in ("Old ferries.", "Old ferries lose."))
    assert some < pieces.headed(five, article(PLAIN)) < most


@pytest.mark.parametrize(
    ("letters", "shorter", "why"), [(49, True, "less than half"), (50, False, "half"), (60, False, "more than half")]
)
def test_of_a_much_shorter_article_nobody_expects_all(letters, shorter, why):
    assert pieces.much_shorter(article("x" * letters), article("x" * 100)) == shorter, why


def test_from_some_days_on_articles_are_no_further_apart():
    days = [pieces._days(article(day=1), article(day=day)) for day in (4, 5, 6, 9, 30)]
    assert days[0] < days[1] < days[2] == days[3] == days[4]


@pytest.mark.parametrize(("letters", "ahead"), [(20, True), (160, True), (300, False)])
def test_only_the_opening_says_that_an_article_is_written_ahead(letters, ahead):
    assert pieces.ahead(article(filled(letters, "Osk is set to vote."))) == ahead


@pytest.mark.parametrize(("letters", "days"), [(0, ["monday"]), (500, ["monday"]), (700, [])])
def test_only_the_top_says_of_which_day_an_article_is(letters, days):
    assert pieces.weekdays(article(filled(letters, "On Monday it rained."))) == days


def long(words, asks=0, cites=0):
    """A text of so many words with some questions, and some words that give a source."""
    return " ".join([*["why?"] * asks, *["said"] * cites, *["rain"] * (words - asks - cites)])


ARGUES = [
    (long(1000, 10), True, "a question in each hundred words"),
    (long(1000, 9), False, "one less"),
    (long(1000, 30, 4), True, "it cites hardly anybody"),
    (long(1000, 30, 5), False, "one more is no longer hardly anybody"),
    (long(150, 20), True, "long enough to show it"),
    (long(140, 20), False, "too short"),
    (f"I saw it. {PLAIN}\n\nI wept. {PLAIN}", True, "its writer speaks of himself, and again"),
    (f"I saw it. I wept. {PLAIN}\n\n{PLAIN}", False, "in one paragraph only"),
]


@pytest.mark.parametrize(("text", "comment", "why"), ARGUES)
def test_who_argues_and_cites_hardly_anybody_comments(text, comment, why):
    assert pieces.comment(article(text)) == comment, why


NOTES = [
    ("ANALYSIS/OPINION:\n\nIt rained.", True, "it stands above the first words"),
    ("It rained.\n\nAda Lind is a gardener. The opinions expressed in this commentary are hers.", True, "a note"),
    ("It rained. The views expressed here are solely those of the author.", True, "a note in a paragraph"),
    ("Views expressed in this column do not represent those of the Dale.", True, "whose they are not"),
    ("The opinion: rain.", False, "words of the text"),
    ("Opinion polls favour rain.", False, "it begins with the word"),
    ("Views expressed by Lind at the fair shocked Osk.", False, "somebody's views"),
]


@pytest.mark.parametrize(("text", "labelled", "why"), NOTES)
def test_a_text_that_says_of_itself_that_it_is_opinion(text, labelled, why):
    assert pieces.labelled(article(text)) == labelled, why


HOURS = [  # 8 May 2031 is a Thursday
    ("A ship sank early Thursday morning.", "By Thursday evening it was raised.", True, "evening news after a morning's"),
    ("A ship sank on Thursday afternoon.", "By late Thursday it was raised.", True, "late on a day is its night"),
    ("A ship sank on Thursday morning.", "By Thursday afternoon it was raised.", False, "an afternoon may be in both"),
    ("A ship sank on Thursday.", "By Thursday night it was raised.", False, "no hour is named"),
    ("A ship sank on Thursday morning.", "By Wednesday night it was raised.", False, "of another day"),
    ("A ship, raised Thursday evening, sank on Thursday morning.", "It rained on Thursday night.", False, "the last hour"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "mine", "older", "why"), HOURS)
def test_a_days_morning_is_older_than_its_evening(other, mine, older, why):
    day = pd.Period("2031-05-08", freq="D")
    one, two = (SimpleNamespace(text=text, published=day) for text in (other, mine))
    assert pieces.older(one, two) is older and not pieces.older(two, one), why
    assert not pieces.older(SimpleNamespace(text=other, published=None), two), "of no known day nothing is said"
