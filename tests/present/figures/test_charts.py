"""Charts of figures: what is drawn, what they say without being seen, and that no text of an article breaks them."""

import re
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from made_up import surrounded
from matplotlib.patches import Rectangle
from samestory.compare.figures.ledger import ledger
from samestory.compare.figures.reconcile import parts, verdicts
from samestory.present.figures.charts import figure_intervals, intervals_of_each, nested, roots, series, series_to_draw
from samestory.present.figures.chosen import chosen, not_drawn

NAMES = ["North", "South", "East", "West"]


def collection(*texts, dates=None):
    """Articles by turns of four outlets, on one event."""
    days = dates or [None] * len(texts)
    return pd.DataFrame(
        {
            "article_id": [f"a{i}" for i in range(len(texts))],
            "outlet": [NAMES[i % len(NAMES)] for i in range(len(texts))],
            "event": "quake",
            "published": [None if day is None else pd.Period(day) for day in days],
            "text": texts,
        }
    )


def figures(articles, number=r"[\d,]*\d", **more):
    """A span table with the first number of each made-up text, killed people, and what `more` says."""
    rows = []
    for i, (article, text) in enumerate(zip(articles["article_id"], articles["text"], strict=True)):
        found = re.search(number, text)
        value = float(found[0].replace(",", ""))
        row = {
            "article_id": article,
            "start": found.start(),
            "end": found.end(),
            "text": found[0],
            "kind": "count",
            "low": value,
            "high": value,
            "relation": "=",
            "qualifier": None,
            "counted": "people",
            "act": "killed",
            "unit": None,
            "reported": True,
        }
        rows.append(surrounded(row | {key: value[i] for key, value in more.items()}, text))
    return pd.DataFrame(rows)


TWO = collection("The quake in Arden killed at least 523 people.", "More than 500 people were killed in Arden.")


def two():
    found = figures(TWO, relation=[">=", ">"], qualifier=["at least", "more than"], high=[None, None])
    table = ledger(found, TWO)
    return table, verdicts(table)


def test_an_interval_chart_says_in_words_what_it_draws():
    chart = figure_intervals(*two(), 1)
    assert "compatible, 523 is more than 500" in chart.title
    assert "North: “at least 523 people”, 523 or more" in chart.alt
    assert "South: “More than 500 people”, more than 500" in chart.alt
    assert "All hold from 523 up." in chart.alt
    assert chart.table["group"].tolist() == ["North", "South"]


TITLES = [
    (["more than 500", "523", "520"], "compatible", "the reports are compatible", "nothing disagrees"),
    (["57,500", "57,523", "57,500"], "rounded", "one figure, given rounded by some", "one figure"),
    (["523", "523", "523"], "equal", "all reports are equal", "nothing differs"),
    (["523", "523", "610"], "contradictory", "2 of 3 pairs of reports contradict each other", "how many do"),
    (["523", "610"], "contradictory", "the two reports contradict each other", "of two there is one pair"),
]


