"""One actor under its several names: the actors of each article merged across the collection, and how each is named.

Two people of one surname are never merged; where a bare surname could be either, it stays apart.
"""

from collections import Counter, defaultdict

import pandas as pd

from samestory.annotate.actors.forms import Words, capitals, clusters, surname
from samestory.annotate.quotes.roles import COURTESIES
from samestory.compare import groups
from samestory.corpus import known

KEYS = ["article_id", "actor"]


def actors(mentions: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet") -> pd.DataFrame:
    """Who occurs in which group, and under which names: a row for each actor and group, most mentioned first.

    The outlet itself is no actor of its own articles. Columns: `actor` (its commonest full name in the collection),
    `kind`, `country` (of a place, people or body, through the demonyms of `data/actors.csv`), `group` (a value of the
    column `by`), `mentions`, of them `names`, `titles` and `pronouns`, `articles`, `forms` and `descriptors` (each with
    its count, commonest first), `evidence` (the spans).
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
        "forms": Counter(row["text"] for row in rows if row["mention"] != "pronoun").most_common(),
        "descriptors": Counter(row["descriptor"] for row in rows if not pd.isna(row["descriptor"])).most_common(),
        "evidence": [(row["article_id"], row["start"], row["end"]) for row in rows],
    }


def merged(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """The name in the collection of each actor of each article: `article_id, actor, merged, kind, country`.

    One actor are: the names of one row of `data/actors.csv` ("UN", "United Nations"); full names that can be one
    person's; a bare surname and the only full name with it in the articles of its event (or in the collection, where
    the event has none), with several of them the only one of the same title ("President Obama"); an abbreviation and
    the only body it spells there.
    """
    listed, places = _listed(), _places()
    found = mentions.drop_duplicates(KEYS)[[*KEYS, "kind"]].reset_index(drop=True)
    events = articles.set_index("article_id")["event"] if "event" in articles else pd.Series(dtype="object")
    found["event"] = found["article_id"].map(events).astype("object").fillna("")
    people = _people(found, Counter(mentions["actor"]))
    expanded = _expanded(found, people, _titles(mentions))
    names = [
        people.get(actor) or expanded.get((event, actor), actor)
        for actor, event in zip(found["actor"], found["event"], strict=True)
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


def _people(found: pd.DataFrame, mentioned: Counter[str]) -> dict[str, str]:
    """Each full name of a person to the commonest form of it in the collection."""
    full = sorted({tuple(actor.split()) for actor in found.loc[found["kind"].eq("person"), "actor"] if " " in actor})
    forms = [group for groups in clusters(full).values() for group in groups]
    return {name: best for group in forms for best in [_commonest(group, mentioned)] for name in map(" ".join, group)}


def _commonest(group: set[Words], mentioned: Counter[str]) -> str:
    return min((" ".join(words) for words in group), key=lambda name: (-mentioned[name], -len(name), name))


def _titles(mentions: pd.DataFrame) -> dict[str, set[str]]:
    """The titles each actor is named with, without those anybody has ("Mr.")."""
    titled = mentions[mentions["mention"].eq("name") & mentions["descriptor"].notna()]
    found: dict[str, set[str]] = defaultdict(set)
    for actor, descriptor in zip(titled["actor"], titled["descriptor"].str.lower(), strict=True):
        found[actor].update({descriptor.split()[-1].rstrip(".")} - COURTESIES)
    return found


def _expanded(found: pd.DataFrame, people: dict[str, str], titles: dict[str, set[str]]) -> dict[tuple[str, str], str]:
    """Surnames and abbreviations by event to the one full name they can stand for there."""
    here: dict[tuple[str, str], set[str]] = defaultdict(set)
    anywhere: dict[str, set[str]] = defaultdict(set)
    for event, actor in zip(found["event"], found["actor"], strict=True):
        short = surname(tuple(actor.split())) if actor in people else capitals(actor)
        if " " in actor and len(short) > 1:
            here[event, short].add(people.get(actor, actor))
            anywhere[short].add(people.get(actor, actor))
    held: dict[str, set[str]] = defaultdict(set)
    for actor, those in titles.items():
        held[people.get(actor, actor)] |= those
    shorts = set(zip(found["event"], found["actor"], strict=True))
    meant = {
        key: _only(here.get(key) or anywhere.get(key[1], set()), titles.get(key[1], set()), held) for key in shorts
    }
    return {key: name for key, name in meant.items() if name}


def _only(names: set[str], titles: set[str], held: dict[str, set[str]]) -> str | None:
    """The one name of several, or the one that bears one of the titles."""
    titled = names if len(names) == 1 else {name for name in names if titles & held.get(name, set())}
    return next(iter(titled)) if len(titled) == 1 else None


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
