"""Whether a negation denies a figure, or only an act about what is there: "did not hire 40", "did not appeal to 40".

A not before the number, of the number as predicate, or of a verb that brings about, holds or measures what it is said
of denies the figure. A not of any other verb leaves it open: of 30 villages that nobody visited there are 30, and of 30
tanks that nobody saw perhaps none.
"""

from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate import reporting
from samestory.annotate.figures import acts
from samestory.annotate.figures.counted import TOTALS, VERBS_OF_AMOUNT

if TYPE_CHECKING:
    from spacy.tokens import Token

BRINGING = known.words("verbs that bring about or hold what they are said of")
LEADING = known.words("verbs of leading to an amount")
MOVING = known.words("verbs of amount that are verbs of motion too")
HANDING_DOWN = known.words("verbs that hand a negation down")
GIVING = known.words("verbs of giving to people")
UNDONE = known.words("words for what is not done")
WITHIN = ("nummod", "conj", "appos", "compound")  # what is part of the phrase that is counted
MEASURED = ("to", "by", "at", "of", "in")  # behind a verb of amount: did not rise by 40


def ranges(amount: "Token", noun: "Token | None") -> bool:
    """Whether what denies the verb of a figure denies the figure."""
    token = amount
    while token.head.i != token.i and _of_it(token):
        token = token.head
    verb = token.head
    if token.dep_ == "nmod":
        return False  # no flights with 150 people
    if token.i == verb.i or verb.pos_ not in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children):
        return True  # it is not 40; not 40 people
    particle = next((f" {child.lower_}" for child in verb.children if child.dep_ == "compound:prt"), "")
    lemma = verb.lemma_.lower() + particle  # to win over is not to win
    given = lemma in GIVING and noun is not None and reporting.is_people(noun.lemma_)
    if given or verb.doc[verb.i + 1 : verb.i + 2].text.lower() == "over":
        return False
    if token.dep_.startswith("obl"):
        case = next((child.lower_ for child in token.children if child.dep_ == "case"), "")
        moved = lemma in MOVING and noun is not None and noun.i > amount.i
        return (lemma in VERBS_OF_AMOUNT | LEADING or case == "by") and case in MEASURED and not moved
    return lemma in VERBS_OF_AMOUNT | BRINGING | LEADING or acts.is_act(lemma)


def _of_it(token: "Token") -> bool:
    """Whether the word above belongs to the phrase that is counted: 40 people, a total of 40 people."""
    above = token.head
    inside = token.dep_.split(":")[0] in WITHIN and above.pos_ != "VERB"
    return inside or (token.dep_ == "nmod" and above.lemma_.lower() in TOTALS)


def handed_down(token: "Token", below: "Token | None") -> bool:
    """Whether a negated word denies the clause below it: I do not think that 40 came; not: saw 40 come."""
    clause = below is not None and below.dep_ in ("ccomp", "csubj")
    return not clause or token.pos_ == "ADJ" or token.lemma_.lower() in HANDING_DOWN


def undone(token: "Token", below: "Token | None") -> bool:
    """Whether a word says that what stands below it is not done: failed to win 60 votes, unable to find 40 men."""
    to_do = below is not None and below.dep_ in ("xcomp", "ccomp") and any(w.lower_ == "to" for w in below.lefts)
    return to_do and token.lemma_.lower() in UNDONE
