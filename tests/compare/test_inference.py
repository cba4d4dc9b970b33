"""Intervals, permutation, floors, corrections and power, against values worked out by hand or published."""

import math

import numpy as np
import pandas as pd
import pytest
from samestory.compare import inference


@pytest.mark.parametrize(
    "successes, n, low, high, why",
    [
        (0, 10, 0.0, 0.2775, "no success still leaves room"),
        (1, 10, 0.0179, 0.4042, "the textbook case"),
        (5, 10, 0.2366, 0.7634, "symmetrical at a half"),
        (10, 10, 0.7225, 1.0, "the mirror of none"),
    ],
)
def test_wilson(successes, n, low, high, why):
    assert np.round(inference.wilson(successes, n), 4) == pytest.approx((low, high)), why


def test_wilson_of_nothing_is_missing():
    assert np.isnan(inference.wilson(0, 0)).all()


@pytest.mark.parametrize(
    "n, other, p, why",
    [
        (1, 1, 1.0, "two articles can be swapped, and that changes nothing"),
        (2, 2, 1 / 3, "2 of 6"),
        (4, 4, 2 / 70, "the first number of articles a side that can pass .05"),
        (3, 5, 1 / 56, "unequal sides have no mirror image"),
        (0, 4, 1.0, "one side empty"),
    ],
)
def test_smallest_p(n, other, p, why):
    assert inference.smallest_p(n, other) == pytest.approx(p), why


@pytest.mark.parametrize("events, p", [(0, 1.0), (1, 1.0), (5, 2 / 32), (6, 2 / 64)])
def test_smallest_p_of_pairs(events, p):
    assert inference.smallest_p_paired(events) == p


@pytest.mark.parametrize(
    "labels, blocks, p, why",
    [
        ([1, 0, 1, 0], [1, 1, 2, 2], 2 / 4, "two pairs"),
        ([1, 1, 0, 0], [0, 0, 0, 0], 2 / 6, "two against two"),
        ([1, 0, 0, 1, 0, 0], [1, 1, 1, 2, 2, 2], 1 / 9, "one of three in each event, no mirror"),
    ],
)
def test_smallest_p_within_blocks(labels, blocks, p, why):
    assert inference.smallest_p_within(labels, blocks) == pytest.approx(p), why


def test_corrections_are_the_published_ones():
    p = [0.01, 0.04, math.nan, 0.03]
    assert inference.holm(p) == pytest.approx([0.03, 0.06, math.nan, 0.06], nan_ok=True)
    assert inference.benjamini_hochberg(p) == pytest.approx([0.03, 0.04, math.nan, 0.04], nan_ok=True)


def test_benjamini_and_hochbergs_own_example():
    """The fifteen p values of the 1995 paper: four are rejected at q = .05, three with Bonferroni or Holm."""
    p = [.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1.0]  # fmt: skip
    assert (inference.benjamini_hochberg(p) <= 0.05).sum() == 4
    assert (inference.holm(p) <= 0.05).sum() == 3


def test_events_told_by_both_sides_are_blocks_and_the_rest_is_one():
    blocks = inference.strata(["A", "B", "A", "B", "A"], ["x", "x", "y", None, "z"])
    assert blocks[0] == blocks[1] != 0
    assert list(blocks[2:]) == [0, 0, 0]


def test_shuffles_keep_the_observed_labels_first_and_every_block_its_number():
    labels, blocks = np.array([1, 0, 1, 0, 0]), np.array([2, 2, 1, 1, 1])
    shuffled = inference.shuffles(labels, blocks, n=200)
    assert (shuffled[0] == labels).all()
    assert (shuffled[:, :2].sum(axis=1) == 1).all() and (shuffled[:, 2:].sum(axis=1) == 1).all()
    assert len(np.unique(shuffled, axis=0)) == 6
    assert (shuffled == inference.shuffles(labels, blocks, n=200)).all(), "the seed decides"


def test_permutation_p_of_a_perfect_split_is_the_smallest_there_is():
    p = inference.permutation_p([5, 6, 7, 8, 1, 2, 3, 4], [1, 1, 1, 1, 0, 0, 0, 0], permutations=20_000)
    assert p == pytest.approx(2 / 70, abs=0.005)


def test_permutation_p_within_pairs_sees_what_the_pairs_hide():
    """In each event A reports one more than B; between the events lie worlds."""
    values, labels = [1, 2, 11, 12, 101, 102, 1001, 1002, 51, 52, 71, 72, 31, 32], [0, 1] * 7
    events = np.repeat(np.arange(7), 2)
    assert inference.permutation_p(values, labels, events) < 0.03
    assert inference.permutation_p(values, labels) > 0.5


def test_permutation_p_of_one_side_is_missing():
    assert math.isnan(inference.permutation_p([1.0, math.nan], [1, 0]))


def test_floor_is_passed_by_no_more_than_the_level():
    maxima = np.arange(1.0, 101.0)
    assert inference.floor(maxima, 0.05) == 95
    assert (maxima > inference.floor(maxima, 0.05)).mean() == 0.05
    assert inference.floor(maxima[:10], 0.05) == math.inf, "ten shuffles cannot show a chance of one in twenty"


def test_power_says_what_no_test_can_show():
    articles = pd.DataFrame({"outlet": ["A", "B", *"AAAABBBB"[2:], "A"], "event": ["x", "x", *["y"] * 6, None]})
    row = inference.power(articles).iloc[0]
    assert (row.group, row.other, row.articles, row.other_articles, row.paired_events) == ("A", "B", 4, 5, 2)
    assert row.smallest_p == pytest.approx(1 / 126) and row.smallest_p_paired == 0.5 and row.testable
    two = inference.power(articles.head(2)).iloc[0]
    assert two.smallest_p == 1.0 and not two.testable


def test_power_names_a_column_that_is_not_there():
    with pytest.raises(ValueError, match="no column 'newspaper'"):
        inference.power(pd.DataFrame({"outlet": ["A"]}), by="newspaper")


def test_holm_counts_what_was_looked_for():
    assert list(inference.holm([0.01, 0.04])) == [0.02, 0.04]
    assert list(inference.holm([0.01, 0.04], looked_for=10)) == pytest.approx([0.1, 0.36])
    with pytest.raises(ValueError, match="fewer"):
        inference.holm([0.1, 0.2], looked_for=1)
