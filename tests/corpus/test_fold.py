"""Same letters, other code points: one folding, with the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samestory.corpus import fold

SAME = [
    ("cafe\u0301", "café", "an accent of its own is composed"),
    ("e\u0323\u0301", "ẹ́", "two accents, as far as there is one letter"),
    ("con\u00adfi\u200bdent", "confident", "soft hyphens and zero-width spaces are not seen"),
    ("ﬁnal oﬃce", "final office", "ligatures are two and three letters"),
    ("cease\u2011fire\u2010line", "cease-fire-line", "hyphens that do not break are hyphens"),
    ("Oslo’s mayor", "Oslo's mayor", "an apostrophe inside a word"),
    ("“War”, „Krieg‟", '"War", "Krieg"', "double quotation marks"),
    ("Mr\u00a0Berg\u2009said", "Mr Berg said", "spaces of any width"),
    ("12\u00a0500 and 12\u2009500", "12\u202f500 and 12\u202f500", "a space that groups digits is no plain space"),
    ("the players’ ‘union’", "the players’ ‘union’", "single marks keep the direction that tells what they are"),
    ("naïve – “no”…", 'naïve – "no"…', "dashes, dots and letters stay what they are"),
]


@pytest.mark.parametrize(("delivered", "plain", "why"), SAME)
def test_same_letters_are_the_same_words(delivered, plain, why):
    assert fold.plain(delivered) == plain, why
    assert fold.folded(delivered).text == plain, why


def test_the_way_back_holds_the_whole_of_what_was_folded():
    text = "The oﬃce of cafe\u0301s"
    read = fold.folded(text)
    start = read.text.index("office")
    assert text[read.starts[start] : read.ends[start + 5]] == "oﬃce"
    start = read.text.index("cafés")
    assert text[read.starts[start] : read.ends[start + 4]] == "cafe\u0301s"


@given(st.text(alphabet="ab 1’“”\u00a0\u00adﬁe\u0301‑", max_size=40))
def test_folding_twice_changes_nothing_more_and_offsets_rise(text):
    read = fold.folded(text)
    assert fold.plain(read.text) == read.text == fold.plain(text)
    assert list(read.starts) == sorted(read.starts) and list(read.ends) == sorted(read.ends)
    assert ((read.starts < read.ends) & (read.ends <= len(text))).all()


def test_a_change_inside_an_earlier_one_is_passed_over():
    assert fold.applied("abcdef", [(1, 4, "-"), (2, 3, "x"), (5, 6, "")]).text == "a-e"
