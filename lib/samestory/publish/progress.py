"""How far a run has come: one line of a terminal, written over as it goes on; nothing anywhere else."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from samestory import encode

OVER = "\r\x1b[K"  # to the start of the line, and clear it
TABLES = "tables.count"  # in the folder of a run: how many tables its pages need
SECONDS = 0.5  # between two looks at that folder


def say(line: str) -> None:
    """The line on a terminal, over what was shown of the progress; nothing anywhere else."""
    if sys.stderr.isatty():
        print(f"{OVER}{encode.terminal(line)}", file=sys.stderr)


def show(line: str) -> None:
    """The line on a terminal, until the next is written over it; nothing anywhere else."""
    if sys.stderr.isatty():
        print(f"{OVER}{encode.terminal(line)}", end="", file=sys.stderr, flush=True)


def of_articles() -> Callable[[int, int], None]:
    """What shows how many articles of how many are annotated, from now on, and clears the line after the last."""
    began = time.monotonic()

    def tell(done: int, of: int) -> None:
        show(annotated(done, of, time.monotonic() - began) if done < of else "")

    return tell


def annotated(done: int, of: int, seconds: float) -> str:
    """How many articles are annotated, at which rate, and how long the rest takes at that.

    >>> annotated(1250, 5000, 660)
    '1,250 of 5,000 articles annotated, 1.9 a second, 33 min left'
    """
    rate = done / max(seconds, 1e-3)
    return f"{done:,} of {of:,} articles annotated, {rate:.1f} a second, {_long((of - done) / rate)} left"


def _long(seconds: float) -> str:
    """A time as one would say it: 40 s, 33 min, 2.5 h."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 3600 else f"{seconds / 3600:.1f} h"


@contextmanager
def of_tables(run: Path) -> Iterator[None]:
    """Inside, it is shown how many of the tables that the pages need stand in the folder of the run."""
    ended, began = threading.Event(), time.monotonic()

    def watch() -> None:
        while not ended.wait(SECONDS):
            show(made(run, time.monotonic() - began))

    thread = threading.Thread(target=watch, daemon=True)
    if sys.stderr.isatty():
        thread.start()
    try:
        yield
    finally:
        ended.set()
        show("")


def made(run: Path, seconds: float) -> str:
    """How many tables are made, of how many, since how long: how long one takes is not known before it is made."""
    there = len(list(run.glob("*/table *.pickle")))
    count = run / TABLES
    return f"{there} of {count.read_text() if count.exists() else '?'} tables made in {_long(seconds)}"
