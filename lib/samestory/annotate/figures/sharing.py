"""Counts that share a noun said once: 12 red, 14 blue and three green marbles; 12 red marbles and 14 blue."""

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from samestory.annotate.figures import acts
from samestory.annotate.figures.counted import BETWEEN
from samestory.corpus.likeness import likeness

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = dict[str, Any]
PARALLEL = 0.6  # cosine of two words' vectors from which they may tell apart things of one noun: red and blue
WORDS, LISTED = 2, 8  # words that describe, and members of a list, looked at
JOINING = (",", "and", "or")
PLURAL = ("NNS", "NNPS")


def noun_behind(amount: "Token", row: Row) -> tuple[str, "Token"] | None:
    """The noun that a later member of the list has, and how its own word describes it: red, marbles of the first."""
    if row["kind"] != "count" or row["unit_length"]:
        return None
    words = [token for token in amount.doc[amount.i : amount.sent.end] if token.idx >= row["end"]]
    own = _describing(words)
    rest = words[len(own) :]
    for _ in range(LISTED if own else 0):
        number = _number(rest)
        if number is None:
            return None
        other = _describing(rest[number:])
        after = rest[number + len(other) : number + len(other) + 1]
        if not other or not after or not _parallel(own[-1], other[0]):
            return None
        if after[0].tag_ in PLURAL:
            return " ".join(word.text for word in own), after[0]
        rest = rest[number + len(other) :]
    return None


def noun_before(amount: "Token", row: Row) -> str | None:
    """What the last of `12 red marbles and 14 blue` counts, by the noun of the first: blue marbles."""
    if row["kind"] != "count" or row["unit_length"]:
        return None
    words = [token for token in amount.doc[amount.i : amount.sent.end] if token.idx >= row["end"]]
    own = _describing(words)
    ended = words[len(own) : len(own) + 1]
    if not own or (ended and ended[0].text not in (".", ",", ";", ")", "and", "or")):
        return None
    before = [token for token in amount.doc[amount.sent.start : amount.i + 1] if token.idx < row["start"]]
    for _ in range(LISTED):
        joints = list(takewhile(lambda token: token.lower_ in JOINING, reversed(before)))
        before = before[: len(before) - len(joints)]
        noun = before[-1] if joints and before else None
        plural = noun is not None and noun.tag_ in PLURAL
        rest = before[:-1] if plural else before
        other = list(takewhile(_describes, reversed(rest)))[:WORDS][::-1]
        rest = rest[: len(rest) - len(other)]
        if not joints or not other or not rest or not rest[-1].like_num or not _parallel(own[0], other[-1]):
            return None
        if plural and noun is not None:
            return " ".join([*(word.text for word in own), noun.text])
        before = rest[:-1]
    return None


def _number(words: list["Token"]) -> int | None:
    """How many words the joint of a list and its next number take: `, and three`; None where there is none."""
    joints = len(list(takewhile(lambda token: token.lower_ in JOINING, words)))
    bound = len(list(takewhile(lambda token: token.lower_ in BETWEEN, words[joints:])))
    number = list(takewhile(lambda token: token.like_num, words[joints + bound :]))
    return joints + bound + len(number) if joints and number else None


def _describing(words: list["Token"]) -> list["Token"]:
    return list(takewhile(_describes, words[:WORDS]))


def _describes(word: "Token") -> bool:
    """Whether a word may only describe: no plural, nothing that was done to those counted (12 dead)."""
    known = word.pos_ in ("ADJ", "NOUN", "PROPN", "VERB") and word.is_alpha and not word.like_num
    return known and word.tag_ not in (*PLURAL, "VBD", "VBZ", "VBP", "VB") and not acts.is_state(word)


def _parallel(one: "Token", other: "Token") -> bool:
    plain = (word.pos_ == "ADJ" or word.tag_ == "VBN" for word in (one, other))
    return all(plain) or likeness(one.lower_, other.lower_) >= PARALLEL
