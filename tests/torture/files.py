"""A publication that is killed, or whose disk is full or broken, at its n-th file operation, for every n."""

import errno
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from samestory.publish import folder, manifest, run

WRITES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate", "os.chmod"}
KILLED, BROKE, WRONG = 137, 0, 70
HARMS = {"killed": None, "full disk": errno.ENOSPC, "broken disk": errno.EIO}


def publish(out: Path, day: int) -> int:
    """One publication with `--keep 2`, as a run does it, of a few files that need no notebook."""
    inputs = {"parameters": {"day": str(day)}, "files": {}, "versions": {}}
    started = datetime(2025, 7, day, tzinfo=UTC).isoformat()
    told = {"status": "published", "started": started, "seconds": 1, "notebooks": []} | inputs
    told["inputs_hash"] = manifest.digest(inputs)
    with folder.locked(out), folder.unfinished(out) as new:
        (new / "index.html").write_text(f"<p>Day {day}.</p>", encoding="utf-8")
        (new / "tables").mkdir()
        (new / "tables" / "words.csv").write_text("word\npeace\n", encoding="utf-8")
        manifest.write(told, new)
        return run._publish(run.Order([], {}, out, keep=2), told, new)


def at(number: int, error: int | None) -> Callable[[], bool]:
    """From now on the n-th file operation of this process ends it, or fails; whether it was reached, is answered."""
    left = number

    def hook(event: str, _: tuple) -> None:
        nonlocal left
        if event in WRITES:
            left -= 1
            if left == 0 and error is None:
                os._exit(KILLED)
            if left == 0:
                raise OSError(error, os.strerror(error))

    sys.addaudithook(hook)
    return lambda: left <= 0


def child(number: int, error: int | None, task: Callable[[], object]) -> bool:
    """Whether a forked process, harmed at its n-th file operation, had that many; what it says of faults is shown."""
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        reached = at(number, error)
        try:
            task()
        except (OSError, ValueError):
            pass  # told to the user by `samestory`
        except BaseException:
            traceback.print_exc()
            os._exit(WRONG)
        os._exit(BROKE if reached() else 1)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code == WRONG:
        raise AssertionError("a publication ended with an error nobody expected")
    return code in (KILLED, BROKE)


def broken(out: Path, before: set[str]) -> list[str]:
    """What is wrong in a folder of reports after a publication was harmed, and after the next has cleared up."""
    wrong = [f"{one.name} by half" for one in folder.runs(out) if manifest.damage(one)]
    wrong += [
        f"{one.name} is no run" for one in out.iterdir() if folder.RUN.fullmatch(one.name) and one not in runs(out)
    ]
    wrong += [] if manifest.damage(out / "latest") == [] else ["latest is not whole"]
    wrong += [] if len(before & {one.name for one in runs(out)}) >= 1 else ["all older runs are lost"]
    wrong += [] if (out / "mine.txt").read_text() == "mine" else ["a user's file was changed"]
    publish(out, 28)
    left = {path.name for path in out.iterdir()} - {folder.MARK, "index.html", "latest", "mine.txt"}
    return wrong + [f"{name} is left over" for name in left - {one.name for one in runs(out)}]


def runs(out: Path) -> list[Path]:
    """The runs published in a folder."""
    return folder.runs(out)


def publications() -> Iterator[tuple[str, list[str]]]:
    """Every harm at every file operation of a publication that also deletes an old run: what was wrong afterwards."""
    with tempfile.TemporaryDirectory() as above:
        ready = Path(above) / "ready"
        for day in (1, 2):
            publish(ready, day)
        (ready / "mine.txt").write_text("mine")
        before = {one.name for one in runs(ready)}
        for name, error in HARMS.items():
            number, reached = 1, True
            while reached:
                out = Path(above) / "out"
                shutil.copytree(ready, out, symlinks=True)
                reached = child(number, error, lambda out=out: publish(out, 3))
                yield f"{name} at operation {number}", broken(out, before)
                shutil.rmtree(out)
                number += 1
