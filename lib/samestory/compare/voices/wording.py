"""The same words in two quotations, trimmed or lightly edited."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from samestory.corpus import fold, language

SHINGLE = 4
# A run of words in more quotations than this is a set phrase and says nothing about who quotes whom.
SET_PHRASE = 100
SAME = 0.75
COMPARED = 40  # prints of one quotation, in which the words are looked for that most have
VOICE = 6  # words in a row that one person is quoted with twice in a few days
FEW = 8  # shared words: fewer may be a stock phrase in two longer utterances


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [fold.plain(text[start:end]).lower() for start, end in language.token_spans(text)]


def count(text: str) -> int:
    """The number of words of a text."""
    return len(language.token_spans(text))


Pairs = Callable[[int, int], bool]


def same_words(
    texts: list[str], trimmed: Pairs = lambda one, other: True, one_voice: Pairs = lambda one, other: False
) -> list[int]:
    """The group of each text: the number of the first text whose words it shares, directly or through others.

    Most words of both texts are the same, or of the shorter one only, FEW or more, where two texts, by their numbers,
    may be one trimmed from the other; or FEW or more in runs of SHINGLE, or VOICE of them in one, where both are of one
    voice.
    """
    groups = list(range(len(texts)))
    for one, other in _similar([words(text) for text in texts], trimmed, one_voice):
        first, second = sorted((_root(groups, one), _root(groups, other)))
        groups[second] = first
    return [_root(groups, number) for number in range(len(texts))]


def shared(one: list[str], other: list[str]) -> int:
    """How many words two texts share in order."""
    return sum(size for _, _, size in _blocks(one, other))


def _in_runs(one: list[str], other: list[str]) -> bool:
    """Whether two texts share FEW words or more in runs of SHINGLE, or VOICE in one."""
    runs = [size for _, _, size in _blocks(one, other) if size >= SHINGLE]
    return sum(runs) >= FEW or max(runs, default=0) >= VOICE


def common(printed: list[tuple[str, str]]) -> tuple[str | None, tuple[str, ...]]:
    """The longest run of SHINGLE words or more that most groups print, as a text has it, and those groups.

    `printed` are groups with a text each. (None, ()) where no two groups share one.
    """
    told = [(group, text, words(text)) for group, text in dict.fromkeys(printed)]
    best: tuple[int, int, str | None, tuple[str, ...]] = (1, 0, None, ())
    for (group, text, one), (other_group, other_text, other) in combinations(told[:COMPARED], 2):
        for start, there, size in _blocks(one, other) if group != other_group else ():
            size -= _is_cut(text, start + size) or _is_cut(other_text, there + size)
            run = f" {' '.join(one[start : start + size])} "
            by = tuple(dict.fromkeys(g for g, _, those in told if run in f" {' '.join(those)} "))
            if size >= SHINGLE and (len(by), size) > best[:2]:
                spans = language.token_spans(text)[start : start + size]
                best = (len(by), size, text[spans[0][0] : spans[-1][1]], by)
    return best[2], best[3]


def _is_cut(text: str, stop: int) -> bool:
    """Whether the last of the first words of a text goes on behind an apostrophe: it of “it’s”."""
    end = language.token_spans(text)[stop - 1][1]
    return re.match(r"[’']\w", text[end:]) is not None


def _blocks(one: list[str], other: list[str]) -> list[tuple[int, int, int]]:
    """The runs that two texts share in order: where they begin in each, and how many words they have."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _similar(texts: list[list[str]], trimmed: Pairs, one_voice: Pairs) -> Iterator[tuple[int, int]]:
    """The pairs of texts that are the same words, found through an index of their four-word sequences."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    bags = list(map(Counter, texts))
    for number, told in enumerate(texts):
        shingles = set(language.runs(told, SHINGLE))
        for other in sorted({other for shingle in shingles for other in index[shingle][:SET_PHRASE]}):
            short, long = sorted((len(texts[other]), len(told)))
            least = min(SAME * long, max(FEW, SAME * short)) if trimmed(other, number) else SAME * long
            could = (bags[other] & bags[number]).total() >= least  # in whichever order
            same = could and shared(texts[other], told) >= least
            if same or (one_voice(other, number) and _in_runs(texts[other], told)):
                yield other, number
        for shingle in shingles:
            index[shingle].append(number)


def _root(groups: list[int], number: int) -> int:
    while groups[number] != number:
        groups[number] = groups[groups[number]]
        number = groups[number]
    return number
