"""Sentences about figures: what they say is in the tables, and what the tables lack they do not say."""

import clock
import pandas as pd
import pytest
from made_up import surrounded
from samestory.annotate.figures import figures
from samestory.compare.figures.echoes import echoes
from samestory.compare.figures.ledger import ledger
from samestory.compare.figures.reconcile import MAYBE, parts, verdicts
from samestory.present.figures import alone, amounts, views
from samestory.present.figures import findings as said
from samestory.present.figures.charts import roots
from samestory.present.figures.chosen import not_drawn

TEXTS = [
    "The quake in Arden killed at least 523 people, according to the health ministry.",
    "More than 500 people were killed in Arden, health authorities said. Of 40 climbers, 12 were hurt.",
]


def articles(texts=TEXTS, dates=("2025-07", "2025-07-07")):
    return pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(texts))],
            "outlet": ["North", "South", "East", "West"][: len(texts)],
            "event": "quake",
            "event_by": "given",
            "headline": "Quake in Arden",
            "published": [pd.Period(day) for day in dates[: len(texts)]],
            "credit": None,
            "text": list(texts),
        }
    )


def given_alone(table, texts, scores=None):
    """The findings about the figures that one account alone gives."""
    rows = alone.alone(table, echoes(table), alike(texts) if scores is None else scores, texts)
    return alone.coverage(rows, texts)


def alike(texts):
    """The scores of sentences by which the articles of one story are surely of one event."""
    rows = [*texts[["article_id", "event"]].itertuples(index=False, name=None)]
    pairs = [(a, b) for a, one in rows for b, other in rows if a < b and one == other]
    return pd.DataFrame(pairs * 9, columns=["article_id", "other_id"]).assign(score=5.0)


def row(texts, article, number, *, relation="=", whole=None, **more):
    text = texts["text"][article]
    value = float(number.replace(",", ""))
    start = text.index(number)
    made = {
        "article_id": f"a{article}",
        "start": start,
        "end": start + len(number),
        "text": number,
        "kind": "count",
        "unit": None,
        "low": value,
        "high": None if relation in (">", ">=") else value,
        "relation": relation,
        "qualifier": {">": "more than", ">=": "at least"}.get(relation),
        "counted": "people",
        "act": "killed",
        "source": None,
        "whole_start": None if whole is None else text.index(whole),
        "reported": True,
    } | more
    return surrounded(made, text)


def quake():
    texts = articles()
    rows = [
        row(texts, 0, "523", relation=">=", source="the health ministry"),
        row(texts, 1, "500", relation=">", source="health authorities"),
        row(texts, 1, "40", counted="climbers", act=None),
        row(texts, 1, "12", counted="climbers", act="hurt", whole="40"),
    ]
    table = ledger(pd.DataFrame(rows), texts)
    return texts, table, verdicts(table), parts(table)


def test_compatible_tolls_are_told_with_their_derivation_and_their_one_source():
    texts, table, pairs, _ = quake()
    found = said.agreement(table, pairs, texts).iloc[0]
    assert found["sentence"] == (
        "People killed (Arden): North’s “at least 523 people” and South’s “More than 500 people” are compatible: "
        "523 is more than 500."
    )
    assert found["kind"] == "agreement" and found["n"] == 2 and found["rests_on"] == "reading"
    assert "may be one source: two reports, not two witnesses" in found["caveat"]
    assert found["evidence"] == [("a0", 35, 38), ("a1", 10, 13)]


@pytest.mark.parametrize(
    ("numbers", "relations", "dates", "expected", "kind"),
    [
        (("12", "12"), ("=", "="), ("2025-07-05", "2025-07-05"), "are equal: both give 12", "agreement"),
        (("12", "14"), ("=", "="), ("2025-07-05", "2025-07-05"), "Is it one figure?", "figure"),
        (
            ("12", "14"),
            ("=", "="),
            ("2025-07-05", "2025-07-07"),
            "are one series at two times: “12 people” of 5 July 2025 is earlier than",
            "agreement",
        ),
    ],
)
def test_each_verdict_has_its_sentence(numbers, relations, dates, expected, kind):
    texts = articles([f"In Arden {number} people were killed." for number in numbers], dates)
    rows = [row(texts, i, number, relation=relations[i]) for i, number in enumerate(numbers)]
    table = ledger(pd.DataFrame(rows), texts)
    found = said.agreement(table, verdicts(table), texts).iloc[0]
    assert expected in found["sentence"]
    assert found["kind"] == kind


