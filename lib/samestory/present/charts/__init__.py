"""Comparison tables become charts: one function a question, one style for all."""

from samestory.present.charts.corpus import calendar
from samestory.present.charts.figures import figure_intervals, nested, series
from samestory.present.charts.framing import cue_rates, first_mentions
from samestory.present.charts.style import assign_marks
from samestory.present.charts.voices import agency, anonymity, sources
from samestory.present.charts.words import barcode, choices, keyness

__all__ = [
    "agency",
    "anonymity",
    "assign_marks",
    "barcode",
    "calendar",
    "choices",
    "cue_rates",
    "figure_intervals",
    "first_mentions",
    "keyness",
    "nested",
    "series",
    "sources",
]
