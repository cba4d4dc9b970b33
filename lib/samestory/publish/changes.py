"""What changed since the previous report: articles, findings and tables."""

import csv
import json
from pathlib import Path
from typing import Any

from samestory.publish import folder, manifest


def since(out: Path, told: dict[str, Any], unfinished: Path) -> dict[str, Any]:
    """What differs from the last report published from other inputs: articles, findings and rows of tables.

    Empty where there is none, or where it was made from other parameters or notebooks and so answers another question.
    """
    previous = _previous(out, told)
    if previous is None:
        return {}
    before = manifest.read(previous)
    return {
        "since": before["started"],
        "run": previous.name,
        "articles": _files(before["files"], told["files"]),
        "findings": _rows(_sentences(previous), _sentences(unfinished)),
        "tables": _tables(previous / "tables", unfinished / "tables"),
    }


def _previous(out: Path, told: dict[str, Any]) -> Path | None:
    """The newest published run with the same parameters and other inputs."""
    for run in folder.runs(out):
        before = manifest.read(run)
        same = before.get("status") == "published" and before.get("parameters") == told["parameters"]
        if same and before.get("inputs_hash") != told["inputs_hash"]:
            return run
    return None


def _files(before: dict[str, str], now: dict[str, str]) -> dict[str, list[str]]:
    """The article files that came, went and changed."""
    old, new = ({name: sha for name, sha in files.items() if name.startswith("articles/")} for files in (before, now))
    return {
        "new": [name for name in new if name not in old],
        "gone": [name for name in old if name not in new],
        "changed": [name for name in new if name in old and new[name] != old[name]],
    }


def _sentences(run: Path) -> list[str]:
    """The sentences of a run's findings."""
    return [row["sentence"] for row in json.loads((run / "findings.json").read_text(encoding="utf-8"))]


def _rows(before: list[Any], now: list[Any]) -> dict[str, list[Any]]:
    """What appeared and what vanished, in order."""
    return {"new": [row for row in now if row not in before], "gone": [row for row in before if row not in now]}


def _tables(before: Path, now: Path) -> dict[str, dict[str, Any]]:
    """The rows that came and went, of each table that both runs have and that changed."""
    changed = {}
    for path in sorted(now.glob("*.csv")):
        old = before / path.name
        if old.exists() and old.read_bytes() != path.read_bytes():
            changed[path.stem] = _rows(_records(old), _records(path))
    return changed


def _records(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(changed: dict[str, Any], folder: Path) -> None:
    """`changes.json` stands in the folder."""
    text = json.dumps(changed, ensure_ascii=False, indent=1)
    (folder / "changes.json").write_text(text + "\n", encoding="utf-8")
