"""How likely a candidate is an attribution: a logistic model over named features.

The weights were learnt from the counts of features in 210 articles with marked attributions (PolNeAR, Newell et al.
2018); `data/attribution_weights.csv` holds one number for each feature and nothing of the articles. A positive weight
speaks for an attribution.
"""

import math
from functools import lru_cache

from samestory.annotate.quotes.candidates import Candidate
from samestory.annotate.quotes.features import features
from samestory.corpus import known


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature."""
    rows = known.table("attribution_weights.csv", ["feature", "weight"])
    return dict(zip(rows["feature"], rows["weight"].astype(float), strict=True))


def probabilities(group: list[Candidate]) -> list[float]:
    """The probability of each candidate of one cue."""
    learnt = weights()
    siblings = relations(group)
    return [_logistic(sum(learnt.get(name, 0.0) * value for name, value in features(c, siblings))) for c in group]


def relations(group: list[Candidate]) -> str:
    """The relations that a cue has, in short, so that each can be weighed against the others."""
    return ",".join(sorted({candidate.relation.split(":")[0] for candidate in group}))


def _logistic(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
