"""Readers of tables: CSV with any delimiter, spreadsheets, JSON, JSON lines, Parquet."""

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from samestory.collect import bounds, columns, decode
from samestory.collect.registry import Rows, needs, reader

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
HEADER_WITHIN = 15  # rows: above the header, exports write a title, the query, the day
CELL = 2**31 - 1  # characters; Python's own bound of 131,072 is shorter than some articles with their HTML
FIRST_DAY, DAYS = date(1899, 12, 30), (20_000, 80_000)  # 1954 to 2119, as spreadsheets number days
HALF = re.compile(r"[\ud800-\udfff]")
DEEP = 4  # levels below the top at which the articles of a JSON document are looked for

Grid = Sequence[Sequence[object]]


@reader(".csv", ".tsv", ".tab")
def delimited(file: Path, content: bytes) -> tuple[str, Rows]:
    """A table of text with any delimiter and encoding; a row with more cells than the header is left out."""
    text, encoding = decode.decoded(content)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ValueError("is empty; a CSV table begins with the names of its columns")
    delimiter = _delimiter(text)
    rows = _headed(_cells(text, delimiter), "row")
    words = "" if delimiter == "," else f" with {DELIMITERS[delimiter]}"
    return f"CSV{words}{f', {encoding}' if encoding else ''}", rows


def _delimiter(text: str) -> str:
    """The delimiter that gives the header the most names we know, then the most cells."""
    top = "\n".join(text.splitlines()[:HEADER_WITHIN])

    def score(delimiter: str) -> tuple[int, int]:
        """How many columns of a row are known by name, and how many the first row has, with this delimiter."""
        rows = list(csv.reader(io.StringIO(top), delimiter=delimiter))
        return max(map(columns.known_names, rows), default=0), len(rows[0]) if rows else 0

    return max(DELIMITERS, key=score)


