"""What the groups call the same things, and which words one uses more than chance explains."""

from samestory.compare.words.choices import choices, compared, contrasts, places, referents, written
from samestory.compare.words.discovery import discover
from samestory.compare.words.names import names
from samestory.compare.words.terms import collocates, dispersion, house_style, keyness

__all__ = [
    "choices",
    "collocates",
    "compared",
    "contrasts",
    "discover",
    "dispersion",
    "house_style",
    "keyness",
    "names",
    "places",
    "referents",
    "written",
]
