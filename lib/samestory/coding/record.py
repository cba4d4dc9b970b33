"""What coders said, beside everything that was found: the table from which an audit is told."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from samestory import known
from samestory.coding.blind import digest

KEY = "key.csv"
KEYED = ["kind", "part", "certainty", "group", "article_id", "sha256", "start", "end", "stratum", "item", "shown"]
COLUMNS = [*KEYED[:-1], "coder", "verdict", "note"]


def write_key(drawn: pd.DataFrame, shown: pd.DataFrame, folder: Path) -> None:
    """`key.csv` stands in the folder: every item found, drawn or not; it is not for coders."""
    seen = {row.item: digest(row.passage, row.claim) for row in shown.itertuples()}
    drawn.assign(shown=drawn["item"].map(seen))[KEYED].to_csv(folder / KEY, index=False, lineterminator="\n")


def read(sheets: Iterable[Path]) -> pd.DataFrame:
    """What the coders of these sheets said: COLUMNS, a row for each item and coder, and one for each item not drawn.

    A coder is called by the name of the file. The key is the `key.csv` beside the first sheet. An item that a coder has
    not judged has no verdict. ValueError with one sentence, naming file and cell, for what cannot be meant.
    """
    from samestory.coding import sheet  # and with it openpyxl, only where there is a sheet

    files = [Path(one) for one in sheets]
    names = [file.stem for file in files]
    if twice := [name for name in names if names.count(name) > 1]:
        raise ValueError(f"two sheets are called {twice[0]}; a sheet is called by its coder")
    if missing := [file for file in files if not file.is_file()]:
        raise ValueError(f"there is no sheet {missing[0]}; `samestory audit` draws one")
    key = _key(files[0].parent / KEY)
    shown = dict(key.loc[key["item"].notna(), ["item", "shown"]].itertuples(index=False))
    answers = [sheet.read(file, shown).assign(coder=file.stem) for file in files]
    drawn, rest = key[key["item"].notna()], key[key["item"].isna()]
    told = [
        drawn.merge(one.drop(columns="coder"), on="item", how="left").assign(coder=name)
        for name, one in zip(names, answers, strict=True)
    ]
    return pd.concat([*told, rest], ignore_index=True).reindex(columns=COLUMNS)


def codings(audit: str, articles: pd.DataFrame) -> pd.DataFrame:
    """What coders said of what was found in these articles: the table of `read`, empty where no `audit` is named.

    `audit` is the folder of an audit, or one sheet in it. Articles are known by their text. ValueError where there is
    no sheet, or none of its articles is among these.
    """
    if not audit:
        return pd.DataFrame(columns=COLUMNS)
    place = known.find(audit)
    files = (
        sorted(file for file in place.glob("*.xlsx") if not file.name.startswith((".", "~")))
        if place.is_dir()
        else [place]
    )
    if not files:
        raise ValueError(f"there is no sheet (.xlsx) in {place}; `samestory audit` draws one")
    told = read(files)
    ours = told[told["sha256"].isin(set(articles["sha256"]))]
    if len(told) and ours.empty:
        raise ValueError(f"the audit in {place} is of other articles, none of which is among these")
    return ours.reset_index(drop=True)


def _key(file: Path) -> pd.DataFrame:
    rows = known.table(file, KEYED)
    try:
        return rows.astype({"start": "int64", "end": "int64"})
    except ValueError as error:
        raise ValueError(f"{file} was changed: its offsets are no numbers; draw anew") from error
