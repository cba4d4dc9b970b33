"""JupyterLab, as a reader uses it: open notebook 2, run it whole, ask its explorer for another word; judge; accept."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import nbformat
import openpyxl
import pytest
from made_up_audit import audit
from torture.payloads import CONTROL as ACTING
from torture.payloads import PAYLOADS

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ROOT = Path(__file__).parents[1]
CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync""".split()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (Debian: apt-get install chromium)"),
]
CELLS = "[...jupyterapp.shell.currentWidget.content.model.cells].map(cell => cell.toJSON())"
RUN = "jupyterapp.commands.execute('notebook:run-all-cells')"
ALIGNED = """[...document.querySelectorAll('.jp-OutputArea div.table td')].map(
    cell => [cell.classList.contains('n') || cell.matches('.kwic td:nth-child(2)'), getComputedStyle(cell).textAlign])"""
ANSWERED = """[...document.querySelectorAll('.jp-OutputArea table.kwic mark')].some(
    mark => mark.textContent.toLowerCase() === 'talks')"""
MINUTES = 5


HOSTILE = [
    "<script>alert(1)</script>", "$x_1$ and $5 million", "</style>", "السلام عليكم", '"><img src=x onerror=1>',
    r"\(x\)", r"\[x\]", "$$x$$", r"\begin{equation}x\end{equation}", r"\ref{x}", r"\href{https://example.org}{x}", r"\$5",
]  # fmt: skip
CONTROL = "<p class='control'>$c^2$</p>"  # what is a formula is typeset: else nothing would be learnt of the others


def hostile():
    """A notebook that shows text as articles may hold it, in a table, as evidence, in a chart and in a sentence."""
    code = f"""import pandas as pd
from samestory import present
from samestory.present import evidence, style
texts = {HOSTILE + PAYLOADS!r}
articles = pd.DataFrame({{"article_id": [str(k) for k in range(len(texts))], "outlet": texts, "text": texts}})
spans = pd.DataFrame({{"article_id": articles["article_id"], "start": 0, "end": 3, "text": [t[:3] for t in texts]}})
display(present.table(articles, limit=len(texts)), present.reading(" ".join(texts)), evidence.show(spans, articles))
chart, axes = style.figure(title=texts[1], subtitle=texts[0], alt=texts[1], table=articles, height=2)
axes.set_yticks(range({len(HOSTILE)}), texts[:{len(HOSTILE)}])
chart"""
    control = nbformat.v4.new_code_cell(f"from IPython.display import HTML\nHTML({CONTROL!r})")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code), control])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


@pytest.fixture(scope="module")
def sheet(tmp_path_factory):
    """The sheet of a coder."""
    folder = tmp_path_factory.mktemp("audit")
    audit(folder, coders=["anna"])
    return folder / "anna.xlsx"


def judging(sheet):
    """A notebook that shows the page of a sheet."""
    code = f"from samestory.coding.page import judge\njudge({str(sheet)!r})"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


def accepting(file):
    """A notebook that offers two names for one thing, to be taken into a file."""
    code = f"""import pandas as pd
from samestory.present.words.accepting import accepting
names = {{"referent": "gunman", "label": ["<b>sniper", "attacker"], "pattern": ["snipers?", "attackers?"]}}
offered = accepting(pd.DataFrame(names).assign(note="proposed", source="discovered"))
offered.file.value = {str(file)!r}
offered"""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return notebook


@pytest.fixture(scope="module")
def lab(tmp_path_factory, sheet):
    """The address of a JupyterLab on copies of the notebooks, with no settings but its own."""
    place = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", place / "notebooks")
    nbformat.write(hostile(), place / "notebooks" / "hostile.ipynb")
    nbformat.write(judging(sheet), place / "notebooks" / "judge.ipynb")
    nbformat.write(accepting(sheet.with_name("mine.csv")), place / "notebooks" / "accept.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR")
    settings = {name: str(place / name.lower()) for name in names}
    words = [
        *("-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", f"--ServerApp.root_dir={place}"),
        *("--IdentityProvider.token=made-up", "--LabApp.expose_app_in_browser=True", "--LabApp.news_url="),
    ]
    with (place / "log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, *words], cwd=place, env=os.environ | settings, stdout=log, stderr=log
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/api?token=made-up", server, place / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address, server, log):
    """Return once the address answers; fail with the log where the server ends or takes too long."""
    for _ in range(60 * MINUTES):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError):
            assert server.poll() is None, log.read_text()
            time.sleep(1)
    pytest.fail(log.read_text())


