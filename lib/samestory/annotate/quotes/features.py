"""What speaks for and against a candidate being an attribution, as named features.

The features are of syntax (how the content hangs on the cue), of the cue (its class in `data/cue_verbs.csv`, its senses
in `data/word_senses.csv`), of the source (a person, a pronoun, a report, nobody) and of the content (quotation marks,
its first word, its length).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samestory.annotate import reporting
from samestory.annotate.quotes.candidates import Candidate

if TYPE_CHECKING:
    from spacy.tokens import Token

PRONOUNS = {
    "i": "i", "we": "we", "you": "you", "he": "person", "she": "person", "they": "they", "it": "it", "this": "it",
    "who": "who", "that": "which", "which": "which", "one": "they", "his": "person", "her": "person", "their": "they",
    "my": "i", "our": "we", "your": "you", "its": "it",
}  # fmt: skip
MODALS = {"would", "could", "should", "may", "might", "can", "will", "must", "’ll", "'ll", "’d", "'d"}
STARTS = {"that", "to", "whether", "if", "what", "how", "why", "who", "which", "as", "of", "about", "for"}
LEARNT = {"forecast": "warning"}  # the classes of the weights, which were learnt when a forecast was called a warning
LENGTHS = ((1, "1"), (3, "2-3"), (7, "4-7"), (15, "8-15"), (30, "16-30"))


def features(candidate: Candidate, siblings: str) -> Iterator[tuple[str, float]]:
    """The features of a candidate with their values; `siblings` names the other relations of the same cue."""
    cue = candidate.cue
    lemma, pos, relation = cue.lemma_.lower(), cue.pos_, candidate.relation
    if relation.startswith("according"):
        lemma, pos = "according", "VERB"
    kind = LEARNT.get(kind := reporting.cue_class(lemma, pos), kind)
    source = source_kind(candidate)
    general = relation.split(":")[0]
    yield "bias", 1.0
    for name in (
        f"{pos}|{relation}",
        f"{pos}|{general}",
        f"class={kind}|{pos}",
        f"class={kind}|{general}",
        f"lemma={lemma}|{pos}",
        f"lemma={lemma}|{general}",
        f"source={source}|{pos}",
        f"source={source}|{general}",
        f"siblings={siblings}|{relation}",
        f"tag={cue.tag_}|{general}",
        f"dep={cue.dep_}|{pos}",
        f"starts={_start(candidate)}|{general}",
        f"length={_length(candidate)}|{general}",
        f"quoted={candidate.quoted}|{general}",
        f"place={candidate.place}",
        *_about(cue, general),
    ):
        yield name, 1.0
    for sense, share in reporting.senses(lemma, pos):
        yield f"sense={sense}|{pos}", share
        yield f"sense={sense}|{general}", share


def _about(cue: "Token", general: str) -> Iterator[str]:
    """What stands beside a cue: not, a modal, the auxiliary of a passive, a copula."""
    for child in cue.children:
        if child.dep_ == "advmod" and child.lower_ in ("not", "n’t", "n't", "never"):
            yield "negated"
        elif child.dep_ == "aux" and child.lower_ in MODALS:
            yield f"modal|{general}"
        elif child.dep_ == "aux:pass":
            yield f"passive|{general}"
        elif child.dep_ == "cop":
            yield f"copula|{general}"


def source_kind(candidate: Candidate) -> str:
    """What kind of word the source is, for the features: a pronoun, a name, a person, a group, a document, or none."""
    head = candidate.head
    if head is None:
        return "none"
    if head.lower_ in PRONOUNS:
        return PRONOUNS[head.lower_]
    if head.pos_ == "PROPN":
        return "name"
    senses = reporting.senses(head.lemma_.lower(), "NOUN")
    return max(senses, key=lambda sense: sense[1])[0] if senses else "other"


def _start(candidate: Candidate) -> str:
    first = candidate.words[0] if candidate.words else ""
    return first if first in STARTS else "other"


def _length(candidate: Candidate) -> str:
    count = len(candidate.words)
    return next((name for most, name in LENGTHS if count <= most), "31+")
