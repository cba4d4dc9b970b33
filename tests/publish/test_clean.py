import pytest
from samestory.publish import clean


@pytest.mark.parametrize(
    ("markup", "never", "why"),
    [
        ("<script>alert(1)</script>", "<script", "a script is left out, with what it says"),
        ('<img src=x onerror="alert(1)">', "onerror=", "handlers are dropped"),
        ('<img src="https://example.org/x.png">', "src=", "no request to anywhere"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:", "no code in links"),
        ('<a href="data:text/html,x">x</a>', "data:", "no pages in links"),
        ('<iframe src="https://example.org"></iframe>', "<iframe", "no frames"),
        ("<svg onload=alert(1)><circle r=1 /></svg>", "onload=", "no handlers in charts"),
        ("<svg><foreignObject><p>x</p></foreignObject></svg>", "<foreignObject", "no HTML inside charts"),
        ('<p style="background: url(//example.org)">x</p>', "style=", "no inline styles"),
        ("<style>body { display: none }</style><p>x</p>", "display", "no style sheets"),
        ("</style></head><p>x</p>", "</style>", "nor the end of ours"),
        ("<form action=/x><input name=a></form>", "<form", "no forms"),
        ("<!-- a comment -->", "comment", "no comments"),
        ("<svg><use xlink:href='https://example.org/x.svg#a'/></svg>", "example.org", "no drawing from elsewhere"),
        ("<svg><use href='data:image/svg+xml,x'/></svg>", "data:", "nor one in an address"),
        ("<a href='https://x.org' ping='https://example.org'>x</a>", "ping", "no message when a link is followed"),
        ("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "onerror", "what a parser moves about"),
        ("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "onerror", "nor what it reads anew"),
        ('<table><caption>"><img src=x onerror=alert(1)></caption></table>', "onerror=", "nor our own additions"),
        ("<svg><animate href='#x' attributeName='href' to='javascript:alert(1)'/></svg>", "animate", "nothing moves"),
        ("<base href=//a.org><meta http-equiv=refresh content='0;url=//a.org'>", ".org", "nothing leads away"),
    ],
)
def test_nothing_that_acts_is_left(markup, never, why):
    styles = clean.Styles()
    assert never not in clean.output(markup, styles), why
    assert styles.sheet() == ""


CHART = (
    '<figure><svg role="img" aria-label="A 1, B 2" viewBox="0 0 10 5" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<defs><clipPath id="c"><rect width="9" height="4"/></clipPath></defs>'
    '<g clip-path="url(#c)"><path id="m" d="M 0 0.06 \nL 1 1" style="fill: none; stroke: var(--ink, #1a1a1a)"/>'
    '<use xlink:href="#m" x="3"/></g><g><g></g></g><text transform="rotate(-0 1 2)" style="fill: var(--outlet-1, #0072b2)">A</text></svg></figure>'
)


def test_a_chart_keeps_its_drawing_and_its_alternative_text():
    shown = clean.output(CHART, clean.Styles())
    for part in (
        'aria-label="A 1, B 2"',
        'viewBox="0 0 10 5"',
        "<clipPath",
        'd="M0 0.1L1 1"',
        'href="#m"',
        ">A</text>",
    ):
        assert part in shown
    for part in ("rotate", "<g></g>", "\n"):
        assert part not in shown, "what draws nothing"


def test_names_that_matplotlib_made_are_short_and_alike_for_the_same_drawing():
    styles = clean.Styles()
    one = '<svg><path id="m0123456789"/><use href="#m0123456789"/><g clip-path="url(#pabcdefabcd)"></g></svg>'
    shown = clean.output(one, styles)
    assert 'id="m0"' in shown and 'href="#m0"' in shown and styles.sheet() == ".i0{clip-path:url(#p1)}"
    assert clean.output(one, styles) == shown


EVIDENCE = (
    '<details class="evidence" id="f-1-sentences"><summary>The sentences (1)</summary><blockquote><p>At '
    "<mark>12</mark></p><footer>● <bdi>A</bdi> · paragraph 1 of 2</footer></blockquote></details>"
)


def test_evidence_stays_as_it_is():
    assert clean.output(EVIDENCE, clean.Styles()) == EVIDENCE


@pytest.mark.parametrize(
    ("cell", "shown", "why"),
    [
        ('<td dir="auto">Al Jazeera – “x”</td>', "<td>Al Jazeera – “x”", "Latin reads from the left anyway"),
        ('<td dir="auto">قال</td>', '<td dir="auto">قال', "Arabic does not"),
        ('<td dir="auto">a <mark>قال</mark></td>', '<td dir="auto">a <mark>', "nor a word of it within"),
        ('<th scope="col" dir="auto">n</th>', '<th scope="col">n', "other attributes stay"),
    ],
)
def test_a_cell_says_its_direction_only_where_it_matters(cell, shown, why):
    row = f"<table><tbody><tr>{cell}</tr></tbody></table>"
    assert shown in clean.output(row, clean.Styles()), why


def test_inline_styles_become_classes_of_the_page():
    styles = clean.Styles()
    assert clean.output('<b style="color: red">x</b><i style="color: red;">y</i>', styles) == (
        '<b class="i0">x</b><i class="i0">y</i>'
    )
    assert clean.output('<b class="n" style="top: 1px">x</b>', styles) == '<b class="n i1">x</b>'
    assert styles.sheet() == ".i0{color:red}.i1{top:1px}"


def test_colours_the_page_names_lose_their_default_and_an_outlets_keeps_it():
    styles = clean.Styles()
    clean.output(CHART, styles)
    rules = styles.sheet()
    assert rules == ".i0{clip-path:url(#c)}.i1{fill:none;stroke:var(--ink)}.i2{fill:var(--outlet-1, #0072b2)}"


def test_a_style_cannot_close_the_style_sheet():
    styles = clean.Styles()
    shown = clean.output('<p style="color: red } body { display: none">x</p><p style="a: </style>">y</p>', styles)
    assert styles.sheet() == ""
    assert "display" not in shown


def test_text_that_looks_like_a_style_is_left_alone():
    text = 'He wrote style="color: red" twice: &lt;b style="x"&gt;'
    assert clean.output(f"<p>{text}</p>", clean.Styles()) == f"<p>{text}</p>"


@pytest.mark.parametrize(
    ("table", "opening", "why"),
    [
        ("<table><caption>Labels of <i>A</i></caption></table>", 'aria-label="Labels of A"', "named by its caption"),
        ("<table><tbody></tbody></table>", 'aria-label="Table"', "or just a table"),
        (
            '<div role="region" tabindex="0" aria-label="x"><table></table></div>',
            '<div role="group"',
            "wrapped already",
        ),
    ],
)
def test_a_table_scrolls_in_a_named_group_reachable_by_keyboard(table, opening, why):
    shown = clean.output(table, clean.Styles())
    assert opening in shown, why
    assert shown.count('tabindex="0"') == 1
