"""The tables of notebook 5 as its page shows them."""

import pandas as pd

from samestory.compare.figures.reconcile import joined, open_questions
from samestory.present.figures import amounts, charts, findings
from samestory.present.figures.chosen import of_weight


def shared(ledger: pd.DataFrame, verdicts: pd.DataFrame, parts: pd.DataFrame, echoes: pd.DataFrame) -> pd.DataFrame:
    """The figures of weight that several groups report, side by side with their verdict."""
    told = of_weight(_shared(ledger, verdicts), ledger)
    return amounts.side_by_side(ledger, verdicts, parts, echoes, referents=told["referent"])


def alone(
    figures_alone: pd.DataFrame, ledger: pd.DataFrame, verdicts: pd.DataFrame, parts: pd.DataFrame, echoes: pd.DataFrame
) -> pd.DataFrame:
    """The figures of weight that one group reports and no other account of the event that could have them."""
    named = figures_alone[figures_alone["counted"].notna()]  # a sum without what it is of says nothing in a table
    return amounts.side_by_side(ledger, verdicts, parts, echoes, referents=named["referent"])


def _shared(ledger: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    return ledger[ledger["referent"].isin(verdicts["referent"].dropna())]


def kept_apart(ledger: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    """The figures that may be one and differ, each once, by its first pair, with why that is open.

    What nothing ties was not compared.
    """
    asked = open_questions(verdicts, ledger)
    first = [members[0].Index for members in joined(asked.itertuples())]
    return asked.loc[sorted(first), ["label", "group_a", "group_b", "derivation"]]


def over_time(ledger: pd.DataFrame) -> str:
    """How the figures with reports of several days moved, in one sentence."""
    return findings.over_time(ledger, charts.series_to_draw(ledger))
