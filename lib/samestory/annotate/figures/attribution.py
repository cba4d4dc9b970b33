"""Who says a figure: according to X, by X's verb of saying, in X's survey, or the speaker of the quotation around it.

Verbs of saying are those of `data/cue_verbs.csv` and a few that only counters use (register, record, put).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Offsets = tuple[int, int]
Row = dict[str, Any]
COUNTING = frozenset(
    "count register record put show find indicate list tally calculate report estimate forecast predict project announce confirm "
    "document reveal cite".split()
)
SPEAKERS = frozenset(
    "he she they police officials authorities ministry government officers prosecutors analysts economists experts".split()
)
TELLING = frozenset("neutral claim announcement warning concession denial evidence criticism".split())
RELATIVE = frozenset("who which that whom".split())
ACCORDING = re.compile(
    r"\b(?:according to|as per|citing|figures from|data from|numbers from|reported by|estimated by|compiled by)\s+"
    r"(?P<x>[^,;:“”\"()\n]{2,120})",
    re.I,
)
IN_A_POLL = re.compile(
    r"^\W*(?:In|From|Per)\s(?P<x>(?:an?|the|its|their|his|her|one|another)\s[^,;:“”\"()\n]{0,80}?(?:survey|poll|report|study|statement|census|analysis|release|memo|letter|tweet|filing))\b"
)
FINAL = re.compile(
    r"[,”\"]\s(?P<x>(?:the |an? |its |their )?[^,;:“”\"\n]{2,80}?)\s(?:has |have |had |also )?(?:said|says|added|told|reported|wrote|estimated|estimates)\b(?=[\s.,]|$)"
)
_STOPS = re.compile(
    r"\s(?:which|who|that|on|in|after|before|as|said|says|show\w*|had|have|has|were|was|is|are|released|published|obtained|reviewed|while|when|where|during|since|at|from|cited|quoted|told|seen)\b"
)


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    rows = known.table("cue_verbs.csv", ["lemma", "pos", "class", "source"])
    return frozenset(rows.loc[rows["pos"].eq("verb"), "lemma"]) | COUNTING


def source(text: str, doc: "Doc", sentence: Offsets, start: int, quotations: list[Row]) -> Offsets | None:
    """The offsets of the source named for the figure at `start`; None where the sentence speaks for the outlet.

    `quotations` are the rows of `quotes.find` for the same text.
    """
    words = doc.char_span(start, start + 1, alignment_mode="expand")
    if words is None:
        return None
    around = [row for row in quotations if row["start"] <= start < row["end"]]
    direct = [row for row in around if row["form"] == "direct"]
    return (
        _according(text, doc, sentence)
        or _said_in(direct)
        or _by_verb(words[0])
        or _said_in([row for row in around if row.get("cue_class") in TELLING and row.get("cue") != ":"])
        or _by_words(text, sentence)
        or _by_poll(text, sentence)
    )


def _said_in(quotations: list[Row]) -> Offsets | None:
    """The source of the innermost quotation."""
    named = [row for row in quotations if row.get("source_start") is not None]
    inner = min(named, key=lambda row: row["end"] - row["start"], default=None)
    return (inner["source_start"], inner["source_end"]) if inner else None


def _according(text: str, doc: "Doc", sentence: Offsets) -> Offsets | None:
    found = ACCORDING.search(text, *sentence)
    if not found:
        return None
    stop = _STOPS.search(found["x"])
    end = found.start("x") + (stop.start() if stop else len(found["x"].rstrip(" .’'—–-")))
    return (found.start("x"), end) if end > found.start("x") else None


def _by_words(text: str, sentence: Offsets) -> Offsets | None:
    """`…, Chief Executive Jane Doe said.`: by the words where the parse has missed it."""
    found = FINAL.search(text, *sentence)
    return found.span("x") if found and _somebody(found["x"]) else None


def _somebody(words: str) -> bool:
    """A name, a pronoun or a title, not a stretch that holds a number or a clause of its own."""
    small = words.lower().split()
    named = any(word[:1].isupper() for word in words.split()) or small[-1] in SPEAKERS
    return named and not any(word in RELATIVE or word[:1].isdigit() for word in small)


def _by_poll(text: str, sentence: Offsets) -> Offsets | None:
    found = IN_A_POLL.search(text[slice(*sentence)])
    return (sentence[0] + found.start("x"), sentence[0] + found.end("x")) if found else None


def _by_verb(token: "Token") -> Offsets | None:
    """The subject of the nearest verb of saying above the figure, or beside it: `12 died, police said`."""
    for verb in _verbs_above(token):
        speaker = _speaker(verb, token)
        if speaker is not None:
            return _noun_phrase(speaker, token)
    return None


def _verbs_above(token: "Token") -> Iterator["Token"]:
    """Verbs of saying whose content the figure stands in: a clause of any of them, an object only of a counting one."""
    below = token
    for above in (token, *token.ancestors):
        beside = (child for child in above.children if child.dep_ == "parataxis" and not _holds(child, token))
        yield from (child for child in beside if child.lemma_.lower() in _cues())
        clause = below.dep_ in ("ccomp", "parataxis")
        counted = below.dep_ in ("obj", "obl", "obl:unmarked") and above.lemma_.lower() in COUNTING
        if above.i != token.i and (counted or (clause and above.lemma_.lower() in _cues())):
            yield above
        below = above


def _speaker(verb: "Token", token: "Token") -> "Token | None":
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and not _holds(child, token)]
    agents = [child for child in verb.children if child.dep_ == "obl:agent" and not _holds(child, token)]
    subject = (agents or subjects or [None])[-1]
    if subject is not None and any(
        t.like_num or t.lower_ in ("%", "percent") for t in subject.subtree if t.i <= subject.i
    ):
        return None
    if subject is not None and subject.lower_ in RELATIVE and verb.dep_.startswith("acl"):
        return verb.head if verb.head.pos_ in ("NOUN", "PROPN") and not verb.head.i == token.i else None
    return (
        subject
        if subject is not None
        and subject.pos_ in ("NOUN", "PROPN", "PRON")
        and subject.lower_ not in RELATIVE | {"it", "i", "we", "you"}
        else None
    )


def _noun_phrase(head: "Token", token: "Token") -> Offsets:
    """The speaker with what stands before it and its of-phrase, without relative clauses and appositions."""
    right = head
    for child in head.rights:
        if (
            child.dep_ in ("flat", "compound", "nmod", "nmod:poss", "conj", "fixed")
            and child.i - right.i < 8
            and not _holds(child, token)
        ):
            right = child.right_edge if child.dep_ != "conj" else child
        elif child.dep_ not in ("punct", "cc"):
            break
    left = head.left_edge
    while left.i < head.i and (left.is_punct or left.dep_ in ("cc", "mark", "advmod")):
        left = left.nbor(1)
    return left.idx, right.idx + len(right)


def _holds(token: "Token", inner: "Token") -> bool:
    return token.left_edge.i <= inner.i <= token.right_edge.i
