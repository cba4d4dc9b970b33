import math

import clock
import pandas as pd
import pytest
from samestory.annotate import content
from samestory.compare import facts
from samestory.compare.facts import alignment
from samestory.corpus import language

FILLER = (
    "Mayor Ada Lind met the council at noon in the old town hall.",
    "Rain is forecast for the Varna bridge in the coming week.",
    "A choir of forty pupils sang before the session opened.",
    "Bus drivers plan a strike if their pay does not rise.",
    "The museum bought a painting of the harbour in winter.",
    "Farmers fear a late frost could ruin the cherry harvest.",
    "The school that Mayor Ada Lind went to will teach Danish from autumn.",
    "A ferry captain who lives by the Varna bridge retired after thirty years.",
)


def articles(*texts, event="the bridge"):
    outlets = ["North", "South", "East"][: len(texts)]
    return pd.DataFrame(
        {"article_id": [name.lower() for name in outlets], "outlet": outlets, "event": event, "text": list(texts)}
    ).assign(published=pd.Period("2031-05-04", freq="D"))


def two(a, b):
    """Two articles that say `a` and `b`, between sentences about other things."""
    half = len(FILLER) // 2
    return articles(" ".join([a, *FILLER[:half]]), " ".join([*FILLER[half:], b]))


def level(a, b, table=None):
    """The level of the pair of `a` and `b`; None where it is not even proposed."""
    table = two(a, b) if table is None else table
    texts = dict(zip(table["article_id"], table["text"], strict=True))
    for pair in facts.pairs(language.sentences(table), content.terms(table), table).itertuples():
        said = texts[pair.article_id][pair.start : pair.end], texts[pair.other_id][pair.other_start : pair.other_end]
        if said == (a, b):
            return pair.level
    return None


SHOWN = [
    ("Engineers closed the Varna bridge after cracks appeared in a pillar.",
     "The Varna bridge was closed when engineers found cracks in one pillar.", "the same fact in other order"),
    ("“We will rebuild it before winter,” Mayor Ada Lind said.",
     "Lind promised: “We will rebuild it before winter.”", "quoted words in a row, of which three tell something, are certain"),
    ("The repairs will cost 41,300 crowns, according to the works office.",
     "According to the works office, repairs are to cost about 41,000 crowns.", "a figure and the same, rounded"),
    ("The blaze killed 40 people at the Varna shipyard, the fire brigade said.",
     "The fire brigade said the blaze at the Varna shipyard killed 60 people.", "a contradiction is what we look for"),
    ("The owners of the shipyard knew of the cracks in the pillar.",
     "The owners of the shipyard did not know of the cracks in the pillar.", "so is a denial"),
    ("The mayor of the town said that it would be a long time until then, and left.",
     "Nobody knew whether it would be a long time until then.", "eight equal words in a row, though none is rare"),
]  # fmt: skip
NOT_SHOWN = [
    ("She waved from the car.",
     "From the car that had brought her and two aides from the airport to a dinner with bankers, she waved at nobody.",
     "all of a short sentence inside a long one: both must be covered"),
    ("Mayor Ada Lind opened the Varna bridge in 2019.",
     "Mayor Ada Lind spoke on the Varna bridge about schools.", "a shared person and place are no shared fact"),
    ("The mayor said on Monday in a statement to reporters that she would comment next week.",
     "In a statement on Monday a spokesman told reporters that the strike begins next week.",
     "when and to whom something was said is not what was said"),
]  # fmt: skip
NOT_PROPOSED = [
    ("God help us.", "That is all for now.", "nothing shared"),
    ("An aide spoke on condition of anonymity because he was not authorized to brief the press.",
     "A clerk, speaking on condition of anonymity because she was not authorized to talk, said the bill would pass.",
     "stock lines tell no fact of the story"),
    ("Varna bridge closed", "Engineers closed the Varna bridge.", "a heading is no telling"),
    ("She lied.", "She lied to the council.", "two content words are no fact"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "why"), SHOWN)
