"""Passages that tell the same thing in different outlets: aligned sentences, shared copy, the edits between them."""

from samestory.compare.passages.alignment import align
from samestory.compare.passages.contrasts import contrasts
from samestory.compare.passages.copies import from_wire, masked, one_text, shared_copy, shares, wire_texts, without
from samestory.compare.passages.edits import choices, edits
from samestory.compare.passages.stories import article_pairs

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
