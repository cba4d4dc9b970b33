"""A workbook: read again by openpyxl, which did not write it."""

import openpyxl
import pandas as pd
import pytest
from samestory.publish import workbook

GIVEN = [
    ("a text", "war"),
    ("what a spreadsheet takes for a formula", '=HYPERLINK("http://x","y")'),
    ("what it takes for a call", "+1-2"),
    ("a mail address", "@sum"),
    ("a number that is a text", "007"),
    ("a date that is a text", "2031-05-04"),
    ("a tabulator and a line", "a\tb\nc"),
    ("an emoji, two UTF-16 units", "🙂 after"),
    ("a sign that XML forbids", "a\x0bb"),
    ("letters from right to left", "שלום"),
    ("an address that is no web page", "javascript:alert(1)"),
    ("markup", "<b>&amp;"),
]


def cells(path, sheet):
    """The cells of a sheet below its head, row by row."""
    return [list(row) for row in openpyxl.load_workbook(path)[sheet].iter_rows(min_row=2)]


@pytest.fixture
def book(tmp_path):
    """A workbook of the cases, and of values of other kinds."""
    words = pd.DataFrame(GIVEN, columns=["why", "given"])
    others = pd.DataFrame(
        {
            "n": [3, 4, None],
            "share": [0.5, float("inf"), None],
            "told": pd.Series([True, False, None], dtype="boolean"),
            "month": pd.PeriodIndex(["2031-05", "2031-06", None], freq="M"),
            "url": ["https://a.example/1", "ftp://a.example", None],
            "speakers": [["Ann", "Bo"], [], None],
            "last": ["a", "b", "c"],
        }
    )
    sheets = [
        workbook.Sheet("words", words, "The words asked for.", {"given": "What was typed."}),
        workbook.Sheet("a/b: others", others, choices={"n": ["3", "4"]}),
    ]
    workbook.write(sheets, tmp_path / "book.xlsx", says="Tables of a test.")
    return tmp_path / "book.xlsx"


def test_every_text_is_a_text_again_and_none_a_formula_or_a_link(book):
    rows = cells(book, "words")
    assert [row[1].value for row in rows] == [given.replace("\x0b", "\ufffd") for _, given in GIVEN]
    assert {row[1].data_type for row in rows} == {"s"}
    assert not any(row[1].hyperlink for row in rows)


def test_numbers_truths_links_and_missing_values_are_what_they_were(book):
    first, second, third = cells(book, "a b  others")
    assert [cell.value for cell in first] == [3, 0.5, True, "2031-05", "https://a.example/1", "Ann; Bo", "a"]
    assert [cell.value for cell in second[:4]] == [4, "inf", False, "2031-06"]
    assert [cell.value for cell in third] == [None] * 6 + ["c"], "what is missing is an empty cell, never 0 or nan"
    assert first[4].hyperlink.target == "https://a.example/1"
    assert not second[4].hyperlink, "only web pages are opened"


def test_the_first_sheet_explains_every_column_of_every_sheet(book):
    opened = openpyxl.load_workbook(book)
    assert opened.sheetnames[0] == "Read me"
    told = [tuple(cell or "" for cell in row) for row in opened["Read me"].iter_rows(values_only=True)]
    assert told[0][0] == "Tables of a test."
    assert ("words", "", "The words asked for.") in told
    assert ("words", "given", "What was typed.") in told
    assert len(told) == 3 + (1 + 2) + (1 + 7)


def test_what_may_be_chosen_is_offered(book):
    (rule,) = openpyxl.load_workbook(book)["a b  others"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"3,4"', "A2:A4")


def test_the_same_sheets_give_the_same_bytes(tmp_path):
    table = pd.DataFrame({"word": ["war", "peace"]})
    for name in ("a.xlsx", "b.xlsx"):
        workbook.write([workbook.Sheet("words", table)], tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").properties.created == workbook.MADE


@pytest.mark.parametrize(
    ("given", "kept", "why"),
    [
        ("a" * 32_767, 32_767, "a cell holds so many"),
        ("a" * 32_768, 32_767, "and no more"),
        ("🙂" * 32_767, 16_383, "counted as Excel counts, and no half of a pair is left"),
    ],
)
def test_a_text_ends_where_a_cell_does(given, kept, why):
    assert len(workbook.text(given)) == kept, why


def test_half_a_pair_is_no_reason_to_stop():
    assert workbook.text("a\ud83d") == "a\ufffd"


def test_more_rows_than_a_sheet_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 3)
    with pytest.raises(ValueError, match=r"b\.xlsx: words has 3 rows; a sheet has 2"):
        workbook.write([workbook.Sheet("words", pd.DataFrame({"w": list("abc")}))], tmp_path / "b.xlsx")


def test_an_address_that_xml_cannot_hold_is_a_text_and_the_workbook_opens(tmp_path):
    table = pd.DataFrame({"url": ["https://a.example/?\x1b]0;t", "https://a.example/b c", "https://a.example/b"]})
    workbook.write([workbook.Sheet("a", table)], tmp_path / "a.xlsx")
    cells = [row[0] for row in openpyxl.load_workbook(tmp_path / "a.xlsx")["a"].iter_rows(min_row=2)]
    assert [bool(cell.hyperlink) for cell in cells] == [False, False, True]


@pytest.mark.parametrize(
    ("letters", "width", "lines"),
    [(3, 8, False), (30, 30, False), (40, 40, False), (41, 41, True), (90, 60, True)],
)
def test_a_column_is_as_wide_as_its_texts_within_bounds(letters, width, lines, tmp_path):
    table = pd.DataFrame({"w": ["x" * letters, *["x"] * 199, "x" * 99]})
    workbook.write([workbook.Sheet("s" * 40, table)], tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    (page,) = [page for page in book if page.title.startswith("ss")]
    cell = next(one for row in page.iter_rows() for one in row if one.value == "x" * letters)
    assert len(page.title) == 31 and bool(cell.alignment.wrap_text) == lines
    assert page.column_dimensions["A"].width == pytest.approx(width, abs=1), "the last row is not looked at"
