"""The tables of notebook 4 as its page shows them."""

import pandas as pd
from samestory import annotate
from samestory.present.framing import views


def test_headlines_of_stories_that_several_tell_stand_first():
    articles = pd.DataFrame(
        {
            "article_id": ["w", "n", "s", "e"],
            "outlet": ["West", "North", "South", "East"],
            "event": ["a fair", "the bridge", "the bridge", "the bridge"],
            "headline": ["Fair opens", "Bridge attack kills six", "Bridge reopens", None],
        }
    )
    news = pd.DataFrame({"told": ["n"], "other_id": ["s"]})
    shown = views.headlines(articles, news)
    assert shown["group"].tolist() == ["North", "South", "West"]
    assert shown["story"].tolist() == ["the bridge", "the bridge", "Fair opens"]
    apart = views.headlines(articles, news.iloc[:0])
    assert "the bridge" not in set(apart["story"]), "hardly of one event: each stands alone"


def test_a_few_sentences_of_what_surely_is_own_stand_under_their_cues():
    text = "It might rain. It may hail. " + "It might snow. " * 9 + "It could be said."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text], "url": [None]})
    found = annotate.run(articles, "cues")[0].assign(voice="narrator")
    others = found.assign(voice=found["voice"].mask(found["text"].eq("could be"), "unsure"))
    rates = pd.DataFrame({"family": ["hedges"], "p": [float("nan")]})
    shown = views.cues(others, rates, articles).data
    assert "Cues of hedges: “might” and “may” (2)" in shown, "each cue once, none that may be another's"
    assert views.cues(others, rates.assign(p=0.01), articles).data == "", "the finding of a test has its sentences"
    many = found.assign(term=[f"term {k}" for k in range(len(found))])
    assert views.cues(many, rates, articles).data.count("<blockquote>") == views.SENTENCES
