import pandas as pd
import pytest
from samestory.compare import facts
from samestory.compare.facts import alignment
from story_made_up import read, story

COLUMNS = [
    "story",
    "article_id",
    "start",
    "end",
    "other_id",
    "other_start",
    "other_end",
    "score",
    "level",
    "run",
    "shared",
]


def pairs(*rows):
    """Pairs of one-letter sentences, as `a1 b1 2.0`: article a, sentence 1, with article b, sentence 1."""
    made = []
    for one, other, score in (row.split() for row in rows):
        level = "show" if float(score) >= alignment.SHOW else "propose"
        (a, i), (b, j) = (one[0], int(one[1])), (other[0], int(other[1]))
        made.append(("s", a, i, i + 1, b, j, j + 1, float(score), level, 1, ""))
    return pd.DataFrame(made, columns=COLUMNS)


def groups(*rows):
    found = facts.facts(pairs(*rows))
    return [sorted(f"{row.article_id}{row.start}" for row in told.itertuples()) for _, told in found.groupby("fact")]


def test_pairs_join_to_a_fact_over_three_outlets():
    assert groups("a1 b1 2.0", "b1 c1 1.5", "a1 c1 0.8") == [["a1", "b1", "c1"]]


def test_what_only_may_tell_a_fact_is_not_shown_with_those_that_surely_do():
    assert groups("a1 b1 2.0", "b1 c1 1.5", "a1 c1 0.7") == [["a1", "b1"], ["b1", "c1"], ["a1", "c1"]]
    assert groups("a1 b1 0.9", "b1 c1 0.8", "a1 c1 0.4") == [["a1", "b1", "c1"]]


def test_unlike_sentences_are_not_chained_over_a_third():
    """b1 tells two facts; a1 and c1 have nothing in common, so there are two facts and not one."""
    assert groups("a1 b1 2.0", "b1 c1 1.5") == [["a1", "b1"], ["b1", "c1"]]


def test_a_second_sentence_of_one_article_joins_only_where_it_surely_tells_the_fact():
    assert groups("a1 b1 2.0", "a2 b1 1.5") == [["a1", "a2", "b1"]]
    assert groups("a1 b1 2.0", "a2 b1 0.9") == [["a1", "b1"], ["a2", "b1"]]


def test_a_fact_is_shown_where_its_founding_pair_is():
    found = facts.facts(pairs("a1 b1 2.0", "a2 b2 0.5"))
    assert found.drop_duplicates("fact")["level"].tolist() == ["show", "propose"]


def test_a_telling_says_where_it_stands_in_whose_voice_and_by_whom():
    told = "The shipyard fire killed nine welders and a guard from Osk"
    articles = story(f"{told}.", f"It was a long night.\n\n{told}, the fire brigade said.")
    tellings, _ = read(articles)
    one = tellings[tellings["fact"].eq(1)].set_index("group")
    assert one.loc["North", ["voice", "paragraph", "paragraphs"]].tolist() == ["narrator", 1, 6]
    assert one.loc["South", ["voice", "source", "paragraph"]].tolist() == ["attributed", "the fire brigade", 2]
    assert pd.isna(one.loc["North", "source"])


@pytest.mark.parametrize(
    ("given", "score", "kept", "why"),
    [
        (True, 2.0, True, "who brought the articles says that they are of one event"),
        (False, 2.0, False, "of two events on one topic what sentences share are its words"),
        (False, alignment.CERTAIN, True, "a long run of equal words is no chance"),
        (True, 0.3, False, "hardly alike"),
    ],
)
def test_only_what_articles_of_one_event_share_may_be_one_fact(given, score, kept, why):
    table = story("The yard sacked forty welders.", "A choir sang.", days=["2031-05-04", "2031-05-06"], filler=False)
    scores = pairs(f"n1 s1 {score}").assign(article_id="north", other_id="south")
    assert len(facts.proposed(scores, table.assign(event_by="given" if given else "found"))) == kept, why
