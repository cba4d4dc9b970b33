"""The same outlet under two spellings, the same article twice."""

import json

import numpy as np
import pandas as pd
import pytest
from samestory.collect import same

from .conftest import DELUGE, FLOOD


def report(first: int, last: int) -> str:
    return " ".join(f"In street {k} water rose by {k * 3} inches, and {k * 7} people left." for k in range(first, last))


LONG = report(10, 30)


def table(*rows):
    keys = ("outlet", "date", "text", "url")
    return "\n".join(json.dumps(dict(zip(keys, row, strict=False))) for row in rows)


TWICE = [
    (("A", "2025-07-07", FLOOD), ("A", "2025-07-09", FLOOD), "has the text of", "the same text in one outlet"),
    (("A", "2025-07-07", FLOOD, "https://a.ex/1?utm_source=x"), ("A", "2025-07-09", DELUGE, "https://www.a.ex/1/"),
     "has the address of", "the same address but for tracking"),
    (("A", "2025-07-07", FLOOD, "https://a.ex/amp/1"), ("A", "2025-07-09", DELUGE, "https://amp.a.ex/1/amp"),
     "has the address of", "the accelerated page of it"),
    (("A", "2025-07-07", LONG), ("A", "2025-07-08", f"{LONG} The mayor resigned on Tuesday night."),
     "is an earlier or later state of", "an update"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "says", "why"), TWICE, ids=[case[-1] for case in TWICE])
def test_of_one_article_the_latest_is_kept(read, first, second, says, why):
    articles, receipt = read({"a.jsonl": table(first, second, ("B", "2025-07-07", f"{DELUGE} And so on."))}, "a.jsonl")
    assert str(articles["published"][0]) == second[1] and len(articles) == 2, why
    assert receipt["reason"].tolist() == [f"line 1 {says} a.jsonl, line 2; the latest is kept"]


APART = [
    (("A", "2025-07-07", FLOOD), ("B", "2025-07-07", FLOOD), "two outlets with one agency's text"),
    (("A", "2025-07-07", FLOOD, "https://a.ex/?p=1"), ("A", "2025-07-07", DELUGE, "https://a.ex/?p=2"), "numbers"),
    (("A", "2025-07-07", FLOOD, "https://a.ex/"), ("A", "2025-07-07", DELUGE, "https://a.ex"), "a front page"),
    (("A", "2025-07-07", LONG), ("A", "2025-07-27", f"{LONG} It was three weeks ago."), "a story told again later"),
    (("A", "2025-07-07", LONG), ("A", "2025-07-07", f"{report(10, 20)} {report(50, 60)}"), "half of it in another"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "why"), APART, ids=[case[-1] for case in APART])
def test_what_is_not_one_article_stays(read, first, second, why):
    assert len(read({"a.jsonl": table(first, second)}, "a.jsonl")[0]) == 2, why


def test_outlets_that_differ_by_spelling_are_one_and_it_is_said(read):
    rows = [("The Ardin Times", "2025-07-07", FLOOD), ("ARDIN TIMES", "2025-07-07", DELUGE),
            ("The Ardin Times", "2025-07-08", f"{FLOOD} Now."), ("Ardin", "2025-07-08", f"{DELUGE} Now.")]  # fmt: skip
    articles, receipt = read({"a.jsonl": table(*rows)}, "a.jsonl")
    assert articles["outlet"].tolist() == ["The Ardin Times"] * 3 + ["Ardin"]
    assert receipt["assumed"].tolist() == ["line 2: outlet ARDIN TIMES taken for The Ardin Times"]


ADDRESSES = [
    ("https://www.a.ex/news/1", "http://a.ex/news/1/#top", True, "scheme, www, fragment"),
    ("https://a.ex/1?fbclid=z&id=4", "https://a.ex/1?id=4", True, "a click's number"),
    ("https://a.ex/1.amp.html", "https://a.ex/1.html", True, "the accelerated page"),
    ("https://a.ex/1?id=4", "https://a.ex/1?id=5", False, "another page"),
    ("https://a.ex/Amp-hour", "https://a.ex/hour", False, "a word that begins so"),
]


@pytest.mark.parametrize(("one", "other", "equal", "why"), ADDRESSES)
def test_addresses_are_compared_without_what_leads_to_one_page(one, other, equal, why):
    assert (same.address(one) == same.address(other)) is equal, why


def own(n, letter):
    return [f"{letter}{a}{b}" for a in "abcdefghijklmnop" for b in "abcdefghijklmnop"][:n]


def state(one, other, days=("2031-05-04", "2031-05-05")):
    """Whether two texts of an outlet are taken for two states of one article."""
    texts = [" ".join(one), " ".join(other)]
    published = [pd.Period(day, freq="D") for day in days]
    return bool(same._updates(pd.DataFrame({"outlet": "A", "text": texts, "published": published})))


@pytest.mark.parametrize(
    ("words", "shared", "update", "why"),
    [
        (200, 135, True, "two thirds of it"),
        (200, 115, False, "little more than half"),
        (60, 58, True, "sixty words are enough to tell"),
        (59, 57, False, "of fewer only equal texts are one"),
    ],
)
def test_an_update_has_most_of_the_text(words, shared, update, why):
    common = own(shared, "x")
    assert state([*common, *own(words - shared, "y")], [*common, *own(words - shared, "z")]) == update, why


@pytest.mark.parametrize(("day", "near"), [("2031-05-07", True), ("2031-05-08", False)])
def test_an_update_is_of_these_days(day, near):
    text = own(100, "x")
    assert state(text, [*text, "so"], ("2031-05-04", day)) == near


@pytest.mark.parametrize(("words", "runs"), [(4, 0), (5, 1)])
def test_five_words_in_a_row_are_a_run(words, runs):
    assert len(same._runs(" ".join(own(words, "x")))) == runs


@pytest.mark.parametrize(
    ("runs", "texts", "pairs", "why"),
    [
        ([8, 24, 40], 2, 1, "one run in eight is looked up"),
        ([4, 12, 20], 2, 0, "the others are not"),
        ([8, 24, 40], 20, 190, "in twenty articles"),
        ([8, 24, 40], 21, 0, "what more have is furniture"),
    ],
)
def test_by_which_runs_pairs_are_found(runs, texts, pairs, why):
    assert len(same._candidates({k: np.array(runs, np.uint64) for k in range(texts)})) == pairs, why
