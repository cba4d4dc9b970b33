"""How often each outlet uses the cues of a family, in its own voice and in others', article by article."""

import pandas as pd

from samestory.annotate.cues import FUNCTIONS
from samestory.compare import groups, inference

PER = 1000  # words
FEW = 4  # articles a group below which no difference of rate is tested


def rates(
    cues: pd.DataFrame,
    words: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """The rate of each family of cues in each group, one row each.

    Columns: `family`, `group`, `hits`, of them `own` (in the article's own voice: neither quoted nor attributed; all of
    them where `cues` has no `voice`), `articles` with a hit `of` all, `words`, `per_1000` (hits in own voice in 1,000
    words: the mean over articles), `other_per_1000` (that of the other groups), and, from FEW articles a group on, `p`
    (the means of the group's articles against the others', articles permuted within events) and `p_adjusted` (Holm).
    """
    each = by_article(cues, words, articles, by=by)
    rows = [
        _row(family, group, told, permutations, seed)
        for family, told in each.groupby("family", sort=False)
        for group in groups.names(articles, by)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    tested = table["p"].notna()
    table.loc[tested, "p_adjusted"] = inference.holm(table.loc[tested, "p"].to_numpy())
    return table.assign(group=groups.in_order(table["group"], articles, by))


COLUMNS = [
    "family", "group", "hits", "own", "articles", "of", "words", "per_1000", "other_per_1000", "p", "p_adjusted",
]  # fmt: skip


def by_article(cues: pd.DataFrame, words: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row an article and family: `family`, `article_id`, `group`, `event`, `hits`, `own`, `words`, `per_1000`."""
    own = cues["voice"].eq("narrator") if "voice" in cues else pd.Series(True, index=cues.index)
    counted = cues.assign(own=own).groupby(["family", "article_id"])["own"].agg(hits="size", own="sum")
    families = list(dict.fromkeys(cues["family"]))
    index = pd.MultiIndex.from_product([families, articles["article_id"]], names=["family", "article_id"])
    table = counted.reindex(index, fill_value=0).reset_index()
    table = groups.beside(table, articles, by, "event")
    table["words"] = table["article_id"].map(words.groupby("article_id").size()).fillna(0).astype("int64")
    return table.assign(per_1000=PER * table["own"] / table["words"].clip(lower=1))


def _row(family: object, group: object, told: pd.DataFrame, permutations: int, seed: int) -> tuple:
    mine = told["group"].eq(group).to_numpy()
    held = told[mine]
    p = float("nan")
    if min(mine.sum(), (~mine).sum()) >= FEW:
        blocks = inference.strata(told["group"], told["event"])
        p = inference.permutation_p(told["per_1000"], mine, blocks, permutations=permutations, seed=seed)
    return (
        family, group, int(held["hits"].sum()), int(held["own"].sum()), int(held["hits"].gt(0).sum()), len(held),
        int(held["words"].sum()), held["per_1000"].mean(), told.loc[~mine, "per_1000"].mean(), p, float("nan"),
    )  # fmt: skip


def of_families(cues: pd.DataFrame, families: tuple[str, ...]) -> pd.DataFrame:
    """The cues of some families."""
    return cues[cues["family"].isin(families)]


def four_functions(functions: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What may serve Entman's four functions in each article: a row an article, a column of quoted passages each.

    `functions` is the span table of `annotate.cues.functions`. Columns: `group`, `problem`, `cause`, `evaluation`,
    `remedy`: the passages in the order of the text, joined by ` | `; missing where no pattern matched.
    """
    quoted = functions.groupby(["article_id", "family"], sort=False)["text"].agg(" | ".join).unstack("family")
    table = groups.beside(articles[["article_id"]], articles, by)
    return table.join(quoted.reindex(columns=list(FUNCTIONS)), on="article_id").drop(columns="article_id")
