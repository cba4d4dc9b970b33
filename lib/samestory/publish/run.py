"""A report, from parameters to published pages: all of it or nothing."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from samestory import cores, encode, places
from samestory.publish import folder, manifest, notebooks, progress
from samestory.publish.progress import say

DONE, FAILED, BAD, BUSY = 0, 1, 2, 75
CELL_SECONDS = 900
SINGLE = "report.html"  # all pages in one file, where that is asked for
PATIENCE = 10  # reading and annotating everything may take so many times as long as one cell

Asked = tuple[dict[str, Any], dict[str, Any]]  # the parameters of all notebooks, and the themes that each shows


@dataclass(frozen=True)
class Order:
    """What to run, where to publish it, whether to do so although nothing changed, and whether in one file too."""

    notebooks: list[Path]
    parameters: dict[str, dict[str, Any]]
    out: Path
    keep: int | None = None
    force: bool = False
    timeout: int = CELL_SECONDS
    single: bool = False
    scheduler: str | None = None  # of a Dask cluster to annotate on; "" is one of this machine's own
    verbose: bool = False  # every step is said, as a log

    @property
    def everything(self) -> dict[str, Any]:
        """The parameters of all notebooks together."""
        return {name: value for own in self.parameters.values() for name, value in own.items()}


def report(order: Order) -> int:
    """The exit code of a run: 0 published or unchanged, 1 a notebook failed. Parameters must be checked before.

    ValueError where the articles cannot be read (nothing is published), `folder.LockedError` where another run is on.
    """
    progress.log(order.verbose)
    with folder.locked(order.out):
        inputs = manifest.inputs(order.notebooks, order.everything)
        latest = manifest.read(order.out / "latest")
        unchanged = latest.get("inputs_hash") == manifest.digest(inputs)
        unchanged &= not order.single or (order.out / "latest" / SINGLE).exists()
        if unchanged and not order.force and not manifest.damage(order.out / "latest"):
            say(f"unchanged since {latest['started'][:16].replace('T', ' ')} UTC: {order.out}/latest/index.html")
            return DONE
        with folder.unfinished(order.out) as unfinished:
            told = _run(order, inputs, unfinished)
            return _publish(order, told, unfinished)


def _run(order: Order, inputs: dict[str, Any], unfinished: Path) -> dict[str, Any]:
    """The manifest of a run whose pages, notebooks and tables now stand in the unfinished folder."""
    from samestory.publish import kernels
    from samestory.publish.prepare import Task, in_one

    started, clock = datetime.now(UTC), time.monotonic()
    kernels.warm_up()
    with _shared() as run:
        asked = _asked(order)
        executed = _executed(order, asked, run)
        told = _told(inputs, started, executed)
        _write(order, asked, executed, told, run, unfinished)
    _finish(order, Task(in_one, executed, told, unfinished, SINGLE if order.single else ""))
    told["seconds"] = round(time.monotonic() - clock, 2)
    if changed := manifest.changed(inputs, manifest.inputs(order.notebooks, order.everything)):
        raise RuntimeError(f"{changed[0]} changed while this report was made; run again")
    manifest.write(told, unfinished)
    return told


def _executed(order: Order, asked: Asked, run: Path) -> list[notebooks.Executed]:
    """The notebooks, executed over one story, in their order; what they ask of articles is annotated before."""
    from samestory.publish.prepare import Task, prepare

    preparation = [Task(prepare, *asked, run, order.scheduler, order.verbose)] if _tells(order) else []
    from samestory.publish.execute import execute  # papermill, while the articles are annotated

    say("reading and annotating the articles")
    _finish(order, *preparation)
    executed: dict[str, notebooks.Executed] = {}
    for done in _execute(execute, order, run):
        executed[done.name] = done
        say(f"{len(executed)}/{len(order.notebooks)} {done.name}: {done.error or f'{done.seconds} s'}")
    return [executed[notebook.stem] for notebook in order.notebooks]


def _write(
    order: Order, asked: Asked, executed: list[notebooks.Executed], told: dict[str, Any], run: Path, unfinished: Path
) -> None:
    """Lay out the pages of what was executed, beside the tables of a story and, at the same time, what is shared."""
    from samestory.publish.prepare import Task, hand_over, lay_out, share

    if _tells(order):
        _finish(order, Task(hand_over, *asked, run, unfinished))
    sharing = [Task(share, *asked, run, unfinished)] if _tells(order) else []
    _finish(order, Task(lay_out, executed, told, order.out, unfinished), *sharing)


def _tells(order: Order) -> bool:
    """Whether the notebooks are about articles: one of a user's own may be about anything."""
    return "articles" in order.everything