@pytest.fixture
def page():
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(60_000 * MINUTES)
        yield page
        browser.close()


def run_whole(page, lab, name):
    """Open a notebook in JupyterLab and run all its cells."""
    page.goto(f"{lab}/lab/tree/notebooks/{name}.ipynb?token=made-up&reset")
    page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_function("jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'")
    page.evaluate(RUN)


def test_article_text_is_shown_as_text(page, lab):
    """JupyterLab typesets $…$ in HTML output: what stands between two sums of money is no formula."""
    run_whole(page, lab, "hostile")
    page.wait_for_selector(".jp-OutputArea svg")
    page.wait_for_selector(".control mjx-container")  # by then all that would be typeset is
    shown = page.locator(".jp-OutputArea").first
    assert shown.locator("mjx-container, .MathJax, script, img").count() == 0
    words = shown.inner_text()
    assert all(text in words for text in [*HOSTILE, *(one for one in PAYLOADS if not ACTING.search(one))]), words
    assert "$x_1$ and $5 million" in shown.locator("svg text").all_text_contents()


def test_an_audit_is_judged_by_keys_alone(page, lab, sheet):
    """Also keys that are commands of JupyterLab: r would make the cell raw, and two d would delete it."""
    run_whole(page, lab, "judge")
    page.wait_for_selector(".coding:focus")
    for keys in ("r", "w", "u", "Enter", "not shown", "Escape", "ArrowLeft", "Delete", "ArrowLeft", "d", "d"):
        page.keyboard.press(keys) if " " not in keys else page.keyboard.type(keys)
    page.wait_for_function("document.querySelector('.coding-state').textContent.startsWith('item 2 of')")
    page.keyboard.press("w")
    page.wait_for_function("document.querySelector('.coding-state').textContent.startsWith('item 3 of')")
    for _ in range(50):
        rows = list(openpyxl.load_workbook(sheet)["items"].iter_rows(min_row=2, max_row=5, values_only=True))
        if [row[5] for row in rows] == ["right", "wrong", None, None] and rows[3][6] == "not shown":
            break
        time.sleep(0.2)
    assert [row[5] for row in rows] == ["right", "wrong", None, None] and rows[3][6] == "not shown"
    assert [cell["cell_type"] for cell in page.evaluate(CELLS)] == ["code"]


def test_names_proposed_are_accepted_with_a_click(page, lab, sheet):
    run_whole(page, lab, "accept")
    page.locator(".jp-OutputArea select").select_option(label="<b>sniper (gunman)")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("2 rows added to").wait_for(state="visible")
    assert "<b>sniper" in sheet.with_name("mine.csv").read_text(encoding="utf-8-sig")


def test_notebook_2_runs_whole_and_its_explorer_answers(page, lab):
    run_whole(page, lab, "2_terminology")
    cells = [cell for cell in page.evaluate(CELLS) if cell["cell_type"] == "code"]
    assert cells
    for cell in cells:
        assert cell["execution_count"], cell["source"]
        kinds = [output["output_type"] for output in cell["outputs"]]
        assert "error" not in kinds and "stream" not in kinds, cell["outputs"]
    looks = {(bool(number), "left" if align == "start" else align) for number, align in page.evaluate(ALIGNED)}
    assert looks == {(False, "left"), (True, "right")}, (
        "words stand at the left though JupyterLab would align them right"
    )
    explore(page)


def explore(page):
    """The explorer of words answers for a word typed into it."""
    number = next(k for k, cell in enumerate(page.evaluate(CELLS)) if "story.concordance" in cell["source"])
    page.evaluate(f"jupyterapp.shell.currentWidget.content.scrollToItem({number}, 'center')")
    words = page.locator(f".jp-Cell[data-windowed-list-index='{number}'] .widget-text input").first
    words.wait_for(state="visible")
    words.fill("talks")
    words.press("Enter")
    shown = page.locator(f".jp-Cell[data-windowed-list-index='{number}'] table.kwic mark")
    page.wait_for_function(ANSWERED)
    assert {text.lower() for text in shown.all_inner_texts()} == {"talks"}
