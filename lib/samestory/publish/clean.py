"""Outputs of notebooks made fit for a page: bleached, without inline styles, tables scrollable on a phone.

Inline styles become classes, so that the page's Content-Security-Policy can name its one style sheet by hash.
"""

import html
import re

import bleach

TEXT_TAGS = """a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details div dl dt em figcaption
figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q s section small span strong
sub summary sup table tbody td tfoot th thead time tr u ul var wbr""".split()
CHART_TAGS = """svg g defs path rect circle ellipse line polyline polygon text tspan title desc use clipPath marker
pattern linearGradient stop""".split()
TAGS = frozenset(TEXT_TAGS + CHART_TAGS)
ATTRIBUTES = """id class title lang dir href alt width height role scope headers colspan rowspan datetime open tabindex
start value viewBox xmlns version preserveAspectRatio d x y x1 y1 x2 y2 cx cy r rx ry dx dy points transform clip-path
clip-rule clipPathUnits fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray
stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity font-size font-family font-weight font-style
text-anchor dominant-baseline alignment-baseline baseline-shift marker-start marker-end marker-mid orient refX refY
markerWidth markerHeight markerUnits patternUnits gradientUnits offset stop-color stop-opacity vector-effect
xml:space""".split()
ALLOWED = frozenset(ATTRIBUTES)
UNWANTED = re.compile(r"<style\b.*?</style>|<metadata>.*?</metadata>|<!--.*?-->|<[?!][^>]*>", re.DOTALL)
TAG = re.compile(r"""<[a-zA-Z][\w:-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*/?>""")
STYLE = re.compile(r"""\sstyle=(?:"([^"]*)"|'([^']*)')""")
CLASS = re.compile(r"""\sclass=(?:"([^"]*)"|'([^']*)')""")
CLIP = re.compile(r' clip-path="(url\(#[\w-]+\))"')
SAFE = re.compile(r"[\w\s#%.,:;()'\"!+*/-]*")
WIDE = re.compile(r"""(<div [^>]*role="group"[^>]*>)?(<table\b.*?</table>|<svg\b.*?</svg>)""", re.DOTALL)
UPRIGHT = re.compile(r' transform="rotate\(-?0(?: [^)]*)?\)"')
ENDED = re.compile(r"></(?:path|use|rect|circle|ellipse|line|polyline|polygon|stop)>")
DRAWN = re.compile(r"<(?:path|use|text|rect|circle|ellipse|line|polyline|polygon|tspan)\b[^>]*>")
DECIMALS = re.compile(r"(?<![\w#.])-?\d+\.\d+(?![\w%.])")
PATH = re.compile(r' d="([^"]*)"')
AROUND = re.compile(r"\s*([A-Za-z])\s*")
PLAIN = re.compile(
    r' dir="auto"(?=[^<>]*>(?:[\x00-;=-\u024f\u2000-\u2fff]|</?(?:a|b|bdi|del|ins|mark|span)\b[^<>]*>)*</(?:p|td|th)>)'
)
DRAWING_ID = re.compile(r"(?<=[\"#])[hmp][0-9a-f]{10}(?=[\")])")
OPTIONAL = re.compile(r"</t[dhr]>(?=<t[dhr]\b|</tr>|</thead>|</tbody>)")  # ends that HTML leaves to the next beginning
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
    """The HTML of an output, safe and fit for the page; what is not allowed is shown as the text it is."""
    markup = UNWANTED.sub("", markup).replace("xlink:href=", "href=").replace("xmlns:xlink=", "data-xlink=")
    markup = DRAWING_ID.sub(lambda name: styles.short(name[0]), markup)
    markup = TAG.sub(lambda tag: _restyled(tag[0], styles), markup)
    safe = bleach.clean(markup, tags=TAGS, attributes=_allowed, protocols={"http", "https", "data"})
    safe = PLAIN.sub("", safe.replace("<span>$</span>", "$"))  # Latin letters read from the left anyway
    safe = safe.replace('role="region"', 'role="group"')  # a landmark for every table would be too many
    return WIDE.sub(lambda wide: wide[1] + OPTIONAL.sub("", wide[2]) if wide[1] else _scrollable(wide[2]), safe)


def _allowed(tag: str, name: str, value: str) -> bool:
    """Whether an element may carry an attribute: known ones, ARIA and data; data: addresses for images alone."""
    if name == "src":
        return tag == "img" and value.startswith("data:image/")
    if name == "href":
        return not value.lstrip().lower().startswith("data:")
    return name in ALLOWED or name.startswith(("aria-", "data-"))


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
    return f'<div class="scroll" role="group" tabindex="0" aria-label="{name}">{OPTIONAL.sub("", wide)}</div>'


def _light(chart: str) -> str:
    """The same drawing to a tenth of a point, without empty groups and turns by no degrees."""
    chart = DRAWN.sub(_rounded, ENDED.sub("/>", UPRIGHT.sub("", chart)))
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
