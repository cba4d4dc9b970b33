"""Numbers: what the ledger's outlets report of one thing in other figures."""

from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts.sides import Difference, Side

FAR = {"contradictory": 1.0, "stale": 0.8, "may be one figure": 0.5, "rounded": 0.2, "compatible": 0.2}
SURE = {"contradictory": 0.9, "stale": 0.9, "may be one figure": 0.6}
PEOPLE = 0.3  # added where people died, were hurt or taken
HARMED = frozenset({"died", "killed", "injured", "wounded", "taken", "arrested", "displaced", "missing"})


def numbers(ledger: pd.DataFrame, verdicts: pd.DataFrame, articles: pd.DataFrame) -> Iterator[Difference]:
    """Referents for which outlets report other figures: one difference each, with every outlet's report as a side.

    `ledger` and `verdicts` are the tables of the figures room. Equal reports are no difference; of people killed, hurt
    or taken also a figure that was rounded is one, small as it is.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    apart = verdicts[verdicts["referent"].notna() & verdicts["verdict"].isin(list(FAR))]
    for _referent, found in apart.groupby("referent", sort=False):
        worst = max(found.itertuples(), key=lambda row: FAR[str(row.verdict)])
        reports = ledger.loc[list(dict.fromkeys([*found["report_a"], *found["report_b"]]))].drop_duplicates("outlet")
        people = any(str(act).split()[-1] in HARMED for act in reports["act"].dropna())
        far = FAR[str(worst.verdict)] + PEOPLE * people
        if far < 0.5 or len(reports) < 2:
            continue
        sides = tuple(
            Side(row.article_id, *_whole(row, texts[row.article_id]), None if pd.isna(row.source) else row.source)
            for row in reports.itertuples()
        )
        event = str(reports["event"].iloc[0])
        sure = SURE.get(str(worst.verdict), 0.9)
        differs = f"{worst.verdict}: {worst.derivation}"
        yield Difference("number", event, str(worst.label), sides, differs, sure, min(far, 1.0))


def _whole(report, text: str) -> tuple[int, int]:
    """The span of a report's quotation, from its qualifier to what it counts; its number alone where that is broken."""
    start, end = int(report.start), int(report.end)
    at = text.find(report.quotation, max(0, start - len(report.quotation)))
    return (at, at + len(report.quotation)) if 0 <= at <= start and end <= at + len(report.quotation) else (start, end)
