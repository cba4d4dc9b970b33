"""Over many stories: how much of what others tell too each group gives to a source, story by story."""

import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.voices.anonymity import TEST as UNNAMED
from samestory.compare.voices.anonymity import by_article as unnamed

TEST = "shared facts given to a source"


def by_article(tellings: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row an article: its `group` and `story`, the `facts` it shares with another group, those `given` to a source.

    Only facts that may be shown count, each once an article; a fact is given where any telling of it there is quoted or
    reported. `share` is missing where an article shares none.
    """
    shown = tellings[tellings["level"].eq("show")]
    shared = shown[shown.groupby("fact")["group"].transform("nunique").gt(1)]
    told = shared["voice"].ne("narrator").groupby([shared["article_id"], shared["fact"]]).any()
    counts = told.groupby("article_id").agg(facts="size", given="sum")
    table = groups.beside(articles[["article_id"]], articles, by).assign(test=TEST, story=articles["event"])
    table = table.merge(counts, on="article_id", how="left")
    table[["facts", "given"]] = table[["facts", "given"]].fillna(0).astype("int64")
    return table.assign(share=table["given"] / table["facts"].where(table["facts"].gt(0)))


def tests(
    tellings: pd.DataFrame,
    attributed: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """The family of tests on voices: facts given to a source, and sources without a name (see `inference.tests`)."""
    shares = {TEST: by_article(tellings, articles, by=by), UNNAMED: unnamed(attributed, articles, by=by)}
    measured = [inference.values(rows, test, item="test", value="share") for test, rows in shares.items()]
    return inference.tests(pd.concat(measured), articles, by=by, permutations=permutations, seed=seed)


def given(tellings: pd.DataFrame, articles: pd.DataFrame, tests: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """How much of what others tell too each group gives to a source, against all other groups together.

    One row a group: `group, facts, given, share, other_share`; `more, fewer, stories`: in how many stories told by it
    and another its share is larger or smaller than theirs; `statistic, p, p_adjusted` from `tests`.
    """
    shares = by_article(tellings, articles, by=by)
    rows = [_against_the_rest(shares, group) for group in groups.names(articles, by)]
    table = inference.beside(pd.DataFrame(rows).assign(test=TEST), tests, TEST, item="test").drop(columns="test")
    return table.assign(group=groups.in_order(table["group"], articles, by))


def _against_the_rest(shares: pd.DataFrame, group: str) -> dict:
    known = shares[shares["share"].notna()]
    mine = known["group"].eq(group)
    sums = {side: rows[["facts", "given"]].sum() for side, rows in (("mine", known[mine]), ("rest", known[~mine]))}
    each = known.assign(mine=mine).pivot_table(index="story", columns="mine", values="share", aggfunc="mean")
    paired = each.reindex(columns=[True, False]).dropna()
    apart = paired[True] - paired[False]
    own, others = (total["given"] / total["facts"] if total["facts"] else float("nan") for total in sums.values())
    return {
        "group": group, "facts": int(sums["mine"]["facts"]), "given": int(sums["mine"]["given"]), "share": own,
        "other_share": others, "more": int(apart.gt(0).sum()), "fewer": int(apart.lt(0).sum()), "stories": len(apart),
    }  # fmt: skip
