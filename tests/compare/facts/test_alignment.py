import time

import pandas as pd
import pytest
from passages_made_up import FILLER, aligned, articles
from samestory.compare import facts


def two(a, b):
    """Two articles that say `a` and `b`, between sentences about other things."""
    half = len(FILLER) // 2
    return articles(" ".join([a, *FILLER[:half]]), " ".join([*FILLER[half:], b]))


ALIGNED = [
    ("Engineers closed the Varna bridge after cracks appeared in a pillar.",
     "The Varna bridge was closed when engineers found cracks in one pillar.", "the same fact in other order"),
    ("“We will rebuild it before winter,” Mayor Ada Lind said.",
     "Lind promised: “We will rebuild it before winter.”", "one quotation, introduced differently"),
    ("The repairs will cost 41,300 crowns, according to the works office.",
     "According to the works office, repairs are to cost about 41,000 crowns.", "a figure and the same, rounded"),
    ("The army withdrew from the border town of Osk at dawn.",
     "Troops pulled out of the border town of Osk before sunrise.", "pull out and withdraw count as one"),
    ("Lind, whose party lost the vote, blamed the engineers and resigned on Monday.",
     "Lind resigned and blamed the engineers.", "a short sentence inside a longer one"),
]  # fmt: skip
APART = [
    ("Mayor Ada Lind opened the Varna bridge in 2019.",
     "Mayor Ada Lind spoke on the Varna bridge about schools.", "a shared person and place are no shared fact"),
    ("The poll gave Lind 17 percent of the vote in the city.",
     "The poll gave Berg 11 percent of the vote in the county.", "other figures of another person"),
    ("The mayor did not close the bridge, the works office wrote in a long note to the press.",
     "The mayor closed the bridge, said two neighbours who watched from the river bank.", "a negation on one side"),
    ("The mayor said on Monday in a statement to reporters that she would comment next week.",
     "In a statement on Monday a spokesman told reporters that the strike begins next week.",
     "when and to whom something was said is not what was said"),
    ("“People want to get back to work,” the mayor said of the bus drivers.",
     "The choir will get back to work on its next concert, people said.", "a set phrase in two matters"),
    ("God help us.", "That is all for now.", "nothing shared"),
    ("Mayor Ada Lind announced that she is running for the Senate again.",
     "Mayor Ada Lind ran for the Senate in 2019.", "the same act at another time"),
    ("The letter called her past and present acts unworthy of the office, and was read aloud.",
     "The letter said that the audit refutes her past and present claims about the office.",
     "two claims of one letter"),
]  # fmt: skip


KNOWN_ERRORS = [
    ("Lind told two ministers of the cracks that could close the Varna bridge, the report says.",
     "Two ministers asked Lind about the cracks that could close the Varna bridge, the report says.",
     "the same people and things in another act"),
]  # fmt: skip


@pytest.mark.xfail(reason="errors that reading 100 aligned pairs showed", strict=True)
@pytest.mark.parametrize(("a", "b", "why"), KNOWN_ERRORS)
def test_pairs_known_to_be_aligned_wrongly(a, b, why):
    pairs = aligned(two(a, b))
    assert (a, b) not in set(zip(pairs["text_a"], pairs["text_b"], strict=True)), why


@pytest.mark.parametrize(("a", "b", "why"), ALIGNED)
def test_sentences_that_tell_the_same_thing_are_aligned(a, b, why):
    pairs = aligned(two(a, b))
    assert (a, b) in set(zip(pairs["text_a"], pairs["text_b"], strict=True)), why


@pytest.mark.parametrize(("a", "b", "why"), APART)
def test_shared_words_are_not_a_shared_fact(a, b, why):
    pairs = aligned(two(a, b))
    assert (a, b) not in set(zip(pairs["text_a"], pairs["text_b"], strict=True)), why


def test_a_pair_carries_what_aligned_it_and_where_it_stands():
    table = two(ALIGNED[2][0], ALIGNED[2][1])
    pair = aligned(table).iloc[0]
    texts = dict(zip(table["article_id"], table["text"], strict=True))
    assert texts[pair["article_a"]][pair["start_a"] : pair["end_a"]] == pair["text_a"]
    assert texts[pair["article_b"]][pair["start_b"] : pair["end_b"]] == pair["text_b"]
    assert {"repairs", "crowns", "41,300"} <= set(pair["shared"].split("; "))
    assert pair["numbers"] == "same"


def test_one_sentence_may_align_with_two():
    whole = "Lind resigned on Monday and the engineers closed the Varna bridge."
    pairs = aligned(
        articles(
            " ".join([whole, *FILLER[:3]]),
            f"{FILLER[3]} Lind resigned on Monday. {FILLER[4]} Engineers closed the Varna bridge.",
        )
    )
    assert len(pairs[pairs["text_a"] == whole]) == 2


def test_articles_of_different_events_never_align():
    same = f"{ALIGNED[0][0]} {' '.join(FILLER)}"
    a, b = articles(same), articles(same, outlets=("South",), event="the strike")
    assert aligned(pd.concat([a, b], ignore_index=True)).empty


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        ("2031-05-04", "2031-05-07", 1),
        ("2031-05-04", "2031-05-08", 0),
        ("2031-05", "2031-05-31", 1),
        ("2031-05-04", None, 0),
    ],
)
def test_without_events_a_window_of_days_pairs_articles(first, second, pairs):
    table = articles("One text.", "Another text.", event=None)
    table["article_id"] = ["a", "b"]
    table["published"] = [pd.Period(day) if day else None for day in (first, second)]
    assert len(facts.article_pairs(table)) == pairs


def test_comparing_by_another_column():
    table = articles(ALIGNED[0][0], ALIGNED[0][1]).assign(desk="foreign")
    assert len(facts.article_pairs(table, by="outlet")) == 1
    assert facts.article_pairs(table, by="desk").empty


@pytest.mark.slow
def test_time_is_linear_in_the_events():
    def seconds(events):
        some = [two(*ALIGNED[k % 5][:2]).assign(event=str(k)) for k in range(events)]
        table = pd.concat(some, ignore_index=True)
        table["article_id"] = table["article_id"] + table["event"]
        start = time.process_time()
        aligned(table)
        return time.process_time() - start

    seconds(5)
    assert seconds(400) < 4 * 2.5 * max(seconds(100), 0.05)
