"""Which edits are words in one another's place: the same part of speech, alike in meaning, between the same words."""

import re

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts.instead import TIMES, TURNS
from samestory.corpus import likeness

SURE = 0.88  # of one fact: below, two verbs are often of two claims (does not *include*, would not *provide*)
ALIKE = 0.5  # likeness of two words, below which they are mostly two things of one sentence
BEFORE, AFTER = re.compile(r"(\w+)\W{0,3}$"), re.compile(r"^\W{0,3}(\w+)")  # the words around, but for marks
SEEN = 40  # letters around an edit in which those are looked for


def in_place(
    edits: pd.DataFrame,
    pairs: pd.DataFrame,
    phrases: pd.DataFrame,
    clauses: pd.DataFrame,
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
) -> pd.DataFrame:
    """The edits without those that replace words by what is not said in their place.

    `pairs` are those of the edits, `quotes` the span table of quotations. Kept of `replaced`, in pairs that are SURE,
    are single words (*step down* is one) between the same two words, both nouns that end a phrase, both verbs, or both
    before one noun, whose vectors are alike (ALIKE); no names, numbers or times; both quoted or neither: a quotation
    and what retells it are worded otherwise by nature. What both sides word alike, and what only one has, stays as it
    is. Errors: two things of one kind (*chief* and *former* counsel).
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    nouns, verbs = (dict(iter(told.groupby("article_id", sort=False))) for told in (phrases, clauses))
    sure = edits["pair"].map(pairs["score"]).ge(SURE) & _in_one_voice(edits, quotes)
    kept = [
        row.change != "replaced" or (of_one and _instead(row, texts, nouns, verbs))
        for row, of_one in zip(edits.itertuples(), sure, strict=True)
    ]
    return edits[pd.Series(kept, index=edits.index, dtype="bool")]


def _in_one_voice(edits: pd.DataFrame, quotes: pd.DataFrame) -> pd.Series:
    """Whether both sides of an edit stand inside a quotation, or neither."""
    held = quotes[quotes["form"].isin(spans.QUOTED)]
    sides = [edits[[f"{name}_{side}" for name in ("article", "start", "end")]] for side in "ab"]
    named = (side.set_axis(["article_id", "start", "end"], axis=1).dropna() for side in sides)
    inside = [
        edits.index.isin(spans.within(one.astype({"start": "int64", "end": "int64"}), held)["inner"]) for one in named
    ]
    return pd.Series(inside[0] == inside[1], index=edits.index, dtype="bool")


def _instead(row, texts: dict[str, str], nouns: dict[str, pd.DataFrame], verbs: dict[str, pd.DataFrame]) -> bool:
    """Whether the words of an edit stand in one another's place."""
    one, other = _word(row.words_a), _word(row.words_b)
    if (
        one is None
        or other is None
        or content.stem(one) == content.stem(other)
        or not likeness.likeness(one, other) >= ALIKE
    ):
        return False
    sides = [(row.article_a, int(row.start_a), int(row.end_a)), (row.article_b, int(row.start_b), int(row.end_b))]
    around, theirs = (_around(texts[article], start, end) for article, start, end in sides)
    parts, others = (_parts(nouns.get(article), verbs.get(article), *span) for article, *span in sides)
    return around is not None and around == theirs and bool(parts & others)


def _word(words: str) -> str | None:
    """The only word of an edit that tells something, function words aside; none for a number, a time or a turn."""
    said = [word for word in words.split() if word not in content.FUNCTION_WORDS]
    if len(said) != 1 or not said[0].isalpha() or said[0] in TURNS | content.NUMBERS.keys():
        return None
    return None if content.stem(said[0]) in TIMES else said[0]


def _around(text: str, start: int, end: int) -> tuple[str, str] | None:
    """The words before and after a span, in small letters; none where a text begins or ends there."""
    before, after = BEFORE.search(text[max(0, start - SEEN) : start]), AFTER.search(text[end : end + SEEN])
    return (before[1].lower(), after[1].lower()) if before and after else None


def _parts(nouns: pd.DataFrame | None, verbs: pd.DataFrame | None, start: int, end: int) -> set[tuple[str, str]]:
    """As what a span may stand: the noun that ends a phrase, a verb, or what describes a noun."""
    found = set()
    if verbs is not None and (verbs["start"].ge(start) & verbs["end"].le(end)).any():
        found.add(("verb", ""))
    if nouns is not None:
        held = nouns[nouns["start"].le(start) & nouns["end"].ge(end) & nouns["name"].isna()]
        ends = zip(held["end"], held["head"].astype("str"), strict=True)
        found |= {("noun", "") if last == end else ("describes", content.stem(head)) for last, head in ends}
    return found
