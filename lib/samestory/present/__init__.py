"""Comparison tables become charts, evidence and sentences. Nothing here computes a statistic."""

from samestory.present.evidence import say
from samestory.present.show import reading, table

__all__ = ["reading", "say", "table"]
