"""Figures that accounts of one event surely give otherwise, and the traps: what only looks like another figure."""

import pandas as pd
import pytest
from samestory.annotate.figures import figures
from samestory.compare.facts import framed, numbers
from samestory.compare.figures.ledger import ledger

MONDAY, TUESDAY, WEDNESDAY = "2024-03-04", "2024-03-05", "2024-03-06"


def differ(*texts, dates=(MONDAY, MONDAY, MONDAY), shown=False, likely=0.9, say=False):
    """The differences of numbers between articles, each of one text, that are of one event, as words by outlet."""
    names = ["North", "South", "East"][: len(texts)]
    articles = pd.DataFrame(
        {
            "article_id": [name.lower() for name in names],
            "outlet": names,
            "event": "quake",
            "published": [pd.Period(day) for day in dates[: len(texts)]],
            "text": texts,
        }
    )
    scores = pd.DataFrame(
        [("north", "south", 0, len(texts[0]), 0, len(texts[1]), 1.5 if shown else 0.1, "show" if shown else "propose")],
        columns=["article_id", "other_id", "start", "end", "other_start", "other_end", "score", "level"],
    )
    table = ledger(figures(articles), articles, pairs=scores if shown else None)
    like = {frozenset((a, b)): likely for a in articles["article_id"] for b in articles["article_id"] if a < b}
    found = list(numbers.numbers(framed(table, articles), articles, scores, like))
    if say:
        return [row.differs for row in found]
    words = dict(zip(articles["article_id"], texts, strict=True))
    return [{side.article_id: words[side.article_id][side.start : side.end] for side in row.sides} for row in found]


def why(*texts, shown=False):
    """What is said of the one difference of numbers between articles."""
    (said,) = differ(*texts, shown=shown, say=True)
    return said


DIES = "The quake in Arden killed {} people."


def test_who_died_is_given_otherwise_by_three():
    told = (DIES.format(59), "In Arden the quake left 58 people dead.", "In Arden 50 people died.")
    found = differ(*told)
    assert found == [{"north": "59 people", "south": "58 people", "east": "50 people"}]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (DIES.format(59), DIES.format(59), "the same number"),
        (DIES.format(59), DIES.format(590), "too far apart"),
        (DIES.format(59), DIES.format("dozens of"), "vague"),
        (DIES.format("about 60"), DIES.format(59), "rounded"),
        (DIES.format("more than 58"), DIES.format(59), "a bound that holds"),
        (DIES.format(59), "In Arden the quake may have killed 80 people.", "not told as known"),
        (DIES.format(59), "In Arden 80 people have died since June.", "of another span of time"),
        (DIES.format(59), "In Arden 80 people die each year.", "a rate"),
        (DIES.format(59), "In Arden the toll rose by 40 people.", "a change"),
        (DIES.format(59), "In Arden the quake injured 80 people.", "another act"),
        ("In Arden 59 miners died.", "In Arden 80 nurses died.", "other people"),
        (
            "In Arden the quake injured 59 people.",
            "In Arden 80 people injured in the quake are still in hospital.",
            "some",
        ),
        ("In Arden the quake killed 59 people.", "In Arden the quake killed 80 others.", "beside somebody"),
        ("The fire killed 59 civilians.", "The shelling killed 80 civilians.", "the dead of either side"),
        ("Rebels said 59 people died in Arden.", "Nurses said 80 people died in Arden.", "what two sides say"),
    ],
)
def test_what_is_no_other_figure_of_the_dead(one, other, why):
    assert differ(one, other) == [], why


def test_some_of_one_description_only_with_a_word_that_says_of_which_event():
    told = "Nurses in Arden said 59 civilians died.", "Nurses in Arden said 80 civilians died."
    assert len(differ(*told)) == 1


def test_only_accounts_of_one_event_and_of_days_beside_each_other():
    told = DIES.format(59), DIES.format(70)
    assert len(differ(*told)) == 1
    assert differ(*told, likely=0.2) == []
    assert len(differ(*told, dates=(MONDAY, TUESDAY))) == 1
    assert differ(*told, dates=(MONDAY, WEDNESDAY)) == [], "later accounts know more"


def test_what_is_said_first_of_the_dead_is_the_event_and_what_comes_later_another():
    told = "A quake killed 59 people. A flood killed 70 people.", "A quake killed 59 people. A storm killed 80 people."
    assert differ(*told) == []


def test_other_things_where_the_sentences_surely_tell_one_fact_or_large_numbers_are_near():
    near = "The council hired 31 guards in Arden.", "In Arden the council hired 34 guards."
    apart = "The council hired 31 guards in Arden.", "In Arden the council hired 46 guards."
    few = "The council hired six guards in Arden.", "In Arden the council hired seven guards."
    assert differ(*near) == [{"north": "31 guards", "south": "34 guards"}]
    assert differ(*apart) == differ(*few) == []
    assert differ(*apart, shown=True) == [{"north": "31 guards", "south": "46 guards"}]
    assert differ(*few, shown=True) == [{"north": "six guards", "south": "seven guards"}]
    assert differ(*few, shown=True, likely=0.4) == [], "a handful is counted often"


def test_of_two_sums_in_a_sentence_the_one_that_the_words_around_it_name():
    one = "The Lind campaign raised $43.6 million in April."
    other = "Lind spent $41 million in May, an improvement from the $46.3 million the Lind campaign raised in April."
    assert differ(one, other, shown=True) == [{"north": "$43.6 million", "south": "$46.3 million"}]
    assert differ(one, "In April the Lind campaign topped Roe's $46.3 million.", shown=True) == [], "somebody else's"


