"""Whose words they are: the source a cue points to, and what kind of source it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.clauses.grammar import TIMES, is_main_verb, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs whose subject makes the statement that they govern: “issued a warning”, but “dismissed a claim”.
ISSUING = known.words("verbs that put out a statement")
# Verbs whose object somebody else says: “recalled Y saying”.
HEARING = known.words("verbs of hearing others")
# Verbs of what the narrator makes of somebody, who says nothing: “Y seemed to agree”.
SEEMING = known.words("verbs of appearance")
CLIMB = {"xcomp", "advcl", "conj", "parataxis"}
FINITE = {"VBD", "VBZ", "VBP"}
OBJECTS = {"him", "them", "me", "us"}
HANGING = {"advcl", "conj", "acl", "xcomp", "parataxis", "obl", "nmod", "obj", "acl:relcl"}
CLAUSES = {"ROOT", "ccomp", "advcl", "parataxis"}
NOMINAL = {"PROPN", "NOUN", "PRON"}
NAMING = NOMINAL | {"ADJ", "DET"}
SET_OFF = {",", "–", "—", ")"}
BOUNDS = SET_OFF | {"”", '"', "''", "’", ";", ":"}
WHO = {"who", "which", "whose", "where", "formerly", "now", "then", "also"}
MEANS = {"in", "with", "through", "as", "to"}  # before the message that somebody puts something out by
WITHIN = {"by", "of", "from"}  # “according to a letter by X, the mayor”
ADDRESSING = ("criticism", "praise", "urging", "warning")  # classes of verbs whose object is spoken of, or to
SPEAKING = ("person", "group", "communication")
AHEAD = 14  # words before a participle, in which “with” opens its phrase
COMMA = {",", "”", '"', "''", "’", "–", "—", "-"}


def source_of(cue: Token) -> tuple[tuple[int, int] | None, Token | None]:
    """The source of a cue as token range and its head, or (None, None) where the sentence names none."""
    head = _of_noun(cue) if cue.pos_ == "NOUN" else _of_predicate(cue)
    if head is None or (cue.pos_ == "VERB" and cue.lemma_ in SEEMING):
        return None, None
    head = _named_behind_roles(_after_comma(head), cue)
    return _range(head, cue), head


def _named_behind_roles(head: Token, cue: Token) -> Token:
    """The name that two roles without an article stand before: Y in “retired agent and former spokesman Y told …”."""
    bare = head.tag_ == "NN" and not any(c.dep_ in ("det", "nmod:poss", "nummod") for c in head.children)
    if not bare or head.i + 1 >= cue.i or head.nbor(1).lower_ != "and":
        return head
    names = (c for c in cue.lefts if c.dep_ == "nsubj" and c.pos_ == "PROPN" and c.i > head.i)
    return next(names, head)


def _after_comma(head: Token) -> Token:
    """The noun that the parse hangs on one in a phrase before it: Y in “In an interview with X, Y said”."""
    edge = head.left_edge
    if edge.dep_ != "case" or edge.pos_ != "ADP" or edge.lower_ in WITHIN:
        return head
    apart = (c for c in head.children if c.dep_ in ("appos", "conj") and c.i > head.i and c.pos_ in ("PROPN", "PRON"))
    return next((c for c in apart if c.nbor(-1).text == ","), head)


def _range(head: Token, cue: Token) -> tuple[int, int]:
    """The words of a source phrase, cut where they would run into the cue."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if _is_of_two(head):
        start = head.i
    while start < head.i and (
        head.doc[start].dep_ in ("case", "mark", "cc")
        or head.doc[start].tag_ in ("WP", "WDT")
        or head.doc[start].is_punct
        or head.doc[start].is_space
    ):
        start += 1
    if start <= cue.i < end:
        start, end = (start, _branch(head, cue)) if head.i < cue.i else (cue.i + 1, end)
    return start, end


def _is_of_two(head: Token) -> bool:
    """Whether a plural stands behind another noun with its article: critics of “a step critics say falls short”."""
    first, before = head.left_edge, head.nbor(-1) if head.i else head
    return head.tag_ == "NNS" and first.lower_ in ("a", "an") and first.i == head.i - 2 and before.tag_ == "NN"


def _branch(head: Token, cue: Token) -> int:
    """Where the part of a phrase begins that leads to the cue, as the clause does in “a letter urging …”."""
    token = cue
    while token.head not in (head, token):
        token = token.head
    return max(head.i + 1, token.left_edge.i) if token.head == head else cue.i


