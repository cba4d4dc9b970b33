"""Every character of an article stays text, in tables, evidence and charts."""

import re

import pandas as pd
import pytest
from samestory.present import evidence, finding, show, style

HOSTILE = [
    "<script>alert(1)</script>",
    "$x_1$ and $5 million",
    '"><img src=x onerror=1>',
    "</style>",
    "السلام عليكم",
    "🕊 & co",
    "w" * 200,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text(text):
    html = show.table_html(pd.DataFrame({text: [text]}), caption=text)
    assert "<script" not in html and "<img" not in html and "</style>" not in html
    assert not re.search(r"\$[^<]", html)  # every dollar sign stands in an element of its own


VALUES = [
    (57523, "57,523", "thousands are separated"),
    (0.12345, "0.123", "three significant digits"),
    (1200000.0, "1,200,000", "a whole number stays whole"),
    (1684.5, "1,684", "and no large one has an exponent"),
    (pd.NA, "–", "no value"),
    (None, "–", "no value"),
    (True, "yes", "a truth"),
    (pd.Period("2025-07", "M"), "July 2025 (day unknown)", "a month is never a day"),
    (pd.Period("2025-07-07", "D"), "7 July 2025", "a day"),
    (["a", "b"], "a, b", "a list"),
]


@pytest.mark.parametrize(("value", "shown", "why"), VALUES)
def test_values_read_as_a_reader_expects(value, shown, why):
    assert show.text(value) == shown, why


def test_a_long_table_says_what_it_leaves_out():
    html = show.table_html(pd.DataFrame({"n": range(100)}), limit=10)
    assert html.count("<tr>") == 11 and "10 of 100 rows are shown" in html


def rows(**columns):
    return show.table_html(pd.DataFrame(columns), file="t.csv")


def test_what_all_rows_say_is_said_once_and_a_column_of_dashes_not_at_all():
    html = rows(kind=["x"] * 3, n=[1, 1, 1], word=["a", "b", "c"], reason=[None] * 3)
    assert re.findall(r"<th[^>]*>([^<]+)", html) == ["number", "word"], "numbers are never said once"
    assert "In every row, kind: x." in html and "reason" not in html
    assert '<a href="../tables/t.csv">t.csv</a>' in html


def test_a_column_of_dashes_in_the_rows_shown_is_left_out_though_a_later_row_has_a_value():
    html = show.table_html(pd.DataFrame({"word": ["a", "b", "c"], "credit": [None, None, "AP"]}), limit=2)
    assert re.findall(r"<th[^>]*>([^<]+)", html) == ["word"] and "In every row" not in html


def over(*stories):
    """What stands above rows of these stories, and the headings of the columns."""
    html = rows(story=list(stories), word=list("abcdef")[: len(stories)], n=range(len(stories)))
    return re.findall(r'scope="rowgroup"[^>]*>([^<]+)', html), re.findall(r'scope="col"[^>]*>([^<]+)', html)


def test_a_story_stands_once_above_its_rows_where_most_rows_would_repeat_it():
    assert over(*"XXYY") == (["X", "Y"], ["word", "number"])
    assert over(*"XYXY") == ([], ["story", "word", "number"]), "rows in an order of their own keep their story"
    assert over(*"XXYZ") == ([], ["story", "word", "number"]), "most rows have a story of their own"


def test_a_thing_stands_once_above_what_it_is_called():
    html = rows(referent=["the war"] * 2 + ["the deal"] * 2, label=list("abcd"))
    assert re.findall(r'scope="rowgroup"[^>]*>([^<]+)', html) == ["the war", "the deal"]


PHONES = [
    ({"word": ["a"], "n": [1], "of": [2]}, False, "three short columns stand beside each other on a phone"),
    ({"word": ["a"], **{name * 9: [1] for name in "bcdef"}}, True, "five headings of nine letters do not"),
    ({"word": ["word " * 9], "other": ["word " * 9]}, True, "nor do two texts"),
]


@pytest.mark.parametrize(("columns", "stacked", "why"), PHONES)
def test_a_table_wider_than_a_phone_names_each_value(columns, stacked, why):
    html = rows(**columns)
    assert ('class="stack"' in html) == stacked, why
    assert html.count("data-name=") == len(columns) * stacked


def test_what_a_table_of_ours_names_has_marks_of_one_kind_and_an_articles_words_their_own():
    told = pd.DataFrame({"referent": ["Gaza's war", "the port"], "text": ["'war'", "it's"], "n": [1, 2]})
    html = show.table_html(told)
    assert "Gaza’s war" in html and "it&#x27;s" in html


def test_columns_that_say_the_same_are_named_together_and_of_many_how_many():
    html = rows(word=["a", "b", "c"], North=["–"] * 3, South=["–"] * 3)
    assert "In every row, North and South: –." in html
    many = rows(word=["a", "b", "c"], **{f"P{k}": ["no word"] * 3 for k in range(7)})
    assert "In every row, 7 columns: no word." in many


def test_rows_without_room_are_counted_by_kind():
    why = ["N: it is shorter"] * 3 + ["S: no reason"] * 2 + ["N: it is shorter; S: no reason"] * 4
    html = show.table_html(pd.DataFrame({"n": range(9), "why": why}), limit=3, counts="why")
    assert "3 of 9 rows are shown. The others: 4 it is shorter, 2 no reason." in html
    verdicts = pd.DataFrame({"n": range(6), "verdict": ["equal: both 2"] * 4 + ["stale: older"] * 2})
    assert "The others: 3 equal, 2 stale." in show.table_html(verdicts, limit=1, counts="verdict")


def test_a_table_without_rows_is_a_line():
    none = show.table_html(pd.DataFrame({"kind": []}), caption="Kinds")
    assert none == '<p class="rest none">Kinds: nothing was found.</p>'
    assert rows(kind=[]) == show.nothing(), "without a caption there is nothing to be said"
    assert "Two names: nothing" in show.table_html(pd.DataFrame(columns=["a"]), caption="Two names")


def test_a_long_cell_is_cut_at_a_word_and_only_a_long_word_may_be_broken():
    html = rows(text=["word " * 60, "w" * 40, "short"])
    assert "word …" in html and html.count("word") < 40
    assert html.count('class="long"') == 1 and html.count('class="wide"') == 1


MARKS = [
    (
        "Israel's “don't go” and protesters' camp",
        "Israel’s “don't go” and protesters’ camp",
        "a quotation stays as it is",
    ),
    ('the "war" of 2030', "the “war” of 2030", "double marks"),
    ("the 'war' (\"so called\")", "the ‘war’ (“so called”)", "single marks and brackets"),
]


@pytest.mark.parametrize(("sentence", "curly", "why"), MARKS)
def test_a_sentence_has_marks_of_one_kind(sentence, curly, why):
    assert show.curly(sentence) == curly, why


LINKS = [
    ("https://example.org/a?b=1&c=2", True, "an address of the web"),
    ("javascript:alert(1)", False, "a script"),
    ("file:///etc/passwd", False, "a file of this machine"),
    (' https://example.org/"><b>', False, "no address"),
    (None, False, "not known"),
]


@pytest.mark.parametrize(("url", "linked", "why"), LINKS)
def test_a_sentence_links_to_its_article_on_the_web_only(url, linked, why):
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["N"], "text": ["War."], "url": [url]})
    spans = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [3], "text": ["War"]})
    html = evidence.evidence_html(spans, articles)
    assert ("<a href=" in html) == linked, why
    assert "javascript" not in html and "<b>" not in html


