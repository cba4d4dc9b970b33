import pytest
from samestory.compare.facts import missing, untold
from story_made_up import read, story, words

SOLD = "The Varna shipyard sold three cranes to a rival from Brin in May."
AGAIN = "In May a rival from Brin bought three cranes of the Varna shipyard, its owner said."
OTHER = "The council of Osk met at noon and talked about buses for an hour."


def lacking(*texts):
    """The differences of the kind “left out” that rest on a fact: for each group its words, None where it lacks them."""
    _, apart = read(story(*texts))
    return words(apart[apart["fact"].notna()], "left out")


def test_what_two_accounts_tell_and_a_third_does_not_shows_both_tellings():
    assert lacking(SOLD, AGAIN, OTHER) == [{"North": SOLD, "South": AGAIN, "East": None}]


@pytest.mark.parametrize(
    ("third", "why"),
    [
        (f"{OTHER} A rival from Brin took cranes away.", "the third has a part of it"),
        (f"{OTHER} Cranes of the Varna shipyard went to a rival in May.", "the third has a sentence that comes near"),
        (f"{OTHER} Brin is a rival. Varna has a shipyard. Three people went to see cranes.",
         "most of its words stand there, scattered"),
    ],
)  # fmt: skip
def test_a_third_account_that_has_some_of_it_does_not_lack_it(third, why):
    assert lacking(SOLD, AGAIN, third) == [], why


def test_what_two_accounts_hardly_share_tells_nothing_to_look_for():
    """One rare word in common makes no fact, whatever a third account lacks."""
    one, other = "The owner of the cranes was glad.", "Birds called cranes had come back to the lake of Osk."
    assert lacking(one, other, OTHER) == []


def test_the_bounds_are_those_measured():
    assert (untold.TOLD, untold.NAMED, untold.LACKING, untold.HEAVY, untold.NEAR) == (0.7, 2, 0.7, 1.7, 1.0)
    assert untold.SURE >= missing.TWO


SCOLDED = "The engineer called a reporter from Brin a “nincompoop” on the steps of the town hall."
TOO = "Asked about his pay, he answered that whoever wrote that was a “nincompoop” and shut the door."


def quoted(*texts):
    """The differences of the kind “left out” that rest on quoted words of no fact in common."""
    return words(read(story(*texts))[1], "left out")


def test_a_word_that_two_accounts_quote_and_a_third_has_not_is_left_out():
    assert {"North": SCOLDED, "South": TOO, "East": None} in quoted(SCOLDED, TOO, OTHER)


@pytest.mark.parametrize(
    ("second", "third", "why"),
    [
        (TOO, f"{OTHER} Nincompoops were not on the list.", "the third has it in another form"),
        (TOO.replace("“nincompoop”", "nincompoop"), OTHER, "one of the two quotes nobody"),
        (TOO.replace("“nincompoop”", "“nincompoop who should have stayed home”"), OTHER, "no few words"),
    ],
)
def test_a_quoted_word_is_only_left_out_where_two_quote_it_and_it_stands_nowhere(second, third, why):
    sides = {"North": SCOLDED, "South": second, "East": None}
    assert sides not in quoted(SCOLDED, second, third), why
