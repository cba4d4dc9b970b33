"""Which words one outlet uses more than another, what stands beside them, and where in the articles they stand."""

from samestory.compare.words.terms.collocates import collocates
from samestory.compare.words.terms.dispersion import dispersion
from samestory.compare.words.terms.housestyle import house_style
from samestory.compare.words.terms.keyness import keyness

__all__ = ["collocates", "dispersion", "house_style", "keyness"]
