import re

import pandas as pd
import pytest
from samestory.present import facts
from samestory.present.facts import findings, gate, innocent, views
from samestory.present.facts.kinds import left_out as left_out_kind
from samestory.present.facts.kinds import naming as naming_kind

COLUMNS = [
    "story", "difference", "kind", "fact", "subject", "group", "article_id", "start", "end", "text",
    "sentence_start", "sentence_end", "voice", "source", "paragraph", "paragraphs", "differs", "sure", "far",
]  # fmt: skip
NORTH = "A gunman fired on the ferry from the harbour roof. Ada Lind, a pilot, spoke of 40 dead welders."
SOUTH = "The suspect fired on the ferry at dawn. Nobody spoke of welders until the town had buried them all."


def articles(*, credit=None, days=("2031-05-04", "2031-05-04"), south=SOUTH):
    return pd.DataFrame(
        {
            "article_id": ["n", "s"], "outlet": ["North", "South"], "event": "the town", "event_by": "found", "credit": [credit, None],
            "published": [pd.Period(day) for day in days], "headline": ["Ferry attacked", "A dawn of fear"],
            "text": [NORTH, south],
        }
    )  # fmt: skip


def side(number, kind, group, words, *, far=1.0, sure=0.9, subject="who attacked", differs="another word", fact=1):
    text, article = (NORTH, "n") if group == "North" else (SOUTH, "s")
    start = text.index(words) if words else pd.NA
    sentence = next(
        (m.span() for m in re.finditer(r"[^.]+\.", text) if words and m.start() <= start < m.end()), (pd.NA,) * 2
    )
    end = start + len(words) if words else pd.NA
    return (
        "the town", number, kind, fact, subject, group, article, start, end, words, *sentence, "narrator", None, 1, 2,
        differs, sure, far,
    )  # fmt: skip


def table(*rows):
    whole = ["difference", "start", "end", "sentence_start", "sentence_end", "paragraph", "paragraphs", "fact"]
    return pd.DataFrame(rows, columns=COLUMNS).astype(dict.fromkeys(whole, "Int64"))


def naming(number=1, far=1.0):
    return [
        side(number, "naming", "North", "A gunman", far=far),
        side(number, "naming", "South", "The suspect", far=far),
    ]


def left_out(number=2, far=0.5):
    said = "Ada Lind, a pilot, spoke of 40 dead welders."
    told = side(
        number, "left out", "North", said, far=far, subject="pilot, 40", differs="not told; looked for: pilot, 40"
    )
    return [told, side(number, "left out", "South", None, far=far, subject="pilot, 40")]


def other_event(*groups):
    said = {
        "North": "A gunman fired on the ferry from the harbour roof.",
        "South": "The suspect fired on the ferry at dawn.",
    }
    return [side(3, "other event", group, said[group], subject="what is told", fact=pd.NA) for group in groups]


SENTENCES = [
    (other_event("North", "South"), "North and South tell of two events, or of two sides of one: North “A gunman fired on the "
     "ferry from the harbour roof”, South “The suspect fired on the ferry at dawn”. What one of them leaves out was not "
     "looked for."),
    (other_event("South"), "South tells of another event than North, or of another side of it: South “The suspect fired on the "
     "ferry at dawn”. What it leaves out was not looked for."),
    (naming(), "For the same thing: North “A gunman”, South “The suspect”, each in its own words."),
    (left_out(), "North: “Ada Lind, a pilot, spoke of 40 dead welders”. South: not told (looked for: pilot · 40)."),
    ([side(1, "number", "North", "40 dead", differs="contradictory: no number is both"),
      side(1, "number", "South", "them all")],
     "North: “Ada Lind, a pilot, spoke of 40 dead welders”. South: “Nobody spoke of welders until the town had buried them "
     "all”. Contradictory: no number is both."),
    ([side(1, "never named", "North", "Ada Lind", subject="Ada Lind", differs="never there; 4 times here"),
      side(1, "never named", "South", None, subject="Ada Lind")],
     "North names Ada Lind (“Ada Lind, a pilot, spoke of 40 dead welders”). South does not."),
    ([side(1, "headline", "North", "A gunman"), side(1, "headline", "South", "The suspect")],
     "The headlines: North “Ferry attacked”, South “A dawn of fear”."),
    ([side(1, "agency", "North", "A gunman fired"), side(1, "agency", "South", "buried them")],
     "North: “A gunman fired”. South: “buried them”. Who did it is said in the first only."),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "sentence"), SENTENCES)
