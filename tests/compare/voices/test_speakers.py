"""Whose words they are: one person under one name, three kinds of source, or nobody surely found."""

import pandas as pd
import pytest
from samestory.compare.voices import persons
from samestory.compare.voices.speakers import attributed, is_name

ARTICLES = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["NPR Online News", "South"], "event": ["storm", "flood"]})


def table(*rows: tuple) -> pd.DataFrame:
    """Statements as (article, speaker, source class), one after the other in the text."""
    made = pd.DataFrame(rows, columns=["article_id", "speaker", "source_class"])
    starts = range(0, 100 * len(made), 100)
    made = made.assign(start=starts, end=[start + 50 for start in starts], cue_start=[start + 60 for start in starts])
    return made.assign(
        attribution=range(len(made)),
        form="indirect",
        text="it rained",
        source=made["speaker"].fillna("he"),
        reached="named",
        relay=None,
    )


KINDS = [
    ("Ana Moss", "named", "person", "a full name"),
    ("Minn.", "named", "open", "a state"),
    ("Guidance", "named", "open", "a common noun"),
    ("Ken", "named", "open", "a first name alone"),
    ("Covid-19", "named", "open", "a disease"),
    ("Harbour Board", "organisation", "organisation", "a body"),
    ("John Fund", "organisation", "person", "a surname that ends names of bodies"),
    ("Harbour Board President", "organisation", "open", "somebody by title"),
    ("a letter", "document", "document", "a document"),
    ("a spokesman", "anonymous", "unnamed", "one without a name"),
    ("Ana Moss", "document", "open", "somebody's letter"),
    ("11.2 million people between 2010 and 2012", "collective", "open", "a count"),
    ("critics", "collective", "unnamed", "many without a name"),
    ("Three freshmen", "collective", "unnamed", "a plural of its own"),
    ("as parents", "collective", "open", "a fragment"),
    ("its 40", "collective", "open", "a fragment"),
    ("our scientists", "collective", "open", "somebody's own words"),
    ("an effort liberals", "collective", "open", "a fragment of two phrases"),
    ("Ana Moss and her aides", "collective", "open", "a named one and others together"),
    ("Ana Moss and Carl Berg", "collective", "persons", "two with their names"),
    ("Moss and Carl Berg", "collective", "open", "one of them by half a name"),
    ("mayor", "role", "open", "may be named elsewhere"),
    (None, "role", "open", "he"),
]


@pytest.mark.parametrize(("speaker", "source_class", "kind", "why"), KINDS)
def test_a_source_has_one_of_three_kinds_or_is_not_surely_found(speaker, source_class, kind, why):
    found = attributed(table(("a", speaker, source_class)), ARTICLES)
    assert list(found["kind"]) == [kind], why
    assert found["speaker"].isna().tolist() == [kind == "open"], why


def test_a_body_with_an_article_is_none_for_its_first_name():
    rows = table(("a", "Austin Chronicle", "organisation")).assign(source="the Austin Chronicle")
    assert list(attributed(rows, ARTICLES)["kind"]) == ["organisation"]


def test_who_is_introduced_without_a_name_stays_unnamed_and_one():
    rows = [("a", "one employee", "anonymous"), ("a", "employee", "role"), ("b", "employee", "role")]
    found = attributed(table(*rows), ARTICLES)
    assert list(found["kind"]) == ["unnamed", "unnamed", "open"]
    assert list(found["speaker"].iloc[:2]) == ["one employee", "one employee"]


def test_two_without_a_name_stay_two():
    rows = [("a", "an official", "anonymous"), ("a", "a second official", "anonymous"), ("a", "official", "role")]
    found = attributed(table(*rows), ARTICLES)
    assert list(found["speaker"].iloc[:2]) == ["an official", "a second official"]
    assert found["kind"].iloc[2] == "open"  # the official may be either


ONE = [
    ("Berg", "Carl de Berg", "Carl de Berg", "a surname"),
    ("De Berg", "Carl de Berg", "Carl de Berg", "with its particle"),
    ("BERG", "Carl de Berg", "Carl de Berg", "in capitals"),
    ("Lee Berg", "Anna Lee Berg", "Anna Lee Berg", "a double surname"),
    ("Ada Lind", "Osker Ada Lind", "Ada Lind", "no part of what stands before it once"),
    ("Economic Development Steve Grove", "Steve Grove", "Steve Grove", "words before a name"),
    ("Berg", "Lund", "Berg", "somebody else"),
]


@pytest.mark.parametrize(("short", "full", "name", "why"), ONE)
def test_one_person_has_one_name_in_all_articles(short, full, name, why):
    found = attributed(table(("a", full, "named"), ("b", short, "named")), ARTICLES)
    assert found["speaker"].iloc[-1] == name, why


