"""Comparison tables become charts: one function a question, one style for all."""

from samestory.present.charts.corpus import calendar
from samestory.present.charts.figures import figure_intervals, nested, series
from samestory.present.charts.style import assign_marks
from samestory.present.charts.words import barcode, choices, keyness

__all__ = ["assign_marks", "barcode", "calendar", "choices", "figure_intervals", "keyness", "nested", "series"]
