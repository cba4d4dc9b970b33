"""How well one event told by several outlets is read: facts, figures, what is left out, words, speakers, differences.

usage: accuracy_facts.py GOLD_FOLDER [--predictions DIR]

GOLD_FOLDER holds a folder an event: the articles as .txt, articles.csv and gold_offsets.json, read by hand. Prints the
table of measures; with --predictions writes what was scored, a file an event. Differences are ranked as a brief ranks
them, before the gate that keeps kinds not yet read out of it.
"""

import argparse
import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import samestory
from samestory import corpus
from samestory.compare.figures.reconcile import MAYBE
from samestory.present.facts import ranking
from samestory.story import SETTINGS

NAMING = ("naming", "own label", "called", "other word", "description")
FIRST = 12
AGREE = {"equal", "rounded", "compatible"}
TYPES = {
    "left out": "omission",
    "never named": "omission",
    "other word": "word",
    "own label": "naming",
    "called": "word",
    "quantity": "word",
    "denial": "omission",
    "description": "naming",
    "wording": "word",
    "turn": "headline",
    "opening": "word",
    "speakers": "selection",
    "speech": "selection",
    "requoted": "selection",
}
LIKE: list[set[str]] = [
    {"naming", "word", "judgement"}, {"omission", "selection"}, {"voice", "selection"},
    {"number"}, {"order"}, {"agency"}, {"headline"},
]  # fmt: skip
Row = dict[str, Any]
Spans = dict[str, list]


