"""Differences between accounts, each one question to the tellings of a story, in one table."""

from collections.abc import Iterator
from itertools import chain

import pandas as pd

from samestory.compare.facts import (
    across,
    addresses,
    alike,
    alone,
    called,
    denials,
    events,
    firsts,
    floor,
    heads,
    instead,
    manner,
    missing,
    naming,
    news,
    numbers,
    persons,
    pieces,
    quantities,
    requoted,
    sides,
    speech,
    unnamed,
    untold,
)
from samestory.compare.facts.sides import Difference
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
    headline_clauses: pd.DataFrame,
    labels: pd.DataFrame,
    phrases: pd.DataFrame,
    cues: pd.DataFrame,
    ledger: pd.DataFrame,
    verdicts: pd.DataFrame,
    by: str = "outlet",
) -> pd.DataFrame:
    """How the accounts of each story differ: the table of `sides.table`, those furthest apart first.

    `tellings` is the table of `tellings.tellings`, `scores` that of `alignment.scores`, `ledger` and `verdicts` are
    those of the figures room, the rest span tables. Kinds: `sides.KINDS`. Only the articles of stories and news that
    several groups tell are looked at, but for what is counted across all (`across`, `requoted`), and none that stands
    on the site of another outlet (`addresses`).
    """
    own = articles[addresses.elsewhere(articles).isna()]
    tellings, quoted, ledger = (
        table[table["article_id"].isin(own["article_id"])] for table in (tellings, quotes, ledger)
    )
    scores = scores[scores["article_id"].isin(own["article_id"]) & scores["other_id"].isin(own["article_id"])]
    verdicts = verdicts[verdicts["report_a"].isin(ledger.index) & verdicts["report_b"].isin(ledger.index)]
    everywhere = list(across.labels_across(labels, actors, own, by=by))
    of_event = pieces.likely(scores, own)
    one_news = news.likely(own, of_event)
    reports = list(news.reports(own, one_news, by=by))
    told = _told_by_several(own, reports, by=by)
    tellings = tellings[tellings["article_id"].isin(told["article_id"])]
    labels, phrases, actors, clauses, cues, terms, sentences, said = (
        spans[spans["article_id"].isin(told["article_id"])]
        for spans in (labels, phrases, actors, clauses, cues, terms, sentences, quoted)
    )
    like, sure = pieces.alike(of_event), news.of_one(one_news)
    accounts = list(missing.accounts(sentences, terms, scores, told, said, cues, sure, by=by))
    by_several = list(untold.untold(accounts, tellings))
    by_several += untold.quoted(accounts, said, but=by_several)
    headed = list(heads.headlines(reports, sentences, headline_clauses, one_news))
    found = chain(
        everywhere,
        _named(phrases, labels, actors, cues, tellings, told, everywhere, sure, by=by),
        numbers.numbers(ledger, verdicts, own, scores, like),
        unnamed.never(labels, actors, told, said, sure, by=by),
        by_several,
        denials.denials(accounts, clauses, said, actors),
        missing.left_out(accounts, but=by_several),
        quantities.quantities(tellings, phrases),
        _worded(tellings, said, cues, clauses),
        firsts.order(tellings, scores, told),
        headed,
        heads.turns(told, sentences, one_news, of_event, but=headed, by=by),
        firsts.openings(reports, sentences, scores),
        floor.speakers(reports, said),
        speech.speech(reports, said),
        requoted.requoted(quoted, own, by=by),
        events.other_events(sentences, told, like, by=by),
    )
    ranked = sorted(found, key=lambda d: (-d.far * d.sure, d.kind, d.sides[0]))
    return sides.table(ranked, articles, quotes, by=by)


def _told_by_several(articles: pd.DataFrame, reports: list[pd.DataFrame], *, by: str) -> pd.DataFrame:
    """The articles of the stories and the pieces of news that several groups tell."""
    reported = pd.concat([articles["article_id"].head(0), *(report["article_id"] for report in reports)])
    return articles[told_by_several(articles, by=by) | articles["article_id"].isin(reported)]


def _named(
    phrases: pd.DataFrame,
    labels: pd.DataFrame,
    actors: pd.DataFrame,
    cues: pd.DataFrame,
    tellings: pd.DataFrame,
    articles: pd.DataFrame,
    everywhere: list[Difference],
    like: pieces.Pairs,
    *,
    by: str,
) -> Iterator[Difference]:
    """What accounts call the same: by what is listed, by words of one class, in one another's place, and persons.

    What is called otherwise `everywhere`, across the whole collection, is not said again of a story.
    """
    classes = list(naming.by_class(phrases, tellings, labels, articles, by=by))
    yield from (listed := list(naming.listed(labels, actors, articles, but=everywhere, by=by)))
    yield from alone.alone(labels, actors, articles, like, but=[*everywhere, *listed], by=by)
    yield from classes
    yield from called.called(phrases, labels, articles, like, but=classes, by=by)
    yield from (in_place := list(instead.instead(phrases, tellings, labels, articles, but=classes)))
    yield from alike.alike(phrases, tellings, labels, articles, by=by, but=[*classes, *in_place])
    yield from persons.persons(actors, cues, articles, by=by)


def _worded(
    tellings: pd.DataFrame, quotes: pd.DataFrame, cues: pd.DataFrame, clauses: pd.DataFrame
) -> Iterator[Difference]:
    """In whose voice, with which hedges, and as whose act the tellings of a fact tell it."""
    yield from manner.voices(tellings, quotes)
    yield from manner.wording(tellings, cues)
    yield from manner.agency(tellings, clauses)