def _child(token: Token, *labels: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def quoted_as(cue: Token) -> bool:
    """Whether a verb tells what somebody is quoted as saying: another passes the words on."""
    marked = any(c.lower_ == "as" and c.i < cue.i for c in cue.children)
    return cue.tag_ == "VBG" and marked and cue.head.lemma_ in ("quote", "cite")


def heard_saying(verb: Token) -> Token | None:
    """The verb for what another is heard to say, right behind that one: saying in “recalled Y saying”; else None."""
    if verb.lemma_.lower() not in HEARING:
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + AHEAD, verb.sent.end)]:
        if token.tag_ in ("VBG", "VB", "VBP") and reporting.is_saying(token.lemma_):
            return token if token.i > verb.i + 1 else None
        if token.pos_ not in NAMING and token.lower_ != "as":
            return None
    return None


def heard(cue: Token) -> Token | None:
    """Whom another hears say something: Y in “recalled Y telling him”."""
    hearing = (t for t in reversed(list(cue.doc[max(cue.sent.start, cue.i - AHEAD) : cue.i])) if t.pos_ == "VERB")
    above = next(hearing, None)
    before = cue.nbor(-1) if cue.i else cue
    told = above is not None and heard_saying(above) == cue and before.pos_ in NOMINAL
    return phrase(before, cue)[1] if told else None


def _is_passive(cue: Token) -> bool:
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in cue.children)


def _agent(cue: Token) -> Token | None:
    for child in cue.children:
        if child.dep_ in ("obl", "obl:agent", "nmod") and any(
            c.dep_ == "case" and c.lower_ == "by" for c in child.children
        ):
            return child
    return None


def _of_predicate(cue: Token) -> Token | None:
    if is_main_verb(cue):
        return cue.head
    if (who := heard(cue)) is not None:
        return who
    if quoted_as(cue):
        return _child(cue.head, "obj", "nsubj:pass")
    if cue.tag_ == "VBG" and cue.dep_ == "ccomp" and _addresses(cue.head):
        return _doer(cue.head)  # “scolded Y, saying”, where the parse has Y as who says it
    if _is_passive(cue) or (cue.dep_ == "acl" and cue.tag_ == "VBN") or _is_done_to_subject(cue) or _is_called(cue):
        return _agent(cue)
    subject = _inserted(cue) or _set_off(cue) or subject_of(cue)
    if subject is not None:
        return subject
    if (cue.tag_ in FINITE and cue.dep_ == "xcomp") or _stands_beside(cue):
        return _just_before(cue)
    if cue.tag_ == "VB" and any(c.lower_ in ("do", "don") and c.dep_ == "aux" for c in cue.children):
        return None  # “don’t say it”
    if cue.tag_ in FINITE and cue.dep_ == "advcl" and _child(cue, "mark") is not None:
        return _just_before(cue)  # “since Y, the president of Z, announced”
    if cue.dep_ == "conj" and cue.tag_ in FINITE and not _is_joined(cue):
        return _just_before(cue)
    resumed = _resumed(cue)
    if resumed is None and _is_between_two(cue):
        return None
    beside = _beside_with(cue)
    if beside is not None:
        return beside[0]
    found = _of_predicate(resumed) if resumed is not None else _controller(cue)
    return found if found is not None or cue.tag_ not in FINITE else _just_before(cue)


def _addresses(verb: Token) -> bool:
    """Whether a verb tells what somebody says to or of another: “scolded Y”, but “heard Y”."""
    return reporting.cue_class(verb.lemma_.lower(), verb.pos_) in ADDRESSING


def _stands_beside(cue: Token) -> bool:
    """Whether a finite verb without auxiliary stands beside its sentence, whose subject is not its own.

    In the present only a verb of saying: “…, the Rev. Y, minister of Z, tells reporters”.
    """
    past = cue.tag_ in ("VBD", "VBN") or (cue.tag_ in FINITE and reporting.is_saying(cue.lemma_))
    bare = past and not any(c.dep_.startswith("aux") for c in cue.children)
    return bare and cue.dep_ == "parataxis" and cue.head.i < cue.i


def _inserted(cue: Token) -> Token | None:
    """Who says what stands around, set off by commas: Y in “The president, said a spokesman, Y, will go”."""
    doc = cue.doc
    if cue.tag_ not in FINITE or cue.i < 2 or doc[cue.i - 1].text != "," or not reporting.is_saying(cue.lemma_):
        return None
    words = []
    for token in doc[cue.i + 1 : cue.i + 9]:
        if token.pos_ not in NAMING:
            break
        words.append(token)
    after = doc[cue.i + 1 + len(words)].text if cue.i + 1 + len(words) < len(doc) else ""
    named = [token for token in words if token.pos_ == "PROPN" and token.lower_ not in TIMES]
    opens = doc[cue.i - 2].pos_ in NOMINAL and not any(t.text == "," for t in doc[cue.sent.start : cue.i - 1])
    return phrase(named[-1], cue)[1] if named and after == "," and opens else None


