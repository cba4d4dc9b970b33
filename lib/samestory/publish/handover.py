"""What a run hands over beside its pages: the tables its notebooks computed, and the findings they showed."""

import json
from pathlib import Path
from typing import Any

import pandas as pd

from samestory.publish import export
from samestory.story import Story

LARGEST = 100_000  # rows of a .csv that a spreadsheet is to open; a kept table of more is packed


def write(story: Story, themes: dict[str, list[str]], folder: Path) -> None:
    """`tables/*.csv` and `findings.json` of what was computed stand in the folder; `themes`: those of each notebook.

    A kept table of more than LARGEST rows is a `.csv.gz`.
    """
    (folder / "tables").mkdir(exist_ok=True)
    for row, table in story.kept():
        if len(table) > LARGEST:
            packed = folder / "tables" / f"{row.kept}.csv.gz"
            export.csv(flat(table)).to_csv(packed, index=False, lineterminator="\n", compression=export.PACKED)
        else:
            export.write(flat(table), folder / "tables" / f"{row.kept}.csv")
    for name, table in story.filed():
        export.write(flat(table), folder / "tables" / f"{name}.csv")
    (folder / "findings.json").write_text(dumped(findings(story, themes)), encoding="utf-8")


def findings(story: Story, themes: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Every finding with the first notebook whose theme it is of, each sentence once."""
    rows: dict[str, dict[str, Any]] = {}
    for notebook, told in themes.items():
        for row in story.found(told).to_dict("records"):
            rows.setdefault(row["sentence"], {"notebook": notebook, **{key: _plain(row[key]) for key in row}})
    return list(rows.values())


def dumped(rows: list[dict[str, Any]]) -> str:
    """The rows as the text of a JSON file."""
    return json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n"


def flat(table: pd.DataFrame) -> pd.DataFrame:
    """The table with its lists (evidence) as JSON."""
    return table.assign(**{name: table[name].map(_dumped) for name in export.worded(table)})


def _dumped(value: Any) -> Any:
    return json.dumps(value, default=str) if isinstance(value, list | tuple | dict) else value


def _plain(value: Any) -> Any:
    """None for a missing value, a plain number for NumPy's, anything else as it is."""
    if isinstance(value, list | tuple | dict):
        return value
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
