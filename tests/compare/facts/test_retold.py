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
                    "source": source}
            for group, text, voice, source in rows
        ]
    )  # fmt: skip


SACKED = "At the Varna yard 4,300 welders lost their work when its bank refused another loan."
COPY = OWN.replace("fierce quarrel", "quarrel")
BARE = "in other words"
LIKE = frozenset({frozenset({"north", "south"})})
GIVEN = "given to a source here, to nobody there"


@pytest.mark.parametrize(
    ("rows", "differs", "why"),
    [
        ([("North", OWN, "narrator", None), ("South", SACKED, "narrator", None)], [BARE], "each has words of its own"),
        ([("North", OWN, "narrator", None), ("South", COPY, "narrator", None)], [], "a near copy is no other telling"),
        ([("North", OWN, "quoted", "Lind"), ("South", SACKED, "quoted", "Lind")], [], "of one speech `speech` knows more"),
        ([("North", OWN, "narrator", None), ("South", SACKED, "attributed", "a union")], [GIVEN], "the union's word there"),
        ([("North", OWN, "narrator", None), ("South", SACKED, "attributed", "the shipyard")], [BARE],
         "the source is who does it, whom both name"),
        ([("North", OWN, "attributed", "the mayor"), ("South", SACKED, "attributed", "a union")], [BARE], "both give it"),
        ([("North", OWN, "narrator", None)], [], "one group alone"),
    ],
)  # fmt: skip
def test_one_fact_in_other_words(rows, differs, why):
    found = list(retold.retold(tellings(*rows), CUES, LIKE))
    assert [one.differs for one in found] == differs, why


def test_what_is_judged_in_one_account_only_is_further_apart():
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None))
    fierce = pd.DataFrame([("north", 45, 51, "fierce", "intensifiers")], columns=CUES.columns)
    (judged,), (plain,) = (list(retold.retold(rows, cues, LIKE)) for cues in (fierce, CUES))
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
    assert bool(list(retold.retold(rows, CUES, LIKE))) == found, why


@pytest.mark.parametrize(("paragraphs", "early"), [((1, 5), True), ((1, 6), False), ((4, 4), True)])
def test_what_both_tell_early_is_further_apart(paragraphs, early):
    rows = tellings(("North", OWN, "narrator", None), ("South", SACKED, "narrator", None))
    (late,) = retold.retold(rows.assign(paragraph=9), CUES, LIKE)
    (found,) = retold.retold(rows.assign(paragraph=paragraphs), CUES, LIKE)
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
    assert len(list(retold.retold(rows, CUES, like))) == found, why
