"""In whose name those speak whom an outlet quotes: one sentence an outlet, each open to its quotations."""

import pandas as pd

from samestory.compare.voices.standings import GOVERNMENT, LAWMAKERS
from samestory.present import show
from samestory.present.finding import finding, table

LEAST = 3  # people of whom a group says in whose name they speak, from which it is told
NAMED = 3  # people who are named of one standing
CALLED = {LAWMAKERS: "lawmakers of whom no party is told", GOVERNMENT: "governments"}  # of any country


def quoted(quoted: pd.DataFrame) -> pd.DataFrame:
    """One finding a group: how many people it quotes by name, and in whose name they speak, as the articles say it.

    `quoted` is the table of `compare.voices.quoted`. Only groups with LEAST people whose standing is told, and none
    where that leaves one; that with most such people first. Kind `source`; n counts the people. Readings of one group
    each: what differs between them no test has asked.
    """
    told = quoted[quoted["standing"].notna()].groupby("group", observed=True)["speaker"].nunique()
    those = told[told.ge(LEAST)].sort_values(ascending=False, kind="stable").index
    if len(those) < 2:
        return table()
    return table(_told(str(group), quoted[quoted["group"].eq(group)]) for group in those)


def _told(group: str, rows: pd.DataFrame) -> dict:
    standing = rows[rows["standing"].notna()].sort_values(
        "standing", key=lambda name: name.eq(LAWMAKERS), kind="stable"
    )
    each = [_named(str(name), people) for name, people in standing.groupby("standing", sort=False, observed=True)]
    rest = len(rows) - len(standing)
    others = [show.many(rest, "other")] if rest else []
    return finding(
        f"{group} quotes at least {len(rows):,} people by name. {'; '.join([*each, *others])}.",
        kind="source",
        outlets=[group],
        n=len(rows),
        evidence=[max(places, key=lambda place: place[2] - place[1]) for places in rows["evidence"]],
        caveat="In whose name somebody speaks is what the articles call them; of others they do not say it.",
        innocent="Who could be asked differs from day to day, and with what the articles are about.",
    )


def _named(standing: str, people: pd.DataFrame) -> str:
    """Those of one standing, who is quoted most first: “Republicans: Ada Lind, Bo Ek, Cleo Day and 2 more”."""
    rest = len(people) - NAMED
    names = list(people["speaker"].head(NAMED)) + ([f"{rest:,} more"] if rest > 0 else [])
    return f"{show.capital(CALLED.get(standing, standing))}: {show.listed(names)}"
