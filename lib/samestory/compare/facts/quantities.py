"""How much of the same: “all gun sales” here, “nearly all gun sales” there, in two tellings of one fact."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

import pandas as pd

from samestory.annotate import amounts, content
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stems import stems

WHOLE = frozenset({"all", "every"})  # which `data/amounts.csv` leaves out: by themselves they say no size
SURE, FAR = 0.9, 0.7  # how sure it is that both speak of one thing, and how far apart that leaves the accounts


class Amount(NamedTuple):
    """A noun phrase with how much of its thing it means: its noun, the words between, and the class of its amount."""

    article_id: str
    start: int
    end: int
    noun: str
    between: frozenset[str]
    amount: str


def quantities(tellings: pd.DataFrame, phrases: pd.DataFrame) -> Iterator[Difference]:
    """Phrases of one noun with amounts of two classes in two groups' tellings of a fact, neither the other's elsewhere.

    Classes: those of `data/amounts.csv`, and `all`. What describes the noun is the same. Only words outside quotation
    marks count. Errors: two parts of one whole.
    """
    held: dict[str, list[Amount]] = defaultdict(list)
    for row in phrases[phrases["voice"].isin(OWN) & phrases["name"].isna() & phrases["head"].notna()].itertuples():
        if amount := _amount(row):
            held[row.article_id].append(amount)
    shown = tellings[tellings["level"].eq("show")]
    for fact, rows in shown.groupby("fact", sort=False):
        for one, other in combinations(rows.itertuples(), 2):
            if one.group != other.group:
                yield from _apart(int(fact), one, other, held)


def _amount(row) -> Amount | None:
    """A noun phrase that opens with an amount, as one; None where it does not, or does not end with its noun."""
    first = next(amounts.find(row.text), None)
    word = row.text.split()[0].lower()
    if first and first["start"] == 0:
        name, length = first["amount"], first["end"]
    elif word in WHOLE:
        name, length = "all", len(word)
    else:
        return None
    noun = content.stem(str(row.head).lower())
    last = content.stem(row.text.split()[-1].lower())
    return Amount(row.article_id, row.start, row.end, noun, stems(row.text[length:]) - {noun, last}, name)


def _apart(fact: int, one, other, held: dict[str, list[Amount]]) -> Iterator[Difference]:
    here, there = (held.get(telling.article_id, []) for telling in (one, other))
    for a, b in product(_within(here, one), _within(there, other)):
        same = a.noun == b.noun and a.between == b.between and "time" not in (a.amount, b.amount)
        if same and a.amount != b.amount and not _has(b, here) and not _has(a, there):
            sides = Side(a.article_id, a.start, a.end), Side(b.article_id, b.start, b.end)
            yield Difference("quantity", one.story, "", sides, f"{a.amount} here, {b.amount} there", SURE, FAR, fact)


def _within(found: list[Amount], telling) -> list[Amount]:
    return [amount for amount in found if telling.start <= amount.start < telling.end]


def _has(amount: Amount, elsewhere: list[Amount]) -> bool:
    """Whether an article says as much of the same."""
    return any(one.noun == amount.noun and one.amount == amount.amount for one in elsewhere)
