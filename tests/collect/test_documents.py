"""Texts, Word, OpenDocument, RTF, Markdown: one article each, with what its head says."""

import io
import zipfile

import docx
import pytest
from samestory.collect import documents

from .conftest import DELUGE, FLOOD

HEADS = [
    (f"Date: 2025-07-07\n\n{FLOOD}", {"published": "2025-07-07"}, "a date line in capitals"),
    (f" date 2025-07-07 {FLOOD}", {"published": "2025-07-07"}, "a date before the text, as in the seeds"),
    (f"date: July 7, 2025\n{FLOOD}", {"published": "2025-07-07"}, "in words, no empty line after"),
    (f"Outlet: Ardin Times\nPublished: 7 July 2025\nTitle: Flood\nURL: https://ardin.ex/1\n\n{FLOOD}",
     {"outlet": "Ardin Times", "published": "2025-07-07", "headline": "Flood", "url": "https://ardin.ex/1"},
     "several fields under other names"),
    (f"---\ntitle: \"Flood\"\ntags: a\ndate: 2025-07-07\n---\n{FLOOD}",
     {"headline": "Flood", "published": "2025-07-07"}, "a fence, as static sites have it"),
    (f"A flood in Ardin\n\nSource: Ardin Times\nDate: 2025-07-07\n\n{FLOOD}",
     {"outlet": "Ardin Times", "published": "2025-07-07", "headline": "A flood in Ardin"}, "a head under the headline"),
    (f"Outlet: Ardin Times\n\nDate: 2025-07-07\n\n{FLOOD}", {"outlet": "Ardin Times", "published": "2025-07-07"},
     "parted by empty lines, as word processors do"),
    (f"The Ardin Times, July 7 2025\n\n{FLOOD}", {"outlet": "The Ardin Times", "published": "2025-07-07"}, "signed"),
    (f"By Ida Berg, The Ardin Times\nMonday, 7 July 2025\n\n{FLOOD}",
     {"outlet": "The Ardin Times", "published": "2025-07-07"}, "a byline and a day"),
    (f"By Ida Berg, Staff Writer\n\n7 July 2025\n\n{FLOOD}", {"published": "2025-07-07"}, "a post is no outlet"),
    (f"WARNING: the dam may break.\n\n{FLOOD}", {"headline": "nan"}, "a line of the article"),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "about", "why"), HEADS, ids=[case[-1] for case in HEADS])
def test_the_head_of_a_text_is_read_and_is_no_text(read, whole, about, why):
    (one,) = read({"a.txt": whole})[0].fillna("nan").to_dict("records")
    assert {name: str(one[name]) for name in about} == about, why
    assert whole[one["_start"] :] == one["text"], "the text is a slice of the file"
    assert one["text"].strip().endswith("for years.") and "2025" not in one["text"]


def word(*paragraphs: tuple[str, str]) -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style or None)
    document.save(buffer)
    return buffer.getvalue()


OPENINGS = [
    (
        ["Flood in Malin", "By Ida Berg", f"MALIN, 4 May 2031 — {FLOOD}", FLOOD],
        ("Flood in Malin", "2031-05-04"),
        "both",
    ),
    (
        ["Flood in Malin", f"MALIN, Norland, May 4, 2031 (AP) - {FLOOD}", FLOOD],
        ("Flood in Malin", "2031-05-04"),
        "agency",
    ),
    ([FLOOD, f"It happened in MALIN, 4 May 2031 — {FLOOD}", FLOOD], (None, None), "within a sentence"),
    (["Date: 2031-05-05", f"MALIN, 4 May 2031 — {FLOOD}"], (None, "2031-05-05"), "the head of a text goes first"),
]


@pytest.mark.parametrize(("lines", "expected", "why"), OPENINGS, ids=[case[-1] for case in OPENINGS])
def test_a_document_without_a_title_has_its_first_line_and_the_date_of_its_dateline(read, lines, expected, why):
    articles, receipt = read({"a.docx": word(*[(line, "") for line in lines])})
    (one,) = articles.to_dict("records")
    published = str(one["published"]) if one["published"] is not None and one["published"] == one["published"] else None
    assert (one["headline"] if isinstance(one["headline"], str) else None, published) == expected, why
    assert receipt["assumed"].str.contains("dateline").any() == (expected[0] is not None), "and it is said"


def opendocument(*paragraphs: str) -> bytes:
    space = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' \
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # fmt: skip
    body = "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", f"<office:document-content {space}>{body}</office:document-content>")
    return buffer.getvalue()


