"""The files that are meant, and what `articles.csv` says of each."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from samestory import known
from samestory.collect import bounds, columns, documents, feeds, pages, tables
from samestory.collect.receipt import LEFT_OUT, remarks
from samestory.collect.registry import ELSEWHERE, READERS, suffix

TABLES = {".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods", ".jsonl", ".ndjson", ".json", ".parquet"}
FORMATS = (documents, feeds, pages, tables)  # each registers its readers when imported
METADATA, RECEIPT = "articles.csv", "receipt.csv"
ABOUT_THE_FOLDER = {"readme", "license", "licence", "changelog"}
MARKED = re.compile(r"^'(?=[=+\-@\t\r])")  # how `encode.cell` keeps a spreadsheet from taking a text for a formula
WHAT_IS_NEEDED = "a folder of texts, saved pages or documents, or a table of articles"


class Source(NamedTuple):
    """One file: where it is, its name below the folder it was found in, the folder's name, and what is said of it."""

    file: Path
    name: str
    stem: str
    folder: str
    about: dict[str, object]


def sources(paths: Sequence[str | Path], metadata: str | Path = "") -> tuple[list[Source], list[pd.DataFrame]]:
    """The files to read, in order, and remarks on those that are not read."""
    read: list[Source] = []
    said: list[pd.DataFrame] = []
    for path in paths:
        place = known.find(path)
        if place.is_dir():
            some, remarked = _in_folder(place, metadata)
            read += some
            said.append(remarked)
        elif place.exists():
            if metadata:
                raise ValueError(f"metadata={str(metadata)!r} goes with a folder; {place.name} has its own.")
            _check_readable(place)
            _check_file(place)
            read.append(Source(place, place.name, place.stem, "", {}))
        else:
            raise ValueError(f"{path} is not there; name {WHAT_IS_NEEDED}.")
    return _distinct(read), said


def _check_readable(file: Path) -> None:
    """ValueError where no reader takes a file that was named."""
    if suffix(file) not in READERS:
        why = ELSEWHERE.get(file.suffix.lower(), f"is no table of articles; {', '.join(sorted(READERS))} are read")
        raise ValueError(f"{file} {why}.")


def _check_file(file: Path) -> None:
    """ValueError for a pipe or device, which would be waited for without end, and for a file that is too large.

    What is not there (a link to nothing) is named when it is read.
    """
    if not file.exists():
        return
    if not file.is_file():
        raise ValueError(f"{file} is no regular file; {WHAT_IS_NEEDED} is needed.")
    if (size := file.stat().st_size) > bounds.LARGEST:
        raise ValueError(f"{file} has {size / 1e6:,.0f} MB; a file may have {bounds.LARGEST / 1e6:,.0f} MB: split it.")


def _check_within(file: Path, folder: Path) -> None:
    """ValueError for a link that leads out of the folder: what it names may be no article, and not for publishing."""
    if not file.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f"{file} is a link out of {folder}; put the file itself there, or take the link away.")


def _distinct(read: list[Source]) -> list[Source]:
    """The sources with names of their own, also where files of several folders have one name."""
    often = Counter(one.name for one in read)
    return [one if often[one.name] == 1 else one._replace(name=one.file.as_posix()) for one in read]


def _in_folder(folder: Path, metadata: str | Path) -> tuple[list[Source], pd.DataFrame]:
    """The files of a folder and its subfolders that have a reader, and remarks on the others."""
    files, hidden = _files(folder)
    for file in files:
        if suffix(file) in READERS:
            _check_within(file, folder)
            _check_file(file)
    beside = folder / METADATA
    about_all = beside.is_file() and columns.meant_by(beside) == "file"
    files = [file for file in files if not (about_all and file == beside) and file.name.lower() != RECEIPT]
    taken = [file for file in files if suffix(file) in READERS and file.stem.lower() not in ABOUT_THE_FOLDER]
    names = {file.relative_to(folder).as_posix(): file for file in taken}
    about = _about(folder, metadata or (beside if about_all else ""), names)
    strange = [name for name in names if about_all and suffix(names[name]) in TABLES and name not in about]
    names = {name: file for name, file in names.items() if name not in strange}
    stems = Counter(file.stem for file in names.values())
    unread = _not_read(folder, [file for file in files if file not in taken], hidden)
    said = pd.concat([unread, _not_named(strange)], ignore_index=True)
    if not names:
        raise ValueError(f"{folder} holds no articles{_instead(said)}; {', '.join(sorted(READERS))} are read.")
    return [
        Source(
            file,
            name,
            file.stem if stems[file.stem] == 1 else name[: -len(file.suffix)],
            "" if (sub := file.relative_to(folder).parent.as_posix()) == "." else sub,
            about.get(name, {}),
        )
        for name, file in names.items()
    ], said


