"""What is kept of the annotations: Parquet shards, believed only once they are checked.

A shard is named by the SHA-256 of its bytes and says in its metadata which texts it covers, by their SHA-256; an index
of that beside the shards spares opening them all, and small shards are joined once there are many. One that cannot be
read, is not what its name says or holds a span that is not in its text is dropped, and computed anew.
"""

import hashlib
import io
import json
import os
import re
import shutil
import tempfile
import time
import warnings
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from samestory.annotate import spans

Shard = tuple[set[str], pd.DataFrame]  # the texts covered, of those asked for, and the spans of all
BROKEN = (OSError, ValueError, KeyError, RecursionError, pa.ArrowException)
FINGERPRINT = re.compile(r"[0-9a-f]{16}")
INDEX, MANY = ".index.feather", 20  # which shard has which text; so many new or small shards are worth writing anew
LARGE = 2_000  # articles of a shard of joined ones
MONTH, DAY = 30 * 86_400, 86_400


def keep(table: pd.DataFrame, articles: pd.DataFrame, folder: Path) -> None:
    """A shard of the span table stands in the folder, whole or not at all; its articles go by the hash of their text.

    ValueError where nothing can be written there.
    """
    sha = dict(zip(articles["article_id"], articles["sha256"], strict=True))
    try:
        _keep(table.assign(article_id=table["article_id"].map(sha)), list(articles["sha256"]), folder)
    except OSError as error:
        said = f"annotations cannot be kept in {folder.parent}: {error.strerror}"
        raise ValueError(f"{said}; SAMESTORY_CACHE names another folder.") from error


def _keep(table: pd.DataFrame, covered: list[str], folder: Path) -> str:
    """The name of the shard of a table whose articles go by the hash of their text, once it stands in the folder."""
    shard = pa.Table.from_pandas(table, preserve_index=False)
    told = {**(shard.schema.metadata or {}), b"articles": json.dumps(covered).encode()}
    buffer = io.BytesIO()
    pq.write_table(shard.replace_schema_metadata(told), buffer, compression="zstd")
    content = buffer.getvalue()
    _write(content, folder, name := f"{_name(content)}.parquet")
    return name


