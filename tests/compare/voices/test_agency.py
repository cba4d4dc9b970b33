"""Who acts and who is acted upon: only harm to people told as done, each count with its clauses."""

import pandas as pd
import pytest
from samestory.compare.voices.agency import OF_GROUP, acts, agency, constructions, enough, head_words, of_harm

ARTICLES = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["Alpha", "Beta"], "event": ["raid", "raid"]})
COLUMNS = [
    "article_id",
    "start",
    "end",
    "construction",
    "actor",
    "actor_start",
    "target",
    "target_start",
    "harm",
    "voice",
]


def clauses(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.assign(negated=False, modal=None, act_start=table["start"], lemma="harm")


RAID = clauses(
    ("a", 20, 26, "active", "The army and rebels", 0, "at least 40 people in the town", 30, True, "narrator"),
    ("a", 90, 96, "passive_short", None, None, "Ada Brown", 70, True, "attributed"),
    ("b", 10, 16, "passive_short", None, None, "people", 0, True, "quoted"),
    ("b", 50, 54, "active", "Ada Brown", 40, None, None, False, "narrator"),
)
ACTORS = pd.DataFrame(
    {"article_id": ["a"], "start": [70], "end": [79], "actor": ["Ada Brown"], "kind": ["person"], "mention": "name", "descriptor": None}
)  # fmt: skip


def test_who_does_what_to_whom():
    told = of_harm(RAID, ARTICLES, ACTORS)
    found = agency(told, ARTICLES)
    assert [
        (r.group, r.who if not pd.isna(r.who) else None, r.whom, r.construction, r.n) for r in found.itertuples()
    ] == [
        ("Alpha", "army and rebels", "people", "active", 1),
        ("Alpha", None, "Ada Brown", "passive_short", 1),
    ]
    assert found["evidence"].tolist() == [[("a", 20, 26)], [("a", 90, 96)]]


def test_verbs_of_one_deed_are_one_act():
    shot = ("a", 20, 24, "active", "The army", 0, "two men", 36, True, "narrator")
    told = of_harm(clauses(shot, ("a", 29, 35, *shot[3:])).assign(act_start=20), ARTICLES)
    assert list(agency(told, ARTICLES)["n"]) == [1] and acts(told) == 1


ONE = ("a", 20, 26, "active", "The army", 0, "two men", 30, True, "narrator")
NOT_SHOWN = [
    ({"negated": True}, "denied"),
    ({"modal": "could"}, "only possible"),
    ({"voice": "quoted"}, "said between marks"),
    ({"target": "him"}, "a pronoun"),
    ({"target": "how many people"}, "a question"),
    ({"target": "the White House"}, "no person"),
    ({"target": "businesses"}, "a thing"),
    ({"target": "28"}, "an age"),
    ({"lemma": "launch"}, "an attack that is launched: nobody is told to be harmed"),
    ({"lemma": "carry out"}, "nor where it is carried out"),
    ({"actor": "where the gunman"}, "a fragment"),
    ({"actor": "he"}, "a pronoun does it"),
    ({"actor": None}, "active, and nobody is found who does it"),
    ({"actor": "police in Lund, Mo., and Ada Brown"}, "may run on into another phrase"),
]


@pytest.mark.parametrize(("change", "why"), NOT_SHOWN)
def test_only_what_is_told_as_done_between_people_is_shown(change, why):
    assert len(of_harm(clauses(ONE), ARTICLES)) == 1
    assert of_harm(clauses(ONE).assign(**change), ARTICLES).empty, why


def test_what_is_asked_is_not_told():
    texts = pd.Series(["Is it so that the army harmed the men? It is.", ""])
    assert of_harm(clauses(ONE), ARTICLES.assign(text=texts)).empty
    assert len(of_harm(clauses(ONE), ARTICLES.assign(text=texts.str.replace("?", "."))))


@pytest.mark.parametrize(("deeds", "shown"), [(4, 0), (5, 5)])
def test_of_few_deeds_nothing_is_shown(deeds, shown):
    told = of_harm(clauses(*[("a", 20 + k, 26 + k, *ONE[3:]) for k in range(deeds)]), ARTICLES)
    assert len(enough(told)) == shown


def test_constructions_are_shares_of_a_group():
    more = [("a", 120 + k, 126 + k, "passive_short", None, None, "two men", 100, True, "narrator") for k in range(3)]
    told = of_harm(pd.concat([RAID, clauses(*more)]), ARTICLES, ACTORS)
    assert len(told) == OF_GROUP
    table = constructions(told, ARTICLES).set_index("construction")
    assert table.loc["active", ["n", "of", "share"]].tolist() == [1, 5, 0.2]
    assert constructions(told.head(OF_GROUP - 1), ARTICLES).empty, "a share of few deeds says nothing"


HEADS = [
    ("at least 57,523 people in Gaza", "people"),
    ("more than 57,500 Palestinians", "Palestinians"),
    ("the International Criminal Court", "International Criminal Court"),
    ("two children", "children"),
    ("49", "49"),
    ("a 12 year-old boy", "12 year-old boy"),
]


@pytest.mark.parametrize(("phrase", "words"), HEADS)
def test_head_words(phrase, words):
    assert head_words(phrase) == words
