import pytest
from samestory.compare.facts import quantities
from story_made_up import read, story, words

ALL = "The harbour office of Varna ordered new safety checks for all foreign ships on Thursday, it said in a letter."
NEARLY = "The harbour office of Varna ordered new safety checks for nearly all foreign ships on Thursday in a letter."


def amounts(*texts):
    return words(read(story(*texts))[1], "quantity")


def test_all_here_and_nearly_all_there_is_a_difference():
    assert amounts(ALL, NEARLY) == [{"North": "all foreign ships", "South": "nearly all foreign ships"}]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (ALL.replace("it said", "as it said"), "the same amount"),
        (NEARLY.replace("foreign ships", "fishing boats"), "of another thing"),
        (NEARLY.replace("foreign ships", "rusty ships"), "of another part of the thing"),
        (f"{NEARLY} A week ago it spoke of all foreign ships.", "it has the other amount too, elsewhere"),
        (NEARLY.replace("nearly all foreign ships", "foreign ships"), "no amount is none that differs"),
        (NEARLY.replace("for nearly all foreign ships", "“for nearly all foreign ships”"), "somebody's words"),
    ],
)
def test_no_other_amount_of_the_same(other, why):
    assert amounts(ALL, other) == [], why


def test_the_bounds_are_those_measured():
    assert (quantities.SURE, quantities.FAR) == (0.9, 0.7)