def _asked(order: Order) -> Asked:
    """The parameters of all notebooks together, and the themes that each shows."""
    return order.everything, {notebook.stem: notebooks.themes(notebook) for notebook in order.notebooks}


def _finish(order: Order, *tasks: Any) -> None:
    """Wait for each of the tasks, PATIENCE times as long as for a cell."""
    for task in tasks:
        task.finish(PATIENCE * order.timeout)


@contextmanager
def _shared() -> Iterator[Path]:
    """A private folder in which the notebooks of this run share the tables of their story."""
    with tempfile.TemporaryDirectory(prefix="samestory-run-") as run:
        os.environ[places.RUN] = run
        try:
            yield Path(run)
        finally:
            del os.environ[places.RUN]


def _execute(execute: Callable[..., notebooks.Executed], order: Order, run: Path) -> Iterator[notebooks.Executed]:
    """The notebooks as they are done, side by side on the cores there are; their tables stand in the folder `run`."""
    from samestory.publish import kernels

    pool = ThreadPoolExecutor(cores.cores() + 1)  # a starting kernel mostly waits
    try:
        with kernels.warm_kernels(), progress.of_tables(run):
            jobs = [pool.submit(execute, one, order.parameters[one.stem], order.timeout) for one in order.notebooks]
            yield from (job.result() for job in as_completed(jobs))
    finally:
        pool.shutdown(wait=False, cancel_futures=True)  # when interrupted, nobody waits for notebooks under way


def _told(inputs: dict[str, Any], started: datetime, executed: list[Any]) -> dict[str, Any]:
    """The manifest of a run, but for the time it took."""
    failed = any(notebook.error for notebook in executed)
    return {
        "status": "failed" if failed else "published",
        "started": started.isoformat(timespec="seconds"),
        "seconds": None,
        "inputs_hash": manifest.digest(inputs),
        "notebooks": [_entry(notebook) for notebook in executed],
        **inputs,
    }


def _entry(executed: Any) -> dict[str, Any]:
    """One notebook's part of the manifest."""
    entry = {"name": executed.name, "status": "failed" if executed.error else "done", "seconds": executed.seconds}
    if executed.error:
        entry |= {"error": executed.error, "cell": executed.cell}
    if executed.warnings:
        entry["warnings"] = list(executed.warnings)
    return entry


def _publish(order: Order, told: dict[str, Any], unfinished: Path) -> int:
    """The exit code, after the folder was published; a failed run is kept under its name, but is never `latest`."""
    failed = told["status"] == "failed"
    run = folder.name(datetime.fromisoformat(told["started"]), told["inputs_hash"], failed=failed)
    published = folder.publish(unfinished, order.out, run)
    if not failed:
        folder.point_latest(published)
    if order.keep is not None:
        folder.prune(order.out, order.keep)
    folder.write_index(order.out)
    for notebook in told["notebooks"]:
        for warning in notebook.get("warnings", []):
            print(encode.terminal(f"samestory: warning in {notebook['name']}, {warning}"), file=sys.stderr)
        if "error" in notebook:
            where = f"{notebook['name']}, cell {notebook['cell']}"
            said = f"samestory: {where}: {notebook['error']}; its page: {published}"
            print(encode.terminal(said), file=sys.stderr)
    if not failed:
        say(f"published {published}/index.html ({told['seconds']} s)")
    return FAILED if failed else DONE
