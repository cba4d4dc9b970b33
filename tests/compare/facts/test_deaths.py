"""Deaths: the word for how somebody named died, where it stands, and what only looks like one."""

import pandas as pd
import pytest
from samestory import annotate
from samestory.compare.facts.deaths import deaths


def found(text):
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "event": ["e"], "text": [text], "headline": [""],
                             "published": [pd.Period("2031-05-02")]})  # fmt: skip
    (actors,) = annotate.run(articles, "actors")
    table = deaths(actors, articles)
    return [(row.text, row.label, row.referent) for row in table.itertuples()]


MOORE = "the death of Adam Moore"


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Crowds marched after the death of Adam Moore.", [("death", "death")], "of somebody"),
        ("Crowds marched after the killing of 46-year-old driver Adam Moore.", [("killing", "killing")], "described"),
        ("The police officer who killed Adam Moore was charged.", [("killed", "killing")], "the deed before the name"),
        ("Adam Moore was murdered in May.", [("murdered", "murder")], "done to him"),
        (
            "Adam Moore, a driver from Osk, was fatally shot in May.",
            [("shot", "shooting")],
            "behind an apposition",
        ),
        ("Adam Moore, who died in police custody, was a driver.", [("died", "death")], "in a relative clause"),
        (
            "Adam Moore was a driver. Crowds marched over Moore's brutal killing.",
            [("killing", "killing")],
            "his by surname",
        ),
        ("Adam Moore was a driver. Crowds marched over the death of Mr. Moore.", [("death", "death")], "with a title"),
        ("Crowds marched after the death in police custody of Adam Moore.", [("death", "death")], "said where"),
        ("Crowds marched after the killing last week of Adam Moore.", [("killing", "killing")], "said when"),
        ("Crowds marched after the death of Adam Moore's brother.", [], "his brother's death"),
        ("Adam Moore was a driver. Moore's murder trial begins in May.", [], "a trial, of whom nobody knows"),
        ("Adam Moore was nearly killed in May.", [], "nearly is not"),
        ("Crowds marched after the death of a friend of Adam Moore.", [], "a friend's death"),
        ("Adam Moore ended the killing of whales in May.", [], "what he ended"),
        ("Adam Moore's killing of a guard shocked Osk.", [], "what he did"),
        ("A guard was killed by Adam Moore in May.", [], "by him"),
    ],
)
def test_the_word_for_a_death_is_of_him_who_died(text, words, why):
    assert found(text) == [(word, label, MOORE) for word, label in words], why


def test_the_span_is_the_word_in_its_place():
    text = "Crowds marched after the death of Adam Moore."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "event": ["e"], "text": [text], "headline": [""],
                             "published": [pd.Period("2031-05-02")]})  # fmt: skip
    table = deaths(annotate.run(articles, "actors")[0], articles)
    assert [text[row.start : row.end] for row in table.itertuples()] == ["death"]
    assert list(table["voice"]) == ["narrator"]


def test_of_articles_that_are_not_compared_nothing_is_said():
    text = "Crowds marched after the death of Adam Moore."
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"], "event": ["e", "e"], "text": [text, text],
                             "headline": ["", ""], "published": [pd.Period("2031-05-02")] * 2})  # fmt: skip
    (actors,) = annotate.run(articles, "actors")
    assert list(deaths(actors, articles.iloc[:1])["article_id"]) == ["a"]
