import json

import pandas as pd
import pytest
from samestory.present import finding
from samestory.story import graph

SPAN = [("a", 0, 4)]


def row(sentence="A difference.", *, kind="label", spans=1, p=None, p_adjusted=None, outlets=("North", "South")):
    return finding.finding(
        sentence,
        kind=kind,
        outlets=list(outlets),
        n=3,
        evidence=[("a", k, k + 1) for k in range(spans)],
        caveat="A caveat.",
        innocent="House style.",
        p=p,
        p_adjusted=p if p_adjusted is None else p_adjusted,
    )


BAD = [
    ({"kind": "bias"}, "valid are label", "an unknown kind"),
    ({"spans": 0}, "needs evidence", "no evidence"),
    ({"sentence": " "}, "has no sentence", "no sentence"),
]


@pytest.mark.parametrize(("changes", "message", "why"), BAD)
def test_a_finding_is_checked(changes, message, why):
    with pytest.raises(ValueError, match=message):
        row(**changes)


def test_a_test_needs_its_correction():
    with pytest.raises(ValueError, match="p_adjusted"):
        finding.finding("S.", kind="label", outlets=[], n=1, evidence=SPAN, caveat="c", innocent="i", p=0.01)


def test_an_empty_table_keeps_its_columns():
    assert list(finding.table().columns) == finding.COLUMNS
    assert finding.brief(finding.table()).empty


def test_a_test_has_one_p_whatever_stands_beside_it():
    """Its correction allows for all tests of a report already; the brief says what the page says."""
    strong, weak = (finding.table([row(p=p, kind="source")]) for p in (0.05, 0.051))
    assert finding.brief(strong)["p_adjusted"].tolist() == [0.05]
    assert finding.brief(strong, weak, weak)["p_adjusted"].tolist() == [0.05]
    assert finding.brief(weak).empty


TESTED = [
    ([0.01, 0.01], [3.0, -3.0], [2.0, 1.0], [0], "two groups share a test: it is told from the side that has more"),
    ([0.01, 0.01], [3.0, -3.0], [1.0, 2.0], [], "the means point the other way than the test within stories"),
    ([0.2, 0.3, 0.4], [2.0, 1.0, -1.0], [2.0, 2.0, 1.0], [0], "none stands: the nearest"),
    ([0.05, 0.2, 0.01], [2.0, 1.0, -4.0], [2.0, 2.0, 1.0], [2, 0], "those that stand, the surest first"),
    ([None, None], [3.0, -3.0], [2.0, 1.0], [], "nothing was tested"),
]


@pytest.mark.parametrize(("p", "statistic", "mine", "shown", "why"), TESTED)
def test_what_a_test_lets_one_say(p, statistic, mine, shown, why):
    table = pd.DataFrame({"group": list("ABC")[: len(p)], "statistic": statistic, "p_adjusted": p}, dtype="object")
    table = table.astype({"statistic": "float64", "p_adjusted": "float64"}).assign(p=lambda rows: rows["p_adjusted"])
    others = pd.Series([1.0, 2.0] if len(p) == 2 and mine[0] == 2 else [2.0, 1.0] if len(p) == 2 else [1.0, 1.0, 2.0])
    assert list(finding.surest(table, pd.Series(mine), others).index) == shown, why


def test_tests_come_first_then_the_best_of_each_kind():
    table = finding.table(
        [
            row("second label", spans=2),
            row("first label", spans=5),
            row("edit", kind="edit"),
            row("test", kind="source", p=0.001),
        ]
    )
    assert list(finding.rank(table)["sentence"]) == ["test", "first label", "edit", "second label"]


def test_articles_that_do_not_differ_are_the_only_finding():
    alike = finding.table([row(f"They {finding.NO_DIFFERENCE}.", kind="agreement")])
    other = finding.table([row("North gives words to Ada Lind.", kind="source")])
    assert len(finding.brief(other, alike)) == 1
    third = finding.table([row("East says otherwise.", outlets=["East"])])
    assert len(finding.brief(third, alike)) == 2


def test_json_has_the_agreed_shape():
    rows = json.loads(finding.to_json(finding.table([row(), row(p=0.01)])))
    assert list(rows[0]) == finding.COLUMNS
    assert rows[0]["p"] is None and rows[1]["p"] == 0.01
    assert rows[0]["evidence"] == [["a", 0, 1]]


def collection(published, credit=(None, None), words=(100, 100), event=("e", "e"), outlets=("North", "South")):
    return pd.DataFrame(
        {
            "outlet": list(outlets),
            "published": [pd.Period(day) if day else None for day in published],
            "credit": list(credit),
            "event": list(event),
            "text": ["word " * count for count in words],
        }
    )


SAME_DAY = ("2031-05-04", "2031-05-04")
EXPLANATIONS = [
    (collection(("2031-05-04", "2031-05-06")), "label", "different days", "time comes first"),
    (collection(("2031-05", "2031-05-06")), "label", "The day of North is unknown", "a month is no day"),
    (collection((None, "2031-05-06")), "label", "date of North is unknown", "no date"),
    (collection(SAME_DAY, words=(50, 100)), "omission", "North is 50 % shorter", "length"),
    (collection(SAME_DAY, words=(50, 100)), "figure", "With one article each", "no number is shorter"),
    (collection(SAME_DAY), "edit", "one reporter’s choice".replace("’", "'"), "one article each"),
    (collection(SAME_DAY, credit=("AFP", None)), "label", "North credits AFP", "agency copy"),
    (collection(SAME_DAY, credit=("AFP", "AFP")), "label", "North and South credit AFP", "of two"),
    (
        collection(("2031-05-04", "2031-05-06"), event=("e", "f")),
        "label",
        "2 of 2 events are told on one side only",
        "they are about different things",
    ),
]


