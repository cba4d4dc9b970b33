"""Names that are proposed, taken into a table of one's own; nothing is lost, nothing stands twice."""

import pandas as pd
import pytest
import samestory
from samestory import known
from samestory.annotate import labels
from samestory.compare.words.discovery.accepted import accept

PROPOSED = pd.DataFrame(
    [("the gate", "the gate", "gates?", "proposed: slot", "discovered"), ("the gate", "the barrier", "barriers?", "", "discovered"),
     ("the mayor", "town boss", "town boss(?:es)?", "", "discovered")],
    columns=["referent", "label", "pattern", "note", "source"],
)  # fmt: skip


def test_a_name_is_taken_with_the_other_it_was_proposed_with_below_our_own(tmp_path):
    out = tmp_path / "mine.csv"
    assert accept(PROPOSED, ["the barrier"], out) == 2
    rows, ours = known.read_csv(out), known.table("referents.csv", [])
    assert len(rows) == len(ours) + 2 and rows["label"].iloc[-2:].tolist() == ["the gate", "the barrier"]
    assert accept(PROPOSED, ["the barrier", "town boss"], out) == 1, "what is there is not added again"
    found = [row.label for row in labels.rules(str(out)).rows]
    assert found[-3:] == ["the gate", "the barrier", "town boss"]


def test_what_is_not_proposed_is_refused(tmp_path):
    with pytest.raises(ValueError, match="'the barier' is not proposed; did you mean 'the barrier'"):
        accept(PROPOSED, ["the barier"], tmp_path / "mine.csv")


def test_a_table_that_would_not_be_one_leaves_the_file_as_it_was(tmp_path):
    out = tmp_path / "mine.csv"
    accept(PROPOSED, ["town boss"], out)
    before = out.read_bytes()
    with pytest.raises(ValueError, match="is not a regular expression"):
        accept(PROPOSED.assign(pattern="(gate"), ["the gate"], out)
    assert out.read_bytes() == before and [path.name for path in tmp_path.iterdir()] == ["mine.csv"]


def test_a_bad_table_of_referents_is_refused_before_an_article_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("samestory.corpus.collected", lambda *_, **__: pytest.fail("nothing should be read"))
    (tmp_path / "bad.csv").write_text("referent,label,pattern,note,source\nthe gate,gate,(gate,,own\n")
    with pytest.raises(ValueError, match=r"bad\.csv, row 2: the pattern '\(gate' is not a regular expression"):
        samestory.read("seeds", referents=str(tmp_path / "bad.csv"))
