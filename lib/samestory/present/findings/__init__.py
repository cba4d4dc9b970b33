"""Findings: comparison tables in, sentences with their evidence out. One room a theme, one table for all."""

from samestory.present.findings import collection, figures, framing, voices, words
from samestory.present.findings.finding import (
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
