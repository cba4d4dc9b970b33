"""The ledger of figures: which reports of a number speak of the same thing, outlet by outlet.

A false merge would claim that two newsrooms confirm each other, so figures share a referent only where the words show
it: the same event, kind and unit, the same head counted and the same act (`compare.counted`), and a place or name, or
the same number and a telling word, in both sentences. In doubt they stay apart.
"""

import re
from collections.abc import Hashable, Mapping
from itertools import product
from typing import Any

import pandas as pd

from samestory.compare import intervals
from samestory.compare.counted import Counted, counted, surroundings, telling

SPAN = ["article_id", "start", "end", "text"]
BOUNDS = ["low", "high", "low_open", "high_open"]
COLUMNS = [
    *SPAN, "quotation", "referent", "label", "event", "outlet", "published", "kind", "unit", "counted", "act", "named",
    *BOUNDS, "relation", "qualifier", "source", "as_of", "part_of", "status", "voice", "key", "places", "names",
]  # fmt: skip
WORDED = ["kind", "unit", "counted", "act", "relation", "qualifier", "source", "as_of", "part_of", "status", "voice"]
REACH = 60  # characters to either side of a number in which its qualifier and noun are quoted
SERIES_STEP = 2.0  # figures further apart than this factor are not taken for one series
TOLD = 12  # how many of a sentence's names and words are looked at for a pair
SIDES = {">=": "=>", ">": ">", "<=": "=<", "<": "<"}  # a bound includes its number, lies above or below it
AT_ODDS = 0.2  # share of articles that may contradict themselves before a referent is given up as ambiguous


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
    groups = _groups(rows, keys, around)
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


# Which figures share a referent


def _groups(rows: pd.DataFrame, keys: list[Counted], around: pd.DataFrame) -> list[int]:
    """A group number for each row; rows of one number speak of the same referent.

    Two reports are tied (1) by the same number of the same thing, with a place or else a name or telling word in
    common; (2) by the same number in two digits, where a noun and two places, names or words are in common, or in
    three digits or more, where one is; (3) by the
    same act done to the same in the same place, or by the same source and name where there is no act, with numbers a
    series could hold (`_chains`). Ties of the third kind
    are given up where articles would contradict themselves.
    """
    blocks = _blocks(rows, keys)
    chains = _chains(rows, blocks)
    agreeing, series = _Union(len(rows)), _Union(len(rows))
    seen: dict[Hashable, int] = {}
    told = around[["places", "names", "words"]].itertuples(index=False)
    for i, (row, key, (places, names, words)) in enumerate(zip(rows.itertuples(), keys, told, strict=True)):
        for tie in _same_number(row, key, blocks[i], places, names, words):
            _tie(seen, tie, i, agreeing, series)
        for tie in _same_series(row, key, places or names):
            _tie(seen, ("series", blocks[i], chains[i], tie), i, series)
    ambiguous = _ambiguous(rows, series)
    return [agreeing.root(i) if series.root(i) in ambiguous else len(rows) + series.root(i) for i in range(len(rows))]


def _same_number(row, key: Counted, block: tuple, places: frozenset, names: frozenset, words: frozenset) -> set:
    """What a report shares with every other that gives the same number of the same thing (ties 1 and 2)."""
    said = sorted(names) + sorted(words - {key.head}, key=lambda word: (-len(word), word))
    firsts = places or said
    ties: set[Hashable] = {(block, token) for token in firsts} if key.head else set()
    precision = 1 if row.kind in ("fraction", "multiplier") else intervals.digits(row.named)
    if precision > 2:
        ties |= {(block[:3], key.act, token) for token in {*firsts, key.head, key.act, row.article_id} - {""}}
    elif precision == 2:
        nouns = {key.head, *key.modifiers} - {""} or words
        pairs = {frozenset(pair) for pair in product(sorted(firsts)[:TOLD], said[:TOLD])}
        ties |= {(block[:3], key.act, pair, noun) for pair in pairs if len(pair) == 2 for noun in nouns}
    number = (row.low, row.high) if row.relation == "range" else row.named
    return {(number, side, tie) for side in SIDES.get(row.relation, "=") for tie in ties}


def _same_series(row, key: Counted, names: frozenset) -> set:
    """What a report shares with every other of the same series, whatever the number (tie 3)."""
    if key.head and key.act and row.kind == "count":
        return set(names)
    if not key.head or pd.isna(row.source):
        return set()
    whose = set().union(*telling(row.source))
    return set(product(names - whose, whose))


def _blocks(rows: pd.DataFrame, keys: list[Counted]) -> list[tuple]:
    """What must be equal before two rows are looked at together."""
    units = rows["unit"].astype("object").where(rows["unit"].notna(), "")
    return list(zip(rows["event"], rows["kind"], units, keys, strict=True))