def _set_off(cue: Token) -> Token | None:
    """Who says what stands around, in commas before the verb: Y in “Those people, Y said, should go”."""
    doc = cue.doc
    closed = cue.i + 1 < len(doc) and doc[cue.i + 1].text == ","
    if cue.tag_ not in FINITE or not closed or not reporting.is_saying(cue.lemma_):
        return None
    first = cue.i
    while first > cue.sent.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    opened = cue.sent.start < first < cue.i and doc[first - 1].text == ","
    named = phrase(doc[cue.i - 1], cue)[1] if opened else None
    return named if named is not None and first <= named.i and doc[first - 2].pos_ in NOMINAL else None


def _beside_with(cue: Token) -> tuple[Token | None] | None:
    """Who speaks in “with Y saying”, alone; nobody where “with the mayor, Y, saying” may be the one or the subject.

    None where a participle has no such phrase before it.
    """
    doc, start = cue.doc, max(cue.sent.start, cue.i - AHEAD)
    before = list(doc[start : cue.i])
    place = next((k for k in range(len(before) - 1, -1, -1) if before[k].lower_ == "with"), None)
    if cue.tag_ != "VBG" or place is None or not reporting.is_saying(cue.lemma_):
        return None
    words = before[place + 1 :]
    if any(t.tag_ in FINITE or t.tag_ == "MD" or t.text in BOUNDS - {","} for t in words):
        return None
    commas = sum(t.text == "," for t in words)
    if commas == 0 and words and words[-1].pos_ in NOMINAL:
        head = phrase(words[-1], cue)[1]
        return (head if can_speak(head) else None,)
    return (None,) if commas > 1 and words[-1].text == "," else None


def before_insertions(cue: Token) -> Token | None:
    """The noun before what commas set off right before a verb: Y in “Y, a spokesman for Z, said”, “Y, who lives in Z,
    told”; None where nothing is set off there, or where it hangs on a preposition.
    """
    doc, comma = cue.doc, cue.i - 1
    if doc[comma].text not in SET_OFF:
        return None
    while comma > cue.sent.start:
        before = next((i for i in range(comma - 1, cue.sent.start, -1) if doc[i].text in BOUNDS), None)
        if before is None or doc[before].text not in SET_OFF or not _is_insertion(doc[before + 1]):
            break
        comma = before
    named = doc[comma - 1]
    if comma == cue.i - 1 or named.pos_ not in NOMINAL:
        return None
    head = phrase(named, cue)[1]
    return None if _child(head, "case") else head


def _is_insertion(first: Token) -> bool:
    """Whether a word begins an apposition or a relative clause set off by commas."""
    described = first.tag_ == "JJ" and first.head.dep_ == "appos"  # “Y, senior minister of Z, said”
    return described or first.lower_ in WHO or first.tag_ in ("DT", "PRP$", "CD", "WP", "WDT", "WP$", "NN")


def _just_before(cue: Token) -> Token | None:
    """The noun right before a finite verb that the parse leaves without a subject."""
    if (apart := before_insertions(cue)) is not None:
        return apart
    for i in range(cue.i - 1, max(cue.i - 4, cue.sent.start - 1), -1):
        token = cue.doc[i]
        if token.pos_ in ("PROPN", "PRON", "NOUN") or _looks_like_a_name(token):
            head = phrase(token, cue)[1]
            if head.lower_ in OBJECTS:
                return None  # “for all of them to praise him shows …”
            addressed = head != token and cue.doc[cue.i - 1].text == "," and _child(head, "case") is not None
            return None if addressed else head  # “a letter to his friend, Y, urged”
        if token.pos_ not in ("ADV", "AUX", "PUNCT"):
            return None
    return None


def _looks_like_a_name(token: Token) -> bool:
    """Whether a word within a sentence has a capital, whatever the parse takes it for: Short in “…, Short added”."""
    return token.text.istitle() and not token.is_sent_start


