"""Which articles tell the same story, where nobody has said: grouped by their words, weighed by rarity, and by dates.

Two articles are as alike as the cosine of their words, headline doubled, less the further apart their days are; groups
grow by average linkage (Sokal & Michener 1958). How rare a word is comes from the collection and from much other news
together, so that two articles can be judged as well as two hundred. The threshold was fitted on 90 articles of 30
events told by three outlets, also with all the events moved into one week: see `data/README.md`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, count
from typing import NamedTuple

import numpy as np
import pandas as pd

from samestory.corpus import fold, language, parser, reading, vectors

THRESHOLD = 0.15
DECAY = 10  # days after which likeness counts e times less
UNDATED = 7  # days that an article without a date is taken to be away, at most
BACKGROUND = 100  # articles of other news that the collection is put among, to tell how rare a word is
HEADLINE = 2  # times that a word of the headline counts as one of the text
COMMON = 50  # the rank of a word that about two in three articles use
FUNCTION_WORD = 0.25  # share of articles that use a word: one that more use names no story
OPENING = 12  # words of a text that stand for its headline where it has none
FILLER = 0.5  # what a word that tells nothing takes from the worth of a name
CHUNK = 128  # articles compared with others at once


def found(articles: pd.DataFrame) -> pd.Series:
    """The story of each article, by its row label: its `event` where that is given, else the one found.

    A story is named by that of its headlines which has most of what they share. An article that is like no other
    is a story of its own, and so compared with none. Errors: what is told again a fortnight later is another story; in
    a collection about one topic, neighbouring stories can run together.
    """
    given = articles["event"]
    unknown = articles[given.isna()]
    if unknown.empty:
        return given
    words = _words(unknown)
    told = Told(_weighed(words), *_days(unknown["published"]), _undated(_days(articles["published"])[0]))
    names = _names(unknown, told, _groups(told), set(given.dropna()))
    return given.where(given.notna(), names).astype("str")


def near(articles: pd.DataFrame, *, days: int, least: float, opening: int) -> pd.DataFrame:
    """The articles at most some days apart whose words are alike: a row for each two, in the order of the table.

    Columns: `article_a, article_b`; `days` between them, at the least; `alike`, the cosine of their words, `least` or
    more; `opened`, that of their headlines and the first `opening` letters of what is read of each. Rarity and weight
    of a word are those of `found`; an article without a date is taken to be of any day.
    """
    whole = Told(_weighed(_words(articles)), *_days(articles["published"]))
    tops = reading.read(articles).assign(text=lambda read: read["text"].str[:opening])
    opened = whole._replace(words=_weighed(_words(tops)))
    rows = [row for block, others in _windows(whole, days) for row in _near(whole, opened, block, others, days, least)]
    ids = articles["article_id"].to_numpy()
    table = pd.DataFrame(sorted(rows), columns=["a", "b", "days", "alike", "opened"])
    a, b = (ids[table[name].to_numpy("int64")] for name in "ab")
    return table.assign(article_a=a, article_b=b)[["article_a", "article_b", "days", "alike", "opened"]]


class Told(NamedTuple):
    """The words of each article as numbers with their weights, and the first and last day it may be of (or none).

    `undated` are the days that an article without a date is taken to be away from any other.
    """

    words: list[tuple[np.ndarray, np.ndarray]]
    first: np.ndarray
    last: np.ndarray
    undated: float = UNDATED


def _groups(told: Told) -> np.ndarray:
    """The number of the group of each article.

    Groups grow by means of likeness, so none crosses what no likeness of the THRESHOLD joins: each part so joined is
    grouped alone, and articles far apart in time are never compared.
    """
    group = np.arange(len(told.words))
    root = group.tolist()
    for block, others in _windows(told, DECAY * np.log(1 / THRESHOLD)):
        alike = _alike(told, block, others)
        for k, j in np.argwhere(alike >= THRESHOLD):
            one, other = sorted((_root(root, int(block[k])), _root(root, int(others[j]))))
            root[other] = one
    roots = np.array([_root(root, k) for k in range(len(root))])
    for part in pd.Series(roots).groupby(roots).indices.values():
        if len(part) > 1:
            group[part] = part[grouped(_alike(told, part, part))]
    return group


def _root(of: list[int], k: int) -> int:
    while of[k] != k:
        of[k] = of[of[k]]
        k = of[k]
    return k


def _windows(told: Told, reach: float) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Some articles at a time, in the order of their days, and all of those not before them up to `reach` days after.

    Those without a date come first, beside all others.
    """
    first = np.nan_to_num(told.first, nan=-np.inf)
    order = np.argsort(first, kind="stable")
    first = first[order]
    for start in range(0, len(order), CHUNK):
        block = order[start : start + CHUNK]
        end = np.searchsorted(first, np.nan_to_num(told.last[block], nan=np.inf).max() + reach, side="right")
        yield block, order[start:end]


