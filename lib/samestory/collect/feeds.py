"""Reader of feeds: RSS and Atom."""

from pathlib import Path
from xml.etree import ElementTree

from samestory.collect.registry import Rows, reader

ENTRIES = {"item", "entry"}
FIELDS = {"title": "headline", "pubDate": "date", "published": "date", "date": "date", "updated": "updated",
          "encoded": "text", "content": "text", "description": "teaser", "summary": "teaser", "source": "outlet",
          "guid": "guid", "id": "guid"}  # fmt: skip


@reader(".xml", ".rss", ".atom")
def feed(file: Path, content: bytes) -> tuple[str, Rows]:
    """The items of an RSS or Atom feed: the outlet is the item's source, else the feed's title."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise ValueError(f"is no XML that can be read: {error}") from error
    items = [one for one in root.iter() if _name(one) in ENTRIES]
    if not items:
        raise ValueError("is XML, but no RSS or Atom feed; save its articles as .html or .txt")
    channel = next((one for one in root.iter() if _name(one) in ("channel", "feed")), root)
    title = next((one.text for one in channel if _name(one) == "title"), None)
    return "feed", [{"outlet": title, **_item(one), "_where": f"item {k}"} for k, one in enumerate(items, 1)]


def _name(node: ElementTree.Element) -> str:
    """A tag without its namespace."""
    return str(node.tag).rpartition("}")[2]


def _item(item: ElementTree.Element) -> dict[str, str]:
    """One item of a feed under our names."""
    row: dict[str, str] = {}
    for one in item:
        name, words = _name(one), "".join(one.itertext()).strip()
        if name == "link":
            row.setdefault("url", one.get("href") or words)
        elif name == "source" and (title := next((n.text for n in one if _name(n) == "title"), words)):
            row["outlet"] = title
        elif words and name in FIELDS and name != "source":
            row.setdefault(FIELDS[name], words)
    row["date"] = row.get("date") or row.pop("updated", "")
    row.pop("guid", None)
    return {name: value for name, value in row.items() if value and name != "updated"}
