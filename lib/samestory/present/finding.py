"""A finding: one sentence computed from a table, with its evidence, its n, its caveat and its innocent explanation."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from samestory.annotate.spans import places
from samestory.compare import groups
from samestory.compare.inference import ALPHA
from samestory.corpus import fold, reading
from samestory.present import show

COLUMNS = [
    "sentence",  # what was found, in words, computed from the table it came from
    "kind",  # one of KINDS
    "outlets",  # list: the outlets the sentence is about
    "n",  # how many cases carry it (mentions, pairs, articles: the sentence says which)
    "rests_on",  # "reading" (counts and evidence) or "test" (a p-value)
    "p",  # of this test alone; missing for a reading
    "p_adjusted",  # corrected for all tests of a report (see `compare.inference`); missing for a reading
    "evidence",  # list of (article_id, start, end)
    "caveat",  # the reservation that bites hardest
    "innocent_explanation",  # the strongest explanation that needs no intent, empty where none fits
]
KINDS = ["label", "keyness", "source", "agency", "emphasis", "omission", "edit", "figure", "agreement"]
ORDER = ["keyness", "label", "agreement", "edit", "emphasis", "omission", "figure", "source", "agency"]
LEAD = 3  # findings in the paragraph above the brief
SHORT = 45  # words of a sentence that stands in it, and of those before the last
NO_DIFFERENCE = "do not differ"  # of articles that are one text
NONE_SURE = "No difference sure enough to be said"  # of accounts in which none was found
TESTED = {  # what the tests of a brief compare, by the name of their findings
    "contrasts": "words for one thing", "keyness": "terms", "figure_emphasis": "the place of figures",
    "subject_emphasis": "the place of subjects", "anonymity": "unnamed sources",
    "given": "facts given to a source",
}  # fmt: skip
CREDITED = 3  # outlets named of those that credit an agency
WORDS = 490  # of the findings of a brief that are seen, and of what is said above them, so that the page has 900


def finding(
    sentence: str,
    *,
    kind: str,
    outlets: Sequence[str],
    n: int,
    evidence: Iterable[tuple[str, int, int]],
    caveat: str,
    innocent: str,
    p: float | None = None,
    p_adjusted: float | None = None,
) -> dict[str, Any]:
    """One checked row of the findings table; it rests on a test where `p` is given, else on reading.

    ValueError when the kind is unknown, a text is empty, the evidence is empty or not (article_id, start, end),
    or a test comes without its p_adjusted.
    """
    row = {
        "sentence": sentence,
        "kind": kind,
        "outlets": [str(outlet) for outlet in outlets],
        "n": int(n),
        "rests_on": "reading" if p is None else "test",
        "p": np.nan if p is None else float(p),
        "p_adjusted": np.nan if p_adjusted is None else float(p_adjusted),
        "evidence": [(str(article), int(start), int(end)) for article, start, end in evidence],
        "caveat": caveat,
        "innocent_explanation": innocent,
    }
    _check(row)
    return row


def evidence(spans: pd.DataFrame) -> list[tuple[str, int, int]]:
    """The spans of a table as the evidence of a finding: `(article_id, start, end)`."""
    return list(places(spans))


def table(rows: Iterable[dict[str, Any]] = ()) -> pd.DataFrame:
    """Findings table of the rows given (each made by `finding`), in their order; empty tables keep their columns."""
    found = pd.DataFrame(list(rows), columns=COLUMNS)
    return found.astype({"n": "int64", "p": "float64", "p_adjusted": "float64"})


def brief(*tables: pd.DataFrame, alpha: float = ALPHA) -> pd.DataFrame:
    """The findings that stand, of all the tables together, ranked.

    A test above `alpha` is dropped: p_adjusted allows for all tests of a report already, wherever it stands (see
    `compare.inference`). Where articles do not differ at all, that is the only finding.
    """
    filled = [found for found in tables if len(found)]
    every = pd.concat(filled, ignore_index=True) if filled else table()
    stands = every[every["rests_on"].ne("test") | every["p_adjusted"].le(alpha)]
    alike = stands[stands["sentence"].str.contains(NO_DIFFERENCE, regex=False)]
    whole = len(alike) and {*alike["outlets"].explode()} == {*stands["outlets"].explode()}
    return rank(alike if whole else stands)


def surest(table: pd.DataFrame, mine: pd.Series, others: pd.Series) -> pd.DataFrame:
    """The rows whose difference stands, the surest first; if none does, the one that comes nearest; none untested.

    Only rows in which what is said of the group (`mine`) and of the `others` differs the way the test does; what two
    groups share is said once, from the side that has more.
    """
    apart = mine - others
    sizes = table.assign(_size=-table["statistic"].abs().round(9), _apart=-apart.abs())
    known = sizes[table["p"].notna() & (apart * table["statistic"]).gt(0)]
    if table["group"].nunique() == 2 and known["group"].nunique() == 2:
        known = known[known["statistic"].gt(0)]
    ordered = known.sort_values(["p_adjusted", "p", "_size", "_apart"], kind="stable")[list(table)]
    stands = ordered["p_adjusted"].le(ALPHA)
    return ordered[stands] if stands.any() else ordered.head(1)


def in_brief(tests: Iterable[pd.DataFrame], copies: Iterable[pd.DataFrame], told: pd.DataFrame) -> pd.DataFrame:
    """The findings of a brief, in order: the tests that stand, what articles share or edited, the differences told.

    `told` keeps its own order. Of articles that are one text, edited, the edits are the differences: what is told of
    the same articles is left out. Where articles do not differ at all, that is the only finding. A further column
    `told`: the row of `told` that a finding is, missing of the others.
    """
    standing = brief(*tests)
    standing = standing[standing["rests_on"].eq("test")]
    copied = brief(*copies)
    one_text = {frozenset(outlets) for outlets in copied.loc[copied["kind"].isin(["edit", "agreement"]), "outlets"]}
    other = told.loc[[frozenset(outlets) not in one_text for outlets in told["outlets"]]]
    if len(standing) or len(copied):
        other = other[~none_sure(other)]
    filled = [found for found in (standing, copied, other[COLUMNS].assign(told=other.index)) if len(found)]
    every = pd.concat(filled, ignore_index=True) if filled else table()
    return every.reindex(columns=[*COLUMNS, "told"]).astype({"told": "Int64"})


def as_written(findings: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The findings with what stands in quotation marks letter by letter as an article of their evidence has it.

    What is compared across articles is read with marks and spaces of one kind, and often in small letters; what is
    quoted of it stands as it was delivered. What no article of the evidence has, as the name of a story, stays.
    """
    flat = {name: " ".join(text.split()) for name, text in articles[["article_id", "text"]].itertuples(index=False)}
    told = [
        _quoting(sentence, [flat[name] for name in dict.fromkeys(article for article, _, _ in evidence)])
        for sentence, evidence in findings[["sentence", "evidence"]].itertuples(index=False)
    ]
    return findings.assign(sentence=pd.Series(told, findings.index, dtype=findings["sentence"].dtype))


