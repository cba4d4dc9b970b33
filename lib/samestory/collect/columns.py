"""The fields of known exports become ours (`data/columns.csv`), and it is said which became which."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pandas as pd

from samestory import known
from samestory.collect.registry import Rows

OURS = ("id", "outlet", "date", "headline", "event", "url", "credit", "text", "teaser")
RESERVED = {*OURS, "article_id", "published", "reporters", "offset", "sha256", "path", "evidence"}
KEPT = 40  # characters, at most, of the name of a column that is kept under its own name


@lru_cache(maxsize=1)
def names() -> dict[str, tuple[str, int]]:
    """What each known name means, and its rank among the names of the same: the lower, the more surely it is meant."""
    rows = known.table("columns.csv", ["ours", "name", "export", "source"])
    return {name: (ours, rank) for rank, (ours, name) in enumerate(zip(rows["ours"], rows["name"], strict=True))}


@lru_cache(maxsize=1000)
def plain(name: object) -> str:
    """A column's name as compared: without byte order mark, case and spaces around."""
    return " ".join(str(name).replace("\ufeff", "").split()).casefold()


def meant(name: object) -> str | None:
    """Which of our columns a name means, if any."""
    return names().get(plain(name), (None, 0))[0]


def known_names(header: Iterable[object]) -> int:
    """How many of our columns a header has a name for."""
    return len({ours for name in header if isinstance(name, str) and (ours := meant(name))})


def meant_by(file: Path) -> str | None:
    """What a table beside articles is about: `file` on the files, `text` where it holds articles itself."""
    header = file.read_bytes()[:10_000].decode("utf-8", "replace").split("\n", 1)[0]
    return "text" if "text" in {meant(name.strip(' "\r')) for name in re.split(r"[,;\t]", header)} else "file"


def ours(rows: Rows, wanted: tuple[str, ...] = OURS) -> tuple[Rows, str]:
    """The records with our columns under our names and further fields of single values under their own; and a sentence.

    Where several fields may be the same of ours, the one first in `data/columns.csv` that is not empty is taken; the
    others follow under their own names. The sentence says what was read as what, what is kept beside, what not. Fields
    that begin with an underscore are the readers' and stay.
    """
    header = [name for name in dict.fromkeys(name for row in rows for name in row) if not str(name).startswith("_")]
    full = [name for name in header if any(not nothing(row.get(name)) for row in rows)]
    chosen = _chosen(full, wanted)
    taken = set(chosen.values())
    beside = {
        name: _own_name(name)
        for name in full
        if name not in taken and _nameable(name) and all(_single(row.get(name)) for row in rows)
    }
    named = {name: ours for ours, name in chosen.items()} | beside
    out = [
        {
            named.get(name, name): None if name in named and nothing(value) else value
            for name, value in row.items()
            if name in named or str(name).startswith("_")
        }
        for row in rows
    ]
    return [row | {"outlet": _name_in(row["outlet"])} if "outlet" in row else row for row in out], _in_words(
        header, chosen, beside
    )


def nothing(value: object) -> bool:
    """Whether a cell is empty."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or (_single(value) and bool(pd.isna(value)))  # type: ignore[call-overload]


def _single(value: object) -> bool:
    """Whether a cell holds one value, no list."""
    return not isinstance(value, list | dict | tuple | set) and not hasattr(value, "__array__")


def _chosen(header: list, wanted: tuple[str, ...]) -> dict[str, object]:
    """The field taken for each of ours."""
    chosen: dict[str, object] = {}
    for name in sorted((c for c in header if plain(c) in names()), key=lambda c: names()[plain(c)][1]):
        chosen.setdefault(names()[plain(name)][0], name)
    return {name: chosen[name] for name in wanted if name in chosen}


def _nameable(name: object) -> bool:
    """Whether a field can be asked for by its name; an index without a name cannot."""
    text = plain(name)
    return bool(re.search(r"[^\W\d_]", text)) and not text.startswith("unnamed:") and len(text) <= KEPT


def _own_name(name: object) -> str:
    """A further field's name, with a mark where it is one of ours."""
    text = " ".join(str(name).replace("\ufeff", "").split())
    return f"{text}_" if text in RESERVED else text


def _name_in(value: object) -> object:
    """The name in a source written as a Python or JSON object, as pandas writes NewsAPI's to CSV; else the value."""
    found = re.search(r"""^\{.*["'](?:name|title)["']:\s*(["'])(?P<name>.+?)\1""", str(value))
    return found["name"] if found else value


def _in_words(header: list, chosen: dict[str, object], beside: dict) -> str:
    """What was read as what, in a sentence."""
    read = [f"{name} as {ours}" if plain(name) != ours else ours for ours, name in chosen.items()]
    left = [str(name) or "(no name)" for name in header if name not in beside and name not in chosen.values()]
    parts = [("", read), ("kept beside: ", [*beside.values()]), ("not used: ", left)]
    return "; ".join(f"{what}{', '.join(some)}" for what, some in parts if some)