def test_one_number_given_by_one_as_about_is_said_to_be_that_number():
    texts = articles(["In Arden about 20 people were killed.", "In Arden 20 people were killed."], ["2025-07-05"] * 2)
    rows = [row(texts, 0, "20", relation="~", qualifier="about"), row(texts, 1, "20")]
    table = ledger(pd.DataFrame(rows), texts)
    pair = verdicts(table).iloc[0]
    assert amounts.derivation(pair, table) == "both give 20, North as about that"


@pytest.mark.parametrize(
    ("noun", "act", "expected", "why"),
    [
        (
            "people",
            "killed",
            "1 figure of several outlets was put side by side, given alike, in the words of one: “20 people”.",
            "",
        ),
        (
            "bills",
            None,
            "1 figure of several outlets was put side by side, given alike, in the words of one: “20 bills”.",
            "",
        ),
    ],
)
def test_where_all_is_given_alike_one_sentence_says_so(noun, act, expected, why):
    texts = articles([f"In Arden 20 {noun} were counted."] * 2, ["2025-07-05"] * 2)
    table = ledger(pd.DataFrame([row(texts, i, "20", counted=noun, act=act) for i in (0, 1)]), texts)
    assert said.reading(table, verdicts(table)) == expected, why


def test_of_three_outlets_the_gravest_pair_is_told_and_the_others_counted():
    texts = articles([f"In Arden {n} people were killed." for n in (12, 12, 14)], ["2025-07-05"] * 3)
    table = ledger(pd.DataFrame([row(texts, i, n) for i, n in enumerate(("12", "12", "14"))]), texts)
    found = said.agreement(table, verdicts(table), texts).iloc[0]
    assert "Is it one figure?" in found["sentence"]
    assert found["sentence"].endswith("Of 3 pairs of reports: 1 equal, 2 may be one figure.")


def test_what_one_outlet_lacks_is_not_reported_and_never_zero():
    texts, table, pairs, nest = quake()
    found = given_alone(table, texts)
    assert found["sentence"].tolist() == [
        "In South, and not found in North on the same event: “40 climbers”; “12” (climbers)."
    ]
    shown = amounts.side_by_side(table, pairs, nest, echoes(table))
    assert shown["North"].tolist() == ["≥ 523", "not reported", "not reported"]
    assert shown["verdict"].tolist() == ["compatible: 523 is more than 500", "one account", "part of 40"]


ECHOES = [
    ("The plan names 23 steps.", "Its 23 measures were read.", "the same number of something"),
    ("Rebels fired 1,400 rockets.", "Rebels fired 90 missiles.", "things alike"),
    ("The quake killed 31 people.", "The toll is 90 deaths.", "the same act"),
    ("Half of the voters agreed.", "Of residents 50 percent did.", "a share in another form"),
    ("The dam cost 57,523 coins.", "Some 57,500 were paid.", "the same number, rounded"),
]


@pytest.mark.parametrize(("mine", "theirs", "why"), ECHOES)
def test_what_is_near_in_meaning_elsewhere_is_not_compared_and_never_missing(mine, theirs, why):
    texts = articles([mine, theirs])
    table = ledger(figures(texts), texts)
    assert len(table) == 2 and given_alone(table, texts).empty, why
    shown = amounts.side_by_side(table, verdicts(table), parts(table), echoes(table))
    assert not shown[["North", "South"]].eq(amounts.NOT_REPORTED).any(axis=None), why


def test_a_number_that_stands_in_the_other_account_is_not_missing_there():
    texts = articles(["The quake killed 31 people.", "It cost $4 billion; school 31 was closed."])
    table = ledger(figures(texts), texts)
    table = table[table["text"].ne("31") | table["article_id"].eq("a0")]
    assert given_alone(table, texts)["outlets"].tolist() == [["South"]]
    assert given_alone(table, texts, alike(texts).head(0)).empty, "hardly of one event"


