"""One utterance in two wordings."""

from string import ascii_lowercase

import pytest
from samestory.compare.facts import requoted
from story_made_up import story

SAID = "“We have gathered a great deal of news about the harbour and its walls,”"


def quoted(articles, speakers):
    """The quotations in “…” of the articles, each article’s of one speaker."""
    texts = articles.set_index("article_id")["text"]
    places = texts.str.extractall(r"(“[^”]*”)")[0].reset_index()
    start = [texts[a].index(words) for a, words in zip(places["article_id"], places[0], strict=True)]
    end = [at + len(words) for at, words in zip(start, places[0], strict=True)]
    said = places["article_id"].map(dict(zip(articles["article_id"], speakers, strict=True)))
    return places[["article_id"]].assign(
        start=start, end=end, text=places[0], form="direct", speaker=said, source_class="named"
    )


def differing(*texts, speakers=("Ada Lind", "Lind"), days=None):
    articles = story(*texts, days=days, filler=False)
    return [(one.subject, one.differs) for one in requoted.requoted(quoted(articles, speakers), articles)]


DIFFER = [
    ("“We have collected a great deal of news about the harbour and its walls,”", "“gathered” / “collected”", "a word"),
    ("“We have gathered a great deal of lies about the harbour and its walls,”", "“news” / “lies”", "a noun"),
    ("“We have not gathered a great deal of news about the harbour and its walls,”", "“” / “not”", "a negation"),
    ("“We have gathered a great deal of news about the old harbour. We were never told of it. The harbour and its "
     "walls,”", "“” / “old harbour. We were never told of it. The”", "a sentence that one drops"),
    ("“They said: we have gathered a great deal of news about the harbour and its gates,”", None, "the last word only"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "differs", "why"), DIFFER)
def test_one_utterance_in_two_wordings(other, differs, why):
    assert differing(f"{SAID} she said.", f"{other} she said.") == ([("Ada Lind", differs)] if differs else []), why


SAME = [
    (SAID, {}, "the very words"),
    ("“We've gathered a great deal of news about the harbor and its walls,”", {}, "a contraction and a spelling"),
    ("“We have gathered a great deal … about the harbour and its walls,”", {}, "what is left out is marked"),
    ("“We have gathered a great deal of [bad] news about the harbour and its walls,”", {}, "what is put in is marked"),
    ("“We have gathered the great deal of news about the harbour and its walls,”", {}, "a word that tells nothing"),
    ("“We have gathered a great deal of news about the news about the harbour and its walls,”", {}, "words said twice"),
    ("“We have gathered a great deal of news walls about the harbour and its walls,”", {}, "a word it has elsewhere"),
    ("“We have gath a great deal of news about the harbour and its walls,”", {}, "a word cut short"),
    ("“We have collected a great deal of news about the harbour and its walls,”", {"speakers": ("Ada Lind", "Bo Ek")},
     "of two people"),
    ("“We have collected a great deal of news about the harbour and its walls,”", {"speakers": ("Ada Lind", None)},
     "nobody is named"),
    ("“We have collected a lot of bad news about our harbour and the old walls,”", {}, "no five words in a row"),
    ("“We have collected a great deal of news about the harbour and its walls,”",
     {"days": ["2031-05-04", "2031-05-14"]}, "ten days later"),
    ("“We have collected, as ever, no end of gossip, rumours and tales about harbours or walls,”", {}, "other words"),
]  # fmt: skip


@pytest.mark.parametrize(("other", "options", "why"), SAME)
def test_no_other_wording(other, options, why):
    assert differing(f"{SAID} she said.", f"{other} she said.", **options) == [], why


def test_a_few_words_that_two_long_quotations_have_in_common_are_no_utterance():
    long = (
        "“Nobody in this town of ours has ever asked me what I would do about {} the harbour and its walls when winter"
    )
    other = "“My mother told every child of this family a story about {} the harbour and its walls before they slept”"
    assert differing(long.format("stones of") + " comes,” she said.", other.format("rocks of")) == []


def test_of_three_outlets_one_pair_is_told():
    texts = (SAID, SAID.replace("gathered", "collected"), SAID.replace("gathered", "found"))
    assert differing(*texts, speakers=("Ada Lind",) * 3) == [("Ada Lind", "“gathered” / “collected”")]


def test_what_is_shown_are_the_words_around_the_difference():
    before, after = (" ".join(f"{place}{letter}" for letter in ascii_lowercase) for place in ("before", "after"))
    articles = story(
        f"“{before} gathered {after},” she said.", f"“{before} collected {after},” she said.", filler=False
    )
    (found,) = requoted.requoted(quoted(articles, ("Ada Lind",) * 2), articles)
    text = articles["text"].iloc[0][found.sides[0].start : found.sides[0].end]
    assert text.split()[0] == f"before{ascii_lowercase[-10]}"
    assert text.split()[-1] == f"after{ascii_lowercase[9]}"


def test_nothing_is_found_where_nobody_is_quoted():
    articles = story("It rained.", "It snowed.", filler=False)
    assert list(requoted.requoted(quoted(articles, (None, None)), articles)) == []
