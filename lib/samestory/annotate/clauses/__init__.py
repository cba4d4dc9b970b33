"""Who does what to whom: one span for each verb, in five constructions.

A grammatical class is not blame. `active` ("Israel struck"), `passive_agent` ("struck by Israel"), `passive_short`
("was struck"), `stative` (the target is or becomes so and no act is told: "are dead", "died") and `event_subject` ("the
campaign has killed") are kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.clauses import grammar, harm
from samestory.annotate.clauses.grammar import Frame, child
from samestory.corpus import known
from samestory.corpus.parser import parse

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COLUMNS = {
    "lemma": "str",
    "construction": "str",
    "actor": "str",
    "actor_start": "Int64",
    "actor_end": "Int64",
    "target": "str",
    "target_start": "Int64",
    "target_end": "Int64",
    "negated": "boolean",
    "modal": "str",
    "act_start": "Int64",
    "harm": "boolean",
}
CONSTRUCTIONS = ("active", "passive_agent", "passive_short", "stative", "event_subject")
NEGATIONS = known.words("words of negation")
MODALS = {"’ll": "will", "'ll": "will", "’d": "would", "'d": "would", "ca": "can", "wo": "will", "sha": "shall"}
# Verbs and adjectives that say a clause is expected or possible, not that it happened ("is set to hold talks").
SEMI_MODALS = known.words("words before an infinitive that is not yet done")
PARTICIPLES = {"set", "expect", "expected", "schedule", "suppose", "supposed"}
CUT = {"acl", "acl:relcl", "advcl", "advcl:relcl", "appos", "parataxis", "discourse", "ccomp", "orphan", "dep", "list"}
CUT_AT = known.words("prepositions that end a noun phrase")
EDGES = {"punct", "case", "cc", "mark", "cop", "aux", "aux:pass"}


class Clause(NamedTuple):
    """A frame with the actor and target it has in its sentence, pronouns of relative clauses resolved."""

    frame: Frame
    construction: str
    actor: Token | None
    target: Token | None


def clauses(articles: pd.DataFrame, *, pipeline: str = "") -> pd.DataFrame:
    """The clauses of the articles as spans of their main verb.

    Columns: `lemma`, with a particle or what somebody is left as (“leave injured”); `construction` (see the module);
    `actor` and `target` with offsets (missing where the sentence has none); `negated`; `modal` (what keeps it from
    being told as done: could, expected to, if, accused of, reportedly …; missing for a plain statement); `act_start`
    (where the first verb of one deed begins: “shot and killed” is one act); `harm` (an act of `data/harm.csv`, done to
    people, a body or, if an attack, a thing).
    Wrong in about one passive in 25, one agent in 6 and one subject–verb–object in 6 (English PUD).
    """
    return spans.table(articles, lambda text: find(text, pipeline), COLUMNS)


def find(text: str, pipeline: str = "") -> Iterator[dict]:
    """The clauses of one text as rows of the span table."""
    for clause in read(parse(text, pipeline)):
        yield _row(clause, text)


def read(doc: Doc) -> Iterator[Clause]:
    """The clauses of a parse, in the order of the text.

    Left out: verbs that only lend another their mood ("is expected to", "has to") and states that are no harm.
    """
    for frame in map(_of_group, grammar.frames(doc)):
        if frame.voice == "state":
            if harm.is_state(frame.verb):
                yield Clause(frame, "stative", None, _state_target(frame))
        elif not _lends_mood(frame.verb):
            yield _passive(frame) if frame.voice == "passive" else _active(frame)


def _of_group(frame: Frame) -> Frame:
    """A frame with the object or agent that a later verb of its group tells: “shot and killed the man”."""
    later = [grammar.frame(verb) for verb in _group(frame.verb) if verb.i > frame.verb.i]
    if frame.voice == "active" and frame.object is None and later:
        return frame._replace(object=next((one.object for one in later if one.object is not None), None))
    if frame.voice == "passive" and frame.agent is None and later:
        return frame._replace(agent=next((one.agent for one in later if one.agent is not None), None))
    return frame


def _group(verb: Token) -> list[Token]:
    """The verbs of harm of one deed, side by side: “shot and killed”, “beaten, stabbed and robbed”."""
    first = verb.head if verb.dep_ == "conj" and verb.head.i < verb.i else verb
    verbs = [first]
    for later in (c for c in first.children if c.dep_ == "conj" and c.tag_ == first.tag_):
        between = first.doc[verbs[-1].i + 1 : later.i]
        if not (harm.may_be(later) and all(t.dep_ in ("cc", "punct", "advmod") and t.text != ";" for t in between)):
            break
        verbs.append(later)
    return verbs if harm.may_be(first) and verb in verbs else [verb]


def _state_target(frame: Frame) -> Token | None:
    return _resolved(frame.subject or grammar.relative_gap(frame.verb) or _shared(frame.verb))


def _active(frame: Frame) -> Clause:
    actor = _resolved(frame.subject or _shared_subject(frame.verb))
    if harm.undergoes(frame.verb):
        return Clause(frame, "stative", None, actor)
    target = _resolved(frame.object) or harm.against(frame.verb)
    if target is None and frame.subject is not None and not _says(frame.verb):
        target = grammar.relative_gap(frame.verb)
    elif frame.object is not None and harm.struck_by(frame.verb):
        target = harm.against(frame.verb)
    if actor is not None and actor is not frame.subject:
        actor = _event_above(actor)
    return Clause(frame, "event_subject" if harm.is_event(actor) else "active", actor, target)


def _shared_subject(verb: Token) -> Token | None:
    """The subject a verb shares with one above it; None where another of its sentence may be whose deed it is.

    So where an event would have done it, and somebody acts in between (“The rampage began when two men shot a guard,
    then opened fire, killing ten”); and where a participle stands behind somebody's state at a place that others come
    to (“Soldiers stormed the bank where a man was holding a clerk, killing the man”).
    """
    shared = _shared(verb)
    if shared is None:
        return None
    if harm.is_event(shared):
        between = [t for t in verb.doc[shared.i + 1 : verb.i] if t.dep_ == "nsubj" and not verb.is_ancestor(t)]
        return None if any(harm.is_someone(t) and t.head.i < verb.i for t in between) else shared
    state = verb.head
    hangs = verb.dep_ == "advcl" and verb.tag_ == "VBG" and child(verb, "mark") is None
    placed = hangs and any(c.lower_ == "where" for c in state.lefts)
    return None if placed and (child(state, "aux") is not None or harm.may_be(_verb_above(state))) else shared


def _shared(verb: Token) -> Token | None:
    """The subject a verb shares with one above it; None where what stands right before the verb is its own.

    A name in commas: “The guards waited after the last man to leave, Karl Berg, died.” And a noun with its article, if
    the parse takes both for words of the verb's: “The mayor spoke an hour after a gunman shot the guard.”
    """
    own = (_is_finite(verb) and _is_after_name(verb)) or any(c.dep_ == "det" for c in verb.lefts)
    return None if own else grammar.shared_subject(verb)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in grammar.FINITE or any(c.tag_ in grammar.FINITE for c in verb.lefts if c.dep_.startswith("aux"))


def _is_after_name(verb: Token) -> bool:
    """Whether nothing but a name between two commas stands before a verb and its auxiliaries."""
    doc, here = verb.doc, verb.i - 1
    while here > verb.sent.start and doc[here].head == verb and doc[here].dep_.startswith(("aux", "advmod")):
        here -= 1
    first = here
    while first > verb.sent.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    return doc[here].text == "," and first < here and first > 0 and doc[first - 1].text == ","


def _verb_above(verb: Token) -> Token:
    """The verb whose clause a clause hangs on, itself or by a noun of it."""
    return next((above for above in verb.ancestors if above.pos_ in ("VERB", "AUX")), verb.head)


def _event_above(noun: Token) -> Token:
    """The event that a noun says more of: shooting in “the shooting at a school in Y that left nine dead”; else it.

    Where a noun only tells the place (“a blast on a train that killed ten”), it is the event named last before it.
    """
    above = noun
    while above.dep_ == "nmod" and above.head.i < above.i:
        above = above.head
        if harm.is_event(above):
            return above
    placed = (child(noun, "case") or noun).lower_ in ("on", "at", "in", "near", "outside", "inside")
    before = noun.doc[noun.sent.start : noun.i] if placed else ()
    return next((token for token in reversed(before) if harm.is_event(token)), noun)


def _passive(frame: Frame) -> Clause:
    whole = grammar.left_without_verb(frame.verb) if frame.subject is not None else None
    target = _resolved(whole or frame.subject or _shared(frame.verb) or frame.object)
    if target is not None and target == harm.struck_by(frame.verb):
        target = harm.against(frame.verb)  # “an attack was carried out”: on whom
    construction = "passive_agent" if frame.agent is not None else "passive_short"
    return Clause(frame, construction, _resolved(frame.agent), target)


def _says(verb: Token) -> bool:
    """Whether a verb has, or lends itself to, a clause of its own as what is said ("27 people they say are dead")."""
    return child(verb, "ccomp", "xcomp") is not None or verb.lemma_ in ("say", "believe", "think", "claim", "know")


def _resolved(argument: Token | None) -> Token | None:
    """The noun an argument stands for; None where it is a clause."""
    noun = None if argument is None else grammar.antecedent(argument)
    return noun if noun is not None and (noun.pos_ not in ("VERB", "AUX") or child(noun, "det", "amod")) else None


def _row(clause: Clause, text: str) -> dict:
    verb = clause.frame.verb
    particle = child(verb, "compound:prt")
    more = harm.left_as(verb) or (particle.lower_ if particle is not None else None)
    row = {
        "start": verb.idx,
        "end": verb.idx + len(verb),
        "lemma": f"{verb.lemma_} {more}" if more else verb.lemma_,
        "construction": clause.construction,
        "negated": negated(clause.frame),
        "modal": modal(verb),
        "act_start": _group(verb)[0].idx,
        "harm": _is_whole(clause)
        and _is_beside(clause)
        and (
            harm.befalls(verb, clause.target)
            if clause.construction == "stative"
            else harm.is_harm(verb, clause.target, clause.actor)
        ),
    }
    return row | _argument("actor", clause.actor, text) | _argument("target", clause.target, text)


def _is_whole(clause: Clause) -> bool:
    """Whether who suffers is read as a phrase: one without a verb, and no noun that a relative pronoun stands before.

    So not in “the brother, whom an assassin killed”, where the parse takes killed for a passive of assassin.
    """
    if clause.target is None:
        return True
    start, end = phrase(clause.target)
    words = clause.target.doc.char_span(start, end, alignment_mode="expand")
    first = None if words is None else words[0]
    asked = clause.frame.reduced and first is not None and first.i > 0 and first.nbor(-1).tag_ in ("WP", "WDT")
    return not asked and (words is None or not any(t.tag_ in ("VBZ", "VBP", "MD") for t in words))


def _is_beside(clause: Clause) -> bool:
    """Whether who suffers is, or is told more closely by, the noun right before a participle without auxiliary.

    So not the tenants in “the tenants posted video shot by neighbours”, nor in “the tenants spoke for every boy shot”.
    """
    verb, target = clause.frame.verb, clause.target
    before = next((t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.pos_ != "ADV"), None)
    if not clause.frame.reduced or target is None or before is None or before.pos_ not in ("NOUN", "PROPN"):
        return True
    return before == target or target.is_ancestor(before)


def _argument(name: str, head: Token | None, text: str) -> dict:
    if head is None:
        return {}
    start, end = phrase(head)
    return {name: text[start:end], f"{name}_start": start, f"{name}_end": end}


def phrase(head: Token) -> tuple[int, int]:
    """The offsets of a noun phrase: the head with its determiners, names, coordinated nouns and first prepositions.

    Relative clauses, appositions, times and whatever follows them are left out.
    """
    kept = [left for left in head.lefts if left.dep_ not in EDGES | CUT and not left.is_space and left.tag_ != "WP$"]
    first = min((left.left_edge for left in kept), key=lambda token: token.i, default=head)
    while first.is_punct and first.i < head.i and first.text not in '“‘"':
        first = first.nbor()
    return first.idx, _end(head)


def _end(head: Token) -> int:
    """The offset where a noun phrase ends: before the first dependent that is cut."""
    last = head.idx + len(head)
    for right in head.rights:
        if (
            (right.dep_ in CUT and not _is_listed(right))
            or (right.dep_ == "amod" and right.tag_ == "VBN")
            or (right.dep_ == "conj" and not _is_joined(head))
            or (right.is_space and "\n" in right.text)
            or grammar.preposition(right) in CUT_AT
        ):
            break
        if right.dep_ not in EDGES:
            last = max(last, _end(right))
            if any(c.dep_ in CUT for c in right.rights):
                break
    return last


def _is_joined(head: Token) -> bool:
    """Whether *and* or *or* stands somewhere in what is coordinated; a comma alone parts an apposition."""
    return any(child(c, "cc") is not None for c in head.rights if c.dep_ == "conj")


def _is_listed(noun: Token) -> bool:
    """Whether what the parse takes for an apposition is one of a list: “the man, his wife and two children”."""
    joined = child(noun, "conj") if noun.dep_ == "appos" else None
    return joined is not None and child(joined, "cc") is not None and noun.nbor(-1).text != "–"


def negated(frame: Frame) -> bool:
    """Whether the clause is negated: by an adverb, "without", or "no" before its subject, object or agent."""
    verb = frame.verb
    if any(c.lower_ in NEGATIONS or (c.lower_ == "longer" and child(c, "advmod")) for c in verb.children):
        return True
    arguments = [argument for argument in (frame.subject, frame.object, frame.agent) if argument is not None]
    if any(a.lower_ in NEGATIONS or any(c.lower_ in ("no", "neither") for c in a.children) for a in arguments):
        return True
    joined = verb.dep_ == "conj" and frame.subject is None
    return joined and any(c.lower_ in ("or", "nor") for c in verb.children) and _negation(verb.head)


def _negation(verb: Token) -> bool:
    return any(c.lower_ in NEGATIONS for c in verb.children)


def modal(verb: Token) -> str | None:
    """What keeps a clause from being told as done: a modal, "expected to", "accused of", "allegedly", "if"."""
    for c in verb.children:
        if c.tag_ == "MD" or c.lower_ in ("’ll", "'ll"):
            return MODALS.get(c.lower_, c.lower_)
        if c.dep_ == "advmod" and c.lower_ in _moods()["hedge"]:
            return c.lower_
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ == "VBN" and _opens(verb.head):
        return verb.head.lower_  # “suspected of planning and carrying it out”
    if verb.dep_ == "conj" and not child(verb, "aux", "aux:pass") and grammar.subject_of(verb) is None:
        return modal(verb.head)
    return _left_open(verb) or next(
        (c.lower_ for c in verb.children if c.dep_ == "mark" and c.lower_ in ("if", "unless")), None
    )


def _opens(word: Token) -> bool:
    """Whether a word leaves open whether what hangs on it happened."""
    return word.lemma_.lower() in _moods()["open"]


def _left_open(verb: Token) -> str | None:
    """The word above a clause that leaves open whether it happened: “threatened to”, “accused of”, “denied”.

    An infinitive is left open unless the word above says it was done (“began to”, “managed to”; Karttunen 1971).
    """
    above, mark = verb.head, child(verb, "mark", "case")
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and mark is not None and not _opens(above):
        above = above.head  # “accused the group of bombing a town”, but “an interest in bombing a town”
    if verb.dep_ not in ("xcomp", "advcl", "ccomp", "acl", "obl", "csubj") or above == verb:
        return None
    if verb.dep_ == "ccomp" and _negation(above):
        return f"not {above.lemma_.lower()}"
    if verb.tag_ == "VBG" and mark is not None and mark.lower_ == "about":
        return f"{above.lower_} about"  # “he shouted about killing guards”: what is talked of
    opened = _opens(above) and (verb.tag_ == "VBG" or above.lemma_.lower() == "deny")
    to = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "to"), None)
    mark = to or mark  # “easier for officers to kill”
    wanted = to is not None and verb.tag_ != "VBG"
    if not opened and not (wanted and above.lemma_.lower() not in _moods()["told"]):
        return modal(above) if wanted or verb.tag_ == "VBG" else None
    return f"{above.lower_} {mark.lower_}" if mark is not None else above.lower_


@lru_cache(maxsize=1)
def _moods() -> dict[str, frozenset[str]]:
    """Words of `data/moods.csv` by kind: after which a clause is told as done, or left open, and adverbs of doubt."""
    rows = known.table("moods.csv", ["word", "kind", "source"])
    return {kind: frozenset(words["word"]) for kind, words in rows.groupby("kind")}


def _lends_mood(verb: Token) -> bool:
    """Whether a word only gives its mood to the infinitive after it ("is set to", "is likely to", "has to")."""
    lemma = verb.lemma_.lower()
    if lemma not in SEMI_MODALS or not any(_is_infinitive(c) for c in verb.children):
        return False
    return lemma not in PARTICIPLES or child(verb, "aux:pass", "cop") is not None


def _is_infinitive(verb: Token) -> bool:
    return verb.dep_ in ("xcomp", "advcl") and any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