def _instead(said: pd.DataFrame) -> str:
    return f" that can be read ({said['path'].iloc[0]} {said['said'].iloc[0]})" if len(said) else ""


def _files(folder: Path) -> tuple[list[Path], int]:
    """The files of a folder and its subfolders, and how many hidden ones are passed over.

    The folder of images and scripts that a browser keeps beside a saved page belongs to that page.
    """
    found: list[Path] = []
    hidden = 0
    for where, folders, files in os.walk(folder, onerror=_refuse):
        of_pages = {f"{Path(name).stem}{end}" for name in files for end in ("_files", ".fld", "-Dateien", "_fichiers")}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in of_pages)
        for name in folders:  # one linked from within is read where it stands
            _check_within(Path(where, name), folder)
        seen = [name for name in files if not name.startswith((".", "~$"))]
        hidden += len(files) - len(seen)
        found += [Path(where, name) for name in seen]
    return sorted(found), hidden


def _refuse(error: OSError) -> None:
    raise ValueError(f"{error.filename} cannot be read: {error.strerror}.") from error


def _not_read(folder: Path, files: Iterable[Path], hidden: int) -> pd.DataFrame:
    """Remarks on files that no reader takes: each with what to do, or how many there are of a kind."""
    said: list[tuple[str, str]] = []
    kinds: Counter[str] = Counter()
    for file in files:
        own = "is about the folder by its name" if file.stem.lower() in ABOUT_THE_FOLDER else ""
        if why := own or ELSEWHERE.get(file.suffix.lower(), ""):
            said.append((file.relative_to(folder).as_posix(), why))
        else:
            kinds[file.suffix.lower() or "without a suffix"] += 1
    said += [(f"{many} {kind} file{'s' * (many > 1)}", "no format of articles") for kind, many in kinds.items()]
    said += [(f"{hidden} hidden file{'s' * (hidden > 1)}", "passed over")] if hidden else []
    table = pd.DataFrame(said, columns=["path", "said"]).assign(_where="")
    return remarks(table, LEFT_OUT, table["said"])


def _not_named(tables: list[str]) -> pd.DataFrame:
    """Remarks on tables beside an `articles.csv` that names others: they hold something else than the articles."""
    table = pd.DataFrame({"path": tables, "_where": ""}, dtype="str")
    return remarks(table, LEFT_OUT, [f"is a table that {METADATA} does not name"] * len(tables))


def _about(folder: Path, metadata: str | Path, names: dict[str, Path]) -> dict[str, dict[str, object]]:
    """What the metadata say of each file: the table named, else the one beside, else ours for the seeds."""
    ours = known.DATA / METADATA
    seeds = folder.resolve() == (known.ROOT / "seeds").resolve()
    file = known.find(metadata) if metadata else ours if seeds else None
    if file is None:
        return {}
    rows = _checked(file)
    often = Counter(Path(name).name for name in names)
    bare = {Path(name).name: name for name in names if often[Path(name).name] == 1}
    about = {bare.get(name, name): row for name, row in zip(rows["file"], rows.to_dict("records"), strict=True)}
    if strangers := [name for name in about if name not in names]:
        near = get_close_matches(strangers[0], list(names), n=1)
        hint = f" (did you mean {near[0]!r}?)" if near else ""
        raise ValueError(f"The metadata name {strangers[0]!r}, a file not in {folder}{hint}.")
    return {
        name: {k: v for k, v in row.items() if k != "file" and v == v and v is not None} for name, row in about.items()
    }


def _checked(file: Path) -> pd.DataFrame:
    """The metadata under our names, one row a file; ValueError where they name none, or one twice."""
    table = known.read_csv(file)
    table = table.map(lambda cell: MARKED.sub("", cell) if isinstance(cell, str) else cell)
    found, _ = columns.ours(table.to_dict("records"), (*columns.OURS, "file"))
    rows = pd.DataFrame([{"file": None, **row} for row in found], columns=None if found else ["file"], dtype=object)
    if "file" not in map(columns.meant, table):
        raise ValueError(f"{file} lacks the column file; it needs file, outlet, date.")
    if rows["file"].isna().any():
        raise ValueError(
            f"{file} names no file in row {rows['file'].isna().argmax() + 2}; one row an article is needed."
        )
    rows["file"] = rows["file"].str.replace("\\", "/").str.removeprefix("./")
    if len(twice := rows["file"][rows["file"].duplicated()]):
        raise ValueError(f"{file} names the file {twice.iloc[0]!r} twice; one row an article is needed.")
    return rows.drop(columns=[name for name in ("evidence_",) if name in rows])
