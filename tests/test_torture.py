"""The injectors of `make torture`, each for a short while."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from torture import comparisons, files, growth, readers, texts


def test_a_publication_harmed_at_any_file_operation_leaves_nothing_lost_or_half():
    tried = list(files.publications())
    assert len(tried) > 100, "kills, a full and a broken disk, each at every operation"
    assert [(what, wrong) for what, wrong in tried if wrong] == []


@pytest.mark.slow
def test_mutated_texts_are_read_and_annotated_or_named():
    assert list(texts.wrong_with(texts.batch(seed=19, size=20))) == []


def test_harmed_files_of_every_format_are_read_or_named():
    made = readers.batch(seed=19, size=32)
    assert {name.partition(".")[2] for name, _ in made} >= {"docx", "html", "json", "odt", "parquet", "warc", "xlsx"}
    assert list(readers.wrong_with(made)) == []


@pytest.mark.slow
def test_stories_of_mutated_texts_answer_whatever_is_asked():
    asked = list(comparisons.tries(comparisons.Pool(seed=19, size=8), seed=19, size=30))
    assert len(asked) == 30
    assert [(what, wrong) for what, wrong in asked if wrong] == []


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["quotations opened", "one word"])
def test_annotators_are_linear_in_shapes_that_once_tripped_patterns(shape, monkeypatch):
    monkeypatch.setattr(growth, "UNITS", {shape: growth.UNITS[shape]})
    tried = list(growth.shapes(4_000))
    assert len(tried) == len(growth.STEPS)
    assert [one for one in tried if growth.grows(*one[2:])] == []
