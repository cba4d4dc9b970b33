"""What the notebooks accept, and what is wrong with what they were given."""

import ast
import io
import json
import re
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samestory.nearest import did_you_mean

TEXTS = ("articles", "metadata", "since", "until", "referents", "pipeline", "compare_by", "per", "audit")
PATHS = ("articles", "metadata", "referents", "wire", "audit")  # what is read; every other text is just a text
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PERIODS = ("", "day", "week", "month", "year")
TRUTHS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True)
class Parameter:
    """One line of a notebook's `parameters` cell: its name, its default and its help comment."""

    name: str
    default: Any
    help: str


def declared(notebook: Path) -> dict[str, Parameter]:
    """The parameters a notebook accepts, by name, read from its cell tagged `parameters` without running it.

    ValueError where the file is no notebook or a parameter is no plain literal.
    """
    lines, source = {}, _parameters_source(notebook)
    comments = {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    for statement in ast.parse(source).body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
            lines[name] = Parameter(name, _literal(statement.value, name, notebook), comments.get(statement.lineno, ""))
    return lines


def _parameters_source(notebook: Path) -> str:
    """The source of the cell tagged `parameters`; empty where there is none."""
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{notebook} cannot be read as a notebook: {error}") from error
    tagged = (cell["source"] for cell in cells if "parameters" in cell.get("metadata", {}).get("tags", []))
    return "".join(next(tagged, ""))


def _literal(value: ast.expr, name: str, notebook: Path) -> Any:
    """The value of a plain literal."""
    try:
        return ast.literal_eval(value)
    except ValueError as error:
        raise ValueError(f"parameter {name!r} of {notebook.name} must be a plain literal") from error


def typed(name: str, text: str, accepted: Mapping[str, Parameter]) -> Any:
    """The value a word of the command line stands for, in the type of the parameter's default.

    A list is written as JSON (`'["A", "B"]'`) or with commas (`A,B`); its elements have the type of the default's.
    ValueError for an unknown name or a wrong type.
    """
    default = _known(name, accepted).default
    kind = type(default)
    try:
        value = _convert(text, kind)
        return [type(default[0])(part) for part in value] if kind is list and default else value
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"parameter {name!r} must be {_article(kind)}, not {text!r}") from error


def fitting(name: str, value: Any, accepted: Mapping[str, Parameter]) -> Any:
    """The value, once it has the type of the parameter's default; ValueError for an unknown name or another type."""
    kind = type(_known(name, accepted).default)
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise ValueError(f"parameter {name!r} must be {_article(kind)}, not {value!r}")
    return value


def _known(name: str, accepted: Mapping[str, Parameter]) -> Parameter:
    """The parameter of that name; ValueError where no notebook has it."""
    if name not in accepted:
        raise ValueError(f"no notebook has a parameter {name!r}; {did_you_mean(name, accepted)}")
    return accepted[name]


def _convert(text: str, kind: type) -> Any:
    """Text as a value of the kind; ValueError or KeyError where it is not one."""
    if kind is bool:
        return TRUTHS[text.lower()]
    if kind in (int, float, str):
        return kind(text)
    if kind is list and not text.startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    value = json.loads(text)
    if kind is not type(None) and not isinstance(value, kind):
        raise ValueError(text)
    return value


def _article(kind: type) -> str:
    """The kind in words."""
    names = {str: "a text", int: "a whole number", float: "a number", bool: "true or false",
             list: 'a list such as A,B or ["A", "B"]'}  # fmt: skip
    return names.get(kind, f"a {kind.__name__}")


def dated(value: Any) -> Any:
    """A year that papermill took for a number, as the text it was; anything else as it is."""
    return str(value) if type(value) is int and 1000 <= value <= 9999 else value


def several(value: Any) -> list[Any]:
    """A list that papermill took for a text, such as `["A", "B"]` or `A, B`, as the list it was; another as a list."""
    try:
        return _convert(value, list) if isinstance(value, str) else list(value)
    except ValueError:
        return [value]  # what nobody is called is said where the names are known


def check(**parameters: Any) -> None:
    """Nothing, if the notebook can use its parameters; otherwise ValueError with one sentence on the first it cannot.

    Outlets are checked against the articles by `corpus.articles`, which knows them.
    """
    for name in TEXTS:
        if not isinstance(parameters.get(name, ""), str):
            raise ValueError(f"{name} must be a text, not {parameters[name]!r}; write it in quotation marks")
    outlets = parameters.get("outlets", [])
    if not isinstance(outlets, list) or not all(isinstance(outlet, str) for outlet in outlets):
        raise ValueError(f'outlets must be a list of names such as ["The Journal"], not {outlets!r}')
    if parameters.get("articles", " ") == "":
        raise ValueError("articles must name a folder or a file of articles, not ''")
    if (per := parameters.get("per", "")) not in PERIODS:
        raise ValueError(f"per must be day, week, month, year or '', not {per!r}")
    _check_dates(parameters.get("since", ""), parameters.get("until", ""))
    _check_numbers(parameters)


def _check_numbers(parameters: Mapping[str, Any]) -> None:
    """ValueError for a whole number below zero (each counts something, or is a seed) and for terms of other lengths."""
    for name, value in parameters.items():
        least = 1 if name == "permutations" else 0
        if isinstance(value, int) and value < least:
            raise ValueError(f"{name} must be {least} or more, not {value}")
    ngrams = parameters.get("ngrams", [1])
    if not isinstance(ngrams, list) or not ngrams or not set(map(str, ngrams)) <= {"1", "2", "3"}:
        raise ValueError(f"ngrams must be a list of some of 1, 2 and 3, such as [1, 2], not {ngrams!r}")


def _check_dates(since: str, until: str) -> None:
    """ValueError unless both are empty or a day, month or year, in order."""
    for name, value in (("since", since), ("until", until)):
        if value and not DATE.fullmatch(value):
            raise ValueError(
                f"{name} must be a day, month or year such as '2025-07-06', '2025-07' or '2025', not {value!r}"
            )
    if since and until and since[: len(until)] > until:
        raise ValueError(f"since {since!r} is later than until {until!r}")