def grouped(alike: np.ndarray, threshold: float = THRESHOLD) -> np.ndarray:
    """The number of the group of each article: the two groups most alike are one, while they reach the threshold."""
    np.fill_diagonal(alike, -1)
    group, size = np.arange(len(alike)), np.ones(len(alike))
    nearest, value = alike.argmax(axis=1), alike.max(axis=1)
    while len(alike) > 1 and value.max() >= threshold:
        i = int(value.argmax())
        j = int(nearest[i])
        mean = (size[i] * alike[i] + size[j] * alike[j]) / (size[i] + size[j])
        mean[[i, j]] = -1
        alike[i], alike[:, i], alike[j], alike[:, j] = mean, mean, -1, -1
        size[i] += size[j]
        group[group == j] = i
        stale = np.flatnonzero(np.isin(nearest, [i, j]) | (mean > value))
        nearest[stale], value[stale] = alike[stale].argmax(axis=1), alike[stale].max(axis=1)
    return group


def _words(articles: pd.DataFrame) -> list[Counter[str]]:
    """How often each article uses each word, its headline counted HEADLINE times."""
    texts = reading.read(articles)["text"]
    counts = [Counter(_small(text)) for text in texts]
    for used_in, headline in zip(counts, articles["headline"], strict=True):
        used_in.update({word: HEADLINE * n for word, n in Counter(_small(_plain(headline))).items()})
    return counts


def _plain(headline: object) -> str:
    return fold.plain(headline) if isinstance(headline, str) else ""


def _small(text: str) -> list[str]:
    return [text[start:end].lower() for start, end in language.token_spans(text)]


