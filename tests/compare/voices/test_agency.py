"""Who acts and who is acted upon: counts by construction, each with its clauses."""

import pandas as pd
import pytest
from samestory.compare.voices.agency import agency, constructions, head_words, left_out

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
    return table.assign(negated=False, modal=None, act=table["start"])


RAID = clauses(
    ("a", 20, 26, "active", "The army and rebels", 0, "at least 40 people in the town", 30, True, "narrator"),
    ("a", 90, 96, "passive_short", None, None, "Ada Brown", 70, True, "narrator"),
    ("b", 10, 16, "passive_short", None, None, "people", 0, True, "quoted"),
    ("b", 50, 54, "active", "Ada Brown", 40, None, None, False, "narrator"),
)


def test_agents_and_targets_of_harm():
    table = agency(RAID, ARTICLES)
    found = {
        (r.group, r.role, r.who if not pd.isna(r.who) else None, r.voice, r.construction) for r in table.itertuples()
    }
    assert found == {
        ("Alpha", "actor", "army", "narrator", "active"),
        ("Alpha", "actor", "rebels", "narrator", "active"),
        ("Alpha", "target", "people", "narrator", "active"),
        ("Alpha", "actor", None, "narrator", "passive_short"),
        ("Alpha", "target", "Ada Brown", "narrator", "passive_short"),
        ("Beta", "actor", None, "quoted", "passive_short"),
        ("Beta", "target", "people", "quoted", "passive_short"),
    }


def test_every_count_keeps_its_clauses():
    table = agency(RAID, ARTICLES)
    assert (table["evidence"].map(len) == table["n"]).all()
    assert ("a", 20, 26) in table.loc[table["who"].eq("army"), "evidence"].iloc[0]


def test_verbs_of_one_deed_are_one_act():
    shot = ("a", 20, 24, "active", "The army", 0, "two men", 36, True, "narrator")
    table = agency(clauses(shot, ("a", 29, 35, *shot[3:])).assign(act=20), ARTICLES)
    assert list(table["n"]) == [1, 1]
    assert list(table["evidence"].map(len)) == [2, 2]


def test_who_acts_is_left_out_by_short_passives_alone():
    table = agency(RAID.assign(actor=None), ARTICLES)
    assert set(table.loc[left_out(table), "construction"]) == {"passive_short"}
    assert set(table.loc[table["who"].isna(), "construction"]) == {"passive_short", "active"}


def test_actors_give_the_name_in_the_collection():
    actors = pd.DataFrame(
        {"article_id": ["b", "a"], "start": [40, 70], "end": [49, 79], "actor": ["Brown", "Ada Brown"], "kind": [None, "person"],
         "mention": "name", "descriptor": None, "text": ["Ada Brown"] * 2}
    )  # fmt: skip
    table = agency(RAID, ARTICLES, actors=actors, harm=False)
    assert set(table.loc[table["who"].eq("Ada Brown"), "role"]) == {"actor", "target"}


def test_constructions_are_shares_of_a_voice():
    table = constructions(RAID, ARTICLES)
    alpha = table[table["group"].eq("Alpha")].set_index("construction")
    assert alpha.loc["active", ["n", "of", "share"]].tolist() == [1, 2, 0.5]


def test_negated_and_modal_clauses_are_not_asserted():
    table = agency(RAID.assign(modal=["could", None, None, None], negated=[False, True, False, False]), ARTICLES)
    assert not table.loc[table["group"].eq("Alpha"), "asserted"].any()
    assert table.loc[table["group"].eq("Beta"), "asserted"].all()


HEADS = [
    ("at least 57,523 people in Gaza", "people"),
    ("more than 57,500 Palestinians", "Palestinians"),
    ("the International Criminal Court", "International Criminal Court"),
    ("two children", "children"),
    ("49", "49"),
]


@pytest.mark.parametrize(("phrase", "words"), HEADS)
def test_head_words(phrase, words):
    assert head_words(phrase) == words
