"""What is being compared: how many articles, how long, of when, credited to whom."""

import re

import pandas as pd

from samestory.compare import groups
from samestory.corpus.paragraphs import READ

ASIDE = ["group", "kind", "paragraphs", "articles", "why", "example"]
EXAMPLE = 80  # letters
CORRECTIONS = ["group", "article_id", "start", "end", "text", "figures"]
FIGURE = re.compile(r"(?<![\w.,])[$£€]?\d+(?:[.,]\d+)*(?:\s?%| (?:percent|million|billion|trillion))?(?![\w])")


def overview(articles: pd.DataFrame, sizes: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row a group of articles: what there is to compare; `sizes` are those of `corpus.language.sizes`.

    Columns: `group`, `articles`, `events`, `words`, `median_words` (an article), `first` and `last` (the earliest
    and latest date, with its precision), `undated`, `day_unknown` (articles dated by their month only), `credited`
    (articles that credit an agency) and `agencies`.
    """
    sized = articles.assign(group=groups.of(articles, by)).merge(sizes, on="article_id", sort=False)
    rows = [{"group": group, **_of_group(part)} for group, part in sized.groupby("group", observed=True)]
    return pd.DataFrame(rows)


def set_aside(paragraphs: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What stands in the articles' files and is not read as the article: a row for each group, class and reason.

    From the span table of paragraphs. Columns: `group`, `kind` (furniture, credit, caption, …), `paragraphs`,
    `articles`, `why` it was set aside, `example` (its beginning).
    """
    aside = groups.beside(paragraphs[~paragraphs["kind"].isin(READ)], articles, by)
    told = aside.groupby(["group", "kind", "why"], observed=True, sort=True, dropna=False)
    table = told.agg(paragraphs=("start", "size"), articles=("article_id", "nunique"), example=("text", "first"))
    return table.assign(example=table["example"].map(_beginning)).reset_index()[ASIDE]


def _beginning(text: str) -> str:
    """The first words of a text, and … where more follow."""
    return text if len(text) <= EXAMPLE else f"{text[:EXAMPLE].rsplit(maxsplit=1)[0]} …"


def corrections(paragraphs: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What the articles say they got wrong or changed: one row a correction, in its own words, as a span.

    From the span table of paragraphs; a correction is read as one and nowhere else, so that no figure in it counts as
    reported. Columns: `group`, `article_id`, `start`, `end`, `text`, `figures` (those it names in digits, right and
    wrong ones, joined; missing where it names none).
    """
    said = groups.beside(paragraphs[paragraphs["kind"].eq("correction")], articles, by)
    named = [", ".join(dict.fromkeys(FIGURE.findall(text))) or None for text in said["text"]]
    return said.assign(figures=pd.Series(named, said.index, dtype="str"))[CORRECTIONS].reset_index(drop=True)


def dates(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row a dated article: its group, the first and last day it may be of, and whether that is one day.

    Columns: `group`, `article_id`, `first_day`, `last_day` (timestamps), `day_known`.
    """
    dated = articles[articles["published"].notna()]
    return pd.DataFrame(
        {
            "group": groups.of(articles, by)[dated.index],
            "article_id": dated["article_id"],
            "first_day": pd.to_datetime([p.start_time for p in dated["published"]]),
            "last_day": pd.to_datetime([p.end_time.normalize() for p in dated["published"]]),
            "day_known": [p.freqstr == "D" for p in dated["published"]],
        }
    ).astype({"day_known": "bool"})


def stories(articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One row a story that two groups or more tell, the most told first.

    Columns: `story`, `named` (given with the articles, or found: see `corpus.stories`), `articles`, `groups` (how many
    tell it), `headlines` (of the first article of each), `first` and `last` (days, as exactly as they are known).
    """
    told = articles.assign(group=groups.of(articles, by)).dropna(subset=["event"])
    rows = [
        {"story": story, "named": part["event_by"].iloc[0], "articles": len(part), "groups": part["group"].nunique()}
        | {"headlines": _headlines(part)}
        | _between([p for p in part["published"] if not pd.isna(p)])
        for story, part in told.groupby("event", sort=False)
    ]
    table = pd.DataFrame(rows, columns=["story", "named", "articles", "groups", "headlines", "first", "last"])
    return table[table["groups"] > 1].sort_values(["groups", "articles"], ascending=False, kind="stable")


def _headlines(part: pd.DataFrame) -> str | None:
    """Each group’s first headline: “North: Bridge reopens · South: Bridge open again”."""
    headed = part.dropna(subset=["headline"]).drop_duplicates("group")
    return " · ".join(f"{row.group}: {row.headline}" for row in headed.itertuples()) or None


def _between(dated: list[pd.Period]) -> dict[str, object]:
    return {
        "first": min(dated, key=lambda p: p.start_time, default=None),
        "last": max(dated, key=lambda p: p.end_time, default=None),
    }


def _of_group(part: pd.DataFrame) -> dict[str, object]:
    dated = [p for p in part["published"] if not pd.isna(p)]
    credited = part["credit"].dropna()
    agencies = sorted({agency for line in credited for agency in line.split(", ")})
    return {
        "articles": len(part),
        "events": part["event"].nunique(),
        "words": int(part["words"].sum()),
        "median_words": float(part["words"].median()),
        **_between(dated),
        "undated": len(part) - len(dated),
        "day_unknown": sum(p.freqstr != "D" for p in dated),
        "credited": len(credited),
        "agencies": ", ".join(agencies) or None,
    }
