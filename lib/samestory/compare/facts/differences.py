"""Differences between accounts, each one question to the tellings of a story, in one table."""

from itertools import chain

import pandas as pd

from samestory.compare.facts import firsts, floor, manner, missing, naming, numbers, sides


def differences(
    tellings: pd.DataFrame,
    scores: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    quotes: pd.DataFrame,
    actors: pd.DataFrame,
    clauses: pd.DataFrame,
    labels: pd.DataFrame,
    phrases: pd.DataFrame,
    cues: pd.DataFrame,
    ledger: pd.DataFrame,
    verdicts: pd.DataFrame,
    by: str = "outlet",
) -> pd.DataFrame:
    """How the accounts of each story differ: the table of `sides.table`, those furthest apart first.

    `tellings` is the table of `tellings.tellings`, `scores` that of `alignment.scores`, `ledger` and `verdicts` are
    those of the figures room, the rest span tables. Kinds: `sides.KINDS`.
    """
    found = chain(
        naming.listed(labels, articles, by=by),
        naming.by_class(phrases, tellings, labels, articles, by=by),
        naming.persons(actors, cues, articles, by=by),
        numbers.numbers(ledger, verdicts, articles),
        missing.never(labels, actors, articles, quotes, by=by),
        missing.left_out(sentences, terms, scores, articles, quotes, cues, by=by),
        manner.voices(tellings, quotes),
        manner.wording(tellings, cues),
        manner.agency(tellings, clauses),
        firsts.order(tellings, scores, articles),
        firsts.headlines(sentences, scores, articles, by=by),
        firsts.openings(sentences, scores, articles, by=by),
        floor.speakers(quotes, articles, by=by),
    )
    ranked = sorted(found, key=lambda d: (-d.far * d.sure, d.kind, d.sides[0]))
    return sides.table(ranked, articles, quotes, by=by)
