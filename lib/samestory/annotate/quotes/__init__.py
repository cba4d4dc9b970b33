"""Who says what, in which words: quotations and reported statements with their source and cue.

marks ─▶ candidates ─▶ features ─▶ weights ─▶ attributions ─▶ speakers ─▶ rows
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from samestory.annotate import actors, marks, reporting, spans
from samestory.annotate.clauses.grammar import TIMES, disagrees, has_clause
from samestory.annotate.quotes import handed, relayed, said, turns
from samestory.annotate.quotes.attributions import Attribution, attributions, is_sentence, whole_paragraph
from samestory.annotate.quotes.layout import Piece
from samestory.annotate.quotes.places import runs_within
from samestory.annotate.quotes.roles import role_of, roles
from samestory.annotate.quotes.silences import SILENCE, with_silences
from samestory.annotate.quotes.sources import ADDRESSING, FINITE, quoted_as
from samestory.annotate.quotes.speakers import PARSED, Speaker, relays, speakers
from samestory.corpus import known, parser

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Ties by which a cue governs what may be a clause, or only a noun.
GOVERNED = ("obj", "iobj", "obl", "nsubj", "xcomp", "ccomp", "advcl", "acl", "sentence>")
# Ties between cue and content that make a statement of it, whatever the cue.
REPORTING = ("ccomp", "host", "tail", "sentence", "according", "colon", "gap", "run", "acl:that")
# Ties of a noun or an infinitive that a cue governs.
DONE = ("obj", "iobj", "obl", "nmod", "nsubj", "xcomp", "advcl", "acl", "sentence>")
CLAUSES = ("that ", "how ", "why ", "whether ", "what ")
WISHED = re.compile(r"(?:[\w’'-]+ ){1,3}to ")  # “expected him to run”
NESTED = 3  # words
CLAUSAL = ("ccomp", "xcomp", "sentence>")
SEEING = known.words("verbs of seeing")
SET_WORDS = known.words("nouns for words that are set")
PLEAS = tuple(known.words("pleas"))
NO_WORDS = known.words("verbs of talking and deciding that tell no words")
BEGINNING = 80  # letters by which it is told what is said: longer than what WISHED reads of any words there are

COLUMNS = {
    "attribution": "Int64",
    "form": "str",
    "source": "str",
    "source_start": "Int64",
    "source_end": "Int64",
    "source_class": "str",
    "cue": "str",
    "cue_start": "Int64",
    "cue_end": "Int64",
    "cue_class": "str",
    "cue_lemma": "str",
    "speaker": "str",
    "reached": "str",
    "role": "str",
    "relay": "str",
}


def quotes(articles: pd.DataFrame, *, pipeline: str = "") -> pd.DataFrame:
    """Every quotation and reported statement of each article, one row for each unbroken piece of its content.

    Columns beside the span: `attribution` (the pieces of one statement share its number within the article), `form`
    (direct: words in quotation marks, or a turn of an interview, a post, a block after a colon; mixed: reported
    words some of which stand in marks; partial: those words in marks, in a row of their own inside the mixed one;
    indirect: reported without marks; act: what a source is told to do with words, none of which are told, as in
    “rejected the plan”, “urged him to go”; attitude: what a source wants, supports or opposes, or what a thing
    shows, in the narrator's words, nothing being said; silence: somebody said nothing, as in “declined to comment”;
    scare: in marks, and nobody is given as having said it), `source` and `cue` as they stand in the text,
    `source_class` (named, role, organisation, document, collective, anonymous, own reporter), `cue_class` (see
    `data/cue_verbs.csv`), `cue_lemma` (of a verb), `speaker` (whom the source means, under the fullest name the
    article gives; of a source without a name the words for it; missing where the article leaves it open, and for
    things, which say nothing), `reached` (how the speaker was told: `named` in the source, or by `surname` or first
    name alone, `title`, `pronoun`; missing for one that goes by its description), `role` (what the article says a
    person is who speaks, by title or apposition, as it stands beside this or an earlier name: “president of the
    Lund Harbour Union”), `relay` (the speaker who passes the words on: A in “A said that B had said …”, or who
    quotes others within marks: whose words those are is left missing). `pipeline` names another spaCy pipeline than
    the one shipped.
    """
    return spans.table(articles, partial(find, pipeline=pipeline), COLUMNS, overlap=True)


def find(text: str, pipeline: str = "") -> Iterator[dict]:
    """The rows of `quotes` for one text: of turns, posts and blocks that are somebody's without marks, and all else."""
    mentions = list(actors.find(text, pipeline))
    people = sorted({row["actor"] for row in mentions if row["kind"] == "person"})
    told = turns.spoken(text, people)
    given = [] if told else handed.given(text, mentions, pipeline)
    whole = [(turn.start, turn.end) for turn in told] + [(one.start, one.end) for one in given]
    found = list(_found(text, pipeline))
    yield from (row for row in found if not any(start <= row["start"] < end for start, end in whole))
    number = max((row.get("attribution", 0) for row in found), default=0)
    yield from _turned(text, told, people, number)
    yield from _handed(text, given, number)


