"""An audit as a folder: a blind sheet for each coder, and the key to them, which is not for coders."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from samestory import coding
from samestory.coding import blind, record, sheet
from samestory.publish import workbook
from samestory.story import Story

TABLES = {
    "speakers": ["speaker_items"],
    "figures": ["figure_items"],
    "labels": ["label_items"],
    "facts": ["fact_items"],
    "findings": ["finding_items"],
    "anonymous": ["anonymous_items"],
    "missed": ["missed_speaker_items", "missed_figure_items"],
}
SAYS = (
    "Judge each item from what is shown: choose right, wrong or unsure in the column “verdict”. Rows may be sorted and "
    "columns added; please change no passage. The rules are in the sheet “rules”."
)
COLUMNS = {
    "item": "the name of the item",
    "kind": "what is claimed; the sheet “rules” says when it is right",
    "before": "the sentences before the passage",
    "passage": "what is judged, between ⟦ and ⟧; A and B are accounts of different outlets, in an order of chance",
    "claim": "what the program says of it",
    "verdict": "right, wrong or unsure: your answer; empty where you give none",
    "note": "whatever you want to say",
}


def draw(story: Story, kinds: Iterable[str], folder: Path, *, n: int, coders: Iterable[str], seed: int) -> pd.DataFrame:
    """The sheets and the key stand in the folder; how many were found and drawn: `kind, found, drawn`.

    ValueError where the folder has an audit already, or nothing was found.
    """
    if (folder / record.KEY).exists():
        raise ValueError(f"{folder} holds an audit already; name another folder")
    found = pd.concat([story[name] for kind in dict.fromkeys(kinds) for name in TABLES[kind]], ignore_index=True)
    if found.empty:
        raise ValueError("nothing of these kinds was found in the articles, so there is nothing to judge")
    drawn = coding.drawn(found, n, seed=seed)
    folder.mkdir(parents=True, exist_ok=True)
    write(drawn, story.articles, story["sentences"], folder, coders)
    each = drawn.groupby("kind", sort=False)["item"]
    return pd.DataFrame({"found": each.size(), "drawn": each.count()}).reset_index()


def write(
    drawn: pd.DataFrame, articles: pd.DataFrame, sentences: pd.DataFrame, folder: Path, coders: Iterable[str]
) -> pd.DataFrame:
    """The sheet of each coder and the key stand in the folder; what is shown of the items comes back."""
    shown, texts = (show(drawn, articles, sentences) for show in (blind.shown, blind.texts))
    record.write_key(drawn, shown, folder)
    for coder in coders:
        tables = sheet.tables(shown, texts, coder)
        sheets = [workbook.Sheet(name, table, columns=COLUMNS, choices=sheet.CHOICES) for name, table in tables.items()]
        workbook.write(sheets, folder / f"{coder}.xlsx", says=SAYS)
    return shown
