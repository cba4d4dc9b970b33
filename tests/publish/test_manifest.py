import json
from types import SimpleNamespace

import pytest
from samestory.publish import manifest


@pytest.fixture
def inputs(tmp_path, notebooks):
    folder = notebooks(n_1_words="print(word)")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("A text.")

    def read(**parameters):
        return manifest.inputs([folder / "1_words.ipynb"], {"articles": str(tmp_path / "articles"), **parameters})

    return read


def test_the_hash_follows_everything_a_report_depends_on(inputs, tmp_path):
    first = manifest.digest(inputs())
    assert manifest.digest(inputs()) == first
    assert manifest.digest(inputs(word="x")) != first
    (tmp_path / "articles" / "a.txt").write_text("Another text.")
    changed = manifest.digest(inputs())
    assert changed != first
    (tmp_path / "notebooks" / "1_words.ipynb").write_text("{}")
    assert manifest.digest(inputs()) != changed


def test_inputs_name_files_below_what_was_given_and_no_absolute_path(inputs, tmp_path):
    found = inputs()
    assert "articles/a.txt" in found["files"] and "notebooks/1_words.ipynb" in found["files"]
    assert "lib/samestory/params.py" in found["files"]
    assert str(tmp_path) not in str(found)
    assert found["parameters"] == {"articles": "articles"}


def test_only_parameters_that_are_paths_are_read(inputs, tmp_path, monkeypatch):
    (tmp_path / "term").write_text("x")
    assert not [name for name in inputs(term=str(tmp_path), node="x" * 5000)["files"] if name.startswith("term/")]
    monkeypatch.setenv("HOME", str(tmp_path))
    found = inputs(articles="~/articles")["files"]
    assert "articles/a.txt" in found, "the folder that corpus.articles reads"


def test_caches_and_hidden_files_are_no_input(inputs, tmp_path):
    before = inputs()["files"]
    (tmp_path / "articles" / ".DS_Store").write_text("x")
    (tmp_path / "articles" / "__pycache__").mkdir()
    (tmp_path / "articles" / "__pycache__" / "x.pyc").write_text("x")
    assert inputs()["files"] == before


def test_a_manifest_that_cannot_be_read_is_none(tmp_path):
    assert manifest.read(tmp_path) == {}
    (tmp_path / "manifest.json").write_text("{")
    assert manifest.read(tmp_path) == {}


@pytest.mark.parametrize(("size", "whole"), [(50_000_000, True), (50_000_001, False)])
def test_a_manifest_that_is_larger_than_any_of_ours_is_not_read(size, whole, tmp_path):
    class Sized(type(tmp_path)):
        def stat(self, **_):
            return SimpleNamespace(st_size=size, st_mode=0o100644)

    told = {part: kind() for part, kind in manifest.PARTS.items()}
    (tmp_path / manifest.FILE).write_text(json.dumps(told), encoding="utf-8")
    assert (manifest.read(Sized(tmp_path)) != {}) == whole
