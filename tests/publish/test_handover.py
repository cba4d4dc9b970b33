import json

import nbformat
import pandas as pd
import pytest
from samestory.present import keep
from samestory.publish import handover


@pytest.fixture
def holding(build):
    """A notebook whose outputs are these kept things, as a kernel would send them."""

    def make(*kept):
        notebook = build([("py", "…")])
        bundles = [json.loads(json.dumps(one._repr_mimebundle_())) for one in kept]
        notebook.cells[0].outputs = [nbformat.v4.new_output("execute_result", bundle) for bundle in bundles]
        nbformat.validate(notebook)
        return notebook

    return make


LABELS = pd.DataFrame({"label": ["captive", "hostage"], "n": pd.array([6, None], dtype="Int64")})
FOUND = pd.DataFrame(
    {"sentence": ["A says more."], "n": [2], "p": [float("nan")], "evidence": [[("a", 0, 9)]], "outlets": [["A", "B"]]}
)


def test_media_types_are_the_same_on_both_sides():
    assert (keep.TABLE, keep.FINDINGS) == (handover.TABLE, handover.FINDINGS)


def test_a_kept_table_becomes_a_csv_file(holding, tmp_path):
    handover.write({"2_words": holding(keep.table(LABELS, "labels"))}, tmp_path)
    assert (tmp_path / "tables" / "labels.csv").read_text() == "label,n\ncaptive,6\nhostage,\n"


def test_kept_findings_come_with_their_notebook_and_without_missing_numbers(holding, tmp_path):
    notebooks = {"2_words": holding(keep.findings(FOUND)), "6_brief": holding(keep.findings(FOUND))}
    handover.write(notebooks, tmp_path)
    (row,) = json.loads((tmp_path / "findings.json").read_text())
    assert row == {
        "notebook": "2_words", "sentence": "A says more.", "n": 2, "p": None,
        "evidence": [["a", 0, 9]], "outlets": ["A", "B"],
    }  # fmt: skip


def test_the_same_table_may_be_kept_twice_but_not_two_under_one_name(holding):
    one, other = holding(keep.table(LABELS, "labels")), holding(keep.table(LABELS.head(1), "labels"))
    assert list(handover.tables([one, one])) == ["labels"]
    with pytest.raises(RuntimeError, match="two different tables are kept under the name 'labels'"):
        handover.tables([one, other])


def test_a_table_is_named_like_a_file():
    with pytest.raises(ValueError, match=r"not '\.\./x'"):
        keep.table(LABELS, "../x")


def test_what_is_kept_shows_one_quiet_line():
    shown = keep.table(LABELS, "labels")._repr_mimebundle_()
    assert shown["text/html"] == '<p class="kept">Table kept: labels, 2 rows.</p>'
