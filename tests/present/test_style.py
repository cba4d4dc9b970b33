"""Charts keep their room, however long the names in them are, and their marks apart."""

import warnings
from itertools import combinations

import pandas as pd
import pytest
from samestory.compare.words.choices import choices
from samestory.present import style
from samestory.present.framing import charts as framing
from samestory.present.voices import charts as voices
from samestory.present.words import charts as words


@pytest.mark.parametrize(("length", "columns"), [(12, 3), (30, 2), (54, 1)])
def test_long_names_are_shortened_and_stand_below_one_another(length, columns):
    names = [f"{k} Evening Observer of Varna, Osk and the Northern Isles".ljust(length, ".")[:length] for k in range(8)]
    chart, axes = style.figure(title="t", subtitle="s", alt="a", table=pd.DataFrame(), height=2.0)
    axes.plot([0, 1], [0, 1])
    chart.marks = style.outlet_marks(names)
    chart.name_inside()
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns where no room is left for the axes
        chart.draw_without_rendering()
    (legend,) = chart.legends
    assert len({round(name.get_window_extent().x0) for name in legend.get_texts()}) == columns
    assert axes.get_window_extent().width > chart.bbox.width / 2
    assert legend.get_window_extent().width <= chart.bbox.width


EIGHT = [f"Paper {k}" for k in range(8)]


def chart_of_choices(values):
    """How often each of eight papers uses one label; each of them uses another one too."""
    articles = pd.DataFrame({"article_id": EIGHT, "outlet": EIGHT, "event": "e"})
    rows = [(paper, "raid", value) for paper, value in zip(EIGHT, values, strict=True)]
    told = [(paper, label) for paper, label, n in [*rows, *((paper, "rescue", 9) for paper in EIGHT)] for _ in range(n)]
    table = pd.DataFrame(told, columns=["article_id", "text"]).assign(referent="the act", voice="narrator")
    spans = table.assign(label=table["text"], start=range(len(table)), end=range(1, len(table) + 1))
    return words.choices(choices(spans, articles))


def chart_of_cues(values):
    return framing.cue_rates(pd.DataFrame({"family": "hedges", "group": EIGHT, "own": values, "per_1000": values}))


def chart_of_sources(values):
    return voices.sources(
        pd.DataFrame({"group": EIGHT, "speaker": "Ana Bord", "kind": "person", "role": None, "share": 0.1})
        .assign(words_quoted=values, words_reported=[value + 5 for value in values], evidence=None)
        .convert_dtypes()
    )


@pytest.mark.parametrize("values", [[0] * 8, [0] * 7 + [9], [4] * 8, [0, 0, 0, 1, 1, 1, 2, 30], list(range(8))])
@pytest.mark.parametrize("drawn", [chart_of_choices, chart_of_cues, chart_of_sources])
def test_marks_of_eight_groups_do_not_cover_each_other(drawn, values):
    chart = drawn(values)
    chart.svg()
    axes = chart.axes[0]
    marks = [line for line in axes.lines if line.get_marker() != "None"]
    at = [axes.transData.transform((line.get_xdata()[0], line.get_ydata()[0])) * 72 / chart.dpi for line in marks]
    groups = [line.get_color() + str(line.get_marker()) for line in marks]
    near = [
        (one, other)
        for (one, here), (other, there) in combinations(zip(groups, at, strict=True), 2)
        if one != other and abs(here[0] - there[0]) < 5 and abs(here[1] - there[1]) < 5
    ]
    assert len(set(groups)) == 8 and near == []
    low, high = sorted(axes.get_ylim())
    assert all(low < line.get_ydata()[0] < high for line in marks), "none beyond the last line"


@pytest.mark.parametrize(
    "spans, found, why",
    [
        ([], [], "nothing stands anywhere"),
        ([(1, 1), (3, 3), (1, 1), (2, 2)], [0, 0, 1, 0], "those that are as near as marks are wide go below"),
        ([(0, 4), (2, 3), (5, 6)], [0, 1, 0], "what reaches over another one goes below"),
    ],
)
def test_a_mark_stands_in_the_first_lane_where_nothing_covers_it(spans, found, why):
    assert style.lanes(spans, close=1) == found, why
