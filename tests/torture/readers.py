"""Mutated files of every format through the readers: articles, or a sentence of ours; never an error, a NaN for a text."""

import io
import json
import random
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pandas as pd
from samestory import corpus, encode, unexpected

from torture.texts import PIECES, base, halved

BYTES = [
    b"\0",
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\r",
    b"\n",
    b'"',
    b"'",
    b"<",
    b"&#0;",
    b"<!--",
    b"]]>",
    b"\\u0000",
    b"\\ud800",
]
BYTES += [
    b"1e999",
    b"NaN",
    b"-1",
    b"9" * 40,
    b"[" * 300,
    b'{"a":' * 300,
    b"<b>" * 300,
    b"</",
    b"\x1b",
    "é".encode("cp1252"),
    b"\x80",
]
TIMES = (1, 1, 1, 2, 50)
ZIPPED = {".docx", ".xlsx", ".ods", ".odt"}


def rows() -> list[dict[str, object]]:
    """Made-up articles as the rows of a table."""
    about = [("North", "2025-07-06"), ("South", "06/07/2025"), ("East", "July 2025")]
    return [
        {
            "outlet": outlet,
            "date": day,
            "headline": f"A day in {outlet}",
            "url": f"https://{outlet}.example/a",
            "text": text,
        }
        for (outlet, day), text in zip(about, base(), strict=True)
    ]


def page() -> str:
    """A saved page."""
    paragraphs = "".join(f"<p>{text}</p>" for text in base())
    linked = json.dumps({"@type": "NewsArticle", "headline": "A day", "datePublished": "2025-07-06T10:00:00Z"})
    return (
        f'<html><head><meta charset="utf-8"><meta property="og:site_name" content="North"><script type="application/ld+json">'
        f"{linked}</script></head><body><article><h1>A day</h1>{paragraphs}</article></body></html>"
    )


def files() -> dict[str, bytes]:
    """One good file of each format, by its suffix."""
    table = pd.DataFrame(rows())
    head = "Outlet: North\nDate: 2025-07-06\nHeadline: A day\n\n"
    body = "\n\n".join(base())
    whole = {
        ".txt": head + body,
        ".md": f"# A day\n\n**Bold** [words](https://north.example)\n\n{body}",
        ".csv": table.to_csv(index=False),
        ".tsv": table.to_csv(index=False, sep="\t"),
        ".json": json.dumps({"response": {"articles": rows()}}),
        ".jsonl": "\n".join(map(json.dumps, rows())),
        ".html": page(),
        ".mhtml": f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n{page()}\n--b--\n',
        ".warc": _warc(page()),
        ".xml": _feed(),
        ".rtf": "{\\rtf1\\ansi " + body.replace("\n", "\\par ").encode("ascii", "replace").decode() + "}",
    }
    return {name: text.encode() for name, text in whole.items()} | _packed(table, body)


def _packed(table: pd.DataFrame, body: str) -> dict[str, bytes]:
    """The formats that libraries write."""
    import docx

    document = docx.Document()
    document.add_heading("A day", level=1)
    for paragraph in body.split("\n\n"):
        document.add_paragraph(encode.xml(paragraph))
    return {
        ".docx": _bytes(document.save),
        ".xlsx": _bytes(lambda file: table.to_excel(file, index=False, engine="openpyxl")),
        ".ods": _bytes(lambda file: table.to_excel(file, index=False, engine="odf")),
        ".parquet": _bytes(table.to_parquet),
        ".odt": _open_document(body),
    }


def _bytes(write: Callable[[io.BytesIO], object]) -> bytes:
    held = io.BytesIO()
    write(held)
    return held.getvalue()


def _open_document(body: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = f'<d xmlns:text="{space}"><text:h>A day</text:h>{"".join(f"<text:p>{one}</text:p>" for one in body.splitlines())}</d>'
    return _bytes(lambda file: _zip({"content.xml": content.encode()}, file))


def _warc(page: str) -> str:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}"
    head = f"WARC-Type: response\r\nWARC-Target-URI: https://north.example/a\r\nContent-Type: application/http\r\nContent-Length: {len(http.encode())}"
    return f"WARC/1.0\r\n{head}\r\n\r\n{http}\r\n\r\n"


def _feed() -> str:
    items = "".join(
        f"<item><title>A day</title><link>https://n.example/{k}</link><description>{t}</description></item>"
        for k, t in enumerate(base())
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>North</title>{items}</channel></rss>"


def _zip(parts: dict[str, bytes], file: io.BytesIO) -> None:
    with zipfile.ZipFile(file, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part)


def mutated(content: bytes, dice: random.Random) -> bytes:
    """The bytes with some of them cut, doubled, moved, or replaced by what trips parsers."""
    for _ in range(dice.randint(1, 6)):
        at, to = sorted(dice.randint(0, len(content)) for _ in range(2))
        to = min(to, at + dice.choice((0, 1, 8, 200, len(content))))
        piece = dice.choice((dice.choice(BYTES), dice.choice(PIECES).encode("utf-8", "surrogatepass")))
        put = dice.choice((piece * dice.choice(TIMES), content[at:to] * 2, b"", bytes([dice.randrange(256)])))
        content = content[:at] + put + content[to:]
    return content[:40_000]


def harmed(suffix: str, content: bytes, dice: random.Random) -> bytes:
    """A good file harmed: of a format that is packed mostly one of its parts, as no packing comes through otherwise."""
    if suffix not in ZIPPED or dice.random() < 0.1:
        return mutated(content, dice)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    told = [name for name in parts if name.endswith((".xml", ".rels"))]
    name = dice.choice(told)
    return _bytes(lambda file: _zip(parts | {name: mutated(parts[name], dice)}, file))


def batch(seed: int, size: int) -> list[tuple[str, bytes]]:
    """So many harmed files, the same for the same seed: the name and the bytes of each."""
    good = files()
    made = []
    for number in range(seed, seed + size):
        dice = random.Random(number)
        suffix = dice.choice(sorted(good))
        made.append((f"{number}{suffix}", harmed(suffix, good[suffix], dice)))
    return made


def wrong_with(made: Sequence[tuple[str, bytes]]) -> Iterator[str]:
    """Which of the files end a reading with an error nobody foresaw, or give an article that is no text."""
    yield from (f"file {name}: {wrong}" for (name, _), wrong in halved(made, _fails))


def _fails(made: Sequence[tuple[str, bytes]]) -> str:
    """What goes wrong when the files are read; of one alone it is no fault that it holds no article, if that is told."""
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "texts" / "North"
        folder.mkdir(parents=True)
        for name, content in made:
            (folder / name).write_bytes(content)
        try:
            return _untrue(corpus.articles(folder.parent))
        except Exception as error:
            told = unexpected.is_told(error) and "\n" not in str(error)
            return "" if told and len(made) == 1 else repr(error)


def _untrue(articles: pd.DataFrame) -> str:
    """What is wrong with articles that were read of harmed files."""
    for text in articles["text"]:
        if not isinstance(text, str) or not text.strip():
            return f"an article of {text!r}"
        if text.encode("utf-8", "replace").decode() != text:
            return "an article that cannot be written"
    return ""
