"""Texts become counted words: integer ids with their sentence and article, and frequencies of words and n-grams.

A text is split at white space, each distinct form is read once by the one regular expression that says what a word is
(`language.WORD`), and everything after that is arithmetic on integer ids. The words are exactly those of
`language.token_spans`, in small letters. N-grams never cross a sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from samestory.corpus import language, parser, reading

WORDS_AT_ONCE = 1 << 18
TEXTS_AT_ONCE = 128
END, GAP = "\n", " "
WORD_OR_END = re.compile(f"{language.WORD.pattern}|{END}")
BITS = {1: 62, 2: 31, 3: 20}


class Words(NamedTuple):
    """Running words: for each its id, the sentence and the article it stands in; and what the ids mean."""

    ids: np.ndarray
    sentence: np.ndarray
    article: np.ndarray
    vocabulary: list[str]


def words(articles: pd.DataFrame, *, lemmas: bool = False) -> Words:
    """The running words read of the articles in small letters, without possessive ’s, or their lemmas.

    `sentence` counts through the whole collection, `article` is the row of the articles table. Lemmas are those of the
    parse; a word that the parser splits (`cease-fire`) keeps its form.
    """
    texts = reading.read(articles)["text"]
    return _read(lemmatised(texts) if lemmas else map(sentences, texts), _Lexicon())


def sentences(text: str) -> list[str]:
    """The sentences of a text, as strings."""
    return [text[start:end] for start, end in language.sentence_spans(text)]


def lemmatised(texts: Iterable[str]) -> Iterator[list[str]]:
    """The sentences of each text with every word replaced by its lemma."""
    waiting = iter(texts)
    while batch := list(islice(waiting, TEXTS_AT_ONCE)):
        parser.parse_all(batch)
        yield from map(_lemmas, batch)


def _lemmas(text: str) -> list[str]:
    lemma = {(token.idx, token.idx + len(token)): token.lemma_ for token in parser.parse(text)}
    words = language.token_spans(text)
    return [
        " ".join(lemma.get((a, b)) or text[a:b] for a, b in words if start <= a < end)
        for start, end in language.sentence_spans(text)
    ]


def frequencies(documents: Iterable[Sequence[str]], *, ngrams: Sequence[int] = (1, 2)) -> pd.DataFrame:
    """How often each word and n-gram is used and in how many documents: `term, ngram, count, documents`.

    `documents` yields each document as its sentences (or as one piece: `[text]`); n-grams do not cross a piece. The
    documents are read once, some hundred thousand words at a time, so memory grows with the vocabulary and not with
    the text. Sorted by n, then by falling count. Raises ValueError where `ngrams` asks for more than 3 words.
    """
    _check(ngrams)
    lexicon = _Lexicon()
    tallies: dict[int, list[np.ndarray]] = {n: [] for n in ngrams}
    for batch in _batches(documents):
        running = _read(batch, lexicon)
        for n in ngrams:
            tallies[n] = _merged([*tallies[n], _tally(running, n)])
    return pd.concat([_table(_added(tallies[n]), lexicon.words, n) for n in ngrams], ignore_index=True)


def grams(running: Words, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The n-grams of running words: for each the position of its first word and its number, and each number's ids.

    Returns `(position, gram, ids)`; `ids` has a row of n word ids for each distinct n-gram.
    """
    _check([n])
    position = _starts(running.sentence, n)
    distinct, gram = np.unique(_packed(running.ids, position, n), return_inverse=True)
    return position, gram, _unpacked(distinct, n)


def spelled(ids: np.ndarray, vocabulary: Sequence[str]) -> pd.api.extensions.ExtensionArray:
    """The n-grams as text: rows of word ids become words joined by a space."""
    names = pa.array(vocabulary, pa.large_string())
    columns = [names.take(pa.array(column)) for column in ids.T]
    joined = (
        pc.binary_join_element_wise(*columns, pa.scalar(" ", pa.large_string())) if len(columns) > 1 else columns[0]
    )
    return pd.array(joined, dtype="str")


# From strings to ids


class _Lexicon:
    """The forms met so far (what stands between spaces) and the ids of the words in them, kept one form after another.

    The words of form k are `kept[first[k]:first[k + 1]]`.
    """

    def __init__(self) -> None:
        self.forms: dict[str, int] = {}
        self.ids: defaultdict[str, int] = defaultdict(count().__next__, {END: -1})
        self.first = np.zeros(1, np.int64)
        self.kept = np.zeros(0, np.int32)

    @property
    def words(self) -> list[str]:
        """The words by their ids."""
        return list(self.ids)[1:]

    def number(self, forms: list[str]) -> np.ndarray:
        """The numbers of different forms; new ones are read, those of letters only without the regular expression."""
        new = [form for form in forms if form not in self.forms]
        plain = [form for form in new if form.isalpha()]
        other = [form for form in new if not form.isalpha()]
        self.forms.update(zip(plain + other, range(len(self.forms), len(self.forms) + len(new)), strict=True))
        found = _small(plain) + _words_of(other)
        ids = np.fromiter(map(self.ids.__getitem__, found), np.int32, len(found))
        ends = np.flatnonzero(ids < 0)
        lengths = np.concatenate([np.ones(len(plain), int), np.diff(ends, prepend=len(plain) - 1) - 1])
        self.first = np.concatenate([self.first, self.first[-1] + np.cumsum(lengths)])
        self.kept = np.concatenate([self.kept, ids[ids >= 0]])
        return np.fromiter(map(self.forms.__getitem__, forms), np.int64, len(forms))


