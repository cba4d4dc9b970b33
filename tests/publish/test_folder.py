"""Nothing outside what a run made is written or deleted; what is published verifies, or is published anew."""

import json
import os
from datetime import UTC, datetime

import pytest
from samestory.publish import folder, manifest, scratch

INPUTS = {"parameters": {}, "files": {}, "versions": {}}
TOLD = {"status": "published", "started": "2025-07-06T05:00:00+00:00", "notebooks": []} | INPUTS
DIGEST = manifest.digest(INPUTS)


def published(out, day):
    """A run of that day of July 2025, published as runs are."""
    with folder.unfinished(out) as new:
        (new / "index.html").write_text("<p>Peace.</p>")
        (new / "tables").mkdir()
        (new / "tables" / "words.csv").write_text("word\npeace\n")
        manifest.write(TOLD | {"inputs_hash": DIGEST}, new)
        return folder.publish(new, out, folder.name(datetime(2025, 7, day, tzinfo=UTC), DIGEST, failed=False))


@pytest.fixture
def out(tmp_path):
    """A folder of reports, marked as a run does."""
    with folder.locked(tmp_path / "out"):
        pass
    return tmp_path / "out"


STRANGERS = [
    ("2019 NZ--photos", None, "a folder that ends as ours do"),
    ("20250705T000000Z--photos", None, "nearly our naming"),
    ("20250705T000000Z--0123abcd", None, "our naming, without a manifest"),
    ("20250705T000000Z--0123abcd-2", '{"inputs_hash": "0123abcd"}', "a manifest of another program"),
    (f"20250705T000000Z--{DIGEST[:8]}-3", json.dumps(TOLD | {"inputs_hash": "f" * 64, "outputs": {}}), "other inputs"),
    (".unfinished-photos of mine", None, "nearly the naming of what is left over"),
    ("photos", None, "any folder"),
]


@pytest.mark.parametrize(("name", "told", "why"), STRANGERS, ids=[case[-1] for case in STRANGERS])
def test_what_a_run_did_not_make_is_neither_deleted_nor_listed(out, name, told, why):
    (out / name).mkdir()
    (out / name / "photo.jpg").write_text("x")
    if told:
        (out / name / manifest.FILE).write_text(told)
    runs = [published(out, day) for day in (6, 7)]
    with folder.locked(out):
        assert folder.runs(out) == runs[::-1], why
        folder.prune(out, 1)
    assert folder.runs(out) == runs[1:]
    assert (out / name / "photo.jpg").read_text() == "x", why


def test_a_link_named_as_a_run_is_no_run(out, tmp_path):
    elsewhere = published(out, 6).rename(tmp_path / "elsewhere")
    (out / f"20250701T000000Z--{DIGEST[:8]}").symlink_to(elsewhere)
    (out / f"{folder.UNFINISHED}abcdefgh").symlink_to(elsewhere)
    last = published(out, 7)
    with folder.locked(out):
        folder.prune(out, 1)
    assert folder.runs(out) == [last] and (elsewhere / "index.html").exists()


def _link(out):
    out.mkdir()
    (out.parent / "target").write_text("mine")
    (out / folder.MARK).symlink_to(out.parent / "target")


def _pipe(out):
    out.mkdir()
    os.mkfifo(out / folder.MARK)


def _page(out):
    out.mkdir()
    (out / "index.html").write_text("mine")


@pytest.mark.parametrize("make", [_link, _pipe, _page], ids=["a link for a mark", "a pipe", "somebody's page"])
def test_a_folder_without_our_mark_is_refused_and_left_alone(tmp_path, make):
    out = tmp_path / "out"
    make(out)
    before = {path.name for path in out.iterdir()}
    with pytest.raises(ValueError, match="is no folder of reports: it holds "), folder.locked(out):
        pytest.fail("nothing may be published here")
    assert {path.name for path in out.iterdir()} == before
    assert all(path.read_text() == "mine" for path in tmp_path.rglob("*") if path.is_file())


def test_what_stands_in_the_mark_is_not_changed(out):
    (out / folder.MARK).write_text("a note")
    with folder.locked(out):
        pass
    assert (out / folder.MARK).read_text() == "a note"


DAMAGE = [
    (lambda run: (run / "index.html").write_text(""), "index.html was changed", "an emptied page"),
    (lambda run: (run / "tables" / "words.csv").unlink(), "tables/words.csv is missing", "a table that is gone"),
    (lambda run: (run / "tables" / "x.csv").write_text("x"), "tables/x.csv was added", "a table more"),
    (lambda run: (run / manifest.FILE).write_text("{"), "manifest.json is missing or cannot be read", "no manifest"),
    (lambda run: (run / manifest.FILE).write_text("[" * 100_000), "manifest.json is missing", "a deep one"),
    (lambda run: os.mkfifo(run / "pipe"), "pipe was added", "a pipe, which is not waited for"),
    (lambda run: (run / manifest.FILE).write_text((run / manifest.FILE).read_text().replace('"versions": {}',
     '"versions": {"a": "1"}')), "manifest.json was changed", "other inputs than the hash says"),
]  # fmt: skip


@pytest.mark.parametrize(("harm", "says", "why"), DAMAGE, ids=[case[-1] for case in DAMAGE])
def test_damage_to_a_published_run_is_named(out, harm, says, why):
    run = published(out, 6)
    assert manifest.damage(run) == []
    harm(run)
    (sentence,) = manifest.damage(run)
    assert says in sentence, why


def test_the_folder_of_a_killed_process_is_removed_and_that_of_a_living_one_is_not(tmp_path):
    left, alive, young = (tmp_path / f"{scratch.PREFIX}{name}" for name in ("killed_1", "alive_12", "young_12"))
    for one in (left, alive, young):
        one.mkdir()
    assert scratch._lock(alive)
    for one in (left, alive):
        os.utime(one, (0, 0))
    scratch._sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == [alive, young]