def test_a_finding_is_one_sentence_for_both_sides(rows, sentence):
    found = facts.brief(table(*rows), articles())
    assert found["sentence"].tolist() == [sentence]


@pytest.mark.parametrize("rows", [rows for rows, _ in SENTENCES])
def test_what_stands_in_marks_stands_in_an_article_letter_by_letter(rows):
    sentences = " ".join(facts.brief(table(*rows), articles())["sentence"])
    marked = re.findall(r"“([^”]*)”", sentences)
    assert marked
    assert all(any(words in text for text in (NORTH, SOUTH, *articles()["headline"])) for words in marked)


def test_a_long_telling_is_cut_behind_whole_words_and_a_line_break_ends_it():
    long = " ".join(f"word{k}" for k in range(40))
    assert facts.quoted(long) == f"“{' '.join(long.split()[:24])}” …"
    assert facts.quoted("One line.\nAnother") == "“One line”"


def test_a_crawled_title_ends_where_its_headline_does():
    """What follows two spaces or an address is the page's, not the headline's; a small letter goes on with it."""
    sides = table(side(1, "headline", "North", "A gunman"), side(1, "headline", "South", "The suspect"))
    for north, south, shown in (
        ("Ferry attacked  Read Latest News http://x.example", "Fear | South", "North “Ferry attacked”, South “Fear”"),
        ("Ferry  attacked  ", "Fear  — and hope", "North “Ferry  attacked”, South “Fear  — and hope”"),
    ):
        told = articles().assign(headline=[north, south])
        assert facts.brief(sides, told)["sentence"].tolist() == [f"The headlines: {shown}."]


def test_where_nothing_stands_that_is_said():
    found = facts.brief(table(*naming(far=0.2)), articles())
    assert found["sentence"].tolist() == [
        "No difference sure enough to be said was found between the accounts of North and South; there may be some."
    ]


def test_furthest_apart_first_and_trivia_never():
    apart = table(*left_out(1, far=0.5), *naming(2, far=0.9), *naming(3, far=0.44))
    assert facts.ranked(apart).drop_duplicates("rank")["difference"].tolist() == [2, 1]


def test_every_kind_has_its_room():
    rows = [row for number in range(1, 9) for row in left_out(number, far=1.0)]
    for number, row in enumerate(rows):
        places = (pd.NA if pd.isna(place) else place + number for place in row[10:12])
        rows[number] = (*row[:10], *places, *row[12:16], f"not told; looked for: word{number // 2}", *row[17:])
    shown = facts.ranked(table(*rows, *naming(9, far=0.5)))
    assert shown.drop_duplicates("rank")["kind"].tolist() == ["left out", "left out", "naming"]


def test_what_was_looked_for_once_is_said_once():
    rows = [row for number in (1, 2) for row in left_out(number, far=1.0)]
    rows[2] = (*rows[2][:10], rows[2][10] + 9, rows[2][11] + 9, *rows[2][12:])
    assert facts.ranked(table(*rows)).drop_duplicates("rank")["difference"].tolist() == [1]


@pytest.mark.parametrize(
    ("options", "rows", "reason"),
    [
        ({"south": "Short."}, left_out(), "South’s article is 95 % shorter."),
        ({"days": ("2031-05-04", "2031-05-02")}, left_out(), "South’s article is older."),
        ({"days": ("2031-05-02", "2031-05-04")}, left_out(), ""),
        ({"credit": "AFP"}, naming(), "North credits AFP, whose wording it may be."),
        ({"credit": "AFP"}, left_out(), ""),
        ({"days": ("2031-05-02", "2031-05-04")}, naming(), ""),
        ({}, naming(), ""),
    ],
)  # fmt: skip
def test_one_innocent_explanation_that_fits_or_none(options, rows, reason):
    apart = table(*rows)
    found = facts.brief(apart, articles(**options))
    assert found["innocent_explanation"].tolist() == [reason]


def of_story(number, kind, story, far):
    rows = naming(number, far=far) if kind == "naming" else left_out(number, far=far)
    apart = {"sentence_start": number, "differs": f"not told; looked for: {number}"}
    return table(*rows).assign(story=story, kind=kind, **apart)


