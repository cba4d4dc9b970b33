"""What each sign is worth that two reports are of one thing: which are enough together, and which are not."""

import pandas as pd
import pytest
from samestory.compare.figures import coreference, intervals, reconcile, ties
from samestory.compare.figures.counted import Counted
from samestory.compare.figures.echoes import _signs
from samestory.compare.figures.ties import PROPOSED, RARE, SHOWN


def report(named, *, kind="count", low=None, **more):
    plain = {
        "status": "asserted",
        "change": None,
        "over": None,
        "relation": "=",
        "low_open": False,
        "high_open": False,
        "published": None,
    }
    return plain | {"kind": kind, "named": float(named), "low": float(low or named), "high": float(named)} | more


def counted(head="", act=""):
    return Counted(head=head, act=act, modifiers=frozenset())


SAME, LIKE, OTHER = ("guard", "guard"), ("", ""), ("guard", "cherry")
EQUAL, AGREE, APART = (40, {}), (41, {"low": 40}), (43, {})  # beside 40
PRECISE, SHARP, SUM = (435, {}), (43, {}), (40, {"kind": "money"})  # beside themselves


def score(one, other, nouns, *, act=False, aligned=0.0, words=0.0):
    a, b = (report(number, **more) for number, more in (one, other))
    keys = (counted(noun, "kill" if act else "") for noun in nouns)
    tie = ties.signs(a, b, *keys, aligned)
    tie = tie._replace(words=words)
    return sum(tie), tie, a, b


SIGNS = [
    (EQUAL, EQUAL, SAME, {"words": RARE}, True, "one number, one noun, a rare word"),
    (EQUAL, EQUAL, LIKE, {}, False, "what is counted is not said"),
    (EQUAL, EQUAL, LIKE, {"act": True}, True, "but what was done"),
    (EQUAL, EQUAL, LIKE, {"aligned": PROPOSED}, False, "their sentences may tell one fact"),
    (EQUAL, EQUAL, LIKE, {"aligned": SHOWN}, True, "they do"),
    (AGREE, EQUAL, SAME, {}, False, "two numbers that agree, one noun"),
    (AGREE, EQUAL, SAME, {"aligned": PROPOSED}, True, "in sentences that may tell one fact"),
    (AGREE, EQUAL, LIKE, {"act": True}, False, "no noun"),
    (AGREE, EQUAL, LIKE, {"aligned": SHOWN}, False, "nothing but the fact"),
    (PRECISE, PRECISE, LIKE, {}, False, "in three digits, of what is not said"),
    (PRECISE, PRECISE, LIKE, {"aligned": PROPOSED}, True, "in sentences that may tell one fact"),
    (PRECISE, PRECISE, OTHER, {"act": True, "aligned": SHOWN}, True, "all but the noun"),
    (PRECISE, PRECISE, OTHER, {"aligned": SHOWN}, False, "of another noun"),
    (SHARP, SHARP, LIKE, {}, False, "no round number, of what is not said"),
    (SHARP, SHARP, LIKE, {"aligned": PROPOSED}, True, "in sentences that may tell one fact"),
    (SUM, SUM, LIKE, {}, False, "a sum of what is not said"),
    (SUM, SUM, LIKE, {"aligned": PROPOSED}, True, "in sentences that may tell one fact"),
    (APART, EQUAL, SAME, {"act": True, "aligned": SHOWN}, True, "two numbers, where noun, act and fact are one"),
    (APART, EQUAL, SAME, {"act": True, "aligned": PROPOSED}, False, "where the fact only may be"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "nouns", "more", "sure", "why"), SIGNS)
def test_which_signs_together_surely_tie_two_reports(one, other, nouns, more, sure, why):
    total, tie, a, b = score(one, other, nouns, **more)
    assert ties._sure(tie, total, a, b, all(nouns)) == sure, why


@pytest.mark.parametrize(
    ("smaller", "larger", "value", "why"),
    [
        (40, 50, 0.0, "a quarter more may be of another day"),
        (40, 52, -1.0, "more than a quarter speaks against it"),
        (40, 80, -1.0, "twice as many too"),
        (40, 84, -1.5, "more speaks against it more"),
        (40, 160, -1.5, "four times as many"),
        (40, 170, ties.NEVER, "more are never one"),
    ],
)
def test_how_far_apart_two_numbers_of_one_thing_may_be(smaller, larger, value, why):
    assert ties._value(report(smaller), report(larger)) == value, why


def test_equal_numbers_are_worth_more_the_less_they_are_equal_by_chance():
    worth = [ties._value(report(*a), report(*b)) for a, b in (((40,), (40,)), ((43,), (43,)), ((435,), (435,)))]
    assert worth == sorted(worth) and len(set(worth)) == 3
    assert ties._value(report(12), report(12)) < ties._value(report(13), report(13)), "a handful is counted often"


@pytest.mark.parametrize(("reports", "weighs"), [(20, True), (24, False), (40, False)])
def test_in_a_short_story_a_word_of_every_report_is_rare_too(reports, weighs):
    assert (ties._weights([frozenset({"mill"})] * reports)["mill"] > 0) == weighs


