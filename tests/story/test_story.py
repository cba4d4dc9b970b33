"""A story answers by name: tables computed once, with the articles beside their spans, and the nearest name on a slip."""

import json
import re

import pandas as pd
import pytest
import samestory
from samestory import places
from samestory.compare import framing
from samestory.corpus import known
from samestory.present.style import Chart
from samestory.story import SETTINGS, Story, graph, shared
from samestory.story.rows import Row, by_verb, chart, finding, of_theme, table

ASKS = {verb: sorted(rows) for verb, rows in graph.BY_VERB.items()}


@pytest.fixture(scope="module")
def story():
    return samestory.read("seeds", permutations=50)


def test_it_says_what_it_holds(story):
    assert repr(story) == "2 articles of 2 outlets, 1 story, July 2025"
    assert "2 articles of 2 outlets" in story._repr_html_()


def test_a_table_is_computed_once(story, monkeypatch):
    first = story["sources"]
    monkeypatch.setattr(Story, "_called", lambda *_, **__: pytest.fail("computed again"))
    pd.testing.assert_frame_equal(story["sources"], first)


def test_what_a_reader_does_to_a_table_stays_with_the_reader(story):
    mine = story["sources"]
    mine["speaker"] = "nobody"
    assert "nobody" not in set(story["sources"]["speaker"])


@pytest.mark.parametrize("name", ["labels", "quotes", "actors", "clauses", "figures", "cues", "sentences"])
def test_spans_have_their_article_beside_them(story, name):
    spans = story[name]
    assert list(spans.columns[:4]) == ["article_id", "start", "end", "text"]
    assert set(spans["outlet"]) == {"The Journal", "Al Jazeera"}
    assert {"published", "story", "headline"} <= set(spans)


def test_the_numbers_of_a_chart_name_the_column_compared(story):
    numbers = story.chart("figures").data
    assert ">outlet</th>" in numbers and ">group</th>" not in numbers


SLIPS = [
    (lambda s: s["lables"], "did you mean 'labels'", "a kind"),
    (lambda s: s["ledgr"], "did you mean 'ledger'", "a table"),
    (lambda s: s.chart("choises"), "did you mean 'choices'", "a chart"),
    (lambda s: s.say("anonimity"), "did you mean 'anonymity'", "findings"),
    (lambda s: s.explain("sourses"), "did you mean 'sources'", "an explanation"),
]


@pytest.mark.parametrize(("ask", "answer", "why"), SLIPS)
def test_an_unknown_name_gets_the_nearest(story, ask, answer, why):
    with pytest.raises(KeyError, match=re.escape(answer)):
        ask(story)


def test_an_option_that_there_is_not_is_named(story):
    with pytest.raises(TypeError, match="takes no 'row'; did you mean 'rows'"):
        story.chart("choices", row=3)


@pytest.mark.parametrize(("verb", "name"), [(verb, name) for verb, names in ASKS.items() for name in names])
def test_every_row_of_the_graph_answers_on_the_seeds(story, verb, name):
    asked = {
        "table": story.__getitem__, "view": story.table, "chart": story.chart, "finding": story.findings,
        "reading": story.reading, "show": story.show, "explore": story.explore,
    }  # fmt: skip
    answer = asked[verb](name)
    assert isinstance(answer, pd.DataFrame | Chart) or hasattr(answer, "_repr_html_") or hasattr(answer, "static")


def test_names_lists_what_there_is_with_a_line_each(story):
    names = story.names
    assert {"labels", "choices", "ledger"} <= set(names["name"])
    assert names["what"].str.len().gt(10).all()
    assert set(story._ipython_key_completions_()) == {*graph.GIVEN, *graph.KINDS, *graph.TABLES}


def test_explain_says_the_function_what_it_stands_on_and_its_docstring(story):
    said = str(story.explain("ledger"))
    assert "samestory.compare.figures.ledger" in said and "figures" in said and len(said) > 200


def test_own_words_are_what_is_counted_and_what_articles_are_compared_by_stays():
    shared_text = "The mayor of Ardin opened the new bridge over the river on Monday morning. "
    rows = [("a", "North", shared_text + "Rebels fled."), ("b", "South", shared_text + "Captives came home.")]
    articles = pd.DataFrame(rows, columns=["article_id", "outlet", "text"]).assign(
        event="e", published=pd.Period("2031-05-04", "D"), credit=None, headline=None, sha256=["1", "2"]
    )
    told = {own: Story(articles, SETTINGS | {"own_words": own}) for own in (False, True)}
    assert len(told[False]["words"]) - len(told[True]["words"]) == 2 * 14
    assert len(told[True]["all_words"]) == len(told[False]["words"])
    assert len(told[True]["sentences"]) == len(told[False]["sentences"]) == 4


