"""How one fact is told: in whose voice, with which hedges, and who is said to have done it."""

import re
from collections.abc import Iterator
from itertools import combinations, permutations, product

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts.alignment import CARRIES, MARKED
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems

VOICE, AGENCY, WORDING = 0.5, 0.75, 0.4  # how far apart each kind is
SAME, CORE = 5.0, 0.6  # the odds, and the part of the shorter's words, from which two tellings are surely of one fact
CLOSE = 3.5  # the odds from which two sentences are near enough for one word more to mean something
BESIDE = 150  # letters around a sentence in which a statement makes it somebody's
NEXT = 2  # words after a cue of which the other must have one: what the cue is about
QUALIFY = ("intensifiers", "whole", "part")
SAID = frozenset(
    {"said", "says", "say", "according", "according to", "reported", "report", "told", "claimed", "alleged"}
)
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|[Ww]e|[Oo]ur)\b(?!\.)")  # somebody speaks: a transcript
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "we", "i"})
SURE, SAME_TEXT = 0.9, 0.95  # how sure the same act on the same is, and what only the source sets apart
ACTED = frozenset({"active", "passive_agent"})
AGENTLESS = frozenset({"passive_short", "stative"})


def voices(tellings: pd.DataFrame, quotes: pd.DataFrame) -> Iterator[Difference]:
    """Facts that one outlet states in its own words and another gives to a source, as said by it.

    Surely one fact: the sentences are the same but for the source, or most of the shorter telling's words stand in the
    other. In its own words: nobody is said to have said anything in or beside the sentence, nor in any other telling of
    the fact there. What somebody asks for or decides is no such statement, nor is one of whoever does the deed: whose
    name stands in both tellings.
    """
    said = quotes[spans.speech(quotes) & quotes["source"].notna()]
    columns = ["start", "end", "source"]
    held = {a: list(rows[columns].itertuples(index=False, name=None)) for a, rows in said.groupby("article_id")}
    for fact, told in _shown(tellings):
        near = [row for row in told if row.score >= SAME]
        pairs = [(one, other) for one, other in permutations(near, 2) if one.group != other.group]
        if copied := next((pair for pair in pairs if _but_for_source(*pair, held)), None):
            yield _given(*copied, SAME_TEXT, fact)
            continue
        sourced = {row.group for row in told if row.source is not None or _beside(row, held)}
        own = [row for row in near if row.voice == "narrator" and row.group not in sourced and not speaks(row.text)]
        given = [row for row in near if row.voice == "attributed" and str(row.cue).lower() in SAID]
        for one, other in product(own, given):
            apart = not stems(other.source) & stems(one.text) and str(other.source).lower() not in PRONOUNS
            if one.group != other.group and apart and pd.notna(other.speaker) and _alike(one, other):
                yield _given(one, other, _sure(told), fact)
                break


def _given(one, other, sure: float, fact: int) -> Difference:
    """The difference between a telling in an outlet's own words and one that another gives to a source."""
    sides = (_whole(one), Side(other.article_id, other.start, other.end, other.source))
    return Difference("voice", one.story, "", sides, "stated here, attributed there", sure, VOICE, fact)


def _but_for_source(one, other, held: dict[str, list]) -> bool:
    """Whether a telling is another without its source and verb of saying, which stand nowhere beside it either."""
    if one.source is not None or speaks(one.text) or other.source is None or str(other.source).lower() in PRONOUNS:
        return False
    source, own = stems(other.source), stems(one.text)
    added = stems(other.text) - own
    beside = any(source & stems(said) for _, _, said in _statements(one, held))
    return own <= stems(other.text) and bool(added & source) and added <= source | stems(other.cue) and not beside


def speaks(text: str) -> bool:
    """Whether a text says I or we outside quotation marks: it is of a transcript, or the writer's own."""
    return bool(FIRST_PERSON.search(MARKED.sub("", text)))


def _beside(telling, held: dict[str, list]) -> bool:
    """Whether somebody's statement stands in a telling or within BESIDE letters of it, or it speaks of saying."""
    spoken = bool(_statements(telling, held))
    return spoken or bool({word.strip(".,;:") for word in telling.text.lower().split()} & SAID)


def _statements(telling, held: dict[str, list]) -> list[tuple[int, int, str]]:
    """The statements that stand in a telling or within BESIDE letters of it: each its span and its source."""
    first, last = telling.start - BESIDE, telling.end + BESIDE
    return [said for said in held.get(telling.article_id, []) if said[0] < last and said[1] > first]


