"""`make torture`: every injector at length; what was tried, what failed. ARGS="--hours 1 --seed 7" to repeat a night."""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from torture import files, growth, texts

SIZES = (16_000, 250_000)  # characters; four times as many are the larger text


def main() -> int:
    """The exit code: 0 where nothing failed."""
    words = argparse.ArgumentParser(prog="make torture", description=__doc__)
    words.add_argument("--hours", type=float, default=2, help="how long texts are mutated (2)")
    words.add_argument("--seed", type=int, default=int(time.time()), help="where the mutations start (now)")
    given = words.parse_args()
    failed = sum(
        (
            told("publications harmed at each file operation", files.publications()),
            told("shapes of text at four times the size", _growth()),
            told(f"mutated texts from seed {given.seed}", _texts(given.seed, given.hours * 3600)),
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


def _texts(seed: int, seconds: float) -> Iterator[tuple[str, list[str]]]:
    """Mutated texts, one by one, until the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield f"seed {seed}", list(texts.wrong_with(texts.batch(seed, 1)))
        seed += 1


if __name__ == "__main__":
    sys.exit(main())
