"""Differences between accounts, each one question to the tellings of a story, in one table."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

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


class Told(NamedTuple):
    """The articles of stories and news that several groups tell, their spans, and which are of one event and news."""

    articles: pd.DataFrame
    by: str
    like: pieces.Pairs
    sure: pieces.Pairs
    tellings: pd.DataFrame
    scores: pd.DataFrame
    sentences: pd.DataFrame
    terms: pd.DataFrame
    quotes: pd.DataFrame
    actors: pd.DataFrame
    clauses: pd.DataFrame
    labels: pd.DataFrame
    phrases: pd.DataFrame
    cues: pd.DataFrame


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
    framed: pd.DataFrame,
    deaths: pd.DataFrame,
    by: str = "outlet",
) -> pd.DataFrame:
    """How the accounts of each story differ: the table of `sides.table`, those furthest apart first.

    `tellings` is the table of `tellings.tellings`, `scores` that of `alignment.scores`, `framed` that of
    `framed.framed`, `deaths` that of `deaths.deaths`, the rest span tables. Kinds: `sides.KINDS`. Only the articles of
    stories and news that several groups tell are looked at, but for what is counted across all (`across`, `requoted`),
    and none that stands on the site of another outlet (`addresses`).
    """
    own = articles[addresses.elsewhere(articles).isna()]
    scores = _within(_within(scores, own), own, "other_id")
    of_event = pieces.likely(scores, own)
    one_news = news.likely(own, of_event)
    reports = list(news.reports(own, one_news, by=by))
    compared = _told_by_several(own, reports, by=by)
    spans = [_within(rows, compared) for rows in (sentences, terms, quotes, actors, clauses, labels, phrases, cues)]
    like, sure = pieces.alike(of_event), news.of_one(one_news)
    told = Told(compared, by, like, sure, _within(tellings, compared), scores, *spans)
    everywhere = list(across.labels_across(labels, deaths, actors, own, by=by))
    found = chain(
        everywhere,
        _named(told, everywhere),
        numbers.numbers(_within(framed, own), own, scores, _surest(of_event, one_news)),
        quantities.quantities(told.tellings, told.phrases),
        _lacking(told),
        _worded(told),
        _headed(told, reports, headline_clauses, one_news, of_event),
        _of_reports(told, reports, own),
        requoted.requoted(_within(quotes, own), own, by=by),
        events.other_events(told.sentences, told.quotes, compared, told.like, by=by),
    )
    ranked = sorted(found, key=lambda d: (-d.far * d.sure, d.kind, d.sides[0]))
    return sides.table(ranked, articles, _within(quotes, own), by=by)


def _within(rows: pd.DataFrame, articles: pd.DataFrame, column: str = "article_id") -> pd.DataFrame:
    """The rows of some articles."""
    return rows[rows[column].isin(articles["article_id"])]


def _told_by_several(articles: pd.DataFrame, reports: list[pd.DataFrame], *, by: str) -> pd.DataFrame:
    """The articles of the stories and the pieces of news that several groups tell."""
    reported = pd.concat([articles["article_id"].head(0), *(report["article_id"] for report in reports)])
    return articles[told_by_several(articles, by=by) | articles["article_id"].isin(reported)]


def _named(told: Told, everywhere: list[Difference]) -> Iterator[Difference]:
    """What accounts call the same: by what is listed, by words of one class, in one another's place, and persons.

    What is called otherwise `everywhere`, across the whole collection, is not said again of a story.
    """
    articles, labels, by = told.articles, told.labels, told.by
    classes = list(naming.by_class(told.phrases, told.tellings, labels, articles, by=by))
    yield from (listed := list(naming.listed(labels, told.actors, articles, but=everywhere, by=by)))
    yield from alone.alone(labels, told.actors, articles, told.sure, but=[*everywhere, *listed], by=by)
    yield from classes
    yield from called.called(told.phrases, labels, articles, told.sure, but=classes, by=by)
    yield from (in_place := list(instead.instead(told.phrases, told.tellings, labels, articles, but=classes)))
    yield from alike.alike(told.phrases, told.tellings, labels, articles, by=by, but=[*classes, *in_place])
    yield from persons.persons(told.actors, told.cues, articles, by=by)


def _surest(one: dict[frozenset[str], float], other: dict[frozenset[str], float]) -> dict[frozenset[str], float]:
    """The likelier of two for each pair of articles: that they are of one event, and of one piece of news."""
    return {pair: max(one.get(pair, 0.0), other.get(pair, 0.0)) for pair in one | other}


def _lacking(told: Told) -> Iterator[Difference]:
    """What accounts tell, name or deny, and others do not."""
    spans = told.sentences, told.terms, told.scores, told.articles, told.quotes, told.cues
    accounts = list(missing.accounts(*spans, told.sure, by=told.by))
    yield from unnamed.never(told.labels, told.actors, told.articles, told.quotes, told.sure, by=told.by)
    yield from (by_several := list(untold.untold(accounts, told.tellings)))
    yield from (words := list(untold.quoted(accounts, told.quotes, but=by_several)))
    yield from denials.denials(accounts, told.clauses, told.quotes, told.actors)
    yield from missing.left_out(accounts, but=[*by_several, *words])


def _worded(told: Told) -> Iterator[Difference]:
    """In whose voice, with which hedges, as whose act, and how early the tellings of a fact tell it."""
    yield from manner.voices(told.tellings, told.quotes)
    yield from manner.wording(told.tellings, told.cues)
    yield from manner.agency(told.tellings, told.clauses)
    yield from firsts.order(told.tellings, told.scores, told.articles)


def _of_reports(told: Told, reports: list[pd.DataFrame], own: pd.DataFrame) -> Iterator[Difference]:
    """With what the accounts of one piece of news begin, whom they quote, and which of somebody’s words."""
    yield from firsts.openings(reports, told.sentences, told.scores)
    yield from floor.speakers(reports, told.quotes, own, by=told.by)
    yield from speech.speech(reports, told.quotes)


def _headed(
    told: Told,
    reports: list[pd.DataFrame],
    clauses: pd.DataFrame,
    one_news: dict[frozenset[str], float],
    of_event: dict[frozenset[str], float],
) -> Iterator[Difference]:
    """The headlines of one piece of news, and of what may be two turns of it; `clauses` are those of the headlines."""
    yield from (headed := list(heads.headlines(reports, told.sentences, clauses, one_news)))
    yield from heads.turns(told.articles, told.sentences, one_news, of_event, but=headed, by=told.by)
