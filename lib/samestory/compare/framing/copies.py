"""Shared copy: passages that two outlets carry nearly word for word, as when both print an agency's text.

Found by word shingles (Broder 1997): every run of SHINGLE words that both articles have, extended as far as it goes,
and joined across gaps of up to GAP words. What stands inside a quotation is left out where `quotes` are given: two
outlets that quote one speech share its words without sharing copy.
"""

import hashlib
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from samestory import corpus
from samestory.compare.facts.stories import DAYS, article_pairs, stories
from samestory.corpus import fold, known, language

SHINGLE = 8
PARAGRAPH, LONGEST = 30, 15  # words that two articles share, and of the longest passage, from which it is copy
GAP = 3
ONE_TEXT = 0.5
SURE = 0.75  # odds of 3: of 55 such pairs in six events read by hand 53 told one fact
COLUMNS = ["article_id", "start", "end", "text", "words", "other", "other_start", "other_end"]


def shared_copy(
    words: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    quotes: pd.DataFrame | None = None,
    by: str = "outlet",
    days: int = DAYS,
) -> pd.DataFrame:
    """The passages that articles of two outlets share: a span table, each passage once from either side.

    `words` come from `corpus.language.words`. Columns after the span: `words` (how many are shared), `other` (the other
    article) with `other_start`, `other_end`. Undercounts copy that was rewritten more often than every SHINGLE words.
    """
    told = _outside(words, quotes) if quotes is not None else words
    read = _read(told)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = []
    pairs = article_pairs(articles, by=by, days=days)
    for first, second in zip(pairs["article_a"], pairs["article_b"], strict=True):
        if first in read and second in read and np.isin(read[first].runs, read[second].runs).any():
            for a, b, count in _passages(read[first], read[second]):
                rows.append((first, *a, texts[first][slice(*a)], count, second, *b))
                rows.append((second, *b, texts[second][slice(*b)], count, first, *a))
    return pd.DataFrame(rows, columns=COLUMNS)


def wire_texts(folder: str | Path) -> pd.DataFrame:
    """The agency texts of a folder as an articles table, empty where there are none: the only originals there are.

    One `.txt` file each; the agency is the folder it stands in, or what `articles.csv` beside it says.
    """
    if not any(known.find(folder).rglob("*.txt")):
        return pd.DataFrame(columns=["article_id", "outlet", "text", "credit"], dtype="str")
    return corpus.articles(folder)


