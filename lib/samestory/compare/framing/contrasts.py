"""Contrasts of extent: one outlet says the whole ("entirely") where another says a part ("parts of") of one thing."""

from collections.abc import Iterator
from itertools import groupby

import pandas as pd

NEAR = 3
SIDES = {"whole": "part", "part": "whole"}
COLUMNS = [
    "pair", "story", "of", "article_a", "start_a", "end_a", "words_a", "of_start_a", "of_end_a",
    "article_b", "start_b", "end_b", "words_b", "of_start_b", "of_end_b",
]  # fmt: skip


def contrasts(edits: pd.DataFrame, cues: pd.DataFrame) -> pd.DataFrame:
    """The contrasts of extent in aligned pairs, one row each.

    `cues` is the span table of cues; its families `whole` and `part` are used. A contrast stands where both sides share
    words (`of`), and directly beside them one side's edit holds a cue of the whole and the other's one of a part.
    `words_*` and their offsets are those of the cues, `of_*` those of the shared words. Misses a contrast worded
    without such cues.
    """
    extent = cues[cues["family"].isin(SIDES)]
    held = dict(iter(extent.groupby("article_id", sort=False)))
    rows = [row for _, group in edits.groupby("pair", sort=False) for row in _in_pair(group.to_dict("records"), held)]
    return pd.DataFrame(rows, columns=COLUMNS).drop_duplicates(["of", "start_a", "start_b"], ignore_index=True)


def _in_pair(edits: list[dict], held: dict[str, pd.DataFrame]) -> Iterator[dict]:
    """The contrasts around each stretch of at most NEAR units that both sides word alike."""
    stretches = [list(group) for _, group in groupby(range(len(edits)), key=lambda k: edits[k]["change"] == "same")]
    for stretch in stretches:
        if edits[stretch[0]]["change"] != "same" or len(stretch) > NEAR:
            continue
        beside = [edits[m] for m in (stretch[0] - 1, stretch[-1] + 1) if 0 <= m < len(edits)]
        of = [edits[k] for k in stretch]
        for a in _extents(beside, "a", held):
            yield from (_row(of, a, b) for b in _extents(beside, "b", held) if _opposed(a, b))


def _opposed(a: dict, b: dict) -> bool:
    return SIDES[a["family"]] == b["family"]


def _extents(edits: list[dict], side: str, held: dict[str, pd.DataFrame]) -> list[dict]:
    """The cues of extent inside what one side has in these edits."""
    found: list[dict] = []
    for edit in edits:
        cues = held.get(edit[f"article_{side}"])
        if cues is not None and pd.notna(edit[f"start_{side}"]):
            inside = cues["start"].ge(edit[f"start_{side}"]) & cues["start"].lt(edit[f"end_{side}"])
            found += cues[inside].to_dict("records")
    return found


def _row(of: list[dict], a: dict, b: dict) -> dict:
    sides = {"a": a, "b": b}
    return {
        "pair": of[0]["pair"],
        "story": of[0]["story"],
        "of": " ".join(unit["words_a"] for unit in of),
        **{f"article_{side}": cue["article_id"] for side, cue in sides.items()},
        **{f"{name}_{side}": int(cue[name]) for side, cue in sides.items() for name in ("start", "end")},
        **{f"words_{side}": cue["text"].lower() for side, cue in sides.items()},
        **{f"of_start_{side}": int(of[0][f"start_{side}"]) for side in sides},
        **{f"of_end_{side}": int(of[-1][f"end_{side}"]) for side in sides},
    }