@pytest.mark.parametrize(("votes", "house"), [(49, False), (50, True)])
def test_the_vote_of_a_house_is_not_alike_by_chance(votes, house):
    assert ties._house(report(20, kind="score", high=float(votes - 20))) == house


@pytest.mark.parametrize(("days", "near"), [(1, True), (2, False)])
def test_numbers_of_days_beside_each_other_may_be_one(days, near):
    one, other = (report(40, published=pd.Period(f"2031-05-{4 + k:02}", freq="D")) for k in (0, days))
    assert ties._of_days(one, other) == near


@pytest.mark.parametrize(("having", "pairs"), [(12, 66), (13, 0)])
def test_in_a_large_story_a_word_of_many_reports_makes_no_pair(having, pairs):
    assert len(list(ties._seeded(list(range(having)), [frozenset({"mill"})] * having))) == pairs


@pytest.mark.parametrize(("reports", "every"), [(250, True), (251, False)])
def test_in_a_small_story_all_pairs_are_looked_at(reports, every):
    rows = [report(40, event="e", unit=None, group=f"g{k % 2}") for k in range(reports)]
    assert bool(list(ties._candidates(rows, [frozenset()] * reports, {}))) == every


def tied(places=((), ()), words=0):
    """The score of two reports of a story whose sentences name places, and have so many rare words in common."""
    plain = {"event": "e", "unit": None, "start": 0}
    rows = pd.DataFrame([report(43, kind="money", **plain, group=name, article_id=name) for name in "ab"])
    said = frozenset(f"w{k}" for k in range(words))
    around = pd.DataFrame({"places": map(frozenset, places), "names": [frozenset()] * 2, "words": [said] * 2})
    return ties.ties(rows, [counted("guard"), counted("guard")], around)["score"].item()


def test_rare_words_weigh_more_than_an_act_and_less_than_a_noun():
    """The first one less than half of that; from some words on no more is added."""
    one, four, nine = (tied(words=words) - tied() for words in (1, 4, 9))
    assert 0.4 < one < 0.8
    assert ties.SAME_ACT < four < ties.SAME_NOUN and four == pytest.approx(nine)


def test_another_place_undoes_more_than_an_act_and_less_than_act_and_sentence():
    less = tied() - tied(places=(["osk"], ["brin"]))
    assert ties.SAME_ACT < less < ties.SAME_ACT + ties.PROPOSED


@pytest.mark.parametrize(
    ("exact", "rounded", "is_one", "why"),
    [
        (105.0, 100.0, True, "one digit, from a hundred up, and near"),
        (107.0, 100.0, False, "not near enough"),
        (91.0, 90.0, False, "below a hundred nothing is rounded"),
        (820.0, 800.0, True, "near"),
    ],
)
def test_what_a_number_of_one_digit_rounds(exact, rounded, is_one, why):
    assert intervals.rounds_to(exact, rounded) == is_one, why


@pytest.mark.parametrize(("high", "vague"), [(200.0, False), (210.0, True)])
def test_a_number_with_a_far_upper_end_is_a_magnitude(high, vague):
    assert coreference.vague("~", 40.0, high) == vague


@pytest.mark.parametrize(("articles", "ambiguous"), [(5, False), (4, True)])
def test_a_series_in_which_many_articles_contradict_themselves_is_none(articles, ambiguous):
    """One article gives two numbers: of five articles that is no more than one in five."""
    points = [("a0", 40.0), ("a0", 50.0), *[(f"a{k}", 40.0) for k in range(1, articles)]]
    rows = pd.DataFrame([(a, n, n, False, False) for a, n in points], columns=["article_id", *intervals.BOUNDS])
    assert bool(coreference._ambiguous(rows, [0] * len(rows))) == ambiguous


@pytest.mark.parametrize(("named", "ties_"), [(3, False), (4, True)])
def test_two_or_three_things_to_which_nothing_was_done_are_tied_by_no_number(named, ties_):
    (row,) = pd.DataFrame([report(named, event="e", unit=None, article_id="a")]).itertuples()
    told = (counted("guard"), ("e", "count", ""), frozenset({"osk"}), frozenset(), frozenset())
    assert bool(coreference._same_number(row, *told)) == ties_


@pytest.mark.parametrize(("one", "other", "alike"), [(57_500, 57_523, True), (101, 104, True), (97, 98, False)])
def test_from_a_hundred_up_numbers_are_looked_at_in_two_digits(one, other, alike):
    signs = [set(_signs({"kind": "count", "named": n, "event": "e", "key": "", "act": None})) for n in (one, other)]
    assert bool(signs[0] & signs[1]) == alike


def test_of_one_thing_four_numbers_of_an_article_are_compared():
    rows = [report(n, article_id="a", start=n) for n in range(10, 17)]
    assert len(reconcile._numbers(rows, "a")) == 4


def test_one_threshold_from_its_two_sides_is_no_tie():
    report = {"named": 500.0, "relation": "<"}
    assert reconcile.two_sided(report, report | {"relation": ">"})
    assert not reconcile.two_sided(report, report) and not reconcile.two_sided(
        report, {"named": 400.0, "relation": ">"}
    )