def _handed(text: str, given: list[handed.Given], number: int) -> Iterator[dict]:
    """The rows of what is somebody's without marks, numbered on; without a source where it is not sure whose."""
    for one in given:
        number += 1
        row = {"start": one.start, "end": one.end, "form": "direct", "attribution": number}
        if one.source is not None:
            start, end = one.source
            row |= {"source": text[start:end], "source_start": start, "source_end": end, "speaker": one.speaker}
            row |= {"source_class": "named", "reached": "named"} if one.speaker else {}
        yield row


def _turned(text: str, told: list[turns.Turn], people: list[str], number: int) -> Iterator[dict]:
    """The rows of the turns of an interview, numbered on: who asks is the outlet's own reporter."""
    asks = turns.asker(told, text)
    for turn in told:
        number += 1
        name = turns.named(turn.label, people)
        kind = "own reporter" if turn.label == asks else "named" if name else "role"
        end = turn.start + len(turn.label)
        label = {"source": turn.label, "source_start": turn.start, "source_end": end}
        if text[end : end + 1] == ":":
            label |= {"cue": ":", "cue_start": end, "cue_end": end + 1, "cue_class": reporting.cue_class(":", "sign")}
        who = {"speaker": name, "source_class": kind, "reached": "named" if name else None}
        yield from (
            {"start": start, "end": end, "form": "direct", "attribution": number} | label | who
            for start, end in turn.pieces
        )


def _found(text: str, pipeline: str) -> Iterator[dict]:
    """The rows of a text that is read sentence by sentence."""
    doc = parser.parse(text, pipeline)
    runs = marks.spoken(text)
    found = with_silences(doc, runs, attributions(doc))
    mentions = actors.find(text, pipeline)
    who, said_to_be = speakers(doc, runs, found, mentions, actors.antecedents(doc)), roles(text, mentions)
    told = zip(found, who, relays(found, who), strict=True)
    by_piece: dict[Piece, list[Attribution]] = defaultdict(list)
    for one in found:
        for piece in one.pieces:
            by_piece[piece].append(one)
    passed_on = {one.cue.head.i for one in found if one.cue is not None and quoted_as(one.cue)}
    for number, (attribution, speaker, relay) in enumerate(told, 1):
        if attribution.cue is not None and attribution.cue.i in passed_on:
            continue  # “quoted Y as saying …”: Y says it
        if relayed.tells_of_another(attribution):
            speaker, relay = Speaker(), speaker.name
        if _only_names_works(text, runs, attribution):
            yield from ({"start": start, "end": end, "form": "scare"} for start, end in _runs_of(runs, attribution))
            continue
        attribution = replace(attribution, source=_with_name(text, attribution.source, speaker))
        source = attribution.source or (0, 0)
        role = role_of(said_to_be, speaker.name, text[slice(*source)], source[0])
        shared = {"attribution": number, "relay": relay, "role": role} | _who(text, attribution, speaker)
        shared |= _how(text, attribution)
        loose = _is_attitude(text, runs, attribution) or (attribution.head is not None and speaker.kind is None)
        thought = relay is not None and _is_only_thought(attribution)  # the words in marks are the relay's
        others = [run for run, _ in relayed.of_others(doc, runs, attribution)]
        others += relayed.closed_before(runs, attribution, by_piece)
        its = [] if thought else [run for run in runs if run not in others] if others else runs
        yield from _rows(text, its, attribution, shared, loose or thought)
    yield from _passed_on(doc, text, runs, found, who)


def _with_name(text: str, source: tuple[int, int] | None, speaker: Speaker) -> tuple[int, int] | None:
    """The place of a source with the name that goes on behind it: not “radio host” alone of “radio host Ada Lind”."""
    if source is None or not speaker.name or speaker.name in text[slice(*source)]:
        return source
    behind = f" {speaker.name}"
    return (source[0], source[1] + len(behind)) if text.startswith(behind, source[1]) else source


