"""Learns the weights of `data/alignment_weights.csv` from events in which sentences that tell one fact are marked.

    python data/models/fit_alignment.py GOLD

GOLD holds a folder an event: the articles as .txt, articles.csv and gold_offsets.json (`benchmarks/accuracy_facts.py`).
A ridge logistic regression on the handful of features of `compare.facts.alignment`, over all pairs of sentences that
share a rare word; nothing of the articles can be read from its weights. Also prints how well pairs above SHOW are
right, and what part of the marked facts they find: fitted on all events, and with two events left out in turn.
"""

import argparse
import csv
import json
import math
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from samestory.annotate import content
from samestory.compare import facts
from samestory.compare.facts import alignment
from samestory.corpus import known, language

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import accuracy_facts as gold_facts

RIDGE = 10.0
STEPS = 40
OUT = 2  # events left out at a time


class Example(NamedTuple):
    """A pair of sentences: its features, whether it is marked, the marked facts (article pairs of each) it tells."""

    event: str
    features: dict[str, float]
    right: bool
    tells: frozenset[int]


def of_event(folder: Path) -> tuple[list[Example], int]:
    """Returns the examples of an event and how many facts of two articles are marked there."""
    articles = gold_facts.articles_of(folder)
    marked = json.loads((folder / "gold_offsets.json").read_text(encoding="utf-8"))["facts"]
    wanted = [
        set(gold_facts.pairs_of([{"told": {a: fact["told"][a], b: fact["told"][b]}}]))
        for fact in marked
        for a, b in combinations(sorted(fact["told"]), 2)
    ]
    examples = []
    for pair, found in candidates(articles):
        tells = frozenset(k for k, told in enumerate(wanted) if any(gold_facts.same(pair, one) for one in told))
        examples.append(Example(folder.name, found, bool(tells), tells))
    return examples, len(wanted)


def candidates(articles) -> Iterator[tuple[tuple, dict[str, float]]]:
    """Yields the pairs of sentences that share something rare, in the form of the gold, with their features."""
    read = alignment.read_sentences(language.sentences(articles), content.terms(articles))
    shift = dict(zip(articles["article_id"], articles["offset"], strict=True))
    place = lambda one: (one.article_id, (one.start + shift[one.article_id], one.end + shift[one.article_id]))  # noqa: E731
    for _, pairs in facts.article_pairs(articles).groupby("story"):
        for a, b, common in alignment.compared(pairs, read, alignment.Topic(content.terms(articles))):
            (first, x), (second, y) = sorted([place(a), place(b)])
            yield (first, x, second, y), common.features


def fitted(examples: list[Example]) -> dict[str, float]:
    """Returns the weight of each feature, and what speaks for a pair always."""
    names = list(examples[0].features)
    raw = np.array([[one.features[name] for name in names] for one in examples])
    mean, spread = raw.mean(axis=0), raw.std(axis=0) + 1e-9
    weights = newton((raw - mean) / spread, np.array([one.right for one in examples], float))
    plain = weights[1:] / spread
    return {"always": weights[0] - plain @ mean, **dict(zip(names, plain, strict=True))}


def newton(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Returns the weights of a ridge logistic regression, the first a constant without a penalty."""
    x = np.c_[np.ones(len(x)), x]
    ridge = np.diag([1e-6, *[RIDGE] * (x.shape[1] - 1)])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - y) + ridge @ weights
        weights -= np.linalg.solve((x * (chance * (1 - chance))[:, None]).T @ x + ridge, slope)
    return weights


def shown(examples: list[Example], weights: dict[str, float]) -> tuple[int, int, int]:
    """Returns how many pairs above SHOW are right, how many there are, and how many marked facts they tell."""
    above = [one for one in examples if log_odds(one, weights) >= math.log(alignment.SHOW)]
    return sum(one.right for one in above), len(above), len({(one.event, k) for one in above for k in one.tells})


def log_odds(example: Example, weights: dict[str, float]) -> float:
    """Returns the logarithm of the odds that a pair tells one fact."""
    return weights["always"] + sum(weights[name] * value for name, value in example.features.items())


def held_out(events: dict[str, tuple[list[Example], int]]) -> np.ndarray:
    """Returns the sums of `shown` and of the facts marked over all choices of OUT events that were not fitted on."""
    total = np.zeros(4, int)
    for out in combinations(events, OUT):
        weights = fitted([one for name, (found, _) in events.items() if name not in out for one in found])
        total += [*shown([one for name in out for one in events[name][0]], weights), sum(events[n][1] for n in out)]
    return total


def main() -> None:
    """Writes `data/alignment_weights.csv`."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    folders = sorted(file.parent for file in arguments.parse_args().gold.glob("*/gold_offsets.json"))
    events = {folder.name: of_event(folder) for folder in folders}
    examples = [one for found, _ in events.values() for one in found]
    weights = fitted(examples)
    with (known.DATA / "alignment_weights.csv").open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["feature", "weight"])
        table.writerows((name, f"{weight:.2f}") for name, weight in weights.items())
    tuned = (*shown(examples, weights), sum(wanted for _, wanted in events.values()))
    for how, (right, pairs, told, wanted) in (("fitted on all", tuned), (f"{OUT} left out", held_out(events))):
        print(f"{how:<14} precision {right / pairs:.3f}  recall {told / wanted:.3f}")


if __name__ == "__main__":
    main()
