"""The house stands as designed: data walks down one street, and no two rooms import each other."""

import ast
from itertools import pairwise
from pathlib import Path

import pytest
from samestory.corpus import known

LIBRARY = known.ROOT / "lib" / "samestory"
STREET = ["collect", "corpus", "annotate", "compare", "present", "coding", "story", "publish"]
# Where things are, the processors, how text of others is written, `data/`, the names of kinds, the nearest word, how the unexpected is told.
GROUND = {
    f"samestory.{name}" for name in ("calendar", "cores", "places", "encode", "known", "kinds", "nearest", "unexpected")
}
MODULES = {
    ".".join(["samestory", *path.relative_to(LIBRARY).with_suffix("").parts]).removesuffix(".__init__"): path
    for path in LIBRARY.rglob("*.py")
}


def imported(path: Path) -> set[str]:
    """The modules of ours that a module imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return {name for name in found if name in MODULES} - {"samestory"}


def house(module: str) -> int | None:
    """The number of a module's house on the street; None for the door (cli, params) and the package itself."""
    parts = module.split(".")
    return STREET.index(parts[1]) if len(parts) > 1 and parts[1] in STREET else None


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_house_imports_only_houses_before_it(module):
    mine = house(module)
    for name in imported(MODULES[module]):
        theirs = house(name)
        at_the_door = name == "samestory.params" and mine in (STREET.index("story"), STREET.index("publish"))
        below_all = name in GROUND
        assert mine is None or at_the_door or below_all or (theirs is not None and theirs <= mine), (
            f"{module} imports {name}"
        )


def test_files_are_read_behind_one_door():
    """What is in a file is known to `collect` alone; the others take the articles table."""
    doors = ("samestory.collect", "samestory.corpus.articles", "samestory.cli", "samestory.story", "samestory.publish")
    inside = {m for m, p in MODULES.items() if any(n.startswith("samestory.collect") for n in imported(p))}
    assert inside and all(module.startswith(doors) for module in inside)


def test_no_modules_import_each_other_in_a_circle():
    """Packages re-export their rooms, so `a.b` importing its own package `a` does not count as an import of it."""
    graph = {m: {n for n in imported(p) if not m.startswith(n + ".")} - {m} for m, p in MODULES.items()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join([*trail[trail.index(module) :], module])
        if module not in done:
            for name in graph[module]:
                visit(name, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_nothing_of_ours_is_fetched_from_a_network():
    assert len(MODULES) > 100
    clients = ("requests", "urllib.request", "httpx", "http.client", "aiohttp")
    for module, path in MODULES.items():
        text = path.read_text(encoding="utf-8")
        assert not any(f"import {client}" in text or f"from {client}" in text for client in clients), module


def test_every_table_of_knowledge_says_where_its_rows_come_from():
    readme = (known.DATA / "README.md").read_text(encoding="utf-8")
    one_source = {
        "word_senses.csv",
        "alignment_weights.csv",
        "attribution_weights.csv",
        "first_names.csv",
    }  # the README says which
    tables = sorted(known.DATA.glob("*.csv"))
    assert tables
    for file in tables:
        assert f"`{file.name}`" in readme, f"{file.name} is not in data/README.md"
        assert file.name in one_source or {"source", "evidence"} & set(known.read_csv(file).columns), file.name


def test_every_set_of_words_is_asked_for_by_name_and_every_word_has_a_source():
    sets = known.read_csv(known.DATA / "word_sets.csv")
    asked = [
        node.args[0].value
        for path in MODULES.values()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "known.words"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert sorted(asked) == sorted(sets["set"].unique()), "each set is asked for once"
    assert sets["source"].notna().all() and not sets.duplicated(["set", "word"]).any()
    with pytest.raises(ValueError, match="no set 'verbs of amounts'"):
        known.words("verbs of amounts")


def test_the_street_is_in_the_order_of_the_design():
    readme = (known.ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    places = [readme.index(f"`{name}`") for name in STREET]
    assert all(a < b for a, b in pairwise(places))
