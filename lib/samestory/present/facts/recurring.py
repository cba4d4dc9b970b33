"""What recurs over many stories, tested by story."""

import pandas as pd

from samestory.present import show
from samestory.present.finding import evidence, finding, surest, table


def given(given: pd.DataFrame, tellings: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """One finding: the group that gives most, or least, of what others tell too to a source; none where none is tested.

    `given` is the table of `compare.facts.given`.
    """
    known = surest(given, given["share"], given["other_share"])
    if known.empty:
        return table()
    row = known.iloc[0]
    mine = tellings[tellings["group"].astype("str").eq(str(row["group"])) & tellings["level"].eq("show")]
    return table([
        finding(
            _sentence(row),
            kind="source",
            outlets=[str(group) for group in given["group"]],
            n=int(given["facts"].sum()),
            evidence=evidence(mine),
            caveat="Facts are paired by the words their sentences share; the same in quite other words is not seen.",
            innocent="",
            p=float(row["p"]),
            p_adjusted=float(row["p_adjusted"]),
        )
    ])  # fmt: skip


def _sentence(row: pd.Series) -> str:
    """In how many stories a group gives more, or less, to a source than the others do, and how much of all facts."""
    way, often, seldom = "more", row["more"], row["fewer"]
    if row["statistic"] < 0:
        way, often, seldom = "less", seldom, often
    return (
        f"In {often} of {row['stories']} stories {row['group']} gives {way} of the facts that "
        f"others tell too to a source than they do, in {seldom} it is the other way: {row['share']:.0%} of its "
        f"{show.many(row['facts'], 'fact')} against {row['other_share']:.0%}."
    )
