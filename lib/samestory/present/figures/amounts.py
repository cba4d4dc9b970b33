"""Figures as a reader expects them: ≥ 57,523, $5.7 billion, more than 57,500, and the table of who reports what."""

import math
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd
from IPython.display import HTML

from samestory.compare.figures import intervals, reconcile
from samestory.compare.figures.coreference import vague
from samestory.compare.figures.intervals import BOUNDS
from samestory.compare.figures.ledger import interval
from samestory.compare.figures.reconcile import VERDICTS
from samestory.present import evidence, show

SIGNS = {"=": "", "range": "", ">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "~": "≈ "}
IN_WORDS = {"=": "", ">=": "at least", ">": "more than", "<=": "at most", "<": "less than", "~": "about"}
SCALES = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "ILS": "₪", "INR": "₹"}
PRONOUNS = ("he", "she", "it", "they", "we", "i", "you")  # of whom the sentence before has the name
WIDE = 4  # outlets that get a column each
SEVERAL = "several stories"
NOT_REPORTED, NOT_COMPARED, NO_FIGURE = "not reported", "not compared", "–"


def number(value: float, kind: str = "count", unit: str = "") -> str:
    """One number with its unit: 57,523, 7.4%, $5.7 billion, 22 miles."""
    digits = _scaled(abs(value)) if kind == "money" or abs(value) >= 1e6 else intervals.number(abs(value))
    sign = "−" if value < 0 else ""
    if kind == "percent":
        return f"{sign}{digits}%"
    if kind == "money":
        currency, _, per = unit.partition(" ")
        return f"{sign}{CURRENCIES.get(currency, currency + ' ' if currency else '')}{digits} {per}".rstrip()
    return f"{sign}{digits} {_plural(unit, value)}".rstrip()


def _scaled(value: float) -> str:
    """Millions and more in words, as long as that loses no digit."""
    for size, name in SCALES:
        if value >= size and intervals.digits(value / size) <= 4:
            return f"{intervals.number(value / size)} {name}"
    return intervals.number(value)


def _plural(unit: str, value: float) -> str:
    return unit + "s" if len(unit) > 3 and unit.isalpha() and value != 1 and not unit.endswith("s") else unit


def amount(row: Mapping[str, Any] | pd.Series, *, signs: Mapping[str, str] = SIGNS) -> str:
    """What a row of the ledger reports: ≥ 57,523, ≈ 300, 20 to 30; words without a number stay words (“dozens”)."""
    kind, unit = str(row["kind"]), "" if pd.isna(row["unit"]) or row["kind"] == "percent" else str(row["unit"])
    if not any(letter.isdigit() for letter in row["text"]) and row["relation"] == "~" and row["high"] >= 5 * row["low"]:
        return f"“{row['text']}”"
    if row["relation"] == "range":
        return f"{intervals.number(row['low'])} to {number(row['high'], kind, unit)}"
    if kind in ("fraction", "ratio"):
        return f"{signs[row['relation']]}{row['text']}"
    return f"{signs.get(row['relation'], '')}{number(row['named'], kind, unit)}"


def in_a_sentence(row: Mapping[str, Any] | pd.Series) -> str:
    """What a row of the ledger reports as a sentence says it: at least 57,523, about 300."""
    return amount(row, signs={sign: f"{words} ".lstrip() for sign, words in IN_WORDS.items()})


def nested(ledger: pd.DataFrame, chain: pd.DataFrame) -> str:
    """Parts and their whole as a phrase: 27 of 49 of 251; parts of one whole beside each other: 54 and 82 of 322.

    What has parts of its own beside another part is told with them: 48 (of which 5) and 12 of 60.
    """
    within = {whole: list(parts) for whole, parts in chain.groupby("whole_report", sort=False)["part_report"]}
    outermost = chain.sort_values("level", kind="stable")["whole_report"].iloc[0]
    return _parts_of(outermost, within, ledger)


def _parts_of(whole: int, within: Mapping[int, list[int]], ledger: pd.DataFrame) -> str:
    """A figure behind the parts that it has, if any."""
    told, parts = in_a_sentence(ledger.loc[whole]), within.get(whole, [])
    if len(parts) == 1:
        return f"{_parts_of(parts[0], within, ledger)} of {told}"
    return f"{show.listed([_with_parts(part, within, ledger) for part in parts])} of {told}" if parts else told


def _with_parts(part: int, within: Mapping[int, list[int]], ledger: pd.DataFrame) -> str:
    """A figure beside others, and in brackets its own parts, if any."""
    told = in_a_sentence(ledger.loc[part])
    own = [_with_parts(each, within, ledger) for each in within.get(part, [])]
    return f"{told} (of which {show.listed(own)})" if own else told


