"""Possible attributions of a parsed text: each cue (verb, noun or adjective) with each stretch it may report.

Which of them are attributions is not decided here; see `weights`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from samestory.annotate.quotes.marks import Run
from samestory.annotate.quotes.sources import nearby, source_of

Piece = tuple[int, int]
CLAUSES = {"ccomp", "xcomp"}
COMMENT = {"parataxis", "ccomp"}
PHRASES = {"obl", "nmod", "obl:agent", "nmod:desc"}
CUE_POS = {"VERB", "NOUN", "ADJ"}
EDGE = ",;:.–—-"


class Candidate(NamedTuple):
    """A cue with what it may report and who may say it.

    `relation` names the syntax that ties the content to the cue. `words` are the content's words in small letters;
    `quoted` says how the content lies to quotation marks (none, whole, contains, inside), `place` where the cue lies.
    All spans are offsets into the text.
    """

    cue: Token
    cue_span: Piece
    relation: str
    pieces: tuple[Piece, ...]
    source: Piece | None
    head: Token | None
    words: tuple[str, ...]
    quoted: str
    place: str


class Layout:
    """The quoted runs of a parsed text by token, so that each is looked up once."""

    def __init__(self, doc: Doc, runs: list[Run]) -> None:
        self.doc = doc
        self.text = doc.text
        self.runs = runs
        self.run_of: list[int] = [-1] * len(doc)
        self.tokens: list[Piece] = []
        place = 0
        for number, run in enumerate(runs):
            while place < len(doc) and doc[place].idx < run.start:
                place += 1
            first = place
            while place < len(doc) and doc[place].idx < run.end:
                self.run_of[place] = number
                place += 1
            self.tokens.append((first, place))


def candidates(doc: Doc, runs: list[Run]) -> Iterator[list[Candidate]]:
    """The candidates of each cue of the text."""
    layout = Layout(doc, runs)
    beside = _beside_runs(layout)
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found = [candidate for candidate in _according(layout, token) if candidate.pieces]
        elif token.pos_ in CUE_POS and token.is_alpha:
            found = _of_cue(layout, token, beside.get(token.i, []))
        else:
            continue
        if found:
            yield found


def _of_cue(layout: Layout, cue: Token, beside: list[tuple[str, str, int]]) -> list[Candidate]:
    source, head = source_of(cue)
    span = None if source is None else char_span(layout, *source)
    found = []
    for relation, last, pieces in _contents(cue):
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        if kept:
            found.append(_candidate(layout, cue, last, relation, kept, span, head))
    if beside and head is None:
        source, head = nearby(cue)
        span = None if source is None else char_span(layout, *source)
    for relation, place, number in beside:
        run = layout.runs[number]
        first, stop = layout.tokens[number]
        words = tuple(token.lower_ for token in layout.doc[first:stop] if token.is_alpha)
        cue_span = _cue_span(layout, cue, cue.i + 1)
        found.append(Candidate(cue, cue_span, relation, ((run.start, run.end),), span, head, words, "whole", place))
    return [candidate for candidate in found if candidate.pieces]


def _candidate(layout, cue, last, relation, pieces, source, head) -> Candidate:
    spans = tuple(span for piece in pieces if (span := char_span(layout, *piece)) is not None)
    words = tuple(token.lower_ for piece in pieces for token in layout.doc[piece[0] : piece[1]] if token.is_alpha)
    place = "in" if layout.run_of[cue.i] >= 0 else "out"
    return Candidate(
        cue, _cue_span(layout, cue, last), relation, spans, source, head, words, _quoted(layout, spans), place
    )


def _quoted(layout: Layout, spans: tuple[Piece, ...]) -> str:
    start, end = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    for run in layout.runs:
        if run.start < end and start < run.end:
            if start >= run.start and end <= run.end:
                return "whole" if end - start > 0.9 * (run.end - run.start) else "inside"
            return "contains"
    return "none"


def char_span(layout: Layout, first: int, stop: int) -> Piece | None:
    """The offsets of a token range without the blanks and commas around it, quotation marks kept whole."""
    doc, text = layout.doc, layout.text
    start, end = doc[first].idx, doc[stop - 1].idx + len(doc[stop - 1])
    inside = layout.run_of[stop - 1]
    while start < end and (text[start].isspace() or text[start] in EDGE):
        start += 1
    if inside >= 0 and layout.run_of[first] != inside:
        return start, max(end, layout.runs[inside].end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in EDGE) and not _closes(layout, end):
        end -= 1
    if inside >= 0 and end >= layout.runs[inside].inner_end - 1:
        end = layout.runs[inside].end
    opened = layout.run_of[first]
    if opened >= 0 and start == layout.runs[opened].inner_start and end >= layout.runs[opened].end:
        start = layout.runs[opened].start
    return (start, end) if start < end else None


def _closes(layout: Layout, end: int) -> bool:
    return any(run.end == end for run in layout.runs)


def _beside_runs(layout: Layout) -> dict[int, list[tuple[str, str, int]]]:
    """The verbs nearest to each quoted run in its sentences: token index to (relation, place, number of the run)."""
    found: dict[int, list[tuple[str, str, int]]] = {}
    doc, text = layout.doc, layout.text
    for number, run in enumerate(layout.runs):
        first, stop = layout.tokens[number]
        if first >= stop:
            continue
        start, end = doc[first].sent.start, doc[stop - 1].sent.end
        before = [i for i in range(first - 1, start - 1, -1) if doc[i].pos_ == "VERB" and layout.run_of[i] < 0][:2]
        after = [i for i in range(stop, end) if doc[i].pos_ == "VERB" and layout.run_of[i] < 0][:2]
        case = "A" if text[run.inner_start : run.inner_start + 1].isupper() else "a"
        last, previous = text[run.inner_end - 1], text[: run.start].rstrip(" \n")[-1:]
        alone = "|alone" if first == start else ""
        for rank, i in enumerate(before):
            sign = previous if previous in ",:" else doc[first - 1].lower_ if doc[first - 1].lower_ == "that" else "w"
            found.setdefault(i, []).append((f"run>{sign}", f"{rank}{case}{_gap(first - i)}", number))
        for rank, i in enumerate(after):
            sign = (
                last if last in ",.?!" else text[run.end : run.end + 1] if text[run.end : run.end + 1] == "," else "w"
            )
            found.setdefault(i, []).append((f"run<{sign}", f"{rank}{case}{_gap(i - stop)}{alone}", number))
    return found


def _gap(tokens: int) -> str:
    return next((name for most, name in ((1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16")) if tokens <= most), "17")


def _contents(cue: Token) -> Iterator[tuple[str, int, tuple[Piece, ...]]]:
    """What a cue may report: (relation, end of the cue's words, pieces)."""
    if cue.pos_ == "VERB":
        yield from _of_verb(cue)
        yield from _comment(cue)
    elif cue.pos_ == "ADJ":
        yield from _of_adjective(cue)
    else:
        yield from _of_noun(cue)


def _of_verb(cue: Token) -> Iterator[tuple[str, int, tuple[Piece, ...]]]:
    end = cue.i + 1
    objects = [child for child in cue.children if child.dep_ in ("obj", "iobj")]
    clauses = [child for child in cue.children if child.dep_ in CLAUSES]
    adverbial = [child for child in cue.children if child.dep_ == "advcl" and child.i > cue.i]
    phrases = [child for child in cue.children if child.dep_ in PHRASES and child.i > cue.i]
    right = cue.right_edge.i + 1
    for clause in clauses:
        yield clause.dep_, end, (_span(clause),)
    for clause in clauses + adverbial:
        if objects and objects[0].i < clause.i:
            yield f"obj+{clause.dep_}", end, ((_span(objects[0])[0], _span(clause)[1]),)
    if clauses:
        for phrase in phrases[:1]:
            if phrase.i < clauses[0].i:
                yield "obl+clause", _past_case(phrase), ((_past_case(phrase), _span(clauses[0])[1]),)
    for clause in adverbial:
        yield f"advcl:{_mark(clause)}", end, (_span(clause),)
    for thing in objects:
        yield thing.dep_, end, (_span(thing),)
        if thing.i > cue.i and right > _span(thing)[1]:
            yield f"{thing.dep_}+rest", end, ((_span(thing)[0], right),)
    for phrase in phrases:
        yield f"obl:{_case(phrase)}", _past_case(phrase), ((_past_case(phrase), _span(phrase)[1]),)
        if right > _span(phrase)[1]:
            yield f"obl:{_case(phrase)}+rest", _past_case(phrase), ((_past_case(phrase), right),)
    passive = [child for child in cue.children if child.dep_ == "nsubj:pass"]
    subjects = passive or [child for child in cue.children if child.dep_ == "nsubj"]
    for subject in subjects[:1]:
        for clause in clauses:
            yield f"{subject.dep_}+{clause.dep_}", end, (_span(subject), _span(clause))
        if passive:
            yield "nsubj:pass", end, (_span(subject),)
    if cue.dep_ == "acl" and cue.tag_ == "VBN":
        noun = cue.head
        yield "acl:pass", end, ((noun.left_edge.i, cue.left_edge.i),)


def _comment(cue: Token) -> Iterator[tuple[str, int, tuple[Piece, ...]]]:
    """What a comment clause comments on: “X, she said, Y”, “As she put it, X”."""
    end = cue.i + 1
    clause = _span(cue)
    if cue.dep_ in ("parataxis", "advcl", "ccomp", "conj") and cue.head.i < cue.i:
        host = _span(cue.head)
        before, after = (host[0], clause[0]), (clause[1], host[1])
        relation = f"{cue.dep_}:{_mark(cue)}>host"
        yield relation, end, (before,)
        if after[1] - after[0] > 2:
            yield relation + "2", end, (before, after)
    elif cue.dep_ in ("parataxis", "advcl") and cue.head.i > cue.i:
        yield f"{cue.dep_}:{_mark(cue)}<host", end, ((clause[1], _span(cue.head)[1]),)
    if cue.dep_ == "ROOT":
        start, stop = cue.sent.start, cue.sent.end
        left = min(
            [cue.i] + [child.left_edge.i for child in cue.children if child.dep_.startswith(("nsubj", "aux", "advmod"))]
        )
        if left - start > 3:
            yield "sentence<", end, ((start, left),)
        if stop - cue.i > 4:
            yield "sentence>", end, ((cue.i + 1, stop),)


def _of_adjective(cue: Token) -> Iterator[tuple[str, int, tuple[Piece, ...]]]:
    for child in cue.children:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and child.i > cue.i:
            yield child.dep_, cue.i + 1, (_span(child),)
        elif child.dep_ in PHRASES and child.i > cue.i:
            yield f"obl:{_case(child)}", _past_case(child), ((_past_case(child), _span(child)[1]),)


def _of_noun(cue: Token) -> Iterator[tuple[str, int, tuple[Piece, ...]]]:
    end = cue.i + 1
    for child in cue.children:
        if child.dep_ in ("acl", "ccomp", "xcomp", "advcl") and child.i > cue.i:
            yield f"{child.dep_}:{_mark(child)}", end, (_span(child),)
        elif child.dep_ in PHRASES and child.i > cue.i:
            yield f"nmod:{_case(child)}", _past_case(child), ((_past_case(child), _span(child)[1]),)
        elif child.dep_ in ("ccomp", "parataxis", "acl:relcl") and child.i > cue.i:
            yield child.dep_, end, (_span(child),)
    if any(child.dep_ == "cop" for child in cue.children):
        for child in cue.children:
            if child.dep_ in ("csubj", "nsubj"):
                yield f"cop:{child.dep_}", end, (_span(child),)
    if cue.dep_ == "nsubj" and any(child.dep_ == "cop" for child in cue.head.children):
        yield "nsubj:cop", end, ((cue.head.i, _span(cue.head)[1]),)


def _according(layout: Layout, token: Token) -> Iterator[Candidate]:
    """“According to Y, X” and “X, according to Y”: the clause without the phrase."""
    head = token.head
    while head.dep_ in ("fixed", "case") or head.lower_ in ("to", "according"):
        if head.head == head:
            return
        head = head.head
    if head.i < token.i:
        later = [child for child in token.subtree if child.i > token.i + 1 and child.pos_ in ("NOUN", "PROPN", "PRON")]
        if not later:
            return
        head = min(later, key=lambda child: len(list(child.ancestors)))
    phrase = (token.i, max(_span(head)[1], head.i + 1))
    source = (token.i + 2, phrase[1])
    clause = _clause_around(head)
    before, after = (clause[0], phrase[0]), (phrase[1], clause[1])
    pieces = tuple(piece for piece in (before, after) if piece[1] - piece[0] > 1)
    for relation, kept in (("according", pieces), ("according<", pieces[:1]), ("according>", pieces[-1:])):
        if kept and (relation == "according" or len(pieces) > 1):
            span = char_span(layout, *source)
            yield _candidate(layout, token, token.i + 2, relation, list(kept), span, head)


def _clause_around(head: Token) -> Piece:
    """The sentence, or the finite clause if the phrase stands inside a subordinate one."""
    top = head.head
    while top.dep_ not in ("ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "conj") and top.head != top:
        top = top.head
    if top.dep_ == "conj" and top.pos_ not in ("VERB", "AUX"):
        return top.sent.start, top.sent.end
    return _span(top) if top.dep_ != "ROOT" else (top.sent.start, top.sent.end)


def _cue_span(layout: Layout, cue: Token, last: int) -> Piece:
    """The cue with its auxiliaries and adverbs before it, and the preposition it governs after it."""
    doc, first = layout.doc, cue.i
    while first > 0 and doc[first - 1].head == cue and doc[first - 1].dep_ in ("aux", "aux:pass", "advmod", "cop"):
        first -= 1
    end = doc[last - 1] if cue.i < last <= cue.i + 4 else cue
    return doc[first].idx, end.idx + len(end)


def _span(token: Token) -> Piece:
    return token.left_edge.i, token.right_edge.i + 1


def _past_case(phrase: Token) -> int:
    cases = [child.i for child in phrase.children if child.dep_ in ("case", "fixed") and child.i < phrase.i]
    first = _span(phrase)[0]
    last = first
    while last in cases:
        last += 1
    return last


def _case(phrase: Token) -> str:
    return next((child.lower_ for child in phrase.children if child.dep_ == "case" and child.i < phrase.i), "")


def _mark(clause: Token) -> str:
    return next((child.lower_ for child in clause.children if child.dep_ == "mark" and child.i < clause.i), "")
