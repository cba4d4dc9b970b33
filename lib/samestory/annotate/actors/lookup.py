"""What is known of actors before reading: names, demonyms, titles and collective nouns, from `data/actors.csv`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Span


class Known(NamedTuple):
    """The table by use: names, adjectives and peoples to (actor, kind); titles; collective nouns to their kind.

    A title that is short for another goes with that one ("gov": "governor").
    """

    names: dict[str, tuple[str, str]]
    adjectives: dict[str, str]
    titles: dict[str, str]
    collectives: dict[str, str]


def table() -> pd.DataFrame:
    """The actors known beforehand: `actor, kind, name, form, source`."""
    return known.table("actors.csv", ["actor", "kind", "name", "form", "source"])


@lru_cache(maxsize=1)
def load() -> Known:
    """The actors known beforehand, by use. A demonym of two countries (Congolese) stands for neither."""
    rows = table().fillna("")
    named = rows[rows["form"].isin(["name", "people"])]
    adjectives = rows[rows["form"] == "adjective"].drop_duplicates("name", keep=False)
    titles = rows[rows["form"] == "title"]
    collectives = rows[rows["form"] == "collective"]
    return Known(
        names={n: (a, k) for n, a, k in zip(named["name"], named["actor"], named["kind"], strict=True)},
        adjectives=dict(zip(adjectives["name"], adjectives["actor"], strict=True)),
        titles={name: whole or name for name, whole in zip(titles["name"], titles["actor"], strict=True)},
        collectives=dict(zip(collectives["name"], collectives["kind"], strict=True)),
    )


def first_country(span: Span) -> str | None:
    """The first country named in a few words ("United States", "Israeli"), in capitals or not; None without one."""
    parts = (span[i : i + n].text for n in (3, 2, 1) for i in range(len(span) - n + 1))
    return next((place for place in (country(part) for part in parts) if place), None)


def country(word: str) -> str | None:
    """The country or place an adjective or name stands for ("Israeli", "US"); None for any other word."""
    named = load().names.get(word)
    return load().adjectives.get(word) or (named[0] if named and named[1] == "place" else None)
