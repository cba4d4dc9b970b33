"""Differences as pairs: each side's words in their context, in one order, what is lacking said, nothing unescaped."""

import inspect
import re

import pandas as pd
import pytest
from samestory.compare.facts.across import EVERY
from samestory.present import show
from samestory.present.facts import words
from samestory.present.facts.pairs import ROOM, Card, _about, _by_story, _fitting, _in_context, _whose, pairs

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
ESSAYS = pd.DataFrame({"article_id": [], "writer": []}, dtype="object")
WORDS = {"sentence_start": 17, "sentence_end": len(TEXT["a"]), "paragraph": 1, "paragraphs": 1, "voice": "narrator"}


def told(kind, *sides, innocent="", articles=ARTICLES, essays=ESSAYS, **given):
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
    return pairs(pd.DataFrame(rows), table, articles, essays=essays).data


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
    assert "<strong>4 May 2031</strong></p>" in told("headline", NORTH, SOUTH, articles=SEVERAL), (
        "headlines tell the news"
    )
    assert "perhaps two turns of it" in told("turn", NORTH, SOUTH, articles=SEVERAL)
    assert "<small>naming</small>" in told("naming", NORTH, SOUTH), "one story needs neither"


def test_days_stand_beside_the_sides_where_they_differ():
    days = [pd.Period("2031-05-04"), pd.Period("2031-05-05")]
    html = told("headline", NORTH, SOUTH, articles=SEVERAL.assign(published=days))
    assert ">4 May 2031<" in html and ">5 May 2031<" in html


def test_what_is_counted_across_a_collection_stands_with_its_counts():
    html = told("naming", NORTH, SOUTH, story=EVERY, differs="3 times, in 2 articles; 4 of 5 times, in 3 articles")
    assert "3 times, in 2 articles · own words" in html and "4 of 5 times, in 3 articles · own words" in html


def test_an_explanation_is_said_once():
    assert told("naming", NORTH, SOUTH, innocent="One is older.").count("One is older.") == 1


def test_a_whole_sentence_is_cut_and_not_marked():
    long = NORTH | {"start": 17, "end": len(TEXT["a"])}
    assert "<mark>Nine" not in told("left out", long, NOTHING).partition("<details")[0]


@pytest.mark.parametrize(
    ("about", "shown"),
    [
        ({"credit": "AP"}, ">credits AP<"),
        ({"url": "https://north.example/opinion/2031/osk"}, ">opinion<"),
        ({"url": "https://north.example/2031/analysis/osk"}, ">analysis<"),
        ({"headline": "Analysis: Gunmen"}, ">analysis<"),
        ({"url": "https://north.example/2031/opinions-differ", "credit": "North Wire", "outlet": "North Wire"}, ">Gunmen</p></div>"),
    ],
)  # fmt: skip
def test_copy_of_an_agency_and_opinion_are_said_to_be_so(about, shown):
    first = {"url": None, "credit": None} | about
    articles = ARTICLES.assign(
        **{name: [value, ARTICLES[name][1] if name in ARTICLES else None] for name, value in first.items()}
    )
    north = NORTH | {"group": first.get("outlet", "North")}
    assert shown in told("headline", north, SOUTH, articles=articles)


def card(number, kind, story, words=10):
    told = [f"<p>{'word ' * words}</p>" if kind == "naming" else "<p>Gunmen flee</p>"]
    return Card(story, kind == "headline", f'<div class="difference" id="{number}">{told[0]}</div>')


CARDS = [
    card(1, "headline", "a"),
    card(2, "naming", "a"),
    card(3, "headline", "b"),
    card(4, "naming", "b", 30),
    card(5, "naming", "a"),
]


@pytest.mark.parametrize(
    ("most", "room", "shown", "why"),
    [
        (9, ROOM, [1, 2, 5, 3, 4], "all, those of a story together"),
        (9, 24, [1, 2, 5, 3], "what is too long is passed over"),
        (9, 14, [1, 2, 3], "and what there is no room left for"),
        (9, 13, [1, 3], "each story has its line before what differs in any"),
        (9, 5, [1, 3], "headlines fill what nothing else does"),
        (1, ROOM, [1, 2, 3], "what heads a story is not counted"),
        (9, 0, [1], "one at least"),
    ],
)
def test_as_many_cards_as_there_is_room_for(most, room, shown, why):
    html = _by_story(_fitting(CARDS, most, room))
    assert list(map(int, re.findall(r'id="(\d)"', html))) == shown, why
    assert html.count('class="story"') == len({1, 3} & set(shown)), "a block for each that is headed"


def test_a_page_has_room_for_twelve_hundred_words_of_them():
    """Page 4 of 90 real articles had 4,240 words to be seen without a bound; 4,000 are its budget."""
    cards = [card(k, "naming", "a", 100) for k in range(40)]
    shown = _fitting(cards, len(cards), ROOM)
    assert sum(show.seen(one.html) for one in shown) <= 1200 < sum(show.seen(one.html) for one in cards)
    assert inspect.signature(pairs).parameters["room"].default == ROOM


