"""Do two outlets' reports of one figure agree? A verdict for each pair of outlets, with its derivation in words."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from samestory.compare.figures import intervals
from samestory.compare.figures.coreference import GROWING, told_as, vague
from samestory.compare.figures.counted import telling
from samestory.compare.figures.intervals import BOUNDS, Interval
from samestory.compare.figures.ledger import interval

Report = dict[str, Any]  # a row of the ledger
MAYBE = "may be one figure"
VERDICTS = ("equal", "rounded", "compatible", "stale", "contradictory", "opposed", MAYBE)
COLUMNS = {
    "referent": "Int64", "label": "str", "event": "object", "group_a": "str", "group_b": "str", "verdict": "str",
    "derivation": "str", "low": "float64", "high": "float64", "low_open": "boolean", "high_open": "boolean",
    "source_a": "object", "source_b": "object", "one_source": "boolean", "report_a": "Int64", "report_b": "Int64",
}  # fmt: skip
PARTS = {
    "event": "object", "group": "str", "article_id": "str", "level": "int64", "whole": "str", "part": "str",
    "whole_low": "float64", "whole_high": "float64", "part_low": "float64", "part_high": "float64",
    "rest_low": "float64", "rest_high": "float64", "derivation": "str", "whole_report": "Int64",
    "part_report": "Int64", "outermost": "Int64",
}  # fmt: skip
DIFFERENT = 4  # different numbers of an article for one referent that are compared with another's
CHANGES = "such a count may change from hour to hour"


def verdict(a: Interval, b: Interval) -> tuple[str, str]:
    """Whether two intervals are `equal`, `rounded`, `compatible` or `contradictory`, and why, in words.

    Equal: the same numbers are allowed. Rounded: one is the other rounded, to whatever place, or made a bound.
    Compatible: some number satisfies both. Contradictory: no number does.
    """
    both = intervals.meet(a, b)
    if a == b:
        point = intervals.is_point(a)
        return "equal", f"both give {intervals.number(a.low)}" if point else f"both hold {intervals.in_words(a)}"
    if not intervals.empty(both):
        return "compatible", _compatible(a, b, both)
    exact, rounded = sorted((_value(a), _value(b)), key=intervals.grain)
    points = intervals.is_point(a) + intervals.is_point(b)
    if points == 2 and intervals.rounds_to(exact, rounded):
        return "rounded", f"{intervals.number(rounded)} is {intervals.number(exact)} rounded"
    if points == 1 and exact == rounded:
        return "rounded", f"one gives {intervals.number(exact)} as a bound"
    return "contradictory", f"no number lies both {intervals.in_words(a)} and {intervals.in_words(b)}"


def _value(a: Interval) -> float:
    """The number an interval was made from: its only end, or the middle of two."""
    if math.isinf(a.high):
        return a.low
    return a.high if a.low in (0.0, -math.inf) else (a.low + a.high) / 2


def _compatible(a: Interval, b: Interval, both: Interval) -> str:
    narrow, wide = (a, b) if both == a else (b, a)
    if both == narrow and intervals.is_point(narrow):
        return f"{intervals.number(narrow.low)} lies {intervals.in_words(wide)}"
    if both == narrow:
        return f"every number {intervals.in_words(narrow)} also lies {intervals.in_words(wide)}"
    return f"both hold {intervals.in_words(both)}"


def verdicts(ledger: pd.DataFrame) -> pd.DataFrame:
    """The verdicts: a row for each two different numbers of one referent in two outlets, and for each two that may be.

    Columns: `referent` (missing where nothing shows that both are of one thing), `label`, `event`, `group_a`,
    `group_b`; `verdict` with its `derivation` in words: `equal`, `rounded`, `compatible`, `stale` (one is earlier),
    `contradictory`, `opposed` (one denies what the other says) or `may be one figure`, a question; what nothing ties is
    not compared and has no row;
    `low`, `high`, `low_open`, `high_open`: where both hold (missing where nothing does); `source_a`, `source_b` and
    `one_source` (True where their words share a source, so that two reports may be one witness; missing where either
    names none); `report_a`, `report_b`: row labels of the two reports in the ledger. Of several articles of an
    outlet those closest in time are taken. What an outlet lacks has no row: not
    reported is not zero.
    """
    place = ledger["group"].cat.codes.tolist()
    reports = [
        row | {"label_in_ledger": label, "place": k}
        for label, k, row in zip(ledger.index, place, ledger.to_dict("records"), strict=True)
    ]
    rows = [*_within_referents(reports), *_likely(reports)]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _within_referents(reports: Sequence[Report]) -> Iterator[dict]:
    for told in _by(reports, "referent").values():
        groups = _by(told, "group")
        timelines = {group: _timeline(own) for group, own in groups.items()}
        for one, other in combinations(groups, 2):
            nearest = _closest(timelines[one], timelines[other])
            mine, theirs = (
                _numbers(own, report["article_id"])
                for own, report in zip((groups[one], groups[other]), nearest, strict=True)
            )
            yield from _telling([_row(a, b) for a in mine for b in theirs if not two_sided(a, b)])


def _telling(rows: list[dict]) -> list[dict]:
    """The rows that say how two articles stand: a number that the other gives too is compared with no third.

    What else an article tells of the same thing, an earlier count or a denial it reports, it tells beside that.
    """
    ends = ("report_a", "report_b")
    equal = [row for row in rows if row["verdict"] == "equal"]
    settled = {row[end] for row in equal for end in ends}
    return [row for row in rows if row["verdict"] == "equal" or not settled & {row[end] for end in ends}]


def _numbers(reports: Sequence[Report], article: str) -> list[Report]:
    """The different numbers that an article gives for one referent, the narrowest first, at most DIFFERENT."""
    own = [report for report in reports if report["article_id"] == article]
    ordered = sorted(own, key=lambda report: (report["high"] - report["low"], report["start"]))
    different: dict[tuple, Report] = {}
    for report in ordered:
        different.setdefault((*interval(report), told_as(report["status"])), report)
    return list(different.values())[:DIFFERENT]


def _by(reports: Iterable[Report], *columns: str) -> dict[Any, list[Report]]:
    """The reports by their values in the columns, in the order of their first."""
    groups: dict[Any, list[Report]] = {}
    for report in reports:
        value = tuple(report[column] for column in columns) if len(columns) > 1 else report[columns[0]]
        groups.setdefault(value, []).append(report)
    return groups


def _timeline(reports: Sequence[Report]) -> list[tuple[int, Report]]:
    """(day, report) of an outlet's reports, one an article: the narrowest interval, the first of several."""
    best: dict[str, Report] = {}
    for report in sorted(reports, key=lambda report: (report["high"] - report["low"], report["start"])):
        best.setdefault(report["article_id"], report)
    return sorted(((_day(report["published"]), report) for report in best.values()), key=lambda pair: pair[0])


