"""What is judged of what was not found: sentences that no statement, and no figure, reaches into."""

import pandas as pd
import pytest
from samestory.annotate.figures import figures
from samestory.annotate.quotes import quotes
from samestory.coding import items
from samestory.corpus import language

TEXT = (
    "“The bridge is safe,” Mayor Lena Ortiz said on Monday. It had rained. At least 12 people were hurt. "
    "Officials said it would stay open. The 9th of May was “quiet”."
)


@pytest.fixture(scope="module")
def told():
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [TEXT], "sha256": ["0" * 64]})
    return articles, quotes(articles), language.sentences(articles)


def words(rows):
    return [TEXT[row.start : row.end].split(".")[0] for row in rows.itertuples()]


def test_sentences_without_a_statement(told):
    articles, found, sentences = told
    rows = items.missed_speakers(found, sentences, articles)
    assert words(rows) == ["It had rained", "At least 12 people were hurt", "The 9th of May was “quiet”"]
    assert rows["certainty"].tolist() == ["less likely", "less likely", "likelier"], "marks make it likelier"
    assert set(rows["kind"]) == {"speakers-missed"} and set(rows["group"]) == {"North"}
    assert rows["sides"].iloc[0][0].marks == ((rows["start"].iloc[0], rows["end"].iloc[0]),), "the sentence is marked"


def test_sentences_without_a_figure(told):
    articles, _, sentences = told
    rows = items.missed_figures(figures(articles), sentences, articles)
    assert "At least 12 people were hurt" not in words(rows) and "It had rained" in words(rows)
    assert rows.loc[rows["certainty"].eq("likelier"), "start"].map(lambda start: TEXT[start:][:7]).tolist() == [
        "The 9th"
    ]


def test_every_statement_is_one_of_an_unnamed_source_or_not(told):
    articles, found, _ = told
    rows = items.anonymous(found, articles)
    claims = dict(zip(rows["kind"], rows["claim"], strict=True))
    assert claims == {
        "anonymous": "Who says the words in the marks is not named.",
        "anonymous-missed": "Who says the words in the marks is named: Lena Ortiz",
    }


def test_a_label_is_the_claim_of_what_it_means():
    text = "The hostages came home."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text], "sha256": ["0" * 64]})
    found = pd.DataFrame([("a", 4, 12, "hostages", "the people held", "hostages", "mention")])
    found.columns = ["article_id", "start", "end", "text", "referent", "label", "use"]
    (row,) = items.labels(found, articles).itertuples()
    assert (row.claim, row.certainty) == ("The words in the marks mean: the people held", "mention")
    assert text[row.start : row.end] == "hostages"


@pytest.mark.parametrize(("sure", "certainty"), [(0.9, "surer"), (0.85, "less sure")])
def test_differences_are_drawn_by_how_sure_they_are(sure, certainty):
    sides = {
        "difference": 1,
        "kind": "number",
        "subject": "the dead",
        "differs": "no number is both",
        "sure": sure,
        "source": None,
    }
    rows = [sides | {"article_id": article, "start": 0, "end": 5} for article in "ab"]
    articles = pd.DataFrame({"article_id": ["a", "b"], "sha256": ["0", "1"]})
    assert items.findings(pd.DataFrame(rows), articles)["certainty"].tolist() == [certainty]
