"""Comparisons take time in proportion to the articles, however many outlets these are of: four times, at most six."""

import clock
import numpy as np
import pandas as pd
import pytest
from samestory.compare import facts, framing, inference, words
from samestory.compare.framing import emphasis
from samestory.corpus import language

VOCABULARY = np.array([f"w{k}" for k in range(400)])


def collection(n):
    """Articles of n / 3 outlets, in stories of three, and spans in them: an item each, of one of five families."""
    draw = np.random.default_rng(1)
    texts = [" ".join(draw.choice(VOCABULARY, 100)) + "." for _ in range(n)]
    articles = pd.DataFrame({"article_id": [f"a{k}" for k in range(n)], "text": texts, "credit": None})
    articles["outlet"] = [f"outlet {draw.integers(n // 3)}" for _ in range(n)]
    articles = articles.assign(event=[f"story {k // 3}" for k in range(n)], published=pd.Period("2031-05-04"))
    rows = [(f"a{k}", 20 * j, 20 * j + 4, texts[k][20 * j : 20 * j + 4], j % 5) for k in range(n) for j in range(10)]
    spans = pd.DataFrame(rows, columns=["article_id", "start", "end", "text", "item"]).assign(voice="narrator")
    spans = spans.assign(family=spans["item"].astype("str"), referent="it", label=spans["item"].astype("str"))
    return articles, spans.assign(story=spans["article_id"]), language.words(articles)


def _tested(articles, spans, _):
    each = spans.groupby(["family", "article_id"], as_index=False)["start"].mean()
    return inference.tests(inference.values(each, "t", item="family", value="start"), articles, permutations=200)


CASES = {
    "pairs of articles": lambda articles, *_: facts.article_pairs(articles),
    "shared copy": lambda articles, _, read: framing.shared_copy(read, articles),
    "tests": _tested,
    "cues": lambda articles, spans, read: framing.each_article(spans, read, articles),
    "emphasis": lambda articles, spans, read: emphasis.by_article(emphasis.places(spans, articles, "family"), read),
    "contrasts": lambda articles, spans, _: words.contrasts(
        spans.assign(text=spans["label"]), articles, permutations=99
    ),
    "key terms": lambda articles, *_: words.keyness(articles, ngrams=[1], permutations=99),
    "house style": lambda articles, *_: words.house_style(articles),
}  # fmt: skip


@pytest.mark.parametrize("comparison", CASES)
def test_four_times_the_articles_take_at_most_six_times_as_long(comparison):
    few, many = collection(60), collection(240)
    work = CASES[comparison]
    first, second = (clock.seconds(lambda told=told: work(*told), times=4) for told in (few, many))
    assert second < max(6 * first, 0.3), f"{first:.2f} s, then {second:.2f} s"
