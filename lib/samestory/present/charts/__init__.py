"""Comparison tables become charts: one function a question, one style for all."""

from samestory.present.charts.corpus import calendar

__all__ = ["calendar"]
