"""Every kind of span table for a collection: computed in partitions, kept by content, read back where nothing changed.

What is kept stands in `annotations/<fingerprint>/<kind>/` of the cache as Parquet shards. A shard covers the articles
listed in its metadata, found by the SHA-256 of what is read of them (offsets in what is kept are of that, too); the
fingerprint covers our code, `data/` and the versions of what they stand on, so a changed article is computed anew
alone, and a changed rule computes everything anew.
"""

import hashlib
import importlib
import inspect
import json
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache, partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

import pandas as pd

from samestory import places
from samestory.annotate import kept, spans
from samestory.corpus import known, paragraphs, parser, reading
from samestory.kinds import KINDS

PARTITION = 50
STANDS_ON = ("nltk", "spacy", "pandas", "pyarrow")


def run(
    articles: pd.DataFrame, *kinds: str, referents: str = "", pipeline: str = "", workers: int = 1
) -> list[pd.DataFrame]:
    """The span tables of the `kinds` asked for, in that order; all but `quotes` and `paragraphs` with their `voice`.

    `referents` names a table of labels other than `data/referents.csv`, `pipeline` another installed spaCy pipeline.
    What is not kept yet is computed partition by partition, by as many processes as `workers`. Raises ValueError naming
    a kind that there is not, or `referents` that cannot be read.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"There is no kind of span {kind!r}; the kinds are {', '.join(KINDS)}.")
    folder = cache_folder() / fingerprint(referents, pipeline)
    needed = [kind for kind in dict.fromkeys(["quotes", *kinds]) if kind != "paragraphs"]
    options = {"referents": referents, "pipeline": pipeline}
    if articles.empty:  # there is nothing to keep
        return [annotate_one(kind, articles, options) for kind in kinds]
    read = reading.read(articles)
    there = {kind: kept.shards(read, folder / kind) for kind in needed}
    if len(lacking := kept.lacking(read, there.values())):
        kept.tidy(folder)
        _each_partition(lacking, partial(_compute, needed, folder, options), workers)
        there = {kind: kept.shards(read, folder / kind) for kind in needed}
    if len(kept.lacking(read, there.values())):
        raise RuntimeError(f"what was written to {folder} cannot be read back")
    return [
        paragraphs.paragraphs(articles)
        if kind == "paragraphs"
        else reading.delivered(kept.joined(read, there[kind]), articles)
        for kind in kinds
    ]


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
    return getattr(importlib.import_module(KINDS[kind]), kind)


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
        kept.keep(table, articles, folder / kind)


def annotate_one(kind: str, articles: pd.DataFrame, options: dict[str, str]) -> pd.DataFrame:
    """The span table of one kind, its annotator given those of the `options` that it takes."""
    function = annotator(kind)
    taken = inspect.signature(function).parameters
    return function(articles, **{name: value for name, value in options.items() if name in taken})
