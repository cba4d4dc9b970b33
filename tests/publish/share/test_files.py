"""Charts, bibliography, crate and document: each read again by a reader that did not write it."""

import hashlib
import json
import re
import xml.etree.ElementTree as ET

import docx
import pandas as pd
import PIL.Image
import pytest
from samestory.present import style
from samestory.publish.share import bibliography, crate, document, pictures

SVG = "{http://www.w3.org/2000/svg}"


def bars():
    """A chart of two bars, its words full of what markup reads."""
    drawn, axes = style.figure(
        title="Post & Echo", subtitle="n = 2", alt='Post “2”, Echo <1> & "no" more.', table=pd.DataFrame(), height=1
    )
    axes.plot([0, 1], [0, 1], "o", color=style.COLOURS[0])
    axes.text(0, 0, "$5 & <b>", color=style.INK)
    return drawn


@pytest.fixture
def chart():
    return bars()


class Told:
    """A story with one chart."""

    def __init__(self, chart):
        self.chart = chart

    def charts(self, themes):
        yield "bars", self.chart


def test_a_drawing_stands_alone_in_plain_colours_with_its_words(chart):
    root = ET.fromstring(pictures.svg(chart))
    assert (root.find(f"{SVG}title").text, root.find(f"{SVG}desc").text) == (chart.title, chart.alt)
    assert "var(" not in pictures.svg(chart), "programs other than browsers know no variables"
    assert style.COLOURS[0] in pictures.svg(chart)
    assert "$5 & <b>" in "".join(root.itertext())


def test_an_image_is_twice_the_page_and_holds_its_words(chart, tmp_path):
    pictures.write(Told(chart), ["words"], tmp_path / "charts")
    image = PIL.Image.open(tmp_path / "charts" / "bars.png")
    assert image.size == (int(style.WIDTH * 192), 192)
    assert chart.alt in image.text["Description"]
    assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255), "on white, not on nothing"
    assert pictures.by_words(tmp_path / "charts") == {chart.alt: tmp_path / "charts" / "bars.png"}


def test_the_same_chart_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        pictures.write(Told(bars()), ["words"], tmp_path / name)
    for file in ("bars.svg", "bars.png", "charts.csv"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), file


ARTICLE = {"article_id": "a", "outlet": "North", "published": pd.Period("2031-05-04"), "headline": "Rain"}


@pytest.mark.parametrize(
    ("article", "line", "why"),
    [
        ({}, "  title = {Rain},", "as it is"),
        ({}, "  date = {2031-05-04},", "a day"),
        ({"published": pd.Period("2031-05")}, "  date = {2031-05},", "a month stays a month"),
        ({"headline": "50 % {of_$}"}, r"  title = {50 \% \textbraceleft{}of\_\$\textbraceright{}},", "no sign is TeX"),
        ({"headline": "A\n\nB"}, "  title = {A B},", "one line"),
        ({"reporters": "Ann Lee; Bo Ray"}, "  author = {Ann Lee and Bo Ray},", "two people are two authors"),
        ({"url": "https://a.example/?a=1&b=2"}, "  url = {https://a.example/?a=1&b=2},", "an address is no text"),
        ({"article_id": "a b/ü"}, "@online{a-b,", "a key has letters and figures only"),
    ],
)
def test_an_article_as_an_entry(article, line, why):
    assert line in bibliography.bib(pd.DataFrame([ARTICLE | article])).splitlines(), why


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/}, x = {", None])
def test_what_is_no_address_is_left_out(url):
    text = bibliography.bib(pd.DataFrame([ARTICLE | {"url": url}]))
    assert "url" not in text and text.count("{") == text.count("}")


def test_nothing_is_made_up_and_no_key_stands_twice():
    bare = {"article_id": "a", "outlet": "North", "published": pd.NaT, "headline": None}
    text = bibliography.bib(pd.DataFrame([bare, bare]))
    assert re.findall(r"@online\{(.*),", text) == ["a", "a:2"]
    assert re.findall(r"(\w+) =", text) == ["organization"] * 2


def test_a_crate_describes_every_file_with_its_hash(tmp_path):
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "a b.csv").write_text("word\n")
    (tmp_path / "index.html").write_text("<p>")
    told = {
        "started": "2031-05-04T06:30:00+00:00", "inputs_hash": "ab", "parameters": {"articles": "/home/ann/x"},
        "versions": {"samestory": "1"},
    }  # fmt: skip
    crate.write(told, tmp_path)
    graph = json.loads((tmp_path / "ro-crate-metadata.json").read_text())["@graph"]
    by_id = {entity["@id"]: entity for entity in graph}
    assert by_id["tables/a%20b.csv"]["sha256"] == hashlib.sha256(b"word\n").hexdigest()
    assert by_id["./"]["hasPart"] == [{"@id": "index.html"}, {"@id": "tables/a%20b.csv"}]
    assert by_id["./"]["datePublished"] == "2031-05-04"
    references = re.findall(r'"@id": "([^"]+)"', json.dumps(graph))
    assert {name for name in references if not name.startswith("https://")} == set(by_id), "each is described"
    assert "/home" not in json.dumps(graph)


