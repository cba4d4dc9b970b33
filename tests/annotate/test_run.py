"""What is kept is not computed again; what changed is, and nothing else."""

import hashlib
import os
import time
from importlib import import_module

import pandas as pd
import pyarrow.parquet as pq
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


def shard(tmp_path, kind="labels"):
    (file,) = tmp_path.glob(f"annotations/*/{kind}/*.parquet")
    return file


def rewritten(file, **columns):
    """The shard with other values, under the name that its new bytes have: only its spans can tell."""
    table = pq.read_table(file)
    for name, values in columns.items():
        table = table.set_column(table.schema.get_field_index(name), name, [values])
    file.unlink()
    pq.write_table(table, file)
    file.rename(file.with_name(f"{hashlib.sha256(file.read_bytes()).hexdigest()[:32]}.parquet"))


BROKEN = [
    (lambda file: file.write_bytes(file.read_bytes()[:-40]), "cut short"),
    (lambda file: file.write_bytes(b""), "emptied"),
    (lambda file: file.write_bytes(file.read_bytes().replace(b"PAR1", b"PAR2", 1)), "one byte is another"),
    (lambda file: pq.write_table(pq.read_table(file).slice(0, 1), file), "altered, and readable"),
    (lambda file: rewritten(file, text=["A", "X"]), "a span that is not in its text"),
    (lambda file: rewritten(file, end=[1, 99]), "a span beyond its text"),
]


@pytest.mark.parametrize(("harm", "why"), BROKEN, ids=[case[-1] for case in BROKEN])
def test_a_damaged_shard_is_computed_anew_with_one_warning(computed, tmp_path, harm, why):
    (first,) = run.run(articles("A b", "C d"), "labels")
    harm(shard(tmp_path))
    computed.clear()
    with pytest.warns(UserWarning, match="1 of the kept files of labels were damaged") as said:
        (second,) = run.run(articles("A b", "C d"), "labels")
    assert len(said) == 1 and computed, why
    pd.testing.assert_frame_equal(first, second)
    computed.clear()
    run.run(articles("A b", "C d"), "labels")
    assert computed == [], "and it is kept again"


def test_a_shard_of_other_articles_is_left_alone(computed, tmp_path):
    run.run(articles("A b"), "labels")
    file = shard(tmp_path)
    run.run(articles("C d"), "labels")
    assert file.exists()


def test_what_cannot_be_kept_is_one_sentence(computed, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path / "file"))
    with pytest.raises(ValueError, match=r"annotations cannot be kept in .*; SAMESTORY_CACHE names another folder"):
        run.run(articles("A b"), "labels")


@pytest.mark.parametrize(
    ("name", "days", "stays", "why"),
    [
        ("0123456789abcdef", 31, False, "nobody has added to it for a month"),
        ("0123456789abcdef", 29, True, "it may still be used"),
        ("photos", 99, True, "not ours"),
    ],
)
def test_annotations_of_long_ago_are_removed(computed, tmp_path, name, days, stays, why):
    old = tmp_path / "annotations" / name
    old.mkdir(parents=True)
    os.utime(old, (time.time() - days * 86_400,) * 2)
    run.run(articles("A b"), "labels")
    assert old.exists() == stays, why


def test_what_is_set_aside_is_not_read_and_two_spellings_are_kept_once(computed):
    """A page's furniture and other code points change nothing: the same words are annotated once, each in its place."""
    table = articles("Advertisement\n\nOslo’s mayor spoke.", "Oslo's mayor spoke.")
    table["aside"] = ['[[0, 13, "furniture", "wording"]]', "[]"]
    labels, paragraphs = run.run(table, "labels", "paragraphs")
    assert {text for _, text in computed} == {"Oslo's mayor spoke."}
    assert labels["text"].tolist() == ["O", "O"] and labels["start"].tolist() == [15, 0]
    assert paragraphs["kind"].tolist() == ["furniture", "body", "body"]
