"""Whether a figure is a level of an earlier time: once had 40 staff, no longer 60, at its height 900."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from samestory import known

if TYPE_CHECKING:
    from spacy.tokens import Token

FORMERLY = known.words("adverbs of an earlier time")
STATES = known.words("verbs of a state")
DWELLING = known.words("verbs of being somewhere")
AFTER_ONCE = known.words("behind once when it tells no time")
REACH = 60  # letters before a figure in which its time is said


@lru_cache(maxsize=1)
def _phrases() -> str:
    return "|".join(sorted(map(re.escape, known.words("phrases of an earlier time")), key=len, reverse=True))


def in_words(left: str, right: str) -> bool:
    """Whether the words beside a figure say that it is of an earlier time: at its height the union had 900 members."""
    before = re.search(rf"\b(?:{_phrases()})\b[^;.]*$", left[-REACH:], re.I)
    return bool(before or re.match(rf"(?:\s[\w’'-]+){{0,3}}\s(?:{_phrases()})\b", right, re.I))


def formerly(token: "Token", below: "Token | None") -> bool:
    """Whether a word above a figure, reached from the word below, is told of an earlier time.

    Of those who once voted for it there are so many today: a subject is of that time only where it was there, or lived.
    """
    if below is not None and below.dep_.startswith("nsubj") and token.lemma_.lower() not in DWELLING:
        return False
    if token.lemma_.lower() == "use" and below is not None and below.dep_ == "xcomp":
        return token.tag_ in ("VBD", "VBN") and any(child.lower_ == "to" for child in below.children)
    state = token.pos_ not in ("VERB", "AUX") or token.lemma_.lower() in STATES
    return _no_longer(token) or _had_had(token) or (state and any(map(_of_then, token.children)))


def _of_then(word: "Token") -> bool:
    """A once or formerly beside a verb; not once a week, once again."""
    if word.dep_ != "advmod" or word.pos_ != "ADV" or word.lower_ not in FORMERLY:
        return False
    after = word.nbor(1).lower_ if word.i + 1 < len(word.doc) else ""
    before = word.nbor(-1).lower_ if word.i else ""
    return word.lower_ != "once" or not (after in AFTER_ONCE or before in ("at", "than"))


def _no_longer(token: "Token") -> bool:
    return any(child.lower_ == "longer" and child.i and child.nbor(-1).lower_ == "no" for child in token.children)


def _had_had(verb: "Token") -> bool:
    """Whether somebody had had so many, told by whoever writes: what others say they had had is told back."""
    had = verb.lower_ == "had" and any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)
    return had and verb.dep_ not in ("ccomp", "parataxis")
