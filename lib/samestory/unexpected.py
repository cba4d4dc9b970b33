"""What nobody expected: told in one sentence, with the details in a file that can be sent to us."""

import dis
import tempfile
import traceback
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from samestory import encode, places

RAISE = dis.opmap["RAISE_VARARGS"]
EXIT = 70  # EX_SOFTWARE of sysexits.h: a fault of the program, not of what it was given


class ToldError(ValueError):
    """One sentence on what is wrong, also where another process raised it."""


class FaultError(Exception):
    """An error that another process has logged: its sentence."""


def is_told(error: Exception) -> bool:
    """Whether it is a ValueError we raised ourselves, with a sentence on what is wrong; else it is a fault."""
    if isinstance(error, ToldError):
        return True
    if not isinstance(error, ValueError):
        return False
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    if at is None:
        return False
    code = at.tb_frame.f_code
    raised = code.co_code[at.tb_lasti] == RAISE  # and not by a function in C that our line calls
    return raised and Path(code.co_filename).is_relative_to(places.PACKAGE)


def sentence(error: Exception) -> str:
    """One sentence on the error, and where the details are."""
    first = next(iter(str(error).splitlines()), "")
    said = f"a fault of the program, {type(error).__name__}{f': {first:.200}' if first else ''}"
    file = log("".join(traceback.format_exception(error)))
    return f"{said}; the details are in {file}" if file else f"{said}; no log could be written"


def warning(message: Warning | str) -> str:
    """A warning as the line that a terminal is shown."""
    return encode.terminal(f"samestory: {message}") + "\n"


def log(details: str) -> Path | None:
    """The file in which the details now stand, in the cache or else the working folder; None where neither can be."""
    now = datetime.now(UTC)
    text = f"samestory {version('samestory')}, {now.isoformat(timespec='seconds')}\n{details}"
    for folder in (places.cache() / "logs", Path.cwd()):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            name = f"samestory-{now:%Y%m%dT%H%M%SZ}-"
            with tempfile.NamedTemporaryFile(prefix=name, suffix=".log", dir=folder, delete=False) as file:
                file.write(text.encode("utf-8", "backslashreplace"))
        except OSError:
            continue
        return Path(file.name)
    return None
