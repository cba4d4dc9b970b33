import pytest
from samestory.compare.facts import alone
from samestory.corpus import known
from story_made_up import read, story, words

BOTH = "Hamas militants fired at Osk from Gaza. Two militants fled. Hamas terrorists came at noon, and terrorists left."
ONE = "Hamas militants shot at Osk from Gaza at noon. Then the militants left."


def own(*texts):
    return words(read(story(*texts))[1], "own label")


def test_a_label_that_one_alone_has_besides_the_common_one_is_shown_against_what_the_others_say():
    assert own(BOTH, ONE) == [{"North": "Hamas terrorists", "South": "Hamas militants"}]


@pytest.mark.parametrize(
    ("first", "other", "why"),
    [
        (BOTH, f"{ONE} Nobody saw terrorists there.", "the other has it once"),
        (BOTH, "Hamas militants shot at Osk from Gaza at noon.", "the other names them once only"),
        (BOTH, "A bridge in Osk near Gaza was hit at noon.", "the other does not name them"),
        ("Hamas militants fired at Osk. “Hamas terrorists came, terrorists left,” Lind said.", ONE, "a speaker's word"),
    ],
)
def test_no_label_of_one_alone(first, other, why):
    assert own(first, other) == [], why


def test_it_says_how_often_each_has_its_label():
    apart = read(story(BOTH, ONE))[1]
    assert set(apart.loc[apart["kind"].eq("own label"), "differs"]) == {"2 of 4 times; 2 of 2 times"}


def test_referents_that_are_many_acts_are_those_of_the_table():
    assert known.words("referents of many acts") <= set(known.table("referents.csv", ["referent"])["referent"])


def test_the_bounds_are_those_measured():
    assert (alone.MENTIONS, alone.SURE, alone.FAR) == (2, 0.95, 0.8)
