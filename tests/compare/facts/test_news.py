"""Which articles report one piece of news, and what each outlet calls a thing across a collection."""

from itertools import islice, product
from string import ascii_lowercase
from types import SimpleNamespace

import pandas as pd
import pytest
from samestory.compare.facts import across, deaths, news, pieces

FILL = "People of the town came to the quay in the rain, and some of them stayed until the evening. "
VOTE = (
    "The council of Osk voted on {day} to close the ferry harbour for good, the mayor, Ada Lind, said. Welders wept. "
)
AGAIN = (
    "Ada Lind, mayor of Osk, said on {day} that the council had voted to close the ferry harbour. Welders had wept. "
)
SCHOOL = "A school opened in Brin on {day} with songs, flags and a speech by the poet Cleo Day. Pupils brought apples. "


def told(*rows):
    """Articles of North, South and East, one a day in May 2031: headline, text, day."""
    return pd.DataFrame(
        {
            "article_id": list("abcdef")[: len(rows)], "outlet": ["North", "South", "East", "North", "South", "East"][: len(rows)],
            "event": "the town", "event_by": "found", "headline": [row[0] for row in rows], "text": [row[1] for row in rows],
            "published": [pd.Period(f"2031-05-{row[2]:02}") for row in rows], "aside": "[]",
        }
    )  # fmt: skip


HEADED = "Council of Osk votes to close ferry harbour"
CLOSES = "Osk council closes ferry harbour, mayor says"


@pytest.mark.parametrize(
    ("other", "one", "why"),
    [
        ((CLOSES, AGAIN.format(day="Monday") + FILL, 5), True, "one vote, told in other words"),
        ((CLOSES, AGAIN.format(day="Monday") + FILL, 6), True, "of the next day, but of the same Monday"),
        ((CLOSES, AGAIN.format(day="Monday") + FILL, 7), False, "two days later it is news no more"),
        (
            ("School opens in Brin", SCHOOL.format(day="Monday") + FILL, 5),
            False,
            "of one day and town, but of other news",
        ),
    ],
)
def test_articles_of_one_piece_of_news_share_headlines_openings_and_the_day(other, one, why):
    articles = told((HEADED, VOTE.format(day="Monday") + FILL, 5), other)
    assert (news.of_one(news.likely(articles, {})) == {frozenset("ab")}) == one, why


@pytest.mark.parametrize(
    ("by", "share", "one"), [("given", news.ONE, True), ("given", 0.6, False), ("found", news.ONE, False)]
)
def test_of_articles_whose_event_was_given_their_facts_decide(by, share, one):
    """Without a date and a word in common: who brought them has read them."""
    articles = told((HEADED, "Ferries are gone.", 1), ("School opens", "Apples for all.", 9)).assign(event_by=by)
    assert bool(news.of_one(news.likely(articles, {frozenset("ab"): share}))) == one


@pytest.mark.parametrize(
    ("alike", "one", "why"),
    [(0.42, True, "all else speaks for it"), (0.34, False, "their words are too little alike for that")],
)
def test_openings_without_a_word_in_common_speak_against_one_piece_of_news_and_do_not_exclude_it(alike, one, why):
    articles = told((HEADED, VOTE.format(day="May"), 5), (HEADED, AGAIN.format(day="May"), 5)).assign(url=None)
    pair = SimpleNamespace(alike=alike, opened=0.0, days=0)
    assert bool(news.of_one({frozenset("ab"): news._likely(*articles.itertuples(), pair)})) == one, why


def scattered(letter, words, shared, at):
    """A text of so many words of its own, with shared ones after the first `at`."""
    own = [f"{letter}{a}{b}u" for a, b in islice(product(ascii_lowercase, repeat=2), words)]
    return " ".join([*own[:at], *shared, *own[at:]])


def likely(a, b):
    return news.likely(told(("", a, 5), ("", b, 5)), {}).get(frozenset("ab"), 0.0)


