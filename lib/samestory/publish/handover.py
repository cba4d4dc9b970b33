"""What a run hands over beside its pages: the tables its notebooks computed, and the findings they showed."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from samestory import places
from samestory.publish import export
from samestory.story import Story

DIGITS, DECIMALS = 6, 2  # of a measure in a packed table: so many digits, and no fewer decimals than these


def write(story: Story, themes: dict[str, list[str]], folder: Path) -> None:
    """`tables/*.csv` and `findings.json` of what was computed stand in the folder; `themes`: those of each notebook.

    A table too long for a spreadsheet (`places.LARGEST` rows) is packed, its measures to six digits.
    """
    (folder / "tables").mkdir(exist_ok=True)
    for name, table in chain(((row.kept, table) for row, table in story.kept()), story.filed()):
        path = folder / "tables" / places.of_table(name, len(table))
        if path.suffix == ".gz":
            packed = export.csv(flat(table).apply(short))
            packed.to_csv(path, index=False, lineterminator="\n", compression=export.PACKED)
        else:
            export.write(flat(table), path)
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


def short(column: pd.Series) -> pd.Series:
    """The column, where it is one of fractions, to six digits: a whole number stays whole, and two decimals stay."""
    if not pd.api.types.is_float_dtype(column):
        return column
    with np.errstate(divide="ignore", invalid="ignore"):
        places = np.floor(np.log10(column.abs()))
    finite = np.isfinite(places)
    scale = 10.0 ** (DIGITS - 1 - places.where(finite, 0)).clip(lower=DECIMALS)
    return column.where(~finite, (column * scale).round() / scale)


def _dumped(value: Any) -> Any:
    return json.dumps(value, default=str) if isinstance(value, list | tuple | dict) else value


def _plain(value: Any) -> Any:
    """None for a missing value, a plain number for NumPy's, anything else as it is."""
    if isinstance(value, list | tuple | dict):
        return value
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
