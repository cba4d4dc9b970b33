"""A reader: one article with all that was found in it marked, each kind switched by its fold, without a script."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd
from IPython.display import HTML

from samestory.annotate import spans
from samestory.present import show
from samestory.present.show import escape, escape_attribute

KINDS = {  # each kind with what its fold says
    "voice": "Inside quotation marks, reported of a source, or in marks that quote nobody.",
    "speakers": "Who is said to say it.",
    "actors": "People, bodies and places, by the name they are counted under.",
    "figures": "Numbers, with what they count.",
    "words": "Names that the table of referents lists, with what is meant.",
}
STYLE = (
    ".reader .article{max-width:42rem;line-height:1.7}.reader>details{display:inline-block;margin-right:1rem}"
    ".reader details[open].voice~.article .quoted{background:#0072b226}"
    ".reader details[open].voice~.article .attributed{text-decoration:underline dotted}"
    ".reader details[open].voice~.article .scare{text-decoration:underline wavy}"
    ".reader details[open].speakers~.article .speakers{font-weight:700}"
    ".reader details[open].actors~.article .actors{border-bottom:2px solid var(--outlet-1,#0072b2)}"
    ".reader details[open].figures~.article .figures{outline:1px solid var(--outlet-3,#00795b)}"
    ".reader details[open].words~.article .words{background:var(--mark,#fff0b3)}"
)


class Mark(NamedTuple):
    """A stretch of one article's text: its `kind` as a class (or several), and what is said of it."""

    start: int
    end: int
    kind: str
    says: str


def page(articles: pd.DataFrame, sentences: pd.DataFrame, tables: Mapping[str, pd.DataFrame]) -> HTML:
    """The articles one below the other, marked; `tables` are the span tables `quotes, actors, figures, labels`.

    Every sentence has an anchor, `read-ARTICLE-START`, by which an offset leads to it.
    """
    found = marks(tables)
    shown = [
        _article(row, found.get(row["article_id"], []), sentences[sentences["article_id"].eq(row["article_id"])])
        for row in articles.to_dict("records")
    ]
    return HTML(f"<style>{STYLE}</style>{''.join(shown)}" if shown else "")


def marks(tables: Mapping[str, pd.DataFrame]) -> dict[str, list[Mark]]:
    """All that is marked, by article."""
    quotes, actors, figures, labels = (tables[name] for name in ("quotes", "actors", "figures", "labels"))
    named = quotes[quotes["source_start"].notna()].drop_duplicates(["article_id", "source_start", "source_end"])
    found = [
        *_of(spans.voiced_regions(quotes), "voice", lambda row: (row.voice, row.voice)),
        *_of(named.assign(start=named["source_start"], end=named["source_end"]), "speakers",
             lambda row: ("speakers", f"speaker: {_or(row.speaker, row.source)}")),
        *_of(actors, "actors", lambda row: ("actors", f"actor: {_or(row.actor, row.text)}")),
        *_of(figures, "figures", lambda row: ("figures", f"{row.kind}: {_or(row.counted, row.text)}")),
        *_of(labels, "words", lambda row: ("words", f"{row.label}: {row.referent}")),
    ]  # fmt: skip
    by_article: dict[str, list[Mark]] = {}
    for article_id, mark in found:
        by_article.setdefault(article_id, []).append(mark)
    return by_article


def marked(text: str, start: int, end: int, found: Iterable[Mark]) -> str:
    """The HTML of `text[start:end]`: each stretch that is marked alike in one element, with its classes and title."""
    inside = [mark for mark in found if mark.start < end and mark.end > start]
    edges = sorted({start, end, *(max(start, mark.start) for mark in inside), *(min(end, mark.end) for mark in inside)})
    pieces = []
    for left, right in pairwise(edges):
        here = [mark for mark in inside if mark.start <= left and mark.end >= right]
        words = escape(text[left:right])
        classes = " ".join(dict.fromkeys(mark.kind for mark in here))
        says = escape_attribute("; ".join(dict.fromkeys(mark.says for mark in here)))
        pieces.append(f'<span class="{classes}" title="{says}">{words}</span>' if here else words)
    return "".join(pieces)


def _of(table: pd.DataFrame, kind: str, told: Any) -> list[tuple[str, Mark]]:
    """The rows of a table as marks; `told` gives the class of each and what is said of it."""
    return [(row.article_id, Mark(int(row.start), int(row.end), *told(row))) for row in table.itertuples()]


def _or(value: object, other: object) -> object:
    return other if pd.isna(value) else value  # type: ignore[call-overload]


def _article(article: dict, found: list[Mark], sentences: pd.DataFrame) -> str:
    """One article: what is known of it, a fold a kind, and its sentences, each with its anchor."""
    folds = "".join(
        f'<details class="{kind}"{" open" if kind == "voice" else ""}><summary>{show.capital(kind)} '
        f"({_many(kind, found)})</summary><p>{escape(says)}</p></details>"
        for kind, says in KINDS.items()
    )
    known = [show.date(article.get("published")), *(str(article[c]) for c in ("headline",) if _known(article.get(c)))]
    head = f"<h3><bdi>{escape(article['outlet'])}</bdi>, {escape(', '.join(known))}</h3>"
    name, at, parts = escape_attribute(article["article_id"]), 0, []
    for start, end in zip(sentences["start"], sentences["end"], strict=True):
        between = article["text"][at:start]
        parts.append('</p><p dir="auto">' if "\n\n" in between else escape(between))
        inside = marked(article["text"], start, end, found)
        parts.append(f'<span id="read-{name}-{start}">{inside}</span>')
        at = end
    body = f'<div class="article"><p dir="auto">{"".join(parts)}</p></div>'
    return f'<section class="reader">{head}{folds}{body}</section>'


def _many(kind: str, found: Iterable[Mark]) -> int:
    classes = set(spans.VOICES) if kind == "voice" else {kind}
    return sum(mark.kind in classes for mark in found)


def _known(value: object) -> bool:
    return isinstance(value, str) and bool(value)
