"""Numbers: what the ledger's outlets report of one thing, or of what may be one, in other figures."""

from collections.abc import Iterator

import pandas as pd

from samestory.compare.facts.sides import Difference, Side

FAR = {
    "contradictory": 1.0, "opposed": 1.0, "stale": 0.8, "may be one figure": 0.5, "compatible": 0.2, "rounded": 0.2,
}  # fmt: skip
SURE = {"may be one figure": 0.8}
CERTAIN = 0.9
PEOPLE = 0.3  # added where people died, were hurt or arrested
HARMED = frozenset("died dead killed injured wounded hurt hospitalised arrested displaced missing".split())
ONE_COUNT = 3.0  # figures further apart than this factor are not even asked about
FARTHER = 0.5  # nearer than this a figure is no difference worth a row


def numbers(ledger: pd.DataFrame, verdicts: pd.DataFrame, articles: pd.DataFrame) -> Iterator[Difference]:
    """Figures that outlets give otherwise: one difference each, with a report of every outlet as a side.

    `ledger` and `verdicts` are the tables of the figures room. Equal reports are no difference; of people killed, hurt
    or taken also a figure that was rounded is one, small as it is. Where only the like sentences around them tie two
    figures (`may be one figure`), vague ones and those of far apart sizes are left out.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    apart = [row for row in verdicts.itertuples() if row.verdict in FAR and _askable(row, ledger)]
    for found in _joined(apart):
        worst = max(found, key=lambda row: FAR[row.verdict])
        labels = dict.fromkeys(label for row in found for label in (row.report_a, row.report_b))
        reports = ledger.loc[list(labels)].drop_duplicates("group")
        far = FAR[worst.verdict] + PEOPLE * any(_harmed(act) for act in reports["act"])
        if far >= FARTHER and len(reports) > 1 and reports["named"].nunique() > 1:
            sides = tuple(_side(row, texts[row.article_id]) for row in reports.itertuples())
            sure = SURE.get(worst.verdict, CERTAIN)
            differs = f"{worst.verdict}: {worst.derivation}"
            event = str(reports["event"].iloc[0])
            yield Difference("number", event, str(worst.label), sides, differs, sure, min(far, 1.0))


def _askable(row, ledger: pd.DataFrame) -> bool:
    """Whether two reports are shown to be of one thing, or near enough in size and exact enough to be asked about."""
    if pd.notna(row.referent):
        return True
    a, b = ledger.loc[row.report_a], ledger.loc[row.report_b]
    smaller, larger = sorted((abs(a["named"]), abs(b["named"])))
    exact = "~" not in (a["relation"], b["relation"])
    return exact and 0 < smaller < larger <= ONE_COUNT * smaller


def _joined(rows: list) -> list[list]:
    """The verdicts in groups that have reports in common."""
    groups: list[tuple[set, list]] = []
    for row in rows:
        reports, members = {row.report_a, row.report_b}, [row]
        for group in [group for group in groups if group[0] & reports]:
            groups.remove(group)
            reports, members = reports | group[0], group[1] + members
        groups.append((reports, members))
    return [members for _, members in groups]


def _harmed(act: object) -> bool:
    return isinstance(act, str) and bool(HARMED & set(act.split()))


def _side(report, text: str) -> Side:
    """A report's quotation, from its qualifier to what it counts, as a span; its number alone where that is broken."""
    start, end = int(report.start), int(report.end)
    at = text.find(report.quotation, max(0, start - len(report.quotation)))
    whole = 0 <= at <= start and end <= at + len(report.quotation)
    span = (at, at + len(report.quotation)) if whole else (start, end)
    return Side(report.article_id, *span, None if pd.isna(report.source) else report.source)
