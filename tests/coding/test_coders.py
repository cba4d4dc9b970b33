"""Krippendorff's α against the worked examples of the literature, to 1e-9, and what it says where nothing can be told."""

import math

import pandas as pd
import pytest
from samestory import coding

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: the reliability data of its examples B and C, a string
# a coder and a sign a unit, a point where a coder gave no value. Beside each α, the figure printed there.
B = ("aabbdcccedda", "babbbcccedddd"[:12])
C = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
EXAMPLES = [
    (B, "nominal", 310 / 448, ".692", "(23·18 − 104) / (24·23 − 104)"),
    (C, "nominal", 904 / 1216, ".743", "(39·32 − 344) / (40·39 − 344), missing values left out"),
    (C, "ordinal", 108577 / 133160, ".815", "the fraction that its coincidences give with ranks"),
    (C, "interval", 951 / 1120, ".849", "the fraction that its coincidences give with squares"),
]


def data(strings):
    told = [(coder, unit, sign) for coder, signs in enumerate(strings) for unit, sign in enumerate(signs)]
    return [(coder, unit, float(sign) if sign.isdigit() else sign) for coder, unit, sign in told if sign != "."]


@pytest.mark.parametrize(("strings", "metric", "expected", "printed", "how"), EXAMPLES)
def test_alpha_is_that_of_the_worked_examples(strings, metric, expected, printed, how):
    found = coding.alpha(data(strings), metric=metric)
    assert found == pytest.approx(expected, abs=1e-9), how
    assert f"{found:.3f}".lstrip("0") == printed


def test_an_unknown_metric_is_named():
    with pytest.raises(ValueError, match="metric = 'ratio' is not known"):
        coding.alpha(data(C), metric="ratio")


NOTHING = [
    ([("a", 1, "right"), ("b", 1, "right"), ("a", 2, "right"), ("b", 2, "right")], "nothing varies"),
    ([("a", 1, "right"), ("b", 2, "wrong")], "no item was coded twice"),
    ([], "nobody coded anything"),
]


@pytest.mark.parametrize(("codings", "why"), NOTHING)
def test_where_nothing_can_be_told_there_is_no_alpha(codings, why):
    assert math.isnan(coding.alpha(codings)), why


def coded(verdicts):
    """Codings of one kind from what each coder said of each item, in order; r, w, u, or a point for nothing."""
    names = {"r": "right", "w": "wrong", "u": "unsure", ".": None}
    rows = [
        ("speakers", None, f"item{k}", coder, names[sign])
        for coder, signs in verdicts.items()
        for k, sign in enumerate(signs)
    ]
    return pd.DataFrame(rows, columns=["kind", "part", "item", "coder", "verdict"])


SAID = {"anna": "rrrwrrrurwrrrrw.", "ben": "rrrwrrrrrwrrrwwr"}


def test_agreement_has_an_interval_around_its_alpha_for_each_metric():
    found = coding.agreement(coded(SAID)).set_index("metric")
    assert list(found.index) == ["nominal", "ordinal", "interval"]
    assert found["items"].eq(15).all() and found["coders"].eq(2).all()
    pairs = [(c, k, s) for c, signs in SAID.items() for k, s in enumerate(signs) if s != "."]
    assert found.loc["nominal", "alpha"] == pytest.approx(coding.alpha(pairs), abs=1e-9)
    assert (found["low"] < found["alpha"]).all() and (found["alpha"] < found["high"]).all()


def test_all_items_drawn_once_give_the_alpha_of_nltk(monkeypatch):
    """The intervals are computed from coincidences, the α by NLTK: on the same items they are one."""
    from samestory.coding import coders

    whole = type("Whole", (), {"integers": lambda self, n, size: range(n)})()
    monkeypatch.setattr(coders.np.random, "default_rng", lambda seed: whole)
    found = coding.agreement(coded(SAID), resamples=1)
    assert found["low"].tolist() == pytest.approx(found["alpha"].tolist(), abs=1e-9)


def test_one_coder_agrees_with_nobody():
    assert coding.agreement(coded({"anna": "rrw"})).empty


def test_where_coders_part_is_listed_with_what_each_said():
    apart = coding.parting(coded(SAID))
    assert apart[["item", "anna", "ben"]].to_numpy().tolist() == [
        ["item13", "right", "wrong"],
        ["item7", "unsure", "right"],
    ]
