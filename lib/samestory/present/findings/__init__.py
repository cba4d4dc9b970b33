"""Findings: comparison tables in, sentences with their evidence out. One room a theme, one table for all."""

from samestory.present.collection import findings as collection
from samestory.present.figures import findings as figures
from samestory.present.finding import (
    ALPHA,
    COLUMNS,
    KINDS,
    NO_DIFFERENCE,
    brief,
    finding,
    innocent_explanation,
    lead,
    rank,
    table,
    to_json,
)
from samestory.present.framing import findings as framing
from samestory.present.voices import findings as voices
from samestory.present.words import findings as words

__all__ = [
    "ALPHA",
    "COLUMNS",
    "KINDS",
    "NO_DIFFERENCE",
    "brief",
    "collection",
    "figures",
    "finding",
    "framing",
    "innocent_explanation",
    "lead",
    "rank",
    "table",
    "to_json",
    "voices",
    "words",
]
