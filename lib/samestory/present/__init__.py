"""Comparison tables become charts, evidence and sentences. Nothing here computes a statistic."""

from samestory.present.evidence import say
from samestory.present.show import table

__all__ = ["say", "table"]
