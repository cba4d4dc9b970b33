"""How often something is told, period by period: by articles, whose number stands beside every share.

The unit is the article: a period's share is that of its articles, never of its mentions. Whether it rises or falls is
tested by `inference`, between the earlier and the later half of the articles; a line alone shows no trend.
"""

import pandas as pd

from samestory.compare import groups, inference
from samestory.compare.words.choices import MARKS

PERIODS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
FINER = {"D": "DWMY", "W": "W", "M": "MY", "Y": "Y"}  # a date known to the letter's precision lies in one such period
COLUMNS = ["item", "group", "period", "n", "articles", "of_articles", "share", "low", "high"]
TRENDS = ["item", "group", "until", "earlier", "of_earlier", "later", "of_later", "statistic", "p", "p_adjusted"]
EARLIER, LATER = "earlier", "later"
MOST = 12  # items, the most told; each may have a line and a test
LABELS, SOURCES, FIGURES = {"item": "label", "within": "referent"}, {"item": "source_class"}, {"item": "kind"}


def of(articles: pd.DataFrame, per: str) -> pd.Series:
    """The period (`day`, `week`, `month`, `year`) each article is from, missing where its date is less exact than that.

    On the index of `articles`. ValueError for a period that there is not.
    """
    if per not in PERIODS:
        raise ValueError(f"per = {per!r} is no period; valid: {', '.join(map(repr, PERIODS))}")
    letter = PERIODS[per]
    found = [
        day.asfreq(letter) if isinstance(day, pd.Period) and letter in FINER[day.freqstr[0]] else None
        for day in articles["published"]
    ]
    return pd.Series(found, index=articles.index, dtype="object").rename("period")


def over_time(
    spans: pd.DataFrame, articles: pd.DataFrame, *, per: str, by: str = "outlet", item: str = "", within: str = ""
) -> pd.DataFrame:
    """In how many of a group's articles of each period something is told: a row for each item, group and its periods.

    `spans` is any span table; `item` names its column that tells what is told (without it, the spans are one thing),
    `within` one whose mention makes an article count (a referent, of which the items are the labels). Columns: `item`;
    `group`; `period`; `n` mentions in `articles` of the period's `of_articles`; `share` of them with Wilson's 95 %
    interval `low`, `high`; a period without an article has no row: no share is not 0 %. The `MOST` items told in most
    articles, most first; articles whose date is less exact than a period are left out. No columns without `per`.
    """
    if not per:
        return pd.DataFrame()
    each = _each(spans, articles, per, by, item, within)
    keys = ["item", "group", "period"]
    counted = each.groupby(keys, sort=False, observed=True).agg(
        n=("n", "sum"), articles=("n", lambda n: int(n.gt(0).sum())), of_articles=("n", "size")
    )
    orders = {"item": list(each["item"].unique()), "group": groups.names(articles, by)}
    table = counted.reset_index().sort_values(
        keys, key=lambda of: of.map(orders[of.name].index) if of.name in orders else of, ignore_index=True
    )
    low, high = inference.wilson(table["articles"], table["of_articles"])
    return table.assign(share=table["articles"] / table["of_articles"], low=low, high=high)[COLUMNS]


def trends(
    spans: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    per: str,
    by: str = "outlet",
    item: str = "",
    within: str = "",
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """Whether a group tells something in more of its later than of its earlier articles: a row for each item and group.

    Items as in `over_time`. The dated articles of all groups are halved between two periods, `until` which is the last
    of the earlier; `earlier` of `of_earlier` articles have the item, `later` of `of_later`. `statistic` (positive where
    it rises), `p`, `p_adjusted` of `inference.tests`: one family, by article, or story where one half alone tells it;
    missing where nothing could have stood. They are asked for beside the four families of a report.
    """
    if not per:
        return pd.DataFrame()
    each = _each(spans, articles, per, by, item, within)
    until = _middle(each.drop_duplicates("article_id")["period"])
    each["half"] = each["period"].map(lambda period: EARLIER if until and period <= until else LATER)
    each = each.assign(told=each["n"].gt(0), line=each["item"] + "\n" + each["group"].astype("str"))
    half = articles["article_id"].map(each.drop_duplicates("article_id").set_index("article_id")["half"])
    dated = articles.assign(half=half)[half.notna()].sort_values("half", key=lambda halves: halves.eq(EARLIER))
    found = inference.tests(
        inference.values(each, "trend", item="line", value="told"),
        dated, by="half", permutations=permutations, seed=seed,
    )  # fmt: skip
    tested = found[found["group"].eq(LATER)].set_index("item")[["statistic", "p", "p_adjusted"]]
    counts = each.groupby(["line", "item", "group", "half"], sort=False, observed=True)["told"].agg(["sum", "size"])
    wide = counts.unstack("half", fill_value=0).reindex(
        columns=pd.MultiIndex.from_product([["sum", "size"], [EARLIER, LATER]]), fill_value=0
    )
    table = wide.set_axis(["earlier", "later", "of_earlier", "of_later"], axis=1).reset_index()
    return table.assign(until=until).join(tested, on="line")[TRENDS]


def of_labels(labels: pd.DataFrame) -> pd.DataFrame:
    """The mentions outside quotation marks, of referents that are called by more than one label."""
    own = labels[labels["voice"].map(MARKS).eq("outside marks")]
    return own[own.groupby("referent")["label"].transform("nunique").gt(1)]


def of_figures(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures that are reported, as a span table with their `kind`."""
    return figures[figures["reported"].fillna(False).astype(bool)]


def of_statements(quotes: pd.DataFrame) -> pd.DataFrame:
    """The statements whose kind of source is known."""
    return quotes[quotes["source_class"].notna()]


def _each(spans: pd.DataFrame, articles: pd.DataFrame, per: str, by: str, item: str, within: str) -> pd.DataFrame:
    """A row an item and dated article that it can be told in: `item, group, period, article_id, n` mentions."""
    about = pd.DataFrame(
        {"article_id": articles["article_id"], "group": groups.of(articles, by), "period": of(articles, per)}
    ).dropna(subset="period")
    told = spans[spans["article_id"].isin(about["article_id"])]
    told = told.assign(item=told[item].astype("str") if item else "all", within=told[within] if within else "")
    most = told.groupby(["within", "item"])["article_id"].nunique().nlargest(MOST, keep="first")
    rows = [
        about[about["article_id"].isin(told.loc[told["within"].eq(inside), "article_id"])] if within else about
        for inside, _ in most.index
    ]
    counts = told.groupby(["within", "item", "article_id"]).size()
    each = [
        may.assign(item=name, n=may["article_id"].map(counts[inside, name]).fillna(0).astype("int64"))
        for may, (inside, name) in zip(rows, most.index, strict=True)
    ]
    return pd.concat(each, ignore_index=True) if each else about.assign(item="", n=0).head(0)


def _middle(periods: pd.Series) -> pd.Period | None:
    """The last period of the earlier half: where the two halves are nearest to equal; None where there is only one."""
    sizes = periods.value_counts().sort_index()
    if len(sizes) < 2:
        return None
    before = sizes.cumsum().iloc[:-1]
    return (before - len(periods) / 2).abs().idxmin()
