"""How often a quotation is given to the right speaker, on events read by hand (`facts` of the gold folder).

Scored by the folder's own comparison of names, with the row that fits a quotation best. The speakers of pronouns are
scored apart. The rules were made with a view to these events: on unseen ones expect somewhat less.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from accuracy_quotes import scorer
from samestory.annotate.quotes import quotes

RIGHT, GIVEN, PRONOUN = 0.97, 0.85, 0.95


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """Returns (measure, share reached, share aimed at) for the gold folder's `facts` set."""
    folder = gold / "facts"
    found = pd.DataFrame(readings(folder), columns=["speaker", "gold", "reached"])
    given = found[found["speaker"].notna()]
    same = scorer(folder).person
    right = pd.Series([same(a, b) for a, b in zip(given["speaker"], given["gold"], strict=True)], given.index)
    return [
        ("speaker of a quotation, right when given", right.mean(), RIGHT),
        ("speaker of a quotation, given", len(given) / len(found), GIVEN),
        ("speaker reached by a pronoun, right when given", right[given["reached"].eq("pronoun")].mean(), PRONOUN),
    ]


def readings(folder: Path) -> Iterator[tuple[str | None, str, str | None]]:
    """Yields for each gold quotation that is found the speaker given, the right one, and how it was reached."""
    for event in sorted(folder.glob("*/gold_offsets.json")):
        told = json.loads(event.read_text(encoding="utf-8"))["speakers"]
        files = {path.stem: path.read_text(encoding="utf-8") for path in sorted(event.parent.glob("*.txt"))}
        table = quotes(pd.DataFrame({"article_id": list(files), "text": list(files.values())}))
        for entry in told:
            row = best(table[table["article_id"].eq(entry["article"])], *entry["span"])
            if row is not None:
                speaker, reached = (None if pd.isna(row[name]) else row[name] for name in ("speaker", "reached"))
                yield speaker, entry["speaker"], reached


def best(table: pd.DataFrame, start: int, end: int) -> pd.Series | None:
    """Returns the row whose span has the most in common with a quotation; None where none shares a third of it."""
    shared = table["end"].clip(upper=end) - table["start"].clip(lower=start)
    likeness = shared / (table["end"].clip(lower=end) - table["start"].clip(upper=start))
    near = shared >= 0.3 * (table["end"] - table["start"]).clip(upper=end - start)
    return table.loc[likeness[near].idxmax()] if near.any() else None


if __name__ == "__main__":
    import sys

    for measure, reached, aim in rows(Path(sys.argv[1])):
        print(f"{measure:48s} {reached:.3f}  aim {aim:.2f}")