def _passed_on(
    doc: Doc, text: str, runs: list[marks.Run], found: list[Attribution], who: list[Speaker]
) -> Iterator[dict]:
    """What a speaker tells others to have said, in marks: whose words it is stays open, who relays is known.

    Not what an attribution of its own gives to those others.
    """
    own = {one.cue.i for one in found if one.cue is not None}
    number = len(found)
    for attribution, speaker in zip(found, who, strict=True):
        told = [run for run, verb in relayed.of_others(doc, runs, attribution) if verb.i not in own]
        for run in (*_nested(text, runs, attribution), *told):
            number += 1
            row = {"start": run.start, "end": run.end, "form": "direct", "attribution": number}
            yield row | {"relay": speaker.name}


def _nested(text: str, runs: list[marks.Run], attribution: Attribution) -> Iterator[marks.Run]:
    """The marks within marks of what is said, around words that look said: three or more, as a sentence goes."""
    for run in (run for start, end in attribution.pieces for run in runs_within(runs, start, end)):
        for inner in marks.nested(text, run):
            words = text[inner.inner_start : inner.inner_end]
            if marks.words(words) >= NESTED and words[:1].isupper() and words[-1:] in ".!?,":
                yield inner


def _rows(text: str, runs: list[marks.Run], attribution: Attribution, shared: dict, loose: bool) -> Iterator[dict]:
    act = _is_act(text, attribution)
    topic = act and attribution.cue is not None and not reporting.tells_object(attribution.cue.lemma_)
    for start, end in attribution.pieces:
        if attribution.relation.startswith("according") and any(run.start < start < run.end < end for run in runs):
            continue  # “I think … it,” Y said, according to X: the tail of what another said
        inside = runs_within(runs, start, end)
        if inside and all(_are_set(text, run) or _is_heading(text, run) for run in inside):
            yield from ({"start": run.start, "end": run.end, "form": "scare"} for run in inside)
            continue
        named = loose or topic
        spoken = [run for run in inside if (not named or is_sentence(text, run)) and not _names_a_work(text, run)]
        kind = attribution.relation if attribution.relation == SILENCE else "scare" if attribution.scare else None
        form = kind or _form(start, end, spoken, loose=loose, act=act)
        yield {"start": start, "end": end, "form": form} | shared
        if form == "mixed":
            yield from ({"start": run.start, "end": run.end, "form": "partial"} | shared for run in spoken)
        yield from ({"start": run.start, "end": run.end, "form": "scare"} for run in inside if run not in spoken)


def _only_names_works(text: str, runs: list[marks.Run], attribution: Attribution) -> bool:
    """Whether the marks in what a verb governs only set titles of works: “read “War and Peace” to the crowd”."""
    inside = [run for start, end in attribution.pieces for run in runs_within(runs, start, end)]
    governed = attribution.relation.startswith(("obj", "iobj", "obl", "nmod", "nsubj", "acl:pass"))
    first = attribution.relation.startswith("sentence>") and marks.MARK.match(text, attribution.pieces[0][0])
    named = bool(first) or (governed and "+" not in attribution.relation.split("+rest")[0])
    return named and bool(inside) and all(_names_a_work(text, run) for run in inside)


def _runs_of(runs: list[marks.Run], attribution: Attribution) -> list[tuple[int, int]]:
    return [(run.start, run.end) for start, end in attribution.pieces for run in runs_within(runs, start, end)]


def _names_a_work(text: str, run: marks.Run) -> bool:
    """Whether words in marks are set as a title and nothing ends them as speech is ended, or are called set words."""
    inner = text[run.inner_start : run.inner_end]
    return (marks.is_title(inner) and inner[-1:] != ",") or _are_set(text, run)


def _is_heading(text: str, run: marks.Run) -> bool:
    """Whether words in marks are a heading: a title that is all of its paragraph."""
    return _names_a_work(text, run) and whole_paragraph(text, run)


def _are_set(text: str, run: marks.Run) -> bool:
    """Whether a noun for set words stands right before words in marks, or *in* before a title: “the motto, “…””."""
    before = re.search(r"((?:subject )?[\w-]+),? $", text[max(0, run.start - BEGINNING) : run.start])
    if before is None:
        return False
    title = before[1] == "in" and marks.is_title(text[run.inner_start : run.inner_end].rstrip(","))
    return title or before[1].lower() in SET_WORDS


