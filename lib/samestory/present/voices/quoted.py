"""In whose name those speak whom an outlet quotes: one sentence an outlet, each open to its quotations."""

import pandas as pd

from samestory import known
from samestory.compare.voices.standings import GOVERNMENT, LAWMAKERS
from samestory.present import show
from samestory.present.finding import finding, table

LEAST = 3  # people of whom a group says in whose name they speak, from which it is told
NAMED = 3  # people who are named of one standing
CALLED = {GOVERNMENT: "governments", LAWMAKERS: "lawmakers and their aides"}  # of any country; of parties not found
OF_SOMEBODY = known.words("standings that say nothing without a story")


def quoted(quoted: pd.DataFrame) -> pd.DataFrame:
    """One finding a group: whom it quotes by name, of those of whom an article says in whose name they speak.

    `quoted` is the table of `compare.voices.quoted`. Only groups with LEAST such people, and none where that leaves
    one; that with most of them first. Kind `source`; n counts them. Readings of one group each, and no whole list:
    what differs between them no test has asked.
    """
    told = quoted[quoted["standing"].notna() & ~quoted["standing"].isin(OF_SOMEBODY)]
    people = told.groupby("group", observed=True)["speaker"].nunique()
    those = people[people.ge(LEAST)].sort_values(ascending=False, kind="stable").index
    return table(_told(str(group), told[told["group"].eq(group)]) for group in those) if len(those) > 1 else table()


def _told(group: str, rows: pd.DataFrame) -> dict:
    each = [_named(str(name), people) for name, people in rows.groupby("standing", sort=False, observed=True)]
    return finding(
        f"Among those whom {group} quotes by name – {'; '.join(each)}.",
        kind="source",
        outlets=[group],
        n=len(rows),
        evidence=[max(places, key=lambda place: place[2] - place[1]) for places in rows["evidence"]],
        caveat="As the articles call them, and no whole list: more may be quoted, and a lawmaker’s party not be found.",
        innocent="Who could be asked differs from day to day, and with what the articles are about.",
    )


def _named(standing: str, people: pd.DataFrame) -> str:
    """Those of one standing, who is quoted most first: “Republicans: Ada Lind, Bo Ek, Cleo Day and 2 more”."""
    rest = len(people) - NAMED
    names = list(people["speaker"].head(NAMED)) + ([f"{rest:,} more"] if rest > 0 else [])
    return f"{CALLED.get(standing, standing)}: {show.listed(names)}"
