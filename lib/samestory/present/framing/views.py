"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare.framing import omission
from samestory.present import evidence
from samestory.present.framing import passages
from samestory.present.style import Chart
from samestory.present.words import charts

STROKES = 16  # lines of a chart of strokes
PARTING = 3  # pairs shown where the accounts part


def wordings(wordings: pd.DataFrame) -> pd.DataFrame:
    """The wordings that stand for each other; without what only one side has."""
    both = wordings["words_a"].notna() & wordings["words_b"].notna()
    return wordings[both].drop(columns="evidence")


def told_elsewhere(told: pd.DataFrame) -> pd.DataFrame:
    """What others tell and an article does not."""
    return told[told["status"].ne(omission.PRESENT)]


def barcode(places: pd.DataFrame, *, title: str) -> Chart:
    """A stroke for every mention, from the first word of the article to the last."""
    return charts.barcode(places, title=title, rows=STROKES)


def alone(sentences: pd.DataFrame, pairs: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences aligned with none, folded, article by article."""
    return passages.only_here(omission.only_here(sentences, pairs), articles, by=by)


def parting(
    pairs: pd.DataFrame, edits: pd.DataFrame, extents: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> HTML:
    """The aligned passages with a contrast of extent, or else the surest, side by side."""
    chosen = pairs.loc[extents["pair"].unique()] if len(extents) else pairs.head(PARTING)
    return passages.side_by_side(chosen, edits, articles, by=by, limit=PARTING)


def cues(cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the cues, folded, a family at a time."""
    families = cues.groupby("family", sort=False)
    shown = (evidence.evidence_html(hits, articles, by=by, title=f"Cues of {family}") for family, hits in families)
    return HTML("".join(shown))
