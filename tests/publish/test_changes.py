import json
from datetime import UTC, datetime

from samestory.publish import changes, manifest
from samestory.publish import folder as rooms


def run(out, day, *, articles, findings=(), rows="", parameters="seeds", status="published"):
    """A published run of that day of July 2025, as small as it can be."""
    files = {f"articles/{article}": sha for article, sha in articles.items()}
    inputs = {"parameters": {"articles": parameters}, "files": files, "versions": {}}
    started, digest = datetime(2025, 7, day, 5, tzinfo=UTC), manifest.digest(inputs)
    folder = out / rooms.name(started, digest, failed=status == "failed")
    (folder / "tables").mkdir(parents=True)
    (folder / "findings.json").write_text(json.dumps([{"sentence": sentence} for sentence in findings]))
    (folder / "tables" / "figures.csv").write_text(rows)
    told = {"status": status, "started": started.isoformat(), "inputs_hash": digest, "notebooks": []}
    manifest.write(told | inputs, folder)
    return manifest.read(folder), folder


HEAD = "counted,outlet,low,source\n"


def test_what_came_went_and_moved(tmp_path):
    old = {"a": "1", "b": "1"}
    _, first = run(tmp_path, 6, articles=old, findings=["x", "y"], rows=HEAD + "killed,A,57500,ministry\n")
    told, now = run(
        tmp_path, 7, articles={"b": "2", "c": "1"}, findings=["y", "z"], rows=HEAD + "killed,A,57523,ministry\n"
    )
    changed = changes.since(tmp_path, told, now)
    assert changed["run"] == first.name
    assert changed["articles"] == {"new": ["c"], "gone": ["a"], "changed": ["b"]}
    assert changed["findings"] == {"new": ["z"], "gone": ["x"]}
    page = changes.told(changed)
    assert page["day"] == "2025-07-06"
    assert page["tables"] == [("figures", "1 moved", ["killed, A, ministry: low 57500 → 57523"])]


def test_rows_about_something_else_are_new_and_gone_not_moved():
    was = {"counted": "killed", "outlet": "A", "low": "1"}
    now = {"counted": "taken", "outlet": "A", "low": "1"}
    assert changes.moved([was], [now]) == {"new": [now], "gone": [was], "moved": []}


def test_a_row_that_stays_is_no_change():
    row = {"counted": "killed", "low": "1"}
    assert changes.moved([row], [row]) == {"new": [], "gone": [], "moved": []}


def test_the_first_report_has_nothing_to_compare_with(tmp_path):
    told, now = run(tmp_path, 6, articles={"a": "1"})
    assert changes.since(tmp_path, told, now) == {}
    assert changes.told({}) == {}


def test_only_a_published_report_with_the_same_parameters_is_compared_with(tmp_path):
    _, first = run(tmp_path, 1, articles={"a": "0"})
    run(tmp_path, 2, articles={"a": "1"}, parameters="other")
    run(tmp_path, 3, articles={"a": "2"}, status="failed")
    run(tmp_path, 4, articles={"a": "3"})
    _, altered = run(tmp_path, 5, articles={"a": "4"})
    (altered / "findings.json").write_text("[")
    told, now = run(tmp_path, 6, articles={"a": "3"})
    assert changes.since(tmp_path, told, now)["run"] == first.name, "a forced run on the same input tells the same"
