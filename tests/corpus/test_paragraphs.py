"""What stands beside an article on the page is told from it. Small made-up pages; every kind of line once."""

import re

import pandas as pd
import pytest
from samestory.corpus import paragraphs, reading

LEAD = "At least 12 people were killed in a flood in Ardin on Monday, officials said."
BODY = "The river rose by two metres in a night, and the old bridge could not stand."
END = "Work on a new dam begins in spring, the mayor said."

LINES = [
    ("Advertisement", "furniture", "the plainest of all"),
    ("Story Continued Below", "furniture", "what an advertisement leaves behind"),
    ("Photo", "furniture", "a label without its picture"),
    ("Slideshow (12 Images)", "furniture", "a label with a count"),
    ("References", "furniture", "a heading alone"),
    ("Update, 3:15 pm", "stamp", "a stamp alone"),
    ("Floods:Mayor says that more rain will come to Ardin", "furniture", "a link run together with its subject"),
    ("This article appears in the March 9, 2031 issue of Ardin Magazine.", "furniture", "where it appeared"),
    ("Watch our latest episode on the flood here or on our channel.", "furniture", "another of the outlet's works"),
    ("For the best reporting on the flood and more, subscribe to Ardin Magazine's newsletters", "furniture", "a blurb"),
    ("Image Ida Berg, the mayor, on a boat. Credit Karl Lund for The Ardin Times", "caption", "labels of a caption"),
    ("Graphic by Karl Lund", "credit", "who drew it"),
    ("Read more: Mayor says 40 people are missing", "furniture", "a link"),
    ("Dam collapse: what we know so far Read more", "furniture", "a link with its words behind"),
    ("SEE ALSO: Borland counts its dead", "furniture", "a link in capitals"),
    ("Sign up for our daily newsletter", "furniture", "an invitation"),
    ("Get the news of the day delivered to your inbox", "furniture", "an invitation without those words"),
    ("Follow Mara Voss on Twitter: @maravoss", "furniture", "whom to follow"),
    ("Copyright © 2019 The Ardin Times, LLC. All rights reserved.", "furniture", "rights"),
    ("This article is more than 2 years old", "furniture", "age"),
    ("Water everywhere. pic.twitter.com/abc123 — Tomas Reel (@treel) July 7, 2025", "crosshead", "a short post is read, too"),
    ("The views expressed in this column are the author's own.", "furniture", "a disclaimer"),
    ("___", "furniture", "a rule"),
    ("Please consider making a contribution to the Ardin Times today.", "furniture", "an appeal for money"),
    ("Your contribution will help us stay free.", "furniture", "an appeal for money"),
    ("The firms made a contribution to the mayor's fund.", "body", "a gift that is told"),
    ("Mara Voss looks at the river in Ardin. (Photo: Tomas Reel, AP)", "caption", "a photo credit at the end"),
    ("The bridge on Monday. Tomas Reel/Getty Images", "caption", "an agency of photos"),
    ("FILE - In this May 5, 2019, file photo, the dam stands dry.", "caption", "an old picture"),
    ("The Associated Press contributed to this report.", "credit", "who helped"),
    ("Contributing: Mara Voss", "credit", "who helped, in a word"),
    ("Additional reporting by Tomas Reel", "credit", "who helped, in other words"),
    ("— AFP", "credit", "an agency's signature"),
    ("By Mara Voss", "byline", "who wrote it"),
    ("• Mara Voss is a columnist of The Ardin Times.", "byline", "who the writer is"),
    ("Correction: An earlier version of this article gave 21 deaths.", "correction", "it says so"),
    ("This article was amended on 8 July 2025.", "correction", "in the words of another house"),
    ("Updated at 11:02 p.m.", "stamp", "when"),
    ("Now read: Ardin counts its dead", "furniture", "a link in other words"),
    ("Video produced by Mara Voss", "furniture", "who made the film"),
    ("Mara Voss writes on Ardin. Email: mvoss@ardin.example Twitter: @mvoss", "furniture", "how to reach her"),
    ("This story was published in partnership with The Borland Post", "credit", "with whom"),
    ("A version of this column appeared in The Borland Post.", "credit", "where else it stood"),
    ("(Mara Voss)", "caption", "who took a picture"),
    ("A version of this river appeared in her dreams.", "body", "no version of the column"),
    ("STAR POWER", "crosshead", "a crosshead in capitals is read"),
    ("What happens next", "crosshead", "a crosshead is read"),
    ("She signed up for the newsletter of the town, Voss said.", "body", "a newsletter in the story"),
    ("Sign up for insurance by Monday, the governor told people.", "body", "an imperative of the story"),
    ("He told her to read more books, she said.", "body", "the words, not the link"),
    ("Thousands of donors contributed.", "body", "not to this report"),
    ("The photo shows the dam, Reuters reported.", "body", "a sentence about a photo"),
    ("Tomas Reel is a professor of hydrology, and said the dam was old.", "body", "somebody of the story"),
]  # fmt: skip


