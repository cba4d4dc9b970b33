"""What is said of a report: the claim that 12 died proved false, he called the figure of 300 a lie.

Read word by word, from the noun of the report and what binds the figure to it (`that`, `of`) to the verdict: parsers
often take the verdict for a part of the report.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from samestory import known
from samestory.annotate.figures.acts import NEGATIONS

if TYPE_CHECKING:
    from spacy.tokens import Token

CONTENT = known.words("nouns of unproved reports")
REPORTS = CONTENT | known.words("nouns of a number told")
UNTRUE = known.words("what an untrue report is called")
TRUE = known.words("what a true report is called")
PROVING = known.words("verbs of proving")
CALLING = known.words("verbs of calling a report something")
BINDING, OF = ("that", "of", "about", "claiming", "saying", "alleging"), ("of", "about")
DEFINITE = known.words("before what is known")
PASSED = frozenset({"DET", "ADV", "ADJ", "PART", "ADP", "PRON"})  # what may stand between a verdict and its verb
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
BOUND = 4  # words between a report and what binds the figure to it: the claim by the rebels that
REACH = 24  # words to either side of the figure that are looked at


def belied(amount: "Token") -> str:
    """`false` where a figure's report is shown to be untrue, `denied` where somebody calls it so, else ''.

    Of what a report says to be false the report is not: in "the claim that 300 votes were fake" nothing is belied.
    """
    opens, closes = max(amount.sent.start, amount.i - REACH), min(amount.sent.end, amount.i + REACH)
    before = _clause(amount.doc[k] for k in range(amount.i - 1, opens - 1, -1))
    after = _clause(amount.doc[amount.i + 1 : closes])
    place = next((k for k, token in enumerate(before) if token.lemma_.lower() in REPORTS), None)
    verdict = next((k for k, token in enumerate(after) if _untrue(token)), None)
    binding = [] if place is None else [token.lower_ for token in before[max(0, place - BOUND) : place]]
    bound = next((word for word in reversed(binding) if word in BINDING), "")
    assumed = bound in OF and any(token.lower_ in DEFINITE for token in before[:1])  # the report of the 300 who came
    if place is None or verdict is None or not bound or assumed:
        return ""
    lead = after[:verdict]
    while lead and (lead[-1].pos_ in PASSED or lead[-1].lower_ in ("be", "been", "being", "have")):
        lead.pop()
    verb = lead[-1].lemma_.lower() if lead else ""
    if verb in PROVING or verb in CALLING:
        told = bound in OF or any(token.tag_ in FINITE for token in lead[:-1])
        return ("false" if verb in PROVING else "denied") if told else ""
    above = next((token for token in before[place + 1 :] if token.pos_ not in PASSED), None)
    return "denied" if above is not None and above.lemma_.lower() in CALLING and _plain(lead) else ""


def _clause(words: "Iterable[Token]") -> "list[Token]":
    return list(takewhile(lambda token: token.text not in (",", ";", ":", "but"), words))


def _untrue(token: "Token") -> bool:
    after = token.nbor(1).lower_ if token.i + 1 < token.sent.end else ""
    denied = token.lower_ in NEGATIONS and after in TRUE
    return denied or token.lower_ in UNTRUE or f"{token.lower_} {after}" in UNTRUE


def _plain(words: "list[Token]") -> bool:
    """Whether no verb stands among the words between a figure and what its report is called."""
    return not any(token.tag_ in FINITE for token in words)
