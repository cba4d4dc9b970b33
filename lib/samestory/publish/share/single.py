"""All pages of a report in one file, to be sent by mail: their words, drawings and links, nothing beside it."""

import html
import re
from pathlib import Path

from samestory.publish.seal import TEMPLATE, sealed, slim

MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
FOOTER = re.compile(r"</main>.*?(<footer>.*</footer>)", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
NAMED = re.compile(r'(?<=\s)(id|for|headers|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"')
LINK = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
DRAWN = re.compile(r'(<use\b[^>]*?\s(?:xlink:)?href="#|url\(#)')
CLASSES = re.compile(r'\sclass="([^"]*)"')
OWN = re.compile(r"\bi(?=\d+\b)")  # a class that stands for an inline style, numbered page by page
CONTENTS = 'aria-label="On this page'  # of which page, where there are several
RULES = ".page .contents{position:static;max-height:none}.page+.page{border-top:1px solid var(--rule);margin-top:4rem}"


def write(pages: list[tuple[str, str, str]], path: Path) -> None:
    """The pages (file, short name, title) of the folder the file stands in are in the file, one below the other."""
    texts = [(path.parent / file).read_text(encoding="utf-8") for file, _, _ in pages]
    path.write_text(single(pages, texts), encoding="utf-8")


def single(pages: list[tuple[str, str, str]], texts: list[str]) -> str:
    """The pages as one: no id and no class of one is another's, links between them lead there, others are words."""
    files = {file: f"p{k}-" for k, (file, _, _) in enumerate(pages)}
    base = slim((TEMPLATE / "style.css").read_text(encoding="utf-8"))
    sections, rules = [], RULES
    for (file, _, title), text in zip(pages, texts, strict=True):
        mark = files[file]
        within = _marked(_within(MAIN, text), mark, files).replace(CONTENTS, CONTENTS + f": {html.escape(title)}")
        sections.append(f'<section class="page" id="{mark}" aria-label="{html.escape(title)}">{within}</section>')
        rules += OWN.sub(f"{mark}i", DRAWN.sub(rf"\g<1>{mark}", _within(STYLE, text).removeprefix(base)))
    entries = "".join(f'<li><a href="#{files[file]}">{html.escape(short)}</a></li>' for file, short, _ in pages)
    nav = f'<nav class="pages" aria-label="Pages"><ul>{entries}</ul></nav>'
    made = _marked(_within(FOOTER, texts[0]), files[pages[0][0]], files)
    head = f'<header><p class="kicker">Same Story</p>{nav}</header>'
    body = f'{head}\n<main id="content">\n{"".join(sections)}\n</main>\n{made}\n'
    there = {name for _, names in NAMED.findall(body) for name in names.split()}
    body = LINK.sub(lambda one: one[4] if one[2].startswith("#") and one[2][1:] not in there else one[0], body)
    return sealed(body, rules, title="All pages", description="All pages of this report in one file.")


def _within(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _marked(markup: str, mark: str, files: dict[str, str]) -> str:
    """The markup with the page's mark before every name of its own."""

    def link(found: re.Match[str]) -> str:
        """One link, to its place in the single file; words alone where its file is not sent along."""
        before, target, after, words = found.groups()
        file, _, place = target.partition("#")
        if file.startswith(("http://", "https://", "mailto:")):
            return found[0]
        if file and file not in files:
            return words  # a file that is not sent along
        return f'<a{before} href="#{files.get(file, mark)}{place}"{after}>{words}</a>'

    markup = LINK.sub(link, markup)
    markup = NAMED.sub(lambda one: f'{one[1]}="{" ".join(mark + name for name in one[2].split())}"', markup)
    markup = DRAWN.sub(rf"\g<1>{mark}", markup)
    return CLASSES.sub(lambda one: f' class="{OWN.sub(f"{mark}i", one[1])}"', markup)
