"""How well quotations and attributions are found, with source and cue, on PolNeAR (`quotes` of the gold folder).

Scored by the folder's own score.py on its development articles, which no weight was learnt from. A partial quotation
stands inside its mixed row, and marks within marks inside the quotation around them, so they are left out here; scare
quotes are no attribution.
"""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pandas as pd
from samestory.annotate.quotes import quotes
from samestory.corpus.parser import parse_all

TARGETS = {"Q1 detect": 0.97, "Q1 triple": 0.85, "Q2 content .5": 0.65, "Q2 triple": 0.55}
NAMES = {
    "Q1 detect": "attributed quotation, detection F1",
    "Q1 triple": "attributed quotation + source + cue F1",
    "Q2 content .5": "all attributions, content F1 (IoU .5)",
    "Q2 triple": "all attributions + source + cue F1",
}


def rows(gold: Path, split: str = "dev") -> list[tuple[str, float, float]]:
    """Returns (measure, F1 reached, F1 aimed at) for the gold folder's `quotes` set."""
    folder = gold / "quotes"
    articles = lines(folder / f"polnear_{split}_articles.jsonl")
    annotated = lines(folder / f"polnear_{split}_gold.jsonl")
    parse_all(article["text"] for article in articles)
    table = quotes(
        pd.DataFrame({"article_id": [a["article"] for a in articles], "text": [a["text"] for a in articles]})
    )
    reached = scorer(folder).score(list(predictions(table)), articles, annotated)
    return [(NAMES[measure], reached[measure]["F1"], aim) for measure, aim in TARGETS.items()]


def predictions(table: pd.DataFrame) -> Iterator[dict]:
    """Yields each attribution in the form score.py reads."""
    nested = table["relay"].notna() & table["cue"].isna()
    said = table[~table["form"].isin(["scare", "partial"]) & ~nested]
    for (article, _), rows in said.groupby(["article_id", "attribution"], sort=False):
        first = rows.iloc[0]
        speaker = {} if pd.isna(first["speaker"]) else {"source_text": first["speaker"]}
        yield {
            "article": article,
            "content": rows[["start", "end"]].to_numpy().tolist(),
            "source": span(first, "source"),
            "cue": span(first, "cue"),
        } | speaker


def span(row: pd.Series, name: str) -> list[list[int]]:
    """Returns the offsets of a source or cue as a list of one, or of none."""
    return [] if pd.isna(row[f"{name}_start"]) else [[int(row[f"{name}_start"]), int(row[f"{name}_end"])]]


def lines(path: Path) -> list[dict]:
    """Returns the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def scorer(folder: Path) -> ModuleType:
    """Returns the gold folder's own score.py, loaded where it lies."""
    spec = importlib.util.spec_from_file_location("quotes_score", folder / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    import sys

    for measure, reached, aim in rows(Path(sys.argv[1])):
        print(f"{measure:42s} {reached:.3f}  aim {aim:.2f}")
