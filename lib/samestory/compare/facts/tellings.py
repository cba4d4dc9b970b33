"""Tellings: how each article tells each fact of its story: where, in whose voice, and in which words."""

import pandas as pd

from samestory.annotate import spans

COLUMNS = [
    "story", "fact", "level", "group", "article_id", "start", "end", "text", "score", "paragraph", "paragraphs",
    "voice", "source", "speaker", "cue",
]  # fmt: skip
MOSTLY = 0.5  # of a telling's letters must be said by somebody before it is not the narrator's


def tellings(facts: pd.DataFrame, articles: pd.DataFrame, quotes: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """How each article tells each fact: a row for each fact and sentence, in the order of `facts`.

    `facts` is the table of `groups.facts`, `quotes` the span table of quotations. Columns: `story, fact, level`;
    `group` (the value of the column `by`); the sentence as a span; `score`; `paragraph` k of `paragraphs` K;
    `voice`: `quoted` or `attributed` where more than half of the sentence is somebody's words, else `narrator`;
    `source` and `cue` (as written there) and `speaker` (the fullest name in the article) of the widest statement in it,
    missing where nobody is given.
    """
    texts, groups = (dict(zip(articles["article_id"], articles[name], strict=True)) for name in ("text", by))
    table = facts.assign(group=facts["article_id"].map(groups))
    where = zip(facts["article_id"], facts["start"], facts["end"], strict=True)
    table["text"] = pd.Series([texts[a][start:end] for a, start, end in where], index=facts.index, dtype="str")
    place = spans.position(table, articles)[["paragraph", "paragraphs"]]
    said = _said(table, quotes)
    return pd.concat([table, place, said], axis=1)[COLUMNS].reset_index(drop=True)


def _said(sentences: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The voice of each sentence, and the source and speaker of the statement that fills most of it."""
    spoken = quotes[spans.speech(quotes)]
    held = {article: list(rows.itertuples()) for article, rows in spoken.groupby("article_id", sort=False)}
    rows = [_statement(row, held.get(row.article_id, [])) for row in sentences.itertuples()]
    return pd.DataFrame(rows, columns=["voice", "source", "speaker", "cue"], index=sentences.index, dtype="object")


def _statement(sentence, statements: list) -> tuple:
    widest, filled = None, 0
    for statement in statements:
        inside = min(sentence.end, statement.end) - max(sentence.start, statement.start)
        if inside > filled and statement.form != "scare":
            widest, filled = statement, inside
    if widest is None or (pd.isna(widest.source) and widest.form not in spans.QUOTED):
        return "narrator", None, None, None
    voice = "quoted" if widest.form in spans.QUOTED else "attributed"
    enough = filled > MOSTLY * (sentence.end - sentence.start)
    named = (None if pd.isna(value) else value for value in (widest.source, widest.speaker, widest.cue))
    return (voice if enough else "narrator", *named)
