"""`make torture`: every injector at length; what was tried, what failed. ARGS="--hours 1 --seed 7" to repeat a night."""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from samestory.kinds import KINDS

from torture import comparisons, files, growth, pages, payloads, readers, texts

EACH = 50  # inputs of one seed
Try = tuple[str, list[str]]
SIZES = (16_000, 250_000)  # characters; four times as many are the larger text


def main() -> int:
    """The exit code: 0 where nothing failed."""
    words = argparse.ArgumentParser(prog="make torture", description=__doc__)
    words.add_argument("--hours", type=float, default=2, help="how long inputs are mutated (2)")
    words.add_argument("--seed", type=int, default=int(time.time()), help="where the mutations start (now)")
    given = words.parse_args()
    failed = sum(
        (
            told("publications harmed at each file operation", files.publications()),
            told("files of a report on hostile payloads", payloads.published()),
            told("shapes of text at four times the size", _growth()),
            told("pages of 600 articles in their budget", pages.of_many()),
            told(f"harmed files from seed {given.seed}", _until(given.hours, given.seed, _files)),
            told(
                f"mutated texts, each by every annotator, from seed {given.seed}",
                _until(given.hours, given.seed, _texts),
            ),
            told(
                f"questions to stories of mutated texts from seed {given.seed}",
                _until(given.hours, given.seed, _questions),
            ),
        )
    )
    return 1 if failed else 0


def told(name: str, tries: Iterator[tuple[str, list[str]]]) -> int:
    """How many tries failed; each is printed, and at the end tried / failed."""
    tried = failed = 0
    for what, wrong in tries:
        tried += 1
        failed += bool(wrong)
        for one in wrong:
            print(f"  {what}: {one}", flush=True)
    print(f"{name}: {tried} tried, {failed} failed", flush=True)
    return failed


def _growth() -> Iterator[tuple[str, list[str]]]:
    """Each annotator on each shape and size."""
    for size in SIZES:
        for shape, kind, first, second in growth.shapes(size):
            said = f"{first:.2f} s for {size:,} characters, {second:.2f} s for {4 * size:,}"
            yield f"{shape}, {kind}", [said] if growth.grows(first, second) else []


def _until(hours: float, seed: int, some: Callable[[int], Iterator[Try]]) -> Iterator[Try]:
    """The tries of one seed after another, until a third of the time is over."""
    end = time.monotonic() + hours * 1200
    while time.monotonic() < end:
        yield from some(seed)
        seed += EACH


def _files(seed: int) -> Iterator[Try]:
    """Harmed files through the readers."""
    return _counted(EACH, f"files from {seed}", readers.wrong_with(readers.batch(seed, EACH)))


def _texts(seed: int) -> Iterator[Try]:
    """Mutated texts through the readers and every annotator: a try each."""
    return _counted(EACH * (1 + len(KINDS)), f"texts of seed {seed}", texts.wrong_with(texts.batch(seed, EACH)))


def _questions(seed: int) -> Iterator[Try]:
    """Stories of mutated articles, asked for anything."""
    return comparisons.tries(comparisons.Pool(seed, EACH), seed, 10 * EACH)


def _counted(many: int, what: str, wrong: Iterator[str]) -> Iterator[Try]:
    """So many tries, of which some went wrong."""
    failed = [(what, [one]) for one in wrong]
    yield from failed
    yield from ((what, []) for _ in range(many - len(failed)))


if __name__ == "__main__":
    sys.exit(main())
