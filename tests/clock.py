"""How long a piece of work takes, measured so that other work on the machine hardly matters."""

import time
from collections.abc import Callable
from typing import Any


def seconds(work: Callable[[], Any], times: int = 3) -> float:
    """The least processor seconds that `work` took in a number of tries: noise only ever adds."""
    return min(_once(work) for _ in range(times))


def _once(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
