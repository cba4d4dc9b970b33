"""What a run leaves beside its pages: the tables its notebooks computed, and the findings they showed."""

import json
from types import SimpleNamespace

import pandas as pd
import pytest
import samestory
from samestory import places
from samestory.publish import handover

THEMES = {"5_figures": ["figures"], "6_brief": ["collection", "words", "voices", "framing", "figures"]}


@pytest.fixture
def story(tmp_path, monkeypatch):
    """The story of the seeds, as a notebook of a run asked for it."""
    (tmp_path / "run").mkdir()
    monkeypatch.setenv(places.RUN, str(tmp_path / "run"))
    return samestory.read("seeds", permutations=50)


def test_the_tables_that_were_computed_are_written_and_no_others(story, tmp_path):
    story.say("agreement")
    handover.write(story, THEMES, tmp_path)
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == {"figures", "figure_verdicts"}
    read = pd.read_csv(tmp_path / "tables" / "figures.csv")
    assert "57,523" in set(read["text"])


def test_a_table_too_long_for_a_spreadsheet_is_packed(story, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "LARGEST", 3)
    story.say("agreement")
    handover.write(story, THEMES, tmp_path)
    packed = tmp_path / "tables" / "figures.csv.gz"
    bytes_once = packed.read_bytes()
    assert len(pd.read_csv(packed)) == len(story["ledger"]) > 3
    handover.write(story, THEMES, tmp_path)
    assert packed.read_bytes() == bytes_once


def test_findings_come_once_with_the_first_notebook_of_their_theme_and_without_missing_numbers(story, tmp_path):
    story.say("agreement", "labels")
    handover.write(story, THEMES, tmp_path)
    rows = json.loads((tmp_path / "findings.json").read_text(encoding="utf-8"))
    where = {row["kind"]: row["notebook"] for row in rows}
    assert where == {"agreement": "5_figures", "label": "6_brief"}
    assert all(row["p"] is None and row["evidence"] for row in rows)
    assert len({row["sentence"] for row in rows}) == len(rows)


def test_lists_are_written_as_json():
    table = pd.DataFrame({"label": ["captives"], "evidence": [[("a", 1, 4)]]})
    assert handover.flat(table)["evidence"].tolist() == ['[["a", 1, 4]]']


@pytest.mark.parametrize(("rows", "file"), [(20_000, "many.csv"), (20_001, "many.csv.gz")])
def test_what_is_too_long_for_a_spreadsheet_is_packed(rows, file, tmp_path):
    many = pd.DataFrame({"n": range(rows)})
    story = SimpleNamespace(kept=lambda: [(SimpleNamespace(kept="many"), many)], filed=lambda: [])
    handover.write(story, {}, tmp_path)
    assert [one.name for one in (tmp_path / "tables").iterdir()] == [file]


def test_a_page_names_the_file_as_it_is_written(story, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "LARGEST", 3)
    shown = story.table("differences", limit=1).data
    handover.write(story, THEMES, tmp_path)
    assert '/tables/differences.csv.gz"' in shown
    assert (tmp_path / "tables" / "differences.csv.gz").is_file()


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (497.27813411172036, 497.278),
        (1234567890.0, 1234567890.0),  # a figure stays whole
        (57523.456, 57523.46),  # two decimals stay
        (0.0000077780977, 0.0000077781),
        (-0.000123456789, -0.000123457),
        (0.0, 0.0),
        (float("inf"), float("inf")),
    ],
)
def test_a_measure_in_a_packed_table_has_six_digits(value, written):
    assert handover.short(pd.Series([value, 1.5]))[0] == written


def test_what_is_no_measure_is_packed_as_it_is():
    table = pd.DataFrame({"n": [1234567891], "word": ["a"], "missing": [float("nan")]})
    pd.testing.assert_frame_equal(table.apply(handover.short), table)
