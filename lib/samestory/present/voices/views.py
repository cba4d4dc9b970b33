"""The tables of notebook 3 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.present import evidence
from samestory.present.voices import findings

SENTENCES = 30


def verbs(verbs: pd.DataFrame) -> pd.DataFrame:
    """The verbs of saying of each group, with their counts."""
    return verbs.drop(columns="evidence")


def quotations(quotations: pd.DataFrame) -> pd.DataFrame:
    """The ledger of quotations: the words, who is said to have spoken them, and where."""
    return quotations[["text", "speakers", "groups", "wordings", "conflict"]]


def constructions(constructions: pd.DataFrame) -> pd.DataFrame:
    """How the clauses of harm are built in each group."""
    told = constructions[constructions["harm"]].drop(columns=["evidence", "harm"])
    return told.assign(construction=told["construction"].map(findings.CONSTRUCTIONS))


def harm(harm: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """Every clause of harm in its sentence, folded."""
    return evidence.show(harm, articles, by=by, title="Every clause of harm", limit=SENTENCES)
