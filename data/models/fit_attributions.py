"""Learns the weights of `data/attribution_weights.csv` from articles whose attributions are marked.

    python data/models/fit_attributions.py GOLD

GOLD is a folder with `quotes/polnear_train_articles.jsonl` and `quotes/polnear_train_gold.jsonl` (PolNeAR: Newell,
Margolin and Ruths 2018). What is learnt is how often each feature (a relation, a class of cue, a lemma, a kind of
source) goes with a real attribution: a logistic regression with a ridge penalty, fitted with Adam on all candidates at
once. Only features of three articles or more are kept, so no article can be read from the weights. The shipped parser
must be in place first: the weights fit its habits.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from samestory.annotate.quotes import marks
from samestory.annotate.quotes.candidates import Candidate, candidates
from samestory.annotate.quotes.features import features
from samestory.annotate.quotes.weights import relations
from samestory.corpus import known, parser

RIDGE = 5.0
STEPS = 300
RATE = 0.05
LEAST_ARTICLES = 3
LEAST_WEIGHT = 0.02
HALF = 0.5

Features = list[tuple[str, float]]


def examples(folder: Path) -> Iterator[tuple[str, Features, float]]:
    """Yields (article, features, label) for each candidate; the label is 1 where content and cue are marked so."""
    marked = defaultdict(list)
    for attribution in lines(folder / "polnear_train_gold.jsonl"):
        marked[attribution["article"]].append(attribution)
    for article in lines(folder / "polnear_train_articles.jsonl"):
        text = article["text"]
        for group in candidates(parser.parse(text), marks.runs(text)):
            siblings = relations(group)
            for candidate in group:
                yield (
                    article["article"],
                    list(features(candidate, siblings)),
                    label(candidate, marked[article["article"]]),
                )


def lines(path: Path) -> list[dict]:
    """Returns the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def label(candidate: Candidate, marked: list[dict]) -> float:
    """Returns 1 where every piece lies half over a marked one of a cue that meets this cue; .5 where only some do."""
    best = 0.0
    for attribution in marked:
        if any(overlap(candidate.cue_span, cue) for cue in attribution["cue"]):
            matched = [any(alike(piece, other) for other in attribution["content"]) for piece in candidate.pieces]
            best = max(best, 1.0 if all(matched) else HALF * any(matched))
    return best


def overlap(one, other) -> int:
    """Returns the number of characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def alike(one, other) -> bool:
    """Returns whether two spans share half of what they cover together."""
    shared = overlap(one, other)
    return shared >= HALF * (one[1] - one[0] + other[1] - other[0] - shared) > 0


def fitted(rows: list[tuple[str, Features, float]]) -> dict[str, float]:
    """Returns the weight of each feature."""
    seen = defaultdict(set)
    for article, named, _ in rows:
        for name, _ in named:
            seen[name].add(article)
    names = sorted(name for name, articles in seen.items() if len(articles) >= LEAST_ARTICLES)
    column = {name: number for number, name in enumerate(names)}
    entries = [(row, column[n], value) for row, (_, named, _) in enumerate(rows) for n, value in named if n in column]
    at, of, value = (np.array(part) for part in zip(*entries, strict=True))
    return dict(zip(names, adam(at, of, value, np.array([y for _, _, y in rows]), len(names)), strict=True))


def adam(at: np.ndarray, of: np.ndarray, value: np.ndarray, y: np.ndarray, size: int) -> np.ndarray:
    """Returns the weights of a ridge logistic regression on sparse rows (Kingma and Ba 2015)."""
    weights, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, STEPS + 1):
        chance = 1 / (1 + np.exp(-np.bincount(at, value * weights[of], len(y))))
        slope = np.bincount(of, value * (chance - y)[at], size) + RIDGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        rate = RATE if step < 0.6 * STEPS else RATE / 5
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def main() -> None:
    """Writes `data/attribution_weights.csv`."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    rows = list(examples(arguments.parse_args().gold / "quotes"))
    with (known.DATA / "attribution_weights.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", "weight"])
        table.writerows((name, f"{weight:.2f}") for name, weight in fitted(rows).items() if abs(weight) >= LEAST_WEIGHT)


if __name__ == "__main__":
    main()
