"""The sentences about voices follow their tables: who is given words, who stays unnamed, who acts."""

import pandas as pd
import pytest
from samestory.present.voices import charts as voices_charts
from samestory.present.voices import findings as voices
from samestory.present.voices import views

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
    columns = ["group", "speaker", "kind", "attributions", "articles", "words_quoted", "words_reported"]
    table = pd.DataFrame(rows, columns=columns)
    return table.assign(share=0.5, role=None, evidence=[[("a", 0, 3), ("b", 0, 3)]] * len(table))


SAID = [
    (
        [("Ana Moss", "person", 2, 1, 7), ("a source", "unnamed", 1, 0, 5), (None, "open", 3, 9, 0)],
        "North gives words to Ana Moss. In North, at least 1 attribution goes to people or groups without a name (“a "
        "source”).",
        "where many words are of nobody surely found, no words are counted out",
    ),
    (
        [("Ana Moss", "person", 2, 6, 7), ("Carl Berg", "person", 1, 12, 0), ("a letter", "document", 1, 20, 0)],
        "North gives words to at least 2 people by name: Carl Berg (at least 12 words of direct speech) "
        "and Ana Moss (at least 6). Nobody else there has half as many as Carl Berg.",
        "a document is quoted, and is nobody",
    ),
    (
        [("Ana Moss", "person", 2, 7, 7), ("Carl Berg", "person", 1, 12, 0), ("Berg", "person", 1, 1, 0)],
        "North gives words to at least 2 people by name: Carl Berg (at least 12 words of direct speech) "
        "and Ana Moss (at least 7).",
        "what lies near is not ranked, and half a name may be somebody counted already",
    ),
    ([("Ana Moss", "person", 2, 0, 7)], "North gives words to Ana Moss.", "reported words alone"),
    ([("a letter", "document", 1, 20, 0)], None, "nobody is found: nothing is said"),
]


@pytest.mark.parametrize(("rows", "sentence", "why"), SAID)
def test_who_is_given_words(rows, sentence, why):
    table = sources(*(("North", speaker, kind, n, 1, *words) for speaker, kind, n, *words in rows))
    found = voices.sources(table)
    assert list(found["sentence"]) == ([sentence] if sentence else []), why
    assert list(found["n"]) == [sum(n for _, kind, n, *_ in rows if kind != "open")] * len(found)


def test_without_sources_nothing_is_said():
    assert voices.sources(sources()).empty


def test_an_own_reporter_is_no_source():
    assert voices.sources(sources(("North", "Ana Moss", "own reporter", 1, 1, 12, 0))).empty


def anonymity(p: float | None, articles: int) -> pd.DataFrame:
    rows = {"group": ["North", "South"], "attributions": [10, 10], "anonymous": [4, 1], "share": [0.4, 0.1]}
    rows |= {"named": [5, 8], "body": [1, 1], "open": [2, 0]}
    both = {"low": 0.15, "high": 0.6, "articles": articles, "other_share": [0.1, 0.4], "p": p, "p_adjusted": p}
    both |= {"statistic": [2.0, -2.0], "stories": 1}
    return pd.DataFrame(rows).assign(**both).astype({"p": "float64", "p_adjusted": "float64"})


UNNAMED = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [3], "kind": ["unnamed"]})


@pytest.mark.parametrize(("articles", "rests_on"), [(1, "reading"), (8, "test")])
def test_one_article_a_side_is_a_reading_more_are_a_test(articles, rests_on):
    found = voices.anonymity(anonymity(0.01 if articles > 1 else None, articles), UNNAMED, ARTICLES).iloc[0]
    assert found["rests_on"] == rests_on
    assert found["sentence"].startswith("Of the attributions found, North leaves 4 of 10 to people or groups without")


LEFT = [
    ({}, True, "four of ten, and above one of ten by its interval"),
    ({"low": 0.1}, False, "chance may make it as much"),
    ({"anonymous": 2}, False, "two are few"),
    ({"stories": 2}, False, "of two stories"),
]


@pytest.mark.parametrize(("change", "found", "why"), LEFT)
def test_a_reading_of_unnamed_sources_is_of_several_in_one_story(change, found, why):
    unnamed = UNNAMED.assign(attribution=1, group="North")
    assert len(voices.anonymity(anonymity(None, 1).assign(**change), unnamed, ARTICLES)) == found, why


def test_without_an_unnamed_source_nothing_is_said_of_them():
    assert voices.anonymity(anonymity(0.01, 8), UNNAMED.iloc[:0], ARTICLES).empty