def test_of_several_stories_one_of_each_before_a_second_of_any_and_background_where_nothing_else_is():
    stories = [(1, "naming", "a", 1.0), (2, "naming", "a", 0.9), (3, "naming", "a", 0.8), (7, "naming", "a", 0.7),
               (4, "naming", "b", 0.5), (5, "left out", "c", 0.59), (6, "left out", "d", 0.6), (8, "never named", "b", 0.5)]  # fmt: skip
    shown = facts.ranked(pd.concat([of_story(*one) for one in stories], ignore_index=True))
    assert shown.drop_duplicates("rank")["difference"].tolist() == [1, 4, 6, 5, 2, 3]
    heads = of_story(9, "naming", "c", 0.5).assign(kind="headline")
    shown = facts.ranked(pd.concat([*(of_story(*one) for one in stories), heads], ignore_index=True))
    assert set(shown["difference"]) == {1, 4, 6, 2, 3, 9}, "headlines are something else"


def test_of_several_stories_a_kind_that_was_oftener_telling_stands_first():
    assert gate.telling("naming") > gate.telling("left out")
    both = pd.concat([of_story(1, "left out", "a", 0.9), of_story(2, "naming", "b", 0.6)], ignore_index=True)
    assert facts.ranked(both).drop_duplicates("rank")["difference"].tolist() == [2, 1]
    assert facts.ranked(both.assign(story="a")).drop_duplicates("rank")["difference"].tolist() == [1, 2]


def test_the_paragraph_above_a_brief_is_of_its_first_findings_in_their_words():
    rows = table(*naming(1, far=0.9), *left_out(2, far=0.5))
    brief = facts.brief(rows, articles())
    first, second = brief["sentence"]
    assert facts.differing(brief, rows, articles()) == f"{first} {second}"
    long = brief.assign(sentence=" ".join(["word"] * 61))
    assert facts.differing(long, rows, articles()) == (
        "The accounts differ most in the words for who attacked and what is told of pilot, 40."
    )
    third = pd.concat([articles(), articles().head(1).assign(article_id="e", outlet="East", event="the war")])
    said = facts.differing(long.head(1), rows, third)
    assert said == "The accounts differ most in the words for who attacked (North and South, 4 May 2031)."
    assert facts.differing(brief.head(0), rows, articles()) == ""


def test_what_was_telling_more_often_is_said_first_though_another_stands_before_it():
    rows = table(*naming(1, far=0.5), *left_out(2, far=0.9))
    brief = facts.brief(rows, articles())
    assert "A gunman" in brief["sentence"].iloc[1] and "Ada Lind" in brief["sentence"].iloc[0]
    assert facts.differing(brief, rows, articles()) == " ".join(brief["sentence"].iloc[::-1])
    long = brief.assign(sentence=[brief["sentence"].iloc[0], " ".join(["word"] * 61)])
    assert facts.differing(long, rows, articles()) == brief["sentence"].iloc[0], "where that is short"


@pytest.mark.parametrize(
    ("sizes", "said"), [((60, 1, 1), "A"), ((59, 1, 1), "AB"), ((61, 30, 30), "BC"), ((20, 20, 20), "ABC")]
)
def test_the_paragraph_above_a_brief_has_sixty_words_of_sentences(sizes, said):
    rows = table(*[row for n in range(1, 4) for row in naming(n, far=1 - n / 20)])
    told = pd.DataFrame(
        {"difference": range(1, 4), "sentence": [" ".join([c] * n) for c, n in zip("ABC", sizes, strict=True)]}
    )
    assert "".join(dict.fromkeys(facts.differing(told, rows, articles()).split())) == said


@pytest.mark.parametrize(
    ("events", "apart", "said"),
    [
        (["the town", "the war", "the sea"], (), " No two of these 3 articles were found to tell one story."),
        (["the town", "the town", "the sea"], (), " Of 2 stories 1 is told by more than one: “the town”."),
        (
            ["the town", "the town", "the sea"],
            {"the town"},
            " Of 2 stories 1 is told by more than one, but in articles that are hardly of one event.",
        ),
        (
            ["the town", "the town", "the sea", "the sea"],
            {"the town"},
            " Of 2 stories 2 are told by more than one, 1 of them in articles that are hardly of one event.",
        ),
        (["the town", "the town"], (), ""),
    ],
)
def test_of_several_stories_it_is_said_how_many_more_than_one_tells(events, apart, said):
    told = pd.DataFrame({"event": events, "outlet": ["North", "South", "North", "South"][: len(events)]})
    assert findings._stories(told, "outlet", apart) == said