@pytest.mark.parametrize(("articles", "kind", "expected", "why"), EXPLANATIONS)
def test_the_strongest_innocent_explanation(articles, kind, expected, why):
    assert expected in finding.innocent_explanation(articles, kind=kind), why


@pytest.mark.parametrize(("lacking", "explains"), [(["North"], True), (["South"], False), ([], True)])
def test_length_explains_only_what_the_shorter_article_lacks(lacking, explains):
    articles = collection(SAME_DAY, words=(50, 100))
    said = finding.innocent_explanation(articles, kind="omission", lacking=lacking)
    assert ("shorter" in said) == explains


NOT_EXPLAINED = [
    (collection(SAME_DAY, outlets=("North", "North")), "nothing is known"),
    (collection(SAME_DAY, outlets=("AFP", "AFP"), credit=("AFP", None)), "an agency credits itself"),
    (
        collection(SAME_DAY, outlets=("Arden Free Press", "Arden Free Press"), credit=("AFP", None)),
        "an agency credits itself by its capitals",
    ),
]


@pytest.mark.parametrize(("articles", "why"), NOT_EXPLAINED)
def test_where_no_innocent_explanation_fits_none_is_given(articles, why):
    assert finding.innocent_explanation(articles, kind="label") == "", why


SPREAD = [(("2031-05-04", "2031-05-06") * 2, True), (("2031-05-04", "2031-05-04", "2031-05-04", "2031-05-06"), False)]


@pytest.mark.parametrize(("days", "explains"), SPREAD)
def test_days_explain_where_most_events_that_several_tell_are_told_on_several(days, explains):
    told = collection(days, event="eeff", outlets=("North", "South") * 2, credit=[None] * 4, words=[100] * 4)
    assert ("different days" in finding.innocent_explanation(told)) == explains


def test_the_lead_says_what_the_findings_rest_on():
    one_each = collection(SAME_DAY)
    table = finding.table([row("First."), row("Second.", kind="edit")])
    lead = finding.lead(table, one_each, {})
    assert lead.startswith("First. Second.") and "One article an outlet" in lead
    several = pd.concat([one_each, one_each])
    tested = finding.table([row(p=0.5)])
    told = "What can be counted over all articles (terms and cues) differs by"
    none = finding.lead(finding.brief(tested), several, {"terms": 8, "cues": 1})
    assert "Nothing that was tested over all articles differs by more than chance explains" in none
    stands = finding.lead(finding.table([row(p=0.01)]), several, {"terms": 8, "cues": 1})
    assert f"{told} more than chance explains in 1 difference" in stands
    assert finding.lead(table, several, {}).endswith("with these articles: these are readings with their evidence.")
    nothing = finding.table([row(f"{finding.NONE_SURE} was found.")])
    assert finding.lead(nothing, several, {}).endswith("was found. Nothing could be tested with these articles.")
    assert finding.lead(nothing, one_each, {}).endswith(
        "One article an outlet is no estimate of how any outlet reports."
    )


def test_the_lead_is_never_empty_where_something_was_found():
    short, long = row("Short."), row(f"{'long ' * 45}end.")
    assert finding.lead(finding.table([row(f"{'long ' * 44}end."), short]), collection(SAME_DAY), {}).startswith("long")
    assert finding.lead(finding.table([long, short]), collection(SAME_DAY), {}).startswith("Short.")
    assert finding.lead(finding.table([long]), collection(SAME_DAY), {}).startswith("long")


def test_what_was_tested_is_counted_in_the_tables():
    terms, untested = pd.DataFrame({"p": [0.2, None, 0.4]}), pd.DataFrame({"p": [None]})
    judged = {"keyness": [terms, pd.DataFrame({"word": ["a"]})], "cues": [untested]}
    assert finding.tested(judged) == {"terms": 2}


def test_every_test_of_the_brief_has_its_words():
    rows = graph.BY_VERB["finding"].values()
    assert {row.name for row in rows if row.brief == "test"} == set(finding.TESTED)


@pytest.mark.parametrize(
    ("said", "written", "why"),
    [
        ("“Ada's lawyers” spoke.", "“Ada’s lawyers” spoke.", "an apostrophe as the article has it"),
        ("One writes “chief ada lind”.", "One writes “Chief Ada Lind”.", "capitals, too"),
        ("“5% of the world’s boats” and “Chief”.", "“5% of the world’s boats” and “Chief”.", "what stands there stays"),
        ("“in two lines”", "“in two lines”", "over the end of a line"),
        ("Of “the great flood”, “”.", "Of “the great flood”, “”.", "the name of a story, which no article need have"),
    ],
)
def test_quoted_words_stand_as_the_article_has_them(said, written, why):
    text = "Ada’s lawyers met Chief Ada Lind in two\nlines, with 5% of the world’s boats."
    told = finding.table([row(said)])
    found = finding.as_written(told, pd.DataFrame({"article_id": ["a", "b"], "text": [text, "Ada's lawyers left."]}))
    assert found["sentence"].tolist() == [written], why


def test_the_lead_has_three_findings():
    table = finding.table([row(f"Say {word}.", kind=kind) for word, kind in zip("abcd", finding.ORDER, strict=False)])
    lead = finding.lead(table, collection(SAME_DAY), {})
    assert lead.count("Say ") == 3
