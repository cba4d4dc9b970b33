"""Word vectors: what words stand near in much news, as a table of numbers (GloVe; Pennington, Socher & Manning 2014).

The file beside the pipeline holds them in four bits each (`data/models/pack_vectors.py` makes it): one row a lower-case
word, the most frequent first, and further words that share a row (*n't* and *not*). They are opened in memory only.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.vectors import Vectors

FILE = "vectors.npz"
CLIP = 2.4  # standard deviations of a row: further out is cut off
LEVELS = 15  # four bits: the levels 0 to 15


class Table(NamedTuple):
    """The row of each word, and the rows."""

    row: dict[str, int]
    rows: np.ndarray


def read(path: Path) -> Table:
    """Returns the table of a packed file, float32, as it was but for the four bits (mean error .12 of a deviation)."""
    with np.load(path) as packed:
        scale = packed["scale"].astype("float32")[:, None]
        halves = np.stack([packed["fours"] >> 4, packed["fours"] & LEVELS], axis=2).reshape(len(scale), -1)
        words = str(packed["words"]).split("\n")
        shared = dict(zip(str(packed["shared"]).split("\n"), packed["shared_row"].tolist(), strict=True))
    return Table({**shared, **{word: n for n, word in enumerate(words)}}, (halves - np.float32(LEVELS / 2)) * scale)


def write(path: Path, words: list[str], rows: np.ndarray, shared: dict[str, int]) -> None:
    """Packs the rows of words, and the further words that share one of them, into four bits a number."""
    scale = (rows.std(axis=1, keepdims=True) * CLIP / (LEVELS / 2)).astype("float16")
    fours = np.clip(np.rint(rows / scale.astype("float32") + LEVELS / 2), 0, LEVELS).astype("uint8")
    np.savez_compressed(
        path,
        words=np.array("\n".join(words)),
        fours=fours[:, ::2] << 4 | fours[:, 1::2],
        scale=scale[:, 0],
        shared=np.array("\n".join(shared)),
        shared_row=np.array(list(shared.values()), dtype="int32"),
    )


def for_spacy(path: Path) -> Vectors:
    """Returns the table as spaCy's, looked up by lower case: *Police* has the row of *police*."""
    from spacy.strings import hash_string  # type: ignore[attr-defined]  # spaCy has no stubs for it
    from spacy.vectors import Vectors

    table = read(path)
    vectors = Vectors(shape=table.rows.shape, name="glove", attr="LOWER")
    vectors.data = table.rows
    vectors.key2row.update({hash_string(word): row for word, row in table.row.items()})
    return vectors
