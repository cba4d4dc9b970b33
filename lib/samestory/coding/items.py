"""What can be audited: every statement, figure, label, pair of tellings and finding of a story as an item to be judged.

Of some kinds also what was not found: sentences in which there is said to be none (`-missed`), so that what the program
misses is estimated too, not only how often it is right.

An item table has a row an item: `kind`; `part` (of findings, the kind of difference); `certainty`, how surely it was
read; `group` (missing for pairs of accounts); the span it rests on, `article_id, sha256, start, end`; `claim`, what is
said of it; and `sides`, what a coder is shown: of each article its id, the spans marked there (none: nothing was found
in it) and what is said of that side.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from samestory.annotate import spans
from samestory.compare import groups

COLUMNS = ["kind", "part", "certainty", "group", "article_id", "sha256", "start", "end", "claim", "sides"]
SURE = 0.9  # a difference read with at least this sureness is of the surer stratum
OWN = "own words"
QUOTED = r'[“”"«»]'
MISSED = "-missed"  # ends the name of a kind whose items are where nothing of another kind was found


class Side(NamedTuple):
    """What of one article is shown: the spans marked in it, and what is said of them."""

    article_id: str
    marks: tuple[tuple[int, int], ...]
    said: str = ""


def speakers(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Every statement counted, as the claim that its speaker says it; `certainty`: how the speaker was told."""
    said = groups.beside(spans.statements(quotes), articles, by)
    rows = [
        ("speakers", None, _text(row.reached) or "described", row.group, row.article_id, row.start, row.end,
         f"The words in the marks are said by: {_text(row.speaker) or row.source}",
         (Side(row.article_id, ((row.start, row.end),)),))
        for row in said.itertuples()
    ]  # fmt: skip
    return _table(rows, articles)


