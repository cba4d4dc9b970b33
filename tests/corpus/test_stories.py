"""Articles of one story are found by their words and dates; made-up accounts of a flood, a fire and a vote."""

import clock
import numpy as np
import pandas as pd
import pytest
from samestory.corpus import stories

FLOOD = [
    ("Ardin flood kills twelve", "2025-07-07", "At least 12 people were killed when the Sava broke the old dam at Ardin, mayor Mara Voss said. Rescuers in boats searched the drowned streets."),
    ("Twelve dead in flood at Ardin", "2025-07-08", "Rescuers searched Ardin in boats after the dam on the Sava broke and 12 people drowned. Voss, the mayor, blamed the dam."),
]  # fmt: skip
FIRE = [
    ("Warehouse fire in Borland", "2025-07-07", "Flames swept a paint warehouse in Borland harbour; firefighters from Keld fought the blaze until dawn and nobody was hurt."),
    ("Borland harbour burns", "2025-07-07", "A paint warehouse burnt down in the harbour of Borland. Firefighters from Keld put out the blaze by dawn; nobody was hurt."),
]  # fmt: skip
VOTE = [
    (
        "Senate passes budget",
        "2025-07-07",
        "The Senate approved a budget of cuts and taxes after a long debate on pensions.",
    )
]


def articles(*rows: tuple[str, str | None, str], event: object = pd.NA) -> pd.DataFrame:
    headlines, days, texts = zip(*rows, strict=True)
    published = [pd.Period(day, freq="D") if day else None for day in days]
    return pd.DataFrame(
        {"article_id": [str(k) for k in range(len(rows))], "headline": headlines, "text": texts, "event": event}
    ).assign(published=pd.Series(published, dtype=object))


def test_articles_are_grouped_by_what_they_tell_and_one_like_no_other_stands_alone():
    found = stories.found(articles(*FLOOD, *FIRE, *VOTE))
    assert found[0] == found[1] and found[2] == found[3]
    assert found.nunique() == 3


def test_a_story_is_named_by_words_of_a_headline_that_others_share_and_a_single_one_by_its_own():
    found = stories.found(articles(*FLOOD, *VOTE))
    assert found[0] == "Ardin flood kills twelve" and found[2] == "Senate passes budget"


def test_two_stories_of_one_name_are_told_apart_by_their_day():
    again = ("Senate passes budget", "2026-03-01", "Lawmakers voted money for ships and ports by night.")
    assert stories.found(articles(*VOTE, again)).tolist() == [
        "Senate passes budget",
        "Senate passes budget (2026-03-01)",
    ]


def test_what_is_given_is_kept():
    table = articles(*FLOOD, *FIRE)
    table["event"] = ["the dam", pd.NA, pd.NA, pd.NA]
    found = stories.found(table)
    assert found[0] == "the dam" and found[1] != "the dam" and found[2] == found[3]


APART = [
    ("2025-07-08", True, "a day later"),
    ("2025-09-08", False, "two months later the same words tell of another flood"),
    (None, True, "a date that nobody knows does not part what is this alike"),
]


@pytest.mark.parametrize(("day", "same", "why"), APART)
def test_days_apart_weigh(day, same, why):
    found = stories.found(articles(FLOOD[0], (FLOOD[1][0], day, FLOOD[1][2])))
    assert (found[0] == found[1]) == same, why


def test_articles_near_in_words_and_days_are_found_with_how_alike_their_openings_are():
    """Whatever is told after the opening counts for the whole only."""
    (head, _, flood), rain = FLOOD[0], "Rain fell on the quay. " * 9
    told = articles(
        (head, "2025-07-07", flood + rain), (head, "2025-07-08", flood), (head, "2025-07-09", flood), VOTE[0]
    )
    found = stories.near(told, days=1, least=0.2, opening=len(flood))
    pairs = list(zip(found["article_a"], found["article_b"], strict=True))
    ids = told["article_id"].tolist()
    assert pairs == [(ids[0], ids[1]), (ids[1], ids[2])] and found["days"].tolist() == [1, 1]
    assert found["alike"].iloc[0] < found["opened"].iloc[0] == pytest.approx(1)


LINKAGE = [(0.14, 2, "below the threshold"), (0.16, 1, "above it")]


@pytest.mark.parametrize(("likeness", "groups", "why"), LINKAGE)
def test_groups_grow_while_their_mean_likeness_reaches_the_threshold(likeness, groups, why):
    alike = np.array([[1, 0.3, likeness], [0.3, 1, likeness], [likeness, likeness, 1]])
    assert len(set(stories.grouped(alike).tolist())) == groups, why


def test_one_article_and_one_without_words_are_stories_of_their_own():
    assert stories.found(articles(VOTE[0])).tolist() == ["Senate passes budget"]
    assert stories.found(articles(*VOTE, ("", None, "…"))).nunique() == 2


