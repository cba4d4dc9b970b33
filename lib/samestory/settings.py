"""`samestory.toml`: what `samestory report` does in a folder when its words do not say otherwise."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from samestory import places
from samestory.nearest import did_you_mean

KINDS: dict[str, Any] = {"out": str, "keep": int, "timeout": int, "notebooks": list, "parameters": dict}
NAMES = {str: "a text", int: "a whole number from 1", list: "a list of names", dict: "a table of its own"}


@dataclass(frozen=True)
class Settings:
    """Where to publish, how many runs to keep, seconds a cell may take, which notebooks, with which parameters."""

    out: Path = Path("reports")
    keep: int | None = None
    timeout: int = 900
    notebooks: Sequence[str] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)


def read() -> Settings:
    """The settings of the project worked in; those of the program where there is none, or where it says nothing.

    ValueError, one sentence naming the file, where it cannot be read or says what is not known.
    """
    if (project := places.project()) is None:
        return Settings()
    file = project / places.SETTINGS
    said = _checked(_loaded(file), file)
    if "out" in said:
        said["out"] = project / said["out"]
    return Settings(**said)


def _loaded(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ValueError(f"{file} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{file} is no TOML file: {error}") from error


def _checked(said: dict[str, Any], file: Path) -> dict[str, Any]:
    """What the file says, once every name is known and every value of its kind."""
    for name, value in said.items():
        if name not in KINDS:
            raise ValueError(f"{file} sets {name!r}, which is not known; {did_you_mean(name, KINDS)}")
        kind = KINDS[name]
        if type(value) is not kind or (kind is int and value < 1):
            raise ValueError(f"{file}: {name} must be {NAMES[kind]}, not {value!r}")
    return said