def test_what_all_findings_share_is_said_once():
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["N"], "text": ["War."]})
    told = [
        finding.finding(
            f"Sentence {k}.", kind="label", outlets=["N"], n=k, evidence=[("a", 0, 3)],
            caveat=f"Caveat {k}.", innocent="It was raining.",
        )
        for k in (1, 2, 3)
    ]  # fmt: skip
    html = evidence.say(finding.table(told), articles, limit=2).data
    assert html.count("It was raining.") == 1 and "<b>Innocent explanation of all these:</b> It was raining." in html
    shared = evidence.say(finding.table(told).assign(caveat="So few."), articles).data
    assert "<b>Of all these:</b> So few. <b>Innocent explanation:</b> It was raining." in shared
    assert "Caveat 1." in html and "Caveat 2." in html and "Sentence 3" not in html
    assert "1 more in <a" in html


def test_evidence_marks_the_span_in_its_sentence():
    text = "One thing. Two <b>dead</b> things.\n\nThree."
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["N & S"], "text": [text]})
    spans = pd.DataFrame({"article_id": ["a"], "start": [18], "end": [22], "text": ["dead"], "voice": ["narrator"]})
    html = evidence.evidence_html(spans, articles)
    assert "Two &lt;b&gt;<mark>dead</mark>&lt;/b&gt; things." in html
    assert "N &amp; S" in html and "paragraph 1 of 2 · narrator" in html
    assert "One thing" not in html


