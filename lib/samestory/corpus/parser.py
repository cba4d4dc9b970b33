"""An article becomes a parse: words with lemma, word class and Universal Dependencies relation, by sentence.

The pipeline is our own, a small spaCy one found by path (`data/models`); any other installed spaCy pipeline can be
named instead, and parses in spaCy's own relations become Universal ones (`corpus.universal`). Sentence boundaries are
always those of `corpus.language`, never the parser's.
"""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from samestory.corpus import known, language, universal, vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SHIPPED = known.DATA / "models" / "en_news_small"
REMEMBERED = 512
STRETCH = 500  # characters without a blank that are no word and no address any more
UNBROKEN = re.compile(rf"\S{{{STRETCH + 1},}}")
AT_ONCE = 8  # articles a batch: more do not fit the processor cache and run slower
BAR, DASH = "―", "—"  # a bar before a name is a dash, which the parser knows
COPIED: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD"]

_memory: "OrderedDict[tuple[str, str], Doc]" = OrderedDict()


def parse(text: str, pipeline: str = "") -> "Doc":
    """The parse of an article's text; `token.idx` is the offset of a word in that text.

    Sentences are `language.sentence_spans(text)`; blank lines and doubled spaces stay in the Doc as SPACE tokens but
    had no part in the parse. `pipeline` names an installed spaCy pipeline or a folder; "" is the one shipped. The last
    512 parses are remembered, so that several annotators share one. Do not change the Doc. Raises ValueError where the
    pipeline cannot be found or does not parse.
    """
    parse_all([text], pipeline)
    return _memory[pipeline, text]


@lru_cache(maxsize=REMEMBERED)
def text_of(doc: "Doc") -> str:
    """The text of a parse, which spaCy joins anew from its words each time it is asked for it."""
    return doc.text


def parse_all(texts: Iterable[str], pipeline: str = "") -> None:
    """Parses the texts in batches, so that `parse` of each is at hand (for the last 512 of them)."""
    asked = list(dict.fromkeys(texts))[-REMEMBERED:]
    for text in asked:
        if (pipeline, text) in _memory:
            _memory.move_to_end((pipeline, text))
    unknown = [text for text in asked if (pipeline, text) not in _memory]
    for text, doc in zip(unknown, _parsed(unknown, pipeline), strict=True):
        _memory[pipeline, text] = doc
    while len(_memory) > REMEMBERED:
        _memory.popitem(last=False)


@lru_cache(maxsize=4)
def load(pipeline: str = "") -> "Language":
    """The spaCy pipeline of a name or folder; "" is the one shipped.

    Raises ValueError where there is none of that name, or where it lacks a tagger, lemmas or a parser.
    """
    import spacy

    place = known.find(pipeline) if pipeline else SHIPPED
    try:
        nlp = spacy.load(place if place.is_dir() else pipeline, exclude=["ner", "senter"])
    except OSError as error:
        raise ValueError(f"There is no spaCy pipeline {pipeline!r}; name an installed one or its folder.") from error
    if (place / vectors.FILE).is_file():
        nlp.vocab.vectors = vectors.for_spacy(place / vectors.FILE)
    lacking = [name for name in ("tagger", "parser", "lemmatizer") if not any(name in pipe for pipe in nlp.pipe_names)]
    if lacking:
        raise ValueError(
            f"The spaCy pipeline {pipeline!r} has no {lacking[0]}; choose one that tags, lemmatizes and parses."
        )
    return nlp


def _parsed(texts: list[str], pipeline: str) -> Iterator["Doc"]:
    if not texts:
        return
    nlp = load(pipeline)
    whole = [_tokens(nlp, text) for text in texts]
    words = nlp.pipe((_words_only(doc) for doc in whole), batch_size=AT_ONCE)
    clear = universal.is_clear(nlp.pipe_labels["parser"])
    yield from (_onto(doc, parsed, clear) for doc, parsed in zip(whole, words, strict=True))


def _tokens(nlp: "Language", text: str) -> "Doc":
    """The text in tokens; a stretch without a blank is looked at 500 characters at a time, for spaCy reads it all again
    for each sign it takes off its ends. A horizontal bar is a dash to it.
    """
    from spacy.tokens import Doc

    cuts = [place for run in UNBROKEN.finditer(text) for place in range(run.start(), run.end(), STRETCH)]
    if not cuts and BAR not in text:
        return nlp.tokenizer(text)
    edges = pairwise([0, *cuts, len(text)])
    pieces = [(start, nlp.tokenizer(text[start:end].replace(BAR, DASH))) for start, end in edges if start < end]
    tokens = [(start + token.idx, token) for start, piece in pieces for token in piece]
    words = [text[start : start + len(token)] for start, token in tokens]
    return Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for _, token in tokens])


def _words_only(doc: "Doc") -> "Doc":
    """The words of a tokenised text without its blank lines, its sentences marked."""
    from spacy.tokens import Doc

    words = [token for token in doc if not token.is_space]
    gaps = [bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space) for t in words]
    begins = np.searchsorted([t.idx for t in words], [start for start, _ in language.sentence_spans(doc.text)])
    starts = np.zeros(len(words) + 1, dtype=bool)
    starts[begins] = True
    return Doc(
        doc.vocab,
        words=[t.text.replace(BAR, DASH) for t in words],
        spaces=gaps,
        sent_starts=starts[: len(words)].tolist(),
    )


def _onto(doc: "Doc", parsed: "Doc", clear: bool) -> "Doc":
    """The tokenised text with the parse of its words; each SPACE token hangs on the word before it.

    A parse in the CLEAR style gets Universal relations.
    """
    space = np.array([token.is_space for token in doc], dtype=bool)
    places = np.flatnonzero(~space)
    blank = np.flatnonzero(space)
    values = _values(parsed, clear).reshape(len(places), len(COPIED))
    full = np.zeros((len(doc), len(COPIED)), dtype="uint64")
    full[places] = values
    full[blank, :2] = [doc.vocab.strings.add(name) for name in ("_SP", "SPACE")]
    full[blank, 3] = [doc[int(i)].orth for i in blank]
    full[blank, 4] = doc.vocab.strings.add("dep")
    heads = np.zeros(len(doc), dtype="int64")
    heads[places] = places[np.arange(len(places)) + values[:, -1].astype("int32")] - places if len(places) else 0
    heads[blank] = _nearest_word(blank, places) - blank
    full[:, -1] = heads.astype("uint64")
    return doc.from_array(COPIED, full)  # type: ignore[arg-type]  # spaCy takes NumPy arrays


def _values(parsed: "Doc", clear: bool) -> np.ndarray:
    """The annotations of a parse, one row a word, with the columns of `COPIED`."""
    values = parsed.to_array(COPIED)
    if clear and len(parsed):
        heads, relations = universal.relations(parsed)
        values[:, 4] = [parsed.vocab.strings.add(relation) for relation in relations]
        values[:, 5] = (np.array(heads, dtype="int64") - np.arange(len(parsed))).astype("uint64")
    return values


def _nearest_word(blank: np.ndarray, places: np.ndarray) -> np.ndarray:
    """The word before each SPACE token; at the beginning of a text, the word after it."""
    if not len(places):
        return blank
    return places[np.maximum(np.searchsorted(places, blank) - 1, 0)]
