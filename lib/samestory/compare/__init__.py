"""Span tables become comparison tables: how outlets differ. Nothing here parses text or draws."""

from samestory.compare.choices import choices, referents
from samestory.compare.collection import dates, overview
from samestory.compare.inference import power

__all__ = ["choices", "dates", "overview", "power", "referents"]
