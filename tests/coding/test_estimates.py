"""A planted rate of errors is recovered within its interval, and corrected counts cover the truth as often as they claim."""

import numpy as np
import pandas as pd
import pytest
from samestory import coding
from samestory.coding import estimates

RUNS = 200
NORTH, SOUTH = "North", "South"


def population(runs=RUNS, seed=3):
    """Items of 200 collections, each a kind of its own: North has more, and more of it is wrong."""
    plan = [(NORTH, "named", 120, 0.06), (NORTH, "pronoun", 80, 0.3), (SOUTH, "named", 110, 0.02), (SOUTH, "pronoun", 40, 0.12)]  # fmt: skip
    random = np.random.default_rng(seed)
    sizes = [(group, certainty, wrong) for group, certainty, n, wrong in plan for _ in range(n)]
    table = pd.DataFrame(sizes * runs, columns=["group", "certainty", "rate"])
    table["kind"] = np.repeat([f"run {k}" for k in range(runs)], len(sizes))
    table["truth"] = (random.random(len(table)) >= table["rate"]).astype(float)
    spans = {"part": None, "article_id": "a", "sha256": "0", "sides": range(len(table)), "claim": ""}
    return table.assign(**spans)


@pytest.fixture(scope="module")
def coded():
    drawn = coding.drawn(population(), 60)
    said = drawn["truth"].map({1.0: "right", 0.0: "wrong"}).where(drawn["item"].notna())
    return drawn.assign(coder="anna", verdict=said)


def test_a_planted_rate_is_recovered_within_its_interval(coded):
    found = coding.audited(coded).set_index("kind")
    truth = coded.groupby("kind", sort=False)["truth"].mean()
    covered = truth.between(found["low"], found["high"])
    assert len(found) == RUNS and found["read"].eq(60).all()
    assert covered.mean() >= 0.93, "a 95 % interval, less what 200 simulations may be off"
    assert (found["high"] - found["low"]).mean() < 0.18, "and it says something"


def test_corrected_counts_cover_the_truth_as_often_as_they_claim(coded):
    found = coding.corrected(coded).set_index(["kind", "group"])
    truth = coded.groupby(["kind", "group"], sort=False)["truth"].sum()
    covered = truth.between(found["low"], found["high"])
    assert len(found) == 2 * RUNS and covered.mean() >= 0.94
    assert (found["corrected"] - truth).mean() == pytest.approx(0, abs=1), "without bias"


def test_the_difference_of_two_corrected_counts_covers_the_truth(coded):
    found = coding.answers(coding.corrected(coded)).set_index("kind")
    each = coded.groupby(["kind", "group"])["truth"].sum().unstack()
    truth = (each[NORTH] - each[SOUTH]).reindex(found.index)
    assert truth.between(found["low"], found["high"]).mean() >= 0.94


def corrected(*rows):
    table = pd.DataFrame(rows, columns=["group", "counted", "corrected", "low", "high"])
    return table.assign(kind="speakers", of=np.nan, missed=np.nan)


ANSWERS = [
    ((NORTH, 90, 88, 84, 90), (SOUTH, 60, 58, 55, 60), "stands", "still more"),
    ((NORTH, 62, 55, 48, 60), (SOUTH, 58, 56, 52, 58), "open", "either may have more"),
    ((NORTH, 70, 45, 40, 50), (SOUTH, 60, 58, 55, 60), "reversed", "the other has more"),
    ((NORTH, 70, np.nan, np.nan, np.nan), (SOUTH, 60, 58, 55, 60), "open", "nothing of North was read"),
]


@pytest.mark.parametrize(("one", "other", "answer", "why"), ANSWERS)
def test_whether_the_correction_changes_the_answer(one, other, answer, why):
    assert coding.answers(corrected(one, other))["answer"].tolist() == [answer], why


def test_groups_counted_alike_have_no_answer_to_change():
    assert coding.answers(corrected((NORTH, 60, 50, 45, 55), (SOUTH, 60, 58, 55, 60))).empty


