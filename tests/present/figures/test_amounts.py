"""How a report of a figure is written out as a line."""

import pandas as pd
import pytest
from samestory.present.figures import amounts


@pytest.mark.parametrize(
    ("label", "status", "line", "why"),
    [
        ("seats lost", "asserted", "North: “12 seats” – seats lost", "what is counted, and what befell it"),
        ("“12 seats”", "asserted", "North: “12 seats”", "a figure that is called by its own words is said once"),
        ("seats, proposed", "proposed", "North: “12 seats” – seats, proposed", "proposed once"),
        ("seats lost", "proposed", "North: “12 seats” – seats lost; proposed", "and where the name does not say so"),
    ],
)
def test_a_report_is_a_line_that_says_nothing_twice(label, status, line, why):
    row = pd.Series(
        {"group": "North", "quotation": "12 seats", "label": label, "status": status, "source": None, "as_of": None}
    )
    assert amounts._line(row) == line, why
