"""The commands at the door: help, exit codes, one sentence for what is wrong."""

import os
import subprocess
import sys
import warnings
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pandas as pd
import pytest
from samestory import cli
from samestory.corpus import known
from samestory.kinds import KINDS
from samestory.publish import folder as folder_room
from samestory.publish import run


@pytest.fixture
def two(folder):
    """Two made-up articles."""
    return folder(a_txt="date 2025-07-06 At least 12 people were killed, the army said.", b_txt="Peace came.")


def test_help_explains_both_commands(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "report" in said and "annotate" in said


def test_called_bare_it_helps(capsys):
    assert cli.main([]) == 0
    assert "report" in capsys.readouterr().out


def test_it_is_a_module_and_says_its_version():
    words = [sys.executable, "-m", "samestory", "--version"]
    said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    assert said == f"samestory {version('samestory')}\n"


def test_help_of_report_explains_the_parameters_and_exit_codes(capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["samestory", "report", "--help"])
    with pytest.raises(SystemExit):
        cli.main(["report", "--help"])
    said = capsys.readouterr().out
    for part in ("-p NAME VALUE", "--keep", "articles", "compare_by", "exit codes"):
        assert part in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_stands_where_the_list_says(kind):
    annotator = getattr(import_module(KINDS[kind]), kind)
    assert annotator.__name__ == kind and annotator.__doc__


def test_the_kinds_are_listed_without_loading_what_finds_them():
    code = "import samestory.cli, sys; sys.exit('pandas' in sys.modules or 'spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(("ending", "read"), [("csv", pd.read_csv), ("jsonl", None), ("parquet", pd.read_parquet)])
def test_annotate_writes_a_span_table(two, tmp_path, ending, read):
    out = tmp_path / f"figures.{ending}"
    assert cli.main(["annotate", str(two), "--kind", "figures", "--out", str(out)]) == 0
    table = read(out) if read else pd.read_json(out, lines=True)
    assert list(table)[:4] == ["article_id", "start", "end", "text"]
    assert (table["article_id"] == "a").any()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_warning_is_one_line_that_shows_no_code(two, tmp_path, monkeypatch):
    monkeypatch.setattr(warnings, "formatwarning", warnings.formatwarning)  # as it was, afterwards
    cli.main(["annotate", str(two), "--kind", "figures", "--out", str(tmp_path / "figures.xls")])
    assert warnings.formatwarning(UserWarning("one file was \x1bdamaged"), UserWarning, "run.py", 1) == (
        "samestory: one file was \\x1bdamaged\n"
    )


BAD_ANNOTATE = [
    (["--out", "figures.xls"], "figures.xls must end in .xlsx, .csv, .parquet, .jsonl, .doccano.jsonl or .jsonld"),
    (["--out", "nowhere/figures.csv"], "there is no folder nowhere"),
]


@pytest.mark.parametrize(("words", "says"), BAD_ANNOTATE)
def test_annotate_refuses_where_it_cannot_write(two, capsys, words, says):
    assert cli.main(["annotate", str(two), "--kind", "figures", *words]) == 2
    assert says in capsys.readouterr().err


def test_annotate_names_a_pipeline_that_is_not_installed(two, tmp_path, capsys):
    out = str(tmp_path / "a.csv")
    assert cli.main(["annotate", str(two), "--kind", "clauses", "--out", out, "--pipeline", "en_no_such"]) == 2
    assert "'en_no_such'" in capsys.readouterr().err


def test_a_value_may_begin_with_a_dash():
    given = cli.parser().parse_args(
        cli._with_dashes(["report", "a", "-p", "term", "-anti", "-p", "by", "x", "--force"])
    )
    assert given.force and [name for name, _ in given.pairs] == ["term", "by"]
    assert given.pairs[0][1].removeprefix(" ") == "-anti"


def test_nothing_found_is_an_empty_file_of_json_lines(folder, tmp_path):
    articles = folder(a_txt="It rained in the night and nobody knew why.")
    assert cli.main(["annotate", str(articles), "--kind", "figures", "--out", str(tmp_path / "out.jsonl")]) == 0
    assert (tmp_path / "out.jsonl").read_text() == ""


def test_annotate_leaves_an_older_file_until_the_new_one_is_whole(two, tmp_path, monkeypatch, capsys):
    out = tmp_path / "figures.csv"
    out.write_text("old")
    monkeypatch.setattr(pd.DataFrame, "to_csv", lambda *_, **__: (_ for _ in ()).throw(OSError("full")))
    assert cli.main(["annotate", str(two), "--kind", "figures", "--out", str(out)]) == 2
    assert "figures.csv cannot be written: full" in capsys.readouterr().err
    assert out.read_text() == "old"


EMPTY, BINARY, BROKEN = "", b"\x00\x01\x02", b"date 2025-07-06 caf\x81"
BAD_ARTICLES = [
    ({}, ["nowhere"], "nowhere", "a folder that is not there"),
    ({"note_md": "x"}, [], ".txt", "a folder without articles"),
    ({"a_txt": EMPTY}, [], "a.txt", "an empty file"),
    ({"a_txt": BROKEN}, [], "byte", "a file in no encoding we know"),
    ({"a_txt": BINARY}, [], "a.txt", "a binary file"),
    ({"a_txt": "Text.", "articles_csv": "file,date\na.txt,July\n"}, [], "'July'", "a date that cannot be read"),
    ({"a_txt": "Text.", "articles_csv": "file,outlet\nb.txt,B\n"}, [], "'b.txt'", "a row for a file not there"),
    ({"a_txt": "Text.", "articles_csv": "file,outlet\na.txt,Journal\n"}, ["-p", "outlets", "Jurnal"],
     "did you mean", "an outlet that does not exist"),
    ({"a_txt": "Text."}, ["-p", "compare_by", "outlt"], "did you mean 'outlet'?", "a column that is not there"),
    ({"a_txt": "Text."}, ["-p", "since", "yesterday"], "since must be", "no date"),
    ({"a_txt": "Text."}, ["-p", "sinc", "2025-07"], "did you mean 'since'?", "an unknown parameter"),
    ({"a_txt": "Text."}, ["-p", "referents", "nowhere.csv"], "nowhere.csv is not there", "referents not there"),
]  # fmt: skip


@pytest.mark.parametrize(("files", "words", "says", "why"), BAD_ARTICLES, ids=[case[-1] for case in BAD_ARTICLES])
def test_bad_input_is_one_sentence_and_publishes_nothing(folder, tmp_path_factory, capfd, files, words, says, why):
    articles = str(folder(**files)) if words != ["nowhere"] else "nowhere"
    out = tmp_path_factory.mktemp("reports")
    given = words if words != ["nowhere"] else []
    status = cli.main(["report", articles, "--out", str(out), "--notebooks", "1_corpus", *given])
    said = capfd.readouterr()
    assert (status, said.out) == (2, ""), why
    assert said.err.startswith("samestory: ") and len(said.err.splitlines()) == 1
    assert says in said.err
    assert [path.name for path in out.iterdir() if path.name != folder_room.MARK] == [], "nothing half-written"


@pytest.mark.slow
def test_an_unchanged_report_takes_a_second_and_starts_nothing(tmp_path):
    words = [sys.executable, "-m", "samestory.cli", "report", "--notebooks", "1_corpus", "--out", str(tmp_path)]
    subprocess.run(words, check=True)
    traced = [words[0], "-X", "importtime", *words[1:]]
    said = subprocess.run(traced, check=True, capture_output=True, text=True).stderr
    for heavy in ("pandas", "papermill", "nbconvert", "multiprocessing", "zmq"):
        assert f" {heavy}\n" not in said, f"{heavy} is imported for nothing"
    before = os.times()
    subprocess.run(words, check=True)
    after = os.times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 1


def test_report_without_words_is_the_seeds_in_reports(monkeypatch):
    ordered = []
    monkeypatch.setattr(run, "report", lambda order: ordered.append(order) or 0)
    assert cli.main(["report"]) == 0
    (order,) = ordered
    assert order.out == Path("reports"), "below the working folder"
    assert [path.stem for path in order.notebooks] == sorted(p.stem for p in (known.ROOT / "notebooks").glob("*.ipynb"))
    assert order.everything["articles"] == "seeds"


def fault(*_):
    raise LookupError("one\n\x1b[31mtwo")


def from_below(*_):
    int("x")


@pytest.mark.parametrize("wrong", [fault, from_below])
def test_what_nobody_expected_is_one_sentence_with_a_log(two, tmp_path, monkeypatch, capsys, wrong):
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(folder_room, "locked", wrong)
    monkeypatch.setattr(run, "report", wrong)
    assert cli.main(["report", str(two), "--out", str(tmp_path / "out")]) == 70
    said = capsys.readouterr().err
    assert said.startswith("samestory: a fault of the program, ") and len(said.splitlines()) == 1 and "\x1b" not in said
    (log,) = (tmp_path / "cache" / "logs").iterdir()
    assert str(log) in said and "Traceback" in log.read_text() and wrong.__name__ in log.read_text()


def test_where_no_log_can_be_written_the_sentence_says_so(two, tmp_path, monkeypatch, capsys):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.NamedTemporaryFile", lambda **_: (_ for _ in ()).throw(PermissionError(13, "no")))
    monkeypatch.setattr("samestory.publish.scratch.use", lambda: None)
    monkeypatch.setattr(run, "report", fault)
    assert cli.main(["report", str(two)]) == 70
    assert "no log could be written" in capsys.readouterr().err


BAD_WORDS = [
    (["report", "--keep", "0"], "argument --keep: must be a whole number from 1, not '0'"),
    (["report", "--timeout", "soon"], "argument --timeout: must be a whole number from 1, not 'soon'"),
    (["annotate", "seeds", "--kind", "figurs", "--out", "a.csv"], "invalid choice: 'figurs'"),
]


@pytest.mark.parametrize(("words", "says"), BAD_WORDS)
def test_a_bad_word_of_the_command_line_is_one_sentence(capsys, words, says):
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    said = capsys.readouterr().err
    assert ended.value.code == 2 and says in said and len(said.splitlines()) == 1


def test_articles_named_after_the_notebooks_are_not_taken_for_none(two, capsys):
    assert cli.main(["report", "--notebooks", "5_figures", str(two)]) == 2
    assert "a folder of articles is named before --notebooks" in capsys.readouterr().err


def test_a_report_that_is_not_there_is_named(capsys):
    assert cli.main(["check", "r1"]) == 2
    assert "there is no report r1; name its folder, such as reports/latest" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["annotate", "audit", "accept"])
def test_every_command_that_reads_articles_may_be_told_the_same_of_them(command):
    given = ["a", *(("--kind", "figures", "--out", "b.csv") if command == "annotate" else ())]
    words = ["--metadata", "m.csv", "--referents", "r.csv", "--pipeline", "p"]
    told = cli.parser().parse_args([command, *given, *words])
    assert (told.metadata, told.referents, told.pipeline) == ("m.csv", "r.csv", "p")


def test_who_reads_only_some_lines_of_ours_is_told_of_no_fault():
    """As `samestory … | head` does: the pipe is closed before we are done."""
    reader, writer = os.pipe()
    os.close(reader)
    code = "from samestory import cli; cli.help = lambda _: print('a line') or 0; raise SystemExit(cli.main([]))"
    ended = subprocess.run([sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (ended.returncode, ended.stderr) == (141, b"")
