"""The ledger: which reports share a referent, the verdict for each pair of outlets, nested parts."""

import pandas as pd
import pytest
from made_up import surrounded
from samestory.annotate.figures import figures
from samestory.compare.figures.intervals import Interval, allowed
from samestory.compare.figures.ledger import _label, aside, ledger
from samestory.compare.figures.reconcile import MAYBE, one_source, parts, side_by_side, verdict, verdicts


def articles(*texts, published=None, events=None):
    """An articles table of made-up texts by the outlets North, South, East."""
    return pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(texts))],
            "outlet": ["North", "South", "East"][: len(texts)],
            "event": events or ["quake"] * len(texts),
            "published": [None if p is None else pd.Period(p) for p in (published or [None] * len(texts))],
            "text": texts,
        }
    )


def figure(texts, article, number, counted=None, *, relation="=", low=None, high=None, whole=None, **more):
    """One row of a span table of figures, found by its text in the made-up article."""
    text = texts["text"][article]
    start = text.index(number)
    value = float(number.replace(",", "")) if low is None and high is None else None
    row = {
        "article_id": f"a{article}",
        "start": start,
        "end": start + len(number),
        "text": number,
        "kind": "count",
        "low": value if low is None else low,
        "high": value if high is None else high,
        "relation": relation,
        "counted": counted,
        "whole_start": None if whole is None else text.index(whole),
        "reported": True,
        "voice": "narrator",
        "qualifier": None,
    } | more
    return surrounded(row, text)


def judged(texts, *rows):
    """(verdict, label) of each row of the verdicts on these figures."""
    return verdicts(ledger(pd.DataFrame(rows), texts))


POINT, AT_LEAST, MORE = Interval(251, 251), allowed(57523, None, ">="), allowed(57500, None, ">")


@pytest.mark.parametrize(
    ("a", "b", "expected", "derivation"),
    [
        (POINT, POINT, "equal", "both give 251"),
        (MORE, MORE, "equal", "both hold above 57,500"),
        (AT_LEAST, MORE, "compatible", "every number from 57,523 up also lies above 57,500"),
        (allowed(57523, 57523, "="), MORE, "compatible", "57,523 lies above 57,500"),
        (allowed(57500, 57500, "="), MORE, "rounded", "one gives 57,500 as a bound"),
        (allowed(57500, 57500, "="), allowed(57523, 57523, "="), "rounded", "57,500 is 57,523 rounded"),
        (allowed(12, 12, "="), allowed(14, 14, "="), "contradictory", "no number lies both at 12 and at 14"),
        (allowed(20, 30, "range"), allowed(25, 40, "range"), "compatible", "both hold from 25 to 30"),
        (allowed(20, None, "<"), allowed(20, None, ">="), "contradictory", "no number lies both below 20 and from 20 up"),
        (allowed(20, None, "<="), allowed(20, None, ">="), "compatible", "both hold at 20"),
        (allowed(300, 300, "~"), allowed(320, 320, "="), "compatible", "320 lies from 250 to 350"),
        (allowed(300, 300, "~"), allowed(420, 420, "="), "contradictory", "no number lies both from 250 to 350 and at 420"),
        (allowed(3000, 3000, "~", "nearly"), allowed(2977, 2977, "="), "compatible",
         "2,977 lies from 2,700 and below 3,000"),
    ],
)  # fmt: skip
def test_verdict_of_two_intervals(a, b, expected, derivation):
    assert verdict(a, b) == (expected, derivation)
    assert verdict(b, a)[0] == expected, "the order does not matter"


DEATHS = articles(
    "The quake near Arden killed at least 57,523 people, the health ministry said.",
    "More than 57,500 deaths were counted around Arden, health authorities said. A total of 31 died in Bree.",
    published=["2025-07", "2025-07-07"],
)


def test_synonyms_of_the_table_share_a_referent():
    found = judged(
        DEATHS,
        figure(DEATHS, 0, "57,523", "people", act="killed", relation=">=", source="the health ministry"),
        figure(DEATHS, 1, "57,500", "deaths", relation=">", source="health authorities"),
    )
    assert found["verdict"].tolist() == ["compatible"]
    assert found["one_source"].tolist() == [True], "health ministry and health authorities may be one witness"
    assert (found["low"][0], found["low_open"][0], found["high_open"][0]) == (57523, False, True)


APART = articles(
    "Fire killed 12 people in Arden, police said.",
    "Fire killed 12 people in Bree, police said. Some 57,000 people had been killed in Arden by 1990.",
)


