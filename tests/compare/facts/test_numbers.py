"""Figures that accounts of one event surely give otherwise, and the traps: what only looks like another figure."""

import pandas as pd
import pytest
from samestory.annotate.figures import figures
from samestory.compare.facts import numbers
from samestory.compare.figures.ledger import ledger
from samestory.compare.figures.reconcile import verdicts

MONDAY, TUESDAY, WEDNESDAY = "2024-03-04", "2024-03-05", "2024-03-06"


def differ(*texts, dates=(MONDAY, MONDAY, MONDAY), shown=False, one_event=True):
    """The differences of numbers between articles, each of one text, that are of one event, as words by outlet."""
    names = ["North", "South", "East"][: len(texts)]
    articles = pd.DataFrame(
        {
            "article_id": [name.lower() for name in names],
            "outlet": names,
            "event": "quake",
            "published": [pd.Period(day) for day in dates[: len(texts)]],
            "text": texts,
        }
    )
    scores = pd.DataFrame(
        [("north", "south", 0, len(texts[0]), 0, len(texts[1]), 1.5 if shown else 0.1, "show" if shown else "propose")],
        columns=["article_id", "other_id", "start", "end", "other_start", "other_end", "score", "level"],
    )
    table = ledger(figures(articles), articles, pairs=scores if shown else None)
    like = frozenset(frozenset((a, b)) for a in articles["article_id"] for b in articles["article_id"] if a < b)
    found = numbers.numbers(table, verdicts(table), articles, scores, like if one_event else frozenset())
    words = dict(zip(articles["article_id"], texts, strict=True))
    return [{side.article_id: words[side.article_id][side.start : side.end] for side in row.sides} for row in found]


DIES = "The quake in Arden killed {} people."


def test_who_died_is_given_otherwise_by_three():
    told = (DIES.format(59), "In Arden the quake left 58 people dead.", "In Arden 50 people died.")
    found = differ(*told)
    assert found == [{"north": "59 people", "south": "58 people", "east": "50 people"}]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (DIES.format(59), DIES.format(59), "the same number"),
        (DIES.format(59), DIES.format(590), "too far apart"),
        (DIES.format(59), DIES.format("dozens of"), "vague"),
        (DIES.format("about 60"), DIES.format(59), "rounded"),
        (DIES.format("more than 58"), DIES.format(59), "a bound that holds"),
        (DIES.format(59), "In Arden the quake may have killed 80 people.", "not told as known"),
        (DIES.format(59), "In Arden 80 people have died since June.", "of another span of time"),
        (DIES.format(59), "In Arden 80 people die each year.", "a rate"),
        (DIES.format(59), "In Arden the toll rose by 40 people.", "a change"),
        (DIES.format(59), "In Arden the quake injured 80 people.", "another act"),
        ("In Arden 59 miners died.", "In Arden 80 nurses died.", "other people"),
        ("The fire killed 59 civilians.", "The shelling killed 80 civilians.", "the dead of either side"),
        ("Rebels said 59 people died in Arden.", "Nurses said 80 people died in Arden.", "what two sides say"),
    ],
)
def test_what_is_no_other_figure_of_the_dead(one, other, why):
    assert differ(one, other) == [], why


def test_only_accounts_of_one_event_and_of_days_beside_each_other():
    told = DIES.format(59), DIES.format(70)
    assert len(differ(*told)) == 1
    assert differ(*told, one_event=False) == []
    assert len(differ(*told, dates=(MONDAY, TUESDAY))) == 1
    assert differ(*told, dates=(MONDAY, WEDNESDAY)) == [], "later accounts know more"


def test_what_is_said_first_of_the_dead_is_the_event_and_what_comes_later_another():
    told = "A quake killed 59 people. A flood killed 70 people.", "A quake killed 59 people. A storm killed 80 people."
    assert differ(*told) == []


def test_other_things_only_where_the_sentences_surely_tell_one_fact():
    told = "The council hired 31 guards in Arden.", "In Arden the council hired 34 guards."
    assert differ(*told) == []
    assert differ(*told, shown=True) == [{"north": "31 guards", "south": "34 guards"}]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Arden hired 31 guards.", "Arden hired 34 nurses.", "another noun"),
        ("In May Ada Lind paid a fine of $350,000.", "In May Ben Roe paid a fine of $473,000.", "of two persons"),
        ("A poll found that 70 percent of voters agree.", "A poll found that 86 percent of voters agree.", "two polls"),
        ("The plan costs $1.22 trillion in cuts.", "The plan costs $1.2 trillion in cuts.", "rounded"),
        ("Arden hired 31 guards in the past month.", "Arden hired 34 guards in the past week.", "spans of time"),
    ],
)
def test_what_is_no_other_figure_of_one_fact(one, other, why):
    assert differ(one, other, shown=True) == [], why


def test_no_ledger_no_difference():
    assert differ("Nobody came.", "Nobody spoke.") == []
