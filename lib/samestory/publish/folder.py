"""The folder reports are published in: a lock, a run published by one rename, `latest`, and the index of runs."""

import errno
import fcntl
import html
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from samestory.publish import manifest
from samestory.publish.seal import TEMPLATE, sealed

UNFINISHED = ".unfinished-"


class LockedError(Exception):
    """Another run publishes in this folder."""


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Inside, no other run publishes in `out`; LockedError at once where one does. The lock ends with the process.

    What a killed run left behind is removed first: who holds the lock is the only run there is.
    """
    with _lock_file(out) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LockedError(f"another run is publishing in {out}") from error
        for remains in out.glob(f"{UNFINISHED}*"):
            shutil.rmtree(remains)
        yield


def _lock_file(out: Path) -> TextIO:
    """The file that is locked; ValueError where the folder cannot be written to."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        if not os.access(out, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return (out / ".lock").open("w")
    except OSError as error:
        raise ValueError(f"nothing can be published in {out}: {error.strerror}") from error


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
    """The finished folder under its name; a run of the same second and inputs gets a number."""
    target, number = out / run, 1
    while target.exists():
        number += 1
        target = out / f"{run}-{number}"
    return folder.rename(target)


def point_latest(run: Path) -> None:
    """`latest` points to the run, from one moment to the next."""
    link = run.parent / ".latest-new"
    link.unlink(missing_ok=True)
    link.symlink_to(run.name, target_is_directory=True)
    link.replace(run.parent / "latest")


def runs(out: Path) -> list[Path]:
    """The published runs, newest first, failed ones among them."""
    return sorted((path for path in out.glob("*Z--*") if path.is_dir()), key=lambda path: path.name, reverse=True)


def prune(out: Path, keep: int) -> None:
    """Only the newest `keep` runs stand in the folder, and the one `latest` points to."""
    latest = (out / "latest").resolve()
    for run in runs(out)[keep:]:
        if run.resolve() != latest:
            shutil.rmtree(run)


def write_index(out: Path) -> None:
    """`index.html` lists the published runs, newest first."""
    page = (TEMPLATE / "runs.html").read_text(encoding="utf-8")
    new = out / ".index-new.html"
    new.write_text(sealed(page.replace("%ROWS%", "\n".join(map(_row, runs(out))))), encoding="utf-8")
    new.replace(out / "index.html")


def _row(run: Path) -> str:
    """One run as a row of the index."""
    told: dict[str, Any] = manifest.read(run)
    when = told.get("started", "")[:16].replace("T", " ")
    given = ", ".join(f"{key} {value}" for key, value in told.get("parameters", {}).items() if value)
    status = "published" if told.get("status") == "published" else "failed"
    pages = sum(notebook["status"] == "done" for notebook in told.get("notebooks", []))
    link = f'<a href="{html.escape(run.name)}/index.html">{html.escape(when)} UTC</a>'
    return f'<tr><td>{link}</td><td>{status}</td><td class="n">{pages}</td><td>{html.escape(given)}</td></tr>'
