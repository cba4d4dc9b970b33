"""Where else a figure may stand in other words: what is near it in meaning is not compared, so neither is it missing.

That only one group reports a figure may be said only where no figure of another group's telling of the story has its
number, exactly or rounded, counts what it counts or something alike, tells its act, or may be the same thing.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from itertools import product
from typing import Any

import pandas as pd

from samestory.compare.figures import intervals
from samestory.compare.figures.coreference import HANDFUL
from samestory.compare.figures.ties import ALIKE
from samestory.corpus.likeness import likeness

SHARES = {"percent": 100.0, "fraction": 1.0, "ratio": 1.0}  # one kind; by what its numbers are divided
EXACT = 100  # from here numbers are looked at in two digits: 57,500 and 57,523
WORDS = 200  # different words of a story and kind up to which likeness is asked for, each with each


def echoes(ledger: pd.DataFrame) -> pd.DataFrame:
    """The groups in which a figure stands that is near in meaning to one of another group.

    One row a figure and other group: report (its row in the ledger), group. A figure without a row has no echo.
    """
    rows = ledger.to_dict("records")
    signs = [set(_signs(row)) for row in rows]
    holders: dict[tuple, set[str]] = defaultdict(set)
    for row, own in zip(rows, signs, strict=True):
        for sign in own:
            holders[sign].add(str(row["group"]))
    alike = _alike(holders)
    group = dict(zip(ledger.index, ledger["group"].astype("str"), strict=True))
    found = []
    for report, row, own in zip(ledger.index, rows, signs, strict=True):
        near = set().union(*(holders[sign] for sign in own | {other for sign in own for other in alike[sign]}))
        near |= {group[int(label)] for label in str(row["akin"]).split("; ") if label and int(label) in group}
        found += [(report, name) for name in sorted(near - {str(row["group"])})]
    return pd.DataFrame(found, columns=["report", "group"]).astype({"report": "int64", "group": "str"})


def _signs(row: dict[Any, Any]) -> Iterator[tuple]:
    """What a figure shows of its meaning: its number and each word of what it counts, in its story and kind."""
    kind = "share" if row["kind"] in SHARES else str(row["kind"])
    number = float(row["named"]) / SHARES.get(row["kind"], 1.0)
    yield row["event"], kind, "number", f"{number:.1e}" if number >= EXACT else intervals.number(number)
    if row["kind"] == "count" and row["named"] > HANDFUL and (pd.notna(row["act"]) or "person" in str(row["key"])):
        yield "", kind, "people", number  # a toll is told as background of other stories too
    yield from ((row["event"], kind, "word", word) for word in str(row["key"] or "").split())


def _alike(holders: Iterable[tuple]) -> dict[Hashable, set[tuple]]:
    """The words of a story that are used alike, as signs; of a story of more words than WORDS none is looked for."""
    words: dict[tuple, list[str]] = defaultdict(list)
    for event, kind, what, word in holders:
        if what == "word":
            words[event, kind].append(word)
    found: dict[Hashable, set[tuple]] = defaultdict(set)
    for (event, kind), said in words.items():
        pairs = product(said, repeat=2) if len(said) <= WORDS else ()
        for one, other in pairs:
            if one != other and likeness(one, other) >= ALIKE:
                found[event, kind, "word", one].add((event, kind, "word", other))
    return found
