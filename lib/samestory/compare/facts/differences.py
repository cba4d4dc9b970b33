"""Differences between accounts, each one question to the tellings of a story, in one table."""

from itertools import chain

import pandas as pd

from samestory.compare.facts import (
    firsts,
    floor,
    instead,
    manner,
    missing,
    naming,
    numbers,
    persons,
    pieces,
    sides,
    speech,
    unnamed,
)
from samestory.compare.facts.stories import told_by_several


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
    those of the figures room, the rest span tables. Kinds: `sides.KINDS`. Only the articles of stories that several
    groups tell are looked at.
    """
    told = articles[told_by_several(articles, by=by)]
    labels, phrases, actors, clauses, cues, terms, sentences, said = (
        spans[spans["article_id"].isin(told["article_id"])]
        for spans in (labels, phrases, actors, clauses, cues, terms, sentences, quotes)
    )
    like = pieces.alike(scores, sentences)
    classes = list(naming.by_class(phrases, tellings, labels, told, by=by))
    found = chain(
        naming.listed(labels, actors, told, by=by),
        classes,
        instead.instead(phrases, tellings, labels, told, but=classes),
        persons.persons(actors, cues, told, by=by),
        numbers.numbers(ledger, verdicts, articles),
        unnamed.never(labels, actors, told, said, like, by=by),
        missing.left_out(sentences, terms, scores, told, said, cues, like, by=by),
        manner.voices(tellings, said),
        manner.wording(tellings, cues),
        manner.agency(tellings, clauses),
        firsts.order(tellings, scores, told),
        firsts.headlines(sentences, scores, told, like, by=by),
        firsts.openings(sentences, scores, told, like, by=by),
        floor.speakers(said, told, like, by=by),
        speech.speech(said, told, by=by),
    )
    ranked = sorted(found, key=lambda d: (-d.far * d.sure, d.kind, d.sides[0]))
    return sides.table(ranked, articles, quotes, by=by)
