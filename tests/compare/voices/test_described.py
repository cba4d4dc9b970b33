"""How a person is described beside the name: whole descriptions, never a title alone or a fragment."""

import pandas as pd
import pytest
from samestory.compare.voices.described import described, description, differing, is_run_on

WORDS = [
    ("an unarmed black teenager", "unarmed black teenager", "a person"),
    ("a black unarmed 18-year-old", "black unarmed 18-year-old", "by age"),
    ("who had just robbed a store", "who had just robbed a store", "by a deed"),
    ("former mayor of Lund", "former mayor of Lund", "with its place"),
    ("the nation", None, "no person"),
    ("the agency that runs the harbour", None, "a body"),
    ("the mayor", None, "a title alone"),
    ("a 6'4", None, "a fragment"),
    ("year-old Mr.", None, "a fragment"),
    ("who was unarmed, by a white officer", None, "runs on"),
    (
        "a pilot of the old ferry line from Osk to Brin by Varna",
        "pilot of the old ferry line from Osk to Brin by Varna",
        "twelve words",
    ),
    ("a pilot of the old ferry line from Osk to Brin by Varna Bay", None, "a longer one is no label"),
    ("moderator of NBC's", None, "cut short"),
    ("former House Speaker", None, "a title with its house and time"),
    ("Osk Republican", None, "with its place"),
    ("anti-tax lobbyist", "anti-tax lobbyist", "what one does"),
    ("12 pilots", None, "several are not one"),
    ("one of the 12 harbour pilots", "one of the 12 harbour pilots", "one of several is"),
    ("who lacks such loyal pilots", None, "a clause about others"),
    ("harbour & bridge pilot", None, "half a body’s name may stand before &"),
    ("$900 pilot", None, "an amount"),
    ("lawyer for the harbour union", "lawyer for the harbour union", "whose"),
]


@pytest.mark.parametrize(("words", "expected", "why"), WORDS)
def test_description(words, expected, why):
    assert description(words) == expected, why


RUN_ON = [
    # the words before a name, whether they hold more than belongs to it, why
    ("Lawmakers grill Harbour Secretary", True, "a headline’s clause"),
    ("Moss team Special counsel", True, "a heading before the sentence"),
    ("inquiry Special counsel", True, "a title begins anew"),
    ("the $900,000", True, "an amount"),
    ("Veterans Affairs Secretary", False, "many in a title"),
    ("Energy committee Chairman", False, "small letters in a title"),
    ("former Special Counsel", False, "dated"),
    ("Harbour Workers’ president", False, "whose"),
]


@pytest.mark.parametrize(("words", "expected", "why"), RUN_ON)
def test_words_before_a_name_that_are_more_than_its_title(words, expected, why):
    assert is_run_on(words, "Carl Moss") == expected, why


def test_whom_most_groups_describe_comes_first():
    rows = [
        ("a", "Ana Moss", "a harbour pilot"),
        ("a", "Carl Berg", "an unarmed welder"),
        ("b", "Carl Berg", "who had just robbed a store"),
    ]
    mentions = pd.DataFrame(rows, columns=["article_id", "actor", "descriptor"]).assign(
        start=[0, 20, 40], end=[8, 29, 49], kind="person", mention="name"
    )
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"], "event": ["e", "e"]})
    found = described(mentions, articles)
    assert found[["actor", "group", "description"]].values.tolist() == [
        ["Carl Berg", "North", "unarmed welder"],
        ["Carl Berg", "South", "who had just robbed a store"],
        ["Ana Moss", "North", "harbour pilot"],
    ]


SHOWN = [
    # of North, of South, shown, why
    ("harbour pilot", "union critic", True, "in other words"),
    ("Harbour pilot", "harbour pilot", False, "one description, at the start of a sentence too"),
    ("former Lund pilot", "Lund’s former pilot", False, "the same words"),
    ("harbour pilot", None, False, "by one group"),
    ("harbour pilot", "mayor", False, "a title alone beside it"),
]


@pytest.mark.parametrize(("north", "south", "shown", "why"), SHOWN)
def test_who_is_described_differently_is_shown(north, south, shown, why):
    mentions = pd.DataFrame(
        {"article_id": ["a", "b"], "actor": "Ana Moss", "descriptor": [north, south], "start": 0, "end": 8}
    ).assign(kind="person", mention="name")
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"], "event": ["e", "e"]})
    assert differing(described(mentions, articles)).empty != shown, why


CUT = [
    ("Health and Human Services Secretary Ana Moss spoke.", "Human Services Secretary", "the end of a longer title"),
    ("House Republican Conference Chairman Ana Moss spoke.", "Conference Chairman", "the end of a longer title"),
    ("The harbour pilot Ana Moss spoke.", "harbour pilot", ""),
]


@pytest.mark.parametrize(("text", "descriptor", "cut"), CUT)
def test_half_a_title_is_no_description(text, descriptor, cut):
    mention = {"article_id": "a", "actor": "Ana Moss", "descriptor": descriptor, "start": text.index("Ana Moss")}
    mentions = pd.DataFrame([mention]).assign(end=text.index(" spoke"), kind="person", mention="name")
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "event": ["e"], "text": [text]})
    assert described(mentions, articles).empty == bool(cut), cut
