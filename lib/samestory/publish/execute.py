"""One notebook, executed by papermill in a kernel of its own."""

import logging
import tempfile
import time
from pathlib import Path
from typing import Any

from samestory.publish import lean  # noqa: F401  (before papermill imports nbformat)

# isort: split
import nbformat
import papermill
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from papermill.execute import ERROR_MARKER_TAG
from traitlets.config import Config

from samestory import encode
from samestory.publish.notebooks import Executed

logging.getLogger("papermill").addHandler(logging.NullHandler())


class Engine(NBClientEngine):
    """Papermill's own engine, which also keeps the notebook when a cell hangs or ends its kernel."""

    @classmethod
    def execute_managed_notebook(cls, nb_man: Any, kernel_name: str, **kwargs: Any) -> Any:
        """Execute; a cell out of time or without a kernel becomes a failed cell."""
        try:
            super().execute_managed_notebook(nb_man, kernel_name, **kwargs)
        except (CellTimeoutError, DeadKernelError) as error:
            cell = [cell for cell in nb_man.nb.cells if cell.metadata.papermill.get("start_time")][-1]
            hung = isinstance(error, CellTimeoutError)
            said = f"no answer within {kwargs['execution_timeout']} seconds" if hung else "the kernel ended here"
            name = type(error).__name__
            cell.outputs = [*cell.get("outputs", []), nbformat.v4.new_output("error", ename=name, evalue=said)]
            nb_man.cell_exception(cell)


papermill_engines.register("samestory", Engine)


LOST = ("CellTimeoutError", "DeadKernelError")  # of the kernel, not of a cell's code


def execute(notebook: Path, parameters: dict[str, Any], timeout: int) -> Executed:
    """The notebook, executed with those of the parameters it declares, whatever becomes of it.

    Where its kernel hangs or dies it is executed once more, in another: the tables that stand are not made again.
    """
    first = _execute(notebook, parameters, timeout)
    return _execute(notebook, parameters, timeout) if first.error.startswith(LOST) else first


def _execute(notebook: Path, parameters: dict[str, Any], timeout: int) -> Executed:
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="samestory-") as scratch:
        output, error = Path(scratch) / "out.ipynb", ""
        try:
            papermill.execute_notebook(
                _literal(notebook),
                _literal(output),
                parameters=parameters,
                engine_name="samestory",
                progress_bar=False,
                request_save_on_cell_execute=False,
                execution_timeout=timeout,
                shutdown_kernel="immediate",
                ipython_hist_file=":memory:",
                config=_sockets(Path(scratch)),
            )
        except PapermillExecutionError as raised:
            error = f"{raised.ename}: {raised.evalue}"
        except (NoSuchKernel, RuntimeError) as raised:
            error = f"no kernel: {raised}"
        executed = nbformat.read(output if output.exists() else notebook, as_version=4)
    return _told(notebook.stem, executed, round(time.monotonic() - started, 2), error)


def _literal(path: Path) -> str:
    """The path as papermill reads it, which would fill in what stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _sockets(folder: Path) -> Config:
    """Kernels listen on files in the folder, on no network port."""
    connection = str(folder / "kernel.json")
    return Config({"KernelManager": {"transport": "ipc", "connection_file": connection, "ip": str(folder / "kernel")}})


def _told(name: str, notebook: Any, seconds: float, error: str) -> Executed:
    """What was executed, without the clock, the random names and the folders of this machine."""
    notebook.cells = [cell for cell in notebook.cells if ERROR_MARKER_TAG not in cell.metadata.get("tags", [])]
    notebook.metadata.pop("papermill", None)
    failed, warnings = None, []
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        if cell.metadata.pop("papermill", {}).get("exception"):
            failed = number
        cell.metadata.pop("execution", None)
        _without_folders(cell)
        said = "".join(output.text for output in cell.get("outputs", []) if output.get("name") == "stderr")
        warnings += [encode.portable(f"cell {number}: {said.strip()}")] if said.strip() and number != failed else []
    return Executed(name, notebook, seconds, tuple(warnings), encode.portable(error), failed)


def _without_folders(cell: Any) -> None:
    """The cell's parameters and errors name no folder of this machine."""
    if "injected-parameters" in cell.metadata.get("tags", []):
        cell.source = encode.portable(cell.source)
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            output.evalue = encode.portable(output.evalue)
            output.traceback = [encode.portable(line) for line in output.traceback]
        elif output.get("name") == "stderr":
            output.text = encode.portable(output.text)
