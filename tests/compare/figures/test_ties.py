"""Tellings of one count, and of two, in pairs of made-up articles: tied, a question, or not compared."""

import pandas as pd
import pytest
from samestory.annotate.figures import figures
from samestory.compare.figures.ledger import ledger
from samestory.compare.figures.reconcile import MAYBE, verdicts

AGO, NOW = "2024-03-01", "2024-03-02"


def told(one, other, dates=(NOW, NOW), pairs=None):
    """The verdicts on two articles of one story, each a sentence."""
    texts = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "outlet": ["North", "South"],
            "event": "quake",
            "published": [pd.Period(day) for day in dates],
            "text": [one, other],
        }
    )
    found = ledger(figures(texts), texts, pairs=None if pairs is None else aligned(one, other, pairs))
    return verdicts(found)["verdict"].tolist()


def aligned(one, other, level):
    """A table of aligned sentences in which the two articles are one pair."""
    ends = {"start": [0], "end": [len(one)], "other_start": [0], "other_end": [len(other)]}
    return pd.DataFrame({"article_id": ["a"], "other_id": ["b"], "score": [1.0], "level": [level]} | ends)


TELLINGS = [
    ("The quake killed 31 people in Arden.", "In Arden 31 people died.", ["equal"], "the same act in other words"),
    ("The quake killed 31 villagers.", "The quake killed 31 people.", ["equal"], "people by any description"),
    ("Rebels fired 1,400 rockets.", "Rebels fired 1,400 missiles.", ["equal"], "words used alike"),
    ("Rebels fired more than 1,400 rockets.", "Rebels fired 1,400 rockets.", ["rounded"], "a number made a bound"),
    ("Rebels fired nearly 1,400 rockets.", "Rebels fired 1,400 rockets.", ["compatible"], "nearly so many may be said of it"),
    ("Some 49,000 miners marched in Arden.", "In Arden 50,000 miners marched.", ["compatible"], "some: near it"),
    ("The house voted 252-173 for it.", "It passed by 252-173.", ["equal"], "a vote is one value"),
    ("The quake killed 31 people.", "The quake injured 31 people.", [], "two acts"),
    ("Four children spoke.", "Four sections were read.", [], "a small number alone is chance"),
    ("The fire in Arden hurt 12 people.", "The fire in Bree hurt 12 people.", [MAYBE], "two places: a question at most"),
    ("It spent $4 billion.", "A plan of $5 million was read.", [], "far apart"),
    ("She lives on the 29th floor.", "She lives on the 32nd floor.", [], "two floors"),
    ("Rockets killed five Israelis.", "Rockets killed five Palestinians.", [], "two peoples are two counts"),
    ("None of the 40 miners was killed in Arden.", "All 40 miners were killed in Arden.", ["opposed"], "opposites"),
    ("Police denied that 12 people died in Arden.", "In Arden 12 people died.", ["opposed"], "a denial is no report"),
    ("The leak in Arden hit millions of users.", "In Arden ads reach millions of users.", [], "a magnitude shows nothing"),
    ("The party lost 63 seats in Arden.", "In Arden the party holds 30 seats.", [], "other numbers of one noun"),
    ("The tax rate in Arden is 28 percent.", "In Arden the tax rate rose from 28 to 39 percent.", [], "now and then"),
    ("Two bills were read in Arden.", "In Arden two bills were read.", [], "a number this small needs the same fact"),
    ("The tariff in Arden is 25 percent.", "Tariffs of 25 percent were set.", [MAYBE], "one noun and a round share: open"),
    ("He was ahead, 50 percent to 46.", "She was ahead, 50 percent to 48.", [], "shares of what is not said"),
    ("It was her second term.", "It was his second term.", [], "an ordinal of anything"),
    ("It lasted three days.", "It lasted four days.", [], "durations are no question"),
    ("The toll in Arden rose by 12 people.", "In Arden 12 people died.", [], "a change is no level"),
    ("It passed by 396-9 in Arden.", "In Bree a 396-9 vote was told of.", ["equal"], "the vote of a house, wherever told"),
    ("Police held 30 men in Arden on Monday.", "Police in Arden held 34 men this year.", [], "a day’s count and a year’s"),
    ("Six people were injured in the Arden mall attack.", "Four people were shot in the Arden mall attack.", [MAYBE], "shot, so hurt"),
    ("It passed by a 25-6 vote in Arden.", "The Arden senate passed it by a 25-6 margin.", ["equal"], "a result by any noun"),
    ("The plant in Arden laid off 293 workers.", "In Arden the plant laid off 240 workers.", ["contradictory"], "one act"),
    ("He saw 293 guests at the Arden ball.", "At the Arden ball he saw 240 guests.", [MAYBE], "one noun and two rare words"),
    ("He saw 12 guests at the Arden ball.", "At the Arden ball he saw 10 guests.", [], "a handful is too common"),
    ("Three gunmen came.", "Two gunmen ran.", [MAYBE], "those who did it are one number"),
    ("Three cooks came.", "Two cooks ran.", [], "others are not"),
    ("Doe did 614 interviews in Arden.", "In Arden Doe interviewed 614 people.", ["equal"], "interviews count people"),
    ("The average teacher salary was $74,839.", "The teachers’ average pay is $76,000 a year.", [MAYBE], "pay and salary"),
    ("The party has 3,110 clerks in Arden.", "In Arden the party has 3,000 other clerks.", [], "others are none of those"),
    ("The bill would cut $60 billion from Medicaid.", "The act would cut $60 billion from Medicaid.", ["equal"], "off what"),
    ("The mayor took nearly two dozen executive steps.", "The mayor will take 23 executive steps.", [MAYBE], "to be, and done"),
    ("The mayor took nearly two dozen steps.", "The mayor will take 23 steps.", [], "of what kind is not said"),
    ("The Arden dam flood did $2.1 billion in damage.", "Damage in the Arden dam flood was $1.9 billion.", [MAYBE], "near sums of one noun"),
    ("The Arden dam did $2.1 billion in damage.", "A Bree storm did $1.9 billion in damage.", [], "and of another"),
    ("In Arden 12 Republican senators met.", "In Arden 12 Democratic senators met.", [], "the one are not the other"),
    ("In Arden 212 male nurses met.", "In Arden 212 female nurses met.", [], "nor of a longer number"),
    ("In Arden 12 Republican senators met.", "In Arden 12 senators met.", [], "told by one alone"),
    ("He passed it by 5-4 in Arden.", "In Bree a 5-4 vote was told of.", [], "a vote of few is many votes"),
    ("Arden has 12 grey ships and 14 armed ships.", "In Arden there are 12 armed ships.", [MAYBE], "the 14 are the armed ones"),
    ("Arden has 12 grey ships.", "In Arden there are 12 armed ships.", [], "other words for them: no verdict"),
    ("Arden has 12 grey ships.", "In Arden there are 12 large grey ships.", ["equal"], "a word in common"),
    ("Arden lost 12 bound volumes.", "In Arden 12 loose volumes were lost.", [], "words that exclude each other"),
    ("The Arden shop once had 40 staff.", "The Arden shop has 30 staff.", [], "then and now"),
    ("The Arden shop once had 40 staff.", "The Arden shop has 40 staff.", [MAYBE], "nor is then confirmed by now"),
    ("Doe would not appeal to “47 percent of the people” of Arden.", "Doe spoke of 47 percent of the people of Arden.", ["equal"], "an appeal denied is no share denied"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected", "why"), TELLINGS)
def test_tellings_of_a_count(one, other, expected, why):
    assert told(one, other) == expected, why


def test_days_are_one_span_where_both_say_of_what_or_the_sentences_surely_tell_one_fact():
    one, other = "Each side has two days to argue.", "Over two days questions were sent in."
    assert told(one, other, pairs="propose") == [] and told(one, other, pairs="show") == ["equal"]


def test_nearly_so_many_and_more_than_so_many_contradict():
    one, other = "They free a spy jailed for nearly 20 years.", "A spy jailed for more than 20 years is free."
    assert told(one, other) == [] and told(one, other, pairs="show") == ["contradictory"]
    assert told("He ruled nearly 20 years.", "He ruled 20 years.", pairs="show") == ["compatible"], (
        "nearly is loosely said"
    )


def test_what_is_denied_of_an_act_opposes_no_number():
    one, other = "Doe would not appeal to “47 percent of the people”.", "Doe spoke of 47 percent of the people."
    assert set(told(one, other, pairs="show")) <= {"equal", MAYBE}


def test_who_stands_for_what_is_counted_with_it():
    one, other = "In all 31 governors refused.", "In all 31 states refused."
    assert told(one, other) == [MAYBE] and told(one, other, pairs="propose") == ["equal"]


def test_few_that_differ_by_one_are_a_question_where_the_sentences_tell_one_fact():
    one, other = "Two masked men came in.", "Three gunmen came in."
    assert told(one, other) == [] and told(one, other, pairs="show") == [MAYBE]
    assert told(one, "Five gunmen came in.", pairs="show") == [], "five are other men"


def test_shares_of_what_is_not_said_are_one_in_no_sentence():
    one, other = "Doe led 50 percent to 46 percent.", "Roe led 50 percent to 48 percent."
    assert "equal" not in told(one, other, pairs="show")


def test_two_or_three_things_are_one_where_the_sentences_tell_one_fact():
    one, other = "Two bills were read in Arden.", "In Arden two bills were read."
    assert told(one, other) == [] and told(one, other, pairs="show") == ["equal"]


def test_numbers_that_differ_are_a_question_unless_the_dates_show_which_is_earlier():
    one, other = "The quake killed 31 people in Arden.", "In Arden 34 people died in the quake."
    assert told(one, other) == [MAYBE], "of one day: a toll grows"
    assert told(one, other, (AGO, NOW)) == ["stale"]
    assert told(other, one, (AGO, NOW)) == [MAYBE], "a toll does not fall"


def test_what_does_not_grow_and_differs_contradicts():
    one, other = "The council hired 31 guards in Arden.", "In Arden the council hired 34 guards."
    assert told(one, other, pairs="show") == ["contradictory"]


def test_another_day_s_count_is_asked_about_only_where_the_sentences_may_tell_one_fact():
    one, other = "The fire hurt 12 people.", "A fire hurt 17 people."
    assert told(one, other) == [MAYBE]
    assert told(one, other, (AGO, "2024-03-03")) == [], "two days: another fire’s"
    assert told(one, other, (AGO, "2024-03-03"), pairs="propose") != []


def test_one_source_counts_up_and_two_count_otherwise():
    one, other = "In Arden 31 people died, said the army.", "In Arden 34 people died, said the nurses’ union."
    assert told(one, other, (AGO, NOW)) == [MAYBE], "another’s count is no later one"


@pytest.mark.parametrize(
    ("one", "other", "expected", "why"),
    [
        ("He will take 19 steps soon.", "He took 23 steps today.", [MAYBE], "planned, then done"),
        ("He will take five steps soon.", "He took six steps today.", [], "a handful"),
        ("He will take 19 steps soon.", "He took 43 steps today.", [], "far from it"),
        ("He denied that 19 steps were read.", "He took 23 steps today.", [], "a denial is no plan"),
    ],
)
def test_what_was_planned_may_be_what_was_done(one, other, expected, why):
    assert told(one, other, (AGO, NOW), pairs="show") == expected, why
    assert told(one, other, (AGO, NOW)) == [], "not without the fact"


def test_a_sharp_number_of_things_alike_is_one_where_the_sentences_may_tell_one_fact():
    assert told("The plan lists 23 steps.", "Its 23 actions were read.", pairs="propose") == ["equal"]
    assert told("The plan lists 20 steps.", "Its 20 actions were read.", pairs="propose") == [MAYBE], "round"


def test_what_may_be_one_may_be_one_with_all_that_surely_are():
    texts = ["He will take 19 steps.", "He took 23 steps in Arden.", "In Arden he took 23 steps."]
    rows = pd.DataFrame(
        {
            "article_id": list("abc"),
            "outlet": ["North", "South", "East"],
            "event": "plan",
            "published": [pd.Period(day) for day in (AGO, NOW, NOW)],
            "text": texts,
        }
    )
    found = verdicts(ledger(figures(rows), rows, pairs=aligned(*texts[:2], "show")))
    assert sorted(found["verdict"]) == ["equal", MAYBE, MAYBE]


def test_sentences_of_one_fact_tie_other_words():
    one, other = "The plan lists 23 steps.", "Its 23 measures were read."
    assert told(one, other) == [], "an equal number of things not alike"
    assert told(one, other, pairs="show") == ["equal"]


def test_a_duration_enters_only_where_another_outlet_tells_it_too():
    assert told("The truce followed eight days of fighting.", "After eight days of fighting came a truce.") == ["equal"]
    assert told("The truce followed eight days of fighting.", "The truce was read.") == []


SAID_ALIKE = [
    ("The police denied that 70 ships came to Arden.", "Police in Bree said 70 ships came.", "propose", "denied elsewhere"),
    ("He wrote the 5-4 decision on ports.", "The 5-4 vote on schools came late.", "propose", "two votes of few"),
    ("Spending is at $1 trillion.", "The deficit exceeds $1 trillion.", "propose", "one round sum of two things"),
    ("It ends after five years.", "A five-year sunset clause was read.", "show", "a span and no word in common"),
    ("Half of that, or 35 percent, was spent.", "The poverty rate is 35 percent.", "show", "a round share, and no word"),
    ("He does not like talk of a second wave in Arden.", "In Arden a second wave came.", "show", "not liked, not denied"),
    ("He trails by 9 points in Arden.", "In Arden her lead was 8 to 9 points.", "show", "small, and only overlapping"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "level", "why"), SAID_ALIKE)
def test_what_only_may_tell_one_fact_is_no_verdict(one, other, level, why):
    assert set(told(one, other, pairs=level)) <= {MAYBE}, why


def test_a_number_that_both_give_is_compared_with_no_third():
    one = "In Arden 31 people died, police said. On Friday 28 people had died in Arden."
    assert told(one, "The quake killed 31 people in Arden.") == ["equal"]


TOLLS = [
    (
        "The quake killed 31 people in Arden.",
        "Since 31 people died in Arden, it rebuilt.",
        ["equal"],
        "told as background",
    ),
    ("The quake killed 31 people in Arden.", "A fire killed 31 people in Bree.", [], "another place"),
    ("The quake killed 12 people in Arden.", "Since 12 people died in Arden, it rebuilt.", [], "so few die often"),
    ("The quake killed 31 people in Arden.", "It may have killed 31 people in Arden.", [], "no toll, but a fear"),
    ("The quake killed 31 people in Arden.", "It hurt 31 people in Arden.", [], "another act"),
]


@pytest.mark.parametrize(("one", "other", "expected", "why"), TOLLS)
def test_a_toll_is_one_across_stories(one, other, expected, why):
    texts = pd.DataFrame(
        {
            "article_id": ["a", "b"],
            "outlet": ["North", "South"],
            "event": ["quake", "rebuilding"],
            "published": [pd.Period(day) for day in (AGO, NOW)],
            "text": [one, other],
        }
    )
    assert verdicts(ledger(figures(texts), texts))["verdict"].tolist() == expected, why


def test_a_large_number_of_one_thing_said_twice_in_an_article_is_one_referent():
    texts = pd.DataFrame(
        {
            "article_id": ["a"],
            "outlet": ["North"],
            "event": ["leak"],
            "published": [pd.Period(NOW)],
            "text": [
                "Arden lost data of millions of customers. The millions of customers of Arden sued. It has 90 ships."
            ],
        }
    )
    assert ledger(figures(texts), texts)["referent"].tolist() == [1, 1, 2]
