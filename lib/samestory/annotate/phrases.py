"""Noun phrases: who or what is named, by which words, in which place of the sentence.

They are what comparing articles needs to find out that two of them name one thing differently, without parsing text.
"""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from samestory.annotate import spans
from samestory.corpus.parser import parse

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = {
    "head": "str",
    "name": "str",
    "descriptor": "str",
    "role": "str",
    "governor": "str",
    "preposition": "str",
    "of_start": "Int64",
    "of_end": "Int64",
}
PLACES = {
    "nsubj": "subject",
    "nsubj:pass": "object",
    "obj": "object",
    "obl:agent": "subject",
    "obl": "oblique",
    "iobj": "oblique",
    "nmod": "modifier",
    "appos": "apposition",
    "conj": "coordinate",
    "nmod:poss": "possessor",
}
NOMINAL = {"NOUN", "PROPN"}
PART_OF_ANOTHER = {"compound", "flat", "goeswith", "nmod:desc", "nmod:unmarked", "obl:unmarked", "dep"}
BEFORE = {"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "case", "flat", "advmod", "punct"}
AFTER = {"flat", "goeswith"}
CLAUSAL = {"nsubj", "nsubj:pass", "mark", "obj"}
BARE = {"det", "punct", "nmod:poss"}


def phrases(articles: pd.DataFrame, *, pipeline: str = "") -> pd.DataFrame:
    """The noun phrases of the articles, without what follows their head: a span table.

    Columns: `head` (lemma of the head noun; of a name its last word), `name` (the proper name the phrase ends with, if
    any), `descriptor` (the words before the head or name, without article and possessor), `role` (subject: who acts,
    also a passive's agent; object: who is acted on, also a passive's subject; oblique, modifier, possessor, coordinate,
    apposition, other), `governor` (lemma of the word it depends on), `preposition` before it, and `of_start, of_end`,
    the phrase that an apposition renames. Errors are the parser's: an apposition can be taken for a list.
    """
    return spans.table(articles, partial(find, pipeline=pipeline), COLUMNS, overlap=True)


def find(text: str, pipeline: str = "") -> Iterator[dict]:
    """The noun phrases of one text."""
    for head in parse(text, pipeline):
        if head.pos_ in NOMINAL and head.dep_ not in PART_OF_ANOTHER:
            yield _row(text, head)


def _row(text: str, head: "Token") -> dict:
    tokens = _tokens(head)
    name = _name(tokens)
    before = [token for token in tokens if token.i < (name[0].i if name else head.i) and not _bare(token, head)]
    role = PLACES.get(head.dep_, "other")
    governor, first = _governor(head)
    row = {
        "start": tokens[0].idx,
        "end": _end(tokens[-1]),
        "head": name[-1].text if name else head.lemma_.lower(),
        "name": _words(text, name),
        "descriptor": _words(text, before),
        "role": PLACES.get(first.dep_, role) if role == "coordinate" else role,
        "governor": governor.lemma_.lower() if governor.i != first.i else None,
        "preposition": next((child.text.lower() for child in first.lefts if child.dep_ == "case"), None),
    }
    if role != "apposition":
        return row
    renamed = _tokens(head.head)
    return row | {"of_start": renamed[0].idx, "of_end": _end(renamed[-1])}


def _tokens(head: "Token") -> list["Token"]:
    """The unbroken words of the phrase around its head: modifiers before it, the rest of a name after it."""
    after = [token for child in head.rights if child.dep_ in AFTER for token in child.subtree]
    last = max([head.i, *(token.i for token in after)])
    first = head.i
    for child in reversed(list(head.lefts)):
        joins = child.dep_ not in ("case", "punct") or child.text in {"-", "–"}
        clause = any(token.dep_ in CLAUSAL for token in child.subtree)
        if child.dep_ not in BEFORE or not joins or clause or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    return list(head.doc[first : last + 1])


def _name(tokens: list["Token"]) -> list["Token"]:
    """The proper name the phrase ends with."""
    name: list[Token] = []
    for token in reversed(tokens):
        if token.pos_ != "PROPN" or token.dep_ == "nmod:desc" or not token.text[:1].isupper():
            break
        name.insert(0, token)
    return name


def _governor(head: "Token") -> tuple["Token", "Token"]:
    """The word the phrase depends on, and the first of the coordinated phrases it is one of."""
    first = head
    while first.dep_ == "conj" and first.head.pos_ in NOMINAL:
        first = first.head
    return first.head, first


def _bare(token: "Token", head: "Token") -> bool:
    """Whether a word before the head says nothing about it: an article, or part of a possessor."""
    path = [token, *token.ancestors]
    below = next((child for child, parent in pairwise(path) if parent.i == head.i), token)
    return below.dep_ in BARE


def _words(text: str, tokens: list["Token"]) -> str | None:
    return text[tokens[0].idx : _end(tokens[-1])] if tokens else None


def _end(token: "Token") -> int:
    return token.idx + len(token)
