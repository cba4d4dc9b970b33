"""Facts: pairs of sentences joined to what one story's articles tell in common, without chaining unlike ones."""

from collections import defaultdict
from itertools import count

import pandas as pd

from samestory.compare.facts.alignment import CARRIES, PROPOSE

COLUMNS = {
    "story": "str", "fact": "int64", "level": "str", "article_id": "str", "start": "int64", "end": "int64",
    "score": "float64", "run": "int64", "shared": "str",
}  # fmt: skip
JOIN = 0.8  # the score that a sentence needs with every other of a fact that may be shown, to be shown with them
Place = tuple[str, int, int]


def facts(pairs: pd.DataFrame) -> pd.DataFrame:
    """The facts that two or more articles tell: a row for each fact and sentence that tells it.

    From the table of `alignment.pairs`. Columns: `story`; `fact` (number within the table, the surest first); `level`
    (`show` where the pair that founded it is, else `propose`); the sentence as `article_id, start, end`; `score`, its
    best with another sentence of the fact; `run` and `shared` of the founding pair. A sentence joins only where
    it pairs with every sentence of the other articles (complete linkage), so a fact cannot drift from its first pair to
    another; one that tells two facts is in both. Errors: those of the pairs.
    """
    number = count(1)
    rows = []
    for story, found in pairs.groupby("story", sort=False):
        scores = _scores(found)
        for fact in _joined(found, scores):
            k = next(number)
            members = list(fact.members)
            rows += [
                (story, k, fact.level, *place, max(scores.get((place, other), 0.0) for other in members), *fact.why)
                for place in members
            ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


class _Fact:
    """The sentences of one fact while it is being joined."""

    def __init__(self, level: str, members: list[Place], why: tuple[int, str]) -> None:
        self.level, self.members, self.why = level, members, why

    def takes(self, place: Place, scores: dict[tuple[Place, Place], float]) -> bool:
        """Whether a sentence pairs with all of the other articles: surely, where its own article tells it already."""
        others = [scores.get((place, member), 0.0) for member in self.members if member[0] != place[0]]
        least = JOIN if self.level == "show" else PROPOSE
        needed = CARRIES if any(member[0] == place[0] for member in self.members) else least
        return bool(others) and min(others) >= needed


def _scores(pairs: pd.DataFrame) -> dict[tuple[Place, Place], float]:
    columns = ["article_id", "start", "end", "other_id", "other_start", "other_end", "score"]
    rows = pairs[columns].itertuples(index=False, name=None)
    return {key: row[6] for row in rows for key in ((row[:3], row[3:6]), (row[3:6], row[:3]))}


def _joined(pairs: pd.DataFrame, scores: dict[tuple[Place, Place], float]) -> list[_Fact]:
    """The facts of one story: the surest pairs found them, the others join or found their own."""
    facts: list[_Fact] = []
    held: dict[Place, list[_Fact]] = defaultdict(list)
    for row in pairs.sort_values("score", ascending=False, kind="stable").itertuples(index=False):
        a, b = (row.article_id, row.start, row.end), (row.other_id, row.other_start, row.other_end)
        if any(fact in held[b] for fact in held[a]):
            continue
        joined = [(fact, new) for one, new in ((a, b), (b, a)) for fact in held[one] if fact.takes(new, scores)]
        for fact, new in joined[:1]:
            fact.members.append(new)
            held[new].append(fact)
        if not joined:
            fact = _Fact(row.level, [a, b], (row.run, row.shared))
            facts.append(fact)
            held[a].append(fact)
            held[b].append(fact)
    return facts