def _alike(one, other) -> bool:
    """Whether most words of the shorter of two tellings stand in the other, but for its source."""
    a, b = stems(one.text), stems(other.text) - stems(other.source)
    return len(a & b) >= CORE * min(len(a), len(b))


def wording(tellings: pd.DataFrame, cues: pd.DataFrame) -> Iterator[Difference]:
    """Facts that one outlet hedges, heightens or limits in its own words, where another does not."""
    own = cues[cues["family"].isin(QUALIFY) & cues["voice"].eq("narrator")]
    held = {article: list(rows.itertuples()) for article, rows in own.groupby("article_id", sort=False)}
    every = cues[cues["family"].isin(QUALIFY)]
    has = {article: list(rows.itertuples()) for article, rows in every.groupby("article_id", sort=False)}
    for fact, told in _shown(tellings):
        for one, other in permutations(told, 2):
            if one.group == other.group or min(one.score, other.score) < CLOSE:
                continue
            theirs = {cue.family for cue in _inside(has, other)}
            for cue in _inside(held, one):
                after = stems(" ".join(one.text[cue.end - one.start :].split()[:NEXT]))
                if not any(kind in theirs for kind in QUALIFY) and after & stems(other.text):
                    sides = (Side(one.article_id, cue.start, cue.end), _whole(other))
                    differs = f"“{cue.text}” here only"
                    yield Difference("wording", one.story, cue.text, sides, differs, _sure(told), WORDING, fact)
                    break


def _inside(held: dict[str, list], telling) -> list:
    return [cue for cue in held.get(telling.article_id, []) if telling.start <= cue.start < telling.end]


def agency(tellings: pd.DataFrame, clauses: pd.DataFrame) -> Iterator[Difference]:
    """Facts of which one outlet says who did it and another does not, for the same act on the same, anywhere.

    Only acts that are told as done: none that is denied, possible, feared or only reported (`negated`, `modal`).
    """
    held = {article: list(rows.itertuples()) for article, rows in clauses.groupby("article_id", sort=False)}
    for fact, told in _shown(tellings):
        for one, other in combinations(told, 2):
            if one.group != other.group:
                yield from _done_by(fact, one, other, held)


def _done_by(fact: int, one, other, held: dict[str, list]) -> Iterator[Difference]:
    for a, b in ((one, other), (other, one)):
        acted = [x for x in _clauses(held, a) if x.harm and x.construction in ACTED and pd.notna(x.actor)]
        agentless = [y for y in _clauses(held, b) if y.construction in AGENTLESS] if acted else []
        told_there = [z for z in held.get(b.article_id, []) if pd.notna(z.actor)] if agentless else []
        for x, y in product(acted, agentless):
            if _same_act(x, y) and not any(_same_act(x, z) for z in told_there):
                sides = (Side(a.article_id, *_acted(x)), Side(b.article_id, *_acted(y)))
                differs = "says who did it here, not there"
                yield Difference("agency", a.story, str(x.target), sides, differs, SURE, AGENCY, fact)
                return


def _same_act(one, other) -> bool:
    """Whether two clauses tell the same act on the same, by a word in common or the same pronoun."""
    same = stems(one.target) & stems(other.target) or str(one.target).lower() == str(other.target).lower()
    return bool(same) and content.stem(str(one.lemma)) == content.stem(str(other.lemma))


def _clauses(held: dict[str, list], telling) -> list:
    told = (row for row in held.get(telling.article_id, []) if telling.start <= row.start < telling.end)
    return [row for row in told if not row.negated and pd.isna(row.modal)]


def _acted(clause) -> tuple[int, int]:
    """The span from the first to the last of actor, verb and target."""
    edges = [clause.start, clause.end, clause.actor_start, clause.actor_end, clause.target_start, clause.target_end]
    known = [int(edge) for edge in edges if pd.notna(edge)]
    return min(known), max(known)


def _shown(tellings: pd.DataFrame) -> Iterator[tuple[int, list]]:
    """The facts that may be shown, with their tellings."""
    for fact, rows in tellings[tellings["level"].eq("show")].groupby("fact", sort=False):
        yield int(fact), list(rows.itertuples())


def _whole(telling) -> Side:
    return Side(telling.article_id, telling.start, telling.end)


def _sure(told: list) -> float:
    """How sure the weakest telling is, from its score: .85 where it may just be shown."""
    weakest = min(row.score for row in told)
    return min(0.99, 0.85 + 0.02 * max(0.0, weakest - CARRIES))
