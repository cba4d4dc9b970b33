"""The ledger of figures: which reports of a number speak of the same thing, outlet by outlet.

Which reports speak of one thing is decided in `compare.coreference`, whether they agree in `compare.reconcile`.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import product
from typing import Any

import pandas as pd

from samestory.annotate import content
from samestory.compare import groups
from samestory.compare.figures import intervals, ties
from samestory.compare.figures.coreference import HANDFUL, Union, coreferent, told_as, tolls
from samestory.compare.figures.counted import Counted, counted
from samestory.compare.figures.intervals import BOUNDS

SPAN = ["article_id", "start", "end", "text"]
COLUMNS = [
    *SPAN, "quotation", "referent", "label", "event", "group", "published", "kind", "unit", "counted", "act", "named",
    *BOUNDS, "relation", "qualifier", "source", "as_of", "whole_start", "status", "change", "voice", "key", "places",
    "names", "akin",
]  # fmt: skip
WORDED = [
    "kind", "unit", "counted", "act", "relation", "qualifier", "source", "as_of", "whole_start", "status", "change",
    "voice", "quotation", "places", "names", "near", "over",
]  # fmt: skip
TIED_ONLY = ("score", "duration", "ordinal")  # kinds that enter where another outlet tells them too


def ledger(
    figures: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", pairs: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The ledger: one row a reported figure, with the referent it speaks of and the interval its wording allows.

    `figures` is the span table of figures: those marked `reported` enter, and a score, duration or ordinal that another
    outlet tells too (see `aside` for the rest). `pairs` are sentences that may tell one fact (`facts.alignment.pairs`):
    a figure in them needs less else to be tied. Columns: the span; `quotation` (the article's own words, from the
    qualifier to what is counted); `referent` (number within the table, those reported by most groups first), `label`;
    `event`, `group` (`groups.of`), `published`; `kind`, `unit`, `counted`, `act` as annotated; `named` (the number in
    the text), `low`, `high`, `low_open`, `high_open` (the interval it allows, `intervals.allowed`); `relation`,
    `qualifier`, `source`, `as_of`, `whole_start`, `status`, `change`, `voice`; `key` (what is counted, in canonical
    words), `places` and `names` of its sentence, as text, joined by "; "; `akin`: row labels of the reports of others
    that may be of the same thing though nothing shows it, joined by "; ".
    Errors run one way: two reports of one thing in very different words are listed as two.
    """
    rows = _reports(figures, articles, by)
    around = rows[["places", "names", "near"]].map(_split).rename(columns={"near": "words"})
    keys = _keys(rows, around)
    found = ties.ties(rows, keys, around, pairs)
    sure = [*found.loc[found["sure"], ["one", "other"]].itertuples(index=False), *tolls(rows, keys, around)]
    joined = _joined(coreferent(rows, keys, around), [*sure, *_said_again(rows, keys, around)])
    rows = rows.assign(key=[_key_words(key) for key in keys], referent=_numbered(rows, joined))
    rows = rows.assign(akin=_akin(rows, found))
    rows = _kept(rows)
    labelled = rows.assign(label=rows["referent"].map(_labels(rows)))
    ordered = labelled.sort_values(["referent", "group", "article_id", "start"], kind="stable")
    return _relabelled(ordered)[COLUMNS]


