"""The graph of all tables: what there is by name, and what each function is called with."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from samestory.kinds import KINDS
from samestory.nearest import did_you_mean
from samestory.story.rows import Row, by_verb
from samestory.story.themes import ROWS

ALL = "all_"  # before the name of a kind: its spans also where only an outlet's own words are counted
GIVEN = ("articles", "receipt")  # what a story is made of
HEADLINES = "headline_"  # before the name of a kind: its spans in the headlines alone, counted in no other table
WHOLE = ("sentences", "terms")  # kinds by which articles are compared, counted in no table: never cut to own words
BY_VERB: Mapping[str, Mapping[str, Row]] = by_verb(ROWS)
TABLES = BY_VERB["table"]
THEMES = tuple(dict.fromkeys(row.theme for row in ROWS))


def is_table(name: str) -> bool:
    """Whether a story has a table of this name: the articles, a kind of span, or one that a row makes."""
    return name in GIVEN or kind(name) in KINDS or name in TABLES


def kind(name: str) -> str:
    """The kind of span of which a table holds some: `labels` of `labels`, `all_labels` and `headline_labels`."""
    return name.removeprefix(ALL).removeprefix(HEADLINES)


def row(verb: str, name: str) -> Row:
    """The row of a verb and a name; KeyError with the nearest names where there is none."""
    rows = BY_VERB[verb]
    if name not in rows:
        raise KeyError(f"a story has no {verb} {name!r}; {did_you_mean(name, rows)}")
    return rows[name]


def arguments(
    asked: Row, table: Callable[[str], Any], settings: Mapping[str, Any], /, **options: Any
) -> dict[str, Any]:
    """What the function of a row is called with: its options and constants, tables, settings; the rest by default.

    TypeError for an option that the function does not take, or a parameter that is neither table nor setting.
    """
    if unknown := [name for name in options if name not in asked.parameters]:
        takes = [name for name in asked.parameters if name not in asked.on]
        raise TypeError(f"{asked.verb} {asked.name!r} takes no {unknown[0]!r}; {did_you_mean(unknown[0], takes)}")
    given = {**asked.given, **options}
    for name, parameter in asked.parameters.items():
        source = asked.on.get(name, name)
        if name in given:
            continue
        if is_table(source):
            given[name] = table(source)
        elif source in settings:
            given[name] = settings[source]
        elif parameter.default is inspect.Parameter.empty:
            raise TypeError(f"{asked.verb} {asked.name!r}: {name!r} is no table and no setting of a story")
    return given


def stands_on(asked: Row) -> list[str]:
    """The tables that the function of a row is given, in its order."""
    named = [asked.on.get(name, name) for name in asked.parameters if name not in asked.given]
    return [name for name in named if is_table(name)]


def of_themes(themes: Iterable[str]) -> list[Row]:
    """The rows of some themes, of all where none is named."""
    wanted = set(themes) or set(THEMES)
    return [row for row in ROWS if row.theme in wanted]


def kinds(rows: Iterable[Row]) -> list[str]:
    """The kinds of span on which some rows stand, whatever stands between."""
    named = {kind(name) for name in _beneath(rows)}
    return [each for each in KINDS if each in named]


def tables(rows: Iterable[Row]) -> list[str]:
    """The tables on which some rows stand, whatever stands between."""
    named = _beneath(rows)
    return [name for name in TABLES if name in named]


def _beneath(rows: Iterable[Row]) -> set[str]:
    """The names of all on which some rows stand: tables, kinds of span, what a story is made of."""
    seen: set[str] = set()
    waiting = list(rows)
    while waiting:
        new = [name for name in stands_on(waiting.pop()) if name not in seen]
        seen.update(new)
        waiting += [TABLES[name] for name in new if name in TABLES]
    return seen
