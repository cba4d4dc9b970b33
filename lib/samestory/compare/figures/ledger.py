"""The ledger of figures: which reports of a number speak of the same thing, outlet by outlet.

Which reports speak of one thing is decided in `compare.coreference`, whether they agree in `compare.reconcile`.
"""

import re
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from samestory.compare.figures import intervals
from samestory.compare.figures.coreference import coreferent
from samestory.compare.figures.counted import Counted, counted, surroundings
from samestory.compare.figures.intervals import BOUNDS

SPAN = ["article_id", "start", "end", "text"]
COLUMNS = [
    *SPAN, "quotation", "referent", "label", "event", "outlet", "published", "kind", "unit", "counted", "act", "named",
    *BOUNDS, "relation", "qualifier", "source", "as_of", "part_of", "status", "voice", "key", "places", "names",
]  # fmt: skip
WORDED = ["kind", "unit", "counted", "act", "relation", "qualifier", "source", "as_of", "part_of", "status", "voice"]
REACH = 60  # characters to either side of a number in which its qualifier and noun are quoted


def ledger(figures: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The ledger: one row a reported figure, with the referent it speaks of and the interval its wording allows.

    `figures` is the span table of figures; only those marked `reported` enter (a proposed duration, an age or a date
    is no report of an amount: see `aside`). Columns: the span; `quotation` (the article's own words, from the qualifier
    to what is counted); `referent` (number within the table, those reported by
    most outlets first), `label`; `event`, `outlet` (the value of the articles' column `by`, a categorical in the order
    of the articles), `published`; `kind`, `unit`, `counted`, `act` as annotated; `named` (the number in the text),
    `low`, `high`, `low_open`, `high_open` (the interval it allows, `intervals.allowed`); `relation`, `qualifier`,
    `source`, `as_of`, `part_of`, `status`, `voice`; `key` (what is counted, in canonical words), `places` and `names`
    of its sentence, as text, joined by "; ".
    Errors run one way: two reports of one thing in very different words are listed as two.
    """
    rows = figures[figures["reported"].fillna(False).astype(bool)].reset_index(drop=True)
    rows = rows.merge(_about(articles, by), on="article_id", how="inner", validate="many_to_one")
    rows = rows.assign(**{name: rows.get(name, pd.NA) for name in WORDED})
    rows = pd.concat([rows.drop(columns=["low", "high"]), _bounds(rows)], axis=1)
    around = surroundings(rows, articles)
    keys = _keys(rows, around)
    groups = coreferent(rows, keys, around)
    rows = rows.assign(
        quotation=_quotations(rows, articles),
        key=[_key_words(key) for key in keys],
        places=["; ".join(sorted(found)) for found in around["places"]],
        names=["; ".join(sorted(found)) for found in around["names"]],
        referent=_numbered(rows, groups),
    )
    labelled = rows.assign(label=rows["referent"].map(_labels(rows)))
    return labelled.sort_values(["referent", "outlet", "article_id", "start"], kind="stable")[COLUMNS].reset_index(
        drop=True
    )


def aside(figures: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The figures that are listed and never charted: durations, ages and other context, with their outlet.

    Dates, times, ordinals and labels are no figures and are left out. Columns: the span, `quotation` (with its unit:
    60-day, 21-month-old), `outlet`, `kind`, `low`, `high`, `relation`, `unit`, `counted`, `status` (proposed or past),
    `voice`.
    """
    kept = ~figures["reported"].fillna(False).astype(bool)
    kept &= ~figures["kind"].isin(["date", "time", "ordinal", "label"])
    rows = figures[kept].merge(_about(articles, by), on="article_id", how="inner", validate="many_to_one")
    rows = rows.assign(quotation=_quotations(rows.assign(counted=None, qualifier=rows.get("qualifier")), articles))
    columns = [*SPAN, "quotation", "outlet", "kind", "low", "high", "relation", "unit", "counted", "status", "voice"]
    return rows.reindex(columns=columns).reset_index(drop=True)


def _about(articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """Article, event, outlet (the value compared by) and date; articles without an event share one."""
    if by not in articles:
        raise ValueError(f"The articles have no column {by!r} to compare by; they have {', '.join(articles.columns)}.")
    about = articles[["article_id", "event", "published"]]
    named = compared_by(articles, by)
    outlet = pd.Categorical(named, categories=list(dict.fromkeys(named)))
    return about.assign(event=about["event"].astype("object").where(about["event"].notna(), ""), outlet=outlet)


def compared_by(articles: pd.DataFrame, by: str) -> pd.Series:
    """The value of the column `by` of each article as text, "credit unknown" where it has none."""
    return articles[by].astype("object").where(articles[by].notna(), f"{by} unknown").astype("str")


def _bounds(rows: pd.DataFrame) -> pd.DataFrame:
    worded = rows[["low", "high", "relation", "qualifier"]].astype("object")
    found = [
        (
            intervals.named(_number(low), _number(high)),
            *intervals.allowed(_number(low), _number(high), "=" if pd.isna(relation) else relation, _text(qualifier)),
        )
        for low, high, relation, qualifier in worded.itertuples(index=False)
    ]
    types = {"named": "float64", "low": "float64", "high": "float64", "low_open": "bool", "high_open": "bool"}
    return pd.DataFrame(found, columns=["named", *BOUNDS], index=rows.index).astype(types)


def _quotations(rows: pd.DataFrame, articles: pd.DataFrame) -> list[str]:
    """The unbroken words of the article that hold the qualifier, the number and what is counted."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    said = rows[["article_id", "start", "end", "qualifier", "counted"]].itertuples(index=False)
    return [
        _quotation(texts[article], start, end, _text(left), _text(noun)) for article, start, end, left, noun in said
    ]


def _quotation(text: str, start: int, end: int, qualifier: str | None, noun: str | None) -> str:
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    opens = max(before.lower().rfind(qualifier), 0) if qualifier and qualifier in before.lower() else len(before)
    opens -= len(re.search(r"[$£€¥₪₹]?\Z", before[:opens])[0])  # type: ignore[index]
    tails = [phrase for phrase in (qualifier, noun) if phrase and phrase in after]
    closes = max((after.find(phrase) + len(phrase) for phrase in tails), default=0)
    unit = re.match(
        r"\s?(?:%|percent\b|per cent\b)|(?:-\w+)+|\s(?:second|minute|hour|day|week|month|year|decade)s?\b", after
    )
    closes = max(closes, unit.end() if unit else 0)
    return re.sub(r"\s+", " ", before[opens:] + text[start:end] + after[:closes])


def _number(value: object) -> float | None:
    return None if pd.isna(value) else float(value)  # type: ignore[call-overload,arg-type]


def _text(value: object) -> str | None:
    return None if pd.isna(value) else str(value)  # type: ignore[call-overload]


# What a figure counts


def _keys(rows: pd.DataFrame, around: pd.DataFrame) -> list[Counted]:
    """What each row counts; "27 people" given as part of captives are captives."""
    keys = [
        counted(_text(phrase), _text(act), found)
        for phrase, act, found in zip(rows["counted"], rows["act"], around["names"], strict=True)
    ]
    wholes = {(article, text): key for article, text, key in zip(rows["article_id"], rows["start"], keys, strict=True)}
    return [
        _inherited(key, wholes.get((article, whole)))
        for key, article, whole in zip(keys, rows["article_id"], rows["part_of"], strict=True)
    ]


def _inherited(key: Counted, whole: Counted | None) -> Counted:
    generic = whole is not None and key.head in ("person", "") and not key.modifiers
    return key._replace(head=whole.head, modifiers=whole.modifiers) if whole is not None and generic else key


def _key_words(key: Counted) -> str:
    """The key as text: "captive", "person died", "unemployment rate"; '' where nothing is said to be counted."""
    return " ".join([*sorted(key.modifiers), key.head, key.act]).strip()


def _numbered(rows: pd.DataFrame, groups: list[Hashable]) -> list[int]:
    """Referent numbers from 1: those of most outlets first, then of most reports, then in order of the text."""
    grouped = rows.assign(_group=groups, _row=range(len(rows))).groupby("_group", sort=False)
    sizes = pd.DataFrame({"outlets": grouped["outlet"].nunique(), "n": grouped.size(), "first": grouped["_row"].min()})
    ordered = sizes.sort_values(["outlets", "n", "first"], ascending=[False, False, True])
    number = {group: k for k, group in enumerate(ordered.index, 1)}
    return [number[group] for group in groups]


def _labels(rows: pd.DataFrame) -> dict[int, str]:
    """A name for each referent, from the words its reports use: "people / Palestinians killed (Gaza)"."""
    groups: dict[int, list[tuple]] = {}
    said = rows[["referent", "article_id", "quotation", "counted", "act", "places", "status"]]
    for referent, *words in said.astype("object").where(said.notna(), None).itertuples(index=False):
        groups.setdefault(int(referent), []).append(tuple(words))
    return {referent: _label(*zip(*reports, strict=True)) for referent, reports in groups.items()}


def _label(articles: tuple, quotations: tuple, phrases: tuple, acts: tuple, places: tuple, statuses: tuple) -> str:
    nouns = dict.fromkeys(noun for phrase in phrases if phrase and (noun := re.sub(r"^[\d,. ]+", "", phrase)))
    done = next((act for act in acts if act), None)
    saying = [noun for noun in nouns if done and counted(noun, None).act == counted(None, done).act]
    others = [noun for noun in nouns if noun not in saying][:3]
    plain = " / ".join(others) or ("" if saying else f"“{quotations[0]}”")
    acted = f"{plain} {done}" if plain and done and done not in plain else plain
    name = " / ".join(filter(None, [acted, *saying[:2]]))
    shared = set.intersection(*(set(found.split("; ")) for found in places)) - {""}
    where = [place for place in sorted(shared) if place not in name][:2] if len(set(articles)) > 1 else []
    planned = ", proposed" if set(statuses) == {"proposed"} else ""
    return name + planned + (f" ({', '.join(where)})" if where else "")


def interval(row: Mapping[str, Any] | pd.Series) -> intervals.Interval:
    """The interval of a row of the ledger."""
    return intervals.Interval(float(row["low"]), float(row["high"]), bool(row["low_open"]), bool(row["high_open"]))
