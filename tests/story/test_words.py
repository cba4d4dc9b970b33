"""Any word by voice, with its sentence, and as the lines of a concordance, which leave as a table."""

import openpyxl
import pytest
import samestory

STORY = samestory.read("seeds")


def test_words_come_with_voice_and_sentence():
    found = STORY.words("ceasefire, truce*")
    assert {"voice", "sentence", "outlet", "term"} <= set(found) and len(found) > 5
    assert all(row.text in row.sentence for row in found.itertuples())


def test_a_concordance_is_a_table_of_the_width_asked_for_and_sorted():
    lines = STORY.in_context("war", sort="left", width=20)
    assert lines["left"].str.len().max() <= 20 and lines["right"].str.len().max() <= 20
    before = [line.split()[-1].lower() for line in lines["left"] if line.split()]
    assert before == sorted(before) and len(before) > 3


def test_the_same_lines_are_read_aligned_and_uncut():
    shown = STORY.concordance("war", sort="left", width=60)
    lines = STORY.in_context("war", sort="left", width=60)
    assert shown.static().count("<mark>") == len(lines) and all(
        f">{text}</td>" in shown.static() for text in lines["left"]
    )
    shown.controls[2].value = 20
    assert f">{STORY.in_context('war', width=20)['left'].max()}</td>" in shown.shown.value
    with pytest.raises(ValueError, match="sort = 'up' is not known"):
        STORY.concordance("war", sort="up")


def test_a_table_leaves_as_a_workbook(tmp_path):
    samestory.write(STORY.in_context("war"), tmp_path / "war.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "war.xlsx")["Table"].iter_rows(values_only=True))
    assert "left" in rows[0] and len(rows) == 1 + len(STORY.in_context("war"))
