"""How well figures are found: values, bounds, what is counted and who says so, against three gold sets."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pandas as pd
from samestory.annotate.figures import find, numerals, qualifiers

Row = dict[str, Any]
COUNTED_BY_GOLD = ("duration", "age", "score", "denominator")
BOUNDS = {">": ">", ">=": ">", "<": "<", "<=": "<", "~": "~", "=": "=", "range": "="}


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """The measures of issue 3 as (measure, reached, target), for the gold sets `figures`, `newsquant` and `seeds`."""
    figure = score_figures(gold)
    news = score_newsquant(gold)
    return [
        ("figures: value F1, figure view", figure["figure_value"]["F1"], 0.95),
        ("figures: qualifier F1", figure["qualifier"]["F1"], 0.92),
        ("figures: counted head F1", figure["counted_head"]["F1"], 0.80),
        ("figures: source F1", figure["source"]["F1"], 0.75),
        ("NewsQuant: value F1", news["value"]["F1"], 0.92),
        ("NewsQuant: value + bound F1", news["value+bound"]["F1"], 0.88),
        ("seeds: figures with kind, value, relation", score_seeds(gold), 1.0),
    ]


def score_figures(gold: Path, only: set[str] | None = None) -> dict:
    """The gold folder's own scores on number expressions, for all articles or those of `only`."""
    texts = {row["id"]: row["text"] for row in _lines(gold / "figures" / "articles.jsonl")}
    wanted = [row for row in _lines(gold / "figures" / "gold.jsonl") if only is None or row["article"] in only]
    found = [
        {"article": name} | answer
        for name in {row["article"] for row in wanted}
        for row in find(texts[name])
        if row["reported"] or row["kind"] in COUNTED_BY_GOLD
        for answer in _answers(row, texts[name])
    ]
    return _scorer(gold / "figures").score(found, wanted)


def _answers(row: Row, text: str) -> list[Row]:
    """The scorer's predictions for one figure: one for each end of a range, since the gold counts both."""
    unit = row["unit"] if row["kind"] == "measure" else None  # the gold counts the miles of 22 miles
    shared = {"counted": " ".join(filter(None, (row["counted"], unit))), "source": row["source"]}
    quality = qualifiers.kind(row["qualifier"])
    if row["relation"] != "range" and row["kind"] != "score":
        value = row["low"] if row["low"] is not None else row["high"]
        return [{"start": row["start"], "end": row["end"], "value": value, "qclass": quality} | shared]
    inside = [n for n in numerals.numbers(text[row["start"] : row["end"]]) if n.low is not None]
    ends = [inside[0], inside[-1]]
    quality = "range" if text[: row["start"]].rstrip("$£€").rstrip().endswith("between") else quality
    return [
        {"start": row["start"] + n.start, "end": row["start"] + n.end, "value": value, "qclass": quality} | shared
        for n, value in zip(ends, (row["low"], row["high"]), strict=True)
    ]


def score_newsquant(gold: Path, only: range | None = None) -> dict:
    """The gold folder's own scores on NewsQuant: a figure counts with its value, then with its bound."""
    wanted = [row for row in _lines(gold / "newsquant" / "gold.jsonl") if only is None or row["id"] in only]
    found = [
        {"id": sentence["id"], **quantity}
        for sentence in wanted
        for row in find(sentence["text"])
        for quantity in _quantities(row)
    ]
    return _scorer(gold / "newsquant").score(found, wanted)


def _quantities(row: Row) -> list[Row]:
    """One quantity a figure, two a score."""
    sides = [row | dict.fromkeys(("low", "high"), row[end]) for end in ("low", "high")]
    return list(filter(None, map(_quantity, sides if row["kind"] == "score" else [row])))


def _quantity(row: Row) -> Row | None:
    if not (row["reported"] or row["kind"] in COUNTED_BY_GOLD):
        return None
    vague = row["relation"] == "~" and row["low"] != row["high"]
    bound = "=" if vague else BOUNDS[qualifiers.relation(row["qualifier"])]
    unit = row["unit"] or row["counted"]
    if row["relation"] == "range":
        return {"lo": row["low"], "hi": row["high"], "bound": bound, "unit": unit}
    low = row["low"] / numerals.PLURAL if vague and row["high"] is None else row["low"]  # the gold names a magnitude
    return {"value": low if low is not None else row["high"], "bound": bound, "unit": unit}


def score_seeds(gold: Path) -> float:
    """The share of the seeds' listed figures found with their kind, value and relation."""
    listed = pd.read_csv(gold / "seeds" / "figures.csv")
    seeds = Path(__file__).resolve().parents[1] / "seeds"
    found = {name: find((seeds / name).read_text(encoding="utf-8")) for name in listed["file"].unique()}
    right = [any(_agrees(row, answer) for answer in found[row["file"]]) for row in listed.to_dict("records")]
    return round(sum(right) / len(right), 3)


def _agrees(row: Row, answer: Row) -> bool:
    if min(row["end"], answer["end"]) <= max(row["start"], answer["start"]) or row["kind"] != answer["kind"]:
        return False
    if row["kind"] in ("date", "time"):
        return True
    same = all(pd.isna(row[side]) if answer[side] is None else row[side] == answer[side] for side in ("low", "high"))
    return same and row["relation"] == answer["relation"]


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _scorer(folder: Path) -> ModuleType:
    """The score.py of a gold folder, loaded where it stands."""
    place = importlib.util.spec_from_file_location(f"score_{folder.name}", folder / "score.py")
    if place is None or place.loader is None:
        raise ValueError(f"{folder} has no score.py; give the folder that holds the gold sets.")
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module
