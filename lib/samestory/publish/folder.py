"""The folder reports are published in: its mark and lock, a run published by one rename, `latest`, the index of runs.

Nothing is written into, and nothing deleted from, a folder that does not carry our mark.
"""

import errno
import fcntl
import html
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from samestory.publish import manifest
from samestory.publish.seal import TEMPLATE, sealed

MARK = ".samestory"  # the mark of a folder of reports, and the lock of the run that publishes there
UNFINISHED = ".unfinished-"
NEW_LATEST, NEW_INDEX = ".latest-new", ".index-new.html"
RUN = re.compile(r"\d{8}T\d{6}Z--(?P<inputs>[0-9a-f]{8})(--failed)?(-\d+)?")
REMAINS = re.compile(rf"{re.escape(UNFINISHED)}\w{{8}}")  # as `tempfile` names them


class LockedError(Exception):
    """Another run publishes in this folder."""


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Inside, no other run publishes in `out`; LockedError at once where one does. The lock ends with the process.

    ValueError where `out` cannot be written to, or holds what is not ours. What a killed run left behind is removed
    first: who holds the lock is the only run there is.
    """
    lock = _lock(out)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError(f"another run is publishing in {out}") from error
        for remains in out.iterdir():
            if REMAINS.fullmatch(remains.name) and _is_folder(remains):
                shutil.rmtree(remains)
        for remains in (out / NEW_LATEST, out / NEW_INDEX):
            remains.unlink(missing_ok=True)
        yield
    finally:
        os.close(lock)


def _lock(out: Path) -> int:
    """The mark of the folder, open to be locked; no link is followed, and nothing is written into a file there is."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not os.access(out, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        stranger = next((path.name for path in out.iterdir()), None)
        if stranger is not None and not _is_file(out / MARK):
            raise ValueError(f"{out} is no folder of reports: it holds {stranger!r}; name a new or an empty folder")
        return os.open(out / MARK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise ValueError(f"nothing can be published in {out}: {error.strerror}") from error


def _is_folder(path: Path) -> bool:
    """A folder itself, not a link to one."""
    return stat.S_ISDIR(path.lstat().st_mode)


def _is_file(path: Path) -> bool:
    """A regular file itself, not a link to one."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        return False


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A new folder beside the published ones, on the same file system; gone afterwards unless it was published."""
    folder = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=out))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def name(started: datetime, digest: str, *, failed: bool) -> str:
    """The name of a run's folder: UTC time, hash of the inputs, and whether it failed."""
    return f"{started.astimezone(UTC):%Y%m%dT%H%M%SZ}--{digest[:8]}" + ("--failed" if failed else "")


def publish(folder: Path, out: Path, run: str) -> Path:
    """The finished folder under its name, once safe on the disk; one of the same second and inputs is numbered."""
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)
    target, number = out / run, 1
    while target.exists():
        number += 1
        target = out / f"{run}-{number}"
    published = folder.rename(target)
    _sync(out)
    return published


def _sync(path: Path) -> None:
    """What the file or folder holds is on the disk, also where the power fails now."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def point_latest(run: Path) -> None:
    """`latest` points to the run, from one moment to the next."""
    link = run.parent / NEW_LATEST
    link.unlink(missing_ok=True)
    link.symlink_to(run.name, target_is_directory=True)
    link.replace(run.parent / "latest")
    _sync(run.parent)


def runs(out: Path) -> list[Path]:
    """The published runs, newest first, failed ones among them: folders of our naming with a manifest that fits it."""
    return sorted((path for path in out.iterdir() if _is_run(path)), key=lambda path: path.name, reverse=True)


def _is_run(path: Path) -> bool:
    """Whether a run was published under this name."""
    if not (named := RUN.fullmatch(path.name)) or not _is_folder(path):
        return False
    return manifest.read(path).get("inputs_hash", "")[:8] == named["inputs"]


def prune(out: Path, keep: int) -> None:
    """Only the newest `keep` runs stand in the folder, and the one `latest` points to.

    A run is renamed before it is deleted, so that none is ever there by half.
    """
    latest = (out / "latest").resolve()
    for run in runs(out)[keep:]:
        if run.resolve() != latest:
            doomed = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=out))
            shutil.rmtree(run.rename(doomed))


def write_index(out: Path) -> None:
    """`index.html` lists the published runs, newest first."""
    page = (TEMPLATE / "runs.html").read_text(encoding="utf-8")
    new = out / NEW_INDEX
    new.unlink(missing_ok=True)
    told = sealed(
        page.replace("%ROWS%", "\n".join(map(_row, runs(out)))),
        title="Reports",
        description="Every report published in this folder, newest first.",
    )
    new.write_text(told, encoding="utf-8")
    _sync(new)
    new.replace(out / "index.html")


def _row(run: Path) -> str:
    """One run as a row of the index."""
    told: dict[str, Any] = manifest.read(run)
    when = told["started"][:16].replace("T", " ")
    given = ", ".join(f"{key} {value}" for key, value in told["parameters"].items() if value)
    pages = sum(notebook["status"] == "done" for notebook in told["notebooks"])
    link = f'<a href="{html.escape(run.name)}/index.html">{html.escape(when)} UTC</a>'
    return f'<tr><td>{link}</td><td>{told["status"]}</td><td class="n">{pages}</td><td>{html.escape(given)}</td></tr>'