def classes(text: str, headline: str | None = None) -> dict[str, str]:
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["Ardin Times"], "headline": [headline], "text": [text]})
    table = paragraphs.paragraphs(articles)
    return dict(zip(table["text"], table["kind"], strict=True))


@pytest.mark.parametrize(("line", "kind", "why"), LINES)
def test_a_line_is_what_its_wording_says(line, kind, why):
    place = [line, LEAD, BODY, END] if line.startswith("By ") else [LEAD, BODY, line]
    told = "Tomas Reel knows it. " if kind == "body" else ""
    found = classes("\n\n".join([*place, told + END]))
    assert found[line] == kind, why
    assert found[BODY] == "body"


def test_headings_of_links_take_the_lines_below_them_up_to_the_next_sentence():
    text = f"{LEAD}\n\nMore on this story\n\nFlood kills 200 in Borland\n\nFive dams to watch\n\n{BODY}"
    assert list(classes(text).values()) == ["body", "furniture", "furniture", "furniture", "body"]


def test_headline_and_standfirst_are_read():
    text = f"Flood kills 12 in Ardin\n\nOfficials say the dam was old and nobody had looked\n\n{LEAD}\n\n{BODY}"
    assert list(classes(text, "Flood Kills 12 in Ardin").values()) == ["headline", "standfirst", "body", "body"]


PARTS = [
    (f"ARDIN, Norland (Reuters) - {LEAD}", "ARDIN, Norland (Reuters) -", "dateline", "an agency's"),
    (f"ARDIN — {LEAD}", "ARDIN —", "dateline", "a place in capitals and a dash"),
    (f"ARDIN, NORLAND | {LEAD}", "ARDIN, NORLAND |", "dateline", "a place in capitals and a bar"),
    (f"MALIN, 4 May 2031 — {LEAD}", "MALIN, 4 May 2031 —", "dateline", "a place in capitals and a date"),
    (
        f"MALIN, Norland, May 4, 2031 (AP) - {LEAD}",
        "MALIN, Norland, May 4, 2031 (AP) -",
        "dateline",
        "an agency's, dated",
    ),
    (f"Update at 3:15 p.m. ET. {LEAD}", "Update at 3:15 p.m. ET.", "stamp", "before what was added"),
    (f"Updated at noon Eastern time: {LEAD}", "Updated at noon Eastern time:", "stamp", "in words"),
    (f"UPDATE II - {LEAD}", "UPDATE II -", "stamp", "a label"),
    (f"14:02 BST {LEAD}", "14:02 BST", "stamp", "a live page"),
    (f"{LEAD} The mayor told… [+2219 chars]", "… [+2219 chars]", "truncation", "cut off by an interface"),
]


@pytest.mark.parametrize(("text", "part", "kind", "why"), PARTS)
def test_parts_of_a_paragraph_that_are_not_read(text, part, kind, why):
    assert classes(text)[part] == kind, why


def test_a_first_line_that_ends_with_who_took_the_picture_is_a_caption():
    line = "Ida Berg speaks at the Harbour Conference in Malin, May 16, 2031. (Karl Lund)"
    assert classes(f"{line}\n\n{LEAD}\n\n{BODY}")[line] == "caption"


def test_an_update_that_is_told_is_read():
    line = "Updates to the dam were planned in 2031, the mayor said."
    assert classes(f"{LEAD}\n\n{line}\n\n{BODY}")[line] == "body"


def test_what_begins_in_capitals_is_no_dateline():
    assert set(classes(f"NATO — the alliance — met.\n\n{BODY}").values()) == {"body"}


def outlet(count: int, line: str, *, at_end: bool = True, name: str = "Ardin Times") -> pd.DataFrame:
    """So many articles of an outlet, each with its own words and a line that all have."""
    own = [
        [f"The {word} opened on Monday, {k} people said.", f"It is a {word}.", f"Nobody saw {word} {k}."]
        for k, word in enumerate(WORDS)
    ]
    texts = ["\n\n".join([*p, line] if at_end else [p[0], line, *p[1:], *p]) for p in own[:count]]
    return pd.DataFrame({"article_id": WORDS[:count], "outlet": name, "text": texts})


