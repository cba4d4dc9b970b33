"""Files and metadata become the articles table; bad input gets one sentence."""

import re

import pandas as pd
import pytest
from samestory import corpus, known
from samestory.corpus.articles import slice_of_text


def test_the_seeds_as_a_careful_reader_finds_them(seeds):
    a, b = seeds.to_dict("records")
    assert (a["outlet"], b["outlet"]) == ("The Journal", "Al Jazeera")
    assert a["published"] == pd.Period("2025-07", "M") and b["published"] == pd.Period("2025-07-07", "D")
    assert (a["credit"], a["reporters"]) == ("AFP", "Muiris Ó Cearbhaill")
    assert pd.isna(b["credit"])
    assert a["text"].startswith("INDIRECT NEGOTIATIONS") and a["text"].endswith("the war in Gaza.")
    assert len(a["text"].split()) == 351


def test_every_text_is_a_slice_of_its_file(seeds):
    assert len(seeds) == 2
    for row in seeds.itertuples():
        whole = (known.ROOT / "seeds" / row.path).read_text(encoding="utf-8")
        assert whole[row.offset : row.offset + len(row.text)] == row.text


BYLINES = [
    ("One.\n\n- © AFP 2025, with reporting by Ann Lee", "One.", "AFP copyright line"),
    ("One.\n\n(Reporting by Ann Lee; editing by Bo Ek)", "One.", "a wire agency's credits in brackets"),
    ("One.\n\nReporting by A.\nCopyright 2024 The Times", "One.", "two such lines"),
    ("One.\n\nReporting by phone is hard.\n\nTwo.", "One.\n\nReporting by phone is hard.\n\nTwo.", "not the last line"),
    ("\ufeff\r\n One.\r\n", "One.", "a byte order mark and blank lines"),
]


@pytest.mark.parametrize(("whole", "text", "why"), BYLINES)
def test_bylines_stay_outside_the_text(whole, text, why):
    found, offset, _ = slice_of_text(whole)
    assert found == text == whole[offset : offset + len(text)], why


def test_plain_text_without_metadata(folder):
    table = corpus.articles(folder(one_txt="Alpha.", two_txt=" date 2024-02 Beta."))
    assert list(table["article_id"]) == ["one", "two"] == list(table["outlet"])
    assert table["published"].isna().tolist() == [True, False]
    assert table["event"].tolist() == ["Alpha.", "Beta."], "two that share no word are no story that nobody named"
    assert set(table["event_by"]) == {"found"}


def test_subfolders_are_outlets(folder):
    table = corpus.articles(folder(North__one_txt="Alpha.", South__two_txt="Beta."))
    assert list(table["outlet"]) == ["North", "South"]


def test_metadata_beside_the_articles(folder):
    metadata = "file,outlet,date,event,section\none.txt,North,2024-02-01,Flood,World\ntwo.txt,South,2024-02,Flood,\n"
    table = corpus.articles(folder(one_txt="Alpha.", two_txt="Beta.", articles_csv=metadata))
    assert list(table["outlet"]) == ["North", "South"]
    assert list(table["event"]) == ["Flood", "Flood"]
    assert table["section"].tolist() == ["World", "section unknown"], "so that one can compare by it"


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_one_table_file(tmp_path, suffix):
    rows = pd.DataFrame(
        {"id": ["x", "y"], "outlet": ["N", "S"], "date": ["2024-02-01", "2024-03"], "text": ["A.", "B."]}
    )
    file = tmp_path / f"table{suffix}"
    write = {".csv": rows.to_csv, ".parquet": rows.to_parquet}
    write[suffix](file, index=False) if suffix in write else rows.to_json(file, orient="records", lines=True)
    table = corpus.articles(file)
    assert list(table["article_id"]) == ["x", "y"] and list(table["text"]) == ["A.", "B."]
    assert [str(p) for p in table["published"]] == ["2024-02-01", "2024-03"]


def test_a_month_is_kept_where_any_of_its_days_is(seeds):
    assert len(corpus.articles("seeds", since="2025-07-20")) == 1  # A may be of any day in July
    assert len(corpus.articles("seeds", until="2025-07-07")) == 2
    assert list(corpus.articles("seeds", outlets=["Al Jazeera"])["outlet"]) == ["Al Jazeera"]


BAD = [
    ({}, {}, "holds no articles"),
    ({"one_txt": ""}, {}, "one.txt is empty"),
    ({"one_txt": b"caf\x81 \xd5bar"}, {}, r"not UTF-8: byte 3 \(0x81\)"),
    ({"one_txt": b"a\0b"}, {}, "binary file"),
    ({"one_txt": "A.", "articles_csv": "file,date\none.txt,soon\n"}, {}, "one.txt: the date 'soon' cannot be read"),
    ({"one_txt": "A.", "articles_csv": "file,date\nonr.txt,2024-01\n"}, {}, "did you mean 'one.txt'"),
    ({"one_txt": "A.", "articles_csv": "name\none.txt\n"}, {}, "lacks the column file"),
    ({"one_txt": "A.", "articles_csv": "file\none.txt\none.txt\n"}, {}, "twice"),
    ({"North__a_txt": "A."}, {"outlets": ["Nroth"]}, "did you mean 'North'"),
    ({"one_txt": "A."}, {"since": "soon"}, "cannot be read"),
    ({"one_txt": " date 2024-01 A."}, {"since": "2025-01"}, "No article is left of 1"),
    ({"one_txt": " date 03/04/2026 A."}, {}, "'03/04/2026' may be 2026-03-04 or 2026-04-03"),
    ({"one_txt": " date 2025-13-41 A."}, {}, "'2025-13-41' cannot be read"),
    ({"one_txt": "A.", "articles_csv": ""}, {}, "articles.csv is empty"),
    ({"one_txt": "A.", "articles_csv": "file,outlet\n,North\n"}, {}, "names no file in row 2"),
    ({"one_txt": "A.", "articles_csv": "file,outlet\none.txt,North, and South\n"}, {}, "row 2 has more cells"),
    ({"a_txt": "A.", "b_txt": "B.", "articles_csv": "file,o\na.txt,N\nb.txt,S, E\n"}, {}, "row 3 has more cells"),
    ({"one_txt": "A.", "articles_csv": 'file,outlet\none.txt,"North\n'}, {}, "opened in row 2 is never closed"),
]


