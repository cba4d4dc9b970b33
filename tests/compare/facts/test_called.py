import pytest
from samestory.compare.facts import called
from story_made_up import read, story, words

ONE = "A massacre in the market hall of Osk shocked the town. The hall stays shut."
OTHER = "Teachers and nurses prayed for those who fell in a shooting. Shops are closed."


def matter(*texts, **more):
    return words(read(story(*texts, **more))[1], "called")


def test_what_two_reports_call_their_matter_where_they_begin():
    assert matter(ONE, OTHER) == [{"North": "A massacre", "South": "a shooting"}]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (f"{OTHER} The massacre was the first in Osk.", "it has the other's word too"),
        (OTHER.replace("a shooting", "shootings"), "of one here, of several there"),
        (OTHER.replace("a shooting", "“a shooting”"), "somebody's word"),
        (
            f"{OTHER} An attack had been feared. The attack was foreseen, the attack came.",
            "its most used word is later",
        ),
        (OTHER.replace("a shooting", "a fire"), "no word of the class"),
    ],
)
def test_no_other_word_for_the_matter(other, why):
    found = matter(ONE, other)
    assert [side for side in found if side.get("South") == "a shooting"] == [], why


def test_a_word_that_comes_late_is_not_the_matter():
    late = "\n\n".join([*(f"Osk has a market hall, part {k}." for k in range(called.PARAGRAPHS)), OTHER])
    assert matter(ONE, late) == []


def test_the_bounds_are_those_measured():
    assert (called.PARAGRAPHS, called.SURE, called.FAR) == (3, 0.9, {"contested": 0.7, "style": 0.46})
