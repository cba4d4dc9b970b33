"""What a notebook says of itself, and what became of it: without the libraries that execute and render it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BRIEF = "6_brief"


@dataclass(frozen=True)
class Executed:
    """A notebook as executed, in how many seconds, what it warned of, and what went wrong in which cell."""

    name: str
    notebook: Any
    seconds: float
    warnings: tuple[str, ...] = ()
    error: str = ""
    cell: int | None = None


def themes(notebook: Path) -> list[str]:
    """The themes a notebook asks about, as its metadata name them (`samestory.themes`).

    None where it names none: it may then ask anything.
    """
    return json.loads(notebook.read_text(encoding="utf-8"))["metadata"].get("samestory", {}).get("themes", [])


def page(name: str) -> str:
    """The file of a notebook's page: the brief is what a reader opens first."""
    return "index.html" if name == BRIEF else f"{name}.html"