def test_evidence_takes_turns_between_articles_and_says_how_many_there_are():
    articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": ["N", "S"], "text": ["War. War. War.", "War."]})
    rows = [("a", 0, 3, "War"), ("a", 5, 8, "War"), ("a", 10, 13, "War"), ("b", 0, 3, "War")]
    spans = pd.DataFrame(rows, columns=["article_id", "start", "end", "text"])
    html = evidence.evidence_html(spans, articles, limit=2)
    assert "(2 of 4)" in html and html.count("<bdi>S</bdi>") == 1


def test_a_chart_is_an_image_with_its_words_and_its_numbers():
    table = pd.DataFrame({"outlet": ["<N>"], "n": [3]})
    chart, axes = style.figure(title="N & S", subtitle="n = 3", alt='Says "3" $x$', table=table, height=1)
    axes.text(0, 0, "$5 to $6 <b>")
    html = chart._repr_html_()
    assert 'aria-label="Says &quot;3&quot; &#36;x&#36;"' in html
    assert "$5 to $6 &lt;b&gt;" in html.replace("<tspan>$</tspan>", "$")  # money, not mathematics
    assert not re.search(r">[^<]*\$[^<]+<", html), "no dollar sign shares its text with others"
    assert "&lt;N&gt;" in html and " id=" not in html.split("<defs>")[0]
    assert html == chart._repr_html_()


def test_an_outlets_mark_does_not_depend_on_who_else_is_shown():
    style.assign_marks(pd.Series(["N", "S", "N"]))
    both = style.outlet_marks(["S", "N", "W"])
    assert style.outlet_marks(["S"])["S"] == both["S"] == style.Mark(style.COLOURS[1], "D", "◆")
    assert both["W"].sign == "■"


def test_of_more_groups_than_marks_tell_apart_the_largest_are_drawn():
    sizes = {f"N{k}": 1 for k in range(40)} | {f"S{k}": 2 + k for k in range(style.GROUPS)}
    style.assign_marks(pd.Series([name for name, n in sizes.items() for _ in range(n)]))
    rows = pd.DataFrame({"group": list(sizes), "n": 1})
    drawn, said = style.largest(rows)
    assert set(drawn["group"]) == {f"S{k}" for k in range(style.GROUPS)}
    assert said == " Drawn are the 8 with most articles of 48; all are in the table."
    assert len({mark.shape for mark in style.outlet_marks(drawn["group"]).values()}) == style.GROUPS
    assert style.largest(rows.head(style.GROUPS))[1] == "", "where all can be told apart, all are drawn"


def test_a_name_from_right_to_left_does_not_turn_the_sentence_around_it():
    shown = show.reading("صحيفة الحياة, 3 July: $5 <b>")._repr_html_()
    assert shown == '<p class="reading"><bdi>صحيفة الحياة</bdi>, 3 July: <span>$</span>5 &lt;b&gt;</p>'


