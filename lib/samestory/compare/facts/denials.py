"""Denied here: what somebody denies in one account, where another that names them has no denial of theirs.

Words of denying, and what is refused rather than denied (entry, bail), are in `data/word_sets.csv`. The other article
is searched near every mention of who denies, and in all that it has them say: one “not” of theirs may be a denial.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import pandas as pd

from samestory.annotate import content, spans
from samestory.compare.facts import missing
from samestory.compare.facts.alignment import Sentence
from samestory.compare.facts.missing import Accounts
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.corpus import known

TOLD = 2  # other words of a denial, or half of them, that an article has which tells of what is denied
NEAR = 1  # sentences on either side of a mention that are searched for a denial
SURE, FAR = 0.92, 0.75  # how sure that is, and how far apart it leaves the accounts
NOT = re.compile(r"\b(?:not?|never|nothing|none|nobody|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)


def denials(
    told: Iterable[Accounts], clauses: pd.DataFrame, quotes: pd.DataFrame, actors: pd.DataFrame
) -> Iterator[Difference]:
    """Denials that one group tells and comparable articles of another, which name who denies, do not.

    One difference for each who denies, at the first denial of each group that has one. Denials told as done only: none
    that is itself negated or possible, none by a pronoun.
    """
    denied = clauses[clauses["lemma"].isin(known.words("verbs of denying")) & clauses["actor"].notna()]
    denied = denied[~denied["negated"] & denied["modal"].isna() & denied["voice"].isin(["narrator", "attributed"])]
    held = {article: list(rows.itertuples()) for article, rows in denied.groupby("article_id", sort=False)}
    said = quotes[spans.speech(quotes) & quotes["source"].notna()]
    spoken = {article: list(rows.itertuples()) for article, rows in said.groupby("article_id", sort=False)}
    full = actors[actors["kind"].eq("person") & actors["actor"].str.contains(" ")]
    surnames = full["actor"].str.split().str[-1].groupby(full["article_id"])
    persons = {str(article): frozenset(names) for article, names in surnames}
    for about in told:
        found: dict[str, dict[object, tuple[Sentence, object]]] = {}
        for article, row in about.own.items():
            for clause in held.get(article, []):
                line = next((one for one in about.read.get(article, []) if one.start <= clause.start < one.end), None)
                who = _who(clause.actor, persons.get(article, frozenset()))
                if line is not None and who and not stems(line.text[clause.start - line.start :]) & _refused():
                    found.setdefault(who, {}).setdefault(row.group, (line, clause))
        for who, tell in found.items():
            yield from _told(who, tell, spoken, about)


def _who(actor: str, persons: frozenset[str]) -> str:
    """The surname of who denies, if it is that of a person whom the article names in full; else nothing."""
    last = str(actor).split()[-1].strip(".,")
    return last if last in persons else ""


def _told(who: str, tell: dict, spoken: dict, about: Accounts) -> Iterator[Difference]:
    """The difference between those who tell a denial and the groups none of whose articles has one, if there are."""
    first = next(iter(tell.values()))[0]
    mine = about.own[first.article_id]
    others: dict[object, list[str]] = {}
    for article, row in about.own.items():
        if row.group not in tell:
            others.setdefault(row.group, []).append(article)
    lacks = [
        article
        for articles in others.values()
        if not any(_denies(who, article, spoken, about) for article in articles)
        for article in articles[:1]
        if _tells_of_it(who, first, article, about) and missing.comparable(about.own[article], mine, about)
    ]
    if lacks:
        sides = (*(Side(line.article_id, line.start, line.end) for line, _ in tell.values()), *map(Side, lacks))
        differs = f"no denial; looked for: {who}, denies, denied"
        yield Difference("denial", about.name, who, sides, differs, SURE, FAR)


def _tells_of_it(who: str, line: Sentence, article: str, about: Accounts) -> bool:
    """Whether an article names who denies, and has TOLD other words of the sentence, or half of a shorter one's."""
    rest = {term for term in line.told if who not in line.written[term] and not _denying().search(line.written[term])}
    held = len(rest & missing.found(line, article, about))
    return _names(who, about.own[article].text) and held >= min(TOLD, len(rest) / 2)


def _names(who: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(who)}\b", text) is not None


def _denies(who: str, article: str, spoken: dict, about: Accounts) -> bool:
    """Whether an article may tell a denial of somebody: a word of it near a mention, or a “not” in what they say."""
    lines = about.read.get(article, [])
    named = [k for k, line in enumerate(lines) if _names(who, line.text)]
    near = {m for k in named for m in range(k - NEAR, k + NEAR + 1) if 0 <= m < len(lines)}
    if any(_denying().search(lines[k].text) for k in near):
        return True
    said = (q for q in spoken.get(article, []) if _names(who, f"{q.source} {q.speaker}") or pd.isna(q.speaker))
    return any(NOT.search(str(quote.text)) for quote in said)


@lru_cache(maxsize=1)
def _refused() -> frozenset[str]:
    return frozenset(content.stem(word) for word in known.words("what is refused rather than denied"))


@lru_cache(maxsize=1)
def _denying() -> re.Pattern[str]:
    """Any word that may tell a denial, in any of its forms."""
    return re.compile(rf"\b(?:{'|'.join(sorted(known.words('words of a denial')))})", re.IGNORECASE)
