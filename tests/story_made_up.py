"""Made-up stories told by two and three outlets, read once, for the tests of facts and of the brief."""

import hashlib

import pandas as pd
from samestory import annotate
from samestory.annotate import content
from samestory.compare import facts, figures
from samestory.compare.facts.alignment import PROPOSE
from samestory.compare.facts.deaths import deaths
from samestory.corpus import language, paragraphs

SPANS = ("quotes", "actors", "clauses", "labels", "figures", "phrases", "cues")
COMMON = (  # what all accounts tell, each in its own words: without a fact in common they are other stories
    "Engineers shut the Tarn viaduct on Thursday after finding two cracks in its ninth pillar.",
    "The Tarn viaduct was shut by engineers on Thursday, as its ninth pillar has two cracks.",
    "Two cracks in the ninth pillar made engineers shut the Tarn viaduct on Thursday.",
)
FILLER = (
    "Rain is forecast for the whole of the coming week.\n\nA choir of forty pupils sang before the session opened.\n\n"
    "Bus drivers plan a strike if their pay does not rise.\n\nThe museum bought a painting of the harbour in winter.",
    "Farmers fear a late frost could ruin the cherry harvest.\n\nThe library will open on Sundays from autumn.\n\n"
    "A new ferry line is to link the islands next spring.\n\nTwo bakers in the old town share a single oven.",
    "Beekeepers report a good summer on the southern slopes.\n\nThe opera ended its season with a comedy.\n\n"
    "A cyclist crossed the country in nineteen hours.\n\nThe town clock has been repaired after a storm.",
)


def story(*texts, headlines=None, days=None, filler=True):
    """The articles of one story: each text, after it a fact that all tell, and sentences about other things."""
    names = ["North", "South", "East"][: len(texts)]
    more = (f"{shared}\n\n{other}" for shared, other in zip(COMMON, FILLER, strict=True))
    texts = [f"{text}\n\n{rest}" if filler else text for text, rest in zip(texts, more, strict=False)]
    return pd.DataFrame(
        {
            "article_id": [name.lower() for name in names],
            "outlet": names,
            "event": "the town",
            "event_by": "given",
            "published": [pd.Period(day) for day in days or ["2031-05-04"] * len(texts)],
            "headline": headlines or [None] * len(texts),
            "credit": None,
            "text": texts,
            "sha256": [hashlib.sha256(text.encode()).hexdigest() for text in texts],
        }
    )


def read(articles):
    """The tellings, scores and differences of a story."""
    spans = dict(zip(SPANS, annotate.run(articles, *SPANS), strict=True))
    spans |= {"sentences": language.sentences(articles), "terms": content.terms(articles)}
    scores = facts.scores(spans["sentences"], spans["terms"], articles)
    found = facts.facts(scores[scores["score"].ge(PROPOSE)])
    tellings = facts.tellings(found, articles, spans["quotes"])
    spans["headline_clauses"] = annotate.run(paragraphs.headlines(articles), "clauses")[0]
    ledger = figures.ledger(spans["figures"], articles)
    given = {name: rows for name, rows in spans.items() if name != "figures"}
    told = deaths(spans["actors"], articles)
    apart = facts.differences(tellings, scores, articles, framed=facts.framed(ledger, articles), deaths=told, **given)
    return tellings, apart


def words(differences, kind):
    """The words of each difference of a kind, by outlet; None where an outlet has nothing."""
    rows = differences[differences["kind"].eq(kind)]
    return [
        {row.group: row.text if isinstance(row.text, str) else None for row in sides.itertuples()}
        for _, sides in rows.groupby("difference")
    ]
