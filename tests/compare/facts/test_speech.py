"""Which part of a speech each outlet quotes."""

import pytest
from samestory.compare.facts import speech
from story_made_up import story

BOTH = "“The harbour will be rebuilt before winter,” Ada Lind said."
WALLS = "“The old walls shall stand as they stood in my father’s time,” she said."
TAX = "“Nobody in this town will pay one crown more for all of this,” she said."
FAR = " ".join(["It rained."] * 80)


def quoted(articles, *, speaker="Ada Lind"):
    """The quotations in “…” of the articles, all of one speaker."""
    places = articles.set_index("article_id")["text"].str.extractall(r"(“[^”]*”)")[0].reset_index()
    texts = articles.set_index("article_id")["text"]
    start = [texts[a].index(words) for a, words in zip(places["article_id"], places[0], strict=True)]
    end = [at + len(words) for at, words in zip(start, places[0], strict=True)]
    return places[["article_id"]].assign(start=start, end=end, text=places[0], form="direct", speaker=speaker)


def chosen(*texts, days=None, **said):
    articles = story(*texts, days=days, filler=False)
    found = speech.speech(quoted(articles, **said), articles)
    whole = articles.set_index("article_id")["text"]
    return [{s.article_id: whole[s.article_id][s.start : s.end] for s in one.sides} for one in found]


def test_each_outlet_quotes_another_part_of_what_somebody_said():
    assert chosen(f"{BOTH} {WALLS}", f"{BOTH} {TAX}") == [
        {
            "north": "“The old walls shall stand as they stood in my father’s time,”",
            "south": "“Nobody in this town will pay one crown more for all of this,”",
        }
    ]


def of_each(*texts, **said):
    articles = story(*texts, filler=False)
    report = articles.assign(group=articles["outlet"])
    quotes = quoted(articles, **said)
    found = speech.of_one_person([report], quotes, but=list(speech.speech(quotes, articles)))
    whole = articles.set_index("article_id")["text"]
    return [{s.article_id: whole[s.article_id][s.start : s.end] for s in one.sides} for one in found]


def test_what_each_account_of_one_piece_of_news_quotes_of_a_person():
    """The first words of each that the other has not, though nothing shows that they are of one occasion."""
    assert of_each(f"{WALLS} {BOTH}", TAX) == [
        {
            "north": "“The old walls shall stand as they stood in my father’s time,”",
            "south": "“Nobody in this town will pay one crown more for all of this,”",
        }
    ]


@pytest.mark.parametrize(
    ("texts", "options", "why"),
    [
        ((WALLS, f"It rained. {WALLS}"), {}, "the same words"),
        ((f"{BOTH} {WALLS}", f"{BOTH} {TAX}"), {}, "of one speech, as `speech` tells"),
        ((WALLS, "“Walls,” she said."), {}, "a word is no choice"),
        ((WALLS, TAX), {"speaker": "Lind"}, "not named in full"),
        ((WALLS, TAX), {"speaker": ["Ada Lind", "Bo Ek"]}, "two people"),
        ((WALLS, f"{TAX} The old walls shall stand as they stood, it is said."), {}, "the other has the words"),
        ((WALLS, "“The walls so old will stand the way they once stood for fathers,” she said."), {}, "one remark"),
    ],
)
def test_nothing_that_each_quotes_of_one_person(texts, options, why):
    assert of_each(*texts, **options) == [], why


NONE = [
    ((f"{BOTH} {WALLS}", f"{BOTH} {WALLS}"), {}, "the same part"),
    ((f"{BOTH} {WALLS}", BOTH), {}, "one has no part of its own"),
    ((WALLS, TAX), {}, "nothing shows that it is one occasion"),
    ((f"{BOTH} {WALLS}", f"{BOTH} {FAR} {TAX}"), {}, "far from what both quote"),
    ((f"{BOTH} {WALLS}", f"{BOTH} {TAX}"), {"days": ["2031-05-04", "2031-05-06"]}, "of another day"),
    ((f"{BOTH} {WALLS}", f"{BOTH} {TAX}"), {"speaker": "Lind"}, "not named in full"),
    ((f"{BOTH} {WALLS}", f"{BOTH} {TAX} The old walls shall stand as they stood, it is said."), {},
     "the other has the words outside quotation marks"),
    ((f"{BOTH} “Walls,” she said.", f"{BOTH} {TAX}"), {}, "a word is no choice"),
    ((f"{BOTH} {WALLS}", f"{BOTH} “The walls so old will stand the way they once stood for fathers,” she said."), {},
     "one remark, written down twice"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "options", "why"), NONE)
def test_no_choice_between_parts_of_a_speech(texts, options, why):
    assert chosen(*texts, **options) == [], why


def test_the_bounds_of_one_occasion():
    """Four words in a row are no chance; eight of one's own, some paragraphs apart at most."""
    assert (speech.SAME, speech.OWN, speech.NEAR) == (4, 8, 600)
