"""How much of what others tell too goes to a source: by fact, by story, and never found where there is no difference."""

import pandas as pd
import pytest
from samestory.compare.facts.given import by_article, given
from samestory.compare.facts.given import tests as family
from samestory.present.facts import recurring


def collection(stories, north, south, facts=5):
    """Tellings and articles of two outlets: in each story so many of the facts both tell are given to a source."""
    rows, articles = [], []
    for k in range(stories):
        for group, said in (("North", north(k)), ("South", south(k))):
            article = f"{group}{k}"
            articles.append({"article_id": article, "outlet": group, "event": f"e{k}"})
            rows += [
                {"fact": facts * k + n, "level": "show", "group": group, "article_id": article, "start": 10 * n,
                 "end": 10 * n + 9, "voice": "attributed" if n < said else "narrator"}
                for n in range(facts)
            ]  # fmt: skip
    return pd.DataFrame(rows), pd.DataFrame(articles)


ATTRIBUTED = pd.DataFrame(columns=["article_id", "attribution", "kind"])


def test_a_fact_counts_once_an_article_and_only_where_another_tells_it():
    tellings, articles = collection(1, lambda k: 2, lambda k: 0)
    alone = tellings.iloc[:1].assign(fact=99, voice="attributed")
    loose = tellings.assign(level="propose", fact=tellings["fact"] + 50, voice="attributed")
    again = tellings.iloc[:1].assign(voice="narrator")
    table = by_article(pd.concat([tellings, alone, loose, again]), articles)
    assert table[["facts", "given"]].to_numpy().tolist() == [[5, 2], [5, 0]]


@pytest.mark.parametrize(
    ("stories", "north", "south", "stands", "why"),
    [
        (12, lambda k: 3 + k % 2, lambda k: k % 2, True, "in twelve of twelve stories more"),
        (12, lambda k: 1 + k % 2, lambda k: 2 - k % 2, False, "as often more as fewer"),
        (2, lambda k: 5, lambda k: 0, False, "two stories are too few to test"),
    ],
)
def test_what_recurs_is_tested_by_story(stories, north, south, stands, why):
    tellings, articles = collection(stories, north, south)
    table = given(tellings, articles, family(tellings, ATTRIBUTED, articles, permutations=2000))
    found = recurring.given(table, tellings, articles)
    assert bool(len(found) and found["p_adjusted"].le(0.05).all()) == stands, why
    if stands:
        assert found["sentence"].iloc[0] == (
            "In 12 of 12 stories North gives more of the facts that others tell too to a source than they do, in 0 it is "
            "the other way: 70% of its 60 facts against 10%."
        )
