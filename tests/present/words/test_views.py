"""The tables of notebook 2 as its page shows them."""

import pandas as pd
from samestory.compare.words import choices
from samestory.present import style
from samestory.present.words import views


def test_words_that_stand_beside_any_are_no_collocates_of_one_and_no_word_has_none():
    text = "The harbour truce of the north held. The harbour truce of the south held."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text]})
    called = pd.DataFrame({"text": ["Truce", "the deal"]})
    assert set(views.collocates(articles, called)["collocate"]) == {"harbour", "held"}, "neither the nor of"
    assert views.collocates(articles, called.iloc[1:]).empty, "no label of one word, and none was asked for"


def test_a_silence_is_shown_only_on_what_is_more_than_an_aside():
    rows = [("held", "A", 3, "mentioned"), ("held", "B", None, "no listed word"), ("held", "C", None, "other events")]
    told = pd.DataFrame(rows, columns=["referent", "group", "n", "status"]).assign(group_articles=4)
    assert views.no_listed_word(told)[["group", "in_none_of_articles"]].to_numpy().tolist() == [["B", 4]]
    assert views.no_listed_word(told.assign(n=told["n"].replace(3, 2))).empty


def test_silences_stand_in_the_one_order_of_the_groups():
    rows = [
        ("held", "C", 3),
        ("held", "B", None),
        ("held", "A", None),
        ("war", "C", 3),
        ("war", "A", None),
        ("war", "B", None),
    ]
    told = pd.DataFrame(rows, columns=["referent", "group", "n"]).assign(group_articles=4)
    told["status"] = told["n"].map(lambda n: "no listed word" if pd.isna(n) else "mentioned")
    style.assign_marks(pd.Series(["A", "B", "C"]))
    assert list(views.no_listed_word(told)["group"]) == ["A", "B", "A", "B"]


def test_marks_of_one_kind_stand_in_a_cell_of_names():
    rows = pd.DataFrame({"text": ['the "zero" rule', "this rule"], "voice": ["narrator", "quoted"], "n": [1, 2]})
    assert views._forms(rows) == "the “zero” rule; “this rule” (2)"


def test_voices_are_kept_apart_where_others_speak():
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["A", "B"], "event": ["e", "e"]})
    rows = [("a", "war", "narrator"), ("b", "war", "narrator"), ("a", "held", "narrator"), ("b", "held", "quoted")]
    spoken = pd.DataFrame(rows, columns=["article_id", "referent", "voice"]).assign(label="x", text="x", start=0, end=1)
    assert set(views.voices(choices(spoken, articles))["referent"]) == {"held"}, "of the war the chart has said it all"


def test_of_many_collocates_the_strongest_are_shown():
    text = " ".join(f"Truce w{a}{b}w. " * 2 for a in "abcde" for b in "abcde")
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text]})
    assert len(views.collocates(articles, pd.DataFrame({"text": ["truce"]}))) == 20


def test_a_death_is_shown_where_groups_tell_it_by_several_words():
    rows = [
        ("a", "death", "narrator"),
        ("a", "deaths", "narrator"),
        ("b", "killing", "narrator"),
        ("b", "murder", "quoted"),
    ]
    spoken = pd.DataFrame(rows, columns=["article_id", "text", "voice"]).assign(
        referent="the death of Ada Moore",
        label=[text.rstrip("s") for _, text, _ in rows],
        start=range(4),
        end=range(5, 9),
    )
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["North", "South"]})
    shown = views.deaths(spoken, articles)
    assert shown[["outlet", "they write"]].to_numpy().tolist() == [["North", "deaths, death"], ["South", "killing"]]
    assert views.deaths(spoken.assign(label="death"), articles).empty, "all by one word"
    assert views.deaths(spoken[spoken["article_id"].eq("a")], articles).empty, "by one outlet"
