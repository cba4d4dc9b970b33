"""Only regular files of the folder itself are read, up to a stated size; what is broken is left out and named."""

import contextlib
import io
import os
import zipfile

import pandas as pd
import pytest
from samestory import corpus
from samestory.collect import bounds, steps
from torture import readers


@pytest.fixture
def texts(tmp_path):
    """A folder with one article, and a file beside the folder that is nobody's to publish."""
    (tmp_path / "secret.txt").write_text("A secret.")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Peace came to the town on Sunday.")
    return tmp_path / "texts"


@pytest.mark.parametrize("name", ["b.txt", "articles.csv"])
def test_a_link_out_of_the_folder_is_refused_and_named(texts, name):
    (texts / name).symlink_to(texts.parent / "secret.txt")
    with pytest.raises(ValueError, match=f"{name} is a link out of "):
        corpus.articles(texts)


def test_a_folder_linked_from_elsewhere_is_refused_and_named(texts):
    (texts / "more").symlink_to(texts.parent)
    with pytest.raises(ValueError, match="more is a link out of "):
        corpus.articles(texts)


def test_a_link_within_the_folder_is_read(texts):
    (texts / "more").mkdir()
    (texts / "more" / "c.txt").write_text("The mayor spoke on Monday.")
    (texts / "b.txt").symlink_to(texts / "more" / "c.txt")
    assert len(corpus.articles(texts)) >= 2


@pytest.mark.parametrize("name", ["b.txt", "articles.csv"])
def test_a_pipe_is_refused_and_not_waited_for(texts, name):
    os.mkfifo(texts / name)
    with pytest.raises(ValueError, match=f"{name} is no regular file"):
        corpus.articles(texts)


def test_a_pipe_that_was_named_is_refused(texts):
    os.mkfifo(texts / "b.txt")
    with pytest.raises(ValueError, match=r"b\.txt is no regular file"):
        corpus.articles(texts / "b.txt")


def test_a_file_beyond_the_stated_size_is_named(texts, monkeypatch):
    monkeypatch.setattr(bounds, "LARGEST", 10)
    with pytest.raises(ValueError, match=r"a\.txt has 0 MB; a file may have 0 MB"):
        corpus.articles(texts)


def deep(levels):
    return "[" * levels + "]" * levels


def packed(parts):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return held.getvalue()


def parquet(rows):
    held = io.BytesIO()
    pd.DataFrame({"text": ["Peace came."] * rows, "outlet": "North"}).to_parquet(held)
    return held.getvalue()


TOO_MUCH = [
    ("a.txt", "word " * 3, r"has 15 characters; an article may have 10: split it", "a book"),
    ("a.json", f'[{{"text": "Peace.", "outlet": "N", "x": {deep(60)}}}]', "nested more than 50 levels", "deep JSON"),
    ("a.json", deep(100_000), "nested more than 50 levels", "JSON deeper than Python itself goes"),
    ("a.jsonl", f'{{"text": "Peace.", "outlet": "N", "x": {deep(60)}}}', "nested more than 50 levels", "a deep line"),
    ("a.odt", packed({"content.xml": b" " * 1001}), "holds 0 MB when unpacked", "much in little"),
    ("a.xlsx", packed({"content.xml": b" " * 1001}), "holds 0 MB when unpacked", "much in little"),
    ("a.docx", packed({"content.xml": b" " * 1001}), "holds 0 MB when unpacked", "much in little"),
    (
        "a.parquet",
        parquet(4),
        "has 4 rows of 0 MB; a table may have 3 of 1,000 MB",
        "rows are counted before they are read",
    ),
]


@pytest.mark.parametrize(
    ("name", "content", "says", "why"), TOO_MUCH, ids=[f"{case[0]} {case[-1]}" for case in TOO_MUCH]
)
def test_what_is_too_much_is_named_before_it_is_taken_apart(tmp_path, monkeypatch, name, content, says, why):
    monkeypatch.setattr(bounds, "CHARACTERS", 10)
    monkeypatch.setattr(bounds, "ROWS", 3)
    monkeypatch.setattr(bounds, "LARGEST", 1_000 if not name.endswith((".json", ".parquet")) else 10**9)
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ValueError, match=says):
        corpus.articles(tmp_path)


def test_what_is_nested_as_exports_nest_is_read():
    assert bounds.loads(deep(50)) and bounds.loads('{"a": {"b": [1]}}') == {"a": {"b": [1]}}


def with_part(content, name, part):
    """A packed file with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    return packed(parts | {name: part})


BROKEN = [
    ("a.docx", "word/document.xml", b"<a", "Word document"),
    ("a.docx", "[Content_Types].xml", b"<Types xmlns='x'><Override Part='a'/></Types>", "Word document"),
    ("a.xlsx", "xl/workbook.xml", b"<a b>", "Excel table"),
    ("a.xlsx", "[Content_Types].xml", b"<Types><Override Part='a'/></Types>", "Excel table"),
    ("a.ods", "content.xml", b"<a:b \x1b]0;title\x07/>", "OpenDocument table"),
    ("a.odt", "content.xml", b"<a>&b;</a>", "OpenDocument text"),
    ("a.warc", "", b"WARC/1I-Type: response\r\n\r\n", "web archive"),
    ("a.parquet", "", b"PAR1 PAR1", "Parquet file"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "part", "put", "what"), BROKEN, ids=[f"{case[0]} {case[1]}" for case in BROKEN])
def test_a_broken_file_is_left_out_and_named_and_nothing_of_it_is_printed(read, capfd, name, part, put, what):
    whole = with_part(readers.files()[name[1:]], part, put) if part else put
    articles, receipt = read({name: whole, "b.txt": "Outlet: North\n\nPeace came to the town on Sunday."})
    said = receipt.set_index("file")["reason"]
    assert len(articles) == 1 and f"is no {what} that can be read" in said[name]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("address", ["http://[a", "https://[::1", "http://a]b/c"])
def test_what_only_looks_like_an_address_does_no_harm(read, address):
    articles, _ = read({"a.txt": f"Outlet: North\nURL: {address}\n\nPeace came to the town on Sunday."})
    assert len(articles) == 1


@pytest.mark.parametrize(
    ("rows", "size", "refused"),
    [(5_000_000, 500_000_000, False), (5_000_001, 9, True), (9, 500_000_001, True)],
)
def test_how_large_a_table_may_be(rows, size, refused):
    with pytest.raises(ValueError, match="split it") if refused else contextlib.nullcontext():
        bounds.check_table(rows, size)


@pytest.mark.parametrize(("characters", "refused"), [(1_000_000, False), (1_000_001, True)])
def test_how_long_an_article_may_be(characters, refused):
    assert bool(steps._without_text({"_broken": None, "text": "x" * characters})) == refused


@pytest.mark.parametrize(("levels", "refused"), [(50, False), (51, True)])
def test_how_deeply_json_may_be_nested(levels, refused):
    with pytest.raises(ValueError, match="nested") if refused else contextlib.nullcontext():
        bounds.loads("[" * levels + "1" + "]" * levels)
