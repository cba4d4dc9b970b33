"""Occurrences of the words a reader asks for."""

import pandas as pd
import pytest
from samestory.annotate.occurrences import occurrences


@pytest.mark.parametrize(
    ("text", "term", "expected", "why"),
    [
        ("A truce. The Truce!", "truce", ["truce", "Truce"], "any case"),
        ("truces and truce", "truce", ["truce"], "whole words"),
        ("truces and truce", "truce*", ["truces", "truce"], "a star is any letters"),
        ("told Fox News", "told fox news", ["told Fox News"], "words in order"),
        ("the UN’s envoy", "un envoy", ["UN’s envoy"], "a possessive between"),
        ("He told. Fox ran.", "told fox", [], "not across sentences"),
        ("he said you’ve won", "you've", ["you’ve"], "either apostrophe"),
        ("a ($5) c++ b", "c++", ["c++"], "no regular expression"),
    ],
)
def test_occurrences(text, term, expected, why):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    assert occurrences(articles, [term])["text"].tolist() == expected, why


def test_terms_do_not_share_text_and_empty_ones_are_nothing():
    articles = pd.DataFrame({"article_id": ["a"], "text": ["health care law"]})
    found = occurrences(articles, ["health care", "care law", "", " * "])
    assert found["term"].tolist() == ["health care"]
