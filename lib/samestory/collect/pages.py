"""Readers of pages: saved HTML, MHTML, web archives (WARC). trafilatura finds the article on a page."""

import email
import email.policy
import io
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import SplitResult, urlsplit

from samestory.collect import archives, bounds, decode
from samestory.collect.registry import Rows, needs, reader

CHARSET = re.compile(rb"""<meta[^>]{0,80}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
HEAD = 4096  # bytes within which a page names its encoding
LATIN = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
RECORDS = ("response", "resource")  # of a web archive; the others are requests, and about the crawl
LEAST = 25  # words; what is shorter is a notice or a teaser, no article, where it is all that a page holds
ARTICLE = re.compile(
    r"(?:News|Report|Opinion|Analysis|Review|LiveBlog|Blog|BackgroundNews)?(?:Article|Posting|NewsArticle)$"
)
OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
DATES = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
         "dcterms.created", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date", "article.published",
         "citation_publication_date", "publish-date", "published_time_telegram")  # fmt: skip
BLOCKS = ("p", "head", "item", "quote")  # of trafilatura's body
HEADLINES = ("og:title", "twitter:title", "headline", "dc.title", "parsely-title")


@reader(".html", ".htm", ".xhtml")
def saved_page(file: Path, content: bytes) -> tuple[str, Rows]:
    """A page as a browser or a crawler saved it, or an archive's export."""
    return _page(content)


@reader(".mhtml", ".mht")
def page_in_one_file(file: Path, content: bytes) -> tuple[str, Rows]:
    """A page that a browser saved as one file: its first part of HTML."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    parts = (part for part in message.walk() if part.get_content_type() == "text/html")
    part = next(parts, None)
    if part is None:
        raise ValueError("holds no page; save it as HTML")
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    return _page(bytes(part.get_payload(decode=True)), str(address), part.get_content_charset() or "")


@reader(".warc", ".warc.gz")
def web_archive(file: Path, content: bytes) -> tuple[str, Rows]:
    """Every page of a web archive, with the address it was fetched from; other records are no articles."""
    warc = needs("warcio", ".warc")
    with bounds.foreign("web archive"):
        records = [_record(one) for one in warc.ArchiveIterator(io.BytesIO(content)) if one.rec_type in RECORDS]
    pages = [page for one in records if one for page in _page_or_why(*one)]
    others = records.count(None)
    if not pages:
        raise ValueError("holds no pages in HTML")
    words = f"web archive (WARC) of {len(pages)} pages{f'; {others} other records' if others else ''}"
    return words, archives.numbered(pages, "page")


def _record(record: Any) -> tuple[bytes, str, str] | None:
    """The bytes of a page in a web archive, its address, and the encoding its server named; None for another record."""
    kind = (record.http_headers or record.rec_headers).get_header("Content-Type") or ""
    good = not record.http_headers or record.http_headers.get_statuscode().startswith("2")
    if "html" not in kind or not good:
        return None
    charset = re.search(r"charset=([\w-]+)", kind)
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    return record.content_stream().read(bounds.LARGEST), address, charset[1] if charset else ""


def _page_or_why(content: bytes, address: str, charset: str) -> Rows:
    """The article of one page of an archive, or what is wrong with it."""
    try:
        return _page(content, address, charset)[1]
    except ValueError as error:
        return [{"url": address, "_broken": str(error)}]


def _page(content: bytes, address: str = "", charset: str = "") -> tuple[str, Rows]:
    """The article on a page; or those of an archive's export."""
    whole, encoding = _decoded(content, charset)
    html = needs("lxml.html", "HTML")
    if not whole.strip():
        raise ValueError("is empty")
    with bounds.foreign("page"):
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", whole))
    if factiva := _factiva(tree):
        return "Factiva export", factiva
    if ("DOCUMENTS" in whole or "Publication title:" in whole) and (export := archives.articles(decode.plain(whole))):
        return export
    words = f"page{f', {encoding}' if encoding else ''}"
    return words, [_article(tree, address)]


def _decoded(content: bytes, charset: str) -> tuple[str, str]:
    """A page's text: in the encoding of its mark, of its server, of its own words, or else as any text."""
    named = charset or (found[1].decode() if (found := CHARSET.search(content[:HEAD])) else "")
    codec = LATIN.get(named.lower(), named.lower())
    marked = any(content.startswith(mark) for mark, _, _ in decode.MARKS)
    if codec and codec not in ("utf-8", "utf8", "utf-16") and not marked:
        try:
            return content.decode(codec), named
        except (LookupError, UnicodeDecodeError):
            pass  # the page does not keep what it says: its bytes decide
    return decode.decoded(content)


def _factiva(tree: Any) -> Rows | None:
    """The documents of a Factiva export."""
    found = tree.xpath("//div[contains(@class, 'Article') and starts-with(normalize-space(@class), 'article')]")
    if not found or not tree.xpath("//p[contains(@class, 'articleParagraph')]"):
        return None
    return archives.numbered([_factiva_document(one) for one in found])


def _factiva_document(node: Any) -> dict[str, str]:
    """One document of a Factiva export, whether its head is a row of lines or a table of codes."""
    paragraphs = node.xpath(".//p[contains(@class, 'articleParagraph')]")
    text = "\n\n".join(_words(p) for p in paragraphs if _words(p))
    cells = [(_words(row[0]), _words(row[-1])) for row in node.xpath(".//tr") if len(row) > 1]
    if codes := {code: value for code, value in cells if re.fullmatch(r"[A-Z]{2}", code)}:
        return {
            "outlet": codes.get("SN", ""),
            "date": codes.get("PD", ""),
            "headline": codes.get("HD", ""),
            "text": text,
        }
    headline = " ".join(_words(one) for one in node.xpath(".//*[contains(@class, 'Headline')]"))
    row = archives.factiva_document([line for one in node.xpath("./div") if (line := _words(one))], text)
    return {**row, "headline": headline or row.get("headline", "")}


def _words(node: Any) -> str:
    return " ".join("".join(node.itertext()).split())


def _article(tree: Any, address: str) -> dict:
    """The article of a page: its text as trafilatura finds it, and what the page says of it in its head."""
    head = _head(tree)
    text, title, guessed = _extracted(needs("trafilatura", "HTML"), tree, address)
    headline = head.get("headline") or title
    lines = [line for line in text if " ".join(line.split()) != " ".join(str(headline or "").split())]
    if len(" ".join(lines).split()) < LEAST and not head.get("article"):
        lines = lines if len(tree.xpath("//article//p")) > 0 else []
    said = []
    if guessed and not head.get("date"):
        said.append(f"its date, {guessed}, was found in its address or text, not in its head")
    url = head.get("url") or address or None
    row = {"text": "\n\n".join(lines), "headline": headline, "outlet": head.get("outlet"), "url": url,
           "date": head.get("date") or guessed, "_where": "", "_said": "; ".join(said)}  # fmt: skip
    if not lines:
        row["_broken"] = "has no article that can be found; save the article's own page, or its text as .txt"
    return row


def _extracted(trafilatura: ModuleType, tree: Any, address: str) -> tuple[list[str], str | None, str | None]:
    """The paragraphs of the article on a page, its title, and its date as guessed."""
    with bounds.foreign("page"):
        found = trafilatura.bare_extraction(
            tree,
            url=address or None,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    if found is None:
        return [], None, None
    blocks = found.body.iter("p", "head", "item", "quote") if found.body is not None else []
    text = [
        _words(block) for block in blocks if not any(b.tag in ("p", "item", "quote") for b in block.iterdescendants())
    ]
    return [line for line in text if line], found.title, found.date


def _head(tree: Any) -> dict[str, str]:
    """What a page says of itself in its `meta` elements and its JSON-LD: outlet, date, headline, url, article."""
    meta = {
        str(one.get("property") or one.get("name") or one.get("itemprop")).lower(): one.get("content", "").strip()
        for one in reversed(tree.xpath("//meta[@content and (@property or @name or @itemprop)]"))
    }
    linked = next(_linked(tree), {})
    publisher = linked.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    about = {
        "outlet": _first(meta, OUTLETS) or (publisher.get("name") if isinstance(publisher, dict) else None),
        "date": linked.get("datePublished") or _first(meta, DATES) or _stamped(tree),
        "headline": linked.get("headline") or _first(meta, HEADLINES),
        "url": (canonical[0] if canonical else "") or meta.get("og:url"),
        "article": linked or meta.get("og:type") == "article",
    }
    return {name: str(value) for name, value in about.items() if value}


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if meta.get(name)), None)


def _stamped(tree: Any) -> str | None:
    """The first time element that stands in the article."""
    stamps = tree.xpath(
        "(//article//time/@datetime | //main//time/@datetime | //*[@itemprop='datePublished']/@datetime)"
    )
    return stamps[0] if stamps else None


def _linked(tree: Any) -> Iterator[dict]:
    """The articles that a page's JSON-LD describes."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = bounds.loads(script)
        except ValueError:
            continue  # many pages break it; their meta elements say the same
        graph = found.get("@graph", [found]) if isinstance(found, dict) else found
        for one in graph if isinstance(graph, list) else []:
            kinds = one.get("@type", "") if isinstance(one, dict) else ""
            if any(ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                yield one


def parted(address: object) -> SplitResult:
    """The parts of an address, all empty where it is none."""
    try:
        return urlsplit(str(address).strip() if "://" in str(address) else "")
    except ValueError:  # such as http://[a
        return urlsplit("")


def site(address: object) -> str | None:
    """The site that an address is on, without `www.`; None where it is no address."""
    host = parted(address).hostname
    return re.sub(r"^(?:www\d?|m|amp|mobile)\.", "", host) if host and "." in host else None
