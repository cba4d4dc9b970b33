"""Noun phrases: their words, their part in the sentence, and what they rename."""

import pandas as pd
import pytest
from samestory.annotate.phrases import find, phrases


def row(text, words):
    (found,) = [row for row in find(text) if text[row["start"] : row["end"]] == words]
    return {key: value for key, value in found.items() if value is not None}


@pytest.mark.parametrize(
    ("text", "phrase", "expected", "why"),
    [
        ("The army shelled the old town.", "the old town", {"role": "object", "governor": "shell"}, "who is acted on"),
        ("The army shelled the old town.", "The army", {"role": "subject", "head": "army"}, "who acts"),
        ("The town was shelled by the army.", "The town", {"role": "object"}, "a passive's subject is acted on"),
        ("They spoke about the release of captives.", "captives", {"role": "modifier", "preposition": "of"}, "a part"),
        (
            "Foreign Minister Ana Silva left.",
            "Foreign Minister Ana Silva",
            {"name": "Ana Silva"},
            "a name with a title",
        ),
        (
            "The angry young farmers left.",
            "The angry young farmers",
            {"descriptor": "angry young"},
            "without the article",
        ),
    ],
)
def test_phrases(text, phrase, expected, why):
    assert row(text, phrase).items() >= expected.items(), why


def test_an_apposition_says_what_it_renames():
    text = "Ana Silva, a lawyer from Lisbon, spoke."
    found = row(text, "a lawyer")
    assert (found["role"], text[found["of_start"] : found["of_end"]]) == ("apposition", "Ana Silva")


def test_phrases_are_a_span_table():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["🙂 The mayor met the union’s leaders in Łódź."]})
    table = phrases(articles)
    assert {"The mayor", "Łódź"} <= set(table["text"])
    assert phrases(articles.assign(text="")).empty
