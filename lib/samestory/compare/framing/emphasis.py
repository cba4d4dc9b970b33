"""Emphasis: what comes first, what last, and how many words it is given.

In news the place of a fact is a choice of its own: the most important comes first (Pöttker 2003, the inverted pyramid).
Works on any span table with a column that names its item: a referent, an actor, a figure, a source, a cue.
"""

import numpy as np
import pandas as pd

from samestory.annotate import spans as span_tables
from samestory.compare import groups, inference

TEST = "first mention"
KEYS = ["term", "group", "article_id"]
EACH = [
    *KEYS, "mentions", "first_paragraph", "paragraphs", "first", "lead", "last", "share_of_words", "start", "end",
]  # fmt: skip


def places(spans: pd.DataFrame, articles: pd.DataFrame, item: str, *, by: str = "outlet") -> pd.DataFrame:
    """Where each mention of each item stands, a row a mention, in the order of the articles.

    Columns: the span, `term` (the value of the column `item`), `group`, `position` (share of the text before it, 0 to
    1), `paragraph` k of `paragraphs` K, `sentence_start`, `sentence_end`. Mentions without an item are left out.
    """
    named = spans[spans[item].notna()].reset_index(drop=True)
    where = span_tables.position(named, articles)
    told = named[["article_id", "start", "end", "text"]].assign(term=named[item].astype("str"))
    return groups.beside(told, articles, by).assign(
        position=where["share"],
        **{name: where[name] for name in ("paragraph", "paragraphs", "sentence_start", "sentence_end")},
    )


def figures(ledger: pd.DataFrame) -> pd.DataFrame:
    """The reports of figures that several groups give: the ledger's, each `figure` under a name of its own.

    Only what is one figure has a place to be compared: “250” here and there, or “people” of two stories, are two, and a
    rank (“in the first place”) is none. Each is called by the words of the first report, which name its number: what is
    counted may stand elsewhere without it; where others write it otherwise it says whose words they are. What is still
    named alike is left out.
    """
    told = ledger[ledger["kind"].ne("ordinal")]
    several = told[told.groupby("referent")["group"].transform("nunique").gt(1)]
    first = several.drop_duplicates("referent").set_index("referent")
    otherwise = several.groupby("referent")["quotation"].nunique().gt(1).reindex(first.index)
    name = (
        "“" + first["quotation"].astype("str") + "”" + (" (" + first["group"].astype("str") + ")").where(otherwise, "")
    )
    return several.assign(figure=several["referent"].map(name[~name.duplicated(keep=False)]))


def listed(labels: pd.DataFrame) -> pd.DataFrame:
    """The labels, each with its `subject`: “words listed for” its referent, as others for it may stand before."""
    return labels.assign(subject="words listed for " + labels["referent"].astype("str"))


