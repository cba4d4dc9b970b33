"""How fast words and bigrams are counted beside NLTK and scikit-learn, in how much memory; how long a null floor takes.

All three count the words and bigrams of the same made-up news with their document frequencies, one after another in
one process on one core; of some rounds the least processor time counts. scikit-learn is no dependency of Same Story:
`make bench` installs it beside the environment, in `.cache/bench`; where it is missing its row says so.
"""

import importlib.util
import os
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from nltk import FreqDist, bigrams
from nltk.tokenize import NLTKWordTokenizer
from samestory import corpus
from samestory.compare import words
from samestory.corpus import counting, known

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ROUNDS = 4


def rows() -> list[tuple[str, float | str, str]]:
    """`(measure, reached, target)` for counting and for the null floor."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    texts = made_up_news(800)
    seconds = timed({"ours": ours, "nltk": nltk, "sklearn": sklearn()}, texts)
    letters = sum(map(len, texts)) / 1e6
    return [
        ("counting words and bigrams, million characters a second", letters / seconds["ours"], ""),
        ("the same, times NLTKWordTokenizer + FreqDist", seconds["nltk"] / seconds["ours"], ">= 10"),
        ("the same, times CountVectorizer(ngram_range=(1, 2))", _times(seconds, "sklearn"), ">= 5"),
        ("peak memory with 4 times the text and the same vocabulary, times", memory(8) / memory(2), "<= 1.1"),
        ("keyness of the seeds with 2,000 permutations, seconds", seeds(), "< 1"),
    ]


def made_up_news(articles: int, words: int = 600, vocabulary: int = 40_000, seed: int = 1) -> list[str]:
    """Articles of made-up words with the frequencies and lengths of English (Zipf-Mandelbrot), sentences and commas."""
    rng = np.random.default_rng(seed)
    letters = np.array(list("etaoinshrdlu"))
    length = np.clip(np.log2(np.arange(vocabulary) + 2) / 2 + rng.normal(1, 1.2, vocabulary), 2, 14).astype(int)
    forms = np.array(["".join(rng.choice(letters, size)) for size in length], object)
    rates = 1 / (np.arange(vocabulary) + 2.7) ** 1.05
    drawn = rng.choice(forms, (articles, words), p=rates / rates.sum())
    drawn[:, ::20] = [[word.capitalize() for word in row] for row in drawn[:, ::20]]
    drawn[:, 9::20] += ","
    drawn[:, 19::20] += "."
    return [" ".join(row) for row in drawn]


def timed(ways: dict[str, Callable[[list[str]], object] | None], texts: list[str]) -> dict[str, float]:
    """The least processor time of each way over the rounds, in seconds."""
    seconds: dict[str, list[float]] = {name: [] for name, way in ways.items() if way}
    for _ in range(ROUNDS):
        for name in seconds:
            start = time.process_time()
            ways[name](texts)
            seconds[name].append(time.process_time() - start)
    return {name: min(taken) for name, taken in seconds.items()}


def ours(texts: list[str]) -> object:
    """The terms as Same Story counts them."""
    return counting.frequencies([text] for text in texts)


def nltk(texts: list[str]) -> object:
    """The same counts with NLTK’s tokenizer and FreqDist."""
    tokenizer = NLTKWordTokenizer()
    counts, documents = FreqDist(), FreqDist()
    for text in texts:
        words = tokenizer.tokenize(text.lower())
        pairs = list(bigrams(words))
        counts.update(words)
        counts.update(pairs)
        documents.update(set(words))
        documents.update(set(pairs))
    return counts, documents


def sklearn() -> Callable[[list[str]], object] | None:
    """CountVectorizer with its sums, or None where scikit-learn is not installed."""
    sys.path.append(str(known.ROOT / ".cache" / "bench"))
    if importlib.util.find_spec("sklearn") is None:
        return None
    from sklearn.feature_extraction.text import CountVectorizer

    def count(texts: list[str]) -> object:
        """Terms, how often each stands in all texts and in how many texts."""
        vectorizer = CountVectorizer(ngram_range=(1, 2))
        matrix = vectorizer.fit_transform(texts)
        counts = matrix.sum(axis=0)
        matrix.data[:] = 1
        return vectorizer.get_feature_names_out(), counts, matrix.sum(axis=0)

    return count


def _times(seconds: dict[str, float], other: str) -> float | str:
    return seconds[other] / seconds["ours"] if other in seconds else "scikit-learn is not installed (group bench)"


def memory(times: int) -> float:
    """The peak memory of counting the same articles so many times over, read one by one."""

    def again(texts: list[str]) -> Iterator[list[str]]:
        """Each text, `times` over, a copy each: nothing is held but by what counts."""
        for _ in range(times):
            for text in texts:
                yield [text[:]]

    texts = made_up_news(800, vocabulary=5_000)
    tracemalloc.start()
    counting.frequencies(again(texts))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def seeds() -> float:
    """The seconds of keyness on the two seeds, words to trigrams."""
    articles = corpus.articles(SEEDS)
    start = time.perf_counter()
    words.keyness(articles, permutations=2000)
    return time.perf_counter() - start


if __name__ == "__main__":
    for measure, reached, target in rows():
        print(f"{measure:<70} {reached if isinstance(reached, str) else format(reached, '.2f'):>8}  {target}")