def _quoting(sentence: str, texts: Sequence[str]) -> str:
    return show.QUOTED.sub(lambda quoted: _written(quoted[0], texts), sentence)


def _written(quoted: str, texts: Sequence[str]) -> str:
    """Words in marks as the first of some texts has them that has: letter by letter, as read, or in other capitals."""
    words = quoted[1:-1]
    if not words or any(words in text for text in texts):
        return quoted
    read, plain = [reading.of(text) for text in texts], fold.plain(words)
    for same in (str, str.casefold):
        for text, folded in zip(texts, read, strict=True):
            at = same(folded.text).find(same(plain))
            if at >= 0 and len(same(folded.text)) == len(folded.text):
                return f"“{text[folded.starts[at] : folded.ends[at + len(plain) - 1]]}”"
    return quoted


def none_sure(findings: pd.DataFrame) -> pd.Series:
    """Which findings say that none was found."""
    return findings["sentence"].astype("str").str.startswith(NONE_SURE).astype("bool")


def tested(judged: Mapping[str, Iterable[pd.DataFrame]]) -> dict[str, int]:
    """How many tests were made of what: the rows with a p in the tables that the findings of each name stand on."""
    counts = {name: sum(int(table["p"].notna().sum()) for table in of if "p" in table) for name, of in judged.items()}
    return {TESTED[name]: n for name, n in counts.items() if n}


def lead(
    findings: pd.DataFrame,
    articles: pd.DataFrame,
    tests: Mapping[str, int],
    *,
    by: str = "outlet",
    pairs: Collection[int] = (),
    differing: str = "",
) -> str:
    """The paragraph above the brief: its first findings, a sentence each, and what they can carry.

    Of findings that stand below as `pairs` (their `told`) `differing` says the first, and in what the others differ.
    `findings` is the ranked table of `brief`, `tests` how many tests were made of what (`tested`). What is longer than
    SHORT is passed over, unless all are, and none begins after SHORT words of others.
    """
    said = findings[~findings["told"].isin(pairs)] if differing else findings
    told = _first(said) if len(said) or not differing else []
    return (
        f"{' '.join(filter(None, (*told, differing))) or _nothing(findings)} {_support(findings, articles, tests, by)}"
    )


