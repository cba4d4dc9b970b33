"""What comes first, what is left out, what was edited, and which cues stand where."""

from samestory.compare.framing.contrasts import contrasts
from samestory.compare.framing.copies import (
    both,
    from_wire,
    masked,
    one_text,
    own,
    paragraphs,
    shared_copy,
    shares,
    wire_texts,
    without,
)
from samestory.compare.framing.cues import by_article as each_article
from samestory.compare.framing.cues import grave, of_families, rates, telling
from samestory.compare.framing.edits import choices, edits, of_whole_articles
from samestory.compare.framing.family import FIGURES, SUBJECTS, tests
from samestory.compare.framing.in_place import in_place
from samestory.compare.framing.omission import coverage, one_sided

__all__ = [
    "FIGURES",
    "SUBJECTS",
    "both",
    "choices",
    "contrasts",
    "coverage",
    "each_article",
    "edits",
    "from_wire",
    "grave",
    "in_place",
    "masked",
    "of_families",
    "of_whole_articles",
    "one_sided",
    "one_text",
    "own",
    "paragraphs",
    "rates",
    "shared_copy",
    "shares",
    "telling",
    "tests",
    "wire_texts",
    "without",
]
