"""What a file may hold: how large, how deep, how many rows; told before it is taken apart where its format tells it."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any

LARGEST = 500_000_000  # bytes of one file, and of what is packed in it
ROWS = 5_000_000  # of one table
NESTED = 50  # levels of lists and objects in JSON
CHARACTERS = 1_000_000  # of one article, some 160,000 words: what is longer is a book or many articles in one


class DeepError(ValueError):
    """JSON that is nested too deeply."""

    def __init__(self) -> None:
        super().__init__(f"is nested more than {NESTED} levels deep; an article needs two or three")


@contextmanager
def foreign(what: str) -> Iterator[None]:
    """Whatever a library raises that takes a file of others apart, as one sentence: it is no WHAT that can be read.

    What a parser raises at a broken file has no end (harmed files gave KeyError, TypeError, AttributeError, SyntaxError
    and errors of its own) and says no more than that it is broken; so here, and only here, all is caught. Some print
    the broken file, which is text of others and not for a terminal.
    """
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            yield
    except Exception as error:
        raise ValueError(f"is no {what} that can be read") from error


def check_packed(content: bytes, what: str) -> None:
    """ValueError for a packed document that is none, or that would fill more than LARGEST when unpacked."""
    with foreign(what):
        size = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
    if size > LARGEST:
        raise ValueError(f"holds {size / 1e6:,.0f} MB when unpacked; a file may hold {LARGEST / 1e6:,.0f} MB: split it")


def check_table(rows: int, size: int) -> None:
    """ValueError for a table of more than ROWS, or of more than LARGEST bytes when decoded."""
    if rows > ROWS or size > LARGEST:
        raise ValueError(
            f"has {rows:,} rows of {size / 1e6:,.0f} MB; a table may have {ROWS:,} of {LARGEST / 1e6:,.0f} MB: split it"
        )


def loads(text: str) -> Any:
    """What a text of JSON holds; json.JSONDecodeError where it is none, DeepError where it is nested too deeply."""
    try:
        whole = json.loads(text)
    except RecursionError:
        raise DeepError from None
    level = [whole]
    for _ in range(NESTED + 1):
        held = (one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list))
        level = [inner for inners in held for inner in inners]
    if level:
        raise DeepError
    return whole
