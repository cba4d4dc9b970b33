"""The tables of notebook 2 as its page shows them."""

import pandas as pd
from samestory.present.words import views


def test_words_that_stand_beside_any_are_no_collocates_of_one_and_no_word_has_none():
    text = "The harbour truce of the north held. The harbour truce of the south held."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text]})
    called = pd.DataFrame({"text": ["Truce", "the deal"]})
    assert set(views.collocates(articles, called)["collocate"]) == {"harbour", "held"}, "neither the nor of"
    assert views.collocates(articles, called.iloc[1:]).empty, "no label of one word, and none was asked for"
