"""How long a piece of work takes, measured so that other work on the machine hardly matters."""

import sys
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


def calls(work: Callable[[], Any]) -> int:
    """How many functions `work` calls, Python's and C's: a measure that no other work on the machine touches."""
    counted = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        counted[0] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted[0]
