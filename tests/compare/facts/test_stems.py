import pytest
from samestory.compare.facts.stems import stems


@pytest.mark.parametrize(
    ("phrase", "parts", "expected", "why"),
    [
        ("The rallies, and the rally.", False, {"ralli"}, "one stem, without articles, marks and doubles"),
        ("an anti-tax rally", False, {"anti-tax", "ralli"}, "a joined word is one word"),
        ("an anti-tax rally", True, {"anti-tax", "anti", "tax", "ralli"}, "and its parts, where they are asked for"),
        (None, False, set(), "nothing has no words"),
    ],
)
def test_stems(phrase, parts, expected, why):
    assert stems(phrase, parts=parts) == expected, why
