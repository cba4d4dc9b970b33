"""The sheet that a coder fills in: a workbook with one row an item, written blind, read back cell by cell.

Columns are found by their headings, rows by the name of their item, so a coder may sort, hide and add. What cannot be
meant is refused with its cell.
"""

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
import pandas as pd
from openpyxl.utils import get_column_letter

from samestory import known
from samestory.coding.blind import COLUMNS, digest
from samestory.coding.draw import VERDICTS, in_turn

TITLE, RULES, TEXTS = "items", "rules", "texts"
HEADINGS = [*COLUMNS, "verdict", "note"]
RULED = ["kind", "part", "right", "wrong"]
CHOICES = {"verdict": list(VERDICTS)}
READ = ["item", "verdict", "note"]


def codebook() -> pd.DataFrame:
    """`data/coding.csv`: for each kind and part what a coder is asked, and when the answer is right."""
    return known.table("coding.csv", ["kind", "part", "right", "wrong", "source"])


def tables(shown: pd.DataFrame, texts: pd.DataFrame, coder: str) -> dict[str, pd.DataFrame]:
    """A coder's sheet by its pages: the items, kind by kind in an order of the coder's own; rules; texts."""
    kinds = {kind: k for k, kind in enumerate(dict.fromkeys(shown["kind"]))}
    turn = {item: k for k, item in enumerate(in_turn(shown["item"], coder))}
    ordered = shown.sort_values("item", key=lambda items: items.map(turn))
    ordered = ordered.sort_values("kind", key=lambda names: names.map(kinds), kind="stable")
    rules = codebook()
    pages = {
        TITLE: ordered.assign(verdict=None, note=None)[HEADINGS],
        RULES: rules.loc[rules["kind"].isin(kinds), RULED],
    }
    return pages | ({TEXTS: texts} if len(texts) else {})


def read(file: Path, shown: dict[str, str]) -> pd.DataFrame:
    """What a coder answered: `item, verdict, note`, a row an item, the verdict missing where none is given.

    `shown` has the digest of each item drawn. ValueError, one sentence with the cell, for what cannot be meant.
    """
    page = workbook(file)[TITLE]
    place = headings(page, file)
    rows: list[tuple] = []
    seen: dict[str, str] = {}
    for number, cells in enumerate(page.iter_rows(min_row=2, values_only=True), 2):
        if all(value is None or not str(value).strip() for value in cells):
            continue
        where = {name: f"{file.name}, {get_column_letter(k + 1)}{number}" for name, k in place.items()}
        given = {name: cells[k] for name, k in place.items()}
        item = _item(given, where, shown, seen)
        rows.append((item, _verdict(given["verdict"], where["verdict"]), given.get("note")))
    return pd.DataFrame(rows, columns=READ).astype({"item": "str", "verdict": "str", "note": "str"})


def workbook(file: Path) -> Any:
    """The workbook in the file; ValueError where it is none of ours."""
    try:
        book = openpyxl.load_workbook(file)
    except (OSError, BadZipFile, KeyError, openpyxl.utils.exceptions.InvalidFileException) as error:
        raise ValueError(f"{file} cannot be read as a workbook; save the sheet as .xlsx") from error
    if TITLE not in book.sheetnames:
        raise ValueError(f"{file} has no sheet {TITLE!r}; it is no sheet of an audit")
    return book


def headings(page: Any, file: Path) -> dict[str, int]:
    """The number of each column by its heading; ValueError where one is missing."""
    first = next(page.iter_rows(max_row=1, values_only=True), ())
    place = {str(name).strip().lower(): k for k, name in enumerate(first) if name is not None}
    for name in ("item", "passage", "claim", "verdict"):
        if name not in place:
            raise ValueError(f"{file.name}: the first row has no heading {name!r}")
    return {name: place[name] for name in HEADINGS if name in place}


def _item(given: dict, where: dict, shown: dict[str, str], seen: dict[str, str]) -> str:
    """The item of a row, once it is one of the draw, stands once, and shows what it showed."""
    item = str(given["item"] or "").strip()
    if item not in shown:
        said = f"{item!r} is no item of this draw" if item else "the name of the item is missing"
        raise ValueError(f"{where['item']}: {said}; take the row out, or set it right")
    if item in seen:
        raise ValueError(f"{where['item']}: {item} stands in {seen[item]} too; keep one of the two rows")
    if digest(given["passage"], given["claim"]) != shown[item]:
        raise ValueError(f"{where['passage']}: this is not what {item} showed; sort whole rows, and change no passage")
    seen[item] = where["item"].rpartition(" ")[2]
    return item


def _verdict(value: object, where: str) -> str | None:
    """The verdict in small letters, None where none is given."""
    said = "" if value is None else str(value).strip().lower()
    if said and said not in VERDICTS:
        raise ValueError(f"{where}: {value!r} is no verdict; write right, wrong or unsure, or leave it empty")
    return said or None


def held(file: Path) -> tuple[list[dict[str, Any]], dict[str, str], dict[str, str]]:
    """What a sheet holds, for a page: its items with their rules and texts, and the verdict and note of each."""
    book = workbook(file)
    rows = _rows(book[TITLE], headings(book[TITLE], file))
    rules = list(book[RULES].iter_rows(min_row=2, values_only=True)) if RULES in book.sheetnames else []
    texts = list(book[TEXTS].iter_rows(min_row=2, values_only=True)) if TEXTS in book.sheetnames else []
    items = [
        {name: row[name] for name in COLUMNS}
        | {
            "rules": _rules(row, rules),
            "texts": [text for name, text in texts if name and str(name).endswith(row["item"])],
        }
        for row in rows
    ]
    verdicts, notes = ({row["item"]: row.get(name, "") for row in rows} for name in ("verdict", "note"))
    if not items:
        raise ValueError(f"{file} has no items")
    return items, verdicts, notes


def _rows(page: Any, place: dict[str, int]) -> list[dict[str, str]]:
    """The rows that name an item, every cell as text."""
    rows = [
        {name: str(cells[k] or "") for name, k in place.items()}
        for cells in page.iter_rows(min_row=2, values_only=True)
    ]
    return [{"before": "", "kind": ""} | row for row in rows if row["item"]]


def _rules(row: dict[str, str], rules: list[tuple]) -> list[str]:
    """When an item is right and when wrong, by its kind, of a finding by the kind of difference it begins with."""
    mine = [
        rule for rule in rules if rule[0] == row["kind"] and (not rule[1] or row["claim"].startswith(f"{rule[1]}:"))
    ]
    return [f"{name}: {said}" for rule in mine for name, said in zip(("right", "wrong"), rule[2:4], strict=True)]


def put(file: Path, item: str, verdict: str | None, note: str | None) -> None:
    """The sheet has this verdict and note for the item, and is otherwise as it was."""
    book = workbook(file)
    page = book[TITLE]
    place = headings(page, file)
    for cells in page.iter_rows(min_row=2):
        if cells[place["item"]].value == item:
            cells[place["verdict"]].value = verdict
            cells[place["note"]].value = note
            cells[place["note"]].data_type = "s" if note else "n"
    new = file.with_name(f".{file.name}.new.xlsx")
    book.save(new)
    new.replace(file)
