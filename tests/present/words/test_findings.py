"""What the words say: silence, no common word, and terms that chance does or does not explain."""

import pandas as pd
import pytest
from samestory.compare.words.choices import choices
from samestory.present.words import findings as words

TEXT = "x" * 50
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["A", "B"],
        "event": ["e", "e"],
        "published": [pd.Period("2025-07-07", "D")] * 2,
        "credit": [None, None],
        "text": [TEXT, TEXT],
    }
)


def spoken(*rows):
    table = pd.DataFrame(rows, columns=["article_id", "referent", "label", "voice"])
    return table.assign(start=range(len(table)), end=range(1, len(table) + 1), text=table["label"])


def said(*rows):
    labels = spoken(*rows)
    found = words.labels(choices(labels, ARTICLES, marks=True), labels, ARTICLES)
    return found["sentence"].tolist()


def test_a_word_in_a_headline_or_in_what_is_set_aside_is_no_silence():
    rows = spoken(*[("b", "the captured", "captives", "narrator")] * 3)
    for headline, text, found in (("Captives freed", TEXT, 0), ("Freed", "Read on: captives", 0), ("Freed", TEXT, 1)):
        articles = ARTICLES.assign(headline=[headline, "Men freed"], text=[text, TEXT])
        assert len(words.labels(choices(rows, articles, marks=True), rows, articles)) == found, (headline, text)


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        (
            [("b", "the captured", "captives", "narrator")] * 3 + [("b", "the captured", "hostages", "quoted")] * 2,
            [
                "Of the words listed for the captured only B has any: “captives” 3 times, “hostages” twice inside quotation marks."
            ],
            "a silence, with the labels of the other side",
        ),
        (
            [("a", "the act", "raid", "narrator"), ("b", "the act", "rescue", "narrator")],
            ["None of the words listed for the act in common: A writes “raid” once and B writes “rescue” once."],
            "no label in common",
        ),
        (
            [("a", "the act", "raid", "narrator"), ("b", "the act", "raid", "narrator")],
            [],
            "the same label is no finding",
        ),
        (
            [("b", "the act", word, "narrator") for word in ("raid", "rescue", "strike", "attack", "attack", "blow")],
            [
                "Of the words listed for the act only B has any: “attack” twice, “blow” once, “raid” once, “rescue” once "
                "and 1 more."
            ],
            "of many words the commonest four",
        ),
        ([("b", "the act", "raid", "narrator")] * 2, [], "two mentions are an aside: silence on it says nothing"),
        (
            [("a", "the act", "raid", "narrator"), ("b", "the act", "rescue", "quoted")],
            [],
            "the word of someone quoted is not the outlet's",
        ),
    ],
)
def test_labels(rows, expected, why):
    assert said(*rows) == expected, why


def test_of_many_groups_those_with_most_mentions_are_named_and_the_rest_counted():
    articles = pd.concat([ARTICLES.iloc[[0]]] * 20, ignore_index=True)
    articles = articles.assign(article_id=[f"a{k}" for k in range(20)], outlet=[f"Paper {k}" for k in range(20)])
    labels = spoken(*[(f"a{k}", "the act", "raid", "narrator") for k in range(8) for _ in range(k + 1)])
    found = words.labels(choices(labels, articles, marks=True), labels, articles)["sentence"].iloc[0]
    assert found.startswith(
        "Of the words listed for the act 12 outlets have none: Paper 7 says “raid” 8 times, Paper 6"
    )
    assert found.endswith("Paper 2 says “raid” 3 times; 2 more have some.")


def test_a_label_finding_opens_its_mentions():
    labels = spoken(*[("b", "r", "x", "narrator")] * 3)
    found = words.labels(choices(labels, ARTICLES, marks=True), labels, ARTICLES)
    assert found["evidence"].iloc[0] == [("b", 0, 1), ("b", 1, 2), ("b", 2, 3)]
    assert found["rests_on"].tolist() == ["reading"]


KEY = {
    "term": "truce", "group": "A", "other": "B", "count": 5, "other_count": 0, "words": 100, "other_words": 200,
    "documents": 1, "other_documents": 0, "statistic": 2.0, "floor": 3.0, "clears_floor": False, "p": 0.2,
    "p_adjusted": 0.9, "unit": "sentence",
}  # fmt: skip


def test_where_no_term_clears_its_floor_neither_difference_nor_likeness_is_claimed():
    key = pd.DataFrame([KEY])
    assert words.reading(key) == (
        "None of 1 terms can be told from chance: that shows neither that these articles differ in their words nor that "
        "they do not."
    )
    assert words.reading(key.assign(p=float("nan"))) == "Too few articles to test any term."
    places = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [5], "term": ["truce"]})
    found = words.keyness(key, places, ARTICLES)
    assert found["sentence"].iloc[0].startswith("No single term differs by more than chance explains")
    assert found["p_adjusted"].iloc[0] == 0.9


