"""The sentences on whom each outlet quotes, and in whose name."""

import pandas as pd
import pytest
from samestory.present.voices.quoted import quoted


def people(*rows: tuple[str, str | None, str]) -> pd.DataFrame:
    """The table of `compare.voices.quoted`: group, standing and name."""
    table = pd.DataFrame(rows, columns=["group", "standing", "speaker"])
    return table.assign(evidence=[[("a", 10 * k, 10 * k + 5), ("a", 10 * k, 10 * k + 9)] for k in range(len(rows))])


NORTH = [("North", "lawmakers", "Bo Ek"), ("North", "the government", "Ada Lind"), ("North", "judges", "Cleo Day"),
         ("North", None, "Ida Moss")]  # fmt: skip
SOUTH = [("South", "scholars", name) for name in ("Eva Holm", "Jan Berg", "Pia Dahl", "Ulf Skog", "Lea Strand")]


def test_each_outlet_tells_whom_it_quotes_by_standing_that_with_most_first():
    found = quoted(people(*NORTH, *SOUTH))
    assert found["sentence"].tolist() == [
        "Among those whom South quotes by name – scholars: Eva Holm, Jan Berg, Pia Dahl and 2 more.",
        "Among those whom North quotes by name – lawmakers and their aides: Bo Ek; governments: Ada Lind; judges: Cleo Day.",
    ]
    assert found["n"].tolist() == [5, 3] and found["p"].isna().all()
    assert found["evidence"].iloc[1][0] == ("a", 0, 9), "the longest quotation of each"


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (SOUTH, "one group is compared with nothing"),
        ([*SOUTH, *NORTH[:2], NORTH[3]], "the other tells the standing of two only"),
        ([*NORTH, *[(g, "residents", n) for g, _, n in SOUTH]], "whose neighbours they are is not said"),
        ([], "nobody is quoted"),
    ],
)
def test_nothing_is_said_where_there_is_nothing_to_compare(rows, why):
    assert quoted(people(*rows)).empty, why
