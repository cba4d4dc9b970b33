"""The tables of notebook 5 as its page shows them."""

import pandas as pd

from samestory.compare.figures.reconcile import MAYBE
from samestory.present.figures import amounts, charts, findings
from samestory.present.figures.chosen import weight


def shared(ledger: pd.DataFrame, verdicts: pd.DataFrame, parts: pd.DataFrame, echoes: pd.DataFrame) -> pd.DataFrame:
    """The figures of weight that several groups report, side by side with their verdict."""
    told = _of_weight(_shared(ledger, verdicts), ledger)
    return amounts.side_by_side(ledger, verdicts, parts, echoes, referents=told["referent"])


def alone(ledger: pd.DataFrame, verdicts: pd.DataFrame, parts: pd.DataFrame, echoes: pd.DataFrame) -> pd.DataFrame:
    """The figures of weight that one group reports of a story which others tell, and no other in other words."""
    several = ledger.groupby("event")["group"].transform("nunique").gt(1)
    of_something = ledger["counted"].notna() | ledger["kind"].eq("money")
    one_sided = ledger[several & of_something].drop(_shared(ledger, verdicts).index, errors="ignore")
    unheard = _of_weight(one_sided[~one_sided.index.isin(echoes["report"])], ledger)
    return amounts.side_by_side(ledger, verdicts, parts, echoes, referents=unheard["referent"])


def _shared(ledger: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    return ledger[ledger["referent"].isin(verdicts["referent"].dropna())]


def _of_weight(reports: pd.DataFrame, ledger: pd.DataFrame) -> pd.DataFrame:
    """The reports that are no trivia (`chosen.weight`)."""
    return reports[reports["referent"].map(weight(ledger)).gt(0)]


def kept_apart(verdicts: pd.DataFrame) -> pd.DataFrame:
    """The pairs of figures that may be one, with why that is open; what nothing ties was not compared."""
    likely = verdicts["verdict"].eq(MAYBE)
    return verdicts.loc[likely, ["label", "group_a", "group_b", "derivation"]]


def over_time(ledger: pd.DataFrame) -> str:
    """How the figures with reports of several days moved, in one sentence."""
    return findings.over_time(ledger, charts.series_to_draw(ledger))
