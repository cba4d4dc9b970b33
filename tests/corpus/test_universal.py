"""Parses in the CLEAR style, written by hand, and what they are in Universal Dependencies."""

import pytest
import spacy
from samestory.corpus import universal
from spacy.tokens import Doc

# word/class/relation/head (from 1; 0 is the root), once as CLEAR has them and once as Universal Dependencies does
SENTENCES = [
    (
        "The/DET/det/2 town/NOUN/nsubjpass/4 was/AUX/auxpass/4 shelled/VERB/ROOT/0 by/ADP/agent/4 rebels/NOUN/pobj/5",
        "det/2 nsubj:pass/4 aux:pass/4 ROOT/4 case/6 obl:agent/4",
        "an agent",
    ),
    (
        "Men/NOUN/nsubj/2 are/AUX/ROOT/0 dead/ADJ/acomp/2 in/ADP/prep/2 Oslo/PROPN/pobj/4",
        "nsubj/3 cop/3 ROOT/3 case/5 obl/3",
        "a copula; a preposition that hangs on it",
    ),
    (
        "Men/NOUN/nsubj/2 ate/VERB/ROOT/0 ,/PUNCT/punct/2 drank/VERB/conj/2 and/CCONJ/cc/4 slept/VERB/conj/4",
        "nsubj/2 ROOT/2 punct/2 conj/2 cc/6 conj/2",
        "a chain of conjuncts becomes a bunch",
    ),
    (
        "They/PRON/nsubj/2 left/VERB/ROOT/0 without/ADP/prep/2 seeing/VERB/pcomp/3 her/PRON/dobj/4",
        "nsubj/2 ROOT/2 mark/4 advcl/2 obj/4",
        "a clause after a preposition",
    ),
    (
        "Talks/NOUN/ROOT/0 on/ADP/prep/1 Oslo/PROPN/poss/5 's/PART/case/3 budget/NOUN/pobj/2",
        "ROOT/1 case/5 nmod:poss/5 case/3 nmod/1",
        "a preposition on a noun; a possessor",
    ),
]


@pytest.mark.parametrize(("clear", "expected", "why"), SENTENCES)
def test_relations(clear, expected, why):
    rows = [word.rsplit("/", 3) for word in clear.split(" ")]
    heads = [int(head) - 1 if head != "0" else i for i, (*_, head) in enumerate(rows)]
    lemmas = ["be" if word in ("are", "was") else word for word, *_ in rows]
    words, pos, deps = ([row[k] for row in rows] for k in range(3))
    doc = Doc(spacy.blank("en").vocab, words=words, pos=pos, deps=deps, heads=heads, lemmas=lemmas)
    found = zip(*universal.relations(doc), strict=True)
    assert " ".join(f"{relation}/{head + 1}" for head, relation in found) == expected, why


def test_the_style_is_told_by_its_labels():
    assert universal.is_clear(("nsubjpass", "dobj", "pobj", "det"))
    assert not universal.is_clear(("nsubj:pass", "obj", "obl", "det"))
