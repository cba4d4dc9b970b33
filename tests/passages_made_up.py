"""Articles made up for the tests of passages."""

import pandas as pd
from samestory.annotate import content
from samestory.compare import facts, framing
from samestory.corpus import language

FILLER = (
    "The council met at noon in the old town hall.",
    "Rain is forecast for the whole of the coming week.",
    "A choir of forty pupils sang before the session opened.",
    "Bus drivers plan a strike if their pay does not rise.",
    "The museum bought a painting of the harbour in winter.",
    "Farmers fear a late frost could ruin the cherry harvest.",
)
DAY = pd.Period("2031-05-04", freq="D")


def articles(*texts, outlets=("North", "South", "East"), event="the bridge", published=DAY, credit=None):
    count = len(texts)
    return pd.DataFrame(
        {
            "article_id": [f"{outlet.lower()}-{event}".replace(" ", "-") for outlet in outlets[:count]],
            "outlet": list(outlets[:count]),
            "event": event,
            "event_by": "found",
            "published": [published] * count,
            "credit": [credit] * count,
            "text": list(texts),
        }
    )


def aligned(table, **options):
    return facts.align(language.sentences(table), content.terms(table), table, **options)


def edited(table):
    words, terms = language.words(table), content.terms(table)
    copies = framing.shared_copy(words, table)
    pairs = framing.one_text(copies, words, aligned(table), table)
    found = framing.edits(pairs, terms, words)
    return found[found["change"] != "same"]
