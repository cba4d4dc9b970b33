"""How often sources stay unnamed, by outlet, and whether chance explains the difference."""

import pandas as pd

from samestory.annotate import spans
from samestory.compare import groups, inference
from samestory.compare.voices.sources import with_own_reporters

TEST = "anonymous sources"


def anonymity(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    tests: pd.DataFrame | None = None,
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """How many attributions of each group go to an anonymous source, against all other groups together.

    One row a group: `group`, `attributions`, `anonymous`, `share` with its Wilson interval `low`, `high`, `articles`
    (with an attribution), `other_share`, and `statistic`, `p`, `p_adjusted` of the articles' shares from the family of
    `tests` (`inference.tests`, with the values of `by_article`, test TEST); without, they are a family of their own.
    """
    shares = by_article(quotes, articles, by=by)
    if tests is None:
        measured = inference.values(shares, TEST, item="test", value="share")
        tests = inference.tests(measured, articles, by=by, permutations=permutations, seed=seed)
    table = pd.DataFrame([_against_the_rest(shares, group) for group in groups.names(articles, by)])
    table = inference.beside(table.assign(test=TEST), tests, TEST, item="test").drop(columns="test")
    return table.assign(group=groups.in_order(table["group"], articles, by))


def by_article(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row an article: `article_id`, its `group`, `test`, `attributions`, `anonymous` and their `share`.

    What counts as one is said in `spans.statements`; what an outlet's own reporter says is no attribution to a source.
    The share is missing where the article attributes nothing.
    """
    told = spans.statements(with_own_reporters(quotes, articles))
    sourced = told[told["source_class"].ne("own reporter")]
    unnamed = sourced["source_class"].eq("anonymous")
    counts = unnamed.groupby(sourced["article_id"]).agg(attributions="size", anonymous="sum")
    table = (
        groups.beside(articles[["article_id"]], articles, by)
        .assign(test=TEST)
        .merge(counts, on="article_id", how="left")
    )
    table[["attributions", "anonymous"]] = table[["attributions", "anonymous"]].fillna(0).astype("int64")
    return table.assign(share=table["anonymous"] / table["attributions"].where(table["attributions"].gt(0)))


def _against_the_rest(shares: pd.DataFrame, group: str) -> dict:
    known = shares[shares["share"].notna()]
    mine = known["group"].eq(group).to_numpy()
    said, unnamed = (int(known.loc[mine, column].sum()) for column in ("attributions", "anonymous"))
    others, others_unnamed = (int(known.loc[~mine, column].sum()) for column in ("attributions", "anonymous"))
    low, high = inference.wilson(unnamed, said)
    return {
        "group": group,
        "attributions": said,
        "anonymous": unnamed,
        "share": unnamed / said if said else float("nan"),
        "low": float(low),
        "high": float(high),
        "articles": int(mine.sum()),
        "other_share": others_unnamed / others if others else float("nan"),
    }
