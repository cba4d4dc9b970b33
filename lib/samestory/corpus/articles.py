"""Files and metadata become the articles table.

An article's `text` is an unbroken slice of the file as decoded: the date header, the byline and the copyright line stay
outside, nothing is rewritten, and `offset` says where the slice starts.
"""

import difflib
import hashlib
import io
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from samestory.corpus import known, paragraphs

COLUMNS = [
    "article_id", "outlet", "event", "published", "headline", "url", "credit", "reporters",
    "text", "offset", "sha256", "aside", "path",
]  # fmt: skip
METADATA = ["outlet", "date", "headline", "event", "url", "credit"]
TABLES = {".csv", ".jsonl", ".parquet"}
SMALL_COLLECTION = 20

HEADER = re.compile(r"\s*date:? +(?P<date>\d\S*(?: [A-Z][a-z]+ \d{4})?|(?:[A-Z][a-z]+ \d{1,2},? )?\d{4})(?:\s|$)")
DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?(?:[T ][\d:.,+Z -]*)?")
BYLINE = re.compile(
    r"\n\s*(?:[-–—*(\[]\s*)?(?:©|\(c\)|copyright\b|(?:additional |with )?reporting by\b|\bsource:\s"
    r"|edit(?:ed|ing) by\b|with (?:files|additional reporting) (?:from|by)\b|-{1,2}\s*(?:AFP|AP|Reuters)\b)[^\n]*",
    re.IGNORECASE,
)
REPORTERS = re.compile(r"\b(?:reporting|files) (?:by|from) (?P<names>[^;.()\n]+)", re.IGNORECASE)
DATELINE = re.compile(r"\A[^\n]{0,60}?\((?P<agency>[^()\n]{2,40})\)\s*[-–—]")


def articles(
    path: str | Path,
    *,
    metadata: str | Path = "",
    outlets: Sequence[str] = (),
    since: str = "",
    until: str = "",
) -> pd.DataFrame:
    """The articles table: one row an article, in the order of their files or rows.

    `path` is a folder of `.txt` files (with or without an `articles.csv` beside them) or one table (`.csv`, `.jsonl`,
    `.parquet` with at least `text`). Columns: `article_id, outlet, event, published` (a Period of day or month),
    `headline, url, credit` (agency), `reporters, text, offset, sha256` (of the text), `aside` (what of it is not read:
    see `corpus.paragraphs`), `path`; further columns of the
    metadata follow, with “COLUMN unknown” in their empty cells, so that one can compare by them. Only the `outlets`
    named and the days or months from `since` to `until` are kept; an article dated by its month is kept where any day
    of that month is. Hidden files are no articles. Raises ValueError, one sentence naming file or value.
    """
    source = known.find(path)
    if not source.exists():
        raise ValueError(f"{path} is not there; name a folder of .txt files or a .csv, .jsonl or .parquet table.")
    try:
        rows = _from_folder(source, metadata) if source.is_dir() else _from_table(source, metadata)
    except OSError as error:
        raise ValueError(f"{error.filename} cannot be read: {error.strerror}.") from error
    table = _typed(pd.DataFrame(rows))
    return _selected(table, outlets, since, until).reset_index(drop=True)


def period(value: str, where: str = "") -> pd.Period:
    """The day or month that a date names, with its precision: `2025-07` is a month, never a guessed day.

    Raises ValueError naming the value where it is not YYYY-MM or YYYY-MM-DD.
    """
    match = DATE.fullmatch(str(value).strip())
    try:
        if match is None:
            raise ValueError
        day = date(int(match["year"]), int(match["month"]), int(match["day"] or 1))
    except ValueError:
        place = f" ({where})" if where else ""
        raise ValueError(f"The date {value!r}{place} cannot be read; write YYYY-MM-DD or YYYY-MM.") from None
    return pd.Period(day, freq="D" if match["day"] else "M")


# Folders of text files


def _from_folder(folder: Path, metadata: str | Path) -> list[dict]:
    files = _text_files(folder)
    if not files:
        raise ValueError(f"{folder} holds no articles; .txt files are needed, one an article.")
    names = {file.relative_to(folder).as_posix(): file for file in files}
    often = Counter(file.name for file in files)
    bare = {file.name: name for name, file in names.items() if often[file.name] == 1}
    about = {bare.get(name, name): row for name, row in _metadata(folder, metadata).items()}
    strangers = [name for name in about if name not in names]
    if strangers:
        raise ValueError(
            f"The metadata name {strangers[0]!r}, a file not in {folder}{_did_you_mean(strangers[0], names)}."
        )
    stems = Counter(file.stem for file in files)
    ids = {name: file.stem if stems[file.stem] == 1 else name[: -len(file.suffix)] for name, file in names.items()}
    return [_article(file, folder, about.get(name, {}), ids[name]) for name, file in names.items()]


