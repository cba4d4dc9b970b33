"""Discovered labels: two names of one thing, found without a list."""

import clock
import pandas as pd
import pytest
from samestory.annotate import content
from samestory.annotate.actors import actors
from samestory.annotate.labels import rules
from samestory.annotate.phrases import phrases
from samestory.compare import facts, framing
from samestory.compare.words import discover
from samestory.compare.words.discovery import rows, slots
from samestory.compare.words.discovery.actors import NAMED, _sure, description
from samestory.compare.words.discovery.proposals import LIKELY, gathered
from samestory.compare.words.discovery.words import Pair, Side, alike
from samestory.corpus import language

A = (
    "Ana Silva, a lawyer from Lisbon, founded the party. Prosecutors are investigating the harbour blast of Monday. "
    "The militants attacked the convoy near the border."
)
B = (
    "Ana Silva, a former union leader, founded the party. Prosecutors are investigating the harbour explosion of "
    "Monday. The gunmen attacked the convoy near the border."
)


def proposals(*texts):
    articles = pd.DataFrame(
        {"article_id": list("ab"), "outlet": ["A", "B"], "event": ["e", "e"], "text": texts, "published": [None, None]}
    )
    sentences, words, terms = language.sentences(articles), language.words(articles), content.terms(articles)
    aligned = facts.align(sentences, terms, articles, level="propose")
    edits = framing.edits(aligned, terms, words)
    return discover(actors(articles), phrases(articles), aligned, edits, articles)


@pytest.fixture(scope="module")
def found():
    return proposals(A, B)


@pytest.mark.parametrize(
    ("label", "other", "way"),
    [
        ("lawyer from Lisbon", "former union leader", "apposition"),
        ("militants", "gunmen", "same act"),
        ("harbour blast", "harbour explosion", "same place"),
    ],
)
def test_two_names_of_one_thing(found, label, other, way):
    row = found[found["label"].eq(label) & found["other_label"].eq(other)]
    assert len(row) == 1
    assert way in row["ways"].iloc[0]


def test_each_proposal_opens_its_evidence(found):
    texts = {"a": A, "b": B}
    first = found[found["label"].eq("militants")].iloc[0]
    assert {texts[a][start:end] for a, start, end in first["evidence"]} == {"The militants", "The gunmen"}
    assert found["rank"].tolist() == list(range(1, len(found) + 1))
    assert found["score"].is_monotonic_decreasing


def test_the_same_words_are_no_proposal():
    assert proposals(A, A).empty


BOTH = [
    ("Ana Silva, a union leader, spoke.", "Ana Silva, a lawyer from Lisbon, spoke.", True, "two descriptions"),
    ("Ana Silva: No time limit\n\nAna Silva spoke.", "Ana Silva, a lawyer from Lisbon, spoke.", False,
     "what a headline says of whom it names is no description"),
    ("Ana Silva, a union leader, spoke. The lawyer from Lisbon left.", "Ana Silva, a lawyer from Lisbon, spoke.", False,
     "one has the other's description, too"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "proposed", "why"), BOTH)
def test_what_both_say_is_no_choice_between_two(one, other, proposed, why):
    found = proposals(one, other)
    told = found[found["ways"].map(lambda ways: "apposition" in ways) & found["score"].ge(0.5)]
    assert len(told) == proposed, why


def test_proposals_become_rows_that_the_table_of_referents_accepts(found, tmp_path):
    file = tmp_path / "mine.csv"
    rows(found).to_csv(file, index=False)
    read = rules(str(file))
    assert {row.label for row in read.rows} >= {"militants", "gunmen"}
    assert rows(found.iloc[:0]).empty


@pytest.mark.parametrize(
    ("a", "b", "proposed", "why"),
    [
        ("ceasefire", "war", False, "one ends the other"),
        ("truce", "ceasefire", True, "one class"),
        ("masked gunmen", "bandits", True, "of one of them no class is known"),
    ],
)
def test_words_of_two_classes_are_no_proposal(a, b, proposed, why):
    pair = Pair("a story", "same place", "", Side(a, "north", 0, 1), Side(b, "south", 0, 1), 0.9)
    assert bool(gathered([pair], {"north": "North", "south": "South"})) == proposed, why


NAMES = [
    (None, "a sniper", "militants of the north", False, "who attacked, who fights: two classes"),
    (None, "masked gunmen", "an attacker at large", True, "who attacked"),
    (None, "a ceasefire", "the war", False, "they stand in one place, and are no names for one thing"),
    ("Ada Lund", "party leader", "former teacher", True, "two descriptions of one person"),
    ("Ada Lund", "party leader", "Ada Lund", False, "the name is no choice"),
]


