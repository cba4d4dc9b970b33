"""The articles table; text becomes paragraphs, sentences and words."""

from samestory import known
from samestory.corpus.articles import COLLECTED, articles, collected

__all__ = ["COLLECTED", "articles", "collected", "known"]
