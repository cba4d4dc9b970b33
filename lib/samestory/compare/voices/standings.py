"""In whose name somebody speaks, as far as an article says so: for a party, the police, the bereaved, a university.

Which words of a role say it stands in `data/standings.csv`.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

import pandas as pd

from samestory import known
from samestory.annotate import reporting, spans
from samestory.annotate.actors import genders, lookup
from samestory.annotate.figures.surroundings import NOT_NAMES
from samestory.compare import groups
from samestory.compare.voices.speakers import surely
from samestory.compare.voices.wording import count

LAWMAKERS = "lawmakers"  # of whom it is not known for which party
PARTIES = {"R": "Republicans", "D": "Democrats"}
POLITICIANS = frozenset({LAWMAKERS, *PARTIES.values()})
GOVERNMENT, SCHOLARS, LAWYERS = "the government", "scholars and analysts", "lawyers"
HEAD = re.compile(r"(?:U\.S\. )?(?:vice )?president", re.IGNORECASE)  # of a state, unless a body stands before it
AMERICAN = ("U.S.", "US", "United States")
WHO = re.compile(r"^who\b(?! lost)", re.IGNORECASE)  # “who once led the party”: told of the past as a rule
# Who watches the police speaks for them as little as who reports from the White House speaks for it.
BEFORE_TITLES = known.words("words before a title held before")
FOR_NOBODY = (
    known.words("words for a role held before")
    | known.words("people who back")
    | known.words("people who report")
    | known.words("what watches the police")
)
NOT_YET = known.words("words for an office not held yet")  # a nominee for it is one of a party all the same
# Behind a name: “(D-Osk)”, “, R-Brin”, “, chairman of the committee, R-Brin”.
BRACKET = r"\b{}((?:(?! and |Rep|Sen|Gov)[^.;:“”\"\n(]){{0,80}}?),? ?\(?(?<=[ (])([RD])[-–—][A-Z]"
PARTY = r"(R(?=epublican\b)|D(?=emocrat\b))\w+"
# Behind it too: “, an Osk Republican,”, “, the top Democrat on the panel”.
BEHIND = r"\b{}(), (?:an? |the |(?=[A-Z]))(?:[\w.’'-]+ ){{1,5}}" + PARTY + r"(?=[,.;:)—–-]| (?:who|and|on|in|from)\b)"
# Before it: “the top Republican on the panel, Sen. Ada Lind”.
BEFORE = (
    r"()\b(?:ranking|top|leading|senior) "
    + PARTY
    + r"(?: (?:on|of|in) [\w ’']{{3,60}})?, (?:Rep\. |Sen\. )?(?:[A-Z][\w.’'-]* ){{1,3}}{}\b"
)
ANOTHER = re.compile(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?[A-Z]")  # a person, if it begins with a first name
# “retired Gen. Ada Lind”, “former Osk mayor Bo Ek”, and not “former aides to Ada Lind”.
FORMER = r"(?i:\b(?:{}))(?: (?!(?:to|from|by|with|who|and|under|said)\b)[\w.’'-]+){{0,4}} {}\b"
WORDS = 4  # of a quotation, from which it is somebody’s words and no label
LONGEST = 3  # words of a name, from which others have run into it
NAMED = ("named", "surname")  # how a speaker is reached in the sentence of the quotation itself


def standing(role: object, name: str, text: str) -> str | None:
    """In whose name a person of a text speaks: of `data/standings.csv`, or None.

    Who is a lawmaker, or of whom no role is told, speaks for the party that the text gives beside the name: “Ada Lind
    (D-Osk)”, “Bo Ek, an Osk Republican,”. Whoever no longer is what the role says, or is not yet, speaks for nobody,
    nor does who reports on others or watches them.
    """
    told = "" if pd.isna(role) else str(role)  # type: ignore[call-overload]
    if WHO.search(told) or _any_of(FOR_NOBODY).search(told) or _was(name, text):
        return None
    if HEAD.fullmatch(told):
        return GOVERNMENT if _of_a_state(told, name, text) else None
    found = _of_role(told)
    return _party(name, text) or found if found == LAWMAKERS or not told else found


def _was(name: str, text: str) -> bool:
    """Whether a text says before a full name that its bearer no longer is what stands there."""
    words = "|".join(map(re.escape, sorted(BEFORE_TITLES)))
    return " " in name and re.search(FORMER.format(words, re.escape(name)), text) is not None


@lru_cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """What finds one of these words in a role."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)


def _of_role(role: str) -> str | None:
    """The standing that the words of a role give."""
    said = _pattern().search(role)
    found = _standings()[said[0].lower()] if said else None
    words = re.findall(r"[\w’']+", role.lower())
    if found in (SCHOLARS, LAWYERS) and not _public_bodies().isdisjoint(words):
        return None  # “an analyst at the Department of Roads”: one of its people, and nobody who studies it
    if found in PARTIES.values():
        return None if _is_elsewhere(role, words) else found
    return None if _any_of(NOT_YET).search(role) else found


def _is_elsewhere(role: str, words: Iterable[str]) -> bool:
    """Whether a party is one of another country: the Social Democratic Party, South Korea’s Democratic Party."""
    countries = {lookup.country(word) for word in re.findall(r"[A-Z][\w.]*(?: [A-Z]\w+)?", role)} - {None}
    return bool(countries - {lookup.country("American")}) or not _other_parties().isdisjoint(words)


