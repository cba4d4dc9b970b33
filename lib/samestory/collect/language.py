"""Which articles are English: by the commonest words of seventeen languages, and by script."""

import re
from collections import Counter
from functools import lru_cache

import pandas as pd

from samestory import known

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
LETTER = re.compile(r"[^\W\d_]")
READ = 5_000  # characters of a text show its language
TIMES = 2  # another language's commonest words stand so many times as often as those of English
HITS = 2  # at least so many different ones that are no English words
LEAST = 0.1  # of the words of English prose, at least, are among its commonest, in a text of LONG words or more
LONG = 60


@lru_cache(maxsize=1)
def languages() -> dict[str, tuple[str, ...]]:
    """The languages in which a word is among the commonest."""
    rows = known.table("languages.csv", ["language", "word", "source"])
    return {word: tuple(of_one) for word, of_one in rows.groupby("word")["language"]}


def other(text: str) -> str | None:
    """The language of a text that is not English (“another language” where it is none that we know), else None.

    A text is taken for English unless its letters are of another script, or the commonest words of another language are
    at least twice as frequent in it as those of English, or it is long and has hardly any of those. Of 4,996 articles
    of American outlets, and of their first 20 words, none and 2 were taken for another language.
    """
    start = text[: READ // 5]
    if 2 * len(LATIN.findall(start)) < len(LETTER.findall(start)):
        return "another script"
    words = WORD.findall(text[:READ].lower())
    common = [word for word in words if word in languages()]
    counts = Counter(language for word in common for language in languages()[word])
    english = counts.pop("English", 0)
    best, many = counts.most_common(1)[0] if counts else ("", 0)
    different = {word for word in common if best in languages()[word] and "English" not in languages()[word]}
    if len(different) >= HITS and many >= TIMES * max(english, 1):
        return best
    return "another language" if len(words) >= LONG and english < LEAST * len(words) else None


def others(texts: pd.Series) -> pd.Series:
    """The language of each text that is not English; missing where it is."""
    return texts.map(other)