def _reports(figures: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """The figures that may enter the ledger, with group, event, date and the interval each allows."""
    reported = figures["reported"].fillna(False).astype(bool)
    rows = figures[reported | figures["kind"].isin(TIED_ONLY)].reset_index(drop=True)
    rows = rows.merge(_about(articles, by), on="article_id", how="inner", validate="many_to_one")
    rows = rows.assign(**{name: rows.get(name, pd.NA) for name in WORDED})
    return pd.concat([rows.drop(columns=["low", "high"]), _bounds(rows)], axis=1)


def _split(joined: object) -> frozenset[str]:
    return frozenset() if pd.isna(joined) else frozenset(str(joined).split("; ")) - {""}  # type: ignore[call-overload]


def _said_again(rows: pd.DataFrame, keys: list[Counted], around: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """The reports in which an article gives one large number of one thing twice, with a name in common."""
    first: dict[Hashable, int] = {}
    told = zip(rows.itertuples(), keys, around["names"], strict=True)
    for place, (row, key, names) in enumerate(told):
        if row.kind == "count" and key.head and row.named > HANDFUL and str(row.change) != "by":
            same = (row.article_id, str(row.unit), row.text.lower(), key.head, key.act, told_as(row.status))
            yield from ((first.setdefault((same, name), place), place) for name in sorted(names))


def _joined(groups: list[Hashable], sure: Iterable[tuple[int, int]]) -> list[Hashable]:
    """The groups of reports with those made one that a sure tie joins."""
    number = {group: k for k, group in enumerate(dict.fromkeys(groups))}
    union = Union(len(number))
    for one, other in sure:
        union.join(number[groups[one]], number[groups[other]])
    return [union.root(number[group]) for group in groups]


def _akin(rows: pd.DataFrame, found: pd.DataFrame) -> list[str]:
    """For each report the others that may be of the same thing, surest first, unless its referent is told there.

    What may be one report may be one, too, with the first report of the same thing in each other article.
    """
    referent, article, group = (rows[name].tolist() for name in ("referent", "article_id", "group"))
    firsts = rows.reset_index().drop_duplicates(["referent", "article_id"]).groupby("referent")["index"].agg(list)
    told = set(zip(referent, article, strict=True))
    likely: dict[int, dict[int, None]] = {}
    for one, other in found.loc[~found["sure"], ["one", "other"]].itertuples(index=False):
        same, other_same = (
            [i] + [k for k in firsts[referent[i]] if article[k] not in (article[one], article[other])]
            for i in (one, other)
        )
        for a, b in [*product(same, [other]), *product([one], other_same)]:
            if group[a] != group[b] and not {(referent[a], article[b]), (referent[b], article[a])} & told:
                likely.setdefault(a, {})[b] = likely.setdefault(b, {})[a] = None
    return ["; ".join(map(str, likely.get(i, {}))) for i in range(len(rows))]


def _kept(rows: pd.DataFrame) -> pd.DataFrame:
    """The reported figures, and of the others those that another outlet tells too."""
    shared = rows.groupby("referent")["group"].transform("nunique").gt(1)
    linked = rows["akin"].ne("") | rows.index.isin([int(i) for akin in rows["akin"] for i in akin.split("; ") if i])
    return rows[rows["reported"].fillna(False).astype(bool) | shared | linked]


def _relabelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with labels from 0, in `akin` too."""
    label = {old: new for new, old in enumerate(rows.index)}
    akin = ["; ".join(str(label[int(i)]) for i in found.split("; ") if i) for found in rows["akin"]]
    return rows.assign(akin=akin).reset_index(drop=True)


def aside(figures: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The figures that are listed and never charted: durations, ages and other context, with their outlet.

    Dates, times, ordinals and labels are no figures and are left out. Columns: the span, `quotation` (with its unit:
    60-day, 21-month-old), `group`, `kind`, `low`, `high`, `relation`, `unit`, `counted`, `status`, `voice`.
    """
    kept = ~figures["reported"].fillna(False).astype(bool)
    kept &= ~figures["kind"].isin(["date", "time", "ordinal", "label", "denominator"])
    rows = figures[kept].merge(_about(articles, by), on="article_id", how="inner", validate="many_to_one")
    columns = [*SPAN, "quotation", "group", "kind", "low", "high", "relation", "unit", "counted", "status", "voice"]
    return rows.reindex(columns=columns).reset_index(drop=True)


def _about(articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """Article, event, group and date; articles without an event share one."""
    about = articles[["article_id", "event", "published"]]
    event = about["event"].astype("object").where(about["event"].notna(), "")
    return about.assign(event=event, group=groups.of(articles, by))


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
        for key, article, whole in zip(keys, rows["article_id"], rows["whole_start"], strict=True)
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
    sizes = pd.DataFrame({"outlets": grouped["group"].nunique(), "n": grouped.size(), "first": grouped["_row"].min()})
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
    acted = f"{plain} {done}" if plain and done and not _says(plain, done) else plain
    name = " / ".join(filter(None, [acted, *saying[:2]]))
    shared = {"; ".join(sorted(_split(found))) for found in places}  # of two places it may be of the other
    place = next(iter(shared)) if len(shared) == 1 and len(set(articles)) > 1 else ""
    where = [place] if place and ";" not in place and place not in name else []
    planned = ", proposed" if set(statuses) == {"proposed"} else ""
    return name + planned + (f" ({', '.join(where)})" if where else "")


def _says(plain: str, done: str) -> bool:
    """Whether what is counted says by its own words what was done: votes that were voted are votes."""
    return done in plain or content.stem(done) in map(content.stem, plain.split())


def interval(row: Mapping[str, Any] | pd.Series) -> intervals.Interval:
    """The interval of a row of the ledger."""
    return intervals.Interval(float(row["low"]), float(row["high"]), bool(row["low_open"]), bool(row["high_open"]))
