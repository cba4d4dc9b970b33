"""A table written as a file, whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from samestory import encode
from samestory.publish import workbook

PACKED = {"method": "gzip", "mtime": 1}  # without the time of day: the same table, the same bytes
WRITERS = {
    ".csv": lambda table, path: csv(table).to_csv(
        path,
        index=False,
        lineterminator="\n",
        encoding="utf-8-sig",  # the mark by which Excel knows UTF-8
    ),
    ".xlsx": lambda table, path: workbook.write([workbook.Sheet("Table", table)], path),
    ".jsonl": lambda table, path: path.write_text(json_lines(table), encoding="utf-8"),
    ".parquet": lambda table, path: table.to_parquet(path, index=False, compression="zstd"),
}
LISTED = ".xlsx, .csv, .parquet or .jsonl"


def check(path: Path) -> None:
    """Nothing, if a table can be written there; otherwise ValueError."""
    if path.suffix not in WRITERS:
        raise ValueError(f"{path.name} must end in {LISTED}")
    if not path.parent.is_dir():
        raise ValueError(f"there is no folder {path.parent}")


def csv(table: pd.DataFrame) -> pd.DataFrame:
    """The table as a spreadsheet may open it: no cell and no heading is taken for a formula."""
    return table.assign(**{name: table[name].map(encode.cell) for name in worded(table)}).rename(columns=encode.cell)


def worded(table: pd.DataFrame) -> list[str]:
    """The columns that may hold something else than numbers."""
    return [name for name in table if not pd.api.types.is_numeric_dtype(table[name])]


def json_lines(table: pd.DataFrame) -> str:
    """The table as JSON lines; no line where it has no rows."""
    return table.to_json(orient="records", lines=True, force_ascii=False) if len(table) else ""


def write(table: pd.DataFrame, path: str | Path) -> Path:
    """The file in which the table now stands, in the format its name ends in; an older file stays until then."""
    path = Path(path)
    check(path)
    replaced(path, lambda new: WRITERS[path.suffix](table, new))
    return path


def replaced(path: Path, write: Callable[[Path], Any]) -> None:
    """The file is what `write` made of a new one beside it, once that is whole."""
    new = path.with_name(f".{path.name}.new{path.suffix}")
    try:
        write(new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
