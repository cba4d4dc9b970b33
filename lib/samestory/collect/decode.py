"""Bytes become text, and text that was decoded wrongly is put right, where it is certain; each says what it did."""

import codecs
import html
import re
from html.parser import HTMLParser

MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig", ""),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
]
ONE_BYTE = [("cp1252", "Windows-1252"), ("mac-roman", "Mac Roman")]
# What a wrong one-byte decoding makes of a letter, a quotation mark or a dash of English prose.
IMPLAUSIBLE = re.compile(
    r"(?<=[a-z])[À-ÖØ-ÞŠŽŸ]"  # a capital inside a word
    r"|(?<=[,.!?])[À-ÖØ-ÞŠŽŸ]|(?<![A-Z])[À-ÖØ-Þ](?=[A-Z][a-z])|(?<=\s)[À-ÖØ-Þ](?=\s)"  # at its edge, or alone
    r"|(?<=[a-z])[¡-©«-´¶-¸»-¿×÷†‡‰•˜ƒˆ√∫∂∆∏∑≈≠≤≥](?=[a-z])"  # a sign inside a word
    r"|[^\W\d_a-zA-Z]{3}|[\x80-\x9f]"  # another script
)
# One character decoded as several stands as two beyond ASCII side by side, or as a C1 control, or before a lost space.
SUSPECT = re.compile(r"[^\x00-\x7f]{2}|[\x80-\x9f]|[ÂÃà] ")
TAGS, ENTITIES = "HTML tags removed", "HTML entities decoded"
ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}\d{0,2});")
TAG = re.compile(
    r"</?(?:p|div|br|a|span|em|strong|b|i|u|h[1-6]|ul|ol|li|blockquote|figure|figcaption|img|table|tr|td|section|article)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|li|tr|blockquote|section|article)\b", re.IGNORECASE)
BLOCKS = {"p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "figure", "tr",
          "table", "section", "article", "figcaption"}  # fmt: skip
NOT_TEXT = {"script", "style", "noscript", "template", "svg", "head"}


def decoded(content: bytes) -> tuple[str, str]:
    """The text that bytes stand for, and the encoding in words where it was not UTF-8.

    A byte order mark decides; then UTF-8; then zeros at every other byte (UTF-16); then Windows-1252 or Mac Roman,
    whichever leaves no sign or capital inside a word. ValueError where none of them is certain.
    """
    for mark, codec, words in MARKS:
        if content.startswith(mark):
            return _strict(content, codec, words), words
    if b"\0" in content:
        return _without_mark(content)
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if likely := _one_byte(content):
            return likely
        raise ValueError(
            f"is not UTF-8: byte {error.start} (0x{content[error.start]:02x}) cannot be read; save it as UTF-8"
        ) from error


def _strict(content: bytes, codec: str, words: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as error:
        raise ValueError(f"is broken {words or 'UTF-8'} at byte {error.start}; save it as UTF-8") from error


def _without_mark(content: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: one of two bytes is zero nearly throughout, as in English."""
    for codec, zeros in (("utf-16-le", content[1::2]), ("utf-16-be", content[::2])):
        if len(content) % 2 == 0 and zeros.count(0) > 0.9 * len(zeros):
            return _strict(content, codec, "UTF-16"), "UTF-16"
    raise ValueError("is a binary file; plain text in UTF-8 is needed")


def _one_byte(content: bytes) -> tuple[str, str] | None:
    """The one decoding of one byte a character in which nothing looks wrong."""
    for codec, words in ONE_BYTE:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if not IMPLAUSIBLE.search(text):
            return text, words
    return None


def repaired(text: str) -> tuple[str, list[str]]:
    """A text as it was meant, and what was done: entities, tags, and characters decoded wrongly before they came here.

    Mojibake and C1 controls are decoded by `ftfy`, which leaves alone what may be meant (Speer 2019, one false positive
    in some hundred thousand texts).
    """
    said: list[str] = []
    if TAG.search(text):
        text, said = plain(text), [TAGS]
    while ENTITY.search(text) and (bare := html.unescape(text)) != text:  # some exports escape many times
        text, said = bare, [*said, ENTITIES]
    if ENTITIES in said and TAG.search(text):  # the tags were escaped too
        text, said = plain(text), [*said, TAGS]
    if SUSPECT.search(text) and (meant := _ftfy(text)) != text:
        text, said = meant, [*said, "characters decoded wrongly before were repaired"]
    return text, list(dict.fromkeys(said))


def _ftfy(text: str) -> str:
    import ftfy  # imported when the first text beyond ASCII comes: it takes a tenth of a second

    return ftfy.fix_encoding(text)


class _Plain(HTMLParser):
    """Collects the text of a piece of HTML, with an empty line where a block begins or ends.

    Where it has no blocks its line ends are its paragraphs, and stay.
    """

    def __init__(self, blocks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = blocks
        self.parts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        """A block begins a paragraph; script and style are no text."""
        self.depth += tag in NOT_TEXT
        self.parts += ["\n\n"] if tag in BLOCKS else []

    def handle_endtag(self, tag: str) -> None:
        """A block ends a paragraph."""
        self.depth -= tag in NOT_TEXT and self.depth > 0
        self.parts += ["\n\n"] if tag in BLOCKS else []

    def handle_data(self, data: str) -> None:
        """Text, with the spaces and line ends of its source as one space."""
        if not self.depth:
            self.parts.append(re.sub(r"[ \t\r\n]+", " ", data) if self.blocks else data)


def plain(markup: str) -> str:
    """The text of a piece of HTML: its paragraphs with an empty line between them."""
    parser = _Plain(bool(BLOCK.search(markup)))
    parser.feed(markup)
    parser.close()
    paragraphs = (part.strip() for part in re.split(r"\n\n+", "".join(parser.parts)))
    return "\n\n".join(part for part in paragraphs if part)
