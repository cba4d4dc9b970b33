"""Same fact, other telling: which articles tell one story, which sentences one fact, and how they differ."""

from samestory.compare.facts.alignment import align, aligned, pairs, scores
from samestory.compare.facts.differences import differences
from samestory.compare.facts.framed import framed
from samestory.compare.facts.given import given
from samestory.compare.facts.given import tests as voices_tests
from samestory.compare.facts.groups import facts
from samestory.compare.facts.matters import matters
from samestory.compare.facts.partners import partners
from samestory.compare.facts.proposed import one_event, proposed
from samestory.compare.facts.stories import article_pairs, stories
from samestory.compare.facts.tellings import tellings

__all__ = [
    "align",
    "aligned",
    "article_pairs",
    "differences",
    "facts",
    "framed",
    "given",
    "matters",
    "one_event",
    "pairs",
    "partners",
    "proposed",
    "scores",
    "stories",
    "tellings",
    "voices_tests",
]