@pytest.mark.parametrize(("shared", "near"), [(12, True), (6, False)])
def test_articles_with_hardly_a_word_in_common_are_not_asked_about(shared, near):
    common = [f"z{letter}zz" for letter in ascii_lowercase[:shared]]
    assert bool(likely(scattered("x", 60, common, 9), scattered("y", 60, common, 9))) == near


def test_what_two_articles_share_far_down_says_less_of_their_news_than_what_they_open_with():
    common = [f"z{a}{b}z" for a, b in product(ascii_lowercase[:10], repeat=2)]
    first, second, late = (
        likely(scattered("x", 400, common, at), scattered("y", 400, common, at)) for at in (0, 90, 300)
    )
    assert first == pytest.approx(second, rel=0.2)
    assert second > 2 * late > 0


@pytest.mark.parametrize(
    ("likely", "groups", "why"),
    [
        ({"ab": 0.9, "bc": 0.7, "ac": 0.5}, ["abc"], "the third is surely of one with one, and likely with the other"),
        ({"ab": 0.9, "bc": 0.7, "ac": 0.4}, ["ab"], "with the other it rather is not"),
        ({"ab": 0.9, "bc": 0.7, "ac": 0.2}, ["ab"], "in the mean it is not"),
        ({"ab": 0.6, "bc": 0.6, "ac": 0.6}, [], "none surely is"),
        ({"ab": 0.9, "bd": 0.9, "ad": 0.8}, ["ab"], "of two of North the one more like South’s"),
        ({"ad": 0.9}, [], "two of one outlet are no two reports"),
    ],
)
def test_news_is_what_several_outlets_surely_report(likely, groups, why):
    articles = told(*[(HEADED, VOTE, 5)] * 4)
    found = news.reports(articles, {frozenset(pair): share for pair, share in likely.items()})
    assert ["".join(one["article_id"]) for one in found] == groups, why


def mention(article, label, voice="narrator", start=0):
    return {"article_id": article, "start": start, "end": start + 5, "text": label, "referent": "immigrants without papers",
            "label": label, "voice": voice, "use": "mention"}  # fmt: skip


NAMES = pd.DataFrame({name: pd.Series(dtype="str") for name in ("article_id", "start", "end", "text", "mention")})
NO_DEATHS = pd.DataFrame(columns=deaths.COLUMNS)
ILLEGAL = [mention("a", "illegal"), mention("d", "illegal"), mention("d", "illegal", start=9)]
UNDOCUMENTED = [mention("b", "undocumented"), mention("e", "undocumented"), mention("e", "undocumented", start=9)]


@pytest.mark.parametrize(
    ("mentions", "counts", "why"),
    [
        (ILLEGAL + UNDOCUMENTED, "3 times, in 2 articles; 3 times, in 2 articles", "each has its own"),
        (
            [*ILLEGAL, *UNDOCUMENTED, mention("b", "illegal", start=20)],
            "3 times, in 2 articles; 3 of 4 times, in 2 articles",
            "with one exception",
        ),
        ([*ILLEGAL, *UNDOCUMENTED, *[mention("b", "illegal", start=k) for k in (20, 30)]], None, "South has both"),
        (
            [*ILLEGAL[:2], ILLEGAL[2] | {"text": "illegals"}, *UNDOCUMENTED],
            "3 times, 2 in these words, in 2 articles; 3 times, in 2 articles",
            "one in like words",
        ),
        (
            [row | {"label": "undocumented people"} for row in UNDOCUMENTED]
            + [row | {"label": "undocumented workers"} for row in ILLEGAL],
            None,
            "the same word before another noun",
        ),
        (ILLEGAL[:2] + UNDOCUMENTED, None, "twice is no choice"),
        ([*ILLEGAL[:2], mention("c", "illegal"), *UNDOCUMENTED], None, "twice by one, once by another, is no choice"),
        (
            [*ILLEGAL, *UNDOCUMENTED, *[mention("c", "illegal", start=k) for k in (1, 20, 40)]],
            "3 times, in 2 articles, also East; 3 times, in 2 articles",
            "two prefer one label",
        ),
        ([*ILLEGAL[1:], mention("d", "illegal", start=20), *UNDOCUMENTED], None, "in one article only"),
        (ILLEGAL + [row | {"voice": "quoted"} for row in UNDOCUMENTED], None, "in nobody’s quotation"),
        (ILLEGAL + [row | {"label": "illegal"} for row in UNDOCUMENTED], None, "both have one word"),
    ],
)
def test_outlets_that_prefer_other_labels_across_a_collection(mentions, counts, why):
    articles = told(*[(HEADED, VOTE, 5)] * 6).assign(event=list("123456"))
    found = list(across.labels_across(pd.DataFrame(mentions), NO_DEATHS, NAMES, articles))
    assert [one.differs for one in found] == ([counts] if counts else []), why


