"""Which figures of one event are put side by side, with which verdict or as a question, against events read by hand."""

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from accuracy_facts import AGREE, over, predicted
from samestory.compare.figures.reconcile import MAYBE


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """The measures of figure ties as (measure, reached, target), for the gold set `facts`."""
    found = [answer for file in sorted((gold / "facts").glob("*/gold_offsets.json")) for answer in _event(file)]
    ties = [(wanted, got) for wanted, got in found if wanted != "different"]
    traps = [got for wanted, got in found if wanted == "different"]
    judged = [{wanted, got} for wanted, got in ties if got not in ("", MAYBE)]
    right = sum(len(both) == 1 or both <= AGREE for both in judged)
    return [
        ("figures of one referent put side by side", sum(got != "" for _, got in ties) / len(ties), 0.70),
        ("… verdict right, of those that have one", right / max(1, len(judged)), 0.95),
        ("… traps with a verdict (at most)", sum(got not in ("", MAYBE) for got in traps) / len(traps), 0.03),
        ("… traps as a question (at most)", sum(got == MAYBE for got in traps) / len(traps), 0.10),
    ]


def _event(file: Path) -> Iterator[tuple[str, str]]:
    """For each two figures of the gold the verdict wanted and the one given, '' for none."""
    given = predicted(file.parent)["figures"]
    for wanted in json.loads(file.read_text(encoding="utf-8"))["figures"]:
        for both in combinations(sorted(wanted["sides"]), 2):
            hits = [
                answer["verdict"]
                for answer in given
                if all(over(answer["sides"].get(name), wanted["sides"][name], 0.3) for name in both)
            ]
            yield wanted["verdict"], min(hits, key=lambda verdict: verdict == MAYBE, default="")
