"""Intervals, permutation, floors, corrections and power, against values worked out by hand or published."""

import math
import re
from itertools import chain
from pathlib import Path

import clock
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


DESIGNS = [
    ("AB", [None, None], 1.0, "two articles can be swapped, and that changes nothing"),
    ("AABB", [None] * 4, 2 / 6, "two against two"),
    ("AAAABBBB", [None] * 8, 2 / 70, "four a side: not enough for any test of a report"),
    ("AAAAABBBBB", [None] * 10, 2 / 252, "five a side: enough"),
    ("AAABBBBB", [None] * 8, 1 / 56, "unequal sides have no mirror image"),
    ("BBBB", [None] * 4, 1.0, "one side empty"),
    ("ABAB", list("xxyy"), 2 / 4, "two stories that both tell: pairs"),
    ("ABBABB", list("xxxyyy"), 1 / 9, "one of three in each story, no mirror"),
    ("AAAAABBBBB", list("xxxxx") + [None] * 5, 1 / 6, "five reports of one story are one unit"),
    ("AAAAABBBBB", list("xxxxxyyyyy"), 1.0, "two stories, each told by one side: nothing can be compared"),
]


@pytest.mark.parametrize(("outlets", "stories", "p", "why"), DESIGNS)
def test_smallest_p(outlets, stories, p, why):
    assert inference.smallest_p(inference.design(np.array(list(outlets)) == "A", stories)) == pytest.approx(p), why


def test_stories_told_by_both_sides_are_blocks_and_those_of_one_side_are_units():
    found = inference.design([1, 0, 1, 1, 0, 1], ["x", "x", "y", "y", None, "z"])
    assert list(found.unit) == [0, 1, 2, 2, 3, 4]
    assert list(found.in_group) == [True, False, True, False, True]
    assert found.block[0] == found.block[1] != 0 and list(found.block[2:]) == [0, 0, 0]
    assert inference.unit(found) == "story"


def test_shuffles_keep_the_observed_labels_first_and_every_block_its_number():
    found = inference.design([1, 0, 1, 0, 0], ["x", "x", "y", "y", "y"])
    shuffled = inference.shuffles(found, n=200)
    assert (shuffled[0] == [1, 0, 1, 0, 0]).all()
    assert (shuffled[:, :2].sum(axis=1) == 1).all() and (shuffled[:, 2:].sum(axis=1) == 1).all()
    assert len(np.unique(shuffled, axis=0)) == 6
    assert (shuffled == inference.shuffles(found, n=200)).all(), "the seed decides"


def test_what_a_shuffle_draws_is_the_groups_part_of_each_block_in_the_order_of_the_keys():
    """By definition: the units of a block, sorted by the keys of their first articles, get the labels as they stand."""
    chosen = np.array([1, 0, 1, 1, 0, 1, 0, 0, 1, 0])
    found = inference.design(chosen, ["x", "x", "y", "y", None, "z", "v", "v", "v", None])
    keys = np.random.default_rng(3).random((50, 10))
    first = np.unique(found.unit, return_index=True)[1]
    order = np.argsort(found.block + keys[:, first], axis=1)
    labels = np.zeros(order.shape, int)
    np.put_along_axis(labels, order, found.in_group[np.argsort(found.block, kind="stable")][None, :].astype(int), 1)
    assert (inference.permuted(found, keys) == labels).all() and len(np.unique(labels, axis=0)) > 10


def measured(*items: list[float | None], outlets: str, stories: list | None = None):
    """Articles of these outlets, and the values of items in them."""
    articles = pd.DataFrame({"article_id": [f"a{k}" for k in range(len(outlets))], "outlet": list(outlets)})
    rows = [("rate", f"item {n}", f"a{k}", value) for n, item in enumerate(items) for k, value in enumerate(item)]
    values = pd.DataFrame(rows, columns=inference.VALUES).astype({"value": "float64"})
    return values, articles.assign(event=stories if stories else None)


def test_a_perfect_split_has_the_smallest_p_there_is():
    """Five against five: 2 of 252 ways are as far apart; one item, so only the four families of a report correct it."""
    values, articles = measured([5, 6, 7, 8, 9, 0, 1, 2, 3, 4], outlets="AAAAABBBBB")
    found = inference.tests(values, articles, permutations=20_000).iloc[0]
    assert found["p"] == pytest.approx(2 / 252, abs=0.002)
    assert found["p_adjusted"] == pytest.approx(found["p"] * 5) and found["statistic"] > 0
    assert (found["unit"], found["units"], found["other_units"]) == ("article", 5, 5)


