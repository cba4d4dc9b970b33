"""Span tables become comparison tables: how groups of articles differ. Nothing here parses text or draws.

A room a theme (`facts`, `words`, `voices`, `framing`, `figures`), each with its functions; those that scripts ask for
most stand here too.
"""

from samestory.compare.collection import dates, overview
from samestory.compare.facts import differences, tellings
from samestory.compare.figures import ledger, verdicts
from samestory.compare.inference import power
from samestory.compare.voices import agency, anonymity, quotations, sources, verbs
from samestory.compare.words import choices, dispersion, house_style, keyness

__all__ = [
    "agency",
    "anonymity",
    "choices",
    "dates",
    "differences",
    "dispersion",
    "house_style",
    "keyness",
    "ledger",
    "overview",
    "power",
    "quotations",
    "sources",
    "tellings",
    "verbs",
    "verdicts",
]
