"""What lies where in a text, so that each thing is compared with its neighbours only, however long the text is."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from samestory.annotate.marks import Run
from samestory.annotate.quotes.layout import Piece

CELL = 400  # characters


Thing = TypeVar("Thing")


class Places(Generic[Thing]):
    """Things by the cells of a text that their pieces touch."""

    def __init__(self) -> None:
        self._cells: dict[int, list[Thing]] = defaultdict(list)

    def add(self, thing: Thing, pieces: Iterable[Piece]) -> None:
        """Notes a thing at its pieces."""
        for cell in _cells(pieces):
            self._cells[cell].append(thing)

    def near(self, pieces: Iterable[Piece]) -> Iterator[Thing]:
        """The things that may share a character with the pieces, in the order they were added for each cell."""
        seen: set[int] = set()
        for cell in sorted(_cells(pieces)):
            for thing in self._cells.get(cell, ()):
                if id(thing) not in seen:
                    seen.add(id(thing))
                    yield thing


def _cells(pieces: Iterable[Piece]) -> set[int]:
    return {cell for start, end in pieces for cell in range(start // CELL, end // CELL + 1)}


def runs_within(runs: list[Run], start: int, end: int) -> list[Run]:
    """The runs that lie in a stretch of the text; `runs` are in its order."""
    first, last = (bisect_left(runs, edge, key=_start) for edge in (start, end))
    return [run for run in runs[first:last] if run.end <= end]


def _start(run: Run) -> int:
    return run.start