def test_what_has_no_story_or_stands_twice_is_not_said_above_rows():
    """A heading of a dash, and one story in two places, say nothing of the rows below them."""
    rows = pd.DataFrame({"event": ["a", "a", None, "b", "b", "b"], "word": list("uvwxyz")})
    assert "rowgroup" not in show.table_html(rows)
    assert "rowgroup" not in show.table_html(rows.assign(event=list("aabbaa")))
    assert show.table_html(rows.assign(event=list("aaabbb"))).count("rowgroup") == 2


def test_a_column_of_noughts_is_said_once():
    rows = pd.DataFrame({"word": list("ab"), "uses": [1, 2], "undated": [0, 0], "late": [0, 0]})
    markup = show.table_html(rows)
    assert "In every row, undated and late: 0." in markup and 'scope="col">undated' not in markup
    assert "In every row" not in show.table_html(rows.assign(undated=[0, 1], late=[1, 0]))


@pytest.mark.parametrize(("columns", "tight"), [(3, False), (5, True)])
def test_the_columns_of_a_wide_table_stand_closer_together(columns, tight):
    rows = pd.DataFrame({f"column {k}": ["some words that are by no means few at all"] * 2 for k in range(columns)})
    rows.iloc[1] = [f"other words that are by no means few {k}" for k in range(columns)]
    assert (' class="stack tight"' in show.table_html(rows)) is tight


SHARED = [(0.0588, "5.9%"), (0.412, "41%"), (0.0, "0%"), (1.0, "100%"), (0.0996, "10%"), (float("nan"), "–")]


@pytest.mark.parametrize(("share", "shown"), SHARED)
def test_a_share_is_shown_in_percent(share, shown):
    assert show.percent(share) == shown
    assert f">{shown}</td>" in show.table_html(pd.DataFrame({"word": ["a", "b"], "share": [share, 0.5]}))


def test_only_beside_a_share_an_interval_is_one_of_shares():
    assert ">0.25</td>" in show.table_html(pd.DataFrame({"low": [0.25], "n": [1]}))
    assert ">25%</td>" in show.table_html(pd.DataFrame({"low": [0.25], "share": [0.5]}))