@pytest.mark.parametrize(("files", "options", "message"), BAD)
def test_bad_input_gets_one_sentence(folder, files, options, message):
    with pytest.raises(ValueError, match=message) as error:
        corpus.articles(folder(**files), **options)
    assert "\n" not in str(error.value)


def test_a_missing_folder_and_a_strange_file(tmp_path):
    with pytest.raises(ValueError, match="is not there"):
        corpus.articles(tmp_path / "nowhere")
    (tmp_path / "a.docx").write_text("x")
    with pytest.raises(ValueError, match=r"a\.docx is no Word document"):
        corpus.articles(tmp_path / "a.docx")
    (tmp_path / "a.pdf").write_text("x")
    with pytest.raises(ValueError, match=r"is a PDF.*save its text as"):
        corpus.articles(tmp_path / "a.pdf")


BAD_TABLES = [
    ("t.jsonl", '{"text": oops}\n{"text": " "}\n', "t.jsonl, line 1, is not JSON"),
    ("t.jsonl", "[1, 2]\n", "line 1, has no object"),
    ("t.jsonl", '{"outlet": "N", "text": 5}\n', "line 1, has 5 for a text"),
    ("t.jsonl", '{"outlet": "N", "text": null, "url": "https://n.example/1"}\n', "line 1, has a link but no text"),
    ("t.jsonl", '{"text": "A."}\n', "has no column that names the outlet; its columns are text"),
    ("t.jsonl", "", "t.jsonl is empty"),
    ("t.jsonl", '{"outlet": "N", "text": "A.", "date": "soon"}\n', "t.jsonl, line 1: the date 'soon' cannot be read"),
    ("t.csv", "outlet,text\na,Rain, and wind\n", "row 2, has more cells than the header"),
    ("t.csv", "id;outlet\na;Rain\n", "lacks the column text; its columns are id, outlet"),
    ("t.csv", "id,text\n", "holds no articles"),
    ("t.parquet", "hello", "t.parquet is no Parquet file"),
]


@pytest.mark.parametrize(("name", "content", "message"), BAD_TABLES)
def test_a_bad_table_gets_one_sentence(tmp_path, name, content, message):
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=re.escape(message)) as error:
        corpus.articles(file)
    assert "\n" not in str(error.value)


def test_a_table_keeps_months_and_texts_as_written(tmp_path):
    file = tmp_path / "T.JSONL"
    rows = (
        '{"id": 1, "outlet": "N", "text": "A.\u2028B.", "date": "2024-03"}\n\n{"id": 2, "outlet": "S", "text": "B."}\n'
    )
    file.write_text(rows, encoding="utf-8")
    table = corpus.articles(file)
    assert list(table["article_id"]) == ["1", "2"]
    assert table["published"][0] == pd.Period("2024-03", "M") and pd.isna(table["published"][1])
    assert table["text"][0] == "A.\u2028B."


def test_the_same_file_name_in_two_subfolders_makes_two_articles(folder):
    table = corpus.articles(folder(North__1_txt="Alpha.", South__1_txt="Beta.", South__2_txt="Gamma."))
    assert list(table["article_id"]) == ["North/1", "South/1", "2"]


def test_hidden_files_are_no_articles(folder):
    strangers = {"._one_txt": b"\0\5", ".ipynb_checkpoints__one_txt": "Old.", "~$notes.docx": b"PK\0"}
    table = corpus.articles(folder(**{"one.TXT": "Alpha."}, **strangers))
    assert list(table["path"]) == ["one.TXT"]


def test_what_may_not_be_read_is_named(folder, monkeypatch):
    place = folder(one_txt="Alpha.")
    (place / "two.txt").symlink_to(place / "nowhere.txt")
    table, receipt = corpus.collected(place)
    assert list(table["path"]) == ["one.txt"]
    assert receipt["reason"].tolist() == ["", "cannot be read: No such file or directory"]
    with pytest.raises(ValueError, match=r"two\.txt cannot be read: No such file"):
        corpus.collected(place, strict=True)


CREDITS = [
    ("The Associated Press contributed to this report.", "AP", "a sentence of thanks"),
    ("— AFP", "AFP", "a signature"),
    ("Additional reporting by Reuters", "Reuters", "who helped"),
    ("A boat in Ardin. (Photo: Tomas Reel, AP)", None, "a photo credit is none"),
    ("Contributing: Mara Voss", None, "a person"),
]


@pytest.mark.parametrize(("line", "agency", "why"), CREDITS)
def test_agencies_are_credited_in_words(folder, line, agency, why):
    told = "At least 12 people were killed in Ardin, officials said."
    (last,) = corpus.articles(folder(a_txt=f"{told}\n\n{line}"))["credit"]
    (inside,) = corpus.articles(folder(b__a_txt=f"{told}\n\n{line}\n\nRead or share this story: example.org"))[
        "credit"
    ].tail(1)
    assert [None if pd.isna(one) else one for one in (last, inside)] == [agency, agency], why
