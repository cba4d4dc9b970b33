"""Span tables become comparison tables: how outlets differ. Nothing here parses text or draws."""

from samestory.compare.collection import dates, overview
from samestory.compare.figures.ledger import aside, ledger
from samestory.compare.figures.reconcile import parts, verdicts
from samestory.compare.inference import power
from samestory.compare.voices.actors import actors
from samestory.compare.voices.agency import agency, constructions
from samestory.compare.voices.anonymity import anonymity
from samestory.compare.voices.sources import quotations, sources, verbs
from samestory.compare.words.choices import choices, contrasts, places, referents
from samestory.compare.words.discovery import discover
from samestory.compare.words.terms import collocates, dispersion, house_style, keyness

__all__ = [
    "actors",
    "agency",
    "anonymity",
    "aside",
    "choices",
    "collocates",
    "constructions",
    "contrasts",
    "dates",
    "discover",
    "dispersion",
    "house_style",
    "keyness",
    "ledger",
    "overview",
    "parts",
    "places",
    "power",
    "quotations",
    "referents",
    "sources",
    "verbs",
    "verdicts",
]