def side_by_side(reports: pd.DataFrame) -> pd.DataFrame:
    """One report of each outlet, all of about the same time: the rows to set side by side, in the outlets' order.

    The time is the latest at which every outlet with dates has reported; of an outlet the report nearest to it is
    taken (the later of two), of one article the one that allows least.
    """
    return abreast(reports, pd.Series("", index=reports.index))


def abreast(reports: pd.DataFrame, of: pd.Series) -> pd.DataFrame:
    """The rows that `side_by_side` takes of the reports of each value of `of`; in its order and the outlets'."""
    days = pd.Series([_day(published) for published in reports["published"]], index=reports.index)
    last = days[days > 0].groupby([of, reports["group"]], observed=True).max()
    target = of.map(last.groupby(level=0).min()).fillna(0)
    ordered = reports.assign(
        _of=of, _far=(days - target).abs(), _day=-days, _width=reports["high"] - reports["low"]
    ).sort_values(["_far", "_day", "_width", "start"], kind="stable")
    taken = ordered.drop_duplicates(["_of", "group"]).sort_values(["_of", "group"], kind="stable")
    return taken[reports.columns.tolist()]


def _day(published: object) -> int:
    """The last day of a day or month as a number; 0 where it is unknown."""
    return published.end_time.toordinal() if isinstance(published, pd.Period) else 0


