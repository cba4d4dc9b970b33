"""How often sources stay unnamed, by outlet, and whether chance explains the difference."""

import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.voices.speakers import surely

COUNTED = ["named", "body", "anonymous", "open"]
TEST = "anonymous sources"
FEWEST = 5  # attributions found, from which a share of them is shown
OPEN = 0.2  # of a group's attributions: where the speakers of more were not surely found, no share is shown
# The kinds of `speakers.attributed` to the columns that count them.
COLUMNS = {
    "person": "named",
    "persons": "named",
    "organisation": "body",
    "document": "body",
    "unnamed": "anonymous",
    "open": "open",
}


def anonymity(
    attributed: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    tests: pd.DataFrame | None = None,
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """How many attributions of each group go to people without a name, against all other groups together.

    `attributed` is the table of `speakers.attributed`. One row a group: `group`, `attributions` whose source was surely
    found, of them to somebody `named`, to a `body` (organisation or document) and to somebody `anonymous`, one or many
    (“critics”); `open`, those beside them whose source was not surely found; `share` = anonymous / attributions with
    its Wilson interval `low`, `high`, `articles` (with an attribution), `other_share`, `stories` (how many the articles
    of all groups tell), and `statistic`, `p`, `p_adjusted` of the articles' shares from the family of `tests`
    (`inference.tests`, with the values of `by_article`, test TEST); without, they are a family of their own.
    """
    shares = by_article(attributed, articles, by=by)
    if tests is None:
        measured = inference.values(shares, TEST, item="test", value="share")
        tests = inference.tests(measured, articles, by=by, permutations=permutations, seed=seed)
    table = pd.DataFrame([_against_the_rest(shares, group) for group in groups.names(articles, by)])
    table = table.assign(stories=inference.stories(articles).nunique(), test=TEST)
    table = inference.beside(table, tests, TEST, item="test").drop(columns="test")
    return table.assign(group=groups.in_order(table["group"], articles, by))


def in_stories(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The counts of `anonymity` in each story apart, of the groups of which enough was found, each with its `story`.

    Stories differ in whom there is to name: what two outlets tell of two stories is no choice of theirs.
    """
    shares = by_article(attributed, articles, by=by)
    story = dict(zip(articles["article_id"], inference.stories(articles), strict=True))
    tables = [
        enough(pd.DataFrame([_against_the_rest(told, group) for group in told["group"].unique()])).assign(story=name)
        for name, told in shares.groupby(shares["article_id"].map(story), sort=False)
        if told["group"].nunique() > 1
    ]
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=["group", "story", "share"])


def comparable(anonymity: pd.DataFrame) -> pd.DataFrame:
    """The groups of `anonymity` whose shares may stand side by side: `enough` was found, in one story or tested.

    Of several stories that nothing tests, none.
    """
    held = anonymity["p"].notna().any() or anonymity["stories"].le(1).all()
    return enough(anonymity) if held else anonymity.head(0)


def enough(anonymity: pd.DataFrame) -> pd.DataFrame:
    """The groups of which enough was found for a share: FEWEST attributions, and at most OPEN of all left open.

    None where that leaves one: it is compared with nothing.
    """
    every = anonymity["attributions"] + anonymity["open"]
    table = anonymity[anonymity["attributions"].ge(FEWEST) & anonymity["open"].le(OPEN * every)]
    return table if len(table) > 1 else table.head(0)


def by_article(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row an article: `article_id`, its `group`, `test`, `attributions`, and `named`, `body`, `anonymous`, `open`.

    The columns count statements as `anonymity` does; `share` = anonymous / attributions, missing where there are none.
    What an outlet's own reporter says is no attribution to a source.
    """
    told = surely(attributed, articles, by=by).drop_duplicates(["article_id", "attribution"])
    counts = pd.crosstab(told["article_id"], told["kind"].map(COLUMNS)).reindex(columns=COUNTED, fill_value=0)
    counts["attributions"] = counts[["named", "body", "anonymous"]].sum(axis=1)
    table = groups.beside(articles[["article_id"]], articles, by).assign(test=TEST)
    table = table.merge(counts.reset_index(), on="article_id", how="left")
    table = table.fillna(dict.fromkeys(counts.columns, 0)).astype(dict.fromkeys(counts.columns, "int64"))
    return table.assign(share=table["anonymous"] / table["attributions"].where(table["attributions"].gt(0)))


def _against_the_rest(shares: pd.DataFrame, group: str) -> dict:
    known = shares[shares["share"].notna()]
    mine = known["group"].eq(group).to_numpy()
    counts = {name: int(known.loc[mine, name].sum()) for name in ("attributions", "named", "body", "anonymous")}
    said, unnamed = counts["attributions"], counts["anonymous"]
    others, others_unnamed = (int(known.loc[~mine, column].sum()) for column in ("attributions", "anonymous"))
    low, high = inference.wilson(unnamed, said)
    return {
        "group": group,
        **counts,
        "open": int(shares.loc[shares["group"].eq(group), "open"].sum()),
        "share": unnamed / said if said else float("nan"),
        "low": float(low),
        "high": float(high),
        "articles": int(mine.sum()),
        "other_share": others_unnamed / others if others else float("nan"),
    }