PAGE = """<!doctype html><html><head><title>x</title></head><body><nav><p>Pages</p></nav><main>
<h1>What would I tell?</h1><nav class="contents"><ul><li>left out</li></ul></nav>
<p>They <b>say</b>\n  “<mark>war</mark>” &amp; <a href="https://a.example/1">more</a>
<a class="to-sentences" href="#f">Sentences</a>.</p>
<figure><figcaption>Two bars</figcaption><svg aria-label="Two bars, of 2 and 1."><text>2</text></svg></figure>
<svg aria-label="Another, not drawn"><text>3</text></svg>
<details class="numbers"><p>left out</p></details>
<details class="evidence"><summary>The sentences (1)</summary><blockquote><p>It is <mark>war</mark>.</p>
<footer>North</footer></blockquote><p class="back">left out</p></details>
<table><caption>left out</caption><tr><th>outlet</th><th>words</th></tr><tr><td>North</td><td>351</td></tr></table>
<h2>Then</h2><ul><li>one</li></ul></main><footer><p>left out</p></footer></body></html>"""


@pytest.fixture
def brief(tmp_path, chart):
    pictures.write(Told(chart), [], tmp_path)
    document.write(PAGE, {"Two bars, of 2 and 1.": tmp_path / "bars.png"}, tmp_path / "brief.docx")
    return docx.Document(str(tmp_path / "brief.docx"))


def test_a_page_becomes_a_document(brief):
    told = [(one.style.name, one.text) for one in brief.paragraphs if one.text]
    assert told == [
        ("Title", "What would I tell?"),
        ("Normal", "They say “war” & more ."),
        ("Caption", "Two bars"),
        ("Heading 1", "Then"),
        ("List Bullet", "one"),
        ("Heading 1", "The sentences"),
        ("Normal", "The sentences (1)"),
        ("Quote", "It is war."),
        ("Caption", "North"),
    ]
    assert [[cell.text for cell in row.cells] for row in brief.tables[0].rows] == [
        ["outlet", "words"],
        ["North", "351"],
    ]


def test_marks_links_and_pictures_are_kept(brief):
    said = next(one for one in brief.paragraphs if one.text.startswith("They"))
    assert [run.text for run in said.runs if run.bold] == ["say"]
    assert [run.text for run in said.runs if run.font.highlight_color] == ["war"]
    assert [(link.text, link.address) for link in said.hyperlinks] == [("more", "https://a.example/1")]
    (picture,) = brief.inline_shapes
    assert picture._inline.docPr.get("descr") == "Two bars, of 2 and 1."


def test_the_same_page_gives_the_same_document(tmp_path):
    for name in ("a.docx", "b.docx"):
        document.write(PAGE, {}, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_link_is_one_to_the_web_and_a_sign_no_xml_holds_is_no_fault(tmp_path):
    page = '<main><p><a href="javascript:x">a</a>\x0b<a href="file:///etc">b</a></p></main>'
    document.write(page, {}, tmp_path / "a.docx")
    (said,) = docx.Document(str(tmp_path / "a.docx")).paragraphs
    assert said.hyperlinks == [] and said.text.startswith("a") and said.text.endswith("b")


def test_the_sides_of_a_difference_stand_beside_each_other_and_their_sentences_under_its_subject(tmp_path):
    side = '<div class="side side-1"><p class="who">{0}</p><p>It is <mark>{1}</mark>.</p></div>'
    sides = "".join(
        side.format(*words) for words in (("North", "war"), ("South", "peace"), ("East", "rest"), ("West", "x"))
    )
    page = f"""<main><div class="difference"><p class="subject"><strong>The bridge</strong></p><div class="sides">{sides}
    </div><p>Later.</p><details class="evidence"><summary>The sentences (4)</summary><p>War.</p></details></div></main>"""
    document.write(page, {}, tmp_path / "a.docx")
    whole = docx.Document(str(tmp_path / "a.docx"))
    rows = [[cell.text for cell in row.cells] for table in whole.tables for row in table.rows]
    assert rows == [["North\nIt is war.", "South\nIt is peace.", "East\nIt is rest."], ["West\nIt is x."]]
    told = [(one.style.name, one.text) for one in whole.paragraphs if one.text]
    assert told[:2] == [("Heading 3", "The bridge"), ("Normal", "Later.")]
    assert told[2:] == [
        ("Heading 1", "The sentences"), ("Heading 3", "The bridge"), ("Normal", "The sentences (4)"), ("Normal", "War."),
    ]  # fmt: skip
