"""Charts keep their room, however long the names in them are."""

import warnings

import pandas as pd
import pytest
from samestory.present import style


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