def given(*kinds):
    """Attributions of the kinds named, all at South, each in two pieces."""
    rows = [{"group": "South", "article_id": "b", "attribution": k, "kind": kind} for k, kind in enumerate(kinds)]
    return pd.DataFrame(rows * 2, columns=["group", "article_id", "attribution", "kind"])


def test_all_attributions_are_counted_once_and_what_is_left_out_is_said():
    told = voices.attributions(anonymity(None, 1), given("person"))
    assert told == (
        "Of 20 attributions found, 13 go to people by name, 2 to organisations and documents, 5 to people or groups "
        "without a name. 2 more attributions are left out, as their speaker was not surely found."
    )
    ours = "Whoever writes an article, or reports for its outlet, is no source, and not counted: South (2 statements)."
    assert voices.attributions(anonymity(None, 1), given("own reporter", "own reporter")) == f"{told} {ours}"
    assert voices.attributions(anonymity(None, 1).iloc[:0], given()) == "", "nothing was found"
    many = pd.concat([given("own reporter").assign(group=f"Outlet {k}", article_id=str(k)) for k in range(8)])
    said = voices.attributions(anonymity(None, 1), many)
    assert said.count("(1 statement)") == 6 and said.endswith("and others (2 statements).")


def quotations(conflict: bool) -> pd.DataFrame:
    row = {"text": "“We will rebuild the harbour,”", "speakers": ("Ana Moss", "Lena Ortiz"), "conflict": conflict}
    return pd.DataFrame(
        [
            row
            | {
                "groups": ("North", "South"),
                "shared": "rebuild the harbour",
                "shared_by": ("North", "South"),
                "named_in": (),
                "unnamed_in": (),
                "given": (("Ana Moss", "North"), ("Lena Ortiz", "South")),
                "printed": 2,
                "wordings": 1,
                "evidence": [("a", 0, 3), ("b", 0, 3)],
            }
        ]
    )


def test_the_same_words_given_to_two_people():
    (sentence,) = voices.conflicts(quotations(True), ARTICLES)["sentence"]
    assert sentence == "The words “We will rebuild the harbour” are given to Ana Moss and to Lena Ortiz."
    assert voices.conflicts(quotations(False), ARTICLES).empty
    told = "1 quotation of four words or more was found in the articles of more than one paper."
    assert voices.shared_quotations(quotations(True), by="paper") == told
    assert voices.shared_quotations(quotations(False)) == "", "that none was found does not tell that there is none"
    assert not voices.surely_shared(quotations(False)).any(), "a phrase that two people say is no shared quotation"


def deeds(*constructions: str) -> pd.DataFrame:
    kinds = pd.CategoricalDtype(["active", "passive_agent", "passive_short", "stative", "event_subject"])
    built = pd.Series(constructions, dtype=kinds)
    return pd.DataFrame({"article_id": "a", "act_start": range(len(constructions)), "construction": built})


def test_how_clauses_of_harm_are_built():
    told = voices.harm(deeds("stative", "active", "stative"))
    assert told == (
        "3 deeds of harm done to people found, told in clauses that are 1 active, 2 without a doer (“died”, “are dead”)."
    )
    assert voices.harm(deeds()) == "", "that none was found does not tell that there is none"


def test_the_table_of_deeds_says_where_nobody_is_said_to_do_it():
    row = {"group": "North", "who": None, "deeds": ("shoot", "kill"), "whom": "people", "construction": "passive_short"}
    shown = views.agency(pd.DataFrame([row | {"n": 1, "articles": 1, "evidence": [("a", 0, 3)]}])).iloc[0]
    assert shown[["who", "deeds", "construction"]].tolist() == ["not said", "shoot, kill", "passive without an agent"]


def test_the_ledger_shows_what_several_print_and_the_verbs_their_colours_first():
    assert views.quotations(quotations(True))["text"].tolist() == ["“rebuild the harbour”"], "what both print"
    assert views.quotations(quotations(True).assign(shared_by=[("North",)])).empty
    one = quotations(False).assign(speakers=[("Ana Moss",)])
    known = [(("North", "South"), ()), (("North",), ("South",)), (("North",), ())]
    said = [views.quotations(one.assign(named_in=[named], unnamed_in=[not_]))["conflict"][0] for named, not_ in known]
    assert said == ["no", "named in North, without a name in South", None]
    papers = {"speakers": [("lawsuit", "aides")], "given": [(("lawsuit", "North"), ("aides", "South"))]}
    long = one.assign(shared="we will rebuild the harbour of the town", **papers)
    assert views.quotations(long)["conflict"].tolist() == ["lawsuit in North and aides in South"]
    assert views.quotations(one.assign(**papers)).empty, "a few words are a phrase"
    verbs = pd.DataFrame({"group": "North", "cue_class": ["neutral", "claim"], "cue": ["said", "claimed"]})
    assert list(views.verbs(verbs.assign(attributions=1, share=0.5, evidence=None))["cue"]) == ["claimed", "said"]


