"""What computes the partitions: anything with a `map`. Here, processes of this machine, or a Dask cluster.

A partition goes in, shards come out (`annotate.run.partition`), whole or not at all; nothing else is shared. So engines
differ in speed only: what is kept is the same, byte for byte, and what a dead worker left is computed by another.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, Protocol

from samestory.cores import end_with_parent

PATIENCE = "10s"  # for a scheduler to answer


class Engine(Protocol):
    """Anything with a `map`: a pool of processes, a `dask.distributed` client, or the builtin one in `Serial`."""

    def map(self, function: Callable[..., Any], parts: Iterable[Any], /) -> Iterable[Any]:
        """The function of each part, in their order."""


class Serial:
    """One part after the other, in this process."""

    def map(self, function: Callable[..., Any], parts: Iterable[Any], /) -> Iterable[Any]:
        """The function of each part, in their order."""
        return map(function, parts)


class Processes:
    """As many processes of this machine as `workers`."""

    def __init__(self, workers: int) -> None:
        self.workers = workers

    def map(self, function: Callable[..., Any], parts: Iterable[Any], /) -> Iterable[Any]:
        """The function of each part, in their order; RuntimeError where a process was ended from outside."""
        given = list(parts)
        context = get_context("spawn")  # the one forkserver of a process is that of the kernels, loaded with theirs
        with ProcessPoolExecutor(min(self.workers, len(given)), context, initializer=end_with_parent) as pool:
            try:
                yield from pool.map(function, given)
            except BrokenProcessPool as error:
                raise RuntimeError("a process that annotated articles was ended from outside") from error


def dask(scheduler: str = "") -> Any:
    """The client of a Dask cluster: of the scheduler at an address, else one of this machine's cores.

    ValueError where Dask is not installed or the scheduler does not answer.
    """
    try:
        from dask.distributed import Client
    except ImportError as error:
        raise ValueError("Dask is not installed; pip install 'samestory[dask]'.") from error
    try:
        return (
            Client(scheduler, timeout=PATIENCE) if scheduler else Client(threads_per_worker=1, dashboard_address=None)
        )
    except OSError as error:
        raise ValueError(f"the scheduler {scheduler} does not answer; name one such as tcp://10.0.0.1:8786.") from error


def done(
    engine: Engine, function: Callable[..., Any], parts: Sequence[Any], told: Callable[[int], None] = lambda _: None
) -> list[Any]:
    """The function of every part, whichever engine does it; a Dask client answers with promises, which are kept here.

    How many parts are done is `told` as they come, but by Dask, which has a page of its own for that. RuntimeError with
    one sentence where the engine was lost.
    """
    answers = engine.map(function, parts)
    if not hasattr(engine, "gather"):
        found = []
        for answer in answers:
            found.append(answer)
            told(len(found))
        return found
    from concurrent.futures import CancelledError

    try:
        return engine.gather(list(answers))
    except CancelledError as error:
        raise RuntimeError("the connection to the Dask scheduler was lost; what was annotated is kept") from error
