"""How well what stands beside an article on the page is set aside, against texts read by hand."""

import json
from pathlib import Path

import pandas as pd
from samestory import corpus
from samestory.corpus import paragraphs

Span = tuple[int, int]


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """Precision and recall of what is set aside, as (measure, reached, target), for the gold set `facts`."""
    right = predicted = found = wanted = 0
    for folder in sorted(path for path in (gold / "facts").iterdir() if path.is_dir()):
        aside, furniture = _aside(folder), _furniture(folder)
        predicted += len(aside)
        right += sum(_covered(span, furniture) for span in aside)
        wanted += len(furniture)
        found += sum(_covered(span, aside) for span in furniture)
    return [
        (f"set aside: precision, of {predicted}", right / predicted if predicted else 1.0, 0.95),
        (f"furniture set aside: recall, of {wanted}", found / wanted if wanted else 1.0, 0.85),
    ]


def _aside(folder: Path) -> list[tuple[str, int, int]]:
    """What is set aside in the files of a folder, by offsets of the file: paragraphs, and lines after the text."""
    articles = corpus.articles(folder)
    files = dict(zip(articles["article_id"], articles["path"], strict=True))
    offset = dict(zip(articles["article_id"], articles["offset"], strict=True))
    spans = paragraphs.paragraphs(articles)
    kept = spans[spans["kind"].isin(paragraphs.ASIDE) & spans["kind"].ne("dateline")]
    found = [
        (files[article], start + offset[article], end + offset[article])
        for article, start, end in kept[["article_id", "start", "end"]].itertuples(index=False)
    ]
    return found + [row for article in articles.to_dict("records") for row in _outside(folder, pd.Series(article))]


def _outside(folder: Path, article: pd.Series) -> list[tuple[str, int, int]]:
    """The lines of the file after the text."""
    whole = (folder / article["path"]).read_text(encoding="utf-8")
    start = article["offset"] + len(article["text"])
    rest = whole[start:]
    lead = len(rest) - len(rest.lstrip())
    return [(article["path"], start + lead, len(whole.rstrip()))] if rest.strip() else []


def _furniture(folder: Path) -> list[tuple[str, int, int]]:
    """The gold furniture of a folder, as file and offsets."""
    listed = json.loads((folder / "gold_offsets.json").read_text(encoding="utf-8"))["furniture"]
    return [(f"{row['article']}.txt", *row["span"]) for row in listed]


def _covered(span: tuple[str, int, int], others: list[tuple[str, int, int]]) -> bool:
    """Whether half of a span lies in the spans of the others."""
    file, start, end = span
    shared = sum(max(0, min(end, b) - max(start, a)) for name, a, b in others if name == file)
    return 2 * shared >= end - start
