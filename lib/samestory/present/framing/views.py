"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare import groups
from samestory.present import evidence, show

SENTENCES = 4  # of one family of cues


def wordings(wordings: pd.DataFrame) -> pd.DataFrame:
    """The wordings that stand for each other; without what only one side has."""
    both = wordings["words_a"].notna() & wordings["words_b"].notna()
    return wordings[both].drop(columns="evidence")


def headlines(articles: pd.DataFrame, one_event: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The headlines, story by story, those of stories that several groups tell first: a row an article that has one.

    `one_event` is the table of `facts.one_event`: an article that is hardly of one event with another group's stands
    among those that one tells. Columns: `story`, `group`, `headline`.
    """
    group = dict(zip(articles["article_id"], groups.of(articles, by).astype("str"), strict=True))
    apart = one_event[one_event["told"].map(group).ne(one_event["other_id"].map(group))]
    compared = articles["article_id"].isin({*apart["told"], *apart["other_id"]})
    titled = articles.assign(event=articles["event"].where(compared, articles["headline"]))
    titled = titled[titled["headline"].notna()]
    table = groups.beside(titled[["article_id", "event", "headline"]], articles, by).rename(columns={"event": "story"})
    alone = table.groupby("story")["group"].transform("nunique").le(1)
    told = table.assign(alone=alone).sort_values(["alone", "story"], kind="stable")
    return told[["story", "group", "headline"]]


def cues(cues: pd.DataFrame, rates: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """A few sentences of each family of which rates are shown, folded, under the cues marked in them.

    Of what surely stands in the outlets' own voice; none where a test was made: its finding has them.
    """
    shown = rates.loc[rates["p"].isna(), "family"]
    own = cues[cues["voice"].eq("narrator") & cues["family"].isin(shown)]
    return HTML("".join(_few(hits, str(family), articles, by) for family, hits in own.groupby("family", sort=False)))


def _few(hits: pd.DataFrame, family: str, articles: pd.DataFrame, by: str) -> str:
    """The sentences of a few cues of a family, article by article in turn."""
    few = evidence.spread(hits.drop_duplicates(["article_id", "term"]), SENTENCES)
    title = f"Cues of {family}: {show.listed(f'“{text}”' for text in few['text'])}"
    return evidence.evidence_html(few, articles, by=by, title=title)
