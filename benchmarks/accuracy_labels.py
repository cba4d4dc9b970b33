"""Whether the labels of the two seeds are those a careful reader finds: the counts of the gold folder's READING.md."""

import re
from pathlib import Path

import pandas as pd
from samestory import annotate, corpus

SECTION = re.compile(r"## Labels by referent.*?\n(.*?)\n## ", re.DOTALL)
CELLS = re.compile(r"^\| (?P<referent>[^|]+?) \| (?P<first>[^|]+?) \| (?P<second>[^|]+?) \|$", re.MULTILINE)
COUNT = re.compile(r"\b(?!the |not )(?P<forms>[a-z]+(?:/[a-z]+)*) (?P<n>\d{1,2})(?!\w|,\d)")


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """The share of the reader’s counts that the labels have exactly, and of the voices of the people held."""
    texts = corpus.articles("seeds")
    (labels,) = annotate.run(texts, "labels")
    wanted = list(read(gold / "seeds" / "READING.md"))
    right = [n == counted(labels, texts["article_id"].iloc[k], forms) for k, forms, n in wanted]
    held = labels[labels["referent"].eq("people held in Gaza")]
    captives, hostages = held[held["label"].eq("captives")], held[held["label"].eq("hostages")]
    voices = [*captives["voice"].isin(["narrator", "attributed"]), *hostages["voice"].eq("quoted")]
    return [
        ("seeds: counts of labels as read", sum(right) / len(right), 1.0),
        ("seeds: voices of the people held", sum(voices) / max(len(voices), 1), 1.0),
    ]


def read(reading: Path):
    """The reader's counts: (article 0 or 1, forms of the label, mentions)."""
    (section,) = SECTION.findall(reading.read_text(encoding="utf-8"))
    for row in CELLS.finditer(section):
        for k, cell in enumerate((row["first"], row["second"])):
            for found in COUNT.finditer(cell):
                yield k, found["forms"].split("/"), int(found["n"])


def counted(labels: pd.DataFrame, article: str, forms: list[str]) -> int:
    """How many mentions in the article are one of the forms, whichever words stand around it."""
    mine = labels[labels["article_id"].eq(article)]
    return int(mine["text"].str.lower().isin(forms).sum())