def test_stories_are_those_that_comparing_every_two_would_find(monkeypatch):
    """Days with and without a date, far apart and near: the parts looked at alone are no other than the whole."""
    draw = np.random.default_rng(5)
    rows = [np.sort(draw.choice(60, 8, replace=False)) for _ in range(120)]
    words = [(row, np.full(8, 8**-0.5)) for row in rows]
    first = np.where(draw.random(120) < 0.1, np.nan, draw.integers(0, 90, 120))
    told = stories.Told(words, first, first + draw.choice([0, 0, 0, 29], 120))
    every = np.arange(120)
    whole = stories.grouped(stories._alike(told, every, every))
    monkeypatch.setattr(stories, "CHUNK", 16)
    apart = stories._groups(told)
    assert 20 < len(set(whole.tolist())) < 110
    assert pd.crosstab(whole, apart).gt(0).to_numpy().sum() == len(set(whole.tolist())) == len(set(apart.tolist()))


def test_articles_of_many_years_take_the_time_of_their_days():
    """Eight times the articles in eight times the days: eight times the comparisons, not sixty-four times."""
    draw = np.random.default_rng(5)

    def told(n):
        rows = [(np.sort(draw.choice(5000, 60, replace=False)), np.full(60, 60**-0.5)) for _ in range(n)]
        return stories.Told(rows, np.arange(n, dtype="float64"), np.arange(n, dtype="float64"))

    few, many = told(200), told(1600)
    assert clock.seconds(lambda: stories._groups(many)) < 20 * clock.seconds(lambda: stories._groups(few))


def test_naming_the_stories_takes_the_time_of_their_number():
    """Eight times the stories: eight times the names, none of which is looked for among as many others as there are."""
    draw = np.random.default_rng(5)

    def of(n):
        heads = [" ".join(f"Word{k}" for k in draw.choice(5000, 6)) for _ in range(n)]
        rows = pd.DataFrame({"headline": heads, "text": "", "published": pd.NaT})
        return lambda: stories._names(rows, stories.Told([], np.zeros(n), np.zeros(n)), np.arange(n), set())

    assert of(3)().is_unique
    assert clock.seconds(of(1600), 2) < 16 * clock.seconds(of(200))


@pytest.mark.parametrize(
    ("days", "apart", "why"),
    [
        ([np.nan, 3, 4], 1.0, "as far as the two that are dated"),
        ([1, 2, 5, np.nan], (1 + 4 + 3) / 3, "the mean of the three distances"),
        ([0, 400, np.nan], 7.0, "no more than that"),
        ([np.nan, 5], 7.0, "one date alone tells nothing"),
    ],
)
def test_an_article_without_a_date_is_as_far_away_as_the_collection_s_others_are(days, apart, why):
    assert stories._undated(np.array(days, dtype="float64")) == pytest.approx(apart), why


@pytest.mark.parametrize(("days", "one"), [(18, True), (20, False)])
def test_the_same_words_are_another_story_some_weeks_later(days, one):
    words = [(np.array([1]), np.array([1.0]))] * 2
    at = np.array([0.0, days])
    assert (len(set(stories._groups(stories.Told(words, at, at)))) == 1) == one


def test_a_word_of_the_headline_counts_as_two_of_the_text():
    headed, twice = stories._words(articles(("Dam", None, "It rains."), ("", None, "It rains. Dam, dam.")))
    assert headed["dam"] == twice["dam"] == 2


def ranked(rank):
    """A word of a rank in the frequency of words in news, with the share of articles that use it."""
    return next(word for word, at in stories._ranks().items() if at == rank and word.isalpha())


def test_the_commonest_words_are_in_most_articles():
    assert 0.6 < stories._share(ranked(49)) < 0.7


def test_a_word_that_all_have_weighs_somewhat_less_than_one_that_one_has():
    """In a small collection not much less: both are rare in the news."""
    ((_, weights), _) = stories._weighed([stories.Counter(ardinq=1, brinq=1), stories.Counter(ardinq=1, osq=1)])
    all_have, one_has = sorted(weights[:2])
    assert all_have / one_has == pytest.approx(0.85, abs=0.012)


def named(*headlines):
    """The name of a story of these headlines in a collection of fifty."""
    own = stories.Counter(stem for headline in headlines for stem in set(map(stories._stem, stories._small(headline))))
    return stories._name(pd.DataFrame({"headline": headlines}), headlines[0], own, 50)


@pytest.mark.parametrize(("rank", "telling"), [(150, False), (210, True)])
def test_a_word_that_a_quarter_of_articles_use_names_no_story(rank, telling):
    other = f"Ardinq brinq {ranked(rank)} closed"
    assert (named("Ardinq brinq opens there", other, f"{ranked(rank)} shown") == other) == telling


@pytest.mark.parametrize(
    ("headlines", "name", "why"),
    [
        (["Osk mourns", "Ferry ‘Ada’ sinks, says Lind", "Ferry sinks, Lind weeps | North"], "Ferry sinks, Lind weeps",
         "a whole headline, without its site, of those that share as much the one with less beside it"),
        (["Osk mourns", "Ferry sinks"], "Osk mourns", "nothing is shared: the middle one"),
        (["Ferry sinks", "Ferry sinks in the harbour of Osk", "Harbour of Osk"], "Ferry sinks in the harbour of Osk",
         "most of what is shared"),
    ],
)  # fmt: skip
def test_a_story_is_named_by_a_whole_headline(headlines, name, why):
    assert named(*headlines) == name, why


def test_a_story_without_a_headline_is_named_by_its_first_words():
    text = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen."
    (name,) = stories.found(articles((None, None, text)))
    assert name.split() == text.split()[:12]
