"""Nouns that are counted: their singular as newspapers print it, and pictures, which hold others and do nothing."""

import re
from functools import lru_cache

from samestory import known

NO_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen"})
PICTURES = known.words("pictures")
IRREGULAR = {"people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
             "police": "police", "lives": "life", "wives": "wife", "dead": "dead"}  # fmt: skip


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """The singular, in small letters, of a noun as newspapers print it: Palestinians -> palestinian."""
    word = word.lower().strip("’'\".").removesuffix("’s").removesuffix("'s")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men") and len(word) > 5 and word not in NO_MEN:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss|z)es$", word):
        return word[:-2]
    return word[:-1] if re.search(r"[^siu]s$", word) and len(word) > 3 else word