def test_the_charts_say_their_numbers():
    table = sources(
        ("North", "Ana Moss", "person", 2, 1, 1, 7),
        ("South", "a letter", "document", 1, 1, 0, 5),
        ("South", "Carl Berg", "person", 1, 1, 0, 5),
    )
    drawn = voices_charts.sources(table)
    assert "North: Ana Moss, 1 words quoted and 7 reported" in drawn.alt and "letter" not in drawn.alt
    assert drawn.table["words_quoted"].isna().tolist() == [False, True], "none was found"
    wide = [("North", "Ana Moss", 9), ("North", "Carl Berg", 1), ("South", "Carl Berg", 1), ("South", "people", 20)]
    rows = [(group, name, "unnamed" if name == "people" else "person", 1, 1, n, 0) for group, name, n in wide]
    shown = voices_charts.sources(sources(*rows)).table["speaker"].tolist()
    assert shown == ["Carl Berg", "Carl Berg", "Ana Moss", "people"], "first whom several groups give words to"
    assert "North: 4 of 10 attributions" in voices_charts.anonymity(anonymity(1.0, 1)).alt


def test_who_is_named_and_the_names_add_up():
    row = {
        "actor": "Ana Moss",
        "kind": "person",
        "group": "North",
        "names": 3,
        "titles": 1,
        "pronouns": 9,
        "articles": 2,
    }
    table = pd.DataFrame(
        [
            row | {"forms": [("Moss", 2), ("Ana Moss", 1)]},
            row | {"names": 0, "titles": 0, "forms": []},
        ]
    )
    told = voices.in_words(table)
    assert told["named"].tolist() == [3], "titles and pronouns are no name, and whoever has no name is not named"
    assert told["forms"].tolist() == ["Moss 2, Ana Moss"]


def test_nobody_is_counted_whose_surname_alone_may_be_anothers():
    rows = [("Ana Moss", "North", "person"), ("Karl Moss", "North", "person"), ("Moss", "North", None),
            ("Ana Moss", "South", "person"), ("Ina Berg", "North", "person"), ("Lund", "North", "place")]  # fmt: skip
    table = pd.DataFrame(rows, columns=["actor", "group", "kind"]).assign(names=2, articles=1, forms=[[("x", 2)]] * 6)
    told = voices.in_words(table)
    assert list(zip(told["actor"], told["group"], strict=True)) == [
        ("Ana Moss", "South"), ("Ina Berg", "North"), ("Lund", "North"),
    ]  # fmt: skip


def people(*quoted, kind="person"):
    names = [f"Ada {'abcdefg'[k].upper()}ind" for k in range(len(quoted))]
    told = pd.DataFrame({"speaker": names, "kind": kind, "words_quoted": quoted, "attributions": 1})
    return told.assign(words_reported=0, evidence=[[("a", 0, 3), ("b", 0, 3)]] * len(told))


def test_the_first_speakers_are_named():
    said = voices._by_name(people(90, 80, 70, 60, 50))
    assert "at least 5 people" in said and "Ada Dind (at least 60)" in said and "Ada Eind" not in said
    assert voices._by_name(people(1)) == "Ada Aind (at least 1 word of direct speech)"


@pytest.mark.parametrize(("words", "led"), [((40, 20, 5), True), ((39, 20, 5), False), ((60, 20, 5), True)])
def test_who_has_twice_the_words_of_the_next_is_said_to_lead(words, led):
    told = people(*words)
    assert bool(voices._most(told, told)) == led
    by_surname = pd.concat([told, told.tail(1).assign(words_quoted=max(words))], ignore_index=True)
    assert not voices._most(told, by_surname), "somebody named by surname alone has as many"
    assert not voices._most(told, told, untold=words[0]), "of whom nobody was found may be another's"
    one = told.assign(evidence=[[("a", 0, 3)]] * len(told))
    assert not voices._most(one, one), "one article ranks nobody for its outlet"


@pytest.mark.parametrize(("untold", "counted"), [(50, True), (51, False)])
def test_words_are_counted_out_where_few_are_of_nobody_surely_found(untold, counted):
    assert ("(at least 150" in voices._who_speaks("North", people(150, 50), untold)) == counted


@pytest.mark.parametrize(("sources", "more"), [(3, False), (4, True)])
def test_some_of_those_without_a_name_are_named_as_the_articles_word_them(sources, more):
    said = voices._nameless(people(*[0] * sources, kind="unnamed"), "North")
    assert said.count("“") == 3 and ("…" in said) == more
