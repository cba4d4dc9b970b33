"""A page has a budget at any size of the collection: what is seen while its folds are closed, and its longest table.

Here with 2 and 90 articles; `make torture` renders 600.
"""

import pytest
import rendered
import samestory
from torture import pages

COLLECTIONS = [(2, 2), pytest.param((90, 3), marks=pytest.mark.slow)]


@pytest.fixture(scope="module", params=COLLECTIONS, ids=lambda n: f"{n[0]} articles of {n[1]} outlets")
def story(request, tmp_path_factory):
    """The seeds, or a made-up collection."""
    number, outlets = request.param
    if number == 2:
        return samestory.read("seeds", permutations=20)
    return pages.made_up(number, outlets, tmp_path_factory.mktemp("made_up"))


@pytest.mark.parametrize("notebook", pages.NOTEBOOKS, ids=lambda path: path.stem)
def test_a_page_keeps_its_budget(story, notebook):
    assert pages.over(notebook, story) == []


def test_a_page_over_its_budget_is_seen(monkeypatch):
    long = "<p>" + "word " * 901 + "</p><table><tbody>" + "<tr><td>1</td></tr>" * 13 + "</tbody></table>"
    monkeypatch.setattr(rendered, "page", lambda notebook, story: long)
    assert pages.over(pages.NOTEBOOKS[-1], None) == ["914 words, not 100 to 770", "a table of 13 rows"]
    monkeypatch.setattr(rendered, "page", lambda notebook, story: "<p>Nothing.</p>")
    assert pages.over(pages.NOTEBOOKS[0], None) == ["1 words, not 100 to 3870"]


def test_words_in_a_fold_are_not_seen_and_its_summary_is():
    markup = "<p>One two</p><details><summary>Three</summary>no <details><summary>no</summary>no</details></details>"
    assert rendered.Seen(markup).words == ["One", "two", "Three"]


def test_a_row_of_headings_is_no_row():
    story = '<tr><th scope="rowgroup">Story</th></tr>'
    markup = f"<table><thead><tr><th>n</th></tr></thead><tbody>{story}<tr><td>1</td></tr></tbody></table>"
    assert rendered.Seen(markup).most == 1