WORDS = ["harbour", "school", "mill", "theatre"]
BANNER = "The River is a weekly column about what flows."


@pytest.mark.parametrize(
    ("count", "line", "at_end", "kind", "why"),
    [
        (3, BANNER, True, "furniture", "the same last line in three articles"),
        (2, BANNER, True, "body", "two may be chance"),
        (3, "The river has flooded the town three times since 1990.", False, "body", "background that is told again"),
        (3, "Why it matters", False, "furniture", "a label that the outlet uses every time"),
    ],
)
def test_what_recurs_in_an_outlet_is_its_furniture(count, line, at_end, kind, why):
    table = paragraphs.paragraphs(outlet(count, line, at_end=at_end))
    assert set(table.loc[table["text"].eq(line), "kind"]) == {kind}, why


def test_versions_of_one_article_do_not_make_it_furniture():
    article = "\n\n".join([LEAD, BODY, END])
    versions = pd.DataFrame(
        {"article_id": list("abc"), "outlet": "Ardin Times", "text": [article, article + "\n\nNew.", article]}
    )
    assert set(paragraphs.paragraphs(versions)["kind"]) == {"body"}


def test_pull_quotes_and_repeated_paragraphs_are_read_once():
    text = f"{LEAD}\n\n“We lost everything but the boat and the dog,” Mara Voss said.\n\nWe lost everything but the boat and the dog Mara Voss\n\n{END}\n\n{LEAD}"
    assert list(paragraphs.paragraphs(one(text))["kind"]) == [
        "body",
        "body",
        "furniture",
        "body",
        "furniture",
    ]


def one(text: str) -> pd.DataFrame:
    return pd.DataFrame({"article_id": ["a"], "outlet": ["Ardin Times"], "text": [text]})


def test_what_is_set_aside_is_not_read_and_offsets_are_those_delivered():
    articles = one(f"Advertisement\n\nARDIN — {LEAD}\n\nPhoto\n\n{BODY}")
    articles["aside"] = paragraphs.aside(articles)
    read = reading.read(articles)
    assert read["text"].iloc[0] == f"{LEAD}\n\n{BODY}"
    spans = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [len(LEAD)], "text": [LEAD]})
    moved = reading.delivered(spans, articles).iloc[0]
    assert articles["text"].iloc[0][moved["start"] : moved["end"]] == LEAD == moved["text"]


@pytest.mark.parametrize("text", ["", "   ", "\u200b"])
def test_a_blank_text_has_no_paragraphs(text):
    assert paragraphs.paragraphs(pd.DataFrame({"article_id": ["a"], "text": [text]})).empty


def test_an_article_of_nothing_but_furniture_is_read_whole():
    articles = one("Advertisement")
    assert paragraphs.aside(articles).tolist() == ["[]"]


def test_the_headlines_of_a_topic_page_are_no_words_of_the_sentence():
    """A site runs a name's topic page into its sentences: the name, its headlines and MORE; the name stays once."""
    told = "Mayor Ada Lind{} said she would go; Bo Ek{}’s aide said so; Eva Holm{} did not."
    pages = (
        " Ada LindBridge to reopen in May Council parts ways MORE",
        " Bo Jan EkCouncil parts ways over the ferry MORE",
        " Eva Bea Holm Parties part over it MORE",
    )
    article = pd.DataFrame({"article_id": ["a"], "text": [told.format(*pages) + "\n\nRain fell."]})
    read = reading.read(article.assign(aside=paragraphs.aside(article)))["text"].item()
    assert read == told.format("", "", "").replace("’", "'") + "\n\nRain fell."


RUN_TOGETHER = [
    ("The bridge at night. Bridge to reopen in May after repairs", "caption", "a caption and the headline"),
    ("POLITICS Bridge to reopen in May after repairs The mayor is glad.", "caption", "a section, headline, standfirst"),
    ("The bridge is to reopen in May after repairs, the mayor said. She was glad.", "body", "sentences of its own"),
    ("The mayor was glad. The ferry stops for good", "body", "no word of the headline"),
]


@pytest.mark.parametrize(("top", "kind", "why"), RUN_TOGETHER)
def test_the_top_of_a_page_run_together_is_no_opening(top, kind, why):
    article = pd.DataFrame(
        {"article_id": ["a"], "text": [f"{top}\n\nRain fell."], "headline": ["Bridge to reopen in May after repairs"]}
    )
    assert paragraphs.paragraphs(article)["kind"].iloc[0] == kind, why


