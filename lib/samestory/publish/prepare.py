"""Around the notebooks: before them the articles are read and annotated once, after them all is written.

That needs the libraries that the notebooks need, so each step is done in a warm process of its own.
"""

import os
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from samestory import cores, places, unexpected
from samestory.publish import kernels, notebooks, progress


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

        ValueError where the function raised one of ours, OSError where the disk or the system refused,
        `unexpected.FaultError` where it raised anything else, RuntimeError where its process ended or took too long.
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
    warnings.formatwarning = lambda message, *_: unexpected.warning(message)
    wrong: Exception | None = None
    try:
        function(*args)
    except OSError as error:
        wrong = OSError(*error.args)
    except Exception as error:  # the last door of this process
        told = unexpected.is_told(error)
        wrong = ValueError(str(error)) if told else unexpected.FaultError(unexpected.sentence(error))
    sender.send(wrong)


def prepare(
    parameters: dict[str, Any], themes: dict[str, list[str]], run: Path, scheduler: str | None, logged: bool = False
) -> None:
    """The articles are read, once for the whole run, and the kinds that the notebooks need annotated, on all cores.

    `scheduler` is the address of a Dask scheduler to annotate on, "" a cluster of this machine's own, None no Dask.
    What was left out or assumed is said. How many articles are done is shown on a terminal, or `logged`.
    ValueError for what cannot be read.
    """
    from samestory import annotate, story  # here and below: imported in the warm process alone
    from samestory.present.collection import findings
    from samestory.story import graph

    progress.log(logged)
    os.environ[places.RUN] = str(run)
    told = story.with_parameters(parameters)
    for line in findings.brought(told["receipt"]):
        warnings.warn(line, stacklevel=1)
    progress.say(findings.holds(told.articles, by=told.settings["by"]))
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


def lay_out(executed: list[Any], told: dict[str, Any], out: Path, folder: Path) -> None:
    """The executed notebooks, what changed since the last run below `out`, and the pages stand in the folder."""
    import nbformat

    from samestory.publish import changes, pages

    (folder / "notebooks").mkdir()
    for notebook in executed:
        nbformat.write(notebook.notebook, folder / "notebooks" / f"{notebook.name}.ipynb")
    if not (folder / "findings.json").exists():  # notebooks that read no story
        (folder / "tables").mkdir()
        (folder / "findings.json").write_text("[]\n", encoding="utf-8")
    changed = changes.since(out, told, folder)
    changes.write(changed, folder)
    pages.write(executed, told, changed, folder)


def in_one(executed: list[Any], told: dict[str, Any], folder: Path, single: str) -> None:
    """The brief as a document, all pages in one file where `single` names it, and what is in the folder."""
    from samestory.publish.share import crate, document, pictures

    if any(one.name == notebooks.BRIEF for one in executed):
        brief = (folder / notebooks.page(notebooks.BRIEF)).read_text(encoding="utf-8")
        document.write(brief, pictures.by_words(folder / "charts"), folder / "brief.docx")
    if single:
        from samestory.publish import pages
        from samestory.publish.share import single as whole

        whole.write(pages.entries(executed), folder / single)
    crate.write(told, folder)
