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
