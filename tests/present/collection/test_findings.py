"""What is said of the collection itself."""

import pandas as pd
import pytest
from samestory.present.collection import charts, findings, views

TAKEN = "outlet taken from the name of the file"
SAID = [
    ([TAKEN, f"{TAKEN}; no date"], ["a", "b"], "The outlets of 2 files are taken from the name of the file; articles.csv "
     "sets them right. So each article counts as an outlet of its own.", "every file its own"),
    (["outlet taken from the name of the folder", ""], ["a", "a"], "The outlets of 1 file are taken from the name of the "
     "folder; articles.csv sets them right.", "one of two is given"),
    (["", "no date"], ["a", "b"], "", "all are given"),
]  # fmt: skip


@pytest.mark.parametrize(("assumed", "outlets", "says", "why"), SAID)
def test_where_the_outlets_come_from_is_said_where_nobody_gave_them(assumed, outlets, says, why):
    receipt = pd.DataFrame({"file": ["a.txt", "b.txt"], "assumed": assumed})
    assert findings.outlets(receipt, pd.DataFrame({"outlet": outlets})) == says, why


@pytest.mark.parametrize(
    ("outlets", "says"), [(["flood", "The Post"], "of 1 file "), (["The Courier", "The Post"], "")]
)
def test_an_outlet_of_a_collected_folder_is_said_to_be_a_file_s_name_until_it_is_set_right(outlets, says):
    receipt = pd.DataFrame({"file": ["collected from flood.docx", "flood.txt"], "assumed": [TAKEN, ""]})
    said = findings.outlets(receipt, pd.DataFrame({"outlet": outlets}))
    assert says in said and bool(said) == bool(says)


RECEIPT = pd.DataFrame(
    {
        "file": ["a.docx", "b.docx", "c.csv", "collected from d.csv"],
        "left_out": [0, 0, 1, 1],
        "reason": ["", "", "row 4 has no text", "row 9 has no text"],
        "assumed": [TAKEN, TAKEN, "", ""],
    }
)


def test_what_was_left_out_or_assumed_is_said_before_a_report_and_counted_on_the_brief():
    assert findings.brought(RECEIPT) == ["left out of c.csv: row 4 has no text", f"a.docx and 1 more file: {TAKEN}"]
    said = "Of what was brought: 2 articles left out and something assumed of 2 files; page 1 says which and why."
    assert findings.received(RECEIPT) == said
    whole = RECEIPT.assign(left_out=0, reason="", assumed="")
    assert (findings.brought(whole), findings.received(whole)) == ([], "")


def test_of_many_things_left_out_the_first_are_said_and_how_many_more_there_are():
    many = pd.concat([RECEIPT.iloc[[2]].assign(file=f"{k}.csv") for k in range(findings.LINES + 2)])
    lines = findings.brought(many)
    assert len(lines) == findings.LINES + 1 and lines[-1] == "and 2 more like these: page 1 has all"


def test_articles_that_share_copy_are_named():
    articles = pd.DataFrame({"article_id": ["a", "b"], "headline": ["Rain", None], "path": ["a.txt", "b.txt"]})
    shares = pd.DataFrame({"article_id": ["a", "b"], "group": ["A", "B"], "shared": [3, 5], "share": [0.1, 0.3]})
    table = views.shares(shares, articles)
    assert table["article"].tolist() == ["b.txt", "Rain"] and "article_id" not in table


def test_days_on_the_axis_are_dates_with_their_year():
    day = pd.Timestamp("2031-07-07")
    dates = pd.DataFrame({"group": ["A", "B"], "article_id": ["a", "b"], "first_day": [day, day + pd.Timedelta("9D")],
                          "last_day": [day, day + pd.Timedelta("9D")], "day_known": True})  # fmt: skip
    drawn = charts.calendar(dates)
    drawn.svg()
    (axes,) = drawn.axes
    named = [label.get_text() for label in axes.get_xticklabels()]
    assert len(named) >= 2 and all(name.endswith(" Jul\n2031") for name in named)
    assert axes.xaxis.get_offset_text().get_text() == ""


@pytest.mark.parametrize(("groups", "named"), [(6, 6), (7, 0)])
def test_of_many_groups_no_line_says_who_is_compared(groups, named):
    names = [f"Paper {k}" for k in range(groups)]
    table = pd.DataFrame({"group": names, "articles": 2, "words": 900, "credited": 0})
    assert findings.compared(table).count("Paper") == named
    assert findings.compared(table).endswith("words." if named else ""), "other sentences may follow"


@pytest.mark.parametrize(
    ("groups", "says"),
    [
        (3, "No difference can be tested between P0 and P1; P0 and P2: those"),
        (9, "No difference can be tested in 35 of 36 pairs: those"),
    ],
)
def test_few_pairs_that_cannot_be_tested_are_named_and_many_counted(groups, says):
    pairs = [(f"P{a}", f"P{b}") for a in range(groups) for b in range(a + 1, groups)]
    table = pd.DataFrame(pairs, columns=["group", "other"]).assign(articles=3, other_articles=3, smallest_p=0.1)
    assert says in findings.power(table.assign(testable=[False] * (len(pairs) - 1) + [True]))


@pytest.mark.parametrize(("lines", "shown", "more"), [(5, 5, False), (6, 6, True), (9, 6, True)])
def test_of_many_files_the_first_are_named(lines, shown, more):
    said = findings._first([f"left out of {k}" for k in range(lines)])
    assert len(said) == shown and said[-1].startswith("and ") == more


def opinions(**pieces):
    """Articles of outlets, so many of each, of which so many are headed as opinion."""
    rows = [
        {"outlet": outlet, "headline": "OPINION: Rain" if k < some else "Rain", "text": "It rained."}
        for outlet, (some, of) in pieces.items()
        for k in range(of)
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize(
    ("pieces", "which", "why"),
    [
        ({"North": (2, 30), "South": (1, 1), "East": (0, 4)}, "2 of 30 of North; 1 of 1 of South.", "by outlet"),
        ({f"N{k}": (1, 3) for k in range(7)}, "7 of 21 articles.", "too many outlets to name"),
    ],
)
def test_whose_articles_are_published_as_opinion(pieces, which, why):
    assert findings.opinion(opinions(**pieces)) == (
        f"Published as opinion, by headline, address or a note in the text, at least {which} "
        "What they say outside quotation marks is their writer’s view, not a report."
    ), why


def test_nothing_is_said_of_opinion_where_none_is_published():
    assert findings.opinion(opinions(North=(0, 3))) == ""