def figures(figures: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Every figure reported (counts, sums, shares), as the claim of what it counts; `certainty`: plain or qualified."""
    reported = groups.beside(figures[figures["reported"].eq(True)], articles, by)
    rows = [
        ("figures", None, "plain" if row.relation == "=" and row.status == "asserted" else "qualified", row.group,
         row.article_id, row.start, row.end, _figure(row), (Side(row.article_id, ((row.start, row.end),)),))
        for row in reported.itertuples()
    ]  # fmt: skip
    return _table(rows, articles)


def labels(labels: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Every label counted, as the claim of what it means here."""
    rows = [
        ("labels", None, row.use, row.group, row.article_id, row.start, row.end,
         f"The words in the marks mean: {row.referent}", (Side(row.article_id, ((row.start, row.end),)),))
        for row in groups.beside(labels, articles, by).itertuples()
    ]  # fmt: skip
    return _table(rows, articles)


def anonymous(quotes: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Every statement: of the anonymous ones the claim that its source is not named, of the others that it is."""
    said = groups.beside(spans.statements(quotes), articles, by)
    unnamed = said["source_class"].eq("anonymous")
    names = [_text(row.speaker) or _text(row.source) for row in said.itertuples()]
    named = [f"Who says the words in the marks is named: {name}" for name in names]
    claims = np.where(unnamed, "Who says the words in the marks is not named.", named)
    kinds = np.where(unnamed, "anonymous", f"anonymous{MISSED}")
    rows = [
        (kind, None, _text(row.reached) or "described", row.group, row.article_id, row.start, row.end, claim,
         (Side(row.article_id, ((row.start, row.end),)),))
        for kind, claim, row in zip(kinds, claims, said.itertuples(), strict=True)
    ]  # fmt: skip
    return _table(rows, articles)


def missed_speakers(
    quotes: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """Every sentence in which no statement was found, as the claim that there is none."""
    found = quotes[spans.speech(quotes) & quotes["form"].ne("scare")]
    claim = "Nobody’s words are quoted or reported in the marked sentence (but for those of the sentences before it)."
    return _missed("speakers", found, sentences, articles, by, claim, hint=QUOTED)


def missed_figures(
    figures: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> pd.DataFrame:
    """Every sentence in which no figure was found to be reported, as the claim that none is."""
    claim = "No number of people, things, money or share of anything is reported in the marked sentence."
    return _missed("figures", figures[figures["reported"].eq(True)], sentences, articles, by, claim, hint=r"\d")


def _missed(
    kind: str, found: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, by: str, claim: str, hint: str
) -> pd.DataFrame:
    """The sentences that no span found reaches into, as items of the kind’s misses; likelier ones are a stratum."""
    empty = groups.beside(_untouched(sentences, found), articles, by)
    likely = empty["text"].str.contains(hint).map({True: "likelier", False: "less likely"})
    rows = [
        (f"{kind}{MISSED}", None, certainty, row.group, row.article_id, row.start, row.end, claim,
         (Side(row.article_id, ((row.start, row.end),)),))
        for row, certainty in zip(empty.itertuples(), likely, strict=True)
    ]  # fmt: skip
    return _table(rows, articles)


def _untouched(sentences: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The sentences into which none of the spans reaches."""
    touched: set[int] = set()
    of_each = {article: of[["start", "end"]].to_numpy() for article, of in found.groupby("article_id", sort=False)}
    for article, of in sentences.groupby("article_id", sort=False):
        for start, end in of_each.get(article, ()):
            touched |= set(of.index[of["start"].lt(end) & of["end"].gt(start)])
    return sentences.drop(index=list(touched))


def facts(tellings: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The first telling of each fact a page shows, with that of each other article, as the claim that both tell it."""
    shown = tellings[tellings["level"].eq("show")]
    middle, rows = shown["score"].median(), []
    for _, of in shown.groupby("fact", sort=False):
        first, *others = of.drop_duplicates("article_id").itertuples()
        rows += [
            ("facts", None, "surer" if other.score >= middle else "less sure", None, other.article_id, other.start,
             other.end, "A and B tell the same fact.",
             tuple(Side(row.article_id, ((row.start, row.end),)) for row in (first, other)))
            for other in others
        ]  # fmt: skip
    return _table(rows, articles)


def findings(differences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Every difference between accounts, as the claim that it is one; `part`: its kind; `certainty`: surer or not."""
    rows = []
    for _, sides in differences.groupby("difference", sort=False):
        first = sides.sort_values("start", na_position="last", kind="stable").iloc[0]
        start, end = (0, 1) if pd.isna(first["start"]) else (int(first["start"]), int(first["end"]))
        certainty = "surer" if first["sure"] >= SURE else "less sure"
        claim = f"{first['kind']}: {first['subject']} ({first['differs']})"
        rows.append(
            ("findings", first["kind"], certainty, None, first["article_id"], start, end, claim, tuple(_sides(sides)))
        )
    return _table(rows, articles)


def _sides(rows: pd.DataFrame) -> Iterable[Side]:
    """Each article of a difference with what it has."""
    for article_id, of in rows.groupby("article_id", sort=False):
        has = of[of["start"].notna()]
        marks = tuple((int(start), int(end)) for start, end in zip(has["start"], has["end"], strict=True))
        said = dict.fromkeys(_text(source) or OWN for source in has["source"])
        yield Side(str(article_id), marks, ", ".join(said))


def _figure(row: Any) -> str:
    """What is read of a figure, in words."""
    words = {
        "": _text(row.quotation) or row.text, "counts": row.counted, "what happened": row.act, "unit": row.unit,
        "status": row.status, "change": row.change, "according to": row.source, "as of": row.as_of,
    }  # fmt: skip
    told = [f"{name}: {_text(value)}" if name else _text(value) for name, value in words.items() if _text(value)]
    return "; ".join(told)


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _table(rows: list[tuple], articles: pd.DataFrame) -> pd.DataFrame:
    """The rows as a table, with the hash of each article's text."""
    names = [name for name in COLUMNS if name != "sha256"]
    table = pd.DataFrame(rows, columns=names).astype({"start": "int64", "end": "int64"})
    table["sha256"] = table["article_id"].map(dict(zip(articles["article_id"], articles["sha256"], strict=True)))
    text = dict.fromkeys(["kind", "part", "certainty", "group", "article_id", "claim", "sha256"], "str")
    return table[COLUMNS].astype(text)
