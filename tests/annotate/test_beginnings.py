"""Where one of many patterns may match: every place where one does, found in one pass."""

import re

import pytest
from samestory.annotate import beginnings

EDGES = (r"(?<![\w-])", r"(?![\w-])")


@pytest.mark.parametrize(
    ("patterns", "text", "places", "why"),
    [
        (["storms?", "ferry"], "A Ferry, two STORMS", [2, 13], "letters of any case"),
        (["(?-i:US)", "us"], "They told us: the US", [10, 18], "case is for the pattern itself to tell"),
        (["two", "two ferries"], "two ferries", [0], "a place is told once"),
        (
            ["(?P<modifier>ferry) deal", r"\S+ deal"],
            "a ferry deal",
            [2],
            "names of groups may repeat, \\S stays what it is",
        ),
        (["ferry"], "ferryman, car-ferry", [], "no word, but a part of one"),
        (["[A-Z]dam"], "Adam", [0], "a class of capitals"),
    ],
)
def test_every_place_where_a_pattern_matches_is_told(patterns, text, places, why):
    anywhere = beginnings.anywhere(patterns, *EDGES)
    assert [match.start() for match in anywhere.finditer(beginnings.small(text))] == places, why


def test_a_letter_that_would_become_two_keeps_its_place():
    text = "İzmir and ÅRHUS"
    assert beginnings.small(text) == "İzmir and århus"
    assert re.search("århus", beginnings.small(text)).start() == text.index("ÅRHUS")
