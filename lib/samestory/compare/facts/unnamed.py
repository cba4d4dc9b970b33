"""Never named: whom or what the accounts of one outlet name again and again, and those of another not once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pandas as pd

from samestory.annotate import spans
from samestory.annotate.actors import genders
from samestory.compare.facts import pieces, spellings
from samestory.compare.facts.naming import weights
from samestory.compare.facts.people import person, surname
from samestory.compare.facts.sides import Difference, Side
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import stories

MENTIONS, NAMED = 5, 4  # mentions of a referent, and of a name, from which never is worth saying
FARTHEST = 0.9  # that a name alone can set accounts apart
NEVER, TOPIC, NAME, AGAIN = 0.96, 1.0, 0.48, 0.05  # how sure that is, how far apart accounts are, and for each more
TOP = 600  # letters of an article in which whom it is about is named
LATE = 0.1  # taken from who is first named in the second half of an article
SEARCHED = 5  # words named as looked for


def never(
    labels: pd.DataFrame,
    actors: pd.DataFrame,
    articles: pd.DataFrame,
    quotes: pd.DataFrame,
    like: pieces.Pairs,
    *,
    by: str = "outlet",
) -> Iterator[Difference]:
    """What one group's articles of a story name again and again, and another's never: referents and persons.

    A referent of `data/referents.csv` counts from MENTIONS of its labels on, a name from NAMED on in the articles, of
    which those count that have it whole, if two groups, a headline or a top does; not of who is quoted wherever named,
    or by the one group that names them: each outlet has its own witnesses. Never: no label, no word of the name in
    capitals, in the other's text. Only between articles of one news (`news.of_one`), and not of one that is much
    shorter. No bodies: a house or a party is meant by many names.
    """
    about = articles[["article_id", "text", "published", "headline"]].assign(
        story=stories(articles), group=articles[by], length=articles["text"].str.len()
    )
    about = about[about["story"].ne("no event")]
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for (story, group), text in about.groupby(["story", "group"], sort=False)["text"].agg("\n".join).items():
        texts[story][group] = text
    own = dict(iter(about.groupby("story", sort=False)))
    about, groups = about.drop(columns="text"), set(about["group"])
    yield from _referents(labels[labels["use"].eq("mention")].merge(about, on="article_id"), texts, own, like)
    named = _persons(actors, quotes).merge(about, on="article_id")
    for (story, _), found in named.groupby(["story", named["actor"].map(person)], sort=False):
        yield from _person(found, texts[story], own[story], like, groups)


def _person(found: pd.DataFrame, texts: dict[str, str], own: pd.DataFrame, like: frozenset, groups: set) -> Iterator:
    """The difference between the groups that name a person of a story, and those that never do, if there are such."""
    whole, what = found[found["reached"].eq("named")], str(found["actor"].mode()[0])
    ours = _is_outlet(what, groups) or any(reports(what, text) for text in texts.values())
    witness = found["quoted"].all() or (found["quoted"].any() and found["group"].nunique() == 1)
    if len(found) < NAMED or whole.empty or witness or ours or not _matters(what, whole, own):
        return
    first, *_ = what.split()  # which others have too
    names = sorted({surname(name) for name in (what, *found["text"])} - {first})
    lacks = _lacking(whole, [group for group, text in texts.items() if not _near(names, text)], own, like)
    late = whole["start"].iloc[0] > whole["length"].iloc[0] / 2
    far = NAME - LATE * late + AGAIN * (whole["group"].value_counts().max() - 1)
    story = str(own["story"].iloc[0])
    yield from _never(story, what, whole, names, min(far, FARTHEST), lacks, _most(names, whole, texts))


def _referents(told: pd.DataFrame, texts: dict, own: dict, like: frozenset) -> Iterator[Difference]:
    """What of `data/referents.csv` is never told in the articles of another group."""
    for (story, what), found in told.groupby(["story", "referent"], sort=False):
        if found["group"].value_counts().max() >= MENTIONS:
            said = stems(" ".join(found["text"]), parts=True)
            lacking = [group for group, text in texts[story].items() if not said & stems(text, parts=True)]
            labels, far = dict.fromkeys(found["text"].str.lower()), weights().get(what, TOPIC)
            most = found["group"].value_counts().max()
            yield from _never(story, what, found, labels, far, _lacking(found, lacking, own[story], like), most)


def _persons(actors: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """The mentions by name of persons, and whether their article has them `quoted`.

    Persons: with a first name that is known to be one, or by one full name in two articles.
    """
    spoken = quotes.loc[quotes["form"].isin(spans.QUOTED) & quotes["speaker"].notna(), ["article_id", "speaker"]]
    witnesses = set(zip(spoken["article_id"], spoken["speaker"].map(surname), strict=True))
    named = actors[actors["mention"].eq("name") & actors["kind"].eq("person") & actors["actor"].str.contains(" ")]
    twice = named[named["reached"].eq("named")].groupby("actor")["article_id"].nunique().gt(1)
    known_names = named["actor"].astype("str").str.split().str[0].isin(genders.first_names())
    named = named[known_names | named["actor"].isin(twice.index[twice])]
    said = zip(named["article_id"], named["actor"].map(surname), strict=True)
    return named.assign(quoted=[one in witnesses for one in said])


def _matters(name: str, told: pd.DataFrame, story: pd.DataFrame) -> bool:
    """Whether a person is no minor one: named by two groups, at the top of an article, or in its headline."""
    heads = story.loc[story["article_id"].isin(told["article_id"]), "headline"].dropna().astype("str")
    top = told["start"].lt(TOP).any()
    return bool(told["group"].nunique() > 1 or top) or heads.str.contains(rf"\b{re.escape(name.split()[-1])}\b").any()


def _lacking(found: pd.DataFrame, lacking: list, own: pd.DataFrame, like: frozenset) -> pd.DataFrame:
    """The articles of the groups that lack something that are like pieces of the first that has it, one a group."""
    teller = own[own["article_id"].eq(_by_most(found)["article_id"].iloc[0])].iloc[0]
    rows = own[own["group"].isin(set(lacking) - set(found["group"]))]
    fit = [
        frozenset((row.article_id, teller["article_id"])) in like
        and not pieces.older(row, teller)
        and not pieces.much_shorter(row, teller)
        for row in rows.itertuples()
    ]
    return rows[fit].drop_duplicates("group")


def _by_most(found: pd.DataFrame) -> pd.DataFrame:
    """The first mention of each group, that of the group with most mentions first."""
    counts = found["group"].value_counts()
    return found.assign(_n=-found["group"].map(counts)).sort_values("_n", kind="stable").drop_duplicates("group")


def _never(
    story: str, what: str, found: pd.DataFrame, words: Iterable[str], far: float, lacking: pd.DataFrame, most: int
) -> Iterator[Difference]:
    """The difference between the groups that mention something, `most` times, and those that lack it, if any does."""
    if len(lacking):
        has = (Side(row.article_id, int(row.start), int(row.end)) for row in _by_most(found).itertuples())
        differs = f"never there; {most} times here; looked for: {', '.join(list(words)[:SEARCHED])}"
        yield Difference("never named", story, what, (*has, *map(Side, lacking["article_id"])), differs, NEVER, far)


def _most(names: list[str], found: pd.DataFrame, texts: dict[str, str]) -> int:
    """How often the words that were looked for stand in the articles of the group that has them most."""
    said = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return max(len(said.findall(texts[group])) for group in found["group"].unique())


def _is_outlet(name: str, groups: set) -> bool:
    """Whether a name is an outlet's own, in whichever form: an outlet names itself."""
    mine = name.casefold().removeprefix("the ")
    return any(mine in str(group).casefold() or str(group).casefold() in mine for group in groups)


