"""From articles and parameters to a story."""

import inspect
import os
from collections.abc import Iterable, Mapping
from typing import Any

from samestory import corpus, params, places
from samestory.annotate.labels import rules
from samestory.coding import codings
from samestory.nearest import did_you_mean
from samestory.story import shared
from samestory.story.story import Story

SETTINGS: dict[str, Any] = {  # of a story of which nothing was said
    "by": "outlet", "per": "", "referents": "", "wire": "data/wire", "own_words": False, "pipeline": "",
    "ngrams": [1, 2, 3], "lemmas": False, "permutations": 2000, "seed": 1, "audit": "",
}  # fmt: skip
UNIQUE = ("text", "offset", "sha256")  # columns that differ from article to article and group nothing


def read(
    articles: str | os.PathLike[str],
    *,
    metadata: str | os.PathLike[str] = "",
    outlets: Iterable[str] = (),
    since: str | int = "",
    until: str | int = "",
    by: str = "outlet",
    per: str = "",
    referents: str | os.PathLike[str] = "",
    wire: str | os.PathLike[str] = "data/wire",
    own_words: bool = False,
    pipeline: str = "",
    ngrams: Iterable[int] = (1, 2, 3),
    lemmas: bool = False,
    permutations: int = 2000,
    seed: int = 1,
    audit: str | os.PathLike[str] = "",
) -> Story:
    """The story told by these articles: a folder or table of them, read and not yet analysed.

    `outlets`, `since` and `until` choose among them, `by` names the column whose values are compared, `per` (day,
    week, month, year) asks how that develops. `referents` is a table of labels other than `data/referents.csv`, `wire`
    a folder of agency texts, `pipeline` another installed spaCy pipeline. With `own_words`, passages shared with
    another outlet are left out of what is counted. `ngrams` and `lemmas` say which terms are tested, `permutations` and
    `seed` how. `audit` is the folder of a coded audit of these articles. ValueError with one sentence for what cannot
    be used.
    """
    articles, metadata, referents, wire, audit = map(_plain, (articles, metadata, referents, wire, audit))
    since, until = params.dated(since), params.dated(until)
    reading: dict[str, Any] = {"metadata": metadata, "outlets": params.several(outlets), "since": since, "until": until}
    settings: dict[str, Any] = {
        "by": by, "per": per, "referents": referents, "wire": wire, "own_words": own_words, "pipeline": pipeline,
        "ngrams": params.several(ngrams), "lemmas": lemmas, "permutations": permutations, "seed": seed, "audit": audit,
    }  # fmt: skip
    params.check(articles=articles, **reading, **{("compare_by" if k == "by" else k): v for k, v in settings.items()})
    rules(referents)  # a table that cannot be used is refused before the articles are read, not after
    place = shared.folder(shared.digest({"articles": str(places.find(articles)), **reading}))
    found, receipt = shared.once(place, "articles", lambda: corpus.collected(articles, **reading))
    check_compared(found, by)
    codings(audit, found)  # what cannot be meant is said now
    return Story(found, settings, receipt=receipt)


def _plain(path: str | os.PathLike[str]) -> str:
    """A path as text; anything else as it is, to be refused by its name."""
    return os.fspath(path) if isinstance(path, os.PathLike) else path


def check_compared(articles: Any, by: str) -> None:
    """Nothing, if `by` is a column that groups the articles; otherwise ValueError with the columns that do."""
    columns = [column for column in articles if column not in UNIQUE]
    if by not in columns:
        raise ValueError(f"compare_by {by!r} is no column to compare by; {did_you_mean(by, columns)}")


def with_parameters(parameters: Mapping[str, Any]) -> Story:
    """The story that a notebook with these parameters reads; parameters that only concern its page are passed over."""
    named = {("by" if name == "compare_by" else name): value for name, value in parameters.items()}
    return read(**{name: value for name, value in named.items() if name in inspect.signature(read).parameters})
