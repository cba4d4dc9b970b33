import json

from samestory.publish import changes, manifest


def run(out, name, *, articles, findings=(), rows="", parameters="seeds", status="published"):
    """A published run, as small as it can be."""
    folder = out / name
    (folder / "tables").mkdir(parents=True)
    files = {f"articles/{article}": sha for article, sha in articles.items()}
    digest = json.dumps([articles, parameters])
    told = {"status": status, "started": "2025-07-06T05:00:00+00:00", "parameters": {"articles": parameters}}
    manifest.write(told | {"files": files, "inputs_hash": digest}, folder)
    (folder / "findings.json").write_text(json.dumps([{"sentence": sentence} for sentence in findings]))
    (folder / "tables" / "figures.csv").write_text(rows)
    return manifest.read(folder), folder


HEAD = "counted,outlet,low,source\n"


def test_what_came_went_and_moved(tmp_path):
    run(tmp_path, "1Z--a", articles={"a": "1", "b": "1"}, findings=["x", "y"], rows=HEAD + "killed,A,57500,ministry\n")
    told, now = run(
        tmp_path, "2Z--b", articles={"b": "2", "c": "1"}, findings=["y", "z"], rows=HEAD + "killed,A,57523,ministry\n"
    )
    changed = changes.since(tmp_path, told, now)
    assert changed["run"] == "1Z--a"
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
    told, now = run(tmp_path, "1Z--a", articles={"a": "1"})
    assert changes.since(tmp_path, told, now) == {}
    assert changes.told({}) == {}


def test_only_a_published_report_with_the_same_parameters_is_compared_with(tmp_path):
    run(tmp_path, "1Z--a", articles={"a": "0"})
    run(tmp_path, "2Z--b", articles={"a": "1"}, parameters="other")
    run(tmp_path, "3Z--c--failed", articles={"a": "2"}, status="failed")
    run(tmp_path, "4Z--d", articles={"a": "3"})
    told, now = run(tmp_path, "5Z--e", articles={"a": "3"})
    assert changes.since(tmp_path, told, now)["run"] == "1Z--a", "a forced run on the same input tells the same"
