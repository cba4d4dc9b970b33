"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare import groups
from samestory.present import evidence


def wordings(wordings: pd.DataFrame) -> pd.DataFrame:
    """The wordings that stand for each other; without what only one side has."""
    both = wordings["words_a"].notna() & wordings["words_b"].notna()
    return wordings[both].drop(columns="evidence")


def headlines(
    articles: pd.DataFrame,
    headline_labels: pd.DataFrame,
    headline_figures: pd.DataFrame,
    headline_cues: pd.DataFrame,
    *,
    by: str = "outlet",
) -> pd.DataFrame:
    """The headlines, story by story, those first in which something was found: a row an article that has one.

    Columns: `story`, `group`, `headline`, `labels`, `figures`, `cues`: the words found, in their order.
    """
    titled = articles[articles["headline"].notna()]
    table = groups.beside(titled[["article_id", "event", "headline"]], articles, by).rename(columns={"event": "story"})
    for name, spans in (("labels", headline_labels), ("figures", headline_figures), ("cues", headline_cues)):
        found = spans.groupby("article_id", sort=False)["text"].agg("; ".join)
        table[name] = table["article_id"].map(found)
    found = table[["labels", "figures", "cues"]].notna().any(axis=1).groupby(table["story"]).transform("any")
    told = table.assign(found=~found).sort_values(["found", "story"], kind="stable")
    return told[["story", "group", "headline", "labels", "figures", "cues"]].dropna(axis="columns", how="all")


def cues(cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the cues, folded, a family at a time."""
    families = cues.groupby("family", sort=False)
    shown = (evidence.evidence_html(hits, articles, by=by, title=f"Cues of {family}") for family, hits in families)
    return HTML("".join(shown))
