"""Who speaks, who acts and who is acted upon, group by group."""

from samestory.compare.voices.actors import actors, by_name, merged
from samestory.compare.voices.agency import acts, agency, constructions, enough, of_harm
from samestory.compare.voices.anonymity import anonymity
from samestory.compare.voices.described import described
from samestory.compare.voices.quotations import quotations
from samestory.compare.voices.sources import sources, verbs
from samestory.compare.voices.speakers import attributed
from samestory.compare.voices.standings import quoted

__all__ = [
    "actors",
    "acts",
    "agency",
    "anonymity",
    "attributed",
    "by_name",
    "constructions",
    "described",
    "enough",
    "merged",
    "of_harm",
    "quotations",
    "quoted",
    "sources",
    "verbs",
]