def compact(folder: Path) -> None:
    """Where many shards of a folder are small, they are joined to large ones; the spans of every text stay as they are.

    Whoever reads meanwhile misses a shard that is gone, and looks again (`run`).
    """
    index = _index(folder)
    small = [name for name, told in index.items() if len(told) < LARGE // 2]
    if len(small) <= MANY:
        return
    part = pd.Series([len(index[name]) for name in small]).cumsum().floordiv(LARGE)
    for _, at in part.groupby(part):
        names = [small[k] for k in at.index]
        try:
            read = [(index[name], _whole(folder / name)) for name in names]
        except BROKEN:
            continue  # damaged, or joined by another run just now: whoever asks for it drops it
        covered = sorted(set().union(*(told for told, _ in read)))
        rows = joined(pd.DataFrame({"sha256": covered, "article_id": covered}), read)
        index[_keep(rows, covered, folder)] = set(covered)
        for name in names:
            (folder / name).unlink(missing_ok=True)
            del index[name]
    _write_index(index, folder)


def _write(content: bytes, folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".tmp", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            Path(file.name).unlink()
            raise
    Path(file.name).replace(folder / name)


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def covered(folder: Path) -> set[str]:
    """The texts, by their SHA-256, whose spans are kept in a folder."""
    return set().union(*_index(folder).values())


def shards(articles: pd.DataFrame, folder: Path) -> list[Shard]:
    """The shards of a folder that cover some of the articles; broken ones are gone, with one warning for all."""
    found, broken, wanted = [], [], set(articles["sha256"])
    texts = articles[["sha256", "text"]].rename(columns={"sha256": "article_id"})
    for name, told in _index(folder).items():
        if here := wanted & told:
            try:
                found.append((here, _checked(folder / name, texts)))
            except FileNotFoundError:
                continue  # dropped by another run, just now
            except BROKEN:
                broken.append(name)
    _drop(broken, folder)
    return found


def _drop(broken: list[str], folder: Path) -> None:
    """Shards that are damaged are gone, with one warning."""
    for name in broken:
        (folder / name).unlink(missing_ok=True)
    if broken:
        said = f"{len(broken)} of the kept files of {folder.name} were damaged; what they held is computed anew"
        warnings.warn(said, stacklevel=4)


def _index(folder: Path) -> dict[str, set[str]]:
    """The texts that each shard of a folder says it covers; kept in one file, so that only new shards are opened."""
    names = sorted(file.name for file in folder.glob("*.parquet"))
    known = _read_index(folder)
    new = [name for name in names if name not in known]
    index = {name: known[name] if name in known else _says(folder / name) for name in names}
    _drop([name for name in new if not index[name] and (folder / name).exists()], folder)
    if len(new) > MANY:
        _write_index(index, folder)
    return index


def _write_index(index: dict[str, set[str]], folder: Path) -> None:
    rows = [(name, sha) for name, told in index.items() for sha in told]
    buffer = io.BytesIO()
    pd.DataFrame(rows, columns=["shard", "sha256"], dtype="str").to_feather(buffer)
    _write(buffer.getvalue(), folder, INDEX)


def _read_index(folder: Path) -> dict[str, set[str]]:
    try:
        rows = pd.read_feather(folder / INDEX)
        return {str(name): set(told) for name, told in rows.groupby("shard")["sha256"]}
    except BROKEN:
        return {}  # there is none, or it is damaged: the shards say it themselves


def _says(file: Path) -> set[str]:
    """The texts that a shard says it covers; none where it cannot be read."""
    try:
        return set(json.loads((pq.read_metadata(file).metadata or {})[b"articles"]))
    except BROKEN:
        return set()


def _checked(file: Path, texts: pd.DataFrame) -> pd.DataFrame:
    """The rows of a shard, once its bytes have the hash in its name and its spans stand in the texts."""
    rows = _whole(file)
    spans.checked(rows[rows["article_id"].isin(texts["article_id"])], texts, overlap=True)
    return rows


def _whole(file: Path) -> pd.DataFrame:
    """The rows of a shard, once its bytes have the hash in its name."""
    content = file.read_bytes()
    if _name(content) != file.stem:
        raise ValueError(f"{file.name} holds something else than its name says.")
    return pd.read_parquet(io.BytesIO(content))


def lacking(articles: pd.DataFrame, kept: Iterable[list[Shard]]) -> pd.DataFrame:
    """The articles of which some kind is not kept yet, one row a text."""
    everywhere = set.intersection(*({sha for covered, _ in one for sha in covered} for one in kept))
    return articles[~articles["sha256"].isin(everywhere)].drop_duplicates("sha256")


def joined(articles: pd.DataFrame, kept: list[Shard]) -> pd.DataFrame:
    """The kept spans of these articles, in their order; every article has its rows from one shard."""
    tables, wanted = [], set(articles["sha256"])
    for covered, rows in kept:
        if take := wanted & covered:
            tables.append(rows[rows["article_id"].isin(take)])
            wanted -= take
    table = pd.concat(tables, ignore_index=True)
    rows, none = table.groupby("article_id", sort=False).indices, np.empty(0, np.int64)
    places = [rows.get(sha, none) for sha in articles["sha256"]]
    found = table.take(np.concatenate([none, *places])).reset_index(drop=True)
    owners = articles["article_id"].to_numpy(object).repeat([len(one) for one in places])
    return found.assign(article_id=pd.Series(owners, dtype="str"))


def tidy(folder: Path) -> None:
    """What no run has added to for a month is gone from beside the folder, and what a killed run left in it."""
    now = time.time()
    for other in folder.parent.iterdir() if folder.parent.is_dir() else ():
        old = now - other.lstat().st_mtime > MONTH
        if old and other != folder and FINGERPRINT.fullmatch(other.name) and not other.is_symlink():
            shutil.rmtree(other, ignore_errors=True)
    for left in folder.glob("*/.*.tmp"):
        if now - left.lstat().st_mtime > DAY:
            left.unlink(missing_ok=True)
    if folder.is_dir():
        os.utime(folder)
