"""Whether what somebody says holds a figure, or the figure stands beside it in the same sentence.

A clause of time or contrast beside the saying (“…, as leaders gather the 216 votes”), the clause behind a semicolon or
behind “– but”, and what only identifies a thing that is talked of (“the attack that killed 90”) are the narrator's.
"""

import re
from typing import TYPE_CHECKING

from samestory import known

if TYPE_CHECKING:
    from spacy.tokens import Token

BESIDE = known.words("conjunctions of a clause beside what is said")
NOMINAL = ("nmod", "obl")
CLAUSES = ("acl", "acl:relcl", "advcl", "ccomp")
_TURNS = re.compile(
    r";\s|\s?(?:[—–]|--|\s-)\s?(?:but|yet|though|although|while)\b|,\s(?:but|yet)\s(?:the|this|that|it)\b"
)
_ADDS = re.compile(r"\((?:[^()\s]+ )+(?:is|are|was|were|had|has|have)(?: [^()\s]+){0,4} [^()\s]*$")
_PLACE = re.compile(r",\swhere\s[^,;]*$")


def turned(text: str, said: int, start: int) -> bool:
    """Whether a semicolon, a `– but` or the opening of a bracket or place with a clause of its own stands between both.

    Between what names a speaker and the figure behind it: `he said it is at 20 (the limit is 3.67)`.
    """
    added = _ADDS.search(text, said, start) or _PLACE.search(text, said, start)
    return said < start and (_TURNS.search(text, said, start) or added) is not None


def beside(token: "Token", said: int) -> bool:
    """Whether the figure stands in a clause of time or contrast that begins behind the offset: `…, as 12 are held`."""
    return any(
        above.dep_ == "advcl" and (opens := _opening(above)) is not None and said < opens.idx <= token.idx
        for above in (token, *token.ancestors)
    )


def _opening(clause: "Token") -> "Token | None":
    """The while, as or though behind a comma that opens a clause."""
    marks = [child for child in clause.children if child.dep_ in ("mark", "advmod") and child.lower_ in BESIDE]
    return next((mark for mark in marks if mark.i and mark.nbor(-1).text == "," and not _compares(mark)), None)


def _compares(mark: "Token") -> bool:
    """As well as, as many as, as of."""
    following = mark.nbor(1).lower_ if mark.i + 1 < len(mark.doc) else ""
    return mark.lower_ == "as" and following in ("well", "many", "much", "of", "part")


def before_it(token: "Token", cue: "Token") -> bool:
    """Whether the saying is over before the figure's clause: `a year after he warned them, activists count 12`."""
    if _led_by(cue) and any(child.dep_ == "ccomp" and _apart(child, token) for child in cue.children):
        return True
    for above in (cue, *cue.ancestors):
        if above.i == token.i or above.is_ancestor(token):
            return False
        if above.dep_ == "advcl" and cue.i < token.i and _led_by(above):
            return True
    return False


def _led_by(clause: "Token") -> bool:
    """Whether an after, when or as stands before the verb of a clause."""
    return any(child.dep_ == "mark" and child.i < clause.i for child in clause.children)


def _apart(clause: "Token", token: "Token") -> bool:
    """Whether a comma stands before the clause of the figure."""
    opens = clause.left_edge
    return (clause.i == token.i or clause.is_ancestor(token)) and opens.i > 0 and opens.nbor(-1).text == ","


def identifies(token: "Token", cue: "Token") -> bool:
    """Whether the figure only says which thing is talked of: in a relative clause, or beside a name.

    Lochte, a 12-time medalist, is so to whoever writes.
    """
    return any(
        (above.dep_ == "acl:relcl" and not _tells(above, cue)) or (above.dep_ == "appos" and above.head.pos_ == "PROPN")
        for above in _up_to(token, cue)
    )


def _content(clause: "Token", cue: "Token") -> bool:
    """Whether a clause says what a noun holds: an estimate that 26 were killed."""
    opened = any(child.lower_ == "that" for child in clause.children)
    return opened and (clause.dep_ != "acl:relcl" or _tells(clause, cue))


def _tells(clause: "Token", cue: "Token") -> bool:
    """Whether a clause read as a relative one is what is told: they told a paper that 12 people died."""
    return clause.head.head.i == cue.i and any(
        child.dep_ == "nsubj" and child.lower_ != "that" and child.i > clause.left_edge.i for child in clause.children
    )


def remote(token: "Token", cue: "Token") -> bool:
    """Whether a noun that is told only leads to the figure: his response to the killing of 26, doubts over who did it.

    An estimate that 26 were killed holds it.
    """
    way = _up_to(token, cue)
    clauses = [above for above in way if above.dep_ in CLAUSES]
    if not all(_content(above, cue) for above in clauses):
        return True
    return not clauses and sum(above.dep_ in NOMINAL for above in way) > 1


def _up_to(token: "Token", cue: "Token") -> list["Token"]:
    """The words from a figure up to the cue, without it; none where it does not stand below the cue."""
    way: list[Token] = []
    for above in (token, *token.ancestors):
        if above.i == cue.i:
            return way
        way.append(above)
    return []
