"""Persons: what outlets say somebody is, in their own words, and how they name them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from samestory.annotate import content, reporting
from samestory.compare.facts.sides import OWN, Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import stories

DESCRIBED, CHARGED, NAMED = 0.5, 0.9, 0.1  # how far apart two descriptions, a charge told here only, two names are
SURE = 0.9
CHARGES = frozenset({  # the cues that make a clause about somebody grave: what a person is charged with, and by whom
    "illegal", "crime", "war crime", "charge", "indict", "investigate", "sue", "guilty", "convict", "perjury",
    "violate", "genocide", "prosecute", "court", "international court",
})  # fmt: skip
SPOKEN = re.compile(r"[“”\"]|\bthat\b")  # a clause about what somebody said is no description
STRAY = re.compile(r"[a-z]+(?: (?:Mr|Mrs|Ms|Dr)\.?)?|\d+")  # one small word or a number beside a name says little
CLAUSE = "who "
# Whoever orders an investigation is not under one: a charge is what is done to somebody, or what they did.
CHARGING = re.compile(
    r"who (?:\w+ )?(?:(?:is|are|was|were|(?:ha[sd]|have) been) (?!(?!being|facing|awaiting)\w+ing\b)"
    r"|(?:faces?|faced|admit\w*|plead\w*|commit\w*|violat\w*) )"
)
BESIDE = 3  # characters between a name and what describes it
BETWEEN = re.compile(rf"[^:\n]{{0,{BESIDE}}}")  # what may: a colon hands the word to who is named
ACTING = ("er", "or", "ist", "ent", "ant", "ian", "man")  # on which words for who does something end
COURTESY = frozenset({"mr", "mrs", "ms", "miss", "dr"})
ABBREVIATED = ("Rep.", "Sen.", "Gov.", "Gen.", "Lt.", "Sgt.", "Col.", "Atty.", "Dr.", "Prof.", "Vice", "Prime", "U.S.")


class Described(NamedTuple):
    """A description beside a name: where both stand, its stems, whether it is a clause, and one that may charge."""

    side: Side
    stems: frozenset[str]
    clause: bool
    charging: bool


def persons(
    actors: pd.DataFrame, cues: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet"
) -> Iterator[Difference]:
    """Persons whom two groups describe each in words that the other has not: “a retiree”, “a local resident”.

    Both describe, and each has a word for it that stands nowhere in the other's articles: a bare name beside a
    description says nothing of the outlet, which may tell it elsewhere. Also what a person is charged with
    (`cues`) in a clause that one group only has; and, as hardly a difference, another form of the name or title.
    """
    charged = cues[cues["term"].isin(CHARGES)]
    charges = dict(iter(charged.groupby("article_id")["start"]))
    for name, told in _told(actors, articles, by):
        full = max(told["actor"], key=len)
        described = {g: _descriptions(rows) for g, rows in told.groupby("group", sort=False)}
        texts = {g: stems(" ".join(rows["whole"].unique())) for g, rows in told.groupby("group", sort=False)}
        apart = _apart({g: [one for one in found if not one.clause] for g, found in described.items()}, texts)
        grave = {
            g: one.side
            for g, found in described.items()
            for one in found
            if _is_charged(one, charges, full, told[told["group"].ne(g)])
        }
        if apart:
            yield Difference("description", name, full, tuple(apart), "described otherwise", SURE, DESCRIBED)
        elif 0 < len(grave) < len(described):
            sides = tuple(grave.get(g, _form(rows)[2]) for g, rows in told.groupby("group", sort=False))
            yield Difference("naming", name, full, sides, "described here, not there", SURE, CHARGED)
        elif forms := _forms(told):
            yield Difference("description", name, full, forms, "named otherwise", SURE, NAMED)


def _told(actors: pd.DataFrame, articles: pd.DataFrame, by: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each story and its persons whom several groups name in their own voice, once in full."""
    named = actors[actors["kind"].eq("person") & actors["mention"].eq("name") & actors["voice"].isin(OWN)]
    about = articles[["article_id", "text"]].assign(group=articles[by], story=stories(articles))
    named = named.merge(about.rename(columns={"text": "whole"}), on="article_id")
    if named.empty:
        return
    last = named["actor"].str.split().str[-1].str.casefold()
    for (story, _, _), told in named.groupby(["story", last, _first_names(named, last)], sort=False):
        if told["group"].nunique() > 1 and told["actor"].str.contains(" ").any():
            yield str(story), told


def _first_names(named: pd.DataFrame, last: pd.Series) -> pd.Series:
    """The first letter of each name; of a surname with a title that of the only full name of its story with both."""
    words = named["descriptor"].astype("str").str.extract(r"(\w+)\W*$")[0]
    titles = words.where(words.isin(content.TITLES))
    title = titles.groupby([named["article_id"], named["actor"]]).transform("first")
    initial = named["actor"].str.extract(r"^(.).* ")[0]
    known = initial.groupby([named["story"], last, title])
    only = known.transform("first").where(known.transform("nunique").eq(1))
    return initial.fillna(only).fillna(named["actor"]).rename("first")


