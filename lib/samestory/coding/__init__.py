"""Coding: people judge a blind sample of what was found, and the report carries how often it was right.

items ─▶ drawn ─▶ sheets (a spreadsheet, or keys in JupyterLab) ─▶ codings ─▶ audited, corrected, agreement
"""

from samestory.coding.coders import agreement, alpha, parting
from samestory.coding.draw import drawn
from samestory.coding.estimates import answers, audited, corrected, corrected_labels, recalled
from samestory.coding.record import codings

__all__ = [
    "agreement",
    "alpha",
    "answers",
    "audited",
    "codings",
    "corrected",
    "corrected_labels",
    "drawn",
    "parting",
    "recalled",
]
