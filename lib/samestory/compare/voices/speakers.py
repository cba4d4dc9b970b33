"""Whose words they are in the whole collection, and what kind of source that is, or that it was not surely found.

Six kinds, and nothing between them: a `person` with a name; `persons`, all with a name, who say it together; an
`organisation`; a `document`; somebody `unnamed`, one or many (“the employee”, “critics”, “a spokesman”); and `open`,
where no speaker was found, or the words for one may be somebody named elsewhere in the article (“the senator”).
"""

import re
from collections import defaultdict

import pandas as pd

from samestory import known
from samestory.annotate import reporting, spans
from samestory.annotate.actors import genders, lookup
from samestory.annotate.actors.names import PAPERS
from samestory.annotate.quotes.named_behind import FURTHER
from samestory.annotate.quotes.speakers import QUANTITIES
from samestory.annotate.reporting import KIN
from samestory.compare import groups
from samestory.compare.voices.actors import merged, plain_outlet

OPEN = "open"
JOINT = "persons"
OWN = "own reporter"
KINDS = {
    "named": "person",
    OWN: OWN,
    "organisation": "organisation",
    "document": "document",
    "anonymous": "unnamed",
    "collective": "unnamed",
}
PERSONS = ("named", OWN)
JOINED = re.compile(r",| and |[/&]")
NAME = re.compile(r"(?:[A-Z][\w.’'-]*|\w{1,3})(?: (?:[A-Z][\w.’'-]*|[a-z’']{1,4}))*")
OWNED = re.compile(r"(\w+?)(?:e?s)*[’'](?:s\b)? ")  # whose, without an ending: of “Ida Moss’s”, “the Mosses’ lawyers”
NAMELESS = re.compile(r"\d|\.$|^[a-z]|[^\w]$")
KEYS = ["article_id", "speaker"]

CRIES = known.words("verbs of crying out")  # whoever shouts at a scene is no source
NEVER_FIRST = known.words("words no source begins with")


def attributed(
    quotes: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame | None = None, *, by: str = "outlet"
) -> pd.DataFrame:
    """The words that the articles give to sources, a row a piece, with the one name of each speaker.

    Columns: those of `quotes`, of the pieces of each statement (see `spans.statements`) but what a speaker quotes in
    turn; `group`; `speaker`, a person under one name in the whole collection; `kind` (`person`, `persons`,
    `organisation`, `document`, `unnamed`, `open`, and `own reporter`). `mentions` is the span table of `actors`, by
    which people who are named and do not speak are known, too.
    """
    told = groups.beside(_of_statements(quotes), articles, by)
    told = _as_people(with_own_reporters(told[~_within_quotation(told, quotes)], articles))
    told = told.assign(speaker=_one_name(told, articles, mentions))
    introduced = _introduced(told)
    kinds = [_kind(row, introduced) for row in told[[*KEYS, "source_class", "source"]].itertuples(index=False)]
    told = told.assign(kind=pd.Series(kinds, told.index, dtype="str"))
    told["kind"] = told["kind"].mask(told["kind"].eq("person") & ~_is_known_as_person(told, quotes, mentions), OPEN)
    told["kind"] = told["kind"].mask(told["kind"].eq("unnamed") & _is_cried(told), OPEN)
    owned = _of_owners(told[told["kind"].eq("unnamed") & told["source_class"].eq("collective")])
    same = [_same_unnamed(row, introduced, owned) for row in told[[*KEYS, "kind"]].itertuples(index=False)]
    return told.assign(speaker=pd.Series(same, told.index, dtype="object").where(told["kind"].ne(OPEN)))