@pytest.mark.parametrize(("numbers", "gravest", "said", "why"), TITLES)
def test_a_title_says_no_more_than_the_gravest_verdict(numbers, gravest, said, why):
    articles = collection(*(f"The works in Arden used {number} bolts." for number in numbers))
    table = ledger(figures(articles, counted=["bolts"] * len(numbers), act=[None] * len(numbers)), articles)
    table = table.assign(referent=1, label="bolts")
    pairs = pd.DataFrame({"verdict": ["equal"] * (len(numbers) * (len(numbers) - 1) // 2), "referent": 1})
    pairs.loc[: 1 if len(numbers) > 2 else 0, "verdict"] = gravest
    assert figure_intervals(table, pairs, 1).title == f"Bolts: {said}", why


def test_labels_of_ticks_stand_apart():
    articles = collection("The dam in Arden cost 5,700,250,000.", "The dam in Arden cost 5,700,000,000.")
    named = {"kind": ["money"] * 2, "unit": ["USD"] * 2, "counted": ["dam"] * 2, "act": [None] * 2}
    table = ledger(figures(articles, **named), articles)
    chart = figure_intervals(table.assign(referent=1), verdicts(table), 1)
    chart.canvas.draw()
    ticks = [tick.get_window_extent() for tick in chart.axes[0].get_xticklabels() if tick.get_text()]
    assert len(ticks) > 1 and all(a.x1 < b.x0 for a, b in pairwise(sorted(ticks, key=lambda box: box.x0)))


def test_an_open_bound_is_hollow_and_a_closed_one_filled():
    axes = figure_intervals(*two(), 1).axes[0]
    faces = [line.get_markerfacecolor() for line in axes.lines if line.get_marker() in ("o", "D")]
    edges = [line.get_color() for line in axes.lines if line.get_marker() in ("o", "D")]
    assert faces[0] == edges[0], "at least 523: 523 is allowed"
    assert faces[1] != edges[1], "more than 500: 500 is not"


def test_every_row_has_its_quotation_and_there_is_no_legend():
    axes = figure_intervals(*two(), 1).axes[0]
    assert {"at least 523 people", "More than 500 people", "both hold here"} <= {t.get_text() for t in axes.texts}
    assert axes.get_legend() is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Fire in Arden killed 12 people$ and $x_1$.", "dollars are money, not mathematics"),
        ("Fire in Arden killed 12 <b>people</b> & more.", "angle brackets are text"),
        ("Fire in Arden killed 12 אנשים.", "right-to-left words"),
        ("Fire in Arden killed 12 people\u0000.", "a character that no font holds"),
    ],
)
def test_any_text_of_an_article_survives(text, why):
    articles = collection(text, "In Arden 14 people were killed.")
    noun = text[text.index("12 ") + 3 :]
    table = ledger(figures(articles, counted=[noun, "people"]), articles)
    chart = figure_intervals(table.assign(referent=1), verdicts(table), 1)
    assert "<b>" not in chart.svg(), why
    assert figure_intervals(table.assign(referent=1), verdicts(table), 1).svg() == chart.svg(), "the same bytes twice"


def test_of_many_outlets_those_with_most_reports_are_drawn_and_the_subtitle_says_so():
    texts = [f"The quake in Arden killed {500 + i} people." for i in range(30)]
    articles = collection(*texts).assign(outlet=[f"Paper {i}" for i in range(30)])
    table = ledger(figures(articles), articles)
    chart = figure_intervals(table, verdicts(table), 1)
    assert len(chart.axes[0].get_yticklabels()) == 12
    assert "The 12 outlets with most reports of 30 are drawn." in chart.subtitle
    assert chart.title.endswith(": the numbers differ, and whether it is one figure is open"), "a toll grows"
    assert len(chart.table) == 30


def test_the_figures_with_most_reports_are_drawn_and_the_others_named(monkeypatch):
    articles = collection(
        "In Arden 12 people were killed.", "In Arden 13 people were killed.", "In Arden 12 people were killed.",
        "In Bree 40 goats were killed.", "In Bree 50 goats were killed.", "In Bree 7 mice were killed.",
        "In Bree 7 mice were killed.",
    )  # fmt: skip
    table = ledger(figures(articles, counted=["people"] * 3 + ["goats"] * 2 + ["mice"] * 2), articles)
    pairs = verdicts(table)
    assert chosen(table, pairs, limit=1) == [1]
    assert not_drawn(table, pairs, limit=1) == (
        " 1 given alike by all is listed, not drawn. 1 more is listed, not drawn: goats killed (Bree)."
    )
    assert not_drawn(table, pairs, limit=6) == " 1 given alike by all is listed, not drawn."
    monkeypatch.setattr("samestory.present.figures.chosen.NAMED", 0)
    assert not_drawn(table, pairs, limit=1).endswith("1 more is listed, not drawn: …."), "of many some are named"


WEIGHED = [
    (("12", "14"), "people", "count", None, {"acts": "killed"}, [1], "the dead, and the numbers differ"),
    (("20", "20"), "people", "count", "about", {"acts": "killed"}, [], "20 and about 20: one number in every row"),
    (("2", "3"), "bills", "count", "about", {}, [], "two or three things to which nothing was done are trivia"),
    (("250", "400"), "Dina", "count", None, {}, [], "what only a name says"),
    (("250", "400"), "Americans", "count", None, {}, [1], "people by their country"),
    (("7", "8"), "terms", "duration", None, {}, [], "durations are listed, never drawn"),
]


@pytest.mark.parametrize(("numbers", "noun", "kind", "qualifier", "more", "drawn", "why"), WEIGHED)
def test_what_is_drawn_differs_and_weighs(numbers, noun, kind, qualifier, more, drawn, why):
    texts = [f"In Arden {number} of them fell on the old bridge." for number in numbers]
    articles = collection(*texts, dates=["2025-07-05"] * 2)
    about = {"qualifier": [qualifier, None], "relation": ["~" if qualifier else "=", "="]}
    shape = {"kind": [kind] * 2, "counted": [noun] * 2, "act": [more.get("acts")] * 2, **about}
    table = ledger(figures(articles, **shape), articles).assign(referent=1)
    assert chosen(table, verdicts(table)) == drawn, why


def test_what_differs_is_drawn_before_what_agrees_and_harm_before_the_rest():
    lines = ["In Arden {} people fell.", "In Bree {} euros went.", "In Clay {} goats ate."]
    numbers = [(500, 500.5), (300, 400), (12, 14)]
    texts = [line.format(int(pair[side])) for line, pair in zip(lines, numbers, strict=True) for side in (0, 1)]
    articles = collection(*texts, dates=["2025-07-05"] * 6).assign(outlet=["North", "South"] * 3)
    acts, nouns = ["killed"] * 2 + [None] * 4, ["people"] * 2 + ["cost"] * 2 + ["goats"] * 2
    shape = {"kind": ["count"] * 2 + ["money"] * 2 + ["count"] * 2, "unit": [None] * 2 + ["EUR"] * 2 + [None] * 2}
    told = figures(articles, act=acts, counted=nouns, **shape)
    table = ledger(told, articles).sort_values(["article_id"]).reset_index(drop=True)
    table = table.assign(referent=[1, 1, 2, 2, 3, 3])
    pairs = verdicts(table)
    pairs["verdict"] = pairs["referent"].map({1: "compatible", 2: "contradictory", 3: "may be one figure"})
    table.loc[1, "named"] = 501
    assert chosen(table, pairs) == [2, 3, 1], "what differs first, of that money before goats, then what agrees"
    drawn = [len(intervals_of_each(table, pairs, limit=3, sure=sure)) for sure in (False, True)]
    assert drawn == [3, 2], "goats only may be one figure: no chart of a brief"


def test_nested_parts_share_one_zero_and_derive_the_rest():
    articles = collection("Of the 251 climbers on Mount Arden, 49 were hurt, 27 of them from Bree.")
    text = articles["text"][0]
    found = pd.concat([figures(articles, number) for number in ("251", "49", "27")], ignore_index=True)
    found = found.assign(
        counted=["climbers", None, None], act=None, whole_start=[None, text.index("251"), text.index("49")]
    )
    table = ledger(found.astype({"whole_start": "Int64"}), articles)
    nest = parts(table)
    chart = nested(table, nest, roots(nest)[0])
    bars = [patch for patch in chart.axes[0].patches if isinstance(patch, Rectangle)]
    assert chart.title == "North: 27 of 49 of 251"
    assert "251 − 49 = 202; 49 − 27 = 22" in chart.alt
    assert min(bar.get_x() for bar in bars) == 0
    assert chart.axes[0].get_xlim()[0] == 0


def test_how_several_parts_of_a_whole_lie_in_it_is_not_drawn():
    """Of 60 pupils 48 passed and 12 failed: the bar of 60 is whole, each part has its own."""
    articles = collection("Of the 60 pupils of Arden, 48 passed and 12 failed.")
    text = articles["text"][0]
    found = pd.concat([figures(articles, number) for number in ("60", "48", "12")], ignore_index=True)
    whole = text.index("60")
    found = found.assign(counted=["pupils", None, None], act=None, whole_start=[None, whole, whole])
    table = ledger(found.astype({"whole_start": "Int64"}), articles)
    nest = parts(table)
    chart = nested(table, nest, roots(nest)[0])
    bars = [patch for patch in chart.axes[0].patches if isinstance(patch, Rectangle)]
    assert chart.title == "North: 48 and 12 of 60"
    assert [(bar.get_x(), bar.get_width()) for bar in bars] == [(0, 60), (0, 48), (0, 12)]


def test_a_series_steps_through_dated_reports_and_months_lie_across_themselves():
    days = ["2025-07-01", "2025-07-03", "2025-07", None, "2025-08-02"]
    articles = collection(*(f"In Arden {n} people were killed." for n in (500, 510, 505, 520, 530)), dates=days)
    table = ledger(figures(articles), articles)
    assert series_to_draw(table) == [1]
    chart = series(table, 1)
    assert "1 without a date are not drawn" in chart.subtitle
    assert "2025-07 East 505" in chart.alt
    steps = [line for line in chart.axes[0].lines if line.get_drawstyle() == "steps-post"]
    assert np.all(np.diff(steps[0].get_ydata()) >= 0)


def test_two_days_make_no_series():
    articles = collection(*(["In Arden 500 people were killed."] * 3), dates=["2025-07-01", "2025-07-01", "2025-07-02"])
    assert series_to_draw(ledger(figures(articles), articles)) == []


@pytest.mark.parametrize(
    ("kind", "unit", "tick"), [("percent", "percent", "%"), ("money", "USD", "$"), ("measure", "mile", "miles")]
)
def test_each_kind_has_its_own_scale(kind, unit, tick):
    articles = collection("In Arden 12.5 of it.", "In Arden 12.5 again.")
    table = ledger(figures(articles, r"12\.5", kind=[kind] * 2, unit=[unit] * 2, act=[None] * 2), articles)
    chart = figure_intervals(table, verdicts(table), 1)
    chart.canvas.draw()
    ticks = [label.get_text() for label in chart.axes[0].get_xticklabels() if label.get_text()]
    assert ticks and all(tick in text for text in ticks)
