"""What a run read and what came of it: `manifest.json`, with the hashes by which it is checked and not run twice."""

import hashlib
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from samestory import params, places

FILE = "manifest.json"
LARGEST = 50_000_000  # bytes; ours have some ten thousand
PARTS: dict[str, type] = {
    "status": str,
    "started": str,
    "inputs_hash": str,
    "notebooks": list,
    "parameters": dict,
    "files": dict,
    "versions": dict,
    "outputs": dict,
}
PACKAGES = (
    "samestory",
    "pandas",
    "numpy",
    "pyarrow",
    "matplotlib",
    "nltk",
    "spacy",
    "papermill",
    "nbconvert",
    "ipykernel",
)


def inputs(notebooks: list[Path], parameters: dict[str, Any]) -> dict[str, Any]:
    """All that a report depends on: parameters, SHA-256 of every file it can read, and versions. No absolute paths."""
    files = {f"notebooks/{notebook.name}": sha256(notebook) for notebook in notebooks}
    ours = dict.fromkeys([*_files(places.DATA), *_files(places.PACKAGE)])
    files |= {path.relative_to(places.ROOT).as_posix(): sha256(path) for path in ours}
    for name in params.PATHS:
        if value := parameters.get(name):
            path = places.find(value)
            files |= {f"{name}/{_label(file, path)}": sha256(file) for file in _files(path)}
    plain = {name: portable(value) for name, value in sorted(parameters.items())}
    return {"parameters": plain, "files": dict(sorted(files.items())), "versions": versions()}


def digest(inputs: dict[str, Any]) -> str:
    """The SHA-256 of the inputs: the same for the same report."""
    inputs = {part: inputs[part] for part in ("parameters", "files", "versions")}
    return hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()


def changed(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The names of the files, parameters and packages in which two inputs differ, in order."""
    return sorted(
        name
        for part in ("files", "parameters", "versions")
        for name in before[part].keys() | after[part].keys()
        if before[part].get(name) != after[part].get(name)
    )


def versions() -> dict[str, str]:
    """The versions a report depends on."""
    python = ".".join(map(str, sys.version_info[:3]))
    return {"python": python} | {package: version(package) for package in PACKAGES}


def portable(value: Any) -> Any:
    """The value of a parameter, as it may be shown anywhere: an absolute path shrinks to its last name."""
    return Path(value).name if isinstance(value, str) and Path(value).is_absolute() else value


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or every file in the folder, without caches and hidden files, in order."""
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        parts = file.relative_to(path).parts
        if file.is_file() and "__pycache__" not in parts and not any(part.startswith(".") for part in parts):
            yield file


def _label(file: Path, given: Path) -> str:
    """The file's name below the path that was given."""
    return file.name if file == given else file.relative_to(given).as_posix()


def sha256(path: Path) -> str:
    """The hash of a file's bytes; ValueError where the file cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ValueError(f"{path} cannot be read ({error.strerror}); a file you may read is needed.") from error


def read(folder: Path) -> dict[str, Any]:
    """The manifest in a published folder; empty where there is none, or it is none of this version.

    OSError where the disk does not give it: that is no reason to take a run for none.
    """
    file = folder / FILE
    if not file.is_file() or file.stat().st_size > LARGEST:
        return {}
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return {}
    complete = isinstance(told, dict) and all(isinstance(told.get(part), kind) for part, kind in PARTS.items())
    return told if complete and all(isinstance(one, dict) and "status" in one for one in told["notebooks"]) else {}


def write(told: dict[str, Any], folder: Path) -> None:
    """`manifest.json` stands in the folder, with the SHA-256 of every other file there as `outputs`."""
    whole = told | {"outputs": _published(folder)}
    (folder / FILE).write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _published(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a run but its manifest."""
    paths = (path for path in sorted(folder.rglob("*")) if path != folder / FILE and not path.is_dir())
    return {path.relative_to(folder).as_posix(): sha256(path) if path.is_file() else "no file" for path in paths}


def damage(run: Path) -> list[str]:
    """What is wrong with a published run, one sentence each: files gone, changed or added; none where it is whole."""
    try:
        told, there = read(run), _published(run)
    except OSError as error:
        return [f"{error.filename} cannot be read: {error.strerror}"]
    except ValueError as error:
        return [str(error)]
    if not told:
        return [f"{FILE} is missing or cannot be read"]
    wrong = [] if digest(told) == told["inputs_hash"] else [f"{FILE} was changed: its inputs have another hash"]
    wrong += [f"{name} is missing" for name in told["outputs"] if name not in there]
    wrong += [f"{name} was changed" for name, sha in told["outputs"].items() if there.get(name, sha) != sha]
    return wrong + [f"{name} was added" for name in there if name not in told["outputs"]]
