"""Which tellings surely tell one fact."""

import pandas as pd
import pytest
from samestory.compare.facts import partners

PLACE = {"n": "North", "s": "South"}


def told(*rows):
    """A telling of fact 1 a row: article, start, words, speaker and source."""
    return pd.DataFrame(
        [
            {"fact": 1, "level": "show", "score": 6.0, "group": PLACE[article], "article_id": article, "start": start,
             "end": start + 9, "text": text, "speaker": speaker, "source": speaker}
            for article, start, text, speaker in rows
        ]
    )  # fmt: skip


def pairs(*rows):
    """A pair a row: where each sentence starts, and their score."""
    columns = ["article_id", "start", "end", "other_id", "other_start", "other_end", "score"]
    return pd.DataFrame([("n", a, a + 9, "s", b, b + 9, score) for a, b, score in rows], columns=columns)


@pytest.mark.parametrize(
    ("scores", "kept", "why"),
    [
        ([(0, 0, 6.0)], 2, "each the other’s only partner"),
        ([(0, 0, 6.0), (0, 50, 5.0)], 2, "another is less near"),
        ([(0, 0, 6.0), (0, 50, 7.0)], 0, "the first has a better partner"),
        ([(0, 0, 6.0), (50, 0, 7.0)], 0, "the other has"),
        ([(0, 0, 6.0), (0, 50, 6.0)], 0, "two are as near"),
    ],
)
def test_each_is_the_best_partner_of_the_other(scores, kept, why):
    rows = told(("n", 0, "The yard closed.", None), ("s", 0, "They closed the yard.", None))
    assert len(partners(rows, pairs(*scores))) == kept, why


@pytest.mark.parametrize(
    ("one", "other", "kept", "why"),
    [
        (("It closed, Ek said.", "Bo Ek"), ("It closed, Ek told us.", "Bo Ek"), 2, "one speaker"),
        (("It closed, Ek said.", "Bo Ek"), ("It closed, Lind said.", "Ada Lind"), 0, "two speakers"),
        (
            ("It closed, Ek said.", "Bo Ek"),
            ("Lind was glad it closed, saying it had to.", None),
            0,
            "it speaks of saying",
        ),
        (("It closed, Ek said.", "Bo Ek"), ("It closed in May.", None), 2, "the other’s own words"),
        (("It closed, Ek said.", "Bo Ek Jr."), ("It closed, Mr. Ek’s office said.", "the office"), 2, "it names him"),
        (("It closed, he said.", "Bo Ek"), ("It closed, said he.", "Ek"), 2, "both by a pronoun"),
    ],
)
def test_two_people_tell_no_one_fact(one, other, kept, why):
    assert len(partners(told(("n", 0, *one), ("s", 0, *other)), pairs((0, 0, 6.0)))) == kept, why


def test_what_is_not_sure_or_told_by_one_group_is_no_fact_of_both():
    rows = told(("n", 0, "It closed.", None), ("s", 0, "They closed it.", None))
    assert partners(rows.assign(score=2.9), pairs((0, 0, 2.9))).empty
    assert partners(rows.head(1), pairs((0, 0, 6.0))).empty
    assert partners(rows.assign(level="propose"), pairs((0, 0, 6.0))).empty