def _closest(one: list[tuple[int, Report]], other: list[tuple[int, Report]]) -> tuple[Report, Report]:
    """The two reports closest in time, the latest of several such pairs (one pass over both).

    Where an outlet's reports have no date, the last of each.
    """
    if not (one[-1][0] and other[-1][0]):
        return one[-1][1], other[-1][1]
    best, i, j = (math.inf, 0, 0, 0), 0, 0
    while i < len(one) and j < len(other):
        day, later = one[i][0], other[j][0]
        best = min(best, (abs(day - later), -max(day, later), i, j))
        if day <= later:
            i += 1
        else:
            j += 1
    return one[best[2]][1], other[best[3]][1]


def _row(a: Report, b: Report) -> dict:
    named, derivation = _judged(a, b)
    both = intervals.meet(interval(a), interval(b))
    held = {} if intervals.empty(both) else dict(zip(BOUNDS, both, strict=True))
    return {**_pair(a, b), "referent": a["referent"], "verdict": named, "derivation": derivation, **held}


def _judged(a: Report, b: Report) -> tuple[str, str]:
    """The verdict of two reports of one referent; where their numbers differ only what explains it is claimed."""
    if {told_as(a["status"]), told_as(b["status"])} == {"", "denied"}:
        return "opposed", f"one says so, by the other it is {_told(a) if told_as(a['status']) else _told(b)}"
    if a["kind"] == "score":
        return "equal", f"both give {a['text']}"
    if _bygone(a) != _bygone(b):
        return MAYBE, _unsure(a, b)
    named, derivation = verdict(interval(a), interval(b))
    if named == "contradictory" and intervals.opposite(interval(a), interval(b)):
        return named, derivation
    if named == "contradictory" and a["named"] == b["named"] and told_as(a["status"]) == told_as(b["status"]):
        return "compatible", f"both give {intervals.number(a['named'])}, not both as exact"
    if named == "equal" and vague(a["relation"], a["named"], a["high"]):
        derivation = f"both say “{str(a['text']).lower()}”"
    if named in ("equal", "rounded") or (named == "compatible" and not outgrown(a, b)):
        return named, derivation
    if older := _older(a, b):
        return "stale", older
    exact = all(intervals.is_point(interval(report)) for report in (a, b))
    grows = str(a["key"]).rpartition(" ")[2] in GROWING or str(b["key"]).rpartition(" ")[2] in GROWING
    if exact and not grows and not told_as(a["status"]) and told_as(a["status"]) == told_as(b["status"]):
        return "contradictory", derivation
    return MAYBE, _unsure(a, b)


def _bygone(report: Report) -> bool:
    """Whether so many there once were: not the level that a change left, which another may have told of its day."""
    return bool(told_as(report["status"]) == "past" and report["change"] != "from")


def _apart(a: Any, b: Any) -> bool:
    """Whether no number is allowed by both reports."""
    return intervals.empty(intervals.meet(interval(a), interval(b)))


def two_sided(a: Any, b: Any) -> bool:
    """Whether one number is told from below and from above: under and over $250,000 are one threshold, and no tie."""
    sides = {a["relation"][:1], b["relation"][:1]}
    return bool(a["named"] == b["named"] and sides == {"<", ">"})


def outgrown(a: Report, b: Report) -> bool:
    """Whether a count that grows has left the other's lower bound behind: at least 10, and 22, not over 130."""
    if str(a["key"]).rpartition(" ")[2] not in GROWING:
        return False
    low, high = sorted((a, b), key=lambda report: report["named"])
    if not math.isinf(low["high"]) or low["named"] <= 0:
        return False
    place = intervals.grain(low["named"])
    return high["named"] // place * place > low["named"]


def _pair(a: Report, b: Report) -> dict:
    """What every row says of its two reports."""
    return {
        "label": a["label"],
        "event": a["event"],
        "group_a": a["group"],
        "group_b": b["group"],
        "source_a": a["source"],
        "source_b": b["source"],
        "one_source": one_source(a["source"], b["source"]),
        "report_a": a["label_in_ledger"],
        "report_b": b["label_in_ledger"],
    }


