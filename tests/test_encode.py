"""Text of others acts nowhere: one table of cases for each place that it is written to."""

import csv

import pandas as pd
import pytest
from samestory import encode
from samestory.publish import export


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("<b>&</b>", "&lt;b&gt;&amp;&lt;/b&gt;", "markup is text"),
        ("$5 and $6", "<span>$</span>5 and <span>$</span>6", "money is no formula"),
        (r"\(x\)", r"<span>\</span>(x<span>\</span>)", "nor is what TeX writes between \\( and \\)"),
        (r"\begin{a}", r"<span>\</span>begin{a}", "nor an environment"),
    ],
)
def test_html(text, shown, why):
    assert encode.html(text) == shown, why
    assert encode.plain(encode.html(text)).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


def test_words_of_a_drawing_are_no_formula_and_its_lines_stay():
    svg = '<svg><path d="M0 0"/><text>$x$ \\(y\\)</text></svg>'
    assert encode.drawn(svg) == (
        '<svg><path d="M0 0"/><text><tspan>$</tspan>x<tspan>$</tspan> <tspan>\\</tspan>(y<tspan>\\</tspan>)</text></svg>'
    )


def test_an_attribute_ends_where_we_end_it():
    assert encode.attribute('"><img src=x>\n$x$') == "&quot;&gt;&lt;img src=x&gt; &#36;x&#36;"


CELLS = [
    ("=1+1", "'=1+1", "a formula"),
    ("+1", "'+1", "as Lotus wrote it"),
    ("-1 of 3", "'-1 of 3", "or so"),
    ("@SUM(A1)", "'@SUM(A1)", "or so"),
    ("\t=1", "'\t=1", "behind a tab"),
    ("\r=1", "'\n=1", "behind a line end"),
    ("a\r=1", "a\n=1", "in a row that a line end begins"),
    ("a\r\n=1", "a\r\n=1", "two signs are one line end, within the cell"),
    ("'=1", "'=1", "already a text"),
    ("a = b", "a = b", "a sign inside is none"),
    ("–5", "–5", "a dash is none"),
    (-1, -1, "a number stays a number"),
]


@pytest.mark.parametrize(("value", "cell", "why"), CELLS)
def test_a_cell_of_a_csv_table_is_no_formula(tmp_path, value, cell, why):
    assert encode.cell(value) == cell, why
    export.write(pd.DataFrame({"n": [value], "=name": ["x"]}), tmp_path / "t.csv")
    with (tmp_path / "t.csv").open(newline="", encoding="utf-8-sig") as file:
        assert list(csv.reader(file)) == [["n", "'=name"], [str(cell), "x"]]


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07", "a terminal's command"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c", "marks that turn the line around"),
        ("one\ntwo\r\u2028", "one\\x0atwo\\x0d\\u2028", "a second line"),
        ("\x9b31m", "\\x9b31m", "a command in one character"),
        ("\ud800", "\\ud800", "half a character, which cannot be written at all"),
        ("Al-Hayat الحياة “£5”", "Al-Hayat الحياة “£5”", "letters of any writing"),
    ],
)
def test_a_line_on_a_terminal(text, shown, why):
    assert encode.terminal(text) == shown, why
    encode.terminal(text).encode("utf-8")


def test_no_folder_of_this_machine_is_published(tmp_path, monkeypatch):
    place = tmp_path / "a b {c}"
    place.mkdir()
    monkeypatch.chdir(place)
    text = f"No such file: '{place}/texts/x.csv', nor {tmp_path}/y.csv, in {place}"
    assert encode.portable(text) == "No such file: 'texts/x.csv', nor y.csv, in a b {c}"


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("No such file: '/home/me/a b/c.csv'", "No such file: 'a b/c.csv'", "at least the folders before a space"),
        ("/usr/lib/python/x.py:3: UserWarning", "x.py:3: UserWarning", "the place of a warning"),
        ("[Errno 2] 'data/x.csv' of https://a.org/b/c", "[Errno 2] 'data/x.csv' of https://a.org/b/c", "no paths"),
        ("'/srv/news/july'", "'july'", "a folder"),
    ],
)
def test_absolute_paths_shrink(text, shown, why):
    assert encode.portable(text) == shown, why


@pytest.mark.parametrize(
    ("given", "said", "why"),
    [
        ("a\x0bb", "a\ufffdb", "a control character that no XML holds"),
        ("a\ud83db", "a\ufffdb", "half a pair"),
        ("a\tb\n<&>", "a\tb\n<&>", "white space is text, and the library escapes the rest"),
        ("🙂", "🙂", "a whole one"),
    ],
)
def test_text_for_a_library_that_writes_xml(given, said, why):
    assert encode.xml(given) == said, why


@pytest.mark.parametrize(
    ("given", "said", "why"),
    [
        ("50 % & $2 #1 a_b", r"50 \% \& \$2 \#1 a\_b", "signs of TeX"),
        ("}, x = {", r"\textbraceright{}, x = \textbraceleft{}", "BibTeX counts braces even after a backslash"),
        ("\\input{/etc}", r"\textbackslash{}input\textbraceleft{}/etc\textbraceright{}", "no command"),
        ("two\n\nlines", "two lines", "a blank line would end the field's paragraph"),
    ],
)
def test_text_as_a_field_of_a_bibliography(given, said, why):
    assert encode.bibtex(given) == said, why
