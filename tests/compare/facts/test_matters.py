"""One matter's figures over a collection of other days: what is set side by side, and what only looks alike."""

import pandas as pd
import pytest
from samestory.annotate.figures import figures
from samestory.annotate.labels import labels
from samestory.compare.facts import framed, matters
from samestory.compare.figures.ledger import ledger
from samestory.present import style
from samestory.present.figures.matters import matters as told

OUTLETS = ["North", "South", "East", "West"]
WALL = [
    "The mayor asked the council for $5 billion for his sea wall in Arden.",
    "A bill in the council with $5 billion in sea wall funding failed.",
]


def articles(texts):
    return pd.DataFrame(
        {
            "article_id": [name.lower() for name in OUTLETS[: len(texts)]],
            "outlet": OUTLETS[: len(texts)],
            "event": [f"story {k}" for k in range(len(texts))],
            "published": [pd.Period(f"2031-05-{3 * k + 1:02}") for k in range(len(texts))],
            "text": texts,
        }
    )


def of(own):
    """The table of these articles."""
    return matters(framed(ledger(figures(own), own), own), own, labels(own))


def given(*texts):
    """For each matter its numbers by outlet."""
    rows = of(articles(texts))
    return [dict(zip(row["group"], row["named"], strict=True)) for _, row in rows.groupby("matter")]


@pytest.mark.parametrize(
    ("texts", "numbers", "why"),
    [
        ([*WALL, "He would take $5.7 billion for the sea wall."], [5e9, 5e9, 5.7e9], "a later demand for one wall"),
        ([*WALL, "The council gave $5 billion for the sea wall."], [5e9, 5e9, 5e9], "one sum in each"),
        (
            [
                "Some 80,000 town workers go without pay in the strike.",
                "The strike leaves 80,000 town workers without pay.",
                "In Arden 80,000 town employees are at home.",
            ],
            [80000, 80000, 80000],
            "one number in words used alike",
        ),
        (
            [
                "Nearly 2,000 children were separated from their parents in Arden.",
                "In Arden 2,000 children separated from parents wait.",
                "By June 2,342 children were separated from their parents, the mayor said.",
            ],
            [2000, 2000, 2342],
            "a later count of the same",
        ),
        (
            [
                "The quake in Arden injured more than 170 people.",
                "More than 170 people were injured in the Arden quake.",
                "The quake injured 180 people in Arden.",
            ],
            [170, 170, 180],
            "a toll of one place",
        ),
    ],
)
def test_figures_of_one_matter_stand_side_by_side(texts, numbers, why):
    assert given(*texts) == [dict(zip(OUTLETS, numbers, strict=False))], why


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (WALL, "two outlets"),
        ([*WALL, "He would take $9 billion for the sea wall."], "far apart"),
        ([*WALL, "A bridge in Arden costs $5.7 billion."], "of another thing"),
        ([*WALL, "The sum of $5.7 billion pays for roads and $900 million for the sea wall."], "another sum’s words"),
        ([*WALL, "The council did not give $5.7 billion for the sea wall."], "denied"),
        ([*WALL, "The sea wall costs $5.7 billion a year."], "a rate"),
        ([*WALL, "The council raised the sum for the sea wall by $5.7 billion."], "a change"),
        ([*WALL, "There are billions of dollars in the sea wall."], "no number"),
        (["It needs 60 votes to pass.", "It fell short of the 60 votes to pass.", "Only 55 votes passed it."], "few"),
        ([*WALL, "He would take $6.5 billion for the sea wall."], "more than a fifth apart"),
        (
            ["Some 5 million Ardeners own a boat.", "Taxes fell for 5 million Ardeners.", "5 million Ardeners voted."],
            "a people counted for other things",
        ),
        (
            [
                "The quake in Arden injured 170 people.",
                "In Arden the quake left 170 people injured.",
                "The fire in Boston injured 180 people.",
            ],
            "a toll of another place",
        ),
        (
            [
                "The quake in Arden injured 170 people.",
                "In Arden the quake left 170 people injured.",
                "The quake injured 180 people in Arden, Vale, and Boston.",
            ],
            "a toll of two places",
        ),
        ([*WALL, "He would take $5.7 billion in sea wall funding and tax cuts."], "a sum of two things"),
        (
            [
                "The mayor backs a $5 billion sea wall plan.",
                "A $5 billion sea wall plan failed.",
                "He has a $5 billion proposal for farmers.",
            ],
            "the same sum, in a word used alike, of another plan",
        ),
        (
            [
                "Families in Arden will get $1,200 payments in May.",
                "In May families get payments of $1,200.",
                "Their payments of $1,200 come in May, families hear.",
            ],
            "a bare noun says not of what it is",
        ),
    ],
)
def test_what_is_no_figure_of_the_matter(texts, why):
    assert given(*texts) == [], why