def _chains(rows: pd.DataFrame, blocks: list[tuple]) -> list[int]:
    """A chain number for each row: in a block, from the smallest figure up, a step over the factor 2 starts anew."""
    anchors = rows["named"].fillna(0).tolist()
    number = {block: k for k, block in enumerate(dict.fromkeys(blocks))}
    order = sorted(range(len(rows)), key=lambda i: (number[blocks[i]], anchors[i]))
    chains, chain = [0] * len(rows), 0
    for before, i in zip([-1, *order], order, strict=False):
        if before < 0 or blocks[before] != blocks[i] or not _one_step(anchors[before], anchors[i]):
            chain += 1
        chains[i] = chain
    return chains


def _one_step(smaller: float, larger: float) -> bool:
    return smaller == larger or (smaller > 0 and larger / smaller <= SERIES_STEP)


def _ambiguous(rows: pd.DataFrame, series: "_Union") -> set[int]:
    """The groups in which too many articles would contradict themselves: their words do not tell one referent."""
    met: dict[tuple[int, str], intervals.Interval] = {}
    for i, (article, *bounds) in enumerate(rows[["article_id", *BOUNDS]].itertuples(index=False)):
        place = (series.root(i), article)
        met[place] = intervals.meet(met.get(place, intervals.EVERYTHING), intervals.Interval(*bounds))
    at_odds = pd.Series([intervals.empty(both) for both in met.values()], dtype=bool)
    shares = at_odds.groupby([root for root, _ in met]).mean()
    return set(shares[shares > AT_ODDS].index)


class _Union:
    """Disjoint sets of row numbers (union by path halving)."""

    def __init__(self, size: int) -> None:
        self.parent = list(range(size))

    def root(self, i: int) -> int:
        """The smallest-numbered member known of the set of `i`."""
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, i: int, j: int) -> None:
        """Make one set of the sets of `i` and `j`."""
        a, b = sorted((self.root(i), self.root(j)))
        self.parent[b] = a


def _tie(seen: dict[Hashable, int], key: Hashable, i: int, *unions: _Union) -> None:
    """Join row `i` with the first row seen under the same key."""
    first = seen.setdefault(key, i)
    for union in unions:
        union.join(first, i)


def _numbered(rows: pd.DataFrame, groups: list[int]) -> list[int]:
    """Referent numbers from 1: those of most outlets first, then of most reports, then in order of the text."""
    grouped = rows.assign(_group=groups, _row=range(len(rows))).groupby("_group", sort=False)
    sizes = pd.DataFrame({"outlets": grouped["outlet"].nunique(), "n": grouped.size(), "first": grouped["_row"].min()})
    ordered = sizes.sort_values(["outlets", "n", "first"], ascending=[False, False, True])
    number = {group: k for k, group in enumerate(ordered.index, 1)}
    return [number[group] for group in groups]


def _labels(rows: pd.DataFrame) -> dict[int, str]:
    """A name for each referent, from the words its reports use: "people / Palestinians killed (Gaza)"."""
    groups: dict[int, list[tuple]] = {}
    said = rows[["referent", "article_id", "quotation", "counted", "act", "places"]]
    for referent, *words in said.astype("object").where(said.notna(), None).itertuples(index=False):
        groups.setdefault(int(referent), []).append(tuple(words))
    return {referent: _label(*zip(*reports, strict=True)) for referent, reports in groups.items()}


def _label(articles: tuple, quotations: tuple, phrases: tuple, acts: tuple, places: tuple) -> str:
    nouns = dict.fromkeys(noun for phrase in phrases if phrase and (noun := re.sub(r"^[\d,. ]+", "", phrase)))
    done = next((act for act in acts if act), None)
    saying = [noun for noun in nouns if done and counted(noun, None).act == counted(None, done).act]
    others = [noun for noun in nouns if noun not in saying][:3]
    plain = " / ".join(others) or ("" if saying else f"“{quotations[0]}”")
    acted = f"{plain} {done}" if plain and done and done not in plain else plain
    name = " / ".join(filter(None, [acted, *saying[:2]]))
    shared = set.intersection(*(set(found.split("; ")) for found in places)) - {""}
    where = [place for place in sorted(shared) if place not in name][:2] if len(set(articles)) > 1 else []
    return name + (f" ({', '.join(where)})" if where else "")


def interval(row: Mapping[str, Any] | pd.Series) -> intervals.Interval:
    """The interval of a row of the ledger."""
    return intervals.Interval(float(row["low"]), float(row["high"]), bool(row["low_open"]), bool(row["high_open"]))
