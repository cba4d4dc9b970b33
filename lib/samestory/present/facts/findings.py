"""The brief's findings: each a pair, both sides' own words in one sentence, with one innocent explanation that fits.

Whatever stands in “…” is a slice of that outlet's article, letter by letter.
"""

from collections.abc import Collection

import pandas as pd

from samestory.compare.facts.across import EVERY
from samestory.present import show
from samestory.present.facts import gate, words
from samestory.present.facts.innocent import piece
from samestory.present.facts.kinds import KINDS
from samestory.present.facts.ranking import MOST, ranked
from samestory.present.facts.words import listed
from samestory.present.finding import COLUMNS, NONE_SURE, finding, table
from samestory.present.show import several

OF_ONE = "other event"  # the kind that is said of one story only
FIRST = 4  # findings of which the paragraph above a brief is made
LEADING = 60, 40  # words of the findings that stand in it in their own sentences; of several stories, as few
NAMED = 3  # stories told by several that are named
MANY = 7  # articles from which it is not said what kind of piece each is


def brief(
    differences: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    apart: Collection[str] = (),
    by: str = "outlet",
    most: int = MOST,
) -> pd.DataFrame:
    """The findings of one story's differences in the order of the brief: the findings table, with `difference`.

    `differences` is the table of `compare.facts.differences`; at most `most` findings, beside headlines of
    several stories. Where nothing stands, the one finding says so, and how many stories several tell, but of those
    `apart`, whose articles are hardly of one event. `difference` is missing there.
    """
    rows, numbers = [], []
    for _, sides in ranked(differences, most=most).groupby("rank", sort=True):
        rows.append(_finding(sides, articles, by))
        numbers.append(int(sides["difference"].iloc[0]))
    if not rows:
        rows, numbers = [_alike(articles, by, apart)], [pd.NA]
    return table(rows).assign(difference=pd.array(numbers, dtype="Int64"))


def of_stories(differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The findings of all stories in the order of a brief (`ranking.ranked`).

    Only kinds that pass the gate (`gate.passed`).
    """
    passed = gate.passed(differences)
    apart = set(passed.loc[passed["kind"].eq(OF_ONE), "story"])
    several = articles["event"].nunique(dropna=False) > 1
    return brief(passed[passed["kind"].ne(OF_ONE)] if several else passed, articles, apart=apart, by=by)


def differing(told: pd.DataFrame, differences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> str:
    """How the accounts differ most, as an editor would say it: the first findings in their own sentences.

    Of the first FIRST findings of `told` (`of_stories`) those whose kind was telling most often when read, as many as
    together take no more than LEADING words. Where each is longer it is said in what they
    differ, of whose accounts and of which day, where there are others. Empty where none is a difference.
    """
    sides = dict(iter(differences.groupby("difference", sort=False)))
    found = told[told["difference"].notna()].head(FIRST)
    telling = found["difference"].map(lambda number: gate.telling(sides[number]["kind"].iloc[0])).astype("float64")
    best = found.loc[telling.sort_values(ascending=False, kind="stable").index, "sentence"].astype("str")
    sizes = best.str.split().str.len()
    most = LEADING[articles["event"].nunique(dropna=False) > 1]
    short = sizes[sizes.le(most)]
    leading = best[short.index[short.cumsum().le(most)]]
    return " ".join(leading) if len(leading) else _most(found["difference"], sides, articles, by)


def _most(found: pd.Series, sides: dict, articles: pd.DataFrame, by: str) -> str:
    """In what the accounts of some differences differ, where none is said in its own sentence."""
    each: dict[str, list[str]] = {}
    for number in found:
        phrase, whose = _differs_in(sides[number], articles, by)
        each.setdefault(phrase, []).extend(filter(None, [whose]))
    said = [f"{phrase} ({'; '.join(whose)})" if whose else phrase for phrase, whose in each.items()]
    return f"The accounts differ most in {words.listed(said)}." if said else ""


def _differs_in(sides: pd.DataFrame, articles: pd.DataFrame, by: str) -> tuple[str, str]:
    """In what the accounts differ, and whose they are and of when, where there are others."""
    kind, subject = KINDS[sides["kind"].iloc[0]], str(sides["subject"].iloc[0])
    phrase = (kind.phrase or kind.title[:1].lower() + kind.title[1:]).format(subject=subject)
    names = list(dict.fromkeys(sides["group"].astype("str")))
    days = articles.loc[articles["article_id"].isin(sides["article_id"]), "published"].dropna().unique()
    dated = len(days) == 1 and sides["story"].iloc[0] != EVERY and articles["event"].nunique(dropna=False) > 1
    said = [words.listed(names)] if set(names) < set(articles[by].dropna().astype("str")) else []
    said += [show.date(days[0])] if dated else []
    return phrase, ", ".join(said)


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


def _alike(articles: pd.DataFrame, by: str, apart: Collection[str] = ()) -> dict:
    """That nothing sure was found, and how many stories there are to find it in; `apart` are hardly of one event."""
    names = [str(name) for name in articles[by].dropna().unique()]
    said = f"{NONE_SURE} was found between the accounts of {several(names, by)}; there may be some."
    said = f"{said}{_stories(articles, by, apart)}"
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


def _stories(articles: pd.DataFrame, by: str, apart: Collection[str]) -> str:
    """How many stories several groups tell, by name where few do, and how many of those are hardly of one event."""
    told = articles.groupby("event", dropna=False)[by].nunique()
    shared = list(told.index[told.gt(1)])
    hardly = [name for name in shared if name in apart]
    if len(told) == 1:
        return ""
    if not shared:
        return f" No two of these {len(articles):,} articles were found to tell one story."
    are = "are" if len(shared) > 1 else "is"
    which = f": {listed([f'“{name}”' for name in shared])}" if len(shared) <= NAMED and not hardly else ""
    some = f"{len(hardly):,} of them" if len(hardly) < len(shared) else "but"
    rest = f", {some} in articles that are hardly of one event" if hardly else which
    return f" Of {len(told):,} stories {len(shared):,} {are} told by more than one{rest}."
