"""Outputs of notebooks made fit for a page: without inline styles, tables scrollable on a phone, and then cleaned.

Inline styles become classes, so that the page's Content-Security-Policy can name its one style sheet by hash. Cleaning
comes last: nh3 parses, drops what is not allowed and writes the HTML anew, and nothing changes it afterwards.
"""

import html
import re

import nh3

from samestory import encode

TEXT_TAGS = """a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details div dl dt em figcaption
figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q s section small span strong
sub summary sup table tbody td tfoot th thead time tr u ul var wbr""".split()
CHART_TAGS = """svg g defs path rect circle ellipse line polyline polygon text tspan title desc use clipPath marker
pattern linearGradient stop""".split()
TAGS = frozenset(TEXT_TAGS + CHART_TAGS)
ATTRIBUTES = """id class title lang dir alt width height role scope headers colspan rowspan datetime open tabindex
start value viewBox xmlns version preserveAspectRatio d x y x1 y1 x2 y2 cx cy r rx ry dx dy points transform clip-path
clip-rule clipPathUnits fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray
stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity font-size font-family font-weight font-style
text-anchor dominant-baseline alignment-baseline baseline-shift marker-start marker-end marker-mid orient refX refY
markerWidth markerHeight markerUnits patternUnits gradientUnits offset stop-color stop-opacity vector-effect
xml:space""".split()
ALLOWED: dict[str, set[str]] = {
    "*": set(ATTRIBUTES),
    "a": {"href"},
    "use": {"href", "xlink:href"},
    "img": {"src"},
}
CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={"script", "style", "metadata"},
    attributes=ALLOWED,
    attribute_filter=lambda tag, name, value: _address(tag, value) if name in {"href", "src"} else value,
    generic_attribute_prefixes={"aria-", "data-"},
    url_schemes={"http", "https", "data"},
    link_rel=None,  # the page itself sends no referrer
)
STYLES = re.compile(r"<style\b.*?</style>", re.DOTALL)
TAG = re.compile(r"""<[a-zA-Z][\w:-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*/?>""")
STYLE = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""")
CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)')""")
CLIP = re.compile(r' clip-path="(url\(#[\w-]+\))"')
SAFE = re.compile(r"[\w\s#%.,:;()'\"!+*/-]*")
WIDE = re.compile(r"""(<div [^>]*role="group"[^>]*>)?(<table\b.*?</table>|<svg\b.*?</svg>)""", re.DOTALL)
UPRIGHT = re.compile(r' transform="rotate\(-?0(?: [^)]*)?\)"')
DRAWN = re.compile(r"<(?:path|use|text|rect|circle|ellipse|line|polyline|polygon|tspan)\b[^>]*>")
DECIMALS = re.compile(r"(?<![\w#.])-?\d+\.\d+(?![\w%.])")
PATH = re.compile(r' d="([^"]*)"')
AROUND = re.compile(r"\s*([A-Za-z])\s*")
PLAIN = re.compile(
    r' dir="auto"(?=[^<>]*>(?:[\x00-;=-\u024f\u2000-\u2fff]|</?(?:a|b|bdi|del|ins|mark|span)\b[^<>]*>)*</(?:p|td|th)>)'
)
DRAWING_ID = re.compile(r"(?<=[\"#])[hmp][0-9a-f]{10}(?=[\")])")
CAPTION = re.compile(r"<caption[^>]*>(.*?)</caption>", re.DOTALL)
ANY_TAG = re.compile(r"<[^>]+>")
VARIABLE = re.compile(r"var\(--(ink|soft|rule|paper|wash|outlet-\d+), ?[^;]*\)")


class Styles:
    """The inline styles of one page, each a class of its style sheet, and its drawings, numbered as they appear."""

    def __init__(self) -> None:
        """Begin without any."""
        self.classes: dict[str, str] = {}
        self.drawn: dict[str, str] = {}

    def name(self, style: str) -> str:
        """The class that stands for an inline style."""
        return self.classes.setdefault(style, f"i{len(self.classes)}")

    def short(self, drawn: str) -> str:
        """A short name for one that matplotlib made from the hash of what it names: the same for the same drawing."""
        return self.drawn.setdefault(drawn, f"{drawn[0]}{len(self.drawn)}")

    def sheet(self) -> str:
        """The rules of all classes."""
        return "".join(f".{name}{{{_compact(style)}}}" for style, name in self.classes.items())


