import pytest
from samestory.annotate import content

CASES = [
    ("The U.S. backed the withdrawals.", [("united states", "name"), ("back", "word"), ("withdraw", "word")], "a country"),
    ("Talks with President Ada Lind failed.", [("negoti", "word"), ("lind", "name"), ("fail", "word")], "title and name"),
    ("They did not withdraw 57,523 men.", [("not", "negation"), ("withdraw", "word"), ("57523", "number"), ("man", "word")], "number"),
    ("They won’t sell.", [("not", "negation"), ("sell", "word")], "a contracted negation"),
    ("Troops pulled out of it.", [("militari", "word"), ("withdraw", "word")], "a phrase that counts as one word"),
    ("Lind met Lind.", [("lind", "name"), ("meet", "word"), ("lind", "name")], "irregular verb"),
    ("He said that she had it.", [], "function words and plain verbs of saying"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_terms(text, expected, why):
    assert [(term, feature) for _, _, term, feature in content.find(text)] == expected, why


def test_a_name_spans_its_words():
    text = "It was US President Ada Lind who left."
    spans = [text[start:end] for start, end, _, feature in content.find(text) if feature == "name"]
    assert spans == ["US President Ada Lind"]
