"""How far annotators look around a word, and from which share of its uses on a noun means somebody."""

import re
from collections import Counter
from types import SimpleNamespace

import pytest
from samestory.annotate import cues, labels, reporting
from samestory.annotate.actors.names import IDEAS, _described, _is_idea, _kind, speaks
from samestory.annotate.actors.pronouns import Referent, _in_earlier, _is_person
from samestory.annotate.clauses import harm
from samestory.annotate.figures import acts, ages, context, surroundings
from samestory.annotate.figures import names as numbered
from samestory.annotate.figures.context import Context
from samestory.annotate.figures.numerals import Number
from samestory.annotate.quotes import candidates, find, handed, turns
from samestory.annotate.quotes.attributions import _same, is_sentence
from samestory.annotate.quotes.speakers import _class_of_noun
from samestory.corpus import parser
from spacy.tokens import Doc


def words_of(*words):
    return Doc(parser.load().vocab, words=words)


@pytest.fixture
def share(monkeypatch):
    """A function that makes every noun one of a person, a group or something thought in that share of its uses."""

    def uses(share, sense="person"):
        monkeypatch.setattr(reporting, "senses", lambda *_: ((sense, share),))

    return uses


NOUNS = [
    (reporting.mostly_person, "person", 0.6, 0.5, "in more than half of its uses"),
    (reporting.is_people, "group", 0.6, 0.5, "a group as well"),
    (speaks, "communication", 0.6, 0.5, "what is sent speaks for who sends it"),
    (_is_idea, min(IDEAS), 0.6, 0.5, "what is thought is nobody"),
    (lambda noun: _is_person(SimpleNamespace(lemma_=noun)), "person", 0.6, 0.5, "whom a pronoun may mean"),
]


@pytest.mark.parametrize(("asked", "sense", "enough", "few", "why"), NOUNS)
def test_a_noun_means_somebody_where_most_of_its_uses_do(share, asked, sense, enough, few, why):
    share(enough, sense)
    assert asked("pilot"), why
    share(few, sense)
    assert not asked("pilot"), why


def noun(text="lawsuit"):
    return SimpleNamespace(
        text=text, lemma_=text, lower_=text, pos_="NOUN", tag_="NN", is_upper=False, children=(), lefts=(), i=0
    )


@pytest.mark.parametrize(("of_persons", "held"), [(0.2, True), (0.15, False)])
def test_who_may_be_held_is_now_and_then_a_person(share, of_persons, held):
    share(of_persons)
    assert harm.is_someone(noun()) == harm._can_suffer(noun(), "kill") == held


@pytest.mark.parametrize(("thought", "harms"), [(0.5, True), (0.6, False)])
def test_what_is_mostly_thought_harms_nobody(share, monkeypatch, thought, harms):
    share(thought, "cognition")
    monkeypatch.setattr(reporting, "can_tell", lambda _: True)
    assert harm._can_harm(noun()) == harms


def person(who, *, speaks=False):
    return Referent(0, 1, who, True, None, 2, speaks)


@pytest.mark.parametrize(("between", "meant"), [(2, None), (3, "Ada Lind")])
def test_who_spoke_some_sentences_ago_may_speak_again(between, meant):
    """Ada is the subject, Bo spoke last: “she said” is open, until so many sentences lie between."""
    said = SimpleNamespace(dep_="nsubj", head=SimpleNamespace(lemma_="say"))
    before = [[person("Ada Lind")], *[[person("Ada Lind")]] * between, [person("Bo Ek", speaks=True)]]
    found = _in_earlier(said, before)
    assert (found and found.who) == meant


@pytest.mark.parametrize(("labels_", "kind"), [(1, "organisation"), (2, "person")])
def test_a_name_in_capitals_before_the_lines_of_a_transcript_is_a_speaker(labels_, kind):
    assert _kind(("LUNDQ",), Counter(label=labels_)) == kind


def test_a_role_before_a_name_is_of_a_dozen_words(monkeypatch):
    monkeypatch.setitem(_described.__globals__, "_describes", lambda _: True)
    monkeypatch.setitem(_described.__globals__, "_is_title_in_capitals", lambda _: False)
    doc = words_of("x", *[f"old{k}" for k in range(20)], "Lind")
    assert _described(doc, 21) == 21 - 12