def read(verdicts, found=None):
    """Codings of `found` items of one stratum, of which the first were read."""
    n = found or len(verdicts)
    verdicts = [*verdicts, *[None] * (n - len(verdicts))]
    items = [f"i{k}" if v else None for k, v in enumerate(verdicts)]
    rows = {"kind": "figures", "part": None, "group": NORTH, "stratum": "", "item": items, "coder": "anna"}
    return pd.DataFrame(rows | {"verdict": verdicts})


def test_what_was_read_whole_is_known():
    (row,) = coding.audited(read(["right"] * 8 + ["wrong"] * 2)).itertuples()
    assert (row.found, row.read, row.right) == (10, 10, 8)
    assert row.low == pytest.approx(0.8, abs=1e-5) and row.high == pytest.approx(0.8, abs=1e-5)


def test_no_error_met_is_no_error_free_kind():
    (row,) = coding.audited(read(["right"] * 30, found=3000)).itertuples()
    assert row.share == 1 and row.high == 1
    assert row.low == pytest.approx(0.887, abs=0.002), "Wilson of 30 of 30 is .886"


def test_unsure_is_not_right_and_what_nobody_judged_is_not_read():
    (row,) = coding.audited(read(["right", "unsure", "wrong"], found=9)).itertuples()
    assert (row.found, row.read, row.right, row.unsure) == (9, 3, 1, 1)


MAJORITIES = [("rr", 1), ("rw", 0), ("ru", 0), ("rrw", 1), ("ww", 0)]


@pytest.mark.parametrize(("said", "right"), MAJORITIES)
def test_right_is_what_more_coders_call_right_than_not(said, right):
    words = {"r": "right", "w": "wrong", "u": "unsure"}
    rows = [("figures", None, NORTH, "", "i", f"coder{k}", words[sign]) for k, sign in enumerate(said)]
    table = pd.DataFrame(rows, columns=["kind", "part", "group", "stratum", "item", "coder", "verdict"])
    assert estimates.judged(table)["right"].tolist() == [right]


def test_every_stratum_weighs_what_it_holds():
    """900 easy ones all right, 100 hard ones half right, ten read of each: .95, not .75."""
    easy, hard = read(["right"] * 10, found=900), read(["right", "wrong"] * 5, found=100)
    table = pd.concat([easy.assign(stratum="easy"), hard.assign(stratum="hard", item="h" + hard["item"])])
    (row,) = coding.audited(table).itertuples()
    assert row.share == pytest.approx(0.95) and (row.right, row.read) == (15, 20)


def with_misses(runs=RUNS, seed=5):
    """Statements found, some of them wrong, and sentences in which none was found, of which some hide one."""
    plan = [(NORTH, "", "named", 150, 0.08), (SOUTH, "", "named", 110, 0.03), (NORTH, "-missed", "likelier", 60, 0.25)]
    plan += [(NORTH, "-missed", "less likely", 400, 0.02), (SOUTH, "-missed", "likelier", 50, 0.2), (SOUTH, "-missed", "less likely", 300, 0.01)]  # fmt: skip
    random = np.random.default_rng(seed)
    rows = [(g, f"run {k}{end}", c, wrong) for k in range(runs) for g, end, c, n, wrong in plan for _ in range(n)]
    table = pd.DataFrame(rows, columns=["group", "kind", "certainty", "rate"])
    table["truth"] = (random.random(len(table)) >= table["rate"]).astype(float)
    spans = {"part": None, "article_id": "a", "sha256": "0", "sides": range(len(table)), "claim": ""}
    drawn = coding.drawn(table.assign(**spans), 60)
    said = drawn["truth"].map({1.0: "right", 0.0: "wrong"}).where(drawn["item"].notna())
    return drawn.assign(coder="anna", verdict=said)


@pytest.fixture(scope="module")
def missed():
    return with_misses(100)


