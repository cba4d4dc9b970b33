"""One actor under its several names: the actors of each article merged across the collection, and how each is named.

Two people of one surname are never merged; where a bare surname could be either, it stays apart.
"""

from collections import Counter, defaultdict

import pandas as pd

from samestory.annotate.actors.forms import capitals
from samestory.annotate.quotes.roles import COURTESIES
from samestory.compare import groups
from samestory.compare.voices import persons
from samestory.corpus import known

KEYS = ["article_id", "actor"]


def actors(mentions: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Who occurs in which group, and under which names: a row for each actor and group, most mentioned first.

    The outlet itself is no actor of its own articles. Columns: `actor` (its commonest full name in the collection),
    `kind`, `country` (of a place, people or body, through the demonyms of `data/actors.csv`), `group` (a value of the
    column `by`), `mentions`, of them `names`, `titles` and `pronouns`, `articles`, `forms` and `descriptors` (each with
    its count, commonest first; `forms` are names, with their courtesy), `evidence` (the spans).
    """
    told = mentions.drop(columns=["kind"]).merge(merged(mentions, articles), on=KEYS, how="left")
    told = groups.beside(told, articles, by).drop(columns=["actor"]).rename(columns={"merged": "actor"})
    told = told[~_is_own_outlet(told, articles)]
    together: dict[tuple, list[dict]] = defaultdict(list)
    for mention in told.to_dict("records"):
        together[mention["actor"], mention["group"]].append(mention)
    table = pd.DataFrame([_row(rows) for rows in together.values()], columns=COLUMNS)
    total = table.groupby("actor")["mentions"].transform("sum")
    table = table.assign(group=groups.in_order(table["group"], articles, by), total=total)
    ordered = table.sort_values(["total", "actor", "group"], ascending=[False, True, True], kind="stable")
    return ordered.drop(columns=["total"]).reset_index(drop=True)


def _is_own_outlet(told: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Which mentions are of the outlet of their own article (“told The Ardin Post”): it reports, and does not act."""
    if "outlet" not in articles:
        return pd.Series(False, index=told.index)
    own = told["article_id"].map(dict(zip(articles["article_id"], articles["outlet"], strict=True)))
    return own.map(plain_outlet, na_action="ignore").eq(told["actor"].map(plain_outlet))


def plain_outlet(name: str) -> str:
    """The name of an outlet as it is compared: in small letters, without “the”."""
    return str(name).casefold().removeprefix("the ").strip()


COLUMNS = [
    "actor", "kind", "country", "group", "mentions", "names", "titles", "pronouns", "articles", "forms", "descriptors",
    "evidence",
]  # fmt: skip


def _row(rows: list[dict]) -> dict:
    ways = Counter(row["mention"] for row in rows)
    return {
        **{name: rows[0][name] for name in ("actor", "kind", "country", "group")},
        "mentions": len(rows),
        "names": ways["name"],
        "titles": ways["title"],
        "pronouns": ways["pronoun"],
        "articles": len({row["article_id"] for row in rows}),
        "forms": Counter(_form(row) for row in rows if row["mention"] == "name").most_common(),
        "descriptors": Counter(row["descriptor"] for row in rows if not pd.isna(row["descriptor"])).most_common(),
        "evidence": [(row["article_id"], row["start"], row["end"]) for row in rows],
    }


def _form(row: dict) -> str:
    """A name as it stands there, with the courtesy before it: “Mr. Moss”."""
    before = str(row["descriptor"])
    return f"{before} {row['text']}" if before.lower().rstrip(".") in COURTESIES else row["text"]


def merged(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The name in the collection of each actor of each article: `article_id, actor, merged, kind, country`.

    One actor are: the names of one row of `data/actors.csv` ("UN", "United Nations"); full names that can be one
    person's, and the parts of names that stand for that person alone (see `persons`); an abbreviation and the only
    body it spells in the articles of its event (or in the collection, where the event has none).
    """
    listed, places = _listed(), _places()
    found = mentions.drop_duplicates(KEYS)[[*KEYS, "kind"]].reset_index(drop=True)
    found["story"] = persons.stories(found, articles)
    full = persons.full_names(found.loc[found["kind"].eq("person"), "actor"], Counter(mentions["actor"]))
    short = _shortened(found, full, _titles(mentions)) | _spelled_out(found, full)
    names = [
        short.get((article, actor)) or full.get(actor, actor)
        for article, actor in zip(found["article_id"], found["actor"], strict=True)
    ]
    known_as = [
        listed.get(a) or listed.get(n, (n, k)) for a, n, k in zip(found["actor"], names, found["kind"], strict=True)
    ]
    found["merged"], found["kind"] = [name for name, _ in known_as], [kind for _, kind in known_as]
    found["kind"] = found.groupby("merged")["kind"].transform("first")
    return found.assign(country=[_country(name, places) for name in found["merged"]])[
        [*KEYS, "merged", "kind", "country"]
    ]


def by_name(actors: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The mentions by name, each with `merged`, the actor's name in the whole collection."""
    names = merged(actors, articles)[["article_id", "actor", "merged"]]
    found = actors.merge(names, on=["article_id", "actor"])
    return found[found["mention"].eq("name")].reset_index(drop=True)


def _titles(mentions: pd.DataFrame) -> dict[str, set[str]]:
    """The titles each actor is named with, without those anybody has ("Mr.")."""
    titled = mentions[mentions["mention"].eq("name") & mentions["descriptor"].notna()]
    found: dict[str, set[str]] = defaultdict(set)
    for actor, descriptor in zip(titled["actor"], titled["descriptor"].str.lower(), strict=True):
        found[actor].update({descriptor.split()[-1].rstrip(".")} - COURTESIES)
    return found


def _shortened(found: pd.DataFrame, full: dict[str, str], titles: dict[str, set[str]]) -> dict[persons.Key, str]:
    """The parts of names by article to the one person they can stand for there."""
    bearers = persons.Bearers(found.assign(person=found["actor"].map(full)).dropna(subset="person"))
    held: dict[str, set[str]] = defaultdict(set)
    for actor, those in titles.items():
        held[full.get(actor, actor)] |= those
    rows = found[found["kind"].isna() | found["kind"].eq("person")]
    meant = {
        (article, actor): persons.one(bearers.of(actor, story), titles.get(actor, set()), held)
        for article, story, actor in zip(rows["article_id"], rows["story"], rows["actor"], strict=True)
    }
    return {key: name for key, name in meant.items() if name}


def _spelled_out(found: pd.DataFrame, full: dict[str, str]) -> dict[persons.Key, str]:
    """Abbreviations by article to the one body that they spell in its story, else in the collection."""
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    rows = list(found[["article_id", "story", "actor"]].itertuples(index=False, name=None))
    for _, story, actor in rows:
        if " " in actor and actor not in full and len(capitals(actor)) > 1:
            here[story, capitals(actor)].add(actor)
            anywhere[capitals(actor)].add(actor)
    meant = {(article, actor): here.get((story, actor)) or anywhere.get(actor, set()) for article, story, actor in rows}
    return {key: next(iter(names)) for key, names in meant.items() if len(names) == 1}


def _listed() -> dict[str, tuple[str, str]]:
    """The names of `data/actors.csv` to the actor and its kind; peoples go by their own name."""
    rows = known.table("actors.csv", ["actor", "kind", "name", "form"]).fillna("")
    named = rows[rows["form"].isin(["name", "people"])]
    people = named["form"].eq("people") & named["actor"].ne(named["name"]) & named["kind"].eq("people")
    actor = named["actor"].mask(people, named["name"])
    return dict(zip(named["name"], zip(actor, named["kind"], strict=True), strict=True))


def _country(name: str, places: dict[str, str]) -> str | None:
    """The country of a place, people or body: "Israel", "Israelis" and "Israeli cabinet" are of Israel."""
    words = name.replace("’s", "").replace("'s", "").split()
    starts = (" ".join(words[:n]) for n in range(min(len(words), 3), 0, -1))
    return places.get(name) or next((places[start] for start in starts if start in places), None)


def _places() -> dict[str, str]:
    """Names, adjectives and peoples to their place; what belongs to two (Congolese) is left out."""
    rows = known.table("actors.csv", ["actor", "kind", "name", "form"])
    places = rows[rows["form"].isin(["name", "adjective", "people"]) & rows["kind"].isin(["place", "people"])]
    places = places.drop_duplicates(["actor", "name"]).drop_duplicates("name", keep=False)
    return dict(zip(places["name"], places["actor"], strict=True))
