"""One utterance in two wordings: what outlets put between quotation marks for the same words of one person.

A quotation is a promise of the very words. Where two outlets quote one utterance and the words differ, one of them cut,
cleaned up or misheard it, or the speaker said it twice: which, only a recording shows.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

import pandas as pd

from samestory.annotate import content, spans
from samestory.annotate.clauses import NEGATIONS
from samestory.compare.facts.across import EVERY
from samestory.compare.facts.people import surname
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stories import DAYS, stories
from samestory.compare.unchanged import unchanged
from samestory.compare.voices import wording
from samestory.corpus import known, language

ENOUGH, MOST = 6, 0.6  # equal words, and their share of those that differ too, from which two are one utterance
COVERED = 0.5  # of the words of the shorter quotation, between the first and the last equal ones
IN_A_ROW = 5  # of the equal words, at least: fewer may be a set phrase that was said twice
CHANGED, DROPPED = 5, 40  # words in a row that one side changes, or leaves out, at most within one utterance
BESIDE = 3  # equal words in a row on either side of more than twice CHANGED that are left out
AROUND = 10  # words of a quotation that are shown on either side of what differs
SHORT = 3  # letters of a word that may be cut short
SURE, FAR = 0.95, 0.6
LEFT_OUT = re.compile(r"…|\.\.\.|\. \. \.|[\[\]()]|—|--")  # how a writer marks that words are left out or put in
Gap = tuple[slice, slice]  # the words of two quotations between two stretches of equal words


class Said(NamedTuple):
    """One quotation: who says it, where it stands, its words in small letters and where each begins and ends in it."""

    article_id: str
    story: str
    group: str
    speaker: str
    published: pd.Period | None
    start: int
    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


class Change(NamedTuple):
    """What differs in two quotations of one utterance: where it stands in each, with words around it, and the words."""

    one: slice
    other: slice
    differs: tuple[tuple[str, str], ...]


def requoted(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> Iterator[Difference]:
    """Quotations of one utterance, of two groups, that differ in more than spelling: over all articles, one each.

    One utterance: ENOUGH equal words in their order, IN_A_ROW of them in a row, more than differ (MOST), of one person
    named in both, at most DAYS days apart. Words that are marked as left out or put in do not differ.
    `differs` gives the words of either side. Errors: what somebody says twice in nearly the same words.
    """
    said = list(_said(quotes, articles, by))
    pairs = ((a, b, _change(said[a], said[b])) for a, b in _candidates(said))
    changed = [(a, b, change) for a, b, change in pairs if change]
    told: set[int] = set()
    for a, b, change in sorted(changed, key=_most):
        if told.isdisjoint({a, b}):
            one, other = said[a], said[b]
            sides = (_side(one, change.one), _side(other, change.other))
            differs = "; ".join(f"“{mine}” / “{yours}”" for mine, yours in change.differs)
            story = one.story if one.story == other.story else EVERY
            speaker = max(one.speaker, other.speaker, key=len)
            yield Difference("requoted", story, speaker, sides, differs, SURE, FAR)
        told |= {a, b}


def _most(found: tuple[int, int, Change]) -> tuple[int, int, int]:
    """The order of pairs: the most words that differ first, then as they stand."""
    a, b, change = found
    return -sum(len(f"{mine} {yours}".split()) for mine, yours in change.differs), a, b


def _said(quotes: pd.DataFrame, articles: pd.DataFrame, by: str) -> Iterator[Said]:
    """The quotations of ENOUGH words of persons who are named, none within another."""
    named = quotes["source_class"].eq("named") & quotes["speaker"].notna()
    marked = quotes[named & quotes["form"].isin(spans.QUOTED)]
    pairs = spans.within(marked, marked)
    whole = marked.drop(index=pairs.loc[pairs["inner"].ne(pairs["outer"]), "inner"].unique())
    about = articles[["article_id", "published"]].assign(story=stories(articles), group=articles[by].astype("str"))
    for row in whole[["article_id", "start", "text", "speaker"]].merge(about, on="article_id").itertuples():
        places = language.token_spans(row.text)
        if len(places) >= ENOUGH:
            day = row.published if isinstance(row.published, pd.Period) else None
            words = tuple(wording.words(row.text))
            yield Said(row.article_id, row.story, row.group, str(row.speaker), day, row.start, row.text, words, places)


def _candidates(said: list[Said]) -> list[tuple[int, int]]:
    """The pairs of quotations of two groups that share a run of words which few quotations have."""
    index: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, one in enumerate(said):
        for run in language.runs(one.words, wording.SHINGLE):
            index[run].add(number)
    pairs = {
        pair
        for held in index.values()
        if len(held) <= wording.SET_PHRASE
        for pair in combinations(sorted(held), 2)
        if said[pair[0]].group != said[pair[1]].group
    }
    return sorted(pair for pair in pairs if _of_one(said[pair[0]], said[pair[1]]))


def _of_one(one: Said, other: Said) -> bool:
    """Whether two quotations may be of one utterance: of one surname, and of about one time."""
    a, b = one.published, other.published
    far = a is not None and b is not None and max(a.start_time - b.end_time, b.start_time - a.end_time).days >= DAYS
    return surname(one.speaker).casefold() == surname(other.speaker).casefold() and not far


def _change(one: Said, other: Said) -> Change | None:
    """How two quotations word one utterance; None where they are not of one."""
    blocks = SequenceMatcher(None, one.words, other.words, autojunk=False).get_matching_blocks()
    chain = max((_trimmed(chain, one.words) for chain in _chains(blocks)), key=_equal)
    replaced = sum(min(_lengths(gap)) for gap in _gaps(chain))
    few = _equal(chain) < max(ENOUGH, MOST * (_equal(chain) + replaced))
    if few or max(block.size for block in chain) < IN_A_ROW or not _covers(chain, one, other):
        return None
    differing = [(gap, words) for gap in _gaps(chain) if (words := _differing(one, other, *gap))]
    if not differing:
        return None
    (first_a, first_b), (last_a, last_b) = differing[0][0], differing[-1][0]
    mine, yours = _with_words(one, first_a, last_a), _with_words(other, first_b, last_b)
    return Change(mine, yours, tuple(words for _, words in differing))


def _covers(chain: list[Match], one: Said, other: Said) -> bool:
    """Whether from the first to the last equal words it is COVERED of the shorter quotation."""
    first, last = chain[0], chain[-1]
    long = last.a + last.size - first.a, last.b + last.size - first.b
    whole, held = min((len(one.words), long[0]), (len(other.words), long[1]))
    return held >= COVERED * whole


def _with_words(said: Said, first: slice, last: slice) -> slice:
    """From the first to the last gap in a quotation, with AROUND words of it on either side."""
    return slice(max(0, first.start - AROUND), min(len(said.words), last.stop + AROUND))


def _chains(blocks: list[Match]) -> list[list[Match]]:
    """The stretches of equal words, parted where more than CHANGED words differ or more than DROPPED are left out.

    Where many are left out, BESIDE of the equal words on either side must be in a row: else they are equal by chance.
    """
    chains: list[list[Match]] = [[]]
    for block in blocks:
        if chains[-1]:
            few, many = sorted(_lengths(next(_gaps([chains[-1][-1], block]))))
            beside = BESIDE if many > 2 * CHANGED else 1
            if few > CHANGED or many > DROPPED or min(chains[-1][-1].size, block.size) < beside:
                chains.append([])
        chains[-1].append(block)
    return chains


def _trimmed(chain: list[Match], words: tuple[str, ...]) -> list[Match]:
    """The stretches without a single word at either end that tells nothing: it is equal by chance."""
    held = [block.size > 1 or words[block.a] not in content.FUNCTION_WORDS for block in chain if block.size]
    ends = [k for k, holds in enumerate(held) if holds]
    return chain[ends[0] : ends[-1] + 1] if ends else []


def _equal(chain: list[Match]) -> int:
    return sum(block.size for block in chain)


def _lengths(gap: Gap) -> tuple[int, int]:
    return gap[0].stop - gap[0].start, gap[1].stop - gap[1].start


def _gaps(chain: list[Match]) -> Iterator[Gap]:
    """The words between each stretch and the next, on either side."""
    for left, right in pairwise(chain):
        yield slice(left.a + left.size, right.a), slice(left.b + left.size, right.b)


def _differing(one: Said, other: Said, gap_a: slice, gap_b: slice) -> tuple[str, str] | None:
    """The words in which two quotations differ at one place; None where it is marked, or where it tells nothing."""
    marked = any(LEFT_OUT.search(_around(said, gap)) for said, gap in ((one, gap_a), (other, gap_b)))
    mine, yours = _spelled_out(one, gap_a), _spelled_out(other, gap_b)
    same = mine == yours or (mine and yours and unchanged(mine, yours))
    tells = _new(mine, other) | _new(yours, one)
    return None if marked or same or not tells else (_as_written(one, gap_a), _as_written(other, gap_b))


def _new(words: str, other: Said) -> set[str]:
    """The words of a gap that tell something and stand nowhere in the other quotation, in no form and not cut short.

    What is only said twice, put elsewhere or abbreviated (Gen.) is a matter of taking down.
    """
    theirs = {content.stem(word) for word in other.words}
    told = set(words.split()) - (content.FUNCTION_WORDS - NEGATIONS)
    return {
        word for word in told if content.stem(word) not in theirs and not any(_cut(word, whole) for whole in theirs)
    }


def _cut(one: str, other: str) -> bool:
    """Whether two words are one, or one is the beginning of the other, from SHORT letters on."""
    return one == other or (min(len(one), len(other)) >= SHORT and (one.startswith(other) or other.startswith(one)))


def _around(said: Said, gap: slice) -> str:
    """The text from the word before a gap to the word after it, with the marks in between."""
    start = said.places[gap.start - 1][1] if gap.start else 0
    end = said.places[gap.stop][0] if gap.stop < len(said.places) else len(said.text)
    return said.text[start:end]


def _as_written(said: Said, gap: slice) -> str:
    return said.text[said.places[gap.start][0] : said.places[gap.stop - 1][1]] if gap.stop > gap.start else ""


def _spelled_out(said: Said, gap: slice) -> str:
    """The words of a gap in small letters, those drawn together in speaking taken apart: “he would”, “going to”."""
    forms, full = _spoken()
    return " ".join(forms.sub(lambda found: f" {full[found[0]]}", " ".join(said.words[gap])).split())


@lru_cache(maxsize=1)
def _spoken() -> tuple[re.Pattern[str], dict[str, str]]:
    """The reduced forms of speech of `data/spoken_forms.csv`, and what each is in full."""
    table = known.table("spoken_forms.csv", ["short", "full", "source"])
    forms = "|".join(map(re.escape, table["short"]))
    return re.compile(rf"(?:(?<!\w)|(?=\W|n'))(?:{forms})(?!\w)"), dict(zip(table["short"], table["full"], strict=True))


def _side(said: Said, stretch: slice) -> Side:
    start, end = said.places[stretch.start][0], said.places[stretch.stop - 1][1]
    return Side(said.article_id, said.start + start, said.start + end, said.speaker)
