"""Passages of different outlets that tell the same thing: aligned sentences, shared copy, and the edits between them."""

from samestory.compare.passages.alignment import align
from samestory.compare.passages.stories import article_pairs

__all__ = ["align", "article_pairs"]
