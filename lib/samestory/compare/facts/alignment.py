"""Sentences of different outlets that tell the same thing, aligned many to many.

Precision comes first: shared words are not a shared fact. What two sentences share is weighed by how rare it is among
the sentences of the story; how much of the shorter sentence it covers, and whether it stands close together in both,
decide together. The weights were fitted by logistic regression on 162 pairs of sentences read by hand (three outlets,
15 events). Numbers that differ, or a negation on one side only, veto a pair that is not nearly certain.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from samestory.compare.facts.stories import DAYS, article_pairs

THRESHOLD = 0.7
SURE = 0.9  # a pair whose numbers differ, or of which one side is negated, must reach this instead
WEAK_EVIDENCE = 1.0  # below this sum of weights a pair is not even scored
TOLD = 2  # so many of the shared terms must be words or numbers: names alone say of whom, not what
NEAR = 3  # terms this close in both sentences stand together
WEIGHTS = {"intercept": -4.57, "evidence": 2.35, "covered": 5.17, "together": 1.04}
CIRCUMSTANCE = 0.4  # weight of what says when and to whom something was said, not what
SHORT_STORY = 12  # in a story of fewer than twice so many sentences every word is rare: there it weighs less
EXACT = 2.0  # weight of a number of three digits or more, which is seldom shared by chance
YEAR = re.compile(r"1[89]\d\d|20\d\d")
CIRCUMSTANCES = frozenset(
    "report journalist statement interview news confer spokesman spokeswoman comment ask repli week day today year "
    "month time monday tuesday wednesday thursday friday saturday sunday januari februari march april may june juli "
    "august septemb octob novemb decemb".split()
)
COLUMNS = [
    "story", "article_a", "start_a", "end_a", "text_a", "article_b", "start_b", "end_b", "text_b",
    "score", "evidence", "shared", "numbers", "negation",
]  # fmt: skip
SCORE, NUMBERS, NEGATION = (COLUMNS.index(name) for name in ("score", "numbers", "negation"))


@dataclass(frozen=True)
class Sentence:
    """A sentence as its span, the terms in it in order, and how each is written there."""

    article_id: str
    start: int
    end: int
    text: str
    terms: tuple[str, ...]
    written: dict[str, str]
    numbers: frozenset[str]
    names: frozenset[str]
    negated: bool


def align(
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    days: int = DAYS,
    threshold: float = THRESHOLD,
) -> pd.DataFrame:
    """Aligned sentences, one row a pair, the surest first within a story.

    `sentences` come from `corpus.language.sentences`, `terms` from `annotate.content.terms`. Columns: the story, both
    spans and texts, `score` (0-1, how likely the pair tells the same thing), `evidence` (sum of the weights of what is
    shared), `shared` (what they share, as the first writes it,
    weightiest first, joined by `; `), `numbers` (`same`, `differ` or missing), `negation`
    (True when only one side is negated). Quadratic only within a story, and there only over pairs sharing two terms.
    """
    pairs = article_pairs(articles, by=by, days=days)
    read = read_sentences(sentences, terms)
    rarity = _rarity(sentence for group in read.values() for sentence in group)
    rows = [
        row
        for story, group in pairs.groupby("story", sort=False)
        for row in _align_story(str(story), group, read, rarity, threshold)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def read_sentences(sentences: pd.DataFrame, terms: pd.DataFrame) -> dict[str, list[Sentence]]:
    """The sentences of each article with the terms inside them."""
    inside = dict(iter(terms.groupby("article_id", sort=False)))
    return {
        str(article): _of_article(str(article), group, inside.get(article, terms.iloc[:0]))
        for article, group in sentences.groupby("article_id", sort=False)
    }


def _of_article(article: str, sentences: pd.DataFrame, terms: pd.DataFrame) -> list[Sentence]:
    starts = terms["start"].tolist()
    found = list(zip(terms["term"], terms["feature"], terms["text"], strict=True))
    read = []
    for start, end, text in zip(sentences["start"], sentences["end"], sentences["text"], strict=True):
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        content = tuple(term for term, feature, _ in inside if feature != "negation")
        written = {term: words for term, _, words in inside}
        numbers, names = (frozenset(t for t, feature, _ in inside if feature == kind) for kind in ("number", "name"))
        negated = len(content) < len(inside)
        read.append(Sentence(article, start, end, text, content, written, numbers, names, negated))
    return read


def _rarity(sentences: Iterable[Sentence]) -> dict[str, float]:
    """Inverse document frequency of each term over sentences, ln(N / df); weighed by its worth."""
    frequency: Counter[str] = Counter()
    total = 0
    for sentence in sentences:
        frequency.update(set(sentence.terms))
        total += 1
    return {term: math.log(total / count) * _worth(term) for term, count in frequency.items()}


def _worth(term: str) -> float:
    """Twice for a number of three digits or more that is no year, less for a circumstance or a date, else once."""
    if term in CIRCUMSTANCES or YEAR.fullmatch(term):
        return CIRCUMSTANCE
    return EXACT if term.isdigit() and len(term) >= 3 else 1.0


def _align_story(
    story: str, pairs: pd.DataFrame, read: dict[str, list[Sentence]], rarity: dict[str, float], threshold: float
) -> list[tuple]:
    """The aligned pairs of one story; a term weighs what it weighs there or in all articles, whichever is less.

    Weights are in units of a term that only two sentences of the story share, so stories of any length compare.
    """
    ids = dict.fromkeys([*pairs["article_a"], *pairs["article_b"]])
    local = _rarity(sentence for article in ids for sentence in read.get(article, []))
    count = sum(len(read.get(article, [])) for article in ids)
    unit = math.log(max(count / 2, SHORT_STORY))
    weights = {term: min(weight, rarity[term]) / unit for term, weight in local.items()}
    rows = []
    for first, second in zip(pairs["article_a"], pairs["article_b"], strict=True):
        for a, b in _candidates(read.get(first, []), read.get(second, [])):
            row = _compared(story, a, b, weights)
            if row is not None and _stands(row, threshold):
                rows.append(row)
    return sorted(rows, key=lambda row: -row[SCORE])


def _stands(row: tuple, threshold: float) -> bool:
    """Whether a pair reaches the threshold, which is higher where its numbers differ or one side is negated."""
    vetoed = row[NUMBERS] == "differ" or row[NEGATION]
    return row[SCORE] >= (max(threshold, SURE) if vetoed else threshold)


def _candidates(first: list[Sentence], second: list[Sentence]) -> Iterable[tuple[Sentence, Sentence]]:
    """Pairs of sentences sharing at least two terms, by an inverted index."""
    index: dict[str, list[int]] = defaultdict(list)
    for k, sentence in enumerate(second):
        for term in set(sentence.terms):
            index[term].append(k)
    for sentence in first:
        shared = Counter(k for term in set(sentence.terms) for k in index.get(term, ()))
        yield from ((sentence, second[k]) for k, count in sorted(shared.items()) if count >= 2)


def _compared(story: str, a: Sentence, b: Sentence, weights: dict[str, float]) -> tuple | None:
    """The row of a pair, or None where the evidence is weak."""
    shared = (set(a.terms) & set(b.terms)) | _rounded_numbers(a, b)
    evidence = sum(weights[term] for term in shared & set(a.terms))
    told = (shared - a.names - b.names) - CIRCUMSTANCES
    if evidence < WEAK_EVIDENCE or len(told & set(a.terms)) < TOLD:
        return None
    covered = evidence / min(sum(weights[term] for term in set(side.terms)) for side in (a, b))
    score = _score(evidence, covered, _together(a, b, weights, shared))
    ranked = sorted(shared & set(a.terms), key=lambda term: (-weights[term], term))
    return (
        story, a.article_id, a.start, a.end, a.text, b.article_id, b.start, b.end, b.text,
        round(score, 3), round(evidence, 2), "; ".join(a.written[term] for term in ranked),
        _numbers(a, b), a.negated != b.negated,
    )  # fmt: skip


def _score(evidence: float, covered: float, together: float) -> float:
    """The probability that a pair tells the same thing, by the fitted weights."""
    z = (
        WEIGHTS["intercept"]
        + WEIGHTS["evidence"] * math.log(evidence)
        + WEIGHTS["covered"] * min(covered, 1.0)
        + WEIGHTS["together"] * math.log1p(together)
    )
    return 1 / (1 + math.exp(-z))


def _rounded_numbers(a: Sentence, b: Sentence) -> set[str]:
    """The numbers of both sides of which one is the other, rounded."""
    pairs = [(one, other) for one in a.numbers for other in b.numbers if _rounded(one, other) or _rounded(other, one)]
    return {number for pair in pairs for number in pair}


def _numbers(a: Sentence, b: Sentence) -> str | None:
    if not a.numbers or not b.numbers:
        return None
    return "same" if a.numbers & b.numbers or _rounded_numbers(a, b) else "differ"


def _rounded(rough: str, exact: str) -> bool:
    """Whether one number from 3,000 up is the other, rounded: 57500 of 57523. Years round to nothing.

    >>> _rounded("57500", "57523"), _rounded("2010", "2011"), _rounded("57500", "57600")
    (True, False, False)
    """
    if not (rough.isdigit() and exact.isdigit() and int(rough) >= 3000 and len(rough) == len(exact)):
        return False
    unit = 10 ** (len(rough) - len(rough.rstrip("0")))
    return abs(int(exact) - int(rough)) < unit


def _together(a: Sentence, b: Sentence, weights: dict[str, float], shared: set[str]) -> float:
    """The weight of shared terms that stand within NEAR terms of each other in both sentences."""
    return sum(min(weights[term] for term in pair) for pair in _neighbours(a, shared) & _neighbours(b, shared))


def _neighbours(sentence: Sentence, shared: set[str]) -> set[frozenset[str]]:
    places = [(k, term) for k, term in enumerate(sentence.terms) if term in shared]
    return {
        frozenset((term, other))
        for n, (k, term) in enumerate(places)
        for m, other in places[n + 1 : n + 1 + NEAR]
        if m - k <= NEAR and other != term
    }