def reports(name: str, text: str) -> bool:
    """Whether a text says that somebody is a reporter of its own: “NRT's Lind”, “Ada Lind reports”."""
    who, last = re.escape(name), re.escape(name.split()[-1])
    return bool(
        re.search(rf"\b[A-Z]{{2,}}['’]s (?:{who}|{last})\b|\b{who},? (?:reports|reported from|contributed)\b", text)
    )


def _near(names: Iterable[str], text: str) -> bool:
    """Whether a text has a word of these names, in small letters too, or one spelled nearly so (Morsi, Morsy)."""
    lower = text.lower()
    if _written(names, text) or any(name.lower() in lower for name in names):
        return True
    last, capitals = {name.split()[-1] for name in names}, spellings.capitals(text)
    return any(spellings.alike(name, capitals) for name in last)


def _written(names: Iterable[str], text: str) -> bool:
    """Whether a text has any word with a capital of these names, or their initials, with points or without.

    A word counts in all its forms: Republicans are found in “Republican”, the F.B.I. in “FBI”.
    """
    plain = text.replace(".", "").replace("’", "'")
    words = {word.strip("',") for name in names for word in name.replace(".", "").replace("’s", "").split()}
    forms = {word for word in words if word[:1].isupper() and (len(word) > 2 or word.isupper())}
    forms |= {"".join(word[0] for word in name.split() if word[0].isupper()) for name in names if " " in name}
    stems = "|".join(re.escape(form.removesuffix("s")) for form in forms if len(form) > 1)
    return bool(stems) and bool(re.search(rf"(?<!\w)(?:{stems})", plain))
