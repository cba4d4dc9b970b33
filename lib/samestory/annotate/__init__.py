"""Articles become span tables: what the texts say, each span with its offsets. Nothing here knows what an outlet is."""

from samestory.annotate import engines
from samestory.annotate.run import compute, partition, run

__all__ = ["compute", "engines", "partition", "run"]
