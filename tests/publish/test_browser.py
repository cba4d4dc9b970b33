"""Published pages in a real browser: nothing loaded, nothing run, nothing inaccessible, hostile text shown as text."""

import shutil
from itertools import pairwise

import pytest
from samestory import cli
from torture.pages import AROUND, CHANGED

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core-python is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"),
]
PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}

SCRIPT = "<script>alert(1)</script>"
OUTLET = '"><img src=x onerror=alert(2)>'
LONG = "Donaudampfschiff" * 13
HOSTILE = f"""The army said {SCRIPT} killed at least 12 people in the town on Monday, and cost $x_1$ and $5 million.

"We will not stop </style> until it ends," said Minister Ada <b>Bold</b>, of the {LONG} party.

قال متحدث إن 30 شخصا قتلوا. At least 40 captives were held, officials said.
"""


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def seeds_report(tmp_path_factory):
    """The report on the seeds."""
    out = tmp_path_factory.mktemp("seeds")
    assert cli.main(["report", "--out", str(out)]) == 0
    return out


@pytest.fixture(scope="session")
def hostile_report(tmp_path_factory):
    """A report on articles and an outlet that would break a page that trusted them."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a.txt").write_text(f"date 2025-07-06 {HOSTILE}", encoding="utf-8")
    (folder / "b.txt").write_text("date 2025-07-07 At least 13 people were killed, the army said.", encoding="utf-8")
    rows = 'file,outlet,date,headline\na.txt,"""><img src=x onerror=alert(2)>",2025-07-06,<i>Head</i>\nb.txt,B,2025-07-07,\n'
    (folder / "articles.csv").write_text(rows, encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    assert cli.main(["report", str(folder), "--out", str(out)]) == 0
    return out


@pytest.fixture
def visit(browser):
    """Open a file; the page, and what it asked for, said and popped up meanwhile."""
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(**({"viewport": LAPTOP} | options))
        contexts.append(context)
        page = context.new_page()
        page.happened = []
        page.on("request", lambda request: page.happened.append(f"request {request.url}"))
        page.on("console", lambda message: page.happened.append(f"console {message.text}"))
        page.on("dialog", lambda dialog: (page.happened.append(f"dialog {dialog.message}"), dialog.dismiss()))
        page.goto(path.resolve().as_uri())
        page.happened.remove(f"request {path.resolve().as_uri()}")
        return page

    yield open_page
    for context in contexts:
        context.close()


def pages(out):
    found = sorted((out / "latest").glob("*.html"))
    assert found
    return found


def violations(page):
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    found = axe.Axe().run(page)["violations"]
    return [
        (rule["id"], node["html"][:160], node.get("failureSummary", "")) for rule in found for node in rule["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_axe_finds_nothing(visit, seeds_report, scheme, viewport):
    for path in [*pages(seeds_report), seeds_report / "index.html"]:
        page = visit(path, color_scheme=scheme, viewport=viewport)
        assert violations(page) == [], path.name


def test_what_stands_around_a_page_has_the_room_that_its_budget_gives_it(visit, seeds_report):
    """Without what changed, which is read in `test_pages`."""
    frame = "body > header, .skip, .contents, .code > summary, .next, body > footer"
    for path in pages(seeds_report):
        told = visit(path).eval_on_selector_all(frame, "parts => parts.map(part => part.innerText).join(' ')")
        room = AROUND - CHANGED if path.stem == "index" else AROUND
        assert 0 < len(told.split()) <= room, path.name


def test_a_page_asks_for_nothing_and_runs_nothing(visit, seeds_report, hostile_report):
    for path in pages(seeds_report) + pages(hostile_report):
        page = visit(path)
        page.wait_for_timeout(100)
        assert page.happened == [], path.name
        assert page.locator("script, iframe, object, link, form").count() == 0


def test_a_phone_never_scrolls_a_page_sideways(visit, seeds_report, hostile_report):
    for path in pages(seeds_report) + pages(hostile_report):
        page = visit(path, viewport=PHONE)
        wide = page.evaluate(
            "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            " && !e.closest('.scroll, .table, .plot, pre')).map(e => e.outerHTML.slice(0, 120))"
        )
        assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"], (path.name, wide)


def test_hostile_text_is_shown_as_the_text_it_is(visit, hostile_report):
    shown = ""
    for path in pages(hostile_report):
        page = visit(path)
        assert page.locator("img, b:text('Bold'), i:text('Head')").count() == 0, path.name
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        shown += page.locator("body").inner_text()
        assert violations(page) == [], path.name
    assert OUTLET in shown, "the name of an outlet is shown as it is"
    assert "Head" in shown and "<i>Head" not in shown, "what marks a headline up is no part of it"


def test_every_link_leads_somewhere(visit, seeds_report):
    for path in pages(seeds_report):
        page = visit(path)
        addresses = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        assert addresses, path.name
        for address in addresses:
            file, _, place = address.partition("#")
            if address.startswith("http"):
                continue
            assert not file or (path.parent / file).exists(), (path.name, address)
            if place and not file:
                assert page.evaluate("id => document.getElementById(id) !== null", place), (path.name, address)


def test_sentences_open_the_fold_they_point_to(visit, seeds_report):
    page = visit(seeds_report / "latest" / "2_terminology.html")
    link = page.locator("a.to-sentences").first
    held = page.locator(link.get_attribute("href")).locator("blockquote").first
    assert not held.is_visible()
    link.click()
    held.wait_for(state="visible")


def test_headings_go_down_one_level_at_a_time(visit, seeds_report):
    for path in pages(seeds_report):
        levels = visit(path).eval_on_selector_all("h1,h2,h3,h4,h5,h6", "all => all.map(one => +one.tagName[1])")
        assert levels[0] == 1 and levels.count(1) == 1, path.name
        assert all(after <= before + 1 for before, after in pairwise(levels)), path.name


def test_every_chart_has_alternative_text_and_its_numbers_beside_it(visit, seeds_report):
    shown = [
        (path.name, chart.get_attribute("role"), chart.get_attribute("aria-label") or "")
        for path in pages(seeds_report)
        for chart in visit(path).locator("figure svg").all()
    ]
    assert len(shown) > 5
    assert [one for one in shown if one[1] != "img" or len(one[2]) <= 20] == []


def test_the_keyboard_reaches_the_content_first(visit, seeds_report):
    page = visit(pages(seeds_report)[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.wait_for_url("**/*#content")
    assert page.evaluate("document.querySelector('#content:target') !== null")


def test_print_shows_what_is_folded_but_no_code(visit, seeds_report):
    page = visit(pages(seeds_report)[0])
    page.emulate_media(media="print")
    assert page.locator("details.code").first.is_hidden()
    assert page.locator("nav.pages").is_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
