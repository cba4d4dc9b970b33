"""Saved pages, web archives and feeds: the article, and what the page says of itself."""

import io

import pytest
from samestory.collect import pages
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from .conftest import DELUGE, FLOOD

MORE = "“We lost everything in a night,” said Mara Voss, a teacher, who had fled to the roof of her school with forty pupils."
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Flood kills 12 | Ardin Times</title>
{head}</head><body><header><nav><a href="/">Home</a><a href="/w">World 24</a></nav></header>
<main><article><h1>Flood kills 12 in Ardin</h1>{stamp}<p>{first}</p><p>{second}</p></article>
<aside><h2>Most read</h2><ul><li><a href="/1">Mayor says 40 are missing</a></li></ul></aside></main>
<section class="comments"><p>1,204 comments</p></section><footer>© Ardin Times</footer></body></html>"""
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"],
"headline": "Flood kills 12 in Ardin", "datePublished": "2025-07-07T08:00:00+01:00",
"publisher": {"@type": "Organization", "name": "Ardin Times"}}]}</script>"""
META = """<meta property="og:site_name" content="Ardin Times"><meta property="og:title" content="Flood kills 12 in Ardin">
<meta property="article:published_time" content="2025-07-07T08:00:00Z"><link rel="canonical" href="https://ardin.ex/1">"""


def page(head="", stamp="", first=FLOOD, second=MORE):
    return PAGE.format(head=head, stamp=stamp, first=first, second=second)


HEADS = [
    (page(LINKED), "2025-07-07", "Ardin Times", "JSON-LD"),
    (page(META), "2025-07-07", "Ardin Times", "meta elements"),
    (
        page(f"<script type='application/ld+json'>{{broken</script>{META}"),
        "2025-07-07",
        "Ardin Times",
        "broken JSON-LD",
    ),
    (page(stamp='<time datetime="2025-07-07T08:00">Monday</time>'), "2025-07-07", "a", "a time element"),
    (page(), "None", "a", "nothing: the file's name is said to stand for the outlet"),
]


@pytest.mark.parametrize(("whole", "day", "outlet", "why"), HEADS, ids=[case[-1] for case in HEADS])
def test_a_page_gives_its_article_and_what_its_head_says(read, whole, day, outlet, why):
    articles, receipt = read({"a.html": whole}, "a.html")
    (one,) = articles.to_dict("records")
    assert one["text"] == f"{FLOOD}\n\n{MORE}", why
    assert (str(one["published"]), one["outlet"]) == (day, outlet)
    assert one["headline"] == "Flood kills 12 in Ardin"
    assert ("name of the file" in receipt["assumed"][0]) == (outlet == "a")


def test_the_encoding_of_a_page_is_its_own(read):
    latin = page(META.replace("utf-8", "iso-8859-1"), second=MORE.replace("Mara", "Márà")).replace(
        "utf-8", "iso-8859-1"
    )
    articles, receipt = read({"a.html": latin.encode("cp1252")}, "a.html")
    assert "“We lost" in articles["text"][0] and "Márà" in articles["text"][0]
    assert receipt["format"][0] == "page, iso-8859-1"


NO_ARTICLE = [
    ("<html><body><div>We value your privacy. Accept all cookies?</div></body></html>", "a consent wall"),
    ("<html><body><nav><a href='/1'>World</a><a href='/2'>News</a></nav></body></html>", "links alone"),
    ("<html></html>", "nothing"),
]


@pytest.mark.parametrize(("whole", "why"), NO_ARTICLE)
def test_a_page_without_an_article_is_named(read, whole, why):
    with pytest.raises(ValueError, match="has no article that can be found"):
        read({"a.html": whole}, "a.html")


def test_a_page_in_one_file(read):
    saved = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://ardin.ex/1\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="----B"\n\n------B\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: 8bit\nContent-Location: https://ardin.ex/1\n\n{page(LINKED)}\n------B--\n"
    )
    (one,) = read({"a.mhtml": saved}, "a.mhtml")[0].to_dict("records")
    assert (one["url"], one["outlet"], one["text"]) == ("https://ardin.ex/1", "Ardin Times", f"{FLOOD}\n\n{MORE}")


def warc(*records: tuple[str, str, str]) -> bytes:
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    for address, kind, body in records:
        head = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        payload = io.BytesIO(body.encode())
        writer.write_record(writer.create_warc_record(address, "response", payload=payload, http_headers=head))
    return buffer.getvalue()


def test_a_web_archive(read):
    content = warc(
        ("https://www.ardin.ex/1", "text/html; charset=utf-8", page()),
        ("https://www.ardin.ex/", "text/html", "<html><body><a href='/1'>Flood</a></body></html>"),
        ("https://www.ardin.ex/a.png", "image/png", "x"),
    )
    articles, receipt = read({"crawl.warc.gz": content}, "crawl.warc.gz")
    (one,) = articles.to_dict("records")
    assert (one["outlet"], one["url"], one["article_id"]) == ("ardin.ex", "https://www.ardin.ex/1", "crawl.warc-1")
    assert receipt["format"][0] == "web archive (WARC) of 2 pages; 1 other records"
    assert receipt["reason"][0].startswith("page 2 has no article that can be found")


RSS = f"""<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ardin Times</title>
<item><title>Flood</title><link>https://ardin.ex/1</link><pubDate>Mon, 07 Jul 2025 08:00:00 GMT</pubDate>
<description>A flood.</description><content:encoded><![CDATA[<p>{FLOOD}</p><p>{MORE}</p>]]></content:encoded></item>
<item><title>Deluge</title><link>https://ardin.ex/2</link><source url="https://post.ex">The Post</source>
<description>A deluge.</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ardin Times</title><entry><title>Flood</title>
<link href="https://ardin.ex/1"/><updated>2025-07-07T08:00:00Z</updated>
<content type="html">&lt;p&gt;{FLOOD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM], ids=["RSS", "Atom"])
def test_a_feed(read, feed):
    articles, receipt = read({"a.xml": feed}, "a.xml")
    (one,) = articles.to_dict("records")
    assert (one["outlet"], str(one["published"]), one["url"]) == ("Ardin Times", "2025-07-07", "https://ardin.ex/1")
    assert one["text"] == f"{FLOOD}\n\n{MORE}" and one["headline"] == "Flood"
    reason = "item 2 has a link and a summary but no text; save the page it leads to, and name the page"
    assert receipt["reason"].tolist() == [reason if feed is RSS else ""]


SITES = [
    ("https://www.bbc.co.uk/news/1", "bbc.co.uk"),
    ("http://amp.cnn.com/x", "cnn.com"),
    ("n/a", None),
    (None, None),
]


@pytest.mark.parametrize(("address", "site"), SITES)
def test_the_site_of_an_address(address, site):
    assert pages.site(address) == site


def test_what_is_missing_says_how_to_get_it(read, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(ValueError, match=r"needs the package trafilatura to read HTML; install samestory\[collect\]"):
        read({"a.html": page(DELUGE)}, "a.html")


@pytest.mark.parametrize(("before", "named"), [(3000, True), (5000, False)])
def test_a_page_names_its_encoding_at_its_beginning(before, named):
    content = b" " * before + b'<meta charset="iso-8859-2">' + "\u0151".encode("iso-8859-2")
    assert (pages._decoded(content, "")[1] == "iso-8859-2") == named