def _party(name: str, text: str) -> str | None:
    """The party that a text gives beside a surname, or None where it gives none, or two."""
    last = re.escape(name.split()[-1])
    beside = [pair for form in (BRACKET, BEHIND, BEFORE) for pair in re.findall(form.format(last), text)]
    found = {party for between, party in beside if genders.first_names().isdisjoint(ANOTHER.findall(between))}
    return PARTIES[found.pop()] if len(found) == 1 else None


def clash(one: str | None, other: str | None) -> bool:
    """Whether two may speak in one name: lawmakers of whom no party is known may be of any."""
    return one == other or (LAWMAKERS in (one, other) and {one, other} <= POLITICIANS)


def quoted(attributed: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Whom each group quotes by name, and in whose name they speak: a row for each person of each group.

    `attributed` is the table of `speakers.attributed`. Columns: `group`, `standing` (`standing`; one for the whole
    collection, missing where no article says it, or two say two), `speaker` (with first and last name, as in the whole
    collection), `role` (the first that the group gives), `articles`, `words` (quoted), `evidence`. Those who are named
    beside their words in quotation marks (`_in_marks`). Most people of one standing first, and of these who is quoted
    most; those of none last.
    """
    said = _in_marks(surely(attributed, articles, by=by))
    said = said.assign(
        standing=_of_people(said, articles),
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


def _in_marks(told: pd.DataFrame) -> pd.DataFrame:
    """The quotations, WORDS at least, that a verb of saying gives to somebody with first and last name.

    In the sentence itself by a name, as a pronoun may be another’s, and to nobody’s office or lawyer. A first name is
    one that is known, or stands in two articles: else words of a page may have run into it.
    """
    said = told[told["kind"].eq("person") & told["form"].isin(spans.QUOTED) & told["reached"].isin(NAMED)]
    said = said[said["cue_class"].isin(reporting.WORDS) & said["text"].map(count).ge(WORDS)]
    said = said[said["speaker"].str.contains(" ", na=False)]
    others = [
        bool(re.search(rf"{re.escape(str(name).split()[-1])}[’']s?\s\w", str(source)))
        for name, source in zip(said["speaker"], said["source"], strict=True)
    ]
    said = said[~pd.Series(others, said.index, dtype="bool")]
    names = said["speaker"].astype("str").str.split()
    known_name = names.str[0].isin(genders.first_names()) & names.str.len().le(LONGEST)
    twice = said.groupby(said["speaker"].astype("str"))["article_id"].transform("nunique").gt(1)
    return said[known_name | twice]


def _of_people(said: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """In whose name each speaker speaks, by all articles of the collection.

    Nobody's, where a group has a role for somebody of this name, but none of a standing: it may be another bearer.
    """
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    told = said[["group", "speaker", "role", "article_id"]].assign(group=said["group"].astype("str"))
    rows = told.drop_duplicates()
    each = [standing(row.role, row.speaker, text[row.article_id]) for row in rows.itertuples()]
    rows = rows.assign(standing=pd.Series(each, rows.index, dtype="object"))
    of_all = rows.groupby("speaker")["standing"].agg(_of_all)
    here = rows.groupby(["group", "speaker"])[["role", "standing"]].count()  # of those that are known
    another = here.index[here["role"].gt(0) & here["standing"].eq(0)]
    found = told["speaker"].map(of_all).astype("object")
    return found.mask(pd.MultiIndex.from_frame(told[["group", "speaker"]]).isin(another), None)


def _of_all(found: Iterable[str | None]) -> str | None:
    """The one standing that the articles give a person, or None; the party rather than that of a lawmaker."""
    told = {one for one in found if one is not None}
    if told & set(PARTIES.values()):
        told.discard(LAWMAKERS)
    return next(iter(told)) if len(told) == 1 else None


def _of_a_state(title: str, name: str, text: str) -> bool:
    """Whether a president is one of a state: so called before the name, and nowhere of a body, nor a former one."""
    last = re.escape(name.split()[-1])
    called = rf"(?:([A-Z][\w.’'-]*) )?\b(?i:{title}) (?:[A-Z][\w.’'-]+ ){{0,2}}{last}\b"
    before = re.findall(called, text)
    of_states = (not word or word in NOT_NAMES or word in AMERICAN or lookup.country(word) for word in before)
    return bool(before) and all(of_states)


@lru_cache(maxsize=1)
def _public_bodies() -> frozenset[str]:
    return known.words("words of a public body")


@lru_cache(maxsize=1)
def _other_parties() -> frozenset[str]:
    return known.words("words of another party before Democratic or Republican")


@lru_cache(maxsize=1)
def _standings() -> dict[str, str]:
    table = known.table("standings.csv", ["words", "standing", "source"])
    return dict(zip(table["words"].str.lower(), table["standing"], strict=True))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    """The words of `data/standings.csv`, longest first: one with a capital as it stands, all others in any letters."""
    words = known.table("standings.csv", ["words", "standing", "source"])["words"]
    ranked = sorted(words, key=lambda one: (-len(one), one))
    forms = (re.escape(one) if one[0].isupper() and " " not in one else f"(?i:{re.escape(one)})" for one in ranked)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")
