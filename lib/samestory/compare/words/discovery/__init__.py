"""Discovered labels: what else, without any list, the outlets seem to call the actors and events they share."""

from samestory.compare.words.discovery.proposals import discover, names_for_one, rows

__all__ = ["discover", "names_for_one", "rows"]
