"""What is kept is not computed again; what changed is, and nothing else."""

import hashlib
from importlib import import_module

import pandas as pd
import pytest
from samestory.annotate import spans

run = import_module("samestory.annotate.run")


def articles(*texts: str, ids: str = "abcdef") -> pd.DataFrame:
    shas = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    return pd.DataFrame({"article_id": list(ids[: len(texts)]), "text": texts, "sha256": shas})


@pytest.fixture
def computed(monkeypatch, tmp_path):
    """The texts each annotator was given; annotators that find capital letters, and a cache of the test's own."""
    seen: list[tuple[str, str]] = []

    def annotator(kind):
        def find(text):
            seen.append((kind, text))
            own = {"form": "direct"} if kind == "quotes" else {"label": kind}
            return [{"start": k, "end": k + 1, **own} for k, c in enumerate(text) if c.isupper()]

        quoting = {"form": "str", "source": "str"}
        columns = quoting if kind == "quotes" else {"label": "str"}
        return lambda table: spans.table(table, find, columns)

    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path))
    monkeypatch.setattr(run, "annotator", annotator)
    monkeypatch.setattr(run.parser, "parse_all", lambda texts, pipeline: None)
    return seen


def test_tables_come_in_the_order_asked_with_the_voice_of_each_span(computed):
    labels, quotes = run.run(articles("A b", "C d"), "labels", "quotes")
    assert list(labels["text"]) == ["A", "C"] == list(quotes["text"])
    assert list(labels["voice"]) == ["quoted", "quoted"] and "voice" not in quotes


def test_unchanged_articles_are_not_computed_again(computed):
    first = run.run(articles("A b", "C d"), "labels")[0]
    computed.clear()
    second = run.run(articles("A b", "C d"), "labels")[0]
    assert computed == []
    pd.testing.assert_frame_equal(first, second)


def test_one_changed_article_is_computed_alone(computed):
    run.run(articles("A b", "C d"), "labels")
    computed.clear()
    labels = run.run(articles("A b", "E f"), "labels")[0]
    assert {text for _, text in computed} == {"E f"}
    assert list(labels["text"]) == ["A", "E"]


def test_spans_follow_the_order_of_the_articles_asked_for(computed):
    run.run(articles("A b", "C d"), "labels")
    labels = run.run(articles("C d", "A b", ids="xy"), "labels")[0]
    assert labels[["article_id", "text"]].to_numpy().tolist() == [["x", "C"], ["y", "A"]]


def test_two_articles_of_one_text_share_their_spans(computed):
    labels = run.run(articles("A b", "A b"), "labels")[0]
    assert list(labels["article_id"]) == ["a", "b"]
    assert sum(kind == "labels" for kind, _ in computed) == 1


def test_no_span_at_all_keeps_the_columns(computed):
    labels = run.run(articles("none here"), "labels")[0]
    assert list(labels.columns) == ["article_id", "start", "end", "text", "label", "voice"] and labels.empty


def test_another_option_is_another_cache(computed, tmp_path):
    mine = tmp_path / "referents.csv"
    mine.write_text("referent,label,pattern\n")
    run.run(articles("A b"), "labels")
    computed.clear()
    run.run(articles("A b"), "labels", referents=str(mine))
    assert computed


def test_an_unknown_kind_is_named(computed):
    with pytest.raises(ValueError, match="no kind of span 'lables'; the kinds are quotes, "):
        run.run(articles("A b"), "lables")
