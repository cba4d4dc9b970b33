"""Whose words they are: the source a cue points to, and what kind of source it is."""

from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubj:pass", "csubj", "nsubj:outer"}
CLIMB = {"xcomp", "advcl", "conj", "parataxis"}


def source_of(cue: Token) -> tuple[tuple[int, int] | None, Token | None]:
    """The source of a cue as token range and its head, or (None, None) where the sentence names none."""
    head = _of_noun(cue) if cue.pos_ == "NOUN" else _of_predicate(cue)
    if head is None:
        return None, None
    return _range(head, cue), head


def _range(head: Token, cue: Token) -> tuple[int, int]:
    """The words of a source phrase, cut where they would run into the cue."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    while start < head.i and (
        head.doc[start].dep_ in ("case", "mark", "cc") or head.doc[start].is_punct or head.doc[start].is_space
    ):
        start += 1
    if start <= cue.i < end:
        start, end = (start, cue.i) if head.i < cue.i else (cue.i + 1, end)
    return start, end


def _child(token: Token, *labels: str) -> Token | None:
    return next((child for child in token.children if child.dep_ in labels), None)


def _is_passive(cue: Token) -> bool:
    return any(child.dep_ in ("nsubj:pass", "aux:pass") for child in cue.children)


def _agent(cue: Token) -> Token | None:
    for child in cue.children:
        if child.dep_ == "obl:agent":
            return child
        if child.dep_ in ("obl", "nmod") and any(c.dep_ == "case" and c.lower_ == "by" for c in child.children):
            return child
    return None


def _of_predicate(cue: Token) -> Token | None:
    if _is_passive(cue) or (cue.dep_ == "acl" and cue.tag_ == "VBN"):
        agent = _agent(cue)
        return agent
    subject = _child(cue, "nsubj", "nsubj:outer")
    if subject is not None:
        return subject
    return _controller(cue)


def _controller(cue: Token) -> Token | None:
    """The understood subject of a participle, infinitive or coordinated verb."""
    token = cue
    for _ in range(4):
        above = token.head
        if above == token:
            return None
        if token.dep_ in ("acl", "acl:relcl") and above.pos_ in ("NOUN", "PROPN", "PRON"):
            return above
        if token.dep_ not in CLIMB:
            return None
        subject = _child(above, "nsubj")
        if token.dep_ == "xcomp":
            subject = _child(above, "obj", "iobj") or subject
        if subject is None and _is_passive(above):
            subject = _child(above, "nsubj:pass") if token.dep_ != "conj" else None
        if subject is not None and subject.i != token.i:
            return subject
        token = above
    return None


def _of_noun(cue: Token) -> Token | None:
    owner = _child(cue, "nmod:poss")
    if owner is not None:
        return owner
    for child in cue.children:
        if child.dep_ in ("nmod", "obl") and any(
            c.dep_ == "case" and c.lower_ in ("of", "by", "from", "among") for c in child.children
        ):
            return child
    verb = cue.head
    if cue.dep_ in ("obj", "obl", "xcomp") and verb.pos_ == "VERB":
        return _of_predicate(verb)
    if any(child.dep_ == "cop" for child in cue.children):
        return _child(cue, "nsubj")
    return None


def nearby(cue: Token) -> tuple[tuple[int, int] | None, Token | None]:
    """The noun phrase beside a cue of quoted words: “…,” said Y, a friend; Y, a friend, said: “…”."""
    doc, sentence = cue.doc, cue.sent
    for i in range(cue.i + 1, min(cue.i + 4, sentence.end)):
        if doc[i].pos_ in ("PROPN", "PRON", "NOUN"):
            head = doc[i]
            while head.head.i > cue.i and head.head.pos_ in ("PROPN", "NOUN") and head.head != head:
                head = head.head
            return _range(head, cue), head
    for i in range(cue.i - 1, max(cue.i - 6, sentence.start - 1), -1):
        if doc[i].pos_ in ("PROPN", "PRON", "NOUN"):
            head = doc[i]
            while head.head.i < cue.i and head.head.pos_ in ("PROPN", "NOUN") and head.head != head:
                head = head.head
            return _range(head, cue), head
    return None, None
