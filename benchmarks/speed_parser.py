"""How fast articles are parsed, in words per second of processor time, and how fast the pipeline loads."""

import time

from samestory import corpus
from samestory.corpus import known
from samestory.corpus.parser import load, parse, parse_all

COPIES = 40


def rows() -> list[tuple[str, float, float]]:
    """Returns (measure, reached, target) for the seeds, printed so many times with another last line each."""
    load()
    load.cache_clear()
    begin = time.process_time()
    load()
    loading = time.process_time() - begin
    seeds = corpus.articles(known.ROOT / "seeds")["text"]
    texts = [f"{text}\n\nEdition {number}." for number in range(COPIES) for text in seeds]
    begin = time.process_time()
    parse_all(texts)
    seconds = time.process_time() - begin
    words = sum(not token.is_space for text in texts for token in parse(text))
    return [("parsing, words per CPU-second", words / seconds, 8000), ("loading the pipeline, seconds", loading, 1.0)]


if __name__ == "__main__":
    for measure, reached, target in rows():
        print(f"{measure:32s} {reached:10.2f}  target {target:.0f}")
