"""Who says a figure: according to X, the speaker of the quotation around it, X's verb of saying, or X's survey."""

import re
from typing import TYPE_CHECKING, NamedTuple

from samestory.annotate import marks, reporting
from samestory.annotate.figures import saying
from samestory.annotate.quotes.attributions import attributions

if TYPE_CHECKING:
    from spacy.tokens import Doc

Offsets = tuple[int, int]
SPEAKERS = frozenset(
    "he she they police officials authorities ministry government officers prosecutors analysts economists "
    "experts".split()
)
LONG = 60
TELLING = frozenset("neutral claim announcement warning concession denial evidence criticism".split())
_ACCORDING = re.compile(
    r"\b(?:according to|as per|citing|figures from|data from|numbers from|reported by|estimated by|compiled by)\s+"
    r"(?P<x>[^,;:“”\"()\n]{2,120})",
    re.I,
)
_POLL = re.compile(
    r"^\W*(?:In|From|Per)\s(?P<x>(?:an?|the|its|their|his|her|one|another)\s[^,;:“”\"()\n]{0,80}?"
    r"(?:survey|poll|report|study|statement|census|analysis|release|memo|letter|tweet|filing))\b"
)
_LAST = re.compile(
    r"[,”\"]\s(?P<x>(?:the |an? |its |their )?[^,;:“”\"\n]{2,80}?)\s(?:has |have |had |also )?"
    r"(?:said|says|added|told|reported|wrote|estimated|estimates)\b(?=[\s.,]|$)"
)
_ENDS = re.compile(
    r"\s(?:which|who|that|on|in|after|before|as|said|says|show\w*|had|have|has|were|was|is|are|released|published|obtained"
    r"|reviewed|while|when|where|during|since|at|from|cited|quoted|told|seen)\b"
)


class Quotation(NamedTuple):
    """A stretch of reported words with its source; `direct` where it stands between quotation marks."""

    start: int
    end: int
    source: Offsets
    direct: bool


def quotations(text: str, doc: "Doc") -> list[Quotation]:
    """The reported words of a text that somebody tells: not what he wants, hopes or supports."""
    runs = marks.runs(text)
    found = []
    for said in attributions(doc):
        if said.source is None or said.cue is None:
            continue
        for start, end in said.pieces:
            direct = any(run.start <= start + 1 and end - 1 <= run.end for run in runs)
            if direct or (
                reporting.cue_class(said.cue.lemma_.lower(), said.cue.pos_) in TELLING and said.cue.text != ":"
            ):
                found.append(Quotation(start, end, said.source, direct))
    return found


def source(text: str, doc: "Doc", sentence: Offsets, start: int, reported: list[Quotation]) -> Offsets | None:
    """The offsets of the source named for the figure at `start`; None where the sentence speaks for the outlet."""
    words = doc.char_span(start, start + 1, alignment_mode="expand")
    if words is None:
        return None
    around = [quotation for quotation in reported if quotation.start <= start < quotation.end]
    named = (
        _according(text, sentence)
        or _innermost([quotation for quotation in around if quotation.direct])
        or saying.speaker(words[0])
        or _innermost(around)
        or _by_words(text, sentence)
        or _by_poll(text, sentence)
    )
    return _without_apposition(text, named) if named else None


def _without_apposition(text: str, named: Offsets) -> Offsets:
    """Rick Doe, a strategist who once worked for the party: Rick Doe."""
    start, end = named
    comma = text.find(", ", start, end)
    return (start, comma) if end - start > LONG and comma > start else named


def _innermost(around: list[Quotation]) -> Offsets | None:
    inner = min(around, key=lambda quotation: quotation.end - quotation.start, default=None)
    return inner.source if inner else None


def _according(text: str, sentence: Offsets) -> Offsets | None:
    found = _ACCORDING.search(text, *sentence)
    if not found:
        return None
    stop = _ENDS.search(found["x"])
    end = found.start("x") + (stop.start() if stop else len(found["x"].rstrip(" .’'—–-")))
    return (found.start("x"), end) if end > found.start("x") else None


def _by_words(text: str, sentence: Offsets) -> Offsets | None:
    """`…, Chief Executive Jane Doe said.`: by the words where the parse has missed it."""
    found = _LAST.search(text, *sentence)
    return found.span("x") if found and _somebody(found["x"]) else None


def _somebody(phrase: str) -> bool:
    """A name, a pronoun or a title, not a stretch that holds a number or a clause of its own."""
    words = phrase.split()
    named = any(word[:1].isupper() for word in words) or words[-1].lower() in SPEAKERS
    return named and not any(word.lower() in saying.RELATIVE or word[:1].isdigit() for word in words)


def _by_poll(text: str, sentence: Offsets) -> Offsets | None:
    found = _POLL.search(text[slice(*sentence)])
    return (sentence[0] + found.start("x"), sentence[0] + found.end("x")) if found else None
