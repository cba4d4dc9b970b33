"""Tables for people: sentences and links where programs have offsets."""

import openpyxl
import pandas as pd
import pytest
import samestory
from made_up import written
from samestory import places
from samestory.publish.share import tables
from samestory.story import graph

TEXT = "🙂 Ann left. Bo, who had come\nlate, stayed. Cy slept."
ARTICLES = pd.DataFrame(
    {
        "article_id": ["a", "b"],
        "outlet": ["North", "South"],
        "published": [pd.Period("2031-05-04"), pd.Period("2031-05")],
        "headline": ["Left", None],
        "url": ["https://north.example/1", None],
        "text": [TEXT, "Dee ran."],
    }
)
SENTENCES = pd.DataFrame(
    [("a", 0, 11), ("a", 12, 42), ("a", 43, 51), ("b", 0, 8)], columns=["article_id", "start", "end"]
)


@pytest.fixture
def sentence():
    return tables.sentences_of(ARTICLES, SENTENCES)


@pytest.mark.parametrize(
    ("span", "found", "why"),
    [
        (("a", 2, 5), "🙂 Ann left.", "the emoji is one character, as in every offset"),
        (("a", 16, 19), "Bo, who had come late, stayed.", "a line break within is white space"),
        (("a", 12, 48), "Bo, who had come late, stayed. Cy sl", "a span that goes on is shown to its end"),
        (("a", 11, 12), "", "between two sentences there is none"),
        (("b", None, None), "", "no place, no sentence"),
        ((None, 0, 1), "", "no article, no sentence: an agency text is none"),
    ],
)
def test_the_sentence_that_holds_a_span(sentence, span, found, why):
    assert sentence(*span) == found.strip(), why


def test_a_table_of_spans_has_the_sentence_and_where_it_is_from(sentence):
    spans = pd.DataFrame({"article_id": ["a", "b"], "start": [12, 0], "end": [14, 3], "text": ["Bo", "Dee"]})
    told = tables.readable(spans, ARTICLES, sentence)
    assert list(told) == ["text", "sentence", "outlet", "date", "headline", "link", "article_id"]
    assert told["sentence"].tolist() == ["Bo, who had come late, stayed.", "Dee ran."]
    assert told["link"].iloc[0] == "https://north.example/1" and pd.isna(told["link"].iloc[1])


def test_a_table_of_pairs_has_both_sides(sentence):
    pair = pd.DataFrame(
        {"article_a": ["a"], "start_a": [2], "end_a": [5], "article_b": ["b"], "start_b": [None], "end_b": [None]}
    )
    told = tables.readable(pair, ARTICLES, sentence).iloc[0]
    assert (told["sentence_a"], told["sentence_b"]) == ("🙂 Ann left.", "")
    assert (told["outlet_a"], told["outlet_b"]) == ("North", "South")


def test_the_other_group_is_no_article(sentence):
    told = tables.readable(pd.DataFrame({"group": ["North"], "other": ["South"]}), ARTICLES, sentence)
    assert list(told) == ["group", "other"]


def test_evidence_becomes_its_first_sentences_each_once(sentence):
    evidence = [[("b", 0, 3), ("b", 4, 7)], [("a", 2, 5), ("a", 12, 14), ("a", 43, 45)] * 2]
    told = tables.readable(pd.DataFrame({"n": [2, 6], "evidence": evidence}), ARTICLES, sentence)
    assert list(told) == ["n", "sentences"]
    assert told["sentences"].iloc[0] == "South: Dee ran."
    assert told["sentences"].iloc[1].count("\n") == 2


def test_more_sentences_than_are_shown_are_counted(sentence, monkeypatch):
    monkeypatch.setattr(tables, "SHOWN", 2)
    evidence = [[("a", 2, 5), ("a", 12, 14), ("a", 43, 45)]]
    told = tables.readable(pd.DataFrame({"evidence": evidence}), ARTICLES, sentence)
    assert told["sentences"].iloc[0].endswith("\nand 1 more")


@pytest.fixture(scope="module")
def books(tmp_path_factory):
    """The workbooks of the made-up collection, of all tables that are kept."""
    folder = tmp_path_factory.mktemp("books")
    with pytest.MonkeyPatch.context() as patch:
        (folder / "run").mkdir()
        patch.setenv(places.RUN, str(folder / "run"))
        story = samestory.read(str(written(folder, events=2)), permutations=20)
        for row in graph.TABLES.values():
            if row.kept:
                story[row.name]
        tables.write(story, folder)
    return {path.stem: openpyxl.load_workbook(path) for path in folder.glob("*.xlsx")}


def test_there_is_a_workbook_a_theme_with_the_tables_of_it(books):
    assert {"facts", "words", "voices", "framing", "figures"} <= set(books)
    assert {"Read me", "figures", "figure_verdicts"} <= set(books["figures"].sheetnames)


def test_every_column_is_explained_and_none_is_an_offset(books):
    told = [row for book in books.values() for row in book["Read me"].iter_rows(min_row=4, values_only=True)]
    assert len(told) > 100
    assert [row for row in told if not row[2]] == [], "a column more? `data/table_columns.csv` says what it holds"
    assert [row for row in told if str(row[1]).endswith(("start", "end"))] == []


def test_no_cell_of_any_workbook_is_a_formula(books):
    kinds = {cell.data_type for book in books.values() for page in book for row in page for cell in row}
    assert "s" in kinds and "f" not in kinds


@pytest.mark.parametrize(("rows", "said"), [(5_000, False), (5_001, True)])
def test_of_a_long_table_the_first_rows_are_shown(rows, said):
    assert ("all in the .csv" in tables._says("Words.", rows)) == said


@pytest.mark.parametrize(("sentences", "last"), [(5, "North: 4"), (7, "and 2 more")])
def test_of_many_sentences_five_are_shown(sentences, last):
    about = pd.DataFrame({"outlet": ["North"]}, index=["a"])
    shown = tables._sentences([("a", k, k + 1) for k in range(sentences)], about, lambda _, start, __: str(start))
    assert shown.split("\n")[-1] == last
