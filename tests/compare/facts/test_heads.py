"""Headlines of one piece of news stand side by side where they are unlike, and where the text tells what they say."""

import pandas as pd
import pytest
from samestory.annotate import clauses
from samestory.compare.facts import heads
from samestory.corpus import language, paragraphs

LEDE = "The council of Osk voted on Monday to close the old ferry harbour for good."
VOTES, SHIPS = "Council of Osk closes its harbour", "Harbour pilots lose the last ferries"
PAIR = frozenset({"a0", "a1"})


def told(*headlines, texts=(LEDE, LEDE, LEDE), event_by="found"):
    names = ["North", "South", "East"][: len(headlines)]
    return pd.DataFrame(
        {
            "article_id": [f"a{k}" for k in range(len(names))], "outlet": names, "group": names, "event": "the town",
            "event_by": event_by, "headline": headlines, "text": texts[: len(names)], "url": None,
            "published": pd.Period("2031-05-04"),
        }
    )  # fmt: skip


def found(articles, likely=0.9):
    """The differences between headlines that are all so likely of one piece of news."""
    every = {frozenset({a, b}): likely for a in articles["article_id"] for b in articles["article_id"] if a != b}
    verbs = clauses.clauses(paragraphs.headlines(articles))
    return list(heads.headlines([articles], language.sentences(articles), verbs, every))


@pytest.mark.parametrize(
    ("headlines", "shown", "why"),
    [
        ([VOTES, SHIPS], 1, "the council acts here, pilots there"),
        ([VOTES, "Osk harbour closed by its council"], 0, "the same words in another order"),
        ([VOTES, "Pilots to lose the last ferries"], 0, "one is of what is still to come: another turn of the news"),
        ([VOTES, "Council to take the last ferries from pilots"], 0, "so it is where both put the same first"),
        ([VOTES, None], 0, "one has none"),
        ([VOTES, "5 things that harbour pilots know of Osk"], 0, "one is a list"),
        ([VOTES, "Opinion: Pilots lose the last ferries"], 0, "one is headed as comment"),
        ([f"Opinion: {VOTES}", f"Opinion: {SHIPS}"], 1, "both are, and nothing else comes first"),
        ([VOTES, "Osk council shuts ferry pilots out"], 1, "the council acts in both, and they are unlike"),
        ([VOTES, "Council of Osk votes"], 1, "two of five words in common"),
        ([VOTES, "Council of Osk loses harbour pilots"], 1, "three of six words in common"),
        ([VOTES, "Council of Osk closes Brin harbour"], 0, "four of five: nearly the same"),
        ([VOTES, "Council: pilots lose the last ferries"], 1, "who speaks comes first too"),
        ([VOTES, "Council of Osk praises garden, Brin choir"], 1, "it heads the same news with another matter"),
        ([VOTES, "Council of Osk votes for ships", SHIPS], 1, "all three, of which two put the same first"),
        ([VOTES, VOTES, SHIPS], 1, "all three, though two are one"),
        ([VOTES, VOTES, None], 0, "two are one, and there is no other"),
        ([VOTES, "Council opens the theatre of Brin", SHIPS], 1, "no sentence tells of the theatre"),
    ],
)  # fmt: skip
def test_headlines_of_one_piece_of_news(headlines, shown, why):
    harbour = f"{LEDE} Pilots of the harbour lose their ferries. It is out of the votes for ships. A theatre opens."
    articles = told(*headlines, texts=(harbour,) * 3)
    assert [one.differs for one in found(articles)] == ["headed otherwise"] * shown, why


@pytest.mark.parametrize(
    ("days", "event_by", "shown", "why"),
    [
        (("2031-05-02", "2031-05-04"), "given", 1, "an earlier state, and its day is said"),
        (("2031-05-04", "2031-05-04"), "given", 0, "two turns of one day"),
        (("2031-05-02", "2031-05-04"), "found", 0, "hardly one turn, where nobody says so"),
    ],
)
def test_a_headline_of_what_is_to_come_stands_beside_one_of_what_was_where_both_are_of_an_event_and_of_other_days(
    days, event_by, shown, why
):
    articles = told("Osk set to vote on ferry harbour", VOTES, event_by=event_by)
    assert len(found(articles.assign(published=[pd.Period(day) for day in days]))) == shown, why


def test_what_is_longer_than_a_headline_is_none():
    long = "Harbour pilots " + " ".join(["lose"] * 20)
    text = f"{LEDE} Pilots of the harbour lose their ferries."
    assert len(found(told(VOTES, long, texts=(text, text)))) == 1
    assert found(told(VOTES, f"{long} again", texts=(text, text))) == []


@pytest.mark.parametrize(
    ("likely", "event_by", "shown"),
    [(0.85, "found", 1), (0.84, "found", 0), (0.84, "given", 1), (0.6, "given", 0)],
)
def test_headlines_are_set_beside_each_other_where_both_are_surely_of_one_piece_of_news(likely, event_by, shown):
    """Who gave an event has read the articles: less is enough there."""
    text = f"{LEDE} Pilots of the harbour lose their ferries."
    assert len(found(told(VOTES, SHIPS, texts=(text, text), event_by=event_by), likely)) == shown