def _descriptions(rows: pd.DataFrame) -> list[Described]:
    """What a group says a person is, where it stands beside the name: more than a title and the name; longest first."""
    found = []
    for row in rows[rows["descriptor"].notna()].itertuples():
        said = stems(row.descriptor) - _plain() - {content.stem(word.lower()) for word in row.actor.split()}
        span = beside(row)
        if said and span:
            clause, charging = row.descriptor.startswith(CLAUSE), bool(CHARGING.match(row.descriptor))
            found.append(Described(Side(row.article_id, *span), said, clause, charging))
    return sorted(found, key=lambda one: -len(one.stems))


def _apart(described: dict[object, list[Described]], texts: dict[object, frozenset[str]]) -> list[Side]:
    """A side for each group, where each of two says something of a person that the other's articles have nowhere."""
    said = {g: max(found, key=lambda one: len(one.stems)) for g, found in described.items() if found}
    own = lambda one, other: said[one].stems - texts[other]  # noqa: E731
    apart = {g for one, other in combinations(said, 2) if own(one, other) and own(other, one) for g in (one, other)}
    return [one.side for g, one in said.items() if g in apart]


def _is_charged(one: Described, charges: dict[str, pd.Series], name: str, others: pd.DataFrame) -> bool:
    """Whether a clause says what a person is charged with, and no other group tells it, in whichever words."""
    texts = others["whole"].unique()
    whole = [stems(" ".join(rows["whole"].unique())) for _, rows in others.groupby("group", sort=False)]
    return _grave(one, charges) and _is_untold(one, whole) and _is_bare(name, texts)


def _grave(one: Described, charges: dict[str, pd.Series]) -> bool:
    """Whether a clause about somebody says what they are charged with."""
    side = one.side
    return one.charging and side.article_id in charges and charges[side.article_id].between(side.start, side.end).any()


def _is_untold(one: Described, others: list[frozenset[str]]) -> bool:
    """Whether half of a clause's words or more stand in no other group's articles: else it may be told there too."""
    return all(2 * len(one.stems & other) <= len(one.stems) for other in others)


def _is_bare(name: str, texts: Iterable[str]) -> bool:
    """Whether none of some texts has an apposition beside a last name, which may say the same in other words."""
    last = re.escape(name.split()[-1])
    before = re.compile(rf"\b([a-z]+), (?:[A-Z][\w.’'-]* ){{0,3}}{last}\b")
    after = re.compile(rf"\b{last}, (?:an?|the|who|whose|one|former)\b")
    said = (word for text in texts for word in before.findall(text))
    told = any(reporting.mostly_person(word) or word.endswith(ACTING) for word in said)
    return not told and not any(after.search(text) for text in texts)


def _forms(told: pd.DataFrame) -> tuple[Side, ...]:
    """A side for each group, where two write the name otherwise (Jo, Joanna), or both with a title, and another one.

    Each must have a word that the other has not: what is only fuller (President Obama, Barack Obama) is no difference.
    """
    forms = [_form(rows) for _, rows in told.groupby("group", sort=False)]
    for (title, name, _), (other_title, other_name, _) in combinations(forms, 2):
        if (name - other_name and other_name - name) or (title - other_title and other_title - title):
            return tuple(side for _, _, side in forms)
    return ()


def _form(rows: pd.DataFrame) -> tuple[frozenset[str], frozenset[str], Side]:
    """The fullest name a group gives a person: the words of its title, if it ever has one, of the name, and where."""
    longest = rows[rows["text"].str.len().eq(rows["text"].str.len().max())]
    spans = [(_titled(row) or (row.start, row.end), row) for row in longest.itertuples()]
    (start, end), row = max(spans, key=lambda found: found[0][1] - found[0][0])
    title = frozenset(content.stem(word.strip(".")) for word in row.whole[start : row.start].lower().split())
    return title, frozenset(row.text.lower().split()), Side(row.article_id, start, end)


def _titled(row) -> tuple[int, int] | None:
    """The span of a name with a title before it that is more than Mr. or Ms."""
    courtesy = pd.isna(row.descriptor) or str(row.descriptor).split()[-1].strip(".").lower() in COURTESY
    span = None if courtesy else beside(row)
    return span if span and span[0] < row.start else None


def beside(row) -> tuple[int, int] | None:
    """The span of a description with its name, where the description stands directly before or after it."""
    if SPOKEN.search(row.descriptor) or STRAY.fullmatch(row.descriptor):
        return None
    before = row.whole.rfind(row.descriptor, 0, row.start)
    if before >= 0 and BETWEEN.fullmatch(row.whole, before + len(row.descriptor), row.start):
        return before, row.end
    after = row.whole.find(row.descriptor, row.end, row.end + BESIDE + len(row.descriptor))
    beside = after >= 0 and BETWEEN.fullmatch(row.whole, row.end, after)
    return (row.start, after + len(row.descriptor)) if beside else None


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    """Stems that describe nobody: titles, their abbreviations and function words."""
    return frozenset(content.stem(word.lower()) for word in (*content.TITLES, *content.FUNCTION_WORDS, *ABBREVIATED))
