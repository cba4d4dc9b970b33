"""Names: what the outlets call the same person, body, thing or act of an event, in each voice, with every form."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from samestory.annotate import content, spans
from samestory.annotate.quotes.roles import COURTESIES, is_cut
from samestory.compare import groups
from samestory.compare.facts.instead import NO_ARTICLE
from samestory.compare.facts.persons import CLAUSE, beside
from samestory.compare.facts.sides import OWN
from samestory.compare.facts.stems import stems
from samestory.compare.facts.stories import NO_EVENT, stories, told_by_several
from samestory.compare.voices.actors import merged
from samestory.compare.voices.described import DATING, description, is_run_on
from samestory.compare.voices.persons import parts
from samestory.compare.voices.speakers import is_name
from samestory.compare.words.things import OWNED, things
from samestory.corpus import known

COLUMNS = [
    "story", "referent", "kind", "subject", "group", "article_id", "start", "end", "text", "voice", "n", "listed",
    "far",
]  # fmt: skip
KINDS = {"person": "person", "organisation": "body"}
WEIGHTS = {"contested": 1.0, "style": 0.6, "loose": 0.4}  # how far apart two words of a class leave the accounts
DESCRIBED, ANOTHER, FORM, STYLE = 0.5, 0.4, 0.2, 0.05  # other descriptions, other nouns, forms of a name, Mr. and Ms.
HALF = 0.5  # of it where only one of two has a word that the other has not
PARTY = re.compile(r" ?\([A-Z][\w.–-]{0,12}\)")  # what follows a name in brackets: (R), (D-N.Y.), (NRA)
ARTICLE = re.compile(r"(?:an?|the|his|her|its|their|my|your|our|this|that|these|those) ", re.IGNORECASE)
COURTESY = re.compile(rf"(?:{'|'.join(sorted(COURTESIES))})\.? ", re.IGNORECASE)
LONGEST = 12  # words of a form


def names(
    actors: pd.DataFrame,
    phrases: pd.DataFrame,
    fact_pairs: pd.DataFrame,
    labels: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: str = "outlet",
) -> pd.DataFrame:
    """What each group calls the same person, body, thing or act of an event: a row for each form of it and voice.

    Columns: `story`; `referent` (number, from 1, those furthest apart first); `kind` (person, body, thing); `subject`
    (its fullest name, or commonest noun); `group`; the form where it stands first (`article_id, start, end, text`);
    its `voice`; `n` times it stands; `listed`, whether a word of it has a label of its own in `labels`; `far`, how far
    apart the groups are (0 to 1). Only referents that two groups call otherwise in their own voice. It claims no
    absence. Errors: those of `things`, and names that are joined wrongly.
    """
    about = articles[["article_id"]].assign(group=groups.of(articles, by).astype("str"), story=stories(articles))
    weight = known.table("namings.csv", ["what", "word", "weight", "source"])
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    shared = articles[about["story"].ne(NO_EVENT).to_numpy() & told_by_several(articles, by=by).to_numpy()]
    named, said = (rows[rows["article_id"].isin(shared["article_id"])] for rows in (actors, phrases))
    known_as = merged(actors, articles)
    found = [*_actors(named, said, known_as, texts), *_things(said, fact_pairs, named, labels, weight, texts)]
    mentions = pd.concat([one.assign(key=key) for key, one in enumerate(found)]) if found else phrases.assign(key=0)[:0]
    placed = mentions.drop(columns=["story", "group"], errors="ignore").merge(about, on="article_id")
    keys = ["key", "story"]
    several = placed[placed["voice"].isin(OWN)].groupby(keys)["group"].nunique().gt(1)
    placed = placed[placed["story"].ne(NO_EVENT)].join(several.rename("several"), on=keys)
    tables = []
    for (key, _), told in placed[placed["several"].eq(True)].groupby(keys, sort=False):
        if far := _far(told, weight):
            forms = _forms(told)
            tables.append(forms.assign(far=far, key=key, wide=forms["group"].nunique(), often=len(told)))
    if not tables:
        return pd.DataFrame(columns=COLUMNS)
    table = pd.concat(tables).sort_values(
        ["far", "wide", "often", *keys], ascending=[False, False, False, True, True], kind="stable", ignore_index=True
    )
    table["referent"] = table.groupby(keys, sort=False).ngroup() + 1
    return table.assign(group=groups.in_order(table["group"], articles, by))[COLUMNS]


def _actors(
    actors: pd.DataFrame, phrases: pd.DataFrame, known_as: pd.DataFrame, texts: dict[str, str]
) -> Iterator[pd.DataFrame]:
    """The mentions of each person and body by a name or title, as forms: with what stands beside the name.

    `known_as` is the table of `actors.merged`. Not those by a surname that could be of several of the collection.
    """
    joined = actors.drop(columns=["kind"]).merge(known_as, on=["article_id", "actor"])
    told = joined[joined["mention"].ne("pronoun") & joined["kind"].isin(KINDS) & joined["reached"].notna()]
    told = told[told["kind"].ne("person") | told["merged"].map(is_name).astype("bool")]
    of_body = [row.kind != "organisation" or _names_body(row.text, row.merged) for row in told.itertuples()]
    told = told[pd.Series(of_body, told.index, dtype="bool")]
    before = phrases.groupby(["article_id", "end"])["start"].min()
    told = told.assign(whole=told["article_id"].map(texts))
    told["phrase"] = before.reindex(pd.MultiIndex.from_frame(told[["article_id", "end"]])).to_numpy()
    placed = pd.DataFrame([_form(row) for row in told.itertuples()], index=told.index, columns=["start", "end", "text"])
    bare = told["text"].where(told["mention"].eq("name"))
    told = told.assign(**placed, kind=told["kind"].map(KINDS), subject=told["merged"], name=bare, listed=False)
    everybody = known_as.loc[known_as["kind"].isin(KINDS), "merged"].unique()
    of_several = {part for name in everybody for part in parts(name)}
    for _, rows in told[~told["merged"].map(str.casefold).isin(of_several)].groupby("merged", sort=False):
        yield rows.drop_duplicates(["article_id", "start", "end"])


def _form(row) -> tuple[int, int, str]:
    """The span of a name with the title, the description and the party beside it, and its text; of a title itself."""
    start, end = row.start, row.end
    if row.mention == "name":
        phrase = row.whole[int(row.phrase) : end] if pd.notna(row.phrase) and row.phrase < start else ""
        inside = phrase and row.whole[: int(row.phrase)][-1:].isalpha()  # a word: “isn’t Ada Lind” begins with n’t
        if phrase and not inside and not OWNED.search(phrase) and phrase.split()[0].lower() not in NO_ARTICLE:
            start = int(row.phrase)
        said = row.kind == "person" and pd.notna(row.descriptor) and not row.descriptor.startswith(CLAUSE)
        span = beside(row) if said else None
        if span and _describes(row, *span):
            start, end = min(start, span[0]), max(end, span[1])
        start = start if start == row.start or _is_whole(row, start) else row.start
        party = PARTY.match(row.whole, end)
        end = party.end() if party else end
    start += len(row.whole[start:end]) - len(row.whole[start:end].lstrip(" ,–—"))
    return start, end, row.whole[start:end]


def _is_whole(row, start: int) -> bool:
    """Whether the words before a name are a whole title or description, and hold nothing that is none of it.

    Not “Services Secretary” of “Harbour Services Secretary”, “the plan Mayor” of “the plan Mayor Y has”.
    """
    words = ARTICLE.sub("", row.whole[start : row.start]).strip()
    said, title = words.removesuffix(str(row.descriptor)).split(), str(row.descriptor)[:1].isupper()
    other = title and words.endswith(str(row.descriptor)) and bool(said) and said[-1].islower()
    strange = other and said[-1] not in DATING
    joined = row.whole[:start].endswith(" and ") and words.rstrip(".") in content.TITLES  # “Y and Mayor X”
    cut = bool(words) and is_cut(words, row.whole, row.start) and not joined
    return not (" and " in words or strange or cut or is_run_on(words, row.whole[row.start : row.end]))


def _describes(row, start: int, end: int) -> bool:
    """Whether a span with a name in it is no more than the name and who that is."""
    title = row.whole[start : row.start] == f"{row.descriptor} "
    return len(row.whole[start:end].split()) <= LONGEST and (title or bool(description(row.descriptor)))


def _names_body(form: str, name: str) -> bool:
    """Whether a form names a body, and not its members: “Republicans” are not the Republican Party."""
    return form in name or not form.endswith("s")


def _things(
    phrases: pd.DataFrame,
    pairs: pd.DataFrame,
    actors: pd.DataFrame,
    labels: pd.DataFrame,
    weight: pd.DataFrame,
    texts: dict[str, str],
) -> Iterator[pd.DataFrame]:
    labelled = spans.within(labels, phrases)["outer"]
    for rows in things(phrases, pairs, actors, labels, weight, texts):
        commonest = Counter(rows["head"]).most_common(1)[0][0]
        yield rows.assign(kind="thing", subject=commonest, name=None, listed=rows.index.isin(labelled))


def _far(told: pd.DataFrame, weight: pd.DataFrame) -> float:
    """How far apart the groups are in what they call one referent in their own voice; 0 where that is the same."""
    own = told[told["voice"].isin(OWN)]
    measure = _thing_apart if told["kind"].iloc[0] == "thing" else _actor_apart
    each = [rows for _, rows in own.groupby("group", sort=False)]
    return max((measure(one, other, weight) for one, other in combinations(each, 2)), default=0.0)


def _thing_apart(one: pd.DataFrame, other: pd.DataFrame, weight: pd.DataFrame) -> float:
    heads = set(one["head"]), set(other["head"])
    classes = weight[weight["word"].isin(heads[0] | heads[1])]
    several = classes.groupby("what")["word"].nunique().gt(1)
    held = classes.loc[classes["what"].isin(several.index[several]), "weight"]
    far = max((WEIGHTS[weight] for weight in held), default=ANOTHER)
    words = set().union(*one["descriptor"].map(stems)), set().union(*other["descriptor"].map(stems))
    return max(far * _both(*heads), DESCRIBED * _both(*words))


def _actor_apart(one: pd.DataFrame, other: pd.DataFrame, weight: pd.DataFrame) -> float:
    described = [_described(rows) for rows in (one, other)]
    forms = [set(rows["text"].map(_plain).str.replace(COURTESY, "", regex=True)) for rows in (one, other)]
    fullest = [{max(each, key=len)} for each in forms]
    whole = [set(rows["text"].map(_plain)) for rows in (one, other)]
    return max(DESCRIBED * _both(*described), FORM * _both(*fullest), STYLE * _both(*whole))


def _described(rows: pd.DataFrame) -> set[str]:
    """The words by which a group describes an actor: no title, nor a part of its name."""
    names = stems(" ".join([*rows["name"].dropna(), *rows["subject"]]), parts=True)
    titles = {content.stem(title.lower()) for title in (*content.TITLES, *COURTESIES)}
    words = set().union(*(stems(PARTY.sub("", text), parts=True) for text in rows["text"]))
    return words - names - titles


def _both(one: set[str], other: set[str]) -> float:
    """1 where each of two has something that the other has not, HALF where one has, 0 where they have the same."""
    return (1.0 if one - other and other - one else HALF) if one != other else 0.0


def _plain(text: str) -> str:
    """A form as it is counted: in small letters, without its article."""
    return ARTICLE.sub("", " ".join(text.split()), count=1).casefold() if ARTICLE.match(text) else text.casefold()


def _forms(told: pd.DataFrame) -> pd.DataFrame:
    """The forms of a referent, each group's commonest first: where it stands first, and how often in that voice."""
    keys = ["group", "voice", "form"]
    counted = told.assign(form=told["text"].map(_plain))
    counted["n"] = counted.groupby(keys)["start"].transform("size")
    return (
        counted.drop_duplicates(keys)
        .sort_values("n", ascending=False, kind="stable")
        .sort_values("group", kind="stable")
    )