def _text_files(folder: Path) -> list[Path]:
    """The `.txt` files of a folder and its subfolders, but for hidden ones; OSError where a folder cannot be read."""
    found = []
    for where, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(where, name) for name in files if name.lower().endswith(".txt") and not name.startswith(".")]
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise error


def _metadata(folder: Path, metadata: str | Path) -> dict[str, dict]:
    """What the metadata say of each file: the table named, else the one beside, else ours for the seeds."""
    beside = folder / "articles.csv"
    ours = known.DATA / "articles.csv"
    if metadata:
        file = known.find(metadata)
    elif beside.is_file():
        file = beside
    elif folder.resolve() == known.ROOT / "seeds":
        file = ours
    else:
        return {}
    rows = known.read_csv(file)
    if "file" not in rows:
        raise ValueError(f"{file} lacks the column file; it needs file, outlet, date.")
    twice = rows["file"][rows["file"].duplicated()]
    if len(twice):
        raise ValueError(f"{file} names the file {twice.iloc[0]!r} twice; one row an article is needed.")
    if rows["file"].isna().any():
        raise ValueError(
            f"{file} names no file in row {rows['file'].isna().argmax() + 2}; one row an article is needed."
        )
    return {row["file"]: _present(row) for row in rows.to_dict("records")}


def _article(file: Path, folder: Path, about: dict, article_id: str) -> dict:
    whole = _decoded(file)
    header = HEADER.match(whole)
    text, offset, byline = slice_of_text(whole, header.end() if header else 0)
    if not text:
        raise ValueError(f"{file} is empty; an article needs text.")
    given = about.get("date") or (header["date"] if header else None)
    subfolder = file.relative_to(folder).parent.as_posix()
    outlet = subfolder if subfolder != "." else file.stem
    extra = {name: value for name, value in about.items() if name not in {*COLUMNS, "file", "date", "evidence", "id"}}
    return {
        "article_id": about.get("article_id", about.get("id", article_id)),
        "outlet": about.get("outlet", outlet),
        "event": about.get("event"),
        "published": period(given, file.name) if given else None,
        "headline": about.get("headline"),
        "url": about.get("url"),
        "credit": about.get("credit") or credit(text, byline),
        "reporters": reporters(byline),
        "text": text,
        "offset": offset,
        "path": file.relative_to(folder).as_posix(),
        **extra,
    }


def _decoded(file: Path) -> str:
    content = file.read_bytes()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ValueError(f"{file} is not UTF-8 but UTF-16: byte 0 (0x{content[0]:x}) cannot be read; save it as UTF-8.")
    if b"\0" in content:
        raise ValueError(f"{file} is a binary file; plain text in UTF-8 is needed.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(
            f"{file} is not UTF-8: byte {error.start} (0x{content[error.start]:02x}) cannot be read; save it as UTF-8."
        ) from error


# What a file holds besides the article


def slice_of_text(whole: str, start: int = 0) -> tuple[str, int, str]:
    """The article's text, where it starts, and the byline after it: `(text, offset, byline)`.

    The byline is the last lines that credit an agency or reporters or claim a copyright.
    """
    end = len(whole.rstrip())
    stop = end
    while (last := whole.rfind("\n", start, stop)) >= 0 and BYLINE.fullmatch(whole[last:stop].rstrip()):
        stop = len(whole[:last].rstrip())
    text = whole[start:stop]
    lead = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    return text[lead:].rstrip(), start + lead, whole[stop:end].strip()


def credit(text: str, byline: str) -> str | None:
    """The agency credited in the byline or in a dateline such as “GAZA (Reuters) -”; several are joined by commas."""
    dateline = DATELINE.match(text)
    where = f"{byline} {dateline['agency'] if dateline else ''}"
    found = [agency for agency, pattern in _agencies() if pattern.search(where)]
    return ", ".join(found) or None


def reporters(byline: str) -> str | None:
    """The reporters whom the byline names, as it writes them."""
    names = [match["names"].strip(" -–—") for match in REPORTERS.finditer(byline)]
    return "; ".join(names) or None


@lru_cache(maxsize=1)
def _agencies() -> list[tuple[str, re.Pattern[str]]]:
    rows = known.table("agencies.csv", ["agency", "pattern"])
    return [(agency, re.compile(rf"\b(?:{p})\b")) for agency, p in zip(rows["agency"], rows["pattern"], strict=True)]


# One table of articles


