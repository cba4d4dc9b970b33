"""The articles table; text becomes paragraphs, sentences and words."""

from samestory import known
from samestory.corpus.articles import articles, collected

__all__ = ["articles", "collected", "known"]
