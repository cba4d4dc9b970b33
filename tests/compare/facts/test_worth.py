"""What stands before what: how far apart a difference leaves two accounts, times how sure it is."""

from itertools import pairwise

import pytest
from samestory.compare.facts import (
    across,
    alike,
    alone,
    called,
    denials,
    events,
    firsts,
    floor,
    heads,
    instead,
    manner,
    missing,
    naming,
    numbers,
    persons,
    quantities,
    requoted,
    speech,
    unnamed,
    untold,
)

RANKS = [  # kinds that stand beside each other are of one worth; each line is worth less than the one before it
    [("a contested name for one thing", naming.CONTESTED, naming.LISTED),
     ("names that outlets prefer in all articles", naming.CONTESTED, across.SURE)],
    [("a matter that one never names", unnamed.TOPIC, unnamed.NEVER)],
    [("how many died", numbers.HARMED, numbers.CERTAIN), ("contested words of one class", naming.CONTESTED, naming.SAME_FACT)],
    [("a person who is named here all the time, never there", unnamed.FARTHEST, unnamed.NEVER)],
    [("what a person is charged with", persons.CHARGED, persons.SURE)],
    [("a contested name in somebody's words", naming.CONTESTED * naming.SOMEBODYS, naming.LISTED)],
    [("a contested name besides the common one", alone.FAR, alone.SURE)],
    [("a denial", denials.FAR, denials.SURE)],
    [("who did it", manner.AGENCY, manner.SURE)],
    [("another figure", numbers.FAR, numbers.CERTAIN), ("all, or nearly all", quantities.FAR, quantities.SURE),
     ("what a matter is called", called.FAR["contested"], called.SURE), ("two events", events.FAR, events.SURE)],
    [("a person who is named four times here, never there", unnamed.NAME + 3 * unnamed.AGAIN, unnamed.NEVER)],
    [("headlines with no word in common", heads.HEADLINE + heads.UNLIKE, heads.SURE)],
    [("a word that two quote", untold.QUOTED, untold.SURE)],
    [("another word in the same sentence", instead.REPLACED, instead.SAME_TEXT),
     ("another wording of a quotation", requoted.FAR, requoted.SURE)],
    [("who is heard, and in whose name", floor.SPEAKERS, floor.SURE)],
    [("a source here, none there, in the same sentence", manner.VOICE, manner.SAME_TEXT)],
    [("a person who is never named there", unnamed.NAME, unnamed.NEVER)],
    [("who is heard, in nobody's name", floor.SPEAKERS - floor.LESS, floor.SURE), ("first sentences", firsts.OPENING, firsts.SURE),
     ("another part of a speech", speech.SPEECH, speech.SURE), ("another description", persons.DESCRIBED, persons.SURE)],
    [("what a matter is called, by style", called.FAR["style"], called.SURE)],
    [("first here and late there", firsts.ORDER, firsts.SURE)],
    [("what two tell", untold.FAR, untold.SURE)],
    [("a person who is first named late here, never there", unnamed.NAME - unnamed.LATE, unnamed.NEVER)],
    [("headlines with all words in common", heads.HEADLINE, heads.SURE)],
    [("another noun", instead.ANOTHER_NOUN, instead.SURE), ("nouns described alike", alike.FAR, alike.SURE)],
    [("a name of style", naming.STYLE, naming.LISTED), ("a sentence of two", missing.TOLD_BY_TWO, missing.TWO)],
    [("nouns described alike anywhere", alike.FAR, alike.LESS_SURE)],
    [("words of style of one class", naming.STYLE, naming.SAME_FACT), ("other words with a noun", instead.OTHER_WORDS, instead.SURE)],
    [("another form of a name", persons.NAMED, persons.SURE)],
    [("a sentence of one, nothing added", missing.TOLD_BY_ONE, missing.ONE)],
]  # fmt: skip


def worth(rank):
    return {round(far * sure, 4) for _, far, sure in rank}


@pytest.mark.parametrize(("above", "below"), list(pairwise(RANKS)))
def test_what_leaves_accounts_further_apart_or_surely_stands_first(above, below):
    assert min(worth(above)) > max(worth(below)), (above, below)


def test_kinds_of_one_rank_take_turns():
    assert [rank for rank in RANKS if len(worth(rank)) > 1] == []


def test_how_far_and_how_sure_are_shares():
    named = [one for rank in RANKS for one in rank]
    assert [one for one in named if not (0 <= one[1] <= 1 and 0.5 < one[2] <= 1)] == []