def _older(a: Report, b: Report) -> str:
    """Why two figures that differ are one series at two times; '' where the reports do not show it."""
    if pd.notna(a["as_of"]) and pd.notna(b["as_of"]) and a["as_of"] != b["as_of"]:
        return f"one is as of {a['as_of']}, the other as of {b['as_of']}"
    if (
        not all(isinstance(row["published"], pd.Period) for row in (a, b))
        or one_source(a["source"], b["source"]) is False
    ):
        return ""
    first, then = sorted((a, b), key=lambda row: row["published"].end_time)
    grown = first["named"] < then["named"]
    apart = first["published"].end_time < then["published"].start_time
    if not (grown and apart and str(first["key"]).rpartition(" ")[2] in GROWING):
        return ""
    return f"{_said(first)} of {first['published']} is earlier than {_said(then)} of {then['published']}, and such a \
count only grows"


def _said(row: Report) -> str:
    """The words of a report."""
    return f"“{row['quotation']}”"


def one_source(a: object, b: object) -> bool | None:
    """Whether two sources may be one: they share a telling word (health ministry, health authorities).

    Words of office (ministry, officials, survey) tell nothing; a shared proper name counts only where one of the two
    has no other word. None where either is missing or says nothing but its office ("officials").
    """
    if pd.isna(a) or pd.isna(b):  # type: ignore[call-overload]
        return None
    (words, names), (others, other_names) = telling(str(a)), telling(str(b))
    if not (words | names and others | other_names):
        return None
    return bool(words & others) or bool(names & other_names and not (words and others))


def _likely(reports: Sequence[Report]) -> Iterator[dict]:
    """A row for each two reports that may be of one thing though nothing shows it."""
    for place, report in enumerate(reports):
        for label in map(int, filter(None, str(report["akin"]).split("; "))):
            if label > place:
                yield _question(report, reports[label])


def _question(a: Report, b: Report) -> dict:
    label = f"{a['label']} / {b['label']}" if a["label"] != b["label"] else a["label"]
    return {**_pair(a, b), "label": label, "referent": None, "verdict": MAYBE, "derivation": _unsure(a, b)}


def open_questions(verdicts: pd.DataFrame, ledger: pd.DataFrame) -> pd.DataFrame:
    """Of the verdicts those that ask whether two figures that differ are one: in number, or in what is said of it.

    Millions and millions, dozens and dozens, 178 and more than 170 do not differ, nor does one number that both plan
    or tell, from whichever side, unless one denies it.
    """
    asked = verdicts[verdicts["verdict"].eq(MAYBE)]
    sides = [(ledger.loc[a], ledger.loc[b]) for a, b in zip(asked["report_a"], asked["report_b"], strict=True)]
    return asked.loc[[_differ(a, b) for a, b in sides]]


def _differ(a: Any, b: Any) -> bool:
    """Whether no number is allowed by both reports, one has outgrown the other, or they say it in another status."""
    if a["named"] == b["named"] and a["kind"] != "score" and not intervals.opposite(interval(a), interval(b)):
        return "denied" in {told_as(a["status"]), told_as(b["status"])} and told_as(a["status"]) != told_as(b["status"])
    apart = _apart(a, b)
    rounded = intervals.rounds_to(a["named"], b["named"]) or intervals.rounds_to(b["named"], a["named"])
    return (apart and not rounded) or outgrown(a, b) or told_as(a["status"]) != told_as(b["status"])


def _unsure(a: Report, b: Report) -> str:
    """Why two reports may be of one thing, and why that is not sure."""
    told = f"{_said(a)} and {_said(b)} stand in like sentences"
    if told_as(a["status"]) != told_as(b["status"]):
        return f"{told}, but one is {_told(a)} and the other {_told(b)}"
    if str(a["key"]).rpartition(" ")[2] in GROWING and a["named"] != b["named"]:
        return f"{told}; {CHANGES}"
    return f"{told}; their words do not show whether they count the same"


