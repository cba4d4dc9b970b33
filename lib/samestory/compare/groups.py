"""The column compared: the group of each article and of each span, in one order, missing values under one name."""

import pandas as pd


def of(articles: pd.DataFrame, by: str = "outlet") -> pd.Series:
    """The group of each article: its value of the column `by` as text, on the index of `articles`.

    A missing value is the group “COLUMN unknown”. The groups are a category in one order: that of their first
    appearance, of time where they are dates, the unknown last. Raises ValueError where there is no such column.
    """
    if by not in articles:
        raise ValueError(f"The articles have no column {by!r} to compare by; they have {', '.join(articles.columns)}.")
    values = articles[by].astype("object")
    found = list(values.dropna().unique())
    dated = bool(found) and all(isinstance(value, pd.Period) for value in found)
    order = dict.fromkeys(map(str, sorted(found, key=str) if dated else found))
    unknown = f"{by} unknown"
    if values.isna().any() or unknown in order:
        order = dict.fromkeys([*(name for name in order if name != unknown), unknown])
    named = values.map(str).where(values.notna(), unknown)
    return named.astype(pd.CategoricalDtype(list(order))).rename("group")


def names(articles: pd.DataFrame, by: str = "outlet") -> list[str]:
    """The groups in their order."""
    return list(of(articles, by).cat.categories)


def beside(spans: pd.DataFrame, articles: pd.DataFrame, by: str = "outlet", *columns: str) -> pd.DataFrame:
    """The span table with the `group` of each span’s article, and those of the article’s `columns` asked for.

    Rows and index stay as they are. Raises ValueError for a span of an article that is not in the table.
    """
    about = articles[list(columns)].assign(group=of(articles, by))
    place = pd.Index(articles["article_id"]).get_indexer(pd.Index(spans["article_id"]))
    if (place < 0).any():
        raise ValueError(
            f"There is no article {spans['article_id'].iloc[int((place < 0).argmax())]!r} in the articles."
        )
    told = about.iloc[place].set_axis(spans.index)
    return spans.assign(**{name: told[name] for name in ("group", *columns)})


def in_order(values: pd.Series, articles: pd.DataFrame, by: str = "outlet", *more: str) -> pd.Series:
    """A table’s groups as a category in their order (then `more`): each keeps its mark in every chart."""
    return values.astype("object").astype(pd.CategoricalDtype([*names(articles, by), *more]))