def test_two_groups_are_one_test_and_more_are_each_held_against_the_rest():
    values, articles = measured(list(range(18)), outlets="ABC" * 6)
    assert list(inference.tests(values, articles)["other"]) == ["the rest"] * 3
    two = articles["outlet"].ne("C")
    found = inference.tests(values[two], articles[two])
    assert found[["group", "other"]].to_numpy().tolist() == [["A", "B"]]
    assert inference.tests(values, articles.assign(outlet="A")).empty


def test_a_group_that_has_nothing_to_measure_is_in_no_test():
    """Of ninety outlets two mention the item: two tests, not ninety."""
    values, articles = measured([1.0, 2.0, *[None] * 88], outlets="".join(map(chr, range(0x4E00, 0x4E00 + 90))))
    assert inference.tests(values, articles)["units"].tolist() == [1, 1]


def test_more_groups_take_no_longer():
    """Twenty times as many groups of as many articles share the shuffles; before, they took twenty times as long."""
    values, articles = measured([*range(400)], outlets="AB" * 200)
    few, many = (articles.assign(outlet=[f"o{k % n}" for k in range(400)]) for n in (3, 60))
    one, other = (clock.seconds(lambda table=table: inference.tests(values, table)) for table in (few, many))
    assert other < 6 * one


@pytest.mark.parametrize(("side", "tested"), [(4, False), (5, True)])
def test_what_could_not_stand_is_no_test(side, tested):
    """Four a side reach 2 / 70 at best, more than the part of a family; five reach 2 / 252."""
    values, articles = measured([*range(10, 10 + side), *range(side)], outlets="A" * side + "B" * side)
    found = inference.tests(values, articles)
    assert found[["p", "p_adjusted"]].notna().to_numpy().tolist() == [[tested, tested]]
    assert found["smallest_p"].item() == pytest.approx(2 / 70 if side == 4 else 2 / 252)


def test_an_item_of_too_few_articles_is_no_test_and_corrects_no_other():
    """What stands in two of forty articles cannot differ by more than chance, wherever the two are."""
    rare, apart = [1.0, 1.0] + [0.0] * 38, [*range(20, 40), *range(20)]
    values, articles = measured(rare, apart, outlets="A" * 20 + "B" * 20)
    found = inference.tests(values, articles).set_index("item")
    assert np.isnan(found.loc["item 0", "p"]) and found.loc["item 0", "smallest_p"] > 0.2
    assert found.loc["item 1", "p_adjusted"] == pytest.approx(5 / 2001)


@pytest.mark.parametrize(
    ("having", "tested", "why"),
    [(5, False, "all five are of one side by chance in .037"), (6, True, "all six in .014: that may stand")],
)
def test_from_how_many_articles_on_an_item_may_stand(having, tested, why):
    item = [1.0] * having + [0.0] * (24 - having)
    values, articles = measured(item, [*range(12, 24), *range(12)], outlets="A" * 12 + "B" * 12)
    found = inference.tests(values, articles).set_index("item")
    assert pd.notna(found.loc["item 0", "p"]) == tested, why


@pytest.mark.parametrize("option", ["permutations", "seed", "level"])
def test_every_table_is_shuffled_and_bounded_alike_unless_somebody_says_otherwise(option):
    """Tests of a report share their shuffles: a default that was another in one table would be another test there."""
    files = Path(inference.__file__).parents[1].rglob("*.py")
    given = [re.findall(rf"\b{option}: (?:int|float) = ([\d.]+)", file.read_text(encoding="utf-8")) for file in files]
    assert len(set(chain(*given))) == 1


def test_too_few_shuffles_show_nothing():
    values, articles = measured([*range(20, 40), *range(20)], outlets="A" * 20 + "B" * 20)
    assert inference.tests(values, articles, permutations=98)["p"].isna().all()
    assert inference.tests(values, articles, permutations=99)["p"].notna().all()


def test_a_difference_within_stories_shows_that_the_stories_would_hide():
    """Of each story A reports one more than B; between the stories lie worlds."""
    first = [2, 12, 102, 1002, 52, 72, 32, 92]
    values, articles = measured([n - k for n in first for k in (0, 1)], outlets="AB" * 8, stories=[*range(8)] * 2)
    articles["event"] = np.repeat(list("stuvwxyz"), 2)
    assert inference.tests(values, articles)["p"].item() < 0.02
    assert inference.tests(values, articles.assign(event=None))["p"].item() > 0.5


