"""The sentences about voices follow their tables: who is given words, who stays unnamed, who acts."""

import pandas as pd
import pytest
from samestory.present.voices import charts as voices_charts
from samestory.present.voices import findings as voices

ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["North", "South"],
        "event": ["e", "e"],
        "published": [pd.Period("2024-02-01", "D")] * 2,
        "credit": [None, None],
        "text": ["One two three.", "One two three."],
    }
)


def sources(*rows: tuple) -> pd.DataFrame:
    columns = ["group", "speaker", "source_class", "attributions", "articles", "words_quoted", "words_reported"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(share=0.5, evidence=[[("a", 0, 3)]] * len(table))


def test_who_is_given_words():
    table = sources(("North", "Ana Moss", "named", 2, 1, 1, 7), ("North", "a source", "anonymous", 1, 1, 0, 5))
    (sentence,) = voices.sources(table, ARTICLES)["sentence"]
    assert sentence == (
        "North gives words to 2 sources, 1 without a name. Most words: Ana Moss (1 word quoted, 7 reported), a source (5 reported)."
    )


def test_a_table_changed_changes_its_sentence():
    table = sources(("North", "Ana Moss", "named", 2, 1, 12, 0))
    assert "12 words quoted" in voices.sources(table, ARTICLES)["sentence"].iloc[0]
    assert voices.sources(table.iloc[:0], ARTICLES).empty


def anonymity(p: float | None, articles: int) -> pd.DataFrame:
    rows = {"group": ["North", "South"], "attributions": [10, 10], "anonymous": [4, 1], "share": [0.4, 0.1]}
    both = {"low": 0.0, "high": 0.6, "articles": articles, "other_share": [0.1, 0.4], "p": p, "p_adjusted": p}
    both |= {"statistic": [2.0, -2.0]}
    return pd.DataFrame(rows).assign(**both).astype({"p": "float64", "p_adjusted": "float64"})


QUOTES = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [3], "source_class": ["anonymous"]})


@pytest.mark.parametrize(("articles", "rests_on"), [(1, "reading"), (8, "test")])
def test_one_article_a_side_is_a_reading_more_are_a_test(articles, rests_on):
    found = voices.anonymity(anonymity(0.01 if articles > 1 else None, articles), QUOTES, ARTICLES).iloc[0]
    assert found["rests_on"] == rests_on
    assert found["sentence"].startswith("North leaves 4 of 10 attributions to unnamed sources (40%)")


def test_without_an_unnamed_source_nothing_is_said_of_them():
    assert voices.anonymity(anonymity(0.01, 8), QUOTES.iloc[:0], ARTICLES).empty


def quotations(conflict: bool) -> pd.DataFrame:
    row = {"text": "“We will rebuild the harbour,”", "speakers": ("Ana Moss", "Lena Ortiz"), "conflict": conflict}
    return pd.DataFrame([row | {"groups": ("North", "South"), "printed": 2, "evidence": [("a", 0, 3), ("b", 0, 3)]}])


def test_the_same_words_given_to_two_people():
    (sentence,) = voices.conflicts(quotations(True), ARTICLES)["sentence"]
    assert sentence == "The words “We will rebuild the harbour” are given to Ana Moss and to Lena Ortiz."
    assert voices.conflicts(quotations(False), ARTICLES).empty
    assert voices.shared_quotations(quotations(False)).startswith("1 of 1 quotations")


def agency(*rows: tuple) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["group", "role", "who", "n"])
    return table.assign(
        voice="narrator", construction="passive_short", asserted=True, articles=1, evidence=[[("a", 0, 3)]] * len(rows)
    )


def test_who_acts_and_who_is_acted_upon():
    rows = [("North", "actor", "army", 2), ("North", "actor", None, 1), ("North", "target", "people", 3)]
    (sentence,) = voices.agency(agency(*rows), ARTICLES)["sentence"]
    assert (
        sentence
        == "In North’s clauses of harm, who acts: army (2), nobody, in a passive (1); who is acted upon: people (3)."
    )


def test_what_is_not_told_as_done_and_what_no_passive_leaves_out_is_not_said():
    told = agency(("North", "actor", "army", 2), ("North", "actor", None, 1), ("North", "target", "people", 3))
    told = told.assign(construction=["active", "active", "active"], asserted=[True, True, False])
    (sentence,) = voices.agency(told, ARTICLES)["sentence"]
    assert sentence == "In North’s clauses of harm, who acts: army (2)."


def test_an_own_reporter_is_said_to_be_one():
    table = sources(("North", "Ana Moss", "own reporter", 1, 1, 12, 0))
    assert (
        "all of them named. Most words: its own reporter Ana Moss (12 words"
        in voices.sources(table, ARTICLES)["sentence"].iloc[0]
    )


def test_a_long_list_of_actors_is_cut_and_says_so():
    rows = [("North", "actor", f"group {k}", 1) for k in range(9)]
    assert "group 3 (1) and 5 more." in voices.agency(agency(*rows), ARTICLES)["sentence"].iloc[0]


HARM = [
    (
        {"active": 2, "stative": 1},
        "Clauses of harm: 2 active, 1 stative (“are dead”).",
    ),
    ({"passive_short": 2}, "Clauses of harm: 2 passive without an agent."),
    ({}, "No clause of harm was found."),
]


@pytest.mark.parametrize(("counts", "sentence"), HARM)
def test_how_clauses_of_harm_are_built(counts, sentence):
    kinds = pd.CategoricalDtype(["active", "passive_agent", "passive_short", "stative", "event_subject"])
    table = pd.DataFrame(
        {"construction": pd.Series(list(counts), dtype=kinds), "n": list(counts.values()), "harm": True}
    )
    assert voices.harm(table) == sentence


def test_the_charts_say_their_numbers():
    table = sources(("North", "Ana Moss", "named", 2, 1, 1, 7), ("South", "Ana Moss", "named", 1, 1, 0, 5))
    assert "North: Ana Moss, 1 words quoted and 7 reported" in voices_charts.sources(table).alt
    assert "North: 4 of 10 attributions" in voices_charts.anonymity(anonymity(1.0, 1)).alt
    drawn = voices_charts.agency(agency(("North", "actor", "army", 2), ("South", "actor", None, 1)))
    assert "South: nobody named as actor in 1 clauses" in drawn.alt and "nobody named" in drawn.svg()
