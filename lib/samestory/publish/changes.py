"""What changed since the previous report: articles, findings, and the rows of tables."""

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from samestory.publish import folder, manifest

Row = dict[str, str]


def since(out: Path, told: dict[str, Any], unfinished: Path) -> dict[str, Any]:
    """What differs from the last published report with the same parameters and other inputs; empty where there is none.

    `articles` (new, gone, changed), `findings` (new, gone) and, of each table that changed, `tables` (new, gone, moved:
    the same row with another value).
    """
    previous = _previous(out, told)
    if previous is None:
        return {}
    before = manifest.read(previous)
    return {
        "since": before["started"],
        "run": previous.name,
        "articles": _articles(before["files"], told["files"]),
        "findings": _appeared(_sentences(previous), _sentences(unfinished)),
        "tables": _tables(previous / "tables", unfinished / "tables"),
    }


def _previous(out: Path, told: dict[str, Any]) -> Path | None:
    """The newest published run with the same parameters and other inputs."""
    for run in folder.runs(out):
        before = manifest.read(run)
        same = before["status"] == "published" and before["parameters"] == told["parameters"]
        if same and before["inputs_hash"] != told["inputs_hash"] and not manifest.damage(run):
            return run
    return None


def _articles(before: dict[str, str], now: dict[str, str]) -> dict[str, list[str]]:
    """The files of articles that came, went and changed."""
    old, new = (
        {name.partition("/")[2]: sha for name, sha in files.items() if name.startswith("articles/")}
        for files in (before, now)
    )
    return {
        "new": [name for name in new if name not in old],
        "gone": [name for name in old if name not in new],
        "changed": [name for name in new if name in old and new[name] != old[name]],
    }


def _sentences(run: Path) -> list[str]:
    """The sentences of a run's findings."""
    return [row["sentence"] for row in json.loads((run / "findings.json").read_text(encoding="utf-8"))]


def _appeared(before: list[Any], now: list[Any]) -> dict[str, list[Any]]:
    """What appeared and what vanished, in order."""
    return {"new": [row for row in now if row not in before], "gone": [row for row in before if row not in now]}


def _tables(before: Path, now: Path) -> dict[str, dict[str, Any]]:
    """The rows that came, went and moved, of each table that both runs have and that changed."""
    changed = {}
    for path in sorted(now.glob("*.csv")):
        old = before / path.name
        if old.exists() and old.read_bytes() != path.read_bytes():
            changed[path.stem] = moved(_records(old), _records(path))
    return changed


def moved(before: list[Row], now: list[Row]) -> dict[str, Any]:
    """The rows of a table that are `new`, `gone`, and `moved`: alike in the first and most columns, `was` and `now`."""
    old, pairs = set(map(_key, before)), []
    kept = old & set(map(_key, now))
    new = [row for row in now if _key(row) not in kept]
    gone = defaultdict(list)
    for row in before:
        if _key(row) not in kept:
            gone[_first(row)].append(row)
    for row in list(new):
        alike = max(gone[_first(row)], key=lambda was: _alike(was, row), default=None)
        if alike is not None and _alike(alike, row) >= len(row) / 2:
            pairs.append({"was": alike, "now": row})
            gone[_first(row)].remove(alike)
            new.remove(row)
    return {"new": new, "gone": [row for rows in gone.values() for row in rows], "moved": pairs}


def _key(row: Row) -> tuple[tuple[str, str], ...]:
    """A row as something that can stand in a set."""
    return tuple(row.items())


def _first(row: Row) -> str:
    """What a row is about: its first column."""
    return next(iter(row.values()), "")


def _alike(one: Row, other: Row) -> int:
    """In how many columns two rows say the same."""
    return sum(other.get(column) == value for column, value in one.items())


def _records(path: Path) -> list[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(changed: dict[str, Any], folder: Path) -> None:
    """`changes.json` stands in the folder."""
    text = json.dumps(changed, ensure_ascii=False, indent=1)
    (folder / "changes.json").write_text(text + "\n", encoding="utf-8")


def told(changed: dict[str, Any]) -> dict[str, Any]:
    """What a page tells of the changes: the day, headings with their lines, and one line for each table."""
    if not changed:
        return {}
    articles, findings = changed["articles"], changed["findings"]
    parts = [
        ("New articles", articles["new"]),
        ("Articles that changed", articles["changed"]),
        ("Articles no longer there", articles["gone"]),
        ("New findings", findings["new"]),
        ("Findings that no longer hold", findings["gone"]),
    ]
    tables = {name: [_line(pair) for pair in rows["moved"]] for name, rows in changed["tables"].items()}
    counts = {
        name: ", ".join(f"{len(rows[kind])} {kind}" for kind in rows if rows[kind])
        for name, rows in changed["tables"].items()
    }
    return {
        "day": changed["since"][:10],
        "run": changed["run"],
        "parts": [(heading, lines) for heading, lines in parts if lines],
        "tables": [(name, counts[name], tables[name]) for name in tables],
    }


def _line(pair: dict[str, Row]) -> str:
    """A row that moved, in one line: what it is about, and each value that was and is."""
    was, now = pair["was"], pair["now"]
    about = [value for column, value in now.items() if was.get(column) == value and value][:3]
    other = [column for column in now if was.get(column) != now[column]]
    values = [f"{column} {was.get(column) or 'none'} → {now[column] or 'none'}" for column in other]
    return f"{', '.join(about)}: {'; '.join(values)}"
