"""The figures that one account of an event gives and the others, which could have them, do not."""

import re
from functools import lru_cache

import pandas as pd

from samestory.annotate import content
from samestory.annotate.figures import numerals
from samestory.compare import groups
from samestory.compare.facts import pieces
from samestory.compare.figures import intervals
from samestory.compare.figures.reconcile import reports
from samestory.present import show
from samestory.present.figures.chosen import of_something
from samestory.present.figures.worded import worded
from samestory.present.finding import finding, innocent_explanation, table

NAMED = 4  # examples in one sentence
ROUND = 3  # digits of a number that, rounded or in full, is the same wherever it stands
BESIDE = 40  # characters behind a number in which what it counts may stand
_WORDS = re.compile(r"[^\W\d_]{3,}")
FOUND = "Figures are found by rule; one in very different words is listed as two."


def alone(
    ledger: pd.DataFrame, echoes: pd.DataFrame, scores: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """The reports of weight that the accounts of other groups of the event do not have, nor anything near in meaning.

    Rows of the ledger with `others`, the ids of the articles looked in: those of one event only (`pieces.alike`), and
    none older, which could not know. A figure is left out where its number stands in another account, or one near it in
    meaning (`echoes`): it may be that figure in other words.
    """
    others = _others_of_the_event(articles, pieces.alike(pieces.likely(scores, articles)), by)
    texts = articles.set_index("article_id")["text"]
    once = ~ledger["referent"].duplicated(keep=False) & ~ledger.index.isin(echoes["report"])
    told = of_something(ledger)
    told = told[once[told.index] & told["article_id"].isin(others)]
    told = told.assign(others=told["article_id"].map(others))
    missing = [not any(_stands(row, texts[other]) for other in row.others) for row in told.itertuples()]
    return told[pd.Series(missing, told.index, dtype="bool")]


def coverage(figures_alone: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Where another account has words for a number (`worded`), then what each group alone gives (`alone`).

    One finding for each group and other groups looked in. Kind `figure`; n counts the reports. Nothing is counted in
    the sentence: what was not looked for is not missing.
    """
    told = articles.assign(_by=groups.of(articles, by)).set_index("article_id")["_by"].astype("str")
    place = {name: k for k, name in enumerate(groups.names(articles, by))}
    asked = figures_alone["others"].map(lambda others: tuple(sorted(set(told[others]), key=place.__getitem__)))
    each = figures_alone.assign(asked=asked).groupby(["group", "asked"], sort=True, observed=True)
    only = (_only(str(outlet), list(others), rows, articles, by) for (outlet, others), rows in each)
    return table([*worded(figures_alone, articles, by), *only])


def _others_of_the_event(articles: pd.DataFrame, like: pieces.Pairs, by: str) -> dict[str, list[str]]:
    """For each article those of other groups that are of one event with it and not older, where there are any."""
    group = dict(zip(articles["article_id"], groups.of(articles, by).astype("str"), strict=True))
    rows = {row.article_id: row for row in articles.itertuples()}
    found: dict[str, list[str]] = {}
    for pair in sorted(sorted(pair) for pair in like):
        for mine, other in (pair, pair[::-1]):
            if group[mine] != group[other] and not pieces.older(rows[other], rows[mine]):
                found.setdefault(mine, []).append(other)
    return found


def _stands(row, text: str) -> bool:
    """Whether a number stands in a text as it is written, or in other writing beside what is counted: thirteen stars.

    So the 13-star flag has them, and $505.6 billion those $505 billion.
    """
    if re.search(rf"(?<![\w.,]){re.escape(row.text)}(?!\w|[.,]\d)", text, re.IGNORECASE):
        return True
    if any(_rounded(row.named, number.low) for number in _written(text)):
        return True
    noun = content.stem(str(row.counted).split()[-1]) if pd.notna(row.counted) else ""
    return bool(noun) and any(
        noun in (content.stem(word) for word in _WORDS.findall(text, number.end, number.end + BESIDE))
        for number in _written(text)
        if row.named in (number.low, number.high)
    )


def _rounded(one: float, other: float | None) -> bool:
    """Whether one of two numbers is the other rounded or cut off: 505 billion, and 505.6 billion."""
    if other is None or min(intervals.digits(one), intervals.digits(other)) < ROUND:
        return False
    return abs(one - other) < max(intervals.grain(one), intervals.grain(other))


@lru_cache(maxsize=256)
def _written(text: str) -> list[numerals.Number]:
    """The numbers of a text that have a value."""
    return [number for number in numerals.numbers(text) if number.low is not None]


def _only(outlet: str, others: list[str], rows: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    first = rows.drop_duplicates("referent").head(NAMED)
    examples = "; ".join(_example(row) for _, row in first.iterrows())
    ids = [*rows["article_id"], *(other for asked in rows["others"] for other in asked)]
    looked_in = articles[articles["article_id"].isin(ids)]
    return finding(
        f"In {outlet}, and not found in {show.several(others, by)} on the same event: {examples}.",
        kind="figure",
        outlets=[outlet],
        n=len(rows),
        evidence=reports(rows, first.index),
        caveat=f"Not reported is not zero. {FOUND}",
        innocent=innocent_explanation(looked_in, kind="omission", by=by, lacking=others),
    )


def _example(row: pd.Series) -> str:
    """The words of a report, with what is counted where they leave it out."""
    noun = "" if pd.isna(row["counted"]) or row["counted"] in row["quotation"] else f" ({row['counted']})"
    return f"“{row['quotation']}”{noun}"
