"""Counted words are exactly the words of the language room, and the counts those of a plain loop."""

import tracemalloc
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from samestory.corpus import counting, language


def small(text: str) -> list[str]:
    return [text[a:b].lower().replace("’", "'") for a, b in language.token_spans(text)]


@given(st.text(alphabet=st.sampled_from("abZé1٣ .,-—’'\"“”\n\t\u00a0/:€İß")))
def test_words_are_those_of_the_language_room(text):
    table = counting.frequencies([[text]], ngrams=[1])
    assert dict(zip(table["term"], table["count"], strict=True)) == dict(Counter(small(text)))


def test_frequencies_are_those_of_a_plain_loop(monkeypatch):
    """Many small batches give what one loop over all documents gives."""
    monkeypatch.setattr(counting, "WORDS_AT_ONCE", 10)
    rng = np.random.default_rng(1)
    documents = [[" ".join(rng.choice(list("abcdefgh"), 7)) + "." for _ in range(3)] for _ in range(50)]
    table = counting.frequencies(iter(documents), ngrams=(1, 2, 3)).set_index("term")
    count, spread = Counter(), Counter()
    for document in documents:
        lists = [small(sentence) for sentence in document]
        terms = [" ".join(words[k : k + n]) for words in lists for n in (1, 2, 3) for k in range(len(words) - n + 1)]
        count.update(terms)
        spread.update(set(terms))
    assert table["count"].to_dict() == dict(count)
    assert table["documents"].to_dict() == dict(spread)


def test_words_keep_their_sentence_and_article():
    articles = pd.DataFrame({"text": ["Israel’s army. It left.", "", "No."]})
    words = counting.words(articles)
    assert [words.vocabulary[k] for k in words.ids] == ["israel", "army", "it", "left", "no"]
    assert words.sentence.tolist() == [0, 0, 1, 1, 2] and words.article.tolist() == [0, 0, 0, 0, 2]


def test_lemmas_take_the_place_of_forms():
    words = counting.words(
        pd.DataFrame({"text": ["The hostages were held. They broke Israel’s cease-fire."]}), lemmas=True
    )
    found = [words.vocabulary[k] for k in words.ids]
    assert found == ["the", "hostage", "be", "hold", "they", "break", "israel", "cease-fire"]
    assert words.sentence.tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


def test_nothing_is_counted_as_nothing():
    assert counting.frequencies([]).empty
    assert counting.frequencies([["", "..."]]).empty


def test_ngrams_beyond_three_are_refused():
    with pytest.raises(ValueError, match="name some of 1, 2 and 3"):
        counting.frequencies([["a b c d"]], ngrams=(4,))


def test_memory_grows_with_the_vocabulary_and_not_with_the_text(monkeypatch):
    """Ten times the text with the same words takes hardly more."""
    monkeypatch.setattr(counting, "WORDS_AT_ONCE", 5_000)
    rng = np.random.default_rng(1)
    texts = [" ".join(rng.choice(["truce", "talks", "war", "aid", "Gaza"], 500)) for _ in range(30)]

    def peak(times: int) -> int:
        tracemalloc.start()
        counting.frequencies([text[:]] for _ in range(times) for text in texts)
        return (tracemalloc.get_traced_memory()[1], tracemalloc.stop())[0]

    peak(1)
    assert peak(10) < 1.2 * peak(1)
