"""The figures that several outlets give of one matter, one sentence a matter, each open to its sentences."""

import pandas as pd

from samestory.compare.facts.matters import SHOWN
from samestory.present import show
from samestory.present.figures import amounts
from samestory.present.finding import evidence, finding, table
from samestory.present.style import outlet_marks

NAMED = 4  # outlets that are named with one number


def matters(matters: pd.DataFrame, ledger: pd.DataFrame) -> pd.DataFrame:
    """One finding for each matter of which several groups give a number: each number with who gives it.

    At most SHOWN, those of most groups first. Kind `figure`; n counts the groups. Numbers that differ need not
    contradict each other: the articles are of different days.
    """
    return table(_told(rows, ledger) for _, rows in matters[matters["matter"].le(SHOWN)].groupby("matter", sort=True))


def _told(rows: pd.DataFrame, ledger: pd.DataFrame) -> dict:
    said: dict[str, list[str]] = {}
    for group, report in zip(rows["group"].astype("str"), rows["report"], strict=True):
        said.setdefault(amounts.in_a_sentence(ledger.loc[report]), []).append(group)
    outlets = list(dict.fromkeys(rows["group"].astype("str")))
    return finding(
        f"{show.capital(str(rows['about'].iloc[0]))}: {'; '.join(_given(*one) for one in said.items())}.",
        kind="agreement" if len(said) == 1 else "figure",
        outlets=outlets,
        n=len(outlets),
        evidence=evidence(rows),
        caveat="That all count one thing is read from the words beside the numbers, not from one story.",
        innocent="Articles of other days know other numbers, and what was asked or planned may have changed.",
    )


def _given(number: str, names: list[str]) -> str:
    """A number, with its bound, and who gives it so, in the one order of the groups."""
    names = list(outlet_marks(names))
    rest = [f"{len(names) - NAMED} more"] if len(names) > NAMED else []
    return f"{number} ({', '.join([*names[:NAMED], *rest])})"
