"""Passages that tell the same thing in different outlets: aligned sentences, shared copy, the edits between them."""

from samestory.compare.facts.alignment import align
from samestory.compare.facts.stories import article_pairs
from samestory.compare.framing.contrasts import contrasts
from samestory.compare.framing.copies import from_wire, masked, one_text, shared_copy, shares, wire_texts, without
from samestory.compare.framing.edits import choices, edits

__all__ = [
    "align",
    "article_pairs",
    "choices",
    "contrasts",
    "edits",
    "from_wire",
    "masked",
    "one_text",
    "shared_copy",
    "shares",
    "wire_texts",
    "without",
]
