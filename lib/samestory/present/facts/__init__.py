"""Same fact, other telling: which differences a brief shows, and in which words."""

from samestory.present.facts.findings import brief, differing, of_stories, plain
from samestory.present.facts.ranking import ranked
from samestory.present.facts.words import quoted

__all__ = ["brief", "differing", "of_stories", "plain", "quoted", "ranked"]
