"""In whose name somebody speaks, as far as an article says so: for a party, the police, the bereaved, a university.

Which words of a role say it stands in `data/standings.csv`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from samestory import known
from samestory.annotate import spans
from samestory.annotate.actors import lookup
from samestory.annotate.figures.surroundings import NOT_NAMES
from samestory.compare import groups
from samestory.compare.voices.speakers import surely
from samestory.compare.voices.wording import count

LAWMAKERS = "lawmakers"  # of whom it is not known for which party
PARTIES = {"R": "Republicans", "D": "Democrats"}
POLITICIANS = frozenset({LAWMAKERS, *PARTIES.values()})
GOVERNMENT, SCHOLARS, LAWYERS = "the government", "scholars and analysts", "lawyers"
HEAD = re.compile(r"(?:U\.S\. )?(?:vice )?president", re.IGNORECASE)  # of a state, unless a body stands before it
AMERICAN = ("U.S.", "US")
NO_MORE = re.compile(r"\b(?:former|formerly|ex|then|late|retired)\b|^who\b(?! lost)", re.IGNORECASE)


def standing(role: object, name: str, text: str) -> str | None:
    """In whose name a person of a text speaks: of `data/standings.csv`, or None.

    Who is a lawmaker, or of whom no role is told, speaks for the party that the text gives behind the name: “Ada Lind
    (D-Osk)”, “Bo Ek, R-Brin”. Whoever no longer is what the role says speaks for nobody.
    """
    told = "" if pd.isna(role) else str(role)  # type: ignore[call-overload]
    if NO_MORE.search(told):
        return None
    if HEAD.fullmatch(told):
        return GOVERNMENT if _of_a_state(told, name, text) else None
    said = _pattern().search(told)
    found = _standings()[said[0].lower()] if said else None
    if found in (SCHOLARS, LAWYERS) and not _public_bodies().isdisjoint(re.findall(r"\w+", told.lower())):
        return None  # “an analyst at the Department of Roads”: one of its people, and nobody who studies it
    party = re.search(rf"\b{re.escape(name.split()[-1])},? \(?([RD])[-–—][A-Z]", text)
    return PARTIES[party[1]] if party and (found == LAWMAKERS or not told) else found


def clash(one: str | None, other: str | None) -> bool:
    """Whether two may speak in one name: lawmakers of whom no party is known may be of any."""
    return one == other or (LAWMAKERS in (one, other) and {one, other} <= POLITICIANS)


def quoted(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Whom each group quotes by name, and in whose name they speak: a row for each person of each group.

    `attributed` is the table of `speakers.attributed`. Columns: `group`, `standing` (`standing`; one for the whole
    collection, missing where no article says it, or two say two), `speaker` (with first and last name, as in the whole
    collection), `role` (the first that the group gives), `articles`, `words` (quoted), `evidence`. Those whose words
    stand between quotation marks, or in a turn of an interview. Most people of one standing first, and of these who is
    quoted most; those of none last.
    """
    said = surely(attributed, articles, by=by)
    said = said[
        said["kind"].eq("person") & said["form"].isin(spans.QUOTED) & said["speaker"].str.contains(" ", na=False)
    ]
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = said[["role", "speaker", "article_id"]].itertuples(index=False, name=None)
    found = pd.Series([standing(role, str(name), text[one]) for role, name, one in rows], said.index, dtype="object")
    of_person = {name: _of_all(each) for name, each in found.groupby(said["speaker"].astype("str"))}
    said = said.assign(
        standing=said["speaker"].astype("str").map(of_person).astype("object"),
        words=said["text"].map(count).astype("int64"),
        evidence=spans.places(said),
    )
    table = said.groupby(["group", "standing", "speaker"], sort=False, dropna=False, observed=True, as_index=False).agg(
        role=("role", "first"), articles=("article_id", "nunique"), words=("words", "sum"), evidence=("evidence", list)
    )
    people = table.groupby(["group", "standing"], observed=True)["speaker"].transform("size")
    table = table.assign(group=groups.in_order(table["group"], articles, by), _people=people.fillna(0))
    order = ["group", "_people", "standing", "words"]
    table = table.sort_values(order, ascending=[True, False, True, False], kind="stable", ignore_index=True)
    return table.drop(columns="_people")


def _of_all(found: Iterable[str | None]) -> str | None:
    """The one standing that the articles give a person, or None; the party rather than that of a lawmaker."""
    told = {one for one in found if one is not None}
    if told & set(PARTIES.values()):
        told.discard(LAWMAKERS)
    return next(iter(told)) if len(told) == 1 else None


def _of_a_state(title: str, name: str, text: str) -> bool:
    """Whether a president is one of a state: nowhere in the text a body or “Former” stands before title and name."""
    last = re.escape(name.split()[-1])
    before = re.findall(rf"([A-Z][\w.’'-]*) (?i:{title}) (?:[A-Z][\w.’'-]+ ){{0,2}}{last}\b", text)
    return all(word in NOT_NAMES or word in AMERICAN or lookup.country(word) is not None for word in before)


@lru_cache(maxsize=1)
def _public_bodies() -> frozenset[str]:
    return known.words("words of a public body")


@lru_cache(maxsize=1)
def _standings() -> dict[str, str]:
    table = known.table("standings.csv", ["words", "standing", "source"])
    return dict(zip(table["words"].str.lower(), table["standing"], strict=True))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    said = "|".join(map(re.escape, sorted(_standings(), key=lambda words: (-len(words), words))))
    return re.compile(rf"(?<![\w-])(?:{said})(?![\w-])", re.IGNORECASE)