def said(row: pd.Series) -> str:
    """The article's own words of a report, with what they leave out: “49” captives, held."""
    words = str(row["quotation"])
    words += "" if pd.isna(row["counted"]) or row["counted"] in words else f" {row['counted']}"
    return words if pd.isna(row["act"]) or row["act"] in words else f"{words}, {row['act']}"


def opened(ledger: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", limit: int = show.LIMIT) -> HTML:
    """Reports as lines that open their sentences: outlet, its words, what is counted, and whose figure it is."""
    said = ledger.apply(_line, axis="columns") if len(ledger) else pd.Series(dtype="str")
    first = list(dict.fromkeys(said))[:limit]
    lines = [evidence.evidence_html(ledger[said.eq(line)], articles, by=by, title=line) for line in first]
    told = int(said.isin(first).sum())
    file = f'<a href="{show.TABLES}/figures.csv">figures.csv</a>'
    rest = f'<p class="rest">{told} of {len(ledger):,} reports are shown. All of them: {file}.</p>'
    return HTML("".join(lines) + (rest if told < len(ledger) else ""))


def _line(row: pd.Series) -> str:
    source = "" if pd.isna(row["source"]) or row["source"].lower() in PRONOUNS else f"; source: {row['source']}"
    when = "" if pd.isna(row["as_of"]) else f"; as of {row['as_of']}"
    planned = "; proposed" if row["status"] == "proposed" and "proposed" not in row["label"] else ""
    of = "" if row["label"].startswith("“") else f" – {row['label']}"  # a figure that is called by its own words
    return f"{row['group']}: “{row['quotation']}”{of}{source}{when}{planned}"


def bounds(low: float, high: float, low_open: bool, high_open: bool) -> str:
    """An interval in words: more than 57,500; 57,523 or more; 20 to 30; one number is itself."""
    if low == high:
        return number(low)
    least = f"{'more than ' if low_open else ''}{number(low)}"
    most = f"{'less than ' if high_open else ''}{number(high)}"
    if math.isinf(high):
        return "any number" if math.isinf(low) else least if low_open else f"{least} or more"
    if math.isinf(low) or (low == 0 and not low_open):
        return most if high_open else f"{most} or less"
    return f"{least} to {most}"


def derivation(verdict: pd.Series, ledger: pd.DataFrame) -> str:
    """The verdict in a few words: 57,523 is more than 57,500; else in those of its table."""
    if verdict["verdict"] == "equal" and verdict["low"] == verdict["high"]:
        return f"both give {in_a_sentence(ledger.loc[verdict['report_a']])}"
    rows = [ledger.loc[verdict[name]] for name in ("report_a", "report_b")]
    if verdict["verdict"] == "rounded" and rows[0]["named"] != rows[1]["named"]:
        exact, rounded = sorted(rows, key=lambda row: intervals.grain(row["named"]))
        return f"{_named(rounded)} is {_named(exact)} rounded"
    if verdict["verdict"] != "compatible" or pd.isna(verdict["low"]):
        return _dated(str(verdict["derivation"]))
    loosely = any(vague(row["relation"], row["named"], row["high"]) for row in rows)
    if rows[0]["named"] == rows[1]["named"] and rows[0]["relation"] != "range" != rows[1]["relation"] and not loosely:
        loose = next(row for row in rows if row["relation"] != "=")
        return f"both give {_named(rows[0])}, {loose['group']} as {IN_WORDS[loose['relation']]} that"
    for one, other in (rows, rows[::-1]):
        inner, outer = interval(one), interval(other)
        shown = intervals.contains(inner, one["named"]) and intervals.contains(outer, one["named"])
        if shown and intervals.meet(inner, outer) == inner:
            return f"{_named(one)} is {_said_of(other)}"
    return str(verdict["derivation"])


def _said_of(row: pd.Series) -> str:
    """What a report says of a number that it allows: more than 57,500, about 300, within 20 to 30."""
    if vague(row["relation"], row["named"], row["high"]):
        return f"“{row['text']}”"
    if row["relation"] == "range":
        return f"within {intervals.number(row['low'])} to {number(row['high'])}"
    return f"{IN_WORDS[row['relation']]} {_named(row)}".strip()


def _named(row: pd.Series) -> str:
    """The number of a report with its unit, without its qualifier."""
    return number(row["named"], str(row["kind"]), "" if pd.isna(row["unit"]) else str(row["unit"]))


def allowed(row: pd.Series) -> str:
    """The interval a row of the ledger allows, in words."""
    return bounds(*interval(row))


def _dated(words: str) -> str:
    """The words of a derivation with their dates as a reader expects them."""
    return re.sub(r"(?<= of )\d{4}-\d\d(-\d\d)?", lambda m: show.date(pd.Period(m[0], "D" if m[1] else "M")), words)


def side_by_side(
    ledger: pd.DataFrame,
    verdicts: pd.DataFrame,
    parts: pd.DataFrame,
    echoes: pd.DataFrame,
    *,
    referents: Collection[int] | None = None,
) -> pd.DataFrame:
    """The table a reader sees: one row a referent, what each outlet reports of it, and the verdict.

    A column an outlet up to four outlets, else one column that names those reporting. An outlet without a report says
    "not reported", which is not zero, or "not compared" where it has a figure near in meaning (`echoes`), and a dash
    where it gives no figure of the story; of several reports one of about the same time is shown. A part is set a step
    further in than its whole. Several events get a column. `referents`: only these of the ledger.
    """
    levels = dict(zip(parts["part_report"], parts["level"], strict=True))
    wholes = dict(zip(parts["part_report"], parts["whole_low"], strict=True))
    judged = dict(iter(verdicts.dropna(subset="referent").groupby("referent")))
    near, missing = echoes.groupby("report")["group"].agg(list).to_dict(), _missing(ledger)
    told = ledger if referents is None else ledger[ledger["referent"].isin(list(referents))]
    told = told.dropna(subset="referent")
    said: dict[int, dict[str, str]] = defaultdict(dict)
    for row in reconcile.abreast(told, told["referent"]).to_dict("records"):
        said[row["referent"]][str(row["group"])] = amount(row)
    rows, places = [], told.groupby("referent").groups
    for first in told.drop_duplicates("referent").sort_values("referent", kind="stable").itertuples():
        part, referent = first.Index, first.referent
        apart = dict.fromkeys((group for report in places[referent] for group in near.get(report, ())), NOT_COMPARED)
        where = f"part of {number(wholes[part])}" if part in wholes else "one account"
        rows.append(
            {
                "event": first.event if told.loc[places[referent], "event"].nunique() == 1 else SEVERAL,
                "counted": "\u2003" * int(levels.get(part, 0)) + str(first.label),
                **_reports(said[referent], missing[first.event] | apart),
                "verdict": _verdict(judged[referent], ledger) if referent in judged else where,
            }
        )
    events = ["event"] if ledger["event"].nunique() > 1 else []
    return pd.DataFrame(rows, columns=[*events, "counted", *_reports({}, _groups(ledger)), "verdict"])


def _groups(ledger: pd.DataFrame) -> dict[str, str]:
    return dict.fromkeys(map(str, ledger["group"].cat.categories), NO_FIGURE)


def _missing(ledger: pd.DataFrame) -> dict[str, dict[str, str]]:
    """For each story what is said of each outlet that has no report of one of its figures."""
    telling = ledger["group"].astype("str").groupby(ledger["event"]).agg(set)
    return {event: _groups(ledger) | dict.fromkeys(groups, NOT_REPORTED) for event, groups in telling.items()}


def _reports(said: dict[str, str], missing: dict[str, str]) -> dict[str, str]:
    if len(missing) <= WIDE:
        return {outlet: said.get(outlet, otherwise) for outlet, otherwise in missing.items()}
    return {"reported": "; ".join(f"{outlet}: {value}" for outlet, value in said.items())}


def _verdict(pairs: pd.DataFrame, ledger: pd.DataFrame) -> str:
    """The verdict of a referent: the one that all pairs share with its derivation, or how many pairs have which."""
    named = pairs["verdict"].iloc[0]
    if pairs["verdict"].nunique() > 1:
        counts = pairs["verdict"].value_counts()
        return f"{len(pairs)} pairs: " + ", ".join(f"{counts[name]} {name}" for name in VERDICTS if name in counts)
    if len(pairs) == 1:
        return f"{named}: {derivation(pairs.iloc[0], ledger)}"
    if named == "equal":
        return f"{named}: {derivation(pairs.iloc[0], ledger).replace('both', 'all', 1)}"
    shared = intervals.EVERYTHING
    for both in pairs[BOUNDS].dropna().itertuples(index=False):
        shared = intervals.meet(shared, intervals.Interval(*both))
    hold = named == "compatible" and not intervals.empty(shared)
    return f"{named}: all hold {intervals.in_words(shared)}" if hold else f"{named}: all {len(pairs)} pairs of reports"
