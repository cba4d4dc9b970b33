"""The edit as the finding: how two aligned passages word the same thing, choice by choice.

Two sentences are laid side by side by what they share, in common order (a chain of shared words, as in the alignment of
sequences, where a jump on one side costs); what stands between the shared words is the edit. No side is the original.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from difflib import Match, SequenceMatcher

import pandas as pd

from samestory.compare import groups
from samestory.compare.unchanged import unchanged
from samestory.corpus import fold

CLOSE = 0.6  # from this part of the words in common on, two passages are one text, edited: every word counts
REORDERED = 2  # content words that two sentences still share out of order, to be laid side by side again
PHRASE = 8  # words; a longer stretch of a loosely aligned sentence is other content, not an edit
MOVE, NEARLY = 4, 0.8  # a stretch of so many words, so alike elsewhere, was moved
FUNCTION_WEIGHT = 0.3
JUMP, JUMP_MOST = 0.25, 1.5  # cost of each word that one side is further ahead; no jump costs more than the second
CONJUNCTIONS = frozenset({"and", "but", "or"})
COLUMNS = [
    "pair", "story", "change", "article_a", "start_a", "end_a", "words_a", "article_b", "start_b", "end_b", "words_b",
]  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """A word, or a name of several words, in a passage: where it stands, how it is written and what it counts as."""

    start: int
    end: int
    words: str
    key: str
    content: bool
    breaks: bool  # punctuation stands before it


def edits(pairs: pd.DataFrame, terms: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """The edits of each aligned pair, one row each; what both sides word alike is kept too, as `same`.

    `change` is `same` (content words only), `replaced` (words_a stands where words_b stands), `only_a`, `only_b` or
    `moved`; `words_*` are the words in small letters with their offsets. `pair` is the row of `pairs`. Spelling, dots,
    another form of a word and a bare “he said” are no edits (`unchanged`). In loosely aligned sentences differences in
    function words alone, and stretches of more than PHRASE words, are left out.
    """
    units = Units(terms, words)
    rows = []
    for number, pair in enumerate(pairs.to_dict("records")):
        a = units.between(pair["article_a"], pair["start_a"], pair["end_a"])
        b = units.between(pair["article_b"], pair["start_b"], pair["end_b"])
        head = (number, pair["story"])
        made = (edit for edit in _compared(a, b) if edit[0] == "same" or not _unchanged(edit))
        rows += [(*head, *_row(pair["article_a"], pair["article_b"], *edit)) for edit in made]
    return pd.DataFrame(rows, columns=COLUMNS)


def of_whole_articles(edits: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The edits between articles that are one text, edited (`copies.one_text`)."""
    return edits[edits["pair"].isin(pairs.index[pairs["shared"].isna()])]