@pytest.mark.parametrize(
    ("mine", "theirs", "why"),
    [
        (("12", "people", "killed"), ("12", "people", "killed"), "the same number in two places is two fires"),
        (("12", "people", "killed"), ("57,000", "people", "killed"), "the same words and place, but not one series"),
        (("12", "people", "killed"), ("12", "people", "injured"), "another act"),
        (("12", "women", "killed"), ("12", "men", "killed"), "another head"),
    ],
)
def test_a_doubtful_pair_is_never_merged(mine, theirs, why):
    rows = [figure(APART, article, number, noun, act=act) for article, (number, noun, act) in enumerate([mine, theirs])]
    table = ledger(pd.DataFrame(rows), APART)
    assert table["referent"].nunique() == 2, why
    assert set(verdicts(table)["verdict"]) <= {MAYBE}, why


TOLLS = articles(
    "In Arden the quake killed 12 people.",
    "The quake killed 14 people in Arden.",
    "In Arden 14 people died.",
    published=["2025-07-05", "2025-07-07", "2025-07"],
)


def tolls(texts):
    return [
        figure(texts, 0, "12", "people", act="killed"),
        figure(texts, 1, "14", "people", act="killed"),
        figure(texts, 2, "14", "people", act="died"),
    ]


def test_an_earlier_smaller_toll_is_stale_only_where_the_dates_show_it():
    found = judged(TOLLS, *tolls(TOLLS)).set_index(["group_a", "group_b"])["verdict"].to_dict()
    assert found == {
        ("North", "South"): "stale",
        ("North", "East"): MAYBE,  # July 2025 does not say before or after the 5th, and a toll grows
        ("South", "East"): "equal",
    }


def test_reports_set_side_by_side_are_of_one_time():
    texts = pd.concat([TOLLS.assign(published=[pd.Period(f"2025-07-0{k}") for k in (1, 2, 2)])] * 2, ignore_index=True)
    texts["article_id"] = [f"a{k}" for k in range(6)]
    texts.loc[3, "published"] = pd.Period("2025-07-09")
    rows = [*tolls(texts), *(row | {"article_id": f"a{k}"} for k, row in enumerate(tolls(texts), 3))]
    table = ledger(pd.DataFrame(rows), texts)
    beside = side_by_side(table[table["referent"].eq(1)])
    assert beside["group"].tolist() == ["North", "South", "East"]
    assert beside["article_id"].tolist()[0] == "a0", "the report of 9 July has nothing beside it"


def test_two_as_of_dates_make_two_points_of_one_series():
    rows = tolls(TOLLS)[:2]
    rows[0]["as_of"], rows[1]["as_of"] = "Saturday", "Monday"
    found = judged(articles(*TOLLS["text"][:2]), *rows)
    assert found["verdict"].tolist() == ["stale"]
    assert found["derivation"][0] == "one is as of Saturday, the other as of Monday"


def test_what_is_proposed_does_not_contradict_what_is_past():
    texts = articles("In Arden the mayor wants 12 people freed.", "In Arden 14 people were freed.")
    rows = [
        figure(texts, 0, "12", "people", act="freed", status="proposed"),
        figure(texts, 1, "14", "people", act="freed", status="asserted"),
    ]
    table = ledger(pd.DataFrame(rows), texts)
    assert table["referent"].nunique() == 2
    assert table["label"].tolist() == ["people freed, proposed", "people freed"]


def test_an_article_that_would_contradict_itself_speaks_of_two_things():
    texts = articles("Rebels killed 30 people in Arden, and soldiers killed 40 people there, in Arden.",
                     "Rebels killed 35 people in Arden.")  # fmt: skip
    rows = [figure(texts, 0, n, "people", act="killed") for n in ("30", "40")] + [
        figure(texts, 1, "35", "people", act="killed")
    ]
    assert ledger(pd.DataFrame(rows), texts)["referent"].nunique() == 3


RATES = articles(
    "The jobless rate in Arden is 7.4 percent, the labour ministry said.",
    "The jobless rate in Arden is 7.6 percent, the labour ministry said.",
    "The jobless rate in Arden is 7.5 percent, a bank said.",
)


def test_a_rate_contradicts_another_only_where_both_have_it_from_one_source():
    rows = [
        figure(RATES, i, f"7.{n}", "jobless rate", kind="percent", source=source)
        for i, (n, source) in enumerate([(4, "the labour ministry"), (6, "the labour ministry"), (5, "a bank")])
    ]
    found = judged(RATES, *rows).set_index(["group_a", "group_b"])["verdict"].to_dict()
    assert found[("North", "South")] == "contradictory"
    assert found[("North", "East")] == found[("South", "East")] == MAYBE


def test_of_other_events_only_the_same_toll_is_one():
    texts = articles(*TOLLS["text"], events=["one", "two", "three"])
    found = ledger(pd.DataFrame(tolls(texts)), texts)
    assert found.groupby("referent")["text"].agg(list).tolist() == [["14", "14"], ["12"]]


NESTED = articles("Of the 251 climbers rescued on Mount Arden, 49 were hurt, including 27 people from Bree.")


