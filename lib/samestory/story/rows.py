"""The rows of the graph: what a story knows by name, the function that makes it, and what that function stands on.

A row is called by the names of its function's parameters: a parameter with the name of a table is given that table,
one with the name of a setting (`by`, `permutations`, …) that setting. So what a row stands on is read off its function,
and a new table, chart, finding or reading is one function and one row.
"""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

VERBS = ("table", "view", "chart", "finding", "reading", "show", "explore")


@dataclass(frozen=True)
class Row:
    """One thing a story can do: `verb` and `name` say what is asked, `function` answers.

    `on` names the table that a parameter is given, where the two differ; `given` holds constants. `kept`: the name
    under which the table is written with a report. `brief`: what a finding is to the brief: `test`, `copy`
    or `told`; without it, it stays on its page. `caption`: of a view; `counts`: its column by whose values those rows
    are counted that a page has no room for.
    """

    verb: str
    name: str
    function: Callable[..., Any]
    on: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    kept: str = ""
    brief: str = ""
    caption: str = ""
    counts: str = ""
    theme: str = ""

    @property
    def parameters(self) -> Mapping[str, inspect.Parameter]:
        """The parameters of the function by name."""
        return inspect.signature(self.function).parameters

    @property
    def says(self) -> str:
        """The first sentence of the function's docstring."""
        return (inspect.getdoc(self.function) or "").partition("\n\n")[0].replace("\n", " ")

    def stands_on(self, tables: Mapping[str, Any]) -> dict[str, str]:
        """Its parameters that are given a table, with the table's name."""
        named = {name: self.on.get(name, name) for name in self.parameters if name not in self.given}
        return {name: table for name, table in named.items() if table in tables}


def table(name: str, function: Callable[..., pd.DataFrame], *, on: Any = None, kept: str = "", **given: Any) -> Row:
    """The row of a table: `story[name]`."""
    return Row("table", name, function, on or {}, given, kept=kept)


def view(
    name: str,
    function: Callable[..., pd.DataFrame] | None = None,
    *,
    on: Any = None,
    caption: str = "",
    counts: str = "",
    drop: tuple[str, ...] = (),
    **given: Any,
) -> Row:
    """The row of a table as a page shows it: `story.table(name)`; the table itself, without `drop`, if no function."""
    if function is None:
        function, on, given = without, {"rows": name}, {"drop": drop}
    return Row("view", name, function, on or {}, given, caption=caption, counts=counts)


def without(rows: pd.DataFrame, drop: tuple[str, ...]) -> pd.DataFrame:
    """The table without some of its columns."""
    return rows.drop(columns=list(drop))


def chart(name: str, function: Callable[..., Any], *, on: Any = None, **given: Any) -> Row:
    """The row of a chart, or of several: `story.chart(name)`."""
    return Row("chart", name, function, on or {}, given)


def finding(name: str, function: Callable[..., pd.DataFrame], *, on: Any = None, brief: str = "", **given: Any) -> Row:
    """The row of findings: `story.say(name)`."""
    return Row("finding", name, function, on or {}, given, brief=brief)


def reading(name: str, function: Callable[..., str], *, on: Any = None, **given: Any) -> Row:
    """The row of a sentence of reading: `story.reading(name)`."""
    return Row("reading", name, function, on or {}, given)


def show(name: str, function: Callable[..., Any], *, on: Any = None, **given: Any) -> Row:
    """The row of what a page shows in a form of its own, as HTML: `story.show(name)`."""
    return Row("show", name, function, on or {}, given)


def explore(name: str, function: Callable[..., Any], *, on: Any = None, **given: Any) -> Row:
    """The row of what is turned over by hand in JupyterLab: `story.explore(name)`."""
    return Row("explore", name, function, on or {}, given)


def of_theme(theme: str, *rows: Row) -> tuple[Row, ...]:
    """The rows with their theme."""
    return tuple(replace(row, theme=theme) for row in rows)


def by_verb(rows: Iterable[Row]) -> dict[str, dict[str, Row]]:
    """The rows by verb and name; ValueError where two of one verb have one name."""
    found: dict[str, dict[str, Row]] = {verb: {} for verb in VERBS}
    for row in rows:
        if row.name in found[row.verb]:
            raise ValueError(
                f"there are two rows {row.verb} {row.name!r}, of {found[row.verb][row.name].theme} and {row.theme}"
            )
        found[row.verb][row.name] = row
    return found