def _from_table(file: Path, metadata: str | Path) -> list[dict]:
    if file.suffix.lower() not in TABLES:
        raise ValueError(f"{file} is no table of articles; .csv, .jsonl, .parquet or a folder of .txt files is needed.")
    if metadata:
        raise ValueError(f"metadata={str(metadata)!r} goes with a folder of .txt files; {file.name} has its own.")
    rows = _read_table(file)
    if not len(rows.columns):
        raise ValueError(f"{file} is empty; one row an article is needed.")
    if "text" not in rows:
        raise ValueError(f"{file} lacks the column text; its columns are {', '.join(map(str, rows.columns))}.")
    if not len(rows):
        raise ValueError(f"{file} holds no articles; one row an article is needed.")
    return [_row(file, k, _present(row)) for k, row in enumerate(rows.to_dict("records"), 1)]


def _read_table(file: Path) -> pd.DataFrame:
    kind = file.suffix.lower()
    if kind == ".csv":
        return known.read_csv(file)
    if kind == ".jsonl":
        lines = enumerate(_decoded(file).removeprefix("\ufeff").split("\n"), 1)
        return pd.DataFrame([_object(file, number, line) for number, line in lines if line.strip()], dtype=object)
    content = file.read_bytes()
    try:
        return pd.read_parquet(io.BytesIO(content))
    except (ValueError, OSError) as error:
        raise ValueError(f"{file} cannot be read; it is no Parquet file.") from error


def _object(file: Path, number: int, line: str) -> dict:
    """The JSON object in one line."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise ValueError(f"{file} is not JSON in line {number}; one object a line is needed.") from error
    if not isinstance(row, dict):
        raise ValueError(f'{file} has no object in line {number}; one such as {{"text": "…"}} is needed in each line.')
    return row


def _row(file: Path, number: int, row: dict) -> dict:
    whole = row.get("text", "")
    if not isinstance(whole, str):
        raise ValueError(f"{file} has {whole!r:.40} for a text in row {number}; every article needs text.")
    text, offset, byline = slice_of_text(whole)
    if not text:
        raise ValueError(f"{file} has no text in row {number}; every article needs text.")
    article_id = str(row.get("article_id", row.get("id", f"{file.stem}-{number}")))
    given = row.get("published", row.get("date"))
    extra = {name: value for name, value in row.items() if name not in {*COLUMNS, "id", "date"}}
    return {
        "article_id": article_id,
        **{name: row.get(name) for name in ("outlet", "event", "headline", "url")},
        "outlet": row.get("outlet", article_id),
        "published": period(str(given), f"{file.name}, row {number}") if given is not None else None,
        "credit": row.get("credit") or credit(text, byline),
        "reporters": reporters(byline),
        "text": text,
        "offset": offset,
        "path": file.name,
        **extra,
    }


# The table


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    twice = table["article_id"][table["article_id"].duplicated()]
    if len(twice):
        raise ValueError(f"The article_id {twice.iloc[0]!r} stands twice; every article needs one of its own.")
    if table["event"].isna().all() and len(table) <= SMALL_COLLECTION:
        table["event"] = "one event"
    table["sha256"] = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in table["text"]]
    text_columns = [c for c in COLUMNS if c not in {"published", "offset"}]
    types: dict[str, str] = dict.fromkeys(text_columns, "str") | {"offset": "int64", "published": "object"}
    extra = [column for column in table if column not in COLUMNS]
    table[extra] = table[extra].apply(lambda column: column.fillna(f"{column.name} unknown"))
    return table.assign(aside=paragraphs.aside(table))[COLUMNS + extra].astype(types)


def _selected(table: pd.DataFrame, outlets: Iterable[str], since: str, until: str) -> pd.DataFrame:
    kept = table
    if wanted := list(outlets):
        have = list(dict.fromkeys(table["outlet"]))
        for outlet in wanted:
            if outlet not in have:
                raise ValueError(
                    f"There is no outlet {outlet!r}{_did_you_mean(outlet, have)}; the articles have {', '.join(have)}."
                )
        kept = kept[kept["outlet"].isin(wanted)]
    if since:
        first = period(since, "since").start_time
        kept = kept[[p is not None and p.end_time >= first for p in kept["published"]]]
    if until:
        last = period(until, "until").end_time
        kept = kept[[p is not None and p.start_time <= last for p in kept["published"]]]
    if kept.empty:
        raise ValueError(f"No article is left of {len(table)} with since={since!r} and until={until!r}; widen them.")
    return kept


def _present(row: dict) -> dict:
    """The cells of a row that hold something."""
    return {name: value for name, value in row.items() if not (value is None or value is pd.NA or value != value)}


def _did_you_mean(word: str, known_words: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known_words), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
