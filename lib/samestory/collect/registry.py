"""The readers by suffix. A reader takes a file's bytes and gives `(format, rows)`.

`format` says in words what was read; `rows` has one record an article, its fields named as the file names them. A row's
`_where` names its place in the file (“row 3”; empty where the file is one article), `_broken` what is wrong with it,
and `_said` what was assumed of it.
A reader raises ValueError, one sentence without the file's name, where it cannot read the file.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

Rows = list[dict]
Reader = Callable[[Path, bytes], tuple[str, Rows]]

READERS: dict[str, Reader] = {}

ELSEWHERE = {
    ".pdf": "is a PDF, which keeps no order of reading; save its text as .txt",
    ".doc": "is an old Word file; save it as .docx",
    ".xls": "is an old Excel file; save it as .xlsx",
    ".zip": "is an archive; unpack it first",
    ".gz": "is an archive; unpack it first",
    ".tar": "is an archive; unpack it first",
    ".webarchive": "is a page as Safari keeps it; save it as Page Source, .html",
    ".wacz": "is an archive; unpack it and name its .warc",
    ".eml": "is a message; save its text as .txt",
    ".epub": "is a book; save its articles as .html",
    ".pages": "is a Pages file; save it as .docx",
    ".numbers": "is a Numbers file; save it as .xlsx",
}


def reader(*suffixes: str) -> Callable[[Reader], Reader]:
    """Registers the function decorated as the reader of these suffixes."""

    def register(function: Reader) -> Reader:
        """The function, now the reader of the suffixes."""
        READERS.update(dict.fromkeys(suffixes, function))
        return function

    return register


def suffix(file: Path) -> str:
    """The suffix that decides who reads a file: the last one, with the one before where it is packed (`.warc.gz`)."""
    last = file.suffix.lower()
    packed = "".join(file.suffixes[-2:]).lower()
    return packed if packed in READERS else last


def needs(module: str, what: str) -> ModuleType:
    """A module of the extra `collect`, imported when first needed; ValueError saying how to get it where it is not."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ValueError(
            f"needs the package {module.partition('.')[0]} to read {what}; install samestory[collect]"
        ) from error
