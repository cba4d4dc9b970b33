"""Whether a verb of saying tells that something was said, and not only that it may be, should be or was not."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from samestory.annotate import reporting
from samestory.annotate.quotes.sources import FINITE, SEEMING, quoted_as
from samestory.corpus import known

if TYPE_CHECKING:
    from spacy.tokens import Token

UNSAID = {"not", "n't", "n’t", "never", "nor", "neither", "if", "unless", "whether"}
POSSIBLE = {"can", "could", "may", "might", "must", "should", "need"}
ANSWERING = {"respond", "answer", "reply", "react", "counter", "retaliate"}
UNREAL = {"could", "might", "should", "would"}
SET_OFF = {",", "”", '"', "–", "—"}
DUES = known.words("what is claimed as due")
OF_CLAUSES = known.words("verbs that say something only in a clause")
LETTING = known.words("verbs of letting")
PASSING_OVER = known.words("verbs of passing over what is said")
CLAUSES = ("ccomp", "xcomp")
# Verbs that give a thing its name: “a hearing called “The Way Home””.
NAMING = known.words("verbs that give a name")


def is_unsaid(cue: Token) -> bool:
    """Whether a verb of saying tells that nothing was said: it is negated, only possible, or a condition."""
    return cue.pos_ in ("VERB", "AUX", "ADJ") and any(
        c.lower_ in UNSAID or (c.tag_ == "MD" and c.dep_ == "aux") for c in cue.children if c.i < cue.i
    )


def is_denied(cue: Token) -> bool:
    """Whether a verb is negated, so that what follows was not said, in marks or not: “never said it was “lost””."""
    return any(c.lower_ in ("not", "n't", "n’t", "never") for c in cue.children if c.i < cue.i)


def only_feels(cue: Token) -> bool:
    """Whether the narrator says how somebody feels by an adjective without verb: “they were cool, fearful that …”."""
    return cue.pos_ == "ADJ" and not any(c.dep_ == "cop" for c in cue.children)


def only_seems(cue: Token) -> bool:
    """Whether the narrator makes out that something is said: “appears to be saying that …”."""
    return cue.dep_ == "xcomp" and cue.head.lemma_.lower() in SEEMING


def is_condition(cue: Token) -> bool:
    """Whether a verb only tells what would be if somebody said it: “if the mayor had claimed “all power””.

    So does one that another such verb goes on with: “if she had gone and said …”.
    """
    joined = cue.dep_ == "conj" and not any(c.dep_.startswith("nsubj") for c in cue.children)
    verb = cue.head if joined else cue
    marks = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("if", "unless") and c.i < verb.i]
    return verb.dep_ in ("advcl", "ROOT") and any(c.i == 0 or c.nbor(-1).lower_ not in ("as", "even") for c in marks)


def answers_with_a_deed(cue: Token) -> bool:
    """Whether somebody answers with what is no message: “responded with a law that …”."""
    means = (c for c in cue.children if c.dep_ == "obl" and any(t.lower_ == "with" for t in c.lefts))
    deeds = (one.pos_ == "NOUN" and reporting.cue_class(one.lemma_.lower(), "NOUN") == "other" for one in means)
    return cue.lemma_.lower() in ANSWERING and any(deeds)


def is_only_possible(cue: Token) -> bool:
    """Whether a verb tells what somebody could or should say: “leaders could claim to be “fair””."""
    return any(c.dep_ == "aux" and c.lower_ in POSSIBLE for c in cue.children)


def is_only_wanted(cue: Token) -> bool:
    """Whether a bare verb or infinitive tells no more than what is wanted, allowed or planned: “allows him to say”.

    What hangs on a verb of `data/moods.csv` after which a deed is done (“went on to say”) is said, and so is what a
    finite verb is followed by as its purpose (“wrote to say”).
    """
    if cue.tag_ != "VB" or any(c.dep_ == "aux" for c in cue.children):
        return False
    if not any(c.tag_ == "TO" for c in cue.children if c.i < cue.i):
        return cue.dep_ in ("conj", "ccomp", "xcomp") and not any(c.dep_.startswith("nsubj") for c in cue.children)
    above = cue.head
    purpose = (
        cue.dep_ == "advcl" and (above.tag_ in FINITE or above.lemma_ in _done()) and reporting.is_saying(cue.lemma_)
    )
    return not purpose and (above.lemma_.lower() not in _done() or is_unsaid(above))


def only_names(cue: Token) -> bool:
    """Whether a participle without a subject only gives a thing its name: “a bill called “The Way Home””."""
    if cue.lemma_.lower() not in NAMING or cue.tag_ not in ("VBN", "VBD") or cue.dep_ == "conj":
        return False
    return not any(c.dep_.startswith("nsubj") or c.dep_ in ("aux", "obl:agent") for c in cue.children)


def describes(cue: Token) -> bool:
    """Whether a verb only tells which people are meant, of whom nobody speaks: “voters who say the tax is too high”."""
    who = next((c for c in cue.children if c.dep_ == "nsubj"), None)
    if cue.dep_ != "acl:relcl" or who is None or who.lower_ not in ("who", "that"):
        return False
    return cue.head.tag_ == "NNS" and who.i == cue.head.i + 1


def only_goes_on(cue: Token) -> bool:
    """Whether a verb such as *continue* tells that a deed goes on, not words: “they continued to fight”."""
    return cue.lemma_.lower() in _done() and any(
        c.dep_ == "xcomp" and any(t.tag_ == "TO" for t in c.lefts) for c in cue.children
    )


def claims_a_due(cue: Token) -> bool:
    """Whether somebody claims what is due, and says nothing: “they claim asylum”, “claimed a refund”."""
    return cue.lemma_.lower() == "claim" and any(c.dep_ == "obj" and c.lemma_.lower() in DUES for c in cue.children)


def is_unreal(cue: Token) -> bool:
    """Whether a verb tells what somebody did not say: “they could have said: “Stay””."""
    helpers = [c.lower_ for c in cue.children if c.dep_ == "aux"]
    return not UNREAL.isdisjoint(helpers) and "have" in helpers


def holds_a_thing(cue: Token) -> bool:
    """Whether a verb that says something only where a clause follows governs a thing: “held his legs”."""
    things = any(c.dep_ == "obj" for c in cue.children) and not any(c.dep_ in CLAUSES for c in cue.children)
    return cue.lemma_.lower() in OF_CLAUSES and things


def passes_over(cue: Token) -> bool:
    """Whether a verb tells that somebody leaves out what another said: “ignored the argument that …”."""
    return cue.lemma_.lower() in PASSING_OVER and cue.pos_ == "VERB"


def lets(cue: Token) -> bool:
    """Whether a verb tells that somebody let a thing be: “allowed for “waivers””, but “allowed that it was late”."""
    return cue.lemma_.lower() in LETTING and not any(c.dep_ == "ccomp" for c in cue.children)


def rejects_a_claim(cue: Token) -> bool:
    """Whether somebody rejects what another is told to have claimed: “rejected Y's claim that …” tells Y's words."""
    if reporting.cue_class(cue.lemma_.lower(), cue.pos_) != "denial":
        return False
    claims = (c for c in cue.children if c.dep_ == "obj" and reporting.cue_class(c.lemma_.lower(), "NOUN") != "other")
    owned = any(t.dep_ == "nmod:poss" and t.pos_ in ("NOUN", "PROPN") for claim in claims for t in claim.lefts)
    return owned and any(t.dep_ in ("ccomp", "acl") for c in (cue, *cue.rights) for t in c.rights)


def hangs(cue: Token) -> bool:
    """Whether a verb only hangs on another word, without a comma: “an ad criticizing …”, “prompted him to hint …”."""
    if cue.tag_ not in ("VB", "VBG") or quoted_as(cue) or any(c.dep_ == "aux" for c in cue.children):
        return False
    if cue.tag_ == "VB":  # a bare verb with a subject of its own that governs its sentence is a plural: “they allege”
        return cue.head.i != cue.i or not any(c.dep_.startswith("nsubj") for c in cue.children)
    if reporting.cue_class(cue.lemma_.lower(), "VERB") == "opinion":
        return True
    if any(c.lower_ == "by" and c.dep_ == "mark" for c in cue.children):
        return True
    edge = cue.left_edge
    before = edge.nbor(-1).text if edge.i else ","
    return not cue.is_sent_start and before not in SET_OFF and edge.text not in SET_OFF


@lru_cache(maxsize=1)
def _done() -> frozenset[str]:
    """The verbs after which an infinitive is told as done."""
    rows = known.table("moods.csv", ["word", "kind", "source"])
    return frozenset(rows.loc[rows["kind"].eq("told"), "word"])


# Of a verb that could tell some words: what says that it tells none.
NO_WORDS = (
    is_only_wanted,
    only_names,
    only_goes_on,
    claims_a_due,
    is_unreal,
    holds_a_thing,
    passes_over,
    lets,
    rejects_a_claim,
)
