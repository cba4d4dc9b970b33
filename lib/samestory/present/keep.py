"""Tables and findings a notebook keeps: shown as one quiet line, and published as `tables/*.csv` and `findings.json`.

A kept table travels in the notebook itself, as an output of its own media type, so it needs no file, no folder and no
knowledge of where the notebook runs; `samestory report` takes it out of the executed notebook.
"""

import html
import json
from typing import Any

import pandas as pd

TABLE = "application/vnd.samestory.table+json"
FINDINGS = "application/vnd.samestory.findings+json"


class Kept:
    """What a notebook keeps, as a Jupyter output: a line for the reader and the data for publishing."""

    def __init__(self, media_type: str, data: Any, line: str) -> None:
        """Hold the data of one media type, and the line that stands for it on screen."""
        self.media_type, self.data, self.line = media_type, data, line

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        """The output: the data, and its line as text and HTML."""
        return {self.media_type: self.data, "text/plain": self.line, "text/html": f'<p class="kept">{self.line}</p>'}


def table(table: pd.DataFrame, name: str) -> Kept:
    """The table, kept under a name for `tables/NAME.csv`; lists (evidence) are written as JSON."""
    if not name.replace("_", "").isalnum():
        raise ValueError(f"a kept table is named with letters, digits and _, not {name!r}")
    csv = table.map(_plain).to_csv(index=False, lineterminator="\n")
    return Kept(TABLE, {"name": name, "csv": csv}, html.escape(f"Table kept: {name}, {len(table)} rows."))


def findings(findings: pd.DataFrame) -> Kept:
    """The findings, kept for `findings.json`; missing values become null."""
    rows = [{key: _missing(value) for key, value in row.items()} for row in findings.to_dict("records")]
    plain = json.loads(json.dumps(rows, default=str))
    return Kept(FINDINGS, plain, f"Findings kept: {len(findings)}.")


def _plain(value: Any) -> Any:
    """A list as JSON text, anything else as it is."""
    return json.dumps(value, default=str) if isinstance(value, list | tuple | dict) else value


def _missing(value: Any) -> Any:
    """None for a missing value, a plain number for NumPy's, anything else as it is."""
    if isinstance(value, list | tuple | dict):
        return value
    if pd.isna(value):
        return None
    return value.item() if hasattr(value, "item") else value
