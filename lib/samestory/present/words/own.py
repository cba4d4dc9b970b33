"""What each outlet calls one thing outside quotation marks, counted: one sentence a thing, open to its mentions."""

import pandas as pd

from samestory.present import show
from samestory.present.finding import finding, table

WORDINGS, NAMED = 5, 6  # that are named of one thing, and groups that are named with each


def own_words(own_labels: pd.DataFrame) -> pd.DataFrame:
    """One finding for each contested thing or death that several groups name: the words for it, each with who has them.

    `own_labels` is the table of `across.own_labels`. Kind `label`; n counts the mentions. A reading: what of it is a
    choice, and what chance, is asked elsewhere.
    """
    return table(_told(str(referent), rows) for referent, rows in own_labels.groupby("referent", sort=False))


def _told(referent: str, rows: pd.DataFrame) -> dict:
    each = [_worded(str(words), those) for words, those in rows.groupby("words", sort=False)]
    return finding(
        f"{show.capital(referent)}, outside quotation marks at least – {'; '.join(show.first(each, WORDINGS))}.",
        kind="label",
        outlets=list(dict.fromkeys(rows["group"].astype("str"))),
        n=int(rows["mentions"].sum()),
        evidence=[places[0] for places in rows["evidence"]],
        caveat="Counted from two uses on, what it reports of others included; other words may stand beside them.",
        innocent="A word may come from a house style or an agency, or belong to what the article is about.",
    )


def _worded(words: str, rows: pd.DataFrame) -> str:
    """Words and who has them how often, who most first: “rioters: North 3, South 2”."""
    most = rows.sort_values("mentions", ascending=False, kind="stable")
    each = [f"{row.group} {row.mentions:,}" for row in most.itertuples()]
    return f"{words}: {', '.join(show.first(each, NAMED))}"
