"""What a figure counts: the head and modifiers of its noun phrase, and its act.

Two figures are only ever compared where these agree. Words that name the same people stand, each with its source, in
`data/counted.csv`; everything else must be the same word.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from samestory.annotate.figures.nouns import lemma
from samestory.annotate.reporting import is_people
from samestory.corpus import known

DETERMINERS = known.words("before the noun counted")
HEAD_ENDS = re.compile(
    r"[,;:(–—]|\s-\s|\b(?:of|in|on|at|by|from|to|for|with|who|whom|whose|that|which|among|across|near|inside|under|into|"
    r"as|since|during|after|before|still|being|including|"
    r"(?:killed|dead|died|wounded|injured|taken|held|captured|abducted|displaced|arrested|detained|missing))\b",
    re.IGNORECASE,
)
OFFICES = known.words("words of offices and surveys")


EXCLUDING = [frozenset(words.split()) for words in sorted(known.words("words that exclude each other"))]


class Counted(NamedTuple):
    """What a figure counts: canonical head noun, the other words before it, canonical act; missing parts are ''."""

    head: str
    modifiers: frozenset[str]
    act: str


@lru_cache(maxsize=1)
def same_words() -> dict[str, list[tuple[str, str, str]]]:
    """The table `data/counted.csv`: lemma -> (head it means, act it says, place where that holds), '' for none."""
    rows = known.table("counted.csv", ["word", "means", "act", "where", "source"]).fillna("")
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows.itertuples(index=False):
        found.setdefault(str(row.word).lower(), []).append((str(row.means), str(row.act), str(row.where)))
    return found


def counted(phrase: str | None, act: str | None, names: frozenset[str] = frozenset()) -> Counted:
    """What the noun phrase and the act of a figure count, in canonical words.

    `names` are the proper names of its sentence: some words mean the same only in a place ("Palestinians" killed in
    Gaza are the "people" killed there).
    """
    words = _together([lemma(word) for word in _before_complement(phrase)])
    words = [word for word in words if word and word not in DETERMINERS and not word[0].isdigit()]
    words = words[:-1] if words[-1:] in (["and"], ["or"]) else words  # 59 dead and injured hundreds
    head, modifiers = (words[-1], frozenset(words[:-1]) | _group(phrase)) if words else ("", frozenset())
    if " ".join(words) in same_words():
        head, modifiers = " ".join(words), frozenset()
    meant, said = _meaning(head, names, head=True)
    given = str(act).lower().strip() if act is not None and not pd.isna(act) else ""
    _, done = _meaning(given, names, head=False)
    done = done or given or said
    return Counted(meant or head or ("person" if done in ("died", "injured") else ""), modifiers, done)


def apart(one: Counted, other: Counted) -> bool:
    """Whether two phrases tell what they count by words that exclude each other: red and blue, male and female."""
    mine, theirs = (words.modifiers | {words.head} for words in (one, other))
    return any(mine & kind and theirs & kind and not mine & theirs & kind for kind in EXCLUDING)


def sides(key: Counted) -> frozenset[str]:
    """The words of a phrase that exclude others."""
    return (key.modifiers | {key.head}) & frozenset().union(*EXCLUDING)


def _group(phrase: str | None) -> frozenset[str]:
    """The words for those among whom a share is: support among women is no support among men."""
    _, _, group = str(phrase).partition(" among ")
    return frozenset(lemma(word) for word in re.findall(r"[\w’'-]+", group)) - DETERMINERS


def _together(words: list[str]) -> list[str]:
    """Teens and staff members are people, counted together."""
    joint = words.index("and") if "and" in words[1:-1] else 0
    return ["person"] if joint and is_people(words[joint - 1]) and is_people(words[-1]) else words


def _meaning(word: str, names: frozenset[str], *, head: bool) -> tuple[str, str]:
    for means, act, where in same_words().get(word, []):
        if bool(means) == head and (not where or any(where in name.split() for name in names)):
            return means, act
    return "", ""


def _before_complement(phrase: str | None) -> list[str]:
    """The words of a noun phrase up to its first complement: people killed in Gaza -> people."""
    if phrase is None or pd.isna(phrase):
        return []
    end = next((m.start() for m in HEAD_ENDS.finditer(phrase) if phrase[: m.start()].strip()), len(phrase))
    return re.findall(r"[\w’'&-]+", phrase[:end])


def telling(source: str) -> tuple[set[str], set[str]]:
    """The words of a source that tell whose it is, small-letter words and names apart; words of office are no help."""
    words = re.findall(r"[\w&’'-]+", source)
    small = {lemma(word) for word in words if word[0].islower()} - OFFICES
    named = {lemma(word) for word in words if word[0].isupper()} - OFFICES
    return small, named
