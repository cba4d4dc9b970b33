"""Paragraphs, sentences and words of texts with known boundaries."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samestory.corpus import language

SENTENCES = [
    ("Mr. Lee met Sen. Jo Day, R-S.C., on Sept. 11. He left.", ["Mr. Lee met Sen. Jo Day, R-S.C., on Sept. 11.", "He left."], "abbreviations"),
    ("He lives in the U.S. The house is old.", ["He lives in the U.S.", "The house is old."], "an abbreviation that ends a sentence"),
    ("The U.S. Army left.", ["The U.S. Army left."], "and one that does not"),
    ("“Stop!” he said. She went.", ["“Stop!” he said.", "She went."], "a quotation does not break its sentence"),
    ("“I agree. Let us go,” he said.", ["“I agree.", "Let us go,” he said."], "sentences inside a quotation"),
    ("It was No. 5 on the list.", ["It was No. 5 on the list."], "No. and its number"),
    ("He said no. Then he left.", ["He said no.", "Then he left."], "no, the word"),
    ("Wait... what? Yes.", ["Wait... what?", "Yes."], "an ellipsis"),
    ("J. K. Lee spoke at 5 p.m. The hall was full.", ["J. K. Lee spoke at 5 p.m.", "The hall was full."], "initials and hours"),
    ("She left.\n\nThe sticking point\n\nHe stayed.", ["She left.", "The sticking point", "He stayed."], "a crosshead stands alone"),
    ("He said: “It is over.” Then he left.", ["He said: “It is over.”", "Then he left."], "closing marks stay with their sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "why"), SENTENCES)
def test_sentences(text, expected, why):
    assert [text[a:b] for a, b in language.sentence_spans(text)] == expected, why


@pytest.mark.parametrize("text", ["and the army said that people " * 300, "a-" * 3_000, "? " * 3_000, "(a b " * 2_000])
def test_no_sentence_is_longer_than_1500_characters_and_no_word_is_lost(text):
    found = language.sentence_spans(text)
    assert max(end - start for start, end in found) <= language.LONGEST
    assert "".join(text[start:end] for start, end in found).replace(" ", "") == text.replace(" ", "")


PARAGRAPHS = [
    ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."], "blank lines"),
    ("One.\nTwo.", ["One.", "Two."], "single breaks where there are no blank lines"),
    ("One\nstill one.\n\nTwo.", ["One\nstill one.", "Two."], "hard-wrapped lines between blank ones"),
    ("One.\r\n\r\nTwo.", ["One.", "Two."], "Windows line ends"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PARAGRAPHS)
def test_paragraphs(text, expected, why):
    assert [text[a:b] for a, b in language.paragraph_spans(text)] == expected, why


WORDS = [
    ("Israel’s 21-month-old war", ["Israel", "21-month-old", "war"], "a possessive is no part of the word"),
    ("57,523 of 1.5 million", ["57,523", "of", "1.5", "million"], "numbers keep their points and commas"),
    ("They don't, U.S.-backed O'Neil", ["They", "don't", "U.S", "backed", "O'Neil"], "inner apostrophes"),
    ("снег 雪 $5 _x_", ["снег", "雪", "5", "x"], "any script; signs are no words"),
]


@pytest.mark.parametrize(("text", "expected", "why"), WORDS)
def test_words(text, expected, why):
    assert [text[a:b] for a, b in language.token_spans(text)] == expected, why


def test_the_seeds_have_14_and_18_paragraphs(seeds):
    assert [len(language.paragraph_spans(text)) for text in seeds["text"]] == [14, 18]


@given(st.text(max_size=300))
def test_spans_lie_in_the_text_in_order(text):
    for split in (language.paragraph_spans, language.sentence_spans, language.token_spans):
        edges = [edge for span in split(text) for edge in span]
        assert edges == sorted(edges) and all(0 <= edge <= len(text) for edge in edges)


def test_article_tables_are_span_tables(seeds):
    for table in (language.sentences(seeds), language.words(seeds)):
        assert list(table.columns[:4]) == ["article_id", "start", "end", "text"]
        texts = dict(zip(seeds["article_id"], seeds["text"], strict=True))
        assert all(texts[a][s:e] == t for a, s, e, t in table.iloc[:, :4].itertuples(index=False))


PARTED = [
    ("J. K. Voss and J.R.R. Reel wrote it. They sold it.", 2, "initials part nothing"),
    ("It rained in the U.S. The river rose.", 2, "an abbreviation may end a sentence"),
    ("He came (he was late. Very late.) and left. Then it rained.", 2, "a sentence inside brackets"),
    ("1. He says he is open to it.", 1, "the number of an item"),
    ("The war ended.The men went home.", 2, "two sentences run together"),
    ("She reads example.com daily, and Booking.Com too.", 1, "an address"),
    (
        "At least 12 people were\nkilled in a flood in the\nold town. More than 40\nare missing.",
        2,
        "lines of even width",
    ),
    ("Ardin\nBorland\nKeld", 3, "a list: no line goes on"),
]


@pytest.mark.parametrize(("text", "count", "why"), PARTED)
def test_sentences_as_they_are_read(text, count, why):
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    assert len(language.sentences(articles)) == count, why


def lines(*lengths):
    """Lines of so many letters, all but the first going on in small letters."""
    return "\n".join(("T" if not k else "t") + "x" * (n - 1) for k, n in enumerate(lengths))


@pytest.mark.parametrize(
    ("lengths", "width", "why"),
    [
        ((100, 100, 100, 40), 100, "lines of a column"),
        ((101, 101, 101, 40), 0, "lines so long are paragraphs"),
        ((80, 60, 61, 40), 80, "three quarters of the width are full"),
        ((80, 58, 59, 40), 0, "less is not"),
    ],
)
def test_lines_of_one_width_are_broken_paragraphs(lengths, width, why):
    assert language._wrapped_at(lines(*lengths)) == width, why


def test_a_sentence_has_an_end_at_last():
    found = language.sentence_spans("so it went on and " * 200)
    assert 1_300 < max(end - start for start, end in found) <= 1_500
