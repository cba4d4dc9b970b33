"""Who speaks, who acts and who is acted upon, group by group."""

from samestory.compare.voices.actors import actors, merged
from samestory.compare.voices.agency import agency, constructions
from samestory.compare.voices.anonymity import anonymity
from samestory.compare.voices.sources import quotations, sources, verbs

__all__ = ["actors", "agency", "anonymity", "constructions", "merged", "quotations", "sources", "verbs"]
