"""How fast numbers are found, in articles of 800 words per second of processor time, without and with the parse."""

import time

from samestory import corpus
from samestory.annotate import figures
from samestory.corpus import known
from samestory.corpus.parser import parse_all

COPIES = 60
ARTICLE = 800


def rows() -> list[tuple[str, float, float]]:
    """Returns (measure, reached, target) for the seeds, each so many times with another last line."""
    seeds = corpus.articles(known.ROOT / "seeds")["text"]
    texts = [f"{text}\n\nEdition {number}." for number in range(COPIES) for text in seeds]
    articles = sum(len(text.split()) for text in texts) / ARTICLE
    figures.extract(texts[0])
    reached = articles / _seconds(figures.extract, texts)
    parse_all(texts)
    described = articles / _seconds(figures.find, texts)
    return [
        ("numbers with kind, interval, qualifier: articles of 800 words per CPU-second", reached, 300),
        ("the same with what is counted, act and source, once parsed", described, 20),
    ]


def _seconds(find, texts: list[str]) -> float:
    begin = time.process_time()
    for text in texts:
        find(text)
    return time.process_time() - begin


if __name__ == "__main__":
    for measure, reached, target in rows():
        print(f"{measure:80s} {reached:8.0f}  target {target:.0f}")
