"""The figures that several outlets give of one matter, one sentence a matter, each open to its sentences."""

import pandas as pd

from samestory.compare.facts.matters import SHOWN
from samestory.present import show
from samestory.present.figures import amounts
from samestory.present.finding import evidence, finding, table

NAMED = 4  # outlets that are named with one number


def matters(matters: pd.DataFrame, ledger: pd.DataFrame) -> pd.DataFrame:
    """One finding for each matter of which several groups give a number: each number with who gives it.

    At most SHOWN, those of most groups first. Kind `figure`; n counts the groups. Numbers that differ need not
    contradict each other: the articles are of different days.
    """
    return table(_told(rows, ledger) for _, rows in matters[matters["matter"].le(SHOWN)].groupby("matter", sort=True))


def _told(rows: pd.DataFrame, ledger: pd.DataFrame) -> dict:
    each = [_given(giving, ledger) for _, giving in rows.groupby("named", sort=True)]
    outlets = list(dict.fromkeys(rows["group"].astype("str")))
    return finding(
        f"{show.capital(str(rows['about'].iloc[0]))}: {'; '.join(each)}.",
        kind="figure",  # one kind, so that those of most groups stay first
        outlets=outlets,
        n=len(outlets),
        evidence=evidence(rows),
        caveat="That all count one thing is read from the words beside the numbers, not from one story.",
        innocent="Articles of other days know other numbers, and what was asked or planned may have changed.",
    )


def _given(giving: pd.DataFrame, ledger: pd.DataFrame) -> str:
    """A number with those who give it; as a bound where all give it as that."""
    reports = ledger.loc[giving["report"].tolist()]
    first = reports.iloc[0]
    alike = reports["relation"].nunique() == 1
    number = amounts.in_a_sentence(first if alike else first.where(first.index != "relation", "="))
    names = giving["group"].astype("str").tolist()
    rest = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return f"{number} ({', '.join([*names[:NAMED], *rest])})"