@pytest.mark.parametrize(("referent", "label", "other", "proposed", "why"), NAMES)
def test_only_names_for_one_thing_are_proposed_for_the_table(referent, label, other, proposed, why):
    pair = {"referent": [referent], "label": [label], "other_label": [other], "ways": [["same place"]]}
    assert len(rows(pd.DataFrame(pair | {"score": [LIKELY]}))) == 2 * proposed, why
    assert rows(pd.DataFrame(pair | {"score": [LIKELY - 0.01]})).empty, "rather not one"


@pytest.mark.parametrize(
    ("descriptor", "label", "why"),
    [
        (", a Democrat from North Carolina, who was elected", "Democrat from North Carolina", "up to the comma"),
        ("Mr.", "", "a courtesy title is house style"),
        (", 46,", "", "an age is no label"),
        ("the embattled governor", "embattled governor", "without article"),
        ("the gunman's older sister", "", "somebody's sister is called so for whose sister she is"),
        (", the nation", "", "no person"),
        ("agency Director Gen.", "agency Director Gen.", "a title in short keeps its point"),
        ("Lisbon official.", "Lisbon official", "the end of a sentence"),
        ("who demanded a vote", "", "a clause says what somebody did, not what he is called"),
    ],
)
def test_descriptions(descriptor, label, why):
    assert description(descriptor) == label, why


@pytest.mark.parametrize(
    ("a", "b", "same", "why"),
    [
        ("Rep.", "Representative", True, "an abbreviation"),
        ("chairman", "the party chairman", True, "one is part of the other"),
        ("militants", "gunmen", False, "other words"),
    ],
)
def test_alike(a, b, same, why):
    assert alike(a, b) is same, why


def test_acts_are_looked_for_only_in_articles_that_are_compared():
    """Two articles in a collection of many others take the time of two: the acts of the others are compared to none."""
    parsed = phrases(pd.DataFrame({"article_id": ["a", "b"], "text": [A, B]}))
    others = pd.concat([parsed.assign(article_id=f"o{n}") for n in range(400)])
    pair = pd.DataFrame({"article_a": ["a"], "article_b": ["b"], "story": ["e"]})

    def acts(rows):
        return [(found.way, found.a.label, found.b.label) for found in slots.acts(rows, pair)]

    assert acts(parsed) == acts(pd.concat([parsed, others])) != []
    assert clock.seconds(lambda: acts(pd.concat([parsed, others]))) < 10 * clock.seconds(lambda: acts(parsed))


def phrase(text, start, *, role="subject", governor="attack", head=None):
    return {"article_id": "a", "start": start, "end": start + len(text), "text": text, "head": head or text.split()[-1],
            "role": role, "governor": governor, "preposition": None, "name": None}  # fmt: skip


def one(**row):
    return next(pd.DataFrame([phrase("the men", 0) | row]).itertuples())


def test_how_sure_each_way_to_two_names_is():
    """What is offered for the table (LIKELY) is rather one thing than not; in two stories a bare name is enough for that."""
    bare = NAMED
    offices, telling, both = (
        _sure("mayor", "pilot"),
        _sure("mayor", "retired pilot"),
        _sure("union leader", "retired pilot"),
    )
    light, same, swapped = (
        slots._fit(one(governor="have"), one(governor="have"), False),
        slots._fit(one(), one(), False),
        slots._fit(one(), one(governor="hit"), True),
    )
    assert bare < offices < light < LIKELY < slots.ACT < telling == swapped < both < same <= 1
    sides = [Side(word, name, 0, 1) for word, name in (("the union leader", "a"), ("Ada Lind", "b"))]
    pairs = [Pair(story, "apposition", "Ada Lind", *sides, bare) for story in ("one", "other")]
    assert gathered(pairs, {"a": "North", "b": "South"})[0][-2] > LIKELY


@pytest.mark.parametrize(("between", "deeds"), [(79, 2), (80, 0)])
def test_subject_and_object_of_an_act_stand_near_each_other(between, deeds):
    told = pd.DataFrame([phrase("the men", 0), phrase("the town", 7 + between, role="object")])
    assert len(list(slots._acts(list(told.itertuples())))) == deeds


@pytest.mark.parametrize(("before", "beside"), [(4, True), (5, False)])
def test_a_few_phrases_around_an_act_are_its_surroundings(before, beside):
    others = [phrase("a w" + chr(97 + k) * 4, 10 * k, role="oblique") for k in range(before - 1)]
    told = [
        phrase("the mill", 0, role="oblique"),
        *others,
        phrase("the men", 90),
        phrase("the town", 100, role="object"),
    ]
    found = list(slots._acts(list(pd.DataFrame(told).itertuples())))
    assert len(found) == 2 and all(("mill" in around) == beside for *_, around in found)


def test_a_long_description_is_no_label():
    nine = "retired pilot of the old ferry line of Osk"
    assert description(f"a {nine}") == nine and description(f"a {nine} harbour") == ""