def _first(findings: pd.DataFrame) -> list[str]:
    """The sentences of the first findings: what is longer than SHORT is passed over, unless all are."""
    sizes = findings["sentence"].astype("str").str.split().str.len()
    short = findings["sentence"][sizes.le(SHORT)].head(LEAD)
    told = (
        short[sizes[short.index].cumsum() - sizes[short.index] <= SHORT] if len(short) else findings["sentence"].head(1)
    )
    return list(told)


def _nothing(findings: pd.DataFrame) -> str:
    return "" if len(findings) else "Nothing was found in which these articles differ."


def _support(findings: pd.DataFrame, articles: pd.DataFrame, tests: Mapping[str, int], by: str) -> str:
    """What the findings rest on, in one sentence."""
    readings = "" if none_sure(findings).all() else ": these are readings with their evidence"
    if groups.of(articles, by).value_counts().max() == 1:
        estimates = f"{readings}, not estimates" if readings else " is no estimate"
        return f"One article an {by}{estimates} of how any {by} reports."
    standing = int(findings["rests_on"].eq("test").sum())
    if not tests:
        return f"Nothing could be tested with these articles{readings}."
    if not standing:
        return f"Nothing that was tested over all articles differs by more than chance explains{readings}."
    counted = f"What can be counted over all articles ({show.listed(tests)})"
    stand = show.many(standing, "difference")
    return f"{counted} differs by more than chance explains in {stand}; the rest are readings with their evidence."


def rank(findings: pd.DataFrame) -> pd.DataFrame:
    """The same findings, those carried by most evidence first.

    Tests before readings (smallest p_adjusted first). Readings by turns: the best of each kind before the second best
    of any, the kinds in the order of ORDER (what compares accounts before what describes one), within a kind those with
    most pieces of evidence first, then from most articles. Ties keep their order.
    """
    evidence = findings["evidence"]
    keyed = findings.assign(
        _test=findings["rests_on"].ne("test"),
        _kind=findings["kind"].map(ORDER.index),
        _spans=[-len(set(spans)) for spans in evidence],
        _articles=[-len({article for article, _, _ in spans}) for spans in evidence],
    )
    carried = ["p_adjusted", "_spans", "_articles"]
    keyed = keyed.sort_values(["_test", *carried], kind="stable")
    keyed["_turn"] = keyed.groupby("kind").cumcount().where(keyed["_test"], 0)
    keyed = keyed.sort_values(["_test", "_turn", "p_adjusted", "_kind", *carried[1:]], kind="stable")
    return keyed[COLUMNS].reset_index(drop=True)


def to_json(findings: pd.DataFrame) -> str:
    """`findings.json`: a list of objects with the columns of the findings table; a missing p is null."""
    records = [{name: _plain(value) for name, value in row.items()} for row in findings[COLUMNS].to_dict("records")]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def innocent_explanation(
    articles: pd.DataFrame, *, kind: str = "", by: str = "outlet", lacking: Sequence[object] = ()
) -> str:
    """The strongest explanation of a difference that needs no intent, from the articles compared.

    Time comes first (different days; a day unknown), then agency copy, length, and one article an outlet; what an
    article calls things (label, edit, keyness) is explained by agency copy before length, what it has room for
    (omission, emphasis) by length before agency copy, and a number by no length. Where groups are `lacking` something,
    length explains it only if the shortest is one of theirs, and an agency only if another credits it. At most two are
    given; '' where none fits.
    """
    told = articles.assign(group=groups.of(articles, by))
    copy = _copy(told[~told["group"].astype("str").isin(list(map(str, lacking)))])
    room = _length(told, lacking)
    middle = [copy, room] if kind in {"label", "edit", "keyness", "agency", "source"} else [room, copy]
    candidates = [_time(told), *([copy] if kind == "figure" else middle), _single(told)]
    held = [reason for reason in candidates if reason][:2]
    return _sentence(", and ".join(held)) if held else ""