def test_a_number_in_other_writing_beside_what_it_counts_is_not_missing():
    texts = articles(["The flag had thirteen stars.", "The old 13-star flag was shown on 12 May."])
    table = ledger(figures(texts), texts)
    assert given_alone(table[table["article_id"].eq("a0")], texts).empty
    texts = articles(["Osk sold goods worth $505 billion.", "Its goods brought in $505.6 billion in 2017."])
    table = ledger(figures(texts), texts)
    assert given_alone(table[table["article_id"].eq("a0")], texts).empty, "rounded"
    texts = articles(["Osk sold 435 boats.", "It has a million people, who sold goods."])
    table = ledger(figures(texts), texts)
    assert len(given_alone(table[table["article_id"].eq("a0")], texts)) == 1, "a round million is not 435 rounded"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Phone records", False),
        ("Records", False),
        ("Data", False),
        ("Police", True),
        ("Ruiz", True),
        ("Doctors at the clinic", True),
    ],
)
def test_what_opens_a_sentence_is_a_source_by_name_only_if_it_is_somebody(source, expected):
    assert said._somebody(source) is expected


def test_the_other_accounts_are_named_in_one_order_however_their_pairs_are_held():
    texts = articles(["It cost $4 billion.", "The quake killed many.", "Many were killed."], ["2025-07-05"] * 3)
    table = ledger(figures(texts), texts)
    (found,) = given_alone(table, texts)["sentence"]
    assert found.startswith("In North, and not found in South and East on the same event")


WORDED = [
    ("The raid freed 17 hostages in Arden.", "In Arden an unknown number of young hostages wait.", "17 hostages", "an unknown number of young hostages", "a number here, words there"),
    ("So 16 states and four states ban ports.", "Ports are banned in various states.", "16 states", "various states", "the larger of two"),
    ("The raid freed 17 hostages in Arden.", "In Bree various hostages wait.", None, None, "no other word in common"),
    ("The raid freed 17 people in Arden.", "In Arden several people wait.", None, None, "people are anywhere"),
]  # fmt: skip


@pytest.mark.parametrize(("mine", "theirs", "number", "words", "why"), WORDED)
def test_where_one_gives_a_number_and_another_words_both_are_quoted(mine, theirs, number, words, why):
    texts = articles([mine, theirs], ["2025-07-07"] * 2)
    told = given_alone(ledger(figures(texts), texts), texts)["sentence"].tolist()
    expected = [f"Where North gives a number, “{number}”, South has words: “{words}”."] if number else []
    assert [sentence for sentence in told if sentence.startswith("Where")] == expected, why


def test_an_older_account_does_not_lack_what_came_later():
    texts = articles(["It cost $4 billion.", "The quake killed 31 people."], ["2025-07-05", "2025-07-07"])
    table = ledger(figures(texts), texts)
    assert given_alone(table, texts)["outlets"].tolist() == [["North"]], "what South knows two days later is news"


def test_figures_looked_for_in_other_articles_are_told_apart():
    said_by = ["It cost $4 billion.", "Nothing is known.", "It cost 9 lives.", "It rained."]
    texts = articles(said_by, ["2025-07-05"] * 4).assign(outlet=["North", "South", "North", "East"])
    texts = texts.assign(event=["quake", "quake", "flood", "flood"])
    found = given_alone(ledger(figures(texts), texts), texts)["sentence"].tolist()
    assert [sentence.split(" on the same")[0] for sentence in found] == [
        "In North, and not found in East", "In North, and not found in South",
    ]  # fmt: skip


def test_outlets_stand_in_one_order_in_a_sentence():
    texts = articles(["It cost $4 billion.", "Nothing is known.", "It rained."], ["2025-07-05"] * 3)
    texts = texts.assign(article_id=["c", "b", "a"])
    (sentence,) = given_alone(ledger(figures(texts), texts), texts)["sentence"]
    assert sentence.startswith("In North, and not found in South and East ")