def main() -> None:
    """The measures of a folder of events, printed beside their aims."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path)
    chosen = parser.parse_args()
    for measure, reached, aim in measured(chosen.gold, chosen.predictions):
        print(f"{measure:<62} {reached:.3f}   {aim}")


def rows(gold: Path) -> list[tuple]:
    """The measures of the gold folder `facts`, as the table of benchmarks wants them."""
    return measured(Path(gold) / "facts")


def measured(gold: Path, predictions: Path | None = None) -> list[tuple[str, float, float]]:
    """The measures over all events of a folder: (measure, reached, aim)."""
    counts: dict[str, list[int]] = {}
    for file in sorted(gold.glob("*/gold_offsets.json")):
        wanted, said = json.loads(file.read_text(encoding="utf-8")), predicted(file.parent)
        if predictions:
            predictions.mkdir(parents=True, exist_ok=True)
            (predictions / f"{file.parent.name}.json").write_text(json.dumps(said), encoding="utf-8")
        for name, score in SCORES.items():
            counts[name] = [
                a + b for a, b in zip(counts.get(name, [0] * 9), [*score(said, wanted), *[0] * 9], strict=False)
            ]
    return [(name, _part(*(counts[score][k] for k in parts)), aim) for name, score, parts, aim in MEASURES]


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


# What the program says


def predicted(folder: Path) -> Row:
    """What the program says of the event in a folder, in the form of the gold."""
    story = samestory.Story(articles_of(folder), SETTINGS)
    articles, found, ledger, apart = story.articles, story["facts"], story["ledger"], story["differences"]
    offset = dict(zip(articles["article_id"], articles["offset"], strict=True))
    at = lambda row: [int(row.start) + offset[row.article_id], int(row.end) + offset[row.article_id]]  # noqa: E731
    return {
        "facts": [{"told": _told(rows, at)} for _, rows in found[found["level"].eq("show")].groupby("fact")],
        "figures": list(_ties(ledger, story["verdicts"], at)),
        "left_out": [_left_out(rows, offset) for _, rows in apart[apart["kind"].eq("left out")].groupby("difference")],
        "naming": [
            _words(rows)
            for rows in (
                *dict(iter(apart[apart["kind"].isin(NAMING)].groupby("difference"))).values(),
                *dict(iter(story["names"].groupby("referent"))).values(),
            )
        ],
        "speakers": list(_speakers(story["all_quotes"], at)),
        "differences": [_shown(rows, offset) for _, rows in ranking.ranked(apart).groupby("rank")],
    }


def articles_of(folder: Path) -> pd.DataFrame:
    """The articles of an event: its .txt files and articles.csv alone, whatever else lies in the folder."""
    with tempfile.TemporaryDirectory() as alone:
        for file in [*folder.glob("*.txt"), *folder.glob("articles.csv")]:
            shutil.copy(file, alone)
        return corpus.articles(alone)


def _told(sentences: pd.DataFrame, at: Callable) -> Spans:
    told: Spans = {}
    for row in sentences.itertuples():
        told.setdefault(row.article_id, []).append(at(row))
    return told


def _sentences(sides: pd.DataFrame, offset: dict[str, int]) -> Spans:
    told: Spans = {}
    for row in sides[sides["start"].notna()].itertuples():
        shift = offset[row.article_id]
        told.setdefault(row.article_id, []).append([int(row.sentence_start) + shift, int(row.sentence_end) + shift])
    return told


def _left_out(sides: pd.DataFrame, offset: dict[str, int]) -> Row:
    return {
        "told": _sentences(sides.head(1), offset),
        "absent": sides.loc[sides["start"].isna(), "article_id"].tolist(),
    }


def _words(sides: pd.DataFrame) -> Row:
    words = sides[sides["text"].notna()].groupby("article_id")["text"].agg(list)
    return {"words": words.to_dict()}


def _shown(sides: pd.DataFrame, offset: dict[str, int]) -> Row:
    kind = sides["kind"].iloc[0]
    return {"type": TYPES.get(kind, kind), "evidence": _sentences(sides, offset)}


def _ties(ledger: pd.DataFrame, verdicts: pd.DataFrame, at: Callable) -> Iterator[Row]:
    for row in verdicts.itertuples():
        pair = [ledger.loc[label] for label in (row.report_a, row.report_b)]
        yield {"sides": {side["article_id"]: at(side) for side in pair}, "verdict": row.verdict}


def _speakers(quotes: pd.DataFrame, at: Callable) -> Iterator[Row]:
    for row in quotes[quotes["form"].isin(["direct", "partial"])].itertuples():
        yield {"article": row.article_id, "span": at(row), "speaker": row.speaker if pd.notna(row.speaker) else None}


# The measures: tallies of one event


def over(a: list, b: list, part: float = 0.5) -> bool:
    """Whether two spans share at least `part` of the shorter."""
    return bool(a and b) and min(a[1], b[1]) - max(a[0], b[0]) >= part * min(a[1] - a[0], b[1] - b[0]) > 0


def touched(one: Spans, other: Spans) -> set[str]:
    """The articles in which two tellings overlap."""
    return {k for k in one if any(over(a, b) for a in one[k] for b in other.get(k, []))}


def pairs_of(told: list[Row]) -> list[tuple]:
    """Every two sentences of different articles that tell one fact."""
    return [
        (a, tuple(x), b, tuple(y))
        for fact in told
        for a, b in combinations(sorted(fact["told"]), 2)
        for x in fact["told"][a]
        for y in fact["told"][b]
    ]


def same(p: tuple, q: tuple) -> bool:
    """Whether two pairs are of the same articles and of sentences that overlap."""
    return p[0] == q[0] and p[2] == q[2] and over(p[1], q[1]) and over(p[3], q[3])


def fact_pairs(said: Row, gold: Row) -> tuple[int, ...]:
    """Predicted pairs that are right, predicted, wanted pairs of articles that are found, wanted."""
    right, pairs = pairs_of(gold["facts"]), list(dict.fromkeys(pairs_of(said["facts"])))
    wanted = [(f, a, b) for f in gold["facts"] for a, b in combinations(sorted(f["told"]), 2)]
    found = sum(
        any(same(p, q) for p in pairs for q in pairs_of([{"told": {k: f["told"][k] for k in (a, b)}}]))
        for f, a, b in wanted
    )
    return sum(any(same(p, q) for q in right) for p in pairs), len(pairs), found, len(wanted)


def figure_ties(said: Row, gold: Row) -> tuple[int, ...]:
    """Gold pairs of figures tied, wanted, right and given of verdicts, traps with a verdict, as a question, in all."""
    tied = wanted = right = given = trapped = asked = traps = 0
    for figure in gold["figures"]:
        for a, b in combinations(sorted(figure["sides"]), 2):
            near = lambda p, k: over(p["sides"].get(k), figure["sides"][k], 0.3)  # noqa: E731, B023
            hit = next((p for p in said["figures"] if near(p, a) and near(p, b)), None)
            if figure["verdict"] == "different":
                traps, open_ = traps + 1, hit is not None and hit["verdict"] == MAYBE
                trapped, asked = trapped + (hit is not None and not open_), asked + open_
                continue
            wanted, tied = wanted + 1, tied + (hit is not None)
            verdicts = {hit["verdict"], figure["verdict"]} if hit and hit["verdict"] != MAYBE else set()
            given, right = (
                given + bool(verdicts),
                right + (len(verdicts) == 1 or (bool(verdicts) and verdicts <= AGREE)),
            )
    return tied, wanted, right, given, trapped, asked, traps


def left_out(said: Row, gold: Row) -> tuple[int, ...]:
    """Absences that are right, those that gold can judge, gold absences found, gold absences."""
    right = judged = 0
    found = set()
    for row in said["left_out"]:
        told = [(k, f) for k, f in enumerate(gold["facts"]) if touched(row["told"], f["told"])]
        for article in row["absent"]:
            known = [f for _, f in told if article in f["told"] or article in f.get("absent", [])]
            judged += bool(known)
            right += any(article in f.get("absent", []) for f in known)
            found |= {(k, article) for k, f in told if known and article in f.get("absent", [])}
    return right, judged, len(found), sum(len(f.get("absent", [])) for f in gold["facts"])


def _plain(word: str) -> str:
    return re.sub(r"[^\w ]", "", word.lower()).strip()


def _named(words: list[str], golds: set[str]) -> bool:
    pairs = [(_plain(w), _plain(g)) for w in words for g in golds]
    return any(w and g and (w == g or g in w.split() or w.split()[-1:] == g.split()[-1:]) for w, g in pairs)


def naming(said: Row, gold: Row) -> tuple[int, ...]:
    """Predicted rows that are right, those that touch a gold word, gold referents found, gold referents."""
    golds = [{k: {x["word"] for x in v} for k, v in n["words"].items() if v} for n in gold["naming"]]
    golds = [g for g in golds if len(g) > 1 and len({frozenset(map(_plain, v)) for v in g.values()}) > 1]
    shared = lambda row, g: [_named(row["words"][k], g[k]) for k in row["words"] if k in g]  # noqa: E731
    touching = [row for row in said["naming"] if any(any(shared(row, g)) for g in golds)]
    match = lambda row, g: sum(shared(row, g)) >= 2  # noqa: E731
    right = sum(any(match(row, g) for g in golds) for row in touching)
    return right, len(touching), sum(any(match(row, g) for row in said["naming"]) for g in golds), len(golds)


TITLES = {"the", "a", "an", "mr", "mrs", "ms", "jr", "sr", "president", "sen", "rep", "gov"}


def _person(a: str, b: str) -> bool:
    x, y = ([w for w in re.findall(r"[\w’'-]+", re.sub(r"[’']s\b", "", n).lower()) if w not in TITLES] for n in (a, b))
    return bool(x and y) and (set(x) <= set(y) or set(y) <= set(x) or (x[-1] == y[-1] and x[0][0] == y[0][0]))


def speakers(said: Row, gold: Row) -> tuple[int, ...]:
    """Gold quotations whose speaker is right, given, found, wanted."""
    right = given = found = 0
    for quote in gold["speakers"]:
        near = (p for p in said["speakers"] if p["article"] == quote["article"] and over(p["span"], quote["span"], 0.3))
        hit = next(near, None)
        found += hit is not None
        if hit and hit["speaker"]:
            given += 1
            right += _person(hit["speaker"], quote["speaker"])
    return right, given, found, len(gold["speakers"])


def differences(said: Row, gold: Row) -> tuple[int, ...]:
    """Gold differences among the first shown: of ranks 1 to 5, wanted; of all, wanted."""
    hits = [(g["rank"] <= 5, any(_shows(p, g) for p in said["differences"][:FIRST])) for g in gold["differences"]]
    top = [hit for first, hit in hits if first]
    return sum(top), len(top), sum(hit for _, hit in hits), len(hits)


def _shows(said: Row, gold: Row) -> bool:
    kinds = {said["type"], gold["type"]}
    if len(kinds) > 1 and not any(kinds <= group for group in LIKE):
        return False
    needed = [k for k, v in gold["evidence"].items() if v]
    return gold["type"] == "headline" or len(touched(said["evidence"], gold["evidence"])) >= min(2, len(needed))


SCORES: dict[str, Callable[[Row, Row], tuple[int, ...]]] = {
    "facts": fact_pairs, "figures": figure_ties, "left out": left_out, "naming": naming, "speakers": speakers,
    "differences": differences,
}  # fmt: skip
MEASURES: list[tuple[str, str, tuple[int, int], float]] = [
    ("fact pairs shown: precision", "facts", (0, 1), 0.87),
    ("fact pairs shown: recall", "facts", (2, 3), 0.40),
    ("figures of one thing tied, by a verdict or a question: recall", "figures", (0, 1), 0.70),
    ("figures of one thing: verdict right of those given", "figures", (2, 3), 0.95),
    ("figures of one thing: verdict given, of those tied (no aim)", "figures", (3, 0), 0.0),
    ("figures of other things with a verdict (lower is better)", "figures", (4, 6), 0.03),
    ("figures of other things as a question (lower is better)", "figures", (5, 6), 0.10),
    ("left out: precision", "left out", (0, 1), 0.95),
    ("left out: recall", "left out", (2, 3), 0.20),
    ("naming: precision", "naming", (0, 1), 0.85),
    ("naming: recall", "naming", (2, 3), 0.50),
    ("speakers: right of those given", "speakers", (0, 1), 0.95),
    ("speakers: given of those found", "speakers", (1, 2), 0.80),
    ("differences of ranks 1 to 5 among the first 12", "differences", (0, 1), 0.50),
    ("differences of all ranks among the first 12", "differences", (2, 3), 0.35),
]

if __name__ == "__main__":
    main()