def joined(rows: Iterable[Any]) -> list[list[Any]]:
    """Rows of the verdicts in groups that have reports in common."""
    groups: list[tuple[set, list]] = []
    for row in rows:
        reports, members = {row.report_a, row.report_b}, [row]
        for group in [group for group in groups if group[0] & reports]:
            groups.remove(group)
            reports, members = reports | group[0], group[1] + members
        groups.append((reports, members))
    return [members for _, members in groups]


def _told(row: Report) -> str:
    return "asserted" if pd.isna(row["status"]) else str(row["status"])


# Parts


def parts(ledger: pd.DataFrame) -> pd.DataFrame:
    """The nested figures: one row a part, with its whole and what is left of the whole without it; never summed.

    What is surely more than its whole is no part, nor does a part lie within itself.

    Columns: `event`, `outlet`, `article_id`; `level` (1: part of the outermost whole); `whole` and `part` (labels)
    with their `low` and `high`; `rest_low`, `rest_high` and `derivation` (missing where no difference is valid: it
    needs two plain numbers, the part no larger than the whole and the only one named); `whole_report`,
    `part_report`, `outermost`: row labels in the ledger.
    """
    wholes = _wholes(ledger)
    of = Counter(wholes.values())
    rows = [
        _part(ledger, whole, part, alone=of[whole] == 1)
        | {"level": len(around := _around(part, wholes)), "outermost": around[-1]}
        for part, whole in wholes.items()
    ]
    table = pd.DataFrame(rows, columns=list(PARTS)).astype(PARTS)
    return table.sort_values(["event", "group", "article_id", "level"], kind="stable").reset_index(drop=True)


def _wholes(ledger: pd.DataFrame) -> dict[int, int]:
    """For each part the whole it stands in, by their row labels; following it outwards always ends."""
    place = {(row.article_id, row.start): label for label, row in zip(ledger.index, ledger.itertuples(), strict=True)}
    wholes: dict[int, int] = {}
    for part, article, start in zip(ledger.index, ledger["article_id"], ledger["whole_start"], strict=True):
        whole = None if pd.isna(start) else place.get((article, start))
        if whole is not None and part not in [whole, *_around(whole, wholes)] and not _larger(ledger, part, whole):
            wholes[part] = whole
    return wholes


def _around(part: int, wholes: Mapping[int, int]) -> list[int]:
    """The wholes that stand around a part, the outermost last."""
    found: list[int] = []
    while part in wholes:
        part = wholes[part]
        found.append(part)
    return found


def _larger(ledger: pd.DataFrame, part: int, whole: int) -> bool:
    """Whether what was read as a part is surely more than its whole, counted in one unit: then it is none."""
    one, other = ledger.loc[part], ledger.loc[whole]
    return bool(one["kind"] == other["kind"] and one["low"] > other["high"])


def _part(ledger: pd.DataFrame, whole_label: int, part_label: int, *, alone: bool) -> dict[str, Any]:
    whole, part = ledger.loc[whole_label], ledger.loc[part_label]
    a, b = interval(whole), interval(part)
    row = {
        **whole[["event", "group", "article_id"]].to_dict(),
        "whole": whole["label"],
        "part": part["label"],
        **{f"whole_{name}": whole[name] for name in ("low", "high")},
        **{f"part_{name}": part[name] for name in ("low", "high")},
        "whole_report": whole_label,
        "part_report": part_label,
    }
    if not (
        alone and intervals.is_point(a) and intervals.is_point(b) and b.low <= a.low and whole["unit"] is part["unit"]
    ):
        return row
    rest = intervals.minus(a, b)
    words = " - ".join(intervals.number(x) for x in (a.low, b.low)) + f" = {intervals.number(rest.low)}"
    return {**row, "rest_low": rest.low, "rest_high": rest.high, "derivation": words}


def reports(ledger: pd.DataFrame, labels: Iterable[int]) -> list[tuple[str, int, int]]:
    """The spans of the reports with these row labels, as (article_id, start, end)."""
    found = ledger.loc[[int(label) for label in labels], ["article_id", "start", "end"]]
    return [(str(article), int(start), int(end)) for article, start, end in found.itertuples(index=False)]
