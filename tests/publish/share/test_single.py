"""All pages in one file: whole, and nothing of one page is taken for another's."""

import re

from samestory.publish.seal import sealed
from samestory.publish.share import single

PAGES = [("index.html", "Brief", "In a <minute>?"), ("2_words.html", "Words", "Which words?")]
BODY = """<main id="content"><nav aria-label="On this page"></nav><h1 id="top">{title}</h1><p class="i0 lead" id="a">{words}</p>
<a class="x" href="#a">here</a> <a href="2_words.html#a">there</a> <a href="index.html">brief</a>
<a href="tables/words.csv">file</a> <a href="https://a.example/1">web</a>
<svg aria-labelledby="a top"><defs><path id="m0"/></defs><use href="#m0"/></svg></main>
<footer><h2 id="made">Made</h2></footer>"""


def whole():
    own = {"rules": ".i0{clip-path:url(#m0)}", "title": "One", "description": "A page."}
    texts = [sealed(BODY.format(title=title, words=file), **own) for file, _, title in PAGES]
    return single.single(PAGES, texts)


def test_every_page_is_there_and_every_link_leads_somewhere():
    page = whole()
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) > 8 and set(targets) <= set(ids)
    assert set(re.findall(r'aria-labelledby="(\S+) (\S+)"', page)) == {("p0-a", "p0-top"), ("p1-a", "p1-top")}


def test_the_contents_of_each_page_are_told_apart():
    named = re.findall(r'<nav aria-label="(On [^"]*)"', whole())
    assert named == ["On this page: In a &lt;minute&gt;?", "On this page: Which words?"]


def test_links_lead_to_the_page_meant_and_files_not_sent_along_are_words():
    first, second = whole().split("<section")[1:]
    assert '<a class="x" href="#p0-a">here</a>' in first and '<a href="#p1-a">there</a>' in first
    assert '<a href="#p1-a">there</a>' in second and '<a href="#p0-">brief</a>' in second
    assert "\nfile <a" in second and 'href="https://a.example/1"' in second


def test_styles_of_a_page_stay_its_own():
    page = whole()
    assert ".p0-i0{clip-path:url(#p0-m0)}" in page and ".p1-i0{clip-path:url(#p1-m0)}" in page
    assert 'class="p1-i0 lead"' in page
    assert page.count("<style>") == 1 and "default-src 'none'" in page and "<script" not in page


def test_titles_are_escaped():
    assert 'aria-label="In a &lt;minute&gt;?"' in whole()


def test_it_has_the_one_head_of_all_pages_whatever_a_title_holds():
    head, _, rest = sealed("<main>%TITLE%</main>", title="<b> %STYLE%", description='"d"').partition("<body>")
    assert "<title>&lt;b&gt; %STYLE% · Same Story</title>" in head and 'content="&quot;d&quot;"' in head
    assert "%TITLE%" in rest and head.count("sha256-") == 1, "what an article says is no place of ours"
