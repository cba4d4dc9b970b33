"""Comparison tables become charts: one function a question, one style for all."""

from samestory.present.collection.charts import calendar
from samestory.present.figures import charts as figures
from samestory.present.figures.charts import figure_intervals, nested, series
from samestory.present.framing.charts import cue_rates, first_mentions
from samestory.present.style import assign_marks
from samestory.present.voices.charts import agency, anonymity, sources
from samestory.present.words import charts as words
from samestory.present.words.charts import barcode, choices, keyness

__all__ = [
    "agency",
    "anonymity",
    "assign_marks",
    "barcode",
    "calendar",
    "choices",
    "cue_rates",
    "figure_intervals",
    "figures",
    "first_mentions",
    "keyness",
    "nested",
    "series",
    "sources",
    "words",
]
