"""How well passives, their agents and subject–verb–object are found on the agency gold set (UD English PUD).

The gold counts what a clause itself has, so shared subjects and auxiliaries ("arrested and beaten"), which the clause
table resolves, are left out here, and only the head word (or whole name) of each argument is compared.
"""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from samestory.annotate.clauses import grammar
from samestory.corpus.parser import parse, parse_all
from spacy.tokens import Token

TARGETS = {"passive": 0.96, "agent": 0.84, "svo": 0.83}


def rows(gold: Path) -> list[tuple[str, float, float]]:
    """Returns (measure, F1 reached, F1 aimed at) for the gold folder's `agency` set."""
    folder = gold / "agency"
    items = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    parse_all(item["text"] for item in items[-500:])
    reached = scorer(folder).score([predicted(item) for item in items], items)
    return [(f"{measure} F1 (agency)", reached[measure]["F1"], aim) for measure, aim in TARGETS.items()]


def scorer(folder: Path) -> ModuleType:
    """Returns the gold folder's own score.py, loaded where it lies."""
    spec = importlib.util.spec_from_file_location("agency_score", folder / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(item: dict) -> dict:
    """Returns the passives and subject–verb–object triples of one sentence, in the gold set's form."""
    frames = list(grammar.frames(parse(item["text"])))
    return {
        "sent_id": item["sent_id"],
        "passives": list(passives(frames)),
        "svo": [
            {"verb": span(f.verb), "subject": span(f.subject), "object": span(f.object)}
            for f in frames
            if f.voice == "active" and f.subject is not None and f.object is not None
        ],
    }


def passives(frames: list[grammar.Frame]) -> Iterator[dict]:
    """Yields the passives with an auxiliary or subject of their own, and short relatives and adverbials."""
    for frame in frames:
        if frame.voice == "passive" and (not frame.reduced or frame.verb.dep_ in ("acl", "advcl", "csubj")):
            yield {"verb": span(frame.verb), "agent": span(frame.agent), "subject": span(frame.subject)}


def span(token: Token | None) -> list[int] | None:
    """Returns the offsets of a word, of a name whole (which of its words is its head is a convention)."""
    if token is None:
        return None
    name = [token, *(c for c in token.children if c.pos_ == "PROPN" and c.dep_ in ("flat", "compound"))]
    return [min(t.idx for t in name), max(t.idx + len(t) for t in name)]


if __name__ == "__main__":
    import sys

    for measure, reached, aim in rows(Path(sys.argv[1])):
        print(f"{measure:24s} {reached:.3f}  aim {aim:.2f}")
