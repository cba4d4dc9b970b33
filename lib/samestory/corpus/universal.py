"""Parses in the relations of spaCy's own English pipelines (the CLEAR style) as Universal Dependencies.

So that another installed pipeline can be named and nothing else changes. The rules are those by which the two schemes
differ: prepositions and copulas are heads in one, dependents in the other, and coordination is a chain or a bunch
(Schuster & Manning 2016; the relations as in the CLEAR guidelines, Choi & Palmer 2012).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLEAR_ONLY = {"nsubjpass", "dobj", "pobj"}
RENAMED = {
    "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj", "dative": "iobj",
    "poss": "nmod:poss", "relcl": "acl:relcl", "prt": "compound:prt", "predet": "det:predet", "preconj": "cc:preconj",
    "neg": "advmod", "quantmod": "advmod", "npadvmod": "obl:unmarked", "oprd": "xcomp", "acomp": "xcomp",
    "attr": "xcomp", "intj": "discourse", "meta": "dep", "nn": "compound",
}  # fmt: skip
CLAUSAL = {"VERB", "AUX", "ADJ", "ADV"}


def is_clear(labels: Iterable[str]) -> bool:
    """Whether a parser's relations are of the CLEAR style."""
    return CLEAR_ONLY.issubset(labels)


def relations(doc: Doc) -> tuple[list[int], list[str]]:
    """The head (token number; a root's is its own) and Universal relation of each token of a CLEAR parse."""
    heads = [token.head.i for token in doc]
    deps = [token.dep_ for token in doc]
    _conjuncts_to_first(doc, heads, deps)
    _prepositions_below(doc, heads, deps)
    _copulas_below(doc, heads, deps)
    return heads, [RENAMED.get(dep, dep) for dep in deps]


def _conjuncts_to_first(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """A chain of conjuncts becomes a bunch under the first; the conjunction goes to the conjunct after it."""
    for i, dep in enumerate(deps):
        while dep == "conj" and deps[heads[i]] == "conj":
            heads[i] = heads[heads[i]]
    for i, dep in enumerate(deps):
        if dep == "cc":
            first = heads[i] if deps[heads[i]] != "conj" else heads[heads[i]]
            after = [j for j, other in enumerate(deps) if other == "conj" and heads[j] == first and j > i]
            heads[i] = min(after, default=heads[i])


def _prepositions_below(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """The object of a preposition takes its place in the tree; the preposition becomes its case or mark."""
    for i, dep in enumerate(deps):
        if dep in ("pobj", "pcomp"):
            above = heads[i]
            governor = heads[above]
            clausal = doc[governor].pos_ in CLAUSAL
            if dep == "pcomp":
                relation = "advcl" if clausal else "acl"
            elif deps[above] == "agent":
                relation = "obl:agent"
            else:
                relation = "obl" if clausal else "nmod"
            if deps[above] in ("prep", "agent", "dative"):
                heads[i], deps[i] = governor, relation
                heads[above], deps[above] = i, "case" if dep == "pobj" else "mark"


def _copulas_below(doc: Doc, heads: list[int], deps: list[str]) -> None:
    """A predicate after *be* takes over its place and dependents; *be* becomes its copula."""
    for i, dep in enumerate(deps):
        verb = heads[i]
        if dep in ("attr", "acomp") and doc[verb].lemma_ == "be" and deps[verb] != "cop":
            moved = [j for j, head in enumerate(heads) if head == verb and j not in (i, verb)]
            heads[i], deps[i] = (heads[verb] if heads[verb] != verb else i), deps[verb]
            for j in moved:
                heads[j] = i
            heads[verb], deps[verb] = i, "cop"