def _form(start: int, end: int, said: list[marks.Run], *, loose: bool, act: bool) -> str:
    if not said:
        return "attitude" if loose else "act" if act else "indirect"
    return "direct" if said[0].start == start and said[-1].end == end and len(said) == 1 else "mixed"


def _is_attitude(text: str, runs: list[marks.Run], attribution: Attribution) -> bool:
    """Whether nothing is reported as said: “wants peace”, “support for the truce”, “is expected to”, “has not said”."""
    cue = attribution.cue
    if cue is None:
        return False
    kind, begins = reporting.cue_class(cue.lemma_.lower(), cue.pos_), _beginning(text, attribution)
    if _tells_none(cue, kind, attribution, begins) or (
        not _marked(runs, attribution) and _tells_none_without_marks(cue, kind, attribution)
    ):
        return True
    if attribution.relation.startswith(("ccomp", "sentence>")) and kind in ("wish", "support"):
        return not begins.startswith("that ")
    if attribution.relation.startswith(REPORTING) and not begins.startswith("to "):
        return False
    return kind not in reporting.WORDS or attribution.source is None


def _tells_none(cue: Token, kind: str, attribution: Attribution, begins: str) -> bool:
    """Whether a cue tells no words, in marks or not: it is a condition, only possible, sees something, or wishes it."""
    relation = attribution.relation
    if said.describes(cue) or said.is_condition(cue) or said.answers_with_a_deed(cue) or said.only_feels(cue):
        return True
    if relation.startswith(CLAUSAL) and kind != "denial" and said.is_denied(cue):
        return True
    if relation.startswith(GOVERNED) and said.is_only_possible(cue):
        return True
    if relation.startswith(CLAUSAL) and any(disagrees(c) for c in cue.rights if c.dep_ == "ccomp"):
        return True
    if relation.startswith(CLAUSAL) and _lacks_its_subject(attribution):
        return True
    if cue.lemma_.lower() == "plead" and begins.removeprefix("not ").startswith(PLEAS):
        return True
    if kind == "other" and relation.startswith(PARSED):
        return True
    if relation.startswith(CLAUSAL) and cue.lemma_.lower() in SEEING and not begins.startswith("that "):
        return True  # “saw another seat slip away, whose holder had said “never””
    return kind not in reporting.WORDS and relation.startswith("ccomp") and bool(WISHED.match(begins))


def _lacks_its_subject(attribution: Attribution) -> bool:
    """Whether the parse parts a clause from its subject, which is another's: “denies a role and inquiries | have …”."""
    head = attribution.head
    start = attribution.pieces[0][0]
    span = None if head is None else head.doc.char_span(*attribution.pieces[0], alignment_mode="expand")
    if span is None or span[0].idx < start or span[0].tag_ not in FINITE or not span.start:
        return False
    before = span.doc[span.start - 1]
    joined = before.dep_ == "conj" and before.tag_ in ("NN", "NNS", "NNP")
    return joined and attribution.cue is not None and attribution.cue.i < before.i


def _tells_none_without_marks(cue: Token, kind: str, attribution: Attribution) -> bool:
    """Whether a cue tells no words unless they stand in marks: it is negated, hangs on another, or names a topic."""
    thing = kind == "opinion" and any(c.dep_ == "obj" for c in cue.rights)  # “understands the problem”
    topic = cue.pos_ == "NOUN" and attribution.relation.startswith("nmod")
    return (
        said.hangs(cue)
        or said.is_unsaid(cue)
        or said.only_seems(cue)
        or (thing and attribution.relation.startswith("sentence>"))
        or topic
        or _tells_no_words(attribution, kind)
        or _names_a_topic(attribution)
    )


def _beginning(text: str, attribution: Attribution) -> str:
    """The first letters of what is said, in small letters."""
    start = attribution.pieces[0][0]
    return text[start : start + BEGINNING].lower()


def _is_only_thought(attribution: Attribution) -> bool:
    """Whether a verb tells what somebody wants or thinks: where another says so, its words are no speech of theirs."""
    cue = attribution.cue
    return cue is not None and reporting.cue_class(cue.lemma_.lower(), cue.pos_) not in reporting.WORDS


