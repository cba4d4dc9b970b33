"""Which sentences of different articles tell one thing: pairs of them, with the odds that they do.

What two sentences share is weighed by how rare it is in the story, a set phrase counted once, and less where many
articles of other stories have it too: in a collection on one topic its names are no fact; how much of *both* it
covers, the longest run of equal words, how early both stand and whether a number is the same decide together, by the
weights of `data/alignment_weights.csv` (`data/models/fit_alignment.py`). Nothing is a veto: accounts that contradict
each other are what a comparison looks for. One score, three thresholds: pairs surely of one fact may be shown, pairs
possibly of one propose what figures, names and quotations then decide, and only what is near nothing may be called
absent.
"""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise, product
from typing import NamedTuple

import pandas as pd

from samestory import calendar
from samestory.annotate import content
from samestory.compare.facts.stories import DAYS, article_pairs
from samestory.corpus import fold, known, language

SHOW, PROPOSE, ABSENT = 1.1, 0.35, 0.15  # from which a pair is shown, proposes, and is too near to be called absent
CARRIES = 1.2  # from which more is concluded from a pair: one event, one fact, one thing, what others lack
CERTAIN = 9.0  # the highest score, and that of sentences that share a run which is no chance
QUOTED_RUN, RUN = 4, 8  # equal words in a row, inside quotation marks of both and anywhere, that are certain
CONTENT = 3  # a sentence of fewer content words tells no fact of its own
TELLING = 2  # words of a run, neither names nor dates: what is called so and where it is, is no fact
SEED = 12  # a word in more sentences of a story than this seeds no candidates: alone it could not carry a pair
SHORT_STORY = 12  # in a story of fewer than twice so many sentences every word is rare: there it weighs less
CIRCUMSTANCE, EXACT = 0.4, 1.5  # worth of when and to whom something was said, and of a number of three digits or more
EARLY = 3  # tellings with which an article opens: there accounts of one event tell the same
LEAST = 0.05, 0.03  # added to evidence and coverage before their logarithms: next to nothing is nothing
OTHERS = 8  # articles of other stories from which on they tell what is of the topic
OFTEN = 0.25  # share of those that have a word, from which on it weighs less
YEAR = re.compile(r"1[89]\d\d|20\d\d")
ENDS = re.compile(r"[.!?…:;]['\"”’)\]]*\s*$|,[”\"’']\s*$|[”\"]\s*$")
MARKED = re.compile(r"[“\"][^“”\"]*[”\"]?")
CIRCUMSTANCES = frozenset(
    "next last late earlier report journalist statement interview news confer spokesman spokeswoman comment ask repli "
    "week day today year "
    "month time monday tuesday wednesday thursday friday saturday sunday januari februari march april may june juli "
    "august septemb octob novemb decemb".split()
)
MONTHS = frozenset(map(content.stem, (*calendar.MONTHS, *calendar.SHORT)))
COLUMNS = {
    "story": "str", "article_id": "str", "start": "int64", "end": "int64", "other_id": "str", "other_start": "int64",
    "other_end": "int64", "score": "float64", "level": "str", "run": "int64", "numbers": "str", "negation": "boolean",
    "shared": "str",
}  # fmt: skip
SIDE_BY_SIDE = [
    "story", "article_a", "start_a", "end_a", "text_a", "article_b", "start_b", "end_b", "text_b",
    "score", "shared", "numbers", "negation",
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class Sentence:
    """A sentence as its span, the terms in it in order, how each is written there, its place and dates."""

    article_id: str
    start: int
    end: int
    text: str
    terms: tuple[str, ...]
    written: dict[str, str]
    numbers: frozenset[str]
    negated: bool
    place: int = 0
    days: frozenset[str] = frozenset()

    @cached_property
    def told(self) -> frozenset[str]:
        """The different terms of the sentence."""
        return frozenset(self.terms)

    @cached_property
    def tokens(self) -> list[str]:
        """Its words, without possessive ’s."""
        return [fold.plain(self.text[start:end]) for start, end in language.token_spans(self.text)]

    @cached_property
    def words(self) -> list[str]:
        """Its words in small letters."""
        return [token.lower() for token in self.tokens]

    @cached_property
    def marked(self) -> list[list[str]]:
        """The words inside quotation marks, a list for each stretch."""
        return [_words(stretch[0]) for stretch in MARKED.finditer(self.text)]


def pairs(
    sentences: pd.DataFrame, terms: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", days: int = DAYS
) -> pd.DataFrame:
    """Pairs of sentences of different groups that may tell one fact, the surest first within a story.

    `sentences` come from `corpus.language.sentences`, `terms` from `annotate.content.terms`. Columns: `story`;
    `article_id, start, end` and `other_id, other_start, other_end`, the two sentences; `score`, the odds that they do
    (9 at most); `level`: `show` (about 9 in 10 of all shown do) or `propose` (about half do: something else must
    decide); `run`, the longest run of equal words; `numbers` (same, differ or missing); `negation` (True where one side
    only is negated); `shared`, what they share as the first writes it, weightiest first, joined by `; `.
    Errors: names and words of the topic can make one of two facts; a paraphrase without a rare word is missed.
    """
    found = scores(sentences, terms, articles, by=by, days=days)
    return found[found["score"].ge(PROPOSE)].reset_index(drop=True)


def scores(
    sentences: pd.DataFrame, terms: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", days: int = DAYS
) -> pd.DataFrame:
    """Every pair of sentences that share a word rare in their story, with the columns of `pairs`.

    `level` is missing below PROPOSE. What an article has nothing near (ABSENT) may be looked for as left out.
    """
    pairs = article_pairs(articles, by=by, days=days)
    wanted = set(pairs["article_a"]) | set(pairs["article_b"])
    read = read_sentences(*(spans[spans["article_id"].isin(wanted)] for spans in (sentences, terms)))
    topic = Topic(terms)
    rows = [
        row for story, group in pairs.groupby("story", sort=False) for row in _of_story(str(story), group, read, topic)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def align(
    sentences: pd.DataFrame,
    terms: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    days: int = DAYS,
    level: str = "show",
) -> pd.DataFrame:
    """The pairs that may be shown (or, with `level` `propose`, all), one row a pair with both sides' words.

    Columns: `story`, `article_a, start_a, end_a, text_a` and the same for b, `score` (the probability, 0 to 1),
    `shared`, `numbers`, `negation`, as in `pairs`.
    """
    return aligned(pairs(sentences, terms, articles, by=by, days=days), articles, level=level)


def aligned(pairs: pd.DataFrame, articles: pd.DataFrame, *, level: str = "show") -> pd.DataFrame:
    """The pairs with both sides' words, as `align` gives them."""
    found = pairs[pairs["level"].eq("show") | (level == "propose")]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    sides = {"a": ("article_id", "start", "end"), "b": ("other_id", "other_start", "other_end")}
    table = found.rename(
        columns={
            name: f"{plain}_{side}"
            for side, names in sides.items()
            for name, plain in zip(names, ("article", "start", "end"), strict=True)
        }
    )
    for side in sides:
        spans = zip(table[f"article_{side}"], table[f"start_{side}"], table[f"end_{side}"], strict=True)
        table[f"text_{side}"] = [texts[article][start:end] for article, start, end in spans]
    return table.assign(score=(table["score"] / (1 + table["score"])).round(3))[SIDE_BY_SIDE].reset_index(drop=True)


def read_sentences(sentences: pd.DataFrame, terms: pd.DataFrame) -> dict[str, list[Sentence]]:
    """The tellings of each article: its sentences with the terms inside them, without headings and stock lines."""
    inside = dict(iter(terms.groupby("article_id", sort=False)))
    told = {
        str(article): filter(_tells, _of_article(str(article), group, inside.get(article, terms.iloc[:0])))
        for article, group in sentences.groupby("article_id", sort=False)
    }
    return {article: [replace(one, place=k) for k, one in enumerate(found)] for article, found in told.items()}


def _of_article(article: str, sentences: pd.DataFrame, terms: pd.DataFrame) -> Iterator[Sentence]:
    starts = terms["start"].tolist()
    found = list(zip(terms["term"], terms["feature"], terms["text"], strict=True))
    for start, end, text in zip(sentences["start"], sentences["end"], sentences["text"], strict=True):
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        content = tuple(term for term, feature, _ in inside if feature != "negation")
        written = {term: words for term, _, words in reversed(inside)}
        numbers = frozenset(term for term, feature, _ in inside if feature == "number")
        yield Sentence(
            article, start, end, text, content, written, numbers, len(content) < len(inside), days=_days(inside)
        )


def _days(terms: list[tuple[str, str, str]]) -> frozenset[str]:
    """The numbers among terms that are days of a month: they say only when."""
    months = {k for k, (term, _, _) in enumerate(terms) if term in MONTHS}
    near = (terms[k] for k in range(len(terms)) if {k - 1, k + 1} & months)
    return frozenset(term for term, feature, _ in near if feature == "number")


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence tells a fact: it ends as one, has enough content words, and is no stock line."""
    enough = len(sentence.told) >= CONTENT and ENDS.search(sentence.text)
    return bool(enough) and not _stock().search(sentence.text)


@lru_cache(maxsize=1)
def _stock() -> re.Pattern[str]:
    """The lines that tell no fact of any story, from `data/stock_lines.csv`."""
    patterns = known.table("stock_lines.csv", ["pattern", "note", "source"])["pattern"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _words(text: str) -> list[str]:
    return [fold.plain(text[start:end]).lower() for start, end in language.token_spans(text)]


class Common(NamedTuple):
    """What two sentences share: terms, weightiest first, the longest run of equal words, numbers; and its features."""

    shared: tuple[str, ...]
    run: tuple[str, ...]
    numbers: str | None
    features: dict[str, float]


class Topic:
    """In how many articles of a collection each term stands, and in which article which do."""

    def __init__(self, terms: pd.DataFrame) -> None:
        once = terms[["article_id", "term"]].drop_duplicates()
        self.of_article = {str(k): list(group) for k, group in once.groupby("article_id", sort=False)["term"]}
        self.articles = Counter(once["term"])

    def weight(self, own: Collection[str]) -> Callable[[str], float]:
        """How much of a term's weight is left in the story of these articles, 0 to 1, by how many others have it."""
        here = Counter(term for article in own for term in self.of_article.get(article, ()))
        others = len(self.of_article) - len(own)
        least = math.log(1 / OFTEN)

        def left(term: str) -> float:
            """All of it, but where OTHERS articles or more tell what is common and a share of OFTEN or more has it."""
            elsewhere = self.articles[term] - here[term]
            return min(1.0, math.log((others + 1) / (elsewhere + 1)) / least) if others >= OTHERS else 1.0

        return left


class Story:
    """The sentences of one story: what each term weighs in it, and where it stands.

    `left` is how much of a term's weight the rest of the collection leaves it.
    """

    def __init__(self, sentences: Iterable[Sentence], left: Callable[[str], float] = lambda _: 1.0) -> None:
        self.places: dict[str, set[int]] = defaultdict(set)
        told = list(sentences)
        for sentence in told:
            for term in sentence.told:
                self.places[term].add(id(sentence))
        unit = math.log(max(len(told) / 2, SHORT_STORY))
        self.weights = {
            term: math.log(len(told) / len(places)) * _worth(term) * left(term) / unit
            for term, places in self.places.items()
        }

    def evidence(self, shared: Iterable[str], a: Sentence, b: Sentence) -> float:
        """The weight of terms, given heaviest first; one that elsewhere comes with one already counted adds less."""
        counted: list[set[int]] = []
        total = 0.0
        for term in shared:
            elsewhere = self.places[term] - {id(a), id(b)}
            new = 1 - max((len(elsewhere & other) / (len(elsewhere) + 1) for other in counted), default=0.0)
            total += self.weights[term] * new
            counted.append(elsewhere)
        return total

    def weight(self, terms: Iterable[str]) -> float:
        """The sum of the weights of terms."""
        return sum(self.weights[term] for term in terms)


def _worth(term: str) -> float:
    """More for a number of three digits or more that is no year, less for a circumstance or a date, else one."""
    if term in CIRCUMSTANCES or YEAR.fullmatch(term):
        return CIRCUMSTANCE
    return EXACT if term.isdigit() and len(term) >= 3 else 1.0


def _of_story(name: str, pairs: pd.DataFrame, read: dict[str, list[Sentence]], topic: Topic) -> list[tuple]:
    """The scored pairs of one story, the surest first."""
    return sorted((_row(name, *found) for found in compared(pairs, read, topic)), key=lambda row: -row[7])


def compared(
    pairs: pd.DataFrame, read: dict[str, list[Sentence]], topic: Topic
) -> Iterator[tuple[Sentence, Sentence, Common]]:
    """The pairs of sentences of one story that share something rare, with what they have in common."""
    ids = dict.fromkeys([*pairs["article_a"], *pairs["article_b"]])
    story = Story((sentence for article in ids for sentence in read.get(article, [])), topic.weight(ids))
    for first, second in zip(pairs["article_a"], pairs["article_b"], strict=True):
        for a, b in _candidates(read.get(first, []), read.get(second, []), story):
            if (common := _common(a, b, story)) is not None:
                yield a, b, common


def _candidates(first: list[Sentence], second: list[Sentence], story: Story) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of sentences sharing a term that is rare enough in the story, or two, by an inverted index."""
    index: dict[str, list[int]] = defaultdict(list)
    for k, sentence in enumerate(second):
        for term in sentence.told | {size for number in sentence.numbers for size in _sizes(number)}:
            index[term].append(k)
    for sentence in first:
        seeds = {term for term in sentence.told if len(story.places[term]) <= SEED}
        seeds |= {size for number in sentence.numbers for size in _sizes(number)}
        yield from ((sentence, second[k]) for k in sorted({k for term in seeds for k in index.get(term, ())}))


def _sizes(number: str) -> tuple[str, ...]:
    """Marks that two numbers have in common where one is the other rounded: their length and leading digits."""
    if not number.isdigit() or len(number) < 4:
        return ()
    return tuple(f"{len(number)} digits from {lead}" for lead in (int(number[:2]) - 1, int(number[:2])))


def _common(a: Sentence, b: Sentence, story: Story) -> Common | None:
    """What two sentences have in common; None where nothing worth a score is shared."""
    rounded = _rounded_numbers(a, b)
    shared = (a.told & b.told) | (rounded & a.told)
    both = story.weight(a.told) + story.weight(b.told) - story.weight(rounded & b.told - a.told)
    if shared <= CIRCUMSTANCES or both <= 0:
        return None
    ranked = tuple(sorted(shared, key=lambda term: (-story.weights[term], term)))
    start, size = _longest_run(a.words, b.words)
    run, numbers = tuple(a.tokens[start : start + size]), _numbers(a, b, rounded)
    features = {
        "evidence": math.log(LEAST[0] + story.evidence(ranked, a, b)),
        "coverage": math.log(LEAST[1] + min(2 * story.weight(shared) / both, 1.0)),
        "run": math.log1p(_named_once(run)),
        "both first": float(a.place == b.place == 0),
        "both early": float(max(a.place, b.place) < EARLY),
        "same number": float(numbers == "same"),
        "one negated": float(a.negated != b.negated),
    }
    return Common(ranked, run, numbers, features)


def _row(name: str, a: Sentence, b: Sentence, common: Common) -> tuple:
    """A pair as a row of `scores`."""
    quoted = max((_longest_run(x, y)[1] for x, y in product(a.marked, b.marked)), default=0)
    likely = odds(common.features)
    quoting = quoted >= QUOTED_RUN and len(common.shared) >= CONTENT and likely >= PROPOSE
    certain = quoting or _tells_run(common, a)  # not a title, “the American people” or “the outcome of this election”
    score = CERTAIN if certain else min(likely, CERTAIN)
    level = "show" if score >= SHOW else "propose" if score >= PROPOSE else None
    return (
        name, a.article_id, a.start, a.end, b.article_id, b.start, b.end, round(score, 3), level,
        len(common.run), common.numbers, a.negated != b.negated, "; ".join(a.written[term] for term in common.shared),
    )  # fmt: skip


def odds(features: dict[str, float]) -> float:
    """The odds that two sentences with these features tell one fact."""
    known_as = weights()
    return math.exp(known_as["always"] + sum(known_as[feature] * value for feature, value in features.items()))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each feature in the logarithm of the odds, from `data/alignment_weights.csv`."""
    table = known.table("alignment_weights.csv", ["feature", "weight"])
    return dict(zip(table["feature"], table["weight"].astype(float), strict=True))


def _tells_run(common: Common, a: Sentence) -> bool:
    """Whether two sentences share a run that is no chance: RUN words, of which beside names TELLING are no date."""
    written = {a.written[term] for term in common.shared if term in a.written and term not in CIRCUMSTANCES}
    told = [word for word in common.run if word[:1].islower() and word in written]
    named = any(word[:1].isupper() for word in common.run[1:])
    return len(common.run) >= RUN and (len(told) >= TELLING or not named)


def _named_once(run: tuple[str, ...]) -> int:
    """How many words a run has, those of a name counted once: a long name is no longer a run than a short one."""
    return sum(not (word[:1].isupper() and before[:1].isupper()) for before, word in pairwise(("", *run)))


def _longest_run(a: list[str], b: list[str]) -> tuple[int, int]:
    """Where the longest run of equal words starts in the first, and how many words it has."""
    start, best, before = 0, 0, [0] * (len(b) + 1)
    for at, word in enumerate(a, 1):
        now = [0] * (len(b) + 1)
        for k, other in enumerate(b, 1):
            if word == other:
                now[k] = before[k - 1] + 1
                if now[k] > best:
                    start, best = at - now[k], now[k]
        before = now
    return start, best


def _rounded_numbers(a: Sentence, b: Sentence) -> frozenset[str]:
    """The numbers of both sides of which one is the other, rounded."""
    found = ((x, y) for x in a.numbers for y in b.numbers if _rounded(x, y) or _rounded(y, x))
    return frozenset(number for pair in found for number in pair)


def _numbers(a: Sentence, b: Sentence, rounded: frozenset[str]) -> str | None:
    mine, yours = a.numbers - a.days, b.numbers - b.days
    if not mine or not yours:
        return None
    return "same" if mine & yours or rounded else "differ"


def _rounded(rough: str, exact: str) -> bool:
    """Whether one number from 3,000 up is the other, rounded: 57500 of 57523. Years round to nothing.

    >>> _rounded("57500", "57523"), _rounded("2010", "2011"), _rounded("57500", "57600")
    (True, False, False)
    """
    if not (rough.isdigit() and exact.isdigit() and int(rough) >= 3000 and len(rough) == len(exact)):
        return False
    unit = 10 ** (len(rough) - len(rough.rstrip("0")))
    return rough != exact and abs(int(exact) - int(rough)) < unit
