"""Span tables become comparison tables: how outlets differ. Nothing here parses text or draws."""

from samestory.compare.choices import choices, places, referents
from samestory.compare.collection import dates, overview
from samestory.compare.inference import power
from samestory.compare.ledger import aside, ledger
from samestory.compare.reconcile import parts, verdicts
from samestory.compare.terms import collocates, dispersion, house_style, keyness

__all__ = [
    "aside",
    "choices",
    "collocates",
    "dates",
    "dispersion",
    "house_style",
    "keyness",
    "ledger",
    "overview",
    "parts",
    "places",
    "power",
    "referents",
    "verdicts",
]
