"""Findings: comparison tables in, sentences with their evidence out. One room a theme, one table for all."""

from samestory.present.findings import collection, figures, words
from samestory.present.findings.finding import (
    ALPHA,
    COLUMNS,
    KINDS,
    brief,
    finding,
    holm,
    innocent_explanation,
    rank,
    table,
    to_json,
)

__all__ = [
    "ALPHA",
    "COLUMNS",
    "KINDS",
    "brief",
    "collection",
    "figures",
    "finding",
    "holm",
    "innocent_explanation",
    "rank",
    "table",
    "to_json",
    "words",
]
