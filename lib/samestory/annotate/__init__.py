"""Articles become span tables: what the texts say, each span with its offsets. Nothing here knows what an outlet is."""

from samestory.annotate.run import run

__all__ = ["run"]