def spelled(n, letter="w"):
    return " ".join(f"{letter}{a}{b}" for a in "abcdefghij" for b in "abcdefghijklm")[: 4 * n - 1]


def own(*texts):
    return paragraphs._paragraphs("\n\n".join(texts))


@pytest.mark.parametrize(
    ("place", "k", "found"),
    [("first", 2, True), ("first", 3, False), ("last", 14, True), ("last", 13, False)],
)
def test_some_lines_stand_only_at_the_top_or_the_end(place, k, found):
    rule = paragraphs.Rule("byline", "whole", place, frozenset(), re.compile("."))
    assert bool(paragraphs._match(rule, own("By Mara Voss")[0], k, 20)) == found


@pytest.mark.parametrize(("letters", "found"), [(150, True), (250, False)])
def test_an_ending_is_looked_for_at_the_end_only(letters, found):
    rule = paragraphs.Rule("caption", "end", "", frozenset(), re.compile("Photo: x+$"))
    assert bool(paragraphs._match(rule, own(f"The dam. Photo: {'x' * letters}")[0], 0, 1)) == found


@pytest.mark.parametrize(("articles", "furniture"), [(2, 0), (3, 3)])
def test_what_three_articles_of_an_outlet_have_is_its_furniture(articles, furniture):
    split = [own(f"The {name} came.", f"It {name}s.", "Ardin in brief", f"{name} {name}.") for name in "abc"[:articles]]
    assert sum(map(bool, paragraphs._recurring(split, ["North"] * articles))) == furniture


@pytest.mark.parametrize(
    ("k", "outlets", "why"),
    [(1, True, "the second"), (2, False, "the third tells"), (6, True, "fourth from the end"), (5, False, "fifth")],
)
def test_the_outlet_speaks_at_the_edges_of_an_article(k, outlets, why):
    told = "Readers of this town like to swim in the river when summer comes."
    split = [own(*[told if n == k else f"It rains for {n} days." for n in range(10)])] * 3
    assert paragraphs._is_outlets([(article, k) for article in range(3)], split) == outlets, why


@pytest.mark.parametrize(("words", "label"), [(8, True), (9, False)])
def test_a_short_line_without_a_stop_is_a_label(words, label):
    split = [own(*["It rains."] * 5, spelled(words), *["It rains."] * 9)] * 3
    assert paragraphs._is_outlets([(article, 5) for article in range(3)], split) == label


@pytest.mark.parametrize(("articles", "versions"), [(20, True), (21, False)])
def test_what_very_many_articles_have_makes_no_versions_of_one(articles, versions):
    found = paragraphs._originals([set(range(articles))], [own("Ardin in brief")] * articles)
    assert (set(found) == {0}) == versions


@pytest.mark.parametrize(
    ("quote", "pulled", "why"),
    [
        (spelled(10), True, "ten words again"),
        (spelled(9), False, "nine may be a crosshead"),
        (f"{spelled(6)} Ada Lind", True, "six, and who said them"),
        (f"{spelled(5)} Ada Lind", False, "five are a phrase"),
        (f"{spelled(12)} by Mara Ada Voss Lind", True, "five words say who it is"),
        (f"{spelled(12)} by our own Ada Voss Lind", False, "six are more than that"),
    ],
)
def test_a_pull_quote_repeats_the_article(quote, pulled, why):
    assert bool(paragraphs._repeated(own(f"So {spelled(30)}.", quote))) == pulled, why


@pytest.mark.parametrize(
    ("headline", "words", "together", "why"),
    [
        ("Dam breaks at Ardin", 60, True, "the headline stands in it"),
        ("Dam breaks at Ardin", 61, False, "no top of a page is so long"),
        ("Ardin dam breaks", 60, False, "three words may stand anywhere"),
    ],
)
def test_the_top_of_a_page_run_together_holds_the_headline(headline, words, together, why):
    rest = words - 3 - len(headline.split())
    top = f"Photo by Ada {headline} R{spelled(rest)[1:]}"
    assert bool(paragraphs._run_together(own(top, "It rains."), headline)) == together, why


@pytest.mark.parametrize(("words", "kind"), [(14, "crosshead"), (15, "body")])
def test_a_crosshead_is_short(words, kind):
    text = f"It rains.\n\n{spelled(words)}\n\nIt rains."
    assert [part.kind for part in paragraphs._read(text, "[]", "")][1] == kind


@pytest.mark.parametrize(("words", "listed"), [(25, True), (26, False)])
def test_under_a_heading_of_links_stand_lines(words, listed):
    assert (1 in paragraphs._links(own("More on this story", spelled(words)), {})) == listed
