"""The verb of saying a figure depends on, and its subject: `police said 12 died`, `12 died, police said`.

Verbs are those of `data/cue_verbs.csv`; a few that counters use (register, put) also govern a figure as their object.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from samestory.annotate import reporting
from samestory.annotate.figures import status, within
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

Offsets = tuple[int, int]
COUNTING = known.words("verbs of counting and showing")
QUOTING = known.words("verbs of quoting")
RELATIVE = known.words("relative pronouns")
NOBODY = RELATIVE | {"it", "i", "we", "you"}
REFUSING = known.words("verbs of not saying")
NAMING = ("NOUN", "PROPN")
BELONGING = ("flat", "compound", "nmod", "nmod:poss", "conj", "fixed")


@lru_cache(maxsize=1)
def _cues() -> frozenset[str]:
    rows = known.table("cue_verbs.csv", ["lemma", "pos", "class", "source"])
    telling = rows["pos"].eq("verb") & rows["class"].ne("knowledge")
    return frozenset(rows.loc[telling, "lemma"]) | COUNTING


@lru_cache(maxsize=1)
def _said() -> frozenset[str]:
    """The forms in -s, in -ing and of the past of the verbs that report words or evidence."""
    rows = known.table("cue_verbs.csv", ["lemma", "pos", "class", "source"])
    telling = rows["pos"].eq("verb") & rows["class"].isin(reporting.WORDS | {"evidence"})
    found = {"said", "told", "wrote", "found", "thought"}
    for verb in rows.loc[telling, "lemma"]:
        stem = verb[:-1] + "i" if verb.endswith("y") and verb[-2:-1] not in tuple("aeou") else verb
        found |= {
            verb + "s",
            stem + "es",
            stem.removesuffix("e") + "ed",
            verb.removesuffix("e") + "ing",
            stem + stem[-1] + "ed",
        }
    return frozenset(found)


def said(word: str) -> bool:
    """Whether a word in small letters is a form of a verb that reports words or evidence, not the bare one."""
    return word in _said()


def speaker(token: "Token") -> Offsets | None:
    """The subject of the nearest verb of saying above the figure, or beside it, as offsets."""
    for verb in _verbs(token):
        subject = _subject(verb, token)
        if subject is not None:
            return _noun_phrase(subject, token)
    return None


def _verbs(token: "Token") -> Iterator["Token"]:
    """Verbs whose content the figure stands in: a clause of any verb of saying, an object only of a counting one."""
    below = token
    for above in (token, *token.ancestors):
        if aside(below):
            return
        beside = (child for child in above.children if child.dep_ == "parataxis" and not _holds(child, token))
        yield from (child for child in beside if _tells(child.lemma_.lower()) and not _told_behind(child, token))
        told = _tells(above.lemma_.lower()) if below.dep_ == "parataxis" else above.lemma_.lower() in _cues()
        clause = below.dep_ in ("ccomp", "parataxis") and told and not (_let(below, above) or _tells_itself(below))
        held = clause and not (within.identifies(token, above) or within.before_it(token, above))
        if above.i != token.i and (held or _counts(below, above, token)) and not unsaid(above):
            yield above
        below = above


def _counts(below: "Token", verb: "Token", token: "Token") -> bool:
    """Whether a verb of counting has the figure as its object, or a verb of saying a clause read as a noun."""
    counted = below.dep_ == "obj" and verb.lemma_.lower() in COUNTING and not puts(verb)
    alone = below.dep_ == "obj" and below.i == token.i and token.pos_ == "NUM" and verb.lemma_ in ("say", "claim")
    return alone or (counted and not within.remote(token, verb)) or _misread(below, verb)


def puts(verb: "Token") -> bool:
    """Whether somebody puts a thing somewhere, and no number at 12: who puts 12 bills forward counts none."""
    return verb.lemma_.lower() == "put" and not any(
        child.dep_ == "case" and child.lower_ == "at" for word in verb.children for child in word.children
    )


def _misread(below: "Token", above: "Token") -> bool:
    """Whether the verb of what is said was read as a noun: she says its offer amounts to $12."""
    read = (child for child in above.children if child.dep_ == "ccomp" and child.tag_ == "NNS" and child.i < below.i)
    return below.dep_ == "obl" and reporting.is_saying(above.lemma_) and any(read)


def unsaid(cue: "Token") -> bool:
    """Whether somebody does not say it: he did not confirm, declined to confirm, could not verify that 12 had died."""
    above = cue.head if cue.dep_ == "xcomp" else None
    refused = REFUSING & {word.lemma_.lower() for word in (cue, above) if word is not None}
    return bool(refused) or any(child.dep_ == "advmod" and child.lower_ in status.NEGATIONS for child in cue.children)


def aside(clause: "Token") -> bool:
    """Whether a relative clause or apposition only adds to what is said: bump stocks, which fire hundreds of rounds."""
    opens = clause.left_edge
    return opens.text in (",", "—", "–", "--", "-", "(") and clause.dep_ == "acl:relcl" and clause.head.i < opens.i


def _tells(verb: str) -> bool:
    """Whether a clause beside another with this verb says whose the other is: New Mexico saw a decline says nothing."""
    return reporting.is_saying(verb) or verb in COUNTING


def _let(clause: "Token", verb: "Token") -> bool:
    """Whether a verb lets or has somebody do something: the shop allows buyers to begin with $10."""
    infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in clause.children)
    return infinitive and reporting.cue_class(verb.lemma_.lower(), "VERB") == "concession"


def _tells_itself(clause: "Token") -> bool:
    """Whether a clause beside another says whose it is: of “Half say …, 23% say …” neither is what the other says."""
    return clause.dep_ == "parataxis" and _tells(clause.lemma_.lower())


def _told_behind(verb: "Token", token: "Token") -> bool:
    """Whether the verb stands behind the figure and what it tells behind the verb."""
    return verb.i > token.i and any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)


def _subject(verb: "Token", token: "Token") -> "Token | None":
    arguments = [child for child in verb.children if not _holds(child, token)]
    agents = [child for child in arguments if child.dep_ == "obl:agent" or (child.dep_ == "obl" and _by(child))]
    subjects = [child for child in arguments if child.dep_ == "nsubj" and not _placed(child)]
    named = (agents or subjects)[-1:] or _quoted(verb)
    if not named or any(_numeral(word) or word.lower_ in ("%", "percent") for word in _before(named[0])):
        return None
    subject = named[0]
    if subject.lower_ in RELATIVE and verb.dep_.startswith("acl"):
        return verb.head if verb.head.pos_ in NAMING and verb.head.i != token.i else None
    return subject if subject.pos_ in (*NAMING, "PRON") and subject.lower_ not in NOBODY else None


def _placed(token: "Token") -> bool:
    """Behind a preposition nothing is a subject, whatever the parse says: in the province, a leader said."""
    return any(child.dep_ == "case" and child.lower_ in ("in", "at", "on", "from", "near") for child in token.children)


def _by(token: "Token") -> bool:
    passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in token.head.children)
    return passive and any(child.dep_ == "case" and child.lower_ == "by" for child in token.children)


def _quoted(verb: "Token") -> list["Token"]:
    """Whom a paper quotes: quoted an official as saying, cited an official saying. The paper is not the source."""
    if verb.tag_ != "VBG":
        return []
    if verb.dep_ == "acl":
        return [verb.head]
    quoting = verb.head.lemma_.lower() in QUOTING
    return [child for child in verb.head.children if quoting and child.dep_ == "obj"]


def _numeral(word: "Token") -> bool:
    """A number, but not the one of `one large firm`."""
    return word.like_num and word.lower_ != "one"


def _before(head: "Token") -> Iterator["Token"]:
    return (word for word in head.subtree if word.i <= head.i)


def _noun_phrase(head: "Token", token: "Token") -> Offsets:
    """The speaker with what stands before it and its of-phrase, without relative clauses and appositions."""
    right = head
    for child in head.rights:
        beside = child.dep_ == "appos" and child.pos_ == "PROPN" and child.left_edge.i == right.i + 1
        if (beside or child.dep_ in BELONGING) and child.i - right.i < 8 and not _holds(child, token):
            right = child.right_edge if child.dep_ != "conj" else child
        elif child.dep_ not in ("punct", "cc"):
            break
    left = head.left_edge
    while left.i < head.i and (left.is_punct or left.dep_ in ("cc", "mark", "advmod", "case")):
        left = left.nbor(1)
    return left.idx, right.idx + len(right)


def _holds(token: "Token", inner: "Token") -> bool:
    return token.left_edge.i <= inner.i <= token.right_edge.i
