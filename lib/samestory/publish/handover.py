"""What executed notebooks hand over: the tables and findings they kept (`present.keep`), and what went wrong."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

TABLE = "application/vnd.samestory.table+json"
FINDINGS = "application/vnd.samestory.findings+json"


def kept(notebook: Any, media_type: str) -> Iterator[Any]:
    """The data of one media type among a notebook's outputs, in order."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if media_type in output.get("data", {}):
                yield output["data"][media_type]


def tables(notebooks: Iterable[Any]) -> dict[str, str]:
    """The CSV of every kept table by name; RuntimeError where two different tables have the same name."""
    found: dict[str, str] = {}
    for notebook in notebooks:
        for table in kept(notebook, TABLE):
            if found.setdefault(table["name"], table["csv"]) != table["csv"]:
                raise RuntimeError(f"two different tables are kept under the name {table['name']!r}")
    return found


def findings(notebooks: dict[str, Any]) -> list[dict[str, Any]]:
    """Every kept finding with the name of its notebook, each sentence once."""
    rows: dict[str, dict[str, Any]] = {}
    for name, notebook in notebooks.items():
        for table in kept(notebook, FINDINGS):
            for row in table:
                rows.setdefault(row["sentence"], {"notebook": name, **row})
    return list(rows.values())


def write(notebooks: dict[str, Any], folder: Path) -> None:
    """`tables/*.csv` and `findings.json` stand in the folder."""
    (folder / "tables").mkdir(exist_ok=True)
    for name, csv in tables(notebooks.values()).items():
        (folder / "tables" / f"{name}.csv").write_text(csv, encoding="utf-8")
    text = json.dumps(findings(notebooks), ensure_ascii=False, indent=1)
    (folder / "findings.json").write_text(text + "\n", encoding="utf-8")
