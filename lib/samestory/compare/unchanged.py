"""What is no edit: another spelling, dots, accents and spaces, another form of the same words, and a bare “he said”."""

import unicodedata
from functools import lru_cache

from samestory.annotate import content
from samestory.corpus import known

PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
LATELY = frozenset({"also", "has", "have", "had", "later", "then"})  # what may stand beside a bare verb of saying


def unchanged(words_a: str | None, words_b: str | None) -> bool:
    """Whether an edit, from the words in small letters of either side, changes nothing that is told.

    Numbers are the same only digit by digit. Errors: forms of a word that differ in meaning.

    >>> unchanged("the u.s. labour leaders", "the us labor leader"), unchanged("60", "66"), unchanged("he said", None)
    (True, False, True)
    """
    if words_a is None or words_b is None:
        return _only_said(f"{words_a or ''}{words_b or ''}".split())
    if _letters(words_a) == _letters(words_b):
        return True
    a, b = words_a.replace("-", " ").split(), words_b.replace("-", " ").split()
    return len(a) == len(b) and all(_same(one, other) for one, other in zip(a, b, strict=True))


def _letters(words: str) -> str:
    """The letters and digits of words alone, without accents."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", words)))


def _same(one: str, other: str) -> bool:
    """Whether two words are one, in another form or spelling."""
    if _letters(one) == _letters(other):
        return True
    counted = any(map(str.isdigit, one + other))
    return not counted and content.stem(american(one)) == content.stem(american(other))


def american(word: str) -> str:
    """A word as it is spelled in the United States."""
    for british, here in _spellings():
        if len(word) > len(british) + 1 and british in word[2:]:
            return word[:2] + word[2:].replace(british, here)
    return word


@lru_cache(maxsize=1)
def _spellings() -> tuple[tuple[str, str], ...]:
    """The letters that British and American English write otherwise, from `data/spellings.csv`."""
    table = known.table("spellings.csv", ["british", "american", "source"])
    return tuple(zip(table["british"], table["american"], strict=True))


def _only_said(words: list[str]) -> bool:
    """Whether words are a pronoun and a neutral verb of saying, and nothing else."""
    rest = [word for word in words if word not in LATELY]
    return len(rest) == 2 and bool(PRONOUNS & set(rest)) and any(content.stem(word) in _neutral() for word in rest)


@lru_cache(maxsize=1)
def _neutral() -> frozenset[str]:
    """The stems of the neutral verbs of saying of `data/cue_verbs.csv`."""
    table = known.table("cue_verbs.csv", ["lemma", "pos", "class"])
    verbs = table.loc[table["class"].eq("neutral") & table["pos"].eq("verb"), "lemma"]
    forms = {f"{verb}{ending}" for verb in verbs for ending in ("", "s", "ed")} | {"said", "told", "wrote"}
    return frozenset(map(content.stem, forms))
