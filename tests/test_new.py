"""A folder to work in, and the settings of its reports."""

import re
from pathlib import Path

import pytest
from samestory import cli, corpus, new, params, places, settings
from samestory.publish import run


@pytest.fixture
def flood(tmp_path, monkeypatch):
    """A folder as `samestory new flood` lays it out, and the orders that a report there would run."""
    assert cli.main(["new", str(tmp_path / "flood")]) == 0
    monkeypatch.chdir(tmp_path / "flood")
    return tmp_path / "flood"


@pytest.fixture
def ordered(monkeypatch):
    """What a report was ordered to do, without doing it."""
    orders = []
    monkeypatch.setattr(run, "report", lambda order: orders.append(order) or 0)
    return orders


def test_a_new_folder_reports_its_own_articles_with_its_own_notebooks(flood, ordered, capsys):
    assert cli.main(["report"]) == 0
    (order,) = ordered
    assert {notebook.parent for notebook in order.notebooks} == {flood / "notebooks"}
    assert len(order.notebooks) == len(list((places.ROOT / "notebooks").glob("*.ipynb"))) > 0
    assert (order.everything["articles"], order.keep) == ("articles", 30)
    assert set(corpus.articles("articles")["outlet"]) == {"The Journal", "Al Jazeera"}


def test_its_notebooks_read_its_articles_wherever_they_are_run(flood, monkeypatch):
    monkeypatch.chdir(flood / "notebooks")
    defaults = {params.declared(notebook)["articles"].default for notebook in Path().glob("*.ipynb")}
    assert defaults == {"articles"}
    assert places.find("articles") == flood / "articles"


def test_words_win_over_the_settings(flood, ordered):
    (flood / "samestory.toml").write_text('keep = 5\nout = "site"\n[parameters]\nsince = "2025-07"\noutlets = ["A"]\n')
    cli.main(["report"])
    cli.main(["report", "other", "--keep", "2", "--out", "there", "-p", "since", "2024-01"])
    first, second = ordered
    assert (first.keep, first.out, first.everything["since"]) == (5, flood / "site", "2025-07")
    assert (second.keep, second.out, second.everything["since"]) == (2, Path("there"), "2024-01")
    assert (second.everything["articles"], second.everything["outlets"]) == ("other", ["A"])


BAD = [
    ("kep = 3", "sets 'kep', which is not known; did you mean 'keep'?"),
    ('keep = "3"', "keep must be a whole number from 1, not '3'"),
    ("keep = 0", "keep must be a whole number from 1, not 0"),
    ("keep = true", "keep must be a whole number from 1, not True"),
    ("keep = ", "samestory.toml is no TOML file"),
    ("a = " + "[" * 5000, "samestory.toml is no TOML file"),
    ("[parameters]\nsinc = '2025'", "no notebook has a parameter 'sinc'; did you mean 'since'?"),
    ("[parameters]\nsince = 2025", "parameter 'since' must be a text, not 2025"),
]


@pytest.mark.parametrize(("text", "says"), BAD)
def test_a_wrong_setting_is_one_sentence(flood, ordered, capsys, text, says):
    (flood / "samestory.toml").write_text(text)
    assert cli.main(["report"]) == 2
    said = capsys.readouterr().err
    assert says in said and len(said.splitlines()) == 1 and ordered == []


def test_every_line_of_the_settings_laid_out_is_one_that_is_read(flood):
    lines = [re.sub(r"^# (?=\w+ = )", "", line) for line in new.TOML.splitlines()]
    (flood / "samestory.toml").write_text("\n".join(lines))
    said = settings.read()
    assert (said.out, said.keep, said.timeout, said.notebooks) == (flood / "reports", 30, 900, ["2_terminology"])
    assert set(said.parameters) == {"articles", "since", "compare_by"}


def test_nothing_is_laid_out_over_what_is_there(tmp_path, capsys):
    (tmp_path / "mine").write_text("x")
    assert cli.main(["new", str(tmp_path)]) == 2
    assert "is not empty; name a new or an empty folder" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
