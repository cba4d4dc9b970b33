"""Possible attributions of a parsed text: each cue (verb, noun or adjective) with each stretch it may report.

Which of them are attributions is not decided here; see `weights`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from samestory import known
from samestory.annotate import marks, reporting
from samestory.annotate.clauses.grammar import TIMES
from samestory.annotate.marks import Run
from samestory.annotate.quotes.beside import ADDRESSED, beside_runs, source_beside
from samestory.annotate.quotes.layout import Layout, Piece, char_span, quoted
from samestory.annotate.quotes.sources import FINITE, ISSUING, before_insertions, phrase, source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLAUSES = {"ccomp", "xcomp"}
CLOSING = {",", "”", '"', "''"}
PHRASES = {"obl", "nmod", "obl:agent", "nmod:desc"}
CUE_POS = {"VERB", "NOUN", "ADJ"}
NOUNS = {"PROPN", "PRON", "NOUN"}
SET_OFF = CLOSING | {"–", "—", "-", ")"}
AMID = known.words("prepositions of what is the case")
CONTRASTS = {"but", "while", "though", "although", "whereas", "yet"}
AROUND = {"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "conj"}
MOSTLY = 0.5  # of the uses of a noun
TAIL = 14
# Relations whose content is bounded by the parse alone.
LOOSE = ("obj", "obl", "xcomp", "sentence>", "nsubj+xcomp")
PAST = {"VBD", "VBN"}
# A pronoun alone is no statement.
EMPTY = {("who",), ("which",), ("that",), ("it",), ("this",)}


# What a cue may report: the relation, the end of the words of the cue, the pieces.
Content = tuple[str, int, tuple[Piece, ...]]


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


def candidates(doc: Doc, runs: list[Run]) -> Iterator[list[Candidate]]:
    """The candidates of each cue of the text."""
    layout = Layout(doc, runs)
    beside = beside_runs(layout)
    for token in doc:
        if length := _reservation(doc, token):
            found = [candidate for candidate in _according(layout, token, length) if candidate.pieces]
        elif token.i in beside and token.is_punct and token.text != ":":
            found = [_beside(layout, token, *place) for place in beside[token.i]]
        elif token.text == ":" and layout.run_of[token.i] < 0:
            found = [*_colon(layout, token), *(_beside(layout, token, *place) for place in beside.get(token.i, []))]
        elif token.pos_ in CUE_POS and token.is_alpha:
            found = _of_cue(layout, token, beside.get(token.i, []))
        else:
            continue
        if found:
            yield found


def _of_cue(layout: Layout, cue: Token, beside: list[tuple[str, str, int]]) -> list[Candidate]:
    source, head = source_of(cue)
    if head is not None and layout.run_of[cue.i] < 0 <= layout.run_of[head.i]:
        source, head = None, None
    span = None if source is None else char_span(layout, *source)
    tail = list(_tail(layout, cue))
    found = [*tail, *(_beside(layout, cue, *place) for place in beside)]
    if tail and tail[0].relation.endswith("+"):
        return found
    for relation, last, pieces in _contents(cue):
        kept = [piece for piece in pieces if piece[0] < piece[1]]
        if kept and not (relation.startswith(LOOSE) and _is_told_by_another(layout, kept)):
            found.append(_candidate(layout, cue, last, relation, kept, span, head))
    return [candidate for candidate in found if candidate.pieces and candidate.words not in EMPTY]


def _beside(layout: Layout, cue: Token, relation: str, place: str, number: int) -> Candidate:
    run, (first, stop) = layout.runs[number], layout.tokens[number]
    source, head = source_beside(layout, cue, relation, number)
    span = None if source is None else char_span(layout, *source)
    words = tuple(word for word in layout.words[first:stop] if word)
    return Candidate(
        cue, _cue_span(layout, cue, cue.i + 1), relation, ((run.start, run.end),), span, head, words, "whole", place
    )


def _candidate(layout, cue, last, relation, pieces, source, head) -> Candidate:
    spans = tuple(span for piece in pieces if (span := char_span(layout, *piece)) is not None)
    words = tuple(word for start, stop in pieces for word in layout.words[start:stop] if word)
    place = "in" if layout.run_of[cue.i] >= 0 else "out"
    return Candidate(
        cue, _cue_span(layout, cue, last), relation, spans, source, head, words, quoted(layout, spans), place
    )


def _contents(cue: Token) -> Iterator[Content]:
    """What a cue may report: (relation, end of the cue's words, pieces)."""
    if cue.pos_ == "VERB":
        yield from _of_verb(cue)
        yield from _comment(cue)
    elif cue.pos_ == "ADJ":
        yield from _of_adjective(cue)
    else:
        yield from _of_noun(cue)


def _tail(layout: Layout, cue: Token) -> Iterator[Candidate]:
    """“X, Y said.” and “X, said Y, Z”, by their commas alone: the parse often takes them for something else."""
    if cue.tag_ not in FINITE or layout.run_of[cue.i] >= 0 or cue.i + 1 == len(layout.doc):
        return
    sentence, told_by = cue.sent, _told_by(cue)
    if told_by is None:
        return
    comma, source, head = told_by
    stop = next(
        (i for i in range(max(cue.i, source[1] - 1) + 1, sentence.end) if layout.doc[i].text == ","), sentence.end
    )
    told = [c for c in cue.children if c.dep_ in ("obj", "iobj") and c.i > cue.i]
    if cue.lemma_ not in ADDRESSED and any(
        c.dep_ == "obj" and c.lemma_.lower() not in TIMES and c.i >= source[1] for c in told
    ):
        return  # “After the vote, Y added two charges”
    rest = stop - max([cue.i + 1, source[1], *(c.right_edge.i + 1 for c in told)])
    span = char_span(layout, *source)
    side = "<" if head.i < cue.i else ">"
    relation = f"tail{side}{'.' if stop >= sentence.end - 2 else ','}{max(0, min(rest, 3))}"
    goes_on = stop < sentence.end - 2
    if not (goes_on and _is_inserted(cue, stop)):
        yield _candidate(layout, cue, cue.i + 1, relation, [(sentence.start, comma)], span, head)
    if goes_on:
        pieces = [(sentence.start, comma), (stop + 1, sentence.end)]
        yield _candidate(layout, cue, cue.i + 1, relation + "+", pieces, span, head)


def _is_inserted(cue: Token, comma: int) -> bool:
    """Whether what is said goes on after the comma behind a verb: “The climate, Y often says, is the threat”."""
    after = cue.doc[comma + 1]
    if not reporting.is_saying(cue.lemma_):
        return False
    if comma > cue.i + 1:
        return after.tag_ in FINITE or after.tag_ == "MD"
    return after.pos_ not in ("CCONJ", "SCONJ", "PUNCT") and after.tag_ not in ("VBG", "VBN", "WDT", "WP", "WRB")


def _has_object(cue: Token) -> bool:
    """Whether a verb governs a thing after it, and tells nothing before it: “After that, Y added two charges”."""
    things = (c for c in cue.children if c.dep_ == "obj" and c.i > cue.i and c.lemma_.lower() not in TIMES)
    source = (c.i for c in cue.children if c.dep_ == "nsubj")
    return cue.lemma_ not in ADDRESSED and next(source, cue.i) < cue.i and any(things)


def _told_by(cue: Token) -> tuple[int, Piece, Token] | None:
    """The comma that ends the words told, and the source after it as token range and head; None without them."""
    doc, sentence = cue.doc, cue.sent
    comma = _closing(doc, cue.i, sentence.start)
    if comma is None:
        return None
    apart = before_insertions(cue)
    if apart is not None:
        source, head = phrase(apart, cue)
        before = _closing(doc, source[0] + 1, sentence.start)
        return (before, (source[0], cue.i), head) if before == source[0] - 1 else None
    if any(doc[i].tag_ in FINITE for i in range(comma + 1, cue.i)):
        return None
    named = [i for i in range(comma + 1, cue.i) if doc[i].pos_ in NOUNS]
    addressed = cue.lemma_ in ADDRESSED or doc[cue.i + 1].pos_ == "ADP"
    if not named and (addressed or any(c.dep_ == "nsubj" and c.i < comma for c in cue.children)):
        return None
    after = [i for i in range(cue.i + 1, min(cue.i + 6, sentence.end)) if doc[i].pos_ in NOUNS]
    parted = cue.lemma_ in ISSUING or any(doc[i].tag_ in ("IN", "RP") for i in range(cue.i + 1, [*after, 0][0]))
    if _is_joined(cue) or parted:
        after = []  # “issued a statement”, “pushed back on reports”, “led the movement, and wrote the report”
    if not named and not after:
        return None
    source, head = phrase(doc[named[-1] if named else after[0]], cue)
    if cue.dep_ == "acl:relcl" and comma < cue.head.i < head.i:
        return None  # “…, an idea Y rejected”
    if head.i < comma:
        head = doc[named[-1]] if named else head  # of “…, Y’s station” the station, whatever it seems to say more of
    return comma, (max(source[0], comma + 1), max(source[1], head.i + 1)), head


def _is_joined(cue: Token) -> bool:
    """Whether *and* stands right before a verb and its adverbs: its subject is that of the verb before."""
    before = next((t for t in reversed(list(cue.doc[cue.sent.start : cue.i])) if t.dep_ != "advmod"), cue)
    return before.dep_ == "cc"


def _closing(doc: Doc, before: int, start: int) -> int | None:
    """The last comma or closing mark before a token that may end the words told."""
    return next((i for i in range(before - 1, max(before - TAIL, start), -1) if doc[i].text in CLOSING), None)


def _of_verb(cue: Token) -> Iterator[Content]:
    """What a verb may report: its clauses, objects, phrases, or its subject in a passive."""
    objects = [child for child in cue.children if child.dep_ in ("obj", "iobj")]
    clauses = [child for child in cue.children if child.dep_ in CLAUSES and not _is_of_another(cue, child)]
    phrases = [child for child in cue.children if child.dep_ in PHRASES and child.i > cue.i]
    yield from _in_clauses(cue, clauses, objects, phrases)
    for thing in objects:
        yield from _in_object(cue, thing)
    right = cue.right_edge.i + 1
    for one in phrases:
        yield f"obl:{_case(one)}", _past_case(one), ((_past_case(one), _span(one)[1]),)
        if right > _span(one)[1]:
            yield f"obl:{_case(one)}+rest", _past_case(one), ((_past_case(one), right),)
    yield from _in_subject(cue, clauses)
    if cue.dep_ == "acl" and cue.tag_ == "VBN":
        noun = cue.head
        yield "acl:pass", cue.i + 1, ((noun.left_edge.i, cue.left_edge.i),)


def _in_clauses(cue: Token, clauses: list[Token], objects: list[Token], phrases: list[Token]) -> Iterator[Content]:
    """The clauses of a verb: alone, cut, with an object or phrase before them, and those of time and reason."""
    end = cue.i + 1
    adverbial = [child for child in cue.children if child.dep_ == "advcl" and child.i > cue.i]
    for clause in clauses:
        yield clause.dep_, end, (_span(clause),)
        yield from ((f"{clause.dep_}-{cut}", end, ((_span(clause)[0], stop),)) for cut, stop in _cuts(cue, clause))
    for clause in clauses + adverbial:
        if objects and objects[0].i < clause.i:
            yield f"obj+{clause.dep_}", end, ((_span(objects[0])[0], _span(clause)[1]),)
    if clauses and phrases and phrases[0].i < clauses[0].i:
        start = _past_case(phrases[0])
        yield "obl+clause", start, ((start, _span(clauses[0])[1]),)
    for clause in adverbial:
        yield f"advcl:{_mark(clause)}", end, (_span(clause),)


def _in_object(cue: Token, thing: Token) -> Iterator[Content]:
    """An object of a verb: alone, and with what follows it."""
    end, right, (start, stop) = cue.i + 1, cue.right_edge.i + 1, _span(thing)
    yield thing.dep_, end, ((start, stop),)
    if thing.i > cue.i and right > stop:
        yield f"{thing.dep_}+rest", end, ((start, right),)
        cuts = ((cut, where) for cut, where in _cuts(cue, cue) if where > stop)
        yield from ((f"{thing.dep_}+rest-{cut}", end, ((start, where),)) for cut, where in cuts)


def _in_subject(cue: Token, clauses: list[Token]) -> Iterator[Content]:
    """The subject of a verb with each clause, and alone where it is that of a passive."""
    passive = [child for child in cue.children if child.dep_ == "nsubj:pass"]
    subjects = passive or [child for child in cue.children if child.dep_ == "nsubj"]
    for subject in subjects[:1]:
        for clause in clauses:
            yield f"{subject.dep_}+{clause.dep_}", cue.i + 1, (_span(subject), _span(clause))
        if passive:
            yield "nsubj:pass", cue.i + 1, (_span(subject),)


def _is_of_another(cue: Token, clause: Token) -> bool:
    """Whether a clause tells no words of a verb that the parse hangs it on, by how it begins.

    It is what a noun of the occasion tells (“Y wrote amid signs that …”), or set against what is said (“though …”).
    """
    first = clause.left_edge
    before = first.nbor(-1) if first.i else first
    occasion = any(c.dep_ == "case" and c.lower_ in AMID for c in before.children)
    return first.i > cue.i + 1 and (first.lower_ in CONTRASTS or (first.lower_ == "that" and occasion))


def _is_told_by_another(layout: Layout, pieces: list[Piece]) -> bool:
    """Whether somebody named says something within what a cue would report (“agreed to a truce, Y warned of X”)."""
    doc = layout.doc
    verbs = (doc[i] for start, stop in pieces for i in range(start, stop) if doc[i].tag_ == "VBD")
    told = (verb for verb in verbs if reporting.is_saying(verb.lemma_) and layout.run_of[verb.i] < 0 < verb.i)
    return any(verb.nbor(-1).pos_ == "PROPN" for verb in told)


def _cuts(cue: Token, clause: Token) -> Iterator[tuple[str, int]]:
    """Where a reported clause may end sooner than its parse: before a further verb of the narrator, or an afterthought.

    So in “said X, adding that Y”, “said X and called Z …” and “said X, while …”.
    """
    seen: set[str] = set()
    start = clause.i if clause != cue else cue.i
    for token in clause.subtree:
        if token.i <= start or token.pos_ not in ("VERB", "NOUN", "ADJ", "AUX", "PROPN"):
            continue
        kind = _cut_kind(cue, token)
        left = token.left_edge.i
        if kind and kind not in seen and left > start:
            seen.add(kind)
            yield kind, left


def _cut_kind(cue: Token, token: Token) -> str | None:
    has_subject = any(child.dep_.startswith("nsubj") for child in token.children)
    comma = token.left_edge.i > 0 and token.doc[token.left_edge.i - 1].text == ","
    if token.dep_ == "conj" and token.pos_ == "VERB" and token.tag_ == cue.tag_ and not has_subject:
        return "and"
    if token.dep_ == "advcl" and token.tag_ == "VBG" and comma:
        return "ing"
    if token.dep_ in ("advcl", "advcl:relcl", "parataxis") and _mark(token) in (
        "as",
        "while",
        "when",
        "after",
        "before",
        "although",
        "though",
        "but",
        "even",
        "since",
        "because",
    ):
        return "as"
    if token.dep_ in ("conj", "parataxis") and has_subject:
        return "clause"
    if token.dep_ in ("obl", "nmod", "appos", "acl", "acl:relcl") and comma:
        return "comma"
    return None


def _comment(cue: Token) -> Iterator[Content]:
    """What a comment clause comments on: “X, she said, Y”, “As she put it, X”, “27 people the army says are dead”."""
    end, clause = cue.i + 1, _span(cue)
    host = _span(cue.head)
    if cue.dep_ in ("parataxis", "advcl", "ccomp", "conj") and cue.head.i < cue.i:
        before, after = (host[0], clause[0]), (clause[1], host[1])
        relation = f"host<{_edges(cue, clause)}:{cue.dep_}:{_mark(cue)}"
        yield relation, end, (before,)
        if after[1] - after[0] > 2:
            yield relation + "2", end, (before, after)
    elif cue.dep_ in ("parataxis", "advcl") and cue.head.i > cue.i:
        yield f"host>:{cue.dep_}:{_mark(cue)}", end, ((clause[1], host[1]),)
    elif cue.dep_ == "acl:relcl" and end < len(cue.doc) and cue.doc[end].pos_ in ("AUX", "VERB"):
        yield "gap", end, ((_past_case(cue.head), clause[0]), (end, max(end + 1, _before_comma(cue))))
    if cue.dep_ == "ROOT":
        start, stop = cue.sent.start, cue.sent.end
        own = [c.left_edge.i for c in cue.children if c.dep_.startswith(("nsubj", "aux", "advmod"))]
        left = min([cue.i, *own])
        if left - start > 3 and not _has_object(cue):
            yield f"sentence<{_edges(cue, (left, clause[1]))}", end, ((start, left),)
        if stop - cue.i > 4:
            yield "sentence>", end, ((cue.i + 1, stop),)


def _edges(cue: Token, clause: Piece) -> str:
    """Whether a comma parts a clause from what is before it, and whether little follows its verb: “, Y said.”"""
    comma = any(cue.doc[i].text in CLOSING for i in (clause[0], clause[0] - 1) if i >= 0)
    rest = sum(token.is_alpha for token in cue.doc[cue.i + 1 : clause[1]])
    return ("," if comma else "") + ("." if rest <= 4 else "")


def _before_comma(cue: Token) -> int:
    """Where the clause that follows a cue ends: at a comma or the end of the sentence."""
    stop = cue.sent.end
    return next((i for i in range(cue.i + 1, stop) if cue.doc[i].text in (",", ";")), stop)


def _of_adjective(cue: Token) -> Iterator[Content]:
    for child in cue.children:
        if child.dep_ in ("ccomp", "xcomp", "advcl") and child.i > cue.i:
            yield child.dep_, cue.i + 1, (_span(child),)
        elif child.dep_ in PHRASES and child.i > cue.i:
            yield f"obl:{_case(child)}", _past_case(child), ((_past_case(child), _span(child)[1]),)


def _of_noun(cue: Token) -> Iterator[Content]:
    end = cue.i + 1
    for child in cue.children:
        if child.dep_ in ("acl", "ccomp", "xcomp", "advcl") and child.i > cue.i and not _is_of_nearer(cue, child):
            yield f"{child.dep_}:{_mark(child)}", end, (_span(child),)
        elif child.dep_ in PHRASES and child.i > cue.i:
            yield f"nmod:{_case(child)}", _past_case(child), ((_past_case(child), _span(child)[1]),)
        elif child.dep_ in ("ccomp", "parataxis", "acl:relcl") and child.i > cue.i and not _is_relative(child):
            yield child.dep_, end, (_span(child),)
    if any(child.dep_ == "cop" for child in cue.children):
        for child in cue.children:
            if child.dep_ in ("csubj", "nsubj"):
                yield f"cop:{child.dep_}", end, (_span(child),)
    if cue.dep_ == "nsubj" and any(child.dep_ == "cop" for child in cue.head.children):
        yield "nsubj:cop", end, ((cue.head.i, _span(cue.head)[1]),)


def _is_relative(clause: Token) -> bool:
    """Whether a clause after a noun of saying only tells which is meant: “an order that would end it”."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("that", "which") and c.i < clause.i for c in clause.children)


def _is_of_nearer(cue: Token, clause: Token) -> bool:
    """Whether a clause is what a nearer noun of saying tells: “his attack on Y’s comment that …”."""
    before = clause.left_edge.nbor(-1) if clause.left_edge.i else cue
    return before.i > cue.i and before.pos_ == "NOUN" and reporting.cue_class(before.lemma_.lower(), "NOUN") != "other"


def _colon(layout: Layout, colon: Token) -> Iterator[Candidate]:
    """“Y: X” where nothing but a name or noun phrase stands before the colon."""
    sentence = colon.sent
    before = [token for token in layout.doc[sentence.start : colon.i] if not token.is_space]
    nouns = [token for token in before if token.pos_ in ("PROPN", "NOUN", "PRON")]
    if (
        colon.whitespace_
        and 0 < len(before) <= 8
        and before[0].text not in ("(", "[")
        and nouns
        and not any(token.pos_ in ("VERB", "AUX") for token in before)
    ):
        head = next((token for token in nouns if token.head not in nouns), nouns[-1])
        source = char_span(layout, sentence.start, colon.i)
        after = [(colon.i + 1, sentence.end)] if colon.i + 1 < sentence.end else []
        candidate = _candidate(layout, colon, colon.i + 1, "colon", after, source, head)
        words = "" if not candidate.pieces else layout.text[slice(*candidate.pieces[0])]
        if words and not marks.is_title(words):
            yield candidate


def _reservation(doc: Doc, token: Token) -> int:
    """How many words of a phrase of saying begin at a token (according to, in the words of), or 0."""
    phrases = reporting.phrases().get(token.lower_, ())
    return next((len(p) for p in phrases if [t.lower_ for t in doc[token.i : token.i + len(p)]] == p), 0)


def _according(layout: Layout, token: Token, length: int) -> Iterator[Candidate]:
    """“According to Y, X” and “X, in the words of Y”: the clause without the phrase."""
    doc, first = layout.doc, token.i + length
    named = next((i for i in range(first, min(first + 8, token.sent.end)) if doc[i].pos_ in NOUNS), None)
    if named is None:
        return
    (start, stop), head = phrase(doc[named], doc[first - 1])
    source = (max(first, start), _before_more(head, max(stop, head.i + 1)))
    clause = _relative(token) or _sentence_before(token, source[1]) or _clause_around(head)
    before, after = (_own_part(clause, token), token.i), (source[1], clause[1])
    goes_on = before[0] > clause[0]
    pieces = tuple(piece for piece in (before, (0, 0) if goes_on else after) if piece[1] - piece[0] > 1)
    for relation, kept in (("according", pieces), ("according<", pieces[:1]), ("according>", pieces[-1:])):
        if kept and (relation == "according" or len(pieces) > 1):
            yield _candidate(layout, token, first, relation, list(kept), char_span(layout, *source), head)


def _before_more(head: Token, stop: int) -> int:
    """Where a source ends before what the parse takes for one more of it: “According to Y and Z, ten people”."""
    senses = dict(reporting.senses(head.lemma_.lower(), "NOUN"))
    comma = next((t for t in head.doc[head.i + 1 : stop] if t.text == ","), None)
    if comma is not None and head.pos_ == "NOUN" and senses.get("person", 0) < MOSTLY and comma.nbor().tag_ != "VBN":
        return comma.i  # “According to his account, Y came by”
    joined = [c for c in head.children if c.dep_ == "conj" and any(t.dep_ == "cc" for t in c.children)]
    more = (t.i for t in head.doc[joined[0].i + 1 : stop] if t.text == ",") if joined else iter(())
    return next(more, stop)


def _relative(token: Token) -> Piece | None:
    """The relative clause before a phrase of saying, within what another source says: its figures are vouched for.

    So in “he said a deal would end the war, which has killed 50 people, according to the ministry”.
    """
    doc = token.doc
    clauses = [doc[i] for i in range(token.sent.start, token.i) if doc[i].dep_ == "acl:relcl"]
    if not clauses or not any(_is_reported(above) for above in clauses[-1].ancestors):
        return None
    last = clauses[-1]
    goes_on = any(doc[i].pos_ in ("VERB", "AUX") for i in range(last.right_edge.i + 1, token.i))
    return None if goes_on or last.right_edge.i > token.i else (last.left_edge.i, token.i)


def _sentence_before(token: Token, stop: int) -> Piece | None:
    """The whole sentence where a phrase of saying is set off at its end, whatever clause the parse hangs it on.

    None where another source in it says something, or where the last clause is set against the rest (*but*, *while*).
    """
    doc, sentence = token.doc, token.sent
    ends = not any(t.is_alpha for t in doc[stop : sentence.end])
    if not ends or token.i == sentence.start or doc[token.i - 1].text not in SET_OFF:
        return None
    told = (t for t in doc[sentence.start : token.i] if t.tag_ in FINITE and reporting.is_saying(t.lemma_))
    apart = any(t.lower_ in CONTRASTS and t.dep_ in ("cc", "mark") for t in doc[sentence.start + 1 : token.i])
    return None if apart or any(_has_words(verb) for verb in told) else (sentence.start, sentence.end)


def _has_words(verb: Token) -> bool:
    """Whether a verb of saying has words of its own: a clause, or what it comments on."""
    return verb.dep_ in ("parataxis", "discourse") or any(c.dep_ in ("ccomp", "parataxis") for c in verb.children)


def _is_reported(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and reporting.is_saying(clause.head.lemma_)


def _own_part(clause: Piece, token: Token) -> int:
    """Where the words begin that a phrase of saying vouches for.

    Where the narrator goes on with another verb of the same subject (“Y killed Z, according to A, and displaced B”),
    the subject is the narrator's and only the predicate is A's.
    """
    verbs = [t for t in token.doc[clause[0] : token.i] if t.pos_ == "VERB" and t.tag_ in (*FINITE, "VBN")]
    for verb in verbs:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
        later = [c for c in verb.children if c.dep_ in ("conj", "advcl", "parataxis") and c.i > token.i]
        goes_on = [
            c for c in later if c.tag_ in PAST and not any(g.dep_.startswith(("nsubj", "mark")) for g in c.children)
        ]
        if subject is not None and goes_on:
            return subject.right_edge.i + 1
    return clause[0]


def _clause_around(head: Token) -> Piece:
    """The sentence, or the finite clause if the phrase stands inside a subordinate one."""
    top = head.head
    while top.head != top and (top.dep_ not in AROUND or _is_restrictive(top)):
        top = top.head
    if top.pos_ not in ("VERB", "AUX"):
        return top.sent.start, top.sent.end
    return _span(top) if top.dep_ != "ROOT" else (top.sent.start, top.sent.end)


def _is_restrictive(clause: Token) -> bool:
    """Whether a relative clause only tells which thing is meant: nobody vouches for that alone."""
    first = clause.left_edge
    return (
        clause.dep_ == "acl:relcl" and first.i > 0 and first.nbor(-1).text not in SET_OFF and first.text not in SET_OFF
    )


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
    skipped = ("case", "fixed", "punct")
    cases = [child.i for child in phrase.children if child.dep_ in skipped and child.i < phrase.i]
    first = _span(phrase)[0]
    last = first
    while last in cases:
        last += 1
    return last


def _case(phrase: Token) -> str:
    return next((child.lower_ for child in phrase.children if child.dep_ == "case" and child.i < phrase.i), "")


def _mark(clause: Token) -> str:
    return next((child.lower_ for child in clause.children if child.dep_ == "mark" and child.i < clause.i), "")