def test_reports_of_one_story_by_one_side_are_one_report():
    """Ten reports of one grave story are one story of A; with the nine others there is no difference."""
    values, articles = measured([9.0] * 10 + [1.0, 2.0] * 9, outlets="A" * 10 + "AB" * 9)
    alone = articles.assign(event=["storm"] * 10 + [None] * 18)
    assert inference.tests(values, articles)["p"].item() < 0.05 < 0.5 < inference.tests(values, alone)["p"].item()
    assert inference.tests(values, alone)[["unit", "units"]].to_numpy().tolist() == [["story", 10]]


def test_articles_without_a_value_are_left_out():
    values, articles = measured([*range(12, 18), *range(6), *[None] * 8], outlets="A" * 6 + "B" * 6 + "AB" * 4)
    found = inference.tests(values, articles).iloc[0]
    assert (found["units"], found["other_units"]) == (6, 6) and found["p"] < 0.01


def test_the_largest_of_many_statistics_corrects_them_all():
    """Of twenty items of noise and one that differs, over many collections: the noise stands as often as promised."""
    random = np.random.default_rng(1)
    stands = []
    for seed in range(60):
        noise = list(random.normal(size=(20, 24)))
        values, articles = measured(*noise, [9.0] * 12 + [1.0, 2.0] * 6, outlets="A" * 12 + "B" * 12)
        found = inference.tests(values, articles, permutations=400, seed=seed).set_index("item")["p_adjusted"]
        stands.append((found["item 20"] <= inference.ALPHA, found.drop("item 20").le(inference.ALPHA).any()))
    planted, false = np.mean(stands, axis=0)
    assert planted == 1 and false <= 0.05


def test_shared_shuffles_correct_less_than_as_many_tests_would():
    """Twenty times the same item is one item."""
    once, articles = measured([*range(6, 12), *range(6)], outlets="A" * 6 + "B" * 6)
    often, _ = measured(*[[*range(6, 12), *range(6)]] * 20, outlets="A" * 6 + "B" * 6)
    one, many = (inference.tests(values, articles)["p_adjusted"].max() for values in (once, often))
    assert one == many <= inference.ALPHA


def test_a_table_has_its_tests_beside_it():
    values, articles = measured([*range(12, 18), *range(6)], outlets="A" * 6 + "B" * 6)
    found = inference.tests(values, articles)
    table = pd.DataFrame({"family": ["item 0", "item 0", "other"], "group": ["A", "B", "A"]})
    judged = inference.beside(table, found, "rate", item="family")
    assert judged["p"].iloc[0] == judged["p"].iloc[1] and np.isnan(judged["p"].iloc[2])
    assert judged["statistic"].iloc[0] == -judged["statistic"].iloc[1] > 0


def test_the_families_of_a_report_err_no_more_than_a_report_may():
    assert pytest.approx(inference.ALPHA) == inference.TERMS + 3 * inference.LEVEL
    assert inference.over_the_report(inference.LEVEL) == inference.over_the_report(inference.TERMS, inference.TERMS)
    assert inference.over_the_report(inference.LEVEL) == pytest.approx(inference.ALPHA)


def test_floor_is_passed_by_no_more_than_the_level():
    maxima = np.arange(1.0, 101.0)
    assert inference.floor(maxima, 0.05) == 95
    assert (maxima > inference.floor(maxima, 0.05)).mean() == 0.05
    assert inference.floor(maxima[:10], 0.05) == math.inf, "ten shuffles cannot show a chance of one in twenty"


def test_power_says_what_no_test_can_show():
    articles = pd.DataFrame({"outlet": ["A", "B", *"AAAABBBBA"], "event": ["x", "x", *[None] * 9]})
    row = inference.power(articles).iloc[0]
    assert (row.group, row.other, row.articles, row.other_articles, row.paired_stories) == ("A", "B", 6, 5, 1)
    assert row.smallest_p == pytest.approx(1 / (2 * 126)) and row.testable
    two = inference.power(articles.head(2)).iloc[0]
    assert two.smallest_p == 1.0 and not two.testable


@pytest.mark.parametrize(("stories", "testable"), [(7, False), (8, True)])
def test_so_many_stories_told_by_both_can_be_tested(stories, testable):
    articles = pd.DataFrame({"outlet": ["A", "B"] * stories, "event": np.repeat([f"s{k}" for k in range(stories)], 2)})
    assert inference.power(articles)["testable"].item() is testable


def test_power_names_a_column_that_is_not_there():
    with pytest.raises(ValueError, match="no column 'newspaper'"):
        inference.power(pd.DataFrame({"outlet": ["A"]}), by="newspaper")


def test_shuffles_are_as_many_as_those_of_a_family_of_tests():
    found = inference.design([1, 0], [None, None])
    assert len(inference.shuffles(found)) == 1 + 2000