def _time(articles: pd.DataFrame) -> str:
    """Why the articles may differ in time: a day unknown, or the spans of days each side covers."""
    known = articles[articles["published"].notna()]
    if len(known) < len(articles):
        undated = " and ".join(sorted(set(articles.loc[articles["published"].isna(), "group"])))
        return f"the date of {undated} is unknown, so the articles may be days apart"
    vague = known.loc[[period.freqstr != "D" for period in known["published"]]]
    if len(vague):
        names = " and ".join(sorted(set(vague["group"])))
        return f"the day of {names} is unknown, so the articles may be days apart"
    if "event" in articles and articles["event"].notna().all() and articles["event"].nunique() > 1:
        return _of_events(known)
    covered = {(min(days), max(days)) for _, days in known.groupby("group", observed=True)["published"]}
    different = len(covered) > 1
    return "the articles were written on different days" if different else ""


def _of_events(articles: pd.DataFrame) -> str:
    """Why articles of several events may differ: most events only one group tells, or most are told on several days."""
    events = articles.groupby("event")
    told = events["group"].nunique()
    alone = int(told.eq(1).sum())
    if 2 * alone > len(told):
        part = f"{alone:,} of {len(told):,} events"
        return f"{part} are told on one side only, so the articles differ in what they are about"
    several = events["published"].agg(lambda days: max(days) > min(days))[told.gt(1)]
    apart = int(several.sum())
    told_by = f"of {len(several)} events that several tell"
    return f"in {apart} {told_by} the articles are of different days" if 2 * apart > len(several) else ""


def _copy(articles: pd.DataFrame) -> str:
    """Which agencies the articles of others credit: their wording may be the agency's."""
    credited = articles[articles["credit"].notna()]
    credited = credited.loc[[not _is_agency(*pair) for pair in zip(credited["group"], credited["credit"], strict=True)]]
    if credited.empty:
        return ""
    who = credited.groupby("credit")["group"].agg(lambda names: sorted(set(map(str, names))))
    agency = min(who.index, key=lambda credit: (-len(who[credit]), credit))
    return f"{_credit(who[agency])} {agency}, whose wording it may be"


def _credit(names: Sequence[str]) -> str:
    """That these credit somebody: of many CREDITED are named."""
    return f"{show.listed(show.first(names, CREDITED))} {'credits' if len(names) == 1 else 'credit'}"


def _is_agency(group: object, credit: str) -> bool:
    """Whether a group is the agency credited, under its name or the capitals of it: “Associated Press”, “AP”."""
    name = str(group)
    return credit.casefold() in (name.casefold(), "".join(word[0] for word in name.split()).casefold())


def _length(articles: pd.DataFrame, lacking: Iterable[object]) -> str:
    """By how much the shortest outlet's article is shorter than the longest's, from 25 % up (medians of words).

    Nothing where the shortest has what others are `lacking`.
    """
    lengths = reading.read(articles)["text"].str.split().str.len()
    words = lengths.groupby(articles["group"], observed=True).median()
    lacks = set(map(str, lacking))
    if len(words) < 2 or words.min() > 0.75 * words.max() or (lacks and str(words.idxmin()) not in lacks):
        return ""
    less = 100 * (1 - words.min() / words.max())
    return f"the text of {words.idxmin()} is {less:.0f} % shorter than that of {words.idxmax()}"


def _single(articles: pd.DataFrame) -> str:
    """One article an outlet: one reporter's or editor's choice."""
    alone = articles["group"].value_counts().max() == 1 if len(articles) else False
    return "with one article each it may be one reporter's choice" if alone else ""


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."


def _check(row: dict[str, Any]) -> None:
    """Raise the ValueError that `finding` promises."""
    if row["kind"] not in KINDS:
        raise ValueError(f"kind of a finding is {row['kind']!r}; valid are {', '.join(KINDS)}")
    for name in ("sentence", "caveat"):
        if not row[name] or not row[name].strip():
            raise ValueError(f"a finding of kind {row['kind']} has no {name}: {row['sentence']!r}")
    if not row["evidence"] or any(start >= end for _, start, end in row["evidence"]):
        raise ValueError(f"a finding needs evidence spans with start < end: {row['sentence']!r} has {row['evidence']}")
    if row["rests_on"] == "test" and np.isnan(row["p_adjusted"]):
        raise ValueError(f"a finding that rests on a test needs p_adjusted (see inference.tests): {row['sentence']!r}")


def _plain(value: Any) -> Any:
    """The value as JSON knows it."""
    if isinstance(value, Real) and not isinstance(value, bool):
        return None if np.isnan(float(value)) else value.item() if isinstance(value, np.generic) else value
    return value
