"""The interval algebra of reported figures, as tables of cases."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samestory.compare.figures import intervals
from samestory.compare.figures.intervals import Interval

INF = math.inf


@pytest.mark.parametrize(
    ("low", "high", "relation", "qualifier", "expected", "why"),
    [
        (251, 251, "=", None, Interval(251, 251), "a plain number is itself"),
        (57523, None, ">=", "at least", Interval(57523, INF, False, True), "at least: the number and every one above"),
        (57500, None, ">", "more than", Interval(57500, INF, True, True), "more than: above the number"),
        (None, 40, "<=", "up to", Interval(0, 40), "up to: from nothing to the number, both included"),
        (None, 40, "<", "fewer than", Interval(0, 40, False, True), "fewer than: the number itself is out"),
        (-3, -3, "<", "below", Interval(-3, -3, False, True), "below a number under zero: no floor at zero to lean on"),
        (20, 30, "range", "between", Interval(20, 30), "between: both ends are allowed"),
        (300, 300, "~", "about", Interval(250, 350), "about 300: what rounds to it at the hundreds"),
        (57500, 57500, "~", "some", Interval(57400, 57600), "some 57,500: given to the hundreds"),
        (15, 15, "~", "about", Interval(14, 16), "about 15: one to either side"),
        (3000, 3000, "~", "nearly", Interval(2700, 3000, False, True), "nearly: close to it and below"),
        (3000, 3000, "<", "almost", Interval(2700, 3000, False, True), "almost, read as below: the same"),
        (None, None, "~", None, intervals.EVERYTHING, "no number: everything is allowed"),
    ],
)  # fmt: skip
def test_wording_becomes_an_interval(low, high, relation, qualifier, expected, why):
    assert intervals.allowed(low, high, relation, qualifier) == expected, why


@pytest.mark.parametrize(
    ("number", "expected"), [(57523, 1), (57500, 100), (20, 10), (2.5, 0.1), (5.7e9, 1e8), (0, 1), (0.25, 0.01)]
)
def test_grain_is_the_place_of_the_last_digit(number, expected):
    assert intervals.grain(number) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("a", "b", "expected", "why"),
    [
        (Interval(1, 5), Interval(3, 9), Interval(3, 5), "they overlap"),
        (Interval(1, 5, False, True), Interval(5, 9), Interval(5, 5, False, True), "an open bound excludes the touch"),
        (Interval(57523, INF, False, True), Interval(57500, INF, True, True), Interval(57523, INF, False, True), "nested"),
        (Interval(1, 2), Interval(3, 4), Interval(3, 2), "nothing in both"),
    ],
)  # fmt: skip
def test_meet(a, b, expected, why):
    assert intervals.meet(a, b) == expected, why
    assert intervals.meet(b, a) == expected, "the order does not matter"


@pytest.mark.parametrize(
    ("a", "expected", "why"),
    [
        (Interval(5, 5), False, "one number is not nothing"),
        (Interval(5, 5, False, True), True, "an open point holds nothing"),
        (Interval(3, 2), True, "upside down"),
        (intervals.EVERYTHING, False, "everything"),
    ],
)
def test_empty(a, expected, why):
    assert intervals.empty(a) is expected, why


@pytest.mark.parametrize(
    ("a", "number", "expected"),
    [
        (Interval(57500, INF, True, True), 57523, True),
        (Interval(57500, INF, True, True), 57500, False),
        (Interval(20, 30), 30, True),
        (Interval(20, 30, False, True), 30, False),
    ],
)
def test_contains(a, number, expected):
    assert intervals.contains(a, number) is expected


@pytest.mark.parametrize(
    ("whole", "part", "expected", "why"),
    [
        (Interval(49, 49), Interval(27, 27), Interval(22, 22), "two plain numbers"),
        (Interval(49, 49), Interval(27, INF, False, True), Interval(0, 22, False, False), "at least 27: at most 22 left"),
        (Interval(20, 30), Interval(5, 10), Interval(10, 25), "every difference two ranges allow"),
    ],
)  # fmt: skip
def test_minus(whole, part, expected, why):
    assert intervals.minus(whole, part) == expected, why


@pytest.mark.parametrize(
    ("exact", "rounded", "expected", "why"),
    [
        (57523, 57500, True, "to the hundreds"),
        (57523, 58000, True, "to the thousands, two digits"),
        (24000, 20000, False, "one digit is too coarse to call it rounding"),
        (57523, 57400, False, "it rounds elsewhere"),
        (1.46e9, 1.5e9, True, "money in billions"),
        (251, 251, False, "the same number is equal, not rounded"),
        (57, 60, False, "one digit"),
    ],
)
def test_rounds_to(exact, rounded, expected, why):
    assert intervals.rounds_to(exact, rounded) is expected, why


@pytest.mark.parametrize(
    ("a", "words"),
    [
        (Interval(251, 251), "at 251"),
        (Interval(57523, INF, False, True), "from 57,523 up"),
        (Interval(57500, INF, True, True), "above 57,500"),
        (Interval(0, 40), "up to 40"),
        (Interval(0, 40, False, True), "below 40"),
        (Interval(20, 30), "from 20 to 30"),
        (Interval(2500, 3000, False, True), "from 2,500 and below 3,000"),
        (Interval(2.5, 2.75), "from 2.5 to 2.75"),
        (Interval(3, 2), "nowhere"),
    ],
)
def test_in_words(a, words):
    assert intervals.in_words(a) == words


NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 2))
INTERVALS = st.builds(
    intervals.allowed, NUMBERS, st.none(), st.sampled_from(["=", ">=", ">", "<=", "<", "~"]), st.none()
)


@given(INTERVALS, INTERVALS, NUMBERS)
def test_a_number_lies_in_the_meet_exactly_where_it_lies_in_both(a, b, number):
    both = intervals.meet(a, b)
    assert intervals.contains(both, number) == (intervals.contains(a, number) and intervals.contains(b, number))
    assert both == intervals.meet(b, a)


@given(NUMBERS, st.sampled_from(["=", ">=", "<=", "~"]))
def test_a_wording_that_includes_its_number_allows_it(number, relation):
    assert intervals.contains(intervals.allowed(number, number, relation), number)


@given(NUMBERS, st.sampled_from([">", "<"]))
def test_a_wording_that_excludes_its_number_does_not_allow_it(number, relation):
    assert not intervals.contains(intervals.allowed(number, number, relation), number)
