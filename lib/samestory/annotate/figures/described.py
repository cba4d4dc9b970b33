"""What the sentence says of a figure: what it counts, the act, the source, the whole it is part of, its status."""

import re
from typing import TYPE_CHECKING, Any

from samestory.annotate import reporting
from samestory.annotate.figures import (
    acts,
    attribution,
    counted,
    extents,
    joined,
    kinds,
    parts,
    qualifiers,
    sharing,
    status,
    surroundings,
    units,
)
from samestory.annotate.figures.attribution import Quotation
from samestory.annotate.quotes.places import Places
from samestory.corpus import language, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Row = dict[str, Any]
NEAR = 8  # figures before this one whose noun it may share
_SPARED = re.compile(
    r"\ball but (?:about |some |perhaps |roughly )?(?:[\w,]+ of (?:the |its |their )?)?$", re.I
)  # all but three died: three did not
TABLE, DENSE = 10, 3  # numbers in a line from which it is a table, and words to a number below which
LONGEST = 400  # characters of the sentence looked at to either side of a figure
OWN_NOUN = ("duration", "age", "score", "ordinal")
ASSERTED: Row = {"status": "asserted", "telling": False}
Offsets = tuple[int, int]
UNSAID: Row = dict.fromkeys(
    (
        "counted",
        "act",
        "source",
        "source_start",
        "source_end",
        "as_of",
        "whole_start",
        "change",
        "quotation",
        "places",
        "names",
        "near",
        "over",
    )
)


def described(rows: list[Row], text: str, pipeline: str = "") -> list[Row]:
    """The same figures with all columns of the span table; those never charted stay without a noun or source."""
    rows = [row | UNSAID | ASSERTED | {"reported": row["kind"] in kinds.REPORTED} for row in rows]
    if not any(row["reported"] or row["kind"] in OWN_NOUN for row in rows):
        return rows
    doc = parser.parse(text, pipeline)
    reported = attribution.quotations(text, doc)
    inner = surroundings.inner_names(text)
    before: list[Row] = []
    for sentence, here in _by_sentence(rows, text):
        if tabled(text[slice(*sentence)]):
            for row in here:
                row["reported"] = False
            continue
        near = [row for row in before if "\n" not in text[row["end"] : sentence[0]]]
        _describe(here, near, text, sentence, doc, reported)
        for row in here:
            row |= surroundings.beside(row, text, sentence, inner) if row["reported"] or row["kind"] in OWN_NOUN else {}
        before = here
    return rows


def tabled(line: str) -> bool:
    """Whether a line is a table that lost its columns: no words say what its numbers count, no commas part them."""
    words = line.split()
    numbers = sum(word[-1].isdigit() or word[0].isdigit() for word in words)
    stops = sum(word[-1] in ",;" for word in words)
    return numbers >= TABLE and len(words) < DENSE * numbers and DENSE * stops < numbers


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
    here: list[Row], before: list[Row], text: str, sentence: Offsets, doc: "Doc", reported: Places[Quotation]
) -> None:
    day = status.as_of(text, sentence)
    for place, row in enumerate(here):
        left = text[max(sentence[0], row["start"] - LONGEST) : row["start"]]
        right = text[row["end"] : min(sentence[1], row["end"] + LONGEST)]
        if not row["reported"] and row["kind"] not in OWN_NOUN:
            continue
        amount = counted.amount(doc, row)
        shared = sharing.noun_behind(amount, row) if amount is not None else None
        noun = shared[1] if shared else counted.noun(doc, row)
        if noun is not None and row["kind"] == "count" and row["unit"] is None:
            row["unit"] = _rated(text, row, noun)
        row["telling"] = noun is not None and noun.dep_ == "nsubj" and reporting.is_saying(noun.head.lemma_)
        earlier = [*before, *here[max(0, place - NEAR) : place]]
        listed = f"{shared[0]} {shared[1].text}" if shared else amount is not None and sharing.noun_before(amount, row)
        row["counted"] = listed or _counted(row, text, earlier, noun, amount)
        done = row["kind"] == "count" and not _SPARED.search(left)
        row["act"] = acts.act(noun, amount, row["counted"]) if done else None
        row["change"] = None if row["kind"] == "percent" and counted.result(row) else status.change(left, right)
        row["status"] = status.status(amount, noun, row["act"], left, right, row["change"])
        if opposite := qualifiers.turned(row["qualifier"], left):
            row |= _turned(row, opposite)
        row["reported"] = row["reported"] and row["status"] != "corrected"
        if not row["reported"] and row["kind"] not in OWN_NOUN:
            continue
        row["as_of"] = day if row["reported"] else None
        near = (max(sentence[0], row["start"] - LONGEST), min(sentence[1], row["end"] + LONGEST))
        found = attribution.source(text, doc, near, row["start"], reported, row["kind"] == "percent")
        others = here[max(0, place - NEAR) : place + NEAR]
        numbered = (
            other for other in others if other["reported"] and text[other["start"] : other["end"]].lower() != "one"
        )
        if found and not any(found[0] <= other["start"] < found[1] for other in numbered):
            row |= {"source": text[slice(*found)], "source_start": found[0], "source_end": found[1]}
    _nest(here, text, sentence)


