"""The draw: as many as asked for, every stratum, in proportion, the same again for one seed; names that tell nothing."""

import numpy as np
import pandas as pd
import pytest
from samestory import coding
from samestory.coding import draw


def items(sizes):
    """Items of one kind: so many of each (certainty, group)."""
    rows = [(certainty, group) for (certainty, group), n in sizes.items() for _ in range(n)]
    table = pd.DataFrame(rows, columns=["certainty", "group"])
    return table.assign(kind="speakers", part=None, sha256="0", sides=range(len(table)), claim="")


SIZES = {("named", "North"): 60, ("named", "South"): 30, ("pronoun", "North"): 9, ("pronoun", "South"): 1}
ALLOTTED = [
    ([90, 9, 1], 20, [16, 3, 1], "two of each where there are two, the rest by size"),
    ([5, 5], 40, [5, 5], "all, where there are no more"),
    ([10, 10, 10], 4, [2, 1, 1], "too few for two of each: by size alone"),
    ([], 5, [], "nothing was found"),
]


@pytest.mark.parametrize(("sizes", "n", "expected", "why"), ALLOTTED)
def test_allotment(sizes, n, expected, why):
    assert draw.allotment(np.array(sizes, int), n).tolist() == expected, why


STRATA = [(20, 4, "certainty and group"), (7, 2, "certainty alone"), (3, 1, "none: a sample of all")]


@pytest.mark.parametrize(("n", "strata", "why"), STRATA)
def test_the_strata_are_the_finest_that_the_sample_reaches(n, strata, why):
    drawn = coding.drawn(items(SIZES), n)
    assert drawn["stratum"].nunique() == strata, why
    assert drawn["item"].notna().sum() == n and drawn["item"].nunique() == n


def test_a_draw_is_the_same_for_one_seed_and_another_for_another():
    one, same, other = (coding.drawn(items(SIZES), 20, seed=seed)["item"] for seed in (1, 1, 2))
    assert one.equals(same) and not one.notna().equals(other.notna())


def test_every_item_of_a_stratum_is_as_likely_to_be_drawn():
    runs = pd.concat([items({("named", "North"): 10}).assign(kind=str(run)) for run in range(200)], ignore_index=True)
    drawn = coding.drawn(runs, 5)
    times = drawn["item"].notna().groupby(drawn["sides"]).sum()
    assert len(times) == 10 and times.between(70, 130).all(), "100 of 200 each, give or take four standard deviations"


def test_names_are_letters_that_no_spreadsheet_reads_as_a_number():
    names = coding.drawn(items(SIZES), 50)["item"].dropna()
    assert names.str.fullmatch(r"[b-v]{8}").all() and len(names) == 50


def test_each_coder_has_an_order_of_their_own():
    names = list(coding.drawn(items(SIZES), 50)["item"].dropna())
    anna, ben = draw.in_turn(names, "anna"), draw.in_turn(names, "ben")
    assert sorted(anna) == sorted(ben) == sorted(names) and anna != ben and anna != names


def test_a_small_stratum_has_two_of_a_sample():
    assert draw.allotment(np.array([97, 3]), 10).tolist() == [8, 2], "its part would be none"
