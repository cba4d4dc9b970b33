"""The charts of a report as files: SVG in plain colours, PNG at twice the size, and what each says in words."""

import re
import warnings
from collections.abc import Iterable
from html import escape
from pathlib import Path

import matplotlib
import pandas as pd

from samestory import encode
from samestory.present.style import RC, Chart
from samestory.publish import export
from samestory.story import Story

INDEX = "charts.csv"
TWICE = 192  # dots an inch: a page draws 96
VARIABLE = re.compile(r"var\(--[\w-]+, ?(?:var\(--[\w-]+, ?)?(#[0-9a-f]{6})\)+")
OPENING = re.compile(r"<svg[^>]*>")
ALONE = 'xmlns:xlink="http://www.w3.org/1999/xlink" '


def write(story: Story, themes: Iterable[str], folder: Path) -> None:
    """`NAME.svg` and `NAME.png` of every chart that the notebooks of these themes can show stand in the folder.

    `charts.csv` there has `file`, `title`, `subtitle` and `alternative text` of each.
    """
    folder.mkdir(exist_ok=True)
    told = []
    for name, chart in story.charts(themes):
        chart.name_inside()
        (folder / f"{name}.svg").write_text(svg(chart), encoding="utf-8")
        _png(chart, folder / f"{name}.png")
        told.append((name, chart.title, chart.subtitle, chart.alt))
    rows = pd.DataFrame(told, columns=["file", "title", "subtitle", "alternative text"])
    export.write(rows, folder / INDEX)


def by_words(folder: Path) -> dict[str, Path]:
    """The image file of each chart in the folder, by its alternative text as a page has it; none without a folder."""
    if not (folder / INDEX).exists():
        return {}
    rows = pd.read_csv(folder / INDEX, dtype="str", keep_default_na=False, encoding="utf-8-sig")
    words = rows["alternative text"].str.removeprefix("'").str.split().str.join(" ")
    return {said: folder / f"{name}.png" for said, name in zip(words, rows["file"], strict=True)}


def svg(chart: Chart) -> str:
    """The chart as a file of its own: on white, its colours named, title and alternative text inside."""
    drawn = VARIABLE.sub(r"\1", chart.svg()).replace('<use href="#', '<use xlink:href="#')
    opening = OPENING.search(drawn)
    assert opening, "an SVG image begins with its element"
    words = f"<title>{escape(encode.xml(chart.title))}</title><desc>{escape(encode.xml(chart.alt))}</desc>"
    paper = '<rect width="100%" height="100%" fill="#ffffff"/>'
    return f"{opening[0].replace('<svg ', f'<svg {ALONE}', 1)}{words}{paper}{drawn[opening.end() :].rstrip()}\n"


def _png(chart: Chart, path: Path) -> None:
    """The chart as an image at twice the size of a page, its alternative text in the file."""
    told = {"Software": None, "Title": chart.title, "Description": f"{chart.title} {chart.subtitle} {chart.alt}"}
    with matplotlib.rc_context(RC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # a letter that no font here has
        chart.savefig(path, format="png", dpi=TWICE, facecolor="#ffffff", metadata=told)
