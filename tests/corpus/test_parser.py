"""The parse: offsets and sentences are the text's own, blank lines change nothing, the shipped pipeline is small."""

import clock
import pytest
from samestory.corpus import language, parser
from samestory.corpus.parser import load, parse, parse_all

TEXT = "“Enough,” she said.\n\nThe  21-month-old war\nhas killed 57,523 people, the U.S.-led talks’ host said. It isn’t over.\n"


def relations(text: str) -> list[tuple[str, str, str, str]]:
    return [(t.text, t.tag_, t.dep_, t.head.text) for t in parse(text) if not t.is_space]


def test_tokens_hold_their_text():
    assert all(TEXT[token.idx : token.idx + len(token)] == token.text for token in parse(TEXT))
    assert parse(TEXT).text == TEXT


def test_sentences_are_those_of_the_text():
    found = [(s[0].idx, s.text.strip()) for s in parse(TEXT).sents]
    assert found == [(start, TEXT[start:end]) for start, end in language.sentence_spans(TEXT)]


def test_blank_lines_and_doubled_spaces_change_no_parse():
    spaced = "The  town was\n shelled.  It burned.\n\n\n They fled.\n\n"
    assert relations(spaced) == relations("The town was shelled. It burned.\n\nThey fled.")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\n\nOne."])
def test_a_text_of_almost_nothing(text):
    assert parse(text).text == text


@pytest.mark.parametrize("text", ["a" * 3_000, "“‘" * 2_000 + " said.", "He left. " + "7" * 1_200 + " died, he said."])
def test_a_stretch_without_blanks_keeps_its_text_in_tokens_of_bounded_length(text):
    assert parse(text).text == text
    assert max(map(len, parse(text))) <= parser.STRETCH


TOKENS = [
    ("a 21-month-old war", ["a", "21", "-", "month", "-", "old", "war"]),
    ("Israel’s US-backed plan", ["Israel", "’s", "US", "-", "backed", "plan"]),
    ("it isn’t re-elected", ["it", "is", "n’t", "re-elected"]),
    ("at 6:30pm", ["at", "6:30", "pm"]),
]


@pytest.mark.parametrize(("text", "tokens"), TOKENS)
def test_tokens_are_those_of_the_treebanks(text, tokens):
    assert [token.text for token in parse(text)] == tokens


LEMMAS = [
    ("They shelled it.", "shell"),
    ("They bombarded it.", "bombard"),
    ("They fled.", "flee"),
    ("They were taken.", "take"),
]


@pytest.mark.parametrize(("text", "lemma"), LEMMAS)
def test_lemmas_of_verbs(text, lemma):
    assert lemma in [token.lemma_ for token in parse(text)]


def test_a_parse_is_remembered_and_the_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(parser, "REMEMBERED", 3)
    first = parse("One spoke.")
    assert parse("One spoke.") is first
    parse_all([f"Number {n} spoke." for n in range(5)])
    assert len(parser._memory) == 3
    assert ("", "Number 4 spoke.") in parser._memory


def test_a_pipeline_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="en_no_such_pipeline"):
        parse("One.", "en_no_such_pipeline")


def test_the_shipped_pipeline_is_small_and_loads_quickly():
    folder = parser.SHIPPED
    assert sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) <= 20_000_000
    load("")  # the first load of a process also imports spaCy

    def anew():
        load.cache_clear()
        load("")

    assert clock.seconds(anew) < 1.0
