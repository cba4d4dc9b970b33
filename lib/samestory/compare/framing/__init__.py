"""What comes first, what is left out, what was edited, and which cues stand where."""

from samestory.compare.framing.contrasts import contrasts
from samestory.compare.framing.copies import from_wire, masked, one_text, shared_copy, shares, wire_texts, without
from samestory.compare.framing.cues import four_functions, rates
from samestory.compare.framing.edits import choices, edits
from samestory.compare.framing.omission import coverage, one_sided, propositions

__all__ = [
    "choices",
    "contrasts",
    "coverage",
    "edits",
    "four_functions",
    "from_wire",
    "masked",
    "one_sided",
    "one_text",
    "propositions",
    "rates",
    "shared_copy",
    "shares",
    "wire_texts",
    "without",
]
