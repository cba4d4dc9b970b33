import pandas as pd
import pytest
from passages_made_up import FILLER, aligned, articles
from samestory.annotate import content, cues
from samestory.compare import framing
from samestory.corpus import language

CASES = [
    ("The army is to pull out of the Osk valley entirely under the deal.",
     "Under the deal the army withdraws from parts of the Osk valley.", ("valley", "entirely", "parts of"), "the case"),
    ("The army is to pull out of the Osk valley entirely under the deal.",
     "Under the deal the army withdraws from all of the Osk valley.", None, "both say the whole"),
    ("The army is to pull out of the Osk valley under the deal.",
     "Under the deal the army withdraws from parts of the Osk valley.", None, "one side is silent"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected", "why"), CASES)
def test_the_whole_against_a_part(a, b, expected, why):
    table = articles(" ".join([a, *FILLER[:3]]), " ".join([*FILLER[3:], b]))
    pairs = aligned(table)
    edits = framing.edits(pairs, content.terms(table), language.words(table))
    found = framing.contrasts(edits, cues.cues(table))
    assert len(pairs) == 1
    assert [(row.of.split()[-1], row.words_a, row.words_b) for row in found.itertuples()] == (
        [expected] if expected else []
    ), why


@pytest.mark.parametrize(("between", "found"), [(1, 1), (3, 1), (4, 0)])
def test_what_both_share_between_the_cues_is_short(between, found):
    """All of the _valley_: the more words stand between the two edits, the less they speak of one thing."""
    shared = [("same", 20 + 10 * k, "valley") for k in range(between)]
    places = [("only_a", 0, "entirely"), *shared, ("only_b", 90, "parts of")]
    edits = pd.DataFrame(
        [
            {"pair": 0, "story": "s", "change": change, "article_a": "a", "article_b": "b", "words_a": words, "words_b": words,
             "start_a": None if change == "only_b" else at, "end_a": None if change == "only_b" else at + 9,
             "start_b": None if change == "only_a" else at, "end_b": None if change == "only_a" else at + 9}
            for change, at, words in places
        ]
    )  # fmt: skip
    told = pd.DataFrame({"article_id": ["a", "b"], "start": [0, 90], "end": [8, 98], "text": ["entirely", "parts of"],
                         "family": ["whole", "part"]})  # fmt: skip
    assert len(framing.contrasts(edits, told)) == found
