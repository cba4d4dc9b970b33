"""Every kind of span table for a collection: computed in partitions, kept by content, read back where nothing changed.

What is kept stands in `annotations/<fingerprint>/<kind>/` of the cache as Parquet shards. A shard covers the articles
listed in its metadata, found by the SHA-256 of their text; the fingerprint covers our code, `data/` and the versions of
what they stand on, so a changed article is computed anew alone, and a changed rule computes everything anew.
"""

import hashlib
import importlib
import inspect
import json
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from samestory import places
from samestory.annotate import spans
from samestory.corpus import known, parser

KINDS = ("quotes", "actors", "clauses", "labels", "figures", "cues", "phrases")
PARTITION = 50
STANDS_ON = ("nltk", "spacy", "pandas", "pyarrow")


def run(
    articles: pd.DataFrame, *kinds: str, referents: str = "", pipeline: str = "", workers: int = 1
) -> list[pd.DataFrame]:
    """The span tables of the `kinds` asked for, in that order; all but `quotes` with the `voice` of each span.

    `referents` names a table of labels other than `data/referents.csv`, `pipeline` another installed spaCy pipeline.
    What is not kept yet is computed partition by partition, by as many processes as `workers`. Raises ValueError naming
    a kind that there is not, or `referents` that cannot be read.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"There is no kind of span {kind!r}; the kinds are {', '.join(KINDS)}.")
    folder = cache_folder() / fingerprint(referents, pipeline)
    needed = list(dict.fromkeys(["quotes", *kinds]))
    options = {"referents": referents, "pipeline": pipeline}
    _each_partition(_lacking(articles, needed, folder), partial(_compute, needed, folder, options), workers)
    return [_read(articles, folder / kind) for kind in kinds]


def cache_folder() -> Path:
    """Where annotations are kept."""
    return places.cache() / "annotations"


def fingerprint(referents: str = "", pipeline: str = "") -> str:
    """What annotations depend on besides the article: our code and data, the versions below them, the options."""
    digest = hashlib.sha256(_of_the_installation())
    digest.update(pipeline.encode())
    if referents:
        digest.update(b"referents" + _content(known.find(referents)))
    return digest.hexdigest()[:16]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror}; a table of referents is needed.") from error


@lru_cache(maxsize=1)
def _of_the_installation() -> bytes:
    houses = [places.PACKAGE / house for house in ("corpus", "annotate")]
    files = [file for house in houses for file in house.rglob("*.py")]
    files += [file for file in known.DATA.rglob("*") if file.is_file()]
    digest = hashlib.sha256(json.dumps([version(package) for package in STANDS_ON]).encode())
    for file in sorted(files):
        digest.update(file.relative_to(places.ROOT).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.digest()


def annotator(kind: str) -> Callable[..., pd.DataFrame]:
    """The annotator of a kind, imported when it is first asked for, since what it stands on takes time to load."""
    return getattr(importlib.import_module(f"samestory.annotate.{kind}"), kind)


def _lacking(articles: pd.DataFrame, kinds: list[str], folder: Path) -> pd.DataFrame:
    """The articles of which some kind is not kept yet, one row a text."""
    kept = [_shards(folder / kind).keys() for kind in kinds]
    everywhere = set.intersection(*({sha for shas in shards for sha in shas} for shards in kept))
    lacking = articles[~articles["sha256"].isin(everywhere)]
    return lacking.drop_duplicates("sha256")


def _each_partition(articles: pd.DataFrame, compute: Callable[[pd.DataFrame], None], workers: int) -> None:
    parts = [articles.iloc[k : k + PARTITION] for k in range(0, len(articles), PARTITION)]
    if workers == 1 or len(parts) < 2:
        for part in parts:
            compute(part)
        return
    with ProcessPoolExecutor(min(workers, len(parts)), mp_context=get_context("forkserver")) as pool:
        list(pool.map(compute, parts))


def _compute(kinds: list[str], folder: Path, options: dict[str, str], articles: pd.DataFrame) -> None:
    parser.parse_all(articles["text"], options["pipeline"])
    quotes = annotate_one("quotes", articles, options)
    for kind in kinds:
        table = quotes if kind == "quotes" else annotate_one(kind, articles, options)
        if kind != "quotes":
            table = table.assign(voice=spans.voice(table, quotes))
        _keep(table, articles, folder / kind)


def annotate_one(kind: str, articles: pd.DataFrame, options: dict[str, str]) -> pd.DataFrame:
    """The span table of one kind, its annotator given those of the `options` that it takes."""
    function = annotator(kind)
    taken = inspect.signature(function).parameters
    return function(articles, **{name: value for name, value in options.items() if name in taken})


# What is kept


def _keep(table: pd.DataFrame, articles: pd.DataFrame, folder: Path) -> None:
    """A shard of the span table, written whole or not at all; articles go by the hash of their text."""
    sha = dict(zip(articles["article_id"], articles["sha256"], strict=True))
    shard = pa.Table.from_pandas(table.assign(article_id=table["article_id"].map(sha)), preserve_index=False)
    covered = json.dumps(list(articles["sha256"]))
    shard = shard.replace_schema_metadata({**(shard.schema.metadata or {}), b"articles": covered.encode()})
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(covered.encode()).hexdigest()[:16]
    with tempfile.NamedTemporaryFile(dir=folder, suffix=".tmp", delete=False) as file:
        pq.write_table(shard, file, compression="zstd")
    Path(file.name).replace(folder / f"{name}.parquet")


def _shards(folder: Path) -> dict[tuple[str, ...], Path]:
    """The shards of a folder by the articles that each covers."""
    files = sorted(folder.glob("*.parquet"))
    return {tuple(json.loads(pq.read_metadata(file).metadata[b"articles"])): file for file in files}


def _read(articles: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """The kept spans of these articles, in their order; every article has its rows from one shard."""
    tables, wanted = [], set(articles["sha256"])
    for covered, file in _shards(folder).items():
        if take := wanted & set(covered):
            rows = pd.read_parquet(file)
            tables.append(rows[rows["article_id"].isin(take)])
            wanted -= take
    order = articles[["sha256", "article_id"]].rename(columns={"sha256": "of", "article_id": "article"})
    table = pd.concat(tables, ignore_index=True)
    joined = order.merge(table, left_on="of", right_on="article_id", how="inner", sort=False)
    return joined.assign(article_id=joined["article"].astype("str")).drop(columns=["of", "article"])
