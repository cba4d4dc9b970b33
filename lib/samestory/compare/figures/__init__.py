"""Which numbers are reported, as intervals with source and referent, and whether they agree."""

from samestory.compare.figures.echoes import echoes
from samestory.compare.figures.ledger import aside, ledger
from samestory.compare.figures.reconcile import parts, verdicts

__all__ = ["aside", "echoes", "ledger", "parts", "verdicts"]
