"""A run publishes all or nothing, says nothing when all is well, and runs nothing twice."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from samestory import cli
from samestory.publish import folder, run

TABLE = 'import pandas as pd\npd.DataFrame({"word": [word]})'
FINDING = "f'They say {word}.'"
STORY = [
    ("md", "# Which figures do both report?\n\nA made-up notebook."),
    ("py", 'articles = "seeds"   # str: the articles', "parameters"),
    ("md", "## The answer"),
    ("py", "import samestory\nsamestory.read(articles).say('agreement')"),
]


@pytest.fixture
def report(tmp_path, notebooks, capfd):
    """Run `samestory report` on notebooks given as code; its exit code, what it said, and where it publishes."""

    def publish(*words, kernel="python3", **sources):
        if sources:
            notebooks(kernel=kernel, **sources)
        code = cli.main(["report", "--notebooks", str(tmp_path / "notebooks"), "--out", str(tmp_path / "out"), *words])
        return code, capfd.readouterr(), tmp_path / "out"

    return publish


def latest(out):
    return (out / "latest").resolve().name


def whole(run_folder):
    """A published run has all that its manifest names."""
    told = json.loads((run_folder / "manifest.json").read_text())
    assert told["status"] == "published"
    for notebook in told["notebooks"]:
        assert "</html>" in (run_folder / f"{notebook['name']}.html").read_text()
        assert json.loads((run_folder / "notebooks" / f"{notebook['name']}.ipynb").read_text())["cells"]
    assert "</html>" in (run_folder / "index.html").read_text()
    assert json.loads((run_folder / "findings.json").read_text()) is not None
    return True


def test_a_run_publishes_silently(report):
    code, said, out = report(n_1_words=TABLE, n_2_more=FINDING)
    assert (code, said.out, said.err) == (0, "", "")
    published = out / "latest"
    assert whole(published)
    assert json.loads((published / "findings.json").read_text()) == [], "notebooks that read no story find nothing"
    assert "They say peace." in (published / "2_more.html").read_text()
    assert [path.name for path in out.iterdir() if path.name.startswith(folder.UNFINISHED)] == []
    assert "latest/index.html" in (out / "index.html").read_text()


def test_unchanged_input_runs_no_kernel_and_force_does(report, monkeypatch):
    _, _, out = report(n_1_words=TABLE)
    first = latest(out)
    with monkeypatch.context() as patch:
        patch.setattr(run, "_run", lambda *_: pytest.fail("nothing should run"))
        assert report()[0] == 0
    assert latest(out) == first
    assert report("--force")[0] == 0
    assert latest(out) != first
    pages = [(out / name / "1_words.html").read_bytes() for name in (first, latest(out))]
    assert pages[0] == pages[1], "the same input gives the same bytes"
    copies = [(out / name / "notebooks" / "1_words.ipynb").read_bytes() for name in (first, latest(out))]
    assert copies[0] == copies[1]
    assert report("-p", "word", "truce")[0] == 0
    assert len(folder.runs(out)) == 3, "another parameter is another report"


def test_an_unchanged_report_with_a_damaged_page_is_published_anew(report, capfd):
    _, _, out = report(n_1_words=TABLE)
    assert cli.main(["check", str(out)]) == 0
    assert capfd.readouterr().out.startswith(f"{out / 'latest'}: whole"), "of a folder of reports its latest is meant"
    first = latest(out)
    (out / "latest" / "1_words.html").write_text("")
    assert cli.main(["check", str(out / "latest")]) == 1
    assert report()[0] == 0
    assert latest(out) != first and cli.main(["check", str(out / "latest")]) == 0


def test_articles_changed_while_they_are_read_publish_nothing(report, tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("One.")
    edit = f"open({str(tmp_path / 'texts' / 'a.txt')!r}, 'w').write('Two.')"
    cells = [("py", f"wire = {str(tmp_path / 'texts')!r}  # str: texts", "parameters"), ("py", edit)]
    status, said, out = report(n_1_words=cells)
    assert status == 1 and "a.txt changed while this report was made" in said.err
    assert not (out / "latest").exists() and not folder.runs(out)


def test_the_manifest_says_what_was_run_and_has_no_absolute_path(report, tmp_path):
    _, _, out = report("-p", "word", str(tmp_path / "somewhere"), n_1_words="print(word[:0])")
    text = (out / "latest" / "manifest.json").read_text()
    told = json.loads(text)
    assert told["parameters"] == {"word": "somewhere"}
    assert told["notebooks"][0]["name"] == "1_words"
    assert told["versions"]["pandas"]
    assert told["seconds"] > 0
    assert str(tmp_path) not in text and str(Path.cwd()) not in text


@pytest.mark.parametrize(
    ("code", "says", "why"),
    [
        ("1 / 0", "ZeroDivisionError: division by zero", "it raises"),
        ("import os; os._exit(3)", "DeadKernelError", "it ends its kernel"),
        ("import time; time.sleep(60)", "CellTimeoutError: no answer within 3 seconds", "it hangs"),
        ("raise SystemExit(4)", "SystemExit: 4", "it leaves"),
    ],
)
def test_a_failed_notebook_keeps_its_page_and_never_becomes_latest(report, code, says, why):
    _, _, out = report(n_1_words=TABLE, n_2_more=FINDING)
    good = latest(out)
    status, said, _ = report("--timeout", "3", n_2_more=code)
    assert status == 1, why
    assert latest(out) == good and whole(out / good)
    assert f"2_more, cell 4: {says}" in said.err
    assert len(said.err.splitlines()) == 1
    (failed,) = out.glob("*--failed")
    page = (failed / "2_more.html").read_text()
    assert says.split(":")[0] in page and 'id="failed"' in page
    assert (failed / "1_words.html").exists(), "the other pages are kept beside it"
    assert json.loads((failed / "manifest.json").read_text())["status"] == "failed"
    assert "failed" in (out / "index.html").read_text()


@pytest.mark.parametrize(
    ("lost", "why"),
    [("import os; os._exit(3)", "its kernel ends"), ("import time; time.sleep(60)", "its kernel hangs")],
)
def test_a_notebook_whose_kernel_is_lost_once_is_executed_once_more(report, tmp_path, lost, why):
    flag = tmp_path / "lost"
    code = f"""from pathlib import Path