def _cells(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a table of text; ValueError where a quotation mark is never closed."""
    csv.field_size_limit(CELL)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if text.count('"') % 2 and rows and rows[-1] and "\n" in rows[-1][-1]:
        raise ValueError(f"is not a CSV table: a quotation mark opened in row {len(rows)} is never closed")
    return rows


def _headed(grid: Grid, place: str) -> Rows:
    """A grid of cells as records: its header is the first of the rows with the most names we know.

    Rows above the header and empty rows are no articles. What is wrong with a row (more cells than the header: none of
    them is to be trusted) stands in `_broken`.
    """
    top = [columns.known_names(row) for row in grid[:HEADER_WITHIN]]
    start = top.index(max(top)) if top else 0
    names = _unique(["" if _empty(cell) else str(cell) for cell in grid[start]]) if grid else []
    rows = []
    for number, row in enumerate(grid[start + 1 :], start + 2):
        record = dict(zip(names, row, strict=False)) | {"_where": f"{place} {number}"}
        if not all(map(_empty, row[len(names) :])):
            record["_broken"] = "has more cells than the header; put cells with commas in quotation marks"
        if not all(map(_empty, row)):
            rows.append(record)
    return rows or [dict.fromkeys(names)]


def _empty(cell: object) -> bool:
    return cell is None or cell != cell or not str(cell).strip()


def _unique(header: list[str]) -> list[str]:
    """The names of a header, the second of one name with a number."""
    seen: dict[str, int] = {}
    out = []
    for name in header:
        seen[name] = seen.get(name, 0) + 1
        out.append(name if seen[name] == 1 else f"{name}.{seen[name] - 1}")
    return out


@reader(".xlsx", ".xlsm", ".ods")
def spreadsheet(file: Path, content: bytes) -> tuple[str, Rows]:
    """Every sheet of a spreadsheet whose header has a text or an address of an article."""
    ods = file.suffix.lower() == ".ods"
    needs("odf" if ods else "openpyxl", file.suffix)
    what = f"{'OpenDocument' if ods else 'Excel'} table"
    bounds.check_packed(content, what)
    with bounds.foreign(what):
        sheets = pd.read_excel(io.BytesIO(content), sheet_name=None, header=None, dtype=object,
                               engine="odf" if ods else "openpyxl")  # fmt: skip
    many = len(sheets) > 1
    tables = {
        str(name): _headed(sheet.values.tolist(), f"sheet {name}, row" if many else "row")
        for name, sheet in sheets.items()
    }
    read = {name: rows for name, rows in tables.items() if {"text", "url"} & set(map(columns.meant, rows[0]))}
    others = [
        f"no articles in sheet {name}" for name, rows in tables.items() if name not in read and "_where" in rows[0]
    ]
    words = f"spreadsheet, sheet {' and '.join(read)}" if many and read else "spreadsheet"
    found = [row for rows in (read or tables).values() for row in rows]
    return "; ".join([words, *(others if read else [])]), [_with_days(row) for row in found]


def _with_days(row: dict) -> dict:
    """A record in which a date that the sheet shows as a number is a day: they count from 1899-12-30."""
    return {
        name: (FIRST_DAY + timedelta(days=int(cell))).isoformat()
        if isinstance(cell, int | float) and DAYS[0] < cell < DAYS[1] and columns.meant(name) == "date"
        else cell
        for name, cell in row.items()
    }


@reader(".jsonl", ".ndjson")
def json_lines(file: Path, content: bytes) -> tuple[str, Rows]:
    """One JSON object a line."""
    text, encoding = decode.decoded(content)
    lines = [(k, line) for k, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1) if line.strip()]
    if not lines:
        raise ValueError("is empty; one object a line is needed")
    rows = [_object(line) | {"_where": f"line {number}"} for number, line in lines]
    return f"JSON lines{f', {encoding}' if encoding else ''}", rows


def _object(line: str) -> dict:
    """The JSON object in a line, flat, or what is wrong with it."""
    try:
        row = bounds.loads(line)
    except bounds.DeepError as error:
        return {"_broken": str(error)}
    except ValueError:
        return {"_broken": "is not JSON; one object a line is needed"}
    if not isinstance(row, dict):
        return {"_broken": 'has no object; one such as {"text": "…"} is needed in each line'}
    return flat(row)


@reader(".json")
def json_document(file: Path, content: bytes) -> tuple[str, Rows]:
    """An array of objects, one inside an answer of an API, one object, or JSON lines under another name."""
    text, encoding = decode.decoded(content)
    try:
        whole = bounds.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        if "\n" in text.strip() and "_broken" not in _object(text.strip().split("\n")[0]):
            return json_lines(file, content)
        raise ValueError("is not JSON; an array of objects or one object a line is needed") from error
    place, found = _articles_in(whole)
    words = f"JSON{f', {encoding}' if encoding else ''}{f', under {place}' if place else ''}"
    return words, [flat(row) | {"_where": f"object {k}"} for k, row in enumerate(found, 1)]


def _articles_in(whole: object) -> tuple[str, list[dict]]:
    """Where the articles of a JSON document are, and they: the list of objects with the most names that we know."""
    lists = list(_lists(whole, "", 0))
    if not lists and isinstance(whole, dict):
        return "", [whole]
    if not lists:
        raise ValueError("holds no objects; an array of objects is needed")
    return max(lists, key=lambda one: columns.known_names({name for row in one[1][:20] for name in flat(row)}))


def _lists(value: object, place: str, depth: int) -> Iterator[tuple[str, list[dict]]]:
    """The lists of objects in a JSON document; an object with a text of its own is one too."""
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        yield place, [one for one in value if isinstance(one, dict)]
    elif isinstance(value, dict) and depth < DEEP:
        if "text" in map(columns.meant, flat(value)):
            yield place, [value]
        for name, below in value.items():
            yield from _lists(below, f"{place}.{name}".lstrip("."), depth + 1)
        if value and all(isinstance(one, dict) for one in value.values()):  # objects by their ids
            yield place, list(value.values())


def flat(row: dict, above: str = "") -> dict:
    """An object whose objects are fields of its own, with the name of both and a point between."""
    out: dict = {}
    for name, value in row.items():
        if isinstance(value, dict) and above.count(".") < DEEP - 1:
            out |= flat(value, f"{above}{name}.")
        else:
            out[f"{above}{name}"] = _whole(value)
    return out


def _whole(value: object) -> object:
    """A value whose texts hold no half of a pair of code units: JSON can write one, but it is no character."""
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return HALF.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value


@reader(".parquet")
def parquet(file: Path, content: bytes) -> tuple[str, Rows]:
    """A Parquet table."""
    with bounds.foreign("Parquet file"):
        about = pq.read_metadata(io.BytesIO(content))
        size = sum(about.row_group(k).total_byte_size for k in range(about.num_row_groups))
    bounds.check_table(about.num_rows, size)
    with bounds.foreign("Parquet file"):
        rows = pd.read_parquet(io.BytesIO(content))
    records = rows.astype(object).where(rows.notna(), None).to_dict("records")
    return "Parquet", [flat(row) | {"_where": f"row {k}"} for k, row in enumerate(records, 1)] or [dict.fromkeys(rows)]