def _resumed(cue: Token) -> Token | None:
    """The verb of saying that a later one goes on from: “said that …, adding that …”, “said … and called …”.

    The parse often hangs the later verb on the words reported; its source is who reported them.
    """
    left = cue.left_edge.i
    if cue.tag_ == "VBG" and not any(cue.doc[i].text in COMMA for i in (left - 1, left, cue.i - 1) if i >= 0):
        return None
    if not reporting.is_saying(cue.lemma_):
        return None
    if cue.tag_ == "VBG":
        hosts = [t for t in cue.ancestors if t.i < cue.i and t.tag_ in FINITE and reporting.is_saying(t.lemma_)]
        return hosts[-1] if hosts and not (cue.dep_ in ("acl", "acl:relcl") and can_speak(cue.head)) else None
    token = cue
    while token.dep_ in HANGING and token.head != token:
        token = token.head
    host = token.head
    same = cue.tag_ == host.tag_ or (cue.tag_ == "VBN" and host.tag_ == "VBD" and not _is_passive(cue))
    same |= cue.tag_ == "VBD" and host.tag_ == "VBN" and token.tag_ == "VB" and not _is_passive(host)
    resumes = cue.dep_ == "conj" and token.dep_ == "ccomp" and host.i < token.i and same
    return host if resumes and reporting.is_saying(host.lemma_) else None


def can_speak(noun: Token) -> bool:
    """Whether a noun can be somebody or something that says: a name, person, group or message."""
    senses = dict(reporting.senses(noun.lemma_.lower(), "NOUN"))
    return noun.pos_ in ("PROPN", "PRON") or max(senses.get(kind, 0) for kind in SPEAKING) > 0.5


def _is_done_to_subject(verb: Token) -> bool:
    """Whether a clause without a subject tells what was done to that of another: “he froze, when asked about it”."""
    when = any(c.tag_ == "WRB" for c in verb.lefts)
    bare = (verb.dep_ == "advcl" or (when and verb.dep_ == "parataxis")) and verb.tag_ in ("VBN", "VBD")
    return bare and not any(c.dep_ in ("nsubj", "nsubj:pass", "aux") for c in verb.children)


def _is_called(verb: Token) -> bool:
    """Whether a verb tells what something is called: “the plan, also referred to as “…””."""
    return verb.doc[verb.i + 1 : verb.i + 3].text.lower() == "to as"


def _is_between_two(cue: Token) -> bool:
    """Whether a participle after a comma may be said of two: “the letter comes as Y has announced it, calling it …”."""
    if cue.tag_ != "VBG" or cue.dep_ != "advcl" or cue.left_edge.i <= cue.sent.start:
        return False
    clauses = [t for t in cue.doc[cue.sent.start : cue.i] if t.dep_ in CLAUSES]
    who = [c for clause in clauses for c in clause.lefts if c.dep_ == "nsubj" and c.pos_ in ("PROPN", "NOUN")]
    return len({noun.lower_ for noun in who}) > 1 and any(can_speak(noun) for noun in who[1:])


def _is_joined(verb: Token) -> bool:
    """Whether *and* or a comma stands before a coordinated verb; where none does, the parse has missed its subject."""
    first = verb.left_edge
    return any(t.dep_ == "cc" or t.is_punct for t in (first, first.nbor(-1) if first.i else first))


def _doer(verb: Token) -> Token | None:
    """The subject of an active verb."""
    subject = subject_of(verb)
    return subject if subject is not None and subject.dep_ == "nsubj" else None


def _controller(cue: Token) -> Token | None:
    """The understood subject of a participle, infinitive or coordinated verb."""
    token = _participle_above(cue)
    if _is_past_aim(token):
        return next((doer for t in token.head.ancestors if (doer := _doer(t)) is not None), None)
    for _ in range(4):
        above = token.head
        if above == token:
            return None
        if token.dep_ in ("acl", "acl:relcl") and above.pos_ in ("NOUN", "PROPN", "PRON"):
            return _issuer(above) or _writer(above, token) or above
        if token.dep_ not in CLIMB or _is_past_relative(token):
            return None
        if _is_blamed_for(token):
            return _child(above, "obj", "nsubj:pass")  # “criticized Y for saying”
        subject = _doer(above)
        if token.dep_ == "conj" and cue.tag_ in FINITE and above.tag_ == "VB":
            above = _finite_above(above)  # “urged Y not to meddle and slammed Z”
            subject = _doer(above)
        elif token.dep_ == "xcomp":
            subject = _child(above, "obj", "iobj") or subject
        if subject is None and _is_passive(above):
            subject = _child(above, "nsubj:pass") if token.dep_ != "conj" else None
        if subject is not None and subject.i != token.i:
            return subject
        token = above
    return None