@pytest.mark.parametrize(("between", "found"), [(12, True), (13, False)])
def test_what_was_told_ends_not_far_before_its_cue(between, found):
    doc = words_of("It", "rained", ",", *["so"] * between, "said")
    assert (candidates._closing(doc, len(doc) - 1, 0) is not None) == found


def label(*spoken):
    """Labels of turns as they are found: A and B for who speaks."""
    return [(who, k, k) for k, who in enumerate(spoken)]


@pytest.mark.parametrize(
    ("spoken", "are_turns", "why"),
    [
        ("ABAB", True, "four turns"),
        ("AABBA", True, "half of them follow another's"),
        ("AAABBA", False, "two of five do"),
        ("AAABBB", False, "one of five"),
    ],
)
def test_speakers_take_turns(spoken, are_turns, why):
    assert bool(turns._known(label(*spoken))) == are_turns, why


def talk(a, b):
    """The label of the asker where so many of the turns of A and of B, each as (questions, turns), are questions."""
    text, told = "", []
    for who, (asked, n) in (("A", a), ("B", b)):
        for k in range(n):
            said = "Why?" if k < asked else "So."
            told.append(turns.Turn(f"{who} Lind", len(text), 0, ((len(text), len(text) + len(said)),)))
            text += f"{said} "
    return turns.asker(told, text)


@pytest.mark.parametrize(
    ("a", "b", "asks", "why"),
    [
        ((2, 4), (1, 4), "A Lind", "half are questions, of the other's a quarter"),
        ((2, 5), (0, 5), None, "two of five are too few"),
        ((4, 4), (2, 5), None, "the other asks two of five, too"),
    ],
)
def test_who_asks_half_of_the_time_asks_and_who_seldom_asks_answers(a, b, asks, why):
    assert talk(a, b) == asks, why


def amid(before, after, word="Crisis"):
    return f"{before}{word}{after}", len(before), len(before) + len(word)


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        (amid("they met at the Harbour ", " Center and left"), True, "three of five longer words in capitals"),
        (amid("at Late Harbour ", " Center and left with"), False, "most: a headline set in capitals"),
        (amid("the " + "Harbour Crisis Center " * 2, f"{' Harbour' * 8} {'rain fell down there ' * 12}"), False, "all near it, small words far off"),
        (amid("many small words stood here Harbour Crisis Harbour Crisis ", " Harbour Crisis Harbour Crisis many small words stood here"), True, "small words near it"),
        (amid("it was a", " in town"), False, "no neighbour in capitals"),
        (amid("the old Constitutionally ", " in town here"), True, "a long word before it"),
        (amid(f"the old A{'a' * 30} ", " in town here"), False, "a word so long is none"),
    ],
)  # fmt: skip
def test_a_word_in_a_name_is_no_cue(text, name, why):
    assert cues._in_name(*text) == name, why


@pytest.mark.parametrize(
    ("text", "whole", "why"),
    [
        ("Osk met. Osk sang.\n\nIt rained. Osk left.", True, "named three times"),
        ("Osk met. Osk sang.\n\nIt rained. It left.", False, "twice"),
        (f"{'x ' * 280}Osk met. Osk sang.\n\nIt rained. Osk left.", True, "first in its opening"),
        (f"{'x ' * 320}Osk met. Osk sang.\n\nIt rained. Osk left.", False, "first after it"),
    ],
)
def test_an_article_is_about_what_it_names_often_and_early(text, whole, why):
    paragraphs = labels._paragraphs(text)
    assert (labels._reach(text, re.compile("Osk"), paragraphs, {}) == [(0, len(text))]) == whole, why


@pytest.mark.parametrize(
    ("text", "runs", "why"),
    [
        ("word " * 118 + "Word " * 150, True, "the first letters of a line are running text"),
        ("Word " * 50 + "word " * 70, True, "most of them are"),
        ("Word " * 80 + "word " * 120, False, "most are not, whatever follows"),
    ],
)
def test_the_manner_of_a_line_is_read_off_its_first_letters(text, runs, why):
    assert labels._runs(text, 0) == runs, why


NUMBER = Number(300, 302, "34", "numeral", 34.0, 34.0, "")


@pytest.mark.parametrize(
    ("letters", "in_line", "near"), [(50, True, True), (70, True, False), (100, True, False), (120, False, False)]
)
def test_how_far_around_a_number_its_words_are_looked_for(letters, in_line, near):
    text = " " * 300 + "34"
    text = text[: 300 - letters] + "osk" + text[303 - letters :]
    found = context.around(text, text, NUMBER)
    assert ("osk" in found.left, "osk" in found.before) == (in_line, near)