def test_the_headlines_are_annotated_apart():
    """Offsets are those of the headline, and no table of the articles counts them."""
    text = "The board met 12 people.\n\nRain fell."
    table = pd.DataFrame({"article_id": ["a"], "outlet": "North", "headline": ["Some 40 people freed"], "text": [text]})
    told = Story(table.assign(event="e", sha256="0" * 64, published=pd.NaT), SETTINGS)
    assert told["headline_figures"]["text"].tolist() == ["40"]
    assert told["figures"]["text"].tolist() == ["12"]


def test_what_a_run_computed_is_there_for_the_next_notebook(tmp_path, monkeypatch):
    monkeypatch.setenv(places.RUN, str(tmp_path))
    first = samestory.read("seeds", permutations=50)["sources"]
    second = samestory.read("seeds", permutations=50)
    monkeypatch.setattr(Story, "_called", lambda *_, **__: pytest.fail("computed again"))
    pd.testing.assert_frame_equal(second["sources"], first)


def test_stories_of_other_settings_share_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv(places.RUN, str(tmp_path))
    first, other = (samestory.read("seeds", permutations=50, seed=seed) for seed in (1, 2))
    assert first._place != other._place
    assert len(list(tmp_path.glob("*/articles.pickle"))) == 1, "but the articles, which were read alike"


def test_nobody_computes_what_another_is_computing(tmp_path):
    calls = []
    for _ in range(2):
        assert shared.once(tmp_path, "a table", lambda: calls.append(1) or "done") == "done"
    assert calls == [1]


# The graph


def test_every_parameter_of_every_row_is_a_table_a_setting_or_has_a_default(story):
    asked = [row for rows in graph.BY_VERB.values() for row in rows.values()]
    assert len(asked) > 100
    for row in asked:
        graph.arguments(row, lambda name: name, story.settings)


def test_the_kinds_of_a_theme_are_those_its_rows_stand_on():
    assert set(graph.kinds(graph.of_themes(["figures"]))) >= {"figures"}
    assert "cues" not in graph.kinds(graph.of_themes(["figures"]))
    unasked = {"amounts"}  # of no page, so made only for who asks for them
    assert set(graph.kinds(graph.of_themes(graph.THEMES))) == set(graph.KINDS) - unasked


def doubled(sources, *, by="outlet", times=2):
    """The sources, twice."""
    return pd.concat([sources] * times)


def test_a_new_table_is_one_function_and_one_row(story, monkeypatch):
    row = of_theme("voices", table("doubled", doubled))[0]
    monkeypatch.setitem(graph.TABLES, "doubled", row)
    assert graph.stands_on(row) == ["sources"]
    assert len(story["doubled"]) == 2 * len(story["sources"])


def test_two_rows_of_one_verb_and_name_are_refused():
    one, other = (of_theme(theme, table("doubled", doubled)) for theme in ("voices", "words"))
    with pytest.raises(ValueError, match="two rows table 'doubled', of voices and words"):
        by_verb([*one, *other])
    assert by_verb([*one, *of_theme("words", chart("doubled", doubled))])["chart"]["doubled"].theme == "words"


def test_a_parameter_that_is_nothing_known_is_named(story):
    row = Row("table", "odd", lambda nonsense: nonsense)
    with pytest.raises(TypeError, match="'nonsense' is no table and no setting"):
        graph.arguments(row, lambda name: name, story.settings)


def test_the_tests_of_framing_are_one_family(story):
    """What `cue_rates` and both tables of first mentions say of chance is what their family says."""
    family = story["framing_tests"]
    assert "framing_tests" in graph.stands_on(graph.row("table", "cue_rates"))
    for name, test in (("figure_emphasis", framing.FIGURES), ("subject_emphasis", framing.SUBJECTS)):
        assert "framing_tests" in graph.stands_on(graph.row("table", name))
        assert graph.row("table", name).given["test"] == test
    assert set(family["test"]) <= {"cues", framing.FIGURES, framing.SUBJECTS}


def test_what_a_finding_is_to_the_brief_is_said_of_its_row():
    assert finding("x", doubled, brief="test").brief == "test"
    assert {row.brief for row in graph.BY_VERB["finding"].values()} == {"test", "copy", "told", ""}


def notebooks():
    for path in sorted((known.ROOT / "notebooks").glob("*.ipynb")):
        yield ["".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]


def test_the_notebooks_read_their_story_alike():
    assert (
        len({source for cells in notebooks() for source in cells if source.startswith("story = samestory.read(")}) == 1
    )


def test_what_the_notebooks_ask_is_there():
    verbs = {"table": "view", "say": "finding"} | dict.fromkeys(("chart", "reading", "show", "explore"))
    calls = [
        call for cells in notebooks() for source in cells for call in re.findall(r"story\.(\w+)\(([^)]*)\)", source)
    ]
    asked = [(verbs[v] or v, name) for v, given in calls if v in verbs for name in re.findall(r'"([^"]+)"', given)]
    assert len(asked) > 50
    there = {verb: {*graph.BY_VERB[verb]} for verb in graph.BY_VERB}
    there["view"] |= there["table"]  # a table without a view is shown as it is
    there["explore"] |= there["view"]
    assert [(verb, name) for verb, name in asked if name not in there[verb]] == []