def test_what_nothing_is_near_is_reported_by_one_only():
    texts = articles(["The quake killed 31 people.", "It cost $4 billion."])
    table = ledger(figures(texts), texts)
    assert given_alone(table, texts)["outlets"].tolist() == [["North"], ["South"]]


def test_a_story_that_one_outlet_tells_alone_leaves_nothing_out():
    texts = articles().assign(event=["quake", "flood"])
    table = ledger(pd.DataFrame([row(texts, 0, "523"), row(texts, 1, "500")]), texts)
    assert given_alone(table, texts).empty


def test_parts_are_named_from_the_inside_out_and_their_rest_is_derived():
    texts, table, _, nest = quake()
    found = said.nesting(table, nest, texts).iloc[0]
    assert "never to be added: 12 of 40. Derived, not reported: 40 − 12 = 28." in found["sentence"]
    told = "1 figure is given as part of another; none is added to its whole"
    assert said.parted(nest) == f"{told}, and of one the rest can be derived."
    assert said.parted(nest.assign(derivation=None)) == f"{told}.", "nothing is said of none"


@pytest.mark.parametrize(
    ("relation", "says"), [(">=", "at least 12"), ("<", "less than 12"), ("~", "about 12"), ("=", "12")]
)
def test_a_sentence_says_bounds_in_words(relation, says):
    texts = articles()
    table = ledger(pd.DataFrame([row(texts, 1, "12", counted="climbers", act="hurt", relation=relation)]), texts)
    assert amounts.in_a_sentence(table.iloc[0]) == says


ROWS = ("whole_report", "part_report", "outermost")  # rows of the ledger that a part names


def chains(times):
    """The quake told so many times, each time with a figure that is part of another."""
    texts, table, _, nest = quake()
    many = range(times)
    articles = pd.concat([texts.assign(article_id=texts["article_id"] + f"-{k}") for k in many], ignore_index=True)
    reports = pd.concat([table.set_axis(table.index + k * len(table)) for k in many])
    moved = (nest.assign(**{of: nest[of] + k * len(table) for of in ROWS}) for k in many)
    return reports, pd.concat(moved, ignore_index=True), articles


def test_four_times_the_parts_take_at_most_six_times_as_long_to_tell_and_to_choose():
    few, many = chains(10), chains(40)
    assert len(said.nesting(*many)) == len(roots(many[1])) == 40
    for work in (lambda told: said.nesting(*told), lambda told: roots(told[1])):
        first, second = (clock.seconds(lambda told=told, work=work: work(told)) for told in (few, many))
        assert second < max(6 * first, 0.05), f"{first:.2f} s, then {second:.2f} s"


def test_a_figure_of_one_outlet_is_reported_by_no_other():
    texts = articles()
    table = ledger(pd.DataFrame([row(texts, 0, "523")]), texts)
    assert said.reading(table, verdicts(table)) == (
        "No two outlets surely give one figure: only reports of one story are compared, and of the 1 figure none was tied "
        "to another’s."
    )


def test_articles_without_a_figure_have_empty_tables():
    texts = articles(("It rained in Arden.", "The sun shone in Arden."))
    table = ledger(figures(texts), texts)
    pairs = verdicts(table)
    assert table.empty and views.alone(table, table, pairs, parts(table), echoes(table)).empty
    assert views.shared(table, pairs, parts(table), echoes(table)).empty and given_alone(table, texts).empty


def test_articles_without_a_value_to_compare_by_are_one_group():
    texts = articles().assign(credit=["AFP", None])
    rows = [row(texts, 0, "523", source="Ana Ruiz"), row(texts, 1, "500", source="Ana Ruiz")]
    table = ledger(pd.DataFrame(rows), texts, by="credit")
    assert said.sources(table, texts, by="credit")["outlets"].tolist() == [["AFP"], ["credit unknown"]]