def test_where_nothing_could_be_a_difference_the_page_says_so():
    assert "can show no term to be a difference" in words.reading(pd.DataFrame([KEY | {"floor": float("inf")}]))


def test_a_group_of_too_few_articles_is_not_nearest_to_a_floor_it_does_not_have():
    few = KEY | {"term": "west", "group": "C", "statistic": 52.3, "floor": float("inf"), "p": float("nan")}
    far = KEY | {"term": "east", "group": "B", "statistic": 2.5, "floor": 5.0}
    key = pd.DataFrame([few, far, KEY])
    assert words.shown_terms(key) == ["truce"]


def test_a_term_inside_a_longer_one_is_told_once():
    rows = [KEY | {"clears_floor": True}, KEY | {"term": "a truce", "clears_floor": True}]
    assert words.shown_terms(pd.DataFrame(rows)) == ["a truce"]


def test_nothing_to_compare():
    assert words.reading(pd.DataFrame(columns=list(KEY))).startswith("There is nothing to compare")
    empty = choices(spoken(), ARTICLES, marks=True)
    assert words.subject(empty) == ""
    assert words.choice_reading(empty) == ""


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        (
            [("a", "the act", "raid", "narrator"), ("b", "the act", "rescue", "narrator")],
            "1 referent is named by two outlets or more.",
            "both name it",
        ),
        (
            [("a", "the act", "raid", "narrator"), ("b", "the act", "rescue", "quoted"), ("b", "r", "x", "narrator")],
            "1 referent is named by two outlets or more. What one outlet alone names (1 mention of 1 referent) is in "
            "labels.csv.",
            "what one alone names is counted in a sentence",
        ),
        (
            [("b", "the act", "raid", "narrator")] * 2,
            "Nothing is compared here: one outlet alone names each of the referents (2 mentions of 1 referent; all in "
            "labels.csv).",
            "nothing to compare",
        ),
    ],
)
def test_what_is_compared_is_said(rows, expected, why):
    table = choices(spoken(*rows), ARTICLES, marks=True)
    assert words.choice_reading(table) == expected, why


@pytest.mark.parametrize(
    ("rows", "subject", "why"),
    [
        ([("b", "r", "x", "narrator")] * 3, "", "what one outlet alone names is no subject"),
        (
            [("b", "r", "x", "narrator")] * 3 + [("a", "s", "x", "narrator"), ("b", "s", "y", "quoted")],
            "s",
            "what both name is",
        ),
    ],
)
def test_the_subject_is_what_several_name(rows, subject, why):
    assert words.subject(choices(spoken(*rows), ARTICLES, marks=True)) == subject, why


def test_what_two_outlets_tell_in_other_events_is_in_no_finding():
    labels = spoken(("a", "the act", "raid", "narrator"), ("b", "the act", "rescue", "narrator"))
    apart = ARTICLES.assign(event=["a fair", "e"])
    assert words.labels(words.told_choices(labels, apart), labels, apart).empty
    assert len(words.labels(words.told_choices(labels, ARTICLES), labels, ARTICLES)) == 1


def test_a_silence_of_another_story_says_nothing():
    labels = spoken(*[("b", "the captured", "captives", "narrator")] * 3)
    apart = ARTICLES.assign(event=["a fair", "e"])
    assert words.labels(choices(labels, apart, marks=True), labels, apart).empty


def test_no_silence_is_said_of_who_mentions_it_in_another_event():
    labels = spoken(*[("b", "the captured", "captives", "narrator")] * 3)
    assert len(words.labels(words.told_choices(labels, ARTICLES), labels, ARTICLES)) == 1
    later = pd.concat([ARTICLES, ARTICLES.iloc[:1].assign(article_id="c", event="a fair")], ignore_index=True)
    said = pd.concat([labels, labels.iloc[:1].assign(article_id="c")], ignore_index=True)
    assert words.labels(words.told_choices(said, later), said, later).empty


@pytest.mark.parametrize(
    ("articles", "mentions", "said", "why"),
    [
        (4, 1, True, "of few articles a silence may be said"),
        (5, 3, True, "three mentions were to be expected of as many articles"),
        (5, 2, False, "two: a matter of few articles"),
    ],
)
def test_a_silence_of_many_articles_is_said_where_mentions_were_to_be_expected(articles, mentions, said, why):
    told = pd.DataFrame(
        {"group": ["A", "B"], "group_articles": articles, "referent_articles": [2, 0], "n": [mentions, None]}
    )
    assert words._worth_saying(told) == said, why


def test_a_few_terms_are_findings():
    key = pd.DataFrame([KEY | {"term": word, "clears_floor": True} for word in "tuvwxyz"])
    assert words.shown_terms(key) == list("tuvwx")


def test_that_an_outlet_says_its_own_name_is_no_choice():
    key = pd.DataFrame(
        [KEY | {"group": "Osk News (Web)", "term": term, "clears_floor": True} for term in ("osk news", "osk")]
    )
    assert words.shown_terms(key) == []
    assert words.shown_terms(key.assign(term="osk valley")) == ["osk valley"] * 2
