"""The same words in two quotations, trimmed or lightly edited."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from samestory.corpus import fold, language

SHINGLE = 4
# A run of words in more quotations than this is a set phrase and says nothing about who quotes whom.
SET_PHRASE = 100
SAME = 0.75
FEW = 8  # shared words: fewer may be a stock phrase in two longer utterances


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [fold.plain(text[start:end]).lower() for start, end in language.token_spans(text)]


def count(text: str) -> int:
    """The number of words of a text."""
    return len(language.token_spans(text))


def same_words(texts: list[str], trimmed: Callable[[int, int], bool] = lambda one, other: True) -> list[int]:
    """The group of each text: the number of the first text whose words it shares, directly or through others.

    Most words of both texts are the same, or of the shorter one only, FEW or more, where two texts, by their numbers,
    may be one trimmed from the other.
    """
    groups = list(range(len(texts)))
    for one, other in _similar([words(text) for text in texts], trimmed):
        first, second = sorted((_root(groups, one), _root(groups, other)))
        groups[second] = first
    return [_root(groups, number) for number in range(len(texts))]


def shared(one: list[str], other: list[str]) -> int:
    """How many words two texts share in order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def _similar(texts: list[list[str]], trimmed: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """The pairs of texts that are the same words, found through an index of their four-word sequences."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, told in enumerate(texts):
        shingles = {tuple(told[i : i + SHINGLE]) for i in range(len(told) - SHINGLE + 1)}
        for other in sorted({other for shingle in shingles for other in index[shingle][:SET_PHRASE]}):
            short, long = sorted((len(texts[other]), len(told)))
            common = shared(texts[other], told)
            if common >= SAME * long or (common >= max(FEW, SAME * short) and trimmed(other, number)):
                yield other, number
        for shingle in shingles:
            index[shingle].append(number)


def _root(groups: list[int], number: int) -> int:
    while groups[number] != number:
        groups[number] = groups[groups[number]]
        number = groups[number]
    return number
