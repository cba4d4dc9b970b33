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
from functools import lru_cache, partial
from importlib.metadata import version
from itertools import accumulate
from pathlib import Path
from typing import Any

import pandas as pd

from samestory import cores, places
from samestory.annotate import engines, kept, spans
from samestory.annotate.labels import packs_named
from samestory.corpus import known, paragraphs, parser, reading
from samestory.kinds import KINDS

PARTITION = 50
TRIES = 2  # a worker that dies may take its partition with it; a partition that ends two is the fault
ALONE = ("words", "sentences")  # kinds that need no parse, so that nothing is saved by making them with the others
STANDS_ON = ("nltk", "spacy", "pandas", "pyarrow")


def run(
    articles: pd.DataFrame,
    *kinds: str,
    referents: str = "",
    pipeline: str = "",
    workers: int = 0,
    engine: engines.Engine | None = None,
) -> list[pd.DataFrame]:
    """The span tables of the `kinds` asked for, in that order; all but `quotes` and `paragraphs` with their `voice`.

    `referents` names a table of labels other than `data/referents.csv`, `pipeline` another installed spaCy pipeline.
    What is not kept yet is computed partition by partition, by as many processes as `workers` (0: all cores in a
    notebook, one in a script) or by another `engine`. Raises ValueError naming a kind that there is not, or `referents`
    that cannot be read.
    """
    how: dict[str, Any] = {"referents": referents, "pipeline": pipeline, "workers": workers, "engine": engine}
    compute(articles, *kinds, **how)
    return [_kept(articles, kind, **how) for kind in kinds]


def compute(
    articles: pd.DataFrame,
    *kinds: str,
    referents: str = "",
    pipeline: str = "",
    workers: int = 0,
    engine: engines.Engine | None = None,
    told: Callable[[int, int], None] = lambda *_: None,
) -> Path:
    """The folder in which the `kinds` of these articles are kept, once they are; see `run`.

    An article that was never annotated gets all kinds that need its parse; one that lacks some kinds gets those alone,
    its quotations read from what is kept. How many articles of how many are done is `told` as it goes on.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"There is no kind of span {kind!r}; the kinds are {', '.join(KINDS)}.")
    folder = cache_folder() / fingerprint(referents, pipeline)
    needed = [kind for kind in dict.fromkeys(["quotes", *kinds]) if kind != "paragraphs"]
    work = partial(partition, folder=folder, options={"referents": referents, "pipeline": pipeline})
    many = workers or cores.at_hand()
    engine = engine or (engines.Processes(many) if many > 1 else engines.Serial())
    read = reading.read(articles).drop_duplicates("sha256")
    made: set[str] = set()
    for again in range(TRIES):
        parts = _partitions(read, needed, folder)
        made.update(kind for kinds, _ in parts for kind in kinds)
        try:
            ends = list(accumulate(len(some) for _, some in parts))
            seen = partial(_tell, told, ends)
            engines.done(engine if len(parts) > 1 else engines.Serial(), work, parts, seen)
        except RuntimeError:
            if again + 1 == TRIES:
                raise
    for kind in sorted(made):
        kept.compact(folder / kind)
    return folder


def _tell(told: Callable[[int, int], None], ends: list[int], parts: int) -> None:
    """So many partitions are done, which end at so many articles."""
    told(ends[parts - 1], ends[-1])


def cache_folder() -> Path:
    """Where annotations are kept."""
    return places.cache() / "annotations"


def fingerprint(referents: str = "", pipeline: str = "") -> str:
    """What annotations depend on besides the article: our code and data, the versions below them, the options."""
    digest = hashlib.sha256(_of_the_installation())
    digest.update(pipeline.encode())
    if referents:
        packs = packs_named(referents)
        digest.update(b"referents" + (repr(packs).encode() if packs else _content(known.find(referents))))
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


Part = tuple[tuple[str, ...], pd.DataFrame]


def _partitions(read: pd.DataFrame, needed: list[str], folder: Path) -> list[Part]:
    """What is to be computed, some articles at a time: the kinds that these lack, and the articles."""
    there = {kind: kept.covered(folder / kind) for kind in needed}
    lacking = [tuple(kind for kind in needed if sha not in there[kind]) for sha in read["sha256"]]
    parts: list[Part] = []
    for kinds, some in read.groupby(pd.Series(lacking, read.index, dtype="object"), sort=False):
        at_once = [kind for kind in KINDS if kind not in (*ALONE, "paragraphs")] if "quotes" in kinds else []
        rows = [some.iloc[k : k + PARTITION] for k in range(0, len(some), PARTITION)] if kinds else []
        parts += [(tuple(dict.fromkeys([*kinds, *at_once])), part) for part in rows]
    if parts:
        kept.tidy(folder)
    return parts


def partition(part: Part, *, folder: Path, options: dict[str, str]) -> None:
    """The shards of one partition stand in the folder: its articles (what is read of them), in the kinds they lack.

    The seam to any engine: whatever computes this needs our code, `data/`, and a path to the same folder.
    """
    kinds, articles = part
    if set(kinds) - {*ALONE}:
        parser.parse_all(articles["text"], options["pipeline"])
    quotes = _quotes(kinds, articles, folder, options)
    for kind in kinds:
        table = quotes if kind == "quotes" else annotate_one(kind, articles, options)
        if kind != "quotes":
            table = table.assign(voice=spans.voice(table, quotes))
        kept.keep(table, articles, folder / kind)


def _quotes(kinds: tuple[str, ...], articles: pd.DataFrame, folder: Path, options: dict[str, str]) -> pd.DataFrame:
    """The quotations of some articles: read from what is kept, where they need not be computed."""
    if "quotes" not in kinds:
        shards = kept.shards(articles, folder / "quotes")
        if not len(kept.lacking(articles, [shards])):
            return kept.joined(articles, shards)
    return annotate_one("quotes", articles, options)


def _kept(articles: pd.DataFrame, kind: str, **how: Any) -> pd.DataFrame:
    """The span table of a kind, read back; what turns out to be damaged is computed anew."""
    if kind == "paragraphs":
        return paragraphs.paragraphs(articles)
    if articles.empty:  # there is nothing to keep
        return annotate_one(kind, articles, {option: how[option] for option in ("referents", "pipeline")})
    folder, read = cache_folder() / fingerprint(how["referents"], how["pipeline"]), reading.read(articles)
    shards = kept.shards(read, folder / kind)
    if len(kept.lacking(read, [shards])):
        compute(articles, kind, **how)
        shards = kept.shards(read, folder / kind)
    if len(kept.lacking(read, [shards])):
        raise RuntimeError(f"what was written to {folder} cannot be read back")
    return reading.delivered(kept.joined(read, shards), articles)


def annotate_one(kind: str, articles: pd.DataFrame, options: dict[str, str]) -> pd.DataFrame:
    """The span table of one kind, its annotator given those of the `options` that it takes."""
    function = annotator(kind)
    taken = inspect.signature(function).parameters
    return function(articles, **{name: value for name, value in options.items() if name in taken})
