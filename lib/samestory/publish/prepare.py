"""Around the notebooks: before them the articles are read and annotated once, after them the tables are handed over.

Both need the libraries that the notebooks need, so both are done in a warm process of their own.
"""

import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from samestory import places
from samestory.publish import kernels


class Task:
    """A function at work in a process that starts warm, while this one goes on."""

    def __init__(self, function: Callable[..., None], *args: Any) -> None:
        """Begin."""
        self.what = function.__name__
        self.result, sender = kernels.context().Pipe(duplex=False)
        self.process = kernels.context().Process(target=_do, args=(sender, function, args), daemon=True)
        self.process.start()
        sender.close()

    def finish(self) -> None:
        """Wait for the end; ValueError where the function raised one, RuntimeError where it broke down."""
        try:
            wrong = self.result.recv()
        except EOFError as error:
            raise RuntimeError(f"the step {self.what!r} broke down; what it said stands above") from error
        finally:
            self.process.join()
        if wrong:
            raise ValueError(wrong)


def _do(sender: Connection, function: Callable[..., None], args: tuple[Any, ...]) -> None:
    """Send what is wrong with the arguments, or an empty text once all is done."""
    kernels.end_with_parent()
    wrong = ""
    try:
        function(*args)
    except ValueError as error:
        wrong = str(error)
    sender.send(wrong)


def prepare(parameters: dict[str, Any], themes: dict[str, list[str]]) -> None:
    """The articles are read and the kinds that the notebooks need annotated; ValueError for what cannot be read."""
    from samestory import annotate, story  # here and below: imported in the warm process alone
    from samestory.story import graph

    told = story.with_parameters(parameters)
    options = {name: told.settings[name] for name in ("referents", "pipeline")}
    if kinds := graph.kinds(row for notebook in themes for row in graph.of_themes(themes[notebook])):
        annotate.run(told.articles, *kinds, **options)


def hand_over(parameters: dict[str, Any], themes: dict[str, list[str]], run: Path, folder: Path) -> None:
    """`tables/*.csv` and `findings.json` of the story that the notebooks of a run stood on stand in the folder."""
    from samestory import story
    from samestory.publish import handover

    os.environ[places.RUN] = str(run)
    handover.write(story.with_parameters(parameters), themes, folder)
