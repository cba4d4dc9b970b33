"""The gate: a kind stands in the brief only if it was right in 85 of 100 when read, and each page says how it did."""

import pandas as pd
import pytest
from samestory.compare.facts.sides import KINDS
from samestory.present.facts import gate

TABLE = pd.DataFrame(
    {"kind": list("abcde"), "read": "20 20 0 10 9".split(), "right": "17 16 0 10 9".split(), "telling": "9"}
)


@pytest.fixture
def told(monkeypatch):
    """The gate with a table of its own."""
    monkeypatch.setattr(gate.known, "table", lambda *_: TABLE.assign(source="made up"))
    gate.kinds.cache_clear()
    yield
    gate.kinds.cache_clear()


def test_only_kinds_that_were_right_often_enough_pass(told):
    found = pd.DataFrame({"kind": [*"abcde", "never read about"]})
    assert gate.passed(found)["kind"].tolist() == ["a", "d"], "17 of 20 pass; not 16 of 20, nor nine of nine: too few"


def test_how_sure_a_kind_is_is_said(told):
    assert gate.certainty("a") == "right in 17 of 20 read"
    assert gate.certainty("b") == "unsure: right in 16 of 20 read"
    assert gate.certainty("c") == gate.certainty("unknown") == "not read yet"


def test_every_kind_of_difference_has_a_row():
    assert set(gate.kinds().index) >= set(KINDS)
    assert (gate.kinds()["right"] <= gate.kinds()["read"]).all()


def test_what_was_mostly_wrong_is_in_no_table(monkeypatch):
    """Of four read, one right is too few and two are not; of three nothing is known yet."""
    table = pd.DataFrame({"read": [4, 4, 3], "right": [1, 2, 0]}, index=["voice", "agency", "called"])
    monkeypatch.setattr(gate, "kinds", lambda: table)
    assert [gate.mostly_wrong(kind) for kind in ("voice", "agency", "called", "new")] == [True, False, False, False]
