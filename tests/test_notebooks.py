"""The anatomy of every notebook: what a reader finds, in what order, and how short the code stays."""

import ast
import json
from itertools import pairwise

import pytest
from samestory import params
from samestory.corpus import known

NOTEBOOKS = sorted((known.ROOT / "notebooks").glob("*.ipynb"))
COMMON = ["articles", "metadata", "outlets", "since", "until", "referents", "compare_by"]
each = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)


def cells(notebook) -> list[dict]:
    found = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert found
    return [cell | {"source": "".join(cell["source"])} for cell in found]


def code(notebook) -> list[str]:
    return [cell["source"] for cell in cells(notebook) if cell["cell_type"] == "code"]


def prose(notebook) -> list[str]:
    return [cell["source"] for cell in cells(notebook) if cell["cell_type"] == "markdown"]


def test_there_are_six():
    assert [path.stem for path in NOTEBOOKS] == [
        "1_corpus", "2_terminology", "3_voices", "4_framing", "5_figures", "6_brief",
    ]  # fmt: skip


@each
def test_it_opens_with_a_question_and_what_it_cannot_tell(notebook):
    first = prose(notebook)
    assert first[0].startswith("# ") and "?" in first[0].splitlines()[0]
    assert any("cannot tell you" in text.lower() for text in first[:3])


@each
def test_its_parameters_are_literals_with_a_type_and_a_word_of_help(notebook):
    declared = params.declared(notebook)
    assert list(declared)[: len(COMMON)] == COMMON
    for parameter in declared.values():
        kind, _, help = parameter.help.partition(":")
        assert kind in {"str", "int", "float", "bool", "list"} and help.strip(), parameter


@each
def test_it_is_committed_without_outputs_and_keeps_its_ids(notebook):
    for cell in cells(notebook):
        assert cell["id"]
        assert not cell.get("outputs") and cell.get("execution_count") is None


@each
def test_its_code_is_short_and_plain(notebook):
    sizes = [len(source.splitlines()) for source in code(notebook)[1:]]  # without the parameters
    assert 9 <= len(sizes) <= 26 and max(sizes) <= 8
    assert sum(size == 1 for size in sizes) >= len(sizes) - 1, "one call a cell"
    for source in code(notebook):
        assert "!" not in source.replace("!=", "") and "%" not in source.split('"')[0], source
        functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
        assert not functions, "a second use moves it to the library"


@each
def test_the_headings_do_not_skip_a_level(notebook):
    heads = [line for text in prose(notebook) for line in text.splitlines() if line.startswith("#")]
    levels = [len(line) - len(line.lstrip("#")) for line in heads]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_all_their_code_together_is_two_hundred_lines_at_most():
    lines = [line for notebook in NOTEBOOKS for source in code(notebook)[1:] for line in source.splitlines()]
    assert 100 < len([line for line in lines if line.strip()]) <= 200, "without the parameters"


@pytest.mark.parametrize("notebook", NOTEBOOKS[1:], ids=lambda path: path.stem)
def test_something_can_be_turned_over_by_hand(notebook):
    assert any(source.startswith("story.explore(") for source in code(notebook))
