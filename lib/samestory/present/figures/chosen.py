"""Which figures a reader is shown first: those on which the accounts differ, then those of weight; never trivia."""

import pandas as pd

from samestory import known
from samestory.compare.figures.coreference import FEW, WIDE
from samestory.compare.figures.ledger import TIED_ONLY
from samestory.compare.figures.reconcile import MAYBE

LIMIT = 6  # charts of one kind in a notebook
NAMED = 6  # figures not drawn that are named
NAMED_ONLY = (
    r"(?:[A-Z][\w’'.-]* )*[A-Z][\w’'.-]*(?<!s)(?<!ese)(?<!sh)(?<!ch)(?<!n)"  # no Texans, Chinese, French, women
)
HARM = known.words("acts that weigh most")
DIFFER = ("stale", MAYBE, "contradictory", "opposed")  # verdicts that are news whatever the numbers
GRAVEST = {
    name: k for k, name in enumerate(["equal", "rounded", "compatible", "stale", MAYBE, "contradictory", "opposed"])
}


def chosen(ledger: pd.DataFrame, verdicts: pd.DataFrame, *, limit: int = LIMIT) -> list[int]:
    """The referents to draw, at most `limit`: first those that differ, then the weightiest, then most reports.

    Drawn is what several outlets report with different numbers. Where all give one number, or one gives it as about,
    a chart would show it in every row: the table says as much. Durations, ordinals and the like are never drawn, nor
    are two or three things to which nothing was done.
    """
    judged = verdicts.dropna(subset="referent")
    apart = judged["verdict"].isin(DIFFER) | (judged["verdict"].ne("equal") & _numbers_differ(judged, ledger))
    gravest = judged[apart].groupby("referent")["verdict"].agg(lambda found: max(map(GRAVEST.__getitem__, found)))
    weights, sizes = weight(ledger), ledger["referent"].value_counts()
    ranked = sorted(
        (referent for referent in gravest.index if weights[referent] > 0),
        key=lambda referent: (
            gravest[referent] < GRAVEST["stale"], -weights[referent], -gravest[referent], -sizes[referent], referent,
        ),
    )  # fmt: skip
    return [int(referent) for referent in ranked[:limit]]


def surely_one(verdicts: pd.DataFrame) -> pd.DataFrame:
    """The verdicts on referents of which no two reports only may be one figure."""
    asked = verdicts.loc[verdicts["verdict"].eq(MAYBE), "referent"]
    return verdicts[~verdicts["referent"].isin(asked)]


def _numbers_differ(pairs: pd.DataFrame, ledger: pd.DataFrame) -> pd.Series:
    one, other = (pairs[side].map(ledger["named"]) for side in ("report_a", "report_b"))
    return one.ne(other)


def weight(ledger: pd.DataFrame) -> pd.Series:
    """How much a referent weighs: 3 harm to people, 2 money and what else was done, 1 the rest, 0 trivia.

    Trivia are also counts of what only a name says, which no title tells the reader: 250 Dina.
    """
    done = ledger["act"].notna() | ledger["kind"].eq("money")
    bare = ledger["kind"].eq("count") & ledger["counted"].fillna("").str.fullmatch(NAMED_ONLY)
    trivia = ledger["kind"].isin(TIED_ONLY) | bare | (ledger["kind"].eq("count") & ledger["named"].le(FEW) & ~done)
    weighed = (1 + done).mask(trivia, 0).mask(ledger["act"].isin(HARM) & ~ledger["kind"].isin(TIED_ONLY), 3)
    return weighed.groupby(ledger["referent"]).max()


def of_weight(reports: pd.DataFrame, ledger: pd.DataFrame) -> pd.DataFrame:
    """The rows with a `referent` of the ledger that is no trivia (`weight`)."""
    return reports[reports["referent"].map(weight(ledger)).gt(0)]


def of_something(ledger: pd.DataFrame) -> pd.DataFrame:
    """The reports of weight that say of what, with a noun that is counted or of money, and how much.

    Not a bare magnitude (millions), nor what describes a thing (a four-page order), nor what is only possible.
    """
    said = ledger["counted"].notna() | ledger["kind"].eq("money")
    loose = ledger["relation"].eq("~") & (ledger["high"] > WIDE * ledger["named"])
    describing = ledger["kind"].eq("count") & ledger["quotation"].str.contains(r"^\S+-[a-z]+$", na=False)
    return of_weight(ledger[said & ~loose & ~describing & ledger["status"].ne("possible")], ledger)


def not_drawn(ledger: pd.DataFrame, verdicts: pd.DataFrame, *, limit: int = LIMIT) -> str:
    """Which figures that several outlets report are listed and not drawn, and why; '' where all are drawn."""
    rest = chosen(ledger, verdicts, limit=len(ledger) + 1)[limit:]
    judged = of_weight(verdicts.dropna(subset="referent"), ledger).groupby("referent")["verdict"].agg(set)
    alike = sum(found == {"equal"} for found in judged)
    labels = ledger.drop_duplicates("referent").set_index("referent")["label"]
    named = "; ".join([str(labels[referent]) for referent in rest[:NAMED]] + ["…"] * (len(rest) > NAMED))
    return (f" {alike} given alike by all {'is' if alike == 1 else 'are'} listed, not drawn." if alike else "") + (
        f" {len(rest)} more {'is' if len(rest) == 1 else 'are'} listed, not drawn: {named}." if rest else ""
    )
