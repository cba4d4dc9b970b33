"""Another figure for the same: two accounts of one event that give it otherwise, and surely.

Whether two figures are one is asked in `compare.figures`, and what only may be one stays a question there. Here stand
those of which three signs together say it: both accounts are of one event; they count the same in the same words; and
their sentences surely tell one fact, or say how many died, were hurt or taken, where it is the first that either says
of it or the one number that each gives of what surely is one thing.
"""

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from samestory import known
from samestory.annotate import spans
from samestory.compare.facts.alignment import PROPOSE
from samestory.compare.facts.pieces import Pairs
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.figures import intervals
from samestory.compare.figures.coreference import vague
from samestory.compare.figures.ledger import interval
from samestory.compare.figures.reconcile import CHANGES, GROWING, MAYBE, joined, one_source, outgrown
from samestory.compare.figures.ties import FAR as TIMES
from samestory.compare.figures.ties import SHOWN, aligned_reports

FAR, HARMED, CERTAIN = 0.7, 1.0, 0.9  # the second where both say first how many people died, were hurt or taken
COMPARED = ("count", "money", "measure")  # two shares are two polls
GROWN = 1.1  # times a count that was given as a bound, from which it is no longer that count
DAYS = 1  # between two accounts of one count of people: later ones know more
OF_ANYBODY = {"person", "other", "people", "ppl", "death", "toll", "dead", "victim"}  # heads that say of nobody who
SPAN = re.compile(rf"\b(?:{'|'.join(sorted(known.words('words of another span or share')))})\b", re.IGNORECASE)
Report = dict[str, Any]


def numbers(
    ledger: pd.DataFrame, verdicts: pd.DataFrame, articles: pd.DataFrame, scores: pd.DataFrame, like: Pairs
) -> Iterator[Difference]:
    """Figures that accounts of one event surely give otherwise: one difference each, a report of every outlet a side.

    `ledger` and `verdicts` are the tables of the figures room, `scores` those of sentences, `like` the articles of one
    event. No difference are equal, rounded and compatible numbers, magnitudes, and what is said of another span of time
    or a share (since, a day, each). Errors run one way: of one thing in other words nothing is said.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    reports = _reports(ledger, articles)
    aligned = aligned_reports(ledger, scores[scores["score"].ge(PROPOSE)])
    place = {label: k for k, label in enumerate(ledger.index)}
    apart = []
    for row in verdicts.itertuples():
        a, b = reports[row.report_a], reports[row.report_b]
        sided = one_source(a["source"], b["source"]) is False  # what either side of a war says is of its own dead
        if frozenset((a["article_id"], b["article_id"])) not in like or sided or not _differ(a, b):
            continue
        one, other = sorted((place[row.report_a], place[row.report_b]))
        told = bool(a["key"]) and a["key"] == b["key"] and aligned.get((one, other)) == SHOWN and not _of_others(a, b)
        if told or _of_people(a, b):
            apart.append(row)
    for found in joined(apart):
        labels = dict.fromkeys(label for row in found for label in (row.report_a, row.report_b))
        sides = ledger.loc[list(labels)].drop_duplicates("group")
        harmed = _act(reports[found[0].report_a]) in GROWING
        foremost = harmed and all(reports[label]["first"] for label in sides.index)
        yield Difference(
            "number", str(found[0].event), str(found[0].label),
            tuple(_side(row, texts[row.article_id]) for row in sides.itertuples()),
            _why(found[0], harmed), CERTAIN, HARMED if foremost else FAR,
        )  # fmt: skip


def _reports(ledger: pd.DataFrame, articles: pd.DataFrame) -> dict[Any, Report]:
    """The rows of the ledger by label, with the sentence `around` each, and which are `first` and `alone`.

    First: what an article says first of those who died, were hurt or taken, whatever it says of others later. Alone:
    the only number that it gives of its referent.
    """
    where = spans.position(ledger, articles)[["sentence_start", "sentence_end"]]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    alone = ledger.groupby(["article_id", "referent"])["named"].transform("nunique").eq(1)
    reports = {label: dict(row) for label, row in zip(ledger.index, ledger.to_dict("records"), strict=True)}
    heard: set[tuple] = set()
    for label in ledger.sort_values("start", kind="stable").index:
        row, (start, end) = reports[label], where.loc[label]
        done = (row["article_id"], _act(row), _who(row))
        row["around"] = texts[row["article_id"]][int(start) : int(end)]
        row["first"], row["alone"] = done not in heard, bool(alone[label])
        heard.add(done)
    return reports


def _differ(a: Report, b: Report) -> bool:
    """Whether two reports, both asserted as levels, give two numbers that no rounding and no bound makes one."""
    alike = a["kind"] == b["kind"] and a["kind"] in COMPARED
    stated = all(row["status"] == "asserted" and pd.isna(row["change"]) and pd.isna(row["part_of"]) for row in (a, b))
    if not (alike and stated) or any(vague(row["relation"], row["named"], row["high"]) for row in (a, b)):
        return False
    smaller, larger = sorted((a["named"], b["named"]))
    if not 0 < smaller < larger <= TIMES * smaller:
        return False
    if intervals.rounds_to(smaller, larger) or intervals.rounds_to(larger, smaller):
        return False
    if any(SPAN.search(row["around"]) for row in (a, b)):
        return False
    apart = intervals.empty(intervals.meet(interval(a), interval(b)))
    return apart or (outgrown(a, b) and larger >= GROWN * smaller)


def _of_people(a: Report, b: Report) -> bool:
    """Whether both say, within DAYS, how many died, were hurt or taken, and of the same.

    Of nobody in particular it must be the first that either says of it; of some (civilians, Palestinians) the one
    number that each gives of what surely is one thing.
    """
    days = [row["published"] for row in (a, b)]
    dated = all(isinstance(day, pd.Period) for day in days)
    near = dated and abs((days[0].end_time - days[1].end_time).days) <= DAYS
    same = _act(a) in GROWING and _act(a) == _act(b) and _who(a) == _who(b)
    one = a["referent"] == b["referent"] and a["alone"] and b["alone"]
    return near and same and ((a["first"] and b["first"] and not _who(a)) or one)


def _of_others(a: Report, b: Report) -> bool:
    """Whether their sentences name somebody each, and nobody in common: the fines of two men are two."""
    mine, theirs = (set(re.findall(r"\w+", str(row["names"]))) for row in (a, b))
    return bool(mine and theirs and not mine & theirs)


def _act(row: Report) -> str:
    return str(row["key"]).rpartition(" ")[2]


def _who(row: Report) -> frozenset[str]:
    """The words that say who is counted, of those the act was done to."""
    return frozenset(str(row["key"]).split()[:-1]) - OF_ANYBODY


def _why(row, harmed: bool) -> str:
    """What the verdict says of two numbers; of what may be one figure that it may change, or that no number is both."""
    if row.verdict not in (MAYBE, "compatible"):
        return f"{row.verdict}: {row.derivation}"
    return f"the numbers differ: {CHANGES if harmed else 'no number is both'}"


def _side(report, text: str) -> Side:
    """A report's quotation, from its qualifier to what it counts, as a span; its number alone where that is broken."""
    start, end = int(report.start), int(report.end)
    at = text.find(report.quotation, max(0, start - len(report.quotation)))
    whole = 0 <= at <= start and end <= at + len(report.quotation)
    span = (at, at + len(report.quotation)) if whole else (start, end)
    return Side(report.article_id, *span, None if pd.isna(report.source) else report.source)
