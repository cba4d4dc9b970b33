"""The page in JupyterLab: what is answered on it stands in the sheet at once, and nowhere is text read as markup."""

import openpyxl
import pytest
from made_up_audit import audit
from samestory.coding.page import HERE, judge


@pytest.fixture
def sheet(tmp_path):
    audit(tmp_path, coders=["anna"])
    return tmp_path / "anna.xlsx"


def answers(sheet):
    rows = openpyxl.load_workbook(sheet)["items"].iter_rows(min_row=2, values_only=True)
    return [(row[0], row[5], row[6]) for row in rows]


def test_an_answer_stands_in_the_sheet_at_once_and_the_page_goes_on_from_there(sheet):
    page = judge(sheet)
    first, second = (one["item"] for one in page.items[:2])
    assert page.at == 0 and page.items[0]["rules"][0].startswith("right: ")
    page.verdicts = page.verdicts | {first: "wrong"}
    page.notes = page.notes | {first: "=somebody else"}
    page.verdicts = page.verdicts | {second: "right"}
    page.verdicts = page.verdicts | {second: ""}
    assert answers(sheet)[:2] == [(first, "wrong", "=somebody else"), (second, None, None)]
    assert judge(sheet).at == 1, "the first that was not judged"


def test_a_sheet_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match=r"there is no sheet .*nobody\.xlsx"):
        judge(tmp_path / "nobody.xlsx")


def test_the_page_sets_every_text_as_text():
    script = (HERE / "page.js").read_text()
    assert "textContent" in script and not any(word in script for word in ("innerHTML", "insertAdjacent", "eval("))
