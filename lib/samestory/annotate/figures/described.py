"""What the sentence says of a figure: what it counts, the act, the source, the whole it is part of, its status."""

from typing import TYPE_CHECKING, Any

from samestory.annotate.figures import acts, attribution, counted, kinds, parts, status
from samestory.annotate.figures.attribution import Quotation
from samestory.corpus import language, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Row = dict[str, Any]
Offsets = tuple[int, int]
UNSAID: Row = dict.fromkeys(("counted", "act", "source", "source_start", "source_end", "as_of", "part_of"))


def described(rows: list[Row], text: str, pipeline: str = "") -> list[Row]:
    """The same figures with all columns of the span table; those never charted stay without a noun or source."""
    rows = [row | UNSAID | {"status": "past", "reported": row["kind"] in kinds.REPORTED} for row in rows]
    if not any(row["reported"] or row["kind"] in ("duration", "age") for row in rows):
        return rows
    doc = parser.parse(text, pipeline)
    reported = attribution.quotations(text, doc)
    before: list[Row] = []
    for sentence, here in _by_sentence(rows, text):
        near = [row for row in before if "\n" not in text[row["end"] : sentence[0]]]
        _describe(here, near, text, sentence, doc, reported)
        before = here
    return rows


def _by_sentence(rows: list[Row], text: str) -> list[tuple[Offsets, list[Row]]]:
    """The figures of each sentence that has any."""
    found: list[tuple[Offsets, list[Row]]] = []
    remaining = iter(rows)
    row = next(remaining, None)
    for sentence in language.sentence_spans(text):
        here = []
        while row is not None and row["start"] < sentence[1]:
            here.append(row)
            row = next(remaining, None)
        if here:
            found.append((sentence, here))
    return found


def _describe(
    here: list[Row], before: list[Row], text: str, sentence: Offsets, doc: "Doc", reported: list[Quotation]
) -> None:
    day = status.as_of(text, sentence)
    for place, row in enumerate(here):
        left, right = text[sentence[0] : row["start"]], text[row["end"] : sentence[1]]
        row["status"] = status.status(left, right)
        if not row["reported"] and row["kind"] not in ("duration", "age"):
            continue
        noun = counted.noun(doc, row)
        row["counted"] = _counted(row, text, before + here[:place], noun, counted.amount(doc, row))
        if not row["reported"]:
            continue
        row["as_of"] = day
        row["act"] = acts.act(noun, counted.amount(doc, row)) if row["kind"] == "count" else None
        found = attribution.source(text, doc, sentence, row["start"], reported)
        if found and not any(other["reported"] and found[0] <= other["start"] < found[1] for other in here):
            row |= {"source": text[slice(*found)], "source_start": found[0], "source_end": found[1]}
    _nest(here, text, sentence)


def _counted(row: Row, text: str, earlier: list[Row], noun: "Token | None", amount: "Token | None") -> str | None:
    """The noun phrase counted; one left out is that of the count before it, in this sentence or the one before."""
    if noun is not None:
        start, end = counted.phrase(noun, row)
        return text[start:end]
    if row["kind"] != "count" or amount is None or amount.dep_ not in counted.ALONE:
        return None
    return next(
        (other["counted"] for other in reversed(earlier) if other["kind"] == "count" and other["counted"]), None
    )


def _nest(here: list[Row], text: str, sentence: Offsets) -> None:
    """Fills `part_of`: where the figure starts that this one is a part of."""
    for place, row in enumerate(here):
        after = here[place + 1] if place + 1 < len(here) else None
        whole = parts.parent(row, text, sentence, here[:place])
        if whole is None and after is not None and parts.whole_after(row, after, text):
            whole = after
        row["part_of"] = whole["start"] if whole else None