def test_where_nothing_stands_that_is_the_finding():
    told = articles().assign(event=["the town", "the war"])
    assert facts.of_stories(table(*other_event("North", "South")), told)["sentence"].tolist() == [
        "No difference sure enough to be said was found between the accounts of North and South; there may be some. "
        "No two of these 2 articles were found to tell one story."
    ]


def test_a_brief_has_a_dozen_findings_at_most():
    rows = pd.concat([of_story(n, "naming", f"story {n}", 0.9) for n in range(1, 15)], ignore_index=True)
    assert facts.ranked(rows)["rank"].nunique() == 12


def test_of_several_stories_what_heads_an_account_stands_before_its_first_difference_beside_the_dozen():
    stories = [(1, "naming", "a", 1.0), (2, "naming", "a", 0.9), (3, "headline", "a", 0.5), (4, "naming", "b", 0.5),
               (5, "turn", "c", 0.5)]  # fmt: skip
    rows = pd.concat([of_story(*one) for one in stories], ignore_index=True)
    assert facts.ranked(rows, most=2).drop_duplicates("rank")["difference"].tolist() == [3, 1, 4, 5]
    assert facts.ranked(rows).drop_duplicates("rank")["difference"].tolist() == [3, 1, 4, 5, 2], "seconds at the end"
    alone = rows.assign(story="a")
    assert facts.ranked(alone).drop_duplicates("rank")["difference"].tolist()[0] == 1, "of one story as any other"


@pytest.mark.parametrize(
    ("second", "other", "order", "why"),
    [(0.9, 0.75, [1, 3, 2], "a second word is worth less than a first"), (1.0, 0.7, [1, 2, 3], "but not much less")],
)
def test_each_further_difference_of_a_kind_is_worth_a_little_less(second, other, order, why):
    rows = [of_story(1, "naming", "a", 1.0), of_story(2, "naming", "a", second), of_story(3, "left out", "a", other)]
    shown = facts.ranked(pd.concat(rows, ignore_index=True))
    assert shown.drop_duplicates("rank")["difference"].tolist() == order, why


def test_the_paragraph_above_a_brief_names_four_differences():
    rows = table(*[row for n in range(1, 6) for row in naming(n, far=1 - n / 20)])
    rows = rows.assign(subject="thing " + rows["difference"].astype("str"))
    told = pd.DataFrame({"difference": range(1, 6), "sentence": " ".join(["word"] * 61)})
    said = facts.differing(told, rows, articles())
    assert said.count("the words for thing") == 4 and "thing 4" in said and "thing 5" not in said


@pytest.mark.parametrize(("n", "said"), [(6, True), (7, False)])
def test_of_many_articles_it_is_not_said_what_kind_of_piece_each_is(n, said):
    told = pd.concat([articles().head(1)] * n, ignore_index=True)
    told = told.assign(outlet=[f"Paper {k}" for k in range(n)], article_id=[f"a{k}" for k in range(n)])
    told.loc[0, "headline"] = "Opinion: Ferry attacked"
    assert bool(findings._alike(told, "outlet")["innocent_explanation"]) == said


def worded(n):
    return pd.Series({"text": " ".join(["word"] * n), "headline": None, "published": None, "url": None})


@pytest.mark.parametrize(
    ("other", "mine", "shorter", "why"),
    [
        (74, 100, True, "a quarter shorter"),
        (76, 100, False, "less than that explains nothing"),
        (399, 600, True, "without room for one thing more"),
        (400, 600, False, "with room for it"),
    ],
)
def test_a_much_shorter_article_without_room_may_lack_something(other, mine, shorter, why):
    assert (innocent._why(worded(other), worded(mine))[0] == "shorter") == shorter, why


@pytest.mark.parametrize(("numbers", "alone"), [("3, 4 and 5", True), ("3, 4, 5 and 6", False)])
def test_a_sentence_of_many_figures_is_a_list(numbers, alone):
    assert left_out_kind._stands_alone("North", f"Welders left Osk in groups of {numbers}.") == alone


