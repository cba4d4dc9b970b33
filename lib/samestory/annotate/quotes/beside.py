"""The verbs and colons beside quoted words: “…,” said Y; Y told Z: “…”; Y: “…”."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate import spans
from samestory.annotate.clauses.grammar import TIMES
from samestory.annotate.quotes.layout import Layout
from samestory.annotate.quotes.sources import before_insertions, phrase, source_of

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL = {"PROPN", "PRON", "NOUN", "NUM"}
NEAREST = 2
LONGEST_SIGNATURE = 12  # words
DASHES = "–—―-"  # before a signature
# Verbs that are followed by whom they address, never by their subject ("told Fox News").
ADDRESSED = known.words("verbs followed by whom they address")
GAPS = ((1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))


def beside_runs(layout: Layout) -> dict[int, list[tuple[str, str, int]]]:
    """The cues nearest to each quoted run: token index to (relation, place, number of the run).

    The relation says whether the run comes after the cue (run>) or before it (run<), with the sign between them; run>>
    is a cue in the sentence before the quotation.
    """
    found: dict[int, list[tuple[str, str, int]]] = {}
    for number, (first, stop) in enumerate(layout.tokens):
        if first < stop:
            for index, relation, place in [*_before(layout, number), *_after(layout, number)]:
                found.setdefault(index, []).append((relation, place, number))
    return found


def source_beside(
    layout: Layout, cue: Token, relation: str, number: int
) -> tuple[tuple[int, int] | None, Token | None]:
    """The source of a cue beside a quoted run, never a word of the quotation: as token range and its head."""
    stop = layout.tokens[number][1]
    if cue.is_punct and cue.text != ":":
        return _signature(layout, cue)
    if cue.is_punct:
        return _nearest(layout, cue, range(cue.i - 1, max(cue.i - 12, -1), -1))
    if relation.startswith("run<"):
        between = [i for i in range(stop, cue.i) if layout.doc[i].pos_ in NOMINAL]
        if not between and cue.lemma_ not in ADDRESSED:
            after = _nearest(layout, cue, range(cue.i + 1, min(cue.i + 5, cue.sent.end)))
            if after[1] is not None:
                return after
    apart = before_insertions(cue)
    if apart is None and (named := _inserted(layout, cue)) is not None:
        return phrase(named, cue)
    if apart is not None and layout.run_of[apart.i] < 0:
        return phrase(apart, cue)
    source, head = source_of(cue)
    if head is None and any(c.dep_ == "aux:pass" for c in cue.children):
        return None, None  # “the country is sometimes called “the frozen land””
    if head is not None and layout.run_of[head.i] < 0:
        return source, head
    lowest = stop if relation.startswith("run<") else cue.sent.start
    return _nearest(layout, cue, range(cue.i - 1, max(cue.i - 12, lowest - 1), -1))


def _inserted(layout: Layout, cue: Token) -> Token | None:
    """Who says what stands around: Y in “Journalists, writes Y, “…””; None where commas do not set that off."""
    doc = layout.doc
    if cue.i == 0 or cue.i + 3 >= len(doc) or doc[cue.i - 1].text != "," or cue.lemma_ in ADDRESSED:
        return None
    named = doc[cue.i + 1]
    after = next((doc[i] for i in range(named.i + 1, min(named.i + 4, len(doc))) if doc[i].pos_ != "PROPN"), named)
    return named if named.pos_ == "PROPN" and named.lower_ not in TIMES and after.text == "," else None


def _signature(layout: Layout, dash: Token) -> tuple[tuple[int, int] | None, Token | None]:
    """The name behind a dash, within its line and up to a comma: as token range and its first word."""
    rest = layout.doc[dash.i + 1 : dash.i + LONGEST_SIGNATURE]
    line = takewhile(lambda t: "\n" not in t.text and t.text not in ",(" and layout.run_of[t.i] < 0, rest)
    named = [token for token in line if token.pos_ in NOMINAL]
    return ((named[0].i, named[-1].i + 1), named[0]) if named else (None, None)


def _nearest(layout: Layout, cue: Token, where: range) -> tuple[tuple[int, int] | None, Token | None]:
    for i in where:
        token = layout.doc[i]
        if layout.run_of[i] >= 0:
            break
        if token.pos_ in NOMINAL:
            return phrase(token, cue)
    return None, None


def _before(layout: Layout, number: int) -> list[tuple[int, str, str]]:
    doc, run = layout.doc, layout.runs[number]
    first = layout.tokens[number][0]
    start = doc[first].sent.start
    ended = spans.past_blanks(layout.text, run.start)
    previous = layout.text[max(0, ended - 1) : ended]
    relation = "run>" + (previous if previous in ",:" else "that" if doc[first - 1].lower_ == "that" else "w")
    if start == first:
        if first == 0:
            return []
        relation, start = f"run>>{previous if previous in ':,' else '.'}", doc[first - 1].sent.start
    near = range(first - 1, start - 1, -1)
    verbs = [i for i in near if layout.doc[i].pos_ == "VERB" and layout.run_of[i] < 0][:NEAREST]
    verbs = verbs or [i for i in near if doc[i].text == ":" and layout.run_of[i] < 0][:1]
    return [(i, relation, f"{rank}{_case(layout, number)}{_gap(first - i)}") for rank, i in enumerate(verbs)]


def _after(layout: Layout, number: int) -> list[tuple[int, str, str]]:
    doc, run, (first, stop) = layout.doc, layout.runs[number], layout.tokens[number]
    last, following = layout.text[run.inner_end - 1], layout.text[run.end : run.end + 1]
    sign = last if last in ",.?!" else following if following == "," else "w"
    relation, end = f"run<{sign}", doc[stop - 1].sent.end
    alone = "|alone" if first == doc[first].sent.start else ""
    dash = next((i for i in range(stop, min(stop + 2, len(doc))) if not doc[i].is_space), stop)
    if dash < len(doc) and _is_closed_by_dash(layout, stop, dash):
        return [(dash, "run<dash", "0")]
    if (
        not any(doc[i].is_alpha for i in range(stop, end))
        and end < len(doc)
        and "\n" not in layout.text[run.end : doc[end].idx]
    ):
        relation, end = f"run<<{sign}", doc[end].sent.end
    verbs = [i for i in range(stop, end) if doc[i].pos_ == "VERB" and layout.run_of[i] < 0][:NEAREST]
    return [(i, relation, f"{k}{_case(layout, number)}{_gap(i - stop)}{alone}") for k, i in enumerate(verbs)]


def _is_closed_by_dash(layout: Layout, index: int, dash: int) -> bool:
    """Whether a dash and a name follow the quotation, alone in their line: “…” — Y."""
    line = re.match(
        rf"\s*[{DASHES}]{{1,2}}\s*([^\n]*)", layout.text[layout.doc[index - 1].idx + len(layout.doc[index - 1]) :]
    )
    return (
        line is not None and line[1][:1].isupper() and len(line[1].split()) <= 12 and layout.doc[dash].text[0] in DASHES
    )


def _case(layout: Layout, number: int) -> str:
    start = layout.runs[number].inner_start
    return "A" if layout.text[start : start + 1].isupper() else "a"


def _gap(tokens: int) -> str:
    return next((name for most, name in GAPS if tokens <= most), "17")
