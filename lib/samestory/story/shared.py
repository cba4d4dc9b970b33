"""What several processes compute once between them: the notebooks of one run stand on one story.

`samestory report` names a folder of its own in the environment; whoever needs a table first computes it while the
others wait, and leaves it there. The folder is private to the run and goes with it. Outside a run nothing is shared.
"""

import fcntl
import hashlib
import json
import os
import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from samestory import places


def folder(digest: str) -> Path | None:
    """Where the tables of the story with this digest are shared during a run; None where there is no run."""
    run = os.environ.get(places.RUN)
    if not run:
        return None
    place = Path(run) / digest
    place.mkdir(exist_ok=True)
    return place


def digest(told: Any) -> str:
    """What is told, as 16 letters."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]


def once(place: Path | None, name: str, compute: Callable[[], Any]) -> Any:
    """The value of a name, computed by whoever asks first."""
    if place is None:
        return compute()
    file = place / f"{name}.pickle"
    if not file.exists():
        with _alone(place / f"{name}.lock"):
            if not file.exists():
                value = compute()
                _write(value, file)
                return value
    return pickle.loads(file.read_bytes())


def stands(place: Path | None, name: str) -> bool:
    """Whether the value of a name was computed in this run."""
    return place is not None and (place / f"{name}.pickle").exists()


def named(place: Path | None, start: str) -> Iterator[tuple[str, Any]]:
    """The values whose names begin with `start`, in the order of the rest of their names."""
    files = sorted(place.glob(f"{start}*.pickle")) if place else []
    return ((file.stem.removeprefix(start), pickle.loads(file.read_bytes())) for file in files)


def _write(value: Any, file: Path) -> None:
    whole = file.with_suffix(".part")
    whole.write_bytes(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL))
    whole.replace(file)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Nobody else is here; who holds a name only ever waits for names it stands on, so nobody waits in a circle."""
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
