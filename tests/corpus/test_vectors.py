"""Word vectors: packed into four bits and read again, found whatever the case of a word, and shared by clitics."""

import numpy as np
import pytest
from samestory.corpus import parser, vectors


def test_what_was_packed_is_read_again_but_for_the_four_bits(tmp_path):
    rows = np.random.default_rng(1).normal(size=(50, 100)).astype("float32")
    vectors.write(tmp_path / "some.npz", [f"w{n}" for n in range(50)], rows, {"n't": 3, "n’t": 3})
    table = vectors.read(tmp_path / "some.npz")
    assert (table.row["w49"], table.row["n't"], table.row["n’t"], len(table.row)) == (49, 3, 3, 52)
    inside = np.abs(rows) < vectors.CLIP * 0.9
    assert np.abs(table.rows - rows)[inside].max() < 0.2
    assert np.abs(table.rows - rows).mean() < 0.12


FOUND = [
    ("police", "police", "a plain word"),
    (
        "Police",
        "police",
        "spaCy forgets the attribute of a table on disk: then every word with a capital loses its row",
    ),
    ("POLICE", "police", "a headline"),
    ("n’t", "not", "a clitic, which the table lacks"),
    ("n't", "not", "the same, straight"),
    ("U.S.", "America", "an abbreviation with points"),
    ("Sen.", "sen", "a title with a point"),
    ("27", "4", "numerals share one row"),
    ("1999", "2012", "years share another"),
]


@pytest.mark.parametrize(("word", "other", "why"), FOUND)
def test_the_loaded_pipeline_has_a_row_for(word, other, why):
    vocab = parser.load("").vocab
    assert vocab[word].has_vector, why
    assert np.array_equal(vocab[word].vector, vocab[other].vector), why


def test_words_are_looked_up_by_their_lower_case():
    from spacy.attrs import LOWER

    assert parser.load("").vocab.vectors.attr == LOWER


def test_a_word_in_no_newspaper_has_no_row():
    assert not parser.load("").vocab["zzqx"].has_vector


def test_the_shipped_vectors_are_a_hundred_thousand_words_in_six_megabytes():
    file = parser.SHIPPED / vectors.FILE
    assert len(vectors.read(file).rows) > 100_000
    assert file.stat().st_size < 6_000_000