def there(coded, by):
    """How many were found and right, and how many were missed, in truth."""
    nothing = coded["kind"].str.endswith("-missed")
    keys = [coded["kind"].str.removesuffix("-missed"), *([coded["group"]] if "group" in by else [])]
    right = coded["truth"].where(~nothing, 0).groupby(keys).sum()
    return right, (1 - coded["truth"]).where(nothing, 0).groupby(keys).sum()


def test_the_share_that_was_found_is_recovered_within_its_interval(missed):
    found = coding.recalled(missed).set_index("kind")
    right, lost = (told.reindex(found.index) for told in there(missed, ["kind"]))
    truth = right / (right + lost)
    assert len(found) == 100 and found["read"].eq(60).all()
    assert truth.between(found["low"], found["high"]).mean() >= 0.91, "a 95 % interval, less what 100 may be off"
    assert (found["share"] - truth).mean() == pytest.approx(0, abs=0.01)


def test_counts_corrected_for_both_errors_cover_the_truth(missed):
    found = coding.corrected(missed).set_index(["kind", "group"])
    right, lost = (told.reindex(found.index) for told in there(missed, ["kind", "group"]))
    assert len(found) == 200 and found["missed"].notna().all()
    assert (right + lost).between(found["low"], found["high"]).mean() >= 0.92
    assert (found["corrected"] - right - lost).mean() == pytest.approx(0, abs=2), "without bias"
    alone = coding.corrected(missed[~missed["kind"].str.endswith("-missed")]).set_index(["kind", "group"])
    assert (right + lost - alone["corrected"]).mean() > 10, "which the correction for what is wrong alone has"


def test_a_group_of_which_nothing_was_found_may_have_some():
    nothing = read(["right"] * 8 + ["wrong"] * 2, found=100).assign(kind="figures-missed", item="m", group=SOUTH)
    nothing["item"] = [f"m{k}" if k < 10 else None for k in range(100)]
    found = coding.corrected(pd.concat([read(["right"] * 10), nothing], ignore_index=True)).set_index("group")
    assert (found.loc[SOUTH, "counted"], found.loc[SOUTH, "corrected"]) == (0, pytest.approx(20))
    assert found.loc[NORTH, "missed"] != found.loc[NORTH, "missed"], "of North no sentence was looked at"


def test_the_ratio_of_two_estimates_has_the_interval_of_the_literature():
    """Donner & Zou (2012), MOVER-R: where one of them is known, the interval is that of the other, turned over."""
    row = pd.Series({"corrected": 80.0, "low": 80.0, "high": 80.0, "missed": 20.0, "least": 10.0, "most": 40.0})
    assert estimates._share(row) == pytest.approx((80 / 120, 80 / 90))


def test_shares_are_compared_as_shares():
    """20 of 40 and 25 of 100 unnamed: fewer, and a larger share."""
    rows = corrected((NORTH, 20, 20, 18, 22), (SOUTH, 25, 25, 22, 28)).assign(kind="anonymous", of=[40, 100])
    (row,) = coding.answers(rows).itertuples()
    assert (row.counted, row.answer) == (25, "stands")


def test_each_label_is_corrected_by_what_was_read_of_it_in_its_group():
    """North says “hostages” 8 times, of 4 read 3 rightly, and “captives” twice, of which nobody read any."""
    verdicts = ["right", "right", "right", "wrong", None, None, None, None, None, None]
    codings = read(verdicts).assign(kind="labels", sha256="0", start=range(10), end=range(1, 11))
    said = pd.DataFrame({"article_id": "a", "start": range(10), "end": range(1, 11), "referent": "people held"})
    said["label"] = ["hostages"] * 8 + ["captives"] * 2
    table = coding.corrected_labels(codings, said, pd.DataFrame({"article_id": ["a"], "sha256": ["0"]}))
    captives, hostages = table.itertuples(index=False)
    assert tuple(captives)[:5] == ("people held", "captives", NORTH, 2, 0) and pd.isna(captives.corrected)
    assert (hostages.counted, hostages.read, hostages.corrected) == (8, 4, 6) and hostages.low < 6 < hostages.high < 8
