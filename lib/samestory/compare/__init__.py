"""Span tables become comparison tables: how outlets differ. Nothing here parses text or draws."""

from samestory.compare.actors import actors
from samestory.compare.agency import agency, constructions
from samestory.compare.anonymity import anonymity
from samestory.compare.choices import choices, contrasts, places, referents
from samestory.compare.collection import dates, overview
from samestory.compare.discovery import discover
from samestory.compare.inference import power
from samestory.compare.ledger import aside, ledger
from samestory.compare.reconcile import parts, verdicts
from samestory.compare.sources import quotations, sources, verbs
from samestory.compare.terms import collocates, dispersion, house_style, keyness

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