def test_parts_are_nested_and_a_rest_is_derived_where_valid():
    rows = [
        figure(NESTED, 0, "251", "climbers", act="rescued"),
        figure(NESTED, 0, "49", "climbers", act="hurt", whole="251"),
        figure(NESTED, 0, "27", "people", relation=">=", whole="49"),
    ]
    table = parts(ledger(pd.DataFrame(rows), NESTED))
    assert table["level"].tolist() == [1, 2]
    assert table["derivation"].fillna("").tolist() == ["251 - 49 = 202", ""], "at least 27 leaves no plain rest"
    rows[2]["relation"] = "="
    table = parts(ledger(pd.DataFrame(rows), NESTED))
    assert table["rest_low"].tolist() == [202, 22]


def test_what_is_more_than_its_whole_is_no_part_of_it():
    texts = articles("Of 34 senators who came, 64 voted, and 20 percent of 12 stayed.")
    rows = [
        figure(texts, 0, "34", "senators"),
        figure(texts, 0, "64", "senators", whole="34"),
        figure(texts, 0, "12", "senators"),
        figure(texts, 0, "20 percent", low=20, kind="percent", whole="12"),
    ]
    table = parts(ledger(pd.DataFrame(rows), texts))
    assert table["part_low"].tolist() == [20], "a share is counted in another unit"


def test_no_figure_is_a_part_of_itself():
    texts = articles("Half of the 12 boats, 6 of 12, sank, and 12 of 6 is no number.")
    rows = [figure(texts, 0, "12 boats", low=12, whole="6 of"), figure(texts, 0, "6 of", low=6, whole="12 boats")]
    rows[0]["high"] = rows[1]["high"] = float("nan")  # open upwards: neither is surely more than the other
    told = ledger(pd.DataFrame(rows), texts)
    table = parts(told)
    assert len(table) == 1 and table["outermost"].tolist() == table["whole_report"].tolist()


def test_what_was_done_is_not_said_twice_in_the_name_of_a_figure():
    texts = articles("The bill won 52 votes.")
    named = ledger(pd.DataFrame([figure(texts, 0, "52", "votes", act="voted")]), texts)
    assert named["label"].tolist() == ["votes"]


def test_what_is_not_reported_stands_aside():
    texts = articles("On 3 May a 60-day truce for 27 towns began.")
    rows = [
        figure(texts, 0, "3 May", low=3, kind="date", reported=False),
        figure(texts, 0, "60-day", "truce", low=60, kind="duration", reported=False),
        figure(texts, 0, "27", "towns"),
    ]
    assert aside(pd.DataFrame(rows), texts)["text"].tolist() == ["60-day"]
    assert ledger(pd.DataFrame(rows), texts)["text"].tolist() == ["27"]


@pytest.mark.parametrize(
    ("a", "b", "expected", "why"),
    [
        ("the territory’s health ministry", "Arden’s health authorities", True, "both speak for health"),
        ("the police", "the health ministry", False, "two offices"),
        ("Arden officials", "Bree officials", False, "officials are not one office"),
        ("a Harrow University survey", "Harrow", True, "one pollster, once with its noun"),
        ("the Arden military", "the Arden police", False, "one country, two bodies"),
        ("officials", "the police", None, "officials may be anyone’s"),
        (None, "the police", None, "one names none"),
    ],
)
def test_one_source(a, b, expected, why):
    assert one_source(a, b) is expected, why


def test_no_figures_no_rows():
    empty = pd.DataFrame([figure(NESTED, 0, "251", "climbers")]).iloc[:0]
    table = ledger(empty, NESTED)
    assert table.empty and verdicts(table).empty and parts(table).empty


def test_an_unknown_column_to_compare_by_is_named():
    with pytest.raises(ValueError, match="no column 'paper'"):
        ledger(pd.DataFrame([figure(NESTED, 0, "251", "climbers")]), NESTED, by="paper")


def test_the_seeds_agree_on_the_toll_and_only_one_counts_captives(seeds):
    table = ledger(figures(seeds), seeds)
    pairs = verdicts(table)
    assert pairs["verdict"].tolist() == ["compatible"]
    assert pairs["derivation"][0] == "every number from 57,523 up also lies above 57,500"
    assert pairs["one_source"].tolist() == [True], "health ministry, health authorities"
    nest = parts(table)
    assert nest[["whole_low", "part_low", "rest_low"]].values.tolist() == [[251, 49, 202], [49, 27, 22]]
    assert set(nest["group"]) == {"Al Jazeera"}
    assert "60-day ceasefire" in aside(figures(seeds), seeds)["quotation"].tolist()


@pytest.mark.parametrize(
    ("places", "label"),
    [
        (("Arden", "Arden"), "men killed (Arden)"),
        (("Arden; Lund", "Arden; Lund"), "men killed"),
        (("Arden", "Arden; Lund"), "men killed"),
    ],
)
def test_a_figure_is_named_by_a_place_only_where_it_is_the_only_one(places, label):
    assert _label(("a", "b"), ("12 men",) * 2, ("men",) * 2, ("killed",) * 2, places, ("asserted",) * 2) == label
