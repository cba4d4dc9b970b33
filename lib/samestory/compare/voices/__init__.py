"""Who speaks, who acts and who is acted upon, group by group."""

from samestory.compare.voices.actors import actors, by_name, merged
from samestory.compare.voices.agency import agency, constructions, of_harm
from samestory.compare.voices.anonymity import anonymity
from samestory.compare.voices.sources import quotations, sources, verbs

__all__ = [
    "actors",
    "agency",
    "anonymity",
    "by_name",
    "constructions",
    "merged",
    "of_harm",
    "quotations",
    "sources",
    "verbs",
]