def test_below_the_headlines_of_a_story_neither_its_day_nor_its_news_is_said_again():
    row = pd.DataFrame([{"kind": "never named", "subject": "Osk", "article_id": "a", "story": "the town"}])
    html = _about(row, SEVERAL, headed=True)
    assert html == "<strong>Osk</strong> <small>never named</small>"


NINE = NORTH | {"start": 17, "end": 21}


def test_one_of_those_quoted_is_shown_a_group_the_others_named_and_others_said_to_be_there():
    named = NORTH | {"source": "Ada Lind"}, NINE | {"source": "Bo Ek"}, SOUTH | {"source": "Cleo Day"}
    html = told("speakers", *named, differs="quoted in one only; others at North")
    assert html.count("from Ada Lind; also Bo Ek; others") == html.count("from Cleo Day") > 0
    assert "from Bo Ek" not in html


def spelled(n, first="a"):
    return " ".join(f"{first}{letter}{letter}" for letter in "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"[:n])


def in_context(before, words, after, kind="naming", several=False):
    """A sentence with so many words before and after those of a side, as it is shown."""
    text = " ".join(filter(None, [spelled(before, "b"), spelled(words, "w"), spelled(after, "a")]))
    start = len(spelled(before)) + (before > 0)
    side = {"sentence_start": 0, "sentence_end": len(text), "start": start, "end": start + len(spelled(words)),
            "differs": "", "kind": kind, "several": several}  # fmt: skip
    return _in_context(side, text)


@pytest.mark.parametrize(
    ("before", "words", "after", "kind", "shown", "marked", "why"),
    [
        (20, 1, 20, "naming", 17, True, "eight words on either side"),
        (8, 1, 8, "naming", 17, True, "all of a short sentence"),
        (20, 24, 20, "naming", 40, True, "two dozen words in their context"),
        (20, 25, 20, "naming", 25, False, "more are a telling of their own"),
        (1, 7, 2, "naming", 10, True, "seven of ten words are a part"),
        (1, 9, 0, "naming", 9, False, "nine are the sentence"),
        (0, 40, 0, "naming", 28, False, "a long sentence is cut"),
        (0, 40, 0, "speakers", 40, False, "what is cut off of a quotation may be what differs"),
        (0, 50, 0, "speakers", 48, False, "a long one is cut"),
    ],
)
def test_how_much_of_a_sentence_stands_around_the_words_that_differ(before, words, after, kind, shown, marked, why):
    html = in_context(before, words, after, kind)
    assert len(re.findall(r"\b[abw][a-z]{2}\b", html)) == shown and ("<mark>" in html) == marked, why


@pytest.mark.parametrize(
    ("text", "quoted", "cut", "why"),
    [
        (spelled(24), 24, False, "two dozen words"),
        (spelled(25), 24, True, "one more"),
        (f"{spelled(13)}, {spelled(20, 'c')}", 13, True, "up to the end of a clause"),
        (f"{spelled(12)}, {spelled(20, 'c')}", 24, True, "which must not come too early"),
    ],
)
def test_a_quotation_ends_where_a_clause_does(text, quoted, cut, why):
    said = words.quoted(text)
    assert (len(said.rstrip("… ").split()), said.endswith("…")) == (quoted, cut), why


@pytest.mark.parametrize(("before", "first", "why"), [(18, 0, "the words are reached"), (19, 7, "they are not")])
def test_a_quotation_begins_near_enough_before_the_words_that_differ(before, first, why):
    text = f"{spelled(before)} gunmen fled."
    side = {"article_id": "a", "sentence_start": 0, "sentence_end": len(text), "start": text.index("gunmen")}
    shown = words.around(side, pd.DataFrame({"article_id": ["a"], "text": [text]}))
    assert shown == " ".join(text.split()[first:]), why


def test_an_essay_has_its_writer_s_own_words():
    """By name where it is known; what is quoted there is no less quoted."""
    for writer, whose in (("Ida Moss", "Ida Moss’s own words"), (None, "the writer’s own words")):
        html = told("naming", NORTH, essays=pd.DataFrame({"article_id": ["a"], "writer": [writer]}))
        assert whose in html
    essay = pd.DataFrame({"article_id": ["a"], "writer": ["Ida Moss"]})
    assert "own words" not in told("naming", NORTH, essays=essay, voice="quoted")


def test_a_title_that_says_the_kind_is_enough():
    row = pd.DataFrame([{"kind": "speech", "subject": "Osk", "article_id": "a", "story": "the town"}])
    assert _about(row, SEVERAL, headed=True) == "<strong>What each quotes of Osk</strong>"


@pytest.mark.parametrize(
    ("kind", "source", "whose"),
    [
        ("speech", "Ada Lind", ""),
        ("number", "Ada Lind", "from Ada Lind"),
        ("number", None, "own words"),
    ],
)
def test_whose_words_a_side_has_is_said_where_the_title_does_not(kind, source, whose):
    assert _whose({"kind": kind, "source": source, "voice": "narrator", "writer": None}) == whose
