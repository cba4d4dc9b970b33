"""What the analysis knows: the tables of `data/`, read and checked.

Each table states the source of its rows in a column, so that a reader can question it.
"""

import re
from functools import cache
from pathlib import Path

import pandas as pd

from samestory.places import DATA, ROOT, find

__all__ = ["DATA", "ROOT", "find", "read_csv", "table", "words"]


def table(path: str | Path, columns: list[str]) -> pd.DataFrame:
    """A table of knowledge as text columns, missing cells as missing values.

    `path` is the name of a file in `data/`, or any CSV file a user names instead. Raises ValueError naming the file
    where it is missing, is not UTF-8 CSV, or lacks one of `columns`. A `Path` is always the user's file, also where
    `data/` has one of its name.
    """
    file = DATA / path if isinstance(path, str) and (DATA / path).is_file() else find(path)
    rows = read_csv(file)
    lacking = [column for column in columns if column not in rows]
    if lacking:
        raise ValueError(f"{file.name} lacks the column {lacking[0]}; it needs {', '.join(columns)}.")
    return rows


def words(name: str) -> frozenset[str]:
    """The words of one set of `word_sets.csv`. Raises ValueError where there is no set of that name."""
    if name not in _word_sets():
        raise ValueError(f"word_sets.csv has no set {name!r}.")
    return _word_sets()[name]


@cache
def _word_sets() -> dict[str, frozenset[str]]:
    return table("word_sets.csv", ["set", "word", "source"]).groupby("set")["word"].agg(frozenset).to_dict()


def read_csv(file: Path) -> pd.DataFrame:
    """A CSV file as text columns; empty cells are missing. Raises ValueError with one sentence naming the file."""
    if not file.is_file():
        raise ValueError(f"{file} is not there; a CSV file in UTF-8 is needed.")
    try:
        rows = pd.read_csv(file, dtype="str", keep_default_na=False, na_values=[""], encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is not UTF-8: byte {error.start} cannot be read; save it as UTF-8.") from error
    except pd.errors.EmptyDataError as error:
        raise ValueError(f"{file} is empty; a CSV table begins with the names of its columns.") from error
    except pd.errors.ParserError as error:
        raise ValueError(f"{file} is not a CSV table: {_malformed(str(error))}.") from error
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror}.") from error
    if not isinstance(rows.index, pd.RangeIndex):
        raise ValueError(f"{file} is not a CSV table: {_malformed('Expected fields in line 2')}.")
    return rows.apply(lambda column: column.str.strip())


def _malformed(said: str) -> str:
    """What pandas said of a broken CSV table, in words of a spreadsheet."""
    if where := re.search(r"EOF inside string starting at row (\d+)", said):
        return f"a quotation mark opened in row {int(where[1]) + 1} is never closed"
    if where := re.search(r"Expected .*fields in line (\d+)", said):
        return f"row {where[1]} has more cells than the header; put cells with commas in quotation marks"
    return said.strip()