def surely(table: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """The table of `attributed`, from itself or from the span table of quotations: who counts by hand has either."""
    return table if "kind" in table else attributed(table, articles, by=by)


def _as_people(told: pd.DataFrame) -> pd.DataFrame:
    """The rows, as a group of people those whose source is a plural: Republicans are not their party."""
    heads = [_head(str(source)) for source in told["source"]]
    plural = [head.endswith("s") and any(map(reporting.mostly_person, reporting.singular(head))) for head in heads]
    people = told["source_class"].eq("organisation") & pd.Series(plural, told.index, dtype="bool")
    speaker = told["speaker"].astype("object").mask(people, told["source"])
    return told.assign(source_class=told["source_class"].mask(people, "collective"), speaker=speaker)


def _one_name(quotes: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame | None) -> pd.Series:
    """The speakers by their name in the collection; those without a name as the article words them."""
    speaking = quotes[quotes["source_class"].isin(PERSONS) & quotes["speaker"].notna()]
    spoken = speaking[KEYS].rename(columns={"speaker": "actor"}).assign(kind="person", mention="name", descriptor=None)
    seen = [spoken] if mentions is None else [spoken, mentions[list(spoken.columns)]]
    table = merged(pd.concat(seen, ignore_index=True), articles)
    names = dict(zip(zip(table["article_id"], table["actor"], strict=True), table["merged"], strict=True))
    known = quotes["source_class"].isin([*PERSONS, "organisation"]) & quotes["speaker"].notna()
    keys = zip(quotes["article_id"], quotes["speaker"], strict=True)
    found = [names.get(key, key[1]) if here else key[1] for key, here in zip(keys, known, strict=True)]
    found = _of_that_surname(found, quotes, table)
    return pd.Series(found, quotes.index, dtype="object").where(quotes["speaker"].notna())


def _of_that_surname(found: list[str], quotes: pd.DataFrame, names: pd.DataFrame) -> list[str]:
    """The speakers, those read as a place or body by one word that the article has as the surname of one person."""
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    people = names[names["kind"].eq("person") & names["actor"].str.contains(" ", regex=False)]
    for article, person in people[["article_id", "merged"]].itertuples(index=False, name=None):
        here[article, person.split()[-1].casefold()].add(person)
    rows = zip(quotes["article_id"], quotes["speaker"], quotes["source_class"], found, strict=True)
    meant = [
        here.get((article, str(said).casefold()), set()) if kind == "organisation" else {name}
        for article, said, kind, name in rows
    ]
    return [next(iter(those)) if len(those) == 1 else name for those, name in zip(meant, found, strict=True)]


def _kind(row, introduced: dict[tuple[str, str], set[str]]) -> str:
    """The kind of source of one row."""
    if row.source_class == OWN:
        return OWN
    if pd.isna(row.speaker) or pd.isna(row.source_class) or _is_fragment(row.speaker):
        return OPEN
    if row.source_class == "named":
        return "person" if is_name(row.speaker) and row.speaker not in PAPERS else OPEN
    if row.source_class in ("anonymous", "collective") and _may_be_named(row.speaker):
        return OPEN
    if row.source_class == "role":
        ways = introduced.get((row.article_id, _head(row.speaker)), set())
        return "unnamed" if ways and not OWNED.search(row.speaker) and not any(map(_is_either, ways)) else OPEN
    if row.source_class == "organisation" and row.speaker.split()[-1].lower() in lookup.load().titles:
        return OPEN  # “House of Representatives Speaker”
    whole = str(row.source).lower().startswith(f"the {row.speaker.lower()}")  # “the Austin Chronicle”
    named = " " in row.speaker and is_name(row.speaker) and _has_first(row.speaker)
    if row.source_class == "organisation" and named and not whole:
        return "person"  # “Israel”, where the article names Steve Israel
    if row.source_class == "document" and is_name(row.speaker) and _has_first(row.speaker):
        return OPEN  # somebody's letter
    joined = _joined(row.speaker)  # “Anna Moss and her aides”, “the Lund Post and the Echo”
    if row.source_class == "collective" and joined and all(" " in part and is_name(part) for part in joined):
        return JOINT
    several = any(is_name(part) or part.removeprefix("the ") in lookup.load().names for part in joined)
    if row.source_class == "collective" and (several or not _is_people(row.speaker)):
        return OPEN
    return KINDS[row.source_class]


def _is_known_as_person(told: pd.DataFrame, quotes: pd.DataFrame, mentions: pd.DataFrame | None) -> pd.Series:
    """Which speakers have a full name of their own, or are shown to be a person by a title, pronoun or description."""
    full = pd.Series([_is_full(name) for name in told["speaker"].fillna("")], told.index, dtype="bool")
    if mentions is None:
        return pd.Series(True, told.index)
    shown = mentions[mentions["mention"].isin(["pronoun", "title"]) | mentions["descriptor"].notna()]
    seen = set(zip(shown["article_id"], shown["actor"], strict=True))
    here = zip(told["article_id"], quotes.loc[told.index, "speaker"], strict=True)
    return full | pd.Series([key in seen for key in here], told.index, dtype="bool")


def _is_cried(told: pd.DataFrame) -> pd.Series:
    """Which rows are cries: “the crowd chanted “…””."""
    return told.get("cue_lemma", pd.Series(None, told.index, dtype="object")).isin(CRIES)


def _is_full(speaker: str) -> bool:
    """Whether a name has several words, not all of them common nouns as in “Crystal Ball”."""
    return " " in speaker and not all(_is_common(word) for word in speaker.split())


def _joined(speaker: str) -> list[str]:
    """The parts of a phrase for several speakers; none where there is only one."""
    joined = JOINED.split(speaker)
    return [part.strip() for part in joined] if len(joined) > 1 else []


def is_name(speaker: str) -> bool:
    """Whether a name can be a person's: written as one, no first name alone, no common nouns without one.

    >>> is_name("Ana Moss"), is_name("Guidance"), is_name("Police Chiefs"), is_name("Minn.")
    (True, False, False, False)
    """
    words = speaker.split()
    if not NAME.fullmatch(speaker) or NAMELESS.search(speaker):
        return False
    if speaker in (listed := lookup.load().names):
        return listed[speaker][1] == "person"
    if genders.of_first_name(words[0]):
        return len(words) > 1
    return not all(_is_common(word) for word in words) and not (len(words) > 1 and reporting.is_people(words[-1]))


def _has_first(name: str) -> bool:
    return genders.of_first_name(name.split()[0]) is not None


def _is_common(word: str) -> bool:
    """Whether a word is a noun for people, groups, messages or thoughts, in the singular or plural."""
    return any(reporting.senses(form, "NOUN") for form in reporting.singular(word))


def _is_people(speaker: str) -> bool:
    """Whether a description names people or a group of them, and hangs together: not “an effort liberals”."""
    head = _head(speaker)
    people = reporting.is_people(head) or head in QUANTITIES
    clash = re.match(r"an? ", speaker, re.I) and head.endswith("s") and not head.endswith("ss")
    return (people or (speaker[:1].isupper() and " " not in speaker)) and not clash


def _may_be_named(speaker: str) -> bool:
    """Whether words without a name may mean one who has a name elsewhere: somebody's kin, or the holder of one office.

    >>> _may_be_named("parents of Ana Moss"), _may_be_named("Lund defense secretary"), _may_be_named("a secretary")
    (True, True, False)
    """
    kin = any(word in KIN for word in speaker.lower().split()) and re.search(r"\b[A-Z]", speaker[1:])
    held = _head(speaker) in lookup.load().titles and speaker[:1].isupper() and not re.match("An? |One |Two ", speaker)
    return bool(kin) or (held and " " in speaker)


def _is_fragment(speaker: str) -> bool:
    """Whether the words for a source are no phrase for one: “as parents”, “its 40”, “our scientists”."""
    first = speaker.split()[0].lower().strip("\"“”'‘’") if speaker.split() else ""
    return not re.match(r"[^\W\d]", first) or first in NEVER_FIRST or ": " in speaker


def _is_either(way: str) -> bool:
    """Whether words without a name tell that there are two whom the bare noun may mean: another, or somebody's.

    >>> _is_either("another man"), _is_either("Moss's attorney"), _is_either("a former attorney")
    (True, True, False)
    """
    return bool(FURTHER.match(way) or OWNED.search(way))


def _introduced(told: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """By article and noun, the ways it introduces people without a name: “one employee”, “a White House official”.

    Among them whose people somebody is (“Moss's attorney”).
    """
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    owned = told["source_class"].eq("role") & told["speaker"].fillna("").map(lambda words: bool(OWNED.search(words)))
    unnamed = told[(told["source_class"].eq("anonymous") | owned) & told["speaker"].notna()]
    for article, speaker in unnamed[KEYS].drop_duplicates().itertuples(index=False, name=None):
        found[article, _head(speaker)].add(speaker)
    return found


def _same_unnamed(
    row, introduced: dict[tuple[str, str], set[str]], owned: dict[tuple[str, str], set[str]]
) -> str | None:
    """The words that introduce somebody without a name, where only one such person is introduced, or whose they are."""
    if row.kind != "unnamed" or (" " in row.speaker and not OWNED.search(row.speaker)):
        return row.speaker  # “Iranian officials” are not “officials”
    key = row.article_id, _head(row.speaker)
    ways = owned.get(key, set()) if OWNED.search(row.speaker) else introduced.get(key) or owned.get(key, set())
    return next(iter(ways)) if len(ways) == 1 else row.speaker


def _of_owners(told: pd.DataFrame) -> dict[tuple[str, str], set[str]]:
    """By article and noun, whose people there are, each way once: “Moss's lawyers”, for “the Mosses’ lawyers” too."""
    found: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for article, speaker in told[KEYS].drop_duplicates().itertuples(index=False, name=None):
        if owned := OWNED.search(speaker):
            found[article, _head(speaker)].setdefault(owned[1].casefold(), speaker)
    return {key: set(ways.values()) for key, ways in found.items()}


def _head(speaker: str) -> str:
    """The noun of a description: owner in “a shop owner”, “owner of a shop”."""
    words = re.split(r" (?:of|in|at|for|from|with|to|on) ", speaker.lower())[0].split()
    return words[-1] if words else ""


def with_own_reporters(quotes: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of a `quotes` table, `own reporter` as class of whoever the outlet presents as its own.

    That is “The Ardin Post's Y” and “Y, an Ardin Post correspondent” in an article of the Ardin Post, and the Ardin
    Post itself, also in one of “Ardin Post - News”.
    """
    if "outlet" not in articles:
        return quotes
    outlets = articles["outlet"].astype("object").fillna("").map(_called)
    of = dict(zip(articles["article_id"], outlets, strict=True))
    own = {
        (row.article_id, row.speaker)
        for row in quotes.itertuples(index=False)
        if row.source_class in ("named", "organisation") and (outlet := of[row.article_id])
        if _presents(outlet, str(row.source)) or _is_outlet(outlet, str(row.speaker))
    }
    its = [key in own for key in zip(quotes["article_id"], quotes["speaker"], strict=True)]
    return quotes.assign(source_class=quotes["source_class"].mask(pd.Series(its, quotes.index), OWN))


def _called(outlet: str) -> str:
    """The name by which an outlet speaks of itself: NPR of “NPR Online News”, else the whole."""
    first = outlet.split()[0] if outlet.split() else ""
    return first.casefold() if first.isupper() and len(first) > 2 else plain_outlet(outlet)


def _is_outlet(outlet: str, speaker: str) -> bool:
    """Whether a speaker is the outlet, under all its name or, in two words or more, a part that begins it."""
    words, whole = plain_outlet(speaker).split(), outlet.split()
    named = len(words) > 1 and words[-1] in PAPERS | {whole[-1]}  # “Wall Street” is no Journal
    begins = named and words[0] == whole[0] and set(words) <= set(whole)
    return words == whole or begins


def _presents(outlet: str, source: str) -> bool:
    its = rf"^(?:the )?{re.escape(outlet)}(?:[’']s?) "
    role = rf"{re.escape(outlet)} (?:\w+ ){{0,2}}(?:reporter|correspondent|journalist|editor|anchor|columnist|host)\b"
    return bool(re.search(f"{its}|{role}", source.casefold()))


def _of_statements(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows of a `quotes` table that belong to a statement (see `spans.statements`), all pieces of it.

    Words in marks that nobody is found for are one, too, but what a speaker quotes in turn.
    """
    keys = ["article_id", "attribution"]
    said = pd.MultiIndex.from_frame(spans.statements(quotes)[keys])
    stated = pd.MultiIndex.from_frame(quotes[keys]).isin(said) & spans.speech(quotes) & quotes["form"].ne("scare")
    return quotes[stated | (quotes["form"].eq("direct") & quotes["source_class"].isna() & quotes["relay"].isna())]


def _within_quotation(told: pd.DataFrame, quotes: pd.DataFrame) -> pd.Series:
    """Which rows are said within words that are quoted: their verb (“I think”) is the speaker's, not the article's."""
    cues = told[told["cue_start"].notna()]
    cues = cues[["article_id", "cue_start"]].rename(columns={"cue_start": "start"}).astype({"start": "int64"})
    cues = cues.assign(end=cues["start"] + 1)
    inside = spans.within(cues, quotes[quotes["form"].isin(spans.QUOTED)])["inner"]
    return pd.Series(told.index.isin(inside), told.index)
