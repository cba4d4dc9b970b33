"""The one style of every chart: a figure that carries its words, and one colour and shape for each outlet.

Colours are Okabe & Ito's (2008), darkened until text in them reaches a contrast of 4.5 to 1 on white; a shape goes with
each, so that no chart needs colour. Text stays text in the SVG, and colours are CSS variables with these as defaults,
so that a page can follow the reader's light or dark setting.
"""

import hashlib
import io
import re
import textwrap
import warnings
from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

import matplotlib
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from samestory import encode
from samestory.present import show

INK, SOFT, RULE, PAPER, WASH = "#1a1a1a", "#5f6368", "#dadce0", "#ffffff", "#f1f1ee"
COLOURS = ("#0072b2", "#b34700", "#00795b", "#96407a", "#7a5c00", "#333333")
SHAPES = ("o", "D", "s", "^", "v", "P", "X", "p")
SIGNS = ("●", "◆", "■", "▲", "▼", "✚", "✖", "⬟")
GROUPS = len(SHAPES)  # that a chart draws: no more are told apart
NAMES, LINE = 3, 66  # groups named in one line of a drawing at most, and the characters of names that fit into one
NAMED_IN = 0.22  # inches that a line of them takes
LONGEST, SMALLER = 38, 27  # characters of a name beside a line, and from which all are written smaller
WIDTH = 5.0  # inches; on a phone of 375 pixels what is SMALL is 9 pixels tall then
SMALL = 9  # points of the smallest letters
LANE, MARGIN = 0.1, 0.1  # inches between two marks that stand one below the other, and of a line above and below them
CLOSE = 0.036  # of a scale: marks that are nearer would cover each other
THEME = {
    INK: "var(--ink, var(--jp-content-font-color0, #1a1a1a))",
    "#000000": "var(--ink, var(--jp-content-font-color0, #1a1a1a))",  # what matplotlib draws in where nothing is said
    SOFT: "var(--soft, var(--jp-content-font-color2, #5f6368))",
    RULE: "var(--rule, var(--jp-border-color2, #dadce0))",
    PAPER: "var(--paper, var(--jp-layout-color0, #ffffff))",
    WASH: "var(--wash, var(--jp-layout-color2, #f1f1ee))",
} | {colour: f"var(--outlet-{k}, {colour})" for k, colour in enumerate(COLOURS, 1)}

RC: dict[Any, Any] = {
    "svg.fonttype": "none",
    "font.family": ["sans-serif"],
    "font.sans-serif": ["Source Sans 3", "Helvetica Neue", "Arial", "DejaVu Sans"],
    "font.size": 11,
    "text.parse_math": False,
    "text.color": INK,
    "axes.edgecolor": RULE,
    "axes.labelcolor": SOFT,
    "axes.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.grid": True,
    "axes.grid.axis": "x",
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
}


class Mark(NamedTuple):
    """How an outlet looks everywhere: `colour`, `shape` (a matplotlib marker), `sign` (the shape as a character)."""

    colour: str
    shape: str
    sign: str


_assigned: list[str] = []  # whose marks are fixed; as with a style sheet, one order for the whole notebook


def assign_marks(groups: pd.Series) -> None:
    """Every chart from here on gives these groups (a column of the articles) the same marks, whichever it shows.

    Where there are more than marks tell apart, those with most articles come first.
    """
    counts = groups.astype("str").value_counts(sort=False)
    named = list(groups.cat.categories) if isinstance(groups.dtype, pd.CategoricalDtype) else _names(groups)
    _assigned[:] = named if len(named) <= GROUPS else sorted(named, key=lambda name: -counts.get(name, 0))


def largest(rows: pd.DataFrame, most: int = GROUPS) -> tuple[pd.DataFrame, str]:
    """The rows of at most so many groups, those with most articles first; and a sentence that says so, if not of all.

    Which have most articles is known once marks are assigned; before, those with most rows stand for them.
    """
    counts = rows["group"].astype("str").value_counts()
    order = [*_assigned, *(name for name in counts.index if name not in _assigned)]
    named = sorted(counts.index, key=order.index)
    if len(named) <= most:
        return rows, ""
    said = f" Drawn are the {most} with most articles of {len(named)}; all are in the table."
    return rows[rows["group"].astype("str").isin(named[:most])], said


def outlet_marks(groups: Iterable[str] | pd.Series) -> dict[str, Mark]:
    """The mark of each group: the one assigned to it, else the next one free; in the order in which they are assigned.

    Shapes differ for the first eight groups, colours for the first six; later ones repeat, and the labels on the marks
    tell them apart.
    """
    named = _names(groups)
    order = [*_assigned, *(name for name in named if name not in _assigned)]
    return {name: _mark(order.index(name)) for name in sorted(named, key=order.index)}


