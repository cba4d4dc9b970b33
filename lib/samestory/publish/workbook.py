"""A workbook for Excel, LibreOffice and Numbers: what tables hold, for people who go on in a spreadsheet.

Every text is a cell of text, whatever it begins with, so nothing of an article is ever taken for a formula or a link;
the same sheets give the same bytes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from numbers import Real
from pathlib import Path
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from samestory import encode

MADE = datetime(1980, 1, 1)  # the earliest day that a zip archive knows: a workbook does not say when it was written
CELL, ROWS, LINKS = 32_767, 1_048_576, 65_530  # the most that Excel opens: UTF-16 units a cell, rows and links a sheet
NAME, FORBIDDEN = 31, str.maketrans(dict.fromkeys("[]:*?/\\'", " "))  # of the name of a sheet
NARROW, WIDE, ON_LINES = 8, 60, 40  # characters of a column; from so many on, a text is broken into lines
LOOKED_AT = 200  # rows that decide how wide a column is
WEB = ("http://", "https://")
TEXTS = (str, list, tuple, set)
NUMBERS = (float, int, Real)  # the first two are sooner told than the others of the third
ADDRESS = re.compile(r"https?://[!-\ud7ff\ue000-\ufffd]{1,2070}")  # as a link: no sign that XML cannot hold, no blank
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
EXPLAINED = ["sheet", "column", "what it holds"]


@dataclass(frozen=True)
class Sheet:
    """A table as one sheet: its name, what it holds, what each column holds, and what may be chosen in a column."""

    name: str
    table: pd.DataFrame
    says: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, list[str]] = field(default_factory=dict)


def write(sheets: Iterable[Sheet], path: Path, *, says: str = "") -> None:
    """The sheets stand in the workbook; before them one that `says` what it is and explains every column.

    ValueError where a table has more rows than a sheet.
    """
    sheets = list(sheets)
    for sheet in sheets:
        if len(sheet.table) >= ROWS:
            raise ValueError(f"{path.name}: {sheet.name} has {len(sheet.table):,} rows; a sheet has {ROWS - 1:,}")
    with xlsxwriter.Workbook(str(path), SETTINGS) as book:
        book.set_properties({"created": MADE})
        _sheet(book, Sheet("Read me", explained(sheets)), says)
        for sheet in sheets:
            _sheet(book, sheet)


def explained(sheets: Iterable[Sheet]) -> pd.DataFrame:
    """What each sheet and each of its columns holds: `sheet`, `column` (none: the whole sheet), `what it holds`."""
    rows = [
        row
        for sheet in sheets
        for row in [
            (sheet.name, "", sheet.says),
            *((sheet.name, str(name), sheet.columns.get(str(name), "")) for name in sheet.table),
        ]
    ]
    return pd.DataFrame(rows, columns=EXPLAINED)


def text(value: object) -> str:
    """The value as the text of a cell: lists with semicolons, no sign that XML cannot hold, no more than fits."""
    if isinstance(value, list | tuple | set):
        return text("; ".join(map(text, value)))
    whole = encode.xml(value).encode("utf-16-le")
    return whole[: 2 * CELL].decode("utf-16-le", "ignore")


def _sheet(book: xlsxwriter.Workbook, sheet: Sheet, says: str = "") -> None:
    """The table as a sheet that can be sorted and filtered, its head in sight; `says` above it."""
    page = book.add_worksheet(sheet.name.translate(FORBIDDEN)[:NAME])
    head, lines = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    first = 2 if says else 0
    if says:
        page.write_string(0, 0, text(says))
    for k, name in enumerate(sheet.table):
        page.write_string(first, k, text(name), head)
        values = sheet.table[name].tolist()
        width = max([len(str(name)) + 2, *(len(text(value)) for value in values[:LOOKED_AT])])
        page.set_column(k, k, max(NARROW, min(width, WIDE)), lines if width > ON_LINES else top)
        _column(page, k, first + 1, values, lines if width > ON_LINES else top)
        if len(values) and (chosen := sheet.choices.get(str(name))):
            page.data_validation(first + 1, k, first + len(values), k, {"validate": "list", "source": chosen})
    page.freeze_panes(first + 1, 0)
    if len(sheet.table.columns):
        page.autofilter(first, 0, first + len(sheet.table), len(sheet.table.columns) - 1)


def _column(page: Worksheet, k: int, first: int, values: list[Any], form: Format) -> None:
    """The values of a column from row `first` on, each a number, a truth, a link or a text; none: an empty cell."""
    links = sum(isinstance(value, str) and value.startswith(WEB) for value in values) <= LINKS // 8
    for row, value in enumerate(values, first):
        if isinstance(value, str) and links and value.startswith(WEB) and ADDRESS.fullmatch(value):
            page.write_url(row, k, value, form, text(value))
        elif isinstance(value, TEXTS):
            page.write_string(row, k, text(value), form)
        elif value != value if isinstance(value, float) else pd.isna(value):  # the same of numbers, sooner asked
            continue
        elif isinstance(value, bool) or type(value).__name__ == "bool":
            page.write_boolean(row, k, bool(value), form)
        elif isinstance(value, NUMBERS) and abs(float(value)) != float("inf"):
            page.write_number(row, k, float(value), form)
        else:
            page.write_string(row, k, text(value), form)
