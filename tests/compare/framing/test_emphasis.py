import pandas as pd
import pytest
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


def all_of_one(articles):
    """Every two articles, as of one event."""
    ids = articles["article_id"].tolist()
    return pd.DataFrame([(a, b) for a in ids for b in ids if a != b], columns=["told", "other_id"])


PLACED = [
    (["e", "e"], ["A", "B"], "two accounts of one event"),
    (["e", "f"], [], "two unrelated articles"),
    ([None, None], [], "nobody knows of what event"),
]


@pytest.mark.parametrize(("events", "groups", "why"), PLACED)
def test_places_are_compared_within_an_event(events, groups, why):
    articles = collection("Toll first. Rest of it.", "Rest of it. Then Toll.", outlets=["A", "B"]).assign(event=events)
    found = each(articles, "Toll")
    table = emphasis.emphasis(found, articles)
    told = emphasis.comparable(table.assign(p=0.2), found, articles, all_of_one(articles))
    assert emphasis.comparable(table, found, articles, all_of_one(articles).iloc[:0]).empty, "hardly of one event"
    assert list(told["group"]) == groups, why
    assert list(told.columns) == list(table.columns) and told["p"].isna().all(), "a place is not what was tested"


def test_only_single_articles_of_one_event_have_a_place():
    """No median: it is the place of nothing where two articles of a group, or of two events, have the item."""
    texts = ["Toll first. Rest of it.", "Rest of it. Then Toll.", "Rest of it. Still rest of it. Then Toll."]
    articles = collection(*texts, outlets=["A", "B", "B"]).assign(event=["e", "e", "f"])
    found = each(articles, "Toll")
    told = emphasis.comparable(emphasis.emphasis(found, articles), found, articles, all_of_one(articles)).set_index(
        "group"
    )
    assert told.loc["B", "articles"] == 1 and told.loc["B", "first"] == found.loc[1, "first"]
    both = articles.assign(event="e")
    assert emphasis.comparable(emphasis.emphasis(found, both), found, both, all_of_one(both)).empty


def test_a_listed_word_stands_for_no_subject():
    labels = pd.DataFrame({"article_id": ["a"], "referent": ["the fire"]})
    assert emphasis.listed(labels)["subject"].item() == "words listed for the fire"


def report(referent, group, label, quotation):
    kind = "ordinal" if quotation.startswith("first") else "count"
    return {"referent": referent, "group": group, "label": label, "quotation": quotation, "kind": kind}


LEDGER = pd.DataFrame(
    [
        report(1, "North", "people", "12 people"),
        report(1, "South", "people", "twelve people"),
        report(2, "North", "people", "300 people"),
        report(2, "South", "people", "some 300 people"),
        report(3, "North", "ships", "two ships"),
        report(3, "South", "ships", "two ships"),
        report(4, "North", "“250”", "250"),
        report(5, "South", "“250”", "250"),
        report(8, "North", "place", "first place"),
        report(8, "South", "place", "first place"),
        *(report(k, group, "votes", "the vote") for k in (6, 7) for group in ("North", "South")),
    ]
)


def test_figures_whose_places_are_compared_are_one_figure_each():
    told = emphasis.figures(LEDGER)
    assert list(told["referent"].unique()) == [1, 2, 3, 6, 7], "a number that only one group gives is not another's"
    names = told.dropna().groupby("referent")["figure"].first().to_dict()
    named = {1: "“12 people” (North)", 2: "“300 people” (North)", 3: "“two ships”"}
    assert names == named, "by its number, and whose words they are; two named alike are never one"
    assert told["figure"].isna().sum() == 4


def test_articles_that_mention_nothing_have_no_places():
    articles = collection("It rained.", "The sun shone.")
    table = each(articles, "toll")
    assert table.empty and list(table) == emphasis.EACH
    assert emphasis.emphasis(table, articles).empty