def _names(groups: Iterable[str] | pd.Series) -> list[str]:
    return [str(group) for group in dict.fromkeys(groups) if not pd.isna(group)]


def _mark(k: int) -> Mark:
    return Mark(COLOURS[k % len(COLOURS)], SHAPES[k % len(SHAPES)], SIGNS[k % len(SIGNS)])


class Chart(Figure):
    """A matplotlib figure with what a page needs: `title`, `subtitle`, `alt` (its alternative text) and its `table`.

    `marks`: the groups named above it, in lines that break where a page is narrow; `file`: where all rows of its table
    stand.
    """

    def __init__(
        self, *, title: str, subtitle: str, alt: str, table: pd.DataFrame, height: float, width: float = WIDTH
    ):
        with matplotlib.rc_context(RC):
            super().__init__(figsize=(width, height), layout="constrained")
        FigureCanvasSVG(self)
        self.title, self.subtitle, self.alt, self.table = title, subtitle, alt, table
        self.marks: dict[str, Mark] = {}
        self.file = ""

    def svg(self) -> str:
        """The chart as an inline SVG image with its alternative text; the same bytes for the same chart."""
        for words in self.findobj(Text):
            words.set_parse_math(False)  # a dollar sign is money, not mathematics
        name = hashlib.sha256((self.title + self.alt).encode()).hexdigest()[:8]
        out = io.StringIO()
        with matplotlib.rc_context(RC | {"svg.hashsalt": name}), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph")  # text stays text: the reader's fonts draw it
            self.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
        self.set_layout_engine("none")  # where it is drawn again, everything stays in its place
        return _inline(out.getvalue(), self.alt)

    def _repr_html_(self) -> str:
        caption = f"<strong>{show.prose(self.title)}</strong> {show.prose(self.subtitle)}{self._names()}"
        numbers = show.table_html(self.table, file=self.file)
        return (
            f'<figure class="chart"><figcaption>{caption}</figcaption>{self.svg()}</figure>'
            f'<details class="numbers"><summary>The numbers of this chart</summary>{numbers}</details>'
        )

    def name_inside(self) -> None:
        """The groups are named in the drawing too, where it is to stand alone."""
        named = [
            Line2D([], [], color=mark.colour, marker=mark.shape, linestyle="", label=_shortened(name))
            for name, mark in self.marks.items()
        ]
        if named:
            fit = LINE // max(len(str(one.get_label())) for one in named)
            columns = max(1, min(NAMES, fit))
            self.set_figheight(self.get_figheight() + NAMED_IN * -(-len(named) // columns))
            self.legend(handles=named, loc="outside upper left", ncols=columns, frameon=False, fontsize=SMALL)

    def _names(self) -> str:
        """The groups with their marks and in their colours, as HTML."""
        named = (
            f'<span style="color: {THEME[mark.colour]}">{mark.sign} <bdi>{show.escape(name)}</bdi></span>'
            for name, mark in self.marks.items()
        )
        return f'<div class="marks">{" ".join(named)}</div>' if self.marks else ""


def figure(
    *, title: str, subtitle: str, alt: str, table: pd.DataFrame, height: float, width: float = WIDTH
) -> tuple[Chart, Axes]:
    """An empty chart and its axes in our style: `title` states the finding, `subtitle` the measure and n.

    `alt` says the same numbers in words; `table` holds them. `height` and `width` in inches.
    """
    chart = Chart(title=title, subtitle=subtitle, alt=alt, table=table, height=height, width=width)
    with matplotlib.rc_context(RC):
        axes = chart.add_subplot()
    return chart, axes


def name_rows(axes: Axes, names: Iterable[str], *, at: Iterable[float] | None = None) -> None:
    """Every line of a chart is named at its left, in at most LONGEST characters: names never take the room of marks.

    A name up to twice as long stands in two lines, smaller. `at`: where the lines stand, else 0, 1, 2 …
    """
    told = [_in_two(show.curly(name)).split("\n") for name in names]
    long = any(map(_second, told)) or max((len(one[0]) for one in told), default=0) > SMALLER
    size = SMALL if long else RC["font.size"]
    places = list(range(len(told)) if at is None else at)
    axes.set_yticks(places, [one[0] for one in told], parse_math=False)
    axes.tick_params(axis="y", labelsize=size)
    for y, tick, one in zip(places, axes.get_yticklabels(), told, strict=True):
        if _second(one):  # a text of its own: both end at the axis in whatever font a reader has
            tick.set_verticalalignment("bottom")
            axes.annotate(_second(one), (0, y), xycoords=("axes fraction", "data"), xytext=(-3.5, 0), va="top",
                          textcoords="offset points", ha="right", color=INK, fontsize=size,
                          annotation_clip=False, parse_math=False)  # fmt: skip


def _second(lines: list[str]) -> str:
    return lines[1] if len(lines) > 1 else ""


def _in_two(name: str) -> str:
    """A name in one line, or in two of which neither is longer than LONGEST, or else shortened."""
    if len(name) <= LONGEST:
        return name
    lines = textwrap.wrap(name, max(SMALLER, -(-len(name) // 2) + 4), break_long_words=False)
    return "\n".join(lines) if len(lines) == 2 and max(map(len, lines)) <= LONGEST else _shortened(name)


def lanes(spans: Iterable[tuple[float, float]], *, close: float) -> list[int]:
    """The lane of each mark of a line, from 0: the first in which nothing before it is nearer than `close`.

    `spans`: from where to where each mark reaches, on the scale of `close`; the same twice for a point.
    """
    taken: list[list[tuple[float, float]]] = []
    found = []
    for low, high in spans:
        free = (k for k, lane in enumerate(taken) if all(high + close <= a or b + close <= low for a, b in lane))
        at = next(free, len(taken))
        if at == len(taken):
            taken.append([])
        taken[at].append((low, high))
        found.append(at)
    return found


def aside(lane: int, of: int) -> float:
    """How far below the middle of its line a lane of so many lies, in inches."""
    return (lane - (of - 1) / 2) * LANE


def tall(of: int, line: float) -> float:
    """The inches that a line with so many lanes takes: `line` at least."""
    return max(line, (of - 1) * LANE + 2 * MARGIN)


def middles(heights: Iterable[float]) -> list[float]:
    """Where the middles of lines of these heights are, one below the other, from the top of the first."""
    ends = [0.0, *accumulate(heights)]
    return [(above + below) / 2 for above, below in pairwise(ends)]


def _shortened(name: str) -> str:
    """A name of at most LONGEST characters; what stands in brackets at its end is kept."""
    if len(name) <= LONGEST:
        return name
    _, bracket, kind = name.rpartition(" (")
    last = bracket + kind if name.endswith(")") and len(kind) < LONGEST // 2 else ""
    return show.short(name.removesuffix(last), LONGEST - len(last) - 2) + last


UNUSED = [  # what matplotlib writes and a page has no use for: what to find, and what stands there instead
    (re.compile(r"<metadata>.*?</metadata>|<!--.*?-->|<style.*?</style>", re.DOTALL), ""),
    (re.compile(r'<g id="[^"]*"'), "<g"),
    (re.compile(r"(\d+\.\d{2})\d+"), r"\1"),
    (re.compile(r"font: ([\d.]+)px [^\"]*?(;|\")"), r"font-size: \1px\2"),
    (re.compile(r"font-family: [^;\"]*;? ?"), ""),
    (re.compile(r' transform="rotate\(-0 [^"]*"'), ""),
    (re.compile(r' ?\n(?=[MLQCz"])'), " "),
    (re.compile(r'<path d="[^"]*" style="fill: none"/>'), ""),
    (re.compile(r"xlink:href="), "href="),
    (re.compile(r">\s+<"), "><"),
]


def _inline(svg: str, alt: str) -> str:
    """The drawing alone, themed by CSS variables, without the ids, headers and groups that a page has no use for."""
    svg = svg[svg.index("<svg") :]
    for unused, instead in UNUSED:
        svg = unused.sub(instead, svg)
    for colour, variable in THEME.items():
        svg = re.sub(rf"(?<=: ){colour}\b", variable, svg)
    svg = encode.drawn(svg)
    words = show.escape_attribute(alt)
    return re.sub(r"<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>", _opening(words), _ungrouped(svg), count=1)


def _ungrouped(svg: str) -> str:
    """The drawing without the groups that carry no attribute: they nest, and change nothing."""
    kept, open_groups = [], []
    for part in re.split(r"(<g[^>]*>|</g>)", svg):
        if part.startswith("<g") and not part.endswith("/>"):
            open_groups.append(part != "<g>")
            kept.append(part * open_groups[-1])
        elif part == "</g>":
            kept.append(part * open_groups.pop())
        elif part != "<g/>":
            kept.append(part)
    return "".join(kept)


def _opening(words: str):
    def opening(match: re.Match[str]) -> str:
        """The opening tag of one drawing, with its words and its size."""
        _, _, width, height = re.findall(r"[\d.]+", match[1])
        return (
            f'<svg role="img" aria-label="{words}" {match[1]} '
            f'width="{float(width):.0f}pt" height="{float(height):.0f}pt" '
            'style="max-width: 100%; height: auto; font-family: sans-serif" '
            'xmlns="http://www.w3.org/2000/svg" stroke-linejoin="round">'
        )

    return opening
