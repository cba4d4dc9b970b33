"""A published page, as text: what must stand in it, and what must not."""

import re

import nbformat
import pytest
import rendered
from samestory.publish import pages
from samestory.publish.notebooks import Executed
from torture.pages import CHANGED

TOLD = {
    "parameters": {"articles": "/home/someone/seeds", "word": ""},
    "files": {"articles/a.txt": "0" * 64, "notebooks/2_words.ipynb": "1" * 64},
    "versions": {"python": "3.11.7"},
    "inputs_hash": "ab" * 32,
}
NAMES = [("index.html", "Brief", "What would I tell?"), ("2_words.html", "Words", "Which words?")]


@pytest.fixture
def page(build):
    def render(*cells, error="", cell=None, outputs=()):
        notebook = build([("md", "# Which words do *they* use?\n\nA first paragraph."), *cells])
        if outputs:
            notebook.cells[-1].outputs = [nbformat.v4.new_output("display_data", data) for data in outputs]
        one = Executed("2_words", notebook, 1.0, error=error, cell=cell)
        return pages.render(pages.exporter(), one, NAMES, TOLD, {})

    return render


def test_a_page_says_what_it_is(page):
    text = page()
    assert '<html lang="en">' in text
    assert "<title>Which words do they use? · Same Story</title>" in text
    assert '<meta name="description" content="A first paragraph.">' in text


def test_a_page_forbids_everything_but_its_own_style_sheet(page):
    text = page(("py", "1"), outputs=[{"text/html": '<p style="color: red">x</p>'}])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert text.count("<style>") == 1
    assert "<script" not in text
    assert " style=" not in text


def test_contents_come_from_the_second_headings_each_with_an_address_of_its_own(page):
    text = page(("md", "## Who *speaks*?"), ("md", "### Within"), ("md", "## Who speaks?"))
    assert '<h2 id="who-speaks">Who <em>speaks</em>?</h2>' in text
    assert '<a href="#who-speaks">Who speaks?</a>' in text
    assert '<h2 id="who-speaks-">Who speaks?</h2>' in text
    assert "#within" not in text


def test_contents_follow_the_opening_prose(page):
    text = page(("md", "**What this cannot tell you.** Much."), ("md", "## One"), ("md", "## Two"))
    assert (
        text.index('<p class="note"><strong>What this cannot')
        < text.index('<nav class="contents')
        < text.rindex('id="one"')
    )
    assert text.index('aria-label="On this page"') > text.index("What this cannot")


def test_of_what_changed_only_the_numbers_are_seen(build):
    lines = [f"Line {k} is long enough to be read by somebody." for k in range(20)]
    before = {name: [{"word": line, "n": "1"} for line in lines] for name in map("table_{}".format, range(40))}
    tables = {name: {"new": rows, "gone": [], "moved": []} for name, rows in before.items()}
    both = {"new": lines, "gone": lines}
    articles = both | {"changed": lines}
    changed = {"since": "2031-05-04T06:00", "run": "r", "articles": articles, "findings": both, "tables": tables}
    one = Executed("6_brief", build([("md", "# One\n\nA first paragraph."), ("md", "## Two")]), 1.0)
    text = pages.render(pages.exporter(), one, [("index.html", "Brief", "One")], TOLD, changed)
    (section,) = re.findall(r'<section class="changed".*?</section>', text, re.DOTALL)
    seen = rendered.Seen(section).words
    assert "20" in seen and "Line" not in seen and len(seen) <= CHANGED
    assert section.count("Line 0 is long enough") == 5 and "and 8 more" in section
    assert '<a href="tables/table_39.csv">table_39.csv</a>: 20 new' in section, "each table by its file"


def test_pages_are_linked(page):
    text = page()
    assert '<a href="index.html">Brief</a>' in text
    assert '<a href="2_words.html" aria-current="page">Words</a>' in text
    assert 'Next: <a href="index.html">What would I tell?</a>' in text


def test_code_is_folded_once_for_each_stretch_of_it(page):
    text = page(("md", "## One"), ("py", "a = 1"), ("py", "b = '<x>'"), ("md", "## Two"), ("py", "c"))
    assert text.count('<details class="code">') == 2
    assert "&lt;x&gt;" in text


@pytest.mark.parametrize(
    ("data", "shown", "why"),
    [
        ({"text/plain": "<b>"}, "<pre>&lt;b&gt;</pre>", "text stays text"),
        ({"text/html": "<b>x</b>", "text/plain": "x"}, "<b>x</b>", "HTML before text"),
        ({"text/markdown": "*x*"}, "<em>x</em>", "Markdown"),
        ({"text/markdown": "a<script>x</script>b"}, "<p>ab</p>", "Markdown is cleaned too"),
        ({"text/html": "", "text/plain": "<HTML object>"}, '<div class="cell">', "nothing to show is shown as nothing"),
        ({"image/png": "aGk=\n"}, '<img alt="Chart; its numbers', "a picture has alternative text"),
    ],
)
def test_outputs(page, data, shown, why):
    assert shown in page(("py", "1"), outputs=[data]), why


def test_what_is_kept_for_publishing_is_not_shown(page):
    kept = {
        "application/vnd.samestory.table+json": {"name": "t", "csv": "a\n1\n"},
        "text/html": '<p class="kept">Table kept</p>',
    }
    assert "Table kept" not in page(("py", "1"), outputs=[kept])
    chart = kept | {"text/html": "<svg></svg>"}
    assert "<svg" in page(("py", "1"), outputs=[chart])


def test_a_failed_page_says_where_and_why(page, build):
    text = page(("py", "boom()"), error="NameError: <boom>", cell=1)
    assert "NameError: &lt;boom&gt;" in text
    assert '<a href="#failed">cell 1</a>' in text
    assert 'id="failed"' in text


def test_no_absolute_path_stands_on_a_page(page):
    text = page(("py", 'articles = "/home/someone/seeds"', "injected-parameters"), ("py", "articles"))
    assert "/home/someone" not in text
    assert "seeds" in text


def test_the_same_run_gives_the_same_bytes(page):
    chart = {"text/html": '<svg viewBox="0 0 1 1"><path d="M 0 0" style="fill: none"/></svg>'}
    assert page(("py", "1"), outputs=[chart]) == page(("py", "1"), outputs=[chart])


def test_offsets_lead_to_the_reader_where_there_is_one():
    offsets = '<span data-read="read-a-{}">characters {}</span>'
    texts = {
        "1.html": '<span id="read-a-10">It rained.</span>',
        "2.html": offsets.format(10, 10) + offsets.format(7, 7),
    }
    linked = pages.to_reader(texts)
    assert linked["1.html"] == texts["1.html"]
    assert linked["2.html"] == '<a href="1.html#read-a-10">characters 10</a>characters 7', "no reader has the other"