def test_sentences_that_tell_one_fact_may_be_shown(a, b, why):
    assert level(a, b) == "show", why


@pytest.mark.parametrize(("a", "b", "why"), NOT_SHOWN)
def test_shared_words_are_not_a_shared_fact(a, b, why):
    assert level(a, b) != "show", why


@pytest.mark.parametrize(
    ("a", "b", "certain", "why"),
    [
        ("“We accept the outcome of this election,” Lind told a choir.",
         "“They call the outcome of this election rigged,” a baker wrote home.", False, "a set phrase in both quotations"),
        ("“We will rebuild the old bridge,” Lind told a choir.",
         "A baker heard her say “we will rebuild the old bridge” at home.", True, "three words of it tell something"),
    ],
)  # fmt: skip
def test_what_both_quote_is_certain_where_it_tells_something(a, b, certain, why):
    table = two(a, b)
    scores = facts.pairs(language.sentences(table), content.terms(table), table)["score"]
    assert (scores.max() == alignment.CERTAIN) == certain, why


@pytest.mark.parametrize(("a", "b", "why"), NOT_PROPOSED)
def test_what_tells_nothing_is_not_even_proposed(a, b, why):
    assert level(a, b) is None, why


def test_a_set_phrase_counts_once():
    """Three words that come together all over the story are one piece of evidence, not three."""
    phrase = "cessation of hostilities"
    spread = [f"Talks on a {phrase} in {town} went on." for town in ("Osk", "Lom", "Veld")]
    a, b = f"Envoys from Brin hope for a {phrase}.", f"The queen praised the {phrase} in a sermon."
    table = articles(" ".join([a, *spread, *FILLER[:3]]), " ".join([*FILLER[3:], *spread, b]))
    assert level(a, b, table) != "show"


def test_a_pair_carries_what_made_it_and_where_it_stands():
    a, b, _ = SHOWN[2]
    pair = facts.pairs(language.sentences(two(a, b)), content.terms(two(a, b)), two(a, b)).iloc[0]
    assert (pair["story"], pair["article_id"], pair["other_id"]) == ("the bridge", "north", "south")
    assert {"repairs", "41,300"} <= set(pair["shared"].split("; "))
    assert (pair["numbers"], bool(pair["negation"])) == ("same", False)


def test_differing_numbers_and_a_denial_cost_a_little_and_bar_nothing():
    same = "The blaze killed 40 people at the Varna shipyard, the fire brigade said."
    for other in (same.replace("40", "60"), same.replace("killed", "never killed")):
        table = two(same, other)
        found = alignment.scores(language.sentences(table), content.terms(table), table)
        assert 0 < found["score"].max() <= alignment.CERTAIN


def test_what_both_accounts_open_with_and_a_number_in_common_speak_for_one_fact():
    """Odds multiply: each feature counts as its weight says, whatever the others are."""
    found = dict.fromkeys(alignment.weights(), 0.0)
    del found["always"]
    plain = alignment.odds(found)
    for feature in ("evidence", "coverage", "run", "both first", "both early", "same number"):
        assert alignment.odds(found | {feature: 1.0}) > plain
    assert alignment.odds(found | {"one negated": 1.0}) < plain


def test_first_sentences_of_two_accounts_are_pairs_sooner_than_later_ones():
    a, b = "A fire broke out at the Osk shipyard on the west shore.", "Nine welders died in a shipyard fire in Osk."
    first, later = articles(f"{a} {' '.join(FILLER[:4])}", f"{b} {' '.join(FILLER[4:])}"), two(a, b)
    near = [alignment.scores(language.sentences(t), content.terms(t), t)["score"].max() for t in (first, later)]
    assert near[0] > 5 * near[1] > 0


def test_articles_of_different_events_tell_no_common_fact():
    same = f"{SHOWN[0][0]} {' '.join(FILLER)}"
    table = pd.concat([articles(same), articles("", same).iloc[1:].assign(event="the strike")], ignore_index=True)
    assert facts.pairs(language.sentences(table), content.terms(table), table).empty


