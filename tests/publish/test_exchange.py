"""Spans out to a tool and back: the same places, whatever the tool did to the letters; else a sentence that refuses."""

import json
import unicodedata

import pandas as pd
import pytest
from samestory.publish import exchange

TEXTS = {
    "000_a": "🙂 Zoë said: “It’s war.” 👩🏽‍⚕️ helped.",
    "001_b": "Cafe\u0301 owners — re\u0301sume\u0301s in hand — spoke of נֶגֶב.\n\nWar came.",  # composed nowhere
}
ARTICLES = pd.DataFrame({"article_id": list(TEXTS), "text": list(TEXTS.values())})
WORDS = [("000_a", "🙂"), ("000_a", "“It’s war.”"), ("000_a", "helped"), ("001_b", "Cafe\u0301"),
         ("001_b", "re\u0301sume\u0301s"), ("001_b", "נֶגֶב"), ("001_b", "War")]  # fmt: skip


def spans():
    rows = [(name, TEXTS[name].index(word), TEXTS[name].index(word) + len(word), word) for name, word in WORDS]
    return pd.DataFrame(rows, columns=["article_id", "start", "end", "text"]).assign(form="direct")


SPAN = ["article_id", "start", "end", "text"]
NAMES = ["quotes.doccano.jsonl", "quotes.jsonld", "quotes.xlsx", "quotes.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_what_goes_out_comes_back_in_the_same_places(tmp_path, name):
    exchange.write(spans(), ARTICLES, "quotes", tmp_path / name)
    back = exchange.read(tmp_path / name, ARTICLES, coder="Ann")
    pd.testing.assert_frame_equal(back[SPAN], spans()[SPAN], check_dtype=False)
    assert set(back["label"]) == {"direct"} and set(back["coder"]) == {"Ann"}


def test_who_coded_is_the_file_where_nobody_says(tmp_path):
    exchange.write(spans(), ARTICLES, "quotes", tmp_path / "bo.doccano.jsonl")
    assert set(exchange.read(tmp_path / "bo.doccano.jsonl", ARTICLES)["coder"]) == {"bo"}


def test_doccano_counts_characters_and_has_each_article_once(tmp_path):
    lines = [json.loads(line) for line in exchange.doccano(spans(), ARTICLES, "quotes").splitlines()]
    assert [line["article_id"] for line in lines] == list(TEXTS)
    assert lines[0]["label"][0] == [0, 1, "direct"], "an emoji is one character"


def returned(change):
    """What doccano hands back, after `change` of each line; without our id, as older versions do."""
    lines = [json.loads(line) for line in exchange.doccano(spans(), ARTICLES, "quotes").splitlines()]
    return "".join(json.dumps(change(line)) + "\n" for line in lines)


def composed(line):
    """The line as a tool that composes letters (NFC) hands it back, its offsets those of the composed text."""
    text = line["text"]
    moved = [[len(unicodedata.normalize("NFC", text[:place])) for place in (a, b)] for a, b, _ in line["label"]]
    label = [[a, b, "direct"] for a, b in moved]
    return {"id": 7, "text": unicodedata.normalize("NFC", text), "label": label}


def test_letters_composed_anew_are_the_same_words(tmp_path):
    (tmp_path / "x.jsonl").write_text(returned(composed), encoding="utf-8")
    assert exchange.read(tmp_path / "x.jsonl", ARTICLES)["text"].tolist() == [word for _, word in WORDS]


def test_a_text_that_was_edited_is_refused(tmp_path):
    (tmp_path / "x.jsonl").write_text(returned(lambda line: line | {"text": line["text"] + "!"}), encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.jsonl, line 1: its text is that of no article"):
        exchange.read(tmp_path / "x.jsonl", ARTICLES)


def annotated(selector, article="000_a"):
    source = "urn:samestory:article:" + article
    body = [{"type": "TextualBody", "value": "claim"}]
    return json.dumps([{"body": body, "creator": "Bo", "target": {"source": source, "selector": selector}}])


QUOTE = {"type": "TextQuoteSelector", "exact": "helped"}
AT = TEXTS["000_a"].index("helped")
UNITS = len(TEXTS["000_a"][:AT].encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("selector", "why"),
    [
        ([{"type": "TextPositionSelector", "start": AT, "end": AT + 6}, QUOTE], "characters, as the standard says"),
        (
            [{"type": "TextPositionSelector", "start": UNITS, "end": UNITS + 6}, QUOTE],
            "UTF-16 units, as JavaScript counts",
        ),
        ([{"type": "TextPositionSelector", "start": 3, "end": 9}, QUOTE], "a wrong place: the words decide"),
        (QUOTE, "words alone"),
        ({"type": "TextPositionSelector", "start": AT, "end": AT + 6}, "a place alone"),
    ],
)
def test_a_web_annotation_is_found_by_its_words(tmp_path, selector, why):
    (tmp_path / "x.jsonld").write_text(annotated(selector), encoding="utf-8")
    (row,) = exchange.read(tmp_path / "x.jsonld", ARTICLES).itertuples()
    assert (row.start, row.text, row.label, row.coder) == (AT, "helped", "claim", "Bo"), why


@pytest.mark.parametrize(
    ("selector", "why"),
    [(QUOTE | {"exact": "never"}, "not there"), (QUOTE | {"exact": "e"}, "there more than once: which is meant?")],
)
def test_what_stands_nowhere_or_twice_is_refused(tmp_path, selector, why):
    (tmp_path / "x.jsonld").write_text(annotated(selector), encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.jsonld, annotation 1: its words do not stand in article '000_a'"):
        exchange.read(tmp_path / "x.jsonld", ARTICLES)


def test_a_cell_that_was_changed_is_named_by_its_row(tmp_path):
    exchange.write(spans(), ARTICLES, "quotes", tmp_path / "q.csv")
    changed = (tmp_path / "q.csv").read_text(encoding="utf-8-sig").replace("helped", "hindered")
    (tmp_path / "q.csv").write_text(changed, encoding="utf-8")
    with pytest.raises(ValueError, match=r"q\.csv, row 4: the article has 'helped' there, not 'hindered'"):
        exchange.read(tmp_path / "q.csv", ARTICLES)


def test_an_annotation_is_found_again_by_some_letters_around_it():
    told = exchange._annotation(1, "a", f"{'x' * 99}mill{'y' * 99}", 99, 103, "place")
    assert f"'{'x' * 32}'" in str(told) and f"'{'y' * 32}'" in str(told)
