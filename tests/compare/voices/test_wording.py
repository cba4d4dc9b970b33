"""Which quotations are the same words, and from which on two people cannot both have said them."""

import pytest
from samestory.compare.voices import conflicts, wording


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("we will go home", "we will go home", True, "four words in a row"),
        ("we will go", "we will go", False, "three may be anybody's"),
        ("we will go home and sleep for days", "we will go home and sleep by you", True, "six of eight words in common"),
        ("we will go home and sleep for days", "we will go home or dream all night", False, "four"),
        ("we will go home and sleep for days", "we will go home and sleep by him daily", False, "of the shorter one"),
        ("a b c d e f g h", "a b c d e f g h x y z v w", True, "eight of the shorter one"),
        ("a b c d e f g", "a b c d e f g x y z v w", False, "seven of the shorter one may be a stock phrase"),
    ],
)  # fmt: skip
def test_most_words_of_both_or_many_of_the_shorter_quotation_stand_in_the_other(one, other, same, why):
    assert (len(set(wording.same_words([one, other]))) == 1) == same, why


def test_what_is_not_trimmed_must_be_most_of_both():
    texts = ["a b c d e f g h", "a b c d e f g h x y z v w"]
    assert wording.same_words(texts, lambda one, other: False) == [0, 1]
    assert wording.same_words([texts[0], texts[0]], lambda one, other: False) == [0, 0]


RUNS = [
    ("m a b c d y e f g h n o p", True, True, "two runs of four words, of one voice"),
    ("m a b c d y e f g h n o p", False, False, "of two voices"),
    ("m a b c d y e f g z n o p", True, False, "one run of four and one of three"),
    ("m e f g h i j n o p", True, True, "six in a row, of one voice"),
    ("m e f g h i n o p", True, False, "five"),
]


@pytest.mark.parametrize(("other", "voice", "same", "why"), RUNS)
def test_runs_of_eight_words_or_six_in_a_row_of_one_voice_are_one_quotation(other, voice, same, why):
    texts = ["a b c d x e f g h i j k l", other]
    assert (len(set(wording.same_words(texts, lambda a, b: False, lambda a, b: voice))) == 1) == same, why


PRINTED = [
    ([("North", "“We will go home now,”"), ("South", "“we will go home”")], "We will go home", 2, "both"),
    ([("North", "“We will go home now,”"), ("North", "“we will go home”")], None, 0, "one group alone"),
    ([("North", "“we will say it’s so”"), ("South", "“we will say it is so”")], None, 0, "no word is cut"),
    ([("North", "we will go home by sea"), ("South", "we will go home by sea"), ("West", "and we will go home")],
     "we will go home", 3, "most groups before most words"),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "run", "groups", "why"), PRINTED)
def test_the_words_that_most_groups_print(printed, run, groups, why):
    shown, by = wording.common(printed)
    assert (shown, len(by)) == (run, groups), why


@pytest.mark.parametrize(("before", "same"), [(90, True), (110, False)])
def test_a_run_of_words_in_very_many_quotations_ties_nothing(before, same):
    others = [f"a b c d n{k} m{k} o{k}" for k in range(before)]
    groups = wording.same_words([*others, "a b c d x y", "a b c d y x"])
    assert (groups[-1] == groups[-2]) == same


@pytest.mark.parametrize(
    ("one", "other", "same", "why"),
    [
        ("we will go home by sea", "we will go home by sea", True, "six words"),
        ("we will go home now", "we will go home now", False, "five may be two people's own"),
        ("a b c d e f g h", "a b c d e f x y", True, "three quarters of both"),
        ("a b c d e f g h", "a b c d e x y z", False, "less"),
        ("a b c d e f g h i j k", "a b c d e f", False, "of the longer one as well"),
    ],
)
def test_from_which_words_on_two_speakers_of_one_quotation_conflict(one, other, same, why):
    assert conflicts._is_same(one, other) == same, why
