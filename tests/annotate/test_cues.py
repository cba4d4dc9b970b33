import pandas as pd
import pytest
from samestory.annotate import cues
from samestory.corpus import known

CUES = [
    ("The mayor accused her rivals of delay.", "conflict", ["accused", "rivals"], "reproach between parties"),
    ("They battled for the valley.", "conflict", ["battled"], "inflected"),
    ("Rivals him in talent.", "conflict", [], "trap: the verb"),
    ("Her mother wept at the gate.", "human interest", ["mother", "wept"], "a human face"),
    ("The claim was divorced from reality.", "human interest", [], "trap: a figure of speech"),
    ("The council must act; it failed to plan.", "responsibility", ["must act", "failed to"], "who should act"),
    ("Judges called the raid illegal.", "morality and law", ["illegal"], "law"),
    ("Wall Street Journal readers know.", "economy", [], "trap: a newspaper"),
    ("Prices rose and jobs were lost.", "economy", ["Prices", "jobs"], "costs and work"),
    (
        "They voted on the Affordable Care Act, an affordable plan.",
        "economy",
        ["affordable"],
        "a law's name, and a word",
    ),
    ("Affordable homes were lost.", "economy", ["Affordable"], "a capital that begins a sentence is no name's"),
    ("Economy Shrinks as Thousands Lose Work", "economy", ["Economy"], "a headline set in capitals"),
    ("The union of Rail Workers met with some people of the Jobs Party.", "economy", [], "names of bodies"),
    ("Aid workers fear famine in the besieged town.", "humanitarian", ["Aid workers", "famine", "besieged"], "need"),
    ("Aid for the poor, and the poor in town, waits.", "humanitarian", ["the poor", "the poor"], "people"),
    ("She is sorry for the poor start.", "humanitarian", [], "an adjective before a noun"),
    ("It may rain, perhaps on 4 May.", "hedges", ["may", "perhaps"], "the month is no hedge"),
    ("He will run in May 2031.", "hedges", [], "trap: the month"),
    ("It isn’t clearly wrong; it is certainly late.", "certainty", ["certainly"], "a negated booster is none"),
    ("About 134,000 left, nearly all of them, in almost a year.", "hedges", [], "amounts are no doubt"),
    ("The storm could peak on Monday; it could still be late.", "hedges", ["could peak", "could still be"], "doubt"),
    ("She could swim, if it is possible to swim, with all its might.", "hedges", [], "ability, and power"),
    ("They rarely left, but often mostly slept.", "hedges", [], "how often and how much, not how surely"),
    ("It is almost certainly late.", "hedges", ["almost certainly"], "a hedge of how surely"),
    ("“Absolutely, sir.” “Absolutely not.”", "intensifiers", [], "trap: an answer"),
    ("They were absolutely sure.", "intensifiers", ["absolutely"], "a degree"),
    ("He was seriously ill, she badly hurt.", "intensifiers", [], "trap: a medical state"),
    ("The north is overwhelmingly Muslim; both houses overwhelmingly passed it.", "intensifiers", [], "trap: a share"),
    ("A highly unusual step.", "intensifiers", ["highly"], "before an adjective"),
    ("“We stay,” the letter said in part.", "part", [], "trap: of a text that is quoted in part"),
    ("That is the very bridge.", "intensifiers", [], "trap: the same, no degree"),
    ("They were very, very late.", "intensifiers", ["very", "very"], "twice is twice"),
    ("They left the valley entirely.", "whole", ["entirely"], "extent"),
    ("They left parts of the valley.", "part", ["parts of"], "extent"),
]


def articles(text):
    return pd.DataFrame({"article_id": ["a"], "text": [text]})


@pytest.mark.parametrize(("text", "family", "expected", "why"), CUES)
def test_cues(text, family, expected, why):
    found = cues.cues(articles(text))
    assert list(found.loc[found["family"].eq(family), "text"]) == expected, why


def test_every_row_has_a_source():
    assert known.table("cues.csv", ["term", "pattern", "source"])["source"].notna().all()


def test_every_row_can_match_before_another_word():
    """A pattern that ends in a space cannot: what follows a cue must not be a letter."""
    patterns = known.table("cues.csv", ["pattern"])["pattern"].dropna()
    assert patterns[patterns.str.contains(r" \(\?=[^)]*\)$")].empty