def test_about_so_many_is_another_number_from_a_twentieth_on():
    told = "About 52,000 pupils of Arden are at home."
    assert len(differ(told, "In Arden 45,000 pupils are at home.", shown=True)) == 1
    assert differ(told, "In Arden 50,500 pupils are at home.", shown=True) == []
    rounded = "About 50,000 pupils of Arden are at home."
    assert differ(rounded, "In Arden 45,000 pupils are at home.", shown=True) == [], "it may be 45,000 rounded"


def test_what_is_needed_is_no_other_figure_and_what_could_be_is_said_to_be_that():
    needed = "In May Roe’s party needs a net gain of {} seats in Arden."
    assert differ(needed.format("32"), needed.format("36"), shown=True) == [], "for what is not said"
    done = "Roe named {} steps in Arden without a vote."
    could = why(done.format(31), "Roe named 46 steps he could take in Arden without a vote.", shown=True)
    assert could == "the numbers differ: one tells of what could be"
    assert why(done.format(31), done.format(46), shown=True) == "the numbers differ: no number is both"


def test_of_tolls_that_differ_by_one_it_is_said_that_one_may_hold_one_more():
    told = DIES.format(59), "In Arden the quake left {} people dead."
    assert (
        why(told[0], told[1].format(58)) == "the numbers differ: one account may count somebody whom the other does not"
    )
    assert why(told[0], told[1].format(50)) == "the numbers differ: such a count may change from hour to hour"


def test_a_number_that_the_other_account_gives_too_is_settled():
    one = "The council hired 31 guards in Arden. Arden has 34 guards on two boats."
    assert differ(one, "In Arden the council hired 34 guards.", shown=True) == []


def test_a_toll_that_outgrows_a_bound_is_another_state_of_it():
    told = "In Arden the toll rose to at least 138.", "The quake in Arden killed 161 people."
    assert differ(*told) == [{"north": "at least 138", "south": "161 people"}]
    assert differ("In Arden more than 100 people died.", DIES.format(138)) == [], "the bound still holds"
    bound = "In Arden at least 105 people died."
    assert len(differ(bound, DIES.format(116))) == 1, "a tenth more"
    assert differ(bound, DIES.format(114)) == [], "it may be that toll"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Arden hired 31 guards.", "Arden hired 34 nurses.", "another noun"),
        ("In May Ada Lind paid a fine of $350,000.", "In May Ben Roe paid a fine of $473,000.", "of two persons"),
        ("A poll found that 70 percent of voters agree.", "A poll found that 86 percent of voters agree.", "two polls"),
        ("The plan costs $1.22 trillion in cuts.", "The plan costs $1.2 trillion in cuts.", "rounded"),
        ("Arden hired 31 guards in the past month.", "Arden hired 34 guards in the past week.", "spans of time"),
        ("Arden hired 31 guards in May.", "Arden hired 34 guards in June.", "months"),
        ("In 2019 Arden hired 31 guards.", "Arden hired 34 guards.", "of another year"),
        ("Arden hired 31 guards.", "Arden hired another 34 guards.", "more of them"),
        ("Arden hired 31 guards.", "Arden hired 34 new guards.", "some of them"),
        ("Arden hired 31 guards.", "Arden hired 34 guards and support staff.", "others counted with them"),
        ("Arden hired 31 night guards.", "Arden hired 34 river guards.", "of two kinds"),
        ("Arden hired 31 guards.", "Arden hired 34 guards each week.", "a rate"),
        ("Arden hired 31 guards.", "Arden may hire 34 guards.", "not done"),
        ("The school is 65 miles south of Osk.", "The school is 60 miles south of Brin.", "from two towns"),
        ("Arden hired Lind's 31 guards.", "Arden hired 34 guards.", "somebody's"),
    ],
)
def test_what_is_no_other_figure_of_one_fact(one, other, why):
    assert differ(one, other, shown=True) == [], why


TOLL = "A boy died, raising the toll of dead in Gaza to at least 138."


def test_the_tolls_of_a_people_at_other_hours_are_one_difference():
    told = (
        "In Gaza 30 people died on Monday, bringing the total number of fatalities in Gaza to more than 130.",
        "In Gaza 40 people met. A boy died, raising the Palestinian death toll to at least 138.",
        "In Gaza 40 people met. Raids killed 161 Palestinians.",
    )
    found = differ(*told, dates=(MONDAY, MONDAY, TUESDAY))
    assert found == [{"north": "more than 130", "south": "at least 138", "east": "161 Palestinians"}]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (TOLL.replace("raising the toll of", "with"), "Raids killed 161 Palestinians.", "neither is the toll"),
        (TOLL, "In Gaza 40 people met. Raids killed 161 Palestinian children.", "some of them"),
        (TOLL, "In Gaza 40 people met. Raids killed 161 Israelis.", "another people"),
        (TOLL, "In Gaza 40 people met. Raids killed 161 Palestinians on Monday.", "the dead of a day"),
        (TOLL, "In Gaza 40 people met. Raids killed 161 Palestinians in the past month.", "of another span"),
        (TOLL, "In Gaza 40 people met. Raids killed 961 Palestinians.", "too far apart"),
        (TOLL, "In Gaza 40 people met. Raids injured 161 Palestinians.", "another act"),
        (TOLL, "In Gaza 40 people met. Raids may kill 161 Palestinians.", "not told as known"),
        (TOLL, "In Gaza 40 people met. Raids killed 161 Palestinians in 2014.", "another year’s"),
    ],
)
def test_what_is_no_other_count_of_a_toll(one, other, why):
    heard = "Nobody knew more. In Arden 40 people died and 50 people were hurt. "
    assert differ(heard + one, heard + other) == [], why


def test_no_ledger_no_difference():
    assert differ("Nobody came.", "Nobody spoke.") == []
