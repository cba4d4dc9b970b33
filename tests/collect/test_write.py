"""What was collected is written so that it reads the same again, and can be corrected by hand."""

import pandas as pd
import pytest
from samestory import cli, collect

from .conftest import DELUGE, FLOOD

TABLE = (
    "outlet,date,headline,section,url,text\n"
    f'Ardin Times,2025-07,"=Flood: ""12"" killed",World,https://ardin.ex/1,"{FLOOD}"\n'
    f'Pöst,,,,,"{DELUGE}\n\n“We stay.”"\n'
)


def test_a_collected_folder_reads_the_same(read, tmp_path):
    articles, receipt = read({"a.csv": TABLE}, "a.csv")
    collect.write(articles, receipt, tmp_path / "flood")
    files = sorted(path.name for path in (tmp_path / "flood").iterdir())
    assert files == ["2025-07_ardin-times_flood-12-killed.txt", "articles.csv", "receipt.csv", "undated_post_a-3.txt"]
    again, receipts = collect.read(tmp_path / "flood")
    assert receipts["file"].tolist() == [f"collected from {receipt['file'][0]}", files[0], files[3]]
    assert receipts["sha256"][0] == receipt["sha256"][0], "page 1 names the file that was brought"
    same = ["article_id", "outlet", "published", "headline", "url", "text", "section"]
    expected = articles[same].assign(text=articles["text"] + "\n")
    pd.testing.assert_frame_equal(again[same].fillna("-"), expected.fillna("-"))


def test_what_was_corrected_by_hand_counts_and_is_not_overwritten(read, tmp_path):
    articles, receipt = read({"a.csv": TABLE}, "a.csv")
    collect.write(articles, receipt, tmp_path / "flood")
    table = tmp_path / "flood" / "articles.csv"
    table.write_text(table.read_text().replace("Pöst", "The Post"))
    assert collect.read(tmp_path / "flood")[0]["outlet"].tolist() == ["Ardin Times", "The Post"]
    with pytest.raises(ValueError, match="is there already"):
        collect.write(articles, receipt, tmp_path / "flood")


def test_the_command_collects_and_says_what_is_left_out(tmp_path, capsys):
    (tmp_path / "a.csv").write_text(f"{TABLE}Echo,,,,https://e.ex/1,\n")
    (tmp_path / "b.pdf").write_text("x")
    out = tmp_path / "flood"
    assert cli.main(["collect", str(tmp_path / "a.csv"), "--out", str(out), "--strict"]) == 2
    assert "row 4, has a link but no text" in capsys.readouterr().err and not out.exists()
    assert cli.main(["collect", str(tmp_path), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{out}: 2 articles of 2 outlets\n"
    assert "left out of a.csv: row 4 has a link" in said.err and "left out of b.pdf: is a PDF" in said.err


def test_dates_corrected_by_hand_are_read_in_one_order(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"The river rose in {name}.", encoding="utf-8")
    rows = "file,outlet,date\na.txt,Post,12.03.2026\nb.txt,Times,13.03.2026\n"
    (tmp_path / "articles.csv").write_text(rows, encoding="utf-8")
    articles, receipt = collect.read(tmp_path)
    assert [str(day) for day in articles["published"]] == ["2026-03-12", "2026-03-13"]
    assert receipt["assumed"].str.contains("dates read as day, month, year").any(), "13 is no month"
