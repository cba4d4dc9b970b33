"""Differences between accounts, each one question to the tellings of a story, in one table."""

from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts import manner, missing, naming, numbers, sides
from samestory.compare.facts.sides import Difference


def differences(
    tellings: pd.DataFrame,
    scores: pd.DataFrame,
    articles: pd.DataFrame,
    spans: dict[str, pd.DataFrame],
    ledger: pd.DataFrame,
    verdicts: pd.DataFrame,
    *,
    by: str = "outlet",
) -> pd.DataFrame:
    """How the accounts of each story differ: the table of `sides.table`, those furthest apart first.

    `tellings` is the table of `tellings.tellings`, `scores` that of `alignment.scores`, `ledger` and `verdicts` those
    of the figures room; `spans` holds the tables `quotes, actors, clauses, labels, phrases, cues, terms, sentences`.
    """
    found = _found(tellings, scores, articles, spans, ledger, verdicts, by)
    ranked = sorted(found, key=lambda d: (-d.far * d.sure, d.kind, d.sides[0]))
    return sides.table(ranked, articles, spans["quotes"], by=by)


def _found(tellings, scores, articles, spans, ledger, verdicts, by: str) -> Iterator[Difference]:
    yield from naming.listed(spans["labels"], articles, by=by)
    yield from naming.by_class(spans["phrases"], tellings, spans["labels"], articles, by=by)
    yield from naming.persons(spans["actors"], spans["cues"], articles, by=by)
    yield from numbers.numbers(ledger, verdicts, articles)
    yield from missing.never(spans["labels"], spans["actors"], articles, by=by)
    yield from missing.left_out(spans["sentences"], spans["terms"], scores, articles, spans["quotes"], by=by)
    yield from manner.voices(tellings)
    yield from manner.wording(tellings, spans["cues"])
    yield from manner.agency(tellings, spans["clauses"])
    yield from manner.order(tellings)
    yield from manner.openings(spans["sentences"], articles, by=by)
    yield from manner.speakers(spans["quotes"], articles, by=by)