def _is_act(text: str, attribution: Attribution) -> bool:
    """Whether a cue tells only what is done with words: it governs a noun or an infinitive, and no clause.

    So in “rejected the plan”, “urged him to go”, “added two rooms”; not in “rejected that it was so”.
    """
    if attribution.cue is None:
        return False
    kind = reporting.cue_class(attribution.cue.lemma_.lower(), attribution.cue.pos_)
    addressed = kind in ADDRESSING and attribution.relation == "ccomp"  # “scolded Y, saying”
    tied = addressed or (attribution.relation.startswith(DONE) and "ccomp" not in attribution.relation)
    if not tied or attribution.relation.startswith("acl:that"):
        return False
    begins = _beginning(text, attribution)
    told = [attribution.cue.doc.char_span(*piece, alignment_mode="expand") for piece in attribution.pieces]
    clauses = [span for span in told if span is not None]
    if begins.startswith(CLAUSES) and not (clauses and clauses[0][0].dep_ == "det"):
        return False  # but “that plan”
    return begins.startswith("to ") or not any(map(has_clause, clauses))


def _tells_no_words(attribution: Attribution, kind: str) -> bool:
    """Whether a cue tells no words: a hope, an expectation or belief as a noun, a threat to somebody."""
    cue = attribution.cue
    if cue is None:
        return False
    thought = cue.pos_ == "NOUN" and kind not in reporting.WORDS
    governed = attribution.relation in ("obj", "iobj", "obj+rest") or attribution.relation.startswith("sentence>")
    threat = kind in ("warning", "promise") and governed and any(c.dep_ == "obj" for c in cue.rights)
    talk = cue.lemma_.lower() in NO_WORDS and cue.pos_ == "VERB"
    return kind == "wish" or thought or threat or talk or cue.lemma_.lower().startswith("expect")


def _names_a_topic(attribution: Attribution) -> bool:
    """Whether what a cue governs is no clause, and only a topic or deed: “discussed the case”, “see gains”.

    What a verb of knowing governs is told by the narrator as so, whatever its form.
    """
    cue = attribution.cue
    if cue is None or not attribution.relation.startswith(GOVERNED):
        return False
    if cue.pos_ == "NOUN":
        return attribution.relation.startswith("acl:to")
    lemma = cue.lemma_.lower()
    told = [cue.doc.char_span(*piece, alignment_mode="expand") for piece in attribution.pieces]
    words = [span for span in told if span is not None]
    if reporting.tells_object(lemma):
        together = bool(words) and words[0][0].lower_ == "with"  # “is contending with rivals”
        joined = lemma == "add" and words[:1] != [] and words[0][0].lower_ == "to"  # “added to the mood of caution”
        return together or joined or all(span.root.lemma_.lower() in TIMES for span in words)  # “denied it for years”
    noun = attribution.relation in ("obj", "iobj") or attribution.relation.startswith(("obj+rest", "iobj+rest"))
    if noun or (words and words[0][0].tag_ == "TO"):
        return True  # “introduced a bill that would …”, “decides to respect …”
    known_so = reporting.cue_class(lemma, cue.pos_) == "knowledge"
    return known_so or not any(has_clause(span) for span in words)


def _marked(runs: list[marks.Run], attribution: Attribution) -> bool:
    """Whether quotation marks stand around some of the first words of an attribution; an apostrophe is none."""
    start, end = attribution.pieces[0]
    place = bisect_right(runs, start, key=_end)
    return place < len(runs) and runs[place].start < end


def _end(run: marks.Run) -> int:
    return run.end


def _who(text: str, attribution: Attribution, speaker: Speaker) -> dict:
    if attribution.source is None:
        return {}
    if attribution.relation == SILENCE:
        return {"speaker": speaker.name, "source_class": speaker.kind, "reached": speaker.reached}
    start, end = attribution.source
    named = {"speaker": speaker.name, "source_class": speaker.kind, "reached": speaker.reached}
    return {"source": text[start:end], "source_start": start, "source_end": end} | named


def _how(text: str, attribution: Attribution) -> dict:
    if attribution.cue is None or attribution.cue_span is None:
        return {}
    start, end = attribution.cue_span
    words = text[start:end].lower()
    whole = reporting.cue_class(words, "phrase" if words[0].isalpha() else "sign")
    kind = reporting.cue_class(attribution.cue.lemma_.lower(), attribution.cue.pos_) if whole == "other" else whole
    lemma = attribution.cue.lemma_.lower() if attribution.cue.pos_ == "VERB" else None
    return {"cue": text[start:end], "cue_start": start, "cue_end": end, "cue_class": kind, "cue_lemma": lemma}
