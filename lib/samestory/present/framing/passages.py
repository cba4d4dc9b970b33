"""Aligned passages as a reader compares them: one above the other, with what differs marked in each."""

from collections.abc import Iterable

import pandas as pd
from IPython.display import HTML

from samestory.annotate import spans as span_tables
from samestory.compare import groups
from samestory.present.evidence import marked, spread
from samestory.present.show import escape
from samestory.present.style import outlet_marks

SHOWN = 12


def side_by_side(
    pairs: pd.DataFrame, edits: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", limit: int = SHOWN
) -> HTML:
    """The aligned pairs, each with both sentences, their edits marked, their places, and what aligned them.

    `edits` is the table of `framing.edits` for these `pairs`. At most `limit` pairs are shown, spread over the
    articles, and a line says of how many.
    """
    if pairs.empty:
        return HTML("")
    numbered = pairs.assign(article_id=pairs["article_a"], number=range(len(pairs)))
    shown = spread(numbered, limit)
    changed = edits[edits["change"].ne("same")]
    told = articles.assign(group=groups.of(articles, by))
    blocks = "".join(_pair(row, changed[changed["pair"].eq(row["number"])], told) for row in shown.to_dict("records"))
    rest = (
        f'<p class="rest">{len(shown)} of {len(pairs):,} aligned pairs are shown.</p>'
        if len(shown) < len(pairs)
        else ""
    )
    return HTML(f'<div class="pairs">{blocks}</div>{rest}')


def only_here(sentences: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", limit: int = SHOWN) -> HTML:
    """The sentences aligned with none, folded, by article: at most `limit` of each, as the heading says."""
    blocks = []
    marks = outlet_marks(groups.names(articles, by))
    for article in articles.assign(group=groups.of(articles, by)).to_dict("records"):
        own = sentences[sentences["article_id"].eq(article["article_id"])]
        if len(own):
            quotes = "".join(
                f'<blockquote><p dir="auto">{escape(text)}</p></blockquote>' for text in own["text"].head(limit)
            )
            of = f"{min(limit, len(own))} of {len(own):,}" if len(own) > limit else f"{len(own):,}"
            name = f"{marks[article['group']].sign} {escape(article['group'])}: sentences aligned with none ({of})"
            blocks.append(f'<details class="evidence"><summary>{name}</summary>{quotes}</details>')
    return HTML("".join(blocks[:limit]))


def _pair(pair: dict, edits: pd.DataFrame, articles: pd.DataFrame) -> str:
    sides = "".join(_side(pair, side, edits, articles) for side in "ab")
    shared = (
        f"Aligned by: {escape(pair['shared'])} (score {pair['score']:.2f})" if isinstance(pair["shared"], str) else ""
    )
    return f'<div class="pair">{sides}<p class="why">{shared}</p></div>'


def _side(pair: dict, side: str, edits: pd.DataFrame, articles: pd.DataFrame) -> str:
    article = articles.loc[articles["article_id"].eq(pair[f"article_{side}"])].iloc[0].to_dict()
    start, end = int(pair[f"start_{side}"]), int(pair[f"end_{side}"])
    quote = marked(article["text"], start, end, _marks(edits, side))
    place = span_tables.position(
        pd.DataFrame({"article_id": [article["article_id"]], "start": [start], "end": [end]}), articles
    ).iloc[0]
    cite = f"paragraph {int(place['paragraph'])} of {int(place['paragraphs'])} · characters {start:,}–{end:,}"
    sign = outlet_marks(articles["group"].cat.categories)[article["group"]].sign
    footer = f"{sign} <bdi>{escape(article['group'])}</bdi> · {cite}"
    return f'<blockquote><p dir="auto">{quote}</p><footer>{footer}</footer></blockquote>'


def _marks(edits: pd.DataFrame, side: str) -> Iterable[tuple[int, int]]:
    held = edits[edits[f"start_{side}"].notna()]
    return [(int(start), int(end)) for start, end in zip(held[f"start_{side}"], held[f"end_{side}"], strict=True)]
