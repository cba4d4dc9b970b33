"""What each account of one piece of news quotes of one person."""

import pandas as pd
import pytest
from samestory.compare.facts import speech
from story_made_up import story

WALLS = "“The old walls shall stand as they stood in my father’s time,”"
TAX = "“Nobody in this town will pay one crown more for all of this.”"
GATE = "“Seven gates, nine towers and not a single honest mason left to mend them,”"


def quoted(articles, speakers):
    """The quotations in “…” of the articles, of one speaker an article."""
    texts = articles.set_index("article_id")["text"]
    places = texts.str.extractall(r"(“[^”]*”?)")[0].reset_index()
    start = [texts[a].index(words) for a, words in zip(places["article_id"], places[0], strict=True)]
    end = [at + len(words) for at, words in zip(start, places[0], strict=True)]
    who = places["article_id"].map(dict(zip(texts.index, speakers, strict=True)))
    return places[["article_id"]].assign(start=start, end=end, text=places[0], form="direct", speaker=who)


def told(*texts, speakers=None):
    """What is found in one piece of news that so many outlets report."""
    articles = story(*texts, filler=False)
    found = speech.speech(
        [articles.assign(group=articles["outlet"])], quoted(articles, speakers or ["Ada Lind"] * len(texts))
    )
    whole = articles.set_index("article_id")["text"]
    return [{s.article_id: whole[s.article_id][s.start : s.end] for s in one.sides} for one in found]


def test_each_account_quotes_other_words_of_one_person():
    assert told(f"{WALLS} Ada Lind said.", f"{TAX} said Ada Lind.") == [{"north": WALLS, "south": TAX}]


def test_the_words_are_those_that_say_most_that_no_other_account_has():
    assert told(f"{WALLS} she said. {GATE} she said.", TAX) == [{"north": GATE, "south": TAX}]


def test_of_three_accounts_those_that_quote_the_person():
    assert told(WALLS, "It rained.", TAX) == [{"north": WALLS, "east": TAX}]


SAID = f"{WALLS} Ada Lind said."
NONE = [
    ((SAID, f"It rained. {WALLS} she said."), {}, "the same words"),
    ((SAID, f"{TAX} she said. The old walls shall stand as they stood, it is said."), {},
     "the other has the words outside quotation marks"),
    ((SAID, "“The walls so old will stand the way they once stood for fathers,” she said."), {}, "one remark, in other words"),
    ((SAID, f"{TAX} she said, and spoke of “walls”."), {}, "the other has a scrap of the remark"),
    ((SAID, f"{TAX} she said. The town will have old walls, a father and time to stand."), {}, "half its words are there"),
    ((SAID, "“Walls,” she said."), {}, "a word is no choice"),
    ((SAID, "“to pay one crown more for all of this in this town,” she said."), {}, "cut from its sentence"),
    ((SAID, f"“Nobody will pay. {'Not one crown. ' * 20}”"), {}, "a document printed whole"),
    ((SAID, "Nobody in this town will pay one crown more for all of this."), {}, "nothing in quotation marks"),
    ((SAID, f"In 2019 Ada Lind said: {TAX}"), {}, "of another year"),
    ((SAID, f"{TAX} she said last year.\n\nIt rained."), {}, "of another time"),
    ((SAID, TAX), {"speakers": ["Ada Lind", "Bo Ek"]}, "of two people"),
    ((SAID, TAX), {"speakers": ["Lind", "Lind"]}, "not named in full"),
    ((SAID, TAX), {"speakers": ["Ada Lind", "Bob Lind"]}, "of two of one surname"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "options", "why"), NONE)
def test_nothing_is_told_of_what_each_quotes(texts, options, why):
    assert told(*texts, **options) == [], why


@pytest.mark.parametrize(
    ("text", "published", "other", "why"),
    [
        ("In 2031 she said: {}", "2031-05-04", False, "the year of the article"),
        ("In 2030 she said: {}", "2031-05-04", True, "an earlier one"),
        ("In 2031 she said: {}", None, True, "the article has no date"),
        ("{} she said.\n\nIn 2030 it rained.", "2031-05-04", False, "of the next line"),
        ("{} she said last May.", "2031-05-04", False, "the month of the article"),
        ("In April she ran for mayor. {}", "2031-05-04", True, "another month"),
        ("“In 2030 it rained,” she said. {}", "2031-05-04", False, "somebody's words"),
        ("In 2030 it rained. " + "It rained. " * 60 + "{}", "2031-05-04", False, "too far above"),
    ],
)
def test_what_places_a_quotation_on_another_occasion(text, published, other, why):
    whole = text.format(WALLS)
    day = pd.NaT if published is None else pd.Period(published, freq="D")
    row = pd.Series({"start": whole.index(WALLS), "end": whole.index(WALLS) + len(WALLS)})
    assert speech._of_another_time(row, pd.Series({"text": whole, "published": day})) == other, why


def test_the_bounds():
    """Four words in a row are no chance; eight are a choice; near half of what is said is said nowhere else."""
    assert (speech.SAME, speech.OWN, speech.LONGEST, speech.NEW, speech.BEFORE) == (4, 8, 60, 0.45, 600)