def _turned(row: Row, opposite: str) -> Row:
    """A row under the opposite bound: what is denied of more than 12 is asserted of 12 and less."""
    told = "asserted" if row["status"] in ("negated", "possible") else row["status"]
    bound = {"low": row["high"], "high": row["low"]}
    return bound | {"qualifier": opposite, "relation": qualifiers.relation(opposite), "status": told}


def _closed(phrase: str) -> str:
    """A phrase without a mark whose other stands outside it: two “newcomer” classes are newcomer classes."""
    for opens, closes in ("“”", '""'):
        odd = phrase.count(opens) % 2 if opens == closes else phrase.count(opens) != phrase.count(closes)
        phrase = phrase.replace(opens, "").replace(closes, "") if odd else phrase
    return phrase


def _counted(row: Row, text: str, earlier: list[Row], noun: "Token | None", amount: "Token | None") -> str | None:
    """The noun phrase counted; one left out is that of the count before it, in this sentence or the one before.

    Not of those who only tell it: `two officials said 12 died`.
    """
    if earlier and joined.converts(earlier[-1], row, text):
        return earlier[-1]["counted"]
    beyond = row["end"] + row["unit_length"]
    start, end = extents.phrase(noun, row) if noun is not None else (beyond, beyond)
    group = extents.among(text, max(end, beyond)) if row["kind"] == "percent" else ""
    if noun is not None:
        return f"{_closed(text[start:end])} {group}".rstrip()
    if group:
        return group.removeprefix("among ")
    if amount is None or not _elided(row, amount):
        return None
    return next(
        (
            other["counted"]
            for other in reversed(earlier[-NEAR:])
            if other["kind"] == row["kind"] and other["counted"] and not other["telling"]
        ),
        None,
    )


def _rated(text: str, row: Row, noun: "Token") -> str | None:
    """How often so many are counted, said behind the noun: hundreds of rounds a minute."""
    closes = noun.idx + len(noun)
    return units.often(text[closes : closes + LONGEST]) if closes > row["end"] else None


def _elided(row: Row, amount: "Token") -> bool:
    """49 are still held; including 13; from the 110,000 accepted last year; they grew 7.6 percent.

    Not: the two said so, which tells of two already known, nor two of those killed.
    """
    if counted.taken_up(amount, row):
        return False
    if row["kind"] in ("percent", "money"):
        return counted.pronoun_subject(amount)
    if amount.i > 1 and amount.nbor(-1).lower_ == "of" and amount.nbor(-2).pos_ == "NOUN":
        return False  # a family of four
    links = ("from", "than", "to", "including", "of", "among", "with")
    linked = amount.dep_ == "obl" and any(child.dep_ == "case" and child.lower_ in links for child in amount.children)
    return row["kind"] == "count" and (amount.dep_ in counted.ALONE or linked)


def _nest(here: list[Row], text: str, sentence: Offsets) -> None:
    """Fills `whole_start`: where the figure starts that this one is a part of."""
    for place, row in enumerate(here):
        after = here[place + 1] if place + 1 < len(here) else None
        whole = parts.parent(row, text, sentence, here[max(0, place - NEAR) : place])
        if whole is None and after is not None and parts.whole_after(row, after, text):
            whole = after
        row["whole_start"] = whole["start"] if whole else None
        if whole and row["counted"] is None and parts.of_them(row, text):
            row["counted"] = whole["counted"]