def _is_past_relative(participle: Token) -> bool:
    """Whether a comma parts a participle from a relative clause that none parts from its noun, and which it is not of.

    So in “downplayed the threat that the group posed, saying …”, where the group says nothing.
    """
    clause, before = participle.head, participle.left_edge
    relative = clause.dep_ in ("acl", "acl:relcl") and clause.head.i < clause.left_edge.i and not _child(clause, "mark")
    apart = before.i > clause.i and "," in (before.text, before.nbor(-1).text)
    first = clause.left_edge
    return participle.tag_ == "VBG" and relative and apart and "," not in (first.text, first.nbor(-1).text)


def _is_past_aim(participle: Token) -> bool:
    """Whether a comma parts a participle from what a noun is for: “jeered at the plan to raise pay, arguing that …”."""
    aim, before = participle.head, participle.left_edge
    return (
        participle.tag_ == "VBG"
        and aim.tag_ == "VB"
        and aim.dep_ == "acl"
        and before.i > aim.i
        and "," in (before.text, before.nbor(-1).text)
    )


def _participle_above(cue: Token) -> Token:
    """The participle that another goes on from, which the parse hangs on a finite verb within it.

    So in “in claiming that Y had stolen it and saying …”, where saying is what the claimant does.
    """
    finite = cue.head.tag_ in FINITE or any(c.dep_ in ("aux", "cop") for c in cue.head.children)
    if cue.tag_ != "VBG" or cue.dep_ != "conj" or not finite:
        return cue
    return next((t for t in cue.ancestors if t.tag_ == "VBG" and not any(c.dep_ == "aux" for c in t.children)), cue)


def _is_blamed_for(verb: Token) -> bool:
    """Whether a participle after *for* or *of* tells what somebody is praised, blamed for or accused of."""
    return verb.tag_ == "VBG" and any(c.dep_ == "mark" and c.lower_ in ("for", "of") for c in verb.lefts)


def _finite_above(verb: Token) -> Token:
    """The finite verb that an infinitive hangs on."""
    return next((t for t in verb.ancestors if t.tag_ in FINITE), verb)


def _issuer(document: Token) -> Token | None:
    """Who put out a document: she in “she released a statement saying …”."""
    verb = document.head
    senses = dict(reporting.senses(document.lemma_.lower(), "NOUN"))
    if document.dep_ == "obj" and verb.pos_ == "VERB" and senses.get("communication", 0) > 0.5:
        return _child(verb, "nsubj") or (_just_before(verb) if verb.tag_ in FINITE else None)
    return None


def _writer(addressed: Token, verb: Token) -> Token | None:
    """Who says it to those addressed: she in “she wrote to leaders stating …”."""
    above = addressed.head
    told = verb.tag_ == "VBG" and not _is_blamed_for(verb) and reporting.is_saying(above.lemma_)
    told = told and addressed.dep_ in ("obl", "obj", "iobj")
    return _child(above, "nsubj") if told and above.pos_ == "VERB" else None


def _of_noun(cue: Token) -> Token | None:
    owner = _child(cue, "nmod:poss")
    if owner is not None:
        return owner
    if any(c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN" for c in cue.lefts):
        return None  # “after a Trump demand”
    for child in cue.children:
        if child.dep_ in ("nmod", "obl") and any(
            c.dep_ == "case" and c.lower_ in ("of", "by", "from", "among") for c in child.children
        ):
            return child
    verb = cue.head
    occasion = any(c.dep_ in ("case", "mark") and c.lower_ not in MEANS for c in cue.lefts)  # “after reports that …”
    put_out = cue.dep_ in ("obj", "obl", "xcomp") and verb.lemma_.lower() in ISSUING
    if put_out and verb.pos_ == "VERB" and not occasion:
        return _of_predicate(verb)
    if any(child.dep_ == "cop" for child in cue.children):
        return _child(cue, "nsubj")
    return None


def phrase(token: Token, cue: Token) -> tuple[tuple[int, int], Token]:
    """The noun phrase a noun belongs to, as token range and its head, not reaching across the cue."""
    head = token
    knowing = head.head  # the strategists of “strategists familiar with the plans”
    if knowing.pos_ == "ADJ" and head.dep_ == "obl" and knowing.dep_ in ("amod", "acl") and knowing.head.i < knowing.i:
        head = knowing.head
    while head.head != head and head.dep_ in ("flat", "compound", "nmod:poss", "appos", "nmod", "nummod", "amod"):
        if (head.head.i < cue.i) != (token.i < cue.i) or head.head.pos_ not in ("PROPN", "NOUN", "PRON"):
            break
        head = head.head
    return _range(head, cue), head