def test_whose_a_figure_is_is_said_of_sources_with_a_name_only():
    texts = articles()
    rows = [
        row(texts, 0, "523", relation=">=", source="The Arden Office"),
        row(texts, 1, "500", source="he"),
        row(texts, 1, "40", source="Ana " * 21),
        row(texts, 1, "500", source="Ana Ruiz", kind="money", unit="EUR", counted=None),
    ]
    table = ledger(pd.DataFrame(rows), texts)
    assert said.sources(table, texts)["sentence"].tolist() == [
        "Sources that North names: the Arden Office for “at least 523 people”."
    ]
    assert said.sources(ledger(pd.DataFrame(rows[1:2]), texts), texts).empty


@pytest.mark.parametrize(
    ("words", "counted", "shown"),
    [("3.1 million", "cases", " (cases)"), ("3.1 million new cases", "Covid cases", ""), ("Cases: 12", "cases", "")],
)
def test_what_is_counted_is_said_where_the_figure_does_not(words, counted, shown):
    assert said._counting(pd.Series({"quotation": words, "counted": counted})) == shown


QUESTIONS = [
    (("12", "="), ("14", "="), 1, "two numbers"),
    (("178", "="), ("170", ">"), 0, "178 is more than 170"),
    (("22", "="), ("10", ">="), 1, "a count that grows has left at least 10 behind"),
    (("12", "="), ("12", "="), 0, "one number"),
    (("500", "<"), ("500", ">"), 0, "one threshold from its two sides"),
]


@pytest.mark.parametrize(("one", "other", "asked", "why"), QUESTIONS)
def test_only_figures_that_differ_are_a_question(one, other, asked, why):
    texts = articles([f"In Arden {number} people were killed." for number, _ in (one, other)], ["2025-07-05"] * 2)
    rows = [row(texts, i, number, relation=relation) for i, (number, relation) in enumerate((one, other))]
    table = ledger(pd.DataFrame(rows), texts)
    pairs = verdicts(table).assign(verdict=MAYBE)
    assert len(views.kept_apart(table, pairs)) == asked, why
    assert bool(said.kept_apart(table, pairs)) == bool(asked), why


def test_what_several_outlets_may_tell_as_one_is_asked_once():
    texts = articles([f"In Arden {number} people were killed." for number in (12, 14, 17)], ["2025-07-05"] * 3)
    texts = texts.assign(outlet=["North", "South", "East"])
    table = ledger(pd.DataFrame([row(texts, i, number) for i, number in enumerate(("12", "14", "17"))]), texts)
    pairs = verdicts(table).assign(verdict=MAYBE)
    assert len(pairs) > len(views.kept_apart(table, pairs)) == 1


@pytest.mark.parametrize(
    "numbers, within, told",
    [
        ([322, 54, 82], {1: 0, 2: 0}, "54 and 82 of 322"),
        ([251, 49, 27], {1: 0, 2: 1}, "27 of 49 of 251"),
        ([60, 48, 12, 5], {1: 0, 2: 0, 3: 1}, "48 (of which 5) and 12 of 60"),
        ([60, 48, 12, 5, 3], {1: 0, 2: 0, 3: 2, 4: 2}, "48 and 12 (of which 5 and 3) of 60"),
        ([99, 60, 48, 12], {1: 0, 2: 1, 3: 1}, "48 and 12 of 60 of 99"),
    ],
)
def test_parts_of_one_whole_stand_beside_each_other(numbers, within, told):
    table = pd.DataFrame({"kind": "count", "unit": None, "text": [str(n) for n in numbers], "relation": "="})
    table = table.assign(named=[float(n) for n in numbers], low=lambda t: t["named"], high=lambda t: t["named"])
    levels = {part: 1 if whole == 0 else 2 if within[whole] == 0 else 3 for part, whole in within.items()}
    chain = pd.DataFrame({"level": levels, "whole_report": within}).rename_axis("part_report").reset_index()
    assert amounts.nested(table, chain) == told


def test_a_magnitude_and_what_describes_a_thing_are_not_told_alone():
    texts = articles(["It wrote a 40-page order to millions of people.", "It cost $4 billion."])
    table = ledger(figures(texts), texts)
    assert given_alone(table, texts)["outlets"].tolist() == [["South"]]