def output(markup: str, styles: Styles) -> str:
    """The HTML of an output, fit for the page and safe; what is not allowed is left out."""
    markup = STYLES.sub("", markup)
    markup = DRAWING_ID.sub(lambda name: styles.short(name[0]), markup)
    markup = TAG.sub(lambda tag: _restyled(tag[0], styles), markup)
    markup = PLAIN.sub("", encode.plain(markup))  # Latin letters read from the left anyway
    markup = markup.replace('role="region"', 'role="group"')  # a landmark for every table would be too many
    return CLEANER.clean(WIDE.sub(lambda wide: wide[0] if wide[1] else _scrollable(wide[2]), markup))


def _address(tag: str, value: str) -> str | None:
    """The address, where an element may have it: images in the page, drawings part of it, links no data."""
    if tag == "img":
        return value if value.startswith("data:image/") else None
    if tag == "use":
        return value if value.startswith("#") else None
    return None if value.lstrip().lower().startswith("data:") else value


def _restyled(tag: str, styles: Styles) -> str:
    """The tag, its inline style and clipping replaced by a class; a style with characters no style needs is dropped."""
    found, clip = STYLE.search(tag), CLIP.search(tag)
    style = html.unescape(found[1] or found[2] or "").strip().rstrip(";") if found else ""
    rules = [" ".join(style.split())] if SAFE.fullmatch(style) and "url(" not in style.lower() else []
    rules += [f"clip-path: {clip[1]}"] if clip else []
    tag = CLIP.sub("", STYLE.sub("", tag, count=1), count=1)
    return _classed(tag, styles.name("; ".join(filter(None, rules)))) if any(rules) else tag


def _classed(tag: str, name: str) -> str:
    """The tag with one class more."""
    given = CLASS.search(tag)
    if given:
        return tag.replace(given[0], f' class="{given[1] or given[2] or ""} {name}"', 1)
    end = -2 if tag.endswith("/>") else -1
    return f'{tag[:end]} class="{name}"{tag[end:]}'


def _compact(style: str) -> str:
    """The style without spaces nobody needs, and without what stands in for colours the page itself names."""
    return VARIABLE.sub(_without_default, style).replace(": ", ":").replace("; ", ";")


def _without_default(variable: re.Match[str]) -> str:
    """A colour of the page by its name alone; an outlet's keeps its default, which is its colour on light paper."""
    if variable[1].startswith("outlet"):
        return variable[0]
    return f"var(--{variable[1]})"


def _scrollable(wide: str) -> str:
    """The table or chart in a group that scrolls sideways, reachable by keyboard; a table's is named by its caption."""
    if wide.startswith("<svg"):
        return f'<div class="plot" role="group" tabindex="0" aria-label="Chart">{_light(wide)}</div>'
    caption = CAPTION.search(wide)
    name = html.escape(html.unescape(ANY_TAG.sub("", caption[1]).strip())) if caption else "Table"
    return f'<div class="scroll" role="group" tabindex="0" aria-label="{name}">{wide}</div>'


def _light(chart: str) -> str:
    """The same drawing to a tenth of a point, without empty groups and turns by no degrees."""
    chart = DRAWN.sub(_rounded, UPRIGHT.sub("", chart))
    while "<g></g>" in chart:
        chart = chart.replace("<g></g>", "")
    return chart


def _rounded(tag: re.Match[str]) -> str:
    """A drawn element, its coordinates to one decimal and its path without spaces it does not need."""
    tenths = DECIMALS.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), tag[0])
    return PATH.sub(lambda path: f' d="{AROUND.sub(_command, path[1]).strip()}"', tenths)


def _command(around: re.Match[str]) -> str:
    """The letter of a path's command, alone."""
    return around[1]
