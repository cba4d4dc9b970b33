"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare import groups
from samestory.present import evidence


def wordings(wordings: pd.DataFrame) -> pd.DataFrame:
    """The wordings that stand for each other; without what only one side has."""
    both = wordings["words_a"].notna() & wordings["words_b"].notna()
    return wordings[both].drop(columns="evidence")


def headlines(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The headlines, story by story, those of stories that several groups tell first: a row an article that has one.

    Columns: `story`, `group`, `headline`.
    """
    titled = articles[articles["headline"].notna()]
    table = groups.beside(titled[["article_id", "event", "headline"]], articles, by).rename(columns={"event": "story"})
    alone = table.groupby("story")["group"].transform("nunique").le(1)
    told = table.assign(alone=alone).sort_values(["alone", "story"], kind="stable")
    return told[["story", "group", "headline"]]


def cues(cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the cues, folded, a family at a time."""
    families = cues.groupby("family", sort=False)
    shown = (evidence.evidence_html(hits, articles, by=by, title=f"Cues of {family}") for family, hits in families)
    return HTML("".join(shown))