@pytest.mark.parametrize(("letters", "age"), [(40, True), (70, False)])
def test_a_number_is_the_age_of_the_name_right_before_it(letters, age):
    around = Context(f"A{'a' * letters}, ", ", said", [","], [","])
    assert bool(ages._appended(around)) == age


@pytest.mark.parametrize(("letters", "of_model"), [(12, True), (20, True), (40, False)])
def test_a_number_belongs_to_the_model_right_before_it(letters, of_model):
    around = Context(f"the 737 M{'a' * letters} ", " flew", [], [])
    assert numbered._after_model(Number(0, 1, "8", "numeral", 8.0, 8.0, ""), around) == of_model


@pytest.mark.parametrize(("letters", "near"), [(40, True), (75, False)])
def test_telling_words_stand_near_a_number(letters, near):
    text = f"hydrants {'x' * letters} 34 pumps came."
    at = text.index("34")
    row = {"start": at, "end": at + 2, "qualifier": None, "counted": None}
    assert bool(surroundings.beside(row, text, (0, len(text)), frozenset())["near"].count("hydrant")) == near


@pytest.mark.parametrize(("words", "block"), [(6, True), (5, False)])
def test_what_a_colon_hands_over_is_a_sentence(words, block):
    text = f"It {'was ' * (words - 2)}so."
    assert handed._is_block(text, (0, len(text))) == block


@pytest.mark.parametrize(("letters", "sure"), [(320, True), (330, False)])
def test_a_long_post_may_be_of_several(letters, sure):
    text = f"{'A' * letters} — Ana Moss (@moss) July 7, 2025"
    (post,) = handed._posts(text, [(0, len(text))], [])
    assert (post.source is not None) == sure


@pytest.mark.parametrize(("paragraphs", "given"), [(7, 8), (8, 1)])
def test_an_answer_goes_on_for_some_paragraphs(paragraphs, given):
    said = ["THE PRESIDENT: We did not decide it.", *["The pier is old now."] * paragraphs, "MR. LUND: Why not?"]
    text = "\n\n".join(said)
    starts = [m.span() for m in re.finditer(r"[^\n]+", text)]
    assert len([one for one in handed._answers(text, starts, []) if one[0] < text.index("MR.")]) == given


@pytest.mark.parametrize(("end", "same"), [(8, True), (7, False)])
def test_two_stretches_are_one_where_most_of_both_is(end, same):
    assert _same((0, 10), (0, end)) == same


@pytest.mark.parametrize(("words", "said"), [("so it was then now", True), ("so it was then", False)])
def test_more_than_a_phrase_in_marks_was_said(words, said):
    run = SimpleNamespace(inner_start=1, inner_end=1 + len(words), start=0, end=2 + len(words))
    assert is_sentence(f"“{words}”", run) == said


@pytest.mark.parametrize(("share_", "ends"), [(0.4, 1), (0.5, 3)])
def test_a_source_that_is_mostly_nobody_ends_at_its_comma(share, share_, ends):
    share(share_)
    doc = words_of("account", ",", "Lind")
    assert candidates._before_more(SimpleNamespace(lemma_="account", doc=doc, i=0, pos_="NOUN", children=()), 3) == ends


@pytest.mark.parametrize(("of_groups", "kind"), [(0.6, "collective"), (0.5, None)])
def test_a_source_is_a_body_where_most_uses_of_its_noun_are(share, monkeypatch, of_groups, kind):
    share(of_groups, "group")
    monkeypatch.setitem(_class_of_noun.__globals__, "_is_of_things", lambda _: False)
    assert _class_of_noun(noun("zorkers"), "zorker", "the zorkers") == kind


@pytest.mark.parametrize(("between", "dead"), [(6, True), (7, False)])
def test_those_counted_are_called_dead_near_their_number(between, dead):
    doc = words_of("captives", *["so"] * between, "dead")
    head = SimpleNamespace(i=0, doc=doc, sent=SimpleNamespace(start=0))
    assert acts._called_dead(head, None) == dead


NESTED = "“He told us ‘{}’ and then he left the room for good,” said Ada Lind."


@pytest.mark.parametrize(("inner", "relayed"), [("Go home now.", True), ("Go home.", False)])
def test_three_words_in_marks_within_marks_may_be_said(inner, relayed):
    assert any(row.get("relay") for row in find(NESTED.format(inner))) == relayed
