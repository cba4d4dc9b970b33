"""How far a run has come: one line of a terminal, written over as it goes on; nothing anywhere else.

Unless it is to be logged: then every step is a line of its own, with the time, wherever it goes.
"""

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
_logged = False


def log(logged: bool) -> None:
    """From now on in this process every step is a line of a log, or none is."""
    global _logged
    _logged = logged


def say(line: str) -> None:
    """The line on a terminal, over what was shown of the progress, or in the log; nothing anywhere else."""
    if _logged:
        print(f"{time.strftime('%H:%M:%S')} {encode.terminal(line)}", file=sys.stderr, flush=True)
    elif sys.stderr.isatty():
        print(f"{OVER}{encode.terminal(line)}", file=sys.stderr)


def show(line: str) -> None:
    """The line on a terminal, until the next is written over it; nothing anywhere else, nor in a log."""
    if sys.stderr.isatty() and not _logged:
        print(f"{OVER}{encode.terminal(line)}", end="", file=sys.stderr, flush=True)


def of_articles() -> Callable[[int, int], None]:
    """What shows how many articles of how many are annotated, from now on, and clears the line after the last."""
    began = time.monotonic()

    def tell(done: int, of: int) -> None:
        """Says how many of the articles are done, on a line of the log or of the terminal."""
        line = annotated(done, of, time.monotonic() - began)
        if _logged:
            say(line)
        else:
            show(line if done < of else "")

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
    """Inside, it is shown how many tables of those that the pages need stand in the folder, or logged which."""
    ended, began = threading.Event(), time.monotonic()
    seen: set[Path] = set()

    def watch() -> None:
        """Says what stands, every few seconds, until the run has ended."""
        while not ended.wait(SECONDS):
            show(made(run, time.monotonic() - began))
            seen.update(_logged_new(run, seen))

    thread = threading.Thread(target=watch, daemon=True)
    if sys.stderr.isatty() or _logged:
        thread.start()
    try:
        yield
    finally:
        ended.set()
        show("")
        if thread.ident:
            thread.join()
        _logged_new(run, seen)


def _logged_new(run: Path, seen: set[Path]) -> set[Path]:
    """The tables that stand in the folder of the run and were not seen yet, each said in the log, as they came."""
    new = {file for file in run.glob("*/table *.pickle") if file not in seen} if _logged else set()
    for file in sorted(new, key=lambda file: (file.stat().st_mtime_ns, file.name)):
        say(f"{file.stem} made")
    return new


def made(run: Path, seconds: float) -> str:
    """How many tables are made, of how many, since how long: how long one takes is not known before it is made."""
    there = len(list(run.glob("*/table *.pickle")))
    count = run / TABLES
    return f"{there} of {count.read_text() if count.exists() else '?'} tables made in {_long(seconds)}"