def from_wire(words: pd.DataFrame, articles: pd.DataFrame, wire: pd.DataFrame) -> pd.DataFrame:
    """The passages that articles share with agency texts, whatever their event: a table as that of `shared_copy`."""
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    read, agency = _read(words), _read(language.words(wire))
    order = {name: k for k, name in enumerate(agency)}
    having: dict[int, list[str]] = defaultdict(list)
    for name, told in agency.items():
        for run in told.runs.tolist():
            having[run].append(name)
    rows = [
        (article, *a, texts[article][slice(*a)], count, name, *b)
        for article, told in read.items()
        for name in sorted({name for run in told.runs.tolist() for name in having.get(run, ())}, key=order.__getitem__)
        for a, b, count in _passages(told, agency[name])
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def both(shared: pd.DataFrame, wire_copy: pd.DataFrame) -> pd.DataFrame:
    """The passages shared with another outlet and those shared with an agency text, in one table."""
    return pd.concat([shared, wire_copy], ignore_index=True)


def masked(articles: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """The articles with spaces where they share copy, so that offsets stay: each outlet's own words, for any count."""
    held = dict(iter(copies.groupby("article_id", sort=False)))
    texts = []
    for article, text in zip(articles["article_id"], articles["text"], strict=True):
        for start, end in held[article][["start", "end"]].itertuples(index=False) if article in held else ():
            text = text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
        texts.append(text)
    digests = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
    return articles.assign(text=texts, sha256=digests)


def own(articles: pd.DataFrame, copies: pd.DataFrame, *, own_words: bool = True) -> pd.DataFrame:
    """The articles to count words in: with their shared passages masked where only `own_words` count."""
    return masked(articles, copies) if own_words else articles


def shares(
    copies: pd.DataFrame, words: pd.DataFrame, articles: pd.DataFrame, *, wire: pd.DataFrame | None = None
) -> pd.DataFrame:
    """How much of each article is shared copy, one row an article: `words`, `shared`, `share`, `likely_source`.

    The likely source is the agency whose text it shares (an article_id of `wire`, see `from_wire`), else the agency
    that the article, or one that it shares with, credits; missing where nothing is shared or nobody is credited.
    Less than a paragraph (`paragraphs`) is a set phrase, a name or a third paper's words, and not counted.
    """
    copies = paragraphs(copies)
    counted = words.groupby("article_id", sort=False).size()
    place = words.groupby("article_id", sort=False).indices
    shared = {
        str(article): _covered(group, words["start"].to_numpy()[place[article]])
        for article, group in copies.groupby("article_id", sort=False)
    }
    table = articles[["article_id", "outlet"]].copy()
    table["words"] = table["article_id"].map(counted).fillna(0).astype("int64")
    table["shared"] = table["article_id"].map(shared).fillna(0).astype("int64")
    table["share"] = table["shared"] / table["words"].clip(lower=1)
    agency = {} if wire is None else dict(zip(wire["article_id"], wire["outlet"], strict=True))
    others = copies.groupby("article_id", sort=False)["other"].agg(list).to_dict()
    credit = articles.set_index("article_id")["credit"]
    table["likely_source"] = [_source(one, others.get(one, []), credit, agency) for one in table["article_id"]]
    return table.reset_index(drop=True)


def paragraphs(copies: pd.DataFrame) -> pd.DataFrame:
    """The passages of two articles that share a paragraph's worth: PARAGRAPH words, LONGEST of them in one passage."""
    both = copies.groupby(["article_id", "other"], sort=False)["words"]
    return copies[both.transform("sum").ge(PARAGRAPH) & both.transform("max").ge(LONGEST)]


def one_text(copies: pd.DataFrame, words: pd.DataFrame, pairs: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The aligned pairs that surely tell one fact, where two articles that are one text, edited, stand as one pair.

    Surely: from a score of SURE on; what is worded otherwise in two facts is no edit. Two articles are one text when
    more than ONE_TEXT of the words of either are shared copy. Columns as in `align`.
    """
    counted = words.groupby("article_id", sort=False).size()
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    shared = copies.groupby(["article_id", "other"], sort=False)["words"].sum()
    edited = {key for key, count in shared.items() if count > ONE_TEXT * counted[key[0]]}
    story = dict(zip(articles["article_id"], stories(articles), strict=True))
    place = {article: k for k, article in enumerate(articles["article_id"])}
    both = [(story[a], a, b) for a, b in sorted({tuple(sorted(key, key=place.__getitem__)) for key in edited})]
    whole = [
        {"story": story, "article_a": a, "start_a": 0, "end_a": len(texts[a]), "text_a": texts[a]}
        | {"article_b": b, "start_b": 0, "end_b": len(texts[b]), "text_b": texts[b], "score": 1.0}
        for story, a, b in both
    ]
    named = {(a, b) for _, a, b in both}
    apart = [key not in named for key in zip(pairs["article_a"], pairs["article_b"], strict=True)]
    kept = pairs[pd.Series(apart, pairs.index, dtype="bool") & pairs["score"].ge(SURE)].reset_index(drop=True)
    return pd.concat([pd.DataFrame(whole, columns=pairs.columns), kept], ignore_index=True) if whole else kept


def without(spans: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """The spans of any span table that do not start inside shared copy: what each outlet says in its own words."""
    inside = pd.Series(False, index=spans.index)
    ranges = dict(iter(copies.groupby("article_id", sort=False)))
    for article, rows in spans.groupby("article_id", sort=False):
        if article in ranges:
            starts = rows["start"].to_numpy()[:, None]
            held = ranges[article]
            inside.loc[rows.index] = ((held["start"].to_numpy() <= starts) & (starts < held["end"].to_numpy())).any(
                axis=1
            )
    return spans[~inside]


def _outside(words: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The words that stand in no direct quotation."""
    marked = quotes[quotes["form"].isin(["direct", "mixed"])] if "form" in quotes else quotes
    return without(words, marked)


class Read(NamedTuple):
    """The words of an article, where each stands, and the hashes of its runs of SHINGLE words."""

    words: list[str]
    spans: np.ndarray
    runs: np.ndarray


def _read(words: pd.DataFrame) -> dict[str, Read]:
    """What is compared of each article: two that share a run of words share its hash."""
    plain = words["text"].map(fold.plain).str.lower().to_numpy(object)
    hashes, spans = pd.util.hash_array(plain), words[["start", "end"]].to_numpy()
    rows = words.groupby("article_id", sort=False).indices
    return {str(article): Read(plain[of].tolist(), spans[of], _hashed(hashes[of])) for article, of in rows.items()}


def _hashed(words: np.ndarray) -> np.ndarray:
    """The hashes of the runs of SHINGLE words, each once: a polynomial of those of its words (Karp & Rabin 1987)."""
    if len(words) < SHINGLE:
        return np.zeros(0, np.uint64)
    powers = np.cumprod(np.full(SHINGLE, 0x9E3779B97F4A7C15, np.uint64))
    return np.unique(np.lib.stride_tricks.sliding_window_view(words, SHINGLE) @ powers)


def _passages(a: Read, b: Read) -> list[tuple[tuple[int, int], tuple[int, int], int]]:
    """Shared passages of two articles as character offsets of both sides, with the number of words shared."""
    runs = _joined(_runs(a.words, b.words))
    left, right = a.spans, b.spans
    return [
        ((int(left[i, 0]), int(left[i_end - 1, 1])), (int(right[j, 0]), int(right[j_end - 1, 1])), count)
        for i, i_end, j, j_end, count in runs
    ]


def _runs(first: list[str], second: list[str]) -> list[tuple[int, int, int, int, int]]:
    """The longest runs of at least SHINGLE words that both have: `(start, end, other start, other end, words)`."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, run in enumerate(language.runs(second, SHINGLE)):
        index[run].append(j)
    runs, i = [], 0
    while i <= len(first) - SHINGLE:
        lengths = [(_length(first, second, i, j), -j) for j in index.get(tuple(first[i : i + SHINGLE]), ())]
        if not lengths:
            i += 1
            continue
        length, j = max(lengths)
        runs.append((i, i + length, -j, -j + length, length))
        i += length
    return runs


def _length(first: list[str], second: list[str], i: int, j: int) -> int:
    length = SHINGLE
    while i + length < len(first) and j + length < len(second) and first[i + length] == second[j + length]:
        length += 1
    return length


def _joined(runs: list[tuple[int, int, int, int, int]]) -> list[tuple[int, int, int, int, int]]:
    """Runs that follow each other on both sides within GAP words become one passage."""
    joined: list[tuple[int, int, int, int, int]] = []
    for run in runs:
        if joined and 0 <= run[0] - joined[-1][1] <= GAP and 0 <= run[2] - joined[-1][3] <= GAP:
            last = joined.pop()
            run = (last[0], run[1], last[2], run[3], last[4] + run[4])
        joined.append(run)
    return joined


def _covered(passages: pd.DataFrame, starts: np.ndarray) -> int:
    """How many words of the article stand inside one of its shared passages."""
    starts = starts[:, None]
    inside = (passages["start"].to_numpy() <= starts) & (starts < passages["end"].to_numpy())
    return int(np.any(inside, axis=1).sum())


def _source(article: str, others: list[str], credit: pd.Series, agency: dict[str, str]) -> str | None:
    if named := [agency[other] for other in others if other in agency]:
        return str(named[0])
    credits = credit.loc[[article, *dict.fromkeys(others)] if others else []].dropna()
    return str(credits.iloc[0]) if len(credits) else None
