"""How alike two words are used: the same kind of person or event is, another kind is not, an unknown word is missing."""

import numpy as np
import pytest
from samestory.corpus.likeness import likeness, nearest

ALIKE = [
    ("gunman", "attacker", 0.7, 1.0, "two words for one who shoots"),
    ("truce", "ceasefire", 0.9, 1.0, "two words for one agreement"),
    ("Truce", "CEASEFIRE", 0.9, 1.0, "case does not matter"),
    ("Monday", "Tuesday", 0.9, 1.0, "used alike and yet not the same: likeness proposes, it does not decide"),
    ("rise", "fall", 0.6, 1.0, "so are opposites"),
    ("gunman", "banana", -1.0, 0.2, "nothing to do with each other"),
    ("police", "police", 0.999, 1.001, "the same word"),
]


@pytest.mark.parametrize(("one", "other", "least", "most", "why"), ALIKE)
def test_likeness_of(one, other, least, most, why):
    assert least <= likeness(one, other) <= most, why
    assert likeness(one, other) == pytest.approx(likeness(other, one))


def test_a_word_without_a_vector_has_no_likeness():
    assert np.isnan(likeness("zzqx", "police"))
    assert np.isnan(likeness("police", "zzqx"))


def test_nearest_of_the_given_words_comes_first_and_unknown_ones_are_left_out():
    found = nearest("gunman", ["banana", "attacker", "zzqx", "shooter"])
    assert found.index.tolist() == ["attacker", "shooter", "banana"]


def test_nearest_among_nothing_is_nothing():
    assert nearest("gunman", []).empty
