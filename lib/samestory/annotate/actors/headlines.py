"""Names in headlines, teasers and labels, where every word has a capital: only what the running text has for a name.

“No Signs Anna Berg Has Left” names nobody Signs Anna Berg: a name there is one that the text bears out, cut to the part
that it has, or one that begins with a first name; else it is none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from samestory.annotate.actors import genders, lookup
from samestory.annotate.actors.forms import Words
from samestory.annotate.actors.names import BODIES, PLACES, Name, words_of
from samestory.corpus import language, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

STOPS = ".!?…:;"
CLOSING = "”\"’')]"
SHORT = 3  # letters of words that stand in small letters even in headlines
FEWEST = 4  # longer words, from which a sentence in capitals is a headline
LONGEST = 3  # words of a person's name
SAID = {"says", "said"}
PLURALS = {"NNS", "NNPS"}
NO_NAMES = {"VERB", "AUX", "ADP", "DET", "ADV", "PRON"}


def without_strays(doc: Doc, found: list[Name]) -> Iterator[Name]:
    """The names, those of several words in a headline cut to what the running text has for a name, or left out."""
    several = [name for name in found if len(name.words) > 1]
    loose = {name for name, set_so in zip(several, _in_headlines(doc, several), strict=True) if set_so}
    told = {name.words for name in found if name not in loose}
    for name in found:
        yield from _borne_out(doc, name, told) if name in loose else [name]


def _borne_out(doc: Doc, name: Name, told: set[Words]) -> Iterator[Name]:
    """A name in a headline as far as the text, a list or its first name bears it out; nothing where none does."""
    said = next((i for i in range(name.start + 1, name.end) if doc[i].lower_ in SAID), name.end)
    if said < name.end:  # “Town Hall Says Berg”
        name = name._replace(end=said, words=words_of(doc, name.start, said))
    listed = name.title or name.words in told or " ".join(name.words) in lookup.load().names
    if listed or not {word.lower() for word in name.words}.isdisjoint(BODIES | PLACES):
        yield name
        return
    parts = [(i, j) for i in range(name.start, name.end) for j in range(name.end, i, -1)]
    borne = [(i, j) for i, j in parts if words_of(doc, i, j) in told]
    start, end = max(borne, key=lambda part: part[1] - part[0], default=(name.end, name.end))
    if genders.of_first_name(name.words[0]) is not None and end - start < 2:
        start, end = name.start, _end(doc, name)
    words = words_of(doc, start, end)
    if start < end and len(words) <= LONGEST:
        yield name._replace(start=start, end=end, described=start, words=words)


def _end(doc: Doc, name: Name) -> int:
    """Where a name in a headline ends: before the words behind first and last name that are a verb or a plural."""
    end = name.end
    while end - name.start > 2 and (doc[end - 1].tag_ in PLURALS or doc[end - 1].pos_ in NO_NAMES):
        end -= 1
    return end


def _in_headlines(doc: Doc, names: list[Name]) -> Iterator[bool]:
    """Of each name, whether it stands in a line without a stop, or in a sentence whose longer words have capitals."""
    text = parser.text_of(doc)
    lines = language.paragraph_spans(text) if names else ()
    begins = [start for start, _ in lines]
    sentences: dict[int, bool] = {}
    for name in names:
        start, end = lines[max(0, bisect_right(begins, doc[name.start].idx) - 1)]
        sentence = doc[name.start].sent
        if sentence.start not in sentences:
            sentences[sentence.start] = _is_in_capitals(sentence)
        unended = text[start:end].rstrip().rstrip(CLOSING)[-1:] not in STOPS and len(lines) > 1
        yield unended or sentences[sentence.start]


def _is_in_capitals(sentence: Span) -> bool:
    if any(token.is_lower and token.pos_ in ("VERB", "AUX") for token in sentence):
        return False  # “Paul Lund met Karl Berg”
    longer = [token.text for token in sentence if token.is_alpha and len(token) > SHORT]
    return len(longer) >= FEWEST and all(word[0].isupper() for word in longer)