NAMES = [
    ("short (kind)", "short (kind)"),
    ("words listed for immigrants without any papers", "words listed for immigrants\nwithout any papers"),
    (
        "the health ministry of the whole territory (organisation)",
        "the health ministry of the whole\nterritory (organisation)",
    ),
    (
        "professors of the universities of Varna and Osk, their faculty members and all deans",
        "professors of the universities of …",
    ),
    (
        "the health ministry of the whole territory and of all the islands before it (organisation)",
        "the health ministry … (organisation)",
    ),
    ("x" * 60, "x" * 36 + " …"),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_a_long_name_leaves_room_for_the_marks(name, shown):
    chart, axes = style.figure(title="t", subtitle="s", alt="a", table=pd.DataFrame(), height=2)
    axes.plot([0, 1], [0, 0])
    style.name_rows(axes, [name])
    chart.svg()
    below = [text.get_text() for text in axes.texts]
    assert [axes.get_yticklabels()[0].get_text(), *below] == shown.split("\n")
    assert {text.get_horizontalalignment() for text in axes.texts} <= {"right"}, "a reader's font may be narrower"
    assert axes.get_position().width > 0.4, "of the chart belong to the marks"


@pytest.mark.parametrize(
    ("names", "expected", "why"),
    [
        (["North"], "North", "one"),
        ([f"P{k}" for k in range(6)], "P0, P1, P2, P3, P4 and P5", "as many as a sentence holds"),
        ([f"P{k}" for k in range(7)], "7 news rooms", "of more, how many"),
    ],
)
def test_a_sentence_lists_few_names_and_counts_many(names, expected, why):
    assert show.several(names, "news_room") == expected, why


@pytest.mark.parametrize(
    ("said", "kind", "why"),
    [
        ("aa " * 4 + "aa", "", "fourteen characters"),
        ("aa " * 4 + "aaa", "some", "fifteen, of several words"),
        ("a" * 15, "", "of one word"),
        ("aaa " * 8 + "aaaa", "some", "thirty-six"),
        ("aaa " * 8 + "aaaaa", "wide", "more"),
        ("a" * 32, "", "a word that stays whole: the name of a file"),
        ("a" * 33, "long", "one that may be broken"),
    ],
)
def test_how_wide_a_cell_asks_to_be(said, kind, why):
    assert show._kind_of_cell(said) == kind, why


@pytest.mark.parametrize(("letters", "stacked"), [(22, False), (23, True)])
def test_a_table_wider_than_a_phone_is_stacked_there(letters, stacked):
    rows = pd.DataFrame({"a": ["x" * letters, "y"], "b": ["z" * letters, "w"]})
    assert ('class="stack"' in show.table_html(rows)) == stacked


@pytest.mark.parametrize(("letters", "fits"), [(26, True), (27, False)])
def test_which_table_fits_a_page(letters, fits):
    """Five columns, two characters between them: 140 characters."""
    assert show.fits(pd.DataFrame({name: ["x" * letters] for name in "abcde"})) == fits


@pytest.mark.parametrize(("rows", "once"), [(2, False), (3, True)])
def test_what_all_rows_say_is_said_once(rows, once):
    table = pd.DataFrame({"word": list("abcd")[:rows], "manner": "plain"})
    assert ("In every row" in show.table_html(table)) == once


@pytest.mark.parametrize(("kinds", "more"), [(4, False), (6, True)])
def test_of_many_kinds_of_rows_not_shown_the_commonest_are_counted(kinds, more):
    rows = pd.DataFrame({"verdict": ["shown", *[f"kind {k}" for k in range(kinds)]]})
    said = show._rest(rows, 1, "verdict")
    assert said.count("1 kind") == 4 and ("2 of another kind" in said) == more


def test_how_much_a_page_shows_of_tables_cells_and_lists():
    table = show.table_html(pd.DataFrame({"n": range(13), "w": list("abcdefghijklm")}))
    assert "12 of 13 rows are shown" in table
    assert "rows are shown" not in show.table_html(pd.DataFrame({"n": range(12), "w": list("abcdefghijkl")}))
    words = "abcd " * 28
    assert show.short(words[:140].strip()) == words[:140].strip() and show.short(words + "x").endswith("…")
    assert len(show.short("abcd " * 60)) > 130
    assert (
        show.several("abcdef", "outlet") == "a, b, c, d, e and f" and show.several("abcdefg", "outlet") == "7 outlets"
    )


def test_a_dozen_sentences_are_shown_of_more():
    text = " ".join(f"It rained in w{letter}w." for letter in "abcdefghijklm")
    spans = pd.DataFrame(
        [("a", m.start(), m.end()) for m in re.finditer(r"w[a-m]w", text)], columns=["article_id", "start", "end"]
    )
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["North"], "text": [text], "url": None, "published": None})
    spans = spans.assign(text="w")
    assert (
        "(12 of 13)" in evidence.show(spans, articles).data and "(12)" in evidence.show(spans.head(12), articles).data
    )


@pytest.mark.parametrize(("words", "shown"), [(80, 3), (300, 1), (900, 1)])
def test_findings_of_one_place_are_shown_as_far_as_their_words_fit(words, shown):
    articles = pd.DataFrame({"article_id": ["a"], "outlet": ["N"], "text": ["War."]})
    told = [
        finding.finding(f"Number {k}. {'Word ' * words}", kind="label", outlets=["N"], n=k, evidence=[("a", 0, 3)],
                        caveat="So few.", innocent="")
        for k in range(6)
    ]  # fmt: skip
    html = evidence.say(finding.table(told), articles, limit=6).data
    assert [f"Number {k}." in html for k in range(6)] == [k < shown for k in range(6)]
    assert f"{6 - shown} more in <a" in html
    assert "Number 5." in evidence.say(finding.table(told), articles).data