@pytest.mark.parametrize(("day", "n"), [("2031-05-18", 1), ("2031-05-20", 0), ("2031-09-20", 0), (None, 0)])
def test_a_figure_of_another_time_is_of_another_matter(day, n):
    own = articles([*WALL, "He would take $5.7 billion for the sea wall."])
    own["published"] = own["published"].astype("object")
    own.loc[2, "published"] = pd.Period(day) if day else None
    assert of(own)["matter"].nunique() == n


def test_each_number_is_told_with_who_gives_it():
    own = articles([*WALL, "He would take $5.7 billion for the sea wall."])
    table = ledger(figures(own), own)
    found = told(of(own), table)
    assert found["sentence"].tolist() == ["Sea wall funding: $5 billion (North, South); $5.7 billion (East)."]
    assert (found["kind"].iloc[0], found["n"].iloc[0], len(found["evidence"].iloc[0])) == ("figure", 3, 3)


def test_who_gives_a_number_stands_in_the_one_order_of_the_groups(monkeypatch):
    monkeypatch.setattr(style, "_assigned", ["South", "East", "North"])
    own = articles([*WALL, "He would take $5.7 billion for the sea wall."])
    assert "$5 billion (South, North); " in told(of(own), ledger(figures(own), own))["sentence"].item()


def test_each_bound_is_told_as_it_was_given():
    own = articles(
        [
            "Nearly 80,000 town workers go without pay in the strike.",
            "The strike leaves 80,000 town workers without pay.",
            "The strike leaves 80,000 town workers unpaid.",
        ]
    )
    sentence = told(of(own), ledger(figures(own), own))["sentence"].item()
    assert sentence == "Town workers: about 80,000 (North); 80,000 (South, East)."


def test_a_toll_is_named_by_its_place_and_no_month():
    quake = ["On Aug. 3 the quake injured 170 people.", "By Aug. 4 it was 170 people injured in the Aug. 3 quake."]
    told = articles([*quake, "The Aug. 3 quake injured 180 people."])
    assert not of(told)["about"].str.contains("Aug").any() and len(of(told))


def test_a_sum_is_not_called_by_its_currency():
    told = ["They passed a $2.2 trillion dollar aid bill.", "The $2.2 trillion dollar aid bill passed."]
    rows = of(articles([*told, "A $2.2 trillion aid bill passed.", "The aid bill of $2.3 trillion passed."]))
    assert set(rows["about"]) == {"aid bill"}


def test_a_toll_is_rather_called_by_a_noun_than_as_others():
    told = ["The quake in Arden killed two and injured 170 others.", "In Arden 170 people were injured in the quake."]
    rows = of(articles([*told, "The quake injured 180 people in Arden."]))
    assert set(rows["about"]) == {"people injured (Arden)"}


def test_a_matter_has_no_name_that_is_one_sides_word():
    migrants = [
        "The bill helps 11 million illegal immigrants at the border.",
        "At the border 11 million illegal immigrants wait for the bill.",
        "The bill is for 11 million undocumented immigrants.",
    ]
    assert set(of(articles(migrants))["about"]) == {"immigrants without papers"}


def test_what_only_one_side_calls_by_its_word_is_called_as_the_others_do():
    migrants = [
        "The bill helps 800,000 young immigrants at the border.",
        "At the border 800,000 young immigrants wait for the bill.",
        "The bill at the border is for 800,000 illegal immigrants.",
    ]
    assert set(of(articles(migrants))["about"]) == {"young immigrants"}


def test_one_number_of_one_thing_stands_once():
    told = [*WALL, "He would take $5.7 billion for the sea wall.", "The council gave $5 billion for the sea wall."]
    own = pd.concat([articles(told), articles(told).assign(article_id=list("abcd"), event="later")], ignore_index=True)
    own["published"] = [*own["published"].head(4), *[day + 200 for day in own["published"].head(4)]]
    assert of(own)["matter"].nunique() == 1


def test_without_figures_there_is_no_matter():
    own = articles(["Nobody counted."])
    assert of(own).empty and told(of(own), ledger(figures(own), own)).empty
