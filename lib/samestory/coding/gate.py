"""What an audit takes out of the brief: a kind that was right too seldom on these articles."""

import pandas as pd

from samestory.coding.items import MISSED
from samestory.present import facts
from samestory.present.facts.gate import NEEDED

LEAST = 5  # read of a kind: fewer say nothing against it
RESTS = {  # which kinds of difference rest on what is audited
    "speakers": ["voice", "speakers"],
    "figures": ["number"],
    "facts": ["number", "other word", "wording", "voice", "agency", "order"],
}
FINDINGS = {"speakers": "source", "figures": "figure"}  # which kinds of finding do
TESTED = {"labels": "label", "anonymous": "source"}  # of which only those that rest on a test of counts do


def too_seldom(audited: pd.DataFrame) -> pd.DataFrame:
    """The rows of `estimates.audited` whose kind, or part, was right in less than NEEDED of those read."""
    missed = audited["kind"].str.endswith(MISSED)  # is said beside its kind, and takes nothing out
    whole = audited["part"].isna() & audited["kind"].ne("findings") & ~missed  # of findings each part is judged
    judged = audited[(whole | audited["part"].notna()) & audited["read"].ge(LEAST)]
    return judged[judged["right"].lt(NEEDED * judged["read"])]


def standing(findings: pd.DataFrame, audited: pd.DataFrame) -> pd.DataFrame:
    """The findings that do not rest on a kind that was right too seldom."""
    below = set(too_seldom(audited)["kind"])
    out = findings["kind"].isin([FINDINGS[kind] for kind in below & set(FINDINGS)])
    tests = findings["kind"].isin([TESTED[kind] for kind in below & set(TESTED)]) & findings["p"].notna()
    return findings[~(out | tests)]


def told(
    differences: pd.DataFrame, articles: pd.DataFrame, audited: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """The findings of a brief (`facts.of_stories`) of differences whose kind, and what it rests on, is right enough.

    Where the audit took differences out, the accounts are not said to be alike for it.
    """
    below = too_seldom(audited)
    out = [part for kind in below["kind"] for part in RESTS.get(kind, [])] + list(below["part"].dropna())
    left = differences[~differences["kind"].isin(out)]
    found = facts.of_stories(left, articles, by=by)
    return found if len(left) == len(differences) else found[found["difference"].notna()].reset_index(drop=True)