def by_article(places: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """The emphasis of each item in each article that mentions it, a row each.

    Columns: `term`, `group`, `article_id`, `mentions`, `first_paragraph` of `paragraphs`, `first` (position of the
    first mention), `lead` and `last` (whether the first, the last paragraph has it), `share_of_words` (words of the
    sentences that mention it, of all words: 0 to 1), and the first mention's `start` and `end`.
    """
    told = places.assign(lead=places["paragraph"].eq(1), last=places["paragraph"].eq(places["paragraphs"]))
    each = told.sort_values("start", kind="stable").groupby(KEYS, observed=True)
    table = each.agg(
        mentions=("start", "size"), first_paragraph=("paragraph", "first"), paragraphs=("paragraphs", "first"),
        first=("position", "first"), lead=("lead", "any"), last=("last", "any"),
        start=("start", "first"), end=("end", "first"),
    )  # fmt: skip
    table = table.join(_share_of_words(places, words)).reset_index()
    table = places.drop_duplicates(KEYS)[KEYS].merge(table, on=KEYS)
    return table.assign(group=table["group"].astype("str"))[EACH]


def emphasis(
    each: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
    test: str = TEST,
    tests: pd.DataFrame | None = None,
    permutations: int = 2000,
    seed: int = 1,
) -> pd.DataFrame:
    """The emphasis of each item by group: medians over its articles, with a test where there are enough of them.

    `each` is the table of `by_article`. Columns: `term`, `group`, `articles` that mention it `of` all of the group,
    `mentions`, `first_paragraph`, `paragraphs`, `first`, `share_of_words` (medians), `lead`, `last` (articles), and
    `statistic`, `p`, `p_adjusted` of the position of the first mention from the family of `tests` (`inference.tests`,
    where it is the test named `test`); without, these items are a family of their own.
    """
    if tests is None:
        measured = inference.values(each, test, item="term", value="first")
        tests = inference.tests(measured, articles, by=by, permutations=permutations, seed=seed)
    table = inference.beside(_medians(each, articles, by), tests, test, item="term")
    return table.assign(group=groups.in_order(table["group"], articles, by))


def comparable(
    emphasis: pd.DataFrame, each: pd.DataFrame, articles: pd.DataFrame, one_event: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """The rows whose places can be compared: of what several groups' articles of one event mention, one article each.

    `emphasis` is the table of that name, of which the columns are, `each` that of `by_article`, `one_event` that of
    `facts.one_event`: an article that is of one event with no other compares nothing. Of each item the event
    counts in which most groups mention it. A median over several articles, or over articles of several events, is
    the place of nothing.
    """
    event = each["article_id"].map(articles.set_index("article_id")["event"])
    compared = each["article_id"].isin({*one_event["told"], *one_event["other_id"]})
    told = each.assign(event=event)[event.notna() & compared]
    told = told[told.groupby(["term", "event", "group"])["article_id"].transform("nunique").eq(1)]
    told = told.assign(groups=told.groupby(["term", "event"])["group"].transform("nunique"))
    first = told[told["groups"].gt(1)].sort_values("groups", ascending=False, kind="stable").drop_duplicates("term")
    chosen = pd.MultiIndex.from_frame(told[["term", "event"]]).isin(pd.MultiIndex.from_frame(first[["term", "event"]]))
    table = _medians(told[chosen], articles, by)
    table = table.assign(group=groups.in_order(table["group"], articles, by))
    return table.reindex(columns=list(emphasis)).astype(emphasis.dtypes.drop("group").to_dict())


def _medians(each: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """The counts and medians of `emphasis`, a row an item and group."""
    of = groups.of(articles, by).value_counts()
    keys = each.groupby(["term", "group"], sort=False, observed=True)
    middle = keys[["first_paragraph", "paragraphs", "first", "share_of_words"]].median()
    counts = keys.agg(
        articles=("article_id", "nunique"), mentions=("mentions", "sum"), lead=("lead", "sum"), last=("last", "sum")
    )
    table = counts.join(middle).reset_index()
    table["of"] = table["group"].map(of).astype("int64")
    order = [
        "term", "group", "articles", "of", "mentions", "first_paragraph", "paragraphs", "first", "share_of_words",
        "lead", "last",
    ]  # fmt: skip
    return table[order]


def _share_of_words(places: pd.DataFrame, words: pd.DataFrame) -> pd.Series:
    """How many of an article’s words stand in the sentences that mention an item: 0 to 1, by item and article."""
    sentences = places.drop_duplicates([*KEYS, "sentence_start", "sentence_end"])
    number = {article: k for k, article in enumerate(words["article_id"].unique())}
    width = 1 + max(words["end"].max(), sentences["sentence_end"].max()) if len(sentences) else 1
    where = np.sort(words["article_id"].map(number).to_numpy() * width + words["start"].to_numpy())
    base = sentences["article_id"].map(number).to_numpy() * width
    ends = (np.searchsorted(where, base + sentences[edge].to_numpy()) for edge in ("sentence_start", "sentence_end"))
    inside = sentences.assign(inside=-np.subtract(*ends)).groupby(KEYS, observed=True)["inside"].sum()
    of = words.groupby("article_id").size().reindex(inside.index.get_level_values("article_id"))
    return (inside / of.to_numpy()).rename("share_of_words")
