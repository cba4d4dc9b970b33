"""How often each outlet uses the cues of a family, in its own voice and in others', article by article."""

import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.facts.persons import CHARGES

PER = 1000  # words
TEST = "cues"


def rates(
    cues: pd.DataFrame,
    words: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    tests: pd.DataFrame | None = None,
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """The rate of each family of cues in each group, one row each.

    Columns: `family`, `group`, `hits`, of them `own` (in the article's own voice: neither quoted nor attributed; all of
    them where `cues` has no `voice`), `articles` with a hit `of` all, `words`, `per_1000` (hits in own voice in 1,000
    words), `other_per_1000` (that of the other groups together), and `statistic`, `p`, `p_adjusted` of
    the rates of articles from the family of `tests` (`inference.tests`, with the values of `by_article`, test TEST);
    without, the rates are a family of their own.
    """
    each = by_article(cues, words, articles, by=by)
    if tests is None:
        measured = inference.values(each, TEST, item="family", value="per_1000")
        tests = inference.tests(measured, articles, by=by, permutations=permutations, seed=seed)
    table = inference.beside(_by_group(each), tests, TEST, item="family")
    return table.assign(group=groups.in_order(table["group"], articles, by))


COLUMNS = [
    "family", "group", "hits", "own", "articles", "of", "words", "per_1000", "other_per_1000",
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


def _by_group(each: pd.DataFrame) -> pd.DataFrame:
    """The articles of each family and group, summed: the columns of `COLUMNS`."""
    told = each.assign(any=each["hits"].gt(0)).groupby(["family", "group"], sort=False, observed=True)
    table = told.agg(
        hits=("hits", "sum"), own=("own", "sum"), articles=("any", "sum"), of=("hits", "size"), words=("words", "sum")
    ).reset_index()  # fmt: skip
    order = pd.Series(pd.factorize(table["family"])[0], table.index)
    table = table.assign(order=order, place=table["group"].cat.codes).sort_values(["order", "place"], ignore_index=True)
    others = table.groupby("family", sort=False)[["own", "words"]].transform("sum") - table[["own", "words"]]
    rate, other = (PER * side["own"] / side["words"].where(side["words"].gt(0)) for side in (table, others))
    return table.assign(per_1000=rate.fillna(0.0), other_per_1000=other)[COLUMNS]


def grave(cues: pd.DataFrame) -> pd.DataFrame:
    """The cues of need, and those of what somebody is charged with."""
    return cues[cues["family"].eq("humanitarian") | cues["term"].isin(CHARGES)]


def of_families(cues: pd.DataFrame, families: tuple[str, ...]) -> pd.DataFrame:
    """The cues of some families."""
    return cues[cues["family"].isin(families)]