def test_headlines_of_other_days_of_the_week_are_of_two_turns():
    """But not where somebody who has read both says that they are of one event."""
    text = f"{LEDE} Pilots of the harbour lose their ferries."
    texts = (text, text.replace("Monday", "Tuesday"))
    assert found(told(VOTES, SHIPS, texts=texts)) == []
    assert len(found(told(VOTES, SHIPS, texts=texts, event_by="given"))) == 1


@pytest.mark.parametrize(
    ("top", "shown", "why"),
    [
        ("", True, "the text has no other title"),
        ("Council Voted On Monday\n\n", False, "a title of its own, in capitals"),
        ("Ferries at dawn. | Photo Old ferry harbour voted on Monday\n\n", False, "a title behind the line of a picture"),
        ("Harbour Pilots Lose Old Ferries\n\n", True, "nearly the headline"),
        ("The harbour is closed to ferries for good\n\n", True, "a line in small letters may be a caption"),
        ("Ferries Of Monday\n\n", True, "two words that tell something may be a heading"),
        ("Ada Lind and Bo Ek and Cleo Day\n\n", True, "names of which the text says nothing are a byline"),
        ("UPDATE, 3:15 p.m.\n\n", True, "it was rewritten, and is headed so all the same"),
    ],
)  # fmt: skip
def test_the_headline_of_another_version_of_a_text_is_set_beside_none(top, shown, why):
    text = f"{LEDE} Pilots of the harbour lose their ferries."
    assert bool(found(told(VOTES, SHIPS, texts=(text, top + text)))) == shown, why


def test_a_headline_stands_with_the_sentence_that_tells_it_or_not_at_all():
    first = f"{VOTES}\n\nA choir sang in Brin.\n\n{LEDE}"
    pilots = "A choir sang. Pilots of the harbour lose their old ferries."
    (one,) = found(told(VOTES, SHIPS, texts=(first, pilots)))
    spans = [text[side.start : side.end] for text, side in zip((first, pilots), one.sides, strict=True)]
    assert spans == [LEDE, "Pilots of the harbour lose their old ferries."], "what it says, and not the headline again"
    assert found(told(VOTES, SHIPS, texts=(first, "A choir sang in Brin. Pilots listened."))) == [], (
        "one word is too few"
    )


def test_headlines_are_the_further_apart_the_fewer_of_their_words_are_in_common():
    text = f"{LEDE} Pilots of the harbour lose their ferries."
    (far,) = found(told("Council of Osk votes on bridge", "Pilots lose old ferries", texts=(text, text)))
    (near,) = found(told("Council of Osk votes on ferries", "Pilots lose old ferries", texts=(text, text)))
    assert far.far == pytest.approx(heads.HEADLINE + heads.UNLIKE)
    assert near.far == pytest.approx(heads.HEADLINE + heads.UNLIKE * 6 / 7)
    (plain,) = found(
        told("Council of Osk votes on bridge", "Council shuts old harbour", texts=(text, text), event_by="given")
    )
    assert plain.far == pytest.approx(heads.HEADLINE + heads.UNLIKE * 6 / 7)


@pytest.mark.parametrize(
    ("first", "coming", "why"),
    [
        ("Council of Osk to ", True, "Council of Osk to close"),
        ("The council will ", True, "will close"),
        ("Council votes to ", False, "a verb that was read as a noun: it is done"),
        ("Osk Democrats to ", True, "they are yet to"),
        ("Tomorrow’s council ", False, "no word of what is to come before the verb"),
    ],
)
def test_what_a_headline_puts_first_may_be_still_to_come(first, coming, why):
    assert heads.is_coming(first) == coming, why


def turns(articles, one_news, of_event=1.0, but=()):
    pair = {PAIR: one_news}
    return list(heads.turns(articles, language.sentences(articles), pair, {PAIR: of_event}, but=but))


@pytest.mark.parametrize(
    ("headlines", "one_news", "of_event", "shown", "why"),
    [
        ([VOTES, SHIPS], 0.5, 0.0, 1, "as likely one matter as not two"),
        ([VOTES, SHIPS], 0.4, 0.7, 1, "and sooner, where they share facts"),
        ([VOTES, SHIPS], 0.4, 0.6, 0, "which are too few"),
        ([VOTES, SHIPS], 0.3, 0.9, 0, "two stories of a topic"),
        ([VOTES, "Pilots to lose the last ferries"], 0.5, 0.0, 1, "one is of what is still to come"),
        ([VOTES, "5 things that harbour pilots know of Osk"], 0.5, 0.0, 1, "a guide is headed too"),
        ([VOTES, "Osk harbour closed by its council"], 0.9, 0.9, 0, "the same words in another order"),
        ([VOTES, None], 0.9, 0.9, 0, "one has none"),
    ],
)
def test_headlines_of_one_matter_that_may_be_of_two_turns_of_it(headlines, one_news, of_event, shown, why):
    text = f"{LEDE} Pilots of the harbour lose their last ferries, and 5 of them know Osk."
    assert len(turns(told(*headlines, texts=(text, text)), one_news, of_event)) == shown, why


def test_headlines_that_stand_side_by_side_are_of_no_two_turns():
    text = f"{LEDE} Pilots of the harbour lose their last ferries."
    articles = told(VOTES, SHIPS, texts=(text, text))
    assert turns(articles, 0.9, but=found(articles)) == []
