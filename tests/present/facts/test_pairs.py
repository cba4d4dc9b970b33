"""Differences as pairs: each side's words in their context, in one order, what is lacking said, nothing unescaped."""

import re

import pandas as pd
import pytest
from samestory.compare.facts.across import EVERY
from samestory.present.facts.pairs import WHOLE, pairs

TEXT = {
    "a": "The clinic said. Nine gunmen <b>fled</b> into the hills above the town of Osk at dawn.",
    "b": "Nine men fled.",
}
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"], "outlet": ["North", "South"], "text": list(TEXT.values()), "headline": ["Gunmen", "Men"],
        "event": "the town", "published": pd.Period("2031-05-04"),
    }
)  # fmt: skip
WORDS = {"sentence_start": 17, "sentence_end": len(TEXT["a"]), "paragraph": 1, "paragraphs": 1, "voice": "narrator"}


def told(kind, *sides, innocent="", articles=ARTICLES, **given):
    base = {
        "story": "the town",
        "difference": 1,
        "kind": kind,
        "subject": "those who fled",
        "source": None,
        "differs": "not told; looked for: boats, hills",
    }
    table = pd.DataFrame([base | WORDS | side | given for side in sides]).astype({"start": "Int64", "end": "Int64"})
    table["text"] = [
        None if pd.isna(s) else TEXT[a][s:e] for a, s, e in table[["article_id", "start", "end"]].to_numpy()
    ]
    finding = {"kind": "label", "sentence": "They differ.", "evidence": [("a", 17, 29)], "difference": 1}
    rows = [
        finding | {"innocent_explanation": innocent},
        finding | {"innocent_explanation": innocent, "sentence": "Too."},
    ]
    return pairs(pd.DataFrame(rows), table, articles).data


NORTH = {"group": "North", "article_id": "a", "start": 22, "end": 28}
SOUTH = {"group": "South", "article_id": "b", "start": 5, "end": 8, "sentence_start": 0, "sentence_end": 14}
NOTHING = {"group": "South", "article_id": "b", "start": None, "end": None}


def sides(html):
    return re.findall(r'<p class="who">(.*?)</p>', html)


def test_each_side_has_its_words_marked_in_context_and_escaped():
    html = told("naming", NORTH, SOUTH)
    assert "Nine <mark>gunmen</mark> &lt;b&gt;fled&lt;/b&gt;" in html
    assert "paragraph 1 of 1 · own words" in html and "<b>fled" not in html


def test_sides_stand_in_the_order_of_the_outlets_whoever_is_named_first():
    assert sides(told("naming", SOUTH, NORTH)) == sides(told("naming", NORTH, SOUTH))


@pytest.mark.parametrize(("kind", "lacking"), [("never named", "not by name"), ("left out", "not told")])
def test_what_is_lacking_is_said(kind, lacking):
    html = told(kind, NORTH, NOTHING)
    assert f"<i>{lacking}</i>" in html and "looked for: boats · hills" in html


def test_a_headline_is_shown_as_the_headline():
    html = told("headline", NORTH, SOUTH)
    assert ">Gunmen</p>" in html and ">Men</p>" in html


SEVERAL = ARTICLES.assign(event=["the town", "the war"])


def test_of_several_stories_the_day_and_the_news_are_said():
    html = told("never named", NORTH, SOUTH, articles=SEVERAL)
    assert "<small>never named · 4 May 2031 · Gunmen</small>" in html
    assert "<small>4 May 2031</small>" in told("headline", NORTH, SOUTH, articles=SEVERAL), "headlines tell the news"
    assert "<small>naming</small>" in told("naming", NORTH, SOUTH), "one story needs neither"


def test_days_stand_beside_the_sides_where_they_differ():
    days = [pd.Period("2031-05-04"), pd.Period("2031-05-05")]
    html = told("headline", NORTH, SOUTH, articles=SEVERAL.assign(published=days))
    assert "headline · 4 May 2031<" in html and "headline · 5 May 2031<" in html


def test_what_is_counted_across_a_collection_stands_with_its_counts():
    html = told("naming", NORTH, SOUTH, story=EVERY, differs="3 times, in 2 articles; 4 of 5 times, in 3 articles")
    assert "3 times, in 2 articles · own words" in html and "4 of 5 times, in 3 articles · own words" in html


def test_an_explanation_is_said_once():
    assert told("naming", NORTH, SOUTH, innocent="One is older.").count("One is older.") == 1


def test_a_whole_sentence_is_cut_and_not_marked():
    long = NORTH | {"start": 17, "end": len(TEXT["a"])}
    assert "<mark>Nine" not in told("left out", long, NOTHING).partition("<details")[0]
    assert WHOLE == 24, "two of them and a dozen differences stay within the words of a page"


@pytest.mark.parametrize(
    ("about", "shown"),
    [
        ({"credit": "AP"}, "headline · credits AP<"),
        ({"url": "https://north.example/opinion/2031/osk"}, "headline · opinion<"),
        ({"url": "https://north.example/2031/analysis/osk"}, "headline · analysis<"),
        ({"headline": "Analysis: Gunmen"}, "headline · analysis<"),
        ({"url": "https://north.example/2031/opinions-differ", "credit": "North Wire", "outlet": "North Wire"}, "headline<"),
    ],
)  # fmt: skip
def test_copy_of_an_agency_and_opinion_are_said_to_be_so(about, shown):
    first = {"url": None, "credit": None} | about
    articles = ARTICLES.assign(
        **{name: [value, ARTICLES[name][1] if name in ARTICLES else None] for name, value in first.items()}
    )
    north = NORTH | {"group": first.get("outlet", "North")}
    assert shown in told("headline", north, SOUTH, articles=articles)
