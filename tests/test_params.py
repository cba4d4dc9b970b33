import json
from pathlib import Path

import pytest
from papermill.inspection import inspect_notebook
from samestory import params

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


@pytest.fixture
def notebook(tmp_path):
    def write(source):
        cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source.splitlines(keepends=True)}
        path = tmp_path / "one.ipynb"
        path.write_text(json.dumps({"cells": [{"cell_type": "markdown", "metadata": {}, "source": []}, cell]}))
        return path

    return write


SOURCE = """articles = "seeds"   # str: folder of .txt
outlets = []         # list: only these # outlets
top = 10             # int: how many words
share = 0.5
strict = True
"""


def test_declared_parameters_have_default_and_help(notebook):
    found = params.declared(notebook(SOURCE))
    assert list(found) == ["articles", "outlets", "top", "share", "strict"]
    assert found["articles"] == params.Parameter("articles", "seeds", "str: folder of .txt")
    assert found["outlets"].default == []
    assert found["share"].help == ""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_papermill_explains_every_parameter_that_we_declare(path):
    """Papermill reads a line with one equals sign only, so help comments do without."""
    explained = inspect_notebook(path)
    assert list(explained) == list(params.declared(path))
    assert all(one["help"] for one in explained.values())


def test_a_notebook_without_a_parameters_cell_declares_none(tmp_path):
    path = tmp_path / "none.ipynb"
    path.write_text('{"cells": []}')
    assert params.declared(path) == {}


@pytest.mark.parametrize(("text", "says"), [("not json", "cannot be read as a notebook"), ("{}", "cannot be read")])
def test_what_is_no_notebook_is_named(tmp_path, text, says):
    path = tmp_path / "bad.ipynb"
    path.write_text(text)
    with pytest.raises(ValueError, match=says):
        params.declared(path)


def test_a_computed_default_is_refused(notebook):
    with pytest.raises(ValueError, match=r"'top' of one\.ipynb must be a plain literal"):
        params.declared(notebook("top = len('abc')"))


@pytest.mark.parametrize(
    ("name", "text", "value", "why"),
    [
        ("articles", "2025", "2025", "a text stays a text, even in digits"),
        ("outlets", "A,B", ["A", "B"], "a list with commas"),
        ("outlets", '["A, of B"]', ["A, of B"], "a list as JSON keeps commas inside names"),
        ("outlets", "", [], "no outlet named: all"),
        ("top", "3", 3, "whole number"),
        ("share", "1e-2", 0.01, "number"),
        ("strict", "no", False, "truth in words"),
    ],
)
def test_words_of_the_command_line_take_the_type_of_the_default(notebook, name, text, value, why):
    assert params.typed(name, text, params.declared(notebook(SOURCE))) == value, why


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("outlet", "A", "no notebook has a parameter 'outlet'; did you mean 'outlets'?"),
        ("zzz", "A", "valid: 'articles', 'outlets', 'top', 'share', 'strict'"),
        ("top", "many", "'top' must be a whole number, not 'many'"),
        ("strict", "perhaps", "'strict' must be true or false, not 'perhaps'"),
        ("outlets", "[A", """'outlets' must be a list such as A,B or ["A", "B"], not '[A'"""),
    ],
)
def test_a_wrong_word_is_named_with_what_would_be_valid(notebook, name, text, says):
    with pytest.raises(ValueError) as error:
        params.typed(name, text, params.declared(notebook(SOURCE)))
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (
            {"since": "July 2025"},
            "since must be a day, month or year such as '2025-07-06', '2025-07' or '2025', not 'July 2025'",
        ),
        ({"until": "2025-13"}, "until must be a day, month or year"),
        ({"since": 2025}, "since must be a text, not 2025"),
        ({"since": "2025-08", "until": "2025-07-31"}, "since '2025-08' is later than until '2025-07-31'"),
        ({"outlets": "The Journal"}, 'outlets must be a list of names such as ["The Journal"]'),
        ({"outlets": [1]}, "outlets must be a list of names"),
        ({"articles": ""}, "articles must name a folder"),
        ({"compare_by": None}, "compare_by must be a text"),
        ({"permutations": -5}, "permutations must be 1 or more, not -5"),
        ({"ngrams": []}, "ngrams must be a list of some of 1, 2 and 3"),
        ({"ngrams": [1, 4]}, "ngrams must be a list of some of 1, 2 and 3"),
    ],
)
def test_check_says_in_one_sentence_what_is_wrong(given, says):
    with pytest.raises(ValueError) as error:
        params.check(**given)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "given",
    [
        {"articles": "seeds", "outlets": [], "since": "", "until": "", "compare_by": "outlet"},
        {"since": "2025-07", "until": "2025-07-01"},
        {"since": "2025-07-06", "until": "2025-07"},
        {"top": 10},
        {"ngrams": [1, 2], "seed": 0},
    ],
)
def test_check_is_silent_where_all_is_well(given):
    params.check(**given)


def test_the_elements_of_a_list_have_the_type_of_the_defaults(notebook):
    accepted = params.declared(notebook("ngrams = [1, 2, 3]  # list: lengths"))
    assert params.typed("ngrams", "1,2", accepted) == [1, 2]
    with pytest.raises(ValueError, match=r"'ngrams' must be a list such as A,B or .* not 'one'"):
        params.typed("ngrams", "one", accepted)


def test_a_test_needs_at_least_one_permutation():
    with pytest.raises(ValueError, match="permutations must be 1 or more, not 0"):
        params.check(permutations=0)


AS_PAPERMILL_GIVES_IT = [
    (params.dated, 2030, "2030", "a year is no number"),
    (params.dated, 20300101, 20300101, "no day of ours: `check` says so"),
    (params.dated, "2030-01", "2030-01", "a text stays one"),
    (params.several, '["A", "B, C"]', ["A", "B, C"], "a list in a text"),
    (params.several, "A, B", ["A", "B"], "names with commas"),
    (params.several, "[A", ["[A"], "no list: no outlet is called so"),
    (params.several, ("A",), ["A"], "any other list"),
]


@pytest.mark.parametrize(("read", "given", "meant", "why"), AS_PAPERMILL_GIVES_IT)
def test_what_papermill_makes_of_a_word_is_read_as_it_was_meant(read, given, meant, why):
    assert read(given) == meant, why
