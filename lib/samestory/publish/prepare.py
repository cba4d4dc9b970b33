"""Before any notebook: the articles are read and annotated once, in a warm process of their own."""

from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from samestory.params import did_you_mean
from samestory.publish import kernels

UNIQUE = ("text", "offset", "sha256")  # columns that differ from article to article and group nothing
READING = ("metadata", "outlets", "since", "until")


def kinds(notebooks: list[Path]) -> list[str]:
    """The kinds of annotation that the notebooks ask for by name."""
    from samestory.annotate.run import KINDS  # here and below: imported in the warm process alone

    sources = "".join(notebook.read_text(encoding="utf-8") for notebook in notebooks)
    return [kind for kind in KINDS if f'\\"{kind}\\"' in sources]


class Preparation:
    """The articles being read and annotated, in a process that starts warm while this one goes on."""

    def __init__(self, parameters: dict[str, Any], notebooks: list[Path]) -> None:
        """Begin."""
        self.result, sender = kernels.context().Pipe(duplex=False)
        self.process = kernels.context().Process(target=_prepare, args=(sender, parameters, notebooks), daemon=True)
        self.process.start()
        sender.close()

    def finish(self) -> None:
        """Wait for the end; ValueError where the articles cannot be read, RuntimeError where annotating broke down."""
        try:
            wrong = self.result.recv()
        except EOFError as error:
            raise RuntimeError("annotating the articles broke down; what it said stands above") from error
        finally:
            self.process.join()
        if wrong:
            raise ValueError(wrong)


def _prepare(sender: Connection, parameters: dict[str, Any], notebooks: list[Path]) -> None:
    """Send what is wrong with the parameters, or an empty text once all is annotated."""
    kernels.end_with_parent()
    wrong = ""
    try:
        if "articles" in parameters:
            prepare(parameters, kinds(notebooks))
    except ValueError as error:
        wrong = str(error)
    sender.send(wrong)


def prepare(parameters: dict[str, Any], kinds: list[str]) -> None:
    """The articles are read and the kinds stand in the cache; ValueError where `compare_by` is no column of theirs."""
    from samestory.annotate.run import run
    from samestory.corpus import articles as read

    reading = {name: parameters[name] for name in READING if name in parameters}
    articles = read(parameters["articles"], **reading)
    by = parameters.get("compare_by", "outlet")
    columns = [column for column in articles if column not in UNIQUE]
    if by not in columns:
        raise ValueError(f"compare_by {by!r} is no column to compare by; {did_you_mean(by, columns)}")
    if gaps := int(articles[by].isna().sum()):
        raise ValueError(
            f"compare_by {by!r}: {gaps} of {len(articles)} articles have no {by}; fill it in for all of them."
        )
    if kinds:
        run(articles, *kinds, referents=parameters.get("referents", ""))