def choices(edits: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """What one group writes where the other writes something else, over all aligned pairs, the most frequent first.

    One row a choice and pair of groups: `group_a`, `words_a`, `group_b`, `words_b` (a missing value where nothing
    stands there), `pairs` (aligned pairs with this choice), `of` (aligned pairs of these groups where either wording
    stands on either side), `stories`, and `evidence` (list of (article_id, start, end)).
    """
    side = dict(zip(articles["article_id"], groups.of(articles, by), strict=True))
    made = _oriented(edits.assign(group_a=edits["article_a"].map(side), group_b=edits["article_b"].map(side)))
    changed = made[made["change"].isin(["replaced", "only_a", "only_b"])]
    chances = _chances(made)
    keys = ["group_a", "words_a", "group_b", "words_b"]
    found: dict[tuple, list[dict]] = defaultdict(list)
    for row in changed.to_dict("records"):
        found[tuple(row[key] if isinstance(row[key], str) else None for key in keys)].append(row)
    rows = [
        (
            *key,
            len({row["pair"] for row in group}),
            len(chances[key[0], key[2]][key[1]] | chances[key[0], key[2]][key[3]]),
            len({row["story"] for row in group}),
            _evidence(group),
        )
        for key, group in found.items()
    ]
    table = pd.DataFrame(rows, columns=[*keys, "pairs", "of", "stories", "evidence"])
    return table.sort_values(
        ["pairs", "stories", "of"], ascending=[False, False, True], kind="stable", ignore_index=True
    )


class Units:
    """The units of the articles, each read when first asked for, looked up by where a passage starts and ends."""

    def __init__(self, terms: pd.DataFrame, words: pd.DataFrame):
        """Hold the term spans and word spans of all articles."""
        self._terms, self._words = terms, words
        self._terms_of, self._words_of = (spans.groupby("article_id").indices for spans in (terms, words))
        self._read: dict[str, tuple[list[Unit], list[int]]] = {}

    def between(self, article: str, start: int, end: int) -> list[Unit]:
        """The units of the article that start between two offsets."""
        if article not in self._read:
            words, terms = self._words_of.get(article, []), self._terms_of.get(article, [])
            units = _units(self._words.iloc[words], self._terms.iloc[terms])
            self._read[article] = units, [unit.start for unit in units]
        units, starts = self._read[article]
        return units[bisect_left(starts, start) : bisect_left(starts, end)]


def _units(words: pd.DataFrame, terms: pd.DataFrame) -> list[Unit]:
    """The words of one article, the words of a name joined."""
    starts, ends = terms["start"].tolist(), terms["end"].tolist()
    keys = terms["term"].tolist()
    units: list[Unit] = []
    for start, end, text in zip(words["start"], words["end"], words["text"].map(fold.plain), strict=True):
        k = bisect_right(starts, start) - 1
        held = k >= 0 and start < ends[k]
        if held and start > starts[k] and units and units[-1].end > starts[k]:
            last = units.pop()
            units.append(Unit(last.start, end, f"{last.words} {text.lower()}", keys[k], True, last.breaks))
            continue
        breaks = bool(units) and (start - units[-1].end > 1 or text in CONJUNCTIONS)
        key = keys[k] if held else text.lower()
        units.append(Unit(start, end, text.lower(), key, held, breaks))
    return units


Edit = tuple[str, list[Unit], list[Unit]]


def _compared(a: list[Unit], b: list[Unit]) -> list[Edit]:
    """The edits between two passages, `same` included."""
    shared = sum(block.size for block in _blocks(a, b))
    if a and b and shared >= CLOSE * min(len(a), len(b)):
        return _moved(_close(a, b))
    return _loose(a, b)


def _loose(a: list[Unit], b: list[Unit]) -> list[Edit]:
    """The edits between two sentences that tell the same thing; clauses in another order are laid side by side too."""
    places = _without_chance(a, _aligned(a, b))
    rest_a, rest_b = _rest(a, {i for i, _ in places}), _rest(b, {j for _, j in places})
    again = _without_chance(rest_a, _aligned(rest_a, rest_b))
    if sum(rest_a[i].content for i, _ in again) < REORDERED:
        return _between(a, b, places, close=False)
    agreed: list[Edit] = [(_agreement(a[i], b[j]), [a[i]], [b[j]]) for i, j in places if a[i].content]
    return agreed + _between(rest_a, rest_b, again, close=False)


def _rest(units: list[Unit], held: set[int]) -> list[Unit]:
    """The units that are not held; where others stood between two of them, a break stands."""
    return [replace(unit, breaks=unit.breaks or k - 1 in held) for k, unit in enumerate(units) if k not in held]


def _close(a: list[Unit], b: list[Unit]) -> list[Edit]:
    """The edits between two passages that are one text, edited."""
    places = [(block.a + k, block.b + k) for block in _blocks(a, b) for k in range(block.size)]
    return _between(a, b, _without_chance(a, places), close=True)


def _blocks(a: list[Unit], b: list[Unit]) -> list[Match]:
    """The stretches of words that both sides have, in common order (Ratcliff & Obershelp, as difflib does it)."""
    return SequenceMatcher(None, [u.words for u in a], [u.words for u in b], autojunk=False).get_matching_blocks()


def _aligned(a: list[Unit], b: list[Unit]) -> list[tuple[int, int]]:
    """The places of shared units in the best common order: the chain whose weights less its jumps are largest."""
    index: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(b):
        index[unit.key].append(j)
    places = [(i, j) for i, unit in enumerate(a) for j in index[unit.key]]
    best: list[tuple[float, int]] = []
    for n, (i, j) in enumerate(places):
        worth = _weight(a[i], b[j])
        before = ((m, place) for m, place in enumerate(places[:n]) if place[0] < i and place[1] < j)
        steps = [(best[m][0] + worth - _jump(i - place[0], j - place[1]), m) for m, place in before]
        best.append(max([(worth, -1), *steps]))
    chain, n = [], max(range(len(best)), key=lambda m: best[m][0], default=-1)
    while n >= 0:
        chain.append(places[n])
        n = best[n][1]
    return chain[::-1]


def _jump(step_a: int, step_b: int) -> float:
    """What it costs to go on at a place that is further ahead on one side than on the other."""
    return min(JUMP_MOST, JUMP * abs(step_a - step_b))


def _weight(a: Unit, b: Unit) -> float:
    return 1.0 if a.content and b.content else FUNCTION_WEIGHT


def _without_chance(a: list[Unit], places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places without function words that match alone between two edits: those match by chance."""
    held = set(places)
    return [(i, j) for i, j in places if a[i].content or {(i - 1, j - 1), (i + 1, j + 1)} & held]


def _between(a: list[Unit], b: list[Unit], places: list[tuple[int, int]], *, close: bool) -> list[Edit]:
    """The edits before, between and after the places where both agree, and those places themselves."""
    found: list[Edit] = []
    before = (-1, -1)
    for i, j in [*places, (len(a), len(b))]:
        found += _gap(a[before[0] + 1 : i], b[before[1] + 1 : j], close)
        if i < len(a) and a[i].content:
            found.append((_agreement(a[i], b[j]), [a[i]], [b[j]]))
        before = (i, j)
    return found


def _agreement(a: Unit, b: Unit) -> str:
    """`same`, or `replaced` where two different words count as one (truce, ceasefire)."""
    last_a, last_b = a.words.split()[-1], b.words.split()[-1]
    return "same" if last_a[:3] == last_b[:3] or last_a[0].isdigit() else "replaced"


def _gap(a: list[Unit], b: list[Unit], close: bool) -> list[Edit]:
    """The edits where one side has `a` and the other `b`."""
    if close:
        return [(_kind(a, b), a, b)] if a or b else []
    pieces_a, pieces_b = _pieces(a), _pieces(b)
    edits: list[Edit] = []
    if a and b and not a[0].breaks and not b[0].breaks:
        edits.append(("replaced", pieces_a.pop(0), pieces_b.pop(0)))
    edits += [("only_a", piece, []) for piece in pieces_a]
    edits += [("only_b", [], piece) for piece in pieces_b]
    return [edit for edit in edits if _counts(edit)]


def _counts(edit: Edit) -> bool:
    """Whether an edit between loosely aligned sentences says something: content on each side it has, and short."""
    change, a, b = edit
    sides = [a, b] if change == "replaced" else [a or b]
    return all(len(side) <= PHRASE and any(unit.content for unit in side) for side in sides)


def _unchanged(edit: Edit) -> bool:
    """Whether an edit that moves nothing changes nothing that is told."""
    change, a, b = edit
    return change != "moved" and unchanged(_words(a) if a else None, _words(b) if b else None)


def _pieces(units: list[Unit]) -> list[list[Unit]]:
    """The units cut where punctuation stands."""
    pieces: list[list[Unit]] = []
    for unit in units:
        if unit.breaks or not pieces:
            pieces.append([])
        pieces[-1].append(unit)
    return pieces


def _kind(a: list[Unit], b: list[Unit]) -> str:
    return "replaced" if a and b else "only_a" if a else "only_b"


def _moved(edits: list[Edit]) -> list[Edit]:
    """The edits, with what one place loses and another gains, nearly in the same words, as a move and its own edits."""
    lost = [list(a) for _, a, _ in edits]
    won = [list(b) for _, _, b in edits]
    inner: dict[int, list[Edit]] = defaultdict(list)
    for k, gone in enumerate(lost):
        came = next((m for m, new in enumerate(won) if m != k and edits[k][0] != "same" and _alike(gone, new)), None)
        if came is not None:
            inner[k] = [("moved", gone, won[came]), *(e for e in _close(gone, won[came]) if e[0] != "same")]
            lost[k], won[came] = [], []
    rest = [edit if edit[0] == "same" else (_kind(a, b), a, b) for edit, a, b in zip(edits, lost, won, strict=True)]
    return [edit for k, stays in enumerate(rest) for edit in ([*inner[k], stays] if stays[1] or stays[2] else inner[k])]


def _alike(a: list[Unit], b: list[Unit]) -> bool:
    """Whether two stretches of at least MOVE words are nearly the same words."""
    if min(len(a), len(b)) < MOVE:
        return False
    return SequenceMatcher(None, [u.words for u in a], [u.words for u in b], autojunk=False).ratio() >= NEARLY


def _words(units: list[Unit]) -> str:
    return " ".join(unit.words for unit in units)


def _row(article_a: str, article_b: str, change: str, a: list[Unit], b: list[Unit]) -> tuple:
    return (change, *_side(article_a, a), *_side(article_b, b))


def _side(article: str, units: list[Unit]) -> tuple:
    if not units:
        return article, None, None, None
    return article, units[0].start, units[-1].end, _words(units)


def _oriented(edits: pd.DataFrame) -> pd.DataFrame:
    """The edits with the outlets of each row in alphabetical order, so that a choice is one choice either way."""
    swap = edits["group_a"] > edits["group_b"]
    turned = edits.rename(columns=_other_side)
    turned["change"] = turned["change"].replace({"only_a": "only_b", "only_b": "only_a"})
    return edits.where(~swap, turned[edits.columns])


def _other_side(column: str) -> str:
    """`words_b` for `words_a` and the other way round; any other column stays."""
    stem, _, side = column.rpartition("_")
    return f"{stem}_{'b' if side == 'a' else 'a'}" if side in {"a", "b"} else column


def _chances(edits: pd.DataFrame) -> dict[tuple, dict[object, set[int]]]:
    """For each two outlets and each wording, the aligned pairs in which it stands on either side; none for nothing."""
    found: dict[tuple, dict[object, set[int]]] = defaultdict(lambda: defaultdict(set))
    columns = ["group_a", "group_b", "pair", "words_a", "words_b"]
    for first, second, pair, *wordings in edits[columns].itertuples(index=False):
        for words in wordings:
            if isinstance(words, str):
                found[first, second][words].add(pair)
    return found


def _evidence(edits: list[dict]) -> list[tuple[str, int, int]]:
    """Where the words stand, on both sides."""
    return [
        (row[f"article_{side}"], int(row[f"start_{side}"]), int(row[f"end_{side}"]))
        for row in edits
        for side in "ab"
        if pd.notna(row[f"start_{side}"])
    ]
