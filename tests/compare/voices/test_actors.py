"""One actor under several names, and never two people as one."""

import pandas as pd
import pytest
from samestory.compare.voices.actors import actors, merged

ARTICLES = pd.DataFrame(
    {"article_id": ["a", "b", "c"], "outlet": ["Alpha", "Beta", "Beta"], "event": ["talks", "talks", "storm"]}
)


def mentions(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["article_id", "text", "actor", "kind", "mention", "descriptor"])
    return table.assign(start=range(len(rows)), end=range(1, len(rows) + 1))


def name(article_id: str, actor: str, kind: str | None = "person", descriptor: str | None = None) -> tuple:
    return (article_id, actor, actor, kind, "name", descriptor)


MERGED = [
    # names in the articles, the name of the last in the collection, why
    ([name("a", "Ada Brown"), name("b", "Brown", None)], "Ada Brown", "the only Brown of the event"),
    ([name("a", "Ada Brown"), name("b", "Carl Brown"), name("b", "Brown", None)], "Brown", "two people of one surname"),
    ([name("a", "Ada Brown"), name("a", "Carl Brown")], "Carl Brown", "never one person"),
    ([name("a", "Ada Brown"), name("a", "Ada Brown"), name("b", "Ada J. Brown")], "Ada Brown", "a middle initial"),
    ([name("a", "Ada Brown"), name("b", "A. Brown")], "Ada Brown", "an initial with one first name for it"),
    ([name("a", "Ada Brown"), name("a", "Anna Brown"), name("b", "A. Brown")], "A. Brown", "an initial with two"),
    ([name("a", "Carl Brown"), name("b", "Carl Brown Jr.")], "Carl Brown Jr.", "a son is not his father"),
    ([name("a", "Ada Brown"), name("c", "Brown", None)], "Ada Brown", "no other Brown in the collection"),
    (
        [
            name("a", "Ada Brown", descriptor="President"),
            name("a", "Carl Brown"),
            name("c", "Brown", None, "US President"),
        ],
        "Ada Brown",
        "two Browns, one of them president",
    ),
    (
        [name("a", "United Nations", "organisation"), name("b", "UN", "organisation")],
        "United Nations",
        "data/actors.csv",
    ),
    (
        [name("a", "Grain Export Board", "organisation"), name("b", "GEB", "organisation")],
        "Grain Export Board",
        "capitals",
    ),
    ([name("a", "Israel", "place"), name("b", "Israelis", "people")], "Israelis", "a people is not its state"),
]


@pytest.mark.parametrize(("rows", "expected", "why"), MERGED)
def test_merged(rows, expected, why):
    assert merged(mentions(*rows), ARTICLES)["merged"].iloc[-1] == expected, why


COUNTRIES = [
    ("Israel", "Israel"), ("Israelis", "Israel"), ("Israeli cabinet", "Israel"),
    ("Palestine", "Palestine"), ("Palestinians", "Palestine"), ("Palestinian fighters", "Palestine"),
    ("Russians", "Russia"), ("Ukrainian troops", "Ukraine"), ("US officials", "United States"), ("Gaza’s hospitals", "Gaza"),
    ("Ada Brown", None), ("Congolese troops", None),
]  # fmt: skip


@pytest.mark.parametrize(("actor", "country"), COUNTRIES)
def test_demonyms_treat_every_country_alike(actor, country):
    found = merged(mentions(name("a", actor, None)), ARTICLES)["country"].iloc[0]
    assert (None if pd.isna(found) else found) == country


def test_actors_counts_forms_by_group():
    table = actors(
        mentions(
            name("a", "Ada Brown", descriptor="Prime Minister"),
            ("a", "she", "Ada Brown", "person", "pronoun", None),
            ("b", "the prime minister", "Brown", "person", "title", "the prime minister"),
        ),
        ARTICLES,
    )
    assert table[["actor", "group", "mentions", "names", "titles", "pronouns"]].values.tolist() == [
        ["Ada Brown", "Alpha", 2, 1, 0, 1],
        ["Ada Brown", "Beta", 1, 0, 1, 0],
    ]
    assert table["forms"].tolist() == [[("Ada Brown", 1)], []], "names, and no title alone"
    courteous = actors(mentions(name("a", "Ada Brown", descriptor="Ms.")), ARTICLES)
    assert courteous["forms"].tolist() == [[("Ms. Ada Brown", 1)]]
    assert table["evidence"].iloc[1] == [("b", 2, 3)]


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="country"):
        actors(mentions(name("a", "Ada Brown")), ARTICLES, by="country")
