import pandas as pd
import pytest
from samestory import annotate
from samestory.compare.facts import alike
from samestory.corpus import likeness
from story_made_up import read, story, words

HIRED = "The Varna shipyard hired an armed security {} from Brin for its cranes in May."


def called(*texts):
    _, apart = read(story(*texts))
    return words(apart, "other word")


def test_a_thing_described_alike_by_another_noun_in_one_fact():
    found = called(HIRED.format("firm"), HIRED.format("company").replace("in May", "late in May"))
    assert found == [{"North": "an armed security firm", "South": "an armed security company"}]


def untied(*texts):
    """What is found where no fact ties the texts."""
    articles = story(*texts, filler=False)
    phrases, labels = annotate.run(articles, "phrases", "labels")
    tellings = pd.DataFrame(columns=["fact", "level", "article_id", "start", "end"])
    return list(alike.alike(phrases, tellings, labels, articles))


def test_anywhere_in_two_accounts_the_nouns_must_be_much_alike():
    a, b = "The armed security firm was paid in gold.", "A choir sang for the armed security company."
    assert [one.differs for one in untied(a, b)] == ["another word"]
    assert alike.SHOWN < likeness.likeness("team", "company") < alike.ANYWHERE
    assert untied(a.replace("firm", "team"), b) == [], "the team may be another's"


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("The armed security firm was paid in gold.", "An armed security company sang.", "one of several, and one known"),
        ("The armed security firm was paid in gold.", "The armed security companies sang.", "one and many"),
        ("The new firm was paid in gold.", "The new company sang.", "what is new may be anything"),
        ("The armed security firm sang. The armed security company was paid.", "The armed security company sang.",
         "the other has both"),
        ("The armed security firm was paid in gold.", "“The armed security company was paid,” Ada Lind said.",
         "quoted, it is hers"),
    ],
)  # fmt: skip
def test_no_other_noun_for_one_thing(a, b, why):
    assert called(a, b) == [], why


def test_nouns_of_one_root_are_two_things():
    assert likeness.likeness("contract", "contractor") > alike.SHOWN, "used alike all the same"
    one = "The Varna shipyard lost its old federal {} from Brin for nine cranes in May."
    assert called(one.format("contract"), one.format("contractor").replace("in May", "late in May")) == []


def test_the_bars_rise_with_what_ties_two_nouns():
    assert (alike.SHOWN, alike.PROPOSED, alike.ANYWHERE) == (0.35, 0.5, 0.65)
    assert pd.notna(likeness.likeness("firm", "company"))
