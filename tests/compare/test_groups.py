"""The column compared has one name, one order, one word for what is missing, and one sentence where there is none."""

import pandas as pd
import pytest
from samestory.compare import collection, framing, groups, inference, words
from samestory.compare.framing import emphasis, omission
from samestory.compare.framing.cues import rates
from samestory.corpus import language

MONTHS = [pd.Period("2025-03", "M"), None, pd.Period("2025-01", "M"), pd.Period("2025-03", "M")]
ORDERS = [
    (["B", "A", "B", "C"], ["B", "A", "C"], "first appearance"),
    (["B", None, "A", "B"], ["B", "A", "desk unknown"], "what is unknown comes last, wherever it appears"),
    (["desk unknown", "B", None, "A"], ["B", "A", "desk unknown"], "the reader of articles says it so too: one group"),
    (MONTHS, ["2025-01", "2025-03", "desk unknown"], "periods in the order of time"),
    ([2, 1, 1, 2], ["2", "1"], "anything is compared as text"),
]


def articles(desks: list) -> pd.DataFrame:
    return pd.DataFrame({"article_id": list("abcd"), "desk": pd.Series(desks, dtype="object"), "event": list("eeff")})


@pytest.mark.parametrize(("desks", "order", "why"), ORDERS)
def test_groups_have_one_order(desks, order, why):
    assert groups.names(articles(desks), "desk") == order, why


def test_a_span_has_the_group_and_columns_of_its_article():
    spans = pd.DataFrame({"article_id": ["d", "a", "d"], "start": [1, 2, 3]}, index=[7, 8, 9])
    told = groups.beside(spans, articles(["B", "A", "B", None]), "desk", "event")
    assert list(told["group"].astype("str")) == ["desk unknown", "B", "desk unknown"]
    assert list(told["event"]) == ["f", "e", "f"] and list(told.index) == [7, 8, 9]
    assert list(told["group"].cat.categories) == ["B", "A", "desk unknown"]


def test_a_span_of_no_article_is_named():
    with pytest.raises(ValueError, match="no article 'x'"):
        groups.beside(pd.DataFrame({"article_id": ["a", "x"]}), articles(list("AABB")), "desk")


SPANS = pd.DataFrame(columns=["article_id", "start", "end", "text", "voice", "item", "family", "form", "source_class"])
WRONG = [
    ("overview", lambda some: collection.overview(some, language.sizes(some), by="mood")),
    ("dates", lambda some: collection.dates(some, by="mood")),
    ("power", lambda some: inference.power(some, by="mood")),
    ("keyness", lambda some: words.keyness(some, by="mood")),
    ("collocates", lambda some: words.collocates(some, "truce", by="mood")),
    ("dispersion", lambda some: words.dispersion(some, "truce", by="mood")),
    ("house style", lambda some: words.house_style(some, by="mood")),
    ("pairs", lambda some: framing.choices(pd.DataFrame(columns=["article_a", "article_b"]), some, by="mood")),
    ("cues", lambda some: rates(SPANS, SPANS, some, by="mood")),
    ("places", lambda some: emphasis.places(SPANS, some, "item", by="mood")),
    ("omission", lambda some: omission.coverage(SPANS, some, language.sizes(some), "item", by="mood")),
]


@pytest.mark.parametrize(("name", "function"), WRONG)
def test_a_wrong_column_is_one_sentence(name, function, seeds):
    with pytest.raises(ValueError, match="The articles have no column 'mood' to compare by; they have article_id, "):
        function(seeds)