def _words_of(forms: list[str]) -> list[str]:
    """The words of the forms in small letters without possessive ’s, and an END after each form."""
    found = GAP.join([*WORD_OR_END.findall(END.join([*forms, ""])), ""])
    for possessive in ("’s", "'s"):
        found = found.replace(possessive + GAP, GAP)
    return _small(found.split(GAP)[:-1])


def _small(words: list[str]) -> list[str]:
    return GAP.join(words).lower().replace("’", "'").split(GAP) if words else []


def _read(documents: Iterable[Sequence[str]], lexicon: _Lexicon) -> Words:
    """The running words of documents given as their pieces. Arrow splits at spaces and numbers the different forms."""
    sizes: list[int] = []
    pieces: list[str] = []
    for document in documents:
        sizes.append(len(document))
        pieces.extend(document)
    split = pc.ascii_split_whitespace(pa.array(pieces, pa.large_string()))
    encoded = split.flatten().dictionary_encode()
    form = lexicon.number(encoded.dictionary.to_pylist())[encoded.indices.to_numpy()]
    first = lexicon.first[form]
    held = lexicon.first[form + 1] - first
    before = np.append(0, np.cumsum(held))
    place = np.repeat(first - before[:-1], held) + np.arange(before[-1])
    words_in_piece = np.diff(before[split.offsets.to_numpy()])
    sentence = np.repeat(np.arange(len(pieces), dtype=np.int32), words_in_piece)
    article = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)[sentence]
    return Words(lexicon.kept[place], sentence, article, lexicon.words)


def _batches(documents: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Documents in batches of about as many words as are counted at once; a document is never split."""
    batch: list[Sequence[str]] = []
    letters = 0
    for document in documents:
        batch.append(document)
        letters += sum(map(len, document))
        if letters > 6 * WORDS_AT_ONCE:
            yield batch
            batch, letters = [], 0
    if batch:
        yield batch


# From ids to counts


def _check(ngrams: Sequence[int]) -> None:
    wrong = [n for n in ngrams if n not in BITS]
    if wrong or not ngrams:
        raise ValueError(f"ngrams = {list(ngrams)!r} cannot be counted; name some of 1, 2 and 3.")


def _starts(sentence: np.ndarray, n: int) -> np.ndarray:
    """The positions where n words follow in one sentence."""
    last = len(sentence) - n + 1
    return np.flatnonzero(sentence[: max(last, 0)] == sentence[n - 1 :][: max(last, 0)])


def _packed(ids: np.ndarray, position: np.ndarray, n: int) -> np.ndarray:
    """The n word ids from each position on as one number."""
    if len(ids) and ids.max() >= 1 << BITS[n]:
        raise ValueError(f"More than {1 << BITS[n]:,} different words; count n-grams of fewer than {n} words.")
    key = ids[position].astype(np.int64)
    for k in range(1, n):
        key = key << BITS[n] | ids[position + k]
    return key


def _unpacked(keys: np.ndarray, n: int) -> np.ndarray:
    mask = (1 << BITS[n]) - 1
    return np.stack([keys >> BITS[n] * (n - 1 - k) & mask for k in range(n)], axis=1)


def _tally(running: Words, n: int) -> np.ndarray:
    """Three rows, sorted by the first: packed n-gram, its count, its documents."""
    position = _starts(running.sentence, n)
    keys = _packed(running.ids, position, n)
    documents = running.article[position]
    room = int(documents[-1]).bit_length() if len(documents) else 0
    if len(keys) and int(keys.max()).bit_length() + room > 63:
        distinct, rank = np.unique(keys, return_inverse=True)
        small = _tally_small(rank, documents, room)
        return np.stack([distinct[small[0]], small[1], small[2]])
    return _tally_small(keys, documents, room)


def _tally_small(keys: np.ndarray, documents: np.ndarray, room: int) -> np.ndarray:
    """One sort of (n-gram, document) in a number gives both the counts and the document frequencies."""
    pairs = np.sort(keys << room | documents)
    new_pair = np.flatnonzero(np.diff(pairs, prepend=-1))
    gram = pairs[new_pair] >> room
    new_gram = np.flatnonzero(np.diff(gram, prepend=-1))
    counts = np.diff(np.append(new_pair[new_gram], len(pairs)))
    return np.stack([gram[new_gram], counts, np.diff(np.append(new_gram, len(gram)))])


def _merged(tallies: list[np.ndarray]) -> list[np.ndarray]:
    """The same tallies, the last ones added up while they are not much smaller than the one before them."""
    while len(tallies) > 1 and 2 * tallies[-1].shape[1] > tallies[-2].shape[1]:
        tallies = [*tallies[:-2], _added(tallies[-2:])]
    return tallies


def _added(tallies: list[np.ndarray]) -> np.ndarray:
    if len(tallies) < 2:
        return tallies[0] if tallies else np.zeros((3, 0), np.int64)
    rows = np.concatenate(tallies, axis=1)
    order = np.argsort(rows[0], kind="stable")
    rows = rows[:, order]
    first = np.flatnonzero(np.diff(rows[0], prepend=-1))
    sums = np.add.reduceat(rows[1:], first, axis=1) if len(first) else rows[1:]
    return np.concatenate([rows[:1, first], sums])


def _table(tally: np.ndarray, vocabulary: Sequence[str], n: int) -> pd.DataFrame:
    keys, counts, documents = tally[:, np.argsort(-tally[1], kind="stable")]
    terms = spelled(_unpacked(keys, n), vocabulary)
    return pd.DataFrame({"term": terms, "ngram": n, "count": counts, "documents": documents})
