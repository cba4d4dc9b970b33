"""Unnamed sources are counted by attribution, tested by article, and never found where there is no difference."""

import numpy as np
import pandas as pd
import pytest
from samestory.compare import voices
from samestory.compare.voices.anonymity import by_article, comparable, enough, in_stories


def collection(shares: dict[str, list[float]], said: int = 10) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Quotes and articles: for each outlet an article a share, `said` attributions each, so many of them anonymous."""
    quotes, articles = [], []
    for outlet, wanted in shares.items():
        for k, share in enumerate(wanted):
            name = f"{outlet}{k}"
            articles.append({"article_id": name, "outlet": outlet, "event": f"e{k}"})
            for n in range(said):
                kind = "anonymous" if n < share * said else "named"
                quotes.append(
                    {"article_id": name, "attribution": n, "source_class": kind, "form": "indirect", "source": "x"}
                )
    return placed(pd.DataFrame(quotes)), pd.DataFrame(articles)


def anonymity(quotes: pd.DataFrame, articles: pd.DataFrame, **options) -> pd.DataFrame:
    return voices.anonymity(voices.attributed(quotes, articles), articles, **options)


def placed(quotes: pd.DataFrame) -> pd.DataFrame:
    """The rows one after the other in the text, each of another speaker."""
    starts = [10 * k for k in range(len(quotes))]
    words = {"named": "Ana Moss", "anonymous": "an official"}
    speakers = quotes["source_class"].map(words)
    made = quotes.assign(start=starts, end=[start + 9 for start in starts], speaker=speakers, text="nine chars")
    return made.assign(cue_start=None, relay=None)


def test_the_pieces_of_one_attribution_count_once_and_scare_quotes_not_at_all():
    rows = [("a", 1, "anonymous"), ("a", 1, "anonymous"), ("a", 2, "named"), ("a", 3, None)]
    quotes = pd.DataFrame(rows, columns=["article_id", "attribution", "source_class"]).assign(form="mixed", source="x")
    quotes = placed(quotes)
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["N", "S"], "event": ["e", "e"]})
    table = by_article(voices.attributed(quotes, articles), articles)
    assert table["attributions"].tolist() == [2, 0] and table["share"].isna().tolist() == [False, True]
    assert table.loc[0, ["named", "body", "anonymous", "open"]].tolist() == [1, 0, 1, 0]


def test_two_articles_give_a_share_and_no_difference():
    table = anonymity(*collection({"N": [0.4], "S": [0.0]})).set_index("group")
    assert table.loc["N", ["attributions", "anonymous", "share"]].tolist() == [10, 4, 0.4]
    assert table["p"].isna().all()


def test_sources_made_anonymous_are_found():
    table = anonymity(*collection({"N": [0.6] * 10, "S": [0.1] * 10}))
    assert table["p_adjusted"].max() < 0.05


def test_no_difference_is_found_where_there_is_none():
    random = np.random.default_rng(1)
    p = [
        anonymity(*collection({"N": [*random.random(6)], "S": [*random.random(6)]}), permutations=200)["p"].min()
        for _ in range(40)
    ]
    assert np.mean(np.array(p) <= 0.05) <= 0.15


@pytest.mark.parametrize("outlets", [1, 3])
def test_any_number_of_outlets(outlets):
    table = anonymity(*collection({f"O{k}": [0.2] for k in range(outlets)}))
    assert len(table) == outlets and table["p"].isna().all()


SHOWN = [
    ((5, 1), (5, 0), 2, "enough of both, few left open"),
    ((4, 0), (5, 0), 0, "too few of one, and one alone is compared with nothing"),
    ((8, 2), (5, 0), 2, "a fifth is left open"),
    ((8, 3), (5, 0), 0, "more than a fifth is left open"),
]


@pytest.mark.parametrize(("one", "other", "shown", "why"), SHOWN)
def test_a_share_is_shown_where_enough_was_found(one, other, shown, why):
    assert len(enough(pd.DataFrame([one, other], columns=["attributions", "open"]))) == shown, why


def test_of_several_stories_that_nothing_tests_only_those_that_two_tell_are_compared_each_apart():
    quotes, articles = collection({"N": [0.4, 0.0], "S": [0.0, 0.2]})
    articles["event"] = ["storm", "fire", "storm", "vote"]
    table = anonymity(quotes, articles)
    assert comparable(table).empty, "three stories"
    assert len(comparable(anonymity(quotes, articles.assign(event="storm")))) == 2, "one story"
    apart = in_stories(voices.attributed(quotes, articles), articles)
    told = list(apart[["story", "group", "anonymous", "attributions"]].itertuples(index=False, name=None))
    assert told == [("storm", "N", 4, 10), ("storm", "S", 0, 10)]
    assert in_stories(voices.attributed(quotes, articles), articles.assign(event=list("abcd"))).empty
