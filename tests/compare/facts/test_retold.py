import pandas as pd
import pytest
from samestory.compare.facts import retold

OWN = "The Varna shipyard dismissed 4,300 welders after a fierce quarrel over unpaid wages."
TOLD = {"story": "the town", "fact": 1, "level": "show", "score": 6.0, "start": 0, "paragraph": 1}
CUES = pd.DataFrame(columns=["article_id", "start", "end", "text", "family"])


def tellings(*rows):
    """A telling a group: its words, its voice and its source."""
    return pd.DataFrame(
        [
            TOLD | {"group": group, "article_id": group.lower(), "end": len(text), "text": text, "voice": voice,
                    "source": source, "speaker": source}
            for group, text, voice, source in rows
        ]
    )  # fmt: skip


SACKED = "At the Varna yard 4,300 welders lost their work when its bank refused another loan."
COPY = OWN.replace("fierce quarrel", "quarrel")
BARE, VOICED = "in other words", "in another voice"
LIKE = frozenset({frozenset({"north", "south"})})
NONE = pd.DataFrame(columns=["article_id", "start", "end", "text", "label"])


def retold_of(rows, cues=CUES, like=LIKE, *, labels=NONE, event_by="given", but=()):
    articles = pd.DataFrame({"article_id": ["north", "south"], "event_by": event_by})
    return list(retold.retold(rows, cues, labels, articles, like, but=but))


@pytest.mark.parametrize(
    ("rows", "differs", "why"),
    [
        ([("North", OWN, "narrator", None), ("South", SACKED, "narrator", None)], [BARE], "each has words of its own"),
        ([("North", OWN, "narrator", None), ("South", COPY, "narrator", None)], [], "a near copy is no other telling"),
        ([("North", OWN, "quoted", "Lind"), ("South", SACKED, "quoted", "Lind")], [], "of one speech `speech` knows more"),
        ([("North", OWN, "narrator", None), ("South", SACKED, "attributed", "a union")], [VOICED], "somebody's word there"),
        ([("North", OWN, "narrator", None), ("South", SACKED, "quoted", None)], [], "words of somebody who is not known"),
        ([("North", OWN, "attributed", "the mayor"), ("South", SACKED, "attributed", "a union")], [BARE], "both give it"),
        ([("North", OWN, "narrator", None)], [], "one group alone"),
    ],
)  # fmt: skip
def test_one_fact_in_other_words(rows, differs, why):
    found = retold_of(tellings(*rows))
    assert [one.differs for one in found] == differs, why


def test_what_is_judged_in_one_account_only_is_further_apart():
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None))
    fierce = pd.DataFrame([("north", 45, 51, "fierce", "intensifiers")], columns=CUES.columns)
    (judged,), (plain,) = (retold_of(rows, cues) for cues in (fierce, CUES))
    assert judged.far - plain.far == pytest.approx(retold.JUDGED)


@pytest.mark.parametrize(
    ("south", "found", "why"),
    [
        ("The Varna shipyard dismissed 4,300 welders after a quarrel over rent in Osk.", False, "two words of its own"),
        ("The Varna shipyard dismissed 4,300 welders after a quarrel over rent in Osk, Brin.", True, "three"),
    ],
)
def test_each_has_three_words_that_the_other_has_not(south, found, why):
    rows = tellings(("North", OWN, "narrator", None), ("South", south, "narrator", None))
    assert bool(retold_of(rows)) == found, why


@pytest.mark.parametrize(("paragraphs", "early"), [((1, 5), True), ((1, 6), False), ((4, 4), True)])
def test_what_both_tell_early_is_further_apart(paragraphs, early):
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None))
    (late,) = retold_of(rows.assign(paragraph=9))
    (found,) = retold_of(rows.assign(paragraph=paragraphs))
    assert (found.far > late.far) == early


@pytest.mark.parametrize(
    ("changed", "like", "found", "why"),
    [
        ({"score": 3.0}, LIKE, 1, "surely one fact"),
        ({"score": 2.9}, LIKE, 0, "not surely"),
        ({"level": "propose"}, LIKE, 0, "the pair that founded the fact is not surely one"),
        ({}, frozenset(), 0, "two stories of a day, with a sentence in common"),
    ],
)
def test_only_what_is_surely_one_fact_of_like_pieces(changed, like, found, why):
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None)).assign(**changed)
    assert len(retold_of(rows, like=like)) == found, why


@pytest.mark.parametrize(
    ("score", "north", "south", "found", "why"),
    [
        (5.0, OWN, SACKED, 0, "too few words in common"),
        (5.0, OWN, "The Varna yard dismissed 4,300 welders after a long quarrel, as its bank refused.", 1, "enough"),
        (4.9, OWN, "The Varna yard dismissed 4,300 welders after a long quarrel, as its bank refused.", 0, "not surely one fact"),
        (5.0, "The Osk Council of Ferries and Harbours sold the boats at dawn.",
         "The Osk Council of Ferries and Harbours met in its own old hall.", 0, "a name in common, and nothing told"),
    ],
)  # fmt: skip
def test_in_stories_found_by_machine_more_is_needed(score, north, south, found, why):
    rows = tellings(("North", north, "narrator", None), ("South", south, "narrator", None)).assign(score=score)
    assert len(retold_of(rows, event_by="found")) == found, why


def test_what_is_said_already_is_not_said_again():
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None))
    (one,) = retold_of(rows)
    assert retold_of(rows, but=[one]) == []


def test_another_label_for_one_thing_leaves_accounts_further_apart():
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None))
    welders = pd.DataFrame([("north", 34, 41, "welders", "workers")], columns=NONE.columns)
    (labelled,), (plain,) = retold_of(rows, labels=welders), retold_of(rows)
    assert labelled.far - plain.far == pytest.approx(retold.LABELLED)
