import pandas as pd
from samestory.annotate import spans
from samestory.compare.framing import emphasis
from samestory.corpus import language


def collection(*texts, outlets=None):
    count = len(texts)
    return pd.DataFrame(
        {
            "article_id": [f"a{k}" for k in range(count)],
            "outlet": outlets or [f"outlet {k}" for k in range(count)],
            "event": None,
            "text": list(texts),
        }
    )


def mentions(articles, word):
    def find(text):
        starts = [k for k in range(len(text)) if text.startswith(word, k)]
        return [{"start": start, "end": start + len(word), "item": word} for start in starts]

    return spans.table(articles, find, {"item": "str"})


def each(articles, word):
    return emphasis.by_article(emphasis.places(mentions(articles, word), articles, "item"), language.words(articles))


def test_where_a_fact_stands():
    articles = collection("First.\n\nThe toll rose.\n\nMore here.", "Other news.\n\nStill other.\n\nLast, the toll.")
    table = each(articles, "toll")
    assert list(table["first_paragraph"]) == [2, 3]
    assert list(table["paragraphs"]) == [3, 3]
    assert list(table["lead"]) == [False, False]
    assert list(table["last"]) == [False, True]


def test_share_of_words_counts_a_sentence_once():
    articles = collection("The toll is a toll. Two words.", "No such word.")
    assert list(each(articles, "toll")["share_of_words"]) == [5 / 7]


def test_medians_by_group_and_no_test_with_few_articles():
    articles = collection("Toll first. Rest of it.", "Rest of it. Then Toll.", outlets=["A", "B"])
    table = emphasis.emphasis(each(articles, "Toll"), articles)
    assert list(table["articles"]) == list(table["of"]) == [1, 1]
    assert table["p"].isna().all()


def test_a_place_that_differs_in_every_article_is_found():
    early, late = "Toll. " + "Some words here. " * 6, "Some words here. " * 6 + "Toll."
    articles = collection(*[early] * 8, *[late] * 8, outlets=["A"] * 8 + ["B"] * 8)
    table = emphasis.emphasis(each(articles, "Toll"), articles)
    assert (table["p_adjusted"] < 0.05).all()
