"""A sheet is blind, comes back from a spreadsheet as it was meant, and is refused by cell where nothing can be meant."""

import re
import zipfile
from itertools import pairwise
from types import SimpleNamespace

import openpyxl
import pytest
from made_up_audit import TELLS, audit
from samestory.coding import blind, items, record


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("audit")
    return folder, *audit(folder)


def test_nothing_in_the_file_names_outlet_file_url_date_or_reporter(drawn):
    """All that the workbook holds is searched, not only what is shown: properties, comments, hidden sheets."""
    folder, of, _ = drawn
    with zipfile.ZipFile(folder / "anna.xlsx") as packed:
        held = {name.lower(): packed.read(name).decode().lower() for name in packed.namelist() if "theme" not in name}
    texts = "".join(text for name, text in held.items() if "sharedstrings" in name or "sheet" in name)
    assert "the bridge was safe" in texts and "[outlet]" in texts and "[reporter]" in texts and "[address]" in texts
    assert [word for word in TELLS if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", texts)] == []
    assert [one for one in of["article_id"].unique() if one in texts] == []


def test_the_order_of_the_rows_is_not_that_of_the_articles(drawn):
    folder, of, _ = drawn
    rows = [cells[0].value for cells in openpyxl.load_workbook(folder / "anna.xlsx")["items"].iter_rows(min_row=2)]
    articles = of.set_index("item")["article_id"].loc[rows].tolist()
    changes = sum(a != b for a, b in pairwise(articles))
    assert changes > 2, "the statements of one article do not stand together"
    assert rows != of["item"].dropna().tolist()


def test_the_marks_hold_the_words_claimed(drawn):
    _, of, shown = drawn
    held = shown.set_index("item")["passage"].map(lambda passage: re.search("⟦(.*)⟧", passage)[1])
    assert "“We looked at it,”" in set(held)
    assert held.str.len().gt(0).all() and len(held) == of["item"].notna().sum() > 5


FORMS = [
    ("The Guardian", "the Guardian’s man", "[outlet]’s man"),
    ("BBC News", "told the BBC", "told the [outlet]"),
    ("foxnews.com", "told foxnews, and FOXNEWS", "told [outlet], and [outlet]"),
    ("New York Times", "NYT and NewYorkTimes", "[outlet] and [outlet]"),
    ("Western Star", "a star in the western sky", "a star in the western sky"),
]


@pytest.mark.parametrize(("outlet", "text", "expected"), FORMS)
def test_an_outlet_is_hidden_under_its_usual_names(outlet, text, expected):
    import pandas as pd

    names = blind.masks(pd.DataFrame({"outlet": [outlet]}))
    assert blind.masked(text, names).removeprefix("the ") == expected


def page(folder, coder="anna"):
    book = openpyxl.load_workbook(folder / f"{coder}.xlsx")
    return book, book["items"]


def test_verdicts_come_from_a_list(drawn):
    (choice,) = page(drawn[0])[1].data_validations.dataValidation
    assert choice.formula1 == '"right,wrong,unsure"' and str(choice.sqref).startswith("F2:F")


def test_a_text_that_looks_like_a_formula_is_a_text(tmp_path):
    audit(tmp_path)
    types = {cell.data_type for row in page(tmp_path)[1].iter_rows() for cell in row if cell.value is not None}
    assert types == {"s"}


@pytest.fixture
def edited(tmp_path):
    """A function that edits anna's sheet as a coder would, and reads it with ben's."""
    audit(tmp_path)

    def edit(change):
        book, items = page(tmp_path)
        for cells in items.iter_rows(min_row=2):
            cells[5].value = "right"
        change(items)
        book.save(tmp_path / "anna.xlsx")
        return record.read([tmp_path / "anna.xlsx", tmp_path / "ben.xlsx"])

    return edit


def sort(items):
    rows = [[cell.value for cell in cells] for cells in items.iter_rows(min_row=2)]
    for number, row in enumerate(sorted(rows, key=lambda row: row[3]), 2):
        for column, value in enumerate(row, 1):
            items.cell(number, column).value = value


def by_hand(**cells):
    def change(items):
        for place, value in cells.items():
            items[place].value = value

    return change


MEANT = [
    (lambda items: items.delete_rows(3), -1, "a row was deleted: its item was not judged"),
    (by_hand(F2=" Right "), 0, "a capital and spaces"),
    (by_hand(F2=None), -1, "a cell was left empty"),
    (sort, 0, "whole rows were sorted"),
    (lambda items: items.insert_cols(1), 0, "a column of the coder's own was put in"),
    (by_hand(G2="She says so below.", J40=""), 0, "a note, and a cell touched by chance"),
]


@pytest.mark.parametrize(("change", "less", "why"), MEANT, ids=[case[-1] for case in MEANT])
def test_a_sheet_edited_in_a_spreadsheet_comes_back(edited, drawn, change, less, why):
    told = edited(change)
    judged = told[told["coder"].eq("anna") & told["verdict"].eq("right")]
    assert len(judged) == drawn[1]["item"].notna().sum() + less, why
    assert told.loc[told["coder"].eq("ben"), "verdict"].isna().all(), "ben has judged nothing yet"


def foreign(items):
    items.append(["bbbbbbbb", "speakers", "", "A ⟦foreign⟧ row.", "A claim.", "right"])


def twice(items):
    items.append([cell.value for cell in items[2]])


def sort_one_column(items):
    items["D2"].value, items["D3"].value = items["D3"].value, items["D2"].value


REFUSED = [
    (by_hand(F3="rihgt"), r"^anna.xlsx, F3: 'rihgt' is no verdict; write right, wrong or unsure", "a typo"),
    (by_hand(F3=1), r"^anna.xlsx, F3: 1 is no verdict", "a number"),
    (foreign, r"^anna.xlsx, A\d+: 'bbbbbbbb' is no item of this draw", "a row of another sheet"),
    (twice, r"^anna.xlsx, A\d+: [b-v]{8} stands in A2 too", "a row copied"),
    (sort_one_column, r"^anna.xlsx, D2: this is not what [b-v]{8} showed; sort whole rows", "one column sorted alone"),
    (by_hand(A3=None), r"^anna.xlsx, A3: the name of the item is missing", "the name was deleted"),
    (by_hand(F1="answer"), r"^anna.xlsx: the first row has no heading 'verdict'", "a heading renamed"),
]


@pytest.mark.parametrize(("change", "says", "why"), REFUSED, ids=[case[-1] for case in REFUSED])
def test_what_cannot_be_meant_is_refused_by_its_cell(edited, change, says, why):
    with pytest.raises(ValueError, match=says) as error:
        edited(change)
    assert "\n" not in str(error.value), why


def test_two_sheets_of_one_name_are_refused(drawn):
    with pytest.raises(ValueError, match="two sheets are called anna"):
        record.read([drawn[0] / "anna.xlsx", drawn[0] / "anna.xlsx"])


NO_SHEETS = [("anna.csv", b"item,verdict\n", "cannot be read as a workbook"), ("b.xlsx", b"PK", "cannot be read")]


@pytest.mark.parametrize(("name", "content", "says"), NO_SHEETS)
def test_a_file_that_is_no_sheet_is_named(tmp_path, name, content, says):
    audit(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ValueError, match=says):
        record.read([tmp_path / name])


def test_a_workbook_of_others_and_a_folder_without_a_key_are_named(tmp_path):
    audit(tmp_path)
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(ValueError, match="has no sheet 'items'"):
        record.read([tmp_path / "other.xlsx"])
    (tmp_path / "key.csv").unlink()
    with pytest.raises(ValueError, match=r"key\.csv is not there"):
        record.read([tmp_path / "anna.xlsx"])


def test_every_kind_has_its_rules():
    from samestory.coding import sheet
    from samestory.compare.facts.sides import KINDS

    rules = sheet.codebook()
    assert set(rules.loc[rules["kind"].eq("findings"), "part"]) == set(KINDS)
    found = {"speakers", "figures", "labels", "facts", "findings", "anonymous"}
    assert set(rules["kind"]) == found | {f"{kind}{items.MISSED}" for kind in ("speakers", "figures", "anonymous")}
    assert rules[["right", "wrong", "source"]].notna().all(axis=None)
    assert items.COLUMNS[0] == "kind"


def test_a_coder_sees_two_sentences_before_a_passage():
    text = "One came. Two came. Three came. Four came."
    places = [m.span() for m in re.finditer(r"[^ .][^.]*\.", text)]
    side = SimpleNamespace(article_id="a", marks=((text.index("Four"), len(text)),))
    before, _ = blind._passage(side, {"a": text}, {"a": tuple(map(list, zip(*places, strict=True)))})
    assert before == "Two came. Three came."


def test_what_a_coder_sees_fits_a_cell():
    assert len(blind.masked("x" * 40_000, {})) == 32_000
