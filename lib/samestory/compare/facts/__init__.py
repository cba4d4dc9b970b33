"""Same fact, other telling: which articles tell one story, which sentences one fact, and how they differ."""

from samestory.compare.facts.alignment import align, pairs
from samestory.compare.facts.stories import article_pairs, stories

__all__ = ["align", "article_pairs", "pairs", "stories"]
