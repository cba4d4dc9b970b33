"""Cues: which stand surely in an outlet's own voice, and which rates say something."""

import pandas as pd
import pytest
from samestory import annotate
from samestory.compare.framing.cues import by_article, grave, of_families, telling

NAN = float("nan")
VOICES = [
    ("The storm might pass.", "narrator", "the outlet's own words"),
    ("If all agree, says the Harbour Agency, they might avert it.", "unsure", "somebody speaks in the sentence"),
    ("According to the draft, it might help.", "unsure", "a source, though nothing is quoted"),
    ("The storm might pass. The mayor said it would.", "narrator", "somebody speaks in the next sentence"),
    ("Ann Lee put it like this:\n\nThe storm might pass.", "unsure", "after a colon others speak"),
    ("They waited.\n\nIt might pass\n\n— Ann Lee (@annlee) May 3, 2031", "unsure", "a post of somebody's"),
    (
        "It might pass.\n\nThey wait.\n\nNo.\n\n— Ann Lee (@annlee) May 3, 2031",
        "narrator",
        "the post is another paragraph",
    ),
]


@pytest.mark.parametrize(("text", "voice", "why"), VOICES)
def test_what_may_be_others_words_is_not_surely_the_outlets(text, voice, why):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    found = annotate.run(articles, "cues")[0].assign(voice="narrator")
    told = of_families(found, articles, ("hedges",)).set_index("text")["voice"]
    assert told["might"] == voice, why


def test_what_is_quoted_stays_quoted_and_other_families_go():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["She said it might be very late."]})
    found = annotate.run(articles, "cues")[0].assign(voice="quoted")
    assert list(of_families(found, articles, ("hedges",))["voice"]) == ["quoted"]


@pytest.mark.parametrize(
    ("of", "p", "families", "why"),
    [
        (1, [NAN, NAN], {"hedges", "part"}, "one article each: a reading of these articles"),
        (3, [NAN, NAN], set(), "a few articles each, untested"),
        (3, [0.2, 0.05], {"part"}, "a difference that stands"),
        (3, [0.051, 0.9], set(), "tested, and none stands"),
    ],
)
def test_rates_that_say_something(of, p, families, why):
    rates = pd.DataFrame({"family": ["hedges", "part"], "of": of, "p_adjusted": p})
    assert set(telling(rates)["family"]) == families, why


def test_a_rate_is_in_a_thousand_words():
    cues = pd.DataFrame({"article_id": ["a"], "family": ["hedges"], "voice": ["narrator"]})
    words, articles = (
        pd.DataFrame({"article_id": ["a"] * 500}),
        pd.DataFrame({"article_id": ["a"], "outlet": ["A"], "event": ["e"]}),
    )
    assert by_article(cues, words, articles)["per_1000"].tolist() == [2.0]


def test_a_word_of_need_is_shown_as_it_stands_in_its_story():
    texts = ["Nine were injured. The injured were wounded men.", "Two wounded men were found.", "It was the wounded."]
    articles = pd.DataFrame({"article_id": ["a", "b", "c"], "text": texts, "event": ["e", "e", "f"]})
    found = grave(annotate.run(articles, "cues")[0], articles)
    assert list(found["term"]) == ["injured"] * 4 + ["wounded"], "one word for a class in a story"


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("Nine were injured by the blast.", 1, "hurt"),
        ("Nine were injured by the gathering of data.", 0, "wronged"),
        ("The injured party sued.", 0, "in law"),
    ],
)
def test_who_is_injured_in_law_has_no_wound(text, found, why):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "event": ["e"]})
    assert len(grave(annotate.run(articles, "cues")[0], articles)) == found, why