def test_what_two_articles_share_is_found_in_time_that_grows_with_their_length():
    """Candidates come from an index: four times the text takes far less than sixteen times as long."""

    def seconds(n):
        told = [" ".join(f"The w{k}a of w{k}b met w{k % 7}c near w{k}d." for k in range(s, n + s)) for s in (0, n // 2)]
        table = articles(*told)
        sentences, terms = language.sentences(table), content.terms(table)
        return clock.seconds(lambda: alignment.scores(sentences, terms, table))

    assert seconds(800) < 10 * seconds(200)


def sentence(*terms, text="It rained.", place=0, article="a", numbers=()):
    return alignment.Sentence(
        article, 0, len(text), text, terms, {t: t for t in terms}, frozenset(numbers), False, place
    )


def features(odds):
    """Features of two sentences that make these odds, all but one of them 0."""
    known = alignment.weights()
    zero = dict.fromkeys(known.keys() - {"always"}, 0.0)
    return zero | {"evidence": (math.log(odds) - known["always"]) / known["evidence"]}


def scored(odds, run=1, shared="xyz", text=("It rained.", "It snowed.")):
    """The score and level of two sentences with these odds, that share so many terms and equal words in a row."""
    common = alignment.Common(tuple(shared), ("it",) * run, None, features(odds))
    a, b = (sentence(*shared, text=said, article=name) for said, name in zip(text, "ab", strict=True))
    return alignment._row("s", a, b, common)[7:9]


THREE = ("“We will never leave”", "“We will never go”")
FOUR = ("“We will never leave Osk”", "“We will never leave Brin”")
LEVELS = [
    (1.25, {}, "show", "rather one fact than not"),
    (1.05, {}, "propose", "hardly"),
    (0.4, {}, "propose", "it may be"),
    (0.3, {}, None, "it is rather not"),
    (0.1, {"run": 8}, "show", "eight equal words in a row are no chance"),
    (0.1, {"run": 7}, None, "seven may be a set phrase"),
    (0.4, {"text": FOUR}, "show", "four quoted words in a row are one quotation"),
    (0.4, {"text": THREE}, "propose", "three may be a set phrase"),
    (0.4, {"text": FOUR, "shared": "xy"}, "propose", "two of them tell something"),
    (0.3, {"text": FOUR}, None, "nothing else speaks for it"),
]


@pytest.mark.parametrize(("odds", "more", "level", "why"), LEVELS)
def test_which_odds_show_and_which_only_propose_one_fact(odds, more, level, why):
    assert scored(odds, **more)[1] == level, why


def test_from_some_odds_on_none_is_surer():
    assert scored(8.0)[0] < scored(10.0)[0] == scored(30.0)[0] == scored(0.1, run=8)[0]


def together(n, term="mill", of=0):
    """A story of n sentences of their own, of which some have one term in common."""
    return [sentence(*([term] if k < of else []), f"w{k}a", f"w{k}b", f"w{k}c") for k in range(n)]


@pytest.mark.parametrize(("sentences", "pairs"), [(12, 1), (13, 0)])
def test_a_word_of_many_sentences_makes_no_pair_by_itself(sentences, pairs):
    told = together(30, of=sentences)
    found = alignment._candidates(told[:1], told[1:2], alignment.Story(told))
    assert len(list(found)) == pairs


def test_a_rare_word_weighs_less_in_a_short_story():
    """From 24 sentences on it weighs the less the more there are; in fewer every word is rare."""
    once = [alignment.Story(together(n)).weights["w0a"] for n in (18, 24, 30)]
    assert once[0] < once[1] > once[2]


def test_circumstances_weigh_less_than_words_and_exact_numbers_more():
    assert 2 * alignment._worth("monday") < alignment._worth("mill") < 3 * alignment._worth("monday")
    assert alignment._worth("mill") < alignment._worth("4300") < 2 * alignment._worth("mill")
    assert alignment._worth("43") == alignment._worth("mill")


@pytest.mark.parametrize(("places", "early"), [((2, 2), 1.0), ((2, 3), 0.0), ((0, 9), 0.0)])
def test_both_accounts_open_with_their_first_three_sentences(places, early):
    one, other = (sentence("mill", "fire", "osk", place=place) for place in places)
    found = alignment._common(one, other, alignment.Story([one, other, *together(9)]))
    assert found.features["both early"] == early


@pytest.mark.parametrize(
    ("others", "having", "whole", "why"),
    [
        (7, 7, True, "seven articles tell nothing of what is common"),
        (8, 8, False, "eight do"),
        (99, 19, True, "a fifth of them has it"),
        (99, 29, False, "three in ten have it: it is of the topic"),
    ],
)
def test_a_word_of_many_articles_of_other_stories_weighs_less(others, having, whole, why):
    own = pd.DataFrame({"article_id": ["own"], "term": ["mill"]})
    rest = [(f"o{k}", "mill" if k < having else "rain") for k in range(others)]
    terms = pd.concat([own, pd.DataFrame(rest, columns=own.columns)])
    assert (alignment.Topic(terms).weight(["own"])("mill") == 1.0) == whole, why


@pytest.mark.parametrize(
    ("b", "certain", "why"),
    [("The 4 June fire at the Ada Lind Memorial School in Osk revived an old debate.", False,
      "where it was, and what that is called, may stand in any sentence on it"),
     ("Few knew that the mayor wrote a day after the session on the fire.", True, "eight words that tell something")],
)  # fmt: skip
def test_a_run_of_names_is_no_certain_fact(b, certain, why):
    a = "The mayor wrote a day after the session on the fire of 4 June at the Ada Lind Memorial School in Osk."
    a = a.replace("fire of 4 June", "4 June fire") if not certain else a
    table = two(a, b)
    read = alignment.read_sentences(language.sentences(table), content.terms(table))
    near = alignment.compared(facts.article_pairs(table), read, alignment.Topic(content.terms(table)))
    found = next(common for one, other, common in near if (one.text, other.text) == (a, b))
    assert len(found.run) >= alignment.RUN and alignment._tells_run(found, read["north"][0]) is certain, why
    assert found.numbers is None, "the day of a month is no figure"


@pytest.mark.parametrize(
    "rough,exact,rounded", [("57500", "57523", True), ("2010", "2011", False), ("400", "406", False)]
)
def test_rounded_numbers(rough, exact, rounded):
    assert alignment._rounded(rough, exact) is rounded


def test_a_name_that_the_whole_collection_has_makes_no_fact_of_two():
    a = "The Varna Act on Harbour and Renewal passed its first reading."
    b = "Fishermen reject the Varna Act on Harbour and Renewal."
    same = "The Varna Act on Harbour and Renewal passed its first reading on Monday."
    topic = [
        f"In week {k} the Varna Act on Harbour and Renewal was praised by {who}." for k, who in enumerate("ABCDEFGHIJ")
    ]
    others = pd.concat([articles(text, event=f"week {k}").assign(article_id=f"w{k}") for k, text in enumerate(topic)])

    def levels(*told):
        table = two(*told)
        return level(*told, table), level(*told, pd.concat([table, others], ignore_index=True))

    alone, among = levels(a, b)
    assert alone is not None and among is None, "only the collection tells what is of its topic"
    assert levels(a, same) == ("show", "show"), "what the sentences tell is not of the topic"


def test_a_title_in_quotation_marks_is_no_quotation():
    a = "The plan – dubbed the “Harbour Renewal and Care Act” – keeps the old pier."
    b = "“The Harbour Renewal and Care Act is a first test,” said the whip."
    topic = [f"The Harbour Renewal and Care Act was on the agenda of day {k}." for k in range(10)]
    others = pd.concat([articles(text, event=f"day {k}").assign(article_id=f"d{k}") for k, text in enumerate(topic)])
    assert level(a, b, pd.concat([two(a, b), others], ignore_index=True)) != "show"
