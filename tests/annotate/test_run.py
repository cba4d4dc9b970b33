"""What is kept is not computed again; what changed is, and nothing else."""

import hashlib
import os
import time
from importlib import import_module
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from samestory.annotate import engines, spans
from samestory.corpus import reading
from samestory.kinds import KINDS

run = import_module("samestory.annotate.run")


SOME = ("quotes", "labels", "figures", "paragraphs", "words")


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
    monkeypatch.setattr(run, "KINDS", {kind: run.KINDS[kind] for kind in SOME})
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


# Whatever computes the partitions, the same is kept


class Promises:
    """An engine as a Dask client is one: `map` answers with promises, `gather` keeps them."""

    def map(self, function, parts):
        return [lambda part=part: function(part) for part in parts]

    def gather(self, promises):
        return [promise() for promise in promises]


class Dying:
    """An engine that does the first part, then loses its worker; as often as `times`."""

    def __init__(self, times):
        self.times, self.asked = times, []

    def map(self, function, parts):
        self.asked.append(len(parts))
        for part in parts:
            function(part)
            if len(self.asked) <= self.times:
                raise RuntimeError("a process that annotated articles was ended from outside")
        return []


def bytes_of(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.parquet")}


def test_every_engine_keeps_the_same_bytes(computed, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "PARTITION", 2)
    kept = []
    for name, engine in (("one", engines.Serial()), ("other", Promises())):
        monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path / name))
        run.run(articles("A b", "C d", "E f"), "labels", engine=engine)
        kept.append(bytes_of(tmp_path / name))
    assert kept[0] == kept[1] and len(kept[0]) > 2


def test_what_a_dead_worker_left_is_computed_once_more(computed, monkeypatch):
    monkeypatch.setattr(run, "PARTITION", 1)
    engine = Dying(times=1)
    (labels,) = run.run(articles("A b", "C d", "E f"), "labels", engine=engine)
    assert labels["text"].tolist() == ["A", "C", "E"]
    assert engine.asked == [3, 2], "the first part was kept"
    assert sum(kind == "quotes" for kind, _ in computed) == 3


def test_a_worker_that_dies_again_ends_the_run_with_a_sentence_and_the_next_goes_on_there(computed, monkeypatch):
    monkeypatch.setattr(run, "PARTITION", 1)
    with pytest.raises(RuntimeError, match="was ended from outside"):
        run.run(articles("A b", "C d", "E f"), "labels", engine=Dying(times=9))
    done = sum(kind == "quotes" for kind, _ in computed)
    run.run(articles("A b", "C d", "E f"), "labels", engine=engines.Serial())
    assert done == 2, "two tries, a part each"
    assert sum(kind == "quotes" for kind, _ in computed) == 3, "the next run computes only what was left"


def test_processes_answer_in_order_and_a_killed_one_is_told():
    assert engines.done(engines.Processes(2), abs, [-3, 2, -1]) == [3, 2, 1]
    with pytest.raises(RuntimeError, match="was ended from outside"):
        engines.done(engines.Processes(2), os._exit, [1, 1])


def test_a_kind_that_is_lacking_is_computed_alone_from_the_quotations_kept(computed, tmp_path):
    run.run(articles("A b", "C d"), "labels")
    made = {kind for kind, _ in computed}
    assert "figures" in made and "words" not in made, "what needs the parse is made while the parse is at hand"
    for file in tmp_path.glob("annotations/*/figures/*.parquet"):
        file.unlink()
    computed.clear()
    (figures,) = run.run(articles("A b", "C d"), "figures")
    assert {kind for kind, _ in computed} == {"figures"} and figures["voice"].tolist() == ["quoted", "quoted"]


def test_many_small_shards_are_joined_and_hold_the_same_spans(computed, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "PARTITION", 1)
    texts = articles(*(f"{letter} b" for letter in "ABCDEFGH"), ids="abcdefgh")
    first = run.run(texts, "labels")[0]
    assert len(list(tmp_path.glob("annotations/*/labels/*.parquet"))) == 8, "few: they stay"
    monkeypatch.setattr(run.kept, "MANY", 3)
    monkeypatch.setattr(run.kept, "LARGE", 6)
    more = pd.concat([texts, articles("I b").assign(article_id="x")], ignore_index=True)
    pd.testing.assert_frame_equal(run.run(more, "labels")[0].head(len(first)), first)
    assert len(list(tmp_path.glob("annotations/*/labels/*.parquet"))) == 2, "of at most five and of the rest"
    computed.clear()
    pd.testing.assert_frame_equal(run.run(texts, "labels")[0], first)
    assert not computed


def test_many_shards_are_found_by_one_index(computed, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "PARTITION", 1)
    monkeypatch.setattr(run.kept, "MANY", 3)
    texts = articles(*"ABCDEF")
    first = run.run(texts, "labels")[0]
    (index,) = tmp_path.glob("annotations/*/labels/.index.feather")
    monkeypatch.setattr(run.kept.pq, "read_metadata", lambda file: pytest.fail(f"{Path(file).name} was opened"))
    pd.testing.assert_frame_equal(run.run(texts, "labels")[0], first)
    monkeypatch.undo()
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path))
    index.write_bytes(b"damaged")
    assert run.kept.covered(index.parent) == set(texts["sha256"]), "a damaged index is made anew from the shards"


def test_where_nobody_says_how_many_all_cores_of_a_notebook_work(computed, monkeypatch):
    monkeypatch.setattr(run, "PARTITION", 1)
    monkeypatch.setattr(run.cores, "at_hand", lambda: 2)
    asked = []
    monkeypatch.setattr(run.engines, "Processes", lambda workers: asked.append(workers) or run.engines.Serial())
    assert len(run.run(articles("A", "B"), "words")[0])
    assert asked == [2]


def test_a_scheduler_that_is_not_there_is_named(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(engines, "PATIENCE", "1s")
    with pytest.raises(ValueError, match=r"scheduler tcp://127\.0\.0\.1:9 does not answer"):
        engines.dask("tcp://127.0.0.1:9")


NUMBERS = {"attribution", "word", "sentence"}  # columns of whole numbers that count


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_that_names_a_place_moves_with_the_text(kind, monkeypatch, tmp_path):
    """What is set aside before it moves a place; the whole that a figure is part of is where that figure now stands."""
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path))
    table = articles("Advertisement\n\nAround 50 of the 700 people aboard were shot and killed, the ministry said.")
    (found,) = run.run(table.assign(aside='[[0, 13, "furniture", "wording"]]'), kind)
    whole = {name for name in found if pd.api.types.is_integer_dtype(found[name])}
    assert {name for name in whole - NUMBERS if not reading.OFFSET.fullmatch(name)} == set()
    if kind == "figures":
        assert found["whole_start"].dropna().tolist() == [found["start"].iloc[1]]
    if kind == "clauses":
        assert set(found["act_start"]) <= set(found["start"])
