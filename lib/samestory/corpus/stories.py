"""Which articles tell the same story, where nobody has said: grouped by their words, weighed by rarity, and by dates.

Two articles are as alike as the cosine of their words, headline doubled, less the further apart their days are; groups
grow by average linkage (Sokal & Michener 1958). How rare a word is comes from the collection and from much other news
together, so that two articles can be judged as well as two hundred. The threshold was fitted on 90 articles of 30
events told by three outlets, also with all the events moved into one week: see `data/README.md`.
"""

from collections import Counter
from functools import lru_cache

import numpy as np
import pandas as pd

from samestory.corpus import fold, language, parser, reading, vectors

THRESHOLD = 0.15
DECAY = 10  # days after which likeness counts e times less
UNDATED = 7  # days that an article without a date is taken to be away
BACKGROUND = 100  # articles of other news that the collection is put among, to tell how rare a word is
HEADLINE = 2  # times that a word of the headline counts as one of the text
COMMON = 50  # the rank of a word that about two in three articles use
FUNCTION_WORD = 0.25  # share of articles that use a word: one that more use names no story
OPENING = 12  # words of a text that stand for its headline where it has none
NAME = 4  # words of a story's name
CHUNK = 500  # articles compared with all at once


def found(articles: pd.DataFrame) -> pd.Series:
    """The story of each article, by its row label: its `event` where that is given, else the one found.

    A story is named by what the headlines of its articles share. An article that is like no other is a story of its
    own, and so compared with none. Errors: what is told again a fortnight later is another story; in a collection about
    one topic, neighbouring stories can run together.
    """
    given = articles["event"]
    unknown = articles[given.isna()]
    if unknown.empty:
        return given
    words = _words(unknown)
    alike = _cosines(_weighed(words)) * np.exp(-_days_apart(unknown["published"]) / DECAY)
    names = _names(unknown, words, grouped(alike.copy()), alike, set(given.dropna()))
    return given.where(given.notna(), names).astype("str")


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
    for count, headline in zip(counts, articles["headline"], strict=True):
        count.update({word: HEADLINE * n for word, n in Counter(_small(_plain(headline))).items()})
    return counts


def _plain(headline: object) -> str:
    return fold.plain(headline) if isinstance(headline, str) else ""


def _small(text: str) -> list[str]:
    return [text[start:end].lower() for start, end in language.token_spans(text)]


def _weighed(words: list[Counter[str]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """The words of each article as numbers with their weights, of length one."""
    number = {word: n for n, word in enumerate(sorted(set().union(*words)))}
    others = np.array([_share(word) for word in number])
    used = np.bincount([number[word] for count in words for word in count], minlength=len(number))
    rarity = np.maximum(np.log((len(words) + BACKGROUND) / (used + BACKGROUND * others)), 0)
    rows = []
    for count in words:
        columns = np.array([number[word] for word in count], dtype="int64")
        weights = (1 + np.log(np.array(list(count.values()), dtype="float64"))) * rarity[columns]
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


def _cosines(rows: list[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    width = 1 + max((int(columns.max()) for columns, _ in rows if len(columns)), default=0)
    alike = np.zeros((len(rows), len(rows)))
    for first in range(0, len(rows), CHUNK):
        part = np.zeros((len(rows[first : first + CHUNK]), width))
        for k, (columns, weights) in enumerate(rows[first : first + CHUNK]):
            part[k, columns] = weights
        for other, (columns, weights) in enumerate(rows):
            alike[first : first + len(part), other] = part[:, columns] @ weights
    return alike


def _days_apart(published: pd.Series) -> np.ndarray:
    """The days between any two articles at the least, as exactly as their dates are known."""
    known = published.notna().to_numpy()
    day = pd.Timestamp(0)
    first = np.array([(p.start_time - day).days if p is not None and not pd.isna(p) else 0 for p in published])
    last = np.array([(p.end_time - day).days if p is not None and not pd.isna(p) else 0 for p in published])
    apart = np.maximum(first[:, None] - last[None, :], first[None, :] - last[:, None]).clip(min=0)
    return np.where(known[:, None] & known[None, :], apart, UNDATED)


def _names(
    articles: pd.DataFrame, words: list[Counter[str]], groups: np.ndarray, alike: np.ndarray, taken: set[str]
) -> pd.Series:
    """The name of each article's story; two of one name are told apart by their day, else by a number."""
    names: dict[int, str] = {}
    for group in dict.fromkeys(groups.tolist()):
        own = np.flatnonzero(groups == group)
        middle = int(own[alike[np.ix_(own, own)].sum(axis=1).argmax()])
        first = articles.iloc[middle]
        headline = _plain(first["headline"]).split(" | ")[0] or " ".join(first["text"].split()[:OPENING])
        name = _name(articles.iloc[own], [words[k] for k in own], headline)
        day = first["published"]
        dated = name if pd.isna(day) else f"{name} ({day})"
        choices = [name, dated, *(f"{name} ({k})" for k in range(2, len(articles) + len(taken) + 2))]
        names[group] = next(choice for choice in choices if choice not in taken)
        taken = taken | {names[group]}
    return pd.Series([names[group] for group in groups.tolist()], articles.index, dtype="str")


def _name(story: pd.DataFrame, words: list[Counter[str]], middle: str) -> str:
    """The words of the headlines that all articles use, those of most headlines first, then the rarest.

    In the order in which the headline of the middle article, then the others have them. One article, and articles that
    share no two such words, go by that headline.
    """
    headlines = [middle, *(_plain(headline) for headline in story["headline"])]
    written = [headline[start:end] for headline in headlines for start, end in language.token_spans(headline)]
    forms = {word.lower(): word for word in reversed(written)}
    often = Counter(word for headline in headlines[1:] for word in set(_small(headline)))
    shared = [word for word in forms if all(word in count for count in words) and _share(word) < FUNCTION_WORD]
    chosen = sorted(shared, key=lambda word: (-often[word], _share(word)))[:NAME]
    order = [word.lower() for word in written]
    named = [forms[word] for word in sorted(chosen, key=order.index)]
    return " ".join(named) if len(story) > 1 and len(named) > 1 else middle