if not Path({str(flag)!r}).exists():
    Path({str(flag)!r}).touch()
    {lost}
"""
    status, _, out = report("--timeout", "3", n_1_words=code, n_2_more=FINDING)
    assert status == 0 and flag.exists() and whole(out / latest(out)), why


def test_a_failed_run_names_no_folder_of_this_machine(report, tmp_path, monkeypatch):
    place = tmp_path / "a b {word}"
    place.mkdir()
    monkeypatch.chdir(place)
    code = "import os, sys\nprint(os.getcwd(), file=sys.stderr)\nopen(os.getcwd() + '/gone')"
    status, said, out = report("-p", "word", str(place), n_1_words=code)
    assert status == 1 and "No such file or directory: 'gone'" in said.err
    (failed,) = out.glob("*--failed")
    for file in (failed / "1_words.html", failed / "manifest.json", failed / "notebooks" / "1_words.ipynb"):
        assert str(tmp_path) not in file.read_text(), file.name
    assert "gone" in (failed / "1_words.html").read_text()


def test_a_notebook_in_a_folder_with_braces_is_run(report, tmp_path, notebooks):
    folder_with_braces = notebooks(folder="{word} {x", n_1_words=TABLE)
    status, _, out = report("--notebooks", str(folder_with_braces))
    assert status == 0 and whole(out / "latest")


def test_a_missing_kernel_is_a_failed_notebook(report):
    status, said, out = report(n_1_words=TABLE, kernel="no-such-kernel")
    assert status == 1
    assert "no such kernel" in said.err.lower()
    assert not (out / "latest").exists()


def test_a_warning_is_told_but_not_shown(report):
    status, said, out = report(n_1_words="import warnings\nwarnings.warn('beware')")
    assert status == 0
    assert "1_words, cell 4" in said.err and "beware" in said.err
    assert "beware</" not in (out / "latest" / "1_words.html").read_text()
    assert "beware" in (out / "latest" / "manifest.json").read_text()


def test_all_pages_in_one_file_are_made_when_asked_for(report):
    _, _, out = report(n_1_words=TABLE, n_2_more=FINDING)
    assert not (out / "latest" / run.SINGLE).exists()
    assert report("--single")[0] == 0, "nothing changed, but the file is not there yet"
    page = (out / "latest" / run.SINGLE).read_text()
    assert "They say peace." in page and 'href="#p1-"' in page
    first = latest(out)
    assert report("--single")[0] == 0
    assert latest(out) == first, "now it is"
    assert cli.main(["check", str(out / "latest")]) == 0


def test_a_second_run_in_the_same_folder_gives_way(report, tmp_path):
    (tmp_path / "out").mkdir()
    with folder.locked(tmp_path / "out"):
        status, said, out = report(n_1_words=TABLE)
    assert status == 75
    assert "another run is publishing" in said.err
    assert not (out / "latest").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["-p", "wrd", "x"], "no notebook has a parameter 'wrd'; did you mean 'word'?"),
        (["--notebooks", "nowhere"], "no notebook 'nowhere'"),
        (["--out", "/dev/null/reports"], "nothing can be published in /dev/null/reports"),
    ],
)
def test_bad_parameters_are_told_before_any_kernel_starts(report, monkeypatch, words, says):
    monkeypatch.setattr(run, "_run", lambda *_: pytest.fail("nothing should run"))
    status, said, out = report(*words, n_1_words=TABLE)
    assert status == 2
    assert says in said.err and len(said.err.splitlines()) == 1
    assert not out.exists() or not folder.runs(out)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_refused(report, tmp_path):
    (tmp_path / "out").mkdir(mode=0o555)
    assert report(n_1_words=TABLE)[0] == 2


@pytest.mark.parametrize("step", ["publish", "point_latest", "write_index"])
def test_whatever_breaks_while_publishing_leaves_latest_whole(report, monkeypatch, step):
    _, _, out = report(n_1_words=TABLE)
    good = latest(out)

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(folder, step, full)
        status, said, _ = report("-p", "word", "truce")
    assert status == 1 and "No space left on device" in said.err
    assert whole(out / "latest")
    assert latest(out) == good or step == "write_index"
    assert report("-p", "word", "truce")[0] == 0
    assert latest(out) != good and whole(out / "latest")


def test_only_the_newest_runs_are_kept_and_latest_always(report):
    for word in "abc":
        _, _, out = report("--keep", "2", "-p", "word", word, n_1_words=TABLE)
    assert len(folder.runs(out)) == 2
    report("--keep", "1", n_1_words="1 / 0")
    assert whole(out / "latest")


def test_what_changed_stands_in_changes_and_on_the_brief(report, tmp_path):
    (tmp_path / "a.txt").write_text("At least 40 miners were killed in Osk on Monday, the clinic said.")
    (tmp_path / "b.txt").write_text("More than 30 miners were killed in Osk, the clinic said on Monday.")
    report("-p", "articles", str(tmp_path), n_6_brief=STORY)
    (tmp_path / "b.txt").write_text("More than 35 miners were killed in Osk, the clinic said on Monday.")
    _, _, out = report("-p", "articles", str(tmp_path), n_6_brief=STORY)
    changed = json.loads((out / "latest" / "changes.json").read_text())["findings"]
    assert "more than 35 miners" in changed["new"][0].lower() and "more than 30 miners" in changed["gone"][0].lower()
    assert len(changed["new"]) == len(changed["gone"]) == 1
    page = (out / "latest" / "index.html").read_text()
    assert "What changed since the report of" in page and "Findings that no longer hold" in page


def command(tmp_path, *words):
    """The command as a user runs it."""
    place = ["--notebooks", str(tmp_path / "notebooks"), "--out", str(tmp_path / "out")]
    return [sys.executable, "-m", "samestory.cli", "report", *place, *words]


@pytest.mark.slow
def test_killed_at_any_moment_latest_is_whole_and_no_process_stays(tmp_path, notebooks):
    notebooks(n_1_words=TABLE, n_2_more=FINDING)
    begun = time.monotonic()
    subprocess.run(command(tmp_path), check=True)
    lasts, out, dice = time.monotonic() - begun, tmp_path / "out", random.Random(20)
    for number in range(20):
        process = subprocess.Popen(command(tmp_path, "-p", "word", f"w{number}"))
        time.sleep(dice.uniform(0, lasts))
        children = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert whole(out / "latest")
        assert all(whole(published) for published in folder.runs(out))
        _, alive = psutil.wait_procs(children, timeout=60)  # a server still importing sees its end afterwards
        assert not alive
    assert subprocess.run(command(tmp_path), check=False).returncode == 0
    assert not list(out.glob(f"{folder.UNFINISHED}*")), "the next run clears up"


def test_an_unchanged_run_clears_up_what_a_killed_one_left(tmp_path, notebooks):
    notebooks(n_1_words=TABLE)
    assert subprocess.run(command(tmp_path), check=False).returncode == 0
    remains = tmp_path / "out" / f"{folder.UNFINISHED}abcd_123"
    remains.mkdir()
    assert subprocess.run(command(tmp_path), check=False).returncode == 0
    assert not remains.exists()


@pytest.mark.slow
def test_interrupted_by_hand_it_ends_at_once_and_leaves_nothing(tmp_path, notebooks):
    begun = tmp_path / "begun"
    notebooks(n_1_words=f"import pathlib, time\npathlib.Path({str(begun)!r}).touch()\ntime.sleep(120)")
    process = subprocess.Popen(command(tmp_path), stderr=subprocess.PIPE, text=True)
    while not begun.exists():
        time.sleep(0.2)
    children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "samestory: interrupted, nothing published\n")
    assert not list((tmp_path / "out").glob(f"{folder.UNFINISHED}*"))
    _, alive = psutil.wait_procs(children, timeout=30)
    assert not alive


@pytest.mark.slow
def test_of_two_runs_at_once_one_publishes(tmp_path, notebooks):
    notebooks(n_1_words=TABLE)
    both = [subprocess.Popen(command(tmp_path, "--force"), stderr=subprocess.PIPE) for _ in range(2)]
    codes = sorted(process.wait() for process in both)
    for process in both:
        process.stderr.close()
    assert codes == [0, 75]
    assert whole(tmp_path / "out" / "latest")


@pytest.mark.slow
def test_a_full_disk_leaves_the_last_report_untouched(tmp_path, notebooks):
    """Files may grow to 8 KB only: what a disk without space does to a page."""
    notebooks(n_1_words=TABLE)
    subprocess.run(command(tmp_path), check=True)
    good = latest(tmp_path / "out")
    limited = "import resource, signal, sys\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n" \
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n" \
        "from samestory.cli import main\nsys.exit(main(sys.argv[1:]))"  # fmt: skip
    words = [sys.executable, "-c", limited, *command(tmp_path, "--force")[3:]]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("samestory: ") and "Traceback" not in ended.stderr
    assert latest(tmp_path / "out") == good and whole(tmp_path / "out" / "latest")
