"""The main job, end to end: articles in, six pages out, on the seeds and on a made-up collection of three outlets."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from made_up import written
from samestory import cli
from samestory.corpus import known

PAGES = ["index", "1_corpus", "2_terminology", "3_voices", "4_framing", "5_figures"]  # the index is the brief


def published(articles: str, out: Path) -> Path:
    assert cli.main(["report", articles, "--out", str(out)]) == 0
    return (out / "latest").resolve()


@pytest.fixture(scope="module")
def seeds_report(tmp_path_factory):
    return published("seeds", tmp_path_factory.mktemp("seeds"))


@pytest.fixture(scope="module")
def made_up_report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made_up")
    return published(str(written(folder)), folder / "reports")


@pytest.fixture(params=["seeds_report", "made_up_report"], ids=["seeds", "made up"])
def report(request):
    return request.getfixturevalue(request.param)


class Page(HTMLParser):
    """What a published page is made of: its elements with their attributes, and its text."""

    def __init__(self, file: Path):
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words))


@pytest.mark.parametrize("name", PAGES)
def test_each_page_is_self_contained_and_accessible_in_its_markup(report, name):
    file = report / f"{name}.html"
    page = Page(file)
    tags = [tag for tag, _ in page.elements]
    assert not {"script", "iframe", "object", "embed", "link", "form"} & set(tags)
    for tag, attributes in page.elements:
        for attribute in ("src", "href", "xlink:href"):
            target = attributes.get(attribute) or ""
            assert tag == "a" or target.startswith(("#", "data:")) or not target, (tag, target)
            assert not target.startswith(("javascript:", "file:", "/")), target
        assert not any(attribute.startswith("on") for attribute in attributes)
        if tag == "svg" and attributes.get("role") == "img":
            assert len(attributes["aria-label"] or "") > 20, "alternative text says what the chart says"
    assert ("html", {"lang": "en"}) in [(t, {"lang": a.get("lang")}) for t, a in page.elements]
    assert tags.count("h1") == 1 and tags.count("title") == 1
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(b <= a + 1 for a, b in pairwise(levels)), levels
    assert "default-src 'none'" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_a_warning_an_error_or_a_path_of_this_machine(report, name):
    text = Page(report / f"{name}.html").text
    for sign in ("Traceback", "Warning:", "Error:", "NaN", "<NA>", "NaT", str(known.ROOT)):
        assert not re.search(rf"(?<![\w.]){re.escape(sign)}(?!\w)", text), sign
    html = (report / f"{name}.html").read_text(encoding="utf-8")
    assert not re.search(r"<td[^>]*>\s*(?:None|nan|\(\))\s*</td>", html)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_seeds_stays_small(seeds_report, name):
    assert (seeds_report / f"{name}.html").stat().st_size <= 150_000


def test_the_seeds_as_a_careful_reader_finds_them(seeds_report):
    text = {name: Page(seeds_report / f"{name}.html").text for name in PAGES}
    assert "July 2025 (day unknown)" in text["1_corpus"] and "AFP" in text["1_corpus"]
    assert "With one article per outlet no difference can be tested" in text["1_corpus"]
    asked = text["2_terminology"].partition("Asked too")[2]
    assert "Which terms differ by more than chance?" in asked, "two articles test no term: said at the foot, not shown"
    assert "57,523 is more than 57,500" in text["5_figures"]
    assert "entirely" in text["4_framing"] and "parts of" in text["4_framing"]


def test_the_tables_and_findings_are_there_for_machines(seeds_report):
    findings = json.loads((seeds_report / "findings.json").read_text(encoding="utf-8"))
    assert findings and all(finding["evidence"] and finding["sentence"] for finding in findings)
    assert not any(finding["rests_on"] == "test" and finding["p_adjusted"] <= 0.05 for finding in findings)
    assert {"figures", "labels", "sources"} <= {file.stem for file in (seeds_report / "tables").glob("*.csv")}
    manifest = (seeds_report / "manifest.json").read_text(encoding="utf-8")
    assert str(known.ROOT) not in manifest and str(Path.home()) not in manifest


def test_two_runs_on_the_same_input_give_the_same_bytes(seeds_report, tmp_path):
    again = published("seeds", tmp_path)
    for name in PAGES:
        assert (again / f"{name}.html").read_bytes() == (seeds_report / f"{name}.html").read_bytes(), name


def test_a_notebook_runs_under_plain_papermill_and_under_nbconvert(tmp_path):
    binaries = Path(sys.executable).parent
    notebook = str(known.ROOT / "notebooks" / "1_corpus.ipynb")
    for command in (
        ["papermill", notebook, str(tmp_path / "out.ipynb"), "-p", "since", "2025-07"],
        ["jupyter", "nbconvert", "--execute", "--to", "notebook", "--output-dir", str(tmp_path), notebook],
    ):
        done = subprocess.run([str(binaries / command[0]), *command[1:]], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-2000:]