def test_empty_tables_make_no_findings_and_say_so():
    texts, table, pairs, nest = quake()
    none = table.iloc[:0]
    assert said.reading(none, pairs.iloc[:0]) == "No figure was found in these articles."
    assert said.agreement(none, pairs.iloc[:0], texts).empty
    assert said.sources(table.assign(source=None), texts).empty, "nobody is said to have given any"
    assert said.parted(nest.iloc[:0]) == "", "what was not found is not said to be missing"
    assert said.over_time(table, []) == ""
    assert said.reading(table, pairs) == "1 figure of several outlets was put side by side: 1 compatible."


def test_what_is_counted_in_words_is_what_the_table_lists():
    """A district is trivia, which the table leaves out: so does the sentence below it, and what is not drawn."""
    texts = articles(["In Arden 20 people of the 6 district were killed."] * 2, ["2025-07-05"] * 2)
    ordinal = {"kind": "ordinal", "counted": "district", "act": None}
    rows = [row(texts, k, "20") for k in (0, 1)] + [row(texts, k, "6", **ordinal) for k in (0, 1)]
    table = ledger(pd.DataFrame(rows), texts)
    pairs = verdicts(table)
    assert pairs["referent"].nunique() == 2
    assert len(views.shared(table, pairs, parts(table), echoes(table))) == 1
    assert said.reading(table, pairs).startswith("1 figure of several outlets was put side by side, given alike")
    assert not_drawn(table, pairs) == " 1 given alike by all is listed, not drawn."


def test_of_three_outlets_the_table_says_where_all_hold():
    texts = articles([f"In Arden {n} people were killed." for n in (20, 20, 20)], ["2025-07-05"] * 3)
    rows = [row(texts, i, "20", relation=relation) for i, relation in enumerate([">=", ">", "~"])]
    table = ledger(pd.DataFrame(rows), texts)
    shown = amounts.side_by_side(table, verdicts(table), parts(table), echoes(table))
    assert shown["verdict"].tolist() == ["compatible: all hold above 20 and up to 25"]


@pytest.mark.parametrize(
    ("value", "kind", "unit", "expected"),
    [
        (57523, "count", "", "57,523"),
        (7.4, "percent", "percent", "7.4%"),
        (5.7e9, "money", "USD", "$5.7 billion"),
        (14000, "money", "EUR", "€14,000"),
        (1234567, "count", "", "1,234,567"),
        (22, "measure", "mile", "22 miles"),
        (-3, "count", "", "−3"),
        (3e6, "money", "CHF", "CHF 3 million"),
        (5e5, "money", "USD each", "$500,000 each"),
    ],
)
def test_numbers_as_a_reader_expects_them(value, kind, unit, expected):
    assert amounts.number(value, kind, unit) == expected


INF = float("inf")
BOUNDS = [
    ((57500, INF, True, True), "more than 57,500", "no upper bound, the number itself left out"),
    ((57523, INF, False, True), "57,523 or more", "no upper bound"),
    ((0, 20, False, False), "20 or less", "nothing below nothing"),
    ((0, 20, False, True), "less than 20", "nothing below nothing"),
    ((20, 30, False, False), "20 to 30", "both within"),
    ((20, 30, True, True), "more than 20 to less than 30", "neither within"),
    ((251, 251, False, False), "251", "one number"),
    ((-INF, INF, True, True), "any number", "nothing known"),
]


@pytest.mark.parametrize(("interval", "said", "why"), BOUNDS)
def test_an_interval_is_said_in_words(interval, said, why):
    assert amounts.bounds(*interval) == said, why


@pytest.mark.parametrize(("figures_", "among"), [(2, False), (3, True)])
def test_of_figures_given_alike_the_two_weightiest_are_named(monkeypatch, figures_, among):
    table = pd.DataFrame({"referent": range(figures_), "quotation": [f"{k} mills" for k in range(figures_)]})
    monkeypatch.setattr(said, "weight", lambda rows: pd.Series(1.0, index=rows["referent"]))
    words = said._weightiest(table, list(range(figures_)))
    assert words.count("mills") == 2 and ("among them" in words) == among
