"""Files and metadata become the articles table; text becomes paragraphs, sentences and words."""

from samestory.corpus.articles import articles

__all__ = ["articles"]
