"""The tables of notebook 5 as its page shows them."""

import pandas as pd
from IPython.display import HTML

from samestory.compare.figures.reconcile import MAYBE
from samestory.present import evidence
from samestory.present.figures import amounts, charts, findings


def shared(ledger: pd.DataFrame, verdicts: pd.DataFrame, parts: pd.DataFrame, echoes: pd.DataFrame) -> pd.DataFrame:
    """The figures that several groups report, side by side with their verdict."""
    return amounts.side_by_side(ledger, verdicts, parts, echoes, referents=_shared(ledger, verdicts)["referent"])


def alone(ledger: pd.DataFrame, verdicts: pd.DataFrame, parts: pd.DataFrame, echoes: pd.DataFrame) -> pd.DataFrame:
    """The figures that one group reports and no other gives in other words, as far as was seen."""
    one_sided = ledger.drop(_shared(ledger, verdicts).index)
    unheard = one_sided[~one_sided.index.isin(echoes["report"])]
    return amounts.side_by_side(ledger, verdicts, parts, echoes, referents=unheard["referent"])


def _shared(ledger: pd.DataFrame, verdicts: pd.DataFrame) -> pd.DataFrame:
    return ledger[ledger["referent"].isin(verdicts["referent"].dropna())]


def kept_apart(verdicts: pd.DataFrame) -> pd.DataFrame:
    """The pairs of figures that may be one, with why that is open; what nothing ties was not compared."""
    likely = verdicts["verdict"].eq(MAYBE)
    return verdicts.loc[likely, ["label", "group_a", "group_b", "derivation"]]


def aside(aside: pd.DataFrame) -> pd.DataFrame:
    """The figures of context: durations, ages, terms of a proposal."""
    return aside[["group", "quotation", "counted", "kind", "status"]]


def aside_sentences(aside: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the figures of context, folded."""
    return evidence.show(aside, articles, by=by, title="Their sentences")


def unquantified(amounts: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The amounts without a number, with who writes them."""
    return amounts.merge(articles[["article_id", by]], on="article_id")[[by, "text", "amount"]]


def unquantified_sentences(amounts: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> HTML:
    """The sentences of the amounts without a number, folded."""
    return evidence.show(amounts, articles, by=by, title="Their sentences")


def over_time(ledger: pd.DataFrame) -> str:
    """How the figures with reports of several days moved, in one sentence."""
    return findings.over_time(ledger, charts.series_to_draw(ledger))
