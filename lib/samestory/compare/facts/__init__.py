"""One fact, several tellings: which articles tell one story, and which of their sentences tell the same."""

from samestory.compare.facts.alignment import align
from samestory.compare.facts.stories import article_pairs, stories

__all__ = ["align", "article_pairs", "stories"]