RTF = rb"{\rtf1\ansi\ansicpg1252 " + FLOOD.encode() + rb"\par\par \'93We stay,\'94 she said.\par}"
DOCUMENTS = [
    ("a.docx", word(("Flood", "Title"), (FLOOD, ""), ("“We stay,” she said.", "")), "Word"),
    ("a.odt", opendocument(FLOOD, "“We stay,” she said."), "OpenDocument text"),
    ("a.rtf", RTF, "RTF"),
    (
        "a.md",
        f"# Flood\n\n{FLOOD.replace('Ardin', '[Ardin](https://ardin.ex)')}\n\n“We **stay**,” she said.",
        "Markdown",
    ),
]


@pytest.mark.parametrize(("name", "content", "form"), DOCUMENTS, ids=[case[-1] for case in DOCUMENTS])
def test_a_document_is_an_article(read, name, content, form):
    articles, receipt = read({f"Ardin Times/{name}": content})
    (one,) = articles.to_dict("records")
    assert [part.strip() for part in one["text"].split("\n\n")] == [FLOOD, "“We stay,” she said."]
    assert (one["outlet"], receipt["format"][0]) == ("Ardin Times", form)
    assert one["headline"] == ("Flood" if name in ("a.docx", "a.md") else None) or one["headline"] != one["headline"]


def test_a_mixed_folder_names_what_is_left_out(read):
    files = {
        "Ardin Times/a.txt": FLOOD, "Ardin Times/b.docx": word((DELUGE, "")), "Ardin Times/c.docx": b"PK\3\4",
        "Post/d.pdf": b"%PDF", "Post/e.html": f"<article><p>{DELUGE}</p><p>{FLOOD}</p></article>",
        "Post/e_files/ad.html": "<p>Buy</p>", "Post/f.jpg": b"\xff", "Post/g.jpg": b"\xff", ".DS_Store": b"\0",
        "receipt.csv": "file\n", "README.md": "My clippings", "articles.csv": "file,outlet,date\nArdin Times\\a.txt,Ardin Times,2025-07-07\n",
    }  # fmt: skip
    articles, receipt = read(files)
    assert articles["path"].tolist() == ["Ardin Times/a.txt", "Ardin Times/b.docx", "Post/e.html"]
    assert str(articles["published"][0]) == "2025-07-07"
    assert dict(zip(receipt["file"], receipt["reason"], strict=True)) == {
        "Ardin Times/a.txt": "", "Ardin Times/b.docx": "", "Post/e.html": "",
        "Ardin Times/c.docx": "is no Word document that can be read",
        "Post/d.pdf": "is a PDF, which keeps no order of reading; save its text as .txt",
        "README.md": "is about the folder by its name", "2 .jpg files": "no format of articles", "1 hidden file": "passed over",
    }  # fmt: skip
    assert receipt["sha256"].str.len().tolist()[:3] == [64] * 3


def test_german_is_left_out_and_named(read):
    german = (
        "Bei einem Hochwasser in der Stadt sind am Montag zwölf Menschen ums Leben gekommen, wie die Behörden sagten."
    )
    articles, receipt = read({"A/a.txt": FLOOD, "B/b.txt": german})
    assert articles["path"].tolist() == ["A/a.txt"]
    assert receipt["reason"].tolist() == ["", "is not English but German; only English can be read"]
    with pytest.raises(ValueError, match=r"b\.txt is not English but German"):
        read({}, "B")


def test_a_headline_put_right_is_said_in_the_receipt(read):
    table = f"outlet,date,headline,text\nHerald,2024-05-02,The mayorâ€™s bridge,{FLOOD.replace(',', '')}\n"
    articles, receipt = read({"a.csv": table})
    assert articles["headline"].tolist() == ["The mayor’s bridge"]
    assert receipt["assumed"].str.contains("row 2: headline: ").all()


@pytest.mark.parametrize(("letters", "dated"), [(500, True), (700, False)])
def test_a_dateline_stands_at_the_top(letters, dated):
    text = f"{'x' * letters}\nMALIN, 4 May 2031 — It rained."
    assert ("date" in documents._with_dateline({}, text)) == dated


@pytest.mark.parametrize(("lines", "begins"), [(2, "Text."), (3, "Text."), (4, "By ")])
def test_a_few_lines_sign_an_article(lines, begins):
    whole = "\n".join(["12 March 2026", *[f"By Ida {name}berg" for name in "AEIO"[: lines - 1]], "Text."])
    assert whole[documents._signed(whole)[1] :].startswith(begins)


@pytest.mark.parametrize(("words", "headline"), [(25, True), (26, False)])
def test_a_headline_is_no_longer_than_a_sentence(words, headline):
    line = " ".join(["word"] * words)
    assert documents._is_headline(line, f"{line}\n\nOne.\n\nTwo.") == headline
