"""Dates as exports and people write them; what is not certain is refused by name."""

import pandas as pd
import pytest
from samestory.collect.dates import column, orders, period

READ = [
    ("2025-07", "2025-07", "a month stays a month"),
    ("2025", "2025", "a bare year stays a year"),
    ("2025-7-7", "2025-07-07", "without leading zeros"),
    ("2025-07-07T23:30:00+02:00", "2025-07-07", "the day as written, in its own zone"),
    ("20250707T101500Z", "2025-07-07", "GDELT"),
    ("7 July 2025", "2025-07-07", "British"),
    ("July 7, 2025", "2025-07-07", "American"),
    ("Sept. 3, 2024", "2024-09-03", "an abbreviated month"),
    ("7th of July 2025", "2025-07-07", "an ordinal"),
    ("January 11, 2010 Monday", "2010-01-11", "Nexis"),
    ("July 7, 2025 Monday 10:31 PM GMT", "2025-07-07", "Nexis with a time"),
    ("Mon, 07 Jul 2025 23:30:00 GMT", "2025-07-07", "RFC 2822, as feeds have it"),
    ("Mon Jul 07 23:30:00 +0000 2025", "2025-07-07", "as Twitter has it"),
    ("Updated: 7 July 2025 at 10:30 BST", "2025-07-07", "as pages have it"),
    ("07-Jul-2025", "2025-07-07", "as spreadsheets have it"),
    ("1751846400", "2025-07-07", "seconds since 1970"),
    ("1751846400000", "2025-07-07", "milliseconds"),
    ("25/03/2026", "2026-03-25", "no month has the number 25"),
    ("3/25/26", "2026-03-25", "nor may it be a year with 3 in front"),
    ("07/07/2025", "2025-07-07", "the same either way"),
]


@pytest.mark.parametrize(("written", "read", "why"), READ)
def test_a_date_keeps_its_precision(written, read, why):
    assert str(period(written)) == read, why


REFUSED = [
    ("03/04/2026", "may be 2026-03-04 or 2026-04-03", "two readings"),
    ("25/03/26", "may be 2025-03-26 or 2026-03-25", "year first or last"),
    ("soon", "cannot be read", "no date"),
    ("2025-13", "cannot be read", "no such month"),
    ("2025-02-30", "cannot be read", "no such day"),
    ("Jul-25", "cannot be read", "a day or a year"),
    ("2 hours ago", "cannot be read", "of whose clock"),
    ("3 March", "cannot be read", "of which year"),
]


@pytest.mark.parametrize(("written", "message", "why"), REFUSED)
def test_what_is_not_certain_is_refused_by_name(written, message, why):
    with pytest.raises(ValueError, match=message) as error:
        period(written)
    assert repr(written) in str(error.value), why


@pytest.mark.parametrize("written", ["n.d.", "N/A", "", "unknown", "-", "None"])
def test_words_for_no_date_are_none(written):
    assert period(written) is None


def test_the_dates_of_a_table_show_their_order():
    read, wrong, assumed = column(pd.Series(["03/04/2026", "25/03/2026", None]))
    assert [str(p) for p in read] == ["2026-04-03", "2026-03-25", "None"] and not any(wrong)
    assert assumed == "dates read as day, month, year"


def test_no_order_is_taken_where_two_fit_or_none_or_hands_differ():
    assert column(pd.Series(["03/04/2026", "05/06/2026"]))[0] == [None, None], "both orders fit"
    assert column(pd.Series(["03/04/2026", "25/03/2026", "03/25/2026"]))[0][0] is None, "no order fits all"
    assert column(pd.Series(["03/04/2026", "25/03/2026"]), one_hand=False)[0][0] is None, "two pages, two habits"


@pytest.mark.parametrize(("written", "day"), [("4.5.49", "2049-05-04"), ("4.5.50", "1950-05-04")])
def test_a_year_of_two_digits_is_of_this_century_or_the_last(written, day):
    assert day in orders(written).values()
