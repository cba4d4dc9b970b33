"""How often sources stay unnamed, by outlet, and whether chance explains the difference."""

import pandas as pd

from samestory.annotate import spans
from samestory.compare import groups, inference

SOURCES = ("named", "role", "organisation", "document", "collective", "anonymous", "own reporter")


def anonymity(
    quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", permutations: int = 2000, seed: int = 1
) -> pd.DataFrame:
    """How many attributions of each group go to an anonymous source, against all other groups together.

    One row a group: `group`, `attributions`, `anonymous`, `share` with its Wilson interval `low`, `high`,
    `articles` (with an attribution), `other_share`, `p` and `p_adjusted` (Holm). p is that of the difference between
    the articles' mean shares, articles permuted within the events that several groups tell; missing where there is no
    other side.
    """
    shares = by_article(quotes, articles, by=by)
    rows = [_against_the_rest(shares, group, permutations, seed) for group in groups.names(articles, by)]
    table = pd.DataFrame(rows)
    return table.assign(group=groups.in_order(table["group"], articles, by), p_adjusted=inference.holm(table["p"]))


def by_article(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row an article: `article_id`, its `group`, `event`, `attributions`, `anonymous` and their `share`.

    The pieces of one attribution count once; words without a source, attitudes and scare quotes are no attributions.
    The share is missing where the article attributes nothing.
    """
    said = spans.speech(quotes) & quotes["source_class"].isin(SOURCES)
    sourced = quotes[said].drop_duplicates(["article_id", "attribution"])
    unnamed = sourced["source_class"].eq("anonymous")
    counts = unnamed.groupby(sourced["article_id"]).agg(attributions="size", anonymous="sum")
    table = groups.beside(articles[["article_id", "event"]], articles, by).merge(counts, on="article_id", how="left")
    table[["attributions", "anonymous"]] = table[["attributions", "anonymous"]].fillna(0).astype("int64")
    return table.assign(share=table["anonymous"] / table["attributions"].where(table["attributions"].gt(0)))


def _against_the_rest(shares: pd.DataFrame, group: str, permutations: int, seed: int) -> dict:
    known = shares[shares["share"].notna()]
    mine = known["group"].eq(group).to_numpy()
    said, unnamed = (int(known.loc[mine, column].sum()) for column in ("attributions", "anonymous"))
    others, others_unnamed = (int(known.loc[~mine, column].sum()) for column in ("attributions", "anonymous"))
    low, high = inference.wilson(unnamed, said)
    blocks = inference.strata(known["group"], known["event"])
    return {
        "group": group,
        "attributions": said,
        "anonymous": unnamed,
        "share": unnamed / said if said else float("nan"),
        "low": float(low),
        "high": float(high),
        "articles": int(mine.sum()),
        "other_share": others_unnamed / others if others else float("nan"),
        "p": inference.permutation_p(known["share"], mine, blocks, permutations=permutations, seed=seed),
    }