@pytest.mark.parametrize(("groups", "articles_said"), [(3, True), (4, False)])
def test_of_many_outlets_it_is_not_said_in_how_many_articles_each_has_a_word(groups, articles_said):
    counts = "; ".join(["9 times, in 6 articles"] * groups)
    sides = pd.DataFrame({"group": list("ABCD")[:groups], "text": "gunmen", "subject": "who", "differs": counts})
    assert ("in 6 articles" in naming_kind._across(sides)) == articles_said


ESSAYS = pd.DataFrame({"article_id": ["n"], "writer": ["Ida Moss"]})


def test_of_an_essay_the_words_are_its_writer_s_and_no_story_fills_the_page():
    plain = {"level": "show", "score": 6.0, "start": 0, "end": 9, "paragraph": 1, "paragraphs": 2, "source": None}
    rows = pd.DataFrame(
        [
            {**plain, "story": story, "fact": fact, "group": group, "article_id": article, "voice": "narrator"}
            for fact, story in enumerate(["the town", "the town", "the town", "the war"])
            for group, article in (("North", "n"), ("South", "s"))
        ]
    )
    assert views._by_turns(rows)["fact"].drop_duplicates().tolist() == [0, 1, 3, 2]
    html = views.side_by_side(rows, articles(), essays=ESSAYS, limit=1).data
    assert "Ida Moss’s own words" in html and html.count("own words") == 2


@pytest.mark.parametrize(("facts_", "more"), [(12, ""), (13, "1 more fact"), (20, "8 more facts")])
def test_the_surest_facts_are_shown_and_the_rest_counted(facts_, more):
    rows = [{"story": "the town", "fact": k, "level": "show", "score": 6.0, "group": group, "article_id": article, "start": 0, "end": 9,
             "paragraph": 1, "paragraphs": 2, "voice": "narrator", "source": None, "speaker": None}
            for k in range(facts_) for group, article in (("North", "n"), ("South", "s"))]  # fmt: skip
    html = views.side_by_side(pd.DataFrame(rows), articles(), essays=ESSAYS.head(0)).data
    assert html.count('class="difference"') == min(facts_, 12) and more in html
    assert ("more fact" in html) == bool(more)


@pytest.mark.parametrize(
    ("voice", "source", "text", "said", "why"),
    [
        ("narrator", None, "Osk closed its yard.", " · own words", "nobody speaks"),
        ("attributed", "Bo Ek", "The yard closed, said Bo Ek.", " · source: Bo Ek", "he says so"),
        (
            "narrator",
            None,
            "The yard closed, people briefed on it said.",
            "",
            "somebody says so: whose it is was not read",
        ),
        ("narrator", "Osk", "Osk closed its yard as the union kept a watch.", "", "no source of most of the sentence"),
        (
            "attributed",
            "The Dale",
            "“It closed,” Ek said, according to The Dale.",
            " · reported speech",
            "who relays it",
        ),
        ("attributed", "exit polls", "It closed, according to exit polls.", " · source: exit polls", "the only source"),
        (
            "attributed",
            "the plan from The Dale",
            "The plan from The Dale calls for it.",
            " · reported speech",
            "no source",
        ),
        (
            "attributed",
            "The Ministry on Tuesday",
            "The Ministry on Tuesday urged it.",
            " · reported speech",
            "a day in it",
        ),
    ],
)
def test_whose_a_telling_is(voice, source, text, said, why):
    telling = pd.Series({"voice": voice, "source": source, "paragraph": 1, "paragraphs": 2, "writer": None})
    assert views._where(telling, text) == f"paragraph 1 of 2{said}", why


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("It took 24 hours over two days.", "It took 24 hours over three days.", "“two” / “three”"),
        ("It took 24 hours over 3 days.", "It took 24 hours over three days.", ""),
        ("It took 24 hours over two days.", "It took 24 hours.", ""),
        ("It cost 1,200 crowns.", "It cost 1200 crowns.", ""),
        ("Four left on October 24.", "Three left on Oct. 25.", "“Four” / “Three”"),
        ("The four left on 24 October.", "They left on Oct. 25.", ""),
    ],
)
def test_that_numbers_of_two_tellings_differ_is_said(one, other, said):
    assert views._numbers([one, other]) == (f"Their numbers are not the same: {said}." if said else "")
