"""Attributions of quoted runs, read from the words around them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from samestory.annotate.quotes import cues, marks
from samestory.corpus import language

IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "speak": "spoke spoken",
    "swear": "swore sworn", "hold": "held", "put": "put", "read": "read",
}  # fmt: skip
SPEECH = "neutral announcement claim concession denial urging question promise warning criticism praise".split()
NOUN_PHRASE = r"(?:(?:[A-Z][\w’'.-]*|[a-z]+)[ ]){0,4}(?:[A-Z][\w’'-]*|he|she|they|[a-z]+)"
SHORT = 3


@lru_cache(maxsize=1)
def _saying() -> re.Pattern[str]:
    forms = [form for (lemma, pos), cls in cues.classes().items() if pos == "verb" and cls in SPEECH for form in _forms(lemma)]
    return re.compile(rf"\b({'|'.join(sorted(set(forms), key=len, reverse=True))}|according to)\b")


def _forms(lemma: str) -> list[str]:
    stem = lemma.removesuffix("e")
    y = re.sub("(?<=[^aeiou])y$", "i", lemma)
    third = y + "es" if y != lemma or re.search("(s|sh|ch|x|z)$", lemma) else lemma + "s"
    past = [y + "ed" if y != lemma else stem + "ed", stem + stem[-1] + "ed"]
    return [lemma, third, *past, stem + "ing", stem + stem[-1] + "ing", *IRREGULAR.get(lemma, "").split()]


def find(text: str, found: list[marks.Run]) -> Iterator[dict]:
    """A row for each quoted run with the cue and source its sentence gives; short ones without a cue are scare quotes."""
    sentences = language.sentence_spans(text)
    narrated = marks.outside(text, found)
    last: dict = {}
    for number, run in enumerate(found):
        around = [(a, b) for a, b in sentences if a < run.end and run.start < b]
        start, end = (around[0][0], around[-1][1]) if around else (run.start, run.end)
        row = _cue(text, narrated, start, end, run)
        same_paragraph = last and "\n\n" not in text[last["end"] : run.start]
        if not row and (run.continues or (same_paragraph and run.start == start)):
            row = {key: last[key] for key in last if key not in ("start", "end")}
        elif row:
            row["attribution"] = number
        scare = not row and marks.words(text[run.start : run.end]) <= SHORT
        row = {"start": run.start, "end": run.end, "form": "scare" if scare else "direct", "attribution": number} | row
        last = row if not scare else last
        yield row


def _cue(text: str, narrated: str, start: int, end: int, run: marks.Run) -> dict:
    hits = [(abs(m.start() - run.end) if m.start() >= run.end else abs(run.start - m.end()), m) for m in _saying().finditer(narrated, start, end)]
    if not hits:
        return {}
    cue = min(hits, key=lambda hit: hit[0])[1]
    row = {"cue": cue.group(), "cue_start": cue.start(), "cue_end": cue.end()}
    return row | _source(text, narrated, start, end, cue)


def _source(text: str, narrated: str, start: int, end: int, cue: re.Match[str]) -> dict:
    before = re.search(rf"({NOUN_PHRASE})(?: (?:has|have|had|also|later))*\s*$", narrated[start : cue.start()])
    after = re.match(rf"\s*({NOUN_PHRASE})", narrated[cue.end() : end])
    if before:
        span = start + before.start(1), start + before.end(1)
    elif after:
        span = cue.end() + after.start(1), cue.end() + after.end(1)
    else:
        return {}
    return {"source": text[slice(*span)], "source_start": span[0], "source_end": span[1], "speaker": text[slice(*span)]}