def test_in_one_story_nothing_is_counted_across():
    articles = told(*[(HEADED, VOTE, 5)] * 6)
    assert list(across.labels_across(pd.DataFrame(ILLEGAL + UNDOCUMENTED), NO_DEATHS, NAMES, articles)) == []


EAST = [mention("c", "undocumented"), mention("f", "Undocumented", start=40) | {"label": "undocumented"}]


@pytest.mark.parametrize(
    ("mentions", "rows", "why"),
    [
        (
            [*ILLEGAL, *UNDOCUMENTED, *EAST],
            [("undocumented", "South", 3), ("undocumented", "East", 2), ("illegal", "North", 3)],
            "that of most outlets first",
        ),
        ([*ILLEGAL, *UNDOCUMENTED, EAST[0]], [], "once may be a slip"),
        (
            [*ILLEGAL, *UNDOCUMENTED, EAST[0], EAST[1] | {"text": "undocumented workers"}],
            [],
            "twice, but not in one wording",
        ),
        (
            [*ILLEGAL, *UNDOCUMENTED, EAST[0], EAST[1] | {"text": "undocumenteds"}],
            [("undocumented", "South", 3), ("undocumented", "East", 2), ("illegal", "North", 3)],
            "one and several are one wording",
        ),
        (
            [*ILLEGAL, *UNDOCUMENTED, EAST[0], EAST[1] | {"voice": "attributed"}],
            [("undocumented", "South", 3), ("undocumented", "East", 2), ("illegal", "North", 3)],
            "what others said is told in the outlet's words",
        ),
        (ILLEGAL + UNDOCUMENTED, [], "two outlets are compared story by story"),
        ([*UNDOCUMENTED, *EAST, mention("a", "undocumented")], [], "all have one word most often"),
        (
            [row | {"voice": "quoted"} for row in ILLEGAL] + UNDOCUMENTED + EAST,
            [],
            "what is quoted is no word of theirs",
        ),
        ([row | {"referent": "aid workers"} for row in ILLEGAL + UNDOCUMENTED] + EAST, [], "two things are not one"),
        ([row | {"referent": "the war"} for row in ILLEGAL + UNDOCUMENTED + EAST], [], "each story has its own war"),
        ([*ILLEGAL, *UNDOCUMENTED, *EAST, mention("z", "illegal")], 3, "of no article here"),
    ],
)
def test_what_each_outlet_calls_a_thing_outside_marks_is_counted(mentions, rows, why):
    articles = told(*[(HEADED, VOTE, 5)] * 6).assign(event=list("123456"))
    table = across.own_labels(pd.DataFrame(mentions), NO_DEATHS, NAMES, articles)
    found = list(table[["words", "group", "mentions"]].itertuples(index=False, name=None))
    assert (len(found) if isinstance(rows, int) else found) == rows, why
    assert not found or table["evidence"].iloc[0] == [("b", 0, 5), ("e", 0, 5), ("e", 9, 14)]


def test_words_that_give_a_source_are_found_outside_a_quotation():
    assert pieces.cited("It rained, according to the town.") and not pieces.cited("It rained.")
