"""What works on every span table."""

import pandas as pd
import pytest
from samestory.annotate import spans
from samestory.corpus import fold

TEXT = "She said the “peace” plan “would end the war” and that the war was over. War is war.\n\nA second paragraph."
ARTICLES = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [TEXT]})


def found(*words: str, columns: dict | None = None):
    """The span table of the first place of each word, or of the places given as (word, k-th)."""

    def find(text):
        for word in words:
            start = text.index(fold.plain(word))
            yield {"start": start, "end": start + len(word)}

    return spans.table(ARTICLES, find, columns or {}, overlap=True)


def quotes(*rows: tuple[str, str], source: str | None = "She") -> pd.DataFrame:
    table = found(*(text for text, _ in rows))
    return table.assign(form=table["text"].map(dict(rows)), source=source)


def test_a_span_table_holds_its_text_in_order():
    table = found("war", "She", "peace")
    assert list(table["text"]) == ["She", "peace", "war"]
    assert list(table.columns) == ["article_id", "start", "end", "text"]


def test_a_span_outside_its_text_is_refused():
    with pytest.raises(ValueError, match="does not hold"):
        spans.table(ARTICLES, lambda text: [{"start": 5, "end": 5000}], {})


def test_an_overlap_is_refused_where_the_kind_forbids_it():
    rows = [{"start": 0, "end": 5}, {"start": 3, "end": 8}]
    with pytest.raises(ValueError, match="overlaps another"):
        spans.table(ARTICLES, lambda text: rows, {})
    assert len(spans.table(ARTICLES, lambda text: rows, {}, overlap=True)) == 2


VOICES = [
    ("peace", "scare", "marks that attribute nothing"),
    ("would end", "quoted", "inside the marks of a mixed quotation"),
    ("the war was over", "attributed", "reported, outside any marks"),
    ("War is", "narrator", "nobody's words but the outlet's"),
]


@pytest.mark.parametrize(("words", "voice", "why"), VOICES)
def test_voice(words, voice, why):
    said = quotes(
        ("“peace”", "scare"), ("the “peace” plan “would end the war” and that the war was over", "mixed"),
    )  # fmt: skip
    assert list(spans.voice(found(words), said)) == [voice], why


ATTITUDES = [
    ("attitude", "She", "narrator", "what somebody wants is told in the narrator's words"),
    ("indirect", None, "narrator", "nobody says it"),
    ("indirect", "She", "attributed", "a statement is speech"),
]


@pytest.mark.parametrize(("form", "source", "voice", "why"), ATTITUDES)
def test_an_attitude_is_no_speech(form, source, voice, why):
    said = quotes(("the war was over", form), source=source)
    assert list(spans.voice(found("war was"), said)) == [voice], why


def test_voice_without_quotations_is_the_narrators():
    assert list(spans.voice(found("war"), quotes().assign(form=pd.Series(dtype="str")))) == ["narrator"]


def test_position_counts_paragraphs_and_sentences_from_one():
    place = spans.position(found("She", "War is", "second"), ARTICLES)
    assert list(place["paragraph"]) == [1, 1, 2] and set(place["paragraphs"]) == {2}
    assert list(place["sentence"]) == [1, 2, 3]
    assert place["share"].iloc[0] == 0 and place["share"].is_monotonic_increasing


def test_concordance_shows_the_words_around():
    row = spans.concordance(found("plan"), ARTICLES, width=9).iloc[0]
    assert row["left"].endswith("“peace” ") and row["right"].startswith(" “would")


CONTEXTS = [
    (3, "", "", "no word is that short"),
    (5, "", " four", "“three” would be cut"),
    (9, "three ", " four", "“five” would be cut"),
    (40, "one two three ", " four five six", "all there is"),
]


@pytest.mark.parametrize(("width", "left", "right", "why"), CONTEXTS)
def test_a_concordance_cuts_no_word(width, left, right, why):
    articles = pd.DataFrame({"article_id": ["a"], "text": ["one two three KEY four five six"]})
    key = pd.DataFrame({"article_id": ["a"], "start": [14], "end": [17], "text": ["KEY"]})
    line = spans.concordance(key, articles, width=width).iloc[0]
    assert (line["left"], line["right"]) == (left, right), why


def test_within_joins_what_lies_inside():
    inner, outer = found("peace", "War is"), found("the “peace” plan")
    assert spans.within(inner, outer).to_dict("list") == {"inner": [0], "outer": [0]}
