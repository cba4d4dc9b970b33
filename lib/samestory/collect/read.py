"""Files, folders and tables become the articles as they were brought, and the receipt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd

from samestory import known
from samestory.collect import columns, found, same, steps
from samestory.collect.found import METADATA, RECEIPT, Source
from samestory.collect.receipt import COLLECTED, COLUMNS, LEFT_OUT, REMARKS, of_file, receipt, remarks
from samestory.collect.registry import READERS, Rows, suffix

HEAD = ["article_id", "outlet", "event", "published", "headline", "url", "credit", "text", "path", "_start"]
STEPS = (steps.with_text, steps.with_outlet, steps.dated, steps.in_english, same.outlets, same.once, steps.with_ids)


def read(
    paths: str | Path | Sequence[str | Path], *, metadata: str | Path = "", strict: bool = False
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The articles in files and folders as they were brought, and the receipt: `(articles, receipt)`.

    Articles: `article_id, outlet, event, published` (a Period of a day, month or year), `headline, url, credit, text`
    (as decoded), `path` (the file, below its folder), `_start` (where the text begins in the file as decoded), then the
    further columns as text. Receipt: see `receipt.receipt`. What the `articles.csv` of a folder, or `metadata`, says of
    a file goes before what the file says. Left out, and named: what cannot be read, has no text, names no outlet, is
    not English, and all states of an article but the latest; with `strict` the first of them is an error.

    ValueError, one sentence, where a table has nothing that is an outlet, none of its dates can be read, or no article
    is left.
    """
    sources, said = found.sources([paths] if isinstance(paths, str | Path) else list(paths), metadata)
    files, records = [], []
    for source in sources:
        file, rows, remarked = _read(source)
        files.append(file)
        records += rows
        said.append(remarked)
    articles = pd.DataFrame(records, dtype=object)
    for step in STEPS:
        if len(articles):
            articles, remarked = step(articles)
            said.append(remarked)
    told = pd.concat(said, ignore_index=True)
    _refuse(told[told["what"] == LEFT_OUT], len(articles), strict)
    beside = [name for name in articles if name not in {*HEAD, "id", "teaser"} and not name.startswith("_")]
    here = receipt(pd.DataFrame(files), articles, told)
    return articles[[*HEAD, *beside]], pd.concat([*_collected(paths), here], ignore_index=True)


def _collected(paths: str | Path | Sequence[str | Path]) -> Iterator[pd.DataFrame]:
    """The receipts of folders that `samestory collect` wrote: what their articles were made from."""
    for path in [paths] if isinstance(paths, str | Path) else paths:
        file = known.find(path) / RECEIPT
        if file.is_file():
            try:
                table = pd.read_csv(file, dtype="str", keep_default_na=False)[COLUMNS]
                counted = table.astype({"articles": "int64", "left_out": "int64"})
            except (ValueError, KeyError):  # somebody else's file of this name
                continue
            yield counted.assign(file=COLLECTED + table["file"])


def _read(source: Source) -> tuple[dict[str, object], Rows, pd.DataFrame]:
    """What the receipt says of one file, its records under our names, and what was left out of it."""
    try:
        content = source.file.read_bytes()
    except OSError as error:
        return _unread(source, b"", f"cannot be read: {error.strerror}")
    try:
        form, raw = READERS[suffix(source.file)](source.file, content)
    except ValueError as error:
        return _unread(source, content, str(error))
    rows, read_as = columns.ours(raw)
    header = {name for row in rows for name in row}
    document = len(rows) == 1 and rows[0].get("_where") == ""
    if not (document or {"text", "url", "_broken"} & header):
        names = [str(name) for name in raw[0] if not str(name).startswith("_")] if raw else []
        have = {"text", "url"} & set(map(columns.meant, names))
        why = "holds no articles; one row an article is needed" if have or not names else ""
        return _unread(source, content, why or f"lacks the column text; its columns are {', '.join(names)}")
    if not (document or source.folder or {"outlet", "url", "_broken"} & {*header, *source.about}):
        _ask_for_outlet(source, raw[0])
    return of_file(source.name, content, form, read_as), _placed(rows, source, document), pd.DataFrame(columns=REMARKS)


def _unread(source: Source, content: bytes, why: str) -> tuple[dict[str, object], Rows, pd.DataFrame]:
    """What is said of a file that cannot be read."""
    at = pd.DataFrame({"path": [source.name], "_where": [""]})
    form = source.file.suffix.lower().removeprefix(".")
    return of_file(source.name, content, form, ""), [], remarks(at, LEFT_OUT, [why])


def _ask_for_outlet(source: Source, row: dict) -> None:
    """ValueError, as a table has nothing that is an outlet: a default would make outlets up."""
    names = ", ".join(str(name) for name in row if not str(name).startswith("_"))
    raise ValueError(
        f"{source.file} has no column that names the outlet; its columns are {names}: call the one meant outlet, "
        "or put the file into a folder with the outlet's name."
    )


def _placed(rows: Rows, source: Source, document: bool) -> Rows:
    """The records of a file with what `articles.csv` says of it, every column of ours, and where they come from.

    `_hand` is the table that its date is written in; documents of their own have nothing in common.
    """
    about = {name: value for name, value in source.about.items() if name != "id" or len(rows) == 1}
    empty = dict.fromkeys((*columns.OURS, "_start", "_where", "_broken", "_said"))
    hand = METADATA if "date" in about else "" if document else source.name
    place = {"path": source.name, "_folder": source.folder, "_stem": source.stem, "_document": document, "_hand": hand}
    return [empty | row | about | place for row in rows]


def _refuse(left_out: pd.DataFrame, many: int, strict: bool) -> None:
    """ValueError where no article is left, or where one may not be left out."""
    if many and not (strict and len(left_out)):
        return
    if left_out.empty:
        raise ValueError("there are no articles; name files or folders that hold some.")
    first = left_out.iloc[0]
    place = f"{first['path']}{f', {where},' if (where := first['where']) else ''}"
    more = Counter(left_out["said"])
    others = f" ({len(left_out)} are left out, for {len(more)} reasons)" if len(left_out) > 1 and len(more) > 1 else ""
    raise ValueError(f"{place} {first['said']}{others}.")