def test_a_surname_of_several_is_the_one_far_better_known_of_them():
    articles = pd.DataFrame({"article_id": list("abcdef"), "outlet": "North", "event": list("uvwxyz")})
    others = [(article, "Carl Berg", "named") for article in "abc"] + [("d", "Ina Berg", "named")]
    assert attributed(table(*others, ("f", "Berg", "named")), articles)["speaker"].iloc[-1] == "Carl Berg"
    two = [*others, ("e", "Ina Berg", "named"), ("f", "Berg", "named")]
    assert attributed(table(*two), articles)["speaker"].iloc[-1] == "Berg"


def test_what_a_speaker_says_of_speaking_is_no_attribution_of_the_article():
    quotes = table(("a", "Ana Moss", "named"), ("a", "Ana Moss", "named"))
    quotes = quotes.assign(form=["direct", "indirect"], start=[0, 20], end=[50, 40], cue_start=[60, 10])
    assert len(attributed(quotes, ARTICLES)) == 1


def test_an_outlet_is_known_by_the_abbreviation_it_begins_with():
    quotes = table(("a", "Ana Moss", "named")).assign(source="NPR's Ana Moss")
    assert list(attributed(quotes, ARTICLES)["kind"]) == ["own reporter"]


NAMES = [("Ana Moss", True), ("Police Chiefs", False), ("LaSalle Parish", False), ("28", False)]


@pytest.mark.parametrize(("name", "expected"), NAMES)
def test_is_name(name, expected):
    assert is_name(name) == expected


def test_a_surname_alone_is_a_person_where_the_article_shows_one():
    rows = table(("a", "Burel", "named"))
    seen = pd.DataFrame(
        {"article_id": ["a"], "actor": ["Burel"], "kind": [None], "mention": ["pronoun"], "descriptor": [None]}
    )
    assert list(attributed(rows, ARTICLES, seen)["kind"]) == ["person"]
    assert list(attributed(rows, ARTICLES, seen.assign(mention="name"))["kind"]) == ["open"]


def test_a_surname_that_is_a_country_is_the_person_of_that_name_in_the_article():
    rows = table(("a", "Jim Jordan", "named"), ("a", "Jordan", "organisation"), ("b", "Jordan", "organisation"))
    found = attributed(rows, ARTICLES)
    assert list(found["speaker"]) == ["Jim Jordan", "Jim Jordan", "Jordan"]
    assert list(found["kind"]) == ["person", "person", "organisation"]


def test_people_of_a_party_are_no_organisation():
    rows = table(("a", "Republican Party", "organisation"), ("a", "Republican Party", "organisation"))
    found = attributed(rows.assign(source=["Republicans", "the Republican Party"]), ARTICLES)
    assert list(found["speaker"]) == ["Republicans", "Republican Party"]
    assert list(found["kind"]) == ["unnamed", "organisation"]


@pytest.mark.parametrize(("articles", "known"), [(3, {"Ada Lind"}), (2, {"Ada Lind", "Bo Lind"})])
def test_of_two_of_one_surname_the_one_far_better_known_is_meant(articles, known):
    names = ["Ada Lind"] * articles + ["Bo Lind"]
    named = pd.DataFrame(
        {
            "article_id": [f"a{k}" for k in range(len(names))],
            "story": [f"s{k}" for k in range(len(names))],
            "person": names,
        }
    )
    assert persons.Bearers(named).of("Lind", "another story") == known


@pytest.mark.parametrize(("verb", "kind"), [("say", "unnamed"), ("shout", "open"), ("chant", "open")])
def test_whoever_cries_out_at_a_scene_is_no_source(verb, kind):
    told = table(("a", "attackers", "collective")).assign(cue_lemma=verb)
    assert list(attributed(told, ARTICLES)["kind"]) == [kind]


OWNERS = [
    (["Moss's lawyers", "Mosses’ lawyers", "lawyers"], 1, "one way to say whose, and the bare noun"),
    (["Moss's lawyers", "Berg's lawyers", "lawyers"], 3, "of two"),
    (["Moss's lawyers", "Lund lawyers"], 2, "whose the others are is not said"),
]


@pytest.mark.parametrize(("speakers", "count", "why"), OWNERS)
def test_people_of_one_owner_are_one_source(speakers, count, why):
    told = attributed(table(*(("a", speaker, "collective") for speaker in speakers)), ARTICLES)
    assert told["speaker"].nunique() == count, why


def test_some_of_a_group_are_not_the_group():
    told = attributed(table(("a", "officials", "anonymous"), ("a", "Iranian officials", "collective")), ARTICLES)
    assert list(told["speaker"]) == ["officials", "Iranian officials"]
