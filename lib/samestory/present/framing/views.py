"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.present import evidence


def wordings(wordings: pd.DataFrame) -> pd.DataFrame:
    """The wordings that stand for each other; without what only one side has."""
    both = wordings["words_a"].notna() & wordings["words_b"].notna()
    return wordings[both].drop(columns="evidence")


def cues(cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the cues, folded, a family at a time."""
    families = cues.groupby("family", sort=False)
    shown = (evidence.evidence_html(hits, articles, by=by, title=f"Cues of {family}") for family, hits in families)
    return HTML("".join(shown))
