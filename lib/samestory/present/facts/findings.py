"""The brief's findings: each a pair, both sides' own words in one sentence, with one innocent explanation that fits.

Whatever stands in “…” is a slice of that outlet's article, letter by letter.
"""

import pandas as pd

from samestory.present.facts import gate
from samestory.present.facts.innocent import piece
from samestory.present.facts.kinds import KINDS
from samestory.present.facts.ranking import MOST, ranked
from samestory.present.facts.words import listed
from samestory.present.finding import COLUMNS, NONE_SURE, finding, table
from samestory.present.show import several

BUDGET = 900  # words of all findings of a brief together
OF_ONE = "other event"  # the kind that is said of one story only
MANY = 7  # articles from which it is not said what kind of piece each is


def brief(differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", most: int = MOST) -> pd.DataFrame:
    """The findings of one story's differences in the order of the brief: the findings table, with `difference`.

    `differences` is the table of `compare.facts.differences`; at most `most` findings and BUDGET words. Where nothing
    stands, the one finding says so. `difference` is missing there.
    """
    rows, numbers, words = [], [], 0
    for _, sides in ranked(differences, most=most).groupby("rank", sort=True):
        row = _finding(sides, articles, by)
        words += len(row["sentence"].split()) + len(row["innocent_explanation"].split())
        if words > BUDGET:
            break
        rows.append(row)
        numbers.append(int(sides["difference"].iloc[0]))
    if not rows:
        rows, numbers = [_alike(articles, by)], [pd.NA]
    return table(rows).assign(difference=pd.array(numbers, dtype="Int64"))


def of_stories(differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The findings of all stories in the order of a brief (`ranking.ranked`).

    Only kinds that pass the gate (`gate.passed`).
    """
    passed = gate.passed(differences)
    several = passed["story"].nunique() > 1
    return brief(passed[passed["kind"].ne(OF_ONE)] if several else passed, articles, by=by)


def plain(told: pd.DataFrame) -> pd.DataFrame:
    """The findings alone, as every theme has them."""
    return told[COLUMNS]


def _finding(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> dict:
    kind = KINDS[sides["kind"].iloc[0]]
    has = sides[sides["start"].notna()]
    places = has[["article_id", "sentence_start", "sentence_end"]].itertuples(index=False, name=None)
    return finding(
        kind.sentence(sides, articles, by),
        kind=kind.theme,
        outlets=list(dict.fromkeys(sides["group"])),
        n=len(has),
        evidence=[(article, int(start), int(end)) for article, start, end in places],
        caveat=kind.caveat,
        innocent=kind.innocent(has, sides[sides["start"].isna()], articles),
    )


def _alike(articles: pd.DataFrame, by: str) -> dict:
    names = [str(name) for name in articles[by].dropna().unique()]
    said = f"{NONE_SURE} was found between the accounts of {several(names, by)}."
    alone = f"There is nothing to compare: all articles are of one {by.replace('_', ' ')}, {listed(names)}."
    first, told = articles.iloc[0], articles.assign(group=articles[by])
    return finding(
        said if len(names) > 1 else alone,
        kind="agreement",
        outlets=names,
        n=len(articles),
        evidence=[(first["article_id"], 0, len(first["text"]))],
        caveat="They may differ in what was not looked for, or tell different stories.",
        innocent=piece(told, told.iloc[:0], articles) if len(told) < MANY else "",
    )
