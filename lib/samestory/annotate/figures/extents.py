"""How far the noun phrase reaches that a figure counts: the words before its noun, and those counted with it."""

import re
from typing import TYPE_CHECKING, Any

from samestory.annotate import reporting
from samestory.annotate.figures.counted import CHAINED, DROPPED, PAIRS

if TYPE_CHECKING:
    from spacy.tokens import Token

Row = dict[str, Any]
_AGED = r"\d+\s(?:to\s\d+|and\s(?:older|over|younger|under|up)\b)|[\w’'-]+"
_GROUP = re.compile(  # among voters 65 and older; among women
    rf"\s(among\s(?!them\b|those\b|whom\b|which\b)(?:{_AGED})(?:\s(?:{_AGED})){{0,5}}?)(?=[^\w\s’'-]|\Z|"
    r"\s(?:who|and|or|with|in|at|on|to|for|was|were|is|are|has|have|had|said|but|while|as|compared|versus|than|by|from|"
    r"after|since|because)\b)"
)
KEPT = frozenset({"amod", "compound", "flat", "nummod", "advmod", "nmod", "nmod:poss", "case", "fixed", "goeswith"})
TOGETHER = 7  # words from one noun to the other that is counted with it
FEWER = {"fewer"}  # so many fewer votes are no votes
OF_SOME = ("of color", "of colour", "of faith")
OUTSIDE = ("DET", "PUNCT", "ADP", "PRON", "NUM", "SYM")


def phrase(token: "Token", row: Row) -> tuple[int, int]:
    """The noun with what stands before it, right of the figure or right of its article: offsets into the text."""
    left, taken = token, row["end"] + row["unit_length"]
    for child in sorted(token.lefts, key=lambda child: child.i, reverse=True):
        foreign = child.left_edge.idx < taken <= token.idx or row["start"] <= child.idx < taken
        numbered = child.like_num or child.left_edge.like_num
        if foreign or child.pos_ in ("DET", "PRON") or child.dep_ not in KEPT or numbered:
            break
        left = child.left_edge
    while left.i < token.i and (left.pos_ in OUTSIDE or left.lower_ in DROPPED - FEWER):
        left = left.nbor(1)
    left = left.nbor(1) if left.doc[max(0, left.i - 2) : left.i + 1].text.lower() in PAIRS else left
    following = token.nbor(1) if token.i + 1 < len(token.doc) else token
    right = following if following.dep_ in ("flat", "compound") and following.head == token else _with_others(token)
    behind = token.doc[right.i + 1 : right.i + 3]
    right = behind[1] if behind.text.lower() in OF_SOME else right  # five people of color
    return left.idx, right.idx + len(right)


def _with_others(noun: "Token") -> "Token":
    """The last of people counted together: teens and staff members; others have a number of their own."""
    joints = [child for child in noun.rights if child.dep_ == "conj" and child.i - noun.i <= TOGETHER]
    joint = joints[-1] if joints else noun
    between = noun.doc[noun.i + 1 : joint.i]
    people = noun.tag_ == "NNS" and all(reporting.is_people(word.lower_) for word in (noun, *joints))
    alone = between[:1].text.lower() in ("and", "or", ",") and all(
        word.pos_ in CHAINED or word.lower_ in ("and", "or", ",") for word in between
    )
    return joint if people and alone and joint.pos_ == "NOUN" else noun


def among(text: str, end: int) -> str:
    """Among whom a share is, said right behind it or its noun: a share of women is none of voters; else ''."""
    found = _GROUP.match(text, end)
    return found[1] if found else ""
