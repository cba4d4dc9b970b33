"""Sources that say nothing: who declined to comment, did not respond, could not be reached (`data/silences.csv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from samestory.annotate import marks
from samestory.annotate.quotes.attributions import Attribution
from samestory.annotate.quotes.sources import phrase
from samestory.corpus import known, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SILENCE = "silence"


def with_silences(doc: Doc, runs: list[marks.Run], found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those that only tell a silence replaced by it: who says nothing, in the narrator's words."""
    silent = list(_silences(doc, marks.outside(parser.text_of(doc), runs)))
    said = [one for one in found if not any(_tells(one, silence) for silence in silent)]
    return sorted([*said, *silent], key=lambda one: min(one.pieces))


def _silences(doc: Doc, narrated: str) -> Iterator[Attribution]:
    for match in _pattern().finditer(narrated):
        words = doc.char_span(*match.span(), alignment_mode="expand")
        head = _subject(words.root) if words is not None else None
        if head is None:
            yield Attribution([match.span()], relation=SILENCE)
        else:
            first, stop = phrase(head, head.head)[0]
            source = (doc[first].idx, doc[stop - 1].idx + len(doc[stop - 1]))
            yield Attribution([match.span()], source=source, head=head, relation=SILENCE)


def _tells(attribution: Attribution, silence: Attribution) -> bool:
    start, end = silence.pieces[0]
    return attribution.cue_span is not None and start < attribution.cue_span[1] and attribution.cue_span[0] < end


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of a verb above it, before it in the sentence."""
    own = (c for token in (verb, *verb.ancestors) for c in token.children if c.dep_ in ("nsubj", "nsubj:pass"))
    return next((c for c in own if c.i < verb.i), None)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    rows = known.table("silences.csv", ["pattern", "source"])
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows["pattern"]).replace("'", "[’']"), re.I)
