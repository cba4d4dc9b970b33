"""Same fact, other telling: which differences a brief shows, and in which words."""

from samestory.present.facts.findings import brief, innocent, of_stories, plain, quoted
from samestory.present.facts.ranking import ranked

__all__ = ["brief", "innocent", "of_stories", "plain", "quoted", "ranked"]