def _weighed(words: list[Counter[str]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """The words of each article as numbers with their weights, of length one."""
    number = {word: n for n, word in enumerate(sorted(set().union(*words)))}
    others = np.array([_share(word) for word in number])
    used = np.bincount([number[word] for used_in in words for word in used_in], minlength=len(number))
    rarity = np.maximum(np.log((len(words) + BACKGROUND) / (used + BACKGROUND * others)), 0)
    rows = []
    for used_in in words:
        columns = np.array([number[word] for word in used_in], dtype="int64")
        weights = (1 + np.log(np.array(list(used_in.values()), dtype="float64"))) * rarity[columns]
        rows.append((columns, weights / (np.linalg.norm(weights) or 1)))
    return rows


def _share(word: str) -> float:
    """The share of articles of other news that use a word, from its rank (Zipf 1949); half the last one's, unranked."""
    ranks = _ranks()
    return float(1 - np.exp(-COMMON / (ranks.get(word, 2 * len(ranks)) + 1)))


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """The rank of each word of the vectors shipped, which stand in the order of their frequency in news."""
    with np.load(parser.SHIPPED / vectors.FILE) as packed:
        shared = dict(zip(str(packed["shared"]).split("\n"), packed["shared_row"].tolist(), strict=True))
        return shared | {word: rank for rank, word in enumerate(str(packed["words"]).split("\n"))}


def _near(
    whole: Told, opened: Told, block: np.ndarray, others: np.ndarray, days: int, least: float
) -> Iterator[tuple[int, int, float, float, float]]:
    """The rows of `near` of some articles and others that follow them."""
    apart = np.nan_to_num(_days_between(whole, block, others))
    alike, tops = _cosines(whole, block, others), _cosines(opened, block, others)
    once = (others[None, :] > block[:, None]) | ~np.isin(others, block)[None, :]
    for k, j in np.argwhere((alike >= least) & (apart <= days) & once):
        a, b = sorted((int(block[k]), int(others[j])))
        yield a, b, float(apart[k, j]), float(alike[k, j]), float(tops[k, j])


def _alike(told: Told, some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How alike some articles (rows) are to others: the cosine of their words, less the further apart their days."""
    return _cosines(told, some, others) * np.exp(-_days_apart(told, some, others) / DECAY)


def _cosines(told: Told, some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The cosine of the words of some articles (rows) and others."""
    held = np.unique(np.concatenate([told.words[k][0] for k in some]))
    part = np.zeros((len(held) + 1, len(some)))  # a last row for all words that none of them has
    for column, k in enumerate(some):
        words, weights = told.words[k]
        part[np.searchsorted(held, words), column] = weights
    cosines = np.empty((len(some), len(others)))
    for column, k in enumerate(others):
        words, weights = told.words[k]
        row = np.searchsorted(held, words).clip(max=len(held) - 1)
        cosines[:, column] = weights @ part[np.where(held[row] == words, row, len(held))] if len(held) else 0.0
    return cosines


def _days(published: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """The first and the last day each article may be of, as numbers; none where that is unknown."""
    epoch = pd.Timestamp(0)
    known = [None if p is None or pd.isna(p) else p for p in published]
    first, last = (
        np.array([np.nan if p is None else (getattr(p, edge) - epoch).days for p in known], "float64")
        for edge in ("start_time", "end_time")
    )
    return first, last


def _days_apart(told: Told, some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The days between two articles at the least; `undated` where one is of no known day."""
    return np.nan_to_num(_days_between(told, some, others), nan=told.undated)


def _days_between(told: Told, some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The days between two articles at the least, as exactly as their dates are known; none where one is not."""
    earlier = told.first[some][:, None] - told.last[others][None, :]
    later = told.first[others][None, :] - told.last[some][:, None]
    return np.maximum(earlier, later).clip(min=0)


def _undated(days: np.ndarray) -> float:
    """The days between an article without a date and any other: as many as between two with one, at most UNDATED.

    The mean of all distances is that of each gap between days in a row, once for each pair that it parts.
    """
    known = np.sort(days[~np.isnan(days)])
    if len(known) < 2:
        return UNDATED
    before = np.arange(1, len(known))
    pairs = len(known) * (len(known) - 1) / 2
    return float(min(UNDATED, (np.diff(known) * before * (len(known) - before)).sum() / pairs))


def _names(articles: pd.DataFrame, told: Told, groups: np.ndarray, taken: set[str]) -> pd.Series:
    """The name of each article's story; two of one name are told apart by their day, else by a number."""
    names: dict[int, str] = {}
    taken = set(taken)
    shared = Counter(stem for title in articles["headline"].map(_plain) for stem in set(map(_stem, _small(title))))
    for group, own in pd.Series(groups).groupby(groups, sort=False).indices.items():
        middle = int(own[_alike(told, own, own).sum(axis=1).round(9).argmax()]) if len(own) > 1 else int(own[0])
        first = articles.iloc[middle]
        headline = _titled(first["headline"]) or " ".join(first["text"].split()[:OPENING])
        name = _name(articles.iloc[own], headline, shared, len(articles))
        day = first["published"]
        dated = name if pd.isna(day) else f"{name} ({day})"
        choices = chain([name, dated], (f"{name} ({k})" for k in count(2)))
        names[group] = next(choice for choice in choices if choice not in taken)
        taken.add(names[group])
    return pd.Series([names[group] for group in groups.tolist()], articles.index, dtype="str")


def _name(story: pd.DataFrame, middle: str, own: Counter[str], all_: int) -> str:
    """The headline that tells the story best, whole: of the words that its headlines share and others lack it has most.

    The words count by how many of the story's headlines have them and how few of the collection's (`own`: in how many
    of `all_` headlines each word stands); each that tells nothing takes FILLER from it. One article, and headlines that
    share nothing, go by the middle one.
    """
    headlines = list(dict.fromkeys([middle, *(_titled(headline) for headline in story["headline"])]))
    stems = {headline: dict.fromkeys(map(_stem, _small(headline))) for headline in headlines}
    often = Counter(stem for headline in story["headline"].map(_titled) for stem in set(map(_stem, _small(headline))))
    telling = {
        stem: (n - 1) * float(np.log((all_ + 1) / own[stem]))
        for stem, n in often.items()
        if n > 1 and _share(stem) < FUNCTION_WORD
    }
    worth = {
        headline: sum(telling.get(stem, -FILLER) for stem in held)
        for headline, held in stems.items()
        if not telling.keys().isdisjoint(held)
    }
    return max(worth, key=worth.__getitem__, default=middle)


def _titled(headline: object) -> str:
    """A headline without the name of the site behind it."""
    return _plain(headline).split(" | ")[0]


def _stem(word: str) -> str:
    """A word in small letters without the endings of plural and possessor."""
    bare = re.sub(r"['’]s?$", "", word)
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
