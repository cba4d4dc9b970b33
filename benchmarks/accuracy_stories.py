"""How well articles are grouped by the story they tell where nobody said, against events told by several outlets."""

from itertools import combinations
from pathlib import Path

import pandas as pd
from samestory import corpus
from samestory.corpus import stories


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """Precision and F1 of the pairs of one story, as (measure, reached, target), for the events of the set `facts`."""
    folders = sorted(path for path in (gold / "facts").iterdir() if path.is_dir())
    parts = [corpus.articles(folder).assign(told=folder.name) for folder in folders]
    articles = pd.concat(parts, ignore_index=True).assign(event=pd.NA)
    found, wanted = _pairs(stories.found(articles)), _pairs(articles["told"])
    precision, recall = len(found & wanted) / max(len(found), 1), len(found & wanted) / len(wanted)
    return [
        (f"stories found: precision of pairs, {len(articles)} articles", precision, 0.97),
        ("stories found: F1 of pairs", 2 * precision * recall / max(precision + recall, 1e-9), 0.95),
    ]


def _pairs(story: pd.Series) -> set[tuple[int, int]]:
    names = story.tolist()
    return {(i, j) for i, j in combinations(range(len(names)), 2) if names[i] == names[j]}
