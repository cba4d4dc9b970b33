"""Who does what to whom in a parse: each verb with its voice and its own subject, object and agent.

Only Universal Dependencies relations are read (de Marneffe et al. 2021), so that any pipeline with these labels serves.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from samestory import known
from samestory.calendar import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


SUBJECTS = {"nsubj", "nsubj:outer", "csubj", "csubj:outer"}
PASSIVE_SUBJECTS = {"nsubj:pass", "csubj:pass"}
REDUCED = {"acl", "advcl", "csubj", "xcomp", "ccomp", "parataxis"}
NOT_CLAUSES = {
    "amod",
    "aux",
    "aux:pass",
    "cop",
    "case",
    "mark",
    "compound",
    "fixed",
    "flat",
    "goeswith",
    "compound:prt",
}
TIMES = {*WEEKDAYS, *MONTHS} | set(
    "hour minute second day week weekend month year decade century time today tomorrow yesterday "
    "morning afternoon evening night midnight noon dawn dusk deadline end percent %".split()
)
# Verbs whose passive may keep an object ("people denied visas", "a man named Ali").
TWO_OBJECTS = known.words("verbs whose passive keeps an object")
# Verbs whose object is the subject of the infinitive after it ("urged them to stop") or participle ("saw them freed").
TELLING = known.words("verbs of control by the object")
SEEING = known.words("verbs of seeing and keeping with a participle")
OF_WHOM = {"of", "from", "for"}  # "accused them of killing", "kept them from leaving"
MEANS = known.words("means that are no agents")
OPENING, CLOSING = {"“", '"', "‘", "``"}, {"”", '"', "’", "''"}
CALLED = known.words("what somebody is called by")  # no agents, also “by their given names”


FINITE = {"VBD", "VBZ", "VBP", "MD"}
HANGING = ("acl", "advcl")


class Frame(NamedTuple):
    """A verb with its voice (`active`, `passive`, `state`) and the arguments it has itself, as heads of their phrases.

    `reduced`: a participle without its own auxiliary ("captives taken by …", "arrested and beaten").
    """

    verb: Token
    voice: str
    subject: Token | None
    object: Token | None
    agent: Token | None
    reduced: bool


def frames(doc: Doc) -> Iterator[Frame]:
    """The verbs of a parse as frames, in the order of the text; copulas with an adjective as `state`."""
    for token in doc:
        if token.dep_ in NOT_CLAUSES or token.is_space:
            continue
        if token.pos_ == "VERB" or child(token, "aux:pass"):
            yield frame(token)
        elif child(token, "cop"):
            yield Frame(token, "state", subject_of(token), None, None, False)


def frame(verb: Token) -> Frame:
    """A verb with its voice and the arguments it has itself."""
    if is_main_verb(verb):
        return Frame(verb, "active", verb.head, _object_of(verb), None, False)
    reduced = _is_reduced(verb)
    voice = "passive" if reduced or passive(verb) else "state" if child(verb, "cop") else "active"
    agent = agent_of(verb) if voice == "passive" else None
    return Frame(verb, voice, subject_of(verb), _object_of(verb), agent, reduced)


def is_main_verb(verb: Token) -> bool:
    """Whether a participle taken for a short relative must be the verb of its sentence ("The house burned down.").

    That is where a full sentence would otherwise have no verb: its root is a noun without copula.
    """
    root = verb.head
    if (
        verb.dep_ != "acl"
        or root.dep_ != "ROOT"
        or verb.tag_ not in ("VBN", "VBD")
        or child(root, "cop")
        or agent_of(verb)
    ):
        return False
    other = any(c.dep_ in ("acl:relcl", "parataxis", "ccomp", "nsubj") for c in root.children)
    return root.pos_ in ("NOUN", "PROPN", "PRON") and not other and _is_full_sentence(root)


def passive(verb: Token) -> bool:
    """Whether a verb has a passive auxiliary, is a participle after *be*, or has a passive subject in a headline."""
    if child(verb, "aux:pass"):
        return True
    if child(verb, *PASSIVE_SUBJECTS):
        finite = verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.lemma_ not in SEEING)
        return not finite or child(verb, "aux") is not None or not _is_full_sentence(verb)
    return verb.tag_ == "VBN" and verb.pos_ == "VERB" and child(verb, "cop") is not None


def _is_full_sentence(token: Token) -> bool:
    """Whether a word stands in a sentence with a full stop: no headline, which may leave the auxiliary out."""
    return token.sent.text.rstrip().endswith((".", "!", "?", "”"))


def _is_reduced(verb: Token) -> bool:
    """Whether a past participle stands without auxiliary and subject, as a short relative or shared passive."""
    if not _participle(verb) or passive(verb) or child(verb, "aux", *SUBJECTS):
        return False
    if verb.dep_ == "conj":
        return child(verb, "obj") is None and (passive(verb.head) or _is_reduced(verb.head))
    return verb.dep_ in REDUCED and (child(verb, "obj") is None or verb.lemma_ in TWO_OBJECTS)


def _participle(verb: Token) -> bool:
    """A past participle; in a place where none but a participle can stand, also one tagged otherwise."""
    if verb.tag_ == "VBN" or child(verb, "mark") or not verb.lower_.endswith(("ed", "en")):
        return verb.tag_ == "VBN"
    seen = verb.dep_ == "xcomp" and verb.head.lemma_ in SEEING
    return seen or verb.dep_ == "acl" or (verb.dep_ == "conj" and passive(verb.head))


def child(token: Token, *relations: str) -> Token | None:
    """The first dependent of a token with one of the relations; None where there is none."""
    return next((c for c in token.children if c.dep_ in relations), None)


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject, of either voice; of two the one after a comma or dash: “LUND — Berg said”."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS]
    subject = next((c for c in subjects[1:] if c.i < verb.i and _is_set_apart(c)), next(iter(subjects), None))
    return subject if subject is None else _whose(subject)


def _whose(subject: Token) -> Token:
    """The noun behind *whose* that the parse takes for an apposition: son in “Y, whose son, Z, was killed”."""
    owned = (c for c in subject.rights if c.dep_ == "appos" and any(t.tag_ == "WP$" for t in c.lefts))
    return next(owned, subject)


def _is_set_apart(subject: Token) -> bool:
    """Whether a dash or a comma stands before a subject; no comma of a list: “Berg (D), Moss and Lind said”."""
    first = subject.left_edge
    before = first if first.is_punct else first.nbor(-1)
    return before.is_punct and (before.text != "," or child(subject, "conj") is None)


def _object_of(verb: Token) -> Token | None:
    parted = (c for c in verb.children if c.dep_ == "obl" and any(p.tag_ == "RP" for p in c.lefts))
    held = next(parted, None) or child(verb, "obj") or child(verb, "iobj")  # “shot down a plane”
    if held is not None and held.dep_ == "obl":
        return held
    return held if held is not None and held.pos_ not in ("VERB", "AUX") and not preposition(held) else None


def agent_of(verb: Token) -> Token | None:
    """The agent of a passive: its by-phrase, also where that hangs on a verb below it ("blocked from entering by …").

    Means ("through mediators"), times ("by Monday") and measures are no agents.
    """
    own = next((c for c in verb.children if _is_agent(c)), None)
    below = (c for c in verb.children if c.dep_ in ("advcl", "xcomp", "obl") and c.tag_ == "VBG" and not passive(c))
    held = (lower for c in verb.rights if _makes_nothing(c) for lower in c.rights)
    own = own or _behind_marks(verb)
    return own or next((n for n in (*held, *(n for c in below for n in _by_phrases(c))) if _is_agent(n)), None)


def _behind_marks(verb: Token) -> Token | None:
    """The agent right behind what somebody is called, in marks: “named “Harbour of the Year” by Z”.

    Not whose work a title is: “was shown the book “Harbours” by Z”.
    """
    doc = verb.doc
    opened = next((i for i in (verb.i + 1, verb.i + 2) if i < verb.sent.end and doc[i].text in OPENING), None)
    if opened is None or (opened > verb.i + 1 and doc[verb.i + 1].pos_ != "DET"):
        return None
    closed = next((i for i in range(opened + 1, verb.sent.end - 1) if doc[i].text in CLOSING), None)
    if closed is None or doc[closed + 1].lower_ != "by":
        return None
    noun = doc[closed + 1].head
    return noun if noun.i > closed + 1 and verb.is_ancestor(noun) and _is_agent(noun) else None


def _makes_nothing(noun: Token) -> bool:
    """Whether a noun after a passive is nobody's work, so that a by-phrase behind it tells who does what the verb says.

    So in “cut off from its neighbours by the sea”, “hit with bullets by Z” and “told of Y’s plans by Z”, where the
    plans are Y's; not in “named in a report by Z”.
    """
    owned = noun.pos_ in ("NUM", "PROPN", "PRON") or child(noun, "nmod:poss") is not None
    return noun.dep_ in ("obl", "obj") and (owned or preposition(noun) == "with")


def _is_agent(noun: Token) -> bool:
    named = noun.lower_.removesuffix("s") in CALLED  # whatever its lemma
    if preposition(noun) != "by" or named or noun.lemma_.lower() in TIMES:
        return False
    if noun.lemma_.lower() in MEANS and child(noun, "det", "nmod:poss") is None:
        return False
    loose = noun.dep_ in ("obl", "nmod") and noun.pos_ in ("NOUN", "PROPN", "PRON") and child(noun, "nummod") is None
    return noun.dep_ == "obl:agent" or loose


def _by_phrases(verb: Token) -> Iterator[Token]:
    """The phrases after a participle or its object: what they tell may belong to the passive above it."""
    yield from verb.rights
    held = child(verb, "obj")
    if held is not None:
        yield from held.rights


def preposition(noun: Token) -> str:
    """The preposition a noun phrase stands with, in small letters; "" without one."""
    case = child(noun, "case")
    return case.lower_ if case else ""


def surface_subject(verb: Token) -> Token | None:
    """The subject of a verb: its own, else the one it shares with the verb above it."""
    return subject_of(verb) or shared_subject(verb)


def shared_subject(verb: Token) -> Token | None:
    """The subject a verb without one takes from its sentence: by coordination, control or as a participle.

    Object control is assumed wherever the verb above has an object ("told them to go"), except with *promise*.
    """
    above, relation = verb.head, verb.dep_
    if relation == "conj":
        return surface_subject(above) if _goes_on(verb) else None
    if relation == "xcomp":
        held = child(above, "obj", "iobj")
        if verb.tag_ == "VB" and child(verb, "mark") is None and above.lemma_ not in SEEING | TELLING | {"let"}:
            return None  # “invade countries or carpet bomb them”
        return held if held is not None and above.lemma_ != "promise" else surface_subject(above)
    mark = child(verb, "mark", "case")
    if relation == "acl" and (mark is None or (mark.lower_ in OF_WHOM and above.dep_ == "obj")):
        return above
    if relation in ("advcl", "ccomp", "parataxis") and _is_nonfinite(verb):
        controlled = (
            mark is not None
            and above.lemma_ != "use"
            and (above.lemma_ in TELLING or (verb.tag_ == "VBG" and mark.lower_ in OF_WHOM))
        )
        told = child(above, "obj", "iobj") if controlled else None
        hangs = mark is not None and verb.tag_ == "VBG"  # “a tape of him bragging about hitting them”
        return told or (subject_of(above) if hangs else surface_subject(above))
    return None


def _goes_on(verb: Token) -> bool:
    """Whether a coordinated verb follows *and* with nothing but its own words between them.

    So not in “One is dead and several more are wounded”, where the parse takes the subject for another predicate.
    """
    joined = next((i for i in range(verb.i - 1, verb.head.i, -1) if verb.doc[i].dep_ == "cc"), verb.i)
    return all(verb.is_ancestor(token) or token.is_punct for token in verb.doc[joined + 1 : verb.i])


def left_without_verb(verb: Token) -> Token | None:
    """The noun that a full sentence would have no verb for, were this passive the relative clause it is parsed as.

    So cartoonists in “Four cartoonists whose work showed the poet Arlin were killed.”, where the parse has Arlin as
    the subject; None for “the poet whose friends were killed”, “The day Arlin was killed.”
    """
    root = verb.sent.root
    if verb.dep_ != "acl:relcl" or root.pos_ not in ("NOUN", "PROPN") or not _is_full_sentence(root):
        return None
    asked = any(t.tag_ in ("WDT", "WP", "WP$", "WRB") for left in verb.lefts for t in left.subtree)
    stranded = any(c.pos_ == "ADP" for c in verb.rights)
    between = verb.head != root and child(root, "acl:relcl", "acl") not in (None, verb)
    return root if between and not asked and not stranded and child(root, "cop") is None else None


def _is_nonfinite(verb: Token) -> bool:
    """Whether a verb without subject shares one: an infinitive, a participle, or a past tense set beside another."""
    mark = child(verb, "mark")
    first = child(verb, "aux", "aux:pass", "cop") or verb
    if mark is not None and mark.lower_ == "to":
        return True
    return first.tag_ in ("VBG", "VBN") or (mark is None and verb.tag_ == "VBD")


def antecedent(argument: Token) -> Token:
    """The noun a relative pronoun stands for; any other word itself."""
    if argument.tag_ not in ("WDT", "WP", "WP$") and argument.lower_ != "that":
        return argument
    clause = argument.head
    while clause.dep_ in ("conj", "ccomp", "xcomp") and clause.head is not clause:
        clause = clause.head
    asked = argument.dep_ == "obj" and argument.i > 0 and argument.nbor(-1).pos_ == "ADP"  # “about who it deports”
    return clause.head if clause.dep_ == "acl:relcl" and not asked else argument


def relative_gap(verb: Token) -> Token | None:
    """The noun that a relative clause without pronoun is about ("the people Israel killed", "27 they say are dead")."""
    clause = verb
    while clause.dep_ in ("ccomp", "xcomp") and clause.head is not clause:
        clause = clause.head
    pronoun = any(t.tag_ in ("WDT", "WP") and t.dep_ in (*SUBJECTS, *PASSIVE_SUBJECTS) for t in clause.children)
    if clause.dep_ != "acl:relcl" or pronoun or clause.head.lemma_.lower() in TIMES:
        return None
    adverbial = any(t.tag_ == "WRB" for t in clause.subtree)
    return None if adverbial else clause.head


def has_clause(words: Span) -> bool:
    """Whether words hold a clause of their own: a finite verb with its subject, in no relative or adverbial clause.

    Nor below one, as in “a bill letting families who drink sue”.
    """
    subjects = (token for token in words if token.dep_ in SUBJECTS | PASSIVE_SUBJECTS and token.head in words)
    verbs = (subject.head for subject in subjects)
    return any(
        not any(t.dep_.startswith(HANGING) for t in (verb, *verb.ancestors) if t in words)
        and (verb.tag_ in FINITE or any(c.tag_ in FINITE and c.dep_.startswith(("aux", "cop")) for c in verb.children))
        for verb in verbs
    )


def disagrees(verb: Token) -> bool:
    """Whether a verb cannot be that of its subject: sue of the veto in “the veto of a bill letting families sue”."""
    subject = subject_of(verb)
    if subject is None or verb.tag_ != "VBP" or subject.tag_ != "NN" or any(c.dep_ == "aux" for c in verb.children):
        return False
    return child(subject, "conj") is None and child(subject, "det", "nmod:poss") is not None
