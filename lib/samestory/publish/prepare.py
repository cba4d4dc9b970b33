"""Around the notebooks: before them the articles are read and annotated once, after them the tables are handed over.

Both need the libraries that the notebooks need, so both are done in a warm process of their own.
"""

import os
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from samestory import cores, encode, places, unexpected
from samestory.publish import kernels, progress


class Task:
    """A function at work in a process that starts warm, while this one goes on."""

    def __init__(self, function: Callable[..., None], *args: Any) -> None:
        """Begin."""
        self.what = function.__name__
        self.result, sender = kernels.context().Pipe(duplex=False)
        self.process = kernels.context().Process(target=_do, args=(sender, function, args))
        self.process.start()
        sender.close()

    def finish(self, seconds: float) -> None:
        """Wait for the end, but not longer than so many seconds.

        ValueError where the function raised one of ours, `unexpected.FaultError` where it raised anything else,
        RuntimeError where its process was ended or took too long.
        """
        try:
            if not self.result.poll(seconds):
                self.process.kill()
                raise RuntimeError(f"the step {self.what!r} gave no answer within {seconds:.0f} seconds")
            wrong = self.result.recv()
        except EOFError as error:
            raise RuntimeError(f"the process of the step {self.what!r} was ended") from error
        finally:
            self.process.join()
        if wrong:
            raise wrong


def _do(sender: Connection, function: Callable[..., None], args: tuple[Any, ...]) -> None:
    """Send what is wrong, an exception with one sentence, or None once all is done."""
    cores.end_with_parent()
    warnings.formatwarning = lambda message, *_: encode.terminal(f"samestory: {message}") + "\n"
    wrong: Exception | None = None
    try:
        function(*args)
    except Exception as error:  # the last door of this process
        told = unexpected.is_told(error)
        wrong = ValueError(str(error)) if told else unexpected.FaultError(unexpected.sentence(error))
    sender.send(wrong)


def prepare(parameters: dict[str, Any], themes: dict[str, list[str]], run: Path, scheduler: str | None) -> None:
    """The articles are read, once for the whole run, and the kinds that the notebooks need annotated, on all cores.

    `scheduler` is the address of a Dask scheduler to annotate on, "" a cluster of this machine's own, None no Dask.
    ValueError for what cannot be read.
    """
    from samestory import annotate, story  # here and below: imported in the warm process alone
    from samestory.story import graph

    os.environ[places.RUN] = str(run)
    told = story.with_parameters(parameters)
    options = {name: told.settings[name] for name in ("referents", "pipeline")}
    rows = [row for notebook in themes for row in graph.of_themes(themes[notebook])]
    (run / progress.TABLES).write_text(str(len(graph.tables(row for row in rows if row.verb != "table"))))
    if kinds := graph.kinds(rows):
        engine = None if scheduler is None else annotate.engines.dask(scheduler)
        shown = progress.of_articles()
        annotate.compute(told.articles, *kinds, **options, workers=cores.cores(), engine=engine, told=shown)


def hand_over(parameters: dict[str, Any], themes: dict[str, list[str]], run: Path, folder: Path) -> None:
    """`tables/*.csv` and `findings.json` of the story that the notebooks of a run stood on stand in the folder."""
    from samestory import story
    from samestory.publish import handover

    os.environ[places.RUN] = str(run)
    handover.write(story.with_parameters(parameters), themes, folder)


def share(parameters: dict[str, Any], themes: dict[str, list[str]], run: Path, folder: Path) -> None:
    """`tables/*.xlsx`, `charts/*` and `articles.bib` of the story that a run stood on stand in the folder."""
    from samestory import story
    from samestory.publish.share import bibliography, pictures, tables

    os.environ[places.RUN] = str(run)
    told = story.with_parameters(parameters)
    tables.write(told, folder / "tables")
    pictures.write(told, {theme for asked in themes.values() for theme in asked}, folder / "charts")
    (folder / "articles.bib").write_text(bibliography.bib(told.articles), encoding="utf-8")
